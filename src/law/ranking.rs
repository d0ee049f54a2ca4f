//! The choice of provisions for a filing, ranked.

use std::collections::BTreeSet;

use super::confidence::Confidence;
use super::dates::Dates;
use super::door::Door;
use super::goods::GoodsClass;
use super::ground::{forbidden, ground};
use super::problem::Problem;
use super::provision::{Provision, provision};
use super::purpose::Purpose;
use super::tables::Predicate;

/// The list of provisions a function works on.
pub(super) type List = Vec<&'static Provision>;

/// What a choice of provisions depends on beside the problem.
#[derive(Clone, Copy)]
pub(super) struct Circumstances<'a> {
    /// The class of goods.
    pub(super) goods: GoodsClass,
    /// The purpose of the purchase.
    pub(super) purpose: Purpose,
    /// Where the filing goes.
    pub(super) door: Door,
    /// What holds in the case.
    pub(super) facts: &'a BTreeSet<Predicate>,
    /// The dates of the case.
    pub(super) dates: &'a Dates,
}

/// Returns the provisions a filing may cite for a problem, best first.
///
/// The list is empty where nothing may be filed at this door, where what the ground requires is not shown, and for
/// a choice that is too poorly sourced to print.
pub fn citations(
    problem: Problem,
    goods: GoodsClass,
    purpose: Purpose,
    door: Door,
    facts: &BTreeSet<Predicate>,
    dates: &Dates,
) -> Vec<&'static Provision> {
    let circumstances = Circumstances {
        goods,
        purpose,
        door,
        facts,
        dates,
    };
    let core = core(problem, &circumstances);
    if core.is_empty() {
        return List::new();
    }
    let extras = ground(problem).extras.iter().filter(|extra| {
        extra.doors.contains(&door)
            && (extra.goods.is_empty() || extra.goods.contains(&goods))
            && (!extra.consumer_only || purpose.is_consumer())
            && extra.when.iter().all(|needed| facts.contains(needed))
    });
    let mut list = List::new();
    for provision in core
        .iter()
        .chain(extras.flat_map(|extra| extra.provisions))
        .copied()
    {
        if circumstances.fit(problem, provision) && !contains(&list, provision.id) {
            list.push(provision);
        }
    }
    rank(&mut list, problem, &circumstances);
    list
}

/// Returns the first `n` provisions, and among them one that is not from the e-commerce law if the list has one.
pub fn best(list: &[&'static Provision], n: usize) -> Vec<&'static Provision> {
    let mut best: List = list.iter().copied().take(n).collect();
    // 《电子商务法》第二条第三款 leaves out content services, so that Act is never the only leg to stand on.
    if best.iter().all(|it| is_e_commerce(it))
        && let Some(last) = best.last_mut()
        && let Some(other) = list.iter().find(|it| !is_e_commerce(it))
    {
        *last = other;
    }
    best
}

/// Returns the list that the ground itself gives for a door.
fn core(problem: Problem, circumstances: &Circumstances) -> &'static [&'static Provision] {
    let ground = ground(problem);
    let shown = |needed| circumstances.facts.contains(needed);
    if !ground.requires.iter().all(shown) {
        return &[];
    }
    match circumstances.door {
        Door::Payment => ground.payment,
        Door::Police => ground.police,
        door => ground
            .row(circumstances.goods, circumstances.purpose)
            .filter(|row| row.confidence <= Confidence::B)
            .map_or(&[], |row| row.at(door)),
    }
}

impl Circumstances<'_> {
    /// Tells whether a provision may be cited for this problem.
    fn fit(&self, problem: Problem, provision: &Provision) -> bool {
        self.allow(provision)
            && forbidden(problem, provision.id).is_none()
            && !self.misuse(problem, provision)
    }

    /// Tells whether a provision may be printed here, whatever it is cited for.
    pub(super) fn allow(&self, provision: &Provision) -> bool {
        provision.printable_on(self.dates.on(provision.date_basis))
            && (!provision.consumers_only || self.purpose.is_consumer())
            && (!provision.platforms_only || self.has(Predicate::ThirdPartyPlatform))
    }

    /// Tells whether citing a provision here would be one of its known misquotes.
    fn misuse(&self, problem: Problem, provision: &Provision) -> bool {
        let deceived = self.has(Predicate::DeceptionEvidenced);
        provision.never_for.iter().any(|never| match never.purpose {
            "services" | "pure-service" => self.goods == GoodsClass::Services,
            "resale" => !self.purpose.is_consumer(),
            "non-delivery" => problem.is_about_delivery() && !deceived,
            "plain-non-performance" => !deceived,
            "plain-duplicate-charge" | "duplicate-charge" => problem == Problem::DuplicateCharge,
            "own-payment" => problem != Problem::UnauthorisedPayment,
            "own-site-seller" | "own-site" => self.has(Predicate::OwnSiteSeller),
            // Nothing that is sold here touches life or health.
            "virtual-goods" => true,
            _ => false,
        })
    }

    /// Tells whether a fact holds.
    fn has(&self, fact: Predicate) -> bool {
        self.facts.contains(&fact)
    }
}

