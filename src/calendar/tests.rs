//! The worked examples of periods, by their ids, and properties of the table.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::{Calendar, Length, Period, Regime, Roll, Status, Unit, years};
use crate::moment::Moment;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn count(from: &str, n: u32, unit: Unit, regime: Regime) -> Period {
    Calendar::default().period(at(from), Length { n, unit }, regime)
}

#[test]
fn working_days() {
    for (id, event, n, due, provisional) in [
        ("WD01", "2025-01-24", 7, "2025-02-10", false),
        ("WD02", "2026-02-13", 7, "2026-03-02", false),
        ("WD03", "2026-09-18", 7, "2026-09-29", false),
        ("WD04", "2026-09-29", 7, "2026-10-14", false),
        ("WD05", "2025-09-26", 7, "2025-10-13", false),
        ("WD06", "2026-01-04", 7, "2026-01-13", false),
        ("WD07", "2025-12-29", 7, "2026-01-08", false),
        ("WD08", "2026-04-24", 15, "2026-05-19", false),
        ("WD09", "2026-04-24", 30, "2026-06-09", false),
        ("WD10", "2026-11-20", 7, "2026-12-01", false),
        ("WD11", "2026-09-30", 7, "2026-10-15", false),
        ("WD12", "2026-12-29", 7, "2027-01-08", true),
    ] {
        let end = count(event, n, Unit::WorkingDay, Regime::Samr);
        assert_eq!(end.due, Some(at(due)), "{id}");
        assert_eq!(end.raw, at(due), "{id}");
        assert_eq!(end.status == Status::Provisional, provisional, "{id}");
    }
}

#[test]
fn months_and_years() {
    use Unit::{Month, Year};
    for (id, event, n, unit, raw, due, provisional) in [
        (
            "MY01",
            "2026-06-30",
            2,
            Month,
            "2026-08-30",
            "2026-08-31",
            false,
        ),
        (
            "MY02",
            "2025-12-31",
            2,
            Month,
            "2026-02-28",
            "2026-02-28",
            false,
        ),
        (
            "MY03",
            "2026-01-31",
            3,
            Month,
            "2026-04-30",
            "2026-04-30",
            false,
        ),
        (
            "MY04",
            "2024-02-29",
            1,
            Year,
            "2025-02-28",
            "2025-02-28",
            false,
        ),
        (
            "MY05",
            "2024-02-29",
            2,
            Year,
            "2026-02-28",
            "2026-02-28",
            false,
        ),
        (
            "MY06",
            "2023-02-28",
            1,
            Year,
            "2024-02-28",
            "2024-02-28",
            false,
        ),
        (
            "MY07",
            "2026-08-31",
            6,
            Month,
            "2027-02-28",
            "2027-03-01",
            true,
        ),
        (
            "MY08",
            "2024-02-29",
            3,
            Year,
            "2027-02-28",
            "2027-03-01",
            true,
        ),
    ] {
        let end = count(event, n, unit, Regime::Procedure);
        assert_eq!((end.raw, end.due), (at(raw), Some(at(due))), "{id}");
        assert_eq!(end.status == Status::Provisional, provisional, "{id}");
    }
}

#[test]
fn natural_days_and_hours() {
    use Regime::{Civil, Procedure};
    for (id, event, n, regime, raw, due) in [
        (
            "RO01",
            "2026-09-16",
            15,
            Procedure,
            "2026-10-01",
            "2026-10-08",
        ),
        ("RO02", "2026-04-25", 7, Civil, "2026-05-02", "2026-05-06"),
        (
            "RO03",
            "2026-01-16",
            30,
            Procedure,
            "2026-02-15",
            "2026-02-24",
        ),
        (
            "RO04",
            "2026-09-05",
            15,
            Procedure,
            "2026-09-20",
            "2026-09-20",
        ),
        (
            "RO05",
            "2026-09-25",
            7,
            Procedure,
            "2026-10-02",
            "2026-10-08",
        ),
        (
            "RO06",
            "2026-11-06",
            30,
            Procedure,
            "2026-12-06",
            "2026-12-07",
        ),
    ] {
        let end = count(event, n, Unit::NaturalDay, regime);
        assert_eq!((end.raw, end.due), (at(raw), Some(at(due))), "{id}");
        assert_eq!(end.status, Status::Final, "{id}");
    }
    let end = count("2026-11-21 09:30", 24, Unit::Hour, Regime::Plain);
    assert_eq!(end.due, Some(at("2026-11-22 09:30")), "RO07");
}

