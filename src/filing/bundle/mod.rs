//! The appendix: exhibit list, table of facts, exhibit pages and original files, as the page library draws them.

mod document;
mod exhibit;
mod list;
mod recording;
mod transcript;
mod uploads;
mod volume;

use serde::Serialize;

use super::Brief;
use super::parties::RespondentView;
use crate::case::evidence::{Evidence, Link, Scope};
use crate::case::purchase::{Order, Payment};
use crate::channel::{Channel, Shown};
use crate::evidence::{Content, FiledCopy, Ingested};

pub use document::{BlockView, DocumentView, WidthView};
pub use exhibit::{ExhibitView, FigureView, MarkView, PartView, ReadingView};
pub use list::{ChainView, GroupView, HashView, RowView};
pub use recording::RecordingView;
pub use transcript::{TranscriptRow, TranscriptView, tells_accounts};
pub use uploads::{UploadView, by_weight};
pub use volume::{Places, Share, Span, VolumePlan, VolumeView};

pub(super) use uploads::uploads;

/// An item of evidence that is attached to a filing.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its position in the evidence of the case.
    pub item: usize,
    /// Its files, in order.
    pub files: Vec<Attached>,
    /// Which of its pictures these are, where the item is parted among volumes.
    pub share: Option<Share>,
}

impl Attachment {
    /// The pictures of the item, in order, with the paths that they have in the manuscript.
    pub fn pictures(&self, number: u32) -> Vec<Picture<'_>> {
        let copies = self.files.iter().flat_map(|attached| {
            let content = &attached.made.content;
            let whole = matches!(content, Content::Pictures(_));
            let copies = content.copies().iter();
            copies.map(move |copy| (attached.place, whole, copy))
        });
        (self.pictures_before() + 1..)
            .zip(copies)
            .map(|(no, (file, is_whole, copy))| Picture {
                stem: format!("exhibits/e{number:02}-{no}"),
                copy,
                file,
                is_whole,
            })
            .collect()
    }
}

/// One file of an attached item.
#[derive(Debug, Clone)]
pub struct Attached {
    /// Which file of the item it is, from 0.
    pub place: usize,
    /// The name of the original, without folders.
    pub name: String,
    /// What was made of it.
    pub made: Ingested,
    /// The original itself, if it goes along inside the PDF.
    pub inside: Option<Inside>,
}

/// An original that goes along inside the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// Its name there, such as `E03.jpg`.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
}

/// An original inside the PDF, as the page library attaches it.
#[derive(Debug, Clone, Serialize)]
pub struct InsideView {
    /// Its name there.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    /// What it is, for whoever sees the list of attached files.
    pub about: String,
}

/// A picture as it lies in the manuscript.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// Path from the root of the manuscript, without leading slash and ending: `exhibits/e03-1`.
    pub stem: String,
    /// The filed copy.
    pub copy: &'a FiledCopy,
    /// Which file of the item it was made of, from 0.
    pub file: usize,
    /// Whether the file is a picture, and not a document with pictures in it.
    pub is_whole: bool,
}

/// Whether an item of evidence is attached in a channel, for the payments of a filing.
///
/// An exhibit that belongs only to payments of another filing stays out of this one.
pub fn is_attached(brief: &Brief<'_>, index: usize) -> bool {
    let item = &brief.case.evidence[index];
    let omitted = item
        .omit_from
        .iter()
        .any(|name| brief.channel.is_called(name));
    let paid_by = |payment: &Payment| payment.evidence.contains(&index);
    let elsewhere = brief.case.payments.iter().any(paid_by)
        && !brief.payments.iter().any(|payment| paid_by(payment));
    !omitted && !elsewhere
}

/// Whether something holds for a channel.
pub fn holds(scope: &Scope, channel: &Channel) -> bool {
    match scope {
        Scope::All => true,
        Scope::Only(names) => names.iter().any(|name| channel.is_called(name)),
        Scope::Except(names) => !names.iter().any(|name| channel.is_called(name)),
    }
}

/// A reference to an exhibit: its number, and which of its pages, from 1.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct RefView {
    /// The exhibit number.
    pub no: u32,
    /// The page inside the exhibit.
    pub page: u32,
}

/// What may be referred to: only what is attached.
#[derive(Debug)]
pub struct References {
    attached: Vec<usize>,
}

impl References {
    /// The references that a filing can make.
    pub(super) fn of(_: &Brief<'_>, attachments: &[Attachment]) -> Self {
        Self {
            attached: attachments
                .iter()
                .map(|attachment| attachment.item)
                .collect(),
        }
    }

    /// References to items, as far as they are attached.
    pub(super) fn of_items(&self, items: &[usize]) -> Vec<RefView> {
        let mut items: Vec<usize> = items
            .iter()
            .copied()
            .filter(|item| self.attached.contains(item))
            .collect();
        items.sort_unstable();
        items.dedup();
        items
            .into_iter()
            .filter_map(|item| u32::try_from(item + 1).ok())
            .map(|no| RefView { no, page: 1 })
            .collect()
    }

