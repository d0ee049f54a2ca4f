//! Lists of fields in the form of TIFF, in which cameras keep their notes too (EXIF).

use std::collections::BTreeSet;
use std::ops::Range;

/// The most lists in a file; a scan of three hundred pages has as many, and some more.
const MOST_LISTS: usize = 1000;

/// The most fields in a file.
const MOST_FIELDS: usize = 50_000;

/// The field that leads to the notes of the camera.
const CAMERA: u16 = 0x8769;

/// The field that leads to the place.
const PLACE: u16 = 0x8825;

/// The field that leads to rules of exchange.
const EXCHANGE: u16 = 0xA005;

/// Which list a field stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// The list of a page, counted from 0; notes of cameras keep the small picture on page 1.
    Page(usize),
    /// The notes of the camera.
    Camera,
    /// The place where the camera was.
    Place,
    /// Rules of exchange between devices.
    Exchange,
}

/// A field of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'a> {
    /// The list that it stands in.
    pub(super) list: List,
    /// What it is.
    pub(super) tag: u16,
    /// The type of its values.
    kind: u16,
    /// Where its values start in the file.
    pub(super) at: usize,
    /// Its values.
    pub(super) value: &'a [u8],
    /// Whether the greater byte comes first.
    big: bool,
}

/// All lists of fields of a file.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    /// The file, from the mark on that tells the order of bytes.
    bytes: &'a [u8],
    /// Whether the greater byte comes first.
    big: bool,
    /// The fields, list by list.
    pub(super) fields: Vec<Field<'a>>,
    /// Where the lists stand, the header first.
    pub(super) lists: Vec<Range<usize>>,
}

impl<'a> Tree<'a> {
    /// Reads all lists; nothing if one is not whole, stands in another or comes round.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let big = match bytes.get(..4)? {
            b"II*\0" => false,
            b"MM\0*" => true,
            _ => return None,
        };
        let mut tree = Self {
            bytes,
            big,
            fields: Vec::new(),
            lists: Vec::new(),
        };
        tree.lists.push(0..8);
        let mut seen = BTreeSet::new();
        let mut next = vec![(List::Page(0), tree.long(4)?)];
        while let Some((list, at)) = next.pop() {
            if !seen.insert(at) || seen.len() > MOST_LISTS || tree.fields.len() > MOST_FIELDS {
                return None;
            }
            let (first, end) = (tree.fields.len(), tree.list(list, at)?);
            for field in &tree.fields[first..] {
                let below = match (list, field.tag) {
                    (List::Page(_), CAMERA) => List::Camera,
                    (List::Page(_), PLACE) => List::Place,
                    (List::Camera, EXCHANGE) => List::Exchange,
                    _ => continue,
                };
                next.push((below, field.numbers().next()?));
            }
            if let List::Page(no) = list {
                let follows = Some(tree.long(end)?).filter(|at| *at > 0);
                next.extend(follows.map(|at| (List::Page(no + 1), at)));
            }
        }
        Some(tree)
    }

    /// Reads the list at a place and returns where it ends.
    pub(super) fn list(&mut self, list: List, at: usize) -> Option<usize> {
        let count = usize::from(self.short(at)?);
        let end = at.checked_add(2 + count * 12)?;
        self.bytes.get(at..end)?;
        for no in 0..count {
            let field = at + 2 + no * 12;
            let kind = self.short(field + 2)?;
            let length = self.long(field + 4)?.checked_mul(width(kind)?)?;
            let from = if length > 4 {
                self.long(field + 8)?
            } else {
                field + 8
            };
            self.fields.push(Field {
                list,
                tag: self.short(field)?,
                kind,
                at: from,
                value: self.bytes.get(from..from.checked_add(length)?)?,
                big: self.big,
            });
        }
        self.lists.push(at..(end + 4).min(self.bytes.len()));
        Some(end)
    }

    /// The first field of a kind in a list.
    pub(super) fn of(&self, list: List, tag: u16) -> Option<&Field<'a>> {
        let mut fields = self.fields.iter();
        fields.find(|field| field.list == list && field.tag == tag)
    }

    /// The number of the last page, counted from 0.
    pub(super) fn last_page(&self) -> usize {
        let pages = self.fields.iter().filter_map(|field| match field.list {
            List::Page(no) => Some(no),
            _ => None,
        });
        pages.max().unwrap_or(0)
    }

    /// Whether it tells the place where the camera was; the version of the rules for that tells none.
    pub(super) fn tells_place(&self) -> bool {
        let mut fields = self.fields.iter();
        fields.any(|field| field.list == List::Place && field.tag != 0)
    }

    fn short(&self, at: usize) -> Option<u16> {
        let two = self.bytes.get(at..at.checked_add(2)?)?;
        u16::try_from(number(two, self.big)?).ok()
    }

    fn long(&self, at: usize) -> Option<usize> {
        let four = self.bytes.get(at..at.checked_add(4)?)?;
        number(four, self.big)
    }
}

impl Field<'_> {
    /// Its values as whole numbers; none if they are something else.
    pub(super) fn numbers(&self) -> impl Iterator<Item = usize> {
        let size = match self.kind {
            1 => 1,
            3 => 2,
            4 | 13 => 4,
            _ => usize::MAX,
        };
        let values = self.value.chunks_exact(size);
        values.filter_map(|value| number(value, self.big))
    }
}

/// How many bytes a value of a type has.
fn width(kind: u16) -> Option<usize> {
    Some(match kind {
        1 | 2 | 6 | 7 => 1,
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 => 8,
        _ => return None,
    })
}

/// Bytes as a number.
fn number(bytes: &[u8], big: bool) -> Option<usize> {
    let shift = |sum: u32, byte: &u8| sum << 8 | u32::from(*byte);
    let sum = if big {
        bytes.iter().fold(0, shift)
    } else {
        bytes.iter().rev().fold(0, shift)
    };
    usize::try_from(sum).ok()
}
