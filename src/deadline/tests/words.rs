//! What time limits say.

use super::{at, cases, evaluate, now, text};
use crate::deadline::{Outcome, Shown, deadline};
use crate::facts::sample;
use crate::law::{Basis, bases};

#[test]
fn what_is_not_verified_is_never_called_lapsed() {
    let later = at("2031-01-01");
    for case in cases() {
        let id = text(&case, "id").unwrap();
        let facts = sample::from_value(&case["facts"]);
        let found = deadline(id, &facts, later).unwrap();
        if found.rule.confidence.is_printable() && found.shown == Shown::Certain {
            continue;
        }
        let says = found.says(later);
        for word in ["届满", "已过", "逾期", "失权"] {
            let of_earliest = says.zh.contains("最早可能在");
            assert!(of_earliest || !says.zh.contains(word), "{id}: {}", says.zh);
        }
        assert!(
            !says.en.starts_with("ended") && !says.en.contains("late since"),
            "{id}: {}",
            says.en
        );
    }
}

#[test]
fn windows_that_sources_dispute_are_for_today() {
    for (id, method) in [("alipay_window", "alipay"), ("wechat_window", "wechat_pay")] {
        let case = format!("{{payments: [{{method: {method}, paid: 2026-01-05}}]}}");
        let found = evaluate(id, &sample::facts(&case));
        assert_eq!(found.says(now()).zh, "未核实，今天就办", "{id}");
        assert_eq!(found.mark().unwrap().zh, "未核实", "{id}");
    }
}

#[test]
fn the_rule_of_the_platform_itself_is_certain() {
    let case = "{problem: {type: not_received}, orders: [{placed: 2026-11-22 08:00}], platform: {same_day_rule: true}}";
    let found = evaluate("platform_same_day", &sample::facts(case));
    assert_eq!(found.shown, Shown::Certain);
    assert_eq!(found.date(), Some(at("2026-11-22")));
}

#[test]
fn who_is_late_is_named() {
    let says = |id: &str, case: &str| evaluate(id, &sample::facts(case)).says(now());
    let office = says(
        "payment_order_accept",
        "{filings: [{channel: payment-order, events: [{what: submitted, at: 2026-11-02}]}]}",
    );
    assert_eq!(office.zh, "2026年11月9日已过，该机关逾期");
    assert_eq!(office.en, "the office is late since 2026-11-09");
    let seller = says(
        "settlement_payment",
        "{settlement: {agreed: 2026-11-02, pay_by: 2026-11-15}}",
    );
    assert_eq!(seller.zh, "2026年11月15日已过，对方逾期");
    let hearing = says(
        "small_claims_objection",
        "{filings: [{channel: court, procedure: small_claims, events: [{what: hearing, at: 2026-11-10}]}]}",
    );
    assert_eq!(hearing.zh, "已于2026年11月10日届满");
}

#[test]
fn phrases_in_both_languages() {
    let ask = |id: &str, case: &str| evaluate(id, &sample::facts(case)).says(now());
    let window = "{purchase: {purpose: personal}, problem: {discovered: 2023-12-26}}";
    assert_eq!(
        ask("samr_complaint_window", window).zh,
        "最迟2026年12月26日（依法顺延至2026年12月28日）"
    );
    let limitation =
        "{problem: {type: not_received, discovered: 2023-03-10, knew_respondent: 2023-03-10}}";
    assert_eq!(
        ask("limitation_general", limitation).zh,
        "已于2026年3月10日届满，仍可起诉"
    );
    let filed = "{filings: [{channel: '12315'}]}";
    assert_eq!(
        ask("samr_mediate", filed).zh,
        "待「12315 投诉：受理」之后起算"
    );
    assert_eq!(
        ask("samr_accept", filed).en,
        "starts after: 12315 complaint: received by the office"
    );
    assert_eq!(
        ask(
            "limitation_general",
            "{problem: {type: not_received, discovered: 2024-05-20}}"
        )
        .zh,
        "还不能计算，请填写「知道对方是谁的日期」；最早可能在2027年5月20日届满"
    );
    assert_eq!(
        ask("samr_complaint_window", "{purchase: {purpose: resale}}").zh,
        "不适用：购买用途不属于这一类"
    );
    let register = "{filings: [{channel: court, events: [{what: submitted, at: 2026-11-02}]}]}";
    let late = ask("court_register", register);
    assert_eq!(late.zh, "2026年11月9日已过，该机关逾期");
    assert_eq!(late.en, "the office is late since 2026-11-09");
    let evidence = "{filings: [{channel: '12315', events: [{what: received, at: 2026-11-20}]}]}";
    assert_eq!(
        ask("samr_accept", evidence).zh,
        "应当在2026年12月1日前办理",
        "WD10"
    );
}

