//! PNG files: every chunk up to the end mark, and nothing behind it.

use std::io::Cursor;

use png::{Decoder, Limits};

use super::notes;
use super::preview::Shown;
use super::{Disclosed, Unclear};
use crate::evidence::png_file::chunks;

/// Chunks that hold nothing but the picture and its colours.
const HARMLESS: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD",
    b"pHYs", b"tIME", b"hIST", b"cICP", b"cLLI",
];

/// Chunks of a few numbers that screenshots and editors add: sizes, offsets, colours.
const FIGURES: [&[u8; 4]; 6] = [b"iDOT", b"oFFs", b"mDCV", b"vpAg", b"caNv", b"orNT"];

/// The most bytes of a chunk of figures, with its length and checksum.
const MOST_FIGURES: usize = 64;

/// Chunks with notes, of which some are packed.
const NOTES: [&[u8; 4]; 5] = [b"tEXt", b"zTXt", b"iTXt", b"iCCP", b"eXIf"];

/// The header of a picture of one pixel, with its checksum.
const HEADER: &[u8] = b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90\x77\x53\xde";

/// A chunk of picture data without any, with its checksum.
const NO_DATA: &[u8] = b"\0\0\0\0IDAT\x35\xaf\x06\x1e";

/// Reads what a PNG tells.
pub(super) fn read(bytes: &[u8], shown: &Shown<'_>, told: &mut Disclosed) {
    let (mut length, mut noted) = (8, Vec::new());
    for chunk in chunks(bytes) {
        length += chunk.whole.len();
        if NOTES.contains(&&chunk.kind) {
            noted.push(chunk.whole);
        } else if FIGURES.contains(&&chunk.kind) && chunk.whole.len() <= MOST_FIGURES {
            told.texts.extend(notes::readings(chunk.whole));
        } else if !HARMLESS.contains(&&chunk.kind) {
            told.doubt(Unclear::Part);
        }
    }
    // Screenshots that were cropped have carried the whole of what they were before behind their end.
    if length < bytes.len() {
        told.doubt(Unclear::AfterEnd);
    }
    for whole in noted {
        self::noted(whole, shown, told);
    }
}

/// Reads a chunk of notes, as that of a picture of one pixel.
fn noted(whole: &[u8], shown: &Shown<'_>, told: &mut Disclosed) {
    const MOST: usize = 1 << 20;
    let file = [b"\x89PNG\r\n\x1a\n", HEADER, whole, NO_DATA].concat();
    let decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MOST });
    let Ok(reader) = decoder.read_info() else {
        return told.doubt(Unclear::Part);
    };
    let info = reader.info();
    let mut found = false;
    if let Some(exif) = &info.exif_metadata {
        notes::exif(exif, Some(shown), told);
        found = true;
    }
    if let Some(profile) = &info.icc_profile {
        notes::loose(profile, told);
        found = true;
    }
    let mut words = Vec::new();
    for text in &info.uncompressed_latin1_text {
        words.push((text.keyword.clone(), Ok(text.text.clone())));
    }
    for text in &info.compressed_latin1_text {
        words.push((text.keyword.clone(), text.get_text()));
    }
    for text in &info.utf8_text {
        words.push((text.keyword.clone(), text.get_text()));
    }
    for (keyword, text) in words {
        found = true;
        match text {
            // Some programs keep notes of cameras as numbers written in letters.
            Ok(text) if !keyword.starts_with("Raw profile") => {
                notes::words(&text, told);
                // Notes that ought to be Latin may be of any encoding.
                let latin: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c).ok()).collect();
                if let Some(bytes) = latin.filter(|bytes| !bytes.is_ascii()) {
                    notes::loose(&bytes, told);
                }
                told.texts.push(keyword);
            }
            _ => told.doubt(Unclear::Part),
        }
    }
    if !found {
        told.doubt(Unclear::Part);
    }
}
