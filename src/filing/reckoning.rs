//! How the sums of a filing come about, one line for each step, for the eyes of whoever files it.

use super::court::{FeeView, SmallClaimsView};
use super::interest::InterestView;
use super::{Brief, court, interest, money, requests};
use crate::bilingual::Bilingual;
use crate::case::choice::Choice;
use crate::case::claim::{Claim, ClaimKind};
use crate::chinese::capitals;
use crate::law::SmallClaims;
use crate::money::Money;

/// The steps from what was paid to what is claimed, and with `in_court` to the fee and the small-claims test.
pub fn reckoning(brief: &Brief<'_>, in_court: bool) -> Vec<Bilingual> {
    let mut steps = payments(brief);
    steps.extend(repeated(brief));
    let taken = brief
        .case
        .claims
        .iter()
        .filter(|claim| requests::is_taken(brief, claim));
    steps.extend(taken.filter_map(|one| claim(brief, one)));
    steps.extend(total(brief));
    if in_court {
        steps.extend(court::fee(brief).map(|fee| court_fee(&fee)));
        steps.extend(court::small_claims(brief).map(|test| small_claims(&test)));
    }
    steps
}

/// What was paid, what came back, what is still out.
fn payments(brief: &Brief<'_>) -> Vec<Bilingual> {
    let all = brief.payments;
    if all.is_empty() {
        return Vec::new();
    }
    let paid: Money = all.iter().map(|one| one.amount).sum();
    let refunded: Money = all.iter().map(|one| one.refunded).sum();
    let mut steps = Vec::new();
    let sum = added(all.iter().map(|one| one.amount), paid);
    steps.push(Bilingual::new(
        format!("付款：{sum} 元"),
        format!("paid: {sum} yuan"),
    ));
    if refunded > Money::ZERO {
        let back = all.iter().map(|one| one.refunded);
        let back = added(back.filter(|one| *one > Money::ZERO), refunded);
        let out = paid - refunded;
        steps.push(Bilingual::new(
            format!("已退：{back} 元；未退：{paid} − {refunded} = {out} 元"),
            format!("refunded: {back} yuan; outstanding: {paid} − {refunded} = {out} yuan"),
        ));
    }
    steps
}

/// Of a double charge, what was charged beyond what was owed.
fn repeated(brief: &Brief<'_>) -> Option<Bilingual> {
    let disputed: Vec<Money> = brief
        .payments
        .iter()
        .filter(|one| money::is_disputed(brief.case, one))
        .map(|one| one.outstanding())
        .collect();
    if disputed.len() == brief.payments.len() {
        return None;
    }
    let sum = added(disputed.into_iter(), money::outstanding(brief));
    Some(Bilingual::new(
        format!("多扣：每笔订单的第一次付款是应付的，不计；其余未退 {sum} 元"),
        format!(
            "charged too often: the first payment of an order was owed; the others, not refunded: {sum} yuan"
        ),
    ))
}

/// What a claim for money amounts to, and how.
fn claim(brief: &Brief<'_>, claim: &Claim) -> Option<Bilingual> {
    let (zh, en) = (claim.kind.zh(), claim.kind.en());
    let step = match claim.kind {
        ClaimKind::Triple if claim.amount.is_none() => multiple(brief),
        ClaimKind::Interest if claim.amount.is_none() => accrued(&interest::view(brief, claim)?),
        _ => {
            let amount = money::amount(brief, claim)?;
            Bilingual::new(format!("{amount} 元"), format!("{amount} yuan"))
        }
    };
    let (note_zh, note_en) = match claim.instead_of {
        Some(_) => ("（备选请求）", " (as an alternative)"),
        None => ("", ""),
    };
    Some(Bilingual::new(
        format!("{zh}{note_zh}：{}", step.zh),
        format!("{en}{note_en}: {}", step.en),
    ))
}

/// 《消费者权益保护法》第五十五条第一款: a multiple of the price, and a least sum.
fn multiple(brief: &Brief<'_>) -> Bilingual {
    let price = money::price(brief);
    let multiple = money::multiple(brief);
    let product = Money::from_fen(multiple.product);
    let step = format!("{} × {price} = {product}", multiple.times);
    match multiple.least.map(Money::from_fen) {
        None => Bilingual::new(format!("{step} 元"), format!("{step} yuan")),
        Some(least) => Bilingual::new(
            format!("{step} 元，不足 {least} 元的按 {least} 元"),
            format!("{step} yuan, less than the {least} yuan owed at least"),
        ),
    }
}

