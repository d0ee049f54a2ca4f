//! `captured-before-event`: an exhibit was captured before what it is said to prove.

use super::super::Case;
use super::super::evidence::{Evidence, Link};
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::moment::Moment;

use chrono::Timelike;

/// A warning for every exhibit that is older than all that it proves, or than what names it as its only proof.
pub(super) fn check(case: &Case) -> Diagnostics {
    let early = case
        .evidence
        .iter()
        .enumerate()
        .filter_map(|(index, item)| {
            let captured = item.captured?;
            let at = proved_later(case, item, captured).or_else(|| cited_later(case, index))?;
            Some(too_early(item, captured, at))
        });
    early.collect()
}

/// The first of the events of the links that an exhibit proves, where all of them are later.
fn proved_later(case: &Case, item: &Evidence, captured: Moment) -> Option<Moment> {
    // What proves several links is too early only if it is for all of them.
    let events: Option<Vec<Moment>> = item.proves.iter().map(|link| event(case, *link)).collect();
    let first = events?.into_iter().min()?;
    first.is_after(captured).then_some(first)
}

/// The first contact, result, notice or fact that an exhibit is cited for although it, and every other exhibit that is
/// cited with it, was captured before.
fn cited_later(case: &Case, index: usize) -> Option<Moment> {
    let captured = |exhibit: &usize| case.evidence.get(*exhibit)?.captured;
    let is_early = |at: Moment, exhibits: &[usize]| {
        let times: Option<Vec<Moment>> = exhibits.iter().map(captured).collect();
        times.is_some_and(|times| times.into_iter().all(|time| is_later(at, time)))
    };
    let cited = citing(case)
        .into_iter()
        .filter(|(at, exhibits)| exhibits.contains(&index) && is_early(*at, exhibits));
    cited.map(|(at, _)| at).min()
}

/// What is dated and names its exhibits.
fn citing(case: &Case) -> Vec<(Moment, &[usize])> {
    let contacts = case.contacts.iter();
    let contacts = contacts.map(|one| (Some(one.at), &one.evidence));
    let facts = case.facts.iter().map(|one| (Some(one.at), &one.evidence));
    let notices = case.notices.iter().map(|one| (one.sent, &one.evidence));
    let filings = case.filings.iter().flatten();
    let filings = filings.map(|one| (one.on_result.or(one.on), &one.evidence));
    let all = contacts.chain(facts).chain(notices).chain(filings);
    all.filter_map(|(at, exhibits)| Some((at?, exhibits.as_slice())))
        .filter(|(_, exhibits)| !exhibits.is_empty())
        .collect()
}

/// Whether a moment is later than another by more than the seconds that a time in minutes leaves out.
fn is_later(at: Moment, other: Moment) -> bool {
    let minute = |moment: Moment| Moment {
        time: moment.time.and_then(|time| time.with_second(0)),
        ..moment
    };
    minute(at).is_after(minute(other))
}

/// The first moment at which a link of the chain can be seen.
fn event(case: &Case, link: Link) -> Option<Moment> {
    let placed = || case.orders.iter().filter_map(|order| order.placed).min();
    let paid = || {
        case.payments
            .iter()
            .filter_map(|payment| payment.paid)
            .min()
    };
    match link {
        Link::Ordered => placed(),
        Link::Paid | Link::Breached => paid(),
        Link::Unresolved => case.contacts.iter().map(|contact| contact.at).min(),
        _ => None,
    }
}

fn too_early(item: &Evidence, captured: Moment, at: Moment) -> Diagnostic {
    let finding = Finding::stated(
        "captured-before-event",
        Bilingual::new(
            format!(
                "证据“{}”的截取时间（{}）早于它要证明的事（{}）",
                item.name,
                captured.iso(),
                at.iso()
            ),
            format!(
                "the exhibit “{}” was captured ({}) before what it is to prove ({})",
                item.name,
                captured.iso(),
                at.iso()
            ),
        ),
    )
    .why(Bilingual::new(
        "还没有发生的事，截图证明不了",
        "a picture cannot show what had not happened yet",
    ))
    .help(Bilingual::new(
        "核对「截取时间」和付款、协商、结果的时间；截图确实更早的，改「证明」和引用它的地方，或者重新截取",
        "compare `captured` with the times of payment, contacts and results; if the picture is older, change `proves` and what cites it, or take it again",
    ));
    Diagnostic::warning(finding).at(Place::whole(format!("evidence[{}]", item.listed)))
}
