//! The appendix: exhibit list, table of facts, exhibit pages and original files, as the page library draws them.

use serde::Serialize;

use super::parties::RespondentView;
use super::{Brief, Vocabulary};
use crate::case::choice::Choice;
use crate::case::evidence::{Evidence, Link, Phase, Scope};
use crate::channel::{Channel, Shown};
use crate::evidence::{Content, CopyKind, FiledCopy, Ingested, Row, Step, Transcript};
use crate::moment::Moment;

/// An item of evidence that is attached to a filing.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its position in the evidence of the case.
    pub item: usize,
    /// Its files, in order.
    pub files: Vec<Attached>,
}

/// One file of an attached item.
#[derive(Debug, Clone)]
pub struct Attached {
    /// The name of the original, without folders.
    pub name: String,
    /// What was made of it.
    pub made: Ingested,
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
}

impl Attachment {
    /// The pictures of the item, in order, with the paths that they have in the manuscript.
    pub fn pictures(&self, number: u32) -> Vec<Picture<'_>> {
        let copies = self.files.iter().enumerate().flat_map(|(file, attached)| {
            match &attached.made.content {
                Content::Pictures(copies) => copies.iter().map(|copy| (file, copy)).collect(),
                Content::Transcript(_) => Vec::new(),
            }
        });
        copies
            .enumerate()
            .map(|(index, (file, copy))| Picture {
                stem: format!("exhibits/e{number:02}-{}", index + 1),
                copy,
                file,
            })
            .collect()
    }
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
    let paid_by = |payment: &crate::case::purchase::Payment| payment.evidence.contains(&index);
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
}

/// A part of the exhibit list.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// 主体, 交易前, 交易中, 交易后, 其他.
    pub name: &'static str,
    /// Its exhibits.
    pub rows: Vec<RowView>,
}

/// A row of the exhibit list.
#[derive(Debug, Clone, Serialize)]
pub struct RowView {
    /// Exhibit number (编号).
    pub no: u32,
    /// Name (名称).
    pub name: String,
    /// Class and form (类别).
    pub kind: String,
    /// Source (来源).
    pub source: Option<String>,
    /// When it was captured (形成时间).
    pub time: Option<String>,
    /// What it says (内容).
    pub content: Option<String>,
    /// What it proves (证明对象).
    pub proves: Option<String>,
    /// Where the original is (原件所在).
    pub original: Option<String>,
    /// Remarks (备注).
    pub remark: Option<String>,
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

/// A proved link.
#[derive(Debug, Clone, Serialize)]
pub struct ChainView {
    /// The English word of the link, for templates to compare.
    pub id: &'static str,
    /// What the link is called.
    pub link: String,
    /// What is proved.
    pub fact: String,
    /// By which exhibits.
    pub refs: Vec<RefView>,
}

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

/// A transcript.
#[derive(Debug, Clone, Serialize)]
pub struct TranscriptView {
    /// Its rows.
    pub rows: Vec<TranscriptRow>,
    /// Remarks below it.
    pub notes: Vec<String>,
}

/// A row of a transcript.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum TranscriptRow {
    /// A day.
    Day {
        /// The day as the log writes it.
        day: String,
    },
    /// A message or a line of the system.
    Line {
        /// Its number among the messages; 0 for a line of the system.
        no: u32,
        /// The time as the log writes it.
        time: String,
        /// Who speaks.
        who: String,
        /// What is said.
        text: String,
        /// Whether it holds decisive words.
        key: bool,
        /// Whether it is a line of the system.
        system: bool,
    },
}

/// An original file.
#[derive(Debug, Clone, Serialize)]
pub struct HashView {
    /// Its exhibit.
    pub no: u32,
    /// Its name.
    pub file: String,
    /// Its size, with commas.
    pub bytes: String,
    /// When it was captured, as the case says.
    pub taken: Option<String>,
    /// Its SHA-256.
    pub sha256: String,
}

