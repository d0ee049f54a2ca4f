//! What was bought, promised, paid and delivered.

use super::super::file::{DeliveryFile, GoodsFile, OrderFile, PaymentFile, PromiseFile};
use super::super::purchase::{Delivery, Goods, Order, Payment, Promise};
use super::lookup::Lookup;
use super::values::{Values, parse_span};
use crate::case::purchase::Span;
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::money::Money;

/// What was bought.
pub(super) fn goods(file: &GoodsFile, values: &mut Values<'_>) -> Option<Goods> {
    let kind = values.word("goods.kind", file.kind.as_ref());
    let quantity = values.count("goods.quantity", file.quantity.as_ref());
    let unit_price = values.money("goods.unit_price", file.unit_price.as_ref());
    let delivery = values.word("goods.delivery", file.delivery.as_ref());
    let Some(name) = file.name.clone() else {
        values.incomplete("goods", "name");
        return None;
    };
    Some(Goods {
        name,
        kind,
        quantity,
        unit_price,
        delivery,
        target: file.target.clone(),
        target_system: file.target_system.clone(),
        region: file.region.clone(),
    })
}

/// The orders.
pub(super) fn orders(
    files: &[OrderFile],
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Vec<Order> {
    let read = |(index, file): (usize, &OrderFile)| {
        let at = format!("orders[{index}]");
        Order {
            id: file.id.clone(),
            platform_order_no: file.platform_order_no.clone(),
            placed: values.moment(&format!("{at}.placed"), file.placed.as_ref()),
            promise: file
                .promised
                .as_ref()
                .map(|one| promise(one, &format!("{at}.promised"), exhibits, values)),
            status_shown: file.status_shown.clone(),
            status_at: values.moment(&format!("{at}.status_at"), file.status_at.as_ref()),
            contact: file.contact.clone(),
            evidence: exhibits.all(&at, &file.evidence, values),
        }
    };
    files.iter().enumerate().map(read).collect()
}

fn promise(file: &PromiseFile, at: &str, exhibits: &Lookup, values: &mut Values<'_>) -> Promise {
    let within = values.span(&format!("{at}.within"), file.within.as_ref());
    Promise {
        text: file.text.clone(),
        within: within.or_else(|| {
            file.within
                .is_none()
                .then(|| file.text.as_deref().and_then(time_after_payment))?
        }),
        seen: values.moment(&format!("{at}.seen"), file.seen.as_ref()),
        evidence: exhibits.all(at, &file.evidence, values),
    }
}

/// The time in words that promise delivery within one time after payment: `付款后10分钟内到账`.
///
/// Words that count from something else, or name two times, say nothing that can be reckoned with.
fn time_after_payment(text: &str) -> Option<Span> {
    let (_, rest) = ["付款后", "支付后", "付款成功后", "支付成功后"]
        .iter()
        .find_map(|start| text.split_once(start))?;
    let times = rest.matches('内').count();
    let (time, after) = rest.split_once('内')?;
    let time = time.trim_end_matches(['以', '之']).trim();
    let another = after.contains(|c: char| c.is_ascii_digit());
    parse_span(time).filter(|_| times == 1 && !another)
}

/// The payments.
pub(super) fn payments(
    files: &[PaymentFile],
    orders: &Lookup,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Vec<Payment> {
    let read = |(index, file)| {
        payment(
            file,
            &format!("payments[{index}]"),
            orders,
            exhibits,
            values,
        )
    };
    files.iter().enumerate().filter_map(read).collect()
}

fn payment(
    file: &PaymentFile,
    at: &str,
    orders: &Lookup,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<Payment> {
    let amount_at = format!("{at}.amount");
    let amount = values.money(&amount_at, file.amount.as_ref());
    if file.amount.is_none() {
        values.incomplete(at, "amount");
    }
    if amount == Some(Money::ZERO) {
        values.error(&amount_at, Finding::ZeroAmount);
    }
    let refunded_at = format!("{at}.refunded");
    let refunded = values
        .money(&refunded_at, file.refunded.as_ref())
        .unwrap_or(Money::ZERO);
    if let Some(amount) = amount.filter(|amount| refunded > *amount) {
        let finding = Finding::RefundOverPayment {
            refunded: refunded.to_string(),
            amount: amount.to_string(),
        };
        values.found.push(
            Diagnostic::error(finding)
                .at(Place::value(refunded_at))
                .with_other(Place::value(amount_at)),
        );
    }
    let order = file
        .order
        .as_ref()
        .and_then(|text| orders.find(&format!("{at}.order"), text, values));
    let payment = Payment {
        id: file.id.clone(),
        order,
        method: values.word(&format!("{at}.method"), file.method.as_ref()),
        kind: values.word(&format!("{at}.kind"), file.kind.as_ref()),
        amount: amount.unwrap_or(Money::ZERO),
        paid: values.moment(&format!("{at}.paid"), file.paid.as_ref()),
        trade_no: file.trade_no.clone(),
        merchant_order_no: file.merchant_order_no.clone(),
        payee_shown: file.payee_shown.clone(),
        payer_account: file.payer_account.clone(),
        payer: values.word(&format!("{at}.payer"), file.payer.as_ref()),
        refunded,
        refunded_at: values.moment(&format!("{at}.refunded_at"), file.refunded_at.as_ref()),
        evidence: exhibits.all(at, &file.evidence, values),
    };
    amount.map(|_| payment)
}

/// What arrived.
pub(super) fn delivery(
    file: &DeliveryFile,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Delivery {
    Delivery {
        claimed: values.moment("delivery.claimed", file.claimed.as_ref()),
        code: file.code.clone(),
        received: values.moment("delivery.received", file.received.as_ref()),
        result: values.word("delivery.result", file.result.as_ref()),
        error_text: file.error_text.clone(),
        tried: values.moment("delivery.tried", file.tried.as_ref()),
        checked: values.moment("delivery.checked", file.checked.as_ref()),
        evidence: exhibits.all("delivery", &file.evidence, values),
    }
}

#[cfg(test)]
mod tests {
    use super::time_after_payment;
    use crate::case::purchase::Span;

    #[test]
    fn times_in_promises() {
        let read = |text| time_after_payment(text).map(Span::zh);
        assert_eq!(read("付款后10分钟内到账").as_deref(), Some("10分钟"));
        assert_eq!(
            read("支付成功后 24 小时以内发货").as_deref(),
            Some("24小时")
        );
        for text in [
            "秒发",
            "10分钟内到账",
            "付款后10分钟内到账，最迟24小时内",
            "付款后1至3天内到账",
            "付款后尽快",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
