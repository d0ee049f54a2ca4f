//! What is asked for.

use chrono::NaiveDate;

use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::purchase::Payment;
use crate::case::purchase::Span;
use crate::law::{Problem, YearlyRate};
use crate::money::Money;

/// One thing that is asked for (诉求).
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// What is asked (请求).
    pub kind: ClaimKind,
    /// The sum (金额); `None` for a refund is all that is outstanding.
    pub amount: Option<Money>,
    /// How many pieces (数量).
    pub quantity: Option<u32>,
    /// Within what time (时限).
    pub within: Option<Span>,
    /// The claim that this one stands in for if it is not met, as a position in the claims (代替).
    pub instead_of: Option<usize>,
    /// The writer's words (内容): what a loss is made of, or a request of another kind.
    pub text: Option<String>,
    /// Who is to do it, as a position in the respondents (对象).
    pub addressee: Option<usize>,
    /// How interest is to be reckoned (利息).
    pub interest: Interest,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

impl Case {
    /// Whether what is asked for means the end of the contract: all of the price back, where a contract stands.
    ///
    /// Part of the price goes back beside the contract, as a reduction (《民法典》第五百八十二条).
    pub fn asks_to_end_the_contract(&self) -> bool {
        let stands = !self.problem.is_some_and(Problem::needs_no_termination);
        let whole: Money = self.payments.iter().map(Payment::outstanding).sum();
        let all_back = |claim: &Claim| {
            claim.kind == ClaimKind::Refund && claim.amount.is_none_or(|amount| amount >= whole)
        };
        stands && self.claims.iter().any(all_back)
    }
}

/// How interest is to be reckoned, as far as the writer says so (利息).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interest {
    /// The first day (起算日).
    pub from: Option<NaiveDate>,
    /// The rate and where it is published.
    pub rate: Option<StatedRate>,
}

/// A rate that the case file states itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedRate {
    /// A year (利率).
    pub rate: YearlyRate,
    /// Where it is published (来源).
    pub source: String,
}

/// What is asked (请求).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimKind {
    /// 退款.
    Refund,
    /// 补发.
    Redeliver,
    /// 更换.
    Replace,
    /// 补足.
    MakeUp,
    /// 赔偿.
    Compensate,
    /// 三倍赔偿.
    Triple,
    /// 利息.
    Interest,
    /// 说明依据.
    Explain,
    /// 提供记录.
    Records,
    /// 书面答复.
    Reply,
    /// 解除限制.
    Unfreeze,
    /// 其他.
    Other,
}

impl Choice for ClaimKind {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Refund, "refund", &["退款", "全额退款"]),
        (Self::Redeliver, "redeliver", &["补发", "继续履行"]),
        (Self::Replace, "replace", &["更换"]),
        (Self::MakeUp, "make_up", &["补足"]),
        (Self::Compensate, "compensate", &["赔偿"]),
        (Self::Triple, "triple", &["三倍赔偿"]),
        (Self::Interest, "interest", &["利息"]),
        (Self::Explain, "explain", &["说明依据"]),
        (Self::Records, "records", &["提供记录"]),
        (Self::Reply, "reply", &["书面答复"]),
        (Self::Unfreeze, "unfreeze", &["解除限制"]),
        (Self::Other, "other", &["其他"]),
    ];
}
