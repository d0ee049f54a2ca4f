//! A case as facts that rules of time and of order ask for by the English keys of the file.
//!
//! What nobody stated is absent here as it is in the case.

use std::collections::BTreeMap;

use super::Case;
use super::choice::Choice;
use super::claim::{Claim, ClaimKind};
use super::contact::{Contact, Deception, Notice, NoticeKind, Stall};
use super::party::Respondent;
use super::purchase::{Order, Payment};
use super::record::{FilingRecord, RecordDoor};
use crate::facts::{Fact, Facts};
use crate::law::Purpose;
use crate::moment::Moment;

type Map = BTreeMap<&'static str, Fact>;

/// What a case states, for rules.
pub fn facts(case: &Case) -> Facts {
    let mut top = case.stated.clone();
    within(&mut top, "problem", |map| {
        put(map, "type", case.problem.map(|one| text(one.id())));
        put(map, "discovered", case.discovered.map(Fact::At));
        if !case.deceptions.is_empty() {
            map.insert("deception_facts", listed(&case.deceptions, deception));
        }
    });
    within(&mut top, "purchase", |map| {
        let stated = (case.purpose != Purpose::Unknown).then(|| text(case.purpose.id()));
        put(map, "purpose", stated);
    });
    within(&mut top, "goods", |map| {
        let goods = case.goods.as_ref();
        put(
            map,
            "delivery",
            word(goods.and_then(|goods| goods.delivery)),
        );
    });
    within(&mut top, "delivery", |map| {
        let received = case.delivery.as_ref().and_then(|one| one.received);
        put(map, "received", received.map(Fact::At));
    });
    list(&mut top, "respondents", &case.respondents, respondent);
    let orders: Vec<_> = (0..)
        .zip(&case.orders)
        .map(|(at, one)| (one, promised(case, at)))
        .collect();
    list(&mut top, "orders", &orders, order);
    list(&mut top, "payments", &case.payments, payment);
    let debtor = debtor(case);
    list(&mut top, "contacts", &case.contacts, |one, map| {
        contact(one, debtor, map);
    });
    list(&mut top, "notices", &case.notices, |one, map| {
        notice(one, case.proves(one), map);
    });
    let ends = case.asks_to_end_the_contract();
    list(&mut top, "claims", &case.claims, |one, map| {
        claim(one, ends, map);
    });
    if let Some(filings) = &case.filings {
        list(&mut top, "filings", filings, filing);
    }
    Facts::new(top)
}

fn text(word: &str) -> Fact {
    Fact::Word(word.to_owned())
}

fn word<T: Choice>(value: Option<T>) -> Option<Fact> {
    value.map(|value| text(value.en()))
}

fn put(map: &mut Map, key: &'static str, fact: Option<Fact>) {
    map.extend(fact.map(|fact| (key, fact)));
}

/// Lays facts into the map under a key; where there are none, the key stays absent.
fn within(top: &mut Map, key: &'static str, lay: impl FnOnce(&mut Map)) {
    let mut map = match top.remove(key) {
        Some(Fact::Map(map)) => map,
        _ => Map::new(),
    };
    lay(&mut map);
    if !map.is_empty() {
        top.insert(key, Fact::Map(map));
    }
}

/// Lays the entries of a list over what rules ask of the same entries.
fn list<T>(top: &mut Map, key: &'static str, entries: &[T], lay: impl Fn(&T, &mut Map)) {
    let mut stated = match top.remove(key) {
        Some(Fact::List(stated)) => stated,
        _ => Vec::new(),
    };
    let laid = entries.iter().enumerate().map(|(index, entry)| {
        let mut map = match stated.get_mut(index) {
            Some(Fact::Map(map)) => std::mem::take(map),
            _ => Map::new(),
        };
        lay(entry, &mut map);
        Fact::Map(map)
    });
    let laid = laid.collect();
    top.insert(key, Fact::List(laid));
}

/// The entries of a list of which rules ask for nothing else.
fn listed<T>(entries: &[T], lay: fn(&T, &mut Map)) -> Fact {
    let laid = entries.iter().map(|entry| {
        let mut map = Map::new();
        lay(entry, &mut map);
        Fact::Map(map)
    });
    Fact::List(laid.collect())
}

fn deception(one: &Deception, map: &mut Map) {
    put(map, "text", Some(Fact::Text(one.text.clone())));
    put(map, "at", one.at.map(Fact::At));
}

