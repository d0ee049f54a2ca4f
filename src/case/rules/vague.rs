//! `vague-claim`: a request that nobody could grant, because it names no act.

use super::super::Case;
use super::super::claim::{Claim, ClaimKind};
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// Words of requests that name a wish and no act.
const WISHES: [&str; 15] = [
    "主持公道",
    "讨个说法",
    "给个说法",
    "给个交代",
    "讨回公道",
    "依法处理",
    "严肃处理",
    "妥善处理",
    "公正处理",
    "还我公道",
    "维护合法权益",
    "维护我的权益",
    "尽快处理",
    "尽快解决",
    "给我做主",
];
/// Acts that make a request one.
const ACTS: [&str; 16] = [
    "退", "补发", "更换", "赔", "支付", "提供", "说明", "答复", "解除", "删除", "恢复", "返还",
    "道歉", "停止", "开具", "更正",
];

/// A warning for every request in own words that names no act.
pub(super) fn check(case: &Case) -> Diagnostics {
    let claims = case.claims.iter().enumerate();
    claims
        .filter(|(_, claim)| is_vague(claim))
        .map(|(index, _)| {
            let finding = Finding::stated(
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
            ));
            Diagnostic::warning(finding).at(Place::whole(format!("claims[{index}]")))
        })
        .collect()
}

fn is_vague(claim: &Claim) -> bool {
    let text = claim.text.as_deref().unwrap_or_default();
    claim.kind == ClaimKind::Other
        && WISHES.iter().any(|wish| text.contains(wish))
        && !ACTS.iter().any(|act| text.contains(act))
}
