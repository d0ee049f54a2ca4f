//! The ending of a file's name and its media type, by what the file is.

use super::document::Paper;
use super::kind::Kind;
use super::recording::Medium;

/// The ending and the media type (MIME) of a kind; nothing for what is never filed.
pub fn ending(kind: Kind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Kind::Empty | Kind::Foreign(_) => return None,
        Kind::Jpeg => ("jpg", "image/jpeg"),
        Kind::Png => ("png", "image/png"),
        Kind::Webp => ("webp", "image/webp"),
        Kind::Bmp => ("bmp", "image/bmp"),
        Kind::Gif => ("gif", "image/gif"),
        Kind::Tiff => ("tif", "image/tiff"),
        Kind::Heic => ("heic", "image/heic"),
        Kind::Pdf => ("pdf", "application/pdf"),
        Kind::Text => ("txt", "text/plain"),
        Kind::Recording(medium) => match medium {
            Medium::Mp3 => ("mp3", "audio/mpeg"),
            Medium::M4a => ("m4a", "audio/mp4"),
            Medium::Aac => ("aac", "audio/aac"),
            Medium::Amr => ("amr", "audio/amr"),
            Medium::Silk => ("silk", "application/octet-stream"),
            Medium::Wav => ("wav", "audio/wav"),
            Medium::Mp4 => ("mp4", "video/mp4"),
            Medium::Mov => ("mov", "video/quicktime"),
        },
        Kind::Document(paper) => match paper {
            Paper::Html => ("html", "text/html"),
            Paper::Mhtml => ("mhtml", "multipart/related"),
            Paper::Mail => ("eml", "message/rfc822"),
            Paper::Word => (
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            Paper::Workbook => (
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            Paper::Csv => ("csv", "text/csv"),
        },
    })
}
