//! How paths find values and predicates answer.

use super::sample::facts;
use super::{
    Answer, Path, Pick, Predicate, Situation, Start, Started, Step, Test, Value, key_name,
};
use crate::moment::Moment;

const TYPE: Path = Path {
    text: "problem.type",
    steps: &[Step::Key("problem"), Step::Key("type")],
};
const PAID: Path = Path {
    text: "payments[].kind",
    steps: &[Step::Key("payments"), Step::Each, Step::Key("kind")],
};
const RESULT: Path = Path {
    text: "filings[].result",
    steps: &[Step::Key("filings"), Step::Each, Step::Key("result")],
};
const PROCEDURE: Path = Path {
    text: "filings[court].procedure",
    steps: &[
        Step::Key("filings"),
        Step::Of("court"),
        Step::Key("procedure"),
    ],
};
const REGISTERED: Path = Path {
    text: "filings[court].events[registered]",
    steps: &[
        Step::Key("filings"),
        Step::Of("court"),
        Step::Key("events"),
        Step::Of("registered"),
    ],
};
const DEMAND: Path = Path {
    text: "contacts[demand].arrived",
    steps: &[
        Step::Key("contacts"),
        Step::Of("demand"),
        Step::Key("arrived"),
    ],
};

fn ask(predicate: Predicate, yaml: &str) -> Answer {
    predicate.holds(&Situation {
        facts: &facts(yaml),
        past: &|_| Answer::No,
        state: &|_| false,
    })
}

fn unknown(key: &'static str) -> Answer {
    Answer::Unknown(vec![key])
}

#[test]
fn silence_is_open_but_for_records() {
    let lost = Predicate::Key(TYPE, Test::Is(Value::Word("lost")));
    assert_eq!(ask(lost, "problem: {type: lost}"), Answer::Yes);
    assert_eq!(ask(lost, "problem: {type: found}"), Answer::No);
    assert_eq!(ask(lost, "problem: {}"), unknown("problem.type"));
    let refused = Predicate::Key(RESULT, Test::Is(Value::Word("refused")));
    assert_eq!(ask(refused, "{}"), Answer::No);
    assert_eq!(ask(refused, "filings: [{channel: court}]"), Answer::No);
    let small = Predicate::Key(PROCEDURE, Test::Is(Value::Word("small_claims")));
    assert_eq!(ask(small, "filings: [{channel: police}]"), Answer::No);
    assert_eq!(
        ask(small, "filings: [{channel: court}]"),
        unknown("filings[court].procedure")
    );
}

#[test]
fn one_entry_of_a_list_is_enough() {
    let wallet = Predicate::Key(PAID, Test::In(&[Value::Word("wallet")]));
    assert_eq!(
        ask(wallet, "payments: [{kind: cash}, {kind: wallet}]"),
        Answer::Yes
    );
    assert_eq!(ask(wallet, "payments: [{}, {kind: wallet}]"), Answer::Yes);
    assert_eq!(
        ask(wallet, "payments: [{}, {kind: cash}]"),
        unknown("payments[].kind")
    );
    assert_eq!(ask(wallet, "payments: [{kind: cash}]"), Answer::No);
    let every = Predicate::Key(PAID, Test::Every(Value::Word("cash")));
    assert_eq!(
        ask(every, "payments: [{kind: cash}, {kind: wallet}]"),
        Answer::No
    );
    assert_eq!(
        ask(every, "payments: [{kind: cash}, {kind: cash}]"),
        Answer::Yes
    );
    assert_eq!(
        ask(every, "payments: [{kind: cash}, {}]"),
        unknown("payments[].kind")
    );
}

#[test]
fn conditions_combine() {
    const LOST: Predicate = Predicate::Key(TYPE, Test::Is(Value::Word("lost")));
    const CASH: Predicate = Predicate::Key(PAID, Test::Is(Value::Word("cash")));
    let cases = [
        (
            Predicate::All(&[LOST, CASH]),
            "problem: {type: found}",
            Answer::No,
        ),
        (
            Predicate::Any(&[LOST, CASH]),
            "problem: {type: lost}",
            Answer::Yes,
        ),
        (Predicate::Not(&LOST), "{}", unknown("problem.type")),
        (Predicate::Unless(&LOST), "{}", Answer::Yes),
        (
            Predicate::Unless(&LOST),
            "problem: {type: lost}",
            Answer::No,
        ),
        (
            Predicate::Key(TYPE, Test::Stated(Value::Word("lost"))),
            "{}",
            Answer::No,
        ),
        (Predicate::Key(TYPE, Test::Absent), "{}", Answer::Yes),
        (
            Predicate::Key(TYPE, Test::Present),
            "problem: {type: lost}",
            Answer::Yes,
        ),
        (Predicate::Always, "{}", Answer::Yes),
    ];
    for (predicate, yaml, answer) in cases {
        assert_eq!(ask(predicate, yaml), answer, "{predicate:?} {yaml}");
    }
    assert_eq!(
        ask(Predicate::All(&[LOST, CASH]), "{}"),
        Answer::Unknown(vec!["problem.type", "payments[].kind"])
    );
}

#[test]
fn selectors_take_the_last_filing_and_the_first_demand() {
    let case = facts(
        "{filings: [{channel: court, events: [{what: registered, at: 2026-05-01}]},
                    {channel: court, events: [{what: registered, at: 2026-07-01}, {what: registered, at: 2026-07-03}]},
                    {channel: court, same_dispute: false, events: [{what: registered, at: 2026-09-01}]}],
          contacts: [{effect: demand, arrived: 2026-03-02}, {effect: demand, arrived: 2026-03-01}, {effect: none}]}",
    );
    let day = |text| Started::At(Moment::parse(text).unwrap());
    let find = |path, pick| Start::Key(path).find(&case, pick, &|_| None);
    assert_eq!(find(REGISTERED, Pick::Earliest), day("2026-07-03"));
    assert_eq!(find(DEMAND, Pick::Latest), day("2026-03-01"));
    assert_eq!(
        find(TYPE, Pick::Latest),
        Started::Missing(vec!["problem.type"])
    );
    let both = Start::LaterOf(&[Start::Key(DEMAND), Start::Key(TYPE)]);
    assert_eq!(
        both.find(&case, Pick::Earliest, &|_| None),
        Started::Missing(vec!["problem.type"])
    );
    let first = Start::FirstPresent(&[Start::Key(TYPE), Start::Key(DEMAND)]);
    assert_eq!(
        first.find(&case, Pick::Earliest, &|_| None),
        day("2026-03-01")
    );
}

#[test]
fn paths_have_names() {
    assert_eq!(key_name("orders[].placed").zh, "下单时间");
    assert_eq!(
        key_name("filings[12315].events[accepted]").zh,
        "12315 投诉：受理"
    );
    assert_eq!(
        key_name("filings[12315].events[id_proof_asked].until").en,
        "12315 complaint: proof of identity asked for (until)"
    );
}
