//! `reading-differs`: what a picture is said to show is not what the case says; and `picture-shows-too-little`: what it
//! has to show is not among what it is said to show.

use super::super::Case;
use super::super::evidence::{Evidence, Link};
use crate::bilingual::Bilingual;
use crate::chinese::half_width;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::moment::Moment;
use crate::money::Money;

use chrono::NaiveDate;

/// What a reading is about, as far as its label tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// What was paid.
    Sum,
    /// A number that an order, a payment or a ticket has.
    Number,
    /// Who got the money.
    Payee,
    /// What the other side is registered as.
    Party,
    /// The number of its licence.
    Licence,
    /// The day of payment.
    Paid,
    /// The day of the order.
    Placed,
}

/// Words of labels, with what they are about; of several the first counts.
const LABELS: [(About, &[&str]); 6] = [
    (About::Sum, &["实付", "付款金额", "支付金额", "交易金额"]),
    (About::Paid, &["付款时间", "支付时间", "交易时间"]),
    (About::Placed, &["下单时间", "订单时间", "创建时间"]),
    (About::Payee, &["收款方", "收款人", "收款商户", "商户全称"]),
    (About::Licence, &["统一社会信用代码", "信用代码"]),
    (
        About::Number,
        &["订单号", "订单编号", "商户单号", "交易号", "交易单号"],
    ),
];
/// Whole labels of the name of the other side, on an exhibit that proves who it is.
const NAMES: [&str; 5] = ["名称", "企业名称", "公司名称", "经营者名称", "经营者"];

/// What the case states of each thing that a reading may be about; nothing is compared with an empty list.
struct Stated<'a> {
    sums: Vec<Money>,
    numbers: Vec<&'a str>,
    payees: Vec<&'a str>,
    parties: Vec<&'a str>,
    licences: Vec<&'a str>,
    paid: Vec<NaiveDate>,
    placed: Vec<NaiveDate>,
}

/// Warnings for readings that contradict the case, and for proof of order or payment that shows no number or sum.
pub(super) fn check(case: &Case) -> Diagnostics {
    let stated = Stated::of(case);
    let differing = case.evidence.iter().flat_map(|item| {
        let readings = item.readings.iter();
        readings
            .filter(|(label, value)| stated.differs(item, label, value))
            .map(|(label, value)| differing(item, label, value))
    });
    differing.chain(lacking(case, &stated)).collect()
}

impl<'a> Stated<'a> {
    fn of(case: &'a Case) -> Self {
        let paid = case.payments.iter().filter_map(|one| one.paid);
        let placed = case.orders.iter().filter_map(|one| one.placed);
        let days =
            |moments: &mut dyn Iterator<Item = Moment>| moments.map(|one| one.date).collect();
        let shown = case
            .payments
            .iter()
            .filter_map(|one| one.payee_shown.as_deref());
        let parties = || {
            case.respondents.iter().flat_map(|one| {
                [&one.name, &one.operator, &one.site_name, &one.legal_rep]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
            })
        };
        let payees: Vec<&str> = shown.collect();
        let licences = case
            .respondents
            .iter()
            .filter_map(|one| one.uscc.as_deref());
        Self {
            sums: sums(case),
            // Where no payment could be read, its numbers are not known either.
            numbers: if case.payments.is_empty() {
                Vec::new()
            } else {
                numbers(case)
            },
            parties: parties().chain(payees.iter().copied()).collect(),
            // Where the case does not say whom the bill names, a name on it contradicts nothing.
            payees: if payees.is_empty() {
                Vec::new()
            } else {
                payees.into_iter().chain(parties()).collect()
            },
            licences: licences.collect(),
            placed: days(&mut placed.chain(paid.clone())),
            paid: days(&mut paid.into_iter()),
        }
    }

