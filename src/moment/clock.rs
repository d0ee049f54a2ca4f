//! The time of day as people write it: on the clock of 24 hours, or of twelve with a word for the part of the day.

use super::{number, one_of};

/// A part of the day, and what its hours mean.
struct DayPart {
    word: &'static str,
    /// The first and last hour that are as they stand.
    plain: (u32, u32),
    /// The first and last hour that are twelve hours later than they stand.
    later: (u32, u32),
}

const fn part(word: &'static str, plain: (u32, u32), later: (u32, u32)) -> DayPart {
    DayPart { word, plain, later }
}

/// No hour at all.
const NONE: (u32, u32) = (1, 0);

/// Hours that a word does not go with, such as 晚上12点 and 晚上1点, belong to one day for some and to the next for
/// others: they are not read.
const DAY_PARTS: [DayPart; 14] = [
    part("凌晨", (0, 6), NONE),
    part("清晨", (4, 8), NONE),
    part("早晨", (4, 11), NONE),
    part("早上", (4, 11), NONE),
    part("上午", (5, 11), NONE),
    part("中午", (11, 14), (1, 2)),
    part("午后", (12, 18), (1, 6)),
    part("下午", (12, 23), (1, 11)),
    part("傍晚", (16, 20), (4, 8)),
    part("晚上", (17, 23), (5, 11)),
    part("晚间", (17, 23), (5, 11)),
    part("夜里", (20, 23), (8, 11)),
    part("深夜", (20, 23), (8, 11)),
    part("半夜", NONE, NONE),
];

/// Hour, minute and second of `20:58`, `20:58:12`, `20时58分`, `20点`, `20时58分12秒`, `晚上8点半`, `8:58 pm`.
pub(super) fn read(text: &str) -> Option<(u32, u32, u32)> {
    if let Some(part) = DAY_PARTS.iter().find(|part| text.starts_with(part.word)) {
        let (hour, minute, second) = figures(text[part.word.len()..].trim_start())?;
        return Some((part.hour(hour)?, minute, second));
    }
    let Some((text, is_afternoon)) = half_of_day(text) else {
        return figures(text);
    };
    let (hour, minute, second) = match number(text, 2)? {
        (hour, "") => (hour, 0, 0),
        _ => figures(text)?,
    };
    let hour = match hour {
        12 => 0,
        1..=11 => hour,
        _ => return None,
    };
    Some((hour + if is_afternoon { 12 } else { 0 }, minute, second))
}

/// The time before `am` or `pm`, and whether it is `pm`.
fn half_of_day(text: &str) -> Option<(&str, bool)> {
    let start = text.strip_suffix(['m', 'M'])?;
    let is_afternoon = start.ends_with(['p', 'P']);
    let start = start.strip_suffix(['a', 'A', 'p', 'P'])?;
    Some((start.trim_end(), is_afternoon))
}

/// Hour, minute and second as the figures stand.
fn figures(text: &str) -> Option<(u32, u32, u32)> {
    let (hour, rest) = number(text, 2)?;
    let (separator, rest) = one_of(rest, &[':', '时', '点'])?;
    let rest = rest.trim_start();
    if separator != ':' && matches!(rest, "" | "整" | "钟") {
        return Some((hour, 0, 0));
    }
    if separator != ':' && rest == "半" {
        return Some((hour, 30, 0));
    }
    let (minute, rest) = number(rest, 2)?;
    let rest = if separator == ':' {
        rest
    } else {
        rest.strip_prefix('分').unwrap_or(rest)
    };
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim();
    if rest.is_empty() {
        return Some((hour, minute, 0));
    }
    let (second, rest) = number(rest, 2)?;
    matches!(rest, "" | "秒").then_some((hour, minute, second))
}

/// Whether words say at their start what time of day it was, be it in a way that cannot be read.
pub(super) fn begins_with_time_of_day(words: &str) -> bool {
    const NUMERALS: &str = "零〇一二两三四五六七八九十";
    let named = DAY_PARTS.iter().any(|part| words.starts_with(part.word));
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(c));
    let counted = rest.len() < words.len()
        && (rest.starts_with('点') || rest.starts_with('时') || rest.starts_with(':'));
    named || counted
}

impl DayPart {
    /// The hour of 24 that an hour after the word means; none where the two do not go together.
    fn hour(&self, hour: u32) -> Option<u32> {
        let within = |(first, last)| (first..=last).contains(&hour);
        if self.word == "凌晨" && hour == 12 {
            return Some(0);
        }
        if within(self.plain) {
            Some(hour)
        } else if within(self.later) {
            Some(hour + 12)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{begins_with_time_of_day, read};

    #[test]
    fn reads_parts_of_the_day() {
        for (text, time) in [
            ("上午9点", (9, 0, 0)),
            ("上午 9点半", (9, 30, 0)),
            ("早上7时", (7, 0, 0)),
            ("下午3点20", (15, 20, 0)),
            ("下午3点20分", (15, 20, 0)),
            ("下午12点半", (12, 30, 0)),
            ("下午15:20", (15, 20, 0)),
            ("中午12点", (12, 0, 0)),
            ("中午1点", (13, 0, 0)),
            ("晚上8点整", (20, 0, 0)),
            ("晚上11:58:12", (23, 58, 12)),
            ("凌晨12点", (0, 0, 0)),
            ("凌晨2点10分", (2, 10, 0)),
            ("9点半", (9, 30, 0)),
            ("9 pm", (21, 0, 0)),
            ("9:05am", (9, 5, 0)),
            ("12:00 AM", (0, 0, 0)),
            ("12pm", (12, 0, 0)),
        ] {
            assert_eq!(read(text), Some(time), "{text}");
        }
    }

    #[test]
    fn does_not_guess() {
        for text in [
            "上午",
            "上午九点",
            "上午13点",
            "晚上12点",
            "晚上1点",
            "下午0点",
            "半夜1点",
            "13 pm",
            "9",
            "pm",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn knows_a_time_that_it_cannot_read() {
        for words in ["上午 客服", "晚上12点", "九点半", "十二时", "9点左右"] {
            assert!(begins_with_time_of_day(words), "{words}");
        }
        for words in [
            "客服：没空",
            "2次来电",
            "一直没有回复",
            "10元到账",
            "点卡无效",
        ] {
            assert!(!begins_with_time_of_day(words), "{words}");
        }
    }
}
