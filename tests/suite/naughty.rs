//! Text that tries to be something else: it comes out of the PDF as it went in, or it is named as an error.

use std::path::Path;

use tousu::diagnostic::{Lang, Severity};
use tousu::render::{literal, markup};
use tousu::typeset::{self, Manuscript};

use crate::office::{channel, file, reading, today};
use crate::pdf::{ink, reread};

fn strings() -> Vec<String> {
    let list = include_str!("../naughty/strings.txt");
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(unescape)
        .collect()
}

/// `\u{…}` as the character it names.
fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("\\u{") {
        text.push_str(&rest[..at]);
        let (code, after) = rest[at + 3..].split_once('}').unwrap();
        match u32::from_str_radix(code, 16).ok().and_then(char::from_u32) {
            Some(c) => text.push(c),
            None => text.push_str(&rest[at..at + 4 + code.len()]),
        }
        rest = after;
    }
    text + rest
}

/// A text in double quotes of YAML.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_string()
            } else {
                format!("\\U{:08X}", u32::from(c))
            }
        })
        .collect();
    format!("\"{escaped}\"")
}

fn case(goods: &str) -> String {
    format!(
        "投诉人: {{姓名: 林晓舟, 电话: \"19900001234\", 地址: 云汀市示例路1号}}\n被投诉人: {{名称: 示例网络科技有限公司, 地址: 云汀市示例大道2号}}\n商品: {0}\n问题: 未到账\n用途: 生活消费\n\
         支付: {{方式: 支付宝, 金额: 168.00, 时间: 2026-11-01 20:59}}\n经过:\n  - {{时间: 2026-11-02, 事实: {0}}}\n诉求: 全额退款\n已走渠道: 无\n",
        quoted(goods)
    )
}

#[test]
fn strings_come_out_as_they_went_in_or_are_named() {
    let channel = channel("12315");
    let mut wrong = Vec::new();
    for text in strings().iter().filter(|text| !ink(text).is_empty()) {
        let reading = reading(&case(text));
        if reading.outcome.value.is_none() {
            // A control character or the like is an error of the file, with its place.
            assert!(
                reading
                    .outcome
                    .diagnostics
                    .iter()
                    .any(|d| d.severity == Severity::Error),
                "{text:?}"
            );
            continue;
        }
        let outcome = file(&reading, Path::new("."), &channel);
        let taken = reading
            .outcome
            .value
            .as_ref()
            .and_then(|case| case.goods.as_ref())
            .map(|goods| goods.name.clone());
        let undrawable = typeset::undrawable(taken.as_deref().unwrap_or_default());
        let Some(papers) = outcome.value else {
            let named = outcome
                .diagnostics
                .iter()
                .any(|d| d.finding.code() == "undrawable-character" && d.place.is_some());
            if undrawable.is_empty() || !named {
                let codes: Vec<&str> = outcome
                    .diagnostics
                    .iter()
                    .map(|d| d.finding.code())
                    .collect();
                wrong.push(format!("{text:?}: {codes:?}"));
            }
            continue;
        };
        if !undrawable.is_empty() {
            wrong.push(format!("{text:?}: {undrawable:?} should have been named"));
        }
        let placeholder = reading
            .outcome
            .diagnostics
            .iter()
            .any(|d| d.finding.code() == "placeholder");
        let Some(goods) = papers[0].filing["goods"]["name"]
            .as_str()
            .map(str::to_owned)
            .or_else(|| placeholder.then(String::new))
        else {
            wrong.push(format!("{text:?} was dropped"));
            continue;
        };
        let pages = match papers[0].volumes[0].document.pdf("12315", today()) {
            Ok(pdf) => reread(&pdf).pages.join(""),
            Err(error) => {
                wrong.push(format!("{text:?}: {:?}", error.messages));
                continue;
            }
        };
        if !ink(&pages).contains(&ink(&goods)) {
            wrong.push(format!("{text:?} is not in the document"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        strings().len(),
        wrong.join("\n")
    );
}

#[test]
fn escapes_give_the_text_back() {
    for text in strings()
        .into_iter()
        .filter(|text| typeset::undrawable(text).is_empty())
    {
        let value = serde_json::Value::String(text.clone());
        let main = format!(
            "#let no(s) = s\n#set text(font: (\"Noto Serif SC\", \"Noto Sans SC\", \"Noto Emoji\"), fallback: false)\n#let a = {}\n#let b = [{}]\n#a\n",
            literal(&value),
            markup(&text)
        );
        let manuscript = Manuscript {
            main,
            ..Manuscript::default()
        };
        assert!(typeset::typeset(manuscript).is_ok(), "{text:?}");
    }
}

#[test]
fn nobody_is_told_to_say_a_name_in_other_words() {
    for (from, to, is_name) in [
        ("林晓舟", "丁𬎆", true),
        ("示例大道2号", "𬎆大道2号", true),
        ("168.00, ", "168.00, 收款方名称: 𬎆公司, ", true),
        ("问题: 未到账", "标题: 𬎆\n问题: 未到账", false),
    ] {
        let text = case("会员").replace(from, to);
        let outcome = file(&reading(&text), Path::new("."), &channel("12315"));
        let found = outcome
            .diagnostics
            .iter()
            .find(|one| one.finding.code() == "undrawable-character");
        if let Some(found) = found {
            let notes = found.text(Lang::Zh).notes.join("\n");
            assert_eq!(notes.contains("手写补正"), is_name, "{to}: {notes}");
        } else {
            assert!(!is_name, "{to}");
        }
    }
}
