//! The exhibit pages: what stands on them, and their pictures.

use serde::Serialize;

use super::list::{proves, remark};
use super::transcript::{TranscriptView, transcript};
use super::{Attachment, Picture};
use crate::case::evidence::Evidence;
use crate::evidence::{CopyKind, Step};
use crate::filing::Brief;
use crate::moment::Moment;

/// An exhibit.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ExhibitView {
    /// Its number.
    pub no: u32,
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// When it was captured.
    pub time: Option<String>,
    /// Where the original is.
    pub original: Option<String>,
    /// What it proves.
    pub proves: Option<String>,
    /// On what device it was captured.
    pub device: Option<String>,
    /// What it shows.
    pub note: Option<String>,
    /// Remarks.
    pub remark: Option<String>,
    /// Decisive words, verbatim.
    pub quotes: Vec<String>,
    /// What the picture says, as text.
    pub readings: Vec<ReadingView>,
    /// Its pictures.
    pub figures: Vec<FigureView>,
    /// How many pictures go on a page.
    pub per_page: Option<u32>,
    /// Its transcript.
    pub transcript: Option<TranscriptView>,
    /// Whether places are covered.
    pub masked: bool,
    /// Whether frames were added.
    pub marked: bool,
}

/// A reading of a picture.
#[derive(Debug, Clone, Serialize)]
pub struct ReadingView {
    /// What is read.
    pub label: String,
    /// What it says.
    pub value: String,
}

/// A picture on an exhibit page.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// Its file in the manuscript.
    pub file: String,
    /// What it shows, for readers who cannot see it.
    pub alt: String,
    /// `图3-1`.
    pub label: String,
    /// The line under it.
    pub caption: Option<String>,
    /// Width, in pixels.
    pub width: u32,
    /// Height, in pixels.
    pub height: u32,
    /// `screen`, `photo` or `slice`.
    pub kind: &'static str,
    /// Which slice of how many.
    pub part: Option<PartView>,
    /// Frames.
    pub marks: Vec<MarkView>,
}

/// Which slice of how many.
#[derive(Debug, Clone, Serialize)]
pub struct PartView {
    /// Which.
    pub n: u32,
    /// Of how many.
    pub of: u32,
}

/// A frame on a picture.
#[derive(Debug, Clone, Serialize)]
pub struct MarkView {
    /// Left, top, width and height, as parts of the picture.
    pub at: [f64; 4],
    /// Its number.
    pub no: Option<u32>,
}

pub(super) fn exhibit(brief: &Brief<'_>, attachment: &Attachment) -> ExhibitView {
    let item = &brief.case.evidence[attachment.item];
    let figures = figures(attachment, item);
    ExhibitView {
        no: item.number,
        name: item.name.clone(),
        source: item.source.clone(),
        time: item.captured.map(Moment::iso),
        original: item.original.clone(),
        proves: proves(brief.vocabulary, item),
        device: item.device.clone(),
        note: item.note.clone(),
        remark: remark(brief.vocabulary, attachment),
        quotes: item.quotes.clone(),
        readings: item
            .readings
            .iter()
            .map(|(label, value)| ReadingView {
                label: label.clone(),
                value: value.clone(),
            })
            .collect(),
        per_page: item.per_page,
        transcript: transcript(brief, attachment, item),
        masked: attachment.files.iter().any(|attached| {
            attached
                .made
                .steps
                .iter()
                .any(|step| matches!(step, Step::Redacted { .. }))
        }),
        marked: figures.iter().any(|figure| !figure.marks.is_empty()),
        figures,
    }
}

fn figures(attachment: &Attachment, item: &Evidence) -> Vec<FigureView> {
    let pictures = attachment.pictures(item.number);
    let several = pictures.len() > 1;
    let numbered = |index: usize| {
        if several {
            format!("图{}-{}", item.number, index + 1)
        } else {
            format!("图{}", item.number)
        }
    };
    pictures
        .iter()
        .enumerate()
        .map(|(index, picture)| FigureView {
            file: format!(
                "/{}.{}",
                picture.stem,
                if picture.copy.format == crate::evidence::CopyFormat::Jpeg {
                    "svg"
                } else {
                    "png"
                }
            ),
            alt: item
                .alt
                .clone()
                .or_else(|| item.note.clone())
                .unwrap_or_else(|| item.name.clone()),
            label: numbered(index),
            caption: item.caption.clone(),
            width: picture.copy.width,
            height: picture.copy.height,
            kind: copy_kind(picture.copy.kind),
            part: picture.copy.part.map(|part| PartView {
                n: part.no,
                of: part.of,
            }),
            marks: marks(item, picture),
        })
        .collect()
}

pub(super) fn copy_kind(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Screen => "screen",
        CopyKind::Photo => "photo",
        CopyKind::Slice => "slice",
    }
}

/// The frames of a picture, as parts of the picture as it is drawn: of a slice, those that lie in it.
fn marks(item: &Evidence, picture: &Picture<'_>) -> Vec<MarkView> {
    let own = item
        .marks
        .iter()
        .filter(|mark| usize::try_from(mark.file).is_ok_and(|file| file == picture.file + 1));
    let copy = picture.copy;
    // A copy may be scaled; a slice keeps the width of the original, so that widths tell the scale.
    let whole = f64::from(copy.original_height) * f64::from(copy.width)
        / f64::from(copy.original_width.max(1));
    let top = f64::from(copy.top) * f64::from(copy.width) / f64::from(copy.original_width.max(1));
    let height = f64::from(copy.height);
    own.filter_map(|mark| {
        let [x, y, w, h] = mark.at.map(|part| f64::from(part) / 10_000.0);
        let (from, to) = ((y * whole - top) / height, ((y + h) * whole - top) / height);
        let centre = f64::midpoint(from, to);
        (0.0..1.0).contains(&centre).then(|| MarkView {
            at: [x, from.max(0.0), w, to.min(1.0) - from.max(0.0)],
            no: mark.no,
        })
    })
    .collect()
}
