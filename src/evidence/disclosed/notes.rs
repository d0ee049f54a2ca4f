//! Notes of cameras and programs: EXIF, XMP and loose strings.

use std::io::Cursor;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use exif::{Context, Exif, In, Reader, Tag};
use memchr::memmem::find;

use super::{Disclosed, Unclear};

/// The longest block of notes that is searched, in bytes.
const LONGEST: usize = 1 << 18;

/// The longest word of notes; what is longer is a picture or other data written in letters.
const LONGEST_WORD: usize = 512;

/// Words by which notes tell a place.
const PLACES: [&str; 7] = [
    "GPS",
    "geo:lat",
    "Iptc4xmpCore:Location",
    "LocationShown",
    "LocationCreated",
    "photoshop:City",
    "location.ISO6709",
];

/// Reads notes in EXIF, without the mark before them.
pub(super) fn exif(bytes: &[u8], told: &mut Disclosed) {
    let Ok(exif) = Reader::new().read_raw(bytes.to_vec()) else {
        return told.doubt(Unclear::Part);
    };
    told.place |= tells_place(&exif);
    if exif.get_field(Tag::MakerNote, In::PRIMARY).is_some() {
        // What makers of cameras write is their secret.
        told.doubt(Unclear::Part);
    }
    if exif.fields().any(|field| field.ifd_num != In::PRIMARY) {
        told.doubt(Unclear::Preview);
    }
    loose(bytes, told);
}

/// Whether a TIFF or HEIC tells its place.
pub(super) fn has_place(bytes: &[u8]) -> bool {
    let read = Reader::new().read_from_container(&mut Cursor::new(bytes));
    read.is_ok_and(|exif| tells_place(&exif)) || find(bytes, b"exif:GPS").is_some()
}

fn tells_place(exif: &Exif) -> bool {
    exif.fields()
        .any(|field| field.tag.context() == Context::Gps)
}

/// Whether notes in words tell a place.
pub(in super::super) fn place_in(text: &str) -> bool {
    PLACES.iter().any(|word| text.contains(word))
}

/// Reads notes in words, such as XMP.
pub(super) fn words(text: &str, told: &mut Disclosed) {
    told.place |= place_in(text);
    if text.len() > LONGEST
        || text
            .split_whitespace()
            .any(|word| word.len() > LONGEST_WORD)
    {
        told.doubt(Unclear::Preview);
    }
    told.texts.push(unescaped(text));
}

/// Reads notes of whatever make.
pub(super) fn loose(bytes: &[u8], told: &mut Disclosed) {
    if bytes.len() > LONGEST {
        return told.doubt(Unclear::Part);
    }
    told.texts.extend(readings(bytes));
}

/// Bytes as texts in each encoding that they may be in.
pub(in super::super) fn readings(bytes: &[u8]) -> Vec<String> {
    let mut readings = vec![String::from_utf8_lossy(bytes).into_owned()];
    if bytes.is_ascii() && !bytes.contains(&0) {
        return readings;
    }
    readings.push(GB18030.decode_without_bom_handling(bytes).0.into_owned());
    // A string of wide characters may start at an odd byte.
    for rest in [bytes, bytes.get(1..).unwrap_or_default()] {
        for codec in [UTF_16LE, UTF_16BE] {
            readings.push(codec.decode_without_bom_handling(rest).0.into_owned());
        }
    }
    readings
}

/// A text with the numbers of characters as the characters: `&#26519;`, `&#x6797;`, `\u6797`.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = number(rest).unwrap_or_else(|| {
            let sign = if rest.starts_with('&') { '&' } else { '\\' };
            (sign, 1)
        });
        plain.push(character);
        rest = &rest[length..];
    }
    plain + rest
}

/// The character whose number a text starts with, and how many bytes that takes.
fn number(text: &str) -> Option<(char, usize)> {
    if let Some(hex) = text.strip_prefix("\\u") {
        let code = u32::from_str_radix(hex.get(..4)?, 16).ok()?;
        return Some((char::from_u32(code)?, 6));
    }
    let inner = text.strip_prefix("&#")?;
    let end = inner
        .get(..inner.len().min(10))
        .unwrap_or(inner)
        .find(';')?;
    let code = match inner[..end].strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => inner[..end].parse().ok()?,
    };
    Some((char::from_u32(code)?, end + 3))
}

#[cfg(test)]
mod tests {
    use super::{readings, unescaped};

    #[test]
    fn numbers_of_characters_are_read() {
        assert_eq!(
            unescaped("&#26519;&#x6653;\\u821f & \\n &#;"),
            "林晓舟 & \\n &#;"
        );
    }

    #[test]
    fn a_name_is_read_in_every_encoding() {
        let wide: Vec<u8> = "林晓舟".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let odd = [b"x", wide.as_slice()].concat();
        let chinese = encoding_rs::GBK.encode("林晓舟").0.into_owned();
        for bytes in ["林晓舟".as_bytes(), &wide, &odd, &chinese] {
            assert!(readings(bytes).iter().any(|text| text.contains("林晓舟")));
        }
    }
}
