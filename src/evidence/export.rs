//! Chat logs as exporting programs write them: tables of messages, and pages that look like the messenger.
//!
//! Each layout is recognised by what its program puts into every file; anything else is left to the reader of
//! documents. Pictures and sound are named where they were sent, as an export keeps them in files of their own.

mod columns;
mod page;
mod script;

use chrono::{DateTime, Duration};

use super::document::{self, Paper};
use super::fault::Fault;
use super::stamp::{self, Moment};
use super::step::Step;
use super::transcript::Row;
use super::{Item, Transcript, text};

pub(super) use columns::table;
/// The longest page of an export, in bytes.
const LONGEST: usize = 64_000_000;

/// Reads a page or a saved page that is an export; any other is none.
pub(super) fn saved(item: &Item, paper: Paper) -> Result<Option<(Transcript, Vec<Step>)>, Fault> {
    let bytes = &item.original.bytes;
    Ok(match paper {
        Paper::Html => {
            let decoded = text::page(bytes, LONGEST)?;
            let encoding = decoded.encoding;
            page::page(&decoded.text).map(|log| (log, vec![Step::Decoded { encoding }]))
        }
        Paper::Mhtml => {
            let pages = document::pages(bytes).unwrap_or_default();
            let log = pages.iter().find_map(|text| page::page(text));
            log.map(|log| (log, Vec::new()))
        }
        _ => None,
    })
}

/// A log that is being written.
#[derive(Default)]
struct Log {
    rows: Vec<Row>,
    messages: u32,
    /// The day that holds for times without one, as written.
    day: String,
}

impl Log {
    /// Adds a message, with the time as written.
    fn message(&mut self, at: &str, who: &str, text: &str) {
        self.messages += 1;
        self.rows.push(Row::Message {
            no: self.messages,
            at: self.moment(at),
            who: Some(who.trim().to_owned()).filter(|who| !who.is_empty()),
            text: tidy(text),
        });
    }

    /// Adds a line of the messenger itself.
    fn system(&mut self, at: &str, text: &str) {
        self.rows.push(Row::System {
            at: self.moment(at),
            who: None,
            text: tidy(text),
        });
    }

    /// Adds a line above the messages.
    fn header(&mut self, text: &str) {
        let text = tidy(text);
        if !text.is_empty() {
            self.rows.push(Row::Header { text });
        }
    }

    /// A time as written, on the day that holds.
    fn moment(&self, written: &str) -> Option<Moment> {
        let written = written.trim();
        if written.is_empty() {
            return None;
        }
        let dated = format!("{} {written}", self.day);
        let read = |text: &str| stamp::leading(text).map(|(moment, _)| moment);
        let known = read(written).filter(|moment| moment.date.is_some());
        let known = known.or_else(|| read(&dated)).or_else(|| read(written));
        Some(known.unwrap_or_else(|| Moment {
            written: written.to_owned(),
            date: None,
            time: None,
        }))
    }

    /// The whole log, if there is a message in it.
    fn finish(self) -> Option<Transcript> {
        (self.messages > 0).then_some(Transcript { rows: self.rows })
    }
}

/// A text without space at the ends of its lines and without blank lines around it.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// What was sent, where it is no text: the last part of the file's path, if there is one.
fn sent(what: &str, path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    // What lies inside the page itself has no name.
    if name.is_empty() || path.starts_with("data:") {
        format!("［{what}］")
    } else {
        format!("［{what}：{name}］")
    }
}

/// Seconds since 1970, or thousandths of them, as a time in Beijing.
fn clock(number: &str) -> Option<String> {
    let seconds = match number.len() {
        10 => number,
        13 => number.get(..10)?,
        _ => return None,
    };
    let time = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
    let beijing = time.naive_utc().checked_add_signed(Duration::hours(8))?;
    Some(beijing.format("%Y-%m-%d %H:%M:%S").to_string())
}

/// What a number of the messenger means.
fn kind_of(number: &str) -> Option<&'static str> {
    Some(match number {
        "3" => "图片",
        "34" => "语音",
        "42" => "名片",
        "43" | "62" => "视频",
        "47" => "表情",
        "48" => "位置",
        "49" => "链接、文件或者引用",
        "50" => "通话",
        _ => return None,
    })
}
