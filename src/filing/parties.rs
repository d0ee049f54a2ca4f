//! The other side, and where the money went.

use serde::Serialize;

use super::bundle::{RefView, References};
use super::{Brief, MomentView, Named};
use crate::case::evidence::Link;
use crate::case::party::{Respondent, Role};

/// One of the other side.
#[derive(Debug, Clone, Serialize)]
pub struct RespondentView {
    /// Full name.
    pub name: Option<String>,
    /// What it did in the deal.
    pub roles: Vec<Named>,
    /// What kind of person it is.
    pub entity: Option<Named>,
    /// Unified social credit code.
    pub uscc: Option<String>,
    /// Domicile.
    pub address: Option<String>,
    /// Legal representative.
    pub legal_rep: Option<String>,
    /// The post of that person.
    pub legal_rep_title: Option<String>,
    /// Operator of an individual business.
    pub operator: Option<String>,
    /// Sex of a natural person.
    pub gender: Option<Named>,
    /// Employer of a natural person.
    pub employer: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Web site.
    pub website: Option<String>,
    /// What the site calls itself.
    pub site_name: Option<String>,
    /// ICP filing number.
    pub icp_no: Option<String>,
    /// Register or page that names it.
    pub source: Option<String>,
    /// Day of the look-up.
    pub looked_up: Option<MomentView>,
    /// Exhibits that show who it is.
    pub refs: Vec<RefView>,
}

/// Who received the money, where that is not the principal respondent.
#[derive(Debug, Clone, Serialize)]
pub struct PayeeView {
    /// The name that the bill shows.
    pub name: String,
    /// The words of a page that link it to the respondent.
    pub link: Option<String>,
    /// Exhibits that show those words.
    pub link_refs: Vec<RefView>,
    /// Exhibits that show the payee.
    pub refs: Vec<RefView>,
}

/// Those who answer for the contract, in the order of the case.
///
/// A party that only handled the money is no respondent; where nobody else is known, all are named.
pub(super) fn respondents(brief: &Brief<'_>, refs: &References) -> Vec<RespondentView> {
    chosen(brief)
        .into_iter()
        .enumerate()
        .map(|(index, respondent)| view(brief, refs, respondent, index == 0))
        .collect()
}

/// The respondents that a filing is against: the seller's side, and whoever a claim is addressed to.
pub(super) fn chosen<'a>(brief: &Brief<'a>) -> Vec<&'a Respondent> {
    let addressed = |index: usize| {
        let mut claims = brief.case.claims.iter();
        claims.any(|claim| claim.addressee == Some(index))
    };
    let sellers: Vec<&Respondent> = brief
        .case
        .respondents
        .iter()
        .enumerate()
        .filter(|(index, respondent)| respondent.is_seller_side() || addressed(*index))
        .map(|(_, respondent)| respondent)
        .collect();
    if sellers.is_empty() {
        brief.case.respondents.iter().collect()
    } else {
        sellers
    }
}

fn view(
    brief: &Brief<'_>,
    refs: &References,
    respondent: &Respondent,
    principal: bool,
) -> RespondentView {
    let identified = respondent.identified_by.as_ref();
    let own = identified
        .map(|by| by.evidence.as_slice())
        .unwrap_or_default();
    RespondentView {
        name: respondent.name.clone(),
        roles: respondent
            .roles
            .iter()
            .copied()
            .map(Named::of::<Role>)
            .collect(),
        entity: respondent.entity.map(Named::of),
        uscc: respondent.uscc.clone(),
        address: respondent.address.clone(),
        legal_rep: respondent.legal_rep.clone(),
        legal_rep_title: respondent.legal_rep_title.clone(),
        operator: respondent.operator.clone(),
        gender: respondent.gender.map(Named::of),
        employer: respondent.employer.clone(),
        phone: respondent.phone.clone(),
        website: respondent.website.clone(),
        site_name: respondent.site_name.clone(),
        icp_no: respondent.icp_no.clone(),
        source: identified.map(|by| by.source.clone()),
        looked_up: identified.and_then(|by| by.on).map(MomentView::from),
        refs: if own.is_empty() && principal {
            refs.proving(brief, Link::Identity)
        } else {
            refs.of_items(own)
        },
    }
}

/// The payee that the bills show, where its name differs from that of every respondent of the filing and of those who
/// run their business.
pub(super) fn payee(brief: &Brief<'_>, refs: &References) -> Option<PayeeView> {
    let names: Vec<&str> = chosen(brief)
        .iter()
        .flat_map(|respondent| [respondent.name.as_deref(), respondent.operator.as_deref()])
        .flatten()
        .collect();
    let payment = brief.payments.iter().find(|payment| {
        payment
            .payee_shown
            .as_deref()
            .is_some_and(|name| !names.contains(&name))
    })?;
    let link = brief
        .case
        .respondents
        .iter()
        .find_map(|respondent| respondent.payee_link.as_ref());
    Some(PayeeView {
        name: payment.payee_shown.clone()?,
        link: link.map(|link| link.text.clone()),
        link_refs: link
            .map(|link| refs.of_items(&link.evidence))
            .unwrap_or_default(),
        refs: refs.of_payment(brief, payment),
    })
}
