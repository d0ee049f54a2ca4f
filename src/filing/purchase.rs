//! What was bought, paid and delivered, as templates see it.

use serde::Serialize;

use super::bundle::{RefView, References};
use super::{Brief, MomentView, Named};
use crate::case::evidence::Link;
use crate::case::purchase::{GoodsKind, Order, Payment, Promise};
use crate::channel::Shown;
use crate::channel::privacy::codes;
use crate::law::{GoodsClass, Purpose};

/// What was bought.
#[derive(Debug, Clone, Serialize)]
pub struct GoodsView {
    /// What it is called.
    pub name: String,
    /// What kind of thing it is.
    pub kind: Option<Named>,
    /// `services` or `goods-online`, or none where the kind is not stated.
    pub class: Option<&'static str>,
    /// How many.
    pub quantity: Option<u32>,
    /// Price of one.
    pub unit_price: Option<String>,
    /// How it is delivered.
    pub delivery: Option<Named>,
    /// The account that it was to go to, as the channel shows it.
    pub target: Option<String>,
    /// The system that it was to go to.
    pub target_system: Option<String>,
    /// Server or region.
    pub region: Option<String>,
}

/// An order.
#[derive(Debug, Clone, Serialize)]
pub struct OrderView {
    /// Order number of the site.
    pub no: Option<String>,
    /// When it was placed.
    pub placed: Option<MomentView>,
    /// What was promised.
    pub promise: Option<PromiseView>,
    /// The state that the site shows.
    pub status: Option<String>,
    /// When that state was seen.
    pub status_at: Option<MomentView>,
    /// The contact given with the order, where the channel shows it.
    pub contact: Option<String>,
    /// Exhibits.
    pub refs: Vec<RefView>,
}

/// A promise on delivery.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseView {
    /// The words of the page.
    pub text: Option<String>,
    /// The time promised.
    pub within: Option<String>,
    /// Exhibits.
    pub refs: Vec<RefView>,
}

/// A payment.
#[derive(Debug, Clone, Serialize)]
pub struct PaymentView {
    /// How it was paid.
    pub method: Option<Named>,
    /// What kind of payment it was.
    pub kind: Option<Named>,
    /// The sum.
    pub amount: String,
    /// What came back.
    pub refunded: Option<String>,
    /// What is still out.
    pub outstanding: String,
    /// When it was paid.
    pub paid: Option<MomentView>,
    /// Number of the payment provider.
    pub trade_no: Option<String>,
    /// Number of the merchant on the bill.
    pub merchant_order_no: Option<String>,
    /// Whether that number is the order number of the site.
    pub matches_order: bool,
    /// Who received it, as the bill shows.
    pub payee: Option<String>,
    /// `self`, `other`, or none where nobody said.
    pub payer: Option<&'static str>,
    /// Exhibits.
    pub refs: Vec<RefView>,
}

/// What arrived.
#[derive(Debug, Clone, Serialize)]
pub struct DeliveryView {
    /// When the seller says that it delivered.
    pub claimed: Option<MomentView>,
    /// The code that was sent, as the channel shows it.
    pub code: Option<String>,
    /// What came of it.
    pub result: Option<Named>,
    /// The message that was shown.
    pub error_text: Option<String>,
    /// When the code was tried.
    pub tried: Option<MomentView>,
    /// The latest day that a record of the failure is from; none where nothing failed to come.
    pub as_of: Option<MomentView>,
    /// Exhibits.
    pub refs: Vec<RefView>,
}

/// What was bought, as far as the channel shows it.
pub(super) fn goods(brief: &Brief<'_>) -> Option<GoodsView> {
    let goods = brief.case.goods.as_ref()?;
    Some(GoodsView {
        name: goods.name.clone(),
        kind: goods.kind.map(Named::of::<GoodsKind>),
        class: super::grounds::goods_class(goods).map(|class| match class {
            GoodsClass::Services => "services",
            GoodsClass::GoodsOnline => "goods-online",
        }),
        quantity: goods.quantity,
        unit_price: goods.unit_price.map(|price| price.to_string()),
        delivery: goods.delivery.map(Named::of),
        target: goods
            .target
            .as_deref()
            .map(|target| brief.channel.privacy.target.of(target)),
        target_system: goods.target_system.clone(),
        region: goods.region.clone(),
    })
}

