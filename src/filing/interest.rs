//! Interest on what is owed back: from which day, at what rate, how much by the day of filing.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Brief, MomentView, money, requests};
use crate::case::claim::{Claim, ClaimKind};
use crate::law::{self, RateStatus};
use crate::moment::Moment;
use crate::money::Money;

/// The terms of a claim for interest.
#[derive(Debug, Clone, Serialize)]
pub struct InterestView {
    /// What it is reckoned on.
    pub base: String,
    /// The first day.
    pub from: Option<MomentView>,
    /// The yearly rate: `3.00%`; none where nobody has confirmed it.
    pub rate: Option<String>,
    /// Where the case file says the rate is published; none for the loan prime rate of the register.
    pub source: Option<String>,
    /// The days from the first to the day of filing, which itself does not count.
    pub days: Option<u32>,
    /// The day of filing.
    pub until: MomentView,
    /// What has accrued by then.
    pub sum: Option<String>,
}

/// What is known of the interest that a claim asks for.
pub(super) struct Terms {
    /// What it is reckoned on.
    base: Money,
    /// The first day.
    pub(super) from: Option<NaiveDate>,
    /// The yearly rate.
    pub(super) rate: Option<law::YearlyRate>,
    /// Where the case file says that it is published.
    source: Option<String>,
}

/// The terms of a claim for interest; none where it asks for something else, or for a sum of its own.
///
/// 《民法典》第五百六十六条 with 第五百八十四条: the loss of the use of the money. The usual measure is the one-year loan
/// prime rate of the first day, kept fixed.
pub(super) fn terms(brief: &Brief<'_>, claim: &Claim) -> Option<Terms> {
    if claim.kind != ClaimKind::Interest || claim.amount.is_some() {
        return None;
    }
    let from = claim
        .interest
        .from
        .or_else(|| requests::interest_from(brief));
    let stated = claim.interest.rate.as_ref();
    let known = || {
        law::loan_prime_rate(from?)
            .filter(|rate| rate.status == RateStatus::Verified)
            .map(|rate| law::YearlyRate::from_hundredths(rate.one_year))
    };
    Some(Terms {
        base: money::owed(brief),
        from,
        rate: stated.map(|stated| stated.rate).or_else(known),
        source: stated.map(|stated| stated.source.clone()),
    })
}

impl Terms {
    /// The days until the day of filing, which itself does not count.
    fn days(&self, today: NaiveDate) -> Option<u32> {
        u32::try_from((today - self.from?).num_days()).ok()
    }

    /// What has accrued by the day of filing, where day and rate are known.
    pub(super) fn accrued(&self, today: NaiveDate) -> Option<Money> {
        let (rate, days) = (self.rate?, self.days(today)?);
        Some(Money::from_fen(law::interest(self.base.fen(), rate, days)))
    }
}

/// The terms, as templates see them.
pub(super) fn view(brief: &Brief<'_>, claim: &Claim) -> Option<InterestView> {
    let terms = terms(brief, claim)?;
    Some(InterestView {
        base: terms.base.to_string(),
        from: terms.from.map(|day| Moment::day(day).into()),
        rate: terms.rate.map(|rate| rate.to_string()),
        days: terms.days(brief.today),
        until: Moment::day(brief.today).into(),
        sum: terms.accrued(brief.today).map(|sum| sum.to_string()),
        source: terms.source,
    })
}
