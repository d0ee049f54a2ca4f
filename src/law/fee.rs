//! Court fees under 《诉讼费用交纳办法》; money is in fen, and rounding happens once, half up, at the end.

use super::tables;

/// The fee of a property case (财产案件受理费), in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fee {
    /// What share of the amount it is, in thousandths.
    pub per_mille: i64,
    /// What is added to that share, or taken from it.
    pub add: i64,
    /// The fee.
    pub full: i64,
    /// Half of the unrounded fee, as owed in simplified procedure or after settlement; halved once only.
    pub halved: i64,
}

/// A step of a fee scale: `per_mille` of the amount plus `add` fen, for amounts up to `up_to` fen.
#[derive(Debug)]
pub(super) struct Bracket {
    /// The largest amount of the step, in fen.
    pub(super) up_to: Option<i64>,
    /// The share of the amount.
    pub(super) per_mille: i64,
    /// What is added to it, in fen.
    pub(super) add: i64,
}

/// Returns the fee for claiming an amount in fen.
pub fn court_fee(amount: i64) -> Fee {
    let step = step(&tables::COURT_FEE, amount);
    let fee = thousandths(&tables::COURT_FEE, amount);
    Fee {
        per_mille: step.map_or(0, |step| step.per_mille),
        add: step.map_or(0, |step| step.add),
        full: rounded(fee, 1),
        // 《诉讼费用交纳办法》第十五、十六条; 民诉法解释第二百零六条: never halved twice.
        halved: rounded(fee, 2),
    }
}

/// Returns the fee of an order for payment (支付令) for an amount in fen.
pub fn payment_order_fee(amount: i64) -> i64 {
    // 《诉讼费用交纳办法》第十四条第三项: a third of the property fee.
    rounded(thousandths(&tables::COURT_FEE, amount), 3)
}

/// Returns the fee for preserving property (财产保全) worth an amount in fen.
pub fn preservation_fee(amount: i64) -> i64 {
    rounded(thousandths(&tables::PRESERVATION_FEE, amount), 1).min(tables::PRESERVATION_CAP)
}

/// Returns the fee for enforcing (执行) an amount in fen; the debtor pays it.
pub fn enforcement_fee(amount: i64) -> i64 {
    rounded(thousandths(&tables::ENFORCEMENT_FEE, amount), 1)
}

/// The step of a scale that reaches an amount; the last one has no end.
fn step(scale: &[Bracket], amount: i64) -> Option<&Bracket> {
    let reaches = |step: &&Bracket| step.up_to.is_none_or(|limit| amount <= limit);
    scale.iter().find(reaches)
}

/// Returns the exact fee in thousandths of a fen.
fn thousandths(scale: &[Bracket], amount: i64) -> i128 {
    step(scale, amount).map_or(0, |step| {
        i128::from(step.per_mille) * i128::from(amount) + 1000 * i128::from(step.add)
    })
}

/// Returns a number of thousandths of a fen, shared out, as whole fen rounded half up.
fn rounded(thousandths: i128, share: i128) -> i64 {
    let whole = 1000 * share;
    i64::try_from((thousandths + whole / 2).div_euclid(whole)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn property_cases() {
        for (id, claim, full, halved) in [
            ("FE01", 60_000, 5_000, 2_500),
            ("FE02", 1_000_000, 5_000, 2_500),
            ("FE03", 1_000_100, 5_003, 2_501),
            ("FE04", 1_234_567, 10_864, 5_432),
            ("FE05", 6_652_250, 146_306, 73_153),
            ("FE06", 10_000_000, 230_000, 115_000),
            ("FE07", 10_000_100, 230_002, 115_001),
            ("FE08", 20_000_000, 430_000, 215_000),
            ("FE09", 50_000_000, 880_000, 440_000),
            ("FE10", 100_000_000, 1_380_000, 690_000),
            ("FE15", 900_000, 5_000, 2_500),
            ("2 million", 200_000_000, 2_280_000, 1_140_000),
            ("20 million", 2_000_000_000, 14_180_000, 7_090_000),
            ("nothing", 0, 5_000, 2_500),
        ] {
            let fee = court_fee(claim);
            assert_eq!((fee.full, fee.halved), (full, halved), "{id}");
            let shown = fee.per_mille * claim + 1000 * fee.add;
            assert_eq!((shown + 500) / 1000, full, "{id}");
        }
    }

    #[test]
    fn applications() {
        assert_eq!(payment_order_fee(900_000), 1_667, "FE11");
        assert_eq!(preservation_fee(2_000_000), 22_000, "FE12");
        assert_eq!(preservation_fee(120_000_000), 500_000, "FE13");
        assert_eq!(enforcement_fee(6_000_000), 80_000, "FE14");
    }

    #[test]
    fn no_amount_is_too_much() {
        assert!(court_fee(i64::MAX).full > 0);
        assert_eq!(court_fee(i64::MIN).full, 5_000);
        assert!(enforcement_fee(i64::MAX) > 0);
    }
}
