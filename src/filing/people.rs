//! The complainant, as the channel may see them.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{Brief, MomentView, Named};
use crate::case::party::{Gender, RefundTo, Representative};
use crate::channel::Shown;
use crate::moment::Moment;

/// Who complains; what the channel hides is absent.
#[derive(Debug, Clone, Serialize)]
pub struct ComplainantView {
    /// Name, in full or as surname.
    pub name: Option<String>,
    /// Sex.
    pub gender: Option<Named>,
    /// Date of birth.
    pub born: Option<MomentView>,
    /// Age on the day of filing, in whole years.
    pub age: Option<u32>,
    /// Ethnicity.
    pub ethnicity: Option<String>,
    /// Occupation.
    pub occupation: Option<String>,
    /// Employer.
    pub employer: Option<String>,
    /// Position.
    pub position: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Mailing address.
    pub address: Option<String>,
    /// Registered domicile.
    pub domicile: Option<String>,
    /// Habitual residence.
    pub residence: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Where the money goes: `original`, `account`, or none where nobody said.
    pub refund_to: Option<&'static str>,
    /// The account, where the channel shows it.
    pub refund_account: Option<String>,
    /// The guardian.
    pub guardian: Option<RepresentativeView>,
    /// The agent.
    pub agent: Option<RepresentativeView>,
}

/// A guardian or an agent.
#[derive(Debug, Clone, Serialize)]
pub struct RepresentativeView {
    /// Name.
    pub name: String,
    /// Relation to the complainant.
    pub relation: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// What the agent may do.
    pub authority: Option<String>,
}

/// The complainant, as far as the channel shows them.
pub(super) fn complainant(brief: &Brief<'_>) -> ComplainantView {
    let person = &brief.case.complainant;
    let privacy = &brief.channel.privacy;
    let personal = privacy.personal == Shown::Full;
    let born = person.born.filter(|_| personal);
    ComplainantView {
        name: shown(privacy.name, person.name.as_deref()),
        gender: person.gender.filter(|_| personal).map(Named::of::<Gender>),
        born: born.map(|date| Moment::day(date).into()),
        age: born.and_then(|date| age(date, brief.today)),
        ethnicity: person
            .ethnicity
            .as_deref()
            .filter(|_| personal)
            .map(ethnicity),
        occupation: person.occupation.clone().filter(|_| personal),
        employer: person.employer.clone().filter(|_| personal),
        position: person.position.clone().filter(|_| personal),
        phone: shown(privacy.phone, person.phone.as_deref()),
        address: shown(privacy.address, person.address.as_deref()),
        domicile: shown(privacy.address, person.domicile.as_deref()).filter(|_| personal),
        residence: shown(privacy.address, person.residence.as_deref()).filter(|_| personal),
        email: shown(privacy.email, person.email.as_deref()),
        refund_to: person.refund_to.as_ref().map(|to| match to {
            RefundTo::Original => "original",
            RefundTo::Account { .. } => "account",
        }),
        refund_account: account(brief),
        guardian: person
            .guardian
            .as_ref()
            .filter(|_| privacy.name == Shown::Full)
            .map(representative),
        agent: person
            .agent
            .as_ref()
            .filter(|_| privacy.name == Shown::Full)
            .map(representative),
    }
}

/// A value as a channel shows it, or nothing where it hides it.
fn shown(how: Shown, value: Option<&str>) -> Option<String> {
    value
        .filter(|_| how != Shown::Hidden)
        .map(|value| how.of(value))
}

fn account(brief: &Brief<'_>) -> Option<String> {
    let how = brief.channel.privacy.refund_account;
    match &brief.case.complainant.refund_to {
        Some(RefundTo::Account {
            method, account, ..
        }) if how != Shown::Hidden => {
            let number = account
                .as_deref()
                .map(|account| how.of(account))
                .unwrap_or_default();
            Some(format!("{method}{number}"))
        }
        _ => None,
    }
}

fn representative(person: &Representative) -> RepresentativeView {
    RepresentativeView {
        name: person.name.clone(),
        relation: person.relation.clone(),
        phone: person.phone.clone(),
        authority: person.authority.clone(),
    }
}

/// `汉族`, also where somebody wrote 汉.
fn ethnicity(name: &str) -> String {
    if name.ends_with('族') {
        name.to_owned()
    } else {
        format!("{name}族")
    }
}

/// Whole years between birth and a day (周岁).
pub(super) fn age(born: NaiveDate, on: NaiveDate) -> Option<u32> {
    let years =
        on.year() - born.year() - i32::from((on.month(), on.day()) < (born.month(), born.day()));
    u32::try_from(years).ok()
}

#[cfg(test)]
mod tests {
    use super::age;
    use chrono::NaiveDate;

    #[test]
    fn a_year_is_full_on_the_birthday() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(age(day(1994, 3, 7), day(2026, 3, 6)), Some(31));
        assert_eq!(age(day(1994, 3, 7), day(2026, 3, 7)), Some(32));
        assert_eq!(age(day(2030, 1, 1), day(2026, 1, 1)), None);
    }
}
