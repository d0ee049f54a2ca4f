//! `wrong-citation`: what the case's own text says of the law, judged by the register on the day of filing and by the
//! facts of the case.
//!
//! Quotations, readings, transcripts, promises and what the other side said are evidence and not judged.

use super::super::{Brief, grounds};
use crate::bilingual::Bilingual;
use crate::case::own_words::own_words;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::law::Gravity;
use crate::law::text::{Judged, judge};

/// What of the law must not be filed as it stands in the writer's own words, and what is to be confirmed.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    let facts = grounds::predicates(brief);
    let mut found = Diagnostics::new();
    for (route, text) in own_words(brief.case) {
        for one in judge(text, brief.today) {
            if one.verdict.is_right_given(&facts) {
                continue;
            }
            let finding = || finding(text, &one);
            let diagnostic = match one.verdict.gravity() {
                Gravity::Error => Diagnostic::error(finding()),
                Gravity::Warning | Gravity::Note => Diagnostic::warning(finding()),
                Gravity::Silent => continue,
            };
            found.push(diagnostic.at(Place::value(route.as_str())));
        }
    }
    found
}

fn finding(text: &str, one: &Judged) -> Finding {
    let words = &text[one.range.clone()];
    let said = one.verdict.said();
    let message = Bilingual::new(
        format!("“{words}”：{}", said.message.zh),
        format!("“{words}”: {}", said.message.en),
    );
    let finding = Finding::stated("wrong-citation", message);
    match said.help {
        Some(help) => finding.help(help),
        None => finding,
    }
}
