//! What the plan says of time limits, from whole case files.

use tousu::moment::Moment;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

/// The time limits of a case's plan, each with what it says.
fn clocks(case: &str, now: &str) -> Vec<(&'static str, String)> {
    let reading = tousu::case::read("case.yaml", case.as_bytes());
    let case = reading.outcome.value.as_ref();
    let case = case.unwrap_or_else(|| panic!("{}", reading.show(tousu::diagnostic::Lang::Zh)));
    let plan = tousu::plan::plan(&tousu::case::facts(case), at(now));
    let clocks = plan.clocks.iter();
    clocks
        .map(|one| (one.rule.id, one.says(at(now)).zh))
        .collect()
}

/// What the time limit by this id says, if the plan shows it.
fn says(case: &str, now: &str, id: &str) -> Option<String> {
    let mut clocks = clocks(case, now).into_iter();
    clocks.find(|(known, _)| *known == id).map(|(_, says)| says)
}

const BOUGHT: &str = "
投诉人: {姓名: 陈一}
被投诉人: [{编号: 商家, 名称: 甲店, 地址: 某市某路1号}, {编号: 平台, 名称: 乙平台, 地址: 某市某路2号}]
用途: 自用
商品: {名称: 点卡}
支付: [{金额: 50, 时间: 2025-11-22 12:04}]
诉求: [{请求: 退款, 对象: 商家}]
";

const LOST: &str = "问题: {类型: 未到账, 发现时间: 2025-11-23, 知道对方是谁的日期: 2025-11-23}\n";

#[test]
fn nobody_is_late_before_he_was_paid() {
    let case = "
问题: {类型: 未到账, 发现时间: 2026-11-22}
订单: [{订单号: A1, 下单时间: 2026-11-20 12:03, 承诺: {原文: 付款后24小时内到账}}]
支付: [{金额: 50, 时间: 2026-11-22 12:04}]
";
    let ask = |now| says(case, now, "promised_delivery");
    let before = "应当在2026年11月23日12:04前办理";
    assert_eq!(ask("2026-11-22 18:00").as_deref(), Some(before));
    let after = "2026年11月23日12:04已过，对方逾期";
    assert_eq!(ask("2026-11-23 18:00").as_deref(), Some(after));
}

#[test]
fn a_refund_by_termination_has_its_year_and_its_agreed_day() {
    let known = "问题: {类型: 未到账, 发现时间: 2025-11-23, 知道解除事由的日期: 2025-12-05}\n";
    let case = format!("{BOUGHT}{known}");
    let ask = |case: &str, id| says(case, "2026-11-28", id);
    let year = ask(&case, "termination_right").unwrap();
    assert!(year.starts_with("最迟2026年12月5日"), "{year}");
    let agreed = format!("{case}权利: {{约定的解除期限: 2026-12-31}}\n");
    assert_eq!(ask(&agreed, "termination_right"), None);
    assert_eq!(
        ask(&agreed, "termination_agreed").as_deref(),
        Some("最迟2026年12月31日")
    );
    // A proved notice that ended the contract has used the right; one that nothing shows may not have.
    let exhibit = "证据: [{编号: 回执, 名称: 回执, 文件: a.png, 证明: 未解决, 来源: 邮箱}]\n";
    for notice in [
        "种类: 解除通知, 发出: 2026-01-04, 到达: 2026-01-05",
        "种类: 催告, 发出: 2026-01-04, 到达: 2026-01-05, 期限: 2026-01-08, 逾期解除: 是",
    ] {
        let bare = format!("{case}催告与通知: [{{{notice}}}]\n");
        assert!(ask(&bare, "termination_right").is_some(), "{notice}");
        let proved = format!("{case}{exhibit}催告与通知: [{{{notice}, 证据: 回执}}]\n");
        assert_eq!(ask(&proved, "termination_right"), None, "{notice}");
    }
    // A demand that arrived after its own time ended nothing.
    let late = "种类: 催告, 发出: 2026-01-04, 到达: 2026-01-09, 期限: 2026-01-08, 逾期解除: 是";
    let late = format!("{case}{exhibit}催告与通知: [{{{late}, 证据: 回执}}]\n");
    assert!(ask(&late, "termination_right").is_some());
}

