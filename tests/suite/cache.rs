//! Prepared evidence is kept from run to run: the same documents with it and without, whatever happens to it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tousu::manifest::Manifest;

use crate::cli::{copy_of, text, tousu_with_cache};

/// A case with a cache of its own.
struct Bench {
    folder: tempfile::TempDir,
    around: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        Self {
            folder: copy_of("minimal"),
            around: tempfile::tempdir().unwrap(),
        }
    }

    fn cache(&self) -> PathBuf {
        self.around.path().join("cache")
    }

    /// Renders, and returns the PDF.
    fn rendered(&self, more: &[&str]) -> Vec<u8> {
        let mut arguments = vec!["render", "--channel", "12315", "--date", "2026-11-22"];
        arguments.extend(more);
        let output = tousu_with_cache(self.folder.path(), &self.cache(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        std::fs::read(self.folder.path().join("out/12315.pdf")).unwrap()
    }

    /// What is kept, by its name.
    fn kept(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = std::fs::read_dir(self.cache()).into_iter().flatten();
        entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "copies"))
            .map(|path| (path.clone(), std::fs::read(path).unwrap()))
            .collect()
    }

    /// The hashes of all copies of the last filing.
    fn copies(&self) -> Vec<String> {
        let path = self.folder.path().join("out/12315.manifest.json");
        let manifest = Manifest::read(&std::fs::read(path).unwrap()).unwrap();
        let originals = manifest.exhibits.into_iter().flat_map(|one| one.originals);
        originals
            .flat_map(|one| one.copies)
            .map(|copy| copy.sha256)
            .collect()
    }

    /// Changes words of the case file.
    fn edit(&self, from: &str, to: &str) {
        let path = self.folder.path().join("case.yaml");
        let case = std::fs::read_to_string(&path).unwrap();
        assert!(case.contains(from), "{from}");
        std::fs::write(&path, case.replace(from, to)).unwrap();
    }
}

/// How many pictures the smallest example has; its chat log is not kept.
const PICTURES: usize = 4;

#[test]
fn the_same_document_with_and_without_a_cache_and_whatever_befalls_it() {
    let bench = Bench::new();
    let plain = bench.rendered(&["--no-cache"]);
    assert!(!bench.cache().exists());
    assert!(bench.rendered(&[]) == plain, "first run");
    let kept = bench.kept();
    assert_eq!(kept.len(), PICTURES);
    assert!(bench.rendered(&[]) == plain, "second run");
    assert_eq!(bench.kept(), kept);

    // Cut, altered, exchanged, foreign: made anew, and kept anew.
    let paths: Vec<&PathBuf> = kept.keys().collect();
    let mut altered = kept[paths[1]].clone();
    let end = altered.len() - 20;
    altered[end] ^= 1;
    std::fs::write(paths[0], &kept[paths[0]][..100]).unwrap();
    std::fs::write(paths[1], altered).unwrap();
    std::fs::write(paths[2], &kept[paths[3]]).unwrap();
    std::fs::write(paths[3], b"").unwrap();
    assert!(bench.rendered(&[]) == plain, "poisoned");
    assert_eq!(bench.kept(), kept);
    std::fs::remove_file(paths[2]).unwrap();
    std::fs::create_dir(paths[2]).unwrap();
    assert!(
        bench.rendered(&[]) == plain,
        "a folder in the place of a file"
    );

    std::fs::remove_dir_all(bench.cache()).unwrap();
    assert!(bench.rendered(&[]) == plain, "deleted");
    assert_eq!(bench.kept(), kept);

    // What is no folder is not used, and not touched.
    std::fs::remove_dir_all(bench.cache()).unwrap();
    std::fs::write(bench.cache(), b"mine").unwrap();
    assert!(
        bench.rendered(&[]) == plain,
        "a file in the place of the folder"
    );
    assert_eq!(std::fs::read(bench.cache()).unwrap(), b"mine");
}

#[test]
fn another_sentence_takes_the_same_copies_and_another_treatment_makes_others() {
    let bench = Bench::new();
    let first = bench.rendered(&[]);
    let (kept, copies) = (bench.kept(), bench.copies());
    bench.edit("10月19日以后没有充值记录", "10月19日以后没有任何充值记录");
    assert!(bench.rendered(&[]) != first);
    assert_eq!(bench.kept(), kept);
    assert_eq!(bench.copies(), copies);

    let source = "来源: 飞苇充值订单页";
    let mut known = kept.len();
    let mut treatment = String::new();
    for one in [
        "遮盖: { 位置: [160, 160, 90, 30], 理由: 他人信息 }",
        "遮盖: { 位置: [160, 160, 200, 30], 理由: 他人信息 }",
        "裁取: {at: [0, 0, 600, 600]}",
        "旋转: 90",
    ] {
        bench.edit(&format!("{source}{treatment}"), &format!("{source}, {one}"));
        treatment = format!(", {one}");
        let made = bench.rendered(&[]);
        assert!(made == bench.rendered(&["--no-cache"]), "{one}");
        known += 1;
        assert_eq!(bench.kept().len(), known, "{one}");
        let changed = bench.copies();
        let other = copies.iter().zip(&changed).filter(|(a, b)| a != b).count();
        assert_eq!(other, 1, "{one}");
    }
    let size = (first.len() * 3 / 4).to_string();
    let limits = ["--max-size", size.as_str()];
    let made = bench.rendered(&limits);
    assert!(bench.kept().len() > known);
    assert!(made == bench.rendered(&["--no-cache", "--max-size", &size]));
    assert!(made == bench.rendered(&limits));
}

#[test]
fn an_archive_is_the_same_with_kept_copies() {
    let bench = Bench::new();
    let plain = bench.rendered(&[]);
    let arguments = ["archive", "--channel", "12315", "--date", "2026-11-22"];
    let output = tousu_with_cache(bench.folder.path(), &bench.cache(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let archive = bench.folder.path().join("archive/2026-11-22");
    assert!(std::fs::read(archive.join("out/12315.pdf")).unwrap() == plain);
    let check = |arguments: &[&str]| {
        let output = tousu_with_cache(&archive, Path::new(""), arguments);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    };
    check(&["verify", "out/12315.pdf", "."]);
    assert_eq!(bench.kept().len(), PICTURES);
}
