//! What a case states, as a tree that rules of time and of order can ask by path.
//!
//! In: a tree whose keys are the English keys of the case file. Out: values by path, and answers to predicates.
//! A key that the case does not state is absent; nothing here fills it in. Paths and predicates are static data
//! that the build script writes; asking them is a pure function.

mod answer;
mod path;
mod predicate;
#[cfg(test)]
pub(crate) mod sample;
mod start;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;

pub use answer::Answer;
pub use path::{Path, Step};
pub use predicate::{Predicate, Situation, Test, Value};
pub use start::{Pick, Start, Started};
pub use words::{channel_name, channels, event_name, events, key_name, keys, result_name, results};

use crate::moment::Moment;
use crate::money::Money;

/// One stated value.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// A word out of a fixed vocabulary, such as a problem type or a channel.
    Word(String),
    /// A yes or a no.
    Yes(bool),
    /// A day, or a time of a day, in Beijing time.
    At(Moment),
    /// A sum of money in CNY.
    Sum(Money),
    /// Free text.
    Text(String),
    /// Several values in the order of the case file.
    List(Vec<Fact>),
    /// Values under the English keys of the case file.
    Map(BTreeMap<&'static str, Fact>),
}

impl Fact {
    /// The value under a key of a map.
    pub fn key(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(map) => map.get(key),
            _ => None,
        }
    }

    /// The word or text.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) | Self::Text(word) => Some(word),
            _ => None,
        }
    }

    /// The day or time; for an entry of a list, that under its key `at`.
    pub fn moment(&self) -> Option<Moment> {
        match self {
            Self::At(at) => Some(*at),
            Self::Map(map) => map.get("at").and_then(Self::moment),
            _ => None,
        }
    }
}

/// What a case states.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts(BTreeMap<&'static str, Fact>);

impl Facts {
    /// The facts under the top keys of a case.
    pub fn new(top: BTreeMap<&'static str, Fact>) -> Self {
        Self(top)
    }

    /// The fact under a top key, if the case states it.
    pub fn top(&self, key: &str) -> Option<&Fact> {
        self.0.get(key)
    }

    /// The entries of a list under a top key; none where the case has no such list.
    pub fn list(&self, key: &str) -> &[Fact] {
        match self.0.get(key) {
            Some(Fact::List(entries)) => entries,
            _ => &[],
        }
    }

    /// The same facts with only those entries of a list that are kept.
    #[must_use]
    pub fn keep(&self, key: &'static str, keep: impl Fn(&Fact) -> bool) -> Self {
        let mut top = self.0.clone();
        if let Some(Fact::List(entries)) = top.get_mut(key) {
            entries.retain(keep);
        }
        Self(top)
    }
}
