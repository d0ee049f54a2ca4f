//! Finds a value in a text however people write it: wide or narrow, in capitals or small letters, with spaces or
//! hyphens inside.
//!
//! It works on characters and knows neither cases nor channels.

use std::ops::Range;

/// The fewest letters and digits of a value that is looked for in running text: shorter ones are years, times and
/// sums more often than anybody's number.
const FEWEST: usize = 5;

/// From how many digits on a number can be no sum of money any more.
const NO_SUM: usize = 8;

/// A value to look for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Needle {
    /// Its characters, folded.
    signs: Vec<char>,
    /// Whether separators inside it do not count.
    loose: bool,
}

impl Needle {
    /// A value in all its writings: of one with digits, or of letters alone, separators do not count.
    pub(super) fn of(value: &str) -> Self {
        let folded = fold(value);
        let bare: Vec<char> = folded
            .iter()
            .copied()
            .filter(|c| !is_separator(*c))
            .collect();
        let loose = bare.len() >= FEWEST
            && (bare.iter().all(char::is_ascii_alphanumeric)
                || bare.iter().any(char::is_ascii_digit));
        Self {
            signs: if loose { bare } else { folded },
            loose,
        }
    }

    /// A value with its separators as they are.
    pub(super) fn exact(value: &str) -> Self {
        Self {
            signs: fold(value),
            loose: false,
        }
    }

    /// How many characters it has.
    pub(super) fn len(&self) -> usize {
        self.signs.len()
    }

    /// Whether it is a number or a code: nothing but ASCII letters and digits.
    pub(super) fn is_code(&self) -> bool {
        self.signs
            .iter()
            .all(|c| c.is_ascii_alphanumeric() || is_separator(*c))
    }

    /// Whether it is a code with a digit in it.
    pub(super) fn is_number(&self) -> bool {
        self.is_code() && self.signs.iter().any(char::is_ascii_digit)
    }

    /// Whether it is long enough to be looked for in running text.
    pub(super) fn is_telling(&self) -> bool {
        if self.is_code() {
            self.signs.iter().filter(|c| !is_separator(**c)).count() >= FEWEST
        } else {
            self.len() > 1
        }
    }

    /// Where a folded text holds it, from left to right.
    pub(super) fn within(&self, text: &[char]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for start in 0..text.len() {
            let free = found.last().is_none_or(|last| last.end <= start);
            if let Some(length) = self.at(&text[start..]).filter(|_| free) {
                found.push(start..start + length);
            }
        }
        found
    }

    /// Where a folded text holds it for itself, and not as a piece of a longer number or code.
    pub(super) fn alone_in(&self, text: &[char]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = 0;
        while start < text.len() {
            match self.at(&text[start..]) {
                Some(length) if self.is_whole(text, &(start..start + length)) => {
                    found.push(start..start + length);
                    start += length;
                }
                _ => start += 1,
            }
        }
        found
    }

    /// Whether a folded text repeats, around a place that holds the value, more of a term than the value itself.
    pub(super) fn shares_context(
        &self,
        text: &[char],
        place: &Range<usize>,
        term: &[char],
    ) -> bool {
        const MORE: usize = 2;
        let before = &text[..place.start];
        let after = &text[place.end..];
        self.within(term).iter().any(|own| {
            let left = common(term[..own.start].iter().rev(), before.iter().rev());
            let right = common(term[own.end..].iter(), after.iter());
            left + right >= MORE
        })
    }

    /// How many characters it takes at the start of a folded text.
    fn at(&self, text: &[char]) -> Option<usize> {
        let mut matched = 0;
        for (index, c) in text.iter().enumerate() {
            if Some(c) == self.signs.get(matched) {
                matched += 1;
                if matched == self.len() {
                    return Some(index + 1);
                }
            } else if matched == 0 || !self.loose || !is_separator(*c) {
                return None;
            }
        }
        None
    }

    /// Whether a number is not part of a longer number, nor a code part of a longer run of letters and digits.
    fn is_whole(&self, text: &[char], place: &Range<usize>) -> bool {
        let lettered = self.signs.iter().any(char::is_ascii_alphabetic);
        let goes_on = |own: Option<&char>, next: Option<&char>| {
            own.is_some_and(char::is_ascii_alphanumeric)
                && next.is_some_and(|c| c.is_ascii_digit() || lettered && c.is_ascii_alphanumeric())
        };
        let before = place.start.checked_sub(1).and_then(|at| text.get(at));
        !goes_on(self.signs.first(), before)
            && !goes_on(self.signs.last(), text.get(place.end))
            && !self.is_sum(&text[place.end..])
    }

