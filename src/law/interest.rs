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

/// Returns the part of the interest that is doubled because a paper in effect was not obeyed, in fen, rounded half up: for
/// the days from the end of the period to perform until payment, on the debt without other interest.
///
/// 《最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释》第一条、第二条: 0.0175 % a day.
pub fn doubled_part(debt: i64, days: u32) -> i64 {
    const WHOLE: i128 = 1_000_000;
    let exact = i128::from(debt) * 175 * i128::from(days);
    i64::try_from((exact + WHOLE / 2) / WHOLE).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{YearlyRate, doubled_part, interest};
    use crate::law::{RateStatus, loan_prime_rate};

    /// The worked examples: id, principal in yuan, first day, day of filing, rate, days, interest in fen. IN07 has the
    /// rate of the day of the contract (《预付式消费解释》第十六条), the others that of their first day.
    const WORKED: [(&str, i64, &str, &str, &str, u32, i64); 7] = [
        (
            "IN01",
            1_000,
            "2026-03-01",
            "2026-11-22",
            "3.00",
            266,
            2_186,
        ),
        (
            "IN02",
            5_000,
            "2024-09-01",
            "2026-11-22",
            "3.35",
            812,
            37_263,
        ),
        ("IN03", 100, "2026-11-01", "2026-11-22", "3.00", 21, 17),
        (
            "IN04",
            10_000,
            "2025-05-20",
            "2026-05-20",
            "3.00",
            365,
            30_000,
        ),
        (
            "IN05",
            10_000,
            "2025-05-19",
            "2026-05-20",
            "3.10",
            366,
            31_085,
        ),
        (
            "IN06",
            10_000,
            "2024-02-01",
            "2024-03-01",
            "3.45",
            29,
            2_741,
        ),
        (
            "IN07",
            2_000,
            "2025-06-01",
            "2026-06-01",
            "3.35",
            365,
            6_700,
        ),
    ];

    #[test]
    fn the_first_day_counts_and_the_last_does_not() {
        for (id, yuan, from, to, rate, days, expected) in WORKED {
            let day = |text: &str| text.parse::<NaiveDate>().unwrap();
            assert_eq!((day(to) - day(from)).num_days(), i64::from(days), "{id}");
            let rate = YearlyRate::parse(rate).unwrap();
            assert_eq!(interest(yuan * 100, rate, days), expected, "{id}");
        }
    }

    #[test]
    fn the_doubled_part_runs_from_the_end_of_the_period_to_payment() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let days = (day("2026-05-31") - day("2026-03-31")).num_days();
        assert_eq!(days, 61, "IN08");
        assert_eq!(doubled_part(300_000, 61), 3_203, "IN08");
    }

    #[test]
    fn the_rate_is_that_of_its_day() {
        for (id, day, hundredths) in [
            ("IN01", "2026-03-01", 300),
            ("IN02", "2024-09-01", 335),
            ("IN04", "2025-05-20", 300),
            ("IN05", "2025-05-19", 310),
            ("IN06", "2024-02-01", 345),
            ("IN07", "2024-08-01", 335),
        ] {
            let rate = loan_prime_rate(day.parse().unwrap()).unwrap();
            assert_eq!(rate.one_year, hundredths, "{id}");
            assert_eq!(rate.status, RateStatus::Verified, "{id}");
        }
        // No rate was seen for that day: the case file has to give it.
        let later = loan_prime_rate("2026-11-01".parse().unwrap());
        assert_eq!(later, None, "IN03");
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