#[test]
fn alarms_come_before_the_day_shown() {
    let case = "{purchase: {purpose: personal}, problem: {discovered: 2023-12-26}}";
    let found = evaluate("samr_complaint_window", &sample::facts(case));
    let alarms: Vec<_> = found.alarms().into_iter().map(|alarm| alarm.at).collect();
    assert_eq!(
        alarms,
        [at("2026-10-27"), at("2026-12-12"), at("2026-12-23")]
    );
    assert!(!found.is_soon(at("2026-12-11")));
    assert!(found.is_soon(at("2026-12-12")));
    let same_day = "{problem: {type: not_received}, orders: [{placed: 2026-11-22}]}";
    let alarms = evaluate("platform_same_day", &sample::facts(same_day)).alarms();
    assert_eq!(alarms[0].at, at("2026-11-22 18:00"));
}

#[test]
fn bases_stand_in_full_official_form() {
    for rule in crate::deadline::rules() {
        let basis = bases(rule.basis).zh;
        let is_law = |one: &&Basis| !matches!(one, Basis::Words(_));
        let laws = rule.basis.iter().filter(is_law).count();
        assert_eq!(laws > 0, basis.contains('《'), "{}", rule.id);
        // A short form has the number of its article in digits.
        let of_laws = laws == rule.basis.len();
        let digits = basis.chars().any(|char| char.is_ascii_digit());
        assert!(!of_laws || !digits, "{}: {basis}", rule.id);
    }
    for (id, said) in [
        (
            "limitation_general",
            "《中华人民共和国民法典》第一百八十八条第一款、第二款、第一百九十二条、第一百九十三条、第一百九十五条",
        ),
        (
            "rescind_mistake",
            "《中华人民共和国民法典》第一百四十七条、第一百五十二条第一款第一项、第一百九十九条",
        ),
        (
            "samr_report_check",
            "《市场监督管理行政处罚程序规定》第十八条；《市场监督管理投诉举报处理办法》第三十五条；\
             同一举报人补充新事实而并案的，自最后一次举报起算",
        ),
        (
            "telecom_answer",
            "《电信用户申诉处理办法》；条号未核，省通信管理局公告相同",
        ),
    ] {
        let rule = crate::deadline::rule(id).unwrap_or_else(|| panic!("no rule {id}"));
        assert_eq!(bases(rule.basis).zh, said, "{id}");
    }
    // Whoever the purchase makes no consumer is told nothing of consumer law, and something is left for him.
    let promised = |purpose: &str| {
        let case = format!(
            "{{problem: {{type: not_received}}, purchase: {{purpose: {purpose}}}, \
             orders: [{{promised: 2026-11-20}}], payments: [{{paid: 2026-11-20}}]}}"
        );
        evaluate("promised_delivery", &sample::facts(&case))
            .basis()
            .zh
    };
    let regulations = "《中华人民共和国消费者权益保护法实施条例》第十二条";
    assert!(promised("personal").contains(regulations));
    assert!(!promised("resale").contains("消费者"));
    assert!(promised("resale").contains("《中华人民共和国电子商务法》第二十条"));
    for case in cases() {
        let facts = sample::from_value(&case["facts"]);
        let found = evaluate(text(&case, "id").unwrap(), &facts);
        let all_for_consumers = found
            .rule
            .basis
            .iter()
            .all(|one| one.is_for_consumers_only());
        let due = matches!(found.outcome, Outcome::Due(_));
        assert!(
            !due || !all_for_consumers || found.consumer,
            "{}",
            found.rule.id
        );
    }
    let found = evaluate(
        "limitation_general",
        &sample::facts(
            "{problem: {type: not_received, discovered: 2024-05-20, knew_respondent: 2024-05-20}}",
        ),
    );
    let entry = found.entry("case", now(), |text| text.zh).unwrap();
    assert!(
        entry
            .text
            .contains("依据：《中华人民共和国民法典》第一百八十八条")
    );
}

#[test]
fn entries_of_a_calendar_carry_their_marks() {
    for (id, case, title, day) in [
        (
            "alipay_window",
            "{payments: [{method: alipay, paid: 2026-11-05}]}",
            "「未核实」支付宝交易投诉的受理时间",
            "2026-11-20",
        ),
        (
            "limitation_general",
            "{problem: {type: not_received, discovered: 2024-05-20, knew_respondent: 2024-05-20}}",
            "「暂定」诉讼时效（三年）",
            "2027-05-20",
        ),
        (
            "samr_complaint_window",
            "{purchase: {purpose: personal}, problem: {discovered: 2023-12-26}}",
            "12315 投诉受理期间（三年）",
            "2026-12-26",
        ),
    ] {
        let found = evaluate(id, &sample::facts(case));
        let entry = found.entry("case", now(), |text| text.zh).unwrap();
        assert_eq!((entry.title.as_str(), entry.at), (title, at(day)), "{id}");
        assert_eq!(entry.id, format!("case/{id}"));
        assert_eq!(entry.alarms.len(), found.rule.alarms.len(), "{id}");
    }
    let waits = evaluate(
        "samr_accept",
        &sample::facts("{filings: [{channel: '12315'}]}"),
    );
    assert_eq!(waits.entry("case", now(), |text| text.zh), None);
}
