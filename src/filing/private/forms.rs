//! The forms in which people write the same private value: a phone number with the code of the country, a card code
//! without its label, an address without its province, a date of birth in figures.

use chrono::{Datelike, NaiveDate};

/// The characters that end a part of an address.
const PART_ENDS: &str = "省市区县旗盟镇乡村路街道巷弄里号幢栋座楼层室";

/// The forms of a phone number, or of any number or name that may be one.
pub(super) fn of_number(value: &str) -> Vec<String> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let rest = value
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' '));
    // A Chinese mobile number has eleven digits and begins with 1; the code of the country is 86.
    let mobile = digits.strip_prefix("86").unwrap_or(&digits);
    if rest && mobile.len() == 11 && mobile.starts_with('1') {
        vec![mobile.to_owned(), format!("86{mobile}")]
    } else {
        vec![value.trim_start_matches('+').to_owned()]
    }
}

/// The codes of a text that has one or several, with and without what is written around them.
pub(super) fn of_codes(text: &str) -> Vec<String> {
    // A code may be written in groups with spaces between them, and two codes may have a space between them too.
    let lines = text.split(['、', '，', ',', '；', ';', '/', '\n']);
    let words = crate::channel::privacy::codes(text);
    let bare = text
        .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '*')))
        .filter(|run| run.contains(|c: char| c.is_ascii_digit()));
    lines
        .chain(words)
        .chain(bare)
        .map(str::trim)
        .filter(|code| !code.is_empty() && !code.contains("**"))
        .map(str::to_owned)
        .collect()
}

/// An address and the parts of it that lead to the door: from any part of its name down to a number, and the numbers
/// of house and room together.
pub(super) fn of_address(address: &str) -> Vec<String> {
    let segments = segments(address);
    let count = segments.len();
    let mut forms = vec![address.to_owned()];
    for first in 0..count {
        for last in first..count {
            let part = &segments[first..=last];
            if leads_to_the_door(part, last + 1 == count) {
                forms.push(part.concat());
            }
        }
    }
    let without_unit: Vec<String> = forms
        .iter()
        .filter_map(|form| form.strip_suffix('室'))
        .filter(|form| form.ends_with(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect();
    forms.extend(without_unit);
    forms
}

fn leads_to_the_door(part: &[&str], to_the_end: bool) -> bool {
    const FEWEST: usize = 4;
    let has_number = |segment: &str| segment.contains(|c: char| c.is_ascii_digit());
    let named = part
        .first()
        .is_some_and(|segment| !segment.starts_with(|c: char| c.is_ascii_digit()));
    let numbers = part.iter().filter(|segment| has_number(segment)).count();
    let length: usize = part.iter().map(|segment| segment.chars().count()).sum();
    part.last().is_some_and(|segment| has_number(segment))
        && length >= FEWEST
        && (named || to_the_end && numbers > 1)
}

/// `流泉路`, `5号`, `3幢`, `301室`.
fn segments(address: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let mut start = 0;
    let mut rest = address.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let street_office = c == '街' && rest.peek().is_some_and(|(_, next)| *next == '道');
        let end = at + c.len_utf8();
        if PART_ENDS.contains(c) && !street_office {
            segments.push(&address[start..end]);
            start = end;
        }
    }
    segments.push(&address[start..]);
    segments.retain(|segment| !segment.trim().is_empty());
    segments
}

/// A date of birth as people write it: `1991-09-03`, `1991/9/3`, `1991.9.3`, `1991年9月3日`, `19910903`.
pub(super) fn of_birth(born: NaiveDate) -> Vec<String> {
    let year = born.year();
    let written = |number: u32| [format!("{number:02}"), number.to_string()];
    let mut forms = vec![born.format("%Y%m%d").to_string()];
    for month in written(born.month()) {
        for day in written(born.day()) {
            forms.extend(["-", "/", "."].map(|sign| format!("{year}{sign}{month}{sign}{day}")));
            forms.extend(["日", "号", ""].map(|end| format!("{year}年{month}月{day}{end}")));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::{of_address, of_birth, of_codes, of_number};
    use chrono::NaiveDate;

    #[test]
    fn a_mobile_number_has_a_form_with_the_code_of_the_country() {
        for value in ["13912345678", "139-1234-5678", "+86 139 1234 5678"] {
            assert_eq!(
                of_number(value),
                ["13912345678", "8613912345678"],
                "{value}"
            );
        }
        assert_eq!(of_number("0900-5550278"), ["0900-5550278"]);
    }

    #[test]
    fn codes_are_known_with_and_without_their_groups_and_labels() {
        let has = |text: &str, code: &str| of_codes(text).iter().any(|own| own == code);
        assert!(has("ABCD 1234 EFGH", "ABCD 1234 EFGH"));
        assert!(has("YH7K-4QWN M4TR-8WZK", "M4TR-8WZK"));
        assert!(has("卡号12345678 密码ABCD1234", "ABCD1234"));
        assert!(of_codes("M4TR-****-8WZK").is_empty());
    }

    #[test]
    fn an_address_is_known_by_what_leads_to_the_door() {
        let forms = of_address("江苏省栖川市云渡区流泉路5号3幢301室");
        for form in [
            "流泉路5号3幢301室",
            "云渡区流泉路5号",
            "流泉路5号3幢301",
            "3幢301室",
        ] {
            assert!(forms.iter().any(|own| own == form), "{form}");
        }
        for form in ["江苏省栖川市", "流泉路", "301室", "5号3幢"] {
            assert!(forms.iter().all(|own| own != form), "{form}");
        }
        assert_eq!(of_address("湖北省苇州市北洲区"), ["湖北省苇州市北洲区"]);
    }

    #[test]
    fn a_date_of_birth_is_known_in_every_writing() {
        let forms = of_birth(NaiveDate::from_ymd_opt(1991, 9, 3).unwrap());
        for form in [
            "1991-09-03",
            "1991/9/3",
            "1991.09.03",
            "1991年9月3日",
            "1991年09月03日",
            "19910903",
        ] {
            assert!(forms.iter().any(|own| own == form), "{form}");
        }
    }
}
