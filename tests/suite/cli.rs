//! The program as a person runs it: exit codes, what goes where, files left whole.

use std::path::Path;
use std::process::{Command, Output};

use crate::office::example;

/// Runs the program without a cache.
pub fn tousu(folder: &Path, arguments: &[&str]) -> Output {
    tousu_with_cache(folder, Path::new(""), arguments)
}

/// Runs the program with a folder for prepared evidence.
pub fn tousu_with_cache(folder: &Path, cache: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tousu"))
        .current_dir(folder)
        .env("TOUSU_CACHE", cache)
        .args(arguments)
        .output()
        .unwrap()
}

/// What it printed.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn lines(output: &Output) -> Vec<String> {
    text(&output.stdout).lines().map(str::to_owned).collect()
}

/// A folder with a copy of an example.
pub fn copy_of(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(
        example(name).join("case.yaml"),
        folder.path().join("case.yaml"),
    )
    .unwrap();
    std::fs::create_dir(folder.path().join("evidence")).unwrap();
    for entry in std::fs::read_dir(example(name).join("evidence")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(
            &path,
            folder
                .path()
                .join("evidence")
                .join(path.file_name().unwrap()),
        )
        .unwrap();
    }
    folder
}

#[test]
fn render_takes_case_yaml_here_and_prints_the_paths() {
    let folder = copy_of("minimal");
    let output = tousu(
        folder.path(),
        &["render", "--channel", "12315", "--date", "2026-11-22"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(
        lines(&output),
        ["out/12315.pdf", "out/12315.txt", "out/12315.manifest.json"]
    );
    let pdf = std::fs::read(folder.path().join("out/12315.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert!(!text(&output.stderr).is_empty());
}

#[test]
fn several_channels_those_that_can_are_written_and_one_that_cannot_is_a_failure() {
    let folder = copy_of("minimal");
    let output = tousu(
        folder.path(),
        &[
            "render",
            "--channel",
            "平台工单,小额诉讼",
            "--date",
            "2026-11-22",
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        lines(&output),
        [
            "out/platform-ticket.pdf",
            "out/platform-ticket.txt",
            "out/platform-ticket.manifest.json"
        ]
    );
    assert!(text(&output.stderr).contains("小额诉讼"));
    let output = tousu(folder.path(), &["render", "--all", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(lines(&output).contains(&"out/alipay-01.jpg".to_owned()));
    assert!(text(&output.stderr).contains("没有生成 小额诉讼"));
}

#[test]
fn a_broken_exhibit_fails_even_where_all_channels_were_asked_for() {
    let folder = copy_of("minimal");
    let picture = folder.path().join("evidence/话费余额.png");
    let whole = std::fs::read(&picture).unwrap();
    std::fs::write(&picture, &whole[..whole.len() / 2]).unwrap();
    let output = tousu(folder.path(), &["render", "--all", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = text(&output.stderr);
    assert!(said.contains("error[evidence-file]"), "{said}");
    assert!(said.contains("case.yaml:35:11"), "{said}");
    assert!(
        said.contains("没有生成 小额诉讼：小额诉讼需要原告性别；"),
        "{said}"
    );
    let output = tousu(folder.path(), &["check", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.contains("改正上面的错误以后：平台工单 可以生成"),
        "{said}"
    );
}

#[test]
fn wrong_usage_is_two_and_names_the_nearest() {
    let folder = copy_of("minimal");
    for (arguments, words) in [
        (&["render", "--channel", "12316"][..], "12315"),
        (&["render"], "--channel"),
        (
            &["render", "nowhere.yaml", "--channel", "12315"],
            "nowhere.yaml",
        ),
        (&["explain", "mising-field"], "missing-field"),
        (&["rendr"], "render"),
    ] {
        let output = tousu(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            text(&output.stderr).contains(words),
            "{arguments:?}: {}",
            text(&output.stderr)
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_case_with_errors_writes_nothing_and_leaves_earlier_files_whole() {
    let folder = copy_of("minimal");
    std::fs::create_dir(folder.path().join("out")).unwrap();
    std::fs::write(folder.path().join("out/12315.pdf"), "earlier").unwrap();
    let case = std::fs::read_to_string(folder.path().join("case.yaml")).unwrap();
    std::fs::write(
        folder.path().join("case.yaml"),
        case.replace("金额: 50.00", "金额: -50.00"),
    )
    .unwrap();
    let output = tousu(folder.path(), &["render", "--channel", "12315"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("negative-amount"));
    assert_eq!(
        std::fs::read_to_string(folder.path().join("out/12315.pdf")).unwrap(),
        "earlier"
    );
}

#[test]
fn a_missing_or_broken_exhibit_is_named_and_nothing_is_dropped() {
    let folder = copy_of("minimal");
    std::fs::remove_file(folder.path().join("evidence/订单详情.png")).unwrap();
    std::fs::write(folder.path().join("evidence/商品页.png"), b"").unwrap();
    let output = tousu(
        folder.path(),
        &["render", "--channel", "12315", "--date", "2026-11-22"],
    );
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.contains("订单详情.png")
            && said.contains("商品页.png")
            && said.contains("evidence-file"),
        "{said}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn check_sums_up_every_channel_without_failing() {
    let folder = copy_of("minimal");
    let output = tousu(folder.path(), &["check", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let said = text(&output.stderr);
    assert!(
        said.contains("12315") && said.contains("小额诉讼 还缺"),
        "{said}"
    );
    let output = tousu(folder.path(), &["check", "--channel", "小额诉讼"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("error[missing-field]"));
}

#[test]
fn emitted_source_has_everything_that_it_reads() {
    let folder = copy_of("minimal");
    let output = tousu(
        folder.path(),
        &[
            "render",
            "--channel",
            "12315",
            "--emit",
            "typst",
            "--date",
            "2026-11-22",
        ],
    );
    assert_eq!(lines(&output), ["out/12315-typst/main.typ"]);
    assert!(
        folder
            .path()
            .join("out/12315-typst/shared/page.typ")
            .exists()
    );
    let output = tousu(
        folder.path(),
        &[
            "render",
            "--channel",
            "12315",
            "--emit",
            "filing",
            "--date",
            "2026-11-22",
        ],
    );
    assert_eq!(lines(&output), ["out/12315.filing.json"]);
}

#[test]
fn the_users_templates_override_file_by_file() {
    let folder = copy_of("minimal");
    let mine = folder.path().join("mine/12315");
    std::fs::create_dir_all(&mine).unwrap();
    std::fs::write(
        mine.join("filing.txt"),
        "== account\n1| 自己的话。\n== typed\n1| 短。\n== script\n1| 说。\n",
    )
    .unwrap();
    let output = tousu(
        folder.path(),
        &[
            "render",
            "--channel",
            "12315",
            "--templates",
            "mine",
            "--format",
            "txt",
            "--date",
            "2026-11-22",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(
        std::fs::read_to_string(folder.path().join("out/12315.txt"))
            .unwrap()
            .contains("自己的话。")
    );
}

#[test]
fn messages_come_in_english_too() {
    let folder = copy_of("minimal");
    let output = tousu(
        folder.path(),
        &["--lang", "en", "check", "--channel", "court"],
    );
    assert!(
        text(&output.stderr).contains("needs"),
        "{}",
        text(&output.stderr)
    );
    let output = tousu(folder.path(), &["channels"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("platform-ticket"));
}

/// Writes a case into a folder of its own.
fn written(case: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("case.yaml"), case).unwrap();
    folder
}

#[test]
fn a_summary_promises_no_filing_that_its_words_forbid() {
    let folder = written("商品: 点卡ครับ\n诉求: 全额退款\n支付: { 方式: 支付宝, 金额: 50.00 }\n");
    let said = text(&tousu(folder.path(), &["check", "--date", "2026-11-22"]).stderr);
    assert!(said.contains("平台工单 还缺"), "{said}");
    assert!(!said.contains("平台工单 可以生成"), "{said}");
}

#[test]
fn errors_of_the_file_and_what_the_channel_lacks_are_told_in_one_run() {
    let folder = written(
        "投诉人: { 姓名: 何一鸣, 电话: \"19900003344\", 地址: 苇州市桂花路21号 }\n\
         被投诉人: { 名称: 苇州市飞苇网络科技有限公司 }\n\
         诉求: 全额退款\n\
         支付: { 方式: 支付宝, 金额: 五十 }\n",
    );
    let output = tousu(
        folder.path(),
        &["check", "--channel", "12315", "--date", "2026-11-22"],
    );
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("not-an-amount"), "{said}");
    assert!(said.contains("12315 投诉需要被投诉人地址"), "{said}");
    // The payment could not be read: that it is missing is no news.
    assert!(!said.contains("需要支付记录"), "{said}");
    assert!(said.contains("12315 投诉 暂不能生成"), "{said}");
}

#[test]
fn a_rule_is_no_basis_before_its_day() {
    let folder = written("诉求: 全额退款\n支付: { 方式: 支付宝, 金额: 50.00 }\n");
    let said = |day: &str| {
        let arguments = ["check", "--channel", "12315", "--date", day];
        text(&tousu(folder.path(), &arguments).stderr)
    };
    // 《市场监督管理投诉举报处理办法》（总局令第121号） stands since 2026-04-15.
    assert!(said("2026-04-15").contains("依据：《市场监督管理投诉举报处理办法》"));
    assert!(!said("2026-04-14").contains("依据：《市场监督管理投诉举报处理办法》"));
}

#[test]
fn evidence_outside_the_folder_is_read_only_when_asked() {
    let folder = copy_of("minimal");
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).unwrap();
    let case = std::fs::read_to_string(folder.path().join("case.yaml")).unwrap();
    std::fs::write(
        inner.join("case.yaml"),
        case.replace("evidence/", "../evidence/"),
    )
    .unwrap();
    let arguments = ["render", "--channel", "12315", "--date", "2026-11-22"];
    let refused = tousu(&inner, &arguments);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("--allow-outside"));
    let allowed: Vec<&str> = arguments.into_iter().chain(["--allow-outside"]).collect();
    let output = tousu(&inner, &allowed);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn check_writes_its_findings_for_programs() {
    let folder = copy_of("minimal");
    let case = folder.path().join("case.yaml");
    let written = std::fs::read_to_string(&case).unwrap();
    std::fs::write(&case, written.replace("电话", "电活")).unwrap();
    for (format, where_) in [("json", "/findings"), ("sarif", "/runs/0/results")] {
        let output = tousu(
            folder.path(),
            &["check", "--format", format, "--channel", "12315"],
        );
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
        let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = all.pointer(where_).unwrap().as_array().unwrap().clone();
        assert!(
            all.iter()
                .any(|one| one.to_string().contains("unknown-key"))
        );
    }
    std::fs::write(&case, written).unwrap();
    let output = tousu(
        folder.path(),
        &[
            "check",
            "--format",
            "json",
            "--channel",
            "12315",
            "--date",
            "2026-11-22",
        ],
    );
    assert_eq!(output.status.code(), Some(0));
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(all["errors"], 0);
}

#[test]
fn plan_says_what_comes_next_and_keeps_the_days() {
    let folder = copy_of("game-card");
    let output = tousu(
        folder.path(),
        &["plan", "--date", "2026-11-27", "--ics", "days.ics"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    for part in [
        "tousu render --channel 12315",
        "或者改走：消费者协会",
        "12315 投诉受理期间（三年）：最迟2029年11月20日",
        "days.ics",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    // One office at a time: the other is named as an alternative only.
    assert!(!said.contains(". 消费者协会"), "{said}");
    let calendar = std::fs::read_to_string(folder.path().join("days.ics")).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(calendar.contains("DTSTART;VALUE=DATE:20291120\r\n"));
    assert!(
        calendar
            .lines()
            .all(|line| line.trim_end_matches('\r').len() <= 75)
    );
    assert!(calendar.split("\r\n").all(|line| !line.contains('\n')));
}

#[test]
fn plan_asks_for_the_events_that_it_waits_for() {
    let folder = copy_of("minimal");
    let file = folder.path().join("case.yaml");
    let case = std::fs::read_to_string(&file).unwrap();
    for (filing, heading, asked) in [
        (
            "{渠道: 12315, 日期: 2026-11-22}",
            "\n发生以后写上，期限才能起算\n",
            "\n  12315 投诉：机关收到：写在「已走渠道」的「经过」\n",
        ),
        (
            "{渠道: 12315, 日期: 2026-11-22, 结果: 达成调解, 结果日期: 2026-11-26}",
            "\n写上这些，计划会更准\n",
            "\n  和解付款日：写在「和解」的「付款日」\n",
        ),
    ] {
        let filed = format!("已走渠道:\n  - {filing}");
        std::fs::write(&file, case.replace("已走渠道: 无", &filed)).unwrap();
        let output = tousu(folder.path(), &["plan", "--date", "2026-11-27"]);
        let said = text(&output.stdout);
        let section = said.split_once(heading).map(|(_, rest)| rest);
        let section = section.and_then(|rest| rest.split("\n\n").next());
        let section = format!("\n{}\n", section.unwrap_or_default());
        assert!(
            section.contains(asked),
            "{asked}: {said}{}",
            text(&output.stderr)
        );
    }
}

#[test]
fn plan_fits_on_one_page() {
    let folder = copy_of("minimal");
    let output = tousu(
        folder.path(),
        &["plan", "--date", "2026-11-27", "-f", "pdf"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("plan.pdf"));
    let pdf = std::fs::read(folder.path().join("out/plan.pdf")).unwrap();
    let pages = crate::pdf::reread(&pdf).pages;
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("行动单"), "{}", pages[0]);
}

#[test]
fn plan_goes_on_with_a_payment_complaint_that_was_closed() {
    let folder = copy_of("minimal");
    let file = folder.path().join("case.yaml");
    let case = std::fs::read_to_string(&file).unwrap();
    let closed =
        "已走渠道:\n  - {渠道: 支付宝, 日期: 2026-11-22, 结果: 未解决即关闭, 结果日期: 2026-11-25}";
    let case = case
        .replace("已走渠道: 无", closed)
        .replace("  方式: 支付宝\n", "  方式: 支付宝\n  种类: 商户收款\n");
    std::fs::write(&file, case).unwrap();
    let output = tousu(folder.path(), &["plan", "--date", "2026-11-27"]);
    let said = text(&output.stdout);
    for part in [
        "支付宝交易投诉（继续投诉）\n   tousu render --channel alipay",
        "在原来的投诉里继续投诉",
    ] {
        assert!(
            said.contains(part),
            "{part}: {said}{}",
            text(&output.stderr)
        );
    }
}

#[test]
fn plan_closes_a_lost_case_with_what_to_keep() {
    let folder = copy_of("minimal");
    let file = folder.path().join("case.yaml");
    let case = std::fs::read_to_string(&file).unwrap();
    let lost = "已走渠道:\n  - {渠道: 法院, 日期: 2026-11-23, procedure: small_claims, 结果: 驳回, 结果日期: 2026-11-26, 理由: 不能证明未到账}";
    let case = case
        .replace("已走渠道: 无", lost)
        .replace("证明: [主体, 承诺]", "证明: 承诺");
    std::fs::write(&file, case).unwrap();
    let output = tousu(folder.path(), &["plan", "--date", "2026-11-27"]);
    let said = text(&output.stdout);
    for part in [
        "结案以后",
        "tousu archive",
        "最薄弱的一环：「主体」没有证据",
        "最近一次的理由：不能证明未到账",
    ] {
        assert!(
            said.contains(part),
            "{part}: {said}{}",
            text(&output.stderr)
        );
    }
    assert!(!said.contains("1. 平台工单"), "{said}");
}

#[test]
fn law_shows_entries_and_judges_texts() {
    let folder = tempfile::tempdir().unwrap();
    let law = |arguments: &[&str]| {
        let all: Vec<&str> = ["law", "--date", "2026-11-22"]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        let output = tousu(folder.path(), &all);
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    };
    for words in ["civil-code-577", "民法典577条", "《民法典》第五百七十七条"] {
        let (code, said, _) = law(&[words]);
        assert_eq!(code, Some(0), "{words}");
        assert!(
            said.contains("《中华人民共和国民法典》第五百七十七条"),
            "{said}"
        );
    }
    let (code, said, _) = law(&["--check", "依据电商法第20条七天无理由退货。"]);
    assert_eq!(code, Some(1), "{said}");
    let (code, said, _) = law(&["--check", "依据《民法典》第五百七十七条，请退款。"]);
    assert_eq!(code, Some(0), "{said}");
    std::fs::create_dir(folder.path().join("文书")).unwrap();
    for missing in ["没有的投诉书.txt", "文书"] {
        let (code, _, said) = law(&["--check", missing]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(missing) && said.contains("帮助"), "{said}");
    }
    let (code, _, said) = law(&["没有这样的词"]);
    assert_eq!(code, Some(2), "{said}");
}

/// What `tousu law` prints on a day in November 2026, on both streams.
fn law(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let dated = !arguments.contains(&"--date");
    let day: &[&str] = if dated {
        &["--date", "2026-11-22"]
    } else {
        &[]
    };
    let all: Vec<&str> = ["law"]
        .iter()
        .chain(day)
        .chain(arguments)
        .copied()
        .collect();
    let output = tousu(folder.path(), &all);
    text(&output.stdout) + &text(&output.stderr)
}

#[test]
fn law_suggests_what_resembles_a_word_and_nothing_else() {
    for (word, near) in [
        ("退宽", "退款"),
        ("款退", "退款"),
        ("时笑", "时效"),
        ("消费者权益保护罚", "消费者权益保护法"),
        ("退宽 时效", "退款"),
        ("consumer-lw", "consumer-law"),
        ("civil-cod-577", "civil-code-577"),
    ] {
        let said = law(&[word]);
        assert!(said.contains(&format!("是不是“{near}”")), "{word}: {said}");
    }
    for word in ["qwerty", "asdfgh", "蛤蟆", "zz", "的了", "铿锵玫瑰"] {
        let said = law(&[word]);
        assert!(
            said.contains("登记里没有") && !said.contains("是不是"),
            "{word}: {said}"
        );
    }
}

#[test]
fn a_misquote_is_told_once_with_what_is_right() {
    let said = law(&["ecl20-seven-day"]);
    for once in [
        "法律没有这样规定",
        "“电商法第20条”",
        "“无理由”",
        "与七日无理由退货无关",
        "第二十五条第一款（2014-03-15 起施行）",
        "《中华人民共和国电子商务法》第二十条",
    ] {
        assert_eq!(said.matches(once).count(), 1, "{once}: {said}");
    }
    let said = law(&["--lang", "en", "merchant-seven-days"]);
    assert!(
        said.contains("misquoted: the law does not say so"),
        "{said}"
    );
    assert!(said.contains("“消保法”, “电商法”, “法律规定”"), "{said}");
}

#[test]
fn entries_of_the_law_speak_the_language_of_the_reader() {
    let said = law(&["consumer-law-55-p1"]);
    assert!(
        said.contains("条件        为生活消费需要（自用或者赠与）"),
        "{said}"
    );
    assert!(
        said.contains("未交付：没有欺诈的迟延或者未交付不适用"),
        "{said}"
    );
    let said = law(&["--lang", "en", "consumer-law-55-p1"]);
    assert!(
        said.contains("daily-life purchase (purpose personal or gift)"),
        "{said}"
    );
    let said = law(&["order-20-15"]);
    assert!(said.contains("不印：已经失效，只作识别"), "{said}");
}

#[test]
fn codes_of_the_law_are_explained() {
    let known = include_str!("../../src/law/text/verdict.rs");
    let codes = [
        "misquoted-law",
        "superseded-law",
        "law-not-yet-in-force",
        "no-such-article",
        "law-not-in-register",
        "ambiguous-law",
        "unverified-law",
    ];
    for code in codes {
        let row = tousu::diagnostic::explain::explain(code, tousu::diagnostic::Lang::Zh);
        let example = row
            .unwrap_or_else(|| panic!("{code} is not explained"))
            .example;
        let day = if code == "law-not-yet-in-force" {
            "2026-04-01"
        } else {
            "2026-11-22"
        };
        let said = law(&["--date", day, "--check", example]);
        assert!(said.contains(&format!("[{code}]")), "{code}: {said}");
    }
    let written = known.split('"').filter(|word| {
        word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    });
    for word in written {
        assert!(codes.contains(&word), "{word} has no example");
    }
}

#[test]
fn a_wrong_citation_in_own_words_keeps_the_filing_from_being_written() {
    let folder = copy_of("minimal");
    let case = folder.path().join("case.yaml");
    let written = std::fs::read_to_string(&case).unwrap();
    let check = |fact: &str| {
        std::fs::write(&case, format!("{written}\n经过:\n  - 2026-11-21 {fact}\n")).unwrap();
        let output = tousu(
            folder.path(),
            &["check", "--channel", "12315", "--date", "2026-11-22"],
        );
        (output.status.code(), text(&output.stderr))
    };
    let (code, said) = check("告知客服依据电商法第20条应当七天无理由退货");
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("[wrong-citation]"), "{said}");
    let (code, said) = check("再次查询话费，仍未到账");
    assert_eq!(code, Some(0), "{said}");
}
