//! Paths: how a rule names a value of the case file.

use super::{Fact, Facts};
use crate::moment::Moment;

/// A path such as `problem.type`, `orders[].placed` or `filings[12315].events[accepted]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Path {
    /// The path as it is written.
    pub text: &'static str,
    /// Its steps.
    pub steps: &'static [Step],
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the value under a key.
    Key(&'static str),
    /// To every entry of a list.
    Each,
    /// To the entries of a list that are of a kind: the last filing on a channel, the last event of its course by
    /// that name, the contacts of an effect, the notices of a kind or with a property (`notices[auto_end]`).
    Of(&'static str),
}

/// Records tell what happened: what they do not tell has not happened.
const RECORDS: [&str; 5] = ["contacts", "notices", "filings", "settlement", "return"];

/// What an entry of a record has whether or not it is told, so that silence is a gap.
const INHERENT: [&str; 2] = ["procedure", "reason_item"];

/// What was found under a path.
pub(super) struct Found<'f> {
    /// The values, in the order of the case file.
    pub(super) values: Vec<&'f Fact>,
    /// Whether a value is missing where one could stand.
    pub(super) gap: bool,
    /// Whether the gap is in an entry that exists.
    inside: bool,
}

impl Path {
    /// Whether silence under this path means that it has not happened.
    pub fn is_record(self) -> bool {
        matches!(self.steps.first(), Some(Step::Key(key)) if RECORDS.contains(key))
    }

    fn is_inherent(self) -> bool {
        matches!(self.steps.last(), Some(Step::Key(key)) if INHERENT.contains(key))
    }

    /// Whether a gap under the path leaves the question open.
    pub(super) fn leaves_open(self, found: &Found<'_>) -> bool {
        found.gap && (!self.is_record() || found.inside && self.is_inherent())
    }
}

impl Facts {
    pub(super) fn find(&self, path: Path) -> Found<'_> {
        let mut found = Found {
            values: Vec::new(),
            gap: false,
            inside: false,
        };
        let mut steps = path.steps.iter();
        let mut kind = "";
        if let Some(Step::Key(key)) = steps.next() {
            kind = key;
            found.values.extend(self.top(key));
            found.gap = found.values.is_empty();
        }
        for step in steps {
            let mut next = Vec::new();
            for value in found.values {
                let before = next.len();
                match step {
                    Step::Key(key) => next.extend(value.key(key)),
                    Step::Each => next.extend(entries(value)),
                    Step::Of(word) => next.extend(of_kind(entries(value), kind, word)),
                }
                if next.len() == before {
                    found.gap = true;
                    found.inside |= matches!(step, Step::Key(_));
                }
            }
            found.values = next;
            if let Step::Key(key) = step {
                kind = key;
            }
        }
        found.values = found.values.into_iter().flat_map(flat).collect();
        found.gap |= found.values.is_empty();
        found
    }

    /// Whether the case states anything under a path.
    pub fn has(&self, path: Path) -> bool {
        !self.find(path).values.is_empty()
    }

    /// The days and times under a path, in the order of the case file.
    pub fn moments(&self, path: Path) -> Vec<Moment> {
        let found = self.find(path);
        found.values.into_iter().filter_map(Fact::moment).collect()
    }
}

/// The entries of a list.
fn entries(value: &Fact) -> &[Fact] {
    match value {
        Fact::List(entries) => entries,
        _ => &[],
    }
}

/// A value, or the entries of a list that ends a path.
fn flat(value: &Fact) -> Vec<&Fact> {
    match value {
        Fact::List(entries) => entries.iter().collect(),
        value => vec![value],
    }
}

/// The key by which the entries of a list differ in kind.
fn kind_key(list: &str) -> &'static str {
    match list {
        "filings" => "channel",
        "events" => "what",
        "contacts" => "effect",
        _ => "kind",
    }
}

/// The entries of a kind, or those that say yes under that word; of filings and events the last. Neither a filing about
/// another dispute nor a contact with somebody who is not to pay is one.
fn of_kind<'f>(entries: &'f [Fact], list: &str, word: &str) -> Vec<&'f Fact> {
    let key = kind_key(list);
    let no = Some(&Fact::Yes(false));
    let fitting = entries.iter().filter(|entry| {
        let is = entry.key(key).and_then(Fact::word) == Some(word)
            || entry.key(word) == Some(&Fact::Yes(true));
        is && entry.key("same_dispute") != no && entry.key("to_debtor") != no
    });
    match list {
        "filings" | "events" => fitting
            .max_by_key(|entry| filed(entry).map(Moment::start))
            .into_iter()
            .collect(),
        _ => fitting.collect(),
    }
}

/// When an event was, or a filing handed in.
fn filed(entry: &Fact) -> Option<Moment> {
    let on = entry.moment().or_else(|| entry.key("on")?.moment());
    on.or_else(|| {
        let events = entries(entry.key("events")?);
        events.iter().filter_map(Fact::moment).min()
    })
}

impl Fact {
    /// When a filing was handed in, or its first event was.
    pub fn filed(&self) -> Option<Moment> {
        filed(self)
    }
}
