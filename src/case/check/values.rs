//! Single values: texts → sums, moments, lengths of time, words, numbers.

use chrono::NaiveDate;

use super::super::canonical::{Told, nearest};
use super::super::choice::Choice;
use super::super::fields::{self, WordRow};
use super::super::purchase::{Span, SpanUnit};
use crate::chinese::half_width;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Name, Place};
use crate::identity::is_phone;
use crate::moment::{Moment, MomentError};
use crate::money::{Money, MoneyError};

/// Reads values and collects what is wrong with them.
///
/// Every method takes the route of the value; a value that is absent or wrong gives `None`.
pub(super) struct Values<'d> {
    /// What was found.
    pub found: &'d mut Diagnostics,
    /// What the keys of the file tell beyond their values.
    pub told: &'d Told,
}

impl Values<'_> {
    /// The key that stands at a route in the file: of a value in its short shape, the key around it.
    pub(super) fn name(&self, at: &str) -> Name {
        let field = at.trim_end_matches(|c: char| c == ']' || c.is_ascii_digit());
        let field = field.strip_suffix('[').unwrap_or(at);
        let around = field.rfind('.').map(|end| &field[..end]);
        fields::name(
            around
                .filter(|_| self.told.short.contains(field))
                .unwrap_or(at),
        )
    }

    /// Adds an error at the value of a route.
    pub(super) fn error(&mut self, at: &str, finding: Finding) {
        self.found
            .push(Diagnostic::error(finding).at(Place::value(at)));
    }

    /// Adds a warning at the value of a route.
    pub(super) fn warning(&mut self, at: &str, finding: Finding) {
        self.found
            .push(Diagnostic::warning(finding).at(Place::value(at)));
    }

    /// Adds an error for an entry without its main part.
    pub(super) fn incomplete(&mut self, at: &str, part: &str) {
        if self.told.reported.contains(at) {
            return;
        }
        let finding = Finding::IncompleteEntry {
            entry: fields::name(at),
            part: fields::name(&format!("{at}.{part}")),
        };
        self.found
            .push(Diagnostic::error(finding).at(Place::whole(at)));
    }

    /// A sum of money.
    pub(super) fn money(&mut self, at: &str, text: Option<&String>) -> Option<Money> {
        let text = text?;
        match Money::parse(text) {
            Ok(money) => Some(money),
            Err(why) => {
                self.bad_amount(at, text, why);
                // Without its sign the sum may be wrong in another way as well.
                if why == MoneyError::Negative
                    && let Err(why) = Money::parse(&text.replace(['-', '－'], ""))
                {
                    self.bad_amount(at, text, why);
                }
                None
            }
        }
    }

    fn bad_amount(&mut self, at: &str, text: &str, why: MoneyError) {
        let finding = Finding::BadAmount {
            field: self.name(at),
            text: text.to_owned(),
            why,
        };
        self.error(at, finding);
    }

    /// A day or a time.
    pub(super) fn moment(&mut self, at: &str, text: Option<&String>) -> Option<Moment> {
        let text = text?;
        match Moment::parse(text) {
            Ok(moment) => Some(moment),
            Err(why) => {
                self.bad_moment(at, text, why);
                None
            }
        }
    }

    /// Adds the error for a text that is no point in time.
    pub(super) fn bad_moment(&mut self, at: &str, text: &str, why: MomentError) {
        self.error(
            at,
            Finding::BadMoment {
                field: self.name(at),
                text: text.to_owned(),
                why,
            },
        );
    }

    /// A day.
    pub(super) fn day(&mut self, at: &str, text: Option<&String>) -> Option<NaiveDate> {
        let moment = self.moment(at, text)?;
        if moment.time.is_some() {
            self.error(
                at,
                Finding::NotADay {
                    field: self.name(at),
                    text: text.cloned().unwrap_or_default(),
                },
            );
            return None;
        }
        Some(moment.date)
    }

    /// A length of time.
    pub(super) fn span(&mut self, at: &str, text: Option<&String>) -> Option<Span> {
        let text = text?;
        let span = parse_span(text);
        if span.is_none() {
            self.error(
                at,
                Finding::BadSpan {
                    field: self.name(at),
                    text: text.clone(),
                },
            );
        }
        span
    }

    /// A whole number from 1.
    pub(super) fn count(&mut self, at: &str, text: Option<&String>) -> Option<u32> {
        let text = text?;
        let count = parse_count(text);
        if count.is_none() {
            self.error(
                at,
                Finding::BadCount {
                    field: self.name(at),
                    text: text.clone(),
                },
            );
        }
        count
    }

    /// Yes or no.
    pub(super) fn yes_no(&mut self, at: &str, text: Option<&String>) -> Option<bool> {
        let text = text?;
        let answer = parse_yes_no(text);
        if answer.is_none() {
            self.error(
                at,
                Finding::BadYesNo {
                    field: self.name(at),
                    text: text.clone(),
                },
            );
        }
        answer
    }

    /// A word of a vocabulary.
    pub(super) fn word<T: Choice>(&mut self, at: &str, text: Option<&String>) -> Option<T> {
        let text = text?;
        let word = parse_word(text);
        if word.is_none() {
            self.unknown_word::<T>(at, text);
        }
        word
    }

    /// A word of a vocabulary that is only known by its rows; gives the English word.
    pub(super) fn row(&mut self, at: &str, text: &str, rows: &[WordRow]) -> Option<&'static str> {
        let wanted = folded(text);
        let same = |word: &str| folded(word) == wanted;
        let found = rows
            .iter()
            .find(|(en, zh)| same(en) || zh.iter().any(|word| same(word)));
        if let Some((en, _)) = found {
            return Some(*en);
        }
        let printed = |(en, zh): &WordRow| {
            if text.is_ascii() {
                Some(*en)
            } else {
                zh.first().copied()
            }
            .unwrap_or(en)
            .to_owned()
        };
        let all = rows
            .iter()
            .flat_map(|(en, zh)| std::iter::once(*en).chain(zh.iter().copied()));
        let near = nearest(text, all);
        let row = rows
            .iter()
            .find(|(en, zh)| near.is_some_and(|near| *en == near || zh.contains(&near)));
        let finding = Finding::UnknownWord {
            field: self.name(at),
            word: text.to_owned(),
            nearest: row.map(printed),
            words: rows.iter().map(printed).collect(),
        };
        self.error(at, finding);
        None
    }

    /// Adds the error for a word that a vocabulary lacks.
    pub(super) fn unknown_word<T: Choice>(&mut self, at: &str, text: &str) {
        let english = text.is_ascii();
        let all = T::WORDS
            .iter()
            .flat_map(|(_, en, zh)| std::iter::once(*en).chain(zh.iter().copied()));
        let near = nearest(text, all).and_then(T::from_word);
        let printed = |value: T| if english { value.en() } else { value.zh() }.to_owned();
        let finding = Finding::UnknownWord {
            field: self.name(at),
            word: text.to_owned(),
            nearest: near.map(printed),
            words: T::WORDS
                .iter()
                .map(|(value, _, _)| printed(*value))
                .collect(),
        };
        self.error(at, finding);
    }

    /// Words of a vocabulary.
    pub(super) fn words<T: Choice>(&mut self, at: &str, texts: &[String]) -> Vec<T> {
        let read =
            |(index, text): (usize, &String)| self.word(&format!("{at}[{index}]"), Some(text));
        texts.iter().enumerate().filter_map(read).collect()
    }

    /// A telephone number: half-width, without spaces.
    pub(super) fn phone(&mut self, at: &str, text: Option<&String>) -> Option<String> {
        let phone: String = text?
            .chars()
            .map(half_width)
            .filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')'))
            .collect();
        let phone = phone.replace(['–', '—', '‐', '‑', '−'], "-");
        if !is_phone(&phone) {
            self.warning(
                at,
                Finding::PhoneShape {
                    text: phone.clone(),
                },
            );
        }
        Some(phone)
    }
}

