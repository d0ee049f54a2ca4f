//! `price-mismatch`: the price of one kind of goods times its number is what one order cost; of a double charge it is
//! paid twice.

use super::super::Case;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::law::Problem;
use crate::money::Money;

/// A warning where price and number give another sum than was paid.
pub(super) fn check(case: &Case) -> Diagnostics {
    mismatch(case).into_iter().collect()
}

fn mismatch(case: &Case) -> Option<Diagnostic> {
    let goods = case.goods.as_ref()?;
    let (unit_price, quantity) = goods.unit_price.zip(goods.quantity)?;
    let comparable = case.orders.len() <= 1
        && !case.payments.is_empty()
        && case.problem != Some(Problem::DuplicateCharge);
    let paid: Money = case.payments.iter().map(|payment| payment.amount).sum();
    let total = unit_price
        .times(quantity)
        .filter(|total| comparable && *total != paid)?;
    let finding = Finding::PriceMismatch {
        unit_price: unit_price.to_string(),
        quantity,
        total: total.to_string(),
        paid: paid.to_string(),
    };
    let other = match case.payments.len() {
        1 => "payments[0].amount",
        _ => "payments",
    };
    Some(
        Diagnostic::warning(finding)
            .at(Place::value("goods.unit_price"))
            .with_other(Place::value(other)),
    )
}
