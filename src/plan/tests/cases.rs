//! Whole cases, and what no case proposes.

use proptest::prelude::*;

use super::{channels, now, of};
use crate::facts::sample;
use crate::plan::propose::propose;
use crate::plan::replay::Replay;
use crate::plan::{conflicts, plan, regions, transitions};

const TRADE: &str = "problem: {type: not_received}, purchase: {purpose: personal},
    respondents: [{name: A, address: B}], platform: {third_party: true},
    payments: [{method: alipay, kind: merchant, outstanding: '168.00', paid: 2026-11-01}],
    claims: [{type: refund_full}]";

fn trade(rest: &str) -> super::Plan {
    of(&format!("{{{TRADE}, {rest}}}"))
}

fn state(plan: &super::Plan, region: &str) -> &'static str {
    let found = plan
        .states
        .iter()
        .find(|state| state.id.starts_with(&format!("{region}.")));
    found.unwrap().id
}

#[test]
fn a_new_case_goes_to_platform_and_wallet() {
    let plan = trade("");
    let channels = channels(&plan);
    assert!(
        channels.contains(&"platform-ticket") && channels.contains(&"alipay"),
        "{channels:?}"
    );
    assert!(
        !channels.contains(&"12315") && !channels.contains(&"court"),
        "{channels:?}"
    );
}

#[test]
fn what_is_for_today_comes_first() {
    let plan = trade(
        "filings: [{channel: platform-ticket, on: 2026-10-02, result: closed_without_solution, on_result: 2026-10-03}]",
    )
    .proposals;
    let paid_long_ago = of(&format!(
        "{{{}, filings: [{{channel: platform-ticket, on: 2026-10-02, result: refused, on_result: 2026-10-03}}]}}",
        TRADE.replace("paid: 2026-11-01", "paid: 2026-01-01")
    ))
    .proposals;
    for proposals in [plan, paid_long_ago] {
        assert_eq!(proposals[0].channel.id, "alipay");
        assert_eq!(proposals[0].clocks[0].rule.id, "alipay_window");
    }
}

#[test]
fn after_the_platform_12315_with_the_association_instead() {
    let plan = trade(
        "filings: [{channel: platform-ticket, on: 2026-11-02, result: closed_without_solution, on_result: 2026-11-03}]",
    );
    let found = plan
        .proposals
        .iter()
        .find(|one| one.channel.id == "12315")
        .unwrap();
    let instead: Vec<_> = found.instead.iter().map(|one| one.id).collect();
    assert_eq!(instead, ["consumer-association"]);
    assert!(!channels(&plan).contains(&"consumer-association"));
}

#[test]
fn a_recorded_notice_is_the_demand_letter() {
    let refused = "contacts: [{at: 2026-11-03, effect: refused}]";
    let notice = |rest: &str| trade(&format!("{refused}, notices: [{{{rest}}}]"));
    for (rest, expected) in [
        ("kind: demand, sent: 2026-11-20", "letter.sent"),
        (
            "kind: demand, sent: 2026-11-20 09:00, arrived: 2026-11-20, deadline: 2026-11-23",
            "letter.running",
        ),
        (
            "kind: demand, sent: 2026-11-06, arrived: 2026-11-06, deadline: 2026-11-13",
            "letter.expired",
        ),
        (
            "kind: demand, auto_end: true, sent: 2026-11-06, arrived: 2026-11-06, deadline: 2026-11-13",
            "letter.terminated",
        ),
        (
            "kind: termination, sent: 2026-11-06, arrived: 2026-11-07",
            "letter.terminated",
        ),
        (
            "kind: termination, auto_end: true, arrived: 2026-11-20, deadline: 2026-11-24",
            "letter.running",
        ),
    ] {
        let plan = notice(rest);
        assert_eq!(state(&plan, "letter"), expected, "{rest}");
        assert!(!channels(&plan).contains(&"demand-letter"), "{rest}");
    }
    let running = notice("kind: demand, arrived: 2026-11-20, deadline: 2026-11-23");
    let clocks: Vec<_> = running.clocks.iter().map(|one| one.rule.id).collect();
    assert!(clocks.contains(&"demand_period_ends"), "{clocks:?}");
}

#[test]
fn an_account_taken_over_goes_to_lock_provider_and_police() {
    let plan = of(
        "{problem: {type: unauthorised_payment}, purchase: {purpose: personal},
        payments: [{method: alipay, kind: merchant, outstanding: '168.00'}]}",
    );
    let mut channels = channels(&plan);
    channels.sort_unstable();
    assert_eq!(channels, ["alipay-security", "police"]);
}

