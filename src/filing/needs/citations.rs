//! `wrong-citation`: what the case's own text says of the law, judged by the register on the day of filing.
//!
//! Quotations, readings, transcripts, promises and what the other side said are evidence and not judged.

use super::super::Brief;
use crate::case::own_words::own_words;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::law::Gravity;
use crate::law::text::{Judged, judge};

/// What of the law must not be filed as it stands in the writer's own words, and what is to be confirmed.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    let mut found = Diagnostics::new();
    for (route, text) in own_words(brief.case) {
        for one in judge(text, brief.today) {
            let place = Place::value(route.as_str());
            match one.verdict.gravity() {
                Gravity::Error => found.push(Diagnostic::error(finding(&one)).at(place)),
                Gravity::Warning => found.push(Diagnostic::warning(finding(&one)).at(place)),
                Gravity::Note | Gravity::Silent => {}
            }
        }
    }
    found
}

fn finding(one: &Judged) -> Finding {
    let said = one.verdict.said();
    let finding = Finding::stated("wrong-citation", said.message);
    match said.help {
        Some(help) => finding.help(help),
        None => finding,
    }
}
