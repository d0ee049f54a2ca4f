//! Dates and times as chat logs write them.

use chrono::{NaiveDate, NaiveTime};

/// When a message was sent, as the log writes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The words of the log, such as `2026/11/1 下午9:40`.
    pub written: String,
    /// The date, if the log gives it with the year at this place.
    pub date: Option<NaiveDate>,
    /// The time of day, if the log gives it.
    pub time: Option<NaiveTime>,
}

/// Characters that frame a band of a date or a rule.
const DECORATION: &str = "-–—―─━═=*~～·•.#_<>《》【】[]()（）|";

/// Characters that may stand between a stamp and what follows.
const SEPARATORS: &str = " \u{A0}\u{3000}-–—,，|";

/// Reads a stamp at the start of a line; returns it with the rest of the line.
pub(super) fn leading(line: &str) -> Option<(Moment, &str)> {
    let line = line.trim();
    let opened = line.chars().next().and_then(closing);
    let inner = if opened.is_some() {
        after_first(line)
    } else {
        line
    };
    let (moment, mut rest) = moment(inner.trim_start())?;
    if let Some(close) = opened {
        rest = rest.trim_start().strip_prefix(close)?;
    } else if rest.chars().next().is_some_and(|c| !SEPARATORS.contains(c)) {
        // «21:40分到账» is a sentence, not a stamp.
        return None;
    }
    Some((
        moment,
        rest.trim_start_matches(|c| SEPARATORS.contains(c))
            .trim_end(),
    ))
}

/// Reads a name with a stamp of date and time after it; returns both.
pub(super) fn trailing(line: &str) -> Option<(&str, Moment)> {
    let line = line.trim();
    let breaks = line.char_indices().filter(|(_, c)| c.is_whitespace());
    breaks
        .map(|(at, c)| (&line[..at], line[at + c.len_utf8()..].trim_start()))
        .find_map(|(name, stamp)| {
            date(stamp)?;
            let (moment, rest) = moment(stamp)?;
            let name = name.trim_end();
            let sentence =
                name.chars().count() > 40 || name.contains(['。', '！', '？', '，', '!', '?']);
            (rest.is_empty() && !name.is_empty() && !sentence).then_some((name, moment))
        })
}

/// Reads a name with a stamp of date and time in brackets and a text after a colon; returns all three.
pub(super) fn bracketed(line: &str) -> Option<(&str, Moment, &str)> {
    let line = line.trim();
    let open = line.find(['(', '（'])?;
    let (name, inner) = (line[..open].trim(), after_first(&line[open..]));
    date(inner)?;
    let (moment, rest) = moment(inner)?;
    let text = rest.strip_prefix([')', '）'])?.trim_start();
    let text = text.strip_prefix([':', '：'])?;
    let sentence = name.chars().count() > 40 || name.contains(['。', '！', '？', '，']);
    (!name.is_empty() && !sentence).then(|| (name, moment, text.trim()))
}

/// Reads a line that is nothing but a full date, with or without weekday and decoration;
/// says also whether it was decorated.
pub(super) fn day(line: &str) -> Option<(NaiveDate, bool)> {
    let bare = line.trim_matches(|c: char| c.is_whitespace() || DECORATION.contains(c));
    let bare = bare
        .strip_prefix("日期")
        .map_or(bare, |rest| rest.trim_start_matches(['：', ':', ' ']));
    let (date, rest) = date(bare)?;
    (weekday(rest).trim().is_empty()).then_some((date?, bare.len() < line.trim().len()))
}

/// Says whether a line is nothing but a rule of at least three characters.
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() >= 3 && line.chars().all(|c| DECORATION.contains(c) || c == ' ')
}

/// Reads an optional date and a time; returns them with the rest of the line.
fn moment(text: &str) -> Option<(Moment, &str)> {
    let (date, after_date) = match date(text) {
        Some((date, rest)) => (
            date,
            weekday(rest).trim_start_matches([' ', 'T', ',', '，', '\u{A0}', '\u{3000}']),
        ),
        None => (None, text),
    };
    let (time, rest) = time(after_date)?;
    let written = text[..text.len() - rest.len()].trim_end().to_owned();
    Some((
        Moment {
            written,
            date,
            time: Some(time),
        },
        rest,
    ))
}

