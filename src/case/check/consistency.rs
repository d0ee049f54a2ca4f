//! Parts of a case that do not fit each other, whatever a channel needs.

use super::super::Case;
use super::values::Values;
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::law::Problem;
use crate::money::Money;

/// Adds a warning for every contradiction.
pub(super) fn check(case: &Case, values: &mut Values<'_>) {
    duplicate_respondents(case, values);
    price(case, values);
}

/// One party under two entries would be named as two.
fn duplicate_respondents(case: &Case, values: &mut Values<'_>) {
    for (index, later) in case.respondents.iter().enumerate() {
        for (first, earlier) in case.respondents[..index].iter().enumerate() {
            let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
            let (key, text) = if same(&earlier.uscc, &later.uscc) {
                ("uscc", &later.uscc)
            } else if same(&earlier.name, &later.name) {
                ("name", &later.name)
            } else {
                continue;
            };
            let name = later.name.as_ref().or(text.as_ref());
            let finding = Finding::DuplicateRespondent {
                name: name.cloned().unwrap_or_default(),
            };
            values.found.push(
                Diagnostic::warning(finding)
                    .at(Place::value(format!("respondents[{index}].{key}")))
                    .with_other(Place::value(format!("respondents[{first}].{key}"))),
            );
            break;
        }
    }
}

/// The price of one kind of goods times its number is what one order cost; of a double charge it is paid twice.
fn price(case: &Case, values: &mut Values<'_>) {
    let goods = case.goods.as_ref();
    let Some((unit_price, quantity)) = goods.and_then(|goods| goods.unit_price.zip(goods.quantity))
    else {
        return;
    };
    let comparable = case.orders.len() <= 1
        && !case.payments.is_empty()
        && case.problem != Some(Problem::DuplicateCharge);
    let paid: Money = case.payments.iter().map(|payment| payment.amount).sum();
    let Some(total) = unit_price
        .times(quantity)
        .filter(|total| comparable && *total != paid)
    else {
        return;
    };
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
    values.found.push(
        Diagnostic::warning(finding)
            .at(Place::value("goods.unit_price"))
            .with_other(Place::value(other)),
    );
}
