//! The sums of a filing. They are made of its own payments, and all filings of a case add up.

use serde::Serialize;

use super::Brief;
use crate::case::claim::{Claim, ClaimKind};
use crate::money::Money;

/// The sums of a filing, in yuan with two decimals.
#[derive(Debug, Clone, Serialize)]
pub struct SumsView {
    /// Paid.
    pub paid: String,
    /// Came back; absent where nothing did.
    pub refunded: Option<String>,
    /// Still out.
    pub outstanding: String,
    /// All that is claimed in money, alternatives left out.
    pub claimed: String,
    /// Whether anything is claimed in money.
    pub any_claimed: bool,
    /// What one filing with several payments is made of: `168.00 + 50.00`.
    pub parts: Vec<String>,
}

/// The sums of a filing.
pub(super) fn sums(brief: &Brief<'_>) -> SumsView {
    let paid: Money = brief.payments.iter().map(|payment| payment.amount).sum();
    let refunded: Money = brief.payments.iter().map(|payment| payment.refunded).sum();
    let claimed = claimed(brief);
    SumsView {
        paid: paid.to_string(),
        refunded: (refunded > Money::ZERO).then(|| refunded.to_string()),
        outstanding: outstanding(brief).to_string(),
        claimed: claimed.to_string(),
        any_claimed: claimed > Money::ZERO,
        parts: brief
            .payments
            .iter()
            .map(|payment| payment.outstanding().to_string())
            .collect(),
    }
}

/// What the payments of the filing still leave out.
pub(super) fn outstanding(brief: &Brief<'_>) -> Money {
    brief
        .payments
        .iter()
        .map(|payment| payment.outstanding())
        .sum()
}

/// The sum of one claim, where it is for money.
///
/// A refund never asks for more than what is out: where the channel takes one payment at a time, the refund of
/// a larger sum is this payment's part of it.
pub(super) fn amount(brief: &Brief<'_>, claim: &Claim) -> Option<Money> {
    let out = outstanding(brief);
    match claim.kind {
        ClaimKind::Refund => Some(claim.amount.map_or(out, |amount| {
            if brief.payments.len() == brief.case.payments.len() {
                amount
            } else {
                amount.min(out)
            }
        })),
        ClaimKind::Triple => Some(claim.amount.unwrap_or_else(|| triple(out))),
        _ => claim.amount,
    }
}

/// Three times the price, at least 500 yuan.
///
/// 《消费者权益保护法》第五十五条第一款.
fn triple(price: Money) -> Money {
    price.times(3).unwrap_or(price).max(Money::from_fen(50_000))
}

/// What is claimed in money. An alternative is asked for in place of another claim, and is not added to it;
/// where the first choice is a thing and the alternative money, the money counts.
pub(super) fn claimed(brief: &Brief<'_>) -> Money {
    let claims = &brief.case.claims;
    let counts = |claim: &&Claim| match claim.instead_of {
        None => true,
        Some(first) => claims
            .get(first)
            .is_some_and(|first| amount(brief, first).is_none()),
    };
    claims
        .iter()
        .filter(counts)
        .filter_map(|claim| amount(brief, claim))
        .sum()
}
