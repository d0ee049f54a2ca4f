//! What a court and the market regulator want to know.

use serde::Serialize;

use super::{Brief, money, parties, people, requests};
use crate::case::claim::ClaimKind;
use crate::case::party::Role;
use crate::case::record::StatedWage;
use crate::law::{self, CourtWage, SmallClaims};
use crate::money::Money;

/// What a court wants to know.
#[derive(Debug, Clone, Serialize)]
pub struct CourtView {
    /// Its name.
    pub name: Option<String>,
    /// Whether the costs are claimed.
    pub costs: Option<bool>,
    /// How many defendants there are.
    pub defendants: usize,
    /// Of several defendants, the one that sold: the contract is with it.
    pub seller: Option<String>,
    /// How many copies of the statement: one for each defendant and the court's own.
    pub copies: usize,
    /// The small-claims test.
    pub small_claims: Option<SmallClaimsView>,
    /// The fee, where money is claimed.
    pub fee: Option<FeeView>,
    /// The cause of action: `sale`, `service`, or none where the goods do not tell.
    pub cause: Option<&'static str>,
    /// The buyer's home, for the alternative ground of jurisdiction.
    pub home: Option<String>,
}

/// The court fee (案件受理费), as far as it can be told before the court asks for it.
#[derive(Debug, Clone, Serialize)]
pub struct FeeView {
    /// The sum in dispute, that it is reckoned on.
    pub amount: String,
    /// The share of the sum: `2.5%`; absent where the fee is the same for every sum.
    pub share: Option<String>,
    /// What is added to the share: `+ 300.00`, `− 200.00`.
    pub add: Option<String>,
    /// The fee.
    pub full: String,
    /// Half of it, as in simplified procedure; absent where the court has named the fee.
    pub halved: Option<String>,
    /// The provisions, with the title of their instrument; empty where the case file states the fee.
    pub basis: String,
    /// Where the case file says so.
    pub source: Option<String>,
}

/// The arithmetic of the small-claims test.
#[derive(Debug, Clone, Serialize)]
pub struct SmallClaimsView {
    /// The sum in dispute.
    pub amount: String,
    /// The province.
    pub province: String,
    /// The year of the wage.
    pub year: u32,
    /// What the series counts.
    pub series: String,
    /// The wage.
    pub wage: String,
    /// Half of it.
    pub half: String,
    /// Where the wage was read.
    pub source: String,
    /// Whether the case itself gives the wage.
    pub stated: bool,
    /// Whether the sum is at most half the wage.
    pub below: bool,
    /// What that says of the procedure.
    #[serde(skip)]
    pub(super) result: SmallClaims,
}

/// What the market regulator wants to know.
#[derive(Debug, Clone, Serialize)]
pub struct SamrView {
    /// Its name.
    pub name: Option<String>,
    /// Whether the complaint may be published.
    pub publish_consent: Option<bool>,
    /// Whether mediation may be entrusted.
    pub entrust_consent: Option<bool>,
}

/// What a court wants to know.
pub(super) fn court(brief: &Brief<'_>) -> CourtView {
    let chosen = parties::chosen(brief);
    let defendants = chosen.len();
    let class = brief
        .case
        .goods
        .as_ref()
        .and_then(super::grounds::goods_class);
    let person = people::complainant(brief);
    CourtView {
        name: brief.case.court.name.clone(),
        costs: brief.case.court.costs,
        defendants,
        seller: chosen
            .iter()
            .find(|one| one.roles.contains(&Role::Merchant))
            .or(chosen.first())
            .filter(|_| defendants > 1)
            .and_then(|one| one.name.clone()),
        // 《民事诉讼法》第一百二十三条: copies by the number of defendants.
        copies: defendants + 1,
        small_claims: small_claims(brief),
        fee: fee(brief),
        cause: class.map(|class| match class {
            law::GoodsClass::GoodsOnline => "sale",
            law::GoodsClass::Services => "service",
        }),
        home: person.residence.or(person.domicile).or(person.address),
    }
}

