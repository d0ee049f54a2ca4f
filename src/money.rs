//! Exact money: a sum of CNY in fen, read from what people write and printed with two decimals.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// A sum of money (金额), in fen (分). Never negative when read from a case file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(i64);

/// Why a text is no sum of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyError {
    /// The text is not a number, with or without ¥ and 元.
    NotANumber,
    /// The number is below zero.
    Negative,
    /// More than two decimals: fen are the smallest unit.
    TooPrecise,
    /// More than 9,999,999,999.99 yuan.
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A sum given in fen.
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// The sum in fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Reads `168`, `168.00`, `1,680.5`, `¥168`, `168元`, `人民币168元整`, also in full-width characters.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let half: String = text
            .chars()
            .map(crate::chinese::half_width)
            .filter(|c| !c.is_whitespace())
            .collect();
        let half = half.strip_prefix("人民币").unwrap_or(&half);
        let half = half
            .strip_prefix("CNY")
            .or_else(|| half.strip_prefix("RMB"))
            .unwrap_or(half);
        let half = half.trim_start_matches(['¥', '￥']);
        let half = half.trim_end_matches(['整', '正']);
        let half = half.strip_suffix(['元', '圆']).unwrap_or(half);
        let (negative, digits) = match half.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, half),
        };
        let (yuan, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let yuan = without_thousands(yuan).ok_or(MoneyError::NotANumber)?;
        let only_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if yuan.is_empty() || !only_digits(&yuan) || !only_digits(decimals) || digits.ends_with('.')
        {
            return Err(MoneyError::NotANumber);
        }
        if negative {
            return Err(MoneyError::Negative);
        }
        if decimals.len() > 2 {
            return Err(MoneyError::TooPrecise);
        }
        if yuan.trim_start_matches('0').len() > 10 {
            return Err(MoneyError::TooLarge);
        }
        let fen: i64 = format!("{yuan}{decimals:0<2}")
            .parse()
            .map_err(|_| MoneyError::TooLarge)?;
        Ok(Self(fen))
    }

    /// The sum times a count, or none where that is beyond what a sum may be.
    pub fn times(self, count: u32) -> Option<Self> {
        self.0.checked_mul(i64::from(count)).map(Self)
    }
}

/// Takes the commas out of `1,680`, where they stand between groups of three.
fn without_thousands(yuan: &str) -> Option<String> {
    if !yuan.contains(',') {
        return Some(yuan.to_owned());
    }
    let mut groups = yuan.split(',');
    let first_fits = groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()));
    (first_fits && groups.all(|group| group.len() == 3)).then(|| yuan.replace(',', ""))
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::{Money, MoneyError};

    #[test]
    fn reads_what_people_write() {
        for text in [
            "168",
            "168.00",
            "168.0",
            "¥168.00",
            "￥168",
            "168元",
            "１６８．００",
            "人民币168元整",
            " 168 ",
        ] {
            assert_eq!(Money::parse(text), Ok(Money::from_fen(16_800)), "{text}");
        }
        assert_eq!(
            Money::parse("1,234,490.86"),
            Ok(Money::from_fen(123_449_086))
        );
        assert_eq!(Money::parse("0.05"), Ok(Money::from_fen(5)));
    }

    #[test]
    fn refuses_the_rest() {
        for (text, error) in [
            ("-5", MoneyError::Negative),
            ("1.005", MoneyError::TooPrecise),
            ("", MoneyError::NotANumber),
            ("abc", MoneyError::NotANumber),
            ("1.", MoneyError::NotANumber),
            ("1,68", MoneyError::NotANumber),
            ("1e3", MoneyError::NotANumber),
            ("99999999999", MoneyError::TooLarge),
        ] {
            assert_eq!(Money::parse(text), Err(error), "{text}");
        }
    }
}
