//! The shapes and check signs of ID numbers, credit codes and telephone numbers.
//!
//! A fault is a slip of the pen in nearly every case, but never proof of one: callers only warn.

use chrono::{Datelike, NaiveDate};

/// What is wrong with an ID number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdNumberFault {
    /// Not seventeen digits and a digit or X.
    Shape,
    /// The birth date in it does not exist.
    BirthDate,
    /// The check digit does not fit.
    CheckDigit,
    /// The birth date in it is not the one stated.
    OtherBirthDate,
    /// The sex in it is not the one stated.
    OtherGender,
}

/// What is wrong with a unified social credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsccFault {
    /// Not eighteen of its signs.
    Shape,
    /// The check sign does not fit.
    CheckSign,
}

/// What is wrong with a number of the 18-place shape (GB 11643-1999), if anything.
pub(crate) fn id_number_fault(number: &str) -> Option<IdNumberFault> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const SIGNS: &[u8; 11] = b"10X98765432";
    let bytes = number.as_bytes();
    let (Some((last, digits)), 18) = (bytes.split_last(), bytes.len()) else {
        return Some(IdNumberFault::Shape);
    };
    if !digits.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || *last == b'X') {
        return Some(IdNumberFault::Shape);
    }
    if birth_date(number).is_none() {
        return Some(IdNumberFault::BirthDate);
    }
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let expected = SIGNS.get(sum as usize % 11);
    (expected != Some(last)).then_some(IdNumberFault::CheckDigit)
}

/// The date of birth in an ID number, where it is a day of the calendar in a year that people are alive from.
pub(crate) fn birth_date(number: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(number.get(6..14)?, "%Y%m%d").ok()?;
    (1850..=2150).contains(&date.year()).then_some(date)
}

/// Whether an ID number is that of a man: its seventeenth digit is odd.
pub(crate) fn is_male(number: &str) -> Option<bool> {
    let digit = number
        .as_bytes()
        .get(16)
        .filter(|byte| byte.is_ascii_digit())?;
    Some((digit - b'0') % 2 == 1)
}

/// What is wrong with a unified social credit code (GB 32100-2015), if anything.
pub(crate) fn uscc_fault(code: &str) -> Option<UsccFault> {
    const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let values: Option<Vec<usize>> = code.chars().map(|c| SIGNS.find(c)).collect();
    let values = values.filter(|values| values.len() == 18);
    let Some((last, rest)) = values.as_deref().and_then(<[usize]>::split_last) else {
        return Some(UsccFault::Shape);
    };
    let weights = std::iter::successors(Some(1), |weight| Some(weight * 3 % 31));
    let sum: usize = rest
        .iter()
        .zip(weights)
        .map(|(value, weight)| value * weight)
        .sum();
    let expected = (31 - sum % 31) % 31;
    (expected != *last).then_some(UsccFault::CheckSign)
}

/// Whether a text has the shape of a mobile, fixed or service number.
pub(crate) fn is_phone(text: &str) -> bool {
    let digits: String = text.chars().filter(|&c| c != '-').collect();
    let digits = digits
        .strip_prefix("+86")
        .or_else(|| digits.strip_prefix("0086"))
        .unwrap_or(&digits);
    if let Some(foreign) = digits.strip_prefix('+') {
        // Numbers of other countries have shapes of their own.
        return (7..=15).contains(&foreign.len())
            && foreign.bytes().all(|byte| byte.is_ascii_digit());
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    match digits.as_bytes() {
        [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 => true,
        [b'0', rest @ ..] => (9..=15).contains(&rest.len()),
        [b'4' | b'8', b'0', b'0', rest @ ..] => rest.len() == 7,
        [b'9', ..] => (5..=8).contains(&digits.len()),
        [b'1', ..] => (3..=6).contains(&digits.len()) || digits.len() == 8,
        [b'2'..=b'8', ..] => (7..=8).contains(&digits.len()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{IdNumberFault, UsccFault, id_number_fault, is_male, is_phone, uscc_fault};

    #[test]
    fn id_numbers() {
        assert_eq!(id_number_fault("11010519491231002X"), None);
        assert_eq!(is_male("11010519491231002X"), Some(false));
        assert_eq!(
            id_number_fault("110105194912310021"),
            Some(IdNumberFault::CheckDigit)
        );
        assert_eq!(
            id_number_fault("11010519490231002X"),
            Some(IdNumberFault::BirthDate)
        );
        assert_eq!(id_number_fault("1101051949"), Some(IdNumberFault::Shape));
        assert_eq!(
            id_number_fault("１1010519491231002X"),
            Some(IdNumberFault::Shape)
        );
    }

    #[test]
    fn credit_codes() {
        assert_eq!(uscc_fault("9144030071526726XG"), None);
        assert_eq!(uscc_fault("91330100799655058B"), None);
        assert_eq!(uscc_fault("91330100799655058C"), Some(UsccFault::CheckSign));
        assert_eq!(uscc_fault("9133010079965505I8"), Some(UsccFault::Shape));
    }

    /// The worked examples of numbers that nobody has.
    #[test]
    fn numbers_by_their_standards() {
        use IdNumberFault::{BirthDate, CheckDigit, Shape};
        for (id, number, fault) in [
            ("ID01", "440301200002290007", None),
            ("ID02", "440301200002290008", Some(CheckDigit)),
            ("ID03", "440301190002290000", Some(BirthDate)),
            ("ID04", "11010519491231002x", None),
            ("ID05", "440301000229000", Some(Shape)),
        ] {
            // A case file is read with capital letters.
            let number = number.to_uppercase();
            assert_eq!(id_number_fault(&number), fault, "{id}");
        }
        assert_eq!(is_male("440301200002290007"), Some(false), "ID01");
        for (id, code, fault) in [
            ("UC01", "92000000MA9FAKE05P", None),
            ("UC02", "92000000MA9FAKE05Q", Some(UsccFault::CheckSign)),
            ("UC03", "91000000000000000K", None),
            ("UC04", "92000000MA9FAKEO5P", Some(UsccFault::Shape)),
            ("UC05", "92000000MA9FAKE05", Some(UsccFault::Shape)),
        ] {
            assert_eq!(uscc_fault(code), fault, "{id}");
        }
    }

    #[test]
    fn phones() {
        for phone in [
            "13800001234",
            "+86-13800001234",
            "0571-88880000",
            "4008001234",
            "95188",
            "12315",
            "02088886666",
            "+85291234567",
            "88886666",
        ] {
            assert!(is_phone(phone), "{phone}");
        }
        for phone in ["1380000123", "138000012345", "QQ123456", "", "+", "0"] {
            assert!(!is_phone(phone), "{phone}");
        }
    }
}
