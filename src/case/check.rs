//! [`CaseFile`] → [`Case`]: texts become sums, dates and words; names become positions.
//!
//! Only what is wrong in the file is found here. What a channel needs and the case lacks is for the channel to say,
//! and what nobody stated stays unknown.

mod claims;
mod contacts;
mod deal;
mod exhibits;
mod line;
mod lookup;
mod parties;
mod pictures;
mod records;
mod spoken;
mod stated;
mod values;

use serde_yaml::Mapping;

use super::canonical::Told;
use super::file::CaseFile;
use super::{Case, fields, rules};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::law::Purpose;

use lookup::Lookup;
use stated::Known;
use values::Values;

/// The case that a file tells of; `asked` is what only rules ask for, `told` is what its keys tell beyond their values.
/// Where something in it was found wrong, the case lacks it, so that only a
/// collector without errors makes it the truth.
pub fn check(file: &CaseFile, asked: &Mapping, told: &Told, found: &mut Diagnostics) -> Case {
    let mut values = Values { found, told };
    let evidence = exhibits::evidence(&file.evidence, &mut values);
    let respondents = Lookup::new(
        file.respondents
            .iter()
            .map(|one| vec![one.id.clone(), one.name.clone(), one.site_name.clone()]),
    );
    let orders = Lookup::new(
        file.orders
            .iter()
            .map(|one| vec![one.id.clone(), one.platform_order_no.clone()]),
    );
    let payments = Lookup::new(
        file.payments
            .iter()
            .map(|one| vec![one.id.clone(), one.trade_no.clone()]),
    );
    respondents.ids_once("respondents", &mut values);
    orders.ids_once("orders", &mut values);
    payments.ids_once("payments", &mut values);
    let exhibits = &evidence.lookup;
    let purpose = stated_once(
        file.purpose.as_ref(),
        "purpose",
        file.purchase.as_ref().and_then(|one| one.purpose.as_ref()),
        "purchase.purpose",
        &mut values,
    );
    let discovered = stated_once(
        file.discovered.as_ref(),
        "discovered",
        file.problem
            .as_ref()
            .and_then(|one| one.discovered.as_ref()),
        "problem.discovered",
        &mut values,
    );
    let case = Case {
        title: file.title.clone(),
        case_no: file.case_no.clone(),
        complainant: file
            .complainant
            .as_ref()
            .map(|one| parties::complainant(one, &mut values))
            .unwrap_or_default(),
        respondents: parties::respondents(&file.respondents, exhibits, &mut values),
        purpose: purpose
            .and_then(|(at, text)| values.word(&at, Some(text)))
            .unwrap_or(Purpose::Unknown),
        goods: file
            .goods
            .as_ref()
            .and_then(|one| deal::goods(one, &mut values)),
        problem: file
            .problem
            .as_ref()
            .and_then(|one| values.word("problem.type", one.kind.as_ref())),
        discovered: discovered.and_then(|(at, text)| values.moment(&at, Some(text))),
        deceptions: file
            .problem
            .as_ref()
            .map(|one| contacts::deceptions(&one.deception_facts, exhibits, &mut values))
            .unwrap_or_default(),
        orders: deal::orders(&file.orders, exhibits, &mut values),
        payments: deal::payments(&file.payments, &orders, exhibits, &mut values),
        delivery: file
            .delivery
            .as_ref()
            .map(|one| deal::delivery(one, exhibits, &mut values)),
        self_checks: values.words("self_checks", &file.self_checks),
        contacts: contacts::contacts(&file.contacts, exhibits, &mut values),
        facts: contacts::facts(&file.facts, exhibits, &mut values),
        notices: contacts::notices(&file.notices, exhibits, &mut values),
        claims: claims::claims(file.claims.as_deref(), &respondents, exhibits, &mut values),
        filings: file
            .filings
            .as_deref()
            .and_then(|all| records::filings(all, exhibits, &mut values)),
        court: file
            .court
            .as_ref()
            .map(|one| records::court(one, &mut values))
            .unwrap_or_default(),
        samr: file
            .samr
            .as_ref()
            .map(|one| records::samr(one, &mut values))
            .unwrap_or_default(),
        stated: stated::stated(
            asked,
            Known {
                exhibits,
                respondents: &respondents,
            },
            &mut values,
        ),
        evidence: evidence.items,
    };
    values.found.extend(rules::judge(&case));
    case
}

/// The one statement of a fact that has two places in the file.
fn stated_once<'f>(
    first: Option<&'f String>,
    first_at: &str,
    second: Option<&'f String>,
    second_at: &str,
    values: &mut Values<'_>,
) -> Option<(String, &'f String)> {
    if let (Some(one), Some(other)) = (first, second)
        && one != other
    {
        let finding = Finding::StatedTwice {
            first: fields::name(first_at),
            second: fields::name(second_at.split('.').next().unwrap_or(second_at)),
        };
        values.found.push(
            Diagnostic::error(finding)
                .at(Place::value(second_at))
                .with_other(Place::value(first_at)),
        );
    }
    first
        .map(|text| (first_at.to_owned(), text))
        .or_else(|| second.map(|text| (second_at.to_owned(), text)))
}
