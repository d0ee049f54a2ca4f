//! `impossible-claim`: a request for what no one who mediates or judges between the two sides can give.

use super::super::Case;
use super::super::asked::cannot_be_granted;
use super::super::claim::ClaimKind;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning for every request in own words that asks for prison, arrest, public exposure or ruin.
pub(super) fn check(case: &Case) -> Diagnostics {
    let claims = case.claims.iter().enumerate();
    claims
        .filter(|(_, claim)| claim.kind == ClaimKind::Other)
        .filter_map(|(index, claim)| {
            let word = cannot_be_granted(claim.text.as_deref()?)?;
            let place = Place::whole(format!("claims[{index}]"));
            Some(Diagnostic::warning(finding(word)).at(place))
        })
        .collect()
}

fn finding(word: &str) -> Finding {
    Finding::stated(
        "impossible-claim",
        Bilingual::new(
            format!("这项请求没有受理人能够答应：“{word}”"),
            format!("no reader of a filing can grant this request: “{word}”"),
        ),
    )
    .why(Bilingual::new(
        "平台、支付机构、调解机关和民事法庭只处理双方之间的退款、补发、赔偿；是否犯罪由公安机关立案侦查",
        "platform, provider, mediator and civil court deal with money and performance between the two sides; crimes are for the police",
    ))
    .help(Bilingual::new(
        "删去这一项，只写退款、补发等请求；有犯罪线索的，带着材料向公安机关报案",
        "remove it and ask for money or performance; where there is a trace of a crime, take the material to the police",
    ))
}
