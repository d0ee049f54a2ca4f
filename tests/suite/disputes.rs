//! Short cases of every kind of dispute: what each channel would print of them, as files to review, and what must hold
//! of all of them whatever the wording.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use tousu::case::Reading;
use tousu::channel::Channel;
use tousu::diagnostic::Lang;
use tousu::pipeline::Papers;

use crate::office::{channels, file, golden, reading, root};

/// The cases, by name.
fn cases() -> Vec<(String, Reading)> {
    let folder = root().join("tests/disputes");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let named = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, reading(&fs::read_to_string(&path).unwrap()))
    };
    paths.into_iter().map(named).collect()
}

/// The filings of a case on a channel, and what was found.
fn filed(reading: &Reading, channel: &Channel) -> (Vec<Papers>, String) {
    let outcome = file(reading, root(), channel);
    let found = reading.show_all(&outcome.diagnostics, Lang::Zh);
    (outcome.value.unwrap_or_default(), found)
}

/// Everything that a filing says.
fn said(papers: &Papers) -> String {
    let mut text = papers.volumes[0].document.page_texts().concat();
    for one in &papers.texts {
        let _ = write!(text, "\n【{}】{} 字\n{}\n", one.title, one.count, one.text);
    }
    text
}

#[test]
fn disputes_on_every_channel() {
    let mut wrong = Vec::new();
    for (name, reading) in cases() {
        for channel in channels() {
            let (filings, found) = filed(&reading, &channel);
            let mut text = found;
            for papers in &filings {
                let _ = write!(text, "════ {}\n{}", papers.stem, said(papers));
            }
            golden(
                &format!("disputes/{name}.{}.txt", channel.id),
                &text,
                &mut wrong,
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "differs from the golden file (UPDATE=1 accepts, then review the diff):\n{}",
        wrong.join("\n")
    );
}

/// What is asked back in a filing, in yuan, alternatives included.
fn asked_back(papers: &Papers) -> Vec<String> {
    let requests = papers.filing["requests"].as_array().unwrap();
    requests
        .iter()
        .filter(|request| request["kind"]["id"] == "refund")
        .map(|request| request["amount"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_a_claim_says_in_own_words_is_printed() {
    let text = fs::read_to_string(root().join("tests/disputes/excuses.yaml")).unwrap();
    for claim in [
        "{ 退款: 全额, 内容: 三日内退回并书面说明原因。 }",
        "{ 补发: 1, 内容: 三日内退回并书面说明原因 }",
        "{ 更换: 1, 内容: 三日内退回并书面说明原因 }",
    ] {
        let claims =
            format!("诉求: [{claim}, {{ 利息: {{ 起算日: 2026-11-12 }}, 内容: 另行结算 }}]");
        let reading = reading(&text.replace("诉求: 全额退款", &claims));
        for channel in channels() {
            let (filings, found) = filed(&reading, &channel);
            let text = filings.iter().map(said).collect::<String>();
            let text: String = text.split_whitespace().collect();
            // A sum in the margin may stand between the lines.
            for words in ["（三日内退回并书面说明", "另行结算）"] {
                assert!(
                    text.contains(words),
                    "{claim} {}: {found}{text}",
                    channel.id
                );
            }
        }
    }
}

#[test]
fn filings_of_a_case_add_up() {
    let fen = |yuan: &String| yuan.replace('.', "").parse::<i64>().unwrap();
    for (name, reading) in cases() {
        let total = |id: &str| -> i64 {
            let channel = crate::office::channel(id);
            let (filings, _) = filed(&reading, &channel);
            filings
                .iter()
                .flat_map(asked_back)
                .map(|sum| fen(&sum))
                .sum()
        };
        let shared = total("alipay");
        if shared > 0 {
            assert_eq!(shared, total("platform-ticket"), "{name}");
            assert_eq!(shared, total("small-claims"), "{name}");
        }
    }
}

#[test]
fn sentences_are_well_formed() {
    for (name, reading) in cases() {
        for channel in channels() {
            for papers in filed(&reading, &channel).0 {
                let text: String = said(&papers).split_whitespace().collect();
                for slip in [
                    "。。",
                    "，，",
                    "；。",
                    "，。",
                    "。，",
                    "。；",
                    "：。",
                    "（）",
                    "“”",
                    "““",
                    "””",
                    "。”。",
                    "None",
                    "null",
                ] {
                    assert!(!text.contains(slip), "{name} {}: {slip}", papers.stem);
                }
            }
        }
    }
}
