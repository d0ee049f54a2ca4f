//! The sums of a filing. They are made of its own payments, and all filings of a case add up.

use serde::Serialize;

use super::{Brief, interest, requests};
use crate::case::Case;
use crate::case::claim::{Claim, ClaimKind};
use crate::case::purchase::Payment;
use crate::chinese::capitals;
use crate::law::{self, Multiple, Problem};
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
    /// The same in capitals: `人民币壹佰陆拾捌元整`.
    pub claimed_capitals: Option<String>,
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
        claimed_capitals: capitals(claimed.fen()).map(|words| format!("人民币{words}")),
        any_claimed: claimed > Money::ZERO,
        parts: brief
            .payments
            .iter()
            .map(|payment| payment.outstanding().to_string())
            .collect(),
    }
}

/// What the payments in dispute still leave out.
pub(super) fn outstanding(brief: &Brief<'_>) -> Money {
    brief
        .payments
        .iter()
        .filter(|payment| is_disputed(brief.case, payment))
        .map(|payment| payment.outstanding())
        .sum()
}

/// What all payments in dispute still leave out.
pub(super) fn disputed(case: &Case) -> Money {
    let payments = case.payments.iter();
    payments
        .filter(|payment| is_disputed(case, payment))
        .map(Payment::outstanding)
        .sum()
}

/// The part of a refund that one payment bears: the payments are used up in the order of the file.
fn share(case: &Case, payment: &Payment, refund: Money) -> Money {
    let before: Money = case
        .payments
        .iter()
        .take_while(|other| !std::ptr::eq(*other, payment))
        .filter(|other| is_disputed(case, other))
        .map(Payment::outstanding)
        .sum();
    if refund <= before {
        return Money::ZERO;
    }
    (refund - before).min(payment.outstanding())
}

/// Whether any refund that the case names falls on a payment.
pub(super) fn is_asked_back(case: &Case, payment: &Payment) -> bool {
    let mut refunds = case
        .claims
        .iter()
        .filter(|claim| claim.kind == ClaimKind::Refund)
        .peekable();
    refunds.peek().is_none()
        || refunds.any(|claim| {
            claim
                .amount
                .is_none_or(|amount| share(case, payment, amount) > Money::ZERO)
        })
}

/// Whether a payment is in dispute: all are, but of a double charge the first payment of an order was owed.
pub(super) fn is_disputed(case: &Case, payment: &Payment) -> bool {
    if case.problem != Some(Problem::DuplicateCharge) {
        return true;
    }
    let mut same: Vec<&Payment> = case
        .payments
        .iter()
        .filter(|other| other.order == payment.order)
        .collect();
    // Payments without a time stay in the order of the file, behind those with one.
    same.sort_by_key(|other| (other.paid.is_none(), other.paid));
    same.len() < 2
        || !same
            .first()
            .is_some_and(|first| std::ptr::eq(*first, payment))
}

/// The sum of one claim, where it is for money.
///
/// Where the channel takes one payment at a time, the refund of a larger sum is this payment's part of it, so that the
/// filings of a case add up.
pub(super) fn amount(brief: &Brief<'_>, claim: &Claim) -> Option<Money> {
    let out = outstanding(brief);
    match claim.kind {
        ClaimKind::Refund => Some(claim.amount.map_or(out, |amount| {
            if brief.payments.len() == brief.case.payments.len() {
                return amount;
            }
            let shares = brief.payments.iter();
            shares
                .filter(|payment| is_disputed(brief.case, payment))
                .map(|payment| share(brief.case, payment, amount))
                .sum()
        })),
        ClaimKind::Triple => Some(
            claim
                .amount
                .unwrap_or_else(|| Money::from_fen(multiple(brief).damages())),
        ),
        ClaimKind::Interest => claim
            .amount
            .or_else(|| interest::terms(brief, claim).and_then(|terms| terms.accrued(brief.today))),
        _ => claim.amount,
    }
}

/// What the filing asks to have back: the refunds, or all that is out where it names none.
pub(super) fn owed(brief: &Brief<'_>) -> Money {
    let refunds = || {
        brief
            .case
            .claims
            .iter()
            .filter(|claim| claim.kind == ClaimKind::Refund)
    };
    if refunds().next().is_none() {
        return outstanding(brief);
    }
    refunds().filter_map(|claim| amount(brief, claim)).sum()
}

/// What the payments in dispute were for, whatever came back since.
pub(super) fn price(brief: &Brief<'_>) -> Money {
    let payments = brief.payments.iter();
    payments
        .filter(|payment| is_disputed(brief.case, payment))
        .map(|payment| payment.amount)
        .sum()
}

/// Threefold damages for the payments of the filing.
pub(super) fn multiple(brief: &Brief<'_>) -> Multiple {
    law::multiple(price(brief).fen())
}

/// What is claimed in money. An alternative is asked for in place of another claim, and is not added to it;
/// where the first choice is a thing and the alternative money, the money counts.
pub(super) fn claimed(brief: &Brief<'_>) -> Money {
    counted(brief).map(|(_, amount)| amount).sum()
}

/// The claims that make up that sum, each with its own.
pub(super) fn counted<'a>(brief: &'a Brief<'_>) -> impl Iterator<Item = (&'a Claim, Money)> {
    let claims = &brief.case.claims;
    let counts = move |claim: &&Claim| match claim.instead_of {
        None => true,
        Some(first) => claims
            .get(first)
            .is_some_and(|first| amount(brief, first).is_none()),
    };
    claims
        .iter()
        .filter(|claim| requests::is_taken(brief, claim))
        .filter(counts)
        .filter_map(|claim| Some((claim, amount(brief, claim)?)))
}
