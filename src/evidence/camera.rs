//! What the camera noted in a picture: orientation, exposure, time.

use std::io::Cursor;

use chrono::{NaiveDate, NaiveDateTime};
use exif::{DateTime, Exif, In, Reader, Tag, Value};

/// The notes of a camera (EXIF) that matter here; everything else is neither read nor kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Notes {
    /// How the picture has to be turned to stand upright, 1 (not at all) to 8.
    pub(super) orientation: u8,
    /// Whether a camera's make or model stands beside exposure data.
    pub(super) exposed: bool,
    /// When the camera says the picture was taken.
    pub(super) taken: Option<NaiveDateTime>,
}

/// Reads the notes out of a JPEG, PNG, WebP or HEIC file; unreadable notes count as none.
pub(super) fn read(bytes: &[u8]) -> Notes {
    let none = Notes {
        orientation: 1,
        exposed: false,
        taken: None,
    };
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_from_container(&mut Cursor::new(bytes));
    let Ok(exif) = read.or_else(|error| error.distill_partial_result(|_| {})) else {
        return none;
    };
    let has = |tag| exif.get_field(tag, In::PRIMARY).is_some();
    Notes {
        orientation: orientation(&exif),
        exposed: (has(Tag::Make) || has(Tag::Model))
            && (has(Tag::ExposureTime) || has(Tag::FNumber) || has(Tag::PhotographicSensitivity)),
        taken: taken(&exif),
    }
}

/// Returns the orientation, 1 if there is none or it is out of range.
fn orientation(exif: &Exif) -> u8 {
    exif.get_field(Tag::Orientation, In::PRIMARY)
        .and_then(|field| field.value.get_uint(0))
        .and_then(|value| u8::try_from(value).ok())
        .filter(|value| (1..=8).contains(value))
        .unwrap_or(1)
}

/// Returns the time of `DateTimeOriginal`, if it is a real one.
fn taken(exif: &Exif) -> Option<NaiveDateTime> {
    let field = exif.get_field(Tag::DateTimeOriginal, In::PRIMARY)?;
    let Value::Ascii(lines) = &field.value else {
        return None;
    };
    let time = DateTime::from_ascii(lines.first()?).ok()?;
    NaiveDate::from_ymd_opt(
        i32::from(time.year),
        u32::from(time.month),
        u32::from(time.day),
    )?
    .and_hms_opt(
        u32::from(time.hour),
        u32::from(time.minute),
        u32::from(time.second),
    )
}