    /// Whether what follows makes a short number a sum of money: `12345.00`.
    fn is_sum(&self, after: &[char]) -> bool {
        self.len() < NO_SUM
            && self.signs.iter().all(char::is_ascii_digit)
            && matches!(after, ['.', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit())
            && !after.get(3).is_some_and(char::is_ascii_digit)
    }
}

/// The characters of a text, as many as it has: wide ones narrow, capitals small.
pub(super) fn fold(text: &str) -> Vec<char> {
    text.chars()
        .map(narrow)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The days and times of a folded text as the program writes them: `2026-11-10`, `2026-11-10 20:33`, `11-10 20:33`.
pub(super) fn days(text: &[char]) -> Vec<Range<usize>> {
    const YEAR: &str = "####-";
    const DAY: &str = "##-##";
    const TIME: &str = " ##:##";
    const SECONDS: &str = ":##";
    let digit_at = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in 0..text.len() {
        let inside = found.last().is_some_and(|last| start < last.end);
        if inside || start > 0 && digit_at(start - 1) {
            continue;
        }
        let year = shaped(text, start, YEAR).unwrap_or(start);
        let Some(day) = shaped(text, year, DAY) else {
            continue;
        };
        let time = shaped(text, day, TIME);
        let end = time.map_or(day, |time| shaped(text, time, SECONDS).unwrap_or(time));
        if (year > start || time.is_some()) && !digit_at(end) {
            found.push(start..end);
        }
    }
    found
}

/// Where a shape ends that a text has at a place; `#` stands for a digit.
fn shaped(text: &[char], start: usize, shape: &str) -> Option<usize> {
    let end = start + shape.len();
    let piece = text.get(start..end)?;
    let fits = piece.iter().zip(shape.chars()).all(|(c, sign)| match sign {
        '#' => c.is_ascii_digit(),
        sign => *c == sign,
    });
    fits.then_some(end)
}

/// How far two texts agree.
fn common<'a>(one: impl Iterator<Item = &'a char>, other: impl Iterator<Item = &'a char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}

/// The narrow form of a full-width character.
fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether people put a character between the groups of a number.
fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '-' | '\u{a0}' | '·' | '•' | '‧' | '・' | '‐'..='―' | '−'
            | '\u{2000}'..='\u{200d}' | '\u{202f}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::{Needle, days, fold};

    fn alone(value: &str, text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        Needle::of(value)
            .alone_in(&fold(text))
            .into_iter()
            .map(|place| chars[place].iter().collect())
            .collect()
    }

    #[test]
    fn a_code_is_found_in_every_writing() {
        for written in [
            "ABCD1234EFGH5678",
            "ABCD-1234-EFGH-5678",
            "abcd 1234 efgh 5678",
            "ＡＢＣＤ１２３４－ＥＦＧＨ５６７８",
            "ABCD·1234·EFGH　5678",
        ] {
            assert_eq!(
                alone("ABCD1234-EFGH5678", &format!("卡密{written}，")),
                [written]
            );
        }
    }

    #[test]
    fn what_goes_on_is_another_value() {
        assert_eq!(alone("8830441726", "单号118830441726"), [""; 0]);
        assert_eq!(alone("8830441726", "QQ8830441726a"), ["8830441726"]);
        assert_eq!(alone("ABCD1234", "XABCD1234"), [""; 0]);
        assert_eq!(alone("12345", "付12345.00元"), [""; 0]);
        assert_eq!(alone("12345", "是12345。"), ["12345"]);
    }

    #[test]
    fn short_values_are_not_telling() {
        for (value, telling) in [
            ("2026", false),
            ("6-0 5", false),
            ("60512", true),
            ("腾讯", true),
            ("林", false),
        ] {
            assert_eq!(Needle::of(value).is_telling(), telling, "{value}");
        }
    }

    #[test]
    fn the_days_of_the_program_are_known() {
        let text = "从2026-11-10 20:33:05到2026-11-12，11-13 09:00，139-12-34，2026-11-123";
        let chars = fold(text);
        let found: Vec<String> = days(&chars)
            .into_iter()
            .map(|place| chars[place].iter().collect())
            .collect();
        assert_eq!(found, ["2026-11-10 20:33:05", "2026-11-12", "11-13 09:00"]);
    }

    #[test]
    fn a_shortened_term_is_known_by_what_stands_around_the_value() {
        let shares = |text: &str| {
            let text = fold(text);
            let needle = Needle::of("腾讯");
            let place = needle.within(&text).remove(0);
            needle.shares_context(&text, &place, &fold("苇州市腾讯科技有限公司"))
        };
        assert!(shares("找腾讯科技问"));
        assert!(!shares("我在腾讯工作"));
    }
}
