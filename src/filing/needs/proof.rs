//! Whether the proofs reach to the day of filing.

use super::super::Brief;
use super::sequence::is_later;
use crate::case::evidence::Link;
use crate::law::Problem;
use crate::moment::Moment;

/// Whether the last record of the failure is no older than the last contact and the end of the time that a notice set:
/// what was still missing later is not proved by it. Only what can still arrive has to be looked up again.
pub(super) fn is_fresh(brief: &Brief<'_>) -> bool {
    let case = brief.case;
    let can_arrive = case.problem.is_some_and(|problem| {
        problem.is_about_delivery() || problem == Problem::InvalidOrUsedCode
    });
    let Some(record) = last_record(brief).filter(|_| can_arrive) else {
        return true;
    };
    let is_past = |at: &Moment| at.date <= brief.today;
    let contacts = case.contacts.iter().map(|contact| contact.at);
    let talked_since = contacts.filter(is_past).any(|at| is_later(at, record));
    let limits = case.notices.iter().filter_map(|notice| notice.deadline);
    let ran_out_since = limits
        .filter(|limit| limit.date < brief.today)
        .any(|limit| match limit.time {
            // A limit that names only a day runs to the end of it.
            None => record.date <= limit.date,
            Some(_) => is_later(limit, record),
        });
    !talked_since && !ran_out_since
}

/// The last record of the failure: an exhibit of it, or a look that the case tells of.
fn last_record(brief: &Brief<'_>) -> Option<Moment> {
    let exhibits = brief
        .case
        .evidence
        .iter()
        .filter(|item| item.proves.contains(&Link::Breached))
        .filter_map(|item| item.captured);
    let delivery = brief.case.delivery.as_ref();
    let looks = delivery
        .into_iter()
        .flat_map(|one| [one.tried, one.checked]);
    exhibits.chain(looks.flatten()).max()
}
