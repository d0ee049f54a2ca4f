//! Interruption and suspension: what makes a period run anew or end later (民法典 194, 195).

use chrono::{Months, NaiveDate};

use super::rule::Rule;
use crate::bilingual::Phrase;
use crate::calendar::{Calendar, Length, Period};
use crate::facts::{Facts, Path, Step};
use crate::law::{Basis, Confidence};
use crate::moment::Moment;

/// What makes a period run anew, if the old one still runs (民法典 195; 总则编解释 38).
#[derive(Debug)]
pub struct Interruption {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub title: Phrase,
    /// The events.
    pub by: &'static [Path],
    /// When the period runs anew.
    pub restarts: Restarts,
    /// The provisions.
    pub basis: &'static [Basis],
    /// How well it is sourced.
    pub confidence: Confidence,
}

/// When an interrupted period runs anew.
#[derive(Debug, Clone, Copy)]
pub enum Restarts {
    /// On the day of the event.
    AtOnce,
    /// After the first of these; until then it stands still.
    After(&'static [Path]),
    /// After the first of these; until then, to be cautious, from the event.
    AfterOrAtOnce(&'static [Path]),
}

/// What makes a period end later: an obstacle in its last months (民法典 194).
#[derive(Debug)]
pub struct Suspension {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub title: Phrase,
    /// When the obstacle began.
    pub from: Path,
    /// When it ceased.
    pub to: Path,
    /// How many months the period still runs then, and how many at its end count.
    pub months: u32,
    /// The provisions.
    pub basis: &'static [Basis],
    /// How well it is sourced.
    pub confidence: Confidence,
}

/// Something that changed the end of a period.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// When it happened.
    pub at: Moment,
    /// What it is called.
    pub title: Phrase,
    /// The provisions.
    pub basis: &'static [Basis],
}

/// How a period ran.
pub(super) struct Run {
    /// Its end now.
    pub(super) end: Period,
    /// What changed it, in order of time.
    pub(super) changes: Vec<Change>,
    /// What it waits for, where it stands still.
    pub(super) waits_for: Option<&'static [Path]>,
}

enum Event {
    Interrupts(&'static Interruption, Restart),
    Suspends(&'static Suspension, Moment),
}

enum Restart {
    On(Moment),
    WaitsFor(&'static [Path]),
}

/// Lets a period run from its start through everything that happened until now.
pub(super) fn run(
    rule: &'static Rule,
    length: Length,
    start: Moment,
    (facts, calendar): (&Facts, &Calendar),
    now: Moment,
) -> Run {
    let mut from = start;
    let mut run = Run {
        end: calendar.period(start, length, rule.regime),
        changes: Vec::new(),
        waits_for: None,
    };
    for (at, event) in events(rule, facts, now) {
        let last = run.end.due.unwrap_or(run.end.raw);
        if at.date < from.date || at.date > last.date {
            continue;
        }
        let (title, basis) = match event {
            Event::Interrupts(interruption, restart) => {
                match restart {
                    Restart::On(restart) => {
                        from = restart;
                        run.end = calendar.period(restart, length, rule.regime);
                    }
                    Restart::WaitsFor(paths) => run.waits_for = Some(paths),
                }
                (interruption.title, interruption.basis)
            }
            Event::Suspends(suspension, ceased) => {
                let first_day = before(run.end.raw.date, suspension.months);
                if ceased.date < first_day {
                    continue;
                }
                let end = after(ceased.date, suspension.months);
                run.end = calendar.until(Moment::day(end), rule.regime);
                (suspension.title, suspension.basis)
            }
        };
        run.changes.push(Change { at, title, basis });
        if run.waits_for.is_some() {
            break;
        }
    }
    run
}

/// What could change the period, in order of time.
fn events(rule: &'static Rule, facts: &Facts, now: Moment) -> Vec<(Moment, Event)> {
    let mut events = Vec::new();
    // Each filing by itself, so that an end belongs to its own beginning.
    let singles: Vec<Facts> = facts
        .list("filings")
        .iter()
        .map(|filing| facts.keep("filings", |other| other == filing))
        .collect();
    for interruption in rule.interrupted_by {
        for path in interruption.by {
            let views = if path.steps.first() == Some(&Step::Key("filings")) {
                singles.as_slice()
            } else {
                std::slice::from_ref(facts)
            };
            for view in views {
                for at in view.moments(*path) {
                    let restart = restart(interruption, at, view, now);
                    events.push((at, Event::Interrupts(interruption, restart)));
                }
            }
        }
    }
    for suspension in rule.suspended_by {
        for obstacle in facts.list("obstacles") {
            let view = facts.keep("obstacles", |other| other == obstacle);
            let Some(ceased) = view.moments(suspension.to).first().copied() else {
                continue;
            };
            let began = view.moments(suspension.from).first().copied();
            events.push((began.unwrap_or(ceased), Event::Suspends(suspension, ceased)));
        }
    }
    events.retain(|(at, _)| at.date <= now.date);
    events.sort_by_key(|(at, _)| at.start());
    events
}

fn restart(interruption: &Interruption, at: Moment, view: &Facts, now: Moment) -> Restart {
    let first = |paths: &'static [Path]| {
        let ends = paths.iter().flat_map(|path| view.moments(*path));
        ends.filter(|end| end.date >= at.date && end.date <= now.date)
            .min_by_key(|end| end.start())
    };
    match interruption.restarts {
        Restarts::AtOnce => Restart::On(at),
        Restarts::AfterOrAtOnce(paths) => Restart::On(first(paths).unwrap_or(at)),
        Restarts::After(paths) => first(paths).map_or(Restart::WaitsFor(paths), Restart::On),
    }
}

fn before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(day)
}

fn after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}
