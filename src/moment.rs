//! Points in time as a case file states them: a day, or a day with a clock time, in Beijing time.

mod clock;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::chinese::half_width;

/// A day, or a minute or second of it, in Beijing time (UTC+8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, where it is known.
    pub time: Option<NaiveTime>,
}

/// Why a text is no point in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentError {
    /// The text does not look like a date.
    NotADate,
    /// It looks like a date, but the calendar has no such day or the clock no such time.
    Impossible,
}

impl Moment {
    /// A whole day.
    pub const fn day(date: NaiveDate) -> Self {
        Self { date, time: None }
    }

    /// Reads `2026-11-01`, `2026-11-01 20:58`, `2026/11/1 20:58:12`, `2026.11.1`, `2026年11月1日20时58分`,
    /// `2026年11月1日晚上8点半`, `2026-11-01 8:58 pm` and RFC 3339; a time with an offset is turned into Beijing time.
    pub fn parse(text: &str) -> Result<Self, MomentError> {
        let half: String = text.trim().chars().map(half_width).collect();
        if let Some(moment) = with_offset(&half) {
            return Ok(moment);
        }
        let (date, rest) = date_part(&half).ok_or(MomentError::NotADate)?;
        let date = date.ok_or(MomentError::Impossible)?;
        let rest = rest.trim_start_matches([' ', 'T', 't', ',']).trim();
        if rest.is_empty() {
            return Ok(Self::day(date));
        }
        let (hour, minute, second) = clock::read(rest).ok_or(MomentError::NotADate)?;
        if (hour, minute, second) == (24, 0, 0) {
            let next = date.succ_opt().ok_or(MomentError::Impossible)?;
            return Ok(Self {
                date: next,
                time: Some(NaiveTime::MIN),
            });
        }
        let time = NaiveTime::from_hms_opt(hour, minute, second).ok_or(MomentError::Impossible)?;
        Ok(Self {
            date,
            time: Some(time),
        })
    }

    /// The start of the moment: midnight where only the day is known.
    pub fn start(self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or(NaiveTime::MIN))
    }

    /// Whether this is later than another moment; without both clock times only the days tell.
    pub fn is_after(self, other: Self) -> bool {
        match (self.time, other.time) {
            (Some(_), Some(_)) => self.start() > other.start(),
            _ => self.date > other.date,
        }
    }

    /// The moment a span later; only a moment with a clock time can be moved by less than days.
    pub fn after(self, span: Duration) -> Option<Self> {
        if self.time.is_none() && span.num_seconds() % 86_400 != 0 {
            return None;
        }
        let end = self.start().checked_add_signed(span)?;
        Some(Self {
            date: end.date(),
            time: self.time.map(|_| end.time()),
        })
    }

    /// `2026-11-01`.
    pub fn iso_date(self) -> String {
        self.date.format("%Y-%m-%d").to_string()
    }

    /// `20:58`, or `20:58:12` where seconds are known and not zero.
    pub fn clock(self) -> Option<String> {
        self.time.map(|time| {
            let form = if time.second() == 0 {
                "%H:%M"
            } else {
                "%H:%M:%S"
            };
            time.format(form).to_string()
        })
    }

    /// `20:58`, where the time is known.
    pub fn minutes(self) -> Option<String> {
        self.time.map(|time| time.format("%H:%M").to_string())
    }

    /// The end of a time limit: a limit that ends at midnight ends the day before at 24:00, and one that names
    /// only a day runs to the end of it.
    pub fn zh_limit(self) -> String {
        match self.time {
            None => format!("{}24:00", self.zh_date()),
            Some(NaiveTime::MIN) => {
                let before = self.date.pred_opt().unwrap_or(self.date);
                format!("{}24:00", Self::day(before).zh_date())
            }
            Some(_) => self.zh(),
        }
    }

    /// `2026-11-01 20:58`.
    pub fn iso(self) -> String {
        join(self.iso_date(), self.clock(), " ")
    }

    /// `2026年11月1日20:58`, for running text; without seconds.
    pub fn zh(self) -> String {
        join(self.zh_date(), self.minutes(), "")
    }

    /// `2026年11月1日`.
    pub fn zh_date(self) -> String {
        self.date.format("%Y年%-m月%-d日").to_string()
    }

    /// `11月1日20:58`, for the short texts; without seconds.
    pub fn zh_short(self) -> String {
        join(
            self.date.format("%-m月%-d日").to_string(),
            self.minutes(),
            "",
        )
    }
}

