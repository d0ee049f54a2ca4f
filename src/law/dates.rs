//! The dates that decide which text of the law applies.

use chrono::NaiveDate;

/// Which date of a case decides whether a provision was in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateBasis {
    /// The day the contract was made.
    Order,
    /// The day performance failed or the right arose.
    Breach,
    /// The day of the act complained of.
    Conduct,
    /// The day of filing or of the procedural step.
    Filing,
}

/// The dates of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The day the contract was made.
    pub order: NaiveDate,
    /// The day performance failed or the right arose.
    pub breach: NaiveDate,
    /// The day of the act complained of.
    pub conduct: NaiveDate,
    /// The day of filing.
    pub filing: NaiveDate,
}

impl Dates {
    /// Returns the date that this basis names.
    pub const fn on(&self, basis: DateBasis) -> NaiveDate {
        match basis {
            DateBasis::Order => self.order,
            DateBasis::Breach => self.breach,
            DateBasis::Conduct => self.conduct,
            DateBasis::Filing => self.filing,
        }
    }
}
