//! Sound and video, as far as paper can show them: what the file is and how long it plays.
//!
//! The lengths are counted from the files themselves. It decodes nothing, and knows nothing of what is said in them.

mod medium;
mod movie;
mod mpeg;
mod speech;
mod wave;

use std::time::Duration;

use super::fault::{Fault, Notice};
use super::{Content, Ingested, Item};

pub use medium::Medium;
pub(super) use medium::recognise;

/// A recording, which is played and not printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The format.
    pub medium: Medium,
    /// How long it plays, if the file tells.
    pub length: Option<Duration>,
}

/// Ingests a recording of a known format; one that ends too early is a fault.
pub(super) fn ingest(
    item: &Item,
    medium: Medium,
    mut notices: Vec<Notice>,
) -> Result<Ingested, Fault> {
    let bytes = &item.original.bytes;
    let boxes = item.treatment.areas();
    if boxes > 0 {
        notices.push(Notice::BoxesOnText { boxes });
    }
    Ok(Ingested {
        fingerprint: item.original.fingerprint.clone(),
        content: Content::Recording(Recording {
            medium,
            length: length(bytes, medium)?,
        }),
        steps: Vec::new(),
        notices,
        taken: None,
    })
}

/// Returns how long a recording plays, if it tells.
fn length(bytes: &[u8], medium: Medium) -> Result<Option<Duration>, Fault> {
    match medium {
        Medium::Mp4 | Medium::Mov | Medium::M4a => movie::length(bytes),
        Medium::Mp3 => mpeg::mp3(bytes).map(Some),
        Medium::Aac => mpeg::aac(bytes).map(Some),
        Medium::Amr => speech::amr(bytes),
        Medium::Silk => speech::silk(bytes).map(Some),
        Medium::Wav => wave::length(bytes),
    }
}

/// Returns the length of so many samples at a rate.
fn samples(count: u64, rate: u32) -> Duration {
    let millis = u128::from(count) * 1000 / u128::from(rate.max(1));
    Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX))
}

/// Returns a number of four bytes, greatest first.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    four.try_into().ok().map(u32::from_be_bytes)
}

/// A fault of content that no transfer explains.
fn corrupt(reason: &str) -> Fault {
    Fault::Corrupt {
        reason: reason.to_owned(),
    }
}
