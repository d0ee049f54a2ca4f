//! Diagnostics as a person sees them: with the line of the file, carets under the spot, reasons and help.

use std::ops::Range;

use codespan_reporting::diagnostic as report;
use codespan_reporting::files::SimpleFile;
use codespan_reporting::term::{Config, emit_into_string};

use super::{Diagnostic, Diagnostics, Lang, Places, Severity};

/// The most diagnostics that are shown.
const MOST: usize = 100;
/// The longest line, in bytes, that is shown in full.
const LONGEST: usize = 600;

/// All diagnostics in the order of the file, under a line that counts them; empty where there are none.
pub fn show(
    name: &str,
    text: &str,
    places: &Places,
    diagnostics: &Diagnostics,
    lang: Lang,
) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let mut sorted: Vec<(usize, &Diagnostic)> = diagnostics
        .iter()
        .map(|one| (start(places, one), one))
        .collect();
    sorted.sort_by_key(|(start, one)| (*start, one.severity));
    let file = SimpleFile::new(name, text);
    let mut out = header(name, diagnostics, lang);
    out.push('\n');
    for (_, diagnostic) in sorted.iter().take(MOST) {
        out.push('\n');
        out.push_str(&one(&file, text, places, diagnostic, lang));
    }
    if let Some(more) = sorted.len().checked_sub(MOST).filter(|more| *more > 0) {
        let rest = match lang {
            Lang::Zh => format!("另有 {more} 处没有列出，改好上面的再看"),
            Lang::En => format!("and {more} more, not shown"),
        };
        out.extend(["\n", rest.as_str(), "\n"]);
    }
    out
}

/// `case.yaml：1 个错误，2 个提醒`.
pub fn header(name: &str, diagnostics: &Diagnostics, lang: Lang) -> String {
    let (errors, warnings) = (
        diagnostics.count(Severity::Error),
        diagnostics.count(Severity::Warning),
    );
    let plural =
        |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    match (lang, errors, warnings) {
        (Lang::Zh, 0, _) => format!("{name}：{warnings} 个提醒"),
        (Lang::Zh, _, 0) => format!("{name}：{errors} 个错误"),
        (Lang::Zh, ..) => format!("{name}：{errors} 个错误，{warnings} 个提醒"),
        (Lang::En, 0, _) => format!("{name}: {}", plural(warnings, "warning")),
        (Lang::En, _, 0) => format!("{name}: {}", plural(errors, "error")),
        (Lang::En, ..) => format!(
            "{name}: {}, {}",
            plural(errors, "error"),
            plural(warnings, "warning")
        ),
    }
}

/// Where a diagnostic is sorted; what has no place comes last.
fn start(places: &Places, diagnostic: &Diagnostic) -> usize {
    let range = diagnostic
        .place
        .as_ref()
        .and_then(|place| places.range(place));
    range.map_or(usize::MAX, |range| range.start)
}

/// One diagnostic.
fn one(
    file: &SimpleFile<&str, &str>,
    text: &str,
    places: &Places,
    diagnostic: &Diagnostic,
    lang: Lang,
) -> String {
    let said = diagnostic.text(lang);
    let severity = match diagnostic.severity {
        Severity::Error => report::Severity::Error,
        Severity::Warning => report::Severity::Warning,
    };
    let mut shown: report::Diagnostic<()> = report::Diagnostic::new(severity)
        .with_code(diagnostic.finding.code())
        .with_message(&said.message);
    let place = diagnostic
        .place
        .as_ref()
        .and_then(|place| places.range(place));
    let here = place.clone().and_then(|range| visible(text, range));
    let in_words = place
        .filter(|_| here.is_none())
        .and_then(|range| position(text, range.start, lang));
    shown = shown.with_notes(in_words.into_iter().chain(said.notes).collect());
    if let Some(range) = &here {
        shown =
            shown.with_label(report::Label::primary((), range.clone()).with_message(said.label));
    }
    for range in diagnostic
        .others
        .iter()
        .filter_map(|place| places.range(place))
        .filter_map(|range| visible(text, range))
    {
        if Some(&range) != here.as_ref() {
            let label = match lang {
                Lang::Zh => "另一处",
                Lang::En => "the other",
            };
            shown = shown.with_label(report::Label::secondary((), range).with_message(label));
        }
    }
    let config = Config {
        tab_width: 1,
        ..Config::default()
    };
    let lines = emit_into_string(&config, file, &shown)
        .unwrap_or_else(|_| fallback(diagnostic, &said.message));
    without_empty_borders(&lines)
}

/// The part of a range that can be underlined: on one line, on characters, and not on a line of endless length.
fn visible(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let end = range.start + part.split('\n').next().unwrap_or("").trim_end().len();
    let before = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let after = text[range.start..]
        .find('\n')
        .map_or(text.len(), |length| range.start + length);
    (after - before <= LONGEST).then_some(range.start..end.max(range.start))
}

/// Line and character of a place on a line that is too long to be shown.
fn position(text: &str, at: usize, lang: Lang) -> Option<String> {
    let before = text.get(..at)?;
    let line = before.matches('\n').count() + 1;
    let character = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    Some(match lang {
        Lang::Zh => format!("位置：第 {line} 行第 {character} 个字符"),
        Lang::En => format!("place: line {line}, character {character}"),
    })
}

fn fallback(diagnostic: &Diagnostic, message: &str) -> String {
    format!(
        "{}[{}]: {message}\n",
        diagnostic.severity.word(),
        diagnostic.finding.code()
    )
}

/// Takes out lines that hold nothing but the border.
fn without_empty_borders(lines: &str) -> String {
    let kept = lines
        .lines()
        .filter(|line| !line.trim().is_empty() && line.trim() != "│");
    kept.flat_map(|line| [line.trim_end(), "\n"]).collect()
}
