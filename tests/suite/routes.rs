//! Whether a paper may go where it is meant to go: standing, route, names, sums of several filings.

use tousu::diagnostic::{Lang, Severity};
use tousu::pipeline;

use crate::office::{channel, example, reading, with_desk};

/// The example with other words in the place of some, and more at its end.
fn with(changes: &[(&str, &str)], more: &str) -> String {
    let path = example("green-diamond").join("case.yaml");
    let mut text = std::fs::read_to_string(path).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text + more
}

/// What a channel says of a case: severity and code.
fn said(text: &str, id: &str) -> Vec<(Severity, &'static str)> {
    let reading = reading(text);
    assert!(
        reading.outcome.value.is_some(),
        "{}",
        reading.show(Lang::Zh)
    );
    let found = with_desk(&reading, &example("green-diamond"), |desk| {
        pipeline::check(desk, &channel(id))
    });
    found
        .iter()
        .map(|one| (one.severity, one.finding.code()))
        .collect()
}

fn errs(text: &str, id: &str, code: &str) -> bool {
    said(text, id).contains(&(Severity::Error, code_of(code)))
}

fn warns(text: &str, id: &str, code: &str) -> bool {
    said(text, id).contains(&(Severity::Warning, code_of(code)))
}

fn code_of(code: &str) -> &'static str {
    code.to_owned().leak()
}

const ALL: [&str; 4] = ["platform-ticket", "alipay", "12315", "small-claims"];

#[test]
fn ones_own_payment_is_reported_nowhere_as_somebody_elses() {
    let own = with(&[("问题: 未到账", "问题: 非本人交易")], "");
    for id in ALL {
        assert!(errs(&own, id, "own-payment-denied"), "{id}");
    }
    let other = with(
        &[
            ("问题: 未到账", "问题: 非本人交易"),
            ("付款人: 本人", "付款人: 他人"),
        ],
        "",
    );
    for id in ALL {
        assert!(!errs(&other, id, "own-payment-denied"), "{id}");
        assert_eq!(
            errs(&other, id, "wrong-channel"),
            id != "small-claims",
            "{id}"
        );
    }
}

#[test]
fn who_paid_is_asked_at_every_door() {
    let other = with(&[("付款人: 本人", "付款人: 他人")], "");
    for id in ALL {
        assert!(warns(&other, id, "paid-by-another"), "{id}");
    }
}

#[test]
fn a_reseller_has_no_complaint_to_the_market_regulator() {
    let resale = with(&[("生活消费", "转售")], "");
    assert!(errs(&resale, "12315", "not-daily-life"));
    assert!(!errs(&resale, "small-claims", "not-daily-life"));
}

#[test]
fn the_small_claims_limit_is_told_only_as_far_as_it_is_known() {
    let sum = |yuan: &str| ("168.00", yuan.to_owned());
    let case = |yuan: &str, court: &str| {
        let (from, to) = sum(yuan);
        with(&[(from, &to), ("省份: 广东省", court)], "")
    };
    for (id, yuan, court, code) in [
        ("SC01", "66522.50", "省份: 浙江", None),
        (
            "SC02",
            "66522.51",
            "省份: 浙江",
            Some("small-claims-unknown"),
        ),
        (
            "SC05",
            "50000.00",
            "省份: 河南",
            Some("small-claims-unknown"),
        ),
        (
            "SC03",
            "266090.00",
            "省份: 浙江, 平均工资: {金额: 133045, 年度: 2025, 来源: 省统计局}",
            Some("over-small-claims-limit"),
        ),
        (
            "SC04",
            "266090.01",
            "省份: 浙江, 平均工资: {金额: 133045, 年度: 2025, 来源: 省统计局}",
            Some("over-small-claims-limit"),
        ),
        (
            "a city",
            "168.00",
            "省份: 浙江省杭州市",
            Some("small-claims-unknown"),
        ),
    ] {
        let found = said(&case(yuan, court), "small-claims");
        for one in ["small-claims-unknown", "over-small-claims-limit"] {
            let expected = code == Some(one);
            assert_eq!(
                found.contains(&(Severity::Warning, one)),
                expected,
                "{id}: {found:?}"
            );
        }
    }
}

#[test]
fn interest_runs_from_after_the_payment_to_the_filing() {
    let case = |from: &str| {
        let claims = format!(
            "诉求: [全额退款, {{利息: {{起算日: {from}, 利率: 3.00%, 利率来源: 中国货币网}}}}]\n"
        );
        with(&[("诉求: 全额退款\n", &claims)], "")
    };
    assert!(errs(
        &case("2025-06-01"),
        "small-claims",
        "interest-start-impossible"
    ));
    assert!(warns(
        &case("2027-01-01"),
        "small-claims",
        "interest-start-impossible"
    ));
    let code = |one: &(Severity, &str)| one.1 == "interest-start-impossible";
    assert!(!said(&case("2026-11-14"), "small-claims").iter().any(code));
}

