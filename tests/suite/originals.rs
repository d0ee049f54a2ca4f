//! Originals inside the PDF: the whole file or nothing, and only where the channel wants them.

use std::path::Path;
use std::sync::Arc;

use tousu::manifest::Manifest;
use tousu::reread::{attachments, reread};

use crate::cli::{copy_of, text, tousu};
use crate::office::root;

/// A folder with the smallest example and templates of its own, whose 12315 wants originals and hides the phone.
fn attaching() -> tempfile::TempDir {
    let folder = copy_of("minimal");
    let channel = std::fs::read_to_string(root().join("templates/12315/channel.yaml")).unwrap();
    let channel = channel.replace("\n  phone: full", "\n  phone: last4");
    let home = folder.path().join("templates/12315");
    std::fs::create_dir_all(&home).unwrap();
    std::fs::write(home.join("channel.yaml"), channel + "\nattach: true\n").unwrap();
    folder
}

fn render(folder: &Path, more: &[&str]) -> (Option<i32>, String) {
    let arguments = ["render", "--date", "2026-11-22", "--channel", "12315"];
    let own = ["--templates", "templates", "--format", "pdf"];
    let all: Vec<&str> = arguments.iter().chain(&own).chain(more).copied().collect();
    let output = tousu(folder, &all);
    (output.status.code(), text(&output.stderr))
}

/// The names and bytes of the files inside the PDF, without the manifest.
fn inside(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let pdf = Arc::new(std::fs::read(folder.join("out/12315.pdf")).unwrap());
    let files = attachments(&pdf, |name, bytes| (name.to_owned(), bytes.to_vec())).unwrap();
    let is_original = |(name, _): &(String, Vec<u8>)| name != Manifest::INSIDE;
    files.into_iter().filter(is_original).collect()
}

/// Adds an exhibit to the case.
fn add(folder: &Path, name: &str, bytes: &[u8], more: &str) {
    std::fs::write(folder.join("evidence").join(name), bytes).unwrap();
    let case = folder.join("case.yaml");
    let written = std::fs::read_to_string(&case).unwrap();
    let item = format!(
        "\n  - {{文件: evidence/{name}, 名称: 补充材料, 证明: 未解决, 来源: 本人{more}}}\n"
    );
    std::fs::write(&case, written.trim_end().to_owned() + &item).unwrap();
}

/// Some picture of the example.
fn picture(folder: &Path) -> Vec<u8> {
    std::fs::read(folder.join("evidence/商品页.png")).unwrap()
}

#[test]
fn originals_go_along_byte_for_byte_and_are_verified() {
    let folder = attaching();
    let (code, said) = render(folder.path(), &[]);
    assert_eq!(code, Some(0), "{said}");
    let manifest = folder.path().join("out/12315.manifest.json");
    let written = std::fs::read(&manifest).unwrap();
    let record = Manifest::read(&written).unwrap();
    let files = inside(folder.path());
    let mut named = Vec::new();
    for original in record.exhibits.iter().flat_map(|one| &one.originals) {
        let path = original.path.as_ref().unwrap();
        let bytes = std::fs::read(folder.path().join(path)).unwrap();
        match &original.attached {
            Some(name) => {
                let (_, held) = files.iter().find(|(held, _)| held == name).unwrap();
                assert!(*held == bytes, "{name}");
                named.push(name.as_str());
            }
            None => assert!(said.contains("[original-left-out]"), "{path}: {said}"),
        }
    }
    assert_eq!(named.len(), files.len());
    assert!(named.contains(&"E01.png"), "{named:?}: {said}");
    let pdf = std::fs::read(folder.path().join("out/12315.pdf")).unwrap();
    let read = reread(&pdf).unwrap();
    let pages: String = read.pages.concat().split_whitespace().collect();
    assert!(pages.contains("PDF附件E01.png"));
    assert!(
        read.strings
            .iter()
            .any(|text| text.starts_with("证据1的原始文件"))
    );
    assert!(String::from_utf8_lossy(&pdf).contains("<pdfaid:part>3<"));

    let verify = || {
        let output = tousu(folder.path(), &["verify", "out/12315.pdf"]);
        (output.status.code(), text(&output.stdout))
    };
    let (code, said) = verify();
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("一致　证据1 附入 PDF 的原始文件 E01.png"),
        "{said}"
    );
    let hash = record.exhibits[0].originals[0].file.sha256.as_str();
    for (was, is, told) in [
        (
            hash,
            "0".repeat(64).as_str(),
            "有变动　证据1 附入 PDF 的原始文件 E01.png",
        ),
        (
            "\"E01.png\"",
            "\"E99.png\"",
            "找不到　证据1 附入 PDF 的原始文件 E99.png",
        ),
    ] {
        std::fs::write(&manifest, text(&written).replace(was, is)).unwrap();
        let (code, said) = verify();
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn nothing_goes_along_where_the_channel_does_not_ask() {
    let folder = copy_of("minimal");
    let arguments = ["render", "--date", "2026-11-22", "--channel", "12315"];
    let output = tousu(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0));
    assert!(inside(folder.path()).is_empty());
    assert!(!text(&output.stderr).contains("original"));
}

