//! What is asked for, and how the contract ended or is to end.

use chrono::NaiveDate;
use serde::Serialize;

use super::bundle::{RefView, References};
use super::interest::{self, InterestView};
use super::{Brief, MomentView, Named, grounds, minor, money, outcome, parties};
use crate::case::claim::{Claim, ClaimKind};
use crate::case::contact::{Notice, NoticeKind};
use crate::case::evidence::Link;
use crate::law;
use crate::moment::Moment;
use crate::money::Money;

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
    /// Whether another request stands in for this one if it is not met.
    pub has_alternative: bool,
    /// How threefold damages come about, where no other sum is stated.
    pub multiple: Option<MultipleView>,
    /// The terms of interest.
    pub interest: Option<InterestView>,
    /// The writer's words.
    pub text: Option<String>,
    /// Who is to do it, where there are several respondents.
    pub addressee: Option<String>,
    /// Exhibits.
    pub refs: Vec<RefView>,
}

/// How threefold damages come about, in yuan with two decimals.
#[derive(Debug, Clone, Serialize)]
pub struct MultipleView {
    /// The price.
    pub price: String,
    /// How many times.
    pub times: i64,
    /// So many times the price.
    pub product: String,
    /// The least that is owed, where the product is less.
    pub least: Option<String>,
}

/// How the contract ended, or is to end.
#[derive(Debug, Clone, Serialize)]
pub struct TerminationView {
    /// `notified`: a fitting notice is proved to have arrived; `plead`: a court has to say so;
    /// `none`: no refund is asked for, or none that a contract stands in the way of.
    pub state: &'static str,
    /// The notice that ended it.
    pub notice: Option<NoticeView>,
    /// Whether a record from after that time shows that nothing had come.
    pub unperformed: bool,
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
    let several = parties::chosen(brief).len() > 1;
    let view = |(index, claim): (usize, &Claim)| RequestView {
        has_alternative: claims.iter().any(|other| other.instead_of == Some(index)),
        kind: Named::of(claim.kind),
        amount: money::amount(brief, claim).map(|amount| amount.to_string()),
        // How many pieces belong to one of several payments, nobody says.
        quantity: claim
            .quantity
            .filter(|_| brief.payments.len() == brief.case.payments.len()),
        within: claim.within.map(crate::case::purchase::Span::zh),
        instead_of: claim
            .instead_of
            .and_then(|first| claims.get(first))
            .map(|first| Named::of(first.kind)),
        multiple: multiple(brief, claim),
        interest: interest::view(brief, claim),
        text: claim.text.clone(),
        addressee: claim
            .addressee
            .filter(|_| several)
            .and_then(|index| brief.case.respondents.get(index))
            .and_then(|respondent| respondent.name.clone()),
        refs: refs.of_items(&claim.evidence),
    };
    let taken = |(_, claim): &(usize, &Claim)| is_taken(brief, claim);
    claims.iter().enumerate().filter(taken).map(view).collect()
}

fn multiple(brief: &Brief<'_>, claim: &Claim) -> Option<MultipleView> {
    if claim.kind != ClaimKind::Triple || claim.amount.is_some() {
        return None;
    }
    let reckoned = money::multiple(brief);
    let yuan = |fen| Money::from_fen(fen).to_string();
    Some(MultipleView {
        price: money::price(brief).to_string(),
        times: reckoned.times,
        product: yuan(reckoned.product),
        least: reckoned.least.map(yuan),
    })
}

/// Whether a filing takes a claim: a multiple belongs where the law is applied or mediated, not to whoever handles one
/// payment or one order; and a fixed sum beside the refund belongs to one of several filings, so that they add up.
pub(super) fn is_taken(brief: &Brief<'_>, claim: &Claim) -> bool {
    if claim.kind == ClaimKind::Triple {
        return law::add_on("triple-damages")
            .is_some_and(|one| one.doors.contains(&grounds::door(brief)));
    }
    claim.kind == ClaimKind::Refund || claim.amount.is_none() || is_first_part(brief)
}

