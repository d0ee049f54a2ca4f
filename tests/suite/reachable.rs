//! No rule of time or of order waits for a word that no case file can yield.

use std::collections::BTreeSet;

use serde_yaml::Value;
use tousu::case::fields::{self, Kind};
use tousu::facts::{Facts, Path, Predicate, Situation, Step, Test, Value as Word};

use crate::office::root;

/// Words that are asked for although nothing yields them, each with the reason.
const EXCEPTIONS: [(&str, &str, &str); 0] = [];

/// What an entry needs besides the key that is asked for.
const COMPANIONS: [(&str, &str); 4] = [
    ("contacts", "at: 2026-11-01, by: email"),
    ("filings", "on: 2026-11-01"),
    ("goods", "name: 点卡"),
    ("payments", "amount: 50"),
];

/// Every path with every word that a predicate of a data file compares it with.
fn compared() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for file in [
        "src/deadline/data/deadlines.yaml",
        "src/plan/data/plan.yaml",
    ] {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        let data: Value = serde_yaml::from_str(&text).unwrap();
        collect(&data, &data["groups"], &mut found);
    }
    found
}

fn collect(value: &Value, groups: &Value, found: &mut BTreeSet<(String, String)>) {
    if let Some(path) = value.get("key").and_then(Value::as_str) {
        let group = value.get("in_group").and_then(Value::as_str);
        let tests = ["is", "has", "stated", "every", "in"];
        let words = tests.iter().filter_map(|test| value.get(*test));
        for word in words.chain(group.map(|group| &groups[group])) {
            let words = word
                .as_sequence()
                .map_or_else(|| vec![word], |all| all.iter().collect());
            // Yes, no and sums are no words.
            let words = words.into_iter().filter_map(Value::as_str);
            let words =
                words.filter(|word| word.parse::<f64>().is_err() || path.ends_with("channel"));
            found.extend(words.map(|word| (path.to_owned(), word.to_owned())));
        }
    }
    match value {
        Value::Mapping(map) => map.values().for_each(|one| collect(one, groups, found)),
        Value::Sequence(all) => all.iter().for_each(|one| collect(one, groups, found)),
        _ => {}
    }
}

/// A path as rules hold it, which they do for as long as the program runs.
fn path(text: &str) -> Path {
    let leak = |text: &str| -> &'static str { text.to_owned().leak() };
    let mut steps = Vec::new();
    for part in text.split('.') {
        let (key, rest) = part.split_once('[').unwrap_or((part, ""));
        steps.push(Step::Key(leak(key)));
        match rest.strip_suffix(']') {
            Some("") => steps.push(Step::Each),
            Some(word) => steps.push(Step::Of(leak(word))),
            None => {}
        }
    }
    Path {
        text: leak(text),
        steps: steps.leak(),
    }
}

/// A case file with each word that may stand under a path, one after the other.
fn files(path: &str) -> Vec<String> {
    let field = fields::at(path).unwrap_or_else(|| panic!("{path} is no key"));
    let Kind::Word(rows) = field.kind else {
        panic!("{path} takes no words")
    };
    let (around, leaf) = path.rsplit_once('.').unwrap();
    let file = |word: &str| {
        let inner = around
            .split('.')
            .rev()
            .fold(format!("{leaf}: \"{word}\""), |inner, part| {
                let (key, kind) = part.split_once('[').unwrap_or((part, ""));
                let kind = kind.trim_end_matches(']');
                let door = match (key, kind) {
                    ("filings", "") if leaf != "channel" => ", channel: court".to_owned(),
                    ("filings", kind) if !kind.is_empty() => format!(", channel: \"{kind}\""),
                    _ => String::new(),
                };
                let more = COMPANIONS.iter().find(|(section, _)| *section == key);
                let more = more.map_or_else(String::new, |(_, more)| format!(", {more}"));
                let entry = format!("{{{inner}{door}{more}}}");
                if part.contains('[') {
                    format!("{key}: [{entry}]")
                } else {
                    format!("{key}: {entry}")
                }
            });
        // A part of the price is another claim than all of it.
        let part = inner.replacen("[{type", "[{amount: 20, type", 1);
        let price = "payments: [{amount: 50}]\n";
        let price = if inner.starts_with("payments") {
            ""
        } else {
            price
        };
        [format!("{price}{inner}\n"), format!("{price}{part}\n")]
    };
    rows().iter().flat_map(|(word, _)| file(word)).collect()
}

fn facts(file: &str) -> Facts {
    let reading = tousu::case::read("case.yaml", file.as_bytes());
    let case = reading.outcome.value.as_ref();
    tousu::case::facts(case.unwrap_or_else(|| panic!("{file}")))
}

#[test]
fn every_word_that_rules_compare_with_can_come_out_of_a_case_file() {
    let compared = compared();
    assert!(compared.len() > 80, "{compared:?}");
    let paths: BTreeSet<&String> = compared.iter().map(|(path, _)| path).collect();
    let mut dead = Vec::new();
    for text in paths {
        let stated: Vec<Facts> = files(text).iter().map(|file| facts(file)).collect();
        let words = compared.iter().filter(|(other, _)| other == text);
        for (_, word) in words {
            let is = Predicate::Key(path(text), Test::Is(Word::Word(word.clone().leak())));
            let found = stated.iter().any(|facts| {
                let situation = Situation {
                    facts,
                    past: &|_| tousu::facts::Answer::No,
                    state: &|_| false,
                };
                is.holds(&situation).is_yes()
            });
            let excepted = EXCEPTIONS
                .iter()
                .any(|(path, other, _)| path == text && other == word);
            if found == excepted {
                dead.push(format!("{text}: {word}"));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}
