//! Whether the case closes (闭环): claim → fact → exhibit → law, with the links of the chain and what is missing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::bundle::{RefView, References};
use super::story::FactView;
use super::{Brief, Vocabulary, grounds, needs};
use crate::bilingual::Bilingual;
use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::claim::{Claim, ClaimKind};
use crate::case::evidence::Link;
use crate::law::Problem;

/// How many provisions stand beside one claim.
const PROVISIONS: usize = 5;

/// The chain of proof (证据链) as a whole, with its gaps: for the user's own eyes.
#[derive(Debug, Clone, Serialize)]
pub struct ClosureView {
    /// The links, in the order of the chain.
    pub links: Vec<LinkView>,
    /// Those that nothing proves.
    pub gaps: Vec<String>,
    /// What each request rests on, in the order of the requests.
    pub claims: Vec<RestsOnView>,
    /// The facts that no exhibit shows, by their numbers from 1.
    pub unproved: Vec<usize>,
    /// The exhibits that prove nothing and that nothing refers to.
    pub uncited: Vec<RefView>,
}

/// One link of the chain.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Its English word, for templates to compare.
    pub id: &'static str,
    /// What it is called on paper.
    pub link: String,
    /// What an exhibit of it proves, where the case states no more.
    pub fact: String,
    /// `proved`; `gap`, where the problem rests on it and no exhibit proves it; or `unneeded`.
    pub state: &'static str,
    /// The facts of it, by their numbers from 1.
    pub facts: Vec<usize>,
    /// The exhibits of it.
    pub refs: Vec<RefView>,
    /// How to get what is missing, in the words of the channel.
    pub help: Option<String>,
}

/// What one request rests on.
#[derive(Debug, Clone, Serialize)]
pub struct RestsOnView {
    /// The links that it needs.
    pub links: Vec<String>,
    /// The facts, by their numbers from 1.
    pub facts: Vec<usize>,
    /// The exhibits.
    pub refs: Vec<RefView>,
    /// The provisions, by instrument.
    pub law: Vec<grounds::LawGroup>,
    /// The links that it needs and that nothing proves.
    pub gaps: Vec<String>,
    /// Whether it asks for a loss that no exhibit shows.
    pub unproved_loss: bool,
}

/// The chain of a case, over the facts as the filing numbers them.
pub(super) fn closure(brief: &Brief<'_>, refs: &References, facts: &[FactView]) -> ClosureView {
    let links: Vec<LinkView> = chain(brief.case)
        .into_iter()
        .map(|link| link_view(brief, refs, facts, link))
        .collect();
    let taken = |claim: &&Claim| super::requests::is_taken(brief, claim);
    let claims = brief.case.claims.iter().filter(taken);
    let unproved = (1..).zip(facts).filter(|(_, fact)| fact.refs.is_empty());
    ClosureView {
        gaps: gaps(links.iter()),
        claims: claims
            .map(|claim| rests_on(brief, refs, facts, &links, claim))
            .collect(),
        unproved: unproved.map(|(number, _)| number).collect(),
        uncited: refs.of_items(&brief.case.uncited()),
        links,
    }
}

/// The links that are shown: the six of every dispute, and those of code and notice where the case has them.
fn chain(case: &Case) -> Vec<Link> {
    let code = case.problem == Some(Problem::InvalidOrUsedCode);
    let notice = !case.notices.is_empty();
    let all = [
        (Link::Identity, true),
        (Link::Ordered, true),
        (Link::Paid, true),
        (Link::Promised, true),
        (Link::DeliveredCode, code),
        (Link::Breached, true),
        (Link::Unresolved, true),
        (Link::Notified, notice),
    ];
    let shown = all.into_iter().filter(|(_, shown)| *shown);
    shown.map(|(link, _)| link).collect()
}

fn link_view(brief: &Brief<'_>, refs: &References, facts: &[FactView], link: Link) -> LinkView {
    let applies = rests_upon(brief.case, link);
    let facts_of = numbers_of(facts, &[link]);
    let mut proving = refs.proving(brief, link);
    if proving.is_empty() && !applies {
        // What no problem rests on is shown by whatever its facts name.
        let named = facts_of.iter().flat_map(|number| &facts[number - 1].refs);
        let named: BTreeSet<u32> = named.map(|one| one.no).collect();
        proving = views(named);
    }
    let state = match (proving.is_empty(), applies) {
        (false, _) => "proved",
        (true, true) => "gap",
        (true, false) => "unneeded",
    };
    LinkView {
        id: link.en(),
        link: Vocabulary::phrase(&brief.vocabulary.links, link.en()).to_owned(),
        fact: Vocabulary::phrase(&brief.vocabulary.proves, link.en()).to_owned(),
        state,
        facts: facts_of,
        refs: proving,
        help: (state == "gap").then(|| help(brief, link)).flatten(),
    }
}

/// Whether the problem rests on a link; no problem rests on a notice, which some claims want.
fn rests_upon(case: &Case, link: Link) -> bool {
    link != Link::Notified && needs::applies(case, link)
}

/// How to get the proof of a link, as the channel says it.
fn help(brief: &Brief<'_>, link: Link) -> Option<String> {
    let word = match link {
        Link::DeliveredCode => "proof.code".to_owned(),
        link => format!("proof.{}", link.en()),
    };
    let requires = &brief.channel.requires;
    let requirement = requires.iter().find(|one| one.need == word)?;
    requirement
        .help
        .as_ref()
        .map(|help: &Bilingual| help.zh.clone())
}

