//! The static tables that the build script writes from `data/deadlines.yaml`.

use crate::bilingual::Phrase;
use crate::calendar::{Length, Regime, Unit};
use crate::facts::{Path, Predicate, Start, Step, Test, Value};
use crate::law::text::Spot;
use crate::law::{Basis, Confidence};

use super::interruption::{Interruption, Restarts, Suspension};
use super::rule::{Effect, Kind, Lack, Lead, Missing, Rule, Shown, Span, Who};

include!(concat!(env!("OUT_DIR"), "/deadlines.rs"));

/// Every time limit that is known.
pub fn rules() -> &'static [Rule] {
    RULES
}

/// The time limit with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
