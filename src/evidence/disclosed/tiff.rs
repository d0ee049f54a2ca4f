//! TIFF files: every list of fields, every strip, and nothing between them.

use std::ops::Range;

use super::tree::{Field, List, Tree};
use super::{Disclosed, Unclear, jpeg, notes};

/// Fields that describe a page, its colours and the way that its samples are packed, and short texts.
const HARMLESS: [Range<u16>; 9] = [
    254..260, // kind, size, depth, packing
    262..267, // colours, thresholds
    269..276, // names, maker, model, turn
    277..293, // samples, resolution, position
    296..302, // units, number of the page, transfer
    305..307, // program, time
    315..324, // writer, computer, predictor, colours, sizes of tiles
    332..341, // inks, further samples, format
    529..533, // colours of video
];

/// The rights of the writer, a short text.
const RIGHTS: u16 = 33_432;

/// Fields that lead to the samples, and those that tell their lengths: strips and tiles.
const SAMPLES: [(u16, u16); 2] = [(273, 279), (324, 325)];

/// How the samples are packed, and the ways that hold samples and nothing else: plain, fax, LZW, deflate, runs.
const PACKING: u16 = 259;
const PACKINGS: [usize; 8] = [1, 2, 3, 4, 5, 8, 32_773, 32_946];

/// Samples as JPEG, and the tables for that.
const PACKED_AS_JPEG: usize = 7;
const JPEG_TABLES: u16 = 347;

/// Lists beside those of pages.
const FURTHER: u16 = 330;

/// Notes in words, and a profile of colours.
const WORDS: u16 = 700;
const PROFILE: u16 = 34_675;

/// The fields of maps.
const MAPS: [u16; 6] = [33_550, 33_922, 34_264, 34_735, 34_736, 34_737];

/// The fields of editors and of the press.
const EDITORS: [u16; 3] = [33_723, 34_377, 37_724];

/// How many bytes between two parts may be anything: writers start parts at even places, or at every fourth.
const ALIGNED: usize = 3;

/// Reads what a TIFF tells.
pub(super) fn read(bytes: &[u8], told: &mut Disclosed) {
    let Some(tree) = Tree::read(bytes) else {
        return told.doubt(Unclear::Part);
    };
    let mut parts: Vec<Range<usize>> = tree.lists.clone();
    let mut words = Vec::new();
    for field in &tree.fields {
        parts.push(field.at..field.at + field.value.len());
        one(field, &mut words, told);
    }
    for page in 0..=tree.last_page() {
        samples(&tree, bytes, List::Page(page), &mut parts, told);
    }
    if has_between(bytes, parts) {
        told.doubt(Unclear::Unshown);
    }
    if notes::tells_place(tree, &words) {
        told.place = true;
    }
    if notes::holds_jpeg(&words) {
        told.doubt(Unclear::Preview);
    }
    notes::loose(&words, told);
}

/// Reads one field; what may be words is added to the words.
fn one(field: &Field<'_>, words: &mut Vec<u8>, told: &mut Disclosed) {
    let leads = |&(at, lengths): &(u16, u16)| field.tag == at || field.tag == lengths;
    match (field.list, field.tag) {
        (List::Page(_), WORDS) => notes::words(&String::from_utf8_lossy(field.value), told),
        (List::Page(_), PROFILE) => notes::loose(field.value, told),
        (List::Page(_), FURTHER) => told.doubt(Unclear::Preview),
        (List::Page(_), tag) if EDITORS.contains(&tag) => told.doubt(Unclear::Editor),
        (List::Page(_), tag) if MAPS.contains(&tag) => told.place = true,
        (List::Page(_), JPEG_TABLES) => {
            if jpeg::inner(field.value, told).is_none() {
                told.doubt(Unclear::Part);
            }
        }
        (List::Page(_), _) if SAMPLES.iter().any(leads) => {}
        (List::Page(_), PACKING) => {
            let known = |way| PACKINGS.contains(&way) || way == PACKED_AS_JPEG;
            if !field.numbers().all(known) {
                told.doubt(Unclear::Part);
            }
        }
        (List::Page(_), tag) => {
            let known = HARMLESS.iter().any(|tags| tags.contains(&tag));
            if !known && ![RIGHTS, 0x8769, 0x8825].contains(&tag) {
                told.doubt(Unclear::Part);
            }
            words.extend_from_slice(field.value);
        }
        (List::Camera | List::Place | List::Exchange, _) => words.extend_from_slice(field.value),
    }
}

/// Finds the samples of a page, and reads those that are files of their own.
fn samples(
    tree: &Tree<'_>,
    bytes: &[u8],
    page: List,
    parts: &mut Vec<Range<usize>>,
    told: &mut Disclosed,
) {
    let packing = tree
        .of(page, PACKING)
        .and_then(|field| field.numbers().next());
    for (at, lengths) in SAMPLES {
        let (Some(at), Some(lengths)) = (tree.of(page, at), tree.of(page, lengths)) else {
            continue;
        };
        for (at, length) in at.numbers().zip(lengths.numbers()) {
            let Some(strip) = at.checked_add(length).and_then(|end| bytes.get(at..end)) else {
                return told.doubt(Unclear::Part);
            };
            parts.push(at..at + length);
            if packing == Some(PACKED_AS_JPEG) {
                let end = jpeg::inner(strip, told).unwrap_or_default();
                if end == 0 || strip[end..].iter().any(|byte| *byte != 0) {
                    told.doubt(Unclear::Part);
                }
            }
        }
    }
}

/// Whether anything but zeroes stands where no part of the file is.
pub(super) fn has_between(bytes: &[u8], mut parts: Vec<Range<usize>>) -> bool {
    parts.push(bytes.len()..bytes.len());
    parts.sort_unstable_by_key(|part| part.start);
    let mut end = 0;
    for part in parts {
        let between = bytes.get(end..part.start).unwrap_or_default();
        if between.len() > ALIGNED && between.iter().any(|byte| *byte != 0) {
            return true;
        }
        end = end.max(part.end);
    }
    false
}