fn respondent(one: &Respondent, map: &mut Map) {
    put(map, "name", one.name.clone().map(Fact::Text));
    put(map, "address", one.address.clone().map(Fact::Text));
    let on = one.identified_by.as_ref().and_then(|by| by.on);
    let looked_up = on.map(|on| Fact::Map(Map::from([("on", Fact::At(on))])));
    put(map, "identified_by", looked_up);
}

fn order((one, promised): &(&Order, Option<Fact>), map: &mut Map) {
    put(map, "placed", one.placed.map(Fact::At));
    put(map, "promised", promised.clone());
}

/// When delivery was promised for an order: after the last payment for it, so that nobody is called late too early. Where
/// no payment has a time there is a promise without a day, and the time of the payment is what is missing.
fn promised(case: &Case, order: usize) -> Option<Fact> {
    let payments = case.payments.iter();
    let of_order = payments.filter(|one| one.order_among(&case.orders) == Some(order));
    let dues = of_order.filter_map(|one| one.due(&case.orders));
    let last = dues.max_by_key(|due| due.start()).map(Fact::At);
    last.or_else(|| {
        let within = case.orders.get(order)?.promise.as_ref()?.within?;
        let no_time = case.payments.iter().all(|one| one.paid.is_none());
        no_time.then(|| Fact::Text(within.zh()))
    })
}

fn payment(one: &Payment, map: &mut Map) {
    put(map, "method", word(one.method));
    put(map, "kind", word(one.kind));
    put(map, "paid", one.paid.map(Fact::At));
    put(map, "outstanding", Some(Fact::Sum(one.outstanding())));
    let refunds = one.refunded_at.map(|at| Fact::List(vec![Fact::At(at)]));
    put(map, "refunds", refunds);
}

/// Who is to pay, as a position in the respondents: the addressee of the first claim for money, or the principal one.
fn debtor(case: &Case) -> usize {
    let for_money = |claim: &&Claim| {
        use ClaimKind as C;
        matches!(
            claim.kind,
            C::Refund | C::Compensate | C::Triple | C::Interest
        )
    };
    let first = case.claims.iter().find(for_money);
    first.and_then(|claim| claim.addressee).unwrap_or_default()
}

fn contact(one: &Contact, debtor: usize, map: &mut Map) {
    put(map, "at", Some(Fact::At(one.at)));
    // What reached somebody else has not reached whoever is to pay (民法典 137, 195).
    if map
        .get("to")
        .is_some_and(|to| to.word() != Some(&(debtor + 1).to_string()))
    {
        map.insert("to_debtor", Fact::Yes(false));
    }
    // A flat refusal is one, whether or not it is also recorded as an effect; that goods of the kind are never refunded
    // refuses the refund as well.
    let refused = matches!(one.stall, Some(Stall::Refused | Stall::VirtualNoRefund));
    if refused && !map.contains_key("effect") {
        map.insert("effect", text("refused"));
    }
}

fn notice(one: &Notice, proved: bool, map: &mut Map) {
    put(map, "kind", Some(text(one.kind.en())));
    put(map, "sent", one.sent.map(Fact::At));
    put(map, "arrived", one.arrived.map(Fact::At));
    put(map, "deadline", one.deadline.map(Fact::At));
    // A demand that arrived when its time was over gave no time to perform, and ends nothing.
    let too_late = one.kind == NoticeKind::Demand
        && one
            .arrived
            .zip(one.deadline)
            .is_some_and(|(arrived, deadline)| arrived.is_after(deadline));
    let ends = one.ends_contract.map(|ends| ends && !too_late);
    put(map, "auto_end", ends.map(Fact::Yes));
    let terminates = one.kind == NoticeKind::Termination || ends == Some(true);
    if terminates && proved {
        map.insert("used_the_right", Fact::Yes(true));
    }
}

fn claim(one: &Claim, ends_contract: bool, map: &mut Map) {
    let kind = match one.kind {
        ClaimKind::Refund if one.amount.is_none() => "refund_full",
        ClaimKind::Refund => "refund_part",
        ClaimKind::Redeliver | ClaimKind::Replace | ClaimKind::MakeUp => "deliver",
        ClaimKind::Compensate => "compensate_loss",
        ClaimKind::Triple => "punitive_multiple",
        other => other.en(),
    };
    let kind = if one.kind == ClaimKind::Refund && ends_contract {
        Fact::List(vec![text(kind), text("terminate")])
    } else {
        text(kind)
    };
    put(map, "type", Some(kind));
}

