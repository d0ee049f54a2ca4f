//! No value that a channel must not show is anywhere in what is written for it.

use proptest::prelude::*;

use tousu::channel::{Shown, privacy::HIDDEN};
use tousu::diagnostic::{Lang, Severity};
use tousu::filing::private::{Mask, secrets};
use tousu::pipeline;

use crate::office::{
    EXAMPLES, channel, channels, example, example_reading, file, finished, reading, with_desk,
};
use crate::pdf::reread;

/// A case whose private values are near to what the filing must show.
const NEAR: &str = r#"
投诉人: {姓名: 周予安, 出生日期: 1991-09-03, 工作单位: 腾讯, 电话: "19900005678", 地址: 江苏省栖川市云渡区流泉路5号3幢301室, 户籍地址: 江苏省栖川市云渡区, 证件类型: 身份证, 证件号码: "990306199109030516", 电子邮箱: zhou.yuan@mail.example, 退款到: {方式: 银行卡, 账号: "6222020200112233445"}}
被投诉人: {名称: 苇州市腾讯科技有限公司, 地址: 湖南省苇州市南溪区春水路9号, 网站: www.feiwei.example, 电话: 0900-5550278}
商品: {名称: 腾讯视频会员, 充入账户: "990000102688", 交付方式: 自动发卡}
问题: 未到账
订单: {平台订单号: M20261110, 时间: 2026-11-10 20:33}
支付: {方式: 支付宝, 金额: 120, 时间: 2026-11-10 20:34, 交易号: "2026111022001488220417336051", 付款账户: "6051"}
交付: {卡密: ABCD1234EFGH5678}
法院: {名称: 江苏省栖川市云渡区人民法院}
诉求: 全额退款
已走渠道: [{渠道: 平台工单, 日期: 2026-11-12, 编号: "19900005678"}]
"#;

/// What the filing of that case must show.
const OWED: [&str; 6] = [
    "苇州市腾讯科技有限公司",
    "腾讯视频会员",
    "支付宝",
    "江苏省栖川市云渡区人民法院",
    "2026111022001488220417336051",
    "M20261110",
];

/// The mask of that case on a channel.
fn mask(text: &str, id: &str) -> Mask {
    Mask::of(reading(text).outcome.value.as_ref().unwrap(), &channel(id))
}

/// A text without what people put into a value: letters and digits only, narrow and small.
fn bare(text: &str) -> String {
    text.chars()
        .map(|c| match u32::from(c) {
            code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap(),
            _ => c.to_ascii_lowercase(),
        })
        .filter(|c| c.is_alphanumeric())
        .collect()
}

#[test]
fn what_a_filing_must_show_stays_whole() {
    let masks = [
        (mask(NEAR, "alipay"), OWED.as_slice()),
        (
            mask(
                &NEAR.replace("工作单位: 腾讯", "工作单位: 支付宝"),
                "alipay",
            ),
            OWED.as_slice(),
        ),
        (
            mask(&NEAR.replace("990000102688", "2026"), "alipay"),
            &["2026-11-10 20:33", "2026年11月10日"],
        ),
        (
            mask(&NEAR.replace("990000102688", "20261110"), "alipay"),
            &["2026-11-10 20:33", "M20261110", "11-10 20:33"],
        ),
        (
            mask(&NEAR.replace("990000102688", "20000"), "alipay"),
            &["20000.00元", "120000", "20000001"],
        ),
    ];
    for (mask, texts) in masks {
        for text in texts {
            for sentence in [(*text).to_owned(), format!("通过{text}付款，{text}。")] {
                assert_eq!(mask.text(&sentence), sentence);
            }
        }
    }
}

#[test]
fn a_word_in_the_name_of_the_goods_is_left_where_the_name_is_shortened() {
    let mask = mask(NEAR, "alipay");
    assert_eq!(
        mask.text("在腾讯视频查询，腾讯科技没有答复，我在腾讯工作"),
        format!("在腾讯视频查询，腾讯科技没有答复，我在{HIDDEN}工作")
    );
}

