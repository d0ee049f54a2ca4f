//! How large a page is drawn.

use hayro::hayro_syntax::page::Page;

use super::super::treatment::{PAGE_DPI, PageRoom};

/// The most pixels of a page.
const MOST_PIXELS: f64 = 40_000_000.0;

/// The most pixels of one side.
const LONGEST: f64 = 65_000.0;

/// Tenths of a millimetre in an inch.
const TENTHS: f64 = 254.0;

/// The width and height in pixels at which a page is drawn, or `None` for a page without a size.
pub(super) fn size(page: &Page<'_>, room: PageRoom) -> Option<(u16, u16)> {
    fitted(page.render_dimensions(), room)
}

/// Fits a page of any unit into its room; one that is much taller, as printed web pages are, fills the column instead.
fn fitted(sides: (f32, f32), room: PageRoom) -> Option<(u16, u16)> {
    let (width, height) = (f64::from(sides.0), f64::from(sides.1));
    let sane = |side: f64| side.is_finite() && side > 0.0;
    if !sane(width) || !sane(height) {
        return None;
    }
    let dots = |tenths: u32| f64::from(tenths) * f64::from(PAGE_DPI) / TENTHS;
    let across = dots(room.width) / width;
    let down = dots(room.height) / height;
    let fit = if is_tall(sides, room) {
        dots(room.column) / width
    } else {
        across.min(down)
    };
    let most = (MOST_PIXELS / (width * height)).sqrt();
    let longest = LONGEST / width.max(height);
    let scale = fit.min(most).min(longest);
    Some((whole(width * scale), whole(height * scale)))
}

/// Whether a page would be less than half as wide as its room if it were to fit in.
pub(super) fn is_tall((width, height): (f32, f32), room: PageRoom) -> bool {
    let (width, height) = (f64::from(width), f64::from(height));
    height * f64::from(room.width) > 2.0 * width * f64::from(room.height)
}

/// Rounds to whole pixels, at least one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sides are at most `LONGEST`"
)]
fn whole(side: f64) -> u16 {
    side.round().max(1.0) as u16
}

#[cfg(test)]
mod tests {
    use super::{fitted, is_tall};
    use crate::evidence::PageRoom;

    #[test]
    fn pages_fit_into_their_room() {
        let fit = |width, height| fitted((width, height), PageRoom::default());
        assert_eq!(fit(595.0, 842.0), Some((1335, 1890)));
        assert_eq!(fit(842.0, 595.0), Some((1480, 1046)));
        assert_eq!(fit(14_400.0, 14_400.0), Some((1480, 1480)));
        assert_eq!(fit(30_000.0, 30_000.0), Some((1480, 1480)));
        assert_eq!(fit(30_000.0, 3.0), Some((1480, 1)));
        assert_eq!(fit(0.0, 3.0), None);
        assert_eq!(fit(f32::NAN, 3.0), None);
    }

    #[test]
    fn tall_pages_keep_the_width_of_a_screen() {
        assert!(is_tall((375.0, 4000.0), PageRoom::default()));
        assert_eq!(
            fitted((375.0, 4000.0), PageRoom::default()),
            Some((728, 7761))
        );
        let (width, height) = fitted((1.0, 14_400.0), PageRoom::default()).unwrap_or_default();
        assert!(width >= 1 && height <= 65_000);
    }
}
