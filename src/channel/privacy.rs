//! What the reader of a channel may see of private data.

use serde::Deserialize;

/// The privacy profile of a channel.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// True name of the complainant (姓名).
    pub name: Shown,
    /// Number of the identity paper (证件号码).
    pub id_number: Shown,
    /// Telephone (电话).
    pub phone: Shown,
    /// Mailing address, domicile and residence (地址).
    pub address: Shown,
    /// E-mail (电子邮箱).
    pub email: Shown,
    /// Sex, birth, ethnicity, occupation, employer (身份细节).
    pub personal: Shown,
    /// Account for the refund (退款账户).
    pub refund_account: Shown,
    /// Card code (卡密).
    pub code: Shown,
    /// Account that the goods were to go to (充入账户).
    pub target: Shown,
    /// Phone, e-mail or number given with the order (下单联系方式).
    pub order_contact: Shown,
    /// Account that paid (付款账户).
    pub payer_account: Shown,
}

/// How much of a private value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// All of it.
    Full,
    /// The surname, with 某 for the rest.
    Surname,
    /// The last four characters.
    Last4,
    /// The first and last two characters, so that two papers can still be compared.
    Ends,
    /// Nothing.
    Hidden,
}

/// What stands in place of a value that is not shown at all.
pub const HIDDEN: &str = "［已隐去］";

/// Surnames of two characters (复姓), so that 欧阳某 keeps both.
const DOUBLE_SURNAMES: [&str; 24] = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯",
    "长孙", "宇文", "轩辕", "端木", "独孤", "南宫", "百里", "呼延", "申屠", "澹台", "闻人", "太史",
];

impl Shown {
    /// The value as its reader may see it.
    pub fn of(self, value: &str) -> String {
        let characters: Vec<char> = value.chars().collect();
        let count = characters.len();
        match self {
            Self::Full => value.to_owned(),
            Self::Hidden => HIDDEN.to_owned(),
            Self::Surname => format!("{}某", surname(value)),
            Self::Last4 if count > 4 => {
                format!("尾号{}", characters[count - 4..].iter().collect::<String>())
            }
            Self::Ends if count > 4 => {
                let stars = characters[2..count - 2]
                    .iter()
                    .map(|c| if c.is_alphanumeric() { '*' } else { *c });
                characters[..2]
                    .iter()
                    .copied()
                    .chain(stars)
                    .chain(characters[count - 2..].iter().copied())
                    .collect()
            }
            Self::Last4 | Self::Ends => "*".repeat(count),
        }
    }
}

/// The codes of a text that has one or several, each by itself; a code that the writer has masked already is none.
pub fn codes(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['、', '，', ',', '；', ';', '/', '\n', ' ']);
    parts
        .map(str::trim)
        .filter(|code| !code.is_empty() && !code.contains("**"))
}

/// The surname of a Chinese name; of any other name, its first character.
fn surname(name: &str) -> String {
    let double = DOUBLE_SURNAMES
        .iter()
        .find(|surname| name.starts_with(**surname) && name.chars().count() > 2);
    double.map_or_else(
        || name.chars().take(1).collect(),
        |surname| (*surname).to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::{Shown, codes};

    #[test]
    fn codes_are_told_apart_and_masked_ones_left() {
        assert_eq!(
            codes("YH7K-4QWN、M4TR-****-8WZK").collect::<Vec<_>>(),
            ["YH7K-4QWN"]
        );
    }

    #[test]
    fn masks_keep_what_identifies_the_purchase() {
        for (shown, value, expected) in [
            (Shown::Full, "林晓舟", "林晓舟"),
            (Shown::Surname, "林晓舟", "林某"),
            (Shown::Surname, "欧阳小满", "欧阳某"),
            (Shown::Ends, "8830441726", "88******26"),
            (Shown::Ends, "ABCD-EFGH-1234", "AB**-****-**34"),
            (Shown::Ends, "1234", "****"),
            (Shown::Last4, "6222020000001234", "尾号1234"),
            (Shown::Hidden, "x", "［已隐去］"),
        ] {
            assert_eq!(shown.of(value), expected, "{value}");
        }
    }
}
