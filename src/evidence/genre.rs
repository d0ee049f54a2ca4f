//! Whether a picture is a screenshot or a photo.

use super::kind::Kind;

/// How a picture came about, as far as its file shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// A screenshot: keeps its own pixels, because it carries small text.
    Screen,
    /// A photo: may be shrunk to what the page shows.
    Photo,
    /// A page of paper, shrunk like a photo and kept crisp like a screen.
    Page,
}

/// Whether a screen has the width of the page to itself, because at the width of a phone's its text would be too small:
/// it lies on its side, or has more columns of pixels than a phone.
pub fn is_wide(width: u32, height: u32) -> bool {
    width > 1600 || width > height
}

/// Tells screenshots from photos by file kind, upright size in pixels and whether a camera left its exposure data.
///
/// 1. Exposure data of a camera make a photo, whatever the format.
/// 2. PNG, WebP, BMP and GIF are screens: cameras do not write them. A TIFF is a scan, a PDF is paper.
/// 3. A JPEG or HEIC is a screen if it has the proportions of a phone (height at least 1.5 times the width, 600 to 1600 wide)
///    or is longer than any phone (over 2.6 times the width); messengers turn screenshots into such JPEGs.
/// 4. Everything else is a photo.
pub fn genre(kind: Kind, width: u32, height: u32, exposed: bool) -> Genre {
    let (width, height) = (u64::from(width), u64::from(height));
    let phone = height * 2 >= width * 3 && (600..=1600).contains(&width);
    let long = height * 10 > width * 26;
    let of_camera = matches!(kind, Kind::Jpeg | Kind::Heic);
    if matches!(kind, Kind::Tiff | Kind::Pdf) {
        Genre::Page
    } else if !exposed && (!of_camera || phone || long) {
        Genre::Screen
    } else {
        Genre::Photo
    }
}
