//! The key that was probably meant.

use strsim::normalized_damerau_levenshtein;

use crate::case::fields::{FILE, Field, Section, sections};
use crate::diagnostic::{Finding, Name};

/// The finding for a key that a section does not have.
pub(in crate::case) fn unknown(
    section: &'static Section,
    under: Option<&'static Field>,
    key: &str,
) -> Finding {
    let key = key.trim().to_owned();
    let words = section.fields.iter().flat_map(Field::words);
    let nearest = nearest(&key, words).and_then(|word| in_same_language(section, word, &key));
    let everywhere = sections()
        .iter()
        .filter(|(_, other)| !std::ptr::eq(*other, section));
    let mut elsewhere: Vec<Name> = everywhere
        .filter(|(_, other)| other.field(&key).is_some())
        .map(|(field, _)| field.name)
        .collect();
    elsewhere.truncate(3);
    // A key of the top under another one is mostly a matter of indentation.
    if under.is_some() && FILE.field(&key).is_some() {
        elsewhere.insert(0, FILE.name);
    }
    Finding::UnknownKey {
        key,
        section: under.map(|field| field.name),
        nearest,
        elsewhere,
    }
}

/// The printed form of a key in the language of what was written.
fn in_same_language(section: &'static Section, word: &str, written: &str) -> Option<String> {
    let field = section.field(word)?;
    Some(
        if written.is_ascii() {
            field.name.en
        } else {
            field.name.zh
        }
        .to_owned(),
    )
}

/// The word that is most like another, if any is like it.
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    let scored = words
        .map(|other| (likeness(&word, &other.to_lowercase()), other))
        .filter(|(score, _)| *score >= 0.5);
    scored
        .max_by(|(one, first), (other, second)| {
            one.total_cmp(other).then(second.len().cmp(&first.len()))
        })
        .map(|(_, other)| other)
}

/// How alike two words are, from 0 to 1; one that holds the other is rather alike.
fn likeness(one: &str, other: &str) -> f64 {
    if one.is_ascii() != other.is_ascii() || one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let whole = normalized_damerau_levenshtein(one, other);
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let holds = short.chars().count() >= 2 && long.contains(short);
    if holds { whole.max(0.6) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let words = [
            "姓名",
            "电话",
            "地址",
            "户籍地址",
            "name",
            "phone",
            "address",
        ];
        assert_eq!(nearest("姓 名", words.into_iter()), Some("姓名"));
        assert_eq!(nearest("联系地址", words.into_iter()), Some("地址"));
        assert_eq!(nearest("adress", words.into_iter()), Some("address"));
        assert_eq!(nearest("天气", words.into_iter()), None);
    }
}
