//! The items of evidence: numbered by the part of the story and the time, and found by id or file.

use super::super::choice::Choice;
use super::super::evidence::{Evidence, EvidenceKind, Link, Phase};
use super::super::file::EvidenceFile;
use super::lookup::Lookup;
use super::pictures::{crops, marks, pages, redactions, turns};
use super::spoken;
use super::values::Values;
use crate::diagnostic::{Diagnostic, Finding, Name, Place};

/// The evidence in the order of its numbers, and the way from names to positions.
pub(super) struct Numbered {
    /// The items; the first is 证据1.
    pub items: Vec<Evidence>,
    /// Their names.
    pub lookup: Lookup,
}

/// Reads and numbers the evidence.
pub(super) fn evidence(files: &[EvidenceFile], values: &mut Values<'_>) -> Numbered {
    let names = files.iter().map(|file| {
        let first = file.files.first();
        let path = first.map(|path| path.trim_start_matches("./").to_owned());
        vec![
            file.id.clone(),
            first.cloned(),
            path,
            first.map(|path| base(path).to_owned()),
            first.map(|path| stem(path).to_owned()),
            file.name.clone(),
        ]
    });
    let lookup = Lookup::new(names);
    lookup.ids_once("evidence", values);
    let read = |(index, file)| (index, item(file, &format!("evidence[{index}]"), values));
    let mut items: Vec<(usize, Evidence)> = files.iter().enumerate().map(read).collect();
    // The sort is stable: what has no date keeps the order of the file, after what has one.
    items.sort_by_key(|(_, item)| (item.phase, item.captured.is_none(), item.captured));
    let mut positions = vec![0; items.len()];
    for (new, (old, _)) in items.iter().enumerate() {
        positions[*old] = new;
    }
    let number = |(number, (listed, item)): (u32, (usize, Evidence))| Evidence {
        number,
        listed,
        ..item
    };
    Numbered {
        items: (1..).zip(items).map(number).collect(),
        lookup: lookup.moved(&positions),
    }
}

fn item(file: &EvidenceFile, at: &str, values: &mut Values<'_>) -> Evidence {
    let proves: Vec<Link> = values.words(&format!("{at}.proves"), &file.proves);
    let kind = values.word(&format!("{at}.kind"), file.kind.as_ref());
    let name = file
        .name
        .clone()
        .or_else(|| file.files.first().map(|path| stem(path).to_owned()));
    let spoken = matches!(kind, Some(EvidenceKind::Physical | EvidenceKind::Testimony));
    if file.files.is_empty() && !spoken {
        values.incomplete(at, "files");
    } else if name.is_none() {
        values.incomplete(at, "name");
    }
    let name = name.unwrap_or_default();
    if file.proves.is_empty() && !name.is_empty() {
        let finding = Finding::EvidenceWithoutPurpose {
            name: name.clone(),
            suggestion: suggestion(&name),
        };
        values
            .found
            .push(Diagnostic::warning(finding).at(Place::whole(at)));
    }
    if file.source.is_none() && !name.is_empty() {
        values.found.push(
            Diagnostic::warning(Finding::EvidenceWithoutSource { name: name.clone() })
                .at(Place::whole(at)),
        );
    }
    Evidence {
        number: 0,
        listed: 0,
        id: file.id.clone(),
        files: file.files.clone(),
        name,
        phase: proves
            .iter()
            .map(|link| phase(*link))
            .min()
            .unwrap_or(Phase::Other),
        proves,
        kind: kind.unwrap_or(EvidenceKind::ElectronicData),
        source: file.source.clone(),
        captured: values.moment(&format!("{at}.captured"), file.captured.as_ref()),
        device: file.device.clone(),
        original: file.original.clone(),
        note: file.note.clone(),
        caption: file.caption.clone(),
        alt: file.alt.clone(),
        quotes: file.quote.clone(),
        readings: file.readings.clone(),
        marks: marks(&file.marks, at, file.files.len(), values),
        redactions: redactions(&file.redact, at, file.files.len(), values),
        hidden_words: file.hide.clone(),
        pages: pages(&file.pages, at, values),
        crops: crops(&file.crop, at, file.files.len(), values),
        turns: turns(&file.rotate, at, file.files.len(), values),
        password: file.password.clone(),
        per_page: values.count(&format!("{at}.per_page"), file.per_page.as_ref()),
        omit_from: file.omit_from.clone(),
        transcript: spoken::spoken(&file.transcript, at, values),
        range: spoken::excerpts(&file.range, at, values),
    }
}

/// The part of the story that a link belongs to.
fn phase(link: Link) -> Phase {
    match link {
        Link::Identity => Phase::Party,
        Link::Promised => Phase::Before,
        Link::Ordered | Link::Paid | Link::DeliveredCode => Phase::During,
        Link::Breached | Link::Unresolved | Link::Notified => Phase::After,
    }
}

/// The name of a file without its folders.
fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The name of a file without folders and ending.
fn stem(path: &str) -> &str {
    let base = base(path);
    base.rsplit_once('.').map_or(base, |(stem, _)| stem)
}

/// What a name suggests that an item proves; for the screen only.
fn suggestion(name: &str) -> Option<Name> {
    const HINTS: [(Link, &[&str]); 8] = [
        (
            Link::Notified,
            &["催告", "回执", "送达", "通知", "签收", "notice"],
        ),
        (Link::DeliveredCode, &["卡密", "发货短信", "code"]),
        (
            Link::Breached,
            &[
                "未到账",
                "未履行",
                "余额",
                "无效",
                "失败",
                "报错",
                "错误",
                "已使用",
                "balance",
                "error",
            ],
        ),
        (
            Link::Unresolved,
            &[
                "客服",
                "聊天",
                "对话",
                "沟通",
                "工单",
                "协商",
                "未解决",
                "录音",
                "chat",
                "ticket",
            ],
        ),
        (
            Link::Paid,
            &["账单", "付款", "支付", "转账", "扣款", "bill", "payment"],
        ),
        (Link::Ordered, &["订单", "下单", "order"]),
        (
            Link::Promised,
            &[
                "商品页",
                "商品详情",
                "承诺",
                "公告",
                "规则",
                "宣传",
                "页面",
                "product",
            ],
        ),
        (
            Link::Identity,
            &[
                "营业执照",
                "企业信息",
                "经营者",
                "备案",
                "公示",
                "主体",
                "licence",
                "license",
            ],
        ),
    ];
    let name = name.to_lowercase();
    let hit = HINTS
        .iter()
        .find(|(_, words)| words.iter().any(|word| name.contains(word)));
    let row = hit.and_then(|(link, _)| Link::WORDS.iter().find(|(other, _, _)| other == link));
    row.and_then(|(_, en, zh)| {
        Some(Name {
            en,
            zh: zh.first()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{stem, suggestion};

    #[test]
    fn names_of_files() {
        assert_eq!(
            (
                stem("evidence/订单详情.png"),
                stem("a.b/c"),
                stem("c:\\d\\e.tar.gz")
            ),
            ("订单详情", "c", "e.tar")
        );
    }

    #[test]
    fn guesses() {
        let guess = |name| suggestion(name).map(|name| name.zh);
        assert_eq!(guess("支付宝账单"), Some("付款"));
        assert_eq!(guess("订单详情"), Some("下单"));
        assert_eq!(guess("绿钻未到账"), Some("未履行"));
        assert_eq!(guess("IMG_0001"), None);
    }
}
