//! Every transition from every state and on every event, and every conflict, by its id.

use std::collections::{BTreeMap, VecDeque};

use super::now;
use crate::facts::{Facts, Predicate, Test, Value, sample};
use crate::plan::conflict::{bar, clash, stands};
use crate::plan::machine::{Event, Status, conflicts, region_of, transitions};
use crate::plan::replay::Replay;
use crate::plan::timeline::What;

/// A text of YAML that states what a guard asks for.
fn stating(
    guard: &Predicate,
    yaml: &mut Vec<(&'static str, String)>,
    states: &mut Vec<&'static str>,
) {
    match *guard {
        Predicate::All(members) => members.iter().for_each(|one| stating(one, yaml, states)),
        Predicate::Any(members) => stating(&members[0], yaml, states),
        Predicate::StateIn(all) => states.push(all[0]),
        Predicate::Key(path, test) => {
            let word = match test {
                Test::Is(value) | Test::Stated(value) | Test::Every(value) => said(value),
                Test::In(values) => said(values[0]),
                Test::Present => "told".to_owned(),
                Test::Absent => return,
            };
            yaml.push((path.text, word));
        }
        Predicate::Not(Predicate::Key(path, Test::Every(_))) => {
            yaml.push((path.text, "5.00".to_owned()));
        }
        Predicate::Not(Predicate::Key(path, _)) => yaml.push((path.text, "other".to_owned())),
        // The one limit that guards ask for.
        Predicate::Past("settlement_payment") => yaml.extend([
            ("settlement.agreed", "2026-01-01".to_owned()),
            ("settlement.pay_by", "2026-01-02".to_owned()),
        ]),
        _ => {}
    }
}

fn said(value: Value) -> String {
    match value {
        Value::Word(word) => word.to_owned(),
        Value::Yes(yes) => yes.to_string(),
        Value::Sum(sum) => sum.to_string(),
    }
}

/// The facts under paths of one key in a list or a map.
fn facts(stated: &[(&'static str, String)]) -> Facts {
    let mut top: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    let mut channel = None;
    for (path, word) in stated {
        let (head, key) = path.split_once('.').unwrap_or((path, "told"));
        let list = head.split('[').next().unwrap_or(head);
        if let Some(selected) = head.strip_prefix("filings[") {
            channel = Some(selected.trim_end_matches(']')).filter(|id| !id.is_empty());
        }
        let key = if key.starts_with("skipped") {
            "skipped"
        } else {
            key
        };
        let word = if word.parse::<u64>().is_ok() || word.ends_with(".00") || word == "true" {
            if word == "true" {
                word.clone()
            } else {
                format!("'{word}'")
            }
        } else {
            word.clone()
        };
        let word = match key {
            "skipped" => format!("[{{channel: '{}'}}]", word.trim_matches('\'')),
            _ => word,
        };
        top.entry(list).or_default().insert(key, word);
    }
    let lists = [
        "filings",
        "payments",
        "respondents",
        "claims",
        "notices",
        "contacts",
    ];
    let mut parts = Vec::new();
    for (name, keys) in &top {
        let mut inner: Vec<String> = keys
            .iter()
            .map(|(key, word)| format!("{key}: {word}"))
            .collect();
        if *name == "filings" {
            inner.push(format!("channel: '{}'", channel.unwrap_or("court")));
        }
        let inner = inner.join(", ");
        parts.push(if lists.contains(name) {
            format!("{name}: [{{{inner}}}]")
        } else {
            format!("{name}: {{{inner}}}")
        });
    }
    sample::facts(&format!("{{{}}}", parts.join(", ")))
}

#[test]
fn every_transition_is_taken_from_each_of_its_states_on_each_of_its_events() {
    for transition in transitions() {
        let (mut stated, mut elsewhere) = (Vec::new(), Vec::new());
        stating(&transition.guard, &mut stated, &mut elsewhere);
        let facts = facts(&stated);
        for from in transition.from {
            for event in transition.on {
                let what = match *event {
                    Event::Filed(channel) => What::Filed(channel),
                    Event::Result(channel, result) => What::Result(channel, result),
                    Event::Course(channel, event) => What::Course(channel, event),
                    Event::Stated(path) => What::Stated(path),
                    Event::Past(id) => What::Past(id),
                    Event::Soon(id) => What::Soon(id),
                    Event::Entered(state) => What::Entered(state),
                };
                let mut replay = Replay::at(&facts, now(), &elsewhere);
                replay.states.insert(region_of(from), from);
                replay.step(None, what, &mut VecDeque::new());
                let taken: Vec<_> = replay.taken.iter().map(|it| it.transition.id).collect();
                assert!(
                    taken.contains(&transition.id),
                    "{}: from {from} on {event:?} took {taken:?} with {stated:?}",
                    transition.id
                );
                assert_eq!(
                    replay.states[region_of(from)],
                    transition.to,
                    "{}",
                    transition.id
                );
            }
        }
    }
}

#[test]
fn no_guard_holds_of_a_case_that_states_nothing() {
    for transition in transitions() {
        let closed = matches!(transition.guard, Predicate::Always | Predicate::Unless(_))
            || matches!(
                transition.guard,
                Predicate::Not(_) | Predicate::Key(_, Test::Absent)
            );
        if closed {
            continue;
        }
        let empty = Facts::default();
        let replay = Replay::at(&empty, now(), &[]);
        assert!(!replay.ask(&transition.guard).is_yes(), "{}", transition.id);
    }
}

#[test]
fn every_conflict_stands_as_its_record_says() {
    for conflict in conflicts() {
        let channel = conflict.a.unwrap_or("alipay");
        let (holds, not) = match conflict.status {
            Status::Taken => ("result: accepted", Some("result: refused")),
            Status::Open => ("result: pending", Some("result: refused")),
            Status::Any => ("result: refused", None),
            Status::Refunded => ("result: refunded", Some("result: refused")),
            Status::Agreed => ("result: pending", None),
        };
        let case = |result: &str| {
            sample::facts(&format!(
                "{{filings: [{{channel: '{channel}', on: 2026-11-01, {result}}}], court: {{arbitration_agreement: {}}}}}",
                conflict.status == Status::Agreed
            ))
        };
        assert!(stands(conflict, &case(holds)), "{}", conflict.id);
        if let Some(not) = not {
            assert!(!stands(conflict, &case(not)), "{}: {not}", conflict.id);
        }
        if let (Some(a), Some(b)) = (conflict.a, conflict.b) {
            let bars = conflict.rule.bars() && !conflict.different_dispute;
            let found = bar(b, &case(holds)).is_some();
            assert!(found || !bars, "{}: {b} is not barred", conflict.id);
            assert!(
                !conflict.never_both || a == b || clash(a, b).is_some(),
                "{}",
                conflict.id
            );
        }
    }
}
