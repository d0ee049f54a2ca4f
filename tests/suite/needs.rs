//! Needs that no example shows: a case with one thing wrong, and the code that each channel gives for it.

use tousu::diagnostic::{Lang, Severity};
use tousu::pipeline;

use crate::office::{EXAMPLES, channel, channels, example, example_reading, reading, with_desk};

/// A case that lacks nothing that these tests look at.
const SOUND: &str = "\
complainant: {name: 周予安, phone: '19900005678', address: 江苏省栖川市云渡区流泉路5号, born: 1991-09-03}
respondent: {name: 苇州市飞苇网络科技有限公司, address: 湖南省苇州市南溪区}
goods: {name: 会员, quantity: 1, unit_price: 120}
purpose: personal
problem: {type: not_received, discovered: 2026-11-10 21:00}
order: {platform_order_no: A1, placed: 2026-11-10 20:30}
payment: {method: alipay, amount: 120, paid: 2026-11-10 20:34, trade_no: '1', payee_shown: 苇州市飞苇网络科技有限公司}
delivery: {result: not_received, checked: 2026-11-21 09:00}
contacts: [{at: 2026-11-11 10:00, said: 处理中}]
claims: refund
filings: none
";

/// Codes that these tests are about.
const CODES: [&str; 14] = [
    "multiple-without-promise",
    "punishment-in-complaint",
    "already-filed",
    "no-payment-for-channel",
    "claim-over-payment",
    "nothing-outstanding",
    "impossible-birth-date",
    "minor-without-guardian",
    "after-filing",
    "dates-out-of-order",
    "payee-differs",
    "proof-stale",
    "wrong-citation",
    "missing-field",
];

/// The sound case with the line of one key in other words.
fn with(line: &str) -> String {
    let key = line.split(':').next().unwrap();
    let is_other = |written: &&str| written.split(':').next() != Some(key);
    let kept: Vec<&str> = SOUND.lines().filter(is_other).collect();
    format!("{}\n{line}\n", kept.join("\n"))
}

/// What a channel says about a case, of what these tests are about: severity, code, and the line of its place.
fn said(text: &str, id: &str) -> Vec<(Severity, &'static str, String)> {
    let reading = reading(text);
    let found = with_desk(&reading, &example("minimal"), |desk| {
        pipeline::check(desk, &channel(id))
    });
    let about = |one: &&tousu::diagnostic::Diagnostic| {
        CODES.contains(&one.finding.code())
            && (one.finding.code() != "missing-field" || one.message(Lang::Zh).contains("经营者"))
    };
    found
        .iter()
        .filter(about)
        .map(|one| {
            let range = one
                .place
                .as_ref()
                .and_then(|place| reading.places.range(place));
            let marked = range.map(|range| reading.text[range].to_owned());
            (one.severity, one.finding.code(), marked.unwrap_or_default())
        })
        .collect()
}

fn says(line: &str, id: &str, severity: Severity, code: &'static str, marked: &str) {
    assert_eq!(
        said(&with(line), id),
        [(severity, code, marked.to_owned())],
        "{line} on {id}"
    );
}

#[test]
fn a_sound_case_is_called_sound() {
    for channel in channels() {
        assert_eq!(said(SOUND, &channel.id), [], "{}", channel.id);
    }
    for name in EXAMPLES {
        let reading = example_reading(name);
        for channel in channels() {
            let found = with_desk(&reading, &example(name), |desk| {
                pipeline::check(desk, &channel)
            });
            let news = ["missing-field", "claim-over-payment"];
            let new = found.iter().find(|one| {
                CODES.contains(&one.finding.code()) && !news.contains(&one.finding.code())
            });
            assert_eq!(new, None, "{name} on {}", channel.id);
        }
    }
}

#[test]
fn a_second_paper_while_the_first_is_open_is_told() {
    use Severity::Warning;
    let open = "filings: [{channel: platform-ticket, on: 2026-11-12, result: pending}]";
    says(open, "platform-ticket", Warning, "already-filed", "channel");
    assert_eq!(said(&with(open), "small-claims"), []);
    let closed =
        "filings: [{channel: platform-ticket, on: 2026-11-12, result: closed_by_merchant}]";
    assert_eq!(said(&with(closed), "platform-ticket"), []);
}

