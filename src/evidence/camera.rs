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
    /// The program for editing pictures that says it has written the file.
    pub(super) edited: Option<&'static str>,
}

/// Programs that people change pictures with, as they name themselves under `Software`; what phones write there is the
/// version of their system.
const EDITORS: [&str; 16] = [
    "Photoshop",
    "GIMP",
    "Lightroom",
    "Snapseed",
    "PicsArt",
    "Pixelmator",
    "Affinity",
    "paint.net",
    "Canva",
    "VSCO",
    "Meitu",
    "美图",
    "醒图",
    "Fotor",
    "Photopea",
    "Polarr",
];

/// Reads the notes out of a JPEG, PNG, WebP or HEIC file; unreadable notes count as none.
pub(super) fn read(bytes: &[u8]) -> Notes {
    let none = Notes {
        orientation: 1,
        exposed: false,
        taken: None,
        edited: None,
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
        edited: edited(&exif),
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

/// Returns the editor among the programs that name themselves in the file.
fn edited(exif: &Exif) -> Option<&'static str> {
    let field = exif.get_field(Tag::Software, In::PRIMARY)?;
    let Value::Ascii(lines) = &field.value else {
        return None;
    };
    let named: Vec<String> = lines
        .iter()
        .map(|line| String::from_utf8_lossy(line).to_lowercase())
        .collect();
    let names_itself = |editor: &&&str| {
        let editor = editor.to_lowercase();
        named.iter().any(|line| line.contains(&editor))
    };
    EDITORS.iter().find(names_itself).copied()
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

#[cfg(test)]
mod tests {
    use super::read;

    /// A TIFF file without pictures, which says what program has written it.
    fn written_by(program: &str) -> Vec<u8> {
        let mut file = b"II*\0\x08\0\0\0\x01\0".to_vec();
        let length = u32::try_from(program.len() + 1).unwrap();
        file.extend([0x31, 0x01, 0x02, 0x00]);
        file.extend(length.to_le_bytes());
        file.extend(26_u32.to_le_bytes());
        file.extend([0; 4]);
        file.extend(program.as_bytes());
        file.push(0);
        file
    }

    #[test]
    fn an_editor_is_told_from_the_system_of_a_phone() {
        for (program, editor) in [
            ("Adobe Photoshop 25.0 (Windows)", Some("Photoshop")),
            ("美图秀秀 10.2", Some("美图")),
            ("HarmonyOS 4.2.0.120", None),
            ("17.5.1", None),
        ] {
            assert_eq!(read(&written_by(program)).edited, editor, "{program}");
        }
    }
}
