//! Conflicts: filings that bear on each other.

use super::machine::{Clash, Conflict, Status, conflicts};
use super::timeline::last_filing;
use crate::facts::{Fact, Facts};

/// A conflict that concerns a case.
#[derive(Debug, Clone, Copy)]
pub struct Bearing {
    /// The record.
    pub conflict: &'static Conflict,
    /// Whether both filings were made already.
    pub both_filed: bool,
}

/// Results that show that an office has taken the matter.
const TAKEN: [&str; 19] = [
    "accepted",
    "terminated",
    "mediation_agreement",
    "settled",
    "mediation_failed",
    "merged",
    "case_opened",
    "case_not_opened",
    "penalty_imposed",
    "no_penalty",
    "dismissed",
    "judgment",
    "court_mediation",
    "confirmed",
    "payment_order_effective",
    "paid",
    "no_assets",
    "registered",
    "receipt_given",
];

/// Events that end what was open although no result is recorded.
const ENDED: [&str; 4] = ["closed", "terminated", "procedure_ended", "order_ended"];

/// Whether a first channel stands as a conflict describes it.
pub(super) fn stands(conflict: &Conflict, facts: &Facts) -> bool {
    if conflict.status == Status::Agreed {
        let agreed = facts
            .top("court")
            .and_then(|court| court.key("arbitration_agreement"));
        return agreed == Some(&Fact::Yes(true));
    }
    match conflict.a {
        Some(channel) => {
            last_filing(facts, channel).is_some_and(|filing| filing_stands(filing, conflict.status))
        }
        None => facts
            .list("filings")
            .iter()
            .any(|filing| filing_stands(filing, conflict.status)),
    }
}

fn filing_stands(filing: &Fact, status: Status) -> bool {
    let result = filing.key("result").and_then(Fact::word);
    let events = || {
        let events = match filing.key("events") {
            Some(Fact::List(events)) => events.as_slice(),
            _ => &[],
        };
        events.iter().filter_map(|event| event.key("what")?.word())
    };
    match status {
        Status::Any => true,
        Status::Taken => {
            // A refusal after a mere note of acceptance is a refusal all the same.
            let turned_away = matches!(result, Some("refused" | "redirected"));
            !turned_away
                && (result.is_some_and(|word| TAKEN.contains(&word))
                    || events().any(|word| TAKEN.contains(&word)))
        }
        Status::Open => {
            matches!(result, None | Some("pending")) && !events().any(|word| ENDED.contains(&word))
        }
        Status::Refunded => matches!(result, Some("refunded" | "part_refunded")),
        Status::Agreed => false,
    }
}

/// The conflict that keeps a channel from being proposed, given what was filed.
pub(super) fn bar(channel: &str, facts: &Facts) -> Option<&'static Conflict> {
    conflicts().iter().find(|conflict| {
        conflict.b == Some(channel)
            && conflict.rule.bars()
            && !conflict.different_dispute
            && stands(conflict, facts)
    })
}

/// The conflict that keeps two channels from being proposed at once, and the one of them that gives way.
pub(super) fn clash(one: &str, other: &str) -> Option<(&'static Conflict, &'static str)> {
    conflicts().iter().find_map(|conflict| {
        let (a, b) = (conflict.a?, conflict.b?);
        let meant = (a, b) == (one, other) || (b, a) == (one, other);
        // Where the law allows both, the second is the one that goes further, and it stays.
        let yields = if conflict.rule == Clash::Allowed {
            a
        } else {
            b
        };
        (conflict.never_both && a != b && meant).then_some((conflict, yields))
    })
}

/// Every conflict between what was filed and what was filed or is proposed.
pub(super) fn bearings(facts: &Facts, proposed: &[&str]) -> Vec<Bearing> {
    let filings = facts.list("filings");
    let count = |channel: &str| {
        let same = |filing: &&Fact| filing.key("channel").and_then(Fact::word) == Some(channel);
        filings.iter().filter(same).count()
    };
    conflicts()
        .iter()
        .filter(|conflict| stands(conflict, facts))
        .filter_map(|conflict| {
            let (filed, proposed) = match conflict.b {
                Some(b) => (
                    count(b) > usize::from(conflict.a == Some(b)),
                    proposed.contains(&b),
                ),
                None => (filings.len() > 1, !proposed.is_empty()),
            };
            (filed || proposed).then_some(Bearing {
                conflict,
                both_filed: filed,
            })
        })
        .collect()
}
