//! The static tables that the build script writes from `data/*.yaml`.
//!
//! They are sorted by id, so that looking up is a binary search, and hold nothing that has to be computed at start.

use chrono::NaiveDate;

use super::add_on::{AddOn, Report};
use super::basis::Basis;
use super::confidence::Confidence;
use super::dates::DateBasis;
use super::door::Door;
use super::fee::Bracket;
use super::goods::GoodsClass;
use super::ground::{Extra, Ground, Never, Row};
use super::instrument::{Instrument, Level, Version};
use super::loan_prime_rate::{Band, Change, RateStatus};
use super::misquote::{Gravity, Misquote, Mistake};
use super::problem::Problem;
use super::provision::{NeverFor, Provision, Relation};
use super::purpose::Purpose;
use super::text::Spot;
use crate::bilingual::Phrase;

/// Returns a date; a wrong one stops the build, because only constants call this.
const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("no such day"),
    }
}

include!(concat!(env!("OUT_DIR"), "/law.rs"));

impl Predicate {
    /// Returns the id used in the data.
    pub const fn id(self) -> &'static str {
        PREDICATES[self as usize].0
    }

    /// Returns the Chinese wording.
    pub const fn zh(self) -> &'static str {
        PREDICATES[self as usize].1
    }

    /// Returns how a case shows it.
    pub const fn test(self) -> &'static str {
        PREDICATES[self as usize].2
    }

    /// Returns the predicate with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|predicate| predicate.id() == id)
    }
}
