//! Whether the proofs reach to the day of filing.

use chrono::Days;

use super::super::Brief;
use crate::case::evidence::Link;
use crate::law::Problem;
use crate::moment::Moment;

/// After how many days a record of the failure is old.
const WEEK: u64 = 7;

/// Whether the last record of the failure is no older than the last contact and the end of the time that a notice set:
/// what was still missing later is not proved by it. Only what can still arrive has to be looked up again.
pub(super) fn is_fresh(brief: &Brief<'_>) -> bool {
    let case = brief.case;
    let Some(record) = last_record(brief).filter(|_| can_arrive(brief)) else {
        return true;
    };
    let is_past = |at: &Moment| at.date <= brief.today;
    let contacts = case.contacts.iter().map(|contact| contact.at);
    let talked_since = contacts.filter(is_past).any(|at| at.is_after(record));
    let limits = case.notices.iter().filter_map(|notice| notice.deadline);
    let ran_out_since = limits
        .filter(|limit| limit.date < brief.today)
        .any(|limit| match limit.time {
            // A limit that names only a day runs to the end of it.
            None => record.date <= limit.date,
            Some(_) => limit.is_after(record),
        });
    !talked_since && !ran_out_since
}

/// Whether the last record of the failure is at most a week old on the day of filing.
pub(super) fn is_of_this_week(brief: &Brief<'_>) -> bool {
    let last = last_record(brief).filter(|_| can_arrive(brief));
    let end = last.and_then(|record| record.date.checked_add_days(Days::new(WEEK)));
    end.is_none_or(|end| end >= brief.today)
}

/// Whether what is missing can still arrive, so that it has to be looked up again.
fn can_arrive(brief: &Brief<'_>) -> bool {
    brief
        .case
        .problem
        .is_some_and(|problem| problem.is_about_delivery() || problem == Problem::InvalidOrUsedCode)
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
