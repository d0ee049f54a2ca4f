//! Payments that a child made: the law asks for the age on the day of payment.

use serde::Serialize;

use super::{Brief, people};
use crate::case::purchase::Payer;
use crate::facts::Fact;
use crate::law::Problem;

/// A child that paid.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct MinorView {
    /// Whole years on the day of the first payment.
    pub age: u32,
    /// Whether it was too young to act at all (《民法典》第二十条); from eight on, capacity is limited (第十九条).
    pub under_8: bool,
    /// Whether nothing but that is in dispute, so that no breach is argued.
    pub alone: bool,
}

/// The complainant, if under 18 at the first payment, unless somebody else paid or the case says that the complainant
/// acts alone (《民法典》第十八条第二款: from 16 on, living mainly on own earnings).
pub(super) fn payer(brief: &Brief<'_>) -> Option<MinorView> {
    const OF_AGE: u32 = 18;
    let case = brief.case;
    if case.told("complainant", "is_minor") == Some(&Fact::Yes(false)) {
        return None;
    }
    let own = brief
        .payments
        .iter()
        .filter(|payment| payment.payer != Some(Payer::Other));
    let paid = own.filter_map(|payment| payment.paid).min()?;
    let age = people::age(case.complainant.birth()?, paid.date)?;
    (age < OF_AGE).then_some(MinorView {
        age,
        under_8: age < 8,
        alone: case.problem.is_none_or(|one| one == Problem::Other),
    })
}
