//! What is asked for, and how the contract ended or is to end.

use chrono::NaiveDate;
use serde::Serialize;

use super::bundle::{RefView, References};
use super::{Brief, MomentView, Named, money};
use crate::case::claim::ClaimKind;
use crate::case::contact::{Notice, NoticeKind};
use crate::case::evidence::Link;
use crate::moment::Moment;

/// One request.
#[derive(Debug, Clone, Serialize)]
pub struct RequestView {
    /// What is asked.
    pub kind: Named,
    /// The sum, in yuan with two decimals.
    pub amount: Option<String>,
    /// How many pieces.
    pub quantity: Option<u32>,
    /// Within what time.
    pub within: Option<String>,
    /// The request that this one stands in for if that is not met.
    pub instead_of: Option<Named>,
    /// The writer's words.
    pub text: Option<String>,
    /// Who is to do it, where that is not the principal respondent.
    pub addressee: Option<String>,
    /// Exhibits.
    pub refs: Vec<RefView>,
}

/// How the contract ended, or is to end.
#[derive(Debug, Clone, Serialize)]
pub struct TerminationView {
    /// `notified`: a fitting notice is proved to have arrived; `plead`: a court has to say so;
    /// `none`: no refund is asked for.
    pub state: &'static str,
    /// The notice that ended it.
    pub notice: Option<NoticeView>,
    /// The day after it ended, from which interest runs: `2026年11月14日`.
    pub interest_from: Option<String>,
    /// The end of the day or hour at which it ended: `2026年11月13日24:00`.
    pub ended: Option<String>,
}

/// A notice to the other side.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeView {
    /// What it was.
    pub kind: Named,
    /// How it was sent.
    pub by: Option<Named>,
    /// When it was sent.
    pub sent: Option<MomentView>,
    /// When it arrived.
    pub arrived: Option<MomentView>,
    /// Until when the other side was to act: `2026年11月13日24:00`.
    pub deadline: Option<String>,
    /// Its decisive words.
    pub text: Option<String>,
    /// Whether it says that the contract ends when the time is up.
    pub ends_contract: bool,
    /// Exhibits.
    pub refs: Vec<RefView>,
}

/// The requests, the first choice first.
pub(super) fn requests(brief: &Brief<'_>, refs: &References) -> Vec<RequestView> {
    let claims = &brief.case.claims;
    let view = |claim: &crate::case::claim::Claim| RequestView {
        kind: Named::of(claim.kind),
        amount: money::amount(brief, claim).map(|amount| amount.to_string()),
        quantity: claim.quantity,
        within: claim.within.map(crate::case::purchase::Span::zh),
        instead_of: claim
            .instead_of
            .and_then(|first| claims.get(first))
            .map(|first| Named::of(first.kind)),
        text: claim.text.clone(),
        addressee: claim
            .addressee
            .and_then(|index| brief.case.respondents.get(index))
            .and_then(|respondent| respondent.name.clone()),
        refs: refs.of_items(&claim.evidence),
    };
    claims.iter().map(view).collect()
}

/// How the contract ended by the day of filing, or is to end.
pub(super) fn termination(brief: &Brief<'_>, refs: &References) -> TerminationView {
    let wants_money_back = brief
        .case
        .claims
        .iter()
        .any(|claim| claim.kind == ClaimKind::Refund);
    let ending = brief
        .case
        .notices
        .iter()
        .find_map(|notice| ended(brief, notice).map(|at| (notice, at)));
    TerminationView {
        state: match (&ending, wants_money_back) {
            (_, false) => "none",
            (Some(_), true) => "notified",
            (None, true) => "plead",
        },
        notice: ending.map(|(notice, _)| notice_view(brief, refs, notice)),
        interest_from: ending
            .and_then(|(_, at)| day_after(at))
            .map(|day| Moment::day(day).zh_date()),
        ended: ending.map(|(_, at)| at.zh_limit()),
    }
}

/// When a notice ended the contract, if it is proved to have done so by the day of filing.
///
/// 《民法典》第五百六十五条第一款: a notice of termination works when it arrives; a notice that names a time
/// for performance ends the contract when that time is up. 第五百六十三条第一款第三项 asks for a demand first.
/// Proof is an exhibit of the notice itself; a bare date of arrival is none.
pub(super) fn ended(brief: &Brief<'_>, notice: &Notice) -> Option<Moment> {
    let arrived = notice.arrived?;
    let proved = brief
        .case
        .evidence
        .iter()
        .any(|item| item.proves.contains(&Link::Notified))
        || !notice.evidence.is_empty();
    let at = match notice.kind {
        NoticeKind::Termination => Some(notice.deadline.unwrap_or(arrived).max(arrived)),
        NoticeKind::Demand if notice.ends_contract == Some(true) => {
            notice.deadline.filter(|deadline| arrived <= *deadline)
        }
        NoticeKind::Demand | NoticeKind::InformationRequest => None,
    }?;
    (proved && is_over(at, brief.today)).then_some(at)
}

/// The day after a moment; midnight belongs to the day that it ends.
fn day_after(at: Moment) -> Option<NaiveDate> {
    if at.time == Some(chrono::NaiveTime::MIN) {
        Some(at.date)
    } else {
        at.date.succ_opt()
    }
}

/// Whether a moment has passed by the start of a day; a deadline that names only a day runs to its end.
fn is_over(at: Moment, today: NaiveDate) -> bool {
    at.date < today
}

/// A notice, as templates see it.
pub(super) fn notice_view(brief: &Brief<'_>, refs: &References, notice: &Notice) -> NoticeView {
    NoticeView {
        kind: Named::of(notice.kind),
        by: notice.by.map(Named::of),
        sent: notice.sent.map(MomentView::from),
        arrived: notice.arrived.map(MomentView::from),
        deadline: notice.deadline.map(Moment::zh_limit),
        text: notice.text.clone(),
        ends_contract: notice.ends_contract == Some(true),
        refs: refs.of_or_proving(brief, &notice.evidence, Link::Notified),
    }
}
