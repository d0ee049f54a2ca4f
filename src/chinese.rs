//! Chinese characters for numbers and money, and the half-width form of full-width ones.
//!
//! In: characters, numbers and fen. Out: characters and text. It knows nothing of law or cases.

/// The digits of plain numerals.
const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The places of a section of four digits in plain numerals.
const PLACES: [&str; 4] = ["千", "百", "十", ""];

/// The digits of capital amounts.
const CAPITAL_DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// The places of a section of four digits in capital amounts.
const CAPITAL_PLACES: [&str; 4] = ["仟", "佰", "拾", ""];

/// Returns the half-width form of a full-width letter, digit, sign or space; other characters stay.
pub fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => {
            // The full-width forms stand in the order of ASCII.
            char::from_u32(u32::from(character) - 0xFF01 + 0x21).unwrap_or(character)
        }
        _ => character,
    }
}

/// Returns a number or code with its letters, digits and signs in half width.
///
/// Punctuation between Chinese words stays: `卡号：１２３` is not all a number.
pub fn half_width_number(text: &str) -> String {
    let folded: String = text.chars().map(half_width).collect();
    if folded.is_ascii() {
        return folded;
    }
    let of_a_number = |c: &char| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '@' | '*' | '+' | '#')
    };
    text.chars()
        .map(|c| Some(half_width(c)).filter(of_a_number).unwrap_or(c))
        .collect()
}

/// Returns a number in plain numerals, as articles are counted: 十, 二百八十七, 一千零三十七.
pub fn numeral(number: u32) -> String {
    if number == 0 {
        return DIGITS[0].to_string();
    }
    let text = whole(number.into(), DIGITS, PLACES);
    // Numbers from ten to nineteen are written without the leading one.
    match text.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => text,
    }
}

/// Returns an amount of fen in capital characters (大写), without the leading 人民币.
///
/// None for a negative amount and for a trillion yuan or more.
/// Where 《支付结算办法》 (银发〔1997〕393号) annex 1 leaves a choice, the house style decides: 零 between 元 and 角
/// when the 元 place is 0, none before 仟 when only the 万 place is 0, and 整 after 元 only.
pub fn capitals(fen: i64) -> Option<String> {
    let fen = u64::try_from(fen).ok()?;
    let (yuan, jiao, cent) = (fen / 100, fen / 10 % 10, fen % 10);
    if yuan >= 1_000_000_000_000 {
        return None;
    }
    let mut text = whole(yuan, CAPITAL_DIGITS, CAPITAL_PLACES);
    if yuan > 0 {
        text.push('元');
    } else if fen == 0 {
        text.push_str("零元");
    }
    if jiao == 0 && cent == 0 {
        text.push('整');
        return Some(text);
    }
    // A missing 角 before 分 demands a 零; a 元 place of 0 before 角 allows one.
    if yuan > 0 && (jiao == 0 || yuan.is_multiple_of(10)) {
        text.push(CAPITAL_DIGITS[0]);
    }
    for (value, unit) in [(jiao, '角'), (cent, '分')] {
        if value > 0 {
            text.push(digit(value, CAPITAL_DIGITS));
            text.push(unit);
        }
    }
    Some(text)
}

/// Returns a number below a trillion in words; nothing for 0.
fn whole(number: u64, digits: [char; 10], places: [&str; 4]) -> String {
    let mut text = String::new();
    // Whether zeros were passed since the last digit, so that the next one has to be announced.
    let mut passed_zero = false;
    for (unit, size) in [("亿", 100_000_000), ("万", 10_000), ("", 1)] {
        let section = number / size % 10_000;
        if section == 0 {
            passed_zero = !text.is_empty();
            continue;
        }
        for (place, size) in places.iter().zip([1000, 100, 10, 1]) {
            let value = section / size % 10;
            if value == 0 {
                passed_zero = !text.is_empty();
                continue;
            }
            if passed_zero {
                text.push(digits[0]);
            }
            passed_zero = false;
            text.push(digit(value, digits));
            text.push_str(place);
        }
        text.push_str(unit);
        // A 万 place of 0 before 千 is left unspoken.
        passed_zero &= unit != "万";
    }
    text
}

