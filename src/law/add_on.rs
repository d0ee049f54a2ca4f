//! Provisions for a further claim or statement, and those for a report to an authority.

use std::collections::BTreeSet;

use super::confidence::Confidence;
use super::dates::Dates;
use super::door::Door;
use super::goods::GoodsClass;
use super::provision::Provision;
use super::purpose::Purpose;
use super::ranking::{Circumstances, contains};
use super::tables::{self, Predicate};

/// What a further claim or statement rests on.
#[derive(Debug)]
pub struct AddOn {
    /// The key, such as `triple-damages`.
    pub id: &'static str,
    /// What must all hold; empty means always.
    pub when: &'static [Predicate],
    /// The provisions, best first.
    pub provisions: &'static [&'static Provision],
    /// Provisions that support them; some may not be printable.
    pub support: &'static [&'static Provision],
    /// Provisions on how the facts are proved.
    pub proof: &'static [&'static Provision],
    /// The doors at which it is used.
    pub doors: &'static [Door],
    /// What it must not be used for.
    pub never: &'static str,
    /// How well the choice is sourced.
    pub confidence: Confidence,
}

/// What a report (举报) to an authority rests on.
#[derive(Debug)]
pub struct Report {
    /// The key, such as `report-unlicensed`.
    pub id: &'static str,
    /// What must all hold.
    pub facts: &'static [Predicate],
    /// The provisions, best first.
    pub provisions: &'static [&'static Provision],
    /// Provisions that support them; some may not be printable.
    pub support: &'static [&'static Provision],
    /// The provisions by which the reporter is told the result, if any.
    pub result_told_by: &'static [&'static Provision],
    /// What it must not be used for.
    pub never: &'static str,
    /// What the choice rests on, where it is a judgement.
    pub basis: Option<&'static str>,
    /// How well the choice is sourced.
    pub confidence: Confidence,
}

impl AddOn {
    /// Tells whether it may be used at a door when these facts hold.
    pub fn is_open(&self, door: Door, facts: &BTreeSet<Predicate>) -> bool {
        self.confidence.is_printable()
            && self.doors.contains(&door)
            && self.when.iter().all(|needed| facts.contains(needed))
    }

    /// Returns the provisions that may be printed, best first, or none if it is not open.
    pub fn citations(
        &self,
        goods: GoodsClass,
        purpose: Purpose,
        door: Door,
        facts: &BTreeSet<Predicate>,
        dates: &Dates,
    ) -> Vec<&'static Provision> {
        if !self.is_open(door, facts) {
            return Vec::new();
        }
        let circumstances = Circumstances {
            goods,
            purpose,
            door,
            facts,
            dates,
        };
        let mut list = Vec::new();
        for provision in self.provisions {
            if circumstances.allow(provision) && !contains(&list, provision.id) {
                list.push(*provision);
            }
        }
        list
    }
}

/// Returns the add-on with this id.
pub fn add_on(id: &str) -> Option<&'static AddOn> {
    tables::ADD_ONS.iter().find(|add_on| add_on.id == id)
}

/// Returns every add-on.
pub fn add_ons() -> &'static [AddOn] {
    &tables::ADD_ONS
}

/// Returns the ground of a report with this id.
pub fn report(id: &str) -> Option<&'static Report> {
    tables::REPORTS.iter().find(|report| report.id == id)
}

/// Returns every ground of a report.
pub fn reports() -> &'static [Report] {
    &tables::REPORTS
}
