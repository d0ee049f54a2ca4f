//! Evaluation: what a rule means for a case.

use chrono::{Days, NaiveTime};

use super::interruption::{Change, run};
use super::rule::{Lack, Rule, Span, Who};
use super::tables::rule;
use super::{Due, Outcome, of};
use crate::calendar::{Calendar, Length, Period, Regime, Unit};
use crate::facts::{Answer, Fact, Facts, Path, Pick, Situation, Start, Started};
use crate::moment::Moment;

/// What a rule means for a case.
pub(super) fn evaluate(rule: &'static Rule, facts: &Facts, now: Moment) -> Outcome {
    let ran_out = |id: &'static str| past(id, facts, now);
    let situation = Situation {
        facts,
        past: &ran_out,
        state: &|_| false,
    };
    match rule.applies_when.holds(&situation) {
        Answer::No => Outcome::NotApplicable {
            because: rule.applies_when.decisive(&situation),
        },
        Answer::Unknown(fill) => Outcome::Unknown {
            fill,
            earliest: None,
        },
        Answer::Yes => Evaluation {
            rule,
            facts,
            now,
            calendar: own_days(facts),
        }
        .outcome(),
    }
}

/// Whether the time limit by this id has run out.
fn past(id: &'static str, facts: &Facts, now: Moment) -> Answer {
    match rule(id).map(|rule| evaluate(rule, facts, now)) {
        Some(Outcome::Unknown { fill, .. }) => Answer::Unknown(fill),
        _ => Answer::known(ran_out_on(id, facts, now).is_some()),
    }
}

/// The day on which the time limit by this id ran out.
fn ran_out_on(id: &'static str, facts: &Facts, now: Moment) -> Option<Moment> {
    let rule = rule(id)?;
    let deadline = of(rule, facts, now);
    deadline.is_over(now).then(|| deadline.date()).flatten()
}

struct Evaluation<'f> {
    rule: &'static Rule,
    facts: &'f Facts,
    now: Moment,
    calendar: Calendar,
}

/// The table of days off, with those that the case states (`calendar`).
fn own_days(facts: &Facts) -> Calendar {
    let days = |key| {
        let stated = facts.top("calendar").and_then(|calendar| calendar.key(key));
        let days = match stated {
            Some(Fact::List(days)) => days.as_slice(),
            Some(day) => std::slice::from_ref(day),
            None => &[],
        };
        days.iter().filter_map(Fact::moment).map(|at| at.date)
    };
    Calendar::with(days("off"), days("on"))
}