#[test]
fn nobody_demands_performance_of_a_payment_that_was_not_their_own() {
    let yaml = TRADE.replace("not_received", "unauthorised_payment");
    let plan = of(&format!(
        "{{{yaml}, contacts: [{{at: 2026-11-03, effect: refused}}]}}"
    ));
    assert_eq!(state(&plan, "letter"), "letter.idle");
    assert!(!channels(&plan).contains(&"demand-letter"));
}

#[test]
fn money_to_a_person_has_no_merchant_complaint() {
    let plan = of(
        "{problem: {type: not_received}, purchase: {purpose: personal},
        payments: [{method: alipay, kind: personal_transfer, outstanding: '168.00'}]}",
    );
    assert!(!channels(&plan).contains(&"alipay"));
    assert_eq!(state(&plan, "payment"), "payment.not_merchant");
    assert!(channels(&plan).is_empty(), "{:?}", channels(&plan));
    assert_eq!(state(&plan, "identity"), "identity.unknown");
    for door in ["court", "payment-order", "preservation"] {
        assert!(plan.allowed.iter().all(|one| one.id != door), "{door}");
    }
    let ordered = of(
        "{problem: {type: not_received}, purchase: {purpose: personal}, orders: [{placed: 2026-11-20}],
        payments: [{method: alipay, kind: personal_transfer, outstanding: '168.00'}]}",
    );
    assert_eq!(channels(&ordered), ["platform-ticket"]);
}

#[test]
fn a_reseller_gets_no_12315_complaint() {
    let plan = trade("filings: [{channel: platform-ticket, on: 2026-11-02, result: refused}]");
    assert!(channels(&plan).contains(&"12315"));
    let yaml = format!(
        "{{{}, filings: [{{channel: platform-ticket, on: 2026-11-02, result: refused}}]}}",
        TRADE.replace("personal", "resale")
    );
    let plan = of(&yaml);
    assert!(!channels(&plan).contains(&"12315"));
    assert_eq!(state(&plan, "mediation"), "mediation.closed");
}

#[test]
fn talks_without_an_effect_are_asked_about() {
    let talks = trade("contacts: [{at: 2026-11-03}]");
    assert!(talks.questions.contains(&"contacts[].effect"));
    let refused = trade("contacts: [{at: 2026-11-03}, {at: 2026-11-04, effect: refused}]");
    assert!(!refused.questions.contains(&"contacts[].effect"));
    assert!(channels(&refused).contains(&"12315"));
}

#[test]
fn each_refusal_of_article_16_has_its_way() {
    for (item, expected) in [
        ("art16_1", "mediation.refused_other_office"),
        ("art16_2", "mediation.refused_elsewhere"),
        ("art16_3", "mediation.refused_court"),
        ("art16_4", "mediation.refused_court"),
        ("art16_5", "mediation.refused_cure"),
        ("art16_6", "mediation.refused_cure"),
        ("art16_7", "mediation.refused_court"),
    ] {
        let plan = trade(&format!(
            "filings: [{{channel: '12315', on: 2026-11-10, reason_item: {item},
             events: [{{what: submitted, at: 2026-11-10}}, {{what: refused, at: 2026-11-16}}]}}]"
        ));
        assert_eq!(state(&plan, "mediation"), expected, "{item}");
    }
    let silent = trade(
        "filings: [{channel: '12315', on: 2026-11-10, result: refused, on_result: 2026-11-16}]",
    );
    assert_eq!(silent.questions, ["filings[12315].reason_item"]);
}

#[test]
fn a_settlement_waits_for_the_money() {
    let plan = trade("settlement: {agreed: 2026-11-20, pay_by: 2026-12-01}");
    assert_eq!(state(&plan, "case"), "case.settled");
    assert!(!channels(&plan).contains(&"withdrawal"));
    assert!(
        plan.withheld
            .iter()
            .any(|one| one.channel.id == "platform-ticket")
    );
    let paid = of(&format!(
        "{{{}, settlement: {{agreed: 2026-11-20, pay_by: 2026-12-01}}}}",
        TRADE.replace("'168.00'", "'0.00', refunds: [2026-11-21]")
    ));
    assert_eq!(channels(&paid), ["closing"]);
    let filed = of(&format!(
        "{{{}, filings: [{{channel: alipay, on: 2026-11-10}}]}}",
        TRADE.replace("'168.00'", "'0.00', refunds: [2026-11-21]")
    ));
    assert_eq!(channels(&filed), ["withdrawal"]);
    assert_eq!(filed.keep.len(), paid.keep.len() + 1);
}

