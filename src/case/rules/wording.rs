//! `harmful-wording`: words in the case's own text that harm a filing.

use super::super::Case;
use super::super::own_words::own_words;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::language::{Harm, Passage, passages};
use crate::law::Problem;

/// A warning for every text with such words; all words of one text stand in one.
pub(super) fn check(case: &Case) -> Diagnostics {
    let mut all = Diagnostics::new();
    let about_deception = !case.deceptions.is_empty()
        || matches!(
            case.problem,
            Some(Problem::SuspectedFraud | Problem::SellerVanished | Problem::UnauthorisedPayment)
        );
    for (route, text) in own_words(case) {
        let found = passages(text, about_deception);
        if found.is_empty() {
            continue;
        }
        let finding = finding(text, &found, route.starts_with("notices"));
        all.push(Diagnostic::warning(finding).at(Place::value(route)));
    }
    all
}

fn finding(text: &str, found: &[Passage], is_sent: bool) -> Finding {
    let mut words: Vec<&str> = Vec::new();
    for one in found {
        let word = &text[one.at.clone()];
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let mut instead: Vec<(&str, &str)> = Vec::new();
    for one in found {
        if !instead.contains(&(one.instead_zh, one.instead_en)) {
            instead.push((one.instead_zh, one.instead_en));
        }
    }
    let zh: Vec<&str> = instead.iter().map(|one| one.0).collect();
    let en: Vec<&str> = instead.iter().map(|one| one.1).collect();
    let kind = kind(found[0].harm);
    Finding::stated(
        "harmful-wording",
        Bilingual::new(
            format!("{}：“{}”", kind.0, words.join("”“")),
            format!("{}: “{}”", kind.1, words.join("”, “")),
        ),
    )
    .why(Bilingual::new(
        "起诉状中有谩骂和人身攻击之辞的，法院告知修改后再提交；其他受理人也更相信只写事实的材料",
        "a court returns a statement with insults until it is corrected, and every reader trusts plain facts more",
    ))
    .help(if is_sent {
        Bilingual::new(
            "已经发出的话不能改写：`原文` 只引说明要求、期限和逾期后果的一句，不引这一句，也不必引全文",
            "what has been sent cannot be rewritten: quote under `text` only the sentence with the demand, the time and what follows, and leave this one out",
        )
    } else {
        Bilingual::new(zh.join("；"), en.join("; "))
    })
}

const fn kind(harm: Harm) -> (&'static str, &'static str) {
    match harm {
        Harm::Insult => ("骂人的话", "words that insult"),
        Harm::Threat => ("威胁的话", "words that threaten"),
        Harm::Accusation => ("没有证据支持的指责", "an accusation without evidence"),
        Harm::Emotion => ("情绪化的话", "words of feeling"),
        Harm::Motive => ("对动机的猜测", "a guess at motives"),
    }
}
