//! `problem-contradicts-delivery`: the type of problem says that nothing came, and the delivery says that it came.

use super::super::Case;
use super::super::purchase::DeliveryResult;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::law::Problem;

/// A warning where goods that never came are said to have been received.
pub(super) fn check(case: &Case) -> Option<Diagnostic> {
    let never_came = matches!(
        case.problem,
        Some(Problem::NotReceived | Problem::FakeDelivery)
    );
    let received = case.delivery.as_ref()?.result == Some(DeliveryResult::Received);
    (never_came && received).then(|| {
        Diagnostic::warning(finding())
            .at(Place::value("delivery.result"))
            .with_other(Place::value("problem"))
    })
}

fn finding() -> Finding {
    Finding::stated(
        "problem-contradicts-delivery",
        Bilingual::new(
            "问题写的是没有到账，交付结果写的是已收到",
            "the problem is that nothing came, and the result of the delivery is that it came",
        ),
    )
    .why(Bilingual::new(
        "两处相反，受理人会认为争议已经不存在",
        "a reader takes the two for a dispute that is over",
    ))
    .help(Bilingual::new(
        "后来收到的，问题改为“延迟到账”；收到的不对或者不能用的，改为相应的类型；确实没有收到的，改「交付」的 `结果`",
        "if it came later, the problem is `late_delivery`; if it is wrong or does not work, choose that type; if it never came, correct `result` under `delivery`",
    ))
}