    /// References to the attached items that prove a link: those that were made for it, or else all that touch it.
    pub(super) fn proving(&self, brief: &Brief<'_>, link: Link) -> Vec<RefView> {
        let items = |proves: fn(&Evidence, Link) -> bool| {
            let proving = brief
                .case
                .evidence
                .iter()
                .enumerate()
                .filter(|(_, item)| proves(item, link));
            self.of_items(&proving.map(|(index, _)| index).collect::<Vec<_>>())
        };
        let first = items(|item, link| item.proves.first() == Some(&link));
        if first.is_empty() {
            items(|item, link| item.proves.contains(&link))
        } else {
            first
        }
    }

    /// References to the items that somebody named, or, where nobody did, to those that prove the link.
    pub(super) fn of_or_proving(
        &self,
        brief: &Brief<'_>,
        items: &[usize],
        link: Link,
    ) -> Vec<RefView> {
        if items.is_empty() {
            self.proving(brief, link)
        } else {
            self.of_items(items)
        }
    }

    /// The same for one of several orders or payments: which of several exhibits shows which, only the writer knows.
    pub(super) fn of_one_among(
        &self,
        brief: &Brief<'_>,
        items: &[usize],
        link: Link,
        several: bool,
    ) -> Vec<RefView> {
        let found = self.of_or_proving(brief, items, link);
        if several && items.is_empty() && found.len() > 1 {
            Vec::new()
        } else {
            found
        }
    }

    /// References to the exhibits of a payment.
    pub(super) fn of_payment(&self, brief: &Brief<'_>, payment: &Payment) -> Vec<RefView> {
        let several = brief.case.payments.len() > 1;
        self.of_one_among(brief, &payment.evidence, Link::Paid, several)
    }

    /// References to the exhibits of an order.
    pub(super) fn of_order(&self, brief: &Brief<'_>, order: &Order) -> Vec<RefView> {
        let several = brief.case.orders.len() > 1;
        self.of_one_among(brief, &order.evidence, Link::Ordered, several)
    }
}

/// The appendix, in the shape that the page library takes.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BundleView {
    /// Who against whom, under the title of the list.
    pub note: Option<String>,
    /// The list by parts of the story.
    pub groups: Vec<GroupView>,
    /// Lines for a signature under the list.
    pub submitter: Option<SubmitterView>,
    /// The table of facts and evidence: only links that are proved.
    pub chain: Vec<ChainView>,
    /// The exhibits.
    pub exhibits: Vec<ExhibitView>,
    /// The original files, where the channel wants them.
    pub hashes: Option<Vec<HashView>>,
    /// First and last exhibit number, and whether the numbers have gaps.
    pub numbers: String,
    /// Which volume this is, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<VolumeView>,
}

/// Lines for a signature.
#[derive(Debug, Clone, Serialize)]
pub struct SubmitterView {
    /// What stands before the line.
    pub label: String,
    /// The day.
    pub date: Option<String>,
    /// How many copies.
    pub copies: Option<String>,
}

/// The appendix of a filing.
pub(super) fn bundle(
    brief: &Brief<'_>,
    refs: &References,
    attachments: &[Attachment],
    respondents: &[RespondentView],
) -> BundleView {
    // The list names all exhibits, the pages hold those of their volume.
    let own = brief.in_volume(attachments);
    let exhibits: Vec<ExhibitView> = own
        .iter()
        .map(|attachment| exhibit::exhibit(brief, attachment))
        .collect();
    BundleView {
        note: note(brief, respondents),
        groups: list::groups(brief, attachments),
        submitter: brief
            .channel
            .signed_list
            .then(|| submitter(brief, respondents.len())),
        chain: list::chain(brief, refs),
        numbers: numbers(attachments),
        hashes: brief.channel.hash_list.then(|| list::hashes(brief, own)),
        volume: brief.volume.map(VolumeView::from),
        exhibits,
    }
}

/// `投诉人林晓舟，被投诉人示例网络科技有限公司。`
fn note(brief: &Brief<'_>, respondents: &[RespondentView]) -> Option<String> {
    let own = brief
        .case
        .complainant
        .name
        .as_deref()
        .filter(|_| brief.channel.privacy.name == Shown::Full)?;
    let other = respondents
        .first()
        .and_then(|respondent| respondent.name.as_deref())?;
    Some(format!(
        "{}{own}，{}{other}。",
        brief.channel.word("me"),
        brief.channel.word("them")
    ))
}

fn submitter(brief: &Brief<'_>, opponents: usize) -> SubmitterView {
    SubmitterView {
        label: brief.channel.word("submitter").to_owned(),
        date: None,
        copies: (opponents > 0).then(|| format!("{}份", opponents + 1)),
    }
}

/// `1—7`, or `1、3—5` where numbers are left out.
fn numbers(attachments: &[Attachment]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in attachments.iter().map(|attachment| attachment.item + 1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let written: Vec<String> = runs
        .iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}—{last}")
            }
        })
        .collect();
    written.join("、")
}