fn filing(one: &FilingRecord, map: &mut Map) {
    put(map, "channel", Some(text(one.door.en())));
    put(map, "on", one.on.map(Fact::At));
    put(map, "result", word(one.result));
    put(map, "on_result", one.on_result.map(Fact::At));
    // What was filed was handed in on that day, unless the course of the filing says when.
    let events = match map.remove("events") {
        Some(Fact::List(events)) => events,
        _ => Vec::new(),
    };
    let told = |what: &str| {
        events.iter().any(
            |event| matches!(event, Fact::Map(event) if event.get("what") == Some(&text(what))),
        )
    };
    let mut all = Vec::new();
    for (what, at) in [("submitted", one.on)]
        .into_iter()
        .chain(one.result.map(|result| (result.en(), one.on_result)))
    {
        if let Some(at) = at.filter(|_| STEPS.contains(&what) && !told(what)) {
            all.push(event(what, Some(at)));
        }
    }
    all.extend(events);
    all.extend(ended(one, &all));
    put(map, "events", Some(Fact::List(all)));
}

fn event(what: &str, at: Option<Moment>) -> Fact {
    let mut map = Map::from([("what", text(what))]);
    put(&mut map, "at", at.map(Fact::At));
    Fact::Map(map)
}

/// The end of a procedure before a court or an arbitral body, where its course or its result tells of one and does not
/// call it so itself.
fn ended(one: &FilingRecord, events: &[Fact]) -> Option<Fact> {
    use RecordDoor as D;
    let first_of = |words: &[&str]| {
        let mut events = events.iter();
        events.find(|event| {
            let what = event.key("what").and_then(Fact::word);
            what.is_some_and(|what| words.contains(&what))
        })
    };
    let tried = matches!(
        one.door,
        D::Court | D::Arbitration | D::PaymentOrder | D::Preservation | D::Enforcement
    );
    if !tried || first_of(&["procedure_ended"]).is_some() {
        return None;
    }
    let steps = [
        "withdrawal_allowed",
        "deemed_withdrawn",
        "mediation_paper_signed",
    ];
    let at = match first_of(&steps) {
        Some(step) => step.moment(),
        None if one.result.is_some_and(|result| ENDS.contains(&result.en())) => one.on_result,
        None => return None,
    };
    Some(event("procedure_ended", at))
}

/// Results with which a procedure is over. A judgment is not among them: it can be appealed against.
const ENDS: [&str; 7] = [
    "withdrawn",
    "settled",
    "dismissed",
    "refused",
    "court_mediation",
    "paid",
    "no_assets",
];

/// Results that are steps in the course of a filing as well.
const STEPS: [&str; 6] = [
    "submitted",
    "accepted",
    "refused",
    "terminated",
    "correction_asked",
    "case_opened",
];

#[cfg(test)]
mod tests {
    use crate::case::choice::Choice;
    use crate::case::read;
    use crate::case::record::{RecordDoor, RecordResult};
    use crate::diagnostic::Lang;
    use crate::facts::Fact;
    use crate::moment::Moment;

    fn at(day: &str) -> Fact {
        Fact::At(Moment::parse(day).unwrap())
    }

    fn word(word: &str) -> Fact {
        Fact::Word(word.to_owned())
    }

    /// What stands under keys and positions of the facts of a case.
    fn under(case: &str, path: &[&str]) -> Option<Fact> {
        let reading = read("case.yaml", case.as_bytes());
        let case = reading.outcome.value.as_ref();
        let facts = super::facts(case.unwrap_or_else(|| panic!("{}", reading.show(Lang::Zh))));
        let mut fact = facts.top(path[0])?.clone();
        for part in &path[1..] {
            fact = match fact {
                Fact::Map(map) => map.get(part)?.clone(),
                Fact::List(list) => list.get(part.parse::<usize>().unwrap())?.clone(),
                _ => return None,
            };
        }
        Some(fact)
    }