#[test]
fn a_value_is_masked_however_it_is_written() {
    let mask = mask(NEAR, "alipay");
    for (text, shown) in [
        ("卡密ABCD-1234-EFGH-5678，", "卡密AB************78，"),
        ("卡密abcd 1234 efgh 5678，", "卡密AB************78，"),
        ("手机１９９０００　０５６７８。", "手机［已隐去］。"),
        ("手机+8619900005678。", "手机+［已隐去］。"),
        ("工单19900005678号", "工单［已隐去］号"),
        ("QQ 990000102688号", "QQ 99********88号"),
        ("周予安的损失", "［已隐去］的损失"),
        ("住流泉路5号3幢301室，", "住［已隐去］，"),
        ("住云渡区流泉路５号，", "住［已隐去］，"),
        (
            "住江苏省栖川市云渡区流泉路 5 号 3 幢 301，",
            "住［已隐去］，",
        ),
        ("寄到3幢301室", "寄到［已隐去］"),
        ("生于1991-09-03。", "生于［已隐去］。"),
        ("生于1991年9月3日。", "生于［已隐去］。"),
        (
            "生于1991年09月03日，1991/9/3，19910903",
            "生于［已隐去］，［已隐去］，［已隐去］",
        ),
        ("身份证990306199109030516", "身份证［已隐去］"),
        ("退到6222 0202 0011 2233 445", "退到［已隐去］"),
        ("发邮件ZHOU.yuan@mail.example到", "发邮件［已隐去］到"),
        ("19900005678ABCD1234EFGH5678", "［已隐去］AB************78"),
    ] {
        assert_eq!(mask.text(text), shown);
    }
    let court = self::mask(NEAR, "small-claims");
    assert_eq!(
        court.text("周予安，1991年9月3日生，住流泉路5号"),
        "周予安，1991年9月3日生，住流泉路5号"
    );
}

/// A value as somebody may write it.
fn rendering(value: &'static str) -> impl Strategy<Value = String> {
    let separator = prop_oneof![
        4 => Just(""),
        1 => Just(" "),
        1 => Just("-"),
        1 => Just("－"),
        1 => Just("·"),
        1 => Just("　"),
    ];
    let sign = (any::<bool>(), any::<bool>(), separator);
    proptest::collection::vec(sign, value.len()).prop_map(move |signs| {
        let last = value.len() - 1;
        let written = value.chars().zip(signs).enumerate();
        written
            .map(|(index, (c, (wide, small, separator)))| {
                let c = if small { c.to_ascii_lowercase() } else { c };
                let code = u32::from(c) + if wide { 0xFEE0 } else { 0 };
                let c = char::from_u32(code).unwrap();
                format!("{c}{}", if index == last { "" } else { separator })
            })
            .collect()
    })
}

/// Words, private values in any writing, and what must be shown, in any order.
fn any_text() -> impl Strategy<Value = Vec<String>> {
    let part = prop_oneof![
        "[的了在，。 ]{1,4}",
        proptest::sample::select(OWED.as_slice()).prop_map(str::to_owned),
        proptest::sample::select(
            [
                "周予安",
                "腾讯",
                "流泉路5号",
                "1991年9月3日",
                "江苏省栖川市云渡区",
                "5",
                "20",
                "A"
            ]
            .as_slice()
        )
        .prop_map(str::to_owned),
        rendering("19900005678"),
        rendering("ABCD1234EFGH5678"),
        rendering("990306199109030516"),
    ];
    proptest::collection::vec(part, 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_writing_of_a_value_is_left(
        before in "[的了在，。 ]{0,4}",
        value in prop_oneof![
            rendering("19900005678"),
            rendering("ABCD1234EFGH5678"),
            rendering("990306199109030516"),
            rendering("990000102688"),
        ],
        after in "[的了在，。 ]{0,4}",
    ) {
        let shown = mask(NEAR, "alipay").text(&format!("{before}{value}{after}"));
        prop_assert!(!bare(&shown).contains(&bare(&value)), "{shown}");
        prop_assert!(shown.starts_with(&before) && shown.ends_with(&after), "{shown}");
    }

    #[test]
    fn masking_twice_is_masking_once(parts in any_text()) {
        let mask = mask(NEAR, "alipay");
        let once = mask.text(&parts.concat());
        prop_assert_eq!(mask.text(&once), once);
    }

    #[test]
    fn what_must_be_shown_is_never_touched(parts in any_text(), owed in proptest::sample::select(OWED.as_slice())) {
        let parts = parts.concat();
        let shown = mask(NEAR, "alipay").text(&format!("{parts}；{owed}；{parts}"));
        let middle = format!("；{owed}；");
        prop_assert!(shown.contains(&middle), "{}", shown);
    }
}

#[test]
fn a_filing_masks_in_texts_names_and_titles() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("周予安.txt"),
        "2026-11-12 10:00:00 周予安\n我的手机１９９００００５６７８，住流泉路5号3幢301室，卡密abcd-1234-efgh-5678\n",
    )
    .unwrap();
    let reading = reading(&format!(
        "{NEAR}经过: [2026-11-12 周予安1991年9月3日生，手机199 0000 5678]\n证据: [{{文件: 周予安.txt, 证明: 未解决, 来源: 导出}}]\n"
    ));
    for id in ["alipay", "platform-ticket"] {
        let outcome = file(&reading, folder.path(), &channel(id));
        let papers = outcome.value.unwrap().remove(0);
        let mut everything = bare(&papers.filing.to_string());
        everything.extend(papers.texts.iter().map(|text| bare(&text.text)));
        for value in [
            "周予安",
            "19900005678",
            "流泉路",
            "1991年9月3日",
            "ABCD1234EFGH5678",
        ] {
            assert!(!everything.contains(&bare(value)), "{id}: {value}");
        }
        assert!(everything.contains("苇州市腾讯科技有限公司"));
    }
}

