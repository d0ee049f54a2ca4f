//! `fact-without-exhibit`: facts in own words that no exhibit shows.

use super::super::Case;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// One warning for all facts that name no exhibit.
pub(super) fn check(case: &Case) -> Diagnostics {
    let facts = case.facts.iter().enumerate();
    let bare = facts.filter(|(_, fact)| fact.evidence.is_empty());
    let mut places = bare.map(|(index, _)| Place::whole(format!("facts[{index}]")));
    let Some(first) = places.next() else {
        return Diagnostics::new();
    };
    let others: Vec<Place> = places.collect();
    let count = others.len() + 1;
    let finding = Finding::stated(
        "fact-without-exhibit",
        Bilingual::new(
            format!("经过里有 {count} 项只有陈述，没有对应的证据"),
            if count == 1 {
                "one of the facts is stated, and no exhibit shows it".to_owned()
            } else {
                format!("{count} of the facts are stated, and no exhibit shows them")
            },
        ),
    )
    .why(Bilingual::new(
        "当事人对自己提出的主张，有责任提供证据（《民事诉讼法》第六十七条第一款）；对方否认时，没有证据的一项不算数",
        "whoever claims something has to prove it (民事诉讼法 67); once denied, a fact without proof counts for nothing",
    ))
    .help(Bilingual::new(
        "在这一项写 `证据`（「证据」里的编号）；确实没有的可以保留，见 `tousu render --channel chain` 的核对表",
        "name the exhibit under `evidence` of the fact; where there is none it may stay, see `tousu render --channel chain`",
    ));
    let warning = Diagnostic::warning(finding).at(first);
    Diagnostics::from_iter([others.into_iter().fold(warning, Diagnostic::with_other)])
}
