//! Tests of the tables as a whole and of the choice among them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::*;

/// A day in the time the data was checked for.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// Dates that are all the same.
fn dates(day: NaiveDate) -> Dates {
    Dates {
        order: day,
        breach: day,
        conduct: day,
        filing: day,
    }
}

/// Every fact at once.
fn all_facts() -> BTreeSet<Predicate> {
    Predicate::ALL.into_iter().collect()
}

/// The ids of what is cited today for a sale or service to a consumer.
fn cited(
    problem: Problem,
    goods: GoodsClass,
    door: Door,
    facts: &[Predicate],
) -> Vec<&'static str> {
    let facts = facts.iter().copied().collect();
    ids(&citations(
        problem,
        goods,
        Purpose::Personal,
        door,
        &facts,
        &dates(today()),
    ))
}

/// The ids of a list.
fn ids(list: &[&'static Provision]) -> Vec<&'static str> {
    list.iter().map(|it| it.id).collect()
}

/// Calls a check for every list that can come about with all facts or none.
fn for_every_list(check: impl Fn(Problem, GoodsClass, Purpose, Door, &[&'static Provision])) {
    let dates = dates(today());
    for problem in Problem::ALL {
        for goods in GoodsClass::ALL {
            for purpose in Purpose::ALL {
                for door in Door::ALL {
                    for facts in [BTreeSet::new(), all_facts()] {
                        let list = citations(problem, goods, purpose, door, &facts, &dates);
                        check(problem, goods, purpose, door, &list);
                    }
                }
            }
        }
    }
}

#[test]
fn tables_are_complete_and_sorted() {
    assert_eq!(instruments().len(), 84);
    assert_eq!(provisions().len(), 901);
    assert!(provisions().is_sorted_by(|a, b| a.id < b.id));
    for it in provisions() {
        assert!(std::ptr::eq(provision(it.id).unwrap(), it));
        assert!(std::ptr::eq(
            instrument(it.instrument.id).unwrap(),
            it.instrument
        ));
        for id in it.replaced_by {
            assert!(provision(id).is_some(), "{id}");
        }
        assert!(it.citation().starts_with('《'));
    }
    assert!(provision("civil-code-9999").is_none());
    assert!(provision("").is_none());
}

#[test]
fn ids_read_back() {
    for it in Problem::ALL {
        assert_eq!(Problem::from_id(it.id()), Some(it));
        assert_eq!(ground(it).problem, it);
        assert!(!it.zh().is_empty());
    }
    for it in Purpose::ALL {
        assert_eq!(Purpose::from_id(it.id()), Some(it));
    }
    for it in Door::ALL {
        assert_eq!(Door::from_id(it.id()), Some(it));
    }
    for it in Predicate::ALL {
        assert_eq!(Predicate::from_id(it.id()), Some(it));
    }
    assert_eq!(Problem::from_id("lost"), None);
    assert_eq!(Problem::NotReceived.zh(), "未到账/未发货");
}

#[test]
fn every_provision_in_a_list_is_printable_and_explained() {
    for_every_list(|problem, _, _, _, list| {
        for it in list {
            assert!(it.printable && it.confidence <= Confidence::B, "{}", it.id);
            assert!(forbidden(problem, it.id).is_none(), "{}", it.id);
            assert!(it.says.is_some(), "{} lacks `says`", it.id);
        }
        let unique: BTreeSet<_> = ids(list).into_iter().collect();
        assert_eq!(unique.len(), list.len());
    });
}

#[test]
fn only_consumers_cite_consumer_law() {
    for_every_list(|problem, _, purpose, door, list| {
        if purpose.is_consumer() {
            return;
        }
        for it in list {
            assert!(!it.instrument.title.contains("消费"), "{}", it.id);
            assert!(!it.consumers_only, "{}", it.id);
            assert_ne!(it.id, "ecommerce-law-20");
        }
        if door == Door::Samr && matches!(purpose, Purpose::Resale | Purpose::Business) {
            assert!(list.is_empty(), "{problem:?}");
        }
    });
}

#[test]
fn the_e_commerce_law_never_stands_alone() {
    for_every_list(|problem, _, _, _, list| {
        // The loss rule of an unauthorised payment and nothing else is what that ground has.
        if problem == Problem::UnauthorisedPayment {
            return;
        }
        for n in 1..=4 {
            let best = best(list, n);
            assert!(best.len() <= n);
            let alone = best.iter().all(|it| it.instrument.id == "ecommerce-law");
            assert!(best.is_empty() || !alone, "{problem:?}: {:?}", ids(&best));
        }
    });
}

#[test]
fn services_start_with_the_contract() {
    for problem in [Problem::NotReceived, Problem::LateDelivery] {
        for door in [Door::Platform, Door::Samr, Door::Court] {
            for facts in [vec![], vec![Predicate::Service, Predicate::PromiseCaptured]] {
                let list = cited(problem, GoodsClass::Services, door, &facts);
                assert!(
                    matches!(list[0], "civil-code-509-p1" | "civil-code-577"),
                    "{list:?}"
                );
            }
        }
    }
}

#[test]
fn a_membership_that_never_arrived() {
    use Predicate::{MoneyBeforeDelivery, PromiseCaptured, Service};
    let facts = [MoneyBeforeDelivery, PromiseCaptured, Service];
    let list = cited(
        Problem::NotReceived,
        GoodsClass::Services,
        Door::Samr,
        &facts,
    );
    assert_eq!(
        list,
        [
            "civil-code-577",
            "consumer-law-16-p2",
            "consumer-law-48-p1-i7",
            "consumer-law-52"
        ]
    );
}

#[test]
fn a_code_that_never_arrived() {
    use Predicate::{MoneyBeforeDelivery, OnlineTransmission, PrepaidBalance, PromiseCaptured};
    let list = |facts: &[Predicate]| {
        cited(
            Problem::NotReceived,
            GoodsClass::GoodsOnline,
            Door::Samr,
            facts,
        )
    };
    assert_eq!(
        list(&[]),
        ["ecommerce-law-20", "civil-code-577", "consumer-law-52"]
    );
    assert_eq!(
        list(&[MoneyBeforeDelivery, OnlineTransmission, PromiseCaptured]),
        [
            "consumer-law-16-p2",
            "ecommerce-law-20",
            "civil-code-577",
            "consumer-law-52",
            "civil-code-512-p2",
            "ecommerce-law-51-p2"
        ]
    );
    let prepaid = list(&[MoneyBeforeDelivery, PrepaidBalance]);
    assert_eq!(prepaid.last(), Some(&"consumer-law-53"));
}

#[test]
fn shown_as_delivered() {
    let list = cited(
        Problem::FakeDelivery,
        GoodsClass::GoodsOnline,
        Door::Platform,
        &[Predicate::PromiseCaptured],
    );
    assert_eq!(
        list,
        [
            "consumer-law-16-p2",
            "civil-code-512-p2",
            "civil-code-577",
            "ecommerce-law-51-p2"
        ]
    );
}

#[test]
fn a_content_service_puts_the_e_commerce_law_last() {
    let list = cited(
        Problem::NotReceived,
        GoodsClass::GoodsOnline,
        Door::Samr,
        &[Predicate::ContentService],
    );
    assert_eq!(
        list,
        ["civil-code-577", "consumer-law-52", "ecommerce-law-20"]
    );
}

#[test]
fn a_platform_answers_only_for_others() {
    use Predicate::{SellerUnknown, ThirdPartyPlatform};
    let list = |facts: &[Predicate]| {
        cited(
            Problem::SellerVanished,
            GoodsClass::GoodsOnline,
            Door::Samr,
            facts,
        )
    };
    assert_eq!(
        list(&[SellerUnknown]),
        ["civil-code-577", "consumer-law-52"]
    );
    assert_eq!(
        list(&[SellerUnknown, ThirdPartyPlatform])[0],
        "consumer-law-44-p1"
    );
}

#[test]
fn threefold_damages_need_deception() {
    for problem in Problem::ALL {
        for goods in GoodsClass::ALL {
            let mut facts = all_facts();
            facts.remove(&Predicate::DeceptionEvidenced);
            let list = citations(
                problem,
                goods,
                Purpose::Personal,
                Door::Court,
                &facts,
                &dates(today()),
            );
            assert!(!ids(&list).contains(&"consumer-law-55-p1"), "{problem:?}");
        }
    }
    let triple = add_on("triple-damages").unwrap();
    let open = |purpose, facts: &BTreeSet<Predicate>| {
        triple.citations(
            GoodsClass::GoodsOnline,
            purpose,
            Door::Court,
            facts,
            &dates(today()),
        )
    };
    assert_eq!(
        open(Purpose::Personal, &all_facts())[0].id,
        "consumer-law-55-p1"
    );
    assert!(open(Purpose::Personal, &BTreeSet::new()).is_empty());
    let resale = open(Purpose::Resale, &all_facts());
    assert!(resale.iter().all(|it| !it.consumers_only));
}

#[test]
fn an_unauthorised_payment_must_be_one() {
    let list = |facts: &[Predicate]| {
        cited(
            Problem::UnauthorisedPayment,
            GoodsClass::GoodsOnline,
            Door::Court,
            facts,
        )
    };
    assert!(list(&[]).is_empty());
    assert_eq!(
        list(&[Predicate::PaymentNotByUser]),
        [
            "ecommerce-law-57-p2",
            "ecommerce-law-57-p3",
            "ecommerce-law-54"
        ]
    );
    for_every_list(|problem, _, _, _, list| {
        if problem != Problem::UnauthorisedPayment {
            assert!(!ids(list).contains(&"ecommerce-law-57-p2"));
        }
    });
}

#[test]
fn a_weak_choice_is_not_printed() {
    let list = cited(Problem::Other, GoodsClass::GoodsOnline, Door::Samr, &[]);
    assert!(list.is_empty());
    let row = ground(Problem::Other).row(GoodsClass::GoodsOnline, Purpose::Personal);
    assert_eq!(row.unwrap().confidence, Confidence::C);
}

#[test]
fn what_must_never_be_printed() {
    // 消费者权益保护法 2009, 投诉举报处理暂行办法, and rules whose text was not read.
    for it in provisions() {
        let outdated = it.in_force_until.is_some_and(|until| until < today());
        if outdated || it.instrument.id == "order-20" {
            assert!(!it.printable, "{}", it.id);
        }
        if it.confidence > Confidence::B {
            assert!(!it.printable_on(today()), "{}", it.id);
        }
    }
    for_every_list(|problem, goods, _, door, list| {
        for id in ids(list) {
            assert_ne!(id, "ecommerce-law-38-p2");
            assert_ne!(id, "ecommerce-law-27");
            assert_ne!(id, "sale-contract-interpretation-18-p4");
            assert_ne!((problem, id), (Problem::DuplicateCharge, "civil-code-157"));
            assert_ne!((goods, id), (GoodsClass::Services, "consumer-law-25-p1"));
            assert!(door == Door::Police || !id.starts_with("criminal-law"));
            assert!(door == Door::Police || !id.starts_with("public-security"));
            assert!(door != Door::Samr || id != "consumer-law-44-p2");
        }
    });
    assert!(forbidden(Problem::DuplicateCharge, "civil-code-157").is_some());
    assert!(forbidden(Problem::NotReceived, "ecommerce-law-20").is_none());
    let day_rule = provision("ecommerce-law-20").unwrap();
    assert!(day_rule.never_for("seven-day-return").is_some());
}

#[test]
fn dates_decide() {
    let civil_code = provision("civil-code-577").unwrap();
    let first = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
    assert!(civil_code.in_force(first));
    assert!(!civil_code.in_force(first.pred_opt().unwrap()));
    assert!(provision("order-121-10-p1-i2").unwrap().in_force(today()));

    let mut dates = dates(today());
    dates.breach = NaiveDate::from_ymd_opt(2020, 6, 1).unwrap();
    let old = citations(
        Problem::NotReceived,
        GoodsClass::GoodsOnline,
        Purpose::Personal,
        Door::Samr,
        &BTreeSet::new(),
        &dates,
    );
    // The civil code did not apply, and its forerunners are recognised but not printed.
    assert_eq!(ids(&old), ["ecommerce-law-20", "consumer-law-52"]);
}

#[test]
fn best_takes_no_more_than_asked() {
    let list: Vec<_> = ["ecommerce-law-20", "ecommerce-law-74", "civil-code-577"]
        .into_iter()
        .filter_map(provision)
        .collect();
    assert!(best(&list, 0).is_empty());
    assert_eq!(ids(&best(&list, 1)), ["civil-code-577"]);
    assert_eq!(ids(&best(&list, 2)), ["ecommerce-law-20", "civil-code-577"]);
    assert_eq!(best(&list, 9).len(), 3);
    assert!(best(&list[..2], 1).len() == 1);
}

#[test]
fn goods_and_services() {
    assert_eq!(
        GoodsClass::of("membership", "direct_recharge"),
        GoodsClass::Services
    );
    assert_eq!(
        GoodsClass::of("coin", "service_performed"),
        GoodsClass::Services
    );
    assert_eq!(
        GoodsClass::of("game_card", "auto_code"),
        GoodsClass::GoodsOnline
    );
    assert_eq!(GoodsClass::of("other", ""), GoodsClass::GoodsOnline);
}

#[test]
fn add_ons_and_reports_are_found() {
    assert_eq!(add_ons().len(), 16);
    assert_eq!(reports().len(), 9);
    assert!(
        add_on("small-claims")
            .unwrap()
            .is_open(Door::Court, &BTreeSet::new())
    );
    assert!(
        !add_on("small-claims")
            .unwrap()
            .is_open(Door::Samr, &BTreeSet::new())
    );
    assert!(add_on("nothing").is_none());
    assert_eq!(
        report("report-unlicensed").unwrap().provisions[0].id,
        "ecommerce-law-10"
    );
    assert!(report("nothing").is_none());
}

/// Every text of the register that is shown in both languages, with the id of its entry.
fn phrases() -> Vec<(&'static str, crate::bilingual::Phrase)> {
    let mut all = Vec::new();
    for it in provisions() {
        let never = it
            .never_for
            .iter()
            .flat_map(|never| [never.name, never.why]);
        let others = it.applies_when.iter().copied().chain(it.printable_why);
        let others = others.chain(it.place_note).chain([it.source]);
        all.extend(never.chain(others).map(|one| (it.id, one)));
    }
    for it in instruments() {
        let notes = it.versions.iter().filter_map(|version| version.note);
        let notes = notes.chain(it.note).chain(it.source);
        all.extend(notes.map(|one| (it.id, one)));
    }
    for it in misquotes() {
        for one in it.sources {
            if let Basis::Words(words) = one {
                all.push((it.id, *words));
            }
        }
    }
    all
}

#[test]
fn remarks_are_in_the_language_of_the_reader() {
    let is_chinese = |sign: char| ('\u{4E00}'..='\u{9FFF}').contains(&sign);
    for (id, said) in phrases() {
        let words: Vec<&str> = said.zh.split_whitespace().collect();
        let is_english =
            |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
        assert!(said.zh.contains(is_chinese), "{id}: {}", said.zh);
        assert!(!words.iter().any(is_english), "{id}: {}", said.zh);
        // Names of instruments, numbers of documents and lists of names stay Chinese.
        let names = ["法释", "办法", "条例", "规定", "解释", "规则", "细则"];
        let has_name = names.iter().any(|name| said.en.contains(name));
        assert!(
            has_name || !said.en.contains(is_chinese),
            "{id}: {}",
            said.en
        );
    }
}

#[test]
fn misquotes_rest_on_law_or_say_what_they_rest_on() {
    for it in misquotes() {
        let said = bases(it.sources);
        assert!(!said.zh.is_empty() && !said.en.is_empty(), "{}", it.id);
        assert!(!said.zh.contains("；；"), "{}: {}", it.id, said.zh);
    }
    let source = |id: &str| bases(misquote(id).unwrap().sources).zh;
    assert_eq!(
        source("contract-law-repealed"),
        "《中华人民共和国民法典》第一千二百六十条"
    );
    assert_eq!(
        source("ecl20-seven-day"),
        "《中华人民共和国电子商务法》第二十条；《中华人民共和国消费者权益保护法》第二十五条第一款"
    );
}