    const CASE: &str = "
问题: {类型: 未到账, 发现时间: 2026-11-01, 知道对方是谁的日期: 2026-11-02}
用途: 自用
订单: [{订单号: A1, 下单时间: 2026-11-01 20:00, 承诺: {原文: 付款后10分钟内到账}}]
支付: [{金额: 50, 时间: 2026-11-01 20:05, 已退金额: 10, 退款时间: 2026-11-05, 支付状态: 成功}]
协商:
  - 2026-11-02 在线客服：明确拒绝
  - 2026-11-02 在线客服：虚拟商品不退
  - 2026-11-02 在线客服：系统处理中
  - {时间: 2026-11-03, 方式: 电子邮件, 要求: 请退款, 效果: 催告, 到达: 2026-11-04}
诉求: [退款]
已走渠道:
  - 渠道: 12315
    日期: 2026-11-06
    结果: 终止调解
    结果日期: 2026-11-20
    理由项: art23_4
    经过: [{事项: 受理, 时间: 2026-11-10}]
障碍: [{起: 2026-06-01, 止: 2026-07-15}]
计划: {不走的渠道: [{渠道: 消协, 理由: 太远}]}
";

    #[test]
    fn the_case_and_what_only_rules_ask_for_stand_side_by_side() {
        for (path, fact) in [
            (&["problem", "type"][..], word("not_received")),
            (&["problem", "discovered"], at("2026-11-01")),
            (&["problem", "knew_respondent"], at("2026-11-02")),
            (&["purchase", "purpose"], word("personal")),
            (&["orders", "0", "promised"], at("2026-11-01 20:15")),
            (&["payments", "0", "status"], word("success")),
            (&["payments", "0", "refunds", "0"], at("2026-11-05")),
            (&["contacts", "0", "effect"], word("refused")),
            (&["contacts", "1", "effect"], word("refused")),
            (&["contacts", "3", "effect"], word("demand")),
            (&["contacts", "3", "arrived"], at("2026-11-04")),
            (&["claims", "0", "type", "0"], word("refund_full")),
            (&["claims", "0", "type", "1"], word("terminate")),
            (&["filings", "0", "reason_item"], word("art23_4")),
            (&["filings", "0", "events", "0", "what"], word("submitted")),
            (&["filings", "0", "events", "1", "what"], word("terminated")),
            (&["filings", "0", "events", "2", "what"], word("accepted")),
            (&["obstacles", "0", "to"], at("2026-07-15")),
            (
                &["plan", "skipped", "0", "channel"],
                word("consumer-association"),
            ),
        ] {
            assert_eq!(under(CASE, path), Some(fact), "{path:?}");
        }
        for absent in [
            &["settlement"][..],
            &["contacts", "2", "effect"],
            &["court"],
            &["goods"],
            &["problem", "happened"],
        ] {
            assert_eq!(under(CASE, absent), None, "{absent:?}");
        }
    }

    #[test]
    fn a_promise_runs_from_the_payment_of_its_order() {
        let case = |payments: &str| {
            format!(
                "订单:
  - {{编号: O1, 订单号: A1, 下单时间: 2026-11-20 12:03, 承诺: {{原文: 付款后24小时内到账}}}}
  - {{编号: O2, 订单号: A2, 下单时间: 2026-11-20 12:03, 承诺: {{时限: 10分钟}}}}
支付: [{payments}]
"
            )
        };
        let promised =
            |payments: &str, order: &str| under(&case(payments), &["orders", order, "promised"]);
        let both = "{金额: 5, 订单: O2, 时间: 2026-11-21 08:00}, {金额: 5, 订单: O1, 时间: 2026-11-22 12:04}";
        assert_eq!(promised(both, "0"), Some(at("2026-11-23 12:04")));
        assert_eq!(promised(both, "1"), Some(at("2026-11-21 08:10")));
        // Two payments for one order: nobody is late before the later one has run.
        let twice = "{金额: 5, 订单: O1, 时间: 2026-11-21 08:00}, {金额: 5, 订单: O1, 时间: 2026-11-22 08:00}";
        assert_eq!(promised(twice, "0"), Some(at("2026-11-23 08:00")));
        assert_eq!(promised(twice, "1"), None);
        // Only the day is known: ten minutes after it is no time, and without any day the payment is asked for.
        assert_eq!(promised("{金额: 5, 订单: O2, 时间: 2026-11-21}", "1"), None);
        assert_eq!(
            promised("{金额: 5, 订单: O2}", "1"),
            Some(Fact::Text("10分钟".into()))
        );
        // Which of two orders was paid, nobody says.
        assert_eq!(promised("{金额: 5, 时间: 2026-11-21 08:00}", "1"), None);
    }

