//! The provisions that a filing cites.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Brief, requests};
use crate::case::choice::Choice;
use crate::case::claim::ClaimKind;
use crate::case::contact::Stall;
use crate::case::evidence::Link;
use crate::case::purchase::{DeliveryMode, Goods};
use crate::channel;
use crate::law::{self, Dates, Door, GoodsClass, Predicate, Provision, Purpose};

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
    /// The places in it, in the order of rank: `第五百零九条第一款、第五百七十七条`.
    pub articles: String,
}

/// The same provisions by instrument, in the order in which each first appears.
pub(super) fn groups(citations: &[CitationView]) -> Vec<LawGroup> {
    let mut groups: Vec<LawGroup> = Vec::new();
    for citation in citations {
        match groups.iter_mut().find(|group| group.law == citation.law) {
            Some(group) => {
                group.articles.push('、');
                group.articles.push_str(&citation.article);
            }
            None => groups.push(LawGroup {
                law: citation.law.clone(),
                articles: citation.article.clone(),
            }),
        }
    }
    groups
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
pub(super) fn citations(brief: &Brief<'_>) -> Vec<CitationView> {
    law::best(&ranked(brief), brief.channel.citations)
        .into_iter()
        .map(view)
        .collect()
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

fn ranked(brief: &Brief<'_>) -> Vec<&'static Provision> {
    let Some(problem) = brief.case.problem else {
        return Vec::new();
    };
    let class = brief.case.goods.as_ref().and_then(goods_class);
    let list = |class| {
        law::citations(
            problem,
            class,
            brief.case.purpose,
            door(brief),
            &predicates(brief),
            &dates(brief),
        )
    };
    match class {
        Some(class) => list(class),
        // Nobody said what kind of goods it is: cite only what holds for a sale and for a service alike.
        None => {
            let service = list(GoodsClass::Services);
            list(GoodsClass::GoodsOnline)
                .into_iter()
                .filter(|one| service.iter().any(|other| other.id == one.id))
                .collect()
        }
    }
}

fn door(brief: &Brief<'_>) -> Door {
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

/// What the case states that a choice of provisions may depend on; nothing is guessed.
fn predicates(brief: &Brief<'_>) -> BTreeSet<Predicate> {
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
    let demanded = case
        .notices
        .iter()
        .any(|notice| requests::ended(brief, notice).is_some());
    let wants = |kind: ClaimKind| case.claims.iter().any(|claim| claim.kind == kind);
    let late = promise
        .clone()
        .filter_map(|promise| promise.within)
        .any(|within| {
            let paid = brief
                .payments
                .iter()
                .filter_map(|payment| payment.paid)
                .min();
            let due = paid.and_then(|paid| paid.after(within.duration()));
            due.zip(super::story::as_of(brief))
                .is_some_and(|(due, seen)| seen.start() > due.start())
        });
    let held = [
        (
            "purpose-personal-or-gift",
            matches!(case.purpose, Purpose::Personal | Purpose::Gift),
        ),
        ("promise-captured", captured),
        ("promised-time-passed", late),
        ("demand-expired", demanded),
        ("online-transmission", online),
        ("upstream-excuse", stalled(Stall::UpstreamFault)),
        (
            "delivery-log-withheld",
            wants(ClaimKind::Records) || wants(ClaimKind::Explain),
        ),
        ("sale", class == Some(GoodsClass::GoodsOnline)),
        ("service", class == Some(GoodsClass::Services)),
    ];
    held.into_iter()
        .filter(|(_, holds)| *holds)
        .filter_map(|(id, _)| Predicate::from_id(id))
        .collect()
}
