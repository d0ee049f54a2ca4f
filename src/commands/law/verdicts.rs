//! `tousu law --check`: each citation and known misquote of a text with its verdict.

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;

use tousu::files;
use tousu::law::Gravity;
use tousu::law::text::{Judged, judge};

use super::super::{Office, Report, Stop};
use super::entry::pad;

/// Judges a text, the text of a file that exists, or that of standard input.
pub(super) fn run(
    office: &Office<'_>,
    given: &str,
    date: NaiveDate,
    stdin: impl Read,
) -> Result<Report, Stop> {
    let text = text(office, given, stdin)?;
    let all = judge(&text, date);
    Ok(Report {
        stdout: shown(office, &text, &all, date),
        failed: all
            .iter()
            .any(|one| one.verdict.gravity() == Gravity::Error),
        ..Report::default()
    })
}

fn text(office: &Office<'_>, given: &str, mut stdin: impl Read) -> Result<String, Stop> {
    let path = Path::new(given);
    let bytes = if given == "-" {
        let mut bytes = Vec::new();
        stdin.read_to_end(&mut bytes).map(|_| bytes)
    } else if path.is_file() {
        files::read(path)
    } else if path.is_dir() {
        return Err(Stop(office.say(
            format!("{given} 是文件夹，不是文件\n帮助：写出其中一个文本文件"),
            format!("{given} is a folder and no file\nhelp: name a text file in it"),
        )));
    } else if looks_like_path(given) {
        return Err(Stop(office.say(
            format!(
                "找不到文件 {given}\n帮助：核对路径和文件名；要检查的是文字本身的，去掉像路径的部分，或者用 --check - 从标准输入读"
            ),
            format!(
                "no file {given}\nhelp: check folder and name; to judge a text that looks like a path, give it to --check - on standard input"
            ),
        )));
    } else {
        return Ok(given.to_owned());
    };
    let bytes = bytes.map_err(|error| {
        Stop(office.say(
            format!("读不了 {given}：{error}"),
            format!("cannot read {given}: {error}"),
        ))
    })?;
    String::from_utf8(bytes).map_err(|_| {
        Stop(office.say(
            format!("读不了 {given}：不是 UTF-8 编码的文字\n帮助：另存为 UTF-8，或者把文字直接写在 --check 后面"),
            format!("cannot read {given}: no text in UTF-8\nhelp: save it as UTF-8, or give the text itself"),
        ))
    })
}

/// Whether what was given names a file rather than being a text: one line without the marks of a sentence, with the
/// ending of a file or with separators between names that cite nothing.
fn looks_like_path(given: &str) -> bool {
    let given = given.trim();
    if given.contains(['\n', '。', '，', '；', '！', '？', '、', '《']) {
        return false;
    }
    let has_ending = Path::new(given)
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| {
            (1..=5).contains(&ending.len())
                && ending.chars().all(|char| char.is_ascii_alphanumeric())
                && ending.chars().any(|char| char.is_ascii_alphabetic())
        });
    let starts_so = ["./", "../", "/", "~/", ".\\", "..\\"]
        .iter()
        .any(|start| given.starts_with(start));
    let has_separator = given.contains(['/', '\\']) && !given.contains(['第', '条', ' ']);
    has_ending || starts_so || has_separator
}

fn shown(office: &Office<'_>, text: &str, all: &[Judged], date: NaiveDate) -> String {
    if all.is_empty() {
        return office.say(
            "没有找到法条的引用，也没有已知的误引\n",
            "no citation and no known misquote\n",
        );
    }
    let lines = text.lines().count() > 1;
    let mut out = summary(office, all, date);
    for one in all {
        let words: String = text
            .get(one.range.clone())
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let line = text[..one.range.start].matches('\n').count() + 1;
        let place = if lines {
            office.say(format!("第 {line} 行  "), format!("line {line}  "))
        } else {
            String::new()
        };
        let said = one.verdict.said();
        let (label, width) = label(office, one.verdict.gravity());
        let indent = " ".repeat(width);
        let code = one.verdict.code().map(|code| format!("  [{code}]"));
        let _ = write!(
            out,
            "\n{}{place}{words}{}\n{indent}{}\n",
            pad(&label, width),
            code.unwrap_or_default(),
            office.pick(&said.message)
        );
        if let Some(help) = &said.help {
            let help = office.pick(help);
            let help = office.say(format!("帮助：{help}"), format!("help: {help}"));
            let _ = writeln!(out, "{indent}{help}");
        }
    }
    out
}

fn summary(office: &Office<'_>, all: &[Judged], date: NaiveDate) -> String {
    let count = |gravity| {
        all.iter()
            .filter(|one| one.verdict.gravity() == gravity)
            .count()
    };
    let parts: Vec<String> = [
        (Gravity::Error, "不能提交", "not to be filed"),
        (Gravity::Warning, "要改或者核对", "to correct or confirm"),
        (Gravity::Note, "供参考", "to know"),
        (Gravity::Silent, "无误", "good"),
    ]
    .into_iter()
    .filter(|(gravity, ..)| count(*gravity) > 0)
    .map(|(gravity, zh, en)| {
        let count = count(gravity);
        office.say(format!("{count} 处{zh}"), format!("{count} {en}"))
    })
    .collect();
    office.say(
        format!("{}（以 {date} 为准）\n", parts.join("，")),
        format!("{} (as of {date})\n", parts.join(", ")),
    )
}

/// The word for a gravity, and the width of the column of these words.
fn label(office: &Office<'_>, gravity: Gravity) -> (String, usize) {
    let (zh, en) = match gravity {
        Gravity::Error => ("不能提交", "not to be filed"),
        Gravity::Warning => ("请核对", "check"),
        Gravity::Note => ("供参考", "note"),
        Gravity::Silent => ("无误", "good"),
    };
    (
        office.say(zh, en),
        if office.lang == tousu::diagnostic::Lang::Zh {
            10
        } else {
            17
        },
    )
}

#[cfg(test)]
mod tests {
    use super::looks_like_path;

    #[test]
    fn paths_are_told_from_texts() {
        for path in [
            "投诉书.txt",
            "文书/起诉状",
            "./草稿",
            "../a b/notes.md",
            "C:\\文书\\投诉书.docx",
        ] {
            assert!(looks_like_path(path), "{path}");
        }
        for text in [
            "依据民法典第577条",
            "民法典第577条/第584条",
            "退一赔三",
            "依据《民法典》第577条，退款 168.00",
            "网址 www.12315.cn。",
        ] {
            assert!(!looks_like_path(text), "{text}");
        }
    }
}
