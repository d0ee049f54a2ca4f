//! The last pass over a filing: no private value leaves it in a form that the channel must not show.

use serde_json::Value;

use crate::case::Case;
use crate::case::party::RefundTo;
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
            case.delivery
                .as_ref()
                .and_then(|delivery| delivery.code.as_deref()),
            privacy.code,
        ),
        (
            case.goods
                .as_ref()
                .and_then(|goods| goods.target.as_deref()),
            privacy.target,
        ),
        (person.employer.as_deref(), privacy.personal),
    ];
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
                if text.contains(secret.value) {
                    *text = replace(text, secret);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, secrets)),
        Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, secrets)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Replaces a value wherever it stands for itself: digits inside a longer number are another number.
fn replace(text: &str, secret: &Secret<'_>) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(secret.value) {
        let (before, found) = rest.split_at(at);
        let after = &found[secret.value.len()..];
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let number = secret.value.bytes().all(|b| b.is_ascii_digit());
        let part_of_another =
            number && (inside(before.chars().next_back()) || inside(after.chars().next()));
        written.push_str(before);
        if part_of_another {
            written.push_str(secret.value);
        } else {
            written.push_str(&secret.shown.of(secret.value));
        }
        rest = after;
    }
    written.push_str(rest);
    written
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
        assert_eq!(
            replace("角色8830441726，单号118830441726", &secret),
            "角色88******26，单号118830441726"
        );
    }
}
