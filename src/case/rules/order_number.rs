//! `order-number-unlinked`: nothing ties a payment to the order that it is said to be for.

use super::super::Case;
use super::super::purchase::{Order, Payment, SelfCheck};
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning for every payment whose merchant's number is another than the number of its order, where no exhibit
/// shows both.
///
/// Equal numbers are a strong link. Payment services give numbers of their own, so that a difference proves nothing
/// either way; it only has to be bridged.
pub(super) fn check(case: &Case) -> Diagnostics {
    if case.self_checks.contains(&SelfCheck::OrderNoMatchesBill) {
        return Diagnostics::new();
    }

    let payments = case.payments.iter().enumerate();
    let unlinked = payments.filter_map(|(index, payment)| {
        let order = case.orders.get(payment.order_among(&case.orders)?)?;
        let (bill, site) = numbers(payment, order)?;
        let linked = bill.contains(site) || site.contains(bill) || shown_together(case, bill, site);
        (!linked).then(|| finding(index, bill, site))
    });
    unlinked.collect()
}

fn numbers<'a>(payment: &'a Payment, order: &'a Order) -> Option<(&'a str, &'a str)> {
    let bill = payment.merchant_order_no.as_deref()?;
    let site = order.platform_order_no.as_deref()?;
    Some((bill, site))
}

/// Whether one exhibit shows both numbers, by what the case says is on it.
fn shown_together(case: &Case, bill: &str, site: &str) -> bool {
    case.evidence.iter().any(|item| {
        let readings = item.readings.iter().map(|(_, value)| value);
        let words: Vec<&String> = item.quotes.iter().chain(readings).collect();
        let shows = |number: &str| words.iter().any(|text| text.contains(number));
        shows(bill) && shows(site)
    })
}

fn finding(index: usize, bill: &str, site: &str) -> Diagnostic {
    let finding = Finding::stated(
        "order-number-unlinked",
        Bilingual::new(
            format!("账单的商户单号 {bill} 与平台订单号 {site} 不同，没有证据把两者对上"),
            format!("the merchant's number {bill} is not the order number {site}, and no exhibit shows both"),
        ),
    )
    .why(Bilingual::new(
        "读的人不能确定这笔钱付的是这张订单",
        "a reader cannot tell that the money was paid for this order",
    ))
    .help(Bilingual::new(
        "在订单详情页找“商户单号”一栏，连同平台订单号截取，写进 `画面所载`；两个号码核对一致的，在「已做核对」写 `订单号与账单一致`",
        "capture the order page where it shows both numbers and write them under `readings`; if you have compared them, write `order_no_matches_bill` under `self_checks`",
    ));
    Diagnostic::warning(finding).at(Place::value(format!("payments[{index}].merchant_order_no")))
}
