//! A chat log as it is printed: days, speakers, words.

use serde::Serialize;

use super::Attachment;
use crate::case::evidence::Evidence;
use crate::channel::Shown;
use crate::evidence::{Content, Row, Transcript};
use crate::filing::{Brief, Vocabulary};
use crate::moment::Moment;

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

pub(super) fn transcript(
    brief: &Brief<'_>,
    attachment: &Attachment,
    item: &Evidence,
) -> Option<TranscriptView> {
    let logs: Vec<&Transcript> = attachment
        .files
        .iter()
        .filter_map(|attached| match &attached.made.content {
            Content::Transcript(log) => Some(log),
            _ => None,
        })
        .collect();
    if logs.is_empty() {
        return None;
    }
    let mut unknown: Vec<char> = Vec::new();
    let rows = rows(brief, item, &logs, &mut unknown);
    let remarks = &brief.vocabulary.remarks;
    let mut notes = Vec::new();
    if !item.hidden_words.is_empty() || logs.iter().any(|log| tells_accounts(log)) {
        notes.push(Vocabulary::phrase(remarks, "hidden_words").to_owned());
    }
    notes.extend(code_points(brief, &unknown));
    Some(TranscriptView { rows, notes })
}

/// What is said of characters that no face can draw, if there are any.
pub(super) fn code_points(brief: &Brief<'_>, unknown: &[char]) -> Option<String> {
    let codes: Vec<String> = unknown
        .iter()
        .map(|c| format!("U+{:04X}", u32::from(*c)))
        .collect();
    let phrase = Vocabulary::phrase(&brief.vocabulary.remarks, "code_points");
    (!codes.is_empty()).then(|| format!("{phrase}{}。", codes.join("、")))
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
            Row::Header { .. } | Row::Omitted { .. } => None,
        };
        if let Some(day) = day.filter(|day| today != Some(*day)) {
            today = Some(day);
            rows.push(TranscriptRow::Day {
                day: Moment::day(day).zh_date(),
            });
        }
        if !matches!(row, Row::Day { .. }) && !is_rule(row) {
            rows.push(transcript_row(brief, item, row, unknown));
        }
    }
    rows
}

/// Whether a row is nothing but a line drawn with signs, which says nothing.
fn is_rule(row: &Row) -> bool {
    matches!(row, Row::Header { text } if !text.chars().any(char::is_alphanumeric))
}

/// The name of a speaker without the account number that an export puts behind it, which is private.
fn speaker(who: &str) -> &str {
    let bare = who.trim_end().trim_end_matches([')', '）', '>']);
    match bare.rsplit_once(['(', '（', '<']) {
        Some((name, account))
            if !name.trim().is_empty()
                && account.len() >= 5
                && account.bytes().all(|b| b.is_ascii_graphic()) =>
        {
            name.trim_end()
        }
        _ => who,
    }
}

/// Whether speakers of a log stand there with their accounts, which no page shows.
pub fn tells_accounts(log: &Transcript) -> bool {
    log.speakers().iter().any(|who| speaker(who) != *who)
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

/// A text of evidence as it is printed: what the writer wants hidden is masked, what no face can draw is a code.
pub(super) fn shown(
    brief: &Brief<'_>,
    item: &Evidence,
    text: &str,
    unknown: &mut Vec<char>,
) -> String {
    drawable(brief, &hide(item, text), unknown)
}

fn transcript_row(
    brief: &Brief<'_>,
    item: &Evidence,
    row: &Row,
    unknown: &mut Vec<char>,
) -> TranscriptRow {
    let mut shown = |text: &str| shown(brief, item, text, unknown);
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
        Row::Omitted { from, to } => TranscriptRow::Line {
            no: 0,
            time: String::new(),
            who: String::new(),
            text: omitted(brief, *from, *to),
            key: false,
            system: true,
        },
        Row::System { at, who, text } => TranscriptRow::Line {
            no: 0,
            time: at.as_ref().map(clock).unwrap_or_default(),
            who: who
                .as_deref()
                .map(speaker)
                .map(&mut shown)
                .unwrap_or_default(),
            text: shown(text),
            key: false,
            system: true,
        },
        Row::Message { no, at, who, text } => TranscriptRow::Line {
            no: *no,
            time: at.as_ref().map(clock).unwrap_or_default(),
            who: who
                .as_deref()
                .map(speaker)
                .map(&mut shown)
                .unwrap_or_default(),
            text: shown(text),
            key: is_key(item, text),
            system: false,
        },
    }
}

/// That messages are left out.
fn omitted(brief: &Brief<'_>, from: u32, to: u32) -> String {
    let word = if from == to { "omitted_one" } else { "omitted" };
    Vocabulary::phrase(&brief.vocabulary.remarks, word)
        .replace("{from}", &from.to_string())
        .replace("{to}", &to.to_string())
}

/// Whether a text holds decisive words.
pub(super) fn is_key(item: &Evidence, text: &str) -> bool {
    item.quotes
        .iter()
        .any(|quote| text.contains(quote.as_str()))
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

#[cfg(test)]
mod tests {
    use super::speaker;

    #[test]
    fn speakers_lose_their_account() {
        for (who, name) in [
            ("安之若素(990000567801)", "安之若素"),
            ("客服<kefu@x.example>", "客服"),
            ("小李(店长)", "小李(店长)"),
            ("(12345)", "(12345)"),
        ] {
            assert_eq!(speaker(who), name);
        }
    }
}