#[test]
fn fixed_sums_are_asked_for_in_one_of_several_filings() {
    let text =
        std::fs::read_to_string(crate::office::root().join("tests/disputes/two-orders.yaml"));
    let text = text.unwrap();
    let claims = text.find("诉求:").unwrap();
    let end = claims
        + text[claims..]
            .find("\n证据:")
            .unwrap_or(text.len() - claims);
    let asked = "诉求: [全额退款, {赔偿: 30, 内容: 为查询往返的交通费}]";
    let text = format!("{}{asked}{}", &text[..claims], &text[end..]);
    let reading = reading(&text);
    let total = |id: &str| -> f64 {
        let filings = with_desk(&reading, &example("minimal"), |desk| {
            pipeline::reckoning(desk, &channel(id))
        });
        let totals = filings.into_iter().flatten().filter_map(|step| {
            let rest = step.zh.strip_prefix("请求合计：")?.to_owned();
            let sum = rest.split(" 元").next()?.rsplit("= ").next()?.to_owned();
            sum.parse::<f64>().ok()
        });
        totals.sum()
    };
    assert!((total("alipay") - total("small-claims")).abs() < 0.001);
    assert!(total("alipay") > 30.0);
}

#[test]
fn a_settlement_that_was_not_kept_may_be_asked_for() {
    let settled =
        "已走渠道:\n  - {渠道: 12315, 日期: 2026-11-01, 结果: 达成调解, 结果日期: 2026-11-10}\n";
    let start = with(&[], "");
    let from = start.find("已走渠道:").unwrap();
    let to = start.find("法院: {").unwrap();
    let case = |more: &str| format!("{}{settled}{more}\n{}", &start[..from], &start[to..]);
    assert!(warns(&case(""), "small-claims", "settled-elsewhere"));
    let overdue = case("和解: {达成日: 2026-11-10, 金额: 168, 付款日: 2026-11-15}\n");
    assert!(!warns(&overdue, "small-claims", "settled-elsewhere"));
    let waiting = case("和解: {达成日: 2026-11-10, 金额: 168, 付款日: 2026-11-30}\n");
    assert!(warns(&waiting, "small-claims", "settled-elsewhere"));
}

#[test]
fn names_and_addresses_are_those_of_registers() {
    let nick = with(
        &[
            ("澜江市青屿网络科技有限公司", "青屿小店"),
            ("  统一社会信用代码: 91990105MA0QY2K685\n", ""),
        ],
        "",
    );
    assert!(warns(&nick, "12315", "respondent-unclear"));
    assert!(!warns(&nick, "alipay", "respondent-unclear"));
    let masked = with(&[("姓名: 沈知夏", "姓名: 沈某某")], "");
    assert!(errs(&masked, "small-claims", "name-not-true"));
    assert!(!errs(&masked, "platform-ticket", "name-not-true"));
}

#[test]
fn law_of_before_the_code_is_not_argued() {
    let old = with(&[("2026-10-28", "2019-10-28")], "");
    assert!(errs(&old, "small-claims", "older-law"));
    assert!(warns(&old, "alipay", "older-law"));
}

#[test]
fn many_whole_cards_are_unusual_for_daily_life() {
    let many = with(&[("数量: 1", "数量: 60")], "");
    assert!(warns(&many, "12315", "unusual-quantity"));
    assert!(!warns(&with(&[], ""), "12315", "unusual-quantity"));
}

#[test]
fn each_kind_of_problem_has_its_own_proof() {
    let gap = |problem: &str, changes: &[(&str, &str)], lacks: &str| {
        let mut all = changes.to_vec();
        let problem = format!("问题: {problem}");
        all.push(("问题: 未到账", &problem));
        let reading = reading(&with(&all, ""));
        with_desk(&reading, &example("green-diamond"), |desk| {
            let found = pipeline::check(desk, &channel("12315"));
            found.iter().any(|one| {
                one.finding.code() == "chain-gap" && one.message(Lang::Zh).contains(lacks)
            })
        })
    };
    let unproved = [("证明: 未履行", "证明: 付款")];
    let unpromised = [("证明: [承诺, 下单]", "证明: 下单")];
    assert!(gap("账号或余额被限制", &unproved, "限制通知"));
    assert!(!gap("账号或余额被限制", &[], "限制通知"));
    assert!(gap("扣款成功未生成订单", &unproved, "付款状态"));
    assert!(gap("格式条款争议", &unpromised, "条款原文"));
    assert!(!gap("格式条款争议", &[], "条款原文"));
    assert!(gap("涉嫌诈骗", &unpromised, "引诱付款"));
    assert!(!gap("商家失联", &[], "不到两次"));
}