#[test]
fn mediation() {
    for (id, accepted, n, raw, due, roll) in [
        (
            "ME01",
            "2026-05-06",
            60,
            "2026-07-05",
            "2026-07-06",
            Roll::Assumed,
        ),
        (
            "ME02",
            "2026-08-03",
            60,
            "2026-10-02",
            "2026-10-08",
            Roll::ByRule,
        ),
        (
            "ME03",
            "2026-06-01",
            72,
            "2026-08-12",
            "2026-08-12",
            Roll::Stays,
        ),
    ] {
        let end = count(accepted, n, Unit::NaturalDay, Regime::Samr);
        assert_eq!((end.raw, end.due), (at(raw), Some(at(due))), "{id}");
        assert_eq!(end.roll, roll, "{id}");
    }
    let bridge = count("2026-01-02", 1, Unit::NaturalDay, Regime::Samr);
    assert_eq!(
        bridge.roll,
        Roll::Bridge,
        "2026-01-03 is free by the notice alone"
    );
}

#[test]
fn years_hold_as_many_working_days_as_their_notices_say() {
    for year in years() {
        let first = NaiveDate::from_ymd_opt(year.number, 1, 1).unwrap();
        let days = first
            .iter_days()
            .take_while(|day| day.year() == year.number);
        let working = days
            .filter(|day| Calendar::default().is_working_day(*day) == Some(true))
            .count();
        assert_eq!(working, usize::from(year.working_days), "{}", year.number);
    }
}

#[test]
fn years_outside_the_table_give_the_raw_day_only() {
    for (from, n, unit, raw) in [
        ("2020-03-01", 3, Unit::Year, "2023-03-01"),
        ("2025-08-15", 3, Unit::Year, "2028-08-15"),
        ("2027-12-30", 5, Unit::WorkingDay, "2028-01-06"),
    ] {
        let end = count(from, n, unit, Regime::Civil);
        assert_eq!((end.raw, end.due), (at(raw), None), "{from}");
        assert_eq!(end.status, Status::Unknown, "{from}");
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2023, 6, 1).unwrap();
    (0..2200_i64).prop_map(move |days| first + chrono::Duration::days(days))
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![
        Unit::NaturalDay,
        Unit::WorkingDay,
        Unit::Month,
        Unit::Year,
    ])
}

proptest! {
    #[test]
    fn due_is_never_on_a_rest_day_nor_before_raw(day in any_day(), n in 1_u32..90, unit in any_unit()) {
        for regime in [Regime::Civil, Regime::Procedure, Regime::Samr] {
            let end = Calendar::default().period(Moment::day(day), Length { n, unit }, regime);
            if let Some(due) = end.due {
                prop_assert_eq!(Calendar::default().is_working_day(due.date), Some(true));
                prop_assert!(due >= end.raw);
            }
            prop_assert!(end.raw.date > day);
        }
    }

    #[test]
    fn longer_periods_end_later(day in any_day(), n in 1_u32..90, unit in any_unit()) {
        let shorter = Calendar::default().period(Moment::day(day), Length { n, unit }, Regime::Civil);
        let longer = Calendar::default().period(Moment::day(day), Length { n: n + 1, unit }, Regime::Civil);
        prop_assert!(shorter.raw <= longer.raw);
    }
}

#[test]
fn days_that_a_case_states_come_before_the_table() {
    let day = |text| at(text).date;
    let length = Length {
        n: 7,
        unit: Unit::WorkingDay,
    };
    // 2028 is in no table: without its days off there is no due date.
    let from = at("2028-01-03");
    let unknown = Calendar::default().period(from, length, Regime::Procedure);
    assert_eq!((unknown.due, unknown.status), (None, Status::Unknown));
    let own = Calendar::with([day("2028-01-05")], [day("2028-01-08")]);
    let stated = own.period(from, length, Regime::Procedure);
    assert_eq!(stated.due, Some(at("2028-01-12")));
    assert_eq!(stated.status, Status::Stated);
    // What is announced after the table was checked moves a last day off it.
    let own = Calendar::with([day("2026-06-30")], []);
    let end = own.until(at("2026-06-30"), Regime::Civil);
    assert_eq!(end.due, Some(at("2026-07-01")));
}