#[test]
fn a_second_paper_to_the_same_office_is_told_as_such() {
    for (record, words) in [
        ("on: 2026-11-12", "12315 投诉：已经提交过，还没有结果"),
        (
            "on: 2026-11-12, result: accepted",
            "12315 投诉：已经提交过，还没有结果",
        ),
        (
            "on: 2026-11-12, result: mediation_failed",
            "12315 投诉：同一争议已经处理过一次",
        ),
    ] {
        let case = reading(&with(&format!("filings: [{{channel: '12315', {record}}}]")));
        let found = with_desk(&case, &example("minimal"), |desk| {
            pipeline::check(desk, &channel("12315"))
        });
        let told: Vec<String> = found
            .iter()
            .filter(|one| matches!(one.finding.code(), "already-filed" | "handled-elsewhere"))
            .map(|one| one.message(Lang::Zh))
            .collect();
        assert_eq!(told, [words], "{record}");
    }
    let refused = "filings: [{channel: '12315', on: 2026-11-12, result: refused}]";
    assert_eq!(said(&with(refused), "12315"), []);
}

#[test]
fn refunds_stay_within_what_is_outstanding() {
    use Severity::Error;
    for (line, code, marked) in [
        (
            "claims: [{refund: 100}, {refund: 120}]",
            "claim-over-payment",
            "refund",
        ),
        ("claims: {refund: 500}", "claim-over-payment", "claims"),
        ("claims: {refund: 0}", "nothing-outstanding", "claims"),
    ] {
        says(line, "platform-ticket", Error, code, marked);
        says(line, "12315", Error, code, marked);
    }
    says(
        "payment: {method: alipay, amount: 120, refunded: 120, paid: 2026-11-10 20:34}",
        "12315",
        Error,
        "nothing-outstanding",
        "claims",
    );
    says(
        "claims: {refund: 0}",
        "alipay",
        Error,
        "no-payment-for-channel",
        "payment",
    );
    for line in [
        "claims: [{refund: 100}, {refund: 20}]",
        "claims: [{redeliver: 1}, {refund: 120, instead_of: redeliver}]",
        "claims: [{refund: 120}, {compensate: 10000}]",
    ] {
        assert_eq!(said(&with(line), "platform-ticket"), [], "{line}");
    }
}

#[test]
fn the_complainant_has_an_age() {
    for born in ["2030-01-01", "1899-12-31"] {
        let line = format!(
            "complainant: {{name: 周予安, phone: '19900005678', address: 江苏省栖川市, born: {born}}}"
        );
        says(
            &line,
            "12315",
            Severity::Error,
            "impossible-birth-date",
            born,
        );
    }
    let minor =
        "complainant: {name: 周予安, phone: '19900005678', address: 江苏省栖川市, born: 2015-01-01";
    for id in ["12315", "small-claims"] {
        let found = said(&with(&format!("{minor}}}")), id);
        let codes: Vec<_> = found
            .iter()
            .map(|(severity, code, _)| (*severity, *code))
            .collect();
        assert_eq!(
            codes,
            [(Severity::Warning, "minor-without-guardian")],
            "{id}"
        );
        assert_eq!(
            said(&with(&format!("{minor}, guardian: 周明远}}")), id),
            [],
            "{id}"
        );
    }
    assert_eq!(said(&with(&format!("{minor}}}")), "alipay"), []);
}

