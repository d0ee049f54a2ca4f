//! Every rule with each outcome that it can have, and what holds for all of them.

mod limitation;
mod words;

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_yaml::Value;

use super::{Deadline, Outcome, Who, deadline, deadlines, rules};
use crate::calendar::{Calendar, Regime, Status};
use crate::facts::{Facts, Predicate, sample};
use crate::moment::Moment;

const CASES: &str = include_str!("cases.yaml");

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn now() -> Moment {
    at("2026-11-22 12:00")
}

fn evaluate(id: &str, facts: &Facts) -> Deadline {
    deadline(id, facts, now()).unwrap_or_else(|| panic!("no rule {id}"))
}

/// The word that the cases have for an outcome.
fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Due(_) => "due",
        Outcome::NotStarted { .. } => "not_started",
        Outcome::Unknown { .. } => "unknown",
        Outcome::NotApplicable { .. } => "not_applicable",
    }
}

fn cases() -> Vec<Value> {
    serde_yaml::from_str(CASES).unwrap()
}

fn text<'v>(case: &'v Value, key: &str) -> Option<&'v str> {
    case.get(key).and_then(Value::as_str)
}

#[test]
fn every_case_comes_out_as_counted() {
    for case in cases() {
        let id = text(&case, "id").unwrap();
        let expected = text(&case, "outcome").unwrap();
        let label = format!("{id}: {expected}");
        let found = evaluate(id, &sample::from_value(&case["facts"]));
        assert_eq!(
            word(&found.outcome),
            expected,
            "{label}: {:?}",
            found.outcome
        );
        let keys: Vec<&str> = case
            .get("keys")
            .and_then(Value::as_sequence)
            .map(|keys| keys.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        let earliest = text(&case, "earliest").map(at);
        match found.outcome {
            Outcome::Due(due) => {
                assert_eq!(due.end.raw, at(text(&case, "raw").unwrap()), "{label}");
                assert_eq!(due.end.due, text(&case, "due").map(at), "{label}");
                let status = match due.end.status {
                    Status::Final => "final",
                    Status::Stated => "stated",
                    Status::Provisional => "provisional",
                    Status::Unknown => "unknown",
                };
                assert_eq!(Some(status), text(&case, "status"), "{label}");
                let extended = due.extended.map(|period| period.raw);
                assert_eq!(extended, text(&case, "extended").map(at), "{label}");
            }
            Outcome::NotStarted {
                waits_for: named,
                earliest: found,
                ..
            }
            | Outcome::Unknown {
                fill: named,
                earliest: found,
            } => {
                assert_eq!(named, keys, "{label}");
                assert_eq!(found.map(|period| period.raw), earliest, "{label}");
            }
            Outcome::NotApplicable { .. } => {}
        }
    }
}

#[test]
fn every_rule_has_a_case_for_each_outcome_it_can_have() {
    let mut seen: BTreeMap<String, Vec<(String, Vec<String>)>> = BTreeMap::new();
    for case in cases() {
        let keys = case.get("keys").and_then(Value::as_sequence);
        let keys = keys.into_iter().flatten().filter_map(Value::as_str);
        seen.entry(text(&case, "id").unwrap().to_owned())
            .or_default()
            .push((
                text(&case, "outcome").unwrap().to_owned(),
                keys.map(str::to_owned).collect(),
            ));
    }
    for rule in rules() {
        let cases = seen
            .get(rule.id)
            .unwrap_or_else(|| panic!("{} has no case", rule.id));
        let has = |outcome: &str| cases.iter().any(|(known, _)| known == outcome);
        assert!(has("due"), "{}: due", rule.id);
        let always = rule.applies_when == Predicate::Always;
        assert!(
            always || has("not_applicable"),
            "{}: not_applicable",
            rule.id
        );
        for missing in rule.missing {
            let told = cases
                .iter()
                .any(|(_, keys)| keys.iter().any(|key| key == missing.key));
            assert!(told, "{}: {}", rule.id, missing.key);
        }
    }
}

#[test]
fn silence_starts_no_clock() {
    for found in deadlines(&Facts::default(), now()) {
        assert_ne!(word(&found.outcome), "due", "{}", found.rule.id);
    }
}

#[test]
fn refused_by_nobody_is_not_late() {
    let case = "{filings: [{channel: '12315', events: [{what: received, at: 2026-11-10}]}]}";
    let found = evaluate("samr_accept", &sample::facts(case));
    assert_eq!(found.date(), Some(at("2026-11-19")));
    assert!(found.is_over(now()));
    let review = evaluate("admin_review_inaction", &sample::facts(case));
    assert_eq!(
        review.date(),
        Some(at("2027-01-18")),
        "{:?}",
        review.outcome
    );
    let early = deadline("samr_accept", &sample::facts(case), at("2026-11-19")).unwrap();
    assert!(!early.is_over(at("2026-11-19")));
}

#[test]
fn days_off_of_the_case_move_an_end() {
    let filed = "filings: [{channel: '12315', events: [{what: received, at: 2026-11-10}]}]";
    let own = format!("{{calendar: {{off: [2026-11-13, 2026-11-16]}}, {filed}}}");
    let found = evaluate("samr_accept", &sample::facts(&own));
    assert_eq!(found.date(), Some(at("2026-11-23")));
}

#[test]
fn tests_of_goods_are_not_counted() {
    let case = "{filings: [{channel: '12315', events: [{what: accepted, at: 2026-06-01},
        {what: excluded_from, at: 2026-06-10}, {what: excluded_to, at: 2026-06-22}]}]}";
    let found = evaluate("samr_mediate", &sample::facts(case));
    assert_eq!(found.due().unwrap().end.raw, at("2026-08-12"), "ME03");
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let day = (0..1400_i64).prop_map(|days| {
        let day = at("2024-01-01").date + chrono::Duration::days(days);
        day.to_string()
    });
    (0..cases().len(), day).prop_map(|(index, day)| {
        // Every date of a case becomes another.
        let text = serde_yaml::to_string(&cases()[index]["facts"]).unwrap();
        let dates: Vec<String> = text
            .split(['\'', '"', '\n', ' '])
            .filter(|word| word.len() == 10 && word.starts_with("20"))
            .map(str::to_owned)
            .collect();
        let moved = dates.iter().fold(text, |text, old| text.replace(old, &day));
        sample::facts(&moved)
    })
}

proptest! {
    #[test]
    fn days_in_law_are_working_days_and_never_before_the_day_as_counted(facts in any_facts()) {
        for found in deadlines(&facts, now()) {
            let Some(due) = found.due() else { continue };
            if let Some(end) = due.end.due {
                prop_assert!(end >= due.end.raw, "{}", found.rule.id);
                let moves = found.rule.regime != Regime::Plain && found.rule.result.moves();
                if moves && end.time.is_none() {
                    prop_assert_eq!(Calendar::default().is_working_day(end.date), Some(true), "{}", found.rule.id);
                }
            }
            if let Some(before) = due.uninterrupted {
                prop_assert!(due.end.raw >= before.raw, "{}", found.rule.id);
            }
            if found.rule.who == Who::User && !found.rule.result.moves() {
                prop_assert_eq!(due.end.due, Some(due.end.raw), "{}", found.rule.id);
            }
        }
    }
}
