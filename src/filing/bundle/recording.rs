//! Recordings as paper shows them: what the file is, and what is said in it.

use serde::Serialize;

use super::Attachment;
use super::list::grouped;
use super::transcript::{TranscriptRow, TranscriptView, code_points, is_key, shown};
use crate::case::evidence::{Evidence, Spoken};
use crate::evidence::Content;
use crate::filing::{Brief, Vocabulary};

/// A recording.
#[derive(Debug, Clone, Serialize)]
pub struct RecordingView {
    /// The name of the file.
    pub file: String,
    /// Its format.
    pub format: &'static str,
    /// `00:01:23`, or that the file does not tell.
    pub length: String,
    /// Its size in bytes, with commas.
    pub bytes: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// The recordings of an item, in order.
pub(super) fn recordings(brief: &Brief<'_>, attachment: &Attachment) -> Vec<RecordingView> {
    let view = |attached: &super::Attached| {
        let Content::Recording(recording) = &attached.made.content else {
            return None;
        };
        let unknown = Vocabulary::phrase(&brief.vocabulary.remarks, "unknown_length");
        Some(RecordingView {
            file: attached.name.clone(),
            format: recording.medium.name(),
            length: recording
                .length
                .map_or_else(|| unknown.to_owned(), |length| hours(length.as_secs())),
            bytes: grouped(attached.made.fingerprint.bytes),
            sha256: attached.made.fingerprint.sha256.clone(),
        })
    };
    attachment.files.iter().filter_map(view).collect()
}

/// `01:02:03`.
fn hours(seconds: u64) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// What is said in the recordings of an item, as its writer put it down.
pub(super) fn spoken(brief: &Brief<'_>, item: &Evidence) -> Option<TranscriptView> {
    if item.transcript.is_empty() {
        return None;
    }
    let mut unknown = Vec::new();
    let rows = (1..).zip(&item.transcript).map(|(no, spoken)| {
        let mut shown = |text: &str| shown(brief, item, text, &mut unknown);
        TranscriptRow::Line {
            no,
            time: Spoken::clock(spoken.at),
            who: spoken.who.as_deref().map(&mut shown).unwrap_or_default(),
            text: shown(&spoken.text),
            key: is_key(item, &spoken.text),
            system: false,
        }
    });
    let rows = rows.collect();
    let said = Vocabulary::phrase(&brief.vocabulary.remarks, "spoken").to_owned();
    let masked = Vocabulary::phrase(&brief.vocabulary.documents, "hidden_words").to_owned();
    let notes = std::iter::once(said)
        .chain((!item.hidden_words.is_empty()).then_some(masked))
        .chain(code_points(brief, &unknown))
        .collect();
    Some(TranscriptView { rows, notes })
}