/// The word for a purpose that somebody stated.
pub(super) fn purpose(purpose: Purpose) -> Option<&'static str> {
    (purpose != Purpose::Unknown).then(|| purpose.id())
}

/// The orders that the payments of the filing paid; all of them where the case does not say which.
pub(super) fn orders(brief: &Brief<'_>, refs: &References) -> Vec<OrderView> {
    chosen_orders(brief)
        .into_iter()
        .map(|order| order_view(brief, refs, order))
        .collect()
}

/// The orders that a filing is about.
pub(super) fn chosen_orders<'a>(brief: &Brief<'a>) -> Vec<&'a Order> {
    let paid: Vec<usize> = brief
        .payments
        .iter()
        .filter_map(|payment| payment.order)
        .collect();
    if paid.is_empty() || brief.payments.len() == brief.case.payments.len() {
        return brief.case.orders.iter().collect();
    }
    let all = brief.case.orders.iter().enumerate();
    all.filter(|(index, _)| paid.contains(index))
        .map(|(_, order)| order)
        .collect()
}

fn order_view(brief: &Brief<'_>, refs: &References, order: &Order) -> OrderView {
    OrderView {
        no: order.platform_order_no.clone(),
        placed: order.placed.map(MomentView::from),
        promise: order
            .promise
            .as_ref()
            .map(|promise| promise_view(brief, refs, promise)),
        status: order.status_shown.clone(),
        status_at: order.status_at.map(MomentView::from),
        contact: order
            .contact
            .as_deref()
            .filter(|_| brief.channel.privacy.order_contact != Shown::Hidden)
            .map(|contact| brief.channel.privacy.order_contact.of(contact)),
        refs: refs.of_order(brief, order),
    }
}

fn promise_view(brief: &Brief<'_>, refs: &References, promise: &Promise) -> PromiseView {
    PromiseView {
        text: promise.text.clone(),
        within: promise.within.map(crate::case::purchase::Span::zh),
        refs: refs.of_or_proving(brief, &promise.evidence, Link::Promised),
    }
}

/// The payments of the filing.
pub(super) fn payments(brief: &Brief<'_>, refs: &References) -> Vec<PaymentView> {
    brief
        .payments
        .iter()
        .map(|payment| payment_view(brief, refs, payment))
        .collect()
}

fn payment_view(brief: &Brief<'_>, refs: &References, payment: &Payment) -> PaymentView {
    let order_numbers: Vec<&str> = chosen_orders(brief)
        .iter()
        .filter_map(|order| order.platform_order_no.as_deref())
        .collect();
    PaymentView {
        method: payment.method.map(Named::of),
        kind: payment.kind.map(Named::of),
        amount: payment.amount.to_string(),
        refunded: (payment.refunded.fen() > 0).then(|| payment.refunded.to_string()),
        outstanding: payment.outstanding().to_string(),
        paid: payment.paid.map(MomentView::from),
        trade_no: payment.trade_no.clone(),
        merchant_order_no: payment.merchant_order_no.clone(),
        matches_order: payment
            .merchant_order_no
            .as_deref()
            .is_some_and(|no| order_numbers.contains(&no)),
        payee: payment.payee_shown.clone(),
        payer: payment.payer.map(crate::case::choice::Choice::en),
        refs: refs.of_payment(brief, payment),
    }
}

/// What arrived, as far as the case says.
pub(super) fn delivery(brief: &Brief<'_>, refs: &References) -> Option<DeliveryView> {
    let delivery = brief.case.delivery.clone().unwrap_or_default();
    let outcome = super::outcome::outcome(brief);
    let as_of = outcome.and_then(|_| super::outcome::as_of(brief));
    if brief.case.delivery.is_none() && as_of.is_none() {
        return None;
    }
    Some(DeliveryView {
        claimed: delivery.claimed.map(MomentView::from),
        code: delivery.code.as_deref().map(|text| {
            let shown = brief.channel.privacy.code;
            codes(text).fold(text.to_owned(), |text, code| {
                text.replace(code, &shown.of(code))
            })
        }),
        result: outcome.map(Named::of),
        error_text: delivery.error_text.clone(),
        tried: delivery.tried.map(MomentView::from),
        as_of: as_of.map(MomentView::from),
        refs: refs.of_or_proving(brief, &delivery.evidence, Link::Breached),
    })
}
