//! What holds of the provisions that a filing cites, whatever the case: over every problem, class of goods, purpose and
//! door, for random facts and dates.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{
    Dates, Door, GoodsClass, Predicate, Problem, Provision, Purpose, add_ons, best, citations,
    provisions,
};

/// A day from before the oldest rule of the register to after the newest.
fn day() -> impl Strategy<Value = NaiveDate> {
    // What changes on a day shows on it and on the day before.
    let edges: BTreeSet<NaiveDate> = provisions()
        .iter()
        .flat_map(|it| [Some(it.in_force_from), it.in_force_until])
        .flatten()
        .flat_map(|day| [day.pred_opt(), Some(day), day.succ_opt()])
        .flatten()
        .collect();
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    prop_oneof![
        1 => select(edges.into_iter().collect::<Vec<_>>()),
        1 => (0..15_000_u64).prop_map(move |days| first + Days::new(days)),
        // Of the days that cases are about nowadays, most provisions are in force.
        4 => (12_800..13_800_u64).prop_map(move |days| first + Days::new(days)),
    ]
}

/// The four dates of a case, each on any day.
fn dates() -> impl Strategy<Value = Dates> {
    (day(), day(), day(), day()).prop_map(|(order, breach, conduct, filing)| Dates {
        order,
        breach,
        conduct,
        filing,
    })
}

/// Any facts.
fn facts() -> impl Strategy<Value = BTreeSet<Predicate>> {
    subsequence(Predicate::ALL.to_vec(), 0..=Predicate::ALL.len())
        .prop_map(|facts| facts.into_iter().collect())
}

/// Calls a check for every list of provisions that these facts and dates give: the ranked ones and those of add-ons.
fn for_every_list(
    facts: &BTreeSet<Predicate>,
    dates: &Dates,
    check: impl Fn(&str, GoodsClass, Purpose, Door, &[&'static Provision]),
) {
    for goods in GoodsClass::ALL {
        for purpose in Purpose::ALL {
            for door in Door::ALL {
                for problem in Problem::ALL {
                    let list = citations(problem, goods, purpose, door, facts, dates);
                    check(problem.id(), goods, purpose, door, &list);
                }
                for it in add_ons() {
                    let list = it.citations(goods, purpose, door, facts, dates);
                    check(it.id, goods, purpose, door, &list);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn only_sound_law_in_force_is_cited(facts in facts(), dates in dates()) {
        for_every_list(&facts, &dates, |what, _, _, _, list| {
            for it in list {
                let day = dates.on(it.date_basis);
                assert!(it.in_force(day), "{what}: {} on {day}", it.id);
                assert!(it.relation.is_none() && it.replaced_by.is_empty(), "{what}: {}", it.id);
                assert!(it.printable && it.printable_why.is_none(), "{what}: {}", it.id);
                assert!(it.confidence.is_printable(), "{what}: {}", it.id);
                assert!(it.instrument.confidence.is_printable(), "{what}: {}", it.id);
            }
        });
    }

    #[test]
    fn consumer_law_is_for_daily_life_and_triple_damages_for_deception(
        facts in facts(),
        dates in dates(),
    ) {
        for_every_list(&facts, &dates, |what, _, purpose, door, list| {
            let consumer = list.iter().any(|it| {
                it.consumers_only || matches!(it.instrument.id, "consumer-law" | "consumer-regs")
            });
            assert!(!consumer || purpose.is_consumer(), "{what}: {purpose:?}");
            let triple = list.iter().any(|it| it.id == "consumer-law-55-p1");
            let deceived = facts.contains(&Predicate::DeceptionEvidenced);
            assert!(!triple || deceived && purpose.is_consumer(), "{what}: {purpose:?}");
            // 《市场监督管理投诉举报处理办法》第三条、第十六条第三项: a complaint is about daily life.
            let complaint = door == Door::Samr && Problem::from_id(what).is_some();
            let trade = matches!(purpose, Purpose::Resale | Purpose::Business);
            assert!(!(complaint && trade) || list.is_empty(), "{what}: {purpose:?}");
        });
    }

    #[test]
    fn duties_of_platforms_need_a_platform(facts in facts(), dates in dates()) {
        for_every_list(&facts, &dates, |what, _, _, _, list| {
            let platform = list.iter().any(|it| it.platforms_only);
            assert!(!platform || facts.contains(&Predicate::ThirdPartyPlatform), "{what}");
        });
    }

    #[test]
    fn the_best_are_among_the_cited(facts in facts(), dates in dates(), n in 0_usize..5) {
        for_every_list(&facts, &dates, |what, _, _, _, list| {
            let best = best(list, n);
            assert_eq!(best.len(), n.min(list.len()), "{what}");
            assert!(best.iter().all(|it| list.iter().any(|one| one.id == it.id)), "{what}");
            let unique: BTreeSet<&str> = list.iter().map(|it| it.id).collect();
            assert_eq!(unique.len(), list.len(), "{what}");
        });
    }
}