fn join(date: String, clock: Option<String>, between: &str) -> String {
    match clock {
        Some(clock) => format!("{date}{between}{clock}"),
        None => date,
    }
}

/// A time with an offset, turned into Beijing time.
fn with_offset(text: &str) -> Option<Moment> {
    const FORMS: [&str; 4] = [
        "%Y-%m-%dT%H:%M:%S%z",
        "%Y-%m-%d %H:%M:%S%z",
        "%Y-%m-%dT%H:%M%z",
        "%Y-%m-%d %H:%M%z",
    ];
    let text = text
        .strip_suffix(['Z', 'z'])
        .map_or_else(|| text.to_owned(), |start| format!("{start}+00:00"));
    let at = FORMS
        .iter()
        .find_map(|form| DateTime::parse_from_str(&text, form).ok())?;
    let beijing = at.naive_utc().checked_add_signed(Duration::hours(8))?;
    Some(Moment {
        date: beijing.date(),
        time: Some(beijing.time()),
    })
}

/// Whether a text begins with something that looks like a date.
pub fn begins_with_date(text: &str) -> bool {
    let half: String = text.trim_start().chars().map(half_width).collect();
    date_part(&half).is_some()
}

/// Whether words say at their start what time of day it was: `上午`, `晚上九点`, `9点`.
pub fn begins_with_time_of_day(words: &str) -> bool {
    let half: String = words.trim_start().chars().map(half_width).collect();
    clock::begins_with_time_of_day(&half)
}

/// The day at the start of the text (none where the calendar lacks it) and what follows it.
fn date_part(text: &str) -> Option<(Option<NaiveDate>, &str)> {
    let (year, rest) = number(text, 4)?;
    if text.len() - rest.len() != 4 {
        return None;
    }
    let (separator, rest) = one_of(rest, &['-', '/', '.', '年'])?;
    let (month, rest) = number(rest.trim_start(), 2)?;
    let rest = match separator {
        '年' => rest.strip_prefix('月')?,
        other => rest.strip_prefix(other)?,
    };
    let (day, rest) = number(rest.trim_start(), 2)?;
    let rest = rest.strip_prefix(['日', '号']).unwrap_or(rest);
    let year = i32::try_from(year).ok()?;
    Some((NaiveDate::from_ymd_opt(year, month, day), rest))
}

fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let end = text
        .bytes()
        .take(most)
        .take_while(u8::is_ascii_digit)
        .count();
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}

fn one_of<'t>(text: &'t str, choices: &[char]) -> Option<(char, &'t str)> {
    let first = text.chars().next().filter(|c| choices.contains(c))?;
    Some((first, &text[first.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::{Moment, MomentError};

    #[test]
    fn reads_what_people_write() {
        for text in [
            "2026-11-01 20:58",
            "2026/11/1 20:58",
            "2026年11月1日20时58分",
            "2026年11月1日 20:58",
            "２０２６－１１－０１　２０：５８",
            "2026-11-01T20:58:00+08:00",
            "2026-11-01T12:58:00Z",
            "2026-11-01 21:58+09:00",
            "2026年11月1日晚上8点58分",
            "2026年11月1日 晚上 8:58",
            "2026-11-01 8:58 pm",
            "2026-11-01 08:58PM",
        ] {
            assert_eq!(
                Moment::parse(text).map(Moment::iso),
                Ok("2026-11-01 20:58".to_owned()),
                "{text}"
            );
        }
        assert_eq!(
            Moment::parse("2026-11-01").map(Moment::iso),
            Ok("2026-11-01".to_owned())
        );
        assert_eq!(
            Moment::parse("2026-11-01 20:58:12").map(Moment::zh),
            Ok("2026年11月1日20:58".to_owned())
        );
        assert_eq!(
            Moment::parse("2026-11-01 24:00").map(Moment::iso),
            Ok("2026-11-02 00:00".to_owned())
        );
    }

    #[test]
    fn refuses_the_rest() {
        for text in ["2026-02-30", "2026-13-01", "2026-11-01 25:00", "2025-02-29"] {
            assert_eq!(Moment::parse(text), Err(MomentError::Impossible), "{text}");
        }
        for text in [
            "",
            "昨天",
            "11-01",
            "2026",
            "2026-11",
            "20261101",
            "2026-11-01 abc",
        ] {
            assert_eq!(Moment::parse(text), Err(MomentError::NotADate), "{text}");
        }
    }
}