#[test]
fn nothing_is_dated_after_the_day_of_filing() {
    use Severity::{Error, Warning};
    for (line, severity, marked) in [
        (
            "payment: {method: alipay, amount: 120, paid: 2027-05-10 20:34}",
            Error,
            "2027-05-10 20:34",
        ),
        (
            "delivery: {result: not_received, checked: 2026-11-23}",
            Error,
            "2026-11-23",
        ),
        (
            "filings: [{channel: police, on: 2026-12-30}]",
            Error,
            "2026-12-30",
        ),
        (
            "contacts: [{at: 2027-01-01, said: y}]",
            Warning,
            "2027-01-01",
        ),
        (
            "facts: [2026-11-23 余额仍为0]",
            Warning,
            "2026-11-23 余额仍为0",
        ),
        (
            "notices: {kind: demand, sent: 2026-11-30, deadline: 2026-12-10}",
            Warning,
            "2026-11-30",
        ),
    ] {
        says(line, "12315", severity, "after-filing", marked);
    }
    assert_eq!(
        said(
            &with("notices: {kind: demand, sent: 2026-11-20, deadline: 2026-12-10}"),
            "12315"
        ),
        []
    );
}

#[test]
fn dates_stand_in_an_order_that_can_be() {
    for (line, marked) in [
        (
            "order: {platform_order_no: A1, placed: 2026-11-10 20:35}",
            "2026-11-10 20:34",
        ),
        (
            "problem: {type: not_received, discovered: 2026-11-01}",
            "2026-11-01",
        ),
        (
            "contacts: [{at: 2026-11-01 10:00, said: x}]",
            "2026-11-01 10:00",
        ),
        (
            "notices: {kind: demand, sent: 2026-11-15, arrived: 2026-11-12}",
            "2026-11-12",
        ),
        (
            "filings: [{channel: alipay, on: 2026-11-12, on_result: 2026-11-11, result: refused}]",
            "2026-11-11",
        ),
        (
            "filings: [{channel: platform-ticket, on: 2026-11-09, result: closed_by_merchant}]",
            "2026-11-09",
        ),
        (
            "delivery: {result: not_received, checked: 2026-11-21 09:00, claimed: 2026-11-10 20:33}",
            "2026-11-10 20:33",
        ),
    ] {
        says(
            line,
            "alipay",
            Severity::Warning,
            "dates-out-of-order",
            marked,
        );
    }
    let elsewhere = with("problem: not_received") + "discovered: 2026-11-01\n";
    assert_eq!(
        said(&elsewhere, "alipay"),
        [(
            Severity::Warning,
            "dates-out-of-order",
            "2026-11-01".to_owned()
        )]
    );
    // Without both clock times only the days tell.
    for line in [
        "order: {platform_order_no: A1, placed: 2026-11-10}",
        "contacts: [{at: 2026-11-10, said: x}]",
    ] {
        assert_eq!(said(&with(line), "alipay"), [], "{line}");
    }
}

#[test]
fn the_payee_is_accounted_for() {
    let other = "payment: {method: alipay, amount: 120, paid: 2026-11-10 20:34, payee_shown: 云汀市北渡商贸有限公司}";
    for id in ["12315", "small-claims"] {
        says(
            other,
            id,
            Severity::Warning,
            "payee-differs",
            "云汀市北渡商贸有限公司",
        );
    }
    let linked = with(other).replace("南溪区}", "南溪区, payee_link: 货款由北渡代收}");
    assert_eq!(said(&linked, "12315"), []);
    let same = other.replace("云汀市北渡商贸有限公司", "苇州市飞苇网络科技有限公司 ");
    assert_eq!(said(&with(&same), "12315"), []);
}

#[test]
fn an_individual_business_is_sued_with_its_operator() {
    let shop = "respondent: {entity: 个体工商户, name: 苇州市飞苇网络科技有限公司, address: 湖南省苇州市南溪区";
    let found = said(&with(&format!("{shop}}}")), "small-claims");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].0, found[0].1),
        (Severity::Warning, "missing-field")
    );
    assert_eq!(
        said(
            &with(&format!("{shop}, operator: 程南星}}")),
            "small-claims"
        ),
        []
    );
}

