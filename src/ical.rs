//! Calendar files (RFC 5545): days to keep, each with reminders before it.
//!
//! In: entries and the time at which the file is made. Out: the text of an `.ics` file. The same entries and time give
//! the same bytes; nothing here reads a clock.

use std::fmt::Write as _;

use chrono::{Duration, NaiveTime};

use crate::moment::Moment;

/// An entry of a calendar: a day, or a time of a day in Beijing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What identifies it in every later file as well, such as a case and the id of a rule.
    pub id: String,
    /// When.
    pub at: Moment,
    /// The title, with its mark 「未核实」 or 「暂定」 where it has one.
    pub title: String,
    /// What is to be known of it.
    pub text: String,
    /// When to remind; a whole day means nine in the morning.
    pub alarms: Vec<Moment>,
}

/// Octets that a line may have (RFC 5545, 3.1).
const LINE: usize = 75;

/// The hour at which a reminder for a whole day rings.
const MORNING: i64 = 9;

/// Writes a calendar. `now` is when it is made, in Beijing time.
pub fn calendar(name: &str, entries: &[Entry], now: Moment) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//tousu//deadlines//ZH");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("X-WR-CALNAME:{}", escape(name)));
    for entry in entries {
        event(&mut out, entry, now);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, entry: &Entry, now: Moment) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", uid(&entry.id)));
    line(out, &format!("DTSTAMP:{}", universal(now)));
    if entry.at.time.is_some() {
        line(out, &format!("DTSTART:{}", universal(entry.at)));
    } else {
        let next = entry.at.date.succ_opt().unwrap_or(entry.at.date);
        line(
            out,
            &format!("DTSTART;VALUE=DATE:{}", entry.at.date.format("%Y%m%d")),
        );
        line(out, &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
    }
    line(out, &format!("SUMMARY:{}", escape(&entry.title)));
    line(out, &format!("DESCRIPTION:{}", escape(&entry.text)));
    line(out, "TRANSP:TRANSPARENT");
    for alarm in &entry.alarms {
        line(out, "BEGIN:VALARM");
        line(out, "ACTION:DISPLAY");
        line(out, &format!("DESCRIPTION:{}", escape(&entry.title)));
        line(out, &format!("TRIGGER:{}", trigger(*alarm, entry.at)));
        line(out, "END:VALARM");
    }
    line(out, "END:VEVENT");
}

/// How long a reminder comes before the start of its entry, or after it.
fn trigger(alarm: Moment, start: Moment) -> String {
    let morning = NaiveTime::MIN + Duration::hours(MORNING);
    let at = alarm.date.and_time(alarm.time.unwrap_or(morning));
    let minutes = (at - start.start()).num_minutes();
    let sign = if minutes < 0 { "-" } else { "" };
    let minutes = minutes.unsigned_abs();
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let mut span = format!("{sign}P");
    // Writing to a string cannot fail.
    if days > 0 {
        let _ = write!(span, "{days}D");
    }
    if hours > 0 || minutes > 0 || days == 0 {
        span.push('T');
        if hours > 0 {
            let _ = write!(span, "{hours}H");
        }
        if minutes > 0 || hours == 0 {
            let _ = write!(span, "{minutes}M");
        }
    }
    span
}

/// A moment in Beijing as universal time.
fn universal(at: Moment) -> String {
    let at = at.start() - Duration::hours(8);
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// An id as an identifier that is the same in every file.
fn uid(id: &str) -> String {
    let plain = id.chars().map(|c| {
        if c.is_ascii_alphanumeric() || "-_.".contains(c) {
            c.to_string()
        } else {
            format!("%{:X}", u32::from(c))
        }
    });
    format!("{}@tousu", plain.collect::<String>())
}

/// A text as a value: commas, semicolons, backslashes and line breaks are escaped (3.3.11); other control
/// characters have no place in a calendar.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded after 75 octets between characters (3.1).
fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Entry, LINE, calendar};
    use crate::moment::Moment;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn entry(title: &str, day: &str, alarms: &[&str]) -> Entry {
        Entry {
            id: "case/samr_accept".to_owned(),
            at: at(day),
            title: title.to_owned(),
            text: "依据：第十五条; 七个工作日, 不含当日\n第二行".to_owned(),
            alarms: alarms.iter().map(|alarm| at(alarm)).collect(),
        }
    }

    fn unfold(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_whole_day_with_reminders() {
        let entries = [entry(
            "「暂定」是否受理",
            "2026-12-01",
            &["2026-11-28", "2026-11-30 18:00", "2026-12-02"],
        )];
        let text = unfold(&calendar("投诉", &entries, at("2026-11-22 12:00")));
        for part in [
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
            "UID:case%2Fsamr_accept@tousu\r\n",
            "DTSTAMP:20261122T040000Z\r\n",
            "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n",
            "SUMMARY:「暂定」是否受理\r\n",
            "DESCRIPTION:依据：第十五条\\; 七个工作日\\, 不含当日\\n第二行\r\n",
            "TRIGGER:-P2DT15H\r\n",
            "TRIGGER:-PT6H\r\n",
            "TRIGGER:P1DT9H\r\n",
            "END:VCALENDAR\r\n",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn a_time_of_day_is_universal() {
        let entries = [entry("期限", "2026-11-22 07:30", &["2026-11-22 07:30"])];
        let text = calendar("投诉", &entries, at("2026-11-22"));
        assert!(text.contains("DTSTART:20261121T233000Z\r\n"), "{text}");
        assert!(text.contains("TRIGGER:PT0M\r\n"), "{text}");
    }

    proptest! {
        #[test]
        fn lines_are_short_and_nothing_is_lost(title in "\\PC{0,200}", text in any::<String>()) {
            let one = Entry { text, ..entry(&title, "2026-12-01", &["2026-11-28"]) };
            let file = calendar("投诉", &[one], at("2026-11-22"));
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LINE);
                prop_assert!(!line.chars().any(char::is_control));
            }
            let summary = unfold(&file);
            let summary = summary.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let read = summary.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
            let shown: String = title.chars().filter(|c| !c.is_control()).collect();
            prop_assert_eq!(read, shown);
        }
    }
}
