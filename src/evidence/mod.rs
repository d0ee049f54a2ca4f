//! The files that prove what happened: one original in, the copies that are filed out.
//!
//! `ingest` decides by content what a file is, decodes it once in full, turns it upright, burns redactions in,
//! removes all metadata and gives back copies fit for the page; a transcript for a chat log, the length of a
//! recording, and the text of a document.
//! It does not know the case, the channel, the disk or the typesetter, and words no message.

mod buffers;
mod camera;
mod copy;
mod covered;
mod decoded;
mod disclosed;
mod document;
mod drawing;
mod encode;
mod ending;
mod excerpt;
mod export;
mod face;
mod fault;
mod foreign;
mod gate;
mod genre;
mod guard;
mod heic;
mod image_file;
mod jpeg_file;
mod kind;
mod loss;
mod original;
mod palette;
mod pdf;
mod picture;
mod png_file;
mod quiet;
mod raster;
mod recording;
mod redact;
mod sandbox;
mod slice;
mod squeeze;
mod stamp;
mod step;
mod store;
mod text;
mod tiff_file;
mod transcript;
mod transcript_line;
mod transcript_style;
mod treatment;
mod upload;
mod webp_file;
mod words;

#[cfg(test)]
mod tests;

use chrono::NaiveDateTime;
use rayon::prelude::*;

use guard::guarded;

pub use buffers::Buffers;
pub use copy::{CopyFormat, CopyKind, FiledCopy, Part, Region};
pub use covered::{jpeg_is_covered, samples_are_covered, shows};
pub use disclosed::{Disclosed, Unclear, disclosed, stands_in};
pub use document::{Block, Document, Paper, Particular, Table, Unshown};
pub use encode::stored_bytes;
pub use ending::ending;
pub use face::Face;
pub use fault::{Excess, Fault, Notice};
pub use foreign::{Foreign, Remedy};
pub use genre::{Genre, genre, is_wide};
pub use guard::is_guarded;
pub use kind::{Kind, sniff};
pub use loss::Loss;
pub use original::{Fingerprint, Hasher, Original};
pub use recording::{Medium, Recording};
pub use redact::Mask;
pub use sandbox::{Darkroom, SUBCOMMAND, confine, serve};
pub use slice::highest;
pub use squeeze::Squeeze;
pub use stamp::Moment;
pub use step::Step;
pub use store::{is_worth_keeping, key, read_kept, write_kept};
pub use text::Encoding;
pub use transcript::{Row, Transcript};
pub use treatment::{Area, Excerpt, Length, PageArea, PageRoom, Treatment};
pub use upload::strip_for_upload;

/// One original together with what is to be done to it.
#[derive(Clone, Debug)]
pub struct Item {
    /// The file as it was read.
    pub original: Original,
    /// What this filing does to it.
    pub treatment: Treatment,
}

/// What came out of one original.
#[derive(Clone, Debug)]
pub struct Ingested {
    /// Identifies the original.
    pub fingerprint: Fingerprint,
    /// What is filed.
    pub content: Content,
    /// What was done to get there, in that order.
    pub steps: Vec<Step>,
    /// What the person should look at.
    pub notices: Vec<Notice>,
    /// When the camera says the picture was taken; only ever a suggestion to the person.
    pub taken: Option<NaiveDateTime>,
}

/// The filed form of an original.
#[derive(Clone, Debug)]
pub enum Content {
    /// A picture, as one copy or as several slices from top to bottom.
    Pictures(Vec<FiledCopy>),
    /// A chat log.
    Transcript(Transcript),
    /// Sound or video.
    Recording(Recording),
    /// A document as text, with the pictures in it.
    Document(Document),
}

impl Content {
    /// The copies of all pictures in it, in order.
    pub fn copies(&self) -> &[FiledCopy] {
        match self {
            Self::Pictures(copies) => copies,
            Self::Document(document) => &document.pictures,
            Self::Transcript(_) | Self::Recording(_) => &[],
        }
    }
}

/// Ingests all items in parallel and gives the results back in the order of the items.
///
/// Equal originals under equal treatments give equal bytes, whatever the number of threads.
/// Each worker holds one decoded picture at a time, and all together no more than memory bears.
pub fn ingest(items: &[Item], darkroom: &Darkroom) -> Vec<Result<Ingested, Fault>> {
    // One item per task, because a long screenshot can weigh as much as fifty small pictures.
    let buffers = Buffers::default();
    let one = |item| ingest_one(item, &buffers, darkroom);
    items.par_iter().with_max_len(1).map(one).collect()
}

/// Ingests one item, in memory of those before; a decoder that panics counts as a broken file.
pub fn ingest_one(item: &Item, buffers: &Buffers, darkroom: &Darkroom) -> Result<Ingested, Fault> {
    guarded(|| open(item, buffers, darkroom)).unwrap_or_else(|| {
        Err(Fault::Corrupt {
            reason: "the decoder gave up".to_owned(),
        })
    })
}

/// Sends an item to the reader of its kind.
fn open(item: &Item, buffers: &Buffers, darkroom: &Darkroom) -> Result<Ingested, Fault> {
    let kind = sniff(&item.original.bytes);
    let mut notices = Vec::new();
    if let Some(extension) = kind::contradicted_extension(&item.original.name, kind) {
        notices.push(Notice::Mislabelled { extension, kind });
    }
    match kind {
        Kind::Empty => Err(Fault::Empty),
        Kind::Foreign(kind) => Err(Fault::Unsupported { kind }),
        Kind::Recording(medium) => recording::ingest(item, medium, notices),
        Kind::Document(paper) => match export::saved(item, paper)? {
            Some((log, steps)) => log_of(item, log, steps, notices),
            None => document::ingest(item, paper, notices, buffers, darkroom),
        },
        Kind::Jpeg
        | Kind::Png
        | Kind::Webp
        | Kind::Bmp
        | Kind::Gif
        | Kind::Tiff
        | Kind::Heic
        | Kind::Pdf => picture::ingest(item, kind, notices, buffers, darkroom),
        Kind::Text => {
            if let Some((encoding, records)) = document::table(item)? {
                let steps = vec![Step::Decoded { encoding }];
                return match export::table(&records) {
                    Some(log) => log_of(item, log, steps, notices),
                    None => document::finish(item, records.document(), steps, notices),
                };
            }
            let decoded = text::decode(&item.original.bytes)?;
            if decoded.dropped > 0 {
                notices.push(Notice::ControlsDropped {
                    characters: decoded.dropped,
                });
            }
            let steps = vec![Step::Decoded {
                encoding: decoded.encoding,
            }];
            log_of(item, Transcript::read(&decoded.text), steps, notices)
        }
    }
}

/// Makes the result for a chat log.
fn log_of(
    item: &Item,
    log: Transcript,
    mut steps: Vec<Step>,
    mut notices: Vec<Notice>,
) -> Result<Ingested, Fault> {
    let boxes = item.treatment.areas();
    if boxes > 0 {
        notices.push(Notice::BoxesOnText { boxes });
    }
    let (log, omitted) = excerpt::of(log, &item.treatment.excerpts)?;
    if omitted > 0 {
        steps.push(Step::Excerpted { omitted });
    }
    Ok(Ingested {
        fingerprint: item.original.fingerprint.clone(),
        content: Content::Transcript(log),
        steps,
        notices,
        taken: None,
    })
}
