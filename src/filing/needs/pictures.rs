//! Whether the pictures of a filing show what its channel masks.

use super::super::private::Mask;
use super::super::{Brief, bundle};
use crate::bilingual::Bilingual;
use crate::case::evidence::{Evidence, Link};
use crate::case::purchase::DeliveryMode;
use crate::channel::Shown;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// Pictures that show what the channel masks, as far as the case tells, and that nothing covers.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    codes(brief).chain(private(brief)).collect()
}

/// Pictures of the code that was sent, uncovered on a channel that masks codes: the program cannot read a picture, and
/// whoever sees a whole code can use it.
fn codes<'a>(brief: &'a Brief<'_>) -> impl Iterator<Item = Diagnostic> + use<'a> {
    let masked = brief.channel.privacy.code != Shown::Full;
    attached(brief)
        .filter(move |item| {
            masked
                && item.proves.contains(&Link::DeliveredCode)
                && may_have_code(brief)
                && is_picture(item)
                && !is_covered(brief, item)
        })
        .map(|item| Diagnostic::warning(code_in_picture(brief, item)).at(place(item)))
}

/// Pictures that are said to show a private value of the case which the channel masks in its texts.
fn private<'a>(brief: &'a Brief<'_>) -> impl Iterator<Item = Diagnostic> + use<'a> {
    let mask = Mask::of(brief.case, brief.channel);
    let named = kinds(brief);
    attached(brief)
        .filter(|item| is_picture(item) && !is_covered(brief, item))
        .filter_map(move |item| {
            let said = said(item).filter(|text| mask.text(text) != **text);
            let said: String = said.map(|text| plain(text)).collect();
            let kind = || named.iter().find(|(_, value)| said.contains(value));
            let what = kind().map_or(("个人信息", "personal data"), |(what, _)| *what);
            let finding = (!said.is_empty()).then(|| private_in_picture(brief, item, what))?;
            Some(Diagnostic::warning(finding).at(place(item)))
        })
}

fn attached<'a>(brief: &'a Brief<'_>) -> impl Iterator<Item = &'a Evidence> + use<'a> {
    let evidence = brief.case.evidence.iter().enumerate();
    evidence
        .filter(|(index, _)| bundle::is_attached(brief, *index))
        .map(|(_, item)| item)
}

fn place(item: &Evidence) -> Place {
    Place::whole(format!("evidence[{}]", item.listed))
}

/// What the pictures of an exhibit are said to show.
fn said(item: &Evidence) -> impl Iterator<Item = &String> {
    let readings = item.readings.iter().map(|(_, value)| value);
    let under = [&item.caption, &item.alt].into_iter().flatten();
    readings.chain(&item.quotes).chain(under)
}

/// What the private values of the case are called, each with the value.
fn kinds(brief: &Brief<'_>) -> Vec<((&'static str, &'static str), String)> {
    let case = brief.case;
    let person = &case.complainant;
    let accounts = case.payments.iter().map(|one| &one.payer_account);
    let target = case.goods.as_ref().and_then(|goods| goods.target.as_ref());
    let one = [
        (("姓名", "the name"), person.name.as_ref()),
        (("电话", "the phone number"), person.phone.as_ref()),
        (
            ("证件号码", "the identity number"),
            person.id_number.as_ref(),
        ),
        (("电子邮箱", "the e-mail address"), person.email.as_ref()),
        (("地址", "the address"), person.address.as_ref()),
        (("充入账户", "the account of the goods"), target),
    ];
    let contacts = case.orders.iter().map(|one| one.contact.as_ref());
    one.into_iter()
        .chain(contacts.map(|value| (("下单联系方式", "the contact of the order"), value)))
        .chain(accounts.map(|value| (("付款账户", "the paying account"), value.as_ref())))
        .filter_map(|(what, value)| Some((what, plain(value?))))
        .collect()
}

fn plain(text: &str) -> String {
    let signs = text.chars();
    signs.filter(|c| !c.is_whitespace() && *c != '-').collect()
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

/// Whether a file of the item is no text, as far as its name tells: texts and documents are masked word by word.
fn is_picture(item: &Evidence) -> bool {
    const TEXTS: [&str; 10] = [
        ".txt", ".html", ".htm", ".mht", ".eml", ".docx", ".xlsx", ".csv", ".json", ".md",
    ];
    let is_text = |file: &String| {
        let name = file.to_lowercase();
        TEXTS.iter().any(|ending| name.ends_with(ending))
    };
    !item.files.iter().all(is_text)
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

fn private_in_picture(brief: &Brief<'_>, item: &Evidence, what: (&str, &str)) -> Finding {
    let title = &brief.channel.title;
    Finding::stated(
        "private-in-picture",
        Bilingual::new(
            format!("{}：证据“{}”的图上有{}，没有遮盖", title.zh, item.name, what.0),
            format!("{}: the exhibit “{}” shows {}, and nothing covers it", title.en, item.name, what.1),
        ),
    )
    .why(Bilingual::new(
        "这个渠道的文字里不写全这一项，图片程序认不出来，会照原样附上",
        "the texts for this channel do not show it in full, but the program cannot read a picture and attaches it as it is",
    ))
    .help(Bilingual::new(
        format!("在这份证据里写 `遮盖: {{区域: [{{位置: [左, 上, 宽, 高], 原因: {}}}]}}`，位置按像素量", what.0),
        format!("give the exhibit `redact: {{boxes: [{{at: [left, top, width, height], why: {}}}]}}`, in pixels", what.1.trim_start_matches("the ")),
    ))
}
