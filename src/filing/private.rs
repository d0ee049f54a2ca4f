//! The last pass over a filing: no private value leaves it in a form that the channel must not show.

use serde_json::Value;

use crate::case::Case;
use crate::case::party::RefundTo;
use crate::channel::privacy::codes;
use crate::channel::{Channel, Shown};

/// A private value, and how the channel shows it.
pub struct Secret<'a> {
    /// The value.
    pub value: &'a str,
    /// How it is shown.
    pub shown: Shown,
}

/// The private values of a case that a channel does not show in full.
pub fn secrets<'a>(case: &'a Case, channel: &Channel) -> Vec<Secret<'a>> {
    let person = &case.complainant;
    let privacy = &channel.privacy;
    let account = match &person.refund_to {
        Some(RefundTo::Account { account, .. }) => account.as_deref(),
        _ => None,
    };
    let mut values = vec![
        (person.id_number.as_deref(), privacy.id_number),
        (person.phone.as_deref(), privacy.phone),
        (person.address.as_deref(), privacy.address),
        (person.domicile.as_deref(), privacy.address),
        (person.residence.as_deref(), privacy.address),
        (person.email.as_deref(), privacy.email),
        (account, privacy.refund_account),
        (
            case.goods
                .as_ref()
                .and_then(|goods| goods.target.as_deref()),
            privacy.target,
        ),
        (person.employer.as_deref(), privacy.personal),
    ];
    let code = case
        .delivery
        .as_ref()
        .and_then(|delivery| delivery.code.as_deref());
    values.extend(
        code.into_iter()
            .flat_map(codes)
            .map(|code| (Some(code), privacy.code)),
    );
    values.extend(
        case.orders
            .iter()
            .map(|order| (order.contact.as_deref(), privacy.order_contact)),
    );
    values.extend(
        case.payments
            .iter()
            .map(|payment| (payment.payer_account.as_deref(), privacy.payer_account)),
    );
    for helper in [&person.guardian, &person.agent].into_iter().flatten() {
        values.push((Some(helper.name.as_str()), privacy.name));
        values.push((helper.phone.as_deref(), privacy.phone));
        values.push((helper.id_number.as_deref(), privacy.id_number));
        values.push((helper.address.as_deref(), privacy.address));
    }
    values.push((person.name.as_deref(), privacy.name));
    // A value that the channel shows for one purpose, such as a phone number that is also an account, is no secret.
    let open: Vec<&str> = values
        .iter()
        .filter(|(_, shown)| *shown == Shown::Full)
        .filter_map(|(value, _)| *value)
        .collect();
    let mut secrets: Vec<Secret<'a>> = values
        .into_iter()
        .filter_map(|(value, shown)| value.map(|value| Secret { value, shown }))
        .filter(|secret| {
            secret.shown != Shown::Full
                && secret.value.chars().count() > 1
                && !open.contains(&secret.value)
        })
        .collect();
    // A long value first, so that a name inside an address does not tear it apart.
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.value.len()));
    secrets
}

/// Masks every private value in every text of a filing.
pub(super) fn scrub(filing: &mut Value, case: &Case, channel: &Channel) {
    walk(filing, &secrets(case, channel));
}

/// A text as the channel may show it.
pub fn masked(text: &str, case: &Case, channel: &Channel) -> String {
    secrets(case, channel)
        .iter()
        .fold(text.to_owned(), |text, secret| replace(&text, secret))
}

fn walk(value: &mut Value, secrets: &[Secret<'_>]) {
    match value {
        Value::String(text) => {
            for secret in secrets {
                *text = replace(text, secret);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, secrets)),
        Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, secrets)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Replaces a value wherever it stands for itself.
///
/// A number is found also where it is written with spaces or hyphens, and is left alone inside a longer number.
fn replace(text: &str, secret: &Secret<'_>) -> String {
    let digits: Vec<char> = secret.value.chars().filter(|c| !is_separator(*c)).collect();
    if digits.len() < 5 || !digits.iter().all(char::is_ascii_digit) {
        return text.replace(secret.value, &secret.shown.of(secret.value));
    }
    let chars: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let starts = at == 0 || !chars[at - 1].is_ascii_digit();
        match number_at(&chars[at..], &digits).filter(|_| starts) {
            Some(length) => {
                written.push_str(&secret.shown.of(secret.value));
                at += length;
            }
            None => {
                written.push(chars[at]);
                at += 1;
            }
        }
    }
    written
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{3000}' | '\u{a0}' | '·' | '—' | '–')
}

/// How many characters a number takes at the start of a text, separators inside it included.
fn number_at(text: &[char], digits: &[char]) -> Option<usize> {
    let mut matched = 0;
    for (index, c) in text.iter().enumerate() {
        if Some(c) == digits.get(matched) {
            matched += 1;
            if matched == digits.len() {
                let ends = text
                    .get(index + 1)
                    .is_none_or(|next| !next.is_ascii_digit());
                return ends.then_some(index + 1);
            }
        } else if matched == 0 || !is_separator(*c) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Secret, replace};
    use crate::channel::Shown;

    #[test]
    fn a_number_inside_another_number_is_left_alone() {
        let secret = Secret {
            value: "8830441726",
            shown: Shown::Ends,
        };
        let phone = Secret {
            value: "19900003344",
            shown: Shown::Hidden,
        };
        assert_eq!(
            replace("打 199-0000-3344 或 199 0000 3344。", &phone),
            "打 （已隐去） 或 （已隐去）。"
        );
        assert_eq!(
            replace("角色8830441726，单号118830441726", &secret),
            "角色88******26，单号118830441726"
        );
    }
}
