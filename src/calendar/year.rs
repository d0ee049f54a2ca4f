//! Years: which days are working days, and how well that is known.

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

/// How well the days off around a day are known.
pub fn status(date: NaiveDate) -> Status {
    year(date).map_or(Status::Unknown, |year| year.status)
}

/// Whether a day is a working day; none where its year is not in the table.
pub fn is_working_day(date: NaiveDate) -> Option<bool> {
    let year = year(date)?;
    Some(
        year.makeup.contains(&date)
            || !is_weekend(date)
                && !year
                    .rest
                    .iter()
                    .any(|run| (run.from..=run.to).contains(&date)),
    )
}

/// The first working day on or after a day; none where a year outside the table would have to tell.
pub fn next_working_day(date: NaiveDate) -> Option<NaiveDate> {
    let mut day = date;
    while !is_working_day(day)? {
        day = day.succ_opt()?;
    }
    Some(day)
}

/// Saturday or Sunday.
pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Whether a day is a statutory holiday, or off because one was moved or bridged.
pub(super) fn is_holiday(date: NaiveDate) -> (bool, bool) {
    year(date).map_or((false, false), |year| {
        (
            year.statutory.contains(&date),
            year.rest
                .iter()
                .any(|run| (run.from..=run.to).contains(&date)),
        )
    })
}
