//! `agent-without-authority`: an agent acts, and nothing says what he may do.

use super::super::Case;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning where an agent is named without what the power of attorney says.
///
/// 《民事诉讼法》第六十二条: admitting, waiving, settling and appealing need a special power, and 全权代理 alone gives none
/// (《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第八十九条).
pub(super) fn check(case: &Case) -> Diagnostics {
    let agent = case.complainant.agent.as_ref();
    let authority = agent.map(|agent| agent.authority.as_deref().unwrap_or_default().trim());
    let message = match authority {
        Some("") => Bilingual::new(
            "写了代理人，没有写代理权限",
            "an agent is named without what the power of attorney says",
        ),
        Some("全权代理" | "全权委托") => Bilingual::new(
            "“全权代理”不包括承认、放弃、变更请求，和解，提起反诉或者上诉",
            "全权代理 does not cover admitting, waiving or changing claims, settling, counterclaims or appeals",
        ),
        _ => return Diagnostics::new(),
    };
    let finding = Finding::stated("agent-without-authority", message)
        .why(Bilingual::new(
            "受理人凭授权委托书载明的事项和权限办理",
            "an office acts on what the power of attorney names",
        ))
        .help(Bilingual::new(
            "在「代理人」写 `代理权限`：一般代理，或者特别授权并逐项写明；附授权委托书",
            "write `authority` of the `agent`: general, or special with every power named; attach the power of attorney",
        ));
    Diagnostics::from_iter([Diagnostic::warning(finding).at(Place::whole("complainant.agent"))])
}
