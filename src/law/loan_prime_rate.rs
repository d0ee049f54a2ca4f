//! The loan prime rate (贷款市场报价利率), the usual measure of interest on a refund.

use chrono::NaiveDate;

use super::confidence::Confidence;
use super::tables;

/// The rate in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoanPrimeRate {
    /// The day of publication, from which it applies.
    pub from: NaiveDate,
    /// The one-year rate in hundredths of a percent per year: 300 is 3.00 %.
    pub one_year: u16,
    /// The five-year rate, likewise.
    pub five_years: u16,
    /// Whether the value of that day was seen.
    pub status: RateStatus,
    /// How well it is sourced.
    pub confidence: Confidence,
}

/// Whether a rate was seen for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateStatus {
    /// Seen: a sum may be printed.
    Verified,
    /// Believed unchanged: only the formula is printed until the user confirms the rate.
    Assumed,
}

/// A change of the rate.
#[derive(Debug)]
pub(super) struct Change {
    /// The day of publication.
    pub(super) from: NaiveDate,
    /// The one-year rate in hundredths of a percent.
    pub(super) one_year: u16,
    /// The five-year rate in hundredths of a percent.
    pub(super) five_years: u16,
}

/// How well the rates are known until a day.
#[derive(Debug)]
pub(super) struct Band {
    /// The last day.
    pub(super) until: NaiveDate,
    /// Whether the rates were seen.
    pub(super) status: RateStatus,
    /// How well they are sourced.
    pub(super) confidence: Confidence,
}

/// Returns the rate in force on a day, if it is known.
pub fn loan_prime_rate(on: NaiveDate) -> Option<LoanPrimeRate> {
    let band = tables::RATE_BANDS.iter().find(|band| on <= band.until)?;
    let change = tables::RATE_CHANGES.iter().rfind(|it| it.from <= on)?;
    Some(LoanPrimeRate {
        from: change.from,
        one_year: change.one_year,
        five_years: change.five_years,
        status: band.status,
        confidence: band.confidence,
    })
}

/// Returns the last day for which the rates were seen.
pub fn rates_verified_until() -> NaiveDate {
    let seen = |band: &&Band| band.status == RateStatus::Verified;
    tables::RATE_BANDS
        .iter()
        .rfind(seen)
        .map_or(NaiveDate::MIN, |band| band.until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_of_a_day() {
        for (day, expected) in [
            ("2019-08-19", None),
            ("2019-08-20", Some((425, 485, RateStatus::Verified))),
            ("2024-09-01", Some((335, 385, RateStatus::Verified))),
            ("2025-05-19", Some((310, 360, RateStatus::Verified))),
            ("2025-05-20", Some((300, 350, RateStatus::Verified))),
            ("2026-04-20", Some((300, 350, RateStatus::Verified))),
            ("2026-04-21", Some((300, 350, RateStatus::Assumed))),
            ("2026-09-21", Some((300, 350, RateStatus::Assumed))),
            ("2026-09-22", None),
        ] {
            let rate = loan_prime_rate(day.parse().unwrap());
            let seen = rate.map(|it| (it.one_year, it.five_years, it.status));
            assert_eq!(seen, expected, "{day}");
        }
    }
}
