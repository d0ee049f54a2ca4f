// Shared with the build script, which folds the names and the search words of the data in the same way.

use crate::chinese::half_width;

/// One sign of a folded text, and the bytes of the text that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    /// The sign.
    pub(crate) char: char,
    /// The first of its bytes.
    pub(crate) start: usize,
    /// The byte after its last one.
    pub(crate) end: usize,
}

/// Returns a text without what makes no difference: spaces, the width and the case of letters, the shape of brackets
/// and dashes. Numbers become Arabic digits: `第五百七十七条`, `第 577 条` and `第５７７條` are the same. Ends of lines stay.
pub(crate) fn fold(text: &str) -> Vec<Sign> {
    let mut plain = Vec::with_capacity(text.len() / 2);
    for (start, char) in text.char_indices() {
        let end = start + char.len_utf8();
        if char == '\n' {
            plain.push(Sign { char, start, end });
        } else if !is_blank(char) {
            for char in signs(char) {
                plain.push(Sign { char, start, end });
            }
        }
    }
    digits(&plain)
}

/// Whether a character is seen by nobody, or only as a space.
fn is_blank(char: char) -> bool {
    char.is_whitespace()
        || matches!(
            char,
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'
        )
}

/// The plain signs of a character; a number in a circle or in brackets has several.
fn signs(char: char) -> Vec<char> {
    let enclosed = match char {
        '①'..='⑳' => Some(u32::from(char) - u32::from('①') + 1),
        '⑴'..='⒇' => Some(u32::from(char) - u32::from('⑴') + 1),
        '㈠'..='㈩' => Some(u32::from(char) - u32::from('㈠') + 1),
        _ => None,
    };
    if let Some(number) = enclosed {
        return format!("({number})").chars().collect();
    }
    vec![match half_width(char) {
        '<' | '〈' | '«' | '‹' => '《',
        '>' | '〉' | '»' | '›' => '》',
        '〔' | '【' => '[',
        '〕' | '】' => ']',
        '~' | '‐' | '‑' | '–' | '—' | '―' | '−' | '〜' => '-',
        '｡' => '。',
        '條' => '条',
        '項' => '项',
        '號' => '号',
        other => other.to_ascii_lowercase(),
    }]
}

/// Writes each Chinese number in digits; what is no number stays.
fn digits(plain: &[Sign]) -> Vec<Sign> {
    let mut out = Vec::with_capacity(plain.len());
    let mut rest = plain;
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|sign| is_numeral(sign.char)).count();
        let (run, after) = rest.split_at(length.max(1));
        match number(run) {
            Some(number) => {
                let end = run.last().unwrap_or(first).end;
                let start = first.start;
                let digits = number.to_string();
                out.extend(digits.chars().map(|char| Sign { char, start, end }));
            }
            None => out.extend_from_slice(run),
        }
        rest = after;
    }
    out
}

fn is_numeral(char: char) -> bool {
    digit(char).is_some() || unit(char).is_some()
}

fn digit(char: char) -> Option<u32> {
    Some(match char {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(char: char) -> Option<u32> {
    match char {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// The number that a run of Chinese numerals writes: `二百八十七`, `二〇二一`, but not `百` or `一百二`.
fn number(run: &[Sign]) -> Option<u32> {
    if run.is_empty() || run.len() > 9 {
        return None;
    }
    if run.iter().all(|sign| digit(sign.char).is_some()) {
        let mut digits = run.iter().filter_map(|sign| digit(sign.char));
        return digits.try_fold(0_u32, |number, digit| {
            number.checked_mul(10)?.checked_add(digit)
        });
    }
    let mut total = 0;
    let mut last = 10_000;
    // A digit that waits for its unit, and whether a zero was passed on the way to it.
    let mut waiting: Option<u32> = None;
    let mut zero = false;
    for sign in run {
        match (digit(sign.char), unit(sign.char)) {
            (Some(0), _) => {
                if waiting.is_some() {
                    return None;
                }
                zero = true;
            }
            (Some(digit), _) => {
                if waiting.replace(digit).is_some() {
                    return None;
                }
            }
            (None, Some(unit)) if unit < last => {
                let digit = match waiting.take() {
                    Some(digit) => digit,
                    None if unit == 10 && total == 0 => 1,
                    None => return None,
                };
                total += digit * unit;
                (last, zero) = (unit, false);
            }
            _ => return None,
        }
    }
    match waiting {
        // Colloquial 一百二 may be 120 or a slip for 102.
        Some(_) if last > 10 && !zero => None,
        Some(digit) => Some(total + digit),
        None => Some(total),
    }
}