#[test]
fn recorded_deceptions_and_mistakes_have_their_limits() {
    let told = "问题: {类型: 未到账, 发现时间: 2025-11-23, 知道受骗日期: 2025-12-01, 知道误解日期: 2026-09-20, \
                欺骗事实: [{内容: 谎称是官方渠道}]}\n";
    let case = format!("{BOUGHT}{told}订单: [{{订单号: A1, 下单时间: 2025-11-22 12:00}}]\n");
    let shown = clocks(&case, "2026-11-28");
    let of = |id| {
        shown
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, says)| says.as_str())
    };
    assert_eq!(of("rescind_fraud"), Some("最迟2026年12月1日"));
    assert_eq!(
        of("rescind_mistake"),
        Some("最迟2026年12月19日（依法顺延至2026年12月21日）")
    );
    assert!(of("rescind_cap").is_some_and(|says| says.starts_with("最迟2030年11月22日")));
    let silent = format!("{BOUGHT}{LOST}");
    assert!(
        clocks(&silent, "2026-11-28")
            .iter()
            .all(|(id, _)| !id.starts_with("rescind"))
    );
}

#[test]
fn a_demand_that_ends_the_contract_names_the_day() {
    let notice = "{种类: 催告, 发出: 2026-11-20, 到达: 2026-11-21, 期限: 2026-11-30, 逾期解除: 是}";
    let case = format!("{BOUGHT}{LOST}催告与通知: [{notice}]\n");
    let reading = tousu::case::read("case.yaml", case.as_bytes());
    let facts = tousu::case::facts(reading.outcome.value.as_ref().unwrap());
    let found = tousu::deadline::deadline("auto_termination", &facts, at("2026-11-28")).unwrap();
    assert_eq!(found.date(), Some(at("2026-11-30")));
    assert!(!found.is_over(at("2026-11-30")) && found.is_over(at("2026-12-01")));
}

#[test]
fn a_suit_that_ended_waits_for_no_registration() {
    for end in [
        "结果: 撤回, 结果日期: 2026-06-01",
        "结果: 和解, 结果日期: 2026-06-01",
        "经过: [{事项: 准许撤诉, 时间: 2026-06-01}]",
    ] {
        let suit = format!("已走渠道: [{{渠道: 法院, 日期: 2026-03-02, {end}}}]\n");
        let shown = clocks(&format!("{BOUGHT}{LOST}{suit}"), "2026-11-28");
        let of = |id| {
            shown
                .iter()
                .find(|(known, _)| *known == id)
                .map(|(_, says)| says)
        };
        assert_eq!(of("court_register"), None, "{end}");
        let limitation = of("limitation_general").unwrap_or_else(|| panic!("{end}: {shown:?}"));
        assert!(
            limitation.contains("计入后：最迟2029年6月1日"),
            "{end}: {limitation}"
        );
    }
    let open = "已走渠道: [{渠道: 法院, 日期: 2026-03-02}]\n";
    let late = says(
        &format!("{BOUGHT}{LOST}{open}"),
        "2026-11-28",
        "court_register",
    );
    assert_eq!(late.as_deref(), Some("2026年3月9日已过，该机关逾期"));
}

#[test]
fn a_mediation_that_ended_leaves_the_written_notice() {
    let filed = "已走渠道: [{渠道: 12315, 日期: 2026-09-01, 结果: 终止调解, 结果日期: 2026-10-12, \
                 经过: [{事项: 机关收到, 时间: 2026-09-02}, {事项: 受理, 时间: 2026-09-05}]}]\n";
    let shown = clocks(&format!("{BOUGHT}{LOST}{filed}"), "2026-10-20");
    let of = |id| {
        shown
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, says)| says.as_str())
    };
    assert_eq!(of("samr_mediate"), None);
    assert_eq!(
        of("samr_terminate_notice"),
        Some("应当在2026年10月21日前办理")
    );
}

#[test]
fn an_office_that_does_not_decide_is_called_late() {
    let filed =
        "已走渠道: [{渠道: 12315, 日期: 2026-11-20, 经过: [{事项: 机关收到, 时间: 2026-11-20}]}]\n";
    let case = format!("{BOUGHT}{LOST}{filed}");
    let ask = |now| says(&case, now, "samr_accept");
    assert_eq!(
        ask("2026-11-28").as_deref(),
        Some("应当在2026年12月1日前办理")
    );
    assert_eq!(
        ask("2026-12-02").as_deref(),
        Some("2026年12月1日已过，该机关逾期")
    );
}

#[test]
fn a_demand_to_the_platform_does_not_interrupt_against_the_seller() {
    let known = "问题: {类型: 未到账, 发现时间: 2023-06-01, 知道对方是谁的日期: 2023-06-01}\n";
    let ask = |to: &str| {
        let demand =
            format!("{{时间: 2025-06-18, 要求: 请退款, 效果: 催告, 到达: 2025-06-18, 对象: {to}}}");
        let case = format!("{BOUGHT}{known}协商: [{demand}]\n");
        says(&case, "2026-11-28", "limitation_general").unwrap()
    };
    assert!(
        ask("商家").contains("计入后：最迟2028年6月18日"),
        "{}",
        ask("商家")
    );
    assert_eq!(ask("平台"), "已于2026年6月1日届满，仍可起诉");
}
