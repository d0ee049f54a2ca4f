//! Dates that cannot be right, because they lie after the day of filing.

use super::super::{Brief, grounds};
use crate::bilingual::Bilingual;
use crate::case::{Case, fields};
use crate::channel::Door;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::law::{self, Predicate};
use crate::moment::Moment;

/// A date of the case and the route that it stands at.
pub(super) struct Dated {
    pub(super) route: String,
    pub(super) at: Moment,
    /// Whether every part of a filing leaves out what it dates until that day has come.
    left_out: bool,
}

/// What is dated after the day of filing.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    let all = dates(brief.case);
    let late = all
        .iter()
        .filter(|dated| dated.at.date > brief.today)
        .map(|dated| after_filing(dated, brief));
    let captured = brief.case.evidence.iter().filter_map(|item| {
        let at = item.captured.filter(|at| at.date > brief.today)?;
        let what = Bilingual::new(
            format!("证据「{}」的截取时间", item.name),
            format!("the capture of exhibit `{}`", item.name),
        );
        let finding = after_filing_finding(&what, at, brief, false);
        Some(Diagnostic::error(finding).at(Place::key("evidence")))
    });
    late.chain(captured).chain(of_older_law(brief)).collect()
}

/// A day of filing before the oldest rule that the register can cite for this reader.
pub(super) fn before_the_law(brief: &Brief<'_>) -> Option<Diagnostic> {
    let known = law::horizon(grounds::door(brief)).filter(|known| brief.today < known.from)?;
    let day = Moment::day(brief.today).iso_date();
    let from = Moment::day(known.from).iso_date();
    let (channel, title) = (&brief.channel.title, known.instrument.marked_title());
    let message = Bilingual::new(
        format!(
            "{}：提交日（{day}）早于所知最早的规则（{from}）",
            channel.zh
        ),
        format!(
            "{}: the day of filing ({day}) lies before the oldest rule known ({from})",
            channel.en
        ),
    );
    let finding = Finding::stated("filing-before-law", message)
        .why(Bilingual::new(
            format!("{title}的现行条文自 {from} 起施行，更早的规则只认得出，不会印出来"),
            format!(
                "the present articles of {title} hold from {from} on; older rules are recognised and never printed"
            ),
        ))
        .help(Bilingual::new(
            "提交日写错了就改 `--date`；确要还原当时的文书，请自己核对当时的法条",
            "correct `--date`; for a paper of that time, look up the law of that time yourself",
        ));
    Some(Diagnostic::error(finding))
}

/// Facts from before the Civil Code: the law of that time decides, which the register knows only to recognise it.
///
/// 《最高人民法院关于适用〈中华人民共和国民法典〉时间效力的若干规定》第一条. A statement of claim cites the Code by itself, so it is
/// not written; elsewhere the list of provisions is short or empty.
pub(super) fn of_older_law(brief: &Brief<'_>) -> Option<Diagnostic> {
    let is_older = |fact: Predicate| fact.id() == "order-before-2021";
    grounds::predicates(brief)
        .into_iter()
        .find(|fact| is_older(*fact))?;
    let finding = Finding::stated(
        "older-law",
        Bilingual::new(
            "下单或者付款在2021年1月1日以前，适用当时的法律",
            "order or payment lie before 2021-01-01: the law of that time decides",
        ),
    )
    .why(Bilingual::new(
        "《民法典》自该日起施行；更早的法律程序只认得出，不会印出来，所列法条会不全",
        "the Civil Code holds from that day on; older law is recognised and never printed, so the list of provisions is incomplete",
    ))
    .help(Bilingual::new(
        "年份写错的改正；确是旧事的，请找律师或者法律援助按当时的法律起草",
        "correct the year; if it is that old, have a lawyer or legal aid draft it by the law of that time",
    ));
    let diagnostic = match brief.channel.door {
        Door::Court if !brief.channel.self_use => Diagnostic::error(finding),
        _ => Diagnostic::warning(finding),
    };
    Some(diagnostic.at(Place::key("orders")))
}

