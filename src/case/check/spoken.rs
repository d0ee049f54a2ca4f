//! What is said in recordings, and which parts of a chat log are attached.

use super::super::evidence::{Excerpt, Spoken};
use super::super::file::SpokenFile;
use super::values::Values;
use crate::chinese::half_width;
use crate::diagnostic::{Finding, TranscriptFault};
use crate::moment::Moment;

/// The words of a recording, in the order in which they are said.
pub(super) fn spoken(files: &[SpokenFile], at: &str, values: &mut Values<'_>) -> Vec<Spoken> {
    let mut spoken: Vec<Spoken> = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let at = format!("{at}.transcript[{index}]");
        let Some(line) = line(file, &at, values) else {
            continue;
        };
        let before = spoken.last().filter(|before| before.at > line.at);
        if let Some(before) = before {
            let why = TranscriptFault::OutOfOrder {
                at: Spoken::clock(line.at),
                before: Spoken::clock(before.at),
            };
            values.error(&place(file, &at), Finding::BadTranscript { why });
        }
        spoken.push(line);
    }
    spoken
}

/// Where the time of an entry stands.
fn place(file: &SpokenFile, at: &str) -> String {
    let key = if file.at.is_some() { "at" } else { "text" };
    format!("{at}.{key}")
}

/// One entry, long or as one line: `00:12 客服：您好`.
fn line(file: &SpokenFile, at: &str, values: &mut Values<'_>) -> Option<Spoken> {
    let Some(text) = file.text.as_deref() else {
        values.incomplete(at, "text");
        return None;
    };
    if let Some(written) = &file.at {
        let seconds = seconds(written);
        if seconds.is_none() {
            let why = not_a_timecode(written);
            values.error(&format!("{at}.at"), why);
        }
        return Some(Spoken {
            at: seconds?,
            who: file.who.clone(),
            text: text.to_owned(),
        });
    }
    let (written, words) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let words = words.trim();
    let Some(seconds) = seconds(written).filter(|_| !words.is_empty()) else {
        values.error(&format!("{at}.text"), not_a_timecode(text));
        return None;
    };
    let (who, words) = match words.split_once(['：', ':']) {
        Some((who, words)) if file.who.is_none() && is_name(who) => {
            (Some(who.trim()), words.trim())
        }
        _ => (file.who.as_deref(), words),
    };
    Some(Spoken {
        at: seconds,
        who: who.map(str::to_owned),
        text: words.to_owned(),
    })
}

/// That a text is no place in a recording.
fn not_a_timecode(text: &str) -> Finding {
    let text = text.to_owned();
    Finding::BadTranscript {
        why: TranscriptFault::NotATimecode { text },
    }
}

/// Whether what stands before a colon is short and no sentence.
fn is_name(text: &str) -> bool {
    let length = text.trim().chars().count();
    (1..=20).contains(&length) && !text.contains(['，', '。', '！', '？', '；', ','])
}

/// `00:12` or `1:02:03` in seconds.
fn seconds(text: &str) -> Option<u32> {
    let text: String = text.trim().chars().map(half_width).collect();
    let digits = |part: &str| {
        let two = !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|_| two)
    };
    let parts: Vec<u32> = text.split(':').map(digits).collect::<Option<_>>()?;
    let below = |part: u32| Some(part).filter(|part| *part < 60);
    match parts.as_slice() {
        [minutes, seconds] => Some(minutes * 60 + below(*seconds)?),
        [hours, minutes, seconds] => Some((hours * 60 + below(*minutes)?) * 60 + below(*seconds)?),
        _ => None,
    }
}

/// The parts of a chat log that are attached.
pub(super) fn excerpts(texts: &[String], at: &str, values: &mut Values<'_>) -> Vec<Excerpt> {
    let mut excerpts = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let parts = text.split([',', '，', '、', ';', '；']);
        let parts: Option<Vec<Excerpt>> = parts.map(excerpt).collect();
        match parts {
            Some(parts) => excerpts.extend(parts),
            None => {
                let why = TranscriptFault::NotAnExcerpt { text: text.clone() };
                let at = format!("{at}.range[{index}]");
                values.error(&at, Finding::BadTranscript { why });
            }
        }
    }
    excerpts
}

/// `12-40`, `第12至40条`, `12`, `2026-11-01 至 2026-11-03` or `2026-11-01`.
fn excerpt(text: &str) -> Option<Excerpt> {
    let text: String = text.trim().chars().map(half_width).collect();
    let text = text.trim_start_matches('第').trim_end_matches('条');
    let split = ["至", "到", "——", "—", "–", "~", "-"]
        .into_iter()
        .find_map(|sign| {
            text.split_once(sign)
                .filter(|(from, _)| sign != "-" || is_number(from))
        });
    let (from, to) = split.unwrap_or((text, text));
    let (from, to) = (from.trim(), to.trim());
    if is_number(from) && is_number(to) && (split.is_some() || text == from) {
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        return (0 < from && from <= to).then_some(Excerpt::Numbers(from, to));
    }
    // `2026-11-01` alone is a day and no range of numbers.
    let (from, to) = if Moment::parse(text).is_ok() {
        (text, text)
    } else {
        (from, to)
    };
    let day = |text| {
        Moment::parse(text)
            .ok()
            .filter(|moment| moment.time.is_none())
    };
    let (from, to) = (day(from)?.date, day(to)?.date);
    (from <= to).then_some(Excerpt::Days(from, to))
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{excerpt, seconds};
    use crate::case::evidence::Excerpt;
    use chrono::NaiveDate;

    #[test]
    fn times_in_a_recording() {
        assert_eq!(seconds("00:12"), Some(12));
        assert_eq!(seconds("１：０２：０３"), Some(3723));
        assert_eq!(seconds("125:00"), Some(7500));
        for text in [
            "12", "0:60", "1:60:00", "a:12", "-1:12", "1:2:3:4", ":12", "12秒",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_a_log() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (text, meant) in [
            ("12-40", Some(Excerpt::Numbers(12, 40))),
            ("第12至40条", Some(Excerpt::Numbers(12, 40))),
            ("１２—４０", Some(Excerpt::Numbers(12, 40))),
            ("7", Some(Excerpt::Numbers(7, 7))),
            ("2026-11-01", Some(Excerpt::Days(day(1), day(1)))),
            (
                "2026-11-01 至 2026-11-03",
                Some(Excerpt::Days(day(1), day(3))),
            ),
            (
                "2026年11月1日到2026年11月3日",
                Some(Excerpt::Days(day(1), day(3))),
            ),
            ("40-12", None),
            ("0-3", None),
            ("2026-11-03 至 2026-11-01", None),
            ("2026-11-01 20:00 至 2026-11-03", None),
            ("前面几条", None),
            ("", None),
        ] {
            assert_eq!(excerpt(text), meant, "{text}");
        }
    }
}
