//! Limitation: the worked examples by their ids, and what interrupts a period.

use super::{at, evaluate, word};
use crate::calendar::Status;
use crate::deadline::{Due, Outcome};
use crate::facts::sample;

fn limitation(knew: &str, rest: &str) -> Outcome {
    let case = format!(
        "{{problem: {{type: not_received, discovered: {knew}, knew_respondent: {knew}}}, {rest}}}"
    );
    evaluate("limitation_general", &sample::facts(&case)).outcome
}

fn due(knew: &str, rest: &str) -> Due {
    match limitation(knew, rest) {
        Outcome::Due(due) => due,
        other => panic!("{other:?}"),
    }
}

#[test]
fn limitation_runs_as_in_the_worked_examples() {
    for (id, knew, rest, raw, in_law, status) in [
        (
            "LI01",
            "2024-05-20",
            "",
            "2027-05-20",
            Some("2027-05-20"),
            Status::Provisional,
        ),
        (
            "LI02",
            "2023-03-10",
            "contacts: [{effect: demand, arrived: 2024-06-18}]",
            "2027-06-18",
            Some("2027-06-18"),
            Status::Provisional,
        ),
        (
            "LI03",
            "2023-03-10",
            "contacts: [{effect: demand, arrived: 2024-06-18}, {effect: demand, arrived: 2026-11-20}]",
            "2029-11-20",
            None,
            Status::Unknown,
        ),
        (
            "LI04",
            "2023-03-10",
            "contacts: [{effect: demand, arrived: 2026-04-01}]",
            "2026-03-10",
            Some("2026-03-10"),
            Status::Final,
        ),
        (
            "LI05",
            "2023-06-01",
            "filings: [{channel: court, events: [{what: submitted, at: 2025-02-10}, {what: procedure_ended, at: 2025-08-15}]}]",
            "2028-08-15",
            None,
            Status::Unknown,
        ),
        (
            "LI06",
            "2024-11-15",
            "filings: [{channel: police, events: [{what: submitted, at: 2024-12-01}, {what: no_case_served, at: 2025-03-31}]}]",
            "2028-03-31",
            None,
            Status::Unknown,
        ),
        (
            "LI07",
            "2023-08-31",
            "obstacles: [{from: 2026-06-01, to: 2026-07-15}]",
            "2027-01-15",
            Some("2027-01-15"),
            Status::Provisional,
        ),
        (
            "LI08",
            "2023-11-22",
            "",
            "2026-11-22",
            Some("2026-11-23"),
            Status::Final,
        ),
    ] {
        let due = due(knew, rest);
        assert_eq!(due.end.raw, at(raw), "{id}");
        assert_eq!(due.end.due, in_law.map(at), "{id}");
        assert_eq!(due.end.status, status, "{id}");
    }
}

#[test]
fn the_uninterrupted_end_is_kept() {
    let due = due(
        "2023-03-10",
        "contacts: [{effect: demand, arrived: 2024-06-18}]",
    );
    assert_eq!(due.uninterrupted.unwrap().raw, at("2026-03-10"), "LI02");
    assert_eq!(due.changes.len(), 1, "LI02");
}

#[test]
fn market_regulators_are_asked_on_the_day_as_counted() {
    let case = "{purchase: {purpose: personal}, problem: {discovered: 2023-11-22}}";
    let window = evaluate("samr_complaint_window", &sample::facts(case));
    assert_eq!(window.date(), Some(at("2026-11-22")), "LI08");
}

#[test]
fn a_running_suit_stops_the_period() {
    let outcome = limitation(
        "2023-06-01",
        "filings: [{channel: court, events: [{what: submitted, at: 2025-02-10}]}]",
    );
    match outcome {
        Outcome::NotStarted {
            waits_for,
            earliest,
            changes,
        } => {
            assert_eq!(waits_for, ["filings[court].events[procedure_ended]"]);
            assert_eq!(earliest.unwrap().raw, at("2026-06-01"));
            assert_eq!(changes.len(), 1);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_does_not_interrupt() {
    for rest in [
        // The gist of a chat is no demand, and a demand that did not arrive is none either.
        "contacts: [{at: 2024-06-18}, {effect: demand, at: 2024-06-18}]",
        // A ticket with the platform is no body with power to settle disputes.
        "filings: [{channel: platform-ticket, events: [{what: submitted, at: 2024-06-18}]}]",
        // It has not happened yet.
        "contacts: [{effect: demand, arrived: 2026-12-01}]",
        // An obstacle that ceased before the last six months.
        "obstacles: [{from: 2025-06-01, to: 2025-07-15}]",
        // Another dispute.
        "filings: [{channel: court, same_dispute: false, events: [{what: submitted, at: 2025-02-10}]}]",
    ] {
        assert_eq!(due("2024-05-20", rest).end.raw, at("2027-05-20"), "{rest}");
    }
}

#[test]
fn what_interrupts() {
    for (rest, raw) in [
        ("payments: [{refunds: [2025-01-05]}]", "2028-01-05"),
        ("payments: [{refunds: [{at: 2025-01-05}]}]", "2028-01-05"),
        ("settlement: {agreed: 2025-01-06}", "2028-01-06"),
        (
            "notices: [{kind: demand, arrived: 2025-01-07}]",
            "2028-01-07",
        ),
        (
            "contacts: [{effect: acknowledged, at: 2025-01-08}]",
            "2028-01-08",
        ),
        (
            "filings: [{channel: '12315', events: [{what: submitted, at: 2025-01-09}]}]",
            "2028-01-09",
        ),
        (
            "filings: [{channel: payment-order, events: [{what: submitted, at: 2025-01-10}]}]",
            "2028-01-10",
        ),
        // Each filing on the same channel by itself.
        (
            "filings: [{channel: '12315', events: [{what: submitted, at: 2025-01-09}]},
                       {channel: '12315', events: [{what: submitted, at: 2026-10-09}]}]",
            "2029-10-09",
        ),
    ] {
        assert_eq!(due("2024-05-20", rest).end.raw, at(raw), "{rest}");
    }
}

#[test]
fn the_other_side_is_unknown_but_the_earliest_end_is_not() {
    let case = "{problem: {type: not_received, discovered: 2024-05-20}}";
    let found = evaluate("limitation_general", &sample::facts(case));
    assert_eq!(word(&found.outcome), "unknown");
    let Outcome::Unknown { fill, earliest } = found.outcome else {
        panic!("{:?}", found.outcome)
    };
    assert_eq!(fill, ["problem.knew_respondent"]);
    assert_eq!(earliest.unwrap().raw, at("2027-05-20"));
}
