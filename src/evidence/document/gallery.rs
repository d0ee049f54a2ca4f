//! Pictures inside documents: prepared like any other, each once.

use std::ops::Range;

use super::super::buffers::Buffers;
use super::super::copy::FiledCopy;
use super::super::kind::{Kind, sniff};
use super::super::original::{Original, sha256};
use super::super::sandbox::Darkroom;
use super::super::treatment::Treatment;
use super::super::{Content, Item, open};
use super::Unshown;

/// The least width and height of a picture that is shown, in pixels; below it are icons and spacers.
const LEAST: u32 = 64;

/// The most pictures of one document.
const MOST: usize = 200;

/// Where the pictures of a document hang.
pub(super) struct Gallery<'a> {
    /// What is done to every picture.
    treatment: Treatment,
    /// Memory of pictures that are done with.
    buffers: &'a Buffers,
    /// Where pictures are decoded that need a process of their own.
    darkroom: &'a Darkroom,
    /// The copies of all pictures, in the order in which they were hung.
    pub(super) copies: Vec<FiledCopy>,
    /// The hashes of the pictures so far, each with what came of it.
    known: Vec<(String, Result<Range<usize>, Unshown>)>,
}

impl<'a> Gallery<'a> {
    /// An empty gallery in a document that is treated so.
    pub(super) fn new(whole: &Treatment, buffers: &'a Buffers, darkroom: &'a Darkroom) -> Self {
        Self {
            treatment: Treatment {
                room: whole.room,
                squeeze: whole.squeeze,
                ..Treatment::default()
            },
            buffers,
            darkroom,
            copies: Vec::new(),
            known: Vec::new(),
        }
    }

    /// Prepares a picture and gives the places of its copies; one that is there already is not added again.
    pub(super) fn hang(&mut self, bytes: &[u8]) -> Result<Range<usize>, Unshown> {
        let hash = sha256(bytes);
        if let Some((_, place)) = self.known.iter().find(|(known, _)| *known == hash) {
            return place.clone();
        }
        let place = if self.known.len() < MOST {
            self.filed(bytes).map(|made| {
                let from = self.copies.len();
                self.copies.extend(made);
                from..self.copies.len()
            })
        } else {
            Err(Unshown::SmallPictures)
        };
        self.known.push((hash, place.clone()));
        place
    }

    /// The copies of a picture, the same as of a file of its own.
    fn filed(&self, bytes: &[u8]) -> Result<Vec<FiledCopy>, Unshown> {
        // Anything but a picture would open a document inside a document.
        if matches!(
            sniff(bytes),
            Kind::Document(_) | Kind::Text | Kind::Recording(_) | Kind::Empty
        ) {
            return Err(Unshown::BrokenPictures);
        }
        let item = Item {
            original: Original::new("", bytes.to_vec()),
            treatment: self.treatment.clone(),
        };
        match open(&item, self.buffers, self.darkroom).map(|made| made.content) {
            Ok(Content::Pictures(copies)) => {
                let size = copies.first().map(|copy| copy.whole.0.min(copy.whole.1));
                if size.unwrap_or_default() < LEAST {
                    return Err(Unshown::SmallPictures);
                }
                Ok(copies)
            }
            _ => Err(Unshown::BrokenPictures),
        }
    }
}
