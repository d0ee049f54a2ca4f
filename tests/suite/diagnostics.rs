//! Wrong case files with the expectation in a comment under the spot.
//!
//! Every file is read without its expectations; written under the lines they belong to, the findings must give the
//! file back. `UPDATE=1` writes them. A finding without a place stands at the top after `# expect:`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tousu::case::{Reading, read};
use tousu::diagnostic::{Diagnostic, Lang, explain};
use unicode_width::UnicodeWidthStr;

use crate::office::reading;

/// Codes that no text file in UTF-8 of reasonable size can show.
const WITHOUT_FILE: [&str; 5] = [
    "file-too-large",
    "not-utf8",
    "internal",
    "too-many-values",
    "missing-field",
];

#[test]
fn findings_stand_where_they_are_expected() {
    let mut wrong = Vec::new();
    for path in files() {
        let written = fs::read_to_string(&path).unwrap();
        let expected = with_findings(&without_findings(&written));
        if expected == written {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, expected).unwrap();
        } else {
            wrong.push(format!("{}:\n{expected}", path.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "found otherwise (UPDATE=1 accepts):\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_code_has_a_file_of_its_name() {
    let codes: BTreeSet<&str> = explain::codes().collect();
    let mut named = BTreeSet::new();
    for path in files() {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let code = stem.split('.').next().unwrap().to_owned();
        assert!(
            codes.contains(code.as_str()),
            "{} names no code",
            path.display()
        );
        let shown = fs::read_to_string(&path).unwrap();
        assert!(
            shown.contains(&format!("[{code}]")),
            "{} does not show its code",
            path.display()
        );
        named.insert(code);
    }
    // Later steps have codes of their own, and tests of their own.
    let known = include_str!("../../src/diagnostic/finding.rs");
    for code in codes {
        let here = known.contains(&format!("=> \"{code}\""));
        assert!(
            !here || named.contains(code) || WITHOUT_FILE.contains(&code),
            "{code} has no file"
        );
    }
}

#[test]
fn both_languages_say_something() {
    for path in files() {
        let reading = reading(&without_findings(&fs::read_to_string(&path).unwrap()));
        for diagnostic in &reading.outcome.diagnostics {
            assert!(!diagnostic.message(Lang::Zh).is_empty());
            let english = diagnostic.text(Lang::En);
            assert!(
                !english.message.is_empty() && !english.notes.is_empty(),
                "{}",
                diagnostic.finding.code()
            );
        }
        assert_eq!(
            reading.show(Lang::Zh).is_empty(),
            reading.outcome.diagnostics.is_empty()
        );
    }
}

#[test]
fn one_fact_without_an_exhibit_is_told_in_the_singular() {
    for (facts, said) in [
        ("a", "one of the facts is stated, and no exhibit shows it"),
        (
            "a}, {at: 2026-11-02, text: b",
            "2 of the facts are stated, and no exhibit shows them",
        ),
    ] {
        let reading = reading(&format!("facts: [{{at: 2026-11-01, text: {facts}}}]"));
        let shown = reading.show(Lang::En);
        assert!(shown.contains(said), "{shown}");
    }
}

#[test]
fn mutilated_files_never_panic() {
    const PIECES: [&str; 16] = [
        "：", ": ", "\n", "\t", "- ", "{", "]", "\"", "'", "&a ", "*a", "<<: *a", "|\n", "\u{0}",
        "\u{200b}", "姓名",
    ];
    let mut state: usize = 7;
    let mut below = |bound: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound.max(1)
    };
    for path in files() {
        let text: Vec<char> = fs::read_to_string(path).unwrap().chars().collect();
        for _ in 0..20 {
            let mut text = text.clone();
            for _ in 0..4 {
                let at = below(text.len());
                let gone = below(3).min(text.len() - at);
                text.splice(at..at + gone, PIECES[below(PIECES.len())].chars());
            }
            let mut bytes = text.into_iter().collect::<String>().into_bytes();
            check(&bytes);
            let at = below(bytes.len());
            bytes[at] ^= 0x55;
            check(&bytes);
        }
    }
}

/// What holds of every reading.
fn check(bytes: &[u8]) {
    let reading = read("case.yaml", bytes);
    let diagnostics = &reading.outcome.diagnostics;
    assert_eq!(reading.outcome.value.is_none(), diagnostics.has_errors());
    assert_eq!(reading.show(Lang::Zh).is_empty(), diagnostics.is_empty());
    assert!(
        diagnostics
            .iter()
            .all(|one| one.finding.code() != "internal"),
        "{}",
        reading.text
    );
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yml"));
    files.sort();
    files
}

/// Whether a line is an expectation.
fn is_finding(line: &str) -> bool {
    let comment = line.trim_start().strip_prefix('#').map(str::trim_start);
    comment.is_some_and(|text| {
        text.starts_with("expect:")
            || (line.starts_with('#')
                && text.trim_start_matches('^').starts_with([' '])
                && text.starts_with('^'))
    })
}

fn without_findings(written: &str) -> String {
    written
        .split_inclusive('\n')
        .filter(|line| !is_finding(line))
        .collect()
}

fn with_findings(text: &str) -> String {
    let reading = reading(text);
    let mut out = String::new();
    for diagnostic in &reading.outcome.diagnostics {
        if range(&reading, diagnostic).is_none() {
            let _ = writeln!(out, "# expect: {}", said(diagnostic));
        }
    }
    let mut start = 0;
    for line in reading.text.split_inclusive('\n') {
        let end = start + line.len();
        out.push_str(line);
        let mut here: Vec<(usize, usize, String)> = Vec::new();
        for diagnostic in &reading.outcome.diagnostics {
            if let Some(range) = range(&reading, diagnostic).filter(|range| {
                (start..end).contains(&range.start)
                    || (range.start == end && end == reading.text.len())
            }) {
                let column = reading.text[start..range.start].width();
                here.push((column, reading.text[range].width().max(1), said(diagnostic)));
            }
        }
        here.sort();
        for (column, width, said) in here {
            out.push_str(&caret_line(column, width, &said));
        }
        start = end;
    }
    out
}

/// The carets of a finding; at the left edge the sign of the comment stands for the first of them.
fn caret_line(column: usize, width: usize, said: &str) -> String {
    let (spaces, carets) = if column == 0 {
        (0, width.max(2) - 1)
    } else {
        (column - 1, width)
    };
    format!("#{}{} {said}\n", " ".repeat(spaces), "^".repeat(carets))
}

fn range(reading: &Reading, diagnostic: &Diagnostic) -> Option<std::ops::Range<usize>> {
    diagnostic
        .place
        .as_ref()
        .and_then(|place| reading.places.range(place))
}

fn said(diagnostic: &Diagnostic) -> String {
    format!(
        "{}[{}] {}",
        diagnostic.severity.word(),
        diagnostic.finding.code(),
        diagnostic.message(Lang::Zh)
    )
}
