//! Proof that what was to be hidden is gone from the finished PDF.

use std::sync::Arc;

use super::originals::Enclosed;
use super::{Desk, faults};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::evidence::{self, Content, FiledCopy};
use crate::filing::{self, Attachment, Brief};
use crate::reread::{PictureData, Reread, StoredPicture, reread_all};

/// The fewest characters of a word that is looked for: shorter ones stand everywhere by chance.
const SHORTEST: usize = 4;

/// What a filing hides.
#[derive(Debug, Clone, Default)]
pub struct Hidden {
    /// The words under the boxes, each with its route in the case file.
    words: Vec<(String, String)>,
    /// The copies with covered places, each with the number of its exhibit.
    covered: Vec<(u32, FiledCopy)>,
}

impl Hidden {
    /// Whether it hides nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.covered.is_empty()
    }

    /// The words under the boxes that are long enough to be looked for.
    pub(super) fn words(&self) -> Vec<&str> {
        let words = self.words.iter().map(|(word, _)| word.as_str());
        words
            .filter(|word| plain(word).chars().count() >= SHORTEST)
            .collect()
    }
}

/// What a filing hides: the words in every volume, the covered places in the one that shows them.
pub(super) fn hidden(brief: &Brief<'_>, attachments: &[Attachment]) -> Hidden {
    let mut hidden = Hidden::default();
    for attachment in attachments {
        let item = &brief.case.evidence[attachment.item];
        let held = item
            .redactions
            .iter()
            .filter(|one| filing::bundle::holds(&one.scope, brief.channel));
        let route = format!("evidence[{}]", item.listed);
        let words = held.flat_map(|one| &one.hides);
        hidden
            .words
            .extend(words.map(|word| (word.clone(), route.clone())));
    }
    for attachment in brief.in_volume(attachments) {
        let number = brief.case.evidence[attachment.item].number;
        for attached in &attachment.files {
            if let Content::Pictures(copies) = &attached.made.content {
                let covered = copies.iter().filter(|copy| !copy.masks.is_empty());
                hidden
                    .covered
                    .extend(covered.map(|copy| (number, copy.clone())));
            }
        }
    }
    hidden
}

/// Reopens a finished PDF and tells what is left of the hidden.
///
/// `enclosed` names the attached files that are searched by themselves.
pub(super) fn residue(
    desk: &Desk<'_>,
    hidden: &Hidden,
    enclosed: &[Enclosed],
    pdf: &Arc<Vec<u8>>,
) -> Diagnostics {
    let mut found = Diagnostics::new();
    if hidden.is_empty() {
        return found;
    }
    let wanted = |name: &str| !enclosed.iter().any(|one| one.name == name);
    let Some(read) = reread_all(pdf, &wanted) else {
        found.push(Diagnostic::error(faults::not_reopened()));
        return found;
    };
    for (exhibit, copy) in &hidden.covered {
        if !read.pictures.iter().any(|stored| is_covered(stored, copy)) {
            found.push(Diagnostic::error(faults::not_covered(*exhibit)));
        }
    }
    let everything = everything(&read);
    for (word, route) in &hidden.words {
        let plain = plain(word);
        let place = desk
            .places
            .find(|text| text == word)
            .into_iter()
            .find(|other| other.starts_with(route.as_str()));
        let place = Place::value(place.unwrap_or_else(|| route.clone()));
        if plain.chars().count() < SHORTEST {
            found.push(Diagnostic::warning(faults::too_short_to_search(word)).at(place));
        } else if everything.iter().any(|text| text.contains(&plain)) {
            found.push(Diagnostic::error(faults::residue(word)).at(place));
        }
    }
    found
}

/// Whether a stored picture is this copy with all its covered places flat.
fn is_covered(stored: &StoredPicture, copy: &FiledCopy) -> bool {
    if (stored.width, stored.height) != (copy.width, copy.height) {
        return false;
    }
    match &stored.data {
        PictureData::Jpeg(bytes) => {
            bytes.as_slice() == &*copy.bytes && evidence::jpeg_is_covered(bytes, &copy.masks)
        }
        PictureData::Samples(samples) => {
            evidence::shows(copy, samples)
                && evidence::samples_are_covered(samples, copy.width, &copy.masks)
        }
        PictureData::Other => false,
    }
}

/// Every text in a PDF, as it is searched: pages, bookmarks, descriptions, metadata, attached files.
fn everything(read: &Reread) -> Vec<String> {
    let attached = read.attachments.iter().flat_map(|file| {
        [
            plain(&file.name),
            plain(&String::from_utf8_lossy(&file.bytes)),
        ]
    });
    read.pages
        .iter()
        .chain(&read.strings)
        .map(|text| plain(text))
        .chain(attached)
        .collect()
}

/// A text without spaces and signs, in small letters: a word may be broken over lines or written in groups.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
