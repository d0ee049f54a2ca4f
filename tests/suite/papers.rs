//! Recordings, documents and exported chats stand on their pages: what is in them, and what is left out.

use std::io::{Cursor, Write};
use std::path::Path;

use tousu::diagnostic::Severity;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::office::{channel, file, reading, today};
use crate::pdf::{ink, reread};

/// A case without evidence.
const CASE: &str = include_str!("../../examples/minimal/case.yaml");

/// Half a second of AMR.
fn recording() -> Vec<u8> {
    let mut frame = vec![0x3C];
    frame.resize(32, 0);
    [b"#!AMR\n".as_slice(), &frame.repeat(3025)].concat()
}

/// A text of Word.
fn word() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let text =
        "<w:document><w:body><w:p><w:r><w:t>退款协议书</w:t></w:r></w:p></w:body></w:document>";
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// Writes the files of the case.
fn files(folder: &Path) {
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    write("通话.amr", &recording());
    write("协议.docx", &word());
    write(
        "商品页.html",
        "<!-- saved from url=(0030)https://www.feiwei-cz.example/50 --><html><title>话费</title><h1>充值五十元</h1>\
         <p>超时全额退款，联系小王，手机19900003344</p><script>x</script></html>"
            .as_bytes(),
    );
    write(
        "答复.eml",
        "From: kefu@feiwei-cz.example\r\nTo: he@mail.example\r\nMessage-ID: <1@feiwei-cz.example>\r\n\
         Date: Sat, 21 Nov 2026 09:30:00 +0800\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n不能退款，请谅解\r\n"
            .as_bytes(),
    );
    let columns: Vec<String> = (1..=14).map(|no| format!("第{no}栏的名称")).collect();
    let row: Vec<String> = (1..=14)
        .map(|no| format!("20261120220014550103881209{no:02}\t"))
        .collect();
    write(
        "账单.csv",
        format!("交易记录\n{}\n{}\n", columns.join(","), row.join(",")).as_bytes(),
    );
    write(
        "聊天.csv",
        "time,sender,content\n2026-11-20 12:45,我,没有到账\n2026-11-20 12:46,小王,系统处理中\n2026-11-21 09:10,小王,不予退款\n"
            .as_bytes(),
    );
}

/// The case with every kind of file.
fn case() -> String {
    let (case, _) = CASE.split_once("证据:").unwrap();
    format!(
        "{case}证据:\n\
         - {{文件: 通话.amr, 证明: 未解决, 来源: 录音, 隐去: 小王, 文字稿: [00:05 客服：我是小王, {{时点: 0:59, 说话人: 我, 内容: 请退款}}]}}\n\
         - {{文件: 商品页.html, 证明: 承诺, 来源: 网页, 隐去: 小王, 原文: 超时全额退款}}\n\
         - {{文件: 答复.eml, 证明: 未解决, 来源: 邮箱}}\n\
         - {{文件: 协议.docx, 证明: 下单, 来源: 对方}}\n\
         - {{文件: 账单.csv, 证明: 付款, 来源: 支付宝}}\n\
         - {{文件: 聊天.csv, 证明: 未解决, 来源: 微信, 隐去: 小王, 节选: 2-3}}\n"
    )
}

#[test]
fn every_kind_of_file_is_read_on_its_page() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let outcome = file(&reading(&case()), folder.path(), &channel("12315"));
    let papers = outcome.value.unwrap().remove(0);
    let pdf = papers.volumes[0]
        .document
        .pdf(&papers.stem, today())
        .unwrap();
    let text: String = reread(&pdf).pages.iter().map(|page| ink(page)).collect();
    for words in [
        "通话.amr",
        "00:01:00",
        "AMR",
        "请退款",
        "0:59",
        "https://www.feiwei-cz.example/50",
        "充值五十元",
        "脚本",
        "kefu@feiwei-cz.example",
        "1@feiwei-cz.example",
        "不能退款，请谅解",
        "退款协议书",
        "交易记录",
        "第14栏的名称",
        "2026112022001455010388120914",
        "第1条未附",
        "系统处理中",
        "不予退款",
        "节选附入",
    ] {
        assert!(text.contains(&ink(words)), "{words}");
    }
    for hidden in ["小王", "没有到账吗"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
}

#[test]
fn private_values_are_masked_in_documents_and_in_what_is_said() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let case = case().replace("我是小王", "您的号码是199 0000 3344吗");
    for id in ["platform-ticket", "alipay"] {
        let outcome = file(&reading(&case), folder.path(), &channel(id));
        let papers = outcome.value.unwrap().remove(0);
        let shown = papers.filing["bundle"].to_string().replace(' ', "");
        assert!(shown.contains("超时全额退款"), "{id}");
        assert!(!shown.contains("19900003344"), "{id}");
    }
}