/// Puts a list in the order in which a clerk should read it.
fn rank(list: &mut List, problem: Problem, circumstances: &Circumstances) {
    if problem.is_about_delivery() {
        lead_with_delivery(list, problem, circumstances);
    }
    if problem == Problem::SellerVanished {
        // With an unknown seller on a platform, the platform's answer for it is the whole point.
        move_to(list, "consumer-law-44-p1", 0);
    }
    if circumstances.has(Predicate::ContentService) {
        // 《电子商务法》第二条第三款: a content service may fall outside that Act.
        list.sort_by_key(|it| is_e_commerce(it));
    }
    if circumstances.door == Door::Samr && !circumstances.has(Predicate::PrepaidBalance) {
        // 《消费者权益保护法》第五十三条 speaks of prepayment, which for a one-off order is arguable at best.
        list.retain(|it| it.id != "consumer-law-53");
    }
    move_to(list, "consumer-law-53", usize::MAX);
}

/// Puts the promise and the special rule of delivery first and the general rule of breach beside them.
fn lead_with_delivery(list: &mut List, problem: Problem, circumstances: &Circumstances) {
    let promise = ["consumer-law-16-p2", "consumer-regs-12"]
        .into_iter()
        .filter_map(provision)
        .find(|it| circumstances.has(Predicate::PromiseCaptured) && circumstances.allow(it));
    if let Some(promise) = promise
        && !contains(list, promise.id)
    {
        list.push(promise);
    }
    // A service rests on the contract, and a statement of claim opens with it.
    if circumstances.goods == GoodsClass::Services || circumstances.door == Door::Court {
        if let Some(promise) = promise {
            move_to(list, promise.id, usize::MAX);
            let breach = list.iter().position(|it| it.id == BREACH);
            move_to(list, promise.id, breach.map_or(0, |at| at + 1));
        }
        return;
    }
    let special = match problem {
        Problem::FakeDelivery => "civil-code-512-p2",
        _ => "ecommerce-law-20",
    };
    let leads = promise.map(|it| it.id).into_iter().chain([special]);
    let mut at = 0;
    for id in leads {
        if move_to(list, id, at) {
            at += 1;
        }
    }
    if at > 0 {
        move_to(list, BREACH, at);
    }
}

/// The general rule on breach of contract.
const BREACH: &str = "civil-code-577";

/// Moves a provision to a place, or to the end if that is beyond it, and tells whether it was in the list.
fn move_to(list: &mut List, id: &str, place: usize) -> bool {
    let Some(from) = list.iter().position(|it| it.id == id) else {
        return false;
    };
    let moved = list.remove(from);
    list.insert(place.min(list.len()), moved);
    true
}

/// Tells whether a list has a provision.
pub(super) fn contains(list: &[&Provision], id: &str) -> bool {
    list.iter().any(|it| it.id == id)
}

/// Tells whether a provision is from the e-commerce law.
fn is_e_commerce(provision: &Provision) -> bool {
    provision.instrument.id == "ecommerce-law"
}
