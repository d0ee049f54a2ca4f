//! Whether the small-claims procedure (小额诉讼程序) applies to an amount.

use super::wage::Wage;

/// The wage to measure a claim against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourtWage {
    /// Given by the user from the court's own notice, in fen.
    Given(i64),
    /// The fallback: an older published figure, which wages have since passed.
    Fallback(Wage),
    /// The province is not known.
    Unknown,
}

/// What keeps a case out of the small-claims procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// 人身关系.
    PersonalStatus,
    /// 财产确权.
    Title,
    /// 涉外.
    ForeignElement,
    /// 评估、鉴定.
    Appraisal,
    /// 一方当事人下落不明.
    Whereabouts,
    /// 反诉.
    CounterClaim,
    /// 其他不宜适用.
    Unsuited,
}

/// What can be said about the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmallClaims {
    /// The court applies it.
    Mandatory,
    /// Measured on an older figure the court very likely applies it.
    LikelyMandatory,
    /// It applies if both sides agree.
    ByAgreement,
    /// It does not apply.
    None,
    /// The wage is missing or too old to tell.
    Unknown,
}

/// Tells whether a claim is at most half the wage, both in fen.
pub fn mandatory(claim: i64, wage: i64) -> bool {
    // 《民事诉讼法》第一百六十五条第一款 with 《民法典》第一千二百五十九条: the limit includes the figure itself.
    2 * i128::from(claim) <= i128::from(wage)
}

/// Tells whether a claim is at most twice the wage, both in fen.
pub fn by_agreement(claim: i64, wage: i64) -> bool {
    // 《民事诉讼法》第一百六十五条第二款.
    i128::from(claim) <= 2 * i128::from(wage)
}

/// Returns what can be said about the procedure for a claim in fen; the court's own figure decides in the end.
pub fn small_claims(claim: i64, wage: CourtWage, exclusions: &[Exclusion]) -> SmallClaims {
    // 《民事诉讼法》第一百六十六条.
    if !exclusions.is_empty() {
        return SmallClaims::None;
    }
    match wage {
        CourtWage::Given(wage) if mandatory(claim, wage) => SmallClaims::Mandatory,
        CourtWage::Given(wage) if by_agreement(claim, wage) => SmallClaims::ByAgreement,
        CourtWage::Given(_) => SmallClaims::None,
        // The older figure is a floor: it can show that a claim is below the limit, never that it is above.
        CourtWage::Fallback(wage) if mandatory(claim, wage.fen()) => SmallClaims::LikelyMandatory,
        CourtWage::Fallback(_) | CourtWage::Unknown => SmallClaims::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::wage;

    #[test]
    fn measured_on_the_fallback_and_on_a_given_wage() {
        use SmallClaims::{ByAgreement, LikelyMandatory, Mandatory, None, Unknown};
        for (id, province, claim, fallback, given) in [
            ("SC01", "浙江", 6_652_250, LikelyMandatory, Mandatory),
            ("SC02", "浙江", 6_652_251, Unknown, ByAgreement),
            ("SC03", "浙江", 26_609_000, Unknown, ByAgreement),
            ("SC04", "浙江", 26_609_001, Unknown, None),
            ("SC05", "河南", 5_000_000, Unknown, ByAgreement),
            ("SC06", "上海", 5_000_000, LikelyMandatory, Mandatory),
        ] {
            let wage = wage(province).unwrap();
            assert_eq!(
                small_claims(claim, CourtWage::Fallback(wage), &[]),
                fallback,
                "{id}"
            );
            assert_eq!(
                small_claims(claim, CourtWage::Given(wage.fen()), &[]),
                given,
                "{id}"
            );
        }
    }

    #[test]
    fn a_missing_defendant_closes_the_procedure() {
        let wage = CourtWage::Fallback(wage("广东").unwrap());
        let result = small_claims(60_000, wage, &[Exclusion::Whereabouts]);
        assert_eq!(result, SmallClaims::None, "SC07");
    }

    #[test]
    fn an_unknown_province_says_nothing() {
        assert_eq!(
            small_claims(1, CourtWage::Unknown, &[]),
            SmallClaims::Unknown
        );
        assert!(!mandatory(i64::MAX, i64::MAX));
        assert!(by_agreement(i64::MAX, i64::MAX));
    }
}
