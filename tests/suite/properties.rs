//! Properties that hold for any input.

use std::path::Path;

use proptest::prelude::*;

use tousu::case::read;
use tousu::diagnostic::Lang;
use tousu::money::Money;
use tousu::pipeline;
use tousu::render::fit;

use crate::office::{channel, channels, file, reading, today, with_desk};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let reading = read("case.yaml", &bytes);
        let _ = reading.show(Lang::Zh);
        let _ = reading.show(Lang::En);
    }

    #[test]
    fn money_is_written_and_read_back(fen in 0i64..999_999_999_999) {
        let money = Money::from_fen(fen);
        prop_assert_eq!(Money::parse(&money.to_string()), Ok(money));
    }

    #[test]
    fn a_fitted_text_keeps_to_its_limit(sentences in proptest::collection::vec((1u8..6, "[一-龥]{1,30}"), 1..12), limit in 10usize..200) {
        let template: String = std::iter::once("== a\n".to_owned()).chain(sentences.iter().map(|(rank, words)| format!("{rank}| {words}。\n"))).collect();
        if let Ok(fitted) = fit(&template, "a", Some(limit)) {
            prop_assert!(fitted.count <= limit);
            let kept = sentences.iter().filter(|(rank, _)| *rank == 1).all(|(_, words)| fitted.text.contains(words.as_str()));
            prop_assert!(kept);
        } else {
            let least: usize = sentences.iter().filter(|(rank, _)| *rank == 1).map(|(_, words)| words.chars().count() + 1).sum();
            prop_assert!(least > limit);
        }
    }
}

/// A case of any shape: none or many claims, long names, no times.
fn any_case() -> impl Strategy<Value = String> {
    let name = proptest::option::of("[一-龥]{2,40}");
    let claims = prop_oneof![
        Just("全额退款".to_owned()),
        Just("[补发, 全额退款]".to_owned()),
        Just("[{赔偿: 20.00, 内容: 误工}, {其他: 说明原因}]".to_owned())
    ];
    let count = 0usize..4;
    (name, claims, count, any::<bool>(), 1i64..999_999).prop_map(|(name, claims, count, timed, fen)| {
        let respondent = name.map(|name| format!("被投诉人: {{名称: {name}, 地址: 云汀市示例大道2号}}\n")).unwrap_or_default();
        let time = if timed { ", 时间: 2026-11-01 20:59" } else { "" };
        let contacts: String = (0..count).map(|day| format!("  - 2026-11-{:02} 10:00 在线客服：请等待\n", day + 2)).collect();
        let contacts = if contacts.is_empty() { String::new() } else { format!("协商:\n{contacts}") };
        format!(
            "投诉人: {{姓名: 林晓舟, 性别: 女, 出生日期: 1990-01-02, 民族: 汉族, 职业: 教师, 工作单位: 无, 电话: \"19900001234\", 地址: 云汀市示例路1号}}\n{respondent}\
             商品: 某游戏点卡\n问题: 未到账\n支付: {{方式: 支付宝, 金额: {}{time}}}\n{contacts}诉求: {claims}\n",
            Money::from_fen(fen)
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_case_builds_or_says_why(text in any_case()) {
        let reading = reading(&text);
        prop_assert!(reading.outcome.value.is_some(), "{}", reading.show(Lang::Zh));
        for channel in channels() {
            let outcome = file(&reading, Path::new("."), &channel);
            match outcome.value {
                Some(papers) => for papers in papers {
                    prop_assert!(papers.volumes[0].document.pdf(&papers.stem, today()).is_ok());
                },
                None => prop_assert!(outcome.diagnostics.has_errors()),
            }
            for diagnostic in &outcome.diagnostics {
                prop_assert!(!matches!(diagnostic.finding.code(), "template-fault" | "undrawable-character"), "{}", diagnostic.message(Lang::Zh));
            }
        }
    }
}

/// What a channel says of the chain of proof, for a problem and exhibits that each prove something.
fn gaps(problem: &str, proves: &[&str], id: &str) -> Vec<String> {
    let items: String = proves
        .iter()
        .enumerate()
        .map(|(no, link)| format!("  - {{文件: {no}.png, 证明: {link}, 来源: 支付宝}}\n"))
        .collect();
    let evidence = if items.is_empty() {
        String::new()
    } else {
        format!("证据:\n{items}")
    };
    let text = format!(
        "被投诉人: {{名称: 苇州市飞苇网络科技有限公司}}\n商品: 某游戏点卡\n问题: {problem}\n\
         订单: {{平台订单号: A1, 承诺: 付款后5分钟内到账}}\n支付: {{方式: 支付宝, 金额: 50.00}}\n诉求: 全额退款\n{evidence}"
    );
    let reading = reading(&text);
    let found = with_desk(&reading, Path::new("."), |desk| {
        pipeline::check(desk, &channel(id))
    });
    let is_gap = |one: &&tousu::diagnostic::Diagnostic| one.finding.code() == "chain-gap";
    found
        .iter()
        .filter(is_gap)
        .map(|one| one.message(Lang::Zh))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn evidence_never_makes_the_chain_worse(
        problem in prop::sample::select(vec!["not_received", "invalid_or_used_code", "duplicate_charge", "unfair_terms", "seller_vanished", "unauthorised_payment"]),
        proves in proptest::collection::vec(prop::sample::select(vec!["主体", "承诺", "下单", "付款", "已发卡密", "未履行", "未解决", "催告"]), 1..8),
    ) {
        for id in ["chain", "12315", "small-claims"] {
            let before = gaps(problem, &proves[1..], id);
            let after = gaps(problem, &proves, id);
            prop_assert!(after.iter().all(|gap| before.contains(gap)), "{id}: {before:?} {after:?}");
            prop_assert!(!gaps(problem, &[], id).is_empty() || problem == "unauthorised_payment" || id != "chain");
        }
    }
}
