//! What a channel requires, looked up in a case.
//!
//! A channel names its needs by word. Nothing here knows a channel by name.

mod citations;
mod claims;
mod dates;
mod names;
mod pairs;
mod persons;
mod pictures;
mod proof;
mod repeated;
mod sequence;
mod table;

use crate::bilingual::Bilingual;
use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::evidence::Link;
use crate::case::fields;
use crate::case::party::Entity;
use crate::case::purchase::Payment;
use crate::channel::{Level, Requirement};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place, Severity};
use crate::law::{self, Problem};

use super::{Brief, parties};
use table::{NEEDS, Need};

/// What is simply absent from a case for a channel, of all that it lacks.
pub fn absent(brief: &Brief<'_>) -> Diagnostics {
    let absent = |one: &Diagnostic| matches!(one.finding.code(), "missing-field" | "chain-gap");
    let refused = refusals(brief);
    if refused.has_errors() {
        return refused;
    }
    unmet(brief).filter(absent).collect()
}

/// What a word in `requires` asks for, or nothing where it means nothing.
pub fn name(word: &str) -> Option<Bilingual> {
    NEEDS.iter().find(|need| need.id == word).map(Need::name)
}

/// What a case lacks for a channel. A requirement that is an error keeps the filing from being drafted.
pub fn check(brief: &Brief<'_>) -> Diagnostics {
    let refused = refusals(brief);
    if refused.has_errors() {
        return refused;
    }
    refused
        .into_iter()
        .chain(citations::check(brief))
        .chain(claims::check(brief))
        .chain(dates::check(brief))
        .chain(sequence::check(brief))
        .chain(persons::check(brief))
        .chain(names::check(brief))
        .chain(pairs::check(brief))
        .chain(pictures::check(brief))
        .chain(repeated::check(brief))
        .chain(unmet(brief))
        .collect()
}

/// The requirements of the channel that are not met.
fn unmet(brief: &Brief<'_>) -> impl Iterator<Item = Diagnostic> {
    brief.channel.requires.iter().filter_map(|requirement| {
        let need = NEEDS.iter().find(|need| need.id == requirement.need)?;
        (!(need.met)(brief)).then(|| diagnostic(brief, need, requirement))
    })
}

/// Disputes, payments and days of filing that the channel does not take at all.
fn refusals(brief: &Brief<'_>) -> Diagnostics {
    let channel = brief.channel;
    let mut found = Diagnostics::new();
    found.extend(dates::before_the_law(brief));
    found.extend(persons::denies_own_payment(brief));
    let problem = brief.case.problem.map(Problem::id);
    for refusal in channel
        .refuses
        .iter()
        .filter(|refusal| problem.is_some_and(|id| id == refusal.problem))
    {
        found.push(
            Diagnostic::error(Finding::Stated {
                code: "wrong-channel",
                message: in_channel(brief, "不收：", " does not take this: ", &refusal.why),
                basis: citation(brief, refusal.basis.as_deref()),
                why: None,
                help: Some(refusal.help.clone()),
            })
            .at(Place::value("problem")),
        );
    }
    if let Some(method) = channel
        .takes_payments_by
        .as_deref()
        .filter(|_| brief.payments.is_empty())
    {
        let name = crate::case::purchase::PaymentMethod::from_word(method)
            .map_or(method, |method| method.zh());
        let is_by = |payment: &Payment| payment.method.is_some_and(|one| one.en() == method);
        let lacks = if brief.case.payments.iter().any(is_by) {
            Bilingual::new(
                format!("请求退还的钱不在通过{name}的付款里"),
                format!("the refund asked for touches no payment by {method}"),
            )
        } else {
            Bilingual::new(
                format!("案情里没有通过{name}的付款"),
                format!("the case has no payment by {method}"),
            )
        };
        found.push(
            Diagnostic::error(
                Finding::stated("no-payment-for-channel", in_channel(brief, "：", ": ", &lacks)).help(
                    Bilingual::new(
                        format!("实际通过{name}付款的，在「支付」写 `方式: {name}`；否则请选付款所用渠道的投诉"),
                        format!("if it was paid that way, write `method: {method}` under `payments`; otherwise use the channel of the payment you made"),
                    ),
                ),
            )
            .at(Place::key("payments")),
        );
    }
    found
}

fn diagnostic(brief: &Brief<'_>, need: &Need, requirement: &Requirement) -> Diagnostic {
    let basis = citation(brief, requirement.basis.as_deref());
    let what = Bilingual::new(need.zh, need.en);
    let message = if need.code == "missing-field" {
        in_channel(brief, "需要", " needs ", &what)
    } else {
        in_channel(brief, "：", ": ", &what)
    };
    let finding = Finding::Stated {
        code: need.code,
        message,
        basis,
        why: requirement.why.clone().or_else(|| without(need)),
        help: requirement.help.clone().or_else(|| way_out(need)),
    };
    let severity = match requirement.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
    };
    Diagnostic {
        severity,
        finding,
        place: Some(if need.code == "chain-gap" {
            Place::key(need.route)
        } else {
            Place::value(route(brief, need))
        }),
        others: Vec::new(),
    }
}

