//! Tests of citations, verdicts and known misquotes.

use std::fmt::Write as _;

use chrono::NaiveDate;
use proptest::prelude::{any, prop_assert, proptest};

use super::corpus::CORPUS;
use super::fold::fold;
use super::names::called;
use super::plain::{PLAIN, PUT_AS_LAW};
use super::{Verdict, judge};
use crate::law::{Gravity, Mistake, misquotes, provisions};

/// The day that decides in these tests.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// What is found in a text, each with its words: `民法典577 good civil-code-577`.
fn found(text: &str) -> Vec<String> {
    judge(text, today())
        .iter()
        .map(|one| {
            let mut line = format!("{} ", &text[one.range.clone()]);
            let _ = match &one.verdict {
                Verdict::Good { provision, .. } => write!(line, "good {}", provision.id),
                Verdict::Named { instrument } => write!(line, "named {}", instrument.id),
                Verdict::Unverified { provision } => write!(line, "unverified {}", provision.id),
                Verdict::Superseded { old, by, lives } => write!(
                    line,
                    "{} {} -> {}",
                    if *lives { "renumbered" } else { "superseded" },
                    old.id,
                    by.iter().map(|one| one.id).collect::<Vec<_>>().join(" ")
                ),
                Verdict::Repealed { instrument, .. } => write!(line, "repealed {}", instrument.id),
                Verdict::NotYet { from } => write!(line, "from {from}"),
                Verdict::TooHigh { articles, .. } => write!(line, "only {articles}"),
                Verdict::OneParagraph { provision } => {
                    write!(line, "one paragraph {}", provision.id)
                }
                Verdict::PlaceUnlisted { provision } => write!(line, "no place {}", provision.id),
                Verdict::Unlisted { instrument } => write!(line, "unlisted {}", instrument.id),
                Verdict::OtherLaw => write!(line, "other"),
                Verdict::Ambiguous { word } => write!(line, "ambiguous {word}"),
                Verdict::Misquoted { record, .. } => write!(line, "misquote {}", record.id),
            };
            line
        })
        .collect()
}

