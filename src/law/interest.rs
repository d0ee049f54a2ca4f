//! Interest on money that is owed back: simple, by actual days over a year of 365, rounded once.

use std::fmt;

use crate::chinese::half_width;

/// A yearly rate (年利率) in hundredths of a percent: 300 is 3.00 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearlyRate(u16);

impl YearlyRate {
    /// A rate given in hundredths of a percent.
    pub const fn from_hundredths(hundredths: u16) -> Self {
        Self(hundredths)
    }

    /// Reads `3.00%`, `3.1％`, `3`, `百分之3.45`: at most two decimals, above nothing and below a hundred percent.
    pub fn parse(text: &str) -> Option<Self> {
        let half: String = text
            .chars()
            .map(half_width)
            .filter(|c| !c.is_whitespace())
            .collect();
        let number = half.strip_prefix("百分之").unwrap_or(&half);
        let number = number.strip_suffix('%').unwrap_or(number);
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = (1..=2).contains(&whole.len()) && decimals.len() <= 2;
        if !fits || number.ends_with('.') || !digits(whole) || !digits(decimals) {
            return None;
        }
        let hundredths = format!("{whole}{decimals:0<2}").parse().ok()?;
        (hundredths > 0).then_some(Self(hundredths))
    }
}

impl fmt::Display for YearlyRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

/// Returns the interest on a principal in fen for a number of days, in fen, rounded half up.
///
/// No rule fixes the days of a year for the loan prime rate; 365 never asks for more than 360 would.
pub fn interest(principal: i64, rate: YearlyRate, days: u32) -> i64 {
    const YEAR: i128 = 365 * 10_000;
    let exact = i128::from(principal) * i128::from(rate.0) * i128::from(days);
    i64::try_from((exact + YEAR / 2) / YEAR).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{YearlyRate, interest};

    /// The worked examples: principal in yuan, first day, day of filing, rate, days, interest in fen.
    const WORKED: [(i64, &str, &str, &str, u32, i64); 6] = [
        (1_000, "2026-03-01", "2026-11-22", "3.00", 266, 2_186),
        (5_000, "2024-09-01", "2026-11-22", "3.35", 812, 37_263),
        (100, "2026-11-01", "2026-11-22", "3.00", 21, 17),
        (10_000, "2025-05-20", "2026-05-20", "3.00", 365, 30_000),
        (10_000, "2025-05-19", "2026-05-20", "3.10", 366, 31_085),
        (10_000, "2024-02-01", "2024-03-01", "3.45", 29, 2_741),
    ];

    #[test]
    fn the_first_day_counts_and_the_last_does_not() {
        for (yuan, from, to, rate, days, expected) in WORKED {
            let day = |text: &str| text.parse::<NaiveDate>().unwrap();
            assert_eq!((day(to) - day(from)).num_days(), i64::from(days), "{from}");
            let rate = YearlyRate::parse(rate).unwrap();
            assert_eq!(interest(yuan * 100, rate, days), expected, "{from}");
        }
    }

    #[test]
    fn rates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("3.00%", Some(300)),
            ("3.1％", Some(310)),
            ("３．４５", Some(345)),
            ("百分之3", Some(300)),
            ("0", None),
            ("-3", None),
            ("3.005", None),
            ("300%", None),
            ("LPR", None),
            ("3.", None),
            ("", None),
        ] {
            assert_eq!(YearlyRate::parse(text), expected.map(YearlyRate), "{text}");
        }
        assert_eq!(YearlyRate(305).to_string(), "3.05%");
    }
}
