//! `captured-before-event`: an exhibit was captured before what it is said to prove.

use super::super::Case;
use super::super::evidence::{Evidence, Link};
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::moment::Moment;

/// A warning for every exhibit that is older than all that it proves.
pub(super) fn check(case: &Case) -> Diagnostics {
    let early = case.evidence.iter().filter_map(|item| {
        let captured = item.captured?;
        // What proves several links is too early only if it is for all of them.
        let events: Option<Vec<(Moment, Link)>> = item
            .proves
            .iter()
            .map(|link| Some((event(case, *link)?, *link)))
            .collect();
        let (at, _) = events?.into_iter().min_by_key(|(at, _)| *at)?;
        at.is_after(captured).then(|| too_early(item, captured, at))
    });
    early.collect()
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
        "核对「截取时间」和付款、协商的时间；截图确实更早的，改「证明」或者重新截取",
        "compare `captured` with the times of payment and contacts; if the picture is older, change `proves` or take it again",
    ));
    Diagnostic::warning(finding).at(Place::whole(format!("evidence[{}]", item.listed)))
}
