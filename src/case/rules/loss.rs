//! `loss-without-proof`: damages are asked for, and nothing shows the loss.

use super::super::Case;
use super::super::asked::{multiple, names_damages};
use super::super::claim::{Claim, ClaimKind};
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning for every claim of damages that names no exhibit, in own words too.
///
/// 《民法典》第五百八十四条 gives what was lost by the breach, and whoever claims it has to show it.
pub(super) fn check(case: &Case) -> Diagnostics {
    let bare = |claim: &Claim| asks_for_damages(claim) && claim.evidence.is_empty();
    let claims = case.claims.iter().enumerate();
    claims
        .filter(|(_, claim)| bare(claim))
        .map(|(index, _)| {
            let finding = Finding::stated(
                "loss-without-proof",
                Bilingual::new(
                    "请求赔偿损失，没有对应损失的证据",
                    "damages are asked for, and no exhibit shows the loss",
                ),
            )
            .why(Bilingual::new(
                "赔偿以因违约造成的损失为限，损失由请求的一方证明（《民法典》第五百八十四条）",
                "damages go as far as the loss that the breach caused, and the claimant proves it (民法典 584)",
            ))
            .help(Bilingual::new(
                "把损失的凭证（另行购买的账单、逾期费用）加到「证据」，在这项诉求写 `证据` 和怎样算出来的",
                "add the bill of the loss to the evidence, and name it under `evidence` of the claim with how it is reckoned",
            ));
            Diagnostic::warning(finding).at(Place::whole(format!("claims[{index}]")))
        })
        .collect()
}

fn asks_for_damages(claim: &Claim) -> bool {
    let text = claim.text.as_deref().unwrap_or_default();
    match claim.kind {
        ClaimKind::Compensate => true,
        // A multiple has nothing to do with a loss.
        ClaimKind::Other => names_damages(text) && multiple(text).is_none(),
        _ => false,
    }
}
