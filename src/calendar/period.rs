//! Periods: counting from an event to an end, and moving the end off a rest day.

use chrono::{Duration, Months, NaiveDate};

use super::year::{Calendar, Status, is_weekend};
use crate::moment::Moment;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// The number of units.
    pub n: u32,
    /// The unit.
    pub unit: Unit,
}

/// What a period is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Every day.
    NaturalDay,
    /// Working days only.
    WorkingDay,
    /// Hours, from the moment on.
    Hour,
    /// Months: the same number of day, or the last of the month (民法典 202).
    Month,
    /// Years, as months.
    Year,
}

/// Whose rules of counting apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regime {
    /// Civil law and contracts (民法典 200–204): the last day moves off any rest day.
    Civil,
    /// Procedure of courts, review of agencies, police (民诉法 85, 行政复议法 88, 刑事诉讼法 105): likewise.
    Procedure,
    /// Order 121 (市场监督管理投诉举报处理办法 45): names 法定节假日 only; moving off a plain weekend is assumed.
    Samr,
    /// Practice, or a date that somebody fixed: nothing moves.
    Plain,
}

/// Why the last day moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    /// It did not.
    Stays,
    /// By the rule.
    ByRule,
    /// Off a day that only the notice makes free, which Order 121 art. 45 does not name: likely.
    Bridge,
    /// Off a plain weekend, which Order 121 art. 45 does not name: assumed.
    Assumed,
}

/// The end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The end as counted: the safe date for whoever has to act.
    pub raw: Moment,
    /// The end in law, after moving off rest days: whoever has to act is late only after it.
    /// None where the rest days of the year are not known.
    pub due: Option<Moment>,
    /// How well the rest days are known that decide it.
    pub status: Status,
    /// Why `due` differs from `raw`.
    pub roll: Roll,
}

impl Calendar {
    /// Counts a period; the day of the event is day 0 (民法典 201, 民诉法 85, Order 121 art. 45).
    ///
    /// Hours run from the moment, and from the start of the day where no time is known; they never move.
    /// Working days of a year that is not in the table are counted by the week alone, and give no `due`.
    pub fn period(&self, from: Moment, length: Length, regime: Regime) -> Period {
        let days = |days: i64| Moment::day(from.date + Duration::days(days));
        let months = |months: u32| {
            let end = from.date.checked_add_months(Months::new(months));
            Moment::day(end.unwrap_or(NaiveDate::MAX))
        };
        match length.unit {
            Unit::NaturalDay => self.until(days(length.n.into()), regime),
            Unit::Month => self.until(months(length.n), regime),
            Unit::Year => self.until(months(length.n.saturating_mul(12)), regime),
            Unit::Hour => {
                let end = from.start() + Duration::hours(length.n.into());
                fixed(Moment {
                    date: end.date(),
                    time: Some(end.time()),
                })
            }
            Unit::WorkingDay => self.working_days(from.date, length.n),
        }
    }

    /// A period that ends on a day: the day, and the day after moving off rest days.
    pub fn until(&self, raw: Moment, regime: Regime) -> Period {
        if regime == Regime::Plain || raw.time.is_some() {
            return fixed(raw);
        }
        match self.next_working_day(raw.date) {
            None => Period {
                raw,
                due: None,
                status: Status::Unknown,
                roll: Roll::Stays,
            },
            Some(due) => Period {
                raw,
                due: Some(Moment::day(due)),
                status: self.status(raw.date).max(self.status(due)),
                roll: self.roll(raw.date, due, regime),
            },
        }
    }

    fn roll(&self, raw: NaiveDate, due: NaiveDate, regime: Regime) -> Roll {
        if raw == due {
            return Roll::Stays;
        }
        match (regime, self.is_holiday(raw)) {
            (Regime::Samr, (false, false)) => Roll::Assumed,
            (Regime::Samr, (false, true)) => Roll::Bridge,
            _ => Roll::ByRule,
        }
    }

    fn working_days(&self, from: NaiveDate, n: u32) -> Period {
        let (mut day, mut left, mut worst) = (from, n, Status::Final);
        while left > 0 {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            worst = worst.max(self.status(day));
            if self.is_working_day(day).unwrap_or(!is_weekend(day)) {
                left -= 1;
            }
        }
        let raw = Moment::day(day);
        Period {
            raw,
            due: (worst != Status::Unknown).then_some(raw),
            status: worst,
            roll: Roll::Stays,
        }
    }
}

fn fixed(raw: Moment) -> Period {
    Period {
        raw,
        due: Some(raw),
        status: Status::Final,
        roll: Roll::Stays,
    }
}
