//! `already-filed`: the same paper again while the first has no result.

use super::super::Brief;
use super::in_channel;
use crate::bilingual::Bilingual;
use crate::case::choice::Choice;
use crate::case::record::{FilingRecord, RecordResult};
use crate::diagnostic::{Diagnostic, Finding, Place};

/// A warning where the case records a filing on this channel that is still open.
///
/// A need of its own (`elsewhere.clear`) tells it where an office turns repeated disputes away.
pub(super) fn check(brief: &Brief<'_>) -> Option<Diagnostic> {
    let channel = brief.channel;
    let told = |need: &str| channel.requires.iter().any(|one| one.need == need);
    // Of several payments that are filed one by one, the record does not say which it is about.
    let one_by_one = channel.takes_payments_by.is_some() && brief.case.payments.len() > 1;
    if told("elsewhere.clear") || one_by_one {
        return None;
    }
    let here = |record: &FilingRecord| channel.is_called(record.door.en()) && is_open(record);
    let mut records = brief.case.filings.iter().flatten();
    let index = records.position(here)?;
    let what = Bilingual::new(
        "已经提交过，还没有结果",
        "has it already, without a result so far",
    );
    let finding = Finding::stated("already-filed", in_channel(brief, "：", " ", &what))
        .why(Bilingual::new(
            "同一件事重复提交，通常会并入前一件或者被关闭，不会更快",
            "a second paper about the same matter is merged into the first or closed, and speeds nothing up",
        ))
        .help(Bilingual::new(
            "有新证据的，补充到原来的一件；已有结果的，在「已走渠道」写 `结果` 和 `结果日期`",
            "add new evidence to the first one; if it has ended, write `result` and `on_result` under `filings`",
        ));
    Some(Diagnostic::warning(finding).at(Place::whole(format!("filings[{index}]"))))
}

fn is_open(record: &FilingRecord) -> bool {
    matches!(
        record.result,
        None | Some(RecordResult::Pending | RecordResult::Accepted | RecordResult::CorrectionAsked)
    )
}
