//! What each kind of problem rests on beside the links of the chain: the notice, the clause, the attempts to reach the
//! seller. An office does not ask for it by rule, so that what is missing is a warning.

use super::super::Brief;
use super::{citation, has_exhibit, in_channel};
use crate::bilingual::Bilingual;
use crate::case::evidence::Link;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::law::Problem;

/// The fewest attempts that show that a seller cannot be reached.
const ATTEMPTS: usize = 2;

/// What a kind of problem rests on.
struct Pair {
    /// The problems.
    problems: &'static [Problem],
    /// Whether the case has it.
    met: fn(&Brief<'_>) -> bool,
    /// What is missing, in Chinese and in English.
    lacks: (&'static str, &'static str),
    /// What to do about it, in Chinese and in English.
    help: (&'static str, &'static str),
    /// Where it would be written.
    route: &'static str,
    /// The provision that asks for it, if one does.
    basis: Option<&'static str>,
}

static PAIRS: [Pair; 8] = [
    Pair {
        problems: &[Problem::PaidNoOrder, Problem::PaymentStuck],
        met: |brief| has_exhibit(brief, Link::Breached),
        lacks: (
            "没有显示付款状态的页面（处理中、失败、没有生成订单）",
            "no page shows the state of the payment (pending, failed, no order)",
        ),
        help: (
            "截取该页面（含时间），加到「证据」，写 `证明: 未履行`",
            "add a picture of that page with its time, `proves: breached`",
        ),
        route: "evidence",
        basis: None,
    },
    Pair {
        problems: &[Problem::AccountRestricted],
        met: |brief| has_exhibit(brief, Link::Breached),
        lacks: (
            "没有限制通知和受限余额的页面",
            "no page shows the notice of the restriction and the balance",
        ),
        help: (
            "截取限制通知（含时间、理由）和余额，加到「证据」，写 `证明: 未履行`",
            "add the notice with its time and reason, and the balance, `proves: breached`",
        ),
        route: "evidence",
        basis: None,
    },
    Pair {
        problems: &[Problem::UnfairTerms],
        met: |brief| has_exhibit(brief, Link::Promised),
        lacks: (
            "没有条款原文的页面",
            "no page shows the words of the clause",
        ),
        help: (
            "截取条款页面（编号、原文、网址、截取日期），加到「证据」，写 `证明: 承诺`",
            "add the page with number, words, address and date, `proves: promised`",
        ),
        route: "evidence",
        basis: None,
    },
    Pair {
        problems: &[Problem::LateDelivery],
        met: |brief| {
            let delivery = brief.case.delivery.as_ref();
            delivery.is_some_and(|one| {
                one.received.is_some() || one.checked.is_some() || one.tried.is_some()
            })
        },
        lacks: (
            "没有写实际到账的时间，也没有写到何时仍未到账",
            "neither the time of arrival nor a time at which it was still missing is stated",
        ),
        help: (
            "在「交付」写 `到账时间`；还没有到账的，写 `查询时间`",
            "write `received` under `delivery`, or `checked` if it has not arrived",
        ),
        route: "delivery",
        basis: None,
    },
    Pair {
        problems: &[Problem::SellerVanished],
        met: |brief| brief.case.contacts.len() >= ATTEMPTS,
        lacks: (
            "联系商家不到两次，不足以说明联系不上",
            "fewer than two attempts to reach the seller do not show that it is gone",
        ),
        help: (
            "换一种方式再联系一次，把每次的时间、方式和结果写进「协商」，并附关站、拉黑等截图",
            "try once more by another way, write time, way and result of each under `contacts`, and add pictures of the dead site or the block",
        ),
        route: "contacts",
        basis: None,
    },
    Pair {
        problems: &[Problem::SuspectedFraud],
        met: |brief| {
            has_exhibit(brief, Link::Promised)
                && brief.payments.iter().all(|one| one.payee_shown.is_some())
        },
        lacks: (
            "没有引诱付款的页面或者聊天，或者没有写收款方名称",
            "no page or chat shows what led to the payment, or the payee is not named",
        ),
        help: (
            "截取该页面或者聊天，写 `证明: 承诺`；在「支付」写账单上的 `收款方名称`",
            "add the page or chat, `proves: promised`, and write `payee_shown` under `payments` as the bill has it",
        ),
        route: "evidence",
        basis: None,
    },
    Pair {
        problems: &[Problem::UnauthorisedPayment],
        met: |brief| brief.case.told("security", "notified_provider").is_some(),
        lacks: (
            "没有写何时通知支付机构",
            "it is not stated when the payment provider was told",
        ),
        help: (
            "立即通知支付机构，在「账户安全」写 `通知时间`",
            "tell the payment provider at once, and write `notified_provider` under `security`",
        ),
        route: "security",
        basis: Some("ecommerce-law-57-p1"),
    },
    Pair {
        problems: &[Problem::PersonalDataLeak],
        met: |brief| has_exhibit(brief, Link::Breached),
        lacks: (
            "没有显示泄露的内容、对象和时间的证据",
            "no exhibit shows what was disclosed, to whom and when",
        ),
        help: (
            "截取泄露出现的地方（含时间），加到「证据」，写 `证明: 未履行`",
            "add a picture of where it appeared with its time, `proves: breached`",
        ),
        route: "evidence",
        basis: None,
    },
];

/// What the kind of problem rests on and the case does not show.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    let problem = brief.case.problem;
    let of_problem = |pair: &&Pair| problem.is_some_and(|one| pair.problems.contains(&one));
    let lacking = PAIRS
        .iter()
        .filter(of_problem)
        .filter(|pair| !(pair.met)(brief));
    let told = |pair: &Pair| {
        let lacks = Bilingual::new(pair.lacks.0, pair.lacks.1);
        let finding = Finding::Stated {
            code: "chain-gap",
            message: in_channel(brief, "：", ": ", &lacks),
            basis: citation(brief, pair.basis),
            why: Some(Bilingual::new(
                "这类问题要靠它证明，只有订单和账单不够",
                "this kind of problem is proved by it; order and bill are not enough",
            )),
            help: Some(Bilingual::new(pair.help.0, pair.help.1)),
        };
        Diagnostic::warning(finding).at(Place::key(pair.route))
    };
    lacking.map(told).collect()
}
