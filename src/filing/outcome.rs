//! What came of the delivery: when it was due, what failed to come, and until when that is on record.

use super::Brief;
use crate::case::evidence::Link;
use crate::case::purchase::DeliveryResult;
use crate::law::Problem;
use crate::moment::Moment;

/// The latest record of the failure: 截至何时. Nothing that happened later may be said to be proved.
pub(super) fn as_of(brief: &Brief<'_>) -> Option<Moment> {
    let delivery = brief.case.delivery.as_ref();
    let proofs = brief
        .case
        .evidence
        .iter()
        .filter(|item| item.proves.contains(&Link::Breached))
        .filter_map(|item| item.captured);
    let stated = delivery.and_then(|delivery| delivery.checked.max(delivery.tried));
    proofs.chain(stated).max().or(brief.case.discovered)
}

/// When the goods were due: the first of the promised times after the payments.
pub(super) fn due(brief: &Brief<'_>) -> Option<Moment> {
    let orders = &brief.case.orders;
    let dues = brief.payments.iter().filter_map(|one| one.due(orders));
    dues.min_by_key(|due| due.start())
}

/// What came of the delivery: as the case states it, or as the type of the problem says by itself. None where that says
/// nothing about goods that failed to come.
pub(super) fn outcome(brief: &Brief<'_>) -> Option<DeliveryResult> {
    use DeliveryResult as R;
    let stated = brief.case.delivery.as_ref().and_then(|one| one.result);
    match (stated, brief.case.problem?) {
        (Some(R::Received), _) => None,
        (Some(result), _) => Some(result),
        (None, Problem::NotReceived | Problem::FakeDelivery) => Some(R::NotReceived),
        (None, Problem::InvalidOrUsedCode) => Some(R::InvalidCode),
        (None, Problem::WrongItem) => Some(R::WrongItem),
        (None, Problem::WrongAmount) => Some(R::WrongAmount),
        (None, _) => None,
    }
}