#[test]
fn a_code_in_a_picture_is_asked_to_be_covered() {
    let item = "{文件: 卡密.png, 证明: 已发卡密, 来源: 网站}";
    let covered = "遮盖: {除外: [平台工单], 区域: [{位置: [1, 1, 9, 9]}]}";
    let first = "{文件: 订单.png, 证明: 未解决, 来源: 网站}";
    for (evidence, id, warned) in [
        (item.to_owned(), "alipay", true),
        (
            item.replace('}', &format!(", {covered}}}")),
            "alipay",
            false,
        ),
        (
            item.replace('}', &format!(", {covered}}}")),
            "platform-ticket",
            true,
        ),
        (item.replace('}', ", 不附于: [支付宝]}"), "alipay", false),
        (item.replace("png", "TXT"), "alipay", false),
        (item.replace("已发卡密", "下单"), "alipay", false),
    ] {
        let reading = reading(&format!("{NEAR}证据: [{first}, {evidence}]\n"));
        let found = with_desk(&reading, std::path::Path::new("."), |desk| {
            pipeline::check(desk, &channel(id))
        });
        let found: Vec<_> = found
            .iter()
            .filter(|one| one.finding.code() == "code-in-picture")
            .collect();
        assert_eq!(found.len(), usize::from(warned), "{id}: {evidence}");
        for one in found {
            assert_eq!(one.severity, Severity::Warning);
            let range = reading.places.range(one.place.as_ref().unwrap()).unwrap();
            assert!(NEAR.len() + 20 < range.start, "{range:?}");
        }
    }
}

#[test]
fn pictures_that_are_said_to_show_what_a_channel_masks_are_told() {
    let case = "\
投诉人: {姓名: 李测, 电话: '19900001122', 地址: 湖南省苇州市北洲区桂花路21号}
支付: {方式: 支付宝, 金额: 99.80, 付款账户: li@mail.example}
问题: 未到账
";
    for (item, id, told) in [
        (
            "画面所载: {手机号: '199 0000 1122'}",
            "alipay",
            Some("电话"),
        ),
        (
            "画面所载: {付款账户: li@mail.example}",
            "alipay",
            Some("付款账户"),
        ),
        ("原文: 李测 已付款", "alipay", Some("姓名")),
        ("图注: 李测的账单", "platform-ticket", Some("姓名")),
        ("画面所载: {手机号: '199****1122'}", "alipay", None),
        ("说明: 李测的账单", "alipay", None),
        ("画面所载: {手机号: '19900001122'}", "12315", None),
        (
            "画面所载: {手机号: '19900001122'}, 遮盖: {区域: [{位置: [1, 2, 3, 4], 原因: 电话}]}",
            "alipay",
            None,
        ),
        (
            "画面所载: {手机号: '19900001122'}, 不附于: [支付宝]",
            "alipay",
            None,
        ),
    ] {
        let text = format!("{case}证据: [{{文件: a.jpg, 证明: 付款, 来源: 支付宝, {item}}}]\n");
        let reading = reading(&text);
        let found = with_desk(&reading, std::path::Path::new("."), |desk| {
            pipeline::check(desk, &channel(id))
        });
        let said: Vec<String> = found
            .iter()
            .filter(|one| one.finding.code() == "private-in-picture")
            .map(|one| one.message(Lang::Zh))
            .collect();
        assert_eq!(
            said.len(),
            usize::from(told.is_some()),
            "{item} on {id}: {said:?}"
        );
        for one in said {
            assert!(one.contains(told.unwrap()), "{one}");
            assert!(!one.contains("1122") && !one.contains("李测"), "{one}");
        }
    }
}

