//! PDF and HEIC exhibits go through a process of their own and come out on the pages.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tousu::diagnostic::{Lang, Outcome};
use tousu::pipeline::Papers;

use crate::office::{channel, example, file, finished, reading, root, today};
use crate::pdf::{ink, reread};

/// Files the minimal example with one more exhibit, whose file has this content.
fn filed(name: &str, content: &[u8], keys: &str) -> (Outcome<Vec<Papers>>, String) {
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("evidence");
    std::fs::create_dir(&evidence).unwrap();
    for entry in std::fs::read_dir(example("minimal").join("evidence")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, evidence.join(path.file_name().unwrap())).unwrap();
    }
    std::fs::write(evidence.join(name), content).unwrap();
    let case = std::fs::read_to_string(example("minimal").join("case.yaml")).unwrap();
    let exhibit = format!("  - {{ 文件: evidence/{name}, 证明: 承诺, 来源: 合同{keys} }}\n");
    let reading = reading(&(case + &exhibit));
    let outcome = file(&reading, folder.path(), &channel("12315"));
    let said = outcome
        .diagnostics
        .iter()
        .map(|one| one.message(Lang::Zh))
        .collect::<Vec<_>>()
        .join("\n");
    (outcome, said)
}

/// A file of `tests/evidence/`.
fn sample(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/evidence").join(name)).unwrap()
}

/// The kinds of the pictures of the exhibit that was added.
fn kinds(papers: &[Papers]) -> Vec<String> {
    let exhibits = papers[0].filing["bundle"]["exhibits"].as_array().unwrap();
    let added = exhibits.iter().find(|one| one["source"] == "合同").unwrap();
    let figures = added["figures"].as_array().unwrap();
    let kind = |figure: &Value| figure["kind"].as_str().unwrap().to_owned();
    figures.iter().map(kind).collect()
}

#[test]
fn every_page_of_a_document_is_an_exhibit_page() {
    let (_, pdf) = finished("minimal", "alipay").unwrap();
    let pages = reread(&pdf).pages.len();
    let (outcome, said) = filed("合同.pdf", &pdf, "");
    let papers = outcome.value.unwrap_or_else(|| panic!("{said}"));
    assert_eq!(kinds(&papers), vec!["page"; pages]);
    let filing = papers[0].volumes[0]
        .document
        .pdf(&papers[0].stem, today())
        .unwrap();
    let text: String = reread(&filing).pages.iter().map(|page| ink(page)).collect();
    for no in 1..=pages {
        let caption = format!("原件第{no}页／共{pages}页");
        assert_eq!(text.matches(&caption).count(), 1, "{caption}");
    }
}

#[test]
fn chosen_pages_of_a_locked_document_are_filed() {
    let locked = sample("locked-aes256.pdf");
    let (outcome, said) = filed("合同.pdf", &locked, ", 密码: user, 页: 1");
    let papers = outcome.value.unwrap_or_else(|| panic!("{said}"));
    assert_eq!(kinds(&papers), ["page"]);
    assert!(!papers[0].filing.to_string().contains("密码"));
    for (keys, words) in [
        ("", "有密码，打不开"),
        (", 密码: 不对", "用所给的密码打不开"),
        (", 密码: user, 页: 7", "没有第 7 页"),
    ] {
        let (outcome, said) = filed("合同.pdf", &locked, keys);
        assert!(outcome.value.is_none(), "{keys}");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_phone_picture_is_filed() {
    let (outcome, said) = filed("IMG_0001.HEIC", &sample("turned.heic"), "");
    let papers = outcome.value.unwrap_or_else(|| panic!("{said}"));
    assert_eq!(kinds(&papers), ["photo"]);
}

#[test]
fn a_file_that_takes_all_memory_takes_only_its_own() {
    // Three times deflated, 1.3 GB of zeroes take a few hundred bytes.
    let (outcome, said) = filed("合同.pdf", &sample("greedy.pdf"), "");
    assert!(outcome.value.is_none());
    assert!(said.contains("合同.pdf"), "{said}");
    assert!(said.contains("无法解读"), "{said}");
}

#[test]
fn the_command_for_it_is_hidden_and_answers_only_itself() {
    let program = Path::new(env!("CARGO_BIN_EXE_tousu"));
    let help = Command::new(program).arg("--help").output().unwrap();
    assert!(!String::from_utf8_lossy(&help.stdout).contains("decode-pages"));
    let mute = Command::new(program)
        .arg("decode-pages")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(mute.status.code(), Some(2));
}