/// A date of the case, where it has one.
pub(super) fn dated(route: String, at: Option<Moment>) -> Option<Dated> {
    at.map(|at| Dated {
        left_out: ["contacts", "facts", "notices"]
            .iter()
            .any(|list| route.starts_with(list)),
        route,
        at,
    })
}

/// Every date of something that has happened. A deadline may lie ahead, and exhibits have no routes of their own.
fn dates(case: &Case) -> Vec<Dated> {
    let mut all: Vec<Option<Dated>> = Vec::new();
    for (index, order) in case.orders.iter().enumerate() {
        let at = format!("orders[{index}]");
        let seen = order.promise.as_ref().and_then(|promise| promise.seen);
        all.push(dated(format!("{at}.placed"), order.placed));
        all.push(dated(format!("{at}.promised.seen"), seen));
        all.push(dated(format!("{at}.status_at"), order.status_at));
    }
    for (index, payment) in case.payments.iter().enumerate() {
        let at = format!("payments[{index}]");
        all.push(dated(format!("{at}.paid"), payment.paid));
        all.push(dated(format!("{at}.refunded_at"), payment.refunded_at));
    }
    if let Some(delivery) = &case.delivery {
        for (key, at) in [
            ("claimed", delivery.claimed),
            ("received", delivery.received),
            ("tried", delivery.tried),
            ("checked", delivery.checked),
        ] {
            all.push(dated(format!("delivery.{key}"), at));
        }
    }
    all.push(dated("discovered".to_owned(), case.discovered));
    for (index, contact) in case.contacts.iter().enumerate() {
        all.push(dated(format!("contacts[{index}].at"), Some(contact.at)));
    }
    for (index, fact) in case.facts.iter().enumerate() {
        all.push(dated(format!("facts[{index}].at"), Some(fact.at)));
    }
    for (index, notice) in case.notices.iter().enumerate() {
        all.push(dated(format!("notices[{index}].sent"), notice.sent));
        all.push(dated(format!("notices[{index}].arrived"), notice.arrived));
    }
    for (index, record) in case.filings.iter().flatten().enumerate() {
        all.push(dated(format!("filings[{index}].on"), record.on));
        all.push(dated(
            format!("filings[{index}].on_result"),
            record.on_result,
        ));
    }
    for (index, respondent) in case.respondents.iter().enumerate() {
        let on = respondent.identified_by.as_ref().and_then(|by| by.on);
        all.push(dated(format!("respondents[{index}].identified_by.on"), on));
    }
    all.into_iter().flatten().collect()
}

fn after_filing(dated: &Dated, brief: &Brief<'_>) -> Diagnostic {
    let finding = after_filing_finding(
        &fields::spelled(&dated.route),
        dated.at,
        brief,
        dated.left_out,
    );
    let diagnostic = if dated.left_out {
        Diagnostic::warning(finding)
    } else {
        Diagnostic::error(finding)
    };
    diagnostic.at(Place::value(dated.route.as_str()))
}

fn after_filing_finding(
    what: &Bilingual,
    at: Moment,
    brief: &Brief<'_>,
    left_out: bool,
) -> Finding {
    let today = Moment::day(brief.today);
    let message = Bilingual::new(
        format!(
            "{}（{}）在提交日（{}）之后",
            what.zh,
            at.iso(),
            today.iso_date()
        ),
        format!(
            "{} ({}) lies after the day of filing ({})",
            what.en,
            at.iso(),
            today.iso_date()
        ),
    );
    let why = if left_out {
        Bilingual::new(
            "还没有发生，文书里不会写",
            "it has not happened yet and is left out of the papers",
        )
    } else {
        Bilingual::new(
            "还没有发生的事不能写进文书",
            "the papers cannot state what has not happened yet",
        )
    };
    Finding::stated("after-filing", message)
        .why(why)
        .help(Bilingual::new(
            "核对年、月、日；提交日不是今天的，用 `--date` 写明",
            "check the date; if the day of filing is not today, give `--date`",
        ))
}
