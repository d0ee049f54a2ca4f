//! What was hidden is gone from the PDF, and what was filed can be checked afterwards.

use std::path::Path;

use tousu::evidence::{jpeg_is_covered, samples_are_covered};
use tousu::manifest::Manifest;
use tousu::pipeline;
use tousu::reread::{PictureData, reread};

use crate::cli::{copy_of, text, tousu};
use crate::office::{channel, example, example_reading, exported, finished, reading, with_desk};

/// The exit code of `verify` and what it printed.
fn verify(folder: &Path) -> (Option<i32>, String) {
    let output = tousu(folder, &["verify", "out/12315.pdf"]);
    let all = text(&output.stdout) + &text(&output.stderr);
    (output.status.code(), all)
}

#[test]
fn a_filing_and_its_originals_are_checked_against_the_manifest() {
    let folder = copy_of("minimal");
    let path = |name: &str| folder.path().join(name);
    let output = tousu(
        folder.path(),
        &["render", "--channel", "12315", "--date", "2026-11-22"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let (code, said) = verify(folder.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(
        !said.contains("有变动　") && !said.contains("无从比对　"),
        "{said}"
    );

    let pdf = std::fs::read(path("out/12315.pdf")).unwrap();
    let mut changed = pdf.clone();
    for at in [0, pdf.len() / 3, pdf.len() / 2, pdf.len() - 1] {
        changed[at] ^= 1;
        std::fs::write(path("out/12315.pdf"), &changed).unwrap();
        let (code, said) = verify(folder.path());
        assert_eq!(code, Some(1), "byte {at}: {said}");
        assert!(said.contains("有变动　整个 PDF 文件"), "{said}");
        changed[at] ^= 1;
    }
    std::fs::write(path("out/12315.pdf"), &pdf).unwrap();

    let manifest =
        Manifest::read(&std::fs::read(path("out/12315.manifest.json")).unwrap()).unwrap();
    let original = manifest.exhibits[0].originals[0].path.clone().unwrap();
    let mut bytes = std::fs::read(path(&original)).unwrap();
    bytes[9] ^= 1;
    std::fs::write(path(&original), &bytes).unwrap();
    let (code, said) = verify(folder.path());
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains(&format!("有变动　证据1 的原始文件 {original}")),
        "{said}"
    );
    std::fs::remove_file(path(&original)).unwrap();
    assert!(verify(folder.path()).1.contains("找不到"));

    // Without the one beside it, the manifest inside still tells of the originals.
    std::fs::remove_file(path("out/12315.manifest.json")).unwrap();
    let (code, said) = verify(folder.path());
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("无从比对　整个 PDF 文件"), "{said}");
}

#[test]
fn nothing_to_compare_is_said() {
    let folder = copy_of("minimal");
    let arguments = [
        "render",
        "--channel",
        "platform-ticket",
        "--date",
        "2026-11-22",
    ];
    assert_eq!(tousu(folder.path(), &arguments).status.code(), Some(0));
    std::fs::remove_file(folder.path().join("out/platform-ticket.manifest.json")).unwrap();
    let output = tousu(folder.path(), &["verify", "out/platform-ticket.pdf"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("没有可以比对的清单"));
}

#[test]
fn the_manifest_inside_is_that_beside_it() {
    let reading = example_reading("game-card");
    for id in ["12315", "small-claims", "alipay", "platform-ticket"] {
        let channel = channel(id);
        with_desk(&reading, &example("game-card"), |desk| {
            let papers = pipeline::file(desk, &channel).value.unwrap();
            let volume = &papers[0].volumes[0];
            let (pdf, manifest) = exported(desk, &channel, volume).value.unwrap();
            let inside = reread(&pdf).unwrap().inside();
            let expected = channel.hash_list.then(|| manifest.to_file());
            assert_eq!(inside, expected, "{id}");
            let part = if channel.hash_list { 3 } else { 2 };
            let level = format!("<pdfaid:part>{part}<");
            assert!(String::from_utf8_lossy(&pdf).contains(&level), "{id}");
            assert!(manifest.exhibits.iter().all(|one| one.pages.is_some()));
        });
    }
}

#[test]
fn words_under_a_box_that_stand_elsewhere_fail_the_run() {
    let case = std::fs::read_to_string(example("minimal").join("case.yaml")).unwrap();
    let hidden = |note: &str, word: &str| {
        let evidence = format!(
            "\n  - {{文件: {}, 证明: 已发卡密, 来源: 截图, 说明: {note}, 遮盖: {{位置: [10, 10, 90, 30], 所盖: {word}}}}}\n",
            picture()
        );
        let reading = reading(&(case.trim_end().to_owned() + &evidence));
        with_desk(&reading, &example("minimal"), |desk| {
            let channel = channel("12315");
            let papers = pipeline::file(desk, &channel).value.unwrap();
            let exported = exported(desk, &channel, &papers[0].volumes[0]);
            let codes: Vec<&str> = exported
                .diagnostics
                .iter()
                .map(|one| one.finding.code())
                .collect();
            (exported.value.is_some(), codes.join(","))
        })
    };
    let done = (true, String::new());
    assert_eq!(hidden("收到的短信", "QK7788 9900"), done);
    let residue = (false, "redaction-residue".to_owned());
    assert_eq!(hidden("收到的短信 qk77-889900", "QK7788 9900"), residue);
    assert_eq!(
        hidden("收到的短信", "甲乙"),
        (true, "hidden-word-short".to_owned())
    );
}

/// A picture of the smallest example.
fn picture() -> String {
    let folder = example("minimal").join("evidence");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with(".txt"))
        .collect();
    names.sort();
    format!("evidence/{}", names[0])
}

#[test]
fn each_channel_shows_its_own_copy_of_a_picture() {
    let case = std::fs::read_to_string(example("game-card").join("case.yaml")).unwrap();
    let file = "    file: evidence/支付宝账单.jpg\n";
    assert!(case.contains(file));
    let boxes = "boxes: [{ at: [100, 100, 400, 400], why: 测试 }]";
    let covered = format!("{file}    redact: {{ except: [platform-ticket], {boxes} }}\n");
    let reading = reading(&case.replace(file, &covered));
    let shown = |id: &str| {
        with_desk(&reading, &example("game-card"), |desk| {
            let channel = channel(id);
            let papers = pipeline::file(desk, &channel).value.unwrap();
            let volume = &papers[0].volumes[0];
            let (pdf, _) = exported(desk, &channel, volume).value.unwrap();
            let pictures = reread(&pdf).unwrap().pictures;
            let mut shown: Vec<Vec<u8>> = pictures
                .into_iter()
                .filter_map(|picture| match picture.data {
                    PictureData::Jpeg(bytes) => Some(bytes.clone()),
                    _ => None,
                })
                .collect();
            let files = volume.document.manuscript().files.iter();
            let mut given: Vec<Vec<u8>> = files
                .filter(|(path, _)| path.ends_with(".jpg"))
                .map(|(_, bytes)| bytes.to_vec())
                .collect();
            shown.sort();
            given.sort();
            assert!(shown == given, "{id}");
            // Pages as pictures show the pictures too: what has only its head is an even grey.
            for page in volume.document.png().unwrap() {
                let page = image::load_from_memory(&page).unwrap().to_rgb8();
                let grey = page.pixels().filter(|pixel| pixel.0 == [128; 3]).count();
                assert!(grey * 20 < page.pixels().len(), "{id}");
            }
            shown
        })
    };
    let first = shown("12315");
    assert!(shown("platform-ticket") != first);
    assert!(shown("12315") == first);
}

#[test]
fn covered_places_are_flat_in_the_pictures_of_the_pdf() {
    let (papers, pdf) = finished("game-card", "12315").unwrap();
    let covered = papers.filing["bundle"]["exhibits"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|exhibit| exhibit["masked"].as_bool().unwrap())
        .count();
    assert!(covered > 0);
    let read = reread(&pdf).unwrap();
    assert!(!read.pictures.is_empty());
    // A place that is not covered is not flat: the proof can fail.
    let anywhere = tousu::evidence::Mask {
        left: 0,
        top: 0,
        right: 400,
        bottom: 400,
        luma: 0,
    };
    for picture in &read.pictures {
        let flat = match &picture.data {
            PictureData::Jpeg(bytes) => jpeg_is_covered(bytes, &[anywhere]),
            PictureData::Samples(samples) => {
                samples_are_covered(samples, picture.width, &[anywhere])
            }
            PictureData::Other => panic!("a picture that cannot be judged"),
        };
        assert!(!flat);
    }
}

#[test]
fn an_archive_makes_the_same_filing_again_and_keeps_no_password() {
    let folder = copy_of("minimal");
    let case = folder.path().join("case.yaml");
    let written = std::fs::read_to_string(&case).unwrap();
    let locked = format!(
        "{}\n  - {{文件: {}, 名称: 带密码的, 证明: 未解决, 来源: 截图, 密码: hunter-2026}}\n",
        written.trim_end(),
        picture()
    );
    std::fs::write(&case, locked).unwrap();
    let output = tousu(
        folder.path(),
        &["archive", "--channel", "12315", "--date", "2026-11-22"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let archive = folder.path().join("archive/2026-11-22");
    assert_eq!(text(&output.stdout).trim(), "archive/2026-11-22");
    let kept = std::fs::read_to_string(archive.join("case.yaml")).unwrap();
    assert!(kept.contains("带密码的") && !kept.contains("hunter-2026"));
    assert!(archive.join("law/provisions.yaml").exists());
    assert!(archive.join("templates/12315/channel.yaml").exists());
    let filed = archive.join("out/12315.pdf");
    assert!(std::fs::metadata(&filed).unwrap().permissions().readonly());

    let arguments = ["render", "--date", "2026-11-22", "--channel", "12315"];
    let more = ["--templates", "templates", "-o", "../../again"];
    let all: Vec<&str> = arguments.into_iter().chain(more).collect();
    let again = tousu(&archive, &all);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    let again = std::fs::read(folder.path().join("again/12315.pdf")).unwrap();
    assert!(std::fs::read(&filed).unwrap() == again);
    let verified = tousu(&archive, &["verify", "out/12315.pdf", "."]);
    assert_eq!(
        verified.status.code(),
        Some(0),
        "{}",
        text(&verified.stdout)
    );

    // A second one of the same day gets a name of its own.
    let second = tousu(
        folder.path(),
        &["archive", "--channel", "12315", "--date", "2026-11-22"],
    );
    assert_eq!(text(&second.stdout).trim(), "archive/2026-11-22-2");
}
