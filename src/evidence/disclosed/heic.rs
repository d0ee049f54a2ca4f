//! HEIC pictures: every item, every property, and nothing between them.

use std::ops::Range;

use heifer::heifer_isobmff::boxes::{ConstructionMethod, Property};
use heifer::heifer_isobmff::{HeifFile, Item, ItemId, is_image_item};
use memchr::memmem::find;

use super::boxes::each;
use super::preview::{Likeness, Shown};
use super::tiff::has_between;
use super::{Disclosed, Unclear, notes};
use crate::evidence::heic;
use crate::evidence::kind::Kind;

/// Boxes that describe the items, with what is read of them by itself.
const LISTS: [&[u8; 4]; 8] = [
    b"hdlr", b"dinf", b"pitm", b"iinf", b"iref", b"iprp", b"iloc", b"idat",
];

/// Properties of a few numbers: shapes of pixels, layers, light.
const FIGURES: [&[u8; 4]; 7] = [
    b"pasp", b"rloc", b"lsel", b"clli", b"mdcv", b"amve", b"cclv",
];

/// How many pixels of a side may be cut away: encoders fill blocks up.
const FILLED: u32 = 64;

/// Reads what a HEIC tells, with the decoder that belongs into a process of its own.
pub(in super::super) fn read(bytes: &[u8]) -> Disclosed {
    let mut told = Disclosed::default();
    match HeifFile::parse(bytes) {
        Ok(file) => {
            boxes(bytes, &file, &mut told);
            let shown = Shown::new(bytes, Kind::Heic, &[]);
            for item in &file.items {
                self::item(item, &file, &shown, &mut told);
            }
            properties(&file, &mut told);
        }
        Err(_) => match each(bytes, |_, _| {}) {
            Some(rest) if !rest.is_empty() => told.doubt(Unclear::AfterEnd),
            _ => told.doubt(Unclear::Part),
        },
    }
    told.place |= find(bytes, b"exif:GPS").is_some();
    told
}

/// Reads the boxes, and looks for data that belong to no item.
fn boxes(bytes: &[u8], file: &HeifFile<'_>, told: &mut Disclosed) {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let end = each(bytes, |kind, inner| {
        let content = &bytes[inner.clone()];
        parts.push(inner.start.saturating_sub(16)..inner.start);
        match &kind {
            b"mdat" => return,
            b"ftyp" => {}
            b"meta" => {
                let lists = content.get(4..).unwrap_or_default();
                let known = |kind: &[u8; 4]| LISTS.contains(&kind);
                let whole = each(lists, |kind, _| {
                    if !known(&kind) {
                        told.doubt(Unclear::Part);
                    }
                });
                if whole.is_none_or(|rest| !rest.is_empty()) {
                    told.doubt(Unclear::Part);
                }
                notes::loose(content, told);
            }
            b"moov" => told.doubt(Unclear::Film),
            b"free" | b"skip" | b"wide" if content.iter().all(|byte| *byte == 0) => {}
            _ => told.doubt(Unclear::Part),
        }
        parts.push(inner);
    });
    let Some(rest) = end else {
        return told.doubt(Unclear::AfterEnd);
    };
    if bytes[rest.clone()].iter().any(|byte| *byte != 0) {
        told.doubt(Unclear::AfterEnd);
    }
    parts.push(rest);
    for item in &file.items {
        let Some(location) = &item.location else {
            continue;
        };
        if location.construction_method != ConstructionMethod::File {
            // What stands among the lists was read with them.
            continue;
        }
        for extent in &location.extents {
            let at = usize::try_from(extent.offset).unwrap_or(usize::MAX);
            let length = usize::try_from(extent.length).unwrap_or(usize::MAX);
            let to = at.saturating_add(length).min(bytes.len());
            parts.push(at.min(to)..if length == 0 { bytes.len() } else { to });
        }
    }
    if has_between(bytes, parts) {
        told.doubt(Unclear::Unshown);
    }
}

/// Reads an item by what it is to the picture that is shown.
fn item(item: &Item, file: &HeifFile<'_>, shown: &Shown<'_>, told: &mut Disclosed) {
    let main = file.primary_id;
    let refers = |kind: &[u8; 4]| file.referencing_items(main, kind).contains(&item.id);
    match &item.item_type.0 {
        b"hvc1" if item.id == main || file.referenced_items(main, b"dimg").contains(&item.id) => {}
        b"grid" if item.id == main => {}
        b"hvc1" if refers(b"thmb") => {
            let several = file.referencing_items(main, b"thmb").len() > 1;
            let thumbnail = heic::thumbnail(shown.bytes()).filter(|_| !several);
            match thumbnail.map_or(Likeness::Unknown, |one| shown.likeness_of(one)) {
                Likeness::Same => {}
                Likeness::Other => told.doubt(Unclear::Older),
                Likeness::Unknown => told.doubt(Unclear::Preview),
            }
        }
        b"Exif" => exif(item.id, file, shown, told),
        b"mime" if item.content_type.as_deref() == Some("application/rdf+xml") => {
            match file.item_data(item.id) {
                Ok(words) => notes::words(&String::from_utf8_lossy(&words), told),
                Err(_) => told.doubt(Unclear::Part),
            }
        }
        _ if is_depth(item.id, file) => told.doubt(Unclear::Depth),
        _ if is_image_item(item.item_type) => told.doubt(Unclear::Second),
        _ => told.doubt(Unclear::Part),
    }
}

/// Reads the notes of the camera, behind the number that tells where they start.
fn exif(id: ItemId, file: &HeifFile<'_>, shown: &Shown<'_>, told: &mut Disclosed) {
    let data = file.item_data(id).unwrap_or_default();
    let start = data.first_chunk().map(|four| u32::from_be_bytes(*four));
    let start = start.and_then(|start| usize::try_from(start).ok()?.checked_add(4));
    let halves = start.and_then(|start| data.split_at_checked(start));
    match halves {
        Some((before, exif)) if matches!(&before[4..], b"" | b"Exif\0\0") => {
            let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
            notes::exif(exif, Some(shown), told);
        }
        _ => told.doubt(Unclear::Part),
    }
}

/// Whether an item is a map of depth.
fn is_depth(id: ItemId, file: &HeifFile<'_>) -> bool {
    let is = |property: &Property| match property {
        Property::AuxiliaryType(kind) => kind.ends_with("auxid:2") || kind.contains("depth"),
        _ => false,
    };
    file.item_properties(id).is_ok_and(|mut all| all.any(is))
}

/// Reads the properties of all items.
fn properties(file: &HeifFile<'_>, told: &mut Disclosed) {
    for property in &file.properties {
        if let Property::Unknown(kind, _) = property
            && !FIGURES.contains(&&kind.0)
        {
            told.doubt(Unclear::Part);
        }
    }
    for item in &file.items {
        let (Ok(properties), Ok(Some((width, height)))) =
            (file.item_properties(item.id), file.image_size(item.id))
        else {
            continue;
        };
        for property in properties {
            if let Property::CleanAperture {
                width: w,
                height: h,
                ..
            } = property
            {
                let cut = |all: u32, (shown, by): (u32, u32)| {
                    all.saturating_sub(shown.checked_div(by).unwrap_or(0)) > FILLED
                };
                if cut(width, *w) || cut(height, *h) {
                    told.doubt(Unclear::Unshown);
                }
            }
        }
    }
}