/// The appendix of a filing.
pub(super) fn bundle(
    brief: &Brief<'_>,
    refs: &References,
    attachments: &[Attachment],
    respondents: &[RespondentView],
) -> BundleView {
    let exhibits: Vec<ExhibitView> = attachments
        .iter()
        .map(|attachment| exhibit(brief, attachment))
        .collect();
    BundleView {
        note: note(brief, respondents),
        groups: groups(brief, attachments),
        submitter: brief
            .channel
            .signed_list
            .then(|| submitter(brief, respondents.len())),
        chain: chain(brief, refs),
        numbers: numbers(attachments),
        hashes: brief.channel.hash_list.then(|| hashes(brief, attachments)),
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

fn groups(brief: &Brief<'_>, attachments: &[Attachment]) -> Vec<GroupView> {
    let mut groups: Vec<(Phase, GroupView)> = Vec::new();
    for attachment in attachments {
        let item = &brief.case.evidence[attachment.item];
        let row = row(brief, attachment, item);
        match groups.last_mut() {
            Some((phase, group)) if *phase == item.phase => group.rows.push(row),
            _ => groups.push((
                item.phase,
                GroupView {
                    name: item.phase.zh(),
                    rows: vec![row],
                },
            )),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn row(brief: &Brief<'_>, attachment: &Attachment, item: &Evidence) -> RowView {
    RowView {
        no: item.number,
        name: item.name.clone(),
        kind: kind(brief.vocabulary, attachment, item),
        source: item.source.clone(),
        time: item.captured.map(Moment::iso),
        content: content(item),
        proves: proves(brief.vocabulary, item),
        original: item.original.clone(),
        remark: remark(brief.vocabulary, attachment),
    }
}

/// `电子数据，手机截图2张`.
fn kind(vocabulary: &Vocabulary, attachment: &Attachment, item: &Evidence) -> String {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for attached in &attachment.files {
        let form = match &attached.made.content {
            Content::Transcript(_) => "transcript",
            Content::Pictures(copies) => {
                copies.first().map_or("photo", |copy| copy_kind(copy.kind))
            }
        };
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, count)) => *count += 1,
            None => forms.push((form, 1)),
        }
    }
    let forms = forms.into_iter().map(|(form, count)| {
        let phrase = Vocabulary::phrase(&vocabulary.forms, form);
        if count > 1 {
            format!(
                "{phrase}{count}{}",
                Vocabulary::phrase(&vocabulary.forms, "several")
            )
        } else {
            phrase.to_owned()
        }
    });
    std::iter::once(item.kind.zh().to_owned())
        .chain(forms)
        .collect::<Vec<_>>()
        .join("，")
}

/// What the item says: the writer's note, or else the words quoted.
fn content(item: &Evidence) -> Option<String> {
    item.note.clone().or_else(|| {
        (!item.quotes.is_empty()).then(|| {
            item.quotes
                .iter()
                .map(|quote| format!("“{quote}”"))
                .collect()
        })
    })
}

fn proves(vocabulary: &Vocabulary, item: &Evidence) -> Option<String> {
    let phrases: Vec<&str> = item
        .proves
        .iter()
        .map(|link| Vocabulary::phrase(&vocabulary.proves, link.en()))
        .filter(|phrase| !phrase.is_empty())
        .collect();
    (!phrases.is_empty()).then(|| phrases.join("；"))
}

/// What was done to the filed copy, as far as a reader has to know it.
fn remark(vocabulary: &Vocabulary, attachment: &Attachment) -> Option<String> {
    let steps: Vec<&Step> = attachment
        .files
        .iter()
        .flat_map(|attached| &attached.made.steps)
        .collect();
    let mut remarks = Vec::new();
    if steps
        .iter()
        .any(|step| matches!(step, Step::Redacted { .. }))
    {
        remarks.push(Vocabulary::phrase(&vocabulary.remarks, "redacted"));
    }
    if steps.iter().any(|step| matches!(step, Step::Sliced { .. })) {
        remarks.push(Vocabulary::phrase(&vocabulary.remarks, "sliced"));
    }
    (!remarks.is_empty()).then(|| remarks.join("；"))
}

/// Pictures of one exhibit, as they are uploaded.
#[derive(Debug, Clone, Serialize)]
pub struct UploadView {
    /// What they are.
    pub name: String,
    /// What they show.
    pub shows: String,
    /// The names of their files: `alipay-01.jpg`, or `alipay-02.jpg 至 alipay-04.jpg`.
    pub files: String,
    /// The exhibit.
    pub refs: Vec<RefView>,
}

/// The attached items in the order of weight of the channel, or none where it takes no pictures.
pub fn by_weight<'a>(brief: &Brief<'_>, attachments: &'a [Attachment]) -> Vec<&'a Attachment> {
    let Some(order) = &brief.channel.pictures else {
        return Vec::new();
    };
    let weight = |attachment: &&Attachment| {
        let links = &brief.case.evidence[attachment.item].proves;
        links
            .iter()
            .filter_map(|link| order.iter().position(|word| word == link.en()))
            .min()
            .unwrap_or(order.len())
    };
    let mut sorted: Vec<&Attachment> = attachments
        .iter()
        .filter(|attachment| !attachment.pictures(0).is_empty())
        .collect();
    sorted.sort_by_key(weight);
    sorted
}

/// The pictures in order of weight, with the names of their files.
pub(super) fn uploads(
    brief: &Brief<'_>,
    refs: &References,
    attachments: &[Attachment],
) -> Vec<UploadView> {
    let mut next = 1;
    let file = |number: usize| format!("{}-{number:02}.jpg", brief.stem);
    let view = |attachment: &Attachment| {
        let item = &brief.case.evidence[attachment.item];
        let count = attachment.pictures(item.number).len();
        let first = next;
        next += count;
        UploadView {
            name: item.name.clone(),
            shows: content(item)
                .or_else(|| proves(brief.vocabulary, item))
                .unwrap_or_default(),
            files: if count == 1 {
                file(first)
            } else {
                format!("{} 至 {}", file(first), file(next - 1))
            },
            refs: refs.of_items(&[attachment.item]),
        }
    };
    by_weight(brief, attachments)
        .into_iter()
        .map(view)
        .collect()
}

/// The proved links in the order of the story.
fn chain(brief: &Brief<'_>, refs: &References) -> Vec<ChainView> {
    const ORDER: [Link; 8] = [
        Link::Identity,
        Link::Promised,
        Link::Ordered,
        Link::Paid,
        Link::DeliveredCode,
        Link::Breached,
        Link::Unresolved,
        Link::Notified,
    ];
    let links = ORDER
        .into_iter()
        .map(|link| (link, refs.proving(brief, link)))
        .filter(|(_, refs)| !refs.is_empty());
    links
        .map(|(link, refs)| ChainView {
            id: link.en(),
            link: Vocabulary::phrase(&brief.vocabulary.links, link.en()).to_owned(),
            fact: Vocabulary::phrase(&brief.vocabulary.proves, link.en()).to_owned(),
            refs,
        })
        .collect()
}

fn exhibit(brief: &Brief<'_>, attachment: &Attachment) -> ExhibitView {
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

fn copy_kind(kind: CopyKind) -> &'static str {
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

fn transcript(
    brief: &Brief<'_>,
    attachment: &Attachment,
    item: &Evidence,
) -> Option<TranscriptView> {
    let logs: Vec<&Transcript> = attachment
        .files
        .iter()
        .filter_map(|attached| match &attached.made.content {
            Content::Transcript(log) => Some(log),
            Content::Pictures(_) => None,
        })
        .collect();
    if logs.is_empty() {
        return None;
    }
    let mut unknown: Vec<char> = Vec::new();
    let rows = rows(brief, item, &logs, &mut unknown);
    let remarks = &brief.vocabulary.remarks;
    let mut notes = Vec::new();
    if !item.hidden_words.is_empty() {
        notes.push(Vocabulary::phrase(remarks, "hidden_words").to_owned());
    }
    if !unknown.is_empty() {
        let codes: Vec<String> = unknown
            .iter()
            .map(|c| format!("U+{:04X}", u32::from(*c)))
            .collect();
        notes.push(format!(
            "{}{}。",
            Vocabulary::phrase(remarks, "code_points"),
            codes.join("、")
        ));
    }
    Some(TranscriptView { rows, notes })
}

/// The rows of the logs; a change of day in the times of the messages becomes a band of its own.
fn rows(
    brief: &Brief<'_>,
    item: &Evidence,
    logs: &[&Transcript],
    unknown: &mut Vec<char>,
) -> Vec<TranscriptRow> {
    let mut rows = Vec::new();
    let mut today = None;
    for row in logs.iter().flat_map(|log| &log.rows) {
        let day = match row {
            Row::Day { date, .. } => Some(*date),
            Row::Message { at, .. } | Row::System { at, .. } => at.as_ref().and_then(|at| at.date),
            Row::Header { .. } => None,
        };
        if let Some(day) = day.filter(|day| today != Some(*day)) {
            today = Some(day);
            rows.push(TranscriptRow::Day {
                day: Moment::day(day).zh_date(),
            });
        }
        if !matches!(row, Row::Day { .. }) {
            rows.push(transcript_row(brief, item, row, unknown));
        }
    }
    rows
}

/// The time of a message without the day, which stands in the band above it.
fn clock(at: &crate::evidence::Moment) -> String {
    match (at.date, at.time) {
        (Some(_), Some(time)) => Moment {
            date: at.date.unwrap_or_default(),
            time: Some(time),
        }
        .clock()
        .unwrap_or_default(),
        _ => at.written.clone(),
    }
}

fn transcript_row(
    brief: &Brief<'_>,
    item: &Evidence,
    row: &Row,
    unknown: &mut Vec<char>,
) -> TranscriptRow {
    let mut shown = |text: &str| drawable(brief, &hide(item, text), unknown);
    match row {
        Row::Day { date, .. } => TranscriptRow::Day {
            day: Moment::day(*date).zh_date(),
        },
        Row::Header { text } => TranscriptRow::Line {
            no: 0,
            time: String::new(),
            who: String::new(),
            text: shown(text),
            key: false,
            system: true,
        },
        Row::System { at, who, text } => TranscriptRow::Line {
            no: 0,
            time: at.as_ref().map(clock).unwrap_or_default(),
            who: who.as_deref().map(&mut shown).unwrap_or_default(),
            text: shown(text),
            key: false,
            system: true,
        },
        Row::Message { no, at, who, text } => TranscriptRow::Line {
            no: *no,
            time: at.as_ref().map(clock).unwrap_or_default(),
            who: who.as_deref().map(&mut shown).unwrap_or_default(),
            text: shown(text),
            key: item
                .quotes
                .iter()
                .any(|quote| text.contains(quote.as_str())),
            system: false,
        },
    }
}

/// Masks the words that the writer wants hidden.
fn hide(item: &Evidence, text: &str) -> String {
    item.hidden_words
        .iter()
        .fold(text.to_owned(), |text, word| {
            text.replace(word.as_str(), &Shown::Ends.of(word))
        })
}

/// A chat is printed as it stands: what no face can draw is printed as its code point, and listed in a note.
fn drawable(brief: &Brief<'_>, text: &str, unknown: &mut Vec<char>) -> String {
    let missing = (brief.undrawable)(text);
    if missing.is_empty() {
        return text.to_owned();
    }
    let shown = text
        .chars()
        .map(|c| {
            if missing.contains(&c) {
                format!("[U+{:04X}]", u32::from(c))
            } else {
                c.to_string()
            }
        })
        .collect();
    unknown.extend(
        missing
            .into_iter()
            .filter(|c| !unknown.contains(c))
            .collect::<Vec<_>>(),
    );
    shown
}

fn hashes(brief: &Brief<'_>, attachments: &[Attachment]) -> Vec<HashView> {
    let rows = attachments.iter().flat_map(|attachment| {
        attachment
            .files
            .iter()
            .map(move |attached| (attachment, attached))
    });
    rows.map(|(attachment, attached)| {
        let item = &brief.case.evidence[attachment.item];
        HashView {
            no: item.number,
            file: attached.name.clone(),
            bytes: grouped(attached.made.fingerprint.bytes),
            taken: item.captured.map(Moment::iso),
            sha256: attached.made.fingerprint.sha256.clone(),
        }
    })
    .collect()
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut written = digits[..first].to_owned();
    for (index, digit) in digits[first..].chars().enumerate() {
        if index % 3 == 0 && !written.is_empty() {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_of_three() {
        for (number, written) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), written);
        }
    }
}