#[test]
fn the_examples_cover_their_codes() {
    for name in EXAMPLES {
        let reading = example_reading(name);
        for channel in channels() {
            let found = with_desk(&reading, &example(name), |desk| {
                pipeline::check(desk, &channel)
            });
            assert!(
                found
                    .iter()
                    .all(|one| !one.finding.code().ends_with("-in-picture")),
                "{name}"
            );
        }
    }
}

#[test]
fn hidden_values_are_nowhere() {
    for name in EXAMPLES {
        let reading = example_reading(name);
        let case = reading.outcome.value.as_ref().unwrap();
        for channel in channels() {
            let Some((papers, pdf)) = finished(name, &channel.id) else {
                continue;
            };
            let reread = reread(&pdf);
            let mut everything: Vec<String> = reread.pages.iter().map(|page| bare(page)).collect();
            everything.extend(reread.strings.iter().map(|string| bare(string)));
            everything.extend(papers.texts.iter().map(|text| bare(&text.text)));
            everything.push(bare(&papers.filing.to_string()));
            for secret in secrets(case, &channel) {
                for text in &everything {
                    assert!(
                        !text.contains(&bare(&secret.value)),
                        "{name} {}: {}",
                        channel.id,
                        secret.value
                    );
                }
            }
        }
    }
}

#[test]
fn pictures_carry_no_metadata() {
    for name in EXAMPLES {
        for channel in channels() {
            let Some((papers, pdf)) = finished(name, &channel.id) else {
                continue;
            };
            let pictures = papers.pictures.iter().chain(
                papers.volumes[0]
                    .document
                    .manuscript()
                    .files
                    .iter()
                    .filter(|(path, _)| !path.ends_with(".typ"))
                    .map(|(_, bytes)| bytes)
                    .map(|bytes| &**bytes)
                    .map(<[u8]>::to_vec)
                    .collect::<Vec<_>>()
                    .leak()
                    .iter(),
            );
            for bytes in pictures.map(Vec::as_slice).chain([pdf.as_slice()]) {
                for mark in [
                    &b"Exif\0"[..],
                    b"GPSLatitude",
                    b"eXIf",
                    b"http://ns.adobe.com/xap",
                ] {
                    assert!(
                        !bytes.windows(mark.len()).any(|window| window == mark)
                            || bytes.starts_with(b"%PDF"),
                        "{name} {}",
                        channel.id
                    );
                }
            }
        }
    }
}

#[test]
fn the_author_is_empty_where_the_name_is_masked() {
    for channel in channels() {
        let Some((papers, _)) = finished("green-diamond", &channel.id) else {
            continue;
        };
        let author = papers.filing["author"].as_str().unwrap();
        assert_eq!(
            author.is_empty(),
            channel.privacy.name != Shown::Full,
            "{}",
            channel.id
        );
    }
}

#[test]
fn what_an_office_requires_is_never_masked() {
    // Order 121 art. 10(1)(1) for the market regulator, 民事诉讼法 art. 124 for a court.
    for id in ["12315", "small-claims"] {
        let privacy = channel(id).privacy;
        assert_eq!(
            (privacy.name, privacy.phone, privacy.address),
            (Shown::Full, Shown::Full, Shown::Full)
        );
        let (papers, _) = finished("green-diamond", id).unwrap();
        assert!(!papers.filing["complainant"].to_string().contains(HIDDEN));
    }
}