/// Returns the character for a digit.
fn digit(value: u64, digits: [char; 10]) -> char {
    usize::try_from(value % 10).map_or(digits[0], |at| digits[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_width_folds_full_width_forms_only() {
        let folded: String = "２０２６－１１：０１　Ａｂ，中。￥"
            .chars()
            .map(half_width)
            .collect();
        assert_eq!(folded, "2026-11:01 Ab,中。￥");
    }

    #[test]
    fn numbers_in_half_width() {
        for (text, folded) in [
            ("００１２３ＡＢＣ－９", "00123ABC-9"),
            ("粤ＩＣＰ备９９号－１", "粤ICP备99号-1"),
            ("卡号：１２，密码：３４", "卡号：12，密码：34"),
            ("ｗｗｗ．ａ．ｅｘａｍｐｌｅ：８０", "www.a.example:80"),
            ("0012", "0012"),
        ] {
            assert_eq!(half_width_number(text), folded);
        }
    }

    #[test]
    fn numerals() {
        for (number, text) in [
            (0, "零"),
            (2, "二"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (101, "一百零一"),
            (110, "一百一十"),
            (111, "一百一十一"),
            (287, "二百八十七"),
            (500, "五百"),
            (985, "九百八十五"),
            (1000, "一千"),
            (1037, "一千零三十七"),
            (1165, "一千一百六十五"),
            (1203, "一千二百零三"),
            (1210, "一千二百一十"),
            (10_050, "一万零五十"),
            (105_000, "十万五千"),
        ] {
            assert_eq!(numeral(number), text);
        }
    }

    #[test]
    fn capital_amounts() {
        for (id, fen, text) in [
            ("RM01", 5, "伍分"),
            ("RM02", 50, "伍角"),
            ("RM03", 100, "壹元整"),
            ("RM04", 1005, "壹拾元零伍分"),
            ("RM05", 1500, "壹拾伍元整"),
            ("RM06", 2030, "贰拾元零叁角"),
            ("RM07", 10_000, "壹佰元整"),
            ("RM08", 10_005, "壹佰元零伍分"),
            ("RM09", 11_010, "壹佰壹拾元零壹角"),
            ("RM10", 32_504, "叁佰贰拾伍元零肆分"),
            ("RM11", 66_668, "陆佰陆拾陆元陆角捌分"),
            ("RM12", 100_050, "壹仟元零伍角"),
            ("RM13", 100_500, "壹仟零伍元整"),
            ("RM14", 140_950, "壹仟肆佰零玖元伍角"),
            ("RM15", 168_032, "壹仟陆佰捌拾元零叁角贰分"),
            ("RM16", 600_714, "陆仟零柒元壹角肆分"),
            ("RM17", 1_005_000, "壹万零伍拾元整"),
            ("RM18", 1_640_902, "壹万陆仟肆佰零玖元零贰分"),
            ("RM19", 10_500_000, "壹拾万伍仟元整"),
            ("RM20", 10_700_053, "壹拾万柒仟元零伍角叁分"),
            ("RM21", 100_000_000, "壹佰万元整"),
            ("RM22", 101_001_001, "壹佰零壹万零壹拾元零壹分"),
            ("RM23", 20_000_500_000, "贰亿零伍仟元整"),
            ("zero", 0, "零元整"),
        ] {
            assert_eq!(capitals(fen).as_deref(), Some(text), "{id}");
        }
    }

    #[test]
    fn capital_amounts_end_where_nobody_claims() {
        assert_eq!(capitals(-1), None);
        assert_eq!(capitals(i64::MIN), None);
        assert_eq!(capitals(i64::MAX), None);
        assert!(capitals(99_999_999_999_999).is_some());
    }
}
