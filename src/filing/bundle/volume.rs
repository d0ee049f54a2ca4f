//! A filing in several volumes (分卷), where one file would be too large.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::{Attached, Attachment};
use crate::evidence::Content;

/// One of the volumes of a filing.
#[derive(Debug, Clone)]
pub struct VolumePlan {
    /// Which, from 1; the first holds the filing itself.
    pub no: usize,
    /// Of how many.
    pub of: usize,
    /// The exhibits in it, or parts of them.
    pub attachments: Vec<Attachment>,
    /// Where every exhibit of the filing lies.
    pub places: Places,
}

/// Where exhibits lie, by number: in one volume, or in several one after another.
pub type Places = BTreeMap<u32, Vec<Span>>;

/// Pages of a volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The volume, from 1.
    pub volume: usize,
    /// The first page.
    pub first: usize,
    /// The last page.
    pub last: usize,
}

/// A volume, as the page library takes it.
#[derive(Debug, Clone, Serialize)]
pub struct VolumeView {
    /// Which, from 1.
    pub no: usize,
    /// Of how many.
    pub of: usize,
    /// Where every exhibit lies.
    pub places: Places,
}

impl From<&VolumePlan> for VolumeView {
    fn from(plan: &VolumePlan) -> Self {
        Self {
            no: plan.no,
            of: plan.of,
            places: plan.places.clone(),
        }
    }
}

/// Which pictures of an item an attachment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many pictures of the item lie in volumes before.
    pub before: usize,
    /// How many pictures the item has.
    pub of: usize,
}

impl Attachment {
    /// How many pictures the whole item has.
    pub fn all_pictures(&self) -> usize {
        self.share
            .map_or_else(|| self.own_pictures(), |share| share.of)
    }

    /// How many pictures of the item lie in volumes before.
    pub fn pictures_before(&self) -> usize {
        self.share.map_or(0, |share| share.before)
    }

    /// Whether it goes on with an exhibit that began in a volume before.
    pub fn is_continued(&self) -> bool {
        self.pictures_before() > 0
    }

    /// Whether the exhibit ends with it.
    pub fn is_end(&self) -> bool {
        self.pictures_before() + self.own_pictures() == self.all_pictures()
    }

    fn own_pictures(&self) -> usize {
        let files = self.files.iter();
        files.map(|file| file.made.content.copies().len()).sum()
    }

    /// The part of a whole attachment that holds these of its pictures, or all of it.
    ///
    /// What a document says goes with its first picture; a file without pictures goes with the first part, and a
    /// chat log, which stands after the pictures, with the last.
    #[must_use]
    pub fn part(&self, pictures: &Range<usize>) -> Self {
        let of = self.own_pictures();
        let mut at = 0;
        let files = self.files.iter().filter_map(|file| {
            let first = at;
            at += file.made.content.copies().len();
            let is_in = match &file.made.content {
                Content::Transcript(_) => pictures.end == of,
                _ if first == at => pictures.start == 0,
                _ => first < pictures.end && pictures.start < at,
            };
            let from = pictures.start.clamp(first, at) - first;
            let to = pictures.end.clamp(first, at) - first;
            is_in.then(|| part_of(file, from..to))
        });
        Self {
            item: self.item,
            files: files.collect(),
            share: Some(Share {
                before: pictures.start,
                of,
            }),
        }
    }
}

/// A file with some of its pictures.
fn part_of(file: &Attached, pictures: Range<usize>) -> Attached {
    let mut part = file.clone();
    // The original goes along once, with the first of its pictures.
    part.inside = part.inside.filter(|_| pictures.start == 0);
    part.made.content = match part.made.content {
        Content::Pictures(copies) => Content::Pictures(copies[pictures].to_vec()),
        Content::Document(document) if pictures.start > 0 => {
            Content::Pictures(document.pictures[pictures].to_vec())
        }
        Content::Document(mut document) => {
            document.pictures.truncate(pictures.end);
            Content::Document(document)
        }
        other => other,
    };
    part
}
