//! Whether the pictures of a filing show what its channel masks.

use super::super::{Brief, bundle};
use crate::bilingual::Bilingual;
use crate::case::evidence::{Evidence, Link};
use crate::case::purchase::DeliveryMode;
use crate::channel::Shown;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// Pictures of the code that was sent, uncovered on a channel that masks codes: the program cannot read a picture, and
/// whoever sees a whole code can use it.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    let masked = brief.channel.privacy.code != Shown::Full;
    let evidence = brief.case.evidence.iter().enumerate();
    evidence
        .filter(|(index, item)| {
            masked
                && item.proves.contains(&Link::DeliveredCode)
                && may_have_code(brief)
                && is_picture(item)
                && !is_covered(brief, item)
                && bundle::is_attached(brief, *index)
        })
        .map(|(_, item)| {
            Diagnostic::warning(code_in_picture(brief, item))
                .at(Place::whole(format!("evidence[{}]", item.listed)))
        })
        .collect()
}

/// Whether the goods may come as a code: a top-up has none, unless the case states one.
fn may_have_code(brief: &Brief<'_>) -> bool {
    let mode = brief.case.goods.as_ref().and_then(|goods| goods.delivery);
    let stated = brief
        .case
        .delivery
        .as_ref()
        .is_some_and(|delivery| delivery.code.is_some());
    let without = matches!(
        mode,
        Some(DeliveryMode::DirectRecharge | DeliveryMode::ServicePerformed)
    );
    stated || !without
}

/// Whether a file of the item is no text, as far as its name tells.
fn is_picture(item: &Evidence) -> bool {
    item.files
        .iter()
        .any(|file| !file.to_lowercase().ends_with(".txt"))
}

fn is_covered(brief: &Brief<'_>, item: &Evidence) -> bool {
    let mut boxes = item.redactions.iter();
    boxes.any(|redaction| bundle::holds(&redaction.scope, brief.channel))
}

fn code_in_picture(brief: &Brief<'_>, item: &Evidence) -> Finding {
    let title = &brief.channel.title;
    Finding::stated(
        "code-in-picture",
        Bilingual::new(
            format!("{}：证据“{}”里的卡密没有遮盖", title.zh, item.name),
            format!("{}: nothing covers the code in the exhibit “{}”", title.en, item.name),
        ),
    )
    .why(Bilingual::new(
        "这个渠道的文字里卡密只写首尾，图片程序认不出来；看到完整卡密的人都能使用它",
        "the texts for this channel mask the code, but the program cannot read a picture, and whoever sees the whole code can use it",
    ))
    .help(Bilingual::new(
        "在这份证据里写 `遮盖: {区域: [{位置: [238, 1043, 326, 74], 原因: 卡密}]}`，留首尾各几位便于核对",
        "give the exhibit `redact: {boxes: [{at: [238, 1043, 326, 74], why: code}]}`, leaving its first and last signs to compare",
    ))
}
