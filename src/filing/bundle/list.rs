//! The exhibit list, the table of facts and the list of original files.

use serde::Serialize;

use super::{Attachment, RefView, References};
use crate::case::choice::Choice;
use crate::case::evidence::{Evidence, Link, Phase};
use crate::evidence::{Content, Paper, Step};
use crate::filing::{Brief, Vocabulary};
use crate::moment::Moment;

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
    /// Its name inside the PDF, if it goes along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inside: Option<String>,
}

pub(super) fn groups(brief: &Brief<'_>, attachments: &[Attachment]) -> Vec<GroupView> {
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
        remark: remark(brief, attachment),
    }
}

/// `电子数据，手机截图2张`.
fn kind(vocabulary: &Vocabulary, attachment: &Attachment, item: &Evidence) -> String {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for attached in &attachment.files {
        let form = match &attached.made.content {
            Content::Transcript(_) => "transcript",
            Content::Recording(recording) if recording.medium.is_video() => "video",
            Content::Recording(_) => "sound",
            Content::Document(document) => match document.paper {
                Paper::Html | Paper::Mhtml => "web",
                Paper::Mail => "mail",
                Paper::Word => "text",
                Paper::Workbook | Paper::Csv => "table",
            },
            Content::Pictures(copies) => copies
                .first()
                .map_or("photo", |copy| super::exhibit::copy_kind(copy.kind)),
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
pub(super) fn content(item: &Evidence) -> Option<String> {
    item.note.clone().or_else(|| {
        (!item.quotes.is_empty()).then(|| {
            item.quotes
                .iter()
                .map(|quote| format!("“{quote}”"))
                .collect()
        })
    })
}

pub(super) fn proves(vocabulary: &Vocabulary, item: &Evidence) -> Option<String> {
    let phrases: Vec<&str> = item
        .proves
        .iter()
        .map(|link| Vocabulary::phrase(&vocabulary.proves, link.en()))
        .filter(|phrase| !phrase.is_empty())
        .collect();
    (!phrases.is_empty()).then(|| phrases.join("；"))
}

/// What was done to the filed copy, as far as a reader has to know it.
pub(super) fn remark(brief: &Brief<'_>, attachment: &Attachment) -> Option<String> {
    let item = &brief.case.evidence[attachment.item];
    let steps = attachment
        .files
        .iter()
        .flat_map(|attached| &attached.made.steps);
    let mut remarks: Vec<String> = Vec::new();
    for step in steps {
        let phrase = |key| Vocabulary::phrase(&brief.vocabulary.remarks, key).to_owned();
        let told = match step {
            Step::Redacted { .. } => match reasons(brief, item) {
                reasons if reasons.is_empty() => phrase("redacted"),
                reasons => phrase("redacted_for").replace("{why}", &reasons.join("、")),
            },
            Step::Cropped => phrase("cropped"),
            Step::Sliced { .. } => phrase("sliced"),
            Step::FirstFrame => phrase("first_frame"),
            Step::Excerpted { .. } => phrase("excerpt"),
            Step::PagesChosen { filed, of } => phrase("pages_chosen")
                .replace("{filed}", &filed.to_string())
                .replace("{of}", &of.to_string()),
            _ => continue,
        };
        if !remarks.contains(&told) {
            remarks.push(told);
        }
    }
    (!remarks.is_empty()).then(|| remarks.join("；"))
}

/// Why places are covered in this channel, each reason once.
fn reasons<'a>(brief: &Brief<'_>, item: &'a Evidence) -> Vec<&'a str> {
    let mut reasons = Vec::new();
    let held = item
        .redactions
        .iter()
        .filter(|one| super::holds(&one.scope, brief.channel));
    for why in held.filter_map(|one| one.why.as_deref()) {
        if !reasons.contains(&why) {
            reasons.push(why);
        }
    }
    reasons
}

/// The proved links in the order of the story.
pub(super) fn chain(brief: &Brief<'_>, refs: &References) -> Vec<ChainView> {
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

pub(super) fn hashes(brief: &Brief<'_>, attachments: &[Attachment]) -> Vec<HashView> {
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
            inside: attached.inside.as_ref().map(|inside| inside.name.clone()),
        }
    })
    .collect()
}

/// `1,234,567`.
pub(super) fn grouped(number: u64) -> String {
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
