//! Dates that cannot both be right, because nothing happens in their order.

use super::super::Brief;
use super::dates::{Dated, dated};
use crate::bilingual::Bilingual;
use crate::case::{Case, fields};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// What is dated before something that it follows. What is dated after the day of filing is wrong by itself.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    sequences(brief.case)
        .into_iter()
        .filter(|(first, _)| first.at.date <= brief.today)
        .filter(|(first, then)| first.at.is_after(then.at))
        .map(|(first, then)| out_of_order(&first, &then))
        .collect()
}

/// Pairs of dates of which the first cannot be later than the second.
fn sequences(case: &Case) -> Vec<(Dated, Dated)> {
    let mut pairs: Vec<(Option<Dated>, Option<Dated>)> = Vec::new();
    let placed = |index: usize| {
        let order = case.orders.get(index)?;
        dated(format!("orders[{index}].placed"), order.placed)
    };
    let paid = |index: usize| {
        let payment = case.payments.get(index)?;
        dated(format!("payments[{index}].paid"), payment.paid)
    };
    let first_paid = || {
        (0..case.payments.len())
            .filter_map(paid)
            .min_by_key(|one| one.at)
    };
    let first_placed = || {
        (0..case.orders.len())
            .filter_map(placed)
            .min_by_key(|one| one.at)
    };
    for (index, payment) in case.payments.iter().enumerate() {
        let order = payment.order_among(&case.orders);
        pairs.push((order.and_then(placed), paid(index)));
        let refunded = dated(
            format!("payments[{index}].refunded_at"),
            payment.refunded_at,
        );
        pairs.push((paid(index), refunded));
    }
    pairs.push((
        first_paid(),
        dated("discovered".to_owned(), case.discovered),
    ));
    if let Some(delivery) = &case.delivery {
        for (key, at) in [
            ("claimed", delivery.claimed),
            ("received", delivery.received),
            ("tried", delivery.tried),
            ("checked", delivery.checked),
        ] {
            pairs.push((first_paid(), dated(format!("delivery.{key}"), at)));
        }
    }
    for (index, contact) in case.contacts.iter().enumerate() {
        let at = dated(format!("contacts[{index}].at"), Some(contact.at));
        pairs.push((first_placed(), at));
    }
    for (index, notice) in case.notices.iter().enumerate() {
        let sent = || dated(format!("notices[{index}].sent"), notice.sent);
        for (key, at) in [("arrived", notice.arrived), ("deadline", notice.deadline)] {
            pairs.push((sent(), dated(format!("notices[{index}].{key}"), at)));
        }
    }
    for (index, record) in case.filings.iter().flatten().enumerate() {
        let on = || dated(format!("filings[{index}].on"), record.on);
        pairs.push((first_placed().or_else(first_paid), on()));
        pairs.push((
            on(),
            dated(format!("filings[{index}].on_result"), record.on_result),
        ));
    }
    pairs
        .into_iter()
        .filter_map(|(first, then)| first.zip(then))
        .collect()
}

fn out_of_order(first: &Dated, then: &Dated) -> Diagnostic {
    let (one, other) = (fields::spelled(&first.route), fields::spelled(&then.route));
    let message = Bilingual::new(
        format!(
            "{}（{}）晚于{}（{}）",
            one.zh,
            first.at.iso(),
            other.zh,
            then.at.iso()
        ),
        format!(
            "{} ({}) is later than {} ({})",
            one.en,
            first.at.iso(),
            other.en,
            then.at.iso()
        ),
    );
    let finding = Finding::stated("dates-out-of-order", message)
        .why(Bilingual::new(
            "先后不合常理，读的人会怀疑其他日期",
            "the order cannot be right, and a reader will doubt the other dates too",
        ))
        .help(Bilingual::new(
            "对照截图核对两处；确实如此的不用改",
            "compare both with the pictures; leave them if they are right",
        ));
    Diagnostic::warning(finding)
        .at(Place::value(then.route.as_str()))
        .with_other(Place::value(first.route.as_str()))
}
