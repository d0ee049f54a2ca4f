//! The kind of a file, decided by its first bytes and never by its name.

use serde::{Deserialize, Serialize};

use super::document::Paper;
use super::foreign::{self, Foreign};
use super::recording::{self, Medium};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Nothing at all.
    Empty,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A WebP picture.
    Webp,
    /// A BMP picture.
    Bmp,
    /// A GIF, of which the first picture is taken.
    Gif,
    /// A TIFF, which may have several pages.
    Tiff,
    /// A HEIC or HEIF picture, as phones take them.
    Heic,
    /// A PDF document.
    Pdf,
    /// Text in whatever encoding; whether it decodes is seen later.
    Text,
    /// Something recognised that is not taken as it is.
    Foreign(Foreign),
    /// A recording of sound or video.
    Recording(Medium),
    /// A document whose text is typeset.
    Document(Paper),
}

/// What a TIFF starts with: the order of bytes, and 42, or 43 for large files.
const TIFF_MARKS: [&[u8]; 4] = [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"];

/// Returns the kind that the content shows.
pub fn sniff(bytes: &[u8]) -> Kind {
    if bytes.is_empty() {
        Kind::Empty
    } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Kind::Jpeg
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Kind::Png
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Kind::Webp
    } else if bytes.starts_with(b"GIF8") {
        Kind::Gif
    } else if TIFF_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        Kind::Tiff
    } else if foreign::is_bitmap(bytes) {
        Kind::Bmp
    } else if foreign::is_pdf(bytes) {
        Kind::Pdf
    } else if foreign::is_heic(bytes) {
        Kind::Heic
    } else if let Some(medium) = recording::recognise(bytes) {
        Kind::Recording(medium)
    } else if let Some(paper) = foreign::paper(bytes) {
        Kind::Document(paper)
    } else if let Some(kind) = foreign::recognise(bytes) {
        Kind::Foreign(kind)
    } else {
        Kind::Text
    }
}

/// Returns the name's extension if it promises a picture or text of another kind than the content is.
pub(super) fn contradicted_extension(name: &str, kind: Kind) -> Option<String> {
    let (_, extension) = name.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    let promised = match extension.as_str() {
        "jpg" | "jpeg" | "jpe" | "jfif" => Kind::Jpeg,
        "png" => Kind::Png,
        "webp" => Kind::Webp,
        "bmp" | "dib" => Kind::Bmp,
        "gif" => Kind::Gif,
        "tif" | "tiff" => Kind::Tiff,
        "heic" | "heif" => Kind::Heic,
        "pdf" => Kind::Pdf,
        "txt" | "log" => Kind::Text,
        _ => return None,
    };
    (promised != kind).then_some(extension)
}
