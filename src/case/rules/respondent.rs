//! `duplicate-respondent`: one party under two entries would be named as two.

use super::super::Case;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning for every entry that names a party that an earlier one names.
pub(super) fn check(case: &Case) -> Diagnostics {
    let mut found = Diagnostics::new();
    for (index, later) in case.respondents.iter().enumerate() {
        for (first, earlier) in case.respondents[..index].iter().enumerate() {
            let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
            let (key, text) = if same(&earlier.uscc, &later.uscc) {
                ("uscc", &later.uscc)
            } else if same(&earlier.name, &later.name) {
                ("name", &later.name)
            } else {
                continue;
            };
            let name = later.name.as_ref().or(text.as_ref());
            let finding = Finding::DuplicateRespondent {
                name: name.cloned().unwrap_or_default(),
            };
            found.push(
                Diagnostic::warning(finding)
                    .at(Place::value(format!("respondents[{index}].{key}")))
                    .with_other(Place::value(format!("respondents[{first}].{key}"))),
            );
            break;
        }
    }
    found
}
