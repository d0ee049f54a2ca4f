//! What a case states, as a tree that rules of time and of order can ask by path.
//!
//! In: a tree whose keys are the English keys of the case file. Out: values by path.
//! A key that the case does not state is absent; nothing here fills it in.

use std::collections::BTreeMap;

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
}
