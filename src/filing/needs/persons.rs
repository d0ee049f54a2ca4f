//! Who acts, against whom, and who got the money.

use chrono::{Datelike, NaiveDate};

use super::super::{Brief, parties, people};
use crate::bilingual::Bilingual;
use crate::case::party::Entity;
use crate::case::purchase::{Payer, Payment};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::facts::Fact;
use crate::law::Problem;
use crate::moment::Moment;

/// The first year of birth of anyone who may still complain.
const EARLIEST_BIRTH: i32 = 1900;

/// A date of birth that gives no age on the day of filing.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    let impossible = |born: &NaiveDate| *born > brief.today || born.year() < EARLIEST_BIRTH;
    let born = brief.case.complainant.born.filter(impossible);
    let error = |born| {
        let born = Moment::day(born).iso_date();
        let message = Bilingual::new(
            format!("出生日期不对：{born}"),
            format!("the date of birth cannot be right: {born}"),
        );
        let finding = Finding::stated("impossible-birth-date", message)
            .why(Bilingual::new(
                "在提交日之后，或者早于 1900 年，算不出年龄",
                "it lies after the day of filing or before 1900, so there is no age",
            ))
            .help(Bilingual::new(
                "对照证件改正",
                "compare it with the identity paper",
            ));
        Diagnostic::error(finding).at(Place::value("complainant.born"))
    };
    born.map(error).into_iter().collect()
}

/// A payment that the complainant made, called one that somebody else made: that would be an untrue statement.
///
/// 《市场监督管理投诉举报处理办法》第十六条第五项: untrue material is a ground to refuse; 《电子商务法》第五十七条第二款 is for
/// payments without leave only.
pub(super) fn denies_own_payment(brief: &Brief<'_>) -> Option<Diagnostic> {
    if brief.case.problem != Some(Problem::UnauthorisedPayment) {
        return None;
    }
    let is_own = |payment: &Payment| payment.payer == Some(Payer::Complainant);
    let own = brief.case.payments.iter().position(is_own)?;
    let finding = Finding::stated(
        "own-payment-denied",
        Bilingual::new(
            "付款人写的是本人，问题类型却是非本人交易",
            "the complainant is named as payer, and the problem is a payment by somebody else",
        ),
    )
    .why(Bilingual::new(
        "自己付的款按非本人交易申报是不实陈述，受理机构会据此拒绝，陈述人还要承担责任",
        "to report one's own payment as somebody else's is an untrue statement, for which offices refuse and the writer answers",
    ))
    .help(Bilingual::new(
        "自己付款、没有到账的，把问题类型改成 `未到账` 等；账户确实被他人使用的，在「支付」写 `付款人: 他人`，并先锁定账户、通知支付机构",
        "if you paid and nothing came, change the problem to `not_received` or the like; if somebody else used the account, write `payer: other` under `payments`, lock it and tell the payment provider first",
    ));
    Some(Diagnostic::error(finding).at(Place::value(format!("payments[{own}].payer"))))
}

/// Whether the complainant is of age on the day of filing, or has a guardian named, or nobody knows the age.
///
/// 《民法典》第十七条、第二十三条.
pub(super) fn may_act(brief: &Brief<'_>) -> bool {
    const OF_AGE: u32 = 18;
    let person = &brief.case.complainant;
    let age = person
        .birth()
        .and_then(|born| people::age(born, brief.today));
    match brief.case.told("complainant", "is_minor") {
        Some(Fact::Yes(true)) => person.guardian.is_some(),
        Some(Fact::Yes(false)) => true,
        _ => person.guardian.is_some() || age.is_none_or(|age| age >= OF_AGE),
    }
}

/// Whether every individual business among the respondents has its operator named.
pub(super) fn operators_known(brief: &Brief<'_>) -> bool {
    parties::chosen(brief).iter().all(|respondent| {
        respondent.entity != Some(Entity::IndividualBusiness) || respondent.operator.is_some()
    })
}

/// Whether the bills name a respondent as payee, or a page links the payee to one.
pub(super) fn payee_known(brief: &Brief<'_>) -> bool {
    let respondents = parties::chosen(brief);
    let named = respondents
        .iter()
        .any(|respondent| respondent.name.is_some());
    let linked = brief
        .case
        .respondents
        .iter()
        .any(|respondent| respondent.payee_link.is_some());
    let is_known = |payee: &String| respondents.iter().any(|one| one.is_called(payee));
    let mut payees = brief
        .payments
        .iter()
        .filter_map(|payment| payment.payee_shown.as_ref());
    linked || !named || payees.all(is_known)
}