    #[test]
    fn what_reached_somebody_else_did_not_reach_the_debtor() {
        let case = |to: &str, claims: &str| {
            format!(
                "被投诉人: [{{编号: 商家, 名称: 甲店}}, {{编号: 平台, 名称: 乙平台}}]
协商: [{{时间: 2025-06-18, 要求: 请退款, 效果: 催告, 到达: 2025-06-18, 对象: {to}}}]
诉求: [{claims}]
"
            )
        };
        let path = &["contacts", "0", "to_debtor"][..];
        let elsewhere = Some(Fact::Yes(false));
        assert_eq!(under(&case("平台", "退款"), path), elsewhere);
        assert_eq!(under(&case("商家", "退款"), path), None);
        let from_platform = "{请求: 退款, 对象: 平台}";
        assert_eq!(under(&case("商家", from_platform), path), elsewhere);
        assert_eq!(under(&case("平台", from_platform), path), None);
    }

    #[test]
    fn the_end_of_a_procedure_follows_from_its_course_or_its_result() {
        let ended = |filing: &str, event: &str| {
            let case = format!("已走渠道: [{{渠道: 法院, 日期: 2026-03-02, {filing}}}]\n");
            let what = under(&case, &["filings", "0", "events", event, "what"])?;
            assert_eq!(what, word("procedure_ended"), "{filing}");
            under(&case, &["filings", "0", "events", event, "at"])
        };
        let day = Some(at("2026-04-01"));
        assert_eq!(ended("结果: 撤回, 结果日期: 2026-04-01", "1"), day);
        assert_eq!(ended("结果: 和解, 结果日期: 2026-04-01", "1"), day);
        assert_eq!(ended("结果: 撤回", "1"), None);
        assert_eq!(
            ended("经过: [{事项: 准许撤诉, 时间: 2026-04-01}]", "2"),
            day
        );
        assert_eq!(
            ended("经过: [{事项: 程序终结, 时间: 2026-04-01}]", "1"),
            day
        );
        for going_on in ["结果: 处理中", "结果: 判决, 结果日期: 2026-04-01"] {
            assert_eq!(ended(going_on, "1"), None, "{going_on}");
        }
    }

    #[test]
    fn only_all_of_the_price_back_ends_a_contract() {
        let terminates = |problem: &str, claim: &str| {
            let case = format!("问题: {problem}\n支付: [{{金额: 50}}]\n诉求: [{claim}]\n");
            under(&case, &["claims", "0", "type", "1"]) == Some(word("terminate"))
        };
        assert!(terminates("未到账", "退款"));
        assert!(terminates("未到账", "{请求: 退款, 金额: 50}"));
        assert!(!terminates("未到账", "{请求: 退款, 金额: 20}"));
        assert!(!terminates("未到账", "补发"));
        assert!(!terminates("重复扣款", "退款"));
    }

    #[test]
    fn what_only_rules_ask_for_is_checked_as_well() {
        let case = "已走渠道: [{渠道: 法院, 经过: [{事项: 立按, 时间: 2026-13-01}]}]\n\
                    平台: {第三方平台: 也许}\n退货: 寄了\n";
        let shown = read("case.yaml", case.as_bytes()).show(Lang::Zh);
        for part in ["`立按`", "2026-13-01", "也许", "退货"] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
    }

    #[test]
    fn rules_and_the_case_file_call_filings_the_same() {
        for id in crate::facts::channels() {
            assert!(
                RecordDoor::from_word(id).is_some_and(|door| door.en() == id),
                "{id}"
            );
        }
        for id in crate::facts::results() {
            assert!(
                RecordResult::from_word(id).is_some_and(|result| result.en() == id),
                "{id}"
            );
        }
    }

    #[test]
    fn what_rules_ask_for_has_a_key_in_the_file() {
        // These follow from other keys.
        let derived = [
            "payments[].outstanding",
            "payments[].refunds",
            "notices[].auto_end",
        ];
        for path in crate::facts::keys().filter(|path| !derived.contains(path)) {
            assert!(crate::case::fields::at(path).is_some(), "{path}");
        }
    }
}