/// What cannot be shown without a link of the chain, for a requirement that says no more.
fn without(need: &Need) -> Option<Bilingual> {
    let (zh, en) = match need.id {
        "proof.identity" => (
            "缺了它，不能证明对方是谁",
            "without it nothing shows who the other side is",
        ),
        "proof.ordered" => (
            "缺了它，不能证明买的是什么、什么时候买的",
            "without it nothing shows what was bought, and when",
        ),
        "proof.paid" => (
            "缺了它，不能证明付了多少、付给了谁",
            "without it nothing shows how much was paid, and to whom",
        ),
        "proof.promised" => (
            "缺了它，不能证明对方答应过什么",
            "without it nothing shows what was promised",
        ),
        "proof.breached" => (
            "缺了它，不能证明付款以后没有得到商品",
            "without it nothing shows that the goods did not come",
        ),
        "proof.unresolved" => (
            "缺了它，不能证明已经找过对方、没有解决",
            "without it nothing shows that the other side was asked in vain",
        ),
        "proof.code" => (
            "缺了它，不能证明收到的是哪一张卡密",
            "without it nothing shows which code was sent",
        ),
        _ => return None,
    };
    Some(Bilingual::new(zh, en))
}

/// Where a field that is missing is written, for a requirement that says no more.
fn way_out(need: &Need) -> Option<Bilingual> {
    let spelled = fields::spelled(&need.route.replace("[0]", ""));
    (need.code == "missing-field").then(|| {
        Bilingual::new(
            format!("在案情文件里写{}", spelled.zh),
            format!("write {}", spelled.en),
        )
    })
}

/// The provision of an id, where a filing may cite it on its day.
fn citation(brief: &Brief<'_>, id: Option<&str>) -> Option<String> {
    id.and_then(law::provision)
        .filter(|provision| provision.printable_on(brief.today))
        .map(law::Provision::citation)
}

/// A sentence about the channel: its title, what stands between, and what there is to say.
fn in_channel(brief: &Brief<'_>, zh: &str, en: &str, what: &Bilingual) -> Bilingual {
    let title = &brief.channel.title;
    Bilingual::new(
        format!("{}{zh}{}", title.zh, what.zh),
        format!("{}{en}{}", title.en, what.en),
    )
}

fn has_exhibit(brief: &Brief<'_>, link: Link) -> bool {
    brief.case.evidence.iter().enumerate().any(|(index, item)| {
        item.proves.contains(&link) && super::bundle::is_attached(brief, index)
    })
}

/// Whether a link is proved, or the problem does not need it.
fn proved(brief: &Brief<'_>, link: Link) -> bool {
    !applies(brief.case, link) || has_exhibit(brief, link)
}

/// Which links of the chain a problem rests on: a double charge needs no promise, a stolen account no order.
pub(super) fn applies(case: &Case, link: Link) -> bool {
    use Problem as P;
    if link == Link::DeliveredCode {
        return case.problem == Some(P::InvalidOrUsedCode);
    }
    let Some(problem) = case.problem else {
        return link != Link::Promised || case.orders.iter().any(|order| order.promise.is_some());
    };
    match (problem, link) {
        (_, Link::Identity) => true,
        (P::PersonalDataLeak | P::Other, _) => false,
        (P::DuplicateCharge, link) => matches!(link, Link::Ordered | Link::Paid | Link::Unresolved),
        (P::PaidNoOrder | P::PaymentStuck | P::AccountRestricted, link) => {
            matches!(link, Link::Paid | Link::Unresolved)
        }
        (P::UnfairTerms | P::SellerVanished, link) => matches!(link, Link::Ordered | Link::Paid),
        (P::SuspectedFraud | P::UnauthorisedPayment, link) => link == Link::Paid,
        (_, Link::Promised) => case.orders.iter().any(|order| order.promise.is_some()),
        _ => true,
    }
}

/// Where in the case file a need would be met: of several payments or respondents, the first that lacks it.
fn route(brief: &Brief<'_>, need: &Need) -> String {
    if need.id == "claims.civil"
        && let Some(route) = claims::punishment_asked_at(brief.case)
    {
        return route;
    }
    let index = if need.route.starts_with("payments[0]") {
        let lacking = brief.payments.iter().find(|payment| {
            !(need.met)(&Brief {
                payments: &[payment],
                ..*brief
            })
        });
        lacking.and_then(|lacking| {
            brief
                .case
                .payments
                .iter()
                .position(|payment| std::ptr::eq(payment, *lacking))
        })
    } else if need.route.starts_with("respondents[0]") {
        let chosen = parties::chosen(brief);
        let lacking = chosen.iter().find(|respondent| {
            let field = need.route.rsplit('.').next().unwrap_or_default();
            match field {
                "name" => respondent.name.is_none(),
                "address" => respondent.address.is_none(),
                "operator" => {
                    respondent.entity == Some(Entity::IndividualBusiness)
                        && respondent.operator.is_none()
                }
                _ => respondent.identified_by.is_none(),
            }
        });
        lacking.and_then(|lacking| {
            brief
                .case
                .respondents
                .iter()
                .position(|respondent| std::ptr::eq(respondent, *lacking))
        })
    } else {
        None
    };
    need.route
        .replacen("[0]", &format!("[{}]", index.unwrap_or(0)), 1)
}