#[test]
fn a_settlement_that_is_not_paid_is_said_to_be_overdue() {
    let plan = trade(
        "settlement: {agreed: 2026-11-02, pay_by: 2026-11-15}, filings: [{channel: '12315', on: 2026-10-20,
          result: mediation_agreement, on_result: 2026-11-02}]",
    );
    assert_eq!(state(&plan, "case"), "case.overdue");
    assert!(channels(&plan).contains(&"court"));
    assert!(
        plan.mind.iter().any(|one| one.zh.contains("付款日已过")),
        "{:?}",
        plan.mind
    );
    let clocks: Vec<_> = plan.clocks.iter().map(|one| one.rule.id).collect();
    assert!(clocks.contains(&"settlement_payment"), "{clocks:?}");
}

#[test]
fn silence_of_the_office_leads_to_review() {
    let plan = trade(
        "filings: [{channel: '12315', on: 2026-11-02, events: [{what: submitted, at: 2026-11-02}, {what: received, at: 2026-11-03}]}]",
    );
    assert_eq!(state(&plan, "mediation"), "mediation.silent");
    assert!(channels(&plan).contains(&"admin-review"));
}

#[test]
fn a_suit_runs_to_enforcement() {
    let plan = trade(
        "filings: [{channel: court, on: 2026-06-01, procedure: small_claims, result: judgment, events: [
          {what: submitted, at: 2026-06-01}, {what: registered, at: 2026-06-05}, {what: fee_paid, at: 2026-06-08},
          {what: judgment_served, at: 2026-08-01}, {what: effective, at: 2026-08-01}, {what: performance_due, at: 2026-09-01}]}]",
    );
    assert_eq!(state(&plan, "court"), "court.judged_final");
    assert_eq!(state(&plan, "enforcement"), "enforcement.propose");
    assert!(channels(&plan).contains(&"enforcement"));
}

#[test]
fn every_paper_in_effect_leads_to_enforcement() {
    for (rest, limit) in [
        (
            "filings: [{channel: payment-order, on: 2026-08-01, result: payment_order_effective, on_result: 2026-08-30,
              events: [{what: accepted, at: 2026-08-05}, {what: order_served, at: 2026-08-12}]}], court: {acknowledged_debt: true}",
            "enforce_payment_order",
        ),
        (
            "filings: [{channel: payment-order, on: 2026-08-01,
              events: [{what: accepted, at: 2026-08-05}, {what: order_served, at: 2026-08-12}]}], court: {acknowledged_debt: true}",
            "enforce_payment_order",
        ),
        (
            "filings: [{channel: arbitration, on: 2026-08-01, result: judgment, on_result: 2026-09-30,
              events: [{what: performance_due, at: 2026-10-15}]}], court: {arbitration_agreement: true}",
            "enforce_award",
        ),
        (
            "filings: [{channel: people-mediation, on: 2026-09-01, result: settled, on_result: 2026-09-05},
              {channel: judicial-confirmation, on: 2026-09-20, result: confirmed, on_result: 2026-10-10}],
              settlement: {agreed: 2026-09-05, pay_by: 2026-10-30, through: people_mediation}",
            "enforce_confirmed",
        ),
        (
            "filings: [{channel: court, on: 2026-06-01, procedure: small_claims, result: judgment, events: [
              {what: registered, at: 2026-06-05}, {what: fee_paid, at: 2026-06-08}, {what: judgment_served, at: 2026-08-01},
              {what: performance_due, at: 2026-09-01}]}]",
            "enforce_small",
        ),
    ] {
        let plan = trade(rest);
        let found = plan
            .proposals
            .iter()
            .find(|one| one.channel.id == "enforcement");
        let found = found.unwrap_or_else(|| panic!("{limit}: {:?}", plan.withheld));
        assert_eq!(found.clocks[0].rule.id, limit);
    }
}

#[test]
fn a_judgment_under_appeal_waits_for_its_effect_and_not_for_a_period() {
    let appealed = |effective: &str| {
        trade(&format!(
            "filings: [{{channel: court, on: 2026-05-01, procedure: ordinary, events: [
              {{what: registered, at: 2026-05-05}}, {{what: fee_paid, at: 2026-05-08}},
              {{what: judgment_served, at: 2026-07-01}}{effective}]}},
              {{channel: appeal, on: 2026-07-10}}]"
        ))
    };
    assert_eq!(state(&appealed(""), "court"), "court.on_appeal");
    let over = appealed(", {what: effective, at: 2026-09-10}");
    assert_eq!(state(&over, "court"), "court.judged_final");
}

