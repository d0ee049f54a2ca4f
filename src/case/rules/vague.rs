//! `vague-claim`: a request that nobody could grant, because it names no act or no sum.

use super::super::Case;
use super::super::asked::{Lack, lack};
use super::super::claim::{Claim, ClaimKind};
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning for every request in own words that names no act or no sum, and for damages without a sum.
pub(super) fn check(case: &Case) -> Diagnostics {
    let claims = case.claims.iter().enumerate();
    claims
        .filter_map(|(index, claim)| {
            let warning = Diagnostic::warning(finding(claim)?);
            Some(warning.at(Place::whole(format!("claims[{index}]"))))
        })
        .collect()
}

fn finding(claim: &Claim) -> Option<Finding> {
    match (claim.kind, &claim.text) {
        (ClaimKind::Other, Some(text)) => Some(match lack(text)? {
            Lack::Act => without_act(),
            Lack::Sum => without_sum(Bilingual::new(
                "写金额、路径和期限，如“三日内将168元原路退回付款账户”；退款、赔偿最好写成 `退款: 168.00`、`赔偿: 20.00`",
                "write sum, way and time, such as 三日内将168元原路退回付款账户; better still as `refund: 168.00` or `compensate: 20.00`",
            )),
        }),
        (ClaimKind::Compensate, _) if claim.amount.is_none() => Some(without_sum(Bilingual::new(
            "写 `赔偿: 20.00`，损失怎样算出来的写在 `内容`",
            "write `compensate: 20.00`, and how the loss is reckoned under `text`",
        ))),
        _ => None,
    }
}

fn without_act() -> Finding {
    Finding::stated(
        "vague-claim",
        Bilingual::new(
            "这项请求没有写明要对方做什么",
            "this request does not say what the other side is to do",
        ),
    )
    .why(Bilingual::new(
        "没有具体行为、金额和期限的请求，无法调解，也无法判决和执行",
        "without an act, a sum and a time nobody can mediate, judge or enforce it",
    ))
    .help(Bilingual::new(
        "写动作、对象、金额、路径和期限，如“三日内将168元原路退回付款账户”",
        "write act, object, sum, way and time, such as 三日内将168元原路退回付款账户",
    ))
}

fn without_sum(help: Bilingual) -> Finding {
    Finding::stated(
        "vague-claim",
        Bilingual::new(
            "这项请求要钱，没有写明多少",
            "this request asks for money and does not say how much",
        ),
    )
    .why(Bilingual::new(
        "没有金额的请求，无法调解，也无法判决和执行；合计里也不会有这一项",
        "without a sum nobody can mediate, judge or enforce it, and the total leaves it out",
    ))
    .help(help)
}
