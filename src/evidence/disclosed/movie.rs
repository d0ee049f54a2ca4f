//! MP4, MOV and M4A: every box but the sound and the pictures themselves.

use std::ops::Range;

use memchr::memmem::find;

use super::boxes::each;
use super::notes;
use super::{Disclosed, Unclear};

/// Boxes that hold boxes.
const FULL: [&[u8; 4]; 12] = [
    b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"edts", b"mvex", b"moof", b"traf",
    b"mfra", b"tapt",
];

/// Boxes that hold times, sizes and the recording itself.
const HARMLESS: [&[u8; 4]; 46] = [
    b"ftyp", b"mdat", b"mvhd", b"iods", b"tkhd", b"elst", b"tref", b"mdhd", b"vmhd", b"smhd",
    b"nmhd", b"gmhd", b"dref", b"stsd", b"stts", b"stss", b"stsc", b"stsz", b"stz2", b"stco",
    b"co64", b"ctts", b"sgpd", b"sbgp", b"sdtp", b"stps", b"cslg", b"trex", b"mehd", b"mfhd",
    b"tfhd", b"tfdt", b"trun", b"tfra", b"mfro", b"sidx", b"clef", b"prof", b"enof", b"subs",
    b"saiz", b"saio", b"elng", b"styp", b"pdin", b"load",
];

/// Marks of a place among the notes of phones.
const PLACES: [&[u8]; 4] = [b"\xa9xyz", b"loci", b"location", b"GPS"];

/// How deep boxes lie in one another.
const DEEPEST: usize = 8;

/// Reads what a movie tells.
pub(super) fn read(bytes: &[u8], told: &mut Disclosed) {
    list(bytes, 0, told);
}

/// Reads a list of boxes.
fn list(bytes: &[u8], depth: usize, told: &mut Disclosed) {
    let visit = |kind, inner: Range<usize>| one(kind, &bytes[inner], depth, told);
    match each(bytes, visit) {
        None => told.doubt(Unclear::Part),
        Some(rest) if bytes[rest.clone()].iter().any(|byte| *byte != 0) => {
            told.doubt(Unclear::AfterEnd);
        }
        Some(_) => {}
    }
}

/// Reads one box.
fn one(kind: [u8; 4], inner: &[u8], depth: usize, told: &mut Disclosed) {
    match &kind {
        kind if FULL.contains(&kind) && depth < DEEPEST => list(inner, depth + 1, told),
        kind if HARMLESS.contains(&kind) => {}
        // Some cameras keep the way that they went in tracks of their own, or in room that is said to be free.
        b"hdlr"
            if matches!(
                inner.get(8..12),
                Some(b"vide" | b"soun" | b"alis" | b"url ")
            ) =>
        {
            notes::loose(inner, told);
        }
        b"free" | b"skip" | b"wide" if inner.iter().all(|byte| *byte == 0) => {}
        b"udta" | b"meta" => {
            told.place |= PLACES.iter().any(|word| find(inner, word).is_some());
            if [b"covr", b"snal", b"thmb"]
                .iter()
                .any(|word| find(inner, *word).is_some())
            {
                told.doubt(Unclear::Preview);
            }
            notes::loose(inner, told);
        }
        _ => told.doubt(Unclear::Part),
    }
}

#[cfg(test)]
mod tests {
    use super::{Disclosed, Unclear, read};

    fn boxed(kind: &[u8], inner: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inner.len() + 8).unwrap().to_be_bytes();
        [length.as_slice(), kind, inner].concat()
    }

    fn told(boxes: &[Vec<u8>]) -> Disclosed {
        let mut told = Disclosed::default();
        read(&boxes.concat(), &mut told);
        told
    }

    #[test]
    fn places_and_unknown_boxes_are_found() {
        let movie = |extra: &[u8]| {
            boxed(
                b"moov",
                &[boxed(b"mvhd", &[0; 100]), extra.to_vec()].concat(),
            )
        };
        let start = boxed(b"ftyp", b"isom\0\0\0\0");
        assert_eq!(told(&[start.clone(), movie(&[])]), Disclosed::default());
        let placed = boxed(
            b"udta",
            &boxed(b"\xa9xyz", b"\0\x12\x15\xc7+31.2304+121.4737/"),
        );
        assert!(told(&[start.clone(), movie(&placed)]).place);
        let odd = boxed(b"gps ", b"track");
        assert_eq!(
            told(&[start.clone(), movie(&odd)]).unclear,
            Some(Unclear::Part)
        );
        let free = boxed(b"free", b"\0\0freeGPS ");
        assert_eq!(told(&[start.clone(), free]).unclear, Some(Unclear::Part));
        assert_eq!(
            told(&[start, b"tail".to_vec()]).unclear,
            Some(Unclear::AfterEnd)
        );
    }
}