impl Evaluation<'_> {
    fn outcome(&self) -> Outcome {
        let start = match self.find(&self.rule.starts_from) {
            Started::At(start) => start,
            Started::Missing(keys) => return self.lacks(&keys),
        };
        match self.rule.span {
            Span::Until(end) => match self.find(&end) {
                Started::At(end) => due(start, self.moved(end)),
                Started::Missing(keys) => self.lacks(&keys),
            },
            Span::DayEnd(days) => due(start, self.moved(later(start, days))),
            Span::Fixed(length) if !self.rule.interrupted_by.is_empty() => {
                self.interrupted(start, length)
            }
            span => Outcome::Due(Due {
                extended: self.extended(start, span),
                ..plain(start, self.end(start, span))
            }),
        }
    }

    fn find(&self, start: &Start) -> Started {
        let pick = match self.rule.who {
            Who::User => Pick::Earliest,
            Who::Other | Who::Office => Pick::Latest,
        };
        let past = |id| ran_out_on(id, self.facts, self.now);
        start.find(self.facts, pick, &past)
    }

    /// The regime, or none where the last day never moves.
    fn regime(&self) -> Regime {
        if self.rule.result.moves() {
            self.rule.regime
        } else {
            Regime::Plain
        }
    }

    fn moved(&self, raw: Moment) -> Period {
        self.calendar.until(raw, self.regime())
    }

    fn end(&self, start: Moment, span: Span) -> Period {
        match span {
            Span::Fixed(length) | Span::Extendable(length, _) => self.count(start, length),
            Span::WithGap(length, from, to) => self.count(
                start,
                Length {
                    n: length.n + self.gap(from, to),
                    unit: length.unit,
                },
            ),
            Span::Disputed(values, unit) => {
                let n = values.iter().copied().min().unwrap_or_default();
                self.count(start, Length { n, unit })
            }
            Span::DayEnd(days) => self.moved(later(start, days)),
            Span::Until(_) => self.moved(start),
        }
    }

    /// The longest end, where the period may be extended.
    fn extended(&self, start: Moment, span: Span) -> Option<Period> {
        let Span::Extendable(first, more) = span else {
            return None;
        };
        let n = first.n + more.n;
        Some(self.count(
            start,
            Length {
                n,
                unit: first.unit,
            },
        ))
    }

    fn count(&self, start: Moment, length: Length) -> Period {
        let whole_day = start.time.is_none();
        // Hours from a day without a time: our own end as early as may be, the other side's as late.
        let start = if length.unit == Unit::Hour && whole_day && self.rule.who != Who::User {
            Moment {
                time: Some(NaiveTime::MIN),
                ..later(start, 1)
            }
        } else {
            start
        };
        self.calendar.period(start, length, self.regime())
    }

    fn gap(&self, from: Path, to: Path) -> u32 {
        let first = |path| self.facts.moments(path).first().copied();
        let days = match (first(from), first(to)) {
            (Some(from), Some(to)) => (to.date - from.date).num_days(),
            _ => 0,
        };
        u32::try_from(days).unwrap_or_default()
    }

    fn interrupted(&self, start: Moment, length: Length) -> Outcome {
        let plain_end = self.count(start, length);
        let run = run(
            self.rule,
            length,
            start,
            (self.facts, &self.calendar),
            self.now,
        );
        if let Some(paths) = run.waits_for {
            return Outcome::NotStarted {
                waits_for: paths.iter().map(|path| path.text).collect(),
                earliest: Some(plain_end),
                changes: run.changes,
            };
        }
        let uninterrupted = (!run.changes.is_empty()).then_some(plain_end);
        Outcome::Due(Due {
            uninterrupted,
            changes: run.changes,
            ..plain(start, run.end)
        })
    }

    /// What comes out where keys are missing.
    fn lacks(&self, keys: &[&'static str]) -> Outcome {
        let named: Vec<_> = self
            .rule
            .missing
            .iter()
            .filter(|one| keys.contains(&one.key))
            .collect();
        let Some(first) = named.first() else {
            let keys = keys.to_vec();
            return if keys.iter().all(|key| is_event(key)) {
                not_started(keys, None)
            } else {
                Outcome::Unknown {
                    fill: keys,
                    earliest: None,
                }
            };
        };
        let earliest = first.earliest_from.and_then(|start| {
            let start = self.find(&start).at()?;
            Some(self.end(start, self.rule.span))
        });
        let keys = named.iter().map(|one| one.key).collect();
        match first.lack {
            Lack::NotStarted => not_started(keys, earliest),
            Lack::Unknown => Outcome::Unknown {
                fill: keys,
                earliest,
            },
        }
    }
}

/// Whether a key tells of something that may not have happened yet.
fn is_event(key: &str) -> bool {
    ["contacts", "notices", "filings", "settlement", "return"]
        .iter()
        .any(|record| key.starts_with(record))
}

fn not_started(waits_for: Vec<&'static str>, earliest: Option<Period>) -> Outcome {
    Outcome::NotStarted {
        waits_for,
        earliest,
        changes: Vec::<Change>::new(),
    }
}

fn later(day: Moment, days: u32) -> Moment {
    let end = day.date.checked_add_days(Days::new(days.into()));
    Moment::day(end.unwrap_or(day.date))
}

fn due(start: Moment, end: Period) -> Outcome {
    Outcome::Due(plain(start, end))
}

fn plain(start: Moment, end: Period) -> Due {
    Due {
        start,
        end,
        extended: None,
        uninterrupted: None,
        changes: Vec::new(),
    }
}
