//! The two sides.

use super::super::file::{ComplainantFile, RefundFile, RepresentativeFile, RespondentFile};
use super::super::party::{
    Complainant, Gender, IdType, IdentifiedBy, PayeeLink, RefundTo, Representative, Respondent,
};
use super::lookup::Lookup;
use super::values::{Values, code};
use crate::diagnostic::Finding;
use crate::identity::{IdNumberFault, birth_date, id_number_fault, is_male, uscc_fault};

/// Who complains.
pub(super) fn complainant(file: &ComplainantFile, values: &mut Values<'_>) -> Complainant {
    let gender = values.word("complainant.gender", file.gender.as_ref());
    let born = values.day("complainant.born", file.born.as_ref());
    let id_type = values.word("complainant.id_type", file.id_type.as_ref());
    let id_number = file.id_number.as_deref().map(code);
    if let Some(number) = id_number
        .as_deref()
        .filter(|_| IdType::is_resident(id_type))
    {
        let other_birth = born.is_some_and(|born| birth_date(number) != Some(born));
        let other_gender =
            gender.is_some_and(|gender| is_male(number) != Some(gender == Gender::Male));
        let fault = id_number_fault(number)
            .or(other_birth.then_some(IdNumberFault::OtherBirthDate))
            .or(other_gender.then_some(IdNumberFault::OtherGender));
        if let Some(why) = fault {
            values.warning("complainant.id_number", Finding::IdNumber { why });
        }
    }
    Complainant {
        name: file.name.clone(),
        gender,
        born,
        ethnicity: file.ethnicity.clone(),
        occupation: file.occupation.clone(),
        employer: file.employer.clone(),
        position: file.position.clone(),
        phone: values.phone("complainant.phone", file.phone.as_ref()),
        address: file.address.clone(),
        domicile: file.domicile.clone(),
        residence: file.residence.clone(),
        id_type,
        id_number,
        email: file.email.clone(),
        refund_to: file
            .refund_to
            .as_ref()
            .and_then(|one| refund_to(one, values)),
        guardian: file
            .guardian
            .as_ref()
            .and_then(|one| representative(one, "complainant.guardian", values)),
        agent: file
            .agent
            .as_ref()
            .and_then(|one| representative(one, "complainant.agent", values)),
    }
}

fn refund_to(file: &RefundFile, values: &mut Values<'_>) -> Option<RefundTo> {
    const ORIGINAL: [&str; 7] = [
        "original",
        "原路",
        "原路退回",
        "原路返回",
        "原支付路径",
        "原支付渠道",
        "原付款账户",
    ];
    let Some(method) = file.method.clone() else {
        values.incomplete("complainant.refund_to", "method");
        return None;
    };
    if ORIGINAL.contains(&method.as_str()) && file.account.is_none() && file.holder.is_none() {
        return Some(RefundTo::Original);
    }
    Some(RefundTo::Account {
        method,
        holder: file.holder.clone(),
        account: file.account.clone(),
    })
}

fn representative(
    file: &RepresentativeFile,
    at: &str,
    values: &mut Values<'_>,
) -> Option<Representative> {
    let phone = values.phone(&format!("{at}.phone"), file.phone.as_ref());
    let id_number = file.id_number.as_deref().map(code);
    if let Some(why) = id_number.as_deref().and_then(id_number_fault) {
        values.warning(&format!("{at}.id_number"), Finding::IdNumber { why });
    }
    let Some(name) = file.name.clone() else {
        values.incomplete(at, "name");
        return None;
    };
    Some(Representative {
        name,
        relation: file.relation.clone(),
        phone,
        address: file.address.clone(),
        id_number,
        authority: file.authority.clone(),
    })
}

/// The other side.
pub(super) fn respondents(
    files: &[RespondentFile],
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Vec<Respondent> {
    files
        .iter()
        .enumerate()
        .map(|(index, file)| respondent(file, &format!("respondents[{index}]"), exhibits, values))
        .collect()
}

fn respondent(
    file: &RespondentFile,
    at: &str,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Respondent {
    let uscc = file.uscc.as_deref().map(code);
    if let Some(why) = uscc.as_deref().and_then(uscc_fault) {
        values.warning(&format!("{at}.uscc"), Finding::Uscc { why });
    }
    Respondent {
        id: file.id.clone(),
        roles: values.words(&format!("{at}.roles"), &file.roles),
        entity: values.word(&format!("{at}.entity"), file.entity.as_ref()),
        name: file.name.clone(),
        uscc,
        address: file.address.clone(),
        legal_rep: file.legal_rep.clone(),
        legal_rep_title: file.legal_rep_title.clone(),
        gender: values.word(&format!("{at}.gender"), file.gender.as_ref()),
        employer: file.employer.clone(),
        operator: file.operator.clone(),
        phone: values.phone(&format!("{at}.phone"), file.phone.as_ref()),
        website: file.website.clone(),
        site_name: file.site_name.clone(),
        icp_no: file.icp_no.clone(),
        payee_link: payee_link(file, at, exhibits, values),
        identified_by: identified_by(file, at, exhibits, values),
    }
}

fn payee_link(
    file: &RespondentFile,
    at: &str,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<PayeeLink> {
    let link = file.payee_link.as_ref()?;
    let at = format!("{at}.payee_link");
    let evidence = exhibits.all(&at, &link.evidence, values);
    let Some(text) = link.text.clone() else {
        values.incomplete(&at, "text");
        return None;
    };
    Some(PayeeLink { text, evidence })
}

fn identified_by(
    file: &RespondentFile,
    at: &str,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<IdentifiedBy> {
    let found = file.identified_by.as_ref()?;
    let at = format!("{at}.identified_by");
    let on = values.moment(&format!("{at}.on"), found.on.as_ref());
    let evidence = exhibits.all(&at, &found.evidence, values);
    let Some(source) = found.source.clone() else {
        values.incomplete(&at, "source");
        return None;
    };
    Some(IdentifiedBy {
        source,
        on,
        evidence,
    })
}
