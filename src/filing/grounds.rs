//! The provisions that a filing cites.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Brief, minor, requests};
use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::claim::ClaimKind;
use crate::case::contact::{NoticeKind, Stall};
use crate::case::evidence::Link;
use crate::case::party::{Respondent, Role};
use crate::case::purchase::{DeliveryMode, Goods};
use crate::channel;
use crate::facts::Fact;
use crate::law::{self, Dates, Door, GoodsClass, Predicate, Problem, Provision, Purpose};

/// A provision, as templates see it.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct CitationView {
    /// Its id in the register.
    pub id: String,
    /// The instrument, in title marks.
    pub law: String,
    /// The place in it.
    pub article: String,
    /// Both.
    pub full: String,
    /// What it says, in one sentence of ours.
    pub says: String,
}

/// The cited places of one instrument.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct LawGroup {
    /// The instrument, in title marks.
    pub law: String,
    /// The places in it, in the order of rank, those of one article together: `第五百零九条第一款、第五百七十七条`.
    pub articles: String,
}

/// The provisions by instrument, in the order in which each first appears.
pub(super) fn groups(provisions: &[&'static Provision]) -> Vec<LawGroup> {
    let mut groups: Vec<Vec<&'static Provision>> = Vec::new();
    for provision in provisions {
        match groups
            .iter_mut()
            .find(|group| group[0].instrument.id == provision.instrument.id)
        {
            Some(group) => group.push(provision),
            None => groups.push(vec![provision]),
        }
    }
    groups
        .iter()
        .map(|group| LawGroup {
            law: group[0].title(),
            articles: law::places(group),
        })
        .collect()
}

/// The class of the goods, or none where their kind is not stated.
pub(super) fn goods_class(goods: &Goods) -> Option<GoodsClass> {
    if goods.kind.is_none() && goods.delivery.is_none() {
        return None;
    }
    Some(GoodsClass::of(
        goods.kind.map_or("", Choice::en),
        goods.delivery.map_or("", Choice::en),
    ))
}

/// The provisions for the channel's reader, best first, as many as it prints.
pub(super) fn chosen(brief: &Brief<'_>) -> Vec<&'static Provision> {
    law::best(&ranked(brief), brief.channel.citations)
}

/// A provision, as templates see it.
pub(super) fn view(provision: &'static Provision) -> CitationView {
    CitationView {
        id: provision.id.to_owned(),
        law: provision.title(),
        article: provision.place(),
        full: provision.citation(),
        says: provision.says.unwrap_or_default().to_owned(),
    }
}

/// All provisions that fit, best first.
pub(super) fn ranked(brief: &Brief<'_>) -> Vec<&'static Provision> {
    let Some(problem) = brief.case.problem.map(|one| argued(brief, one)) else {
        return Vec::new();
    };
    let class = brief.case.goods.as_ref().and_then(goods_class);
    let facts = predicates(brief);
    let list = |class| {
        law::citations(
            problem,
            class,
            brief.case.purpose,
            door(brief),
            &facts,
            &dates(brief),
        )
    };
    let mut list = match class {
        Some(class) => list(class),
        // Nobody said what kind of goods it is: cite only what holds for a sale and for a service alike.
        None => {
            let service = list(GoodsClass::Services);
            list(GoodsClass::GoodsOnline)
                .into_iter()
                .filter(|one| service.iter().any(|other| other.id == one.id))
                .collect()
        }
    };
    list.retain(|provision| fits(brief, &facts, provision));
    // The refund has its own ground first; what is added follows it.
    let first = list.len().min(1);
    place_at(first, &mut list, multiple(brief, class, &facts));
    let minor = minor::payer(brief);
    let first = if minor.is_some_and(|one| one.alone) {
        0
    } else {
        first
    };
    let minors = minor.map(|one| {
        if one.under_8 {
            "minor-under-8"
        } else {
            "minor-8-17"
        }
    });
    place_at(first, &mut list, added(brief, minors, class, &facts));
    let end = list.len();
    let platform = added(brief, Some("platform-identity"), class, &facts);
    place_at(end, &mut list, platform);
    let interest = brief
        .case
        .claims
        .iter()
        .any(|one| one.kind == ClaimKind::Interest);
    let interest = added(brief, interest.then_some("interest"), class, &facts);
    place_at(end, &mut list, interest);
    let place = |list: &[&Provision], id| list.iter().position(|one| one.id == id);
    // One ground for termination is enough: a demand that ran out is plainer than a purpose that was lost.
    if let (Some(lost), Some(demand)) = (
        place(&list, "civil-code-563-p1-i4"),
        place(&list, "civil-code-563-p1-i3"),
    ) {
        list.swap(lost, demand);
        list.remove(demand);
    }
    // A contract does not end without a ground: where no other fits, its purpose is lost.
    let ground = |one: &&Provision| one.instrument.id == "civil-code" && one.article == 563;
    if let (Some(effect), Some(lost)) = (
        place(&list, "civil-code-565"),
        law::provision("civil-code-563-p1-i4"),
    ) && !list.iter().any(ground)
    {
        list.insert(effect, lost);
    }
    list
}

/// Puts provisions at a place of a list, once each.
fn place_at(place: usize, list: &mut Vec<&'static Provision>, added: Vec<&'static Provision>) {
    let is_there = |one: &&Provision| added.iter().any(|other| other.id == one.id);
    let before = list[..place].iter().filter(|one| is_there(one)).count();
    list.retain(|one| !is_there(one));
    let place = place - before;
    list.splice(place..place, added);
}

/// The provisions of an add-on, where its facts hold and the door takes it.
fn added(
    brief: &Brief<'_>,
    id: Option<&str>,
    class: Option<GoodsClass>,
    facts: &BTreeSet<Predicate>,
) -> Vec<&'static Provision> {
    let class = class.unwrap_or(GoodsClass::Services);
    let add_on = id.and_then(law::add_on);
    add_on.map_or_else(Vec::new, |one| {
        one.citations(class, brief.case.purpose, door(brief), facts, &dates(brief))
    })
}

/// What threefold damages rest on, where they are asked for and the case shows a deception.
fn multiple(
    brief: &Brief<'_>,
    class: Option<GoodsClass>,
    facts: &BTreeSet<Predicate>,
) -> Vec<&'static Provision> {
    let wanted = brief
        .case
        .claims
        .iter()
        .any(|claim| claim.kind == ClaimKind::Triple);
    added(brief, wanted.then_some("triple-damages"), class, facts)
}

/// Whether the case shows a deception of a consumer at the sale, with evidence of it.
pub(super) fn shows_deception(case: &Case) -> bool {
    case.purpose.is_consumer() && case.deceptions.iter().any(|one| !one.evidence.is_empty())
}

/// The problem that a filing argues: in court, a suspicion of fraud without evidenced deception is a plain dispute over
/// money paid for nothing (《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第一百零九条: proof beyond reasonable doubt).
fn argued(brief: &Brief<'_>, problem: Problem) -> Problem {
    match (problem, brief.channel.door) {
        (Problem::SuspectedFraud, channel::Door::Court) => Problem::NotReceived,
        (other, _) => other,
    }
}

/// Whether a provision fits what is asked for, and whom.
fn fits(brief: &Brief<'_>, facts: &BTreeSet<Predicate>, provision: &Provision) -> bool {
    let holds = |id: &str| Predicate::from_id(id).is_some_and(|fact| facts.contains(&fact));
    let wants = |kind: ClaimKind| brief.case.claims.iter().any(|claim| claim.kind == kind);
    match (provision.instrument.id, provision.article) {
        // Termination and what follows from it; a ground for it only where its facts are there.
        ("civil-code", 563) => {
            requests::ends(brief)
                && match provision.item {
                    Some(2) => !holds("promised-time-passed"),
                    Some(3) => holds("demand-expired"),
                    _ => true,
                }
        }
        ("civil-code", 565 | 566 | 610) => requests::ends(brief),
        ("civil-code", 578) => !holds("promised-time-passed"),
        // A multiple is argued only where it is asked for.
        ("consumer-law", 55) => wants(ClaimKind::Triple),
        ("civil-code", 584) => wants(ClaimKind::Compensate) || wants(ClaimKind::Interest),
        // Duties of whoever provides the payment service, not of the seller.
        ("ecommerce-law", 53..=57) => brief
            .case
            .respondents
            .iter()
            .any(|respondent| respondent.roles.contains(&Role::PaymentInstitution)),
        _ => true,
    }
}

/// The door of the channel, as the law counts doors.
pub(super) fn door(brief: &Brief<'_>) -> Door {
    match brief.channel.door {
        channel::Door::Platform => Door::Platform,
        channel::Door::Samr => Door::Samr,
        channel::Door::Court => Door::Court,
        channel::Door::Payment => Door::Payment,
    }
}

fn dates(brief: &Brief<'_>) -> Dates {
    let placed: Option<NaiveDate> = brief
        .case
        .orders
        .iter()
        .filter_map(|order| order.placed)
        .map(|at| at.date)
        .min();
    let paid = brief
        .payments
        .iter()
        .filter_map(|payment| payment.paid)
        .map(|at| at.date)
        .min();
    let order = placed.or(paid).unwrap_or(brief.today);
    let breach = brief.case.discovered.map_or(order, |at| at.date);
    Dates {
        order,
        breach,
        conduct: breach,
        filing: brief.today,
    }
}

/// Whether nobody named among the respondents sold the goods, or whoever did has no name or no address.
fn seller_unknown(case: &Case) -> bool {
    let sellers = || {
        case.respondents
            .iter()
            .filter(|one| one.roles.contains(&Role::Merchant))
    };
    let is_known = |one: &Respondent| one.name.is_some() && one.address.is_some();
    let platform = case
        .respondents
        .iter()
        .any(|one| one.roles.contains(&Role::PlatformOperator));
    if sellers().next().is_none() {
        return platform;
    }
    !sellers().any(is_known)
}

/// What the case states that a choice of provisions may depend on; nothing is guessed.
pub(super) fn predicates(brief: &Brief<'_>) -> BTreeSet<Predicate> {
    let case = brief.case;
    let class = case.goods.as_ref().and_then(goods_class);
    let promise = case
        .orders
        .iter()
        .filter_map(|order| order.promise.as_ref());
    let captured = promise.clone().any(|promise| promise.text.is_some())
        && case
            .evidence
            .iter()
            .any(|item| item.proves.contains(&Link::Promised));
    let online = matches!(
        case.goods.as_ref().and_then(|goods| goods.delivery),
        Some(DeliveryMode::AutoCode | DeliveryMode::ManualCode | DeliveryMode::DirectRecharge)
    );
    let stalled = |stall: Stall| {
        case.contacts
            .iter()
            .any(|contact| contact.stall == Some(stall))
    };
    let demanded = case.notices.iter().any(|notice| {
        notice.kind == NoticeKind::Demand && requests::ran_out(brief, notice).is_some()
    });
    let on_a_platform = |one: &Respondent| one.roles.contains(&Role::PlatformOperator);
    let merchant_apart = case
        .respondents
        .iter()
        .any(|one| one.roles.contains(&Role::Merchant) && !on_a_platform(one));
    let wants = |kind: ClaimKind| case.claims.iter().any(|claim| claim.kind == kind);
    let minor = minor::payer(brief);
    let late = super::outcome::due(brief).is_some_and(|due| due.date < brief.today);
    let held = [
        (
            "purpose-personal-or-gift",
            matches!(case.purpose, Purpose::Personal | Purpose::Gift),
        ),
        ("deception-evidenced", shows_deception(case)),
        ("promise-captured", captured),
        ("promised-time-passed", late),
        ("demand-expired", demanded),
        (
            "third-party-platform",
            merchant_apart && case.respondents.iter().any(on_a_platform)
                || case.told("platform", "third_party") == Some(&Fact::Yes(true)),
        ),
        ("seller-unknown", seller_unknown(case)),
        ("minor-8-17", minor.is_some_and(|one| !one.under_8)),
        ("minor-under-8", minor.is_some_and(|one| one.under_8)),
        ("clause-invoked", stalled(Stall::VirtualNoRefund)),
        (
            "money-before-delivery",
            !brief.payments.is_empty() && case.problem.is_some_and(Problem::is_about_delivery),
        ),
        ("online-transmission", online),
        ("upstream-excuse", stalled(Stall::UpstreamFault)),
        (
            "delivery-log-withheld",
            wants(ClaimKind::Records) || wants(ClaimKind::Explain),
        ),
        (
            "order-before-2021",
            dates(brief).order < NaiveDate::from_ymd_opt(2021, 1, 1).unwrap_or_default(),
        ),
        ("sale", class == Some(GoodsClass::GoodsOnline)),
        ("service", class == Some(GoodsClass::Services)),
    ];
    held.into_iter()
        .filter(|(_, holds)| *holds)
        .filter_map(|(id, _)| Predicate::from_id(id))
        .collect()
}
