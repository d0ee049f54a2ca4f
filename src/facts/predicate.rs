//! Predicates: when a rule applies.

use super::{Answer, Fact, Facts, Path};
use crate::money::Money;

/// A condition on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Predicate {
    /// Holds for every case.
    Always,
    /// Holds where all do.
    All(&'static [Predicate]),
    /// Holds where one does.
    Any(&'static [Predicate]),
    /// Holds where the other does not.
    Not(&'static Predicate),
    /// Holds unless the other is known to hold: for exceptions that somebody has to state.
    Unless(&'static Predicate),
    /// Holds where the value under a path passes a test.
    Key(Path, Test),
    /// Holds where the time limit by this id has run out.
    Past(&'static str),
    /// Holds where a region of the plan is in one of these states.
    StateIn(&'static [&'static str]),
}

/// A test of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// The file says this value; silence is a no.
    Stated(Value),
    /// One of the values is this one.
    Is(Value),
    /// One of the values is among these.
    In(&'static [Value]),
    /// There are values and all of them are this one.
    Every(Value),
    /// Something is stated.
    Present,
    /// Nothing is stated.
    Absent,
}

/// A value that a predicate compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A word.
    Word(&'static str),
    /// A yes or a no.
    Yes(bool),
    /// A sum of money in CNY.
    Sum(Money),
}

impl Value {
    fn equals(self, fact: &Fact) -> bool {
        match (self, fact) {
            (Self::Word(word), Fact::Word(stated) | Fact::Text(stated)) => word == stated,
            (Self::Yes(yes), Fact::Yes(stated)) => yes == *stated,
            (Self::Sum(sum), Fact::Sum(stated)) => sum == *stated,
            _ => false,
        }
    }
}

/// What predicates are asked about.
pub struct Situation<'s> {
    /// What the case states.
    pub facts: &'s Facts,
    /// Whether the time limit by this id has run out.
    pub past: &'s dyn Fn(&'static str) -> Answer,
    /// Whether the plan is in this state (`region.state`).
    pub state: &'s dyn Fn(&'static str) -> bool,
}

impl Predicate {
    /// Whether the predicate holds.
    pub fn holds(&self, situation: &Situation<'_>) -> Answer {
        match *self {
            Self::Always => Answer::Yes,
            Self::All(members) => Answer::all(members.iter().map(|one| one.holds(situation))),
            Self::Any(members) => Answer::any(members.iter().map(|one| one.holds(situation))),
            Self::Not(other) => !other.holds(situation),
            Self::Unless(other) => Answer::known(!other.holds(situation).is_yes()),
            Self::Key(path, test) => test.passes(path, situation.facts),
            Self::Past(id) => (situation.past)(id),
            Self::StateIn(states) => {
                Answer::known(states.iter().any(|state| (situation.state)(state)))
            }
        }
    }

    /// The condition that decided a no: the innermost one that is not met, or that is met under a `not`.
    pub fn decisive(&'static self, situation: &Situation<'_>) -> &'static Self {
        match self {
            Self::All(members) => members
                .iter()
                .find(|one| one.holds(situation) == Answer::No)
                .map_or(self, |one| one.decisive(situation)),
            Self::Any([only]) => only.decisive(situation),
            _ => self,
        }
    }
}

impl Test {
    fn passes(self, path: Path, facts: &Facts) -> Answer {
        let found = facts.find(path);
        let one_is = |value: Value| found.values.iter().any(|fact| value.equals(fact));
        let decide = |yes: bool| {
            if !yes && path.leaves_open(&found) {
                Answer::Unknown(vec![path.text])
            } else {
                Answer::known(yes)
            }
        };
        match self {
            Self::Present => Answer::known(!found.values.is_empty()),
            Self::Absent => Answer::known(found.values.is_empty()),
            Self::Stated(value) => Answer::known(one_is(value)),
            Self::Is(value) => decide(one_is(value)),
            Self::In(values) => decide(values.iter().any(|value| one_is(*value))),
            Self::Every(value) => {
                if found.values.iter().any(|fact| !value.equals(fact)) {
                    Answer::No
                } else {
                    decide(!found.gap)
                }
            }
        }
    }
}
