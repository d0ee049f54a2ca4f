//! JPEG files: every segment up to the end mark, and nothing behind it.

use memchr::memchr;
use memchr::memmem::find;

use super::notes;
use super::preview::Shown;
use super::{Disclosed, Unclear};

/// Reads what a JPEG tells.
pub(in super::super) fn read(bytes: &[u8], shown: &Shown<'_>, told: &mut Disclosed) {
    let Some(end) = segments(bytes, Some(shown), told) else {
        return told.doubt(Unclear::Part);
    };
    // Phones append films, editors leave what they cut away.
    if bytes[end..].iter().any(|byte| *byte != 0) {
        told.doubt(appended(&bytes[end..]));
    }
}

/// Reads what a picture inside of notes tells, and returns how long it is; nothing if it is not whole.
pub(super) fn inner(bytes: &[u8], told: &mut Disclosed) -> Option<usize> {
    segments(bytes, None, told)
}

/// Reads every segment, and returns where the end mark ends.
fn segments(bytes: &[u8], shown: Option<&Shown<'_>>, told: &mut Disclosed) -> Option<usize> {
    let mut at = 2;
    loop {
        let (mark, start) = mark(bytes, at)?;
        at = start;
        match mark {
            0xD9 => return Some(at),
            0x01 | 0xD0..=0xD8 => continue,
            _ => {}
        }
        let length = bytes
            .get(at..at + 2)
            .map(|two| usize::from(two[0]) << 8 | usize::from(two[1]));
        let segment = bytes.get(at + 2..at + length?)?;
        at += segment.len() + 2;
        match mark {
            0xE0 => header(segment, told),
            0xE1 => noted(segment, shown, told),
            0xE2 if segment.starts_with(b"ICC_PROFILE\0") => notes::loose(segment, told),
            0xE2 if segment.starts_with(b"MPF\0") => told.doubt(Unclear::Second),
            0xED if segment.starts_with(b"Photoshop ") => told.doubt(Unclear::Editor),
            0xEC if segment.starts_with(b"Ducky") => notes::loose(segment, told),
            0xEE if segment.starts_with(b"Adobe") => {}
            0xFE => notes::loose(segment, told),
            // What describes and holds the picture itself.
            0xC0..=0xCF | 0xDB..=0xDD => {}
            0xDA => at = after_scan(bytes, at),
            _ => told.doubt(Unclear::Part),
        }
    }
}

/// What stands after the end.
fn appended(rest: &[u8]) -> Unclear {
    let has = |word: &[u8]| find(rest, word).is_some();
    if has(b"MotionPhoto_Data") || has(b"ftyp") && has(b"moov") {
        Unclear::Film
    } else if has(&[0xFF, 0xD8, 0xFF]) {
        Unclear::Second
    } else {
        Unclear::AfterEnd
    }
}

/// The next mark, and where the bytes behind it start.
fn mark(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(at..)?;
    let fill = rest.iter().take_while(|byte| **byte == 0xFF).count();
    (fill > 0).then_some(())?;
    Some((*rest.get(fill)?, at + fill + 1))
}

/// Where the mark after the data of a scan stands.
fn after_scan(bytes: &[u8], mut at: usize) -> usize {
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr(0xFF, rest)) {
        at += next;
        match bytes.get(at + 1) {
            Some(0 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            _ => return at,
        }
    }
    bytes.len()
}

/// Reads the first header, which may hold a preview.
fn header(segment: &[u8], told: &mut Disclosed) {
    if !segment.starts_with(b"JFIF\0") || segment.len() > 14 {
        told.doubt(Unclear::Preview);
    }
}

/// Reads the notes of cameras and programs.
fn noted(segment: &[u8], shown: Option<&Shown<'_>>, told: &mut Disclosed) {
    if let Some(exif) = segment.strip_prefix(b"Exif\0\0") {
        notes::exif(exif, shown, told);
    } else if let Some(xmp) = segment.strip_prefix(b"http://ns.adobe.com/xap/1.0/\0") {
        notes::words(&String::from_utf8_lossy(xmp), told);
    } else if notes::DEPTHS
        .iter()
        .any(|word| find(segment, word.as_bytes()).is_some())
    {
        told.doubt(Unclear::Depth);
    } else {
        told.doubt(Unclear::Part);
    }
}
