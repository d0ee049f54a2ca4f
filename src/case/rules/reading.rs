//! `reading-differs`: what a picture is said to show is not what the case says; and `picture-shows-too-little`: what it
//! has to show is not among what it is said to show.

use super::super::Case;
use super::super::evidence::{Evidence, Link};
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::money::Money;

/// Labels of numbers that the case has too.
const NUMBERS: [&str; 4] = ["订单号", "商户单号", "交易号", "交易单号"];
/// Labels of what was paid.
const SUMS: [&str; 4] = ["实付", "付款金额", "支付金额", "交易金额"];

/// Warnings for readings that contradict the case, and for proof of order or payment that shows no number or sum.
pub(super) fn check(case: &Case) -> Diagnostics {
    let numbers = numbers(case);
    let sums = sums(case);
    let differing = case.evidence.iter().flat_map(|item| {
        let readings = item.readings.iter();
        readings
            .filter(|(label, value)| differs(&numbers, &sums, label, value))
            .map(|(label, value)| differing(item, label, value))
    });
    differing.chain(lacking(case, &sums)).collect()
}

/// Every number that the case gives to an order, a payment or a ticket.
fn numbers(case: &Case) -> Vec<&str> {
    let orders = case.orders.iter().map(|one| &one.platform_order_no);
    let payments = case
        .payments
        .iter()
        .flat_map(|one| [&one.trade_no, &one.merchant_order_no]);
    let contacts = case.contacts.iter().map(|one| &one.ticket);
    let filings = case.filings.iter().flatten().map(|one| &one.no);
    let all = orders.chain(payments).chain(contacts).chain(filings);
    all.flatten().map(String::as_str).collect()
}

/// Every sum that a page may show as paid: each payment, all of them, and a piece.
fn sums(case: &Case) -> Vec<Money> {
    let paid = || case.payments.iter().map(|one| one.amount);
    let goods = case.goods.as_ref().and_then(|goods| goods.unit_price);
    paid().chain([paid().sum()]).chain(goods).collect()
}

fn differs(numbers: &[&str], sums: &[Money], label: &str, value: &str) -> bool {
    let labelled = |words: &[&str]| words.iter().any(|word| label.contains(word));
    let masked = value.contains(['*', '＊', '…', '•', '×']);
    if labelled(&SUMS) {
        let plain = value
            .trim_end_matches('元')
            .trim_start_matches(['¥', '￥', '-', '−']);
        return !sums.is_empty()
            && Money::parse(plain).is_ok_and(|sum| sum != Money::ZERO && !sums.contains(&sum));
    }
    let value: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    labelled(&NUMBERS) && !masked && !numbers.is_empty() && !numbers.contains(&value.as_str())
}

fn differing(item: &Evidence, label: &str, value: &str) -> Diagnostic {
    let finding = Finding::stated(
        "reading-differs",
        Bilingual::new(
            format!("证据“{}”的画面所载“{label}：{value}”，与案情写的对不上", item.name),
            format!("the exhibit “{}” is said to show {label}: {value}, which the case does not state", item.name),
        ),
    )
    .why(Bilingual::new(
        "同一个号码、同一笔金额在材料里前后不同，受理人无法对应，对方会说不是这一单",
        "a number or sum that is not the same throughout cannot be matched, and the other side will say it is another order",
    ))
    .help(Bilingual::new(
        "对着截图逐位核对，改正写错的一处；图上确实是另一单的，不要附这一份",
        "compare it with the picture digit by digit and correct the wrong place; leave out a picture of another order",
    ));
    Diagnostic::warning(finding).at(place(item))
}

/// Links whose exhibits say what they show, and show neither number nor sum.
fn lacking(case: &Case, sums: &[Money]) -> Vec<Diagnostic> {
    let orders = case.orders.iter();
    let orders: Vec<&str> = orders
        .filter_map(|one| one.platform_order_no.as_deref())
        .collect();
    let sums: Vec<String> = sums.iter().map(ToString::to_string).collect();
    let sums: Vec<&str> = sums.iter().map(String::as_str).collect();
    let wanted = [
        (Link::Ordered, orders, ("平台订单号", "the order number")),
        (Link::Paid, sums, ("付款金额", "the sum paid")),
    ];
    let mut found = Vec::new();
    for (link, any_of, what) in wanted {
        let items = case.evidence.iter();
        let proving = items.filter(|item| item.proves.contains(&link) && !item.readings.is_empty());
        let proving: Vec<&Evidence> = proving.collect();
        let shows = |item: &&Evidence| any_of.iter().any(|one| shows(item, one));
        if let Some(first) = proving.first().filter(|_| !any_of.is_empty())
            && !proving.iter().any(shows)
        {
            found.push(too_little(first, what));
        }
    }
    found
}

fn shows(item: &Evidence, text: &str) -> bool {
    let readings = item.readings.iter().map(|(_, value)| value);
    item.quotes
        .iter()
        .chain(readings)
        .any(|value| value.replace([',', '，', ' '], "").contains(text))
}

fn too_little(item: &Evidence, what: (&str, &str)) -> Diagnostic {
    let finding = Finding::stated(
        "picture-shows-too-little",
        Bilingual::new(
            format!("证据“{}”的画面所载里没有{}", item.name, what.0),
            format!("what the exhibit “{}” is said to show lacks {}", item.name, what.1),
        ),
    )
    .why(Bilingual::new(
        "看不到号码和金额的截图，不能确定是哪一单、哪一笔",
        "without numbers and sums nobody can tell which order or payment a picture shows",
    ))
    .help(Bilingual::new(
        "图上有的，补写到 `画面所载`；没有的，打开详情页重新截取",
        "if the picture has it, add it to `readings`; otherwise open the details and take the picture again",
    ));
    Diagnostic::warning(finding).at(place(item))
}

fn place(item: &Evidence) -> Place {
    Place::whole(format!("evidence[{}]", item.listed))
}
