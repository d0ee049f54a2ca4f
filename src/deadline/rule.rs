//! Rules: what the data says of each time limit.

use crate::bilingual::Phrase;
use crate::calendar::{Length, Regime, Unit};
use crate::facts::{Path, Predicate, Start};
use crate::law::{Basis, Confidence};

use super::interruption::{Interruption, Suspension};

/// A time limit.
#[derive(Debug)]
pub struct Rule {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub title: Phrase,
    /// What it does.
    pub kind: Kind,
    /// Who has to act.
    pub who: Who,
    /// The event it runs from.
    pub starts_from: Start,
    /// How long it is.
    pub span: Span,
    /// Whose rules of counting apply.
    pub regime: Regime,
    /// Which cases it concerns.
    pub applies_when: Predicate,
    /// What makes it run anew.
    pub interrupted_by: &'static [&'static Interruption],
    /// What makes it end later.
    pub suspended_by: &'static [&'static Suspension],
    /// What its two dates mean.
    pub result: Effect,
    /// What comes out where something is not stated.
    pub missing: &'static [Missing],
    /// The provisions, or the practice, that it rests on.
    pub basis: &'static [Basis],
    /// How well it is sourced.
    pub confidence: Confidence,
    /// How it is shown.
    pub shown: Shown,
    /// When it is certain although `shown` says otherwise.
    pub certain_when: Option<Predicate>,
    /// What happens when it runs out.
    pub effect: Phrase,
    /// When to remind, from the day shown first.
    pub alarms: &'static [Lead],
    /// What the reader of the data should know; never printed.
    pub note: Option<&'static str>,
}

/// What a time limit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The right ends with it (民法典 199).
    Extinguishes,
    /// The other side may plead it, and nobody else: it blocks no filing (民法典 192, 193).
    Defence,
    /// The office turns a later filing away; other doors stay open.
    OfficeRefuses,
    /// The other side or an office has to act.
    OtherMustAct,
    /// A step of a running procedure.
    Procedural,
    /// Practice, or a day after which proof may be gone.
    Reminder,
}

/// Who has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Our side.
    User,
    /// The other side.
    Other,
    /// The office in charge.
    Office,
}

/// How long a time limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// A length.
    Fixed(Length),
    /// A length, and how much longer it may become.
    Extendable(Length, Length),
    /// A length to which the days between two events are added.
    WithGap(Length, Path, Path),
    /// Sources disagree about the number; the smallest counts.
    Disputed(&'static [u32], Unit),
    /// 24:00 of the day that many days after the event.
    DayEnd(u32),
    /// A day or time that somebody fixed.
    Until(Start),
}

/// What the two dates of a time limit mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Our side acts by the raw day; the due day is the last in law.
    UserActs,
    /// The other side is late after the due day.
    OtherLate,
    /// The office is late after the due day.
    OfficeLate,
    /// Something takes effect on the raw day.
    EffectOn,
    /// Ask or save before the raw day.
    AskBefore,
}

impl Effect {
    /// Whether the last day moves off rest days.
    pub(super) const fn moves(self) -> bool {
        matches!(self, Self::UserActs | Self::OtherLate | Self::OfficeLate)
    }

    /// Whether the day as counted is shown first.
    pub(super) const fn shows_raw(self) -> bool {
        !matches!(self, Self::OtherLate | Self::OfficeLate)
    }
}

/// How a time limit is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// With its dates and basis.
    Certain,
    /// As 未核实，今天就办 and nothing else: nothing about it is verified.
    Today,
    /// As advice on the screen and in calendars, never in a filing.
    Reminder,
}

/// What comes out where a start or an end is not stated.
#[derive(Debug)]
pub struct Missing {
    /// The key that is missing.
    pub key: &'static str,
    /// Whether that leaves the rule open or means that it does not run yet.
    pub lack: Lack,
    /// What the earliest possible end is counted from.
    pub earliest_from: Option<Start>,
}

/// What a missing key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The user can fill it in.
    Unknown,
    /// It has not happened.
    NotStarted,
}

/// A lead time, from the day that is shown first; negative is before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// Days.
    Days(i32),
    /// Hours; of a whole day, from its end.
    Hours(i32),
}
