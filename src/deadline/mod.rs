//! Time limits: from facts and a clock to what is due, what waits, what is unknown and what does not concern the case.
//!
//! In: what a case states, and the time. Out: for each rule one of four outcomes, never a guess. Our own side is shown
//! the day as counted; the other side is late only after the day in law. Limitation is a defence and blocks nothing.
//! The rules are data (`data/deadlines.yaml`); nothing is parsed at run time.

mod alarm;
mod entry;
mod evaluate;
mod interruption;
mod rule;
mod tables;
#[cfg(test)]
mod tests;
mod words;

pub use alarm::Alarm;
pub use interruption::{Change, Interruption, Restarts, Suspension};
pub use rule::{Effect, Kind, Lack, Lead, Missing, Rule, Shown, Span, Who};
pub use tables::{CHECKED, rule, rules};

use crate::bilingual::Bilingual;
use crate::calendar::Period;
use crate::facts::{Answer, Fact, Facts, Predicate, Situation};
use crate::law::{Basis, Purpose, bases};
use crate::moment::Moment;

/// A time limit for a case.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// The rule.
    pub rule: &'static Rule,
    /// How it is shown in this case.
    pub shown: Shown,
    /// What comes out.
    pub outcome: Outcome,
    /// Whether the purchase was for daily life, so that consumer law bears on it (消费者权益保护法 2).
    pub consumer: bool,
}

/// What a rule means for a case.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The dates are known.
    Due(Due),
    /// The event that it starts from has not happened, or an event stopped it.
    NotStarted {
        /// The keys that would tell of the event.
        waits_for: Vec<&'static str>,
        /// The earliest possible end, where one is known.
        earliest: Option<Period>,
        /// What stopped it, in order of time.
        changes: Vec<Change>,
    },
    /// The case does not say what the rule needs.
    Unknown {
        /// The keys to fill in.
        fill: Vec<&'static str>,
        /// The earliest possible end, where one is known.
        earliest: Option<Period>,
    },
    /// The rule does not concern this case.
    NotApplicable {
        /// The condition that is not met.
        because: &'static Predicate,
    },
}

/// The dates of a time limit.
#[derive(Debug, Clone)]
pub struct Due {
    /// When it started.
    pub start: Moment,
    /// When it ends.
    pub end: Period,
    /// When it ends if it is extended, which is possible only.
    pub extended: Option<Period>,
    /// When it would have ended without the changes; shown first.
    pub uninterrupted: Option<Period>,
    /// What made it run anew or end later, in order of time.
    pub changes: Vec<Change>,
}

/// Every time limit, in the order of the data. `now` is the day, with the time where hours count.
pub fn deadlines(facts: &Facts, now: Moment) -> Vec<Deadline> {
    rules().iter().map(|rule| of(rule, facts, now)).collect()
}

/// The time limit by this id.
pub fn deadline(id: &str, facts: &Facts, now: Moment) -> Option<Deadline> {
    rule(id).map(|rule| of(rule, facts, now))
}

fn of(rule: &'static Rule, facts: &Facts, now: Moment) -> Deadline {
    let situation = Situation {
        facts,
        past: &|_| Answer::No,
        state: &|_| false,
    };
    let certain = rule
        .certain_when
        .is_some_and(|predicate| predicate.holds(&situation).is_yes());
    Deadline {
        rule,
        shown: if certain { Shown::Certain } else { rule.shown },
        outcome: evaluate::evaluate(rule, facts, now),
        consumer: is_consumer(facts),
    }
}

/// Whether the case says that the purchase was for daily life; silence is a no, as it is for the grounds of a claim.
fn is_consumer(facts: &Facts) -> bool {
    let purpose = facts.top("purchase").and_then(|map| map.key("purpose"));
    let purpose = purpose.and_then(Fact::word).and_then(Purpose::from_id);
    purpose.is_some_and(Purpose::is_consumer)
}

impl Deadline {
    /// What the time limit rests on in this case, in printed form: without consumer law where the buyer is no consumer,
    /// unless there is no other and the purpose is still to be told.
    pub fn basis(&self) -> Bilingual {
        let own = self.rule.basis.iter().copied();
        let own: Vec<Basis> = own
            .filter(|one| self.consumer || !one.is_for_consumers_only())
            .collect();
        bases(if own.is_empty() {
            self.rule.basis
        } else {
            &own
        })
    }

    /// The dates, where they are known.
    pub fn due(&self) -> Option<&Due> {
        match &self.outcome {
            Outcome::Due(due) => Some(due),
            _ => None,
        }
    }

    /// The day that is shown first: as counted for our own side, in law for others. Where rest days are not known,
    /// the day as counted.
    pub fn date(&self) -> Option<Moment> {
        let end = self.due()?.end;
        if self.rule.result.shows_raw() {
            Some(end.raw)
        } else {
            Some(end.due.unwrap_or(end.raw))
        }
    }

    /// Whether the time has run out in law. Where the day in law is not known, nobody else is ever late.
    pub fn is_over(&self, now: Moment) -> bool {
        let Some(due) = self.due() else { return false };
        match (due.end.due, self.rule.who) {
            (Some(end), _) => now.is_after(end),
            (None, Who::User) => now.is_after(due.end.raw),
            (None, Who::Other | Who::Office) => false,
        }
    }
}
