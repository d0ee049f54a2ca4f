//! How the sums of a filing come about, as `check` shows them.

use tousu::diagnostic::Lang;
use tousu::pipeline;

use crate::office::{channel, example, example_reading, reading, with_desk};

/// The steps of the filing of a case in a channel, in Chinese.
fn steps(case: &str, id: &str) -> Vec<String> {
    let reading = reading(case);
    let filings = with_desk(&reading, &example("green-diamond"), |desk| {
        pipeline::reckoning(desk, &channel(id))
    });
    assert_eq!(filings.len(), 1, "{}", reading.show(Lang::Zh));
    filings[0].iter().map(|step| step.zh.clone()).collect()
}

/// The example with other words in the place of some.
fn with(changes: &[(&str, &str)]) -> String {
    let path = example("green-diamond").join("case.yaml");
    let mut text = std::fs::read_to_string(path).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

#[test]
fn a_refund_in_part_is_taken_off_before_anything_is_claimed() {
    let case = with(&[("已退金额: 0", "已退金额: 18"), ("全额退款", "退款")]);
    assert_eq!(
        steps(&case, "12315"),
        [
            "付款：168.00 元",
            "已退：18.00 元；未退：168.00 − 18.00 = 150.00 元",
            "退款：150.00 元",
            "请求合计：150.00 元（人民币壹佰伍拾元整）",
        ]
    );
}

#[test]
fn a_court_adds_its_fee_and_its_limit() {
    let steps = steps(&with(&[]), "small-claims");
    assert_eq!(
        steps[3..],
        [
            "案件受理费（预估）：50.00 元，简易程序（含小额诉讼程序）减半为 25.00 元；以法院通知为准\
             （《诉讼费用交纳办法》第十三条第一款第一项、第十六条）",
            "小额诉讼：168.00 ≤ 131418.00 ÷ 2 = 65709.00 元，在限额以内\
             （广东省2023年城镇非私营单位就业人员年平均工资；上年度数额以法院公布为准）",
        ]
    );
}

#[test]
fn every_sum_that_is_added_up_stands_above_the_total() {
    let claims = "诉求:\n  - 退款\n  - 利息: { 起算日: 2026-11-14, 利率: 3.00%, 利率来源: 中国货币网 }\n  \
                  - 赔偿: 12.5\n";
    let case = with(&[("诉求: 全额退款\n", claims)]);
    let steps = steps(&case, "small-claims");
    assert_eq!(
        steps[1..5],
        [
            "退款：168.00 元",
            "利息：168.00 × 3.00% × 8 ÷ 365 = 0.11 元（2026-11-14 起，算到 2026-11-22）",
            "赔偿：12.50 元",
            "请求合计：168.00 + 0.11 + 12.50 = 180.61 元（人民币壹佰捌拾元零陆角壹分）",
        ]
    );
}

#[test]
fn without_a_rate_there_is_a_formula_and_no_sum() {
    let claims = "诉求:\n  - 退款\n  - 利息: { 起算日: 2026-11-14 }\n";
    let steps = steps(&with(&[("诉求: 全额退款\n", claims)]), "small-claims");
    assert_eq!(
        steps[2..4],
        [
            "利息：168.00 × 年利率 × 8 ÷ 365；利率或者起算日没有核实，不算出数额",
            "请求合计：168.00 元（人民币壹佰陆拾捌元整）",
        ]
    );
}

#[test]
fn a_larger_sum_shows_its_bracket_and_a_stated_fee_wins() {
    let dear = with(&[("168.00", "23456.78")]);
    let steps_of = |case: &str| steps(case, "small-claims");
    let fee = |steps: &[String]| {
        let fee = steps.iter().find(|step| step.starts_with("案件受理费"));
        fee.unwrap().clone()
    };
    assert!(
        fee(&steps_of(&dear))
            .starts_with("案件受理费（预估）：23456.78 × 2.5% − 200.00 = 386.42 元，简易程序（含小额诉讼程序）减半为 193.21 元")
    );
    let stated = with(&[(
        "诉讼费: 是 }",
        "诉讼费: 是, 受理费: { 金额: 10, 来源: 交费通知书 } }",
    )]);
    assert_eq!(
        fee(&steps_of(&stated)),
        "案件受理费：10.00 元（交费通知书）"
    );
}

#[test]
fn all_filings_of_a_case_show_the_same_refund() {
    for name in ["game-card", "green-diamond", "minimal"] {
        let reading = example_reading(name);
        let mut refunds = Vec::new();
        for id in [
            "platform-ticket",
            "alipay",
            "12315",
            "small-claims",
            "chain",
        ] {
            let filings = with_desk(&reading, &example(name), |desk| {
                pipeline::reckoning(desk, &channel(id))
            });
            let steps = filings.into_iter().flatten();
            refunds.extend(steps.filter(|step| step.zh.starts_with("请求合计")));
        }
        assert!(refunds.len() > 3);
        refunds.dedup();
        assert_eq!(refunds.len(), 1, "{name}");
    }
}
