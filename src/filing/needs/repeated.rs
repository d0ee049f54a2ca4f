//! `already-filed`: the same paper again while the first has no result.

use super::super::Brief;
use super::in_channel;
use crate::bilingual::Bilingual;
use crate::case::choice::Choice;
use crate::case::record::{FilingRecord, RecordResult};
use crate::diagnostic::{Diagnostic, Finding, Place};

/// A warning where the case records a filing on this channel that is still open, or, on a channel that turns disputes
/// away which an office has taken, one that is over.
pub(super) fn check(brief: &Brief<'_>) -> Option<Diagnostic> {
    let channel = brief.channel;
    let turns_away = channel
        .requires
        .iter()
        .any(|one| one.need == "elsewhere.clear");
    // Of several payments that are filed one by one, the record does not say which it is about.
    let one_by_one = channel.takes_payments_by.is_some() && brief.case.payments.len() > 1;
    if one_by_one {
        return None;
    }
    let again = |record: &FilingRecord| {
        is_here(brief, record) && (is_open(record) || turns_away && record.blocks_samr())
    };
    let records = brief.case.filings.iter().flatten().enumerate();
    let (index, record) = records.into_iter().find(|(_, record)| again(record))?;
    let finding = match (is_open(record), turns_away) {
        (true, false) => open_elsewhere(brief),
        (true, true) => open_at_office(brief),
        (false, _) => handled_before(brief),
    };
    Some(Diagnostic::warning(finding).at(Place::whole(format!("filings[{index}]"))))
}

/// Whether a record is one of the channel itself.
pub(super) fn is_here(brief: &Brief<'_>, record: &FilingRecord) -> bool {
    brief.channel.is_called(record.door.en())
}

fn open_elsewhere(brief: &Brief<'_>) -> Finding {
    open(brief).why(Bilingual::new(
        "同一件事重复提交，通常会并入前一件或者被关闭，不会更快",
        "a second paper about the same matter is merged into the first or closed, and speeds nothing up",
    ))
    .help(Bilingual::new(
        "有新证据的，补充到原来的一件；已有结果的，在「已走渠道」写 `结果` 和 `结果日期`",
        "add new evidence to the first one; if it has ended, write `result` and `on_result` under `filings`",
    ))
}

/// 《市场监督管理投诉举报处理办法》第十六条第二项.
fn open_at_office(brief: &Brief<'_>) -> Finding {
    open(brief).why(Bilingual::new(
        "同一争议已经受理或者处理的，再次投诉不予受理；文书里也不写没有其他机关处理",
        "a dispute that has been accepted or dealt with is refused a second time, and the declaration is left out",
    ))
    .help(Bilingual::new(
        "等前一件的结果，有新证据的补充到前一件；已有结果的，在「已走渠道」写 `结果` 和 `结果日期`",
        "wait for the first one and add new evidence to it; if it has ended, write `result` and `on_result` under `filings`",
    ))
}

fn open(brief: &Brief<'_>) -> Finding {
    let what = Bilingual::new(
        "已经提交过，还没有结果",
        "has it already, without a result so far",
    );
    Finding::stated("already-filed", in_channel(brief, "：", " ", &what))
}

/// 《市场监督管理投诉举报处理办法》第十六条第二项.
fn handled_before(brief: &Brief<'_>) -> Finding {
    let what = Bilingual::new(
        "同一争议已经处理过一次",
        "has dealt with the same dispute before",
    );
    Finding::stated("already-filed", in_channel(brief, "：", " ", &what))
        .why(Bilingual::new(
            "同一争议已经处理过的，再次投诉不予受理；文书里也不写没有其他机关处理",
            "a dispute that has been dealt with is refused a second time, and the declaration is left out",
        ))
        .help(Bilingual::new(
            "调解没有成功的，改走诉讼；下一步见 `tousu plan`",
            "where mediation failed, go to court; `tousu plan` shows the next step",
        ))
}

fn is_open(record: &FilingRecord) -> bool {
    matches!(
        record.result,
        None | Some(RecordResult::Pending | RecordResult::Accepted | RecordResult::CorrectionAsked)
    )
}
