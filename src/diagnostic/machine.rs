//! Diagnostics for programs: JSON for scripts, SARIF 2.1.0 (OASIS) for editors and code-review tools.
//!
//! Lines and columns count from 1, columns in Unicode characters; the end is the first character after the passage.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Lang, Place, Places, Severity, explain};

/// The file that diagnostics are about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Where everything in it stands.
    pub places: &'a Places,
    /// The language of the messages.
    pub lang: Lang,
}

/// One object: the file, the counts, and every finding with code, severity, message, notes and places.
pub fn json(about: About<'_>, found: &Diagnostics) -> String {
    let findings: Vec<Value> = found.iter().map(|one| finding(about, one)).collect();
    pretty(&json!({
        "file": about.name,
        "errors": found.count(Severity::Error),
        "warnings": found.count(Severity::Warning),
        "findings": findings,
    }))
}

/// A log of one run; each code is a rule with its explanation.
pub fn sarif(about: About<'_>, found: &Diagnostics, version: &str) -> String {
    let codes: BTreeSet<&str> = found.iter().map(|one| one.finding.code()).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code, about.lang)).collect();
    let results: Vec<Value> = found.iter().map(|one| result(about, one)).collect();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "tousu", "version": version, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn finding(about: About<'_>, one: &Diagnostic) -> Value {
    let said = one.text(about.lang);
    let spots = |places: &[Place]| -> Vec<Value> {
        places.iter().map(|place| spot(about, place)).collect()
    };
    json!({
        "code": one.finding.code(),
        "severity": one.severity.word(),
        "message": said.message,
        "label": said.label,
        "notes": said.notes,
        "place": spot(about, &place_of(one)),
        "others": spots(&one.others),
    })
}

/// Where a finding is shown: what is about the whole file, or about what it lacks, at its start.
fn place_of(one: &Diagnostic) -> Place {
    one.place.clone().unwrap_or(Place::Bytes(0..0))
}

/// The bytes of a place, or the start of the file for what is not there.
fn range(about: About<'_>, place: &Place) -> Range<usize> {
    about.places.range(place).unwrap_or(0..0)
}

/// A place with its route, where it has one.
fn spot(about: About<'_>, place: &Place) -> Value {
    let mut spot = region(about.text, &range(about, place));
    if let Place::Route { route, .. } = place {
        spot["route"] = json!(route);
    }
    spot
}

fn region(text: &str, range: &Range<usize>) -> Value {
    let (start_line, start_column) = position(text, range.start);
    let (end_line, end_column) = position(text, range.end);
    json!({
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
    })
}

/// Line and column of a byte, counted from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

fn rule(code: &str, lang: Lang) -> Value {
    let Some(page) = explain::explain(code, lang) else {
        return json!({"id": code});
    };
    json!({
        "id": code,
        "fullDescription": {"text": page.cause},
        "help": {"text": page.repair},
    })
}

fn result(about: About<'_>, one: &Diagnostic) -> Value {
    let said = one.text(about.lang);
    let text: Vec<&str> = std::iter::once(said.message.as_str())
        .chain(said.notes.iter().map(String::as_str))
        .collect();
    let mut result = json!({
        "ruleId": one.finding.code(),
        "level": one.severity.word(),
        "message": {"text": text.join("\n")},
    });
    let location = |place: &Place| {
        json!({
            "physicalLocation": {
                "artifactLocation": {"uri": uri(about.name)},
                "region": region(about.text, &range(about, place)),
            },
        })
    };
    result["locations"] = json!([location(&place_of(one))]);
    let related: Vec<Value> = one.others.iter().map(location).collect();
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    result
}

/// A relative reference: what is not unreserved in RFC 3986 is percent-encoded.
fn uri(name: &str) -> String {
    let mut uri = String::new();
    for byte in name.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{About, json, sarif, uri};
    use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Lang, Place, Places};

    const TEXT: &str = "姓名: 张三\n电话：1\n";

    fn found() -> Diagnostics {
        let at = TEXT.find('1').unwrap();
        Diagnostics::from_iter([
            Diagnostic::error(Finding::ZeroAmount).at(Place::Bytes(at..at + 1)),
            Diagnostic::warning(Finding::EmptyFilings).at(Place::value("filings")),
        ])
    }

    fn about(places: &Places) -> About<'_> {
        About {
            name: "我的 case.yaml",
            text: TEXT,
            places,
            lang: Lang::Zh,
        }
    }

    #[test]
    fn places_count_characters() {
        let places = Places::default();
        let written: Value = serde_json::from_str(&json(about(&places), &found())).unwrap();
        assert_eq!(written["errors"], 1);
        assert_eq!(written["warnings"], 1);
        assert_eq!(written["findings"][0]["place"]["startLine"], 2);
        assert_eq!(written["findings"][0]["place"]["startColumn"], 4);
        assert_eq!(written["findings"][0]["place"]["endColumn"], 5);
        // What is about the whole file stands at its start.
        assert_eq!(written["findings"][1]["place"]["startLine"], 1);
        assert_eq!(written["findings"][1]["place"]["startColumn"], 1);
    }

    #[test]
    fn every_result_of_the_log_has_its_rule() {
        let places = Places::default();
        let log = sarif(about(&places), &found(), "0.1.0");
        let log: Value = serde_json::from_str(&log).unwrap();
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        for result in run["results"].as_array().unwrap() {
            assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
            assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        }
        let place = &run["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], uri("我的 case.yaml"));
        assert!(uri("我的 case.yaml").ends_with("%20case.yaml"));
    }
}
