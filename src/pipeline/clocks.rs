//! What ends within three days.

use chrono::Days;

use crate::bilingual::Bilingual;
use crate::case::{self, Case};
use crate::deadline::{self, Deadline, Shown, Span, Who};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::moment::Moment;

/// How many days ahead are looked at.
const AHEAD: u64 = 3;

/// A warning for every time limit of our own side that ends within three days. What is not verified is left to the
/// plan, but for a day that the case itself states, which needs no source.
pub fn ending(case: &Case, now: Moment) -> Diagnostics {
    let until = now.date.checked_add_days(Days::new(AHEAD));
    let is_near = |one: &Deadline| {
        let date = one.date().map(|date| date.date);
        one.rule.who == Who::User
            && one.shown != Shown::Today
            && (one.rule.confidence.is_printable() || matches!(one.rule.span, Span::Until(_)))
            && date.is_some_and(|date| date >= now.date && until.is_some_and(|end| date <= end))
    };
    deadline::deadlines(&case::facts(case), now)
        .iter()
        .filter(|one| is_near(one))
        .map(|one| Diagnostic::warning(finding(one, now)).at(Place::whole("case")))
        .collect()
}

fn finding(one: &Deadline, now: Moment) -> Finding {
    let title: Bilingual = one.rule.title.into();
    let says = one.says(now);
    Finding::stated(
        "ends-soon",
        Bilingual::new(
            format!("三天之内到期：{}，{}", title.zh, says.zh),
            format!("ends within three days: {}, {}", title.en, says.en),
        ),
    )
    .why(one.rule.effect.into())
    .help(Bilingual::new(
        "先办这一件；全部期限见 tousu plan",
        "do this first; tousu plan lists all time limits",
    ))
}