/// Interest: base × rate × days ÷ 365, as far as they are known.
fn accrued(terms: &InterestView) -> Bilingual {
    let base = &terms.base;
    let rate = terms.rate.as_deref();
    let days = terms.days.map(|days| days.to_string());
    let from = terms.from.as_ref().map(|from| from.date.as_str());
    let until = &terms.until.date;
    let zh = format!(
        "{base} × {} × {} ÷ 365",
        rate.unwrap_or("年利率"),
        days.as_deref().unwrap_or("天数"),
    );
    let en = format!(
        "{base} × {} × {} ÷ 365",
        rate.unwrap_or("yearly rate"),
        days.as_deref().unwrap_or("days"),
    );
    match (&terms.sum, from) {
        (Some(sum), Some(from)) => Bilingual::new(
            format!("{zh} = {sum} 元（{from} 起，算到 {until}）"),
            format!("{en} = {sum} yuan (from {from}, up to {until})"),
        ),
        _ => Bilingual::new(
            format!("{zh}；利率或者起算日没有核实，不算出数额"),
            format!("{en}; rate or first day not verified, so no sum"),
        ),
    }
}

/// All that is claimed in money.
fn total(brief: &Brief<'_>) -> Option<Bilingual> {
    let parts: Vec<Money> = money::counted(brief)
        .map(|(_, amount)| amount)
        .filter(|amount| *amount > Money::ZERO)
        .collect();
    if parts.is_empty() {
        return None;
    }
    let claimed = money::claimed(brief);
    let sum = added(parts.into_iter(), claimed);
    let capitals =
        capitals(claimed.fen()).map_or_else(String::new, |words| format!("（人民币{words}）"));
    Some(Bilingual::new(
        format!("请求合计：{sum} 元{capitals}"),
        format!("claimed in all: {sum} yuan"),
    ))
}

/// The court fee, with its half.
fn court_fee(fee: &FeeView) -> Bilingual {
    let FeeView { amount, full, .. } = fee;
    if let Some(source) = &fee.source {
        return Bilingual::new(
            format!("案件受理费：{full} 元（{source}）"),
            format!("court fee: {full} yuan ({source})"),
        );
    }
    let basis = &fee.basis;
    let step = match (&fee.share, &fee.add) {
        (Some(share), Some(add)) => format!("{amount} × {share} {add} = {full}"),
        (Some(share), None) => format!("{amount} × {share} = {full}"),
        (None, _) => full.clone(),
    };
    let half = fee.halved.as_deref().unwrap_or_default();
    Bilingual::new(
        format!(
            "案件受理费（预估）：{step} 元，简易程序（含小额诉讼程序）减半为 {half} 元；以法院通知为准（{basis}）"
        ),
        format!(
            "court fee (estimate): {step} yuan, {half} in simplified procedure; the court's notice decides ({basis})"
        ),
    )
}

/// The small-claims test: the sum against half the wage.
fn small_claims(test: &SmallClaimsView) -> Bilingual {
    let SmallClaimsView {
        amount,
        province,
        year,
        series,
        wage,
        half,
        ..
    } = test;
    let sign = if test.below { "≤" } else { ">" };
    let (zh, en) = match test.result {
        SmallClaims::Mandatory | SmallClaims::LikelyMandatory => ("在限额以内", "within the limit"),
        SmallClaims::ByAgreement => ("双方约定才适用", "only by agreement"),
        SmallClaims::None => ("不适用", "not open"),
        SmallClaims::Unknown => (
            "往年数字，不能据此说超过限额",
            "an older figure, which cannot tell",
        ),
    };
    Bilingual::new(
        format!(
            "小额诉讼：{amount} {sign} {wage} ÷ 2 = {half} 元，{zh}（{province}{year}年{series}；上年度数额以法院公布为准）"
        ),
        format!(
            "small claims: {amount} {sign} {wage} ÷ 2 = {half} yuan, {en} ({province}{year}年{series}; the court's own figure decides)"
        ),
    )
}

/// `168.00 + 50.00 = 218.00`, or one sum alone.
fn added(parts: impl Iterator<Item = Money>, sum: Money) -> String {
    let parts: Vec<String> = parts.map(|part| part.to_string()).collect();
    if parts.len() < 2 {
        return sum.to_string();
    }
    format!("{} = {sum}", parts.join(" + "))
}