#[test]
fn awkward_sentences() {
    let mut wrong = String::new();
    for (text, expected) in CORPUS {
        let found = found(text);
        if found != *expected {
            let _ = writeln!(wrong, "{text}\n    {found:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The misquotes of a text, each with how grave it is.
fn misquoted(text: &str) -> Vec<String> {
    judge(text, today())
        .iter()
        .filter_map(|one| match one.verdict {
            Verdict::Misquoted { record, .. } => {
                Some(format!("{:?} {}", one.verdict.gravity(), record.id))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn plain_facts_and_words_of_others_are_no_misquotes() {
    let mut wrong = String::new();
    for text in PLAIN {
        let found = misquoted(text);
        if !found.is_empty() {
            let _ = writeln!(wrong, "{text}: {found:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn words_alone_are_a_warning_and_words_put_as_law_an_error() {
    let mut wrong = String::new();
    for (text, expected) in PUT_AS_LAW {
        let found = misquoted(text);
        if found != [*expected] {
            let _ = writeln!(wrong, "{text}: {found:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_multiple_beside_deception_is_a_note_and_another_law_beside_it_no_context() {
    let beside =
        "依据《消费者权益保护法》第五十五条请求三倍赔偿，依据《电子商务法》第七十四条请求退款";
    assert!(misquoted(&format!("商家虚构官方授权，构成欺诈，{beside}")).is_empty());
    assert!(misquoted("消保法第55条、电商法第38条").is_empty());
    assert_eq!(
        misquoted("商家虚构授权，未到账，请求三倍赔偿"),
        ["Note triple-without-fraud"]
    );
    assert_eq!(
        misquoted("依据电商法第20条请求三倍赔偿"),
        ["Error triple-without-fraud"]
    );
    assert_eq!(
        misquoted("并非欺诈，只是未到账，依据消保法第55条请求三倍赔偿"),
        ["Error triple-without-fraud"]
    );
}

#[test]
fn a_good_citation_is_said_as_it_was_cited() {
    for (text, said) in [
        (
            "民法典第563条",
            "《中华人民共和国民法典》第五百六十三条，现行有效",
        ),
        (
            "消保法第48条",
            "《中华人民共和国消费者权益保护法》第四十八条，现行有效",
        ),
        (
            "消保法第55条第1款",
            "《中华人民共和国消费者权益保护法》第五十五条第一款，现行有效",
        ),
    ] {
        let found = judge(text, today());
        assert_eq!(found[0].verdict.said().message.zh, said, "{text}");
    }
}

#[test]
fn the_name_of_a_law_is_said_once_for_several_articles() {
    let found = judge("LPR上浮50计算退款利息", today());
    let help = found[0].verdict.said().help.unwrap().zh;
    assert_eq!(
        help.matches("《中华人民共和国民法典》").count(),
        1,
        "{help}"
    );
    let found = judge("依据民诉法第一百一十九条起诉", today());
    let help = found[0].verdict.said().help.unwrap().zh;
    assert!(
        help.contains("《中华人民共和国民事诉讼法》第一百二十二条"),
        "{help}"
    );
    let found = judge("电商法第27条，平台连带赔偿", today());
    let help = found[0].verdict.said().help.unwrap().zh;
    assert!(
        help.contains("《中华人民共和国消费者权益保护法》第四十四条第一款、第二款"),
        "{help}"
    );
}

#[test]
fn numbers_of_the_old_rules_under_the_new_title_are_told() {
    let order = "《市场监督管理投诉举报处理办法》";
    for (rest, expected) in [
        (
            "第九条，投诉应当提供投诉人的姓名",
            "Warning order121-contents",
        ),
        (
            "第十二条，由经营者住所地处理",
            "Warning order121-jurisdiction",
        ),
        (
            "第十四条，七个工作日内决定是否受理",
            "Warning order121-acceptance",
        ),
        (
            "第十五条第（三）项，不属于生活消费的不予受理",
            "Warning order121-refusal",
        ),
    ] {
        assert_eq!(misquoted(&format!("依据{order}{rest}")), [expected]);
    }
    for rest in [
        "第十条，投诉应当提供投诉人的姓名",
        "第十三条，由经营者住所地处理",
        "第十五条，七个工作日内决定是否受理",
        "第十六条第（三）项，不属于生活消费的不予受理",
        "第十五条，不予受理的应当告知理由",
        "第十二条，共同投诉推选代表人",
        "第九条，投诉和举报分别处理",
    ] {
        let found = misquoted(&format!("依据{order}{rest}"));
        assert!(found.is_empty(), "{rest}: {found:?}");
    }
}

#[test]
fn every_official_form_is_read_back() {
    let mut wrong = String::new();
    for it in provisions() {
        let text = it.citation();
        let all = judge(&text, it.in_force_from);
        let hit = all.iter().any(|one| {
            one.range == (0..text.len())
                && match &one.verdict {
                    Verdict::Good { provision, .. } | Verdict::Unverified { provision } => {
                        provision.article == it.article
                            && std::ptr::eq(provision.instrument, it.instrument)
                    }
                    _ => false,
                }
        });
        if !hit {
            let _ = writeln!(wrong, "{}: {text}: {:?}", it.id, found(&text));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_words_of_every_misquote_are_found() {
    let mut wrong = String::new();
    for record in misquotes() {
        for word in record.words {
            let context = record.context.first().copied().unwrap_or_default();
            let is_rule = record.mistake == Mistake::Unverified || record.as_law;
            let besides = record.besides.first().copied().unwrap_or_default();
            let rule = format!("{besides}{}", if is_rule { "法律规定" } else { "" });
            let told = |text: &str| {
                judge(text, today()).iter().any(|one| {
                    matches!(one.verdict, Verdict::Misquoted { record: known, .. } if known.id == record.id)
                })
            };
            let positive = format!("{context}的事{rule}，{word}吧。");
            let fine = record.gravity == Gravity::Silent;
            if told(&positive) == fine {
                let _ = writeln!(wrong, "{}: {positive}", record.id);
            }
            let elsewhere = format!("{context}的事{rule}。{word}吧。");
            let folded: String = fold(word).iter().map(|sign| sign.char).collect();
            let inside =
                record.context.is_empty() || record.context.iter().any(|one| folded.contains(one));
            if told(&elsewhere) && !inside {
                let _ = writeln!(wrong, "{}: {elsewhere}", record.id);
            }
            for guard in record.guards {
                let guarded = format!("{context}的事{rule}，{guard}{word}吧。");
                if told(&guarded) {
                    let _ = writeln!(wrong, "{}: {guarded}", record.id);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_citation_of_every_misquote_is_found() {
    let mut wrong = String::new();
    for record in misquotes().iter().filter(|record| record.by_cite) {
        let citation = record.provision.unwrap().citation();
        let told = |text: &str| {
            judge(text, today()).iter().any(|one| {
                matches!(one.verdict, Verdict::Misquoted { record: known, .. } if known.id == record.id)
            })
        };
        // Another law is no context of a provision that is cited beside it.
        let context = record.context.iter().find(|word| called(word).is_none());
        let context = context.copied().unwrap_or_default();
        let fine = record.gravity == Gravity::Silent;
        if told(&format!("依据{citation}，{context}的事应当处理。")) == fine {
            let _ = writeln!(wrong, "{}: {citation} beside {context}", record.id);
        }
        let inside = |one: &&str| {
            fold(&citation)
                .iter()
                .map(|sign| sign.char)
                .collect::<String>()
                .contains(*one)
        };
        let needs_context = !record.context.is_empty() && !record.context.iter().any(inside);
        if needs_context && told(&format!("依据{citation}。{context}的事应当处理。")) {
            let _ = writeln!(wrong, "{}: {citation} without {context}", record.id);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

proptest! {
    #[test]
    fn any_text_is_judged(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_jumble_of_legal_words_is_judged(
        pieces in proptest::collection::vec(0..PIECES.len(), 0..30)
    ) {
        let text: String = pieces.into_iter().map(|at| PIECES[at]).collect();
        check(&text);
        for one in judge(&text, today()) {
            prop_assert!(!one.range.is_empty());
        }
    }
}

const PIECES: [&str; 40] = [
    "民法典",
    "《",
    "》",
    "〈",
    "〉",
    "第",
    "条",
    "款",
    "项",
    "之",
    "五百",
    "一",
    "十",
    "5",
    "77",
    "、",
    "至",
    "-",
    "和",
    "（",
    "）",
    "(",
    ")",
    "①",
    "。",
    "\n",
    " ",
    "消保法",
    "条例",
    "合同",
    "该",
    "的",
    "电商法",
    "解释（二）",
    "合同法",
    "退一赔三",
    "未到账",
    "不适用",
    "2013",
    "第9999999999条",
];

/// What holds of every text.
fn check(text: &str) {
    for one in judge(text, today()) {
        assert!(text.get(one.range.clone()).is_some(), "{text:?}");
        let said = one.verdict.said();
        assert!(!said.message.zh.is_empty() && !said.message.en.is_empty());
        let problem = one.verdict.gravity() != Gravity::Silent;
        assert_eq!(one.verdict.code().is_some(), problem);
        assert_eq!(said.help.is_some(), problem);
    }
}

#[test]
fn a_law_in_the_context_may_go_by_any_of_its_names() {
    for law in [
        "消保法",
        "《消费者权益保护法》",
        "中华人民共和国消费者权益保护法",
    ] {
        let text = format!("依{law}，商家必须在7日内处理。");
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let found = judge(&text, today);
        let is_told = found.iter().any(|one| {
            matches!(&one.verdict, Verdict::Misquoted { record, .. } if record.id == "merchant-seven-days")
        });
        assert!(is_told, "{law}");
    }
}
