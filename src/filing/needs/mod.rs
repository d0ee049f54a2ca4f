//! What a channel requires, looked up in a case.
//!
//! A channel names its needs by word. Nothing here knows a channel by name.

mod table;

use crate::bilingual::Bilingual;
use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::claim::ClaimKind;
use crate::case::evidence::Link;
use crate::case::purchase::Payment;
use crate::channel::{Level, Requirement};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place, Severity};
use crate::law::{self, Problem};
use crate::money::Money;

use super::{Brief, parties};
use table::{NEEDS, Need};

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
    let unmet = brief.channel.requires.iter().filter_map(|requirement| {
        let need = NEEDS.iter().find(|need| need.id == requirement.need)?;
        (!(need.met)(brief)).then(|| diagnostic(brief, need, requirement))
    });
    refused
        .into_iter()
        .chain(claims(brief))
        .chain(unmet)
        .collect()
}

/// Claims that no filing may make: money beyond what was paid, and a multiple without evidenced deception.
fn claims(brief: &Brief<'_>) -> Diagnostics {
    let mut found = Diagnostics::new();
    let paid: Money = brief.case.payments.iter().map(Payment::outstanding).sum();
    for (index, claim) in brief.case.claims.iter().enumerate() {
        let place = || Place::whole(format!("claims[{index}]"));
        let beyond = claim
            .amount
            .filter(|amount| claim.kind == ClaimKind::Refund && *amount > paid);
        if let Some(amount) = beyond.filter(|_| !brief.case.payments.is_empty()) {
            let message = Bilingual::new(
                format!("请求退款{amount}元，超过尚未退还的{paid}元"),
                format!(
                    "the refund asked for, {amount}, is more than the {paid} still outstanding"
                ),
            );
            let help = Bilingual::new(
                "核对付款金额和已退金额；其他损失另写「赔偿」",
                "check what was paid and what came back; other losses go under `compensate`",
            );
            found.push(
                Diagnostic::error(Finding::stated("claim-over-payment", message).help(help))
                    .at(place()),
            );
        }
        if claim.kind == ClaimKind::Triple {
            found.push(Diagnostic::error(triple()).at(place()));
        }
    }
    found
}

/// 《消费者权益保护法》第五十五条第一款 asks for fraud; late or failed delivery alone is a breach.
fn triple() -> Finding {
    Finding::Stated {
        code: "triple-without-deception",
        message: Bilingual::new(
            "三倍赔偿以欺诈为前提，案情里没有欺骗事实及其证据",
            "threefold damages need fraud, and the case has no evidenced deception",
        ),
        basis: law::provision("consumer-law-55-p1").map(law::Provision::citation),
        why: Some(Bilingual::new(
            "没有交付、迟延交付本身只是违约；超出的请求会影响整份材料的可信",
            "not delivering or delivering late is a breach only; an over-claim weakens the whole filing",
        )),
        help: Some(Bilingual::new(
            "删去「三倍赔偿」，保留退款等请求",
            "remove `triple` and keep the refund",
        )),
    }
}

/// Disputes and payments that the channel does not take at all.
fn refusals(brief: &Brief<'_>) -> Diagnostics {
    let channel = brief.channel;
    let mut found = Diagnostics::new();
    let problem = brief.case.problem.map(Problem::id);
    for refusal in channel
        .refuses
        .iter()
        .filter(|refusal| problem.is_some_and(|id| id == refusal.problem))
    {
        found.push(
            Diagnostic::error(
                Finding::stated(
                    "wrong-channel",
                    in_channel(brief, "不收：", " does not take this: ", &refusal.why),
                )
                .help(refusal.help.clone()),
            )
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
        found.push(
            Diagnostic::error(
                Finding::stated("no-payment-for-channel", in_channel(brief, "：", ": ", &Bilingual::new(format!("案情里没有通过{name}的付款"), format!("the case has no payment by {method}")))).help(
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
    let basis = requirement
        .basis
        .as_deref()
        .and_then(law::provision)
        .map(law::Provision::citation);
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
        why: requirement.why.clone(),
        help: requirement.help.clone(),
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
fn applies(case: &Case, link: Link) -> bool {
    use Problem as P;
    let Some(problem) = case.problem else {
        return link != Link::Promised || case.orders.iter().any(|order| order.promise.is_some());
    };
    match (problem, link) {
        (_, Link::Identity) => true,
        (P::UnauthorisedPayment | P::PersonalDataLeak | P::Other, _) => false,
        (P::DuplicateCharge, link) => matches!(link, Link::Ordered | Link::Paid | Link::Unresolved),
        (P::PaidNoOrder | P::PaymentStuck | P::AccountRestricted, link) => {
            matches!(link, Link::Paid | Link::Unresolved)
        }
        (P::UnfairTerms | P::SellerVanished, link) => matches!(link, Link::Ordered | Link::Paid),
        (P::SuspectedFraud, link) => link == Link::Paid,
        (_, Link::Promised) => case.orders.iter().any(|order| order.promise.is_some()),
        _ => true,
    }
}

/// Where in the case file a need would be met: of several payments or respondents, the first that lacks it.
fn route(brief: &Brief<'_>, need: &Need) -> String {
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