#[test]
fn the_last_record_reaches_the_last_contact() {
    for channel in channels() {
        let found = said(
            &with("contacts: [{at: 2026-11-21 10:00, said: 处理中}]"),
            &channel.id,
        );
        let codes: Vec<_> = found.iter().map(|(_, code, _)| *code).collect();
        assert_eq!(codes, ["proof-stale"], "{}", channel.id);
    }
    for (line, is_stale) in [
        ("contacts: [{at: 2026-11-21, said: 处理中}]", false),
        (
            "notices: {kind: demand, sent: 2026-11-15, deadline: 2026-11-21}",
            true,
        ),
        (
            "notices: {kind: demand, sent: 2026-11-15, deadline: 2026-11-21 08:00}",
            false,
        ),
        (
            "notices: {kind: demand, sent: 2026-11-15, deadline: 2026-11-25}",
            false,
        ),
    ] {
        let found = said(&with(line), "alipay");
        assert_eq!(
            found.iter().any(|(_, code, _)| *code == "proof-stale"),
            is_stale,
            "{line}"
        );
    }
    let terms = with("contacts: [{at: 2026-11-21 10:00, said: 处理中}]")
        .replace("not_received, d", "unfair_terms, d");
    assert_eq!(said(&terms, "alipay"), []);
}

#[test]
fn the_last_record_is_of_the_last_seven_days() {
    for (day, is_stale) in [("2026-11-14", true), ("2026-11-15", false)] {
        let case = with(&format!(
            "delivery: {{result: not_received, checked: {day} 09:00}}"
        ));
        let found = said(&case, "12315");
        assert_eq!(
            found.iter().any(|(_, code, _)| *code == "proof-stale"),
            is_stale,
            "{day}"
        );
    }
}

#[test]
fn a_multiple_is_no_more_than_the_law_gives() {
    let case = |claim: &str| {
        with(&format!("claims: [refund, {{triple: {claim}}}]")).replace(
            "problem: {type: not_received, discovered: 2026-11-10 21:00}",
            "problem: {type: not_received, discovered: 2026-11-10 21:00, deception_facts: \
             [{text: 页面称官方授权，官方答复没有授权, evidence: [page]}]}\n\
             evidence: [{id: page, file: evidence/商品页.png, proves: promised, source: 截图}]",
        )
    };
    let over = |claim: &str| {
        said(&case(claim), "small-claims")
            .iter()
            .any(|(_, code, _)| *code == "claim-over-payment")
    };
    assert!(!over("500"));
    assert!(over("500.01"));
    assert!(!over("yes"));
}

#[test]
fn a_multiple_needs_a_deception() {
    let reading = reading(&with("claims: [refund, {triple: yes}]"));
    for id in ["small-claims", "12315"] {
        let found = with_desk(&reading, &example("minimal"), |desk| {
            pipeline::check(desk, &channel(id))
        });
        let refused = found.iter().any(|one| {
            one.finding.code() == "triple-without-deception" && one.severity == Severity::Error
        });
        assert!(refused, "TR05: {id}");
    }
}

#[test]
fn a_multiple_for_a_fake_needs_the_promise_and_a_fake() {
    use Severity::Error;
    let line = "claims: [refund, {other: 按照假一赔十赔偿1200元}]";
    for id in ["platform-ticket", "12315", "small-claims"] {
        says(line, id, Error, "multiple-without-promise", "other");
    }
    let promised = with(line).replace("placed: 2026-11-10 20:30", "promised: 正品保证，假一赔十");
    let codes = |case: &str| -> Vec<&'static str> {
        let found = said(case, "12315").into_iter();
        found.map(|(_, code, _)| code).collect()
    };
    // What never came is no fake.
    assert_eq!(codes(&promised), ["multiple-without-promise"]);
    let fake = promised.replace("type: not_received", "type: not_as_described");
    assert_eq!(codes(&fake), [] as [&str; 0]);
}

