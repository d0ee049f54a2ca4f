//! `cropped-without-original`: only a part of a picture is filed, and nobody says where all of it can be seen.

use super::super::Case;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning for every exhibit that is cut out of its picture without a word on the original.
pub(super) fn check(case: &Case) -> Diagnostics {
    let items = case.evidence.iter();
    let cut = items.filter(|item| !item.crops.is_empty() && item.original.is_none());
    cut.map(|item| {
        let finding = Finding::stated(
            "cropped-without-original",
            Bilingual::new(
                format!("证据“{}”只附画面的一部分，没有写原件在哪里", item.name),
                format!("only a part of the exhibit “{}” is filed, and nothing says where the original is", item.name),
            ),
        )
        .why(Bilingual::new(
            "裁去的部分会被怀疑，受理人可以要求看完整的画面",
            "what was cut away will be doubted, and a reader may ask to see all of it",
        ))
        .help(Bilingual::new(
            "写 `原件所在`（如 本人手机，可供核对）；能附完整画面的，去掉 `裁取`，要挡住的地方用 `遮盖`",
            "write `original`, such as the phone it is on; if all of it can be shown, drop `crop` and cover places with `redact`",
        ));
        Diagnostic::warning(finding).at(Place::whole(format!("evidence[{}]", item.listed)))
    })
    .collect()
}