/// A code: half-width, without spaces, letters in upper case.
pub(super) fn code(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_uppercase()
}

/// Half-width, lower case, without white space.
fn plain(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_lowercase()
}

/// A word whatever its case, width and hyphens.
fn folded(word: &str) -> String {
    plain(word).replace('-', "_")
}

/// A word as it is written, or in another case, width or with other hyphens.
pub(super) fn parse_word<T: Choice>(text: &str) -> Option<T> {
    let exact = T::from_word(text);
    exact.or_else(|| {
        let wanted = folded(text);
        let same = |word: &str| folded(word) == wanted;
        T::WORDS
            .iter()
            .find(|(_, en, zh)| same(en) || zh.iter().any(|word| same(word)))
            .map(|(value, _, _)| *value)
    })
}

/// `10分钟`, `24小时`, `7天`, `10m`, `24h`, `7d`, `5 min`, also with 内.
pub(super) fn parse_span(text: &str) -> Option<Span> {
    let text = plain(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (count, unit) = text.split_at(digits);
    let count: u32 = count
        .parse()
        .ok()
        .filter(|count| (1..=100_000).contains(count))?;
    let unit = unit
        .strip_suffix("以内")
        .or_else(|| unit.strip_suffix("之内"))
        .or_else(|| unit.strip_suffix('内'))
        .unwrap_or(unit);
    let (unit, factor) = match unit {
        "分钟" | "分" | "m" | "min" | "mins" | "minute" | "minutes" => (SpanUnit::Minute, 1),
        "小时" | "个小时" | "钟头" | "h" | "hour" | "hours" => (SpanUnit::Hour, 1),
        "天" | "日" | "自然日" | "d" | "day" | "days" => (SpanUnit::Day, 1),
        "周" | "星期" | "个星期" | "w" | "week" | "weeks" => (SpanUnit::Day, 7),
        _ => return None,
    };
    Some(Span {
        count: count * factor,
        unit,
    })
}

/// `12`, `12张`, from 1.
pub(super) fn parse_count(text: &str) -> Option<u32> {
    let text = plain(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (count, unit) = text.split_at(digits);
    let known = matches!(
        unit,
        "" | "张" | "个" | "件" | "份" | "次" | "笔" | "月" | "个月" | "年" | "年度"
    );
    count.parse().ok().filter(|&count| known && count > 0)
}

/// `是`, `否` and their English and YAML forms.
pub(super) fn parse_yes_no(text: &str) -> Option<bool> {
    match plain(text).as_str() {
        "是" | "同意" | "有" | "yes" | "true" | "y" => Some(true),
        "否" | "不" | "不同意" | "没有" | "无" | "no" | "false" | "n" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{parse_count, parse_span, parse_word, parse_yes_no};
    use crate::case::record::RecordDoor;

    #[test]
    fn lengths_of_time() {
        for (text, printed) in [
            ("10分钟", "10分钟"),
            ("24 小时内", "24小时"),
            ("7d", "7天"),
            ("5 min", "5分钟"),
            ("１０分钟", "10分钟"),
            ("1周", "7天"),
        ] {
            assert_eq!(
                parse_span(text).map(super::Span::zh).as_deref(),
                Some(printed),
                "{text}"
            );
        }
        for text in ["", "很快", "10", "0天", "十分钟", "99999999999天"] {
            assert_eq!(parse_span(text), None, "{text}");
        }
    }

    #[test]
    fn counts_and_answers() {
        assert_eq!(
            (
                parse_count("2张"),
                parse_count("２"),
                parse_count("0"),
                parse_count("1.5")
            ),
            (Some(2), Some(2), None, None)
        );
        assert_eq!(
            (parse_yes_no("是"), parse_yes_no("No"), parse_yes_no("也许")),
            (Some(true), Some(false), None)
        );
    }

    #[test]
    fn words_in_other_clothes() {
        for text in [
            "platform-ticket",
            "platform_ticket",
            "平台工单",
            " Platform-Ticket",
        ] {
            assert_eq!(parse_word(text), Some(RecordDoor::PlatformTicket), "{text}");
        }
    }
}