#[test]
fn a_call_for_punishment_is_found_wherever_it_stands() {
    for (line, marked) in [
        ("claims: [refund, {other: 让对方关店停业}]", "other"),
        (
            "title: 举报飞苇公司并要求查处罚款",
            "举报飞苇公司并要求查处罚款",
        ),
        (
            "facts: [{at: 2026-11-12, text: 请市场监管部门立案查处并罚款}]",
            "请市场监管部门立案查处并罚款",
        ),
        (
            "contacts: [{at: 2026-11-11 10:00, asked: 请12315查处并罚款该公司, said: 处理中}]",
            "请12315查处并罚款该公司",
        ),
    ] {
        for id in ["12315", "small-claims"] {
            says(
                line,
                id,
                Severity::Warning,
                "punishment-in-complaint",
                marked,
            );
        }
    }
    for line in [
        "facts: [{at: 2026-11-12, text: 该公司2025年已被市场监督管理局处罚}]",
        "contacts: [{at: 2026-11-11 10:00, asked: 请说明处罚依据, said: 违规罚款}]",
        "claims: [refund, {other: 撤销对我账户的处罚}]",
    ] {
        assert_eq!(said(&with(line), "12315"), [], "{line}");
    }
}

#[test]
fn no_filing_before_the_oldest_rule() {
    let reading = reading(SOUND);
    for (id, last) in [
        ("12315", "2026-04-14"),
        ("small-claims", "2023-12-31"),
        ("alipay", "2020-12-31"),
    ] {
        let day: chrono::NaiveDate = last.parse().unwrap();
        let refused = |today| {
            with_desk(&reading, &example("minimal"), |desk| {
                let desk = pipeline::Desk { today, ..*desk };
                let found = pipeline::check(&desk, &channel(id));
                found
                    .iter()
                    .any(|one| one.finding.code() == "filing-before-law")
            })
        };
        assert!(refused(day), "{id}");
        assert!(!refused(day.succ_opt().unwrap()), "{id}");
    }
}

#[test]
fn what_the_case_says_of_the_law_is_judged_with_its_facts() {
    let fact = |text: &str| format!("facts: [{{at: 2026-11-12, text: {text}}}]");
    let wrong = |case: &str| -> Vec<Severity> {
        let found = said(case, "small-claims").into_iter();
        let wrong = found.filter(|(_, code, _)| *code == "wrong-citation");
        wrong.map(|(severity, _, _)| severity).collect()
    };
    let alleged = fact("卖家虚假宣传且未到账，依消保法第五十五条要求退一赔三");
    assert_eq!(wrong(&with(&alleged)), [Severity::Warning]);
    let multiple = fact("未到账，依消保法第五十五条要求退一赔三");
    assert_eq!(wrong(&with(&multiple)), [Severity::Error]);
    // What the other side said, and what is denied, is a fact like any other.
    for plain in [
        "平台客服承诺7个工作日退款，至今未退",
        "商家店铺公告写明卡密无效双倍赔偿",
        "本人向客服说明不主张退一赔三，只因未到账要求退款",
    ] {
        assert_eq!(wrong(&with(&fact(plain))), [], "{plain}");
    }
    assert_eq!(
        wrong(&with(&fact("商家一直没发货，要求退一赔三"))),
        [Severity::Warning]
    );
    let deceived = "problem: {type: not_received, discovered: 2026-11-10 21:00, deception_facts: \
                    [{text: 页面称官方授权，官方答复没有授权, evidence: [page]}]}\n\
                    evidence: [{id: page, file: evidence/商品页.png, proves: promised, source: 截图}]";
    let case = with(&multiple).replace(
        "problem: {type: not_received, discovered: 2026-11-10 21:00}",
        deceived,
    );
    assert_eq!(wrong(&case), []);
    // A reseller is no consumer, whatever he was told.
    assert_eq!(
        wrong(&case.replace("purpose: personal", "purpose: resale")),
        [Severity::Error]
    );
    assert_eq!(
        wrong(&with(&fact("依据民法典第九百九十九条"))),
        [Severity::Warning]
    );
    assert_eq!(wrong(&with(&fact("依据民法典第五百七十七条"))), []);
    let quoted = "contacts: [{at: 2026-11-11 10:00, said: 电商法第二十条规定七天无理由不退}]";
    assert_eq!(wrong(&with(quoted)), []);
}