#[test]
fn what_is_hidden_stays_out_and_the_run_says_why() {
    let folder = attaching();
    let path = folder.path();
    let screen = picture(path);
    add(
        path,
        "遮盖.png",
        &screen,
        ", 遮盖: {位置: [10, 10, 90, 30]}",
    );
    add(
        path,
        "裁取.png",
        &screen,
        ", 裁取: {位置: [10, 10, 300, 300]}",
    );
    add(path, "密码.png", &screen, ", 密码: hunter-2026");
    add(
        path,
        "别处.png",
        &screen,
        ", 遮盖: {位置: [10, 10, 90, 30], 仅限: 支付宝}",
    );
    add(path, "旋转.png", &screen, ", 旋转: 90");
    let chat = "2026-11-20 12:45 客服：请提供电话\n2026-11-20 12:46 何一鸣：１９９-0000 3344，地址桂花路21号6栋502室\n";
    let chat = encoding_rs::GB18030.encode(chat).0;
    add(path, "记录.txt", &chat, "");
    add(
        path,
        "尾巴.png",
        &[screen.clone(), b"more".to_vec()].concat(),
        "",
    );
    let (code, said) = render(path, &[]);
    assert_eq!(code, Some(0), "{said}");
    let record =
        Manifest::read(&std::fs::read(path.join("out/12315.manifest.json")).unwrap()).unwrap();
    let gone = |name: &str| {
        let mut originals = record.exhibits.iter().flat_map(|one| &one.originals);
        let one = originals.find(|one| one.file.name == name).unwrap();
        one.attached.is_none()
    };
    for (name, out) in [
        ("遮盖.png", true),
        ("裁取.png", true),
        ("密码.png", true),
        ("别处.png", false),
        ("旋转.png", false),
        ("尾巴.png", true),
    ] {
        assert_eq!(gone(name), out, "{name}: {said}");
    }
    assert_eq!(said.matches("[original-left-out]").count(), 1, "{said}");
    for why in ["有遮盖", "裁取的部分", "有密码", "末尾之后还有数据"] {
        assert!(said.contains(why), "{why}: {said}");
    }
    for (_, bytes) in inside(path) {
        assert!(bytes != screen || !gone("别处.png"));
        assert!(!bytes.ends_with(b"more") && bytes != *chat);
    }
}

#[test]
fn a_heic_is_read_in_a_process_of_its_own_and_goes_along() {
    let folder = attaching();
    let path = folder.path();
    let of = |name: &str| std::fs::read(root().join("tests/evidence").join(name)).unwrap();
    let plain = of("plain.heic");
    add(path, "照片.heic", &plain, "");
    let film = [plain.clone(), b"\0\0\0\x0cmoovfilm".to_vec()].concat();
    add(path, "实况.heic", &film, "");
    let (code, said) = render(path, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(inside(path).iter().any(|(_, bytes)| *bytes == plain));
    assert!(!inside(path).iter().any(|(_, bytes)| *bytes == film));
    assert!(
        said.contains("evidence/实况.heic（末尾附有一段视频"),
        "{said}"
    );
}

#[test]
fn a_check_foretells_what_will_not_go_along() {
    let folder = attaching();
    let path = folder.path();
    let tail = [picture(path), b"more".to_vec()].concat();
    add(path, "尾巴.png", &tail, "");
    add(path, "密码.png", &picture(path), ", 密码: hunter-2026");
    let check = |channel: &str| {
        let arguments = ["check", "--date", "2026-11-22", "--channel", channel];
        let all = [&arguments[..], &["--templates", "templates"]].concat();
        text(&tousu(path, &all).stderr)
    };
    let told = |said: &str| {
        let mut lines = said
            .lines()
            .skip_while(|line| !line.contains("[original-left-out]"));
        lines.next().map(str::to_owned)
    };
    let foretold = told(&check("12315"));
    let (code, said) = render(path, &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        foretold.is_some() && foretold == told(&said),
        "{foretold:?}: {said}"
    );
    for why in [
        "evidence/密码.png（有密码）",
        "evidence/尾巴.png（文件末尾之后还有数据）",
    ] {
        assert!(foretold.as_ref().unwrap().contains(why), "{foretold:?}");
    }
    assert_eq!(told(&check("alipay")), None);
}

#[test]
fn without_room_for_all_none_goes_along() {
    let folder = attaching();
    assert_eq!(render(folder.path(), &[]).0, Some(0));
    let all = inside(folder.path());
    let whole = std::fs::metadata(folder.path().join("out/12315.pdf"))
        .unwrap()
        .len();
    let held: usize = all.iter().map(|(_, bytes)| bytes.len()).sum();
    let bare = whole - held as u64;
    // Room for the filing with a few of its originals, and for all of them.
    let (code, said) = render(folder.path(), &["--max-size", &(bare + 30_000).to_string()]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("[originals-too-large]"), "{said}");
    assert!(inside(folder.path()).is_empty());
    let (code, said) = render(folder.path(), &["--max-size", &(whole + 1000).to_string()]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(inside(folder.path()), all);
}

#[test]
fn an_archive_makes_the_same_bytes_again() {
    let folder = attaching();
    let arguments = [
        "archive",
        "--channel",
        "12315",
        "--date",
        "2026-11-22",
        "--templates",
        "templates",
    ];
    let output = tousu(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let archive = folder.path().join("archive/2026-11-22");
    let again = [
        "render",
        "--channel",
        "12315",
        "--date",
        "2026-11-22",
        "--templates",
        "templates",
        "-o",
        "../../again",
    ];
    let output = tousu(&archive, &again);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let filed = std::fs::read(archive.join("out/12315.pdf")).unwrap();
    assert!(filed == std::fs::read(folder.path().join("again/12315.pdf")).unwrap());
}