#[test]
fn a_small_claims_judgment_is_in_effect_when_it_is_served() {
    let plan = trade(
        "filings: [{channel: court, on: 2026-06-01, procedure: small_claims, result: judgment, events: [
          {what: registered, at: 2026-06-05}, {what: fee_paid, at: 2026-06-08}, {what: judgment_served, at: 2026-09-05}]}]",
    );
    assert_eq!(state(&plan, "enforcement"), "enforcement.performance");
    let limit = |id: &str| plan.clocks.iter().find(|one| one.rule.id == id).unwrap();
    assert_eq!(
        limit("enforce_small")
            .date()
            .map(crate::moment::Moment::iso)
            .as_deref(),
        Some("2028-09-05")
    );
    let crate::deadline::Outcome::Unknown { fill, .. } = &limit("judgment_payment_small").outcome
    else {
        panic!("the period to perform is not stated");
    };
    assert_eq!(*fill, ["filings[court].events[performance_due]"]);
}

#[test]
fn what_may_not_stand_beside_a_filing_is_named() {
    let plan = trade(
        "filings: [{channel: consumer-association, on: 2026-11-01, result: accepted}, {channel: '12315', on: 2026-11-05}]",
    );
    let ids: Vec<_> = plan.conflicts.iter().map(|one| one.conflict.id).collect();
    assert!(ids.contains(&"ca_then_12315"), "{ids:?}");
}

/// What a plan says of a channel that it keeps back.
fn why<'p>(plan: &'p super::Plan, channel: &str) -> &'p str {
    let found = plan.withheld.iter().find(|one| one.channel.id == channel);
    &found
        .unwrap_or_else(|| panic!("{channel} is not kept back"))
        .why
        .zh
}

#[test]
fn the_reason_for_keeping_back_is_about_what_is_kept_back() {
    let refused = "contacts: [{at: 2026-11-03, effect: refused}]";
    let clause = trade(&format!(
        "{refused}, court: {{arbitration_agreement: true}}"
    ));
    assert_eq!(
        why(&clause, "arbitration"),
        "因为「向一处机关提出投诉」，暂不提出"
    );
    let police = trade(&format!(
        "{refused}, filings: [{{channel: police, on: 2026-11-10}}]"
    ));
    assert_eq!(why(&police, "12315"), "因为「已报案，尚无回执」，暂不提出");
}

#[test]
fn what_is_kept_back_gives_no_advice_and_no_clock() {
    let refused = "contacts: [{at: 2026-11-03, effect: refused}]";
    let before = trade(refused);
    let says = |plan: &super::Plan, part: &str| plan.mind.iter().any(|one| one.zh.contains(part));
    let runs = |plan: &super::Plan, id: &str| plan.clocks.iter().any(|one| one.rule.id == id);
    assert!(runs(&before, "alipay_window"));
    let registered = trade(&format!(
        "{refused}, filings: [{{channel: court, on: 2026-11-10, procedure: small_claims,
          events: [{{what: registered, at: 2026-11-12}}]}}]"
    ));
    assert!(!says(&registered, "催告"), "{:?}", registered.mind);
    assert!(!runs(&registered, "alipay_window"));
    let settled = trade(&format!(
        "{refused}, settlement: {{agreed: 2026-11-20, pay_by: 2026-12-01}}"
    ));
    assert!(!says(&settled, "12315 与消协"), "{:?}", settled.mind);
    assert!(runs(&settled, "limitation_general"));
}

#[test]
fn the_last_step_says_what_it_means() {
    let refused = |item: &str| {
        trade(&format!(
            "filings: [{{channel: '12315', on: 2026-11-10, reason_item: {item}, result: refused, on_result: 2026-11-16}}]"
        ))
    };
    for (item, part) in [
        ("art16_3", "未核实"),
        ("art16_4", "不妨碍起诉"),
        ("art16_7", "哪条规定"),
    ] {
        let mind = refused(item).mind;
        assert!(
            mind.iter().any(|one| one.zh.contains(part)),
            "{item}: {mind:?}"
        );
    }
}