/// The court fee for what is claimed in money; what the case file states wins.
///
/// 《诉讼费用交纳办法》第十三条第一款第一项 and 第十六条; 民诉法解释第二百零一条: money with other claims pays by the money alone.
pub(super) fn fee(brief: &Brief<'_>) -> Option<FeeView> {
    let claimed = money::claimed(brief);
    if claimed == Money::ZERO {
        return None;
    }
    let amount = claimed.to_string();
    if let Some(stated) = &brief.case.court.fee {
        return Some(FeeView {
            amount,
            share: None,
            add: None,
            full: stated.amount.to_string(),
            halved: None,
            basis: String::new(),
            source: Some(stated.source.clone()),
        });
    }
    let fee = law::court_fee(claimed.fen());
    let basis: Vec<&law::Provision> = ["fee-measures-13-p1-i1", "fee-measures-16"]
        .into_iter()
        .filter_map(law::provision)
        .filter(|one| one.printable_on(brief.today))
        .collect();
    let title = basis.first().map_or_else(String::new, |one| one.title());
    let sign = if fee.add < 0 { '−' } else { '+' };
    let add = Money::from_fen(fee.add.abs());
    Some(FeeView {
        amount,
        share: (fee.per_mille > 0).then(|| percent(fee.per_mille)),
        add: (fee.per_mille > 0 && fee.add != 0).then(|| format!("{sign} {add}")),
        full: Money::from_fen(fee.full).to_string(),
        halved: Some(Money::from_fen(fee.halved).to_string()),
        basis: title + &law::places(&basis),
        source: None,
    })
}

/// Thousandths as a percentage: `2.5%`.
fn percent(per_mille: i64) -> String {
    match per_mille % 10 {
        0 => format!("{}%", per_mille / 10),
        rest => format!("{}.{rest}%", per_mille / 10),
    }
}

/// The small-claims test, where the province is known and only money is claimed.
///
/// 《民事诉讼法》第一百六十五条第一款: simple payment of money, at most half the average wage of the province.
/// A court that has to end the contract first decides more than a payment.
pub(super) fn small_claims(brief: &Brief<'_>) -> Option<SmallClaimsView> {
    let claimed = money::claimed(brief);
    let province = brief.case.court.province.as_deref()?;
    if claimed == Money::ZERO || !only_money(brief) {
        return None;
    }
    let (wage, year, series, source, measure) = match &brief.case.court.wage {
        Some(StatedWage {
            amount,
            year,
            source,
        }) => (
            *amount,
            *year,
            "就业人员年平均工资".to_owned(),
            source.clone(),
            CourtWage::Given(amount.fen()),
        ),
        None => {
            let wage = law::wage(province)?;
            (
                Money::from_fen(wage.fen()),
                u32::from(wage.year),
                wage.series_zh.to_owned(),
                wage.source.to_owned(),
                CourtWage::Fallback(wage),
            )
        }
    };
    let result = law::small_claims(claimed.fen(), measure, &[]);
    Some(SmallClaimsView {
        amount: claimed.to_string(),
        province: law::province(province),
        year,
        series,
        wage: wage.to_string(),
        half: Money::from_fen(wage.fen() / 2).to_string(),
        source,
        stated: matches!(measure, CourtWage::Given(_)),
        below: matches!(
            result,
            SmallClaims::Mandatory | SmallClaims::LikelyMandatory
        ),
        result,
    })
}

/// Whether nothing but money is asked for: no termination by the court, no performance as first choice.
pub(super) fn only_money(brief: &Brief<'_>) -> bool {
    claims_money(brief) && !pleads_termination(brief)
}

/// Whether every first choice is a sum of money.
pub(super) fn claims_money(brief: &Brief<'_>) -> bool {
    brief
        .case
        .claims
        .iter()
        .filter(|claim| claim.instead_of.is_none())
        .all(|claim| claim.kind == ClaimKind::Interest || money::amount(brief, claim).is_some())
}

/// Whether the court has to end the contract, because no notice has.
pub(super) fn pleads_termination(brief: &Brief<'_>) -> bool {
    let ended = |notice| requests::ended(brief, notice).is_some();
    requests::ends(brief) && !brief.case.notices.iter().any(ended)
}

/// What the market regulator wants to know.
pub(super) fn samr(brief: &Brief<'_>) -> SamrView {
    let samr = &brief.case.samr;
    SamrView {
        name: samr.name.clone(),
        publish_consent: samr.publish_consent,
        entrust_consent: samr.entrust_consent,
    }
}
