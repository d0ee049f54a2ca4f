//! Average yearly wages by province, which small claims are measured against.

use chrono::NaiveDate;

use super::confidence::Confidence;
use super::tables;

/// A published average yearly wage of employed persons (就业人员年平均工资).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wage {
    /// The short name of the province: 浙江, 内蒙古.
    pub province: &'static str,
    /// The year the wage is of.
    pub year: u16,
    /// The statistical series.
    pub series_zh: &'static str,
    /// The wage in yuan.
    pub yuan: i64,
    /// Where the figure comes from, to be printed beside it.
    pub source: &'static str,
    /// The day the figure was checked.
    pub checked: NaiveDate,
    /// How well it is sourced.
    pub confidence: Confidence,
}

impl Wage {
    /// Returns the wage in fen.
    pub const fn fen(&self) -> i64 {
        self.yuan * 100
    }
}

/// What follows the short name of a province in its full name.
const ENDINGS: [&str; 7] = [
    "",
    "省",
    "市",
    "自治区",
    "壮族自治区",
    "回族自治区",
    "维吾尔自治区",
];

/// Returns the full name of a province, given its short or full name; another name as it is.
pub fn province(name: &str) -> String {
    let name = name.trim();
    let ending = match name {
        "北京" | "天津" | "上海" | "重庆" => "市",
        "内蒙古" | "西藏" => "自治区",
        "广西" => "壮族自治区",
        "宁夏" => "回族自治区",
        "新疆" => "维吾尔自治区",
        known if tables::WAGES.iter().any(|(short, _)| *short == known) => "省",
        _ => "",
    };
    format!("{name}{ending}")
}

/// Returns the wage of a province, by its short or full name.
pub fn wage(province: &str) -> Option<Wage> {
    let province = province.trim();
    let (name, yuan) = tables::WAGES.iter().find(|(name, _)| {
        province
            .strip_prefix(name)
            .is_some_and(|ending| ENDINGS.contains(&ending))
    })?;
    Some(Wage {
        province: name,
        year: tables::WAGE_YEAR,
        series_zh: tables::WAGE_SERIES,
        yuan: *yuan,
        source: tables::WAGE_SOURCE,
        checked: tables::WAGE_CHECKED,
        confidence: tables::WAGE_CONFIDENCE,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provinces_have_full_names() {
        for (name, full) in [
            ("浙江", "浙江省"),
            ("广东省", "广东省"),
            ("上海", "上海市"),
            ("广西", "广西壮族自治区"),
            ("示例", "示例"),
        ] {
            assert_eq!(province(name), full);
        }
    }

    #[test]
    fn provinces_by_short_and_full_name() {
        for (name, short, yuan) in [
            ("浙江", "浙江", 133_045),
            ("浙江省", "浙江", 133_045),
            (" 上海市 ", "上海", 229_337),
            ("内蒙古自治区", "内蒙古", 108_856),
            ("广西壮族自治区", "广西", 96_184),
            ("宁夏回族自治区", "宁夏", 117_681),
            ("新疆维吾尔自治区", "新疆", 112_305),
            ("西藏自治区", "西藏", 165_004),
        ] {
            let wage = wage(name).unwrap();
            assert_eq!((wage.province, wage.yuan, wage.year), (short, yuan, 2023));
        }
        for name in ["", "省", "台湾", "浙江省杭州市", "广", "内蒙"] {
            assert_eq!(wage(name), None, "{name}");
        }
    }
}
