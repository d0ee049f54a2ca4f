//! A chat log as rows: who said what when.

use chrono::NaiveDate;

use super::stamp::Moment;
use super::transcript_line::{Line, classify};
use super::transcript_style::Style;

/// A chat log in the order of the file; every line that is not blank is in exactly one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
}

/// A row of a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// What the exporting program wrote about the log, and whatever stands above the first message.
    Header {
        /// The line.
        text: String,
    },
    /// A date that holds for what follows.
    Day {
        /// The date.
        date: NaiveDate,
        /// The line as the log writes it.
        written: String,
    },
    /// A message.
    Message {
        /// Its number in the log, from 1.
        no: u32,
        /// When it was sent, as written.
        at: Option<Moment>,
        /// Who sent it, as written, with the account if the log gives it.
        who: Option<String>,
        /// What was said; lines are separated by line feeds.
        text: String,
    },
    /// Messages that are not filed, by their numbers in the whole log.
    Omitted {
        /// The first.
        from: u32,
        /// The last.
        to: u32,
    },
    /// Something that the messenger itself said, or a time that stands alone.
    System {
        /// When.
        at: Option<Moment>,
        /// The name under which it was said.
        who: Option<String>,
        /// What was said; empty where a time stands alone.
        text: String,
    },
}

impl Transcript {
    /// Reads a log whose lines end with line feeds. A log without recognisable structure is kept line by line,
    /// each line a message of nobody.
    pub fn read(text: &str) -> Self {
        let lines: Vec<&str> = text.split('\n').collect();
        let style = Style::of(&lines);
        let mut writer = Writer {
            rows: Vec::new(),
            messages: 0,
            structured: style != Style::Loose,
        };
        let mut after_blank = true;
        for line in lines {
            let kind = classify(line, style, after_blank);
            let blank = kind == Line::Blank;
            writer.take(line.trim(), kind, after_blank);
            after_blank = blank;
        }
        Self { rows: writer.rows }
    }

    /// Returns the speakers in the order in which they first speak, each once.
    pub fn speakers(&self) -> Vec<&str> {
        let mut speakers = Vec::new();
        for row in &self.rows {
            if let Row::Message { who: Some(who), .. } = row
                && !speakers.contains(&who.as_str())
            {
                speakers.push(who);
            }
        }
        speakers
    }
}

/// Writes the rows of a transcript line by line.
struct Writer {
    /// The rows so far.
    rows: Vec<Row>,
    /// How many of them are messages.
    messages: u32,
    /// Whether the log tells who spoke or when.
    structured: bool,
}

impl Writer {
    /// Adds a line to the rows.
    fn take(&mut self, line: &str, kind: Line<'_>, after_blank: bool) {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        match kind {
            Line::Blank => {}
            Line::Header => self.rows.push(Row::Header {
                text: line.to_owned(),
            }),
            Line::Day(date) => self.rows.push(Row::Day {
                date,
                written: line.to_owned(),
            }),
            Line::Message { at, who, text } => self.message(at, owned(who), text),
            // The messenger's words under its own name, as QQ writes them.
            Line::System { at: None, .. } if self.awaits_system_text() => {
                self.plain(line, after_blank);
            }
            Line::System { at, who, text } => {
                self.rows.push(Row::System {
                    at,
                    who: owned(who),
                    text: text.to_owned(),
                });
            }
            Line::Plain => self.plain(line, after_blank),
        }
    }

    /// Says whether the last row is the head of a system message without text.
    fn awaits_system_text(&self) -> bool {
        matches!(self.rows.last(), Some(Row::System { at: Some(_), who: Some(_), text }) if text.is_empty())
    }

    /// Adds a message under the next number.
    fn message(&mut self, at: Option<Moment>, who: Option<String>, text: &str) {
        self.messages += 1;
        self.rows.push(Row::Message {
            no: self.messages,
            at,
            who,
            text: text.to_owned(),
        });
    }

    /// Adds a line of text to the row above, if that can go on; else as a row of its own.
    fn plain(&mut self, line: &str, after_blank: bool) {
        let structured = self.structured;
        match self.rows.last_mut() {
            Some(
                Row::Message { text, .. }
                | Row::System {
                    at: Some(_),
                    who: Some(_),
                    text,
                },
            ) if structured => {
                if !text.is_empty() {
                    text.push_str(if after_blank { "\n\n" } else { "\n" });
                }
                text.push_str(line);
            }
            Some(Row::Header { .. }) | None if structured => self.rows.push(Row::Header {
                text: line.to_owned(),
            }),
            _ => self.message(None, None, line),
        }
    }
}