#[test]
fn recordings_want_their_words() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let (case, _) = CASE.split_once("证据:").unwrap();
    let found = |item: &str| {
        let text = format!("{case}证据: [{{文件: 通话.amr, 证明: 未解决, 来源: 录音{item}}}]\n");
        let outcome = file(&reading(&text), folder.path(), &channel("12315"));
        let found = outcome.diagnostics.iter();
        found
            .filter(|one| {
                one.finding.code().contains("recording") || one.finding.code().contains("beyond")
            })
            .map(|one| (one.finding.code(), one.severity))
            .collect::<Vec<_>>()
    };
    assert_eq!(found(""), [("recording-without-words", Severity::Warning)]);
    assert_eq!(found(", 文字稿: [00:05 客服：您好]"), []);
    assert_eq!(
        found(", 文字稿: [01:30 客服：您好]"),
        [("transcript-beyond-end", Severity::Warning)]
    );
}

#[test]
fn the_time_that_a_camera_notes_is_only_suggested() {
    let folder = crate::office::example("game-card");
    let case = std::fs::read_to_string(folder.join("case.yaml")).unwrap();
    let without = case.replace("    captured: 2026-11-20 21:02:37\n", "");
    assert_ne!(case, without);
    let suggested = |case: &str| {
        let outcome = file(&reading(case), &folder, &channel("12315"));
        let shown = outcome.value.unwrap()[0].filing["bundle"].to_string();
        let mut found = outcome.diagnostics.iter();
        let said = found.find(|one| one.finding.code() == "camera-time");
        (
            said.map(|one| one.message(tousu::diagnostic::Lang::Zh)),
            shown.matches("2026-11-20 21:02:37").count(),
        )
    };
    let (said, shown) = suggested(&without);
    assert!(said.unwrap().contains("2026-11-20 21:02:37"));
    assert_eq!(shown, 0);
    assert!(suggested(&case).0.is_none());
}

#[test]
fn frames_on_what_is_no_picture_are_told() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let (case, _) = CASE.split_once("证据:").unwrap();
    let text = format!(
        "{case}证据: [{{文件: 协议.docx, 证明: 未解决, 来源: 网站, 框线: [{{at: [1, 1, 9, 9], no: 1}}]}}]\n"
    );
    let outcome = file(&reading(&text), folder.path(), &channel("12315"));
    let mut found = outcome.diagnostics.iter();
    assert!(found.any(|one| one.finding.code() == "frames-on-text"));
    let papers = outcome.value.unwrap().remove(0);
    let figures = &papers.filing["bundle"]["exhibits"][0]["figures"];
    for figure in figures.as_array().unwrap() {
        assert!(figure["marks"].as_array().unwrap().is_empty());
    }
}

#[test]
fn an_excerpt_without_messages_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let case = case().replace("节选: 2-3", "节选: 7-9");
    let outcome = file(&reading(&case), folder.path(), &channel("12315"));
    assert!(outcome.value.unwrap_or_default().is_empty());
    assert!(
        outcome
            .diagnostics
            .iter()
            .any(|one| one.finding.code() == "evidence-file")
    );
}

#[test]
fn pages_with_long_texts_and_lists_are_laid_out() {
    let folder = tempfile::tempdir().unwrap();
    let sums: Vec<String> = (0..1500).map(|no| format!("{no}元")).collect();
    let lines: Vec<String> = (0..900)
        .map(|no| format!("2026-11-{:02} 第{no}条", no % 28 + 1))
        .collect();
    let page = format!(
        "<html><meta charset=utf-8><ul><li>自动发货</li><li>{}</li></ul><p>{}</p><pre>{}</pre></html>",
        "┌".to_owned() + &"─".repeat(200),
        sums.join("、"),
        lines.join("\n")
    );
    std::fs::write(folder.path().join("长页.html"), page).unwrap();
    let case = format!(
        "{}\n证据:\n  - {{文件: 长页.html, 名称: 长页, 证明: [下单, 付款, 未履行], 来源: 网页另存}}\n",
        CASE.split("证据:").next().unwrap().trim_end()
    );
    let outcome = file(&reading(&case), folder.path(), &channel("12315"));
    let papers = outcome.value.unwrap();
    assert_eq!(papers.len(), 1, "{:?}", outcome.diagnostics);
    let pdf = papers[0].volumes[0].document.pdf("12315", today()).unwrap();
    let text: String = reread(&pdf).pages.iter().map(|page| ink(page)).collect();
    for words in ["自动发货", "1499元", "第899条"] {
        assert!(text.contains(words), "{words}");
    }
}
