//! Years: which days are working days, and how well that is known.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

/// One year's days off (国务院办公厅节假日安排通知).
#[derive(Debug)]
pub struct Year {
    /// The year.
    pub number: i32,
    /// Whether the notice is out.
    pub status: Status,
    /// How well it is sourced, `A` best.
    pub confidence: &'static str,
    /// Where the notice stands.
    pub notice: Option<&'static str>,
    /// Days off, bridge days included.
    pub rest: &'static [Rest],
    /// Saturdays and Sundays that are working days.
    pub makeup: &'static [NaiveDate],
    /// The statutory holidays among the days off (全国年节及纪念日放假办法 2).
    pub statutory: &'static [NaiveDate],
    /// How many working days the year has.
    pub working_days: u16,
}

/// A run of days off.
#[derive(Debug)]
pub struct Rest {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// The holiday.
    pub name: &'static str,
}

/// How well the days off of a result are known; `Unknown` is worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The notice of the year is out.
    Final,
    /// A case states the days off of the year.
    Stated,
    /// Only the statutory days are known; print 暂定.
    Provisional,
    /// The year is not in the table.
    Unknown,
}

/// Returns a date; a wrong one stops the build, because only constants call this.
const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("no such day"),
    }
}

include!(concat!(env!("OUT_DIR"), "/calendar.rs"));

/// Every year that is known.
pub fn years() -> &'static [Year] {
    YEARS
}

fn year(date: NaiveDate) -> Option<&'static Year> {
    YEARS.iter().find(|year| year.number == date.year())
}

/// The days off that count: those of the table, and those that a case states of its own for a year, which come first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    off: BTreeSet<NaiveDate>,
    on: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// The table with days off and working weekends of a case's own; a year that has any of them counts as stated.
    pub fn with(
        off: impl IntoIterator<Item = NaiveDate>,
        on: impl IntoIterator<Item = NaiveDate>,
    ) -> Self {
        Self {
            off: off.into_iter().collect(),
            on: on.into_iter().collect(),
        }
    }

    /// How well the days off around a day are known.
    pub fn status(&self, date: NaiveDate) -> Status {
        match year(date).map_or(Status::Unknown, |year| year.status) {
            Status::Final => Status::Final,
            _ if self.states(date.year()) => Status::Stated,
            known => known,
        }
    }

    /// Whether a day is a working day; none where nobody states the days off of its year.
    pub fn is_working_day(&self, date: NaiveDate) -> Option<bool> {
        if self.on.contains(&date) {
            return Some(true);
        }
        if self.off.contains(&date) {
            return Some(false);
        }
        match year(date) {
            Some(year) => Some(
                year.makeup.contains(&date)
                    || !is_weekend(date) && !year.rest.iter().any(|run| run.has(date)),
            ),
            None => self.states(date.year()).then_some(!is_weekend(date)),
        }
    }

    /// The first working day on or after a day; none where a year whose days off nobody states would have to tell.
    pub fn next_working_day(&self, date: NaiveDate) -> Option<NaiveDate> {
        let mut day = date;
        while !self.is_working_day(day)? {
            day = day.succ_opt()?;
        }
        Some(day)
    }

    /// Whether a day is a statutory holiday, or off because one was moved or bridged.
    pub(super) fn is_holiday(&self, date: NaiveDate) -> (bool, bool) {
        let own = self.off.contains(&date);
        year(date).map_or((false, own), |year| {
            let off = year.rest.iter().any(|run| run.has(date));
            (year.statutory.contains(&date), own || off)
        })
    }

    fn states(&self, year: i32) -> bool {
        self.off
            .iter()
            .chain(&self.on)
            .any(|day| day.year() == year)
    }
}

impl Rest {
    fn has(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

/// Saturday or Sunday.
pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
