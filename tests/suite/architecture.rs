//! The shape of the code: layers, tidy words, and documents that name what exists.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::office::root;

/// Which modules a module may use. Leaves use nothing but other leaves that are named here.
const LAYERS: [(&str, &[&str]); 25] = [
    ("bilingual", &[]),
    ("calendar", &["moment"]),
    ("chinese", &[]),
    ("moment", &["chinese"]),
    ("money", &["chinese"]),
    ("facts", &["bilingual", "moment", "money"]),
    ("files", &[]),
    ("ical", &["moment"]),
    ("identity", &["chinese"]),
    ("language", &[]),
    ("law", &["chinese", "bilingual"]),
    ("diagnostic", &["bilingual", "identity", "moment", "money"]),
    ("yaml", &["diagnostic"]),
    (
        "deadline",
        &["facts", "calendar", "law", "moment", "bilingual", "ical"],
    ),
    (
        "plan",
        &["deadline", "facts", "law", "moment", "money", "bilingual"],
    ),
    ("evidence", &["bilingual"]),
    (
        "case",
        &[
            "yaml",
            "diagnostic",
            "law",
            "moment",
            "money",
            "chinese",
            "identity",
            "facts",
            "bilingual",
            "language",
        ],
    ),
    ("channel", &["bilingual"]),
    (
        "filing",
        &[
            "case",
            "evidence",
            "channel",
            "law",
            "moment",
            "money",
            "diagnostic",
            "bilingual",
            "facts",
            "chinese",
        ],
    ),
    ("render", &["channel", "law"]),
    ("typeset", &[]),
    ("reread", &[]),
    ("manifest", &["reread"]),
    (
        "pipeline",
        &[
            "case",
            "channel",
            "evidence",
            "filing",
            "render",
            "typeset",
            "files",
            "diagnostic",
            "bilingual",
            "manifest",
            "reread",
            "deadline",
            "moment",
        ],
    ),
    ("lib", &[]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The top module that a file of the library belongs to.
fn module(path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root().join("src")).ok()?;
    let first = relative
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    let name = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
    (!["main", "args", "commands"].contains(&name.as_str())).then_some(name)
}

#[test]
fn modules_use_only_what_their_layer_allows() {
    let layers: BTreeMap<&str, &[&str]> = LAYERS.into_iter().collect();
    let mut wrong = Vec::new();
    for path in sources(&root().join("src")) {
        let Some(own) = module(&path) else { continue };
        let build_script = path.components().any(|part| part.as_os_str() == "build")
            || path.ends_with("build.rs")
            || path.ends_with("embed.rs");
        if build_script {
            continue;
        }
        let allowed = layers
            .get(own.as_str())
            .unwrap_or_else(|| panic!("{own} has no layer"));
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String = used
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if !used.is_empty()
                    && layers.contains_key(used.as_str())
                    && used != own
                    && !allowed.contains(&used.as_str())
                {
                    wrong.push(format!(
                        "{}:{}: {own} uses {used}",
                        path.display(),
                        number + 1
                    ));
                }
            }
        }
        for (package, home) in [
            ("typst", "typeset"),
            ("tera", "render"),
            ("std::fs", "files"),
            ("fs::", "files"),
        ] {
            let uses = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .any(|line| line.starts_with(&format!("use {package}")));
            if uses && own != home {
                wrong.push(format!("{}: only {home} may use {package}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_left_overs() {
    let words = [
        "TO".to_owned() + "DO",
        "FIX".to_owned() + "ME",
        "XX".to_owned() + "X",
        "dbg!".to_owned(),
    ];
    for path in sources(&root().join("src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for word in &words {
                let quoted = line.contains(&format!("\"{word}"));
                assert!(
                    quoted || !line.contains(word.as_str()),
                    "{}:{}: {word}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn documents_name_files_that_exist() {
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        let text = std::fs::read_to_string(root().join(document)).unwrap();
        for name in text.split('`').skip(1).step_by(2) {
            let path = name.trim_end_matches('/');
            let known = [
                "src/",
                "templates/",
                "examples/",
                "tests/",
                "fonts/",
                ".ci/",
            ]
            .iter()
            .any(|folder| name.starts_with(folder));
            if known && !name.contains(['<', '*', ' ', '…']) {
                assert!(root().join(path).exists(), "{document} names {name}");
            }
        }
    }
}

#[test]
fn wording_has_no_words_about_the_other_side() {
    let lexicon = [
        "骗",
        "黑心",
        "无良",
        "恶意",
        "奸商",
        "垃圾",
        "坑人",
        "严惩",
        "冻结",
        "连带责任",
        "七个工作日内退款",
        "暂行办法",
    ];
    for (path, text) in tousu::channel::Templates::built_in()
        .iter()
        .filter(|(path, _)| !path.ends_with("channel.yaml"))
    {
        for word in lexicon {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
}

/// What names papers that nobody outside has: files of notes, and numbers of claims in them.
fn is_private(line: &str) -> bool {
    let claim = |word: &str| {
        let mut signs = word.chars();
        let of_claim = matches!((signs.next(), signs.next()), (Some('S'), Some('0'..='9')));
        of_claim && signs.next() == Some('-')
    };
    line.contains(".md")
        || line
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .any(claim)
}

#[test]
fn data_names_public_sources_only() {
    assert!(is_private("source: [notes.md 2]") && is_private("see S0-12"));
    let mut folders = vec![root().join("src"), root().join("templates")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|kind| kind != "yaml") {
                continue;
            }
            files += 1;
            let text = std::fs::read_to_string(&path).unwrap();
            let private = text.lines().find(|line| is_private(line));
            assert_eq!(private, None, "{}", path.display());
        }
    }
    assert!(files > 10, "{files}");
}
