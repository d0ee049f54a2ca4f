//! The exhibit pages: what stands on them, and their pictures.

use serde::Serialize;

use super::document::{DocumentView, documents};
use super::list::{proves, remark};
use super::recording::{RecordingView, recordings, spoken};
use super::transcript::{TranscriptView, transcript};
use super::{Attachment, InsideView, Picture};
use crate::case::evidence::Evidence;
use crate::evidence::{CopyKind, FiledCopy, Part, Step, is_wide};
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
    /// Its documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentView>,
    /// Its recordings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recordings: Vec<RecordingView>,
    /// What is said in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spoken: Option<TranscriptView>,
    /// Its originals that go along inside the PDF.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<InsideView>,
    /// Whether places are covered.
    pub masked: bool,
    /// Whether a part of a picture stands for all of it.
    pub cropped: bool,
    /// Whether it began in a volume before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub continued: bool,
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
    /// `screen`, `photo`, `slice` or `page`.
    pub kind: &'static str,
    /// Whether it takes the width of the page to itself.
    pub wide: bool,
    /// Which page of the original of how many.
    pub page: Option<PartView>,
    /// Which slice of how many.
    pub part: Option<PartView>,
    /// Frames.
    pub marks: Vec<MarkView>,
}

/// Which slice or page of how many.
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
    let view = ExhibitView {
        no: item.number,
        name: item.name.clone(),
        source: item.source.clone(),
        time: item.captured.map(Moment::iso),
        original: item.original.clone(),
        proves: proves(brief.vocabulary, item),
        device: item.device.clone(),
        note: item.note.clone(),
        remark: remark(brief, attachment),
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
        documents: documents(brief, attachment, item, label(attachment, item)),
        recordings: recordings(brief, attachment),
        spoken: spoken(brief, item).filter(|_| attachment.is_end()),
        inside: inside(attachment, item),
        masked: was(attachment, |step| matches!(step, Step::Redacted { .. })),
        cropped: was(attachment, |step| *step == Step::Cropped),
        continued: attachment.is_continued(),
        figures,
    };
    if view.continued { rest(view) } else { view }
}

/// An exhibit that began in a volume before: what it is and says stands there.
fn rest(whole: ExhibitView) -> ExhibitView {
    ExhibitView {
        source: None,
        time: None,
        original: None,
        proves: None,
        device: None,
        note: None,
        remark: None,
        quotes: Vec::new(),
        readings: Vec::new(),
        ..whole
    }
}

/// The originals of an item that go along inside the PDF.
fn inside(attachment: &Attachment, item: &Evidence) -> Vec<InsideView> {
    let several = item.files.len() > 1;
    let view = |attached: &super::Attached| {
        let inside = attached.inside.as_ref()?;
        let which = if several {
            format!("第{}个", attached.place + 1)
        } else {
            String::new()
        };
        Some(InsideView {
            name: inside.name.clone(),
            mime: inside.mime,
            about: format!("证据{}的{which}原始文件：{}", item.number, item.name),
        })
    };
    attachment.files.iter().filter_map(view).collect()
}

/// What the pictures of an item are called, by their places.
fn label(attachment: &Attachment, item: &Evidence) -> impl Fn(usize) -> String {
    let (several, number) = (attachment.all_pictures() > 1, item.number);
    let first = attachment.pictures_before() + 1;
    move |index| {
        if several {
            format!("图{number}-{}", first + index)
        } else {
            format!("图{number}")
        }
    }
}

/// Whether a file of an exhibit was treated in a certain way.
fn was(attachment: &Attachment, is: impl Fn(&Step) -> bool) -> bool {
    let steps = attachment.files.iter().flat_map(|one| &one.made.steps);
    steps.into_iter().any(is)
}

fn figures(attachment: &Attachment, item: &Evidence) -> Vec<FigureView> {
    let pictures = attachment.pictures(item.number);
    let numbered = label(attachment, item);
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
            wide: wide(picture.copy),
            page: picture.copy.page.map(part_view),
            part: picture.copy.part.map(part_view),
            marks: marks(item, picture),
        })
        .collect()
}

fn part_view(part: Part) -> PartView {
    PartView {
        n: part.no,
        of: part.of,
    }
}

/// Whether a picture has the width of the page to itself: photos, pages of paper, and screens that are no phone's.
fn wide(copy: &FiledCopy) -> bool {
    match copy.kind {
        CopyKind::Photo | CopyKind::Page => true,
        CopyKind::Screen => is_wide(copy.width, copy.height),
        CopyKind::Slice => is_wide(copy.width, copy.whole.1),
    }
}

pub(super) fn copy_kind(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Screen => "screen",
        CopyKind::Photo => "photo",
        CopyKind::Slice => "slice",
        CopyKind::Page => "page",
    }
}

/// The frames of a picture, as parts of the picture as it is drawn: of a slice or a part that was cut out, those that
/// lie in it.
fn marks(item: &Evidence, picture: &Picture<'_>) -> Vec<MarkView> {
    let copy = picture.copy;
    let page = copy.page.map_or(1, |page| page.no);
    let own = item.marks.iter().filter(|mark| {
        let is_file = usize::try_from(mark.file).is_ok_and(|file| file == picture.file + 1);
        picture.is_whole && mark.page == page && is_file
    });
    // Where a part of the whole lies in what is drawn, of 1.
    let drawn = |part: u32, whole: u32, start: u32, extent: u32| {
        let at = f64::from(part) / 10_000.0 * f64::from(whole);
        (at - f64::from(start)) / f64::from(extent.max(1))
    };
    let (width, height) = copy.whole;
    let region = copy.region;
    own.filter_map(|mark| {
        let [x, y, w, h] = mark.at;
        let across = |part| drawn(part, width, region.left, region.width);
        let down = |part| drawn(part, height, region.top, region.height);
        let (left, right, top, bottom) = (across(x), across(x + w), down(y), down(y + h));
        let inside = |from: f64, to: f64| (0.0..1.0).contains(&f64::midpoint(from, to));
        let (left_in, top_in) = (left.max(0.0), top.max(0.0));
        (inside(left, right) && inside(top, bottom)).then(|| MarkView {
            at: [
                left_in,
                top_in,
                right.min(1.0) - left_in,
                bottom.min(1.0) - top_in,
            ],
            no: mark.no,
        })
    })
    .collect()
}