/// Whether a filing is the only one of its channel, or the first of several.
fn is_first_part(brief: &Brief<'_>) -> bool {
    let parts = super::parts(brief.case, brief.channel);
    let first = parts.first().and_then(|part| part.first());
    parts.len() < 2
        || first
            .zip(brief.payments.first())
            .is_some_and(|(a, b)| std::ptr::eq(*a, *b))
}

/// The exhibits of the deceptions, where a multiple is asked for that the reader of the filing takes.
pub(super) fn deceptions(brief: &Brief<'_>, refs: &References) -> Vec<RefView> {
    let multiple = |claim: &Claim| claim.kind == ClaimKind::Triple && is_taken(brief, claim);
    if !brief.case.claims.iter().any(multiple) {
        return Vec::new();
    }
    let shown = brief.case.deceptions.iter().flat_map(|one| &one.evidence);
    refs.of_items(&shown.copied().collect::<Vec<_>>())
}

/// How the contract ended by the day of filing, or is to end.
pub(super) fn termination(brief: &Brief<'_>, refs: &References) -> TerminationView {
    let ending = brief
        .case
        .notices
        .iter()
        .find_map(|notice| ended(brief, notice).map(|at| (notice, at)));
    TerminationView {
        state: match &ending {
            _ if !ends(brief) => "none",
            Some(_) => "notified",
            None => "plead",
        },
        notice: ending.map(|(notice, _)| notice_view(brief, refs, notice)),
        unperformed: ending.is_some_and(|(_, at)| {
            outcome::outcome(brief).is_some()
                && outcome::as_of(brief).is_some_and(|seen| seen.start() >= at.start())
        }),
        ended: ending.map(|(_, at)| at.zh_limit()),
    }
}

/// Whether what is asked for means the end of the contract; what a child did without its guardian is none that has to be
/// ended.
pub(super) fn ends(brief: &Brief<'_>) -> bool {
    let void = minor::payer(brief).is_some_and(|one| one.alone);
    !void && brief.case.asks_to_end_the_contract()
}

/// Whether performance comes first among the claims although a notice has ended the contract.
pub(super) fn performs_what_ended(brief: &Brief<'_>) -> bool {
    let performance = |claim: &Claim| {
        matches!(
            claim.kind,
            ClaimKind::Redeliver | ClaimKind::Replace | ClaimKind::MakeUp
        ) && claim.instead_of.is_none()
    };
    let ended = |notice| ended(brief, notice).is_some();
    brief.case.claims.iter().any(performance) && brief.case.notices.iter().any(ended)
}

/// When the time that a notice set had run out, if the notice arrived in time and the day of filing is later.
pub(super) fn ran_out(brief: &Brief<'_>, notice: &Notice) -> Option<Moment> {
    let arrived = notice.arrived?;
    notice
        .deadline
        .filter(|deadline| arrived <= *deadline && is_over(*deadline, brief.today))
}

/// When a notice ended the contract, if it is proved to have done so by the day of filing.
///
/// 《民法典》第五百六十五条第一款: a notice of termination works when it arrives; a notice that names a time
/// for performance ends the contract when that time is up. 第五百六十三条第一款第三项 asks for a demand first.
/// Proof is an exhibit of the notice itself; a bare date of arrival is none.
pub(super) fn ended(brief: &Brief<'_>, notice: &Notice) -> Option<Moment> {
    let arrived = notice.arrived?;
    let at = match notice.kind {
        NoticeKind::Termination => Some(notice.deadline.unwrap_or(arrived).max(arrived)),
        NoticeKind::Demand if notice.ends_contract == Some(true) => {
            notice.deadline.filter(|deadline| arrived <= *deadline)
        }
        NoticeKind::Demand | NoticeKind::InformationRequest => None,
    }?;
    (brief.case.proves(notice) && is_over(at, brief.today)).then_some(at)
}

/// The day from which interest runs where the case file names none: the day after the contract ended, or after the time
/// that a demand set had run out.
pub(super) fn interest_from(brief: &Brief<'_>) -> Option<NaiveDate> {
    let notices = || brief.case.notices.iter();
    let demands = || notices().filter(|notice| notice.kind == NoticeKind::Demand);
    notices()
        .find_map(|notice| ended(brief, notice))
        .or_else(|| demands().find_map(|notice| ran_out(brief, notice)))
        .and_then(day_after)
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
