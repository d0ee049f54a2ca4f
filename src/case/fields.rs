//! The fields of a case file: one table of keys, kinds and help for reading, messages, schema and manual.

mod deal;
mod dealings;
mod exhibits;
mod parties;
mod rules;
mod top;

use std::sync::LazyLock;

use crate::bilingual::Bilingual;
use crate::diagnostic::Name;

pub use top::FILE;

/// A map of the file with its keys.
#[derive(Debug)]
pub struct Section {
    /// What it is called.
    pub name: Name,
    /// Its keys, in the order of the manual.
    pub fields: &'static [Field],
}

/// One key.
#[derive(Debug)]
pub struct Field {
    /// The key in English and Chinese.
    pub name: Name,
    /// Other words that are read as this key, in either language.
    pub also: &'static [&'static str],
    /// What stands under it.
    pub kind: Kind,
    /// Whether a list may stand under it.
    pub many: bool,
    /// Whether only time limits and the plan ask for it.
    pub rules: bool,
    /// One line of help in Chinese.
    pub help_zh: &'static str,
    /// One line of help in English.
    pub help_en: &'static str,
}

/// An English word and its Chinese words; the first Chinese word is printed.
pub type WordRow = (&'static str, &'static [&'static str]);

/// What stands under a key.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Words in the writer's own hand.
    Text,
    /// A number, code or address in which every sign counts; it is read in half width.
    Number,
    /// The path of a file, in which every sign counts as it stands.
    Path,
    /// A sum of money.
    Money,
    /// A day or a time.
    Moment,
    /// A day.
    Day,
    /// A length of time.
    Span,
    /// A whole number.
    Count,
    /// A length in a picture.
    Length,
    /// Yes or no.
    YesNo,
    /// One of a few words.
    Word(fn() -> Vec<WordRow>),
    /// The id of something else in the file.
    Reference(Target),
    /// A section of its own.
    Section(&'static Section, Scalar),
    /// Labels with values, both in the writer's words.
    Pairs,
}

/// What a text stands for where keys could be.
#[derive(Debug, Clone, Copy)]
pub enum Scalar {
    /// The value of this key.
    Key(&'static str),
    /// A line that begins with a date.
    Line,
    /// Nothing: keys are needed.
    None,
}

/// What a reference points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An item of evidence: its id, its file, or the file's name without ending.
    Evidence,
    /// An order.
    Order,
    /// A respondent.
    Respondent,
    /// A claim, by its kind.
    Claim,
}

impl Field {
    /// A key under which one thing of a kind stands.
    const fn new(
        en: &'static str,
        zh: &'static str,
        kind: Kind,
        help_zh: &'static str,
        help_en: &'static str,
    ) -> Self {
        Self {
            name: Name { en, zh },
            also: &[],
            kind,
            many: false,
            rules: false,
            help_zh,
            help_en,
        }
    }

    /// The same key with other words for it.
    const fn also(mut self, also: &'static [&'static str]) -> Self {
        self.also = also;
        self
    }

    /// The same key, where a list may stand as well.
    const fn many(mut self) -> Self {
        self.many = true;
        self
    }

    /// The same key, where only time limits and the plan ask for it.
    const fn for_rules(mut self) -> Self {
        self.rules = true;
        self
    }

    /// Whether a word is this key.
    pub fn is(&self, word: &str) -> bool {
        self.name.en == word || self.name.zh == word || self.also.contains(&word)
    }

    /// All words that are read as this key.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.name.en, self.name.zh]
            .into_iter()
            .chain(self.also.iter().copied())
    }

    /// The section under the key, if there is one.
    pub fn section(&self) -> Option<&'static Section> {
        match self.kind {
            Kind::Section(section, _) => Some(section),
            _ => None,
        }
    }
}

impl Section {
    /// The field that a word means here.
    pub fn field(&self, word: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.is(word))
    }
}

/// The key `evidence`, which most sections have.
const EVIDENCE: Field = Field::new(
    "evidence",
    "证据",
    Kind::Reference(Target::Evidence),
    "能证明这一点的证据，写它的编号或文件名",
    "the evidence that shows it, by id or file name",
)
.also(&["exhibits", "exhibit"])
.many();

