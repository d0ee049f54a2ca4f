//! Notes of cameras and programs: EXIF, XMP and loose strings.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use memchr::memmem::find;

use super::preview::{Likeness, Shown};
use super::tree::{Field, List, Tree};
use super::{Disclosed, Unclear, jpeg};

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

/// Words by which notes tell that they hold a map of depth, or the picture before it was blurred by one.
pub(super) const DEPTHS: [&str; 3] = ["GDepth:", "GImage:", "GCamera:DepthMap"];

/// How a JPEG starts.
const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF];

/// The most pictures in notes that are looked at; cameras write one, some a second.
const MOST_PREVIEWS: usize = 4;

/// The field of makers of cameras, whose form is their secret.
const MAKER: u16 = 0x927C;

/// Fields that lead to the small picture, as a JPEG and otherwise, and to further lists.
const PREVIEW: u16 = 0x0201;
const STRIPS: u16 = 0x0111;
const FURTHER: u16 = 0x014A;

/// Words by which notes of makers tell a place, in small letters.
const PLACE_WORDS: [&[u8]; 5] = [b"latitude", b"longitude", b"iso6709", b"$gprmc", b"$gpgga"];

/// How a list of a place shows in bytes of whatever make: the field that leads to one, degrees, minutes and seconds
/// of latitude and longitude, each with the lesser and the greater byte first.
const PLACE_FIELDS: [&[u8; 8]; 6] = [
    b"\x25\x88\x04\0\x01\0\0\0",
    b"\x88\x25\0\x04\0\0\0\x01",
    b"\x02\0\x05\0\x03\0\0\0",
    b"\0\x02\0\x05\0\0\0\x03",
    b"\x04\0\x05\0\x03\0\0\0",
    b"\0\x04\0\x05\0\0\0\x03",
];

/// Reads notes in EXIF, without the mark before them, of a picture whose small pictures are compared with it.
///
/// In a small picture itself there is nothing to compare further ones with.
pub(super) fn exif(bytes: &[u8], shown: Option<&Shown<'_>>, told: &mut Disclosed) {
    let Some(tree) = Tree::read(bytes) else {
        return told.doubt(Unclear::Part);
    };
    if leads_elsewhere(&tree, bytes) {
        told.doubt(Unclear::Preview);
    }
    told.place |= tells_place(tree, bytes);
    loose(&previews(bytes, shown, told), told);
}

/// Whether the lists lead to pictures that are no JPEG, or to lists beside those of notes.
fn leads_elsewhere(tree: &Tree<'_>, bytes: &[u8]) -> bool {
    let is_jpeg = |at| bytes.get(at..).is_some_and(|rest| rest.starts_with(JPEG));
    let mut fields = tree.fields.iter();
    fields.any(|field| match (field.list, field.tag) {
        (List::Page(0 | 1), PREVIEW) => !field.numbers().next().is_some_and(is_jpeg),
        (List::Page(0 | 1), STRIPS | FURTHER) | (List::Page(2..), _) => true,
        _ => false,
    })
}

/// Reads the pictures that stand in notes, wherever that is, and returns the notes without them.
fn previews(bytes: &[u8], shown: Option<&Shown<'_>>, told: &mut Disclosed) -> Vec<u8> {
    let (mut rest, mut left, mut count) = (bytes, Vec::new(), 0);
    while let Some(at) = find(rest, JPEG) {
        let Some(shown) = shown.filter(|_| count < MOST_PREVIEWS) else {
            told.doubt(Unclear::Preview);
            break;
        };
        count += 1;
        let picture = &rest[at..];
        let length = jpeg::inner(picture, told).unwrap_or(JPEG.len());
        match shown.likeness(&picture[..length]) {
            Likeness::Same => {}
            Likeness::Other => told.doubt(Unclear::Older),
            Likeness::Unknown => told.doubt(Unclear::Preview),
        }
        left.extend_from_slice(&rest[..at]);
        rest = &picture[length..];
    }
    left.extend_from_slice(rest);
    left
}

/// Whether notes tell the place where the camera was, in a list for that or in the maker's own way.
pub(super) fn tells_place(mut tree: Tree<'_>, bytes: &[u8]) -> bool {
    let fields = tree.fields.clone();
    let mut makers = fields.iter().filter(|field| field.tag == MAKER);
    // Wide characters are narrow ones with zeroes between them.
    let narrow = bytes.iter().filter(|byte| **byte != 0);
    let narrow: Vec<u8> = narrow.map(u8::to_ascii_lowercase).collect();
    tree.tells_place()
        || PLACE_WORDS.iter().any(|word| find(&narrow, word).is_some())
        || makers.any(|field| {
            let has = |word: &[u8]| find(field.value, word).is_some();
            has(b"GPS")
                || PLACE_FIELDS.iter().any(|mark| has(*mark))
                || names_place(&mut tree, field)
        })
}

/// Whether the notes of a maker name a place in a list of their own.
fn names_place<'a>(tree: &mut Tree<'a>, maker: &Field<'a>) -> bool {
    let first = tree.fields.len();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte > 0x7F;
    maker.value.starts_with(b"Panasonic\0\0\0")
        && tree.list(List::Camera, maker.at + 12).is_some()
        && tree.fields[first..].iter().any(|field| {
            let names = matches!(field.tag, 0x67 | 0x69 | 0x6B | 0x6D | 0x6F | 0x80);
            names && field.value.iter().any(is_name)
        })
}

/// Whether a picture stands in bytes of whatever make.
pub(super) fn holds_jpeg(bytes: &[u8]) -> bool {
    find(bytes, JPEG).is_some()
}

/// Whether notes in words tell a place.
pub(in super::super) fn place_in(text: &str) -> bool {
    PLACES.iter().any(|word| text.contains(word))
}

/// Reads notes in words, such as XMP.
pub(super) fn words(text: &str, told: &mut Disclosed) {
    told.place |= place_in(text);
    if DEPTHS.iter().any(|word| text.contains(word)) {
        told.doubt(Unclear::Depth);
    }
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
    // A byte before a string of Chinese characters may be taken for the first half of one.
    for bytes in [bytes, &without_leads(bytes)] {
        readings.push(GB18030.decode_without_bom_handling(bytes).0.into_owned());
    }
    // A string of wide characters may start at an odd byte.
    for rest in [bytes, bytes.get(1..).unwrap_or_default()] {
        for codec in [UTF_16LE, UTF_16BE] {
            readings.push(codec.decode_without_bom_handling(rest).0.into_owned());
        }
    }
    readings
}

/// Bytes without the first one of each run that is no ASCII.
fn without_leads(bytes: &[u8]) -> Vec<u8> {
    let before = std::iter::once(&0).chain(bytes);
    let kept = bytes.iter().zip(before);
    let kept = kept.filter(|(byte, before)| byte.is_ascii() || !before.is_ascii());
    kept.map(|(byte, _)| *byte).collect()
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
        let after = [b"\xFE", chinese.as_slice()].concat();
        for bytes in ["林晓舟".as_bytes(), &wide, &odd, &chinese, &after] {
            assert!(readings(bytes).iter().any(|text| text.contains("林晓舟")));
        }
    }
}