/// Reads a date, with the year or without; one without a year has no value, only length.
fn date(text: &str) -> Option<(Option<NaiveDate>, &str)> {
    dated(text, '-', '-')
        .or_else(|| dated(text, '/', '/'))
        .or_else(|| dated(text, '.', '.'))
        .or_else(|| {
            let (date, rest) = dated(text, '年', '月')?;
            Some((date, rest.strip_prefix(['日', '号'])?))
        })
}

/// Reads a date with these characters after the year and after the month.
fn dated(text: &str, after_year: char, after_month: char) -> Option<(Option<NaiveDate>, &str)> {
    let (a, rest) = number(text, 4)?;
    if text.len() - rest.len() == 4 {
        let (month, rest) = number(rest.strip_prefix(after_year)?, 2)?;
        let (day, rest) = number(rest.strip_prefix(after_month)?, 2)?;
        let date = NaiveDate::from_ymd_opt(i32::try_from(a).ok()?, month, day)?;
        return Some((Some(date), rest));
    }
    // 3.15 is a number more often than a day.
    if after_month == '.' {
        return None;
    }
    let (day, rest) = number(rest.strip_prefix(after_month)?, 2)?;
    // A leap year, so that 29 February is a day.
    NaiveDate::from_ymd_opt(2000, a, day)?;
    Some((None, rest))
}

/// Reads a time of day, with or without seconds and half of the day.
fn time(text: &str) -> Option<(NaiveTime, &str)> {
    const MORNING: [&str; 5] = ["上午", "早上", "凌晨", "AM ", "am "];
    const EVENING: [&str; 5] = ["下午", "晚上", "傍晚", "PM ", "pm "];
    let early = MORNING.iter().find_map(|word| text.strip_prefix(word));
    let late = EVENING.iter().find_map(|word| text.strip_prefix(word));
    let noon = text.strip_prefix("中午");
    let bare = early.or(late).or(noon).unwrap_or(text).trim_start();
    let (mut hour, rest) = number(bare, 2)?;
    let rest = rest.strip_prefix([':', '：'])?;
    let (minute, mut rest) = number(rest, 2).filter(|(_, after)| rest.len() - after.len() == 2)?;
    let mut second = 0;
    if let Some((value, after)) = rest.strip_prefix([':', '：']).and_then(|r| number(r, 2)) {
        (second, rest) = (value, after);
        if let Some((_, after)) = rest.strip_prefix(['.', ',']).and_then(|r| number(r, 3)) {
            rest = after;
        }
    }
    let half = rest.trim_start();
    let early_after = half.strip_prefix("AM").or_else(|| half.strip_prefix("am"));
    let late_after = half.strip_prefix("PM").or_else(|| half.strip_prefix("pm"));
    rest = early_after.or(late_after).unwrap_or(rest);
    if (late.is_some() || late_after.is_some()) && hour < 12 {
        hour += 12;
    }
    if rest.starts_with(|c: char| c.is_ascii_digit() || c == ':') {
        return None;
    }
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, rest))
}

/// Skips a weekday.
fn weekday(text: &str) -> &str {
    let rest = text.trim_start();
    ["星期", "周", "礼拜"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .and_then(|rest| rest.strip_prefix(['一', '二', '三', '四', '五', '六', '日', '天']))
        .unwrap_or(text)
}

/// Reads a number of one to `most` digits; more digits are no number.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > most {
        return None;
    }
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

/// Returns the bracket that closes an opening one.
fn closing(open: char) -> Option<char> {
    match open {
        '[' => Some(']'),
        '【' => Some('】'),
        '(' => Some(')'),
        '（' => Some('）'),
        _ => None,
    }
}

/// Returns the text after its first character.
fn after_first(text: &str) -> &str {
    text.chars().next().map_or(text, |c| &text[c.len_utf8()..])
}