fn rests_on(
    brief: &Brief<'_>,
    refs: &References,
    facts: &[FactView],
    chain: &[LinkView],
    claim: &Claim,
) -> RestsOnView {
    let wanted = links_of(claim.kind).iter().copied();
    // A notice is no link of the trade, but what ends the contract and starts the interest.
    let needed: Vec<Link> = wanted
        .filter(|link| rests_upon(brief.case, *link) || *link == Link::Notified)
        .collect();
    // Where no link of a trade is in dispute, everything that happened is what the claim rests on.
    let no_trade = |link: &Link| matches!(link, Link::Identity | Link::Notified);
    let all = needed.iter().all(no_trade);
    let of_link = |link: &Link| chain.iter().find(|one| one.id == link.en());
    let links = || needed.iter().filter_map(of_link);
    let mut own = claim.evidence.clone();
    if claim.kind == ClaimKind::Triple {
        own.extend(brief.case.deceptions.iter().flat_map(|one| &one.evidence));
    }
    let own = refs.of_items(&own);
    let of_links = links().flat_map(|link| &link.refs);
    let of_facts = facts.iter().filter(|_| all).flat_map(|fact| &fact.refs);
    let exhibits: BTreeSet<u32> = of_links
        .chain(&own)
        .chain(of_facts)
        .map(|one| one.no)
        .collect();
    let belongs = |fact: &FactView| {
        let shown = fact.refs.iter().any(|one| exhibits.contains(&one.no));
        let linked = link_of(fact.kind).is_some_and(|link| needed.contains(&link));
        all || shown || linked
    };
    let numbers = (1..).zip(facts).filter(|(_, fact)| belongs(fact));
    let numbers: Vec<usize> = numbers.map(|(number, _)| number).collect();
    RestsOnView {
        links: links().map(|link| link.link.clone()).collect(),
        facts: numbers,
        refs: views(exhibits),
        law: law(brief, claim),
        gaps: gaps(links()),
        unproved_loss: claim.kind == ClaimKind::Compensate && own.is_empty(),
    }
}

fn gaps<'a>(links: impl Iterator<Item = &'a LinkView>) -> Vec<String> {
    let lacking = links.filter(|link| link.state == "gap");
    lacking.map(|link| link.link.clone()).collect()
}

fn views(numbers: BTreeSet<u32>) -> Vec<RefView> {
    let view = |no| RefView { no, page: 1 };
    numbers.into_iter().map(view).collect()
}

/// The links of the chain that a claim needs: whoever wants the money back shows all of it, whoever wants an answer
/// shows that there was an order.
const fn links_of(kind: ClaimKind) -> &'static [Link] {
    match kind {
        ClaimKind::Refund => &[
            Link::Identity,
            Link::Ordered,
            Link::Paid,
            Link::Promised,
            Link::DeliveredCode,
            Link::Breached,
            Link::Unresolved,
            Link::Notified,
        ],
        ClaimKind::Redeliver | ClaimKind::Replace | ClaimKind::MakeUp => &[
            Link::Identity,
            Link::Ordered,
            Link::Paid,
            Link::Promised,
            Link::DeliveredCode,
            Link::Breached,
        ],
        ClaimKind::Compensate | ClaimKind::Triple => {
            &[Link::Identity, Link::Ordered, Link::Paid, Link::Breached]
        }
        ClaimKind::Interest => &[Link::Identity, Link::Paid, Link::Breached, Link::Notified],
        ClaimKind::Unfreeze => &[Link::Identity, Link::Unresolved],
        ClaimKind::Explain | ClaimKind::Records | ClaimKind::Reply | ClaimKind::Other => {
            &[Link::Identity, Link::Ordered]
        }
    }
}

/// The numbers, from 1, of the facts that belong to links.
fn numbers_of(facts: &[FactView], links: &[Link]) -> Vec<usize> {
    let belongs = |fact: &FactView| link_of(fact.kind).is_some_and(|link| links.contains(&link));
    let belonging = (1..).zip(facts).filter(|(_, fact)| belongs(fact));
    belonging.map(|(number, _)| number).collect()
}

/// The link that a kind of fact belongs to.
fn link_of(kind: &str) -> Option<Link> {
    Some(match kind {
        "promise" => Link::Promised,
        "ordered" => Link::Ordered,
        "paid" | "refunded" => Link::Paid,
        "tried" | "received" | "missing" => Link::Breached,
        "contact" | "filed" | "answered" => Link::Unresolved,
        "sent" | "arrived" => Link::Notified,
        _ => return None,
    })
}

/// The weakest link of a case, and why; none where every link that the problem rests on has sourced proof.
pub fn weakest(case: &Case) -> Option<(Link, Weakness)> {
    let links: Vec<Link> = chain(case)
        .into_iter()
        .filter(|link| rests_upon(case, *link))
        .collect();
    let proving = |link: Link| {
        let items = case.evidence.iter();
        items.filter(move |item| item.proves.contains(&link))
    };
    let bare = |link: &Link| proving(*link).next().is_none();
    let unsourced = |link: &Link| proving(*link).all(|item| item.source.is_none());
    let first = |weak: &dyn Fn(&Link) -> bool| links.iter().copied().find(weak);
    first(&bare)
        .map(|link| (link, Weakness::Unproved))
        .or_else(|| first(&unsourced).map(|link| (link, Weakness::Unsourced)))
}

/// What is weak in a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// No exhibit proves it.
    Unproved,
    /// No exhibit of it names its source.
    Unsourced,
}

/// What would be cited if only this were asked for.
fn law(brief: &Brief<'_>, claim: &Claim) -> Vec<grounds::LawGroup> {
    let case = Case {
        claims: vec![Claim {
            instead_of: None,
            ..claim.clone()
        }],
        ..brief.case.clone()
    };
    let alone = Brief {
        case: &case,
        ..*brief
    };
    let ranked = grounds::ranked(&alone);
    grounds::groups(&crate::law::best(&ranked, PROVISIONS))
}