#[test]
fn a_defendant_that_the_court_finds_unclear_is_looked_up_again() {
    let suit =
        "filings: [{channel: court, on: 2026-08-01, procedure: small_claims, result: refused,
          on_result: 2026-11-10, reason_item: defendant_unclear}]";
    let unclear = trade(suit);
    assert_eq!(state(&unclear, "identity"), "identity.unknown_site");
    assert!(!channels(&unclear).contains(&"court"));
    for (day, expected) in [("2026-11-09", false), ("2026-11-12", true)] {
        let looked_up = TRADE.replace(
            "address: B",
            &format!("address: B, identified_by: {{on: {day}}}"),
        );
        let plan = of(&format!("{{{looked_up}, {suit}}}"));
        assert_eq!(channels(&plan).contains(&"court"), expected, "{day}");
    }
}

fn any_case() -> impl Strategy<Value = String> {
    let problems = vec![
        "not_received",
        "refund_refused",
        "suspected_fraud",
        "unauthorised_payment",
        "duplicate_charge",
        "seller_vanished",
        "payment_stuck",
        "unfair_terms",
        "personal_data_leak",
        "other",
    ];
    let steps: Vec<String> = transitions()
        .iter()
        .flat_map(|transition| transition.on)
        .filter_map(|event| match event {
            crate::plan::Event::Filed(channel) => Some(format!("channel: '{channel}'")),
            crate::plan::Event::Result(channel, result) => {
                Some(format!("channel: '{channel}', result: {result}"))
            }
            crate::plan::Event::Course(channel, what) => Some(format!(
                "channel: '{channel}', events: [{{what: {what}, at: 2026-10-05}}]"
            )),
            _ => None,
        })
        .collect();
    let select = prop::sample::select::<&'static str>;
    (
        select(problems),
        select(vec!["personal", "gift", "resale"]),
        select(vec!["alipay", "wechat_pay", "bank_card"]),
        select(vec!["merchant", "personal_transfer"]),
        select(vec!["name: A", "name: A, address: B"]),
        select(vec!["0.00", "168.00"]),
        select(vec!["", "deception_facts: told,"]),
        prop::collection::vec((prop::sample::select(steps), 1_u32..28), 0..6),
    )
        .prop_map(|(problem, purpose, method, kind, respondent, left, facts, filings)| {
            let filings: Vec<String> = filings
                .into_iter()
                .map(|(filing, day)| format!("{{{filing}, on: 2026-09-{day:02}}}"))
                .collect();
            format!(
                "{{problem: {{{facts} type: {problem}}}, purchase: {{purpose: {purpose}}},
                  payments: [{{method: {method}, kind: {kind}, outstanding: '{left}', paid: 2026-08-01}}],
                  respondents: [{{{respondent}}}], platform: {{third_party: true}}, filings: [{}]}}",
                filings.join(", ")
            )
        })
}

/// Every state beside every other that a case can be in at once: what both propose together is no conflict.
#[test]
fn no_two_states_propose_bodies_that_conflict() {
    let alipay = TRADE.to_owned();
    let cases = [
        alipay.replace("method: alipay", "method: bank_card, card_last4: '1234'"),
        alipay.replace("method: alipay", "method: wechat_pay"),
        alipay.replace("not_received", "suspected_fraud"),
        alipay,
    ];
    let states: Vec<&'static str> = regions()
        .iter()
        .flat_map(|region| region.states)
        .filter(|state| !state.proposes.is_empty())
        .map(|state| state.id)
        .collect();
    let mut seen = 0;
    for case in cases {
        let facts = sample::facts(&format!("{{{case}}}"));
        for one in &states {
            for other in states.iter().filter(|other| *other >= one) {
                let replay = Replay::at(&facts, now(), &[one, other]);
                let proposed = propose(&replay, &facts, now());
                let channels: Vec<&str> =
                    proposed.proposals.iter().map(|it| it.channel.id).collect();
                seen += usize::from(channels.len() > 1);
                for conflict in conflicts().iter().filter(|one| one.never_both) {
                    let (Some(a), Some(b)) = (conflict.a, conflict.b) else {
                        continue;
                    };
                    let both = a != b && channels.contains(&a) && channels.contains(&b);
                    assert!(!both, "{one} beside {other}: {}", conflict.id);
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} pairs propose two papers");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_case_is_sent_to_two_bodies_that_conflict(case in any_case()) {
        let plan = plan(&sample::facts(&case), now());
        let proposed = channels(&plan);
        for conflict in conflicts() {
            let (Some(a), Some(b)) = (conflict.a, conflict.b) else { continue };
            let both = a != b && proposed.contains(&a) && proposed.contains(&b);
            prop_assert!(!(conflict.never_both && both), "{}: {case}", conflict.id);
        }
        // Each side of a case is in one state, and the same case gives the same plan.
        prop_assert_eq!(plan.states.len(), regions().len());
    }
}