/// Every section of the file with the field that it stands under.
pub fn sections() -> &'static [(&'static Field, &'static Section)] {
    static SECTIONS: LazyLock<Vec<(&'static Field, &'static Section)>> = LazyLock::new(collect);
    &SECTIONS
}

fn collect() -> Vec<(&'static Field, &'static Section)> {
    let mut all: Vec<(&'static Field, &'static Section)> = Vec::new();
    let mut open: Vec<&'static Section> = vec![&FILE];
    while let Some(section) = open.pop() {
        for field in section.fields {
            if let Some(inner) = field.section()
                && !all.iter().any(|(_, known)| std::ptr::eq(*known, inner))
            {
                all.push((field, inner));
                open.push(inner);
            }
        }
    }
    all
}

/// Whether a word is a key under the key around it. Without one, or under an unknown one, any key of the file will
/// do: the indentation may be wrong as well.
pub fn is_key(parent: Option<&str>, word: &str) -> bool {
    let word = word.trim();
    let known = || std::iter::once(&FILE).chain(sections().iter().map(|(_, section)| *section));
    let mut parents = known()
        .filter_map(|section| section.field(parent?))
        .peekable();
    if parents.peek().is_none() {
        return known().any(|section| section.field(word).is_some());
    }
    parents.any(|field| match field.kind {
        Kind::Section(section, _) => section.field(word).is_some(),
        Kind::Pairs => word.chars().count() <= 20,
        _ => false,
    })
}

/// The field at a route such as `orders[0].platform_order_no`.
pub fn at(route: &str) -> Option<&'static Field> {
    let mut section = &FILE;
    let mut field = None;
    for part in route.split('.') {
        let key = part.split('[').next().unwrap_or(part);
        let next = section.field(key)?;
        field = Some(next);
        if let Some(inner) = next.section() {
            section = inner;
        }
    }
    field
}

/// The name of the field at a route.
pub fn name(route: &str) -> Name {
    at(route).map_or(
        Name {
            en: "case",
            zh: "案件",
        },
        |field| field.name,
    )
}

/// A route as a reader of the file finds it: `「支付」的「时间」`.
pub fn spelled(route: &str) -> Bilingual {
    let field = name(route);
    match route.rsplit_once('.') {
        None => Bilingual::new(format!("「{}」", field.zh), format!("`{}`", field.en)),
        Some((around, _)) => {
            let around = name(around);
            Bilingual::new(
                format!("「{}」的「{}」", around.zh, field.zh),
                format!("`{}` of `{}`", field.en, around.en),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, at, is_key, sections};

    #[test]
    fn no_word_means_two_keys_of_a_section() {
        for section in std::iter::once(&FILE).chain(sections().iter().map(|(_, section)| *section))
        {
            for field in section.fields {
                for word in field.words() {
                    let meant = section.fields.iter().filter(|other| other.is(word)).count();
                    assert_eq!(meant, 1, "{word} in {}", section.name.en);
                }
            }
        }
    }

    #[test]
    fn every_field_has_help() {
        for (_, section) in sections() {
            for field in section.fields {
                assert!(
                    !field.help_zh.is_empty() && !field.help_en.is_empty(),
                    "{}",
                    field.name.en
                );
            }
        }
    }

    #[test]
    fn routes_lead_to_fields() {
        assert_eq!(
            at("orders[0].promised.within").map(|field| field.name.zh),
            Some("时限")
        );
        assert_eq!(
            at("evidence[3].redact[0].boxes[1].why").map(|field| field.name.zh),
            Some("原因")
        );
        assert!(at("orders[0].nothing").is_none());
    }

    #[test]
    fn keys_depend_on_what_is_around_them() {
        assert!(is_key(None, "投诉人") && is_key(Some("投诉人"), "姓名"));
        assert!(!is_key(Some("协商"), "2026-11-01 21:40 在线客服"));
        assert!(!is_key(Some("原文"), "说明"));
        assert!(is_key(Some("画面所载"), "付款金额"));
    }
}