    /// Whether a reading is about something that the case states otherwise. What is partly hidden is not compared.
    fn differs(&self, item: &Evidence, label: &str, value: &str) -> bool {
        let Some(about) = about(item, label) else {
            return false;
        };
        if value.contains(['*', '＊', '…', '•', '×']) {
            return false;
        }
        let unknown = |known: &[&str]| {
            !known.is_empty() && !known.iter().any(|one| plain(one) == plain(value))
        };
        let other_day = |known: &[NaiveDate]| {
            !known.is_empty() && Moment::parse(value).is_ok_and(|at| !known.contains(&at.date))
        };
        match about {
            About::Sum => {
                let bare = value
                    .trim_end_matches('元')
                    .trim_start_matches(['¥', '￥', '-', '−']);
                !self.sums.is_empty()
                    && Money::parse(bare)
                        .is_ok_and(|sum| sum != Money::ZERO && !self.sums.contains(&sum))
            }
            About::Number => unknown(&self.numbers),
            About::Payee => unknown(&self.payees),
            About::Party => unknown(&self.parties),
            About::Licence => unknown(&self.licences),
            About::Paid => other_day(&self.paid),
            About::Placed => other_day(&self.placed),
        }
    }
}

/// What a label of an exhibit is about.
fn about(item: &Evidence, label: &str) -> Option<About> {
    if item.proves.contains(&Link::Identity) && NAMES.contains(&label) {
        return Some(About::Party);
    }
    // 收款方账号 is a number that the case does not state.
    if label.contains("账号") || label.contains("账户") {
        return None;
    }
    let named = |words: &&[&str]| words.iter().any(|word| label.contains(word));
    LABELS
        .iter()
        .find(|(_, words)| named(words))
        .map(|(about, _)| *about)
}

/// A name or number in whatever width, case and spacing it is written.
fn plain(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
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

fn differing(item: &Evidence, label: &str, value: &str) -> Diagnostic {
    let finding = Finding::stated(
        "reading-differs",
        Bilingual::new(
            format!("证据“{}”的画面所载“{label}：{value}”，与案情写的对不上", item.name),
            format!("the exhibit “{}” is said to show {label}: {value}, which the case does not state", item.name),
        ),
    )
    .why(Bilingual::new(
        "同一个号码、名称、日期、金额在材料里前后不同，受理人无法对应，对方会说不是这一单",
        "a number, name, day or sum that is not the same throughout cannot be matched, and the other side will say it is another order",
    ))
    .help(Bilingual::new(
        "对着截图逐位核对，改正写错的一处；图上确实是另一单的，不要附这一份",
        "compare it with the picture digit by digit and correct the wrong place; leave out a picture of another order",
    ));
    Diagnostic::warning(finding).at(place(item))
}

/// Links whose exhibits say what they show, and show neither number nor sum. A wrong one is told already.
fn lacking(case: &Case, stated: &Stated<'_>) -> Vec<Diagnostic> {
    let orders = case.orders.iter();
    let orders: Vec<&str> = orders
        .filter_map(|one| one.platform_order_no.as_deref())
        .collect();
    let sums: Vec<String> = stated.sums.iter().map(ToString::to_string).collect();
    let sums: Vec<&str> = sums.iter().map(String::as_str).collect();
    let wanted = [
        (
            Link::Ordered,
            About::Number,
            orders,
            ("平台订单号", "the order number"),
        ),
        (Link::Paid, About::Sum, sums, ("付款金额", "the sum paid")),
    ];
    let mut found = Vec::new();
    for (link, what, any_of, words) in wanted {
        let items = case.evidence.iter();
        let proving = items.filter(|item| item.proves.contains(&link) && !item.readings.is_empty());
        let proving: Vec<&Evidence> = proving.collect();
        let shows = |item: &&Evidence| any_of.iter().any(|one| shows(item, one));
        let wrong = |item: &&Evidence| {
            let mut readings = item.readings.iter();
            readings.any(|(label, value)| {
                about(item, label) == Some(what) && stated.differs(item, label, value)
            })
        };
        if let Some(first) = proving.first().filter(|_| !any_of.is_empty())
            && !proving.iter().any(|item| shows(item) || wrong(item))
        {
            found.push(too_little(first, words));
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
