//! Plain texts, cut to the length that a web form takes.
//!
//! A template writes each sentence on a line of its own, as `rank| sentence`. Rank 1 is never dropped: the
//! numbers that identify the payment, and what is asked for. The higher the rank, the earlier a sentence goes.
//! `~~` stands between a sentence and its shorter form. An empty line starts a new paragraph; `== name` starts
//! a new section.

use std::collections::BTreeMap;

/// A text that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitted {
    /// The text.
    pub text: String,
    /// Its length, as web forms count it.
    pub count: usize,
}

/// Why a text could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextError {
    /// A line of the template is neither a sentence with a rank nor a heading.
    BadLine(String),
    /// The template has no such section.
    NoSection(String),
    /// What may not be dropped is longer than the limit.
    TooLong {
        /// Its length.
        count: usize,
        /// The limit.
        limit: usize,
        /// The longest of its sentences: what to shorten first.
        longest: String,
    },
}

/// The length of a text as web forms count it: UTF-16 units, line breaks included.
pub fn count(text: &str) -> usize {
    text.encode_utf16().count()
}

#[derive(Debug, Clone)]
struct Sentence {
    rank: u8,
    long: String,
    short: Option<String>,
    new_paragraph: bool,
}

impl Sentence {
    /// What stands in the text, if it is not dropped.
    fn words(&self, form: Form) -> Option<&str> {
        match form {
            Form::Dropped => None,
            Form::Long => Some(&self.long),
            Form::Short => Some(self.short.as_ref().unwrap_or(&self.long)),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Long,
    Short,
    Dropped,
}

/// Cuts a section of a filled-in template to a length.
///
/// Whole sentences go, from the highest rank down and the last one of a rank first; a sentence that has a
/// shorter form takes that before it goes.
pub fn fit(template: &str, section: &str, limit: Option<usize>) -> Result<Fitted, TextError> {
    let sections = sections(template)?;
    let sentences = sections
        .get(section)
        .ok_or_else(|| TextError::NoSection(section.to_owned()))?;
    let mut forms = vec![Form::Long; sentences.len()];
    loop {
        let text = joined(sentences, &forms);
        let count = count(&text);
        let Some(limit) = limit.filter(|limit| count > *limit) else {
            return Ok(Fitted { text, count });
        };
        let next = (0..sentences.len())
            .rev()
            .filter(|index| can_shrink(&sentences[*index], forms[*index]))
            .max_by_key(|index| sentences[*index].rank);
        let Some(next) = next else {
            let kept = sentences.iter().zip(&forms);
            let kept = kept.filter_map(|(sentence, form)| sentence.words(*form));
            return Err(TextError::TooLong {
                count,
                limit,
                longest: kept
                    .max_by_key(|words| words.len())
                    .unwrap_or_default()
                    .to_owned(),
            });
        };
        forms[next] = match forms[next] {
            Form::Long if sentences[next].short.is_some() => Form::Short,
            _ => Form::Dropped,
        };
    }
}

fn can_shrink(sentence: &Sentence, form: Form) -> bool {
    match form {
        Form::Dropped => false,
        Form::Long if sentence.short.is_some() => true,
        Form::Long | Form::Short => sentence.rank > 1,
    }
}

fn joined(sentences: &[Sentence], forms: &[Form]) -> String {
    let mut text = String::new();
    let mut paragraph = false;
    for (sentence, form) in sentences.iter().zip(forms) {
        paragraph |= sentence.new_paragraph;
        let Some(words) = sentence.words(*form) else {
            continue;
        };
        if paragraph && !text.is_empty() {
            text.push('\n');
        }
        paragraph = false;
        text.push_str(words);
    }
    text
}

fn sections(template: &str) -> Result<BTreeMap<&str, Vec<Sentence>>, TextError> {
    let mut sections: BTreeMap<&str, Vec<Sentence>> = BTreeMap::new();
    let mut current = "";
    let mut new_paragraph = false;
    for line in template.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("==") {
            current = name.trim();
            sections.entry(current).or_default();
            new_paragraph = false;
        } else if line.is_empty() {
            new_paragraph = true;
        } else {
            let sentence =
                sentence(line, new_paragraph).ok_or_else(|| TextError::BadLine(line.to_owned()))?;
            sections.entry(current).or_default().push(sentence);
            new_paragraph = false;
        }
    }
    Ok(sections)
}

fn sentence(line: &str, new_paragraph: bool) -> Option<Sentence> {
    let (rank, words) = line.split_once('|')?;
    let (long, short) = match words.split_once("~~") {
        Some((long, short)) => (long, Some(short.trim().to_owned())),
        None => (words, None),
    };
    Some(Sentence {
        rank: rank.trim().parse().ok()?,
        long: long.trim().to_owned(),
        short,
        new_paragraph,
    })
}

#[cfg(test)]
mod tests {
    use super::{TextError, count, fit};

    const TEMPLATE: &str =
        "== a\n1| 一二三。\n3| 可以不要的。\n2| 长长的一句。~~ 短句。\n\n1| 末。\n== b\n1| 乙\n";

    #[test]
    fn whole_sentences_go_from_the_highest_rank_down() {
        let text = |limit| fit(TEMPLATE, "a", limit).map(|fitted| fitted.text);
        assert_eq!(
            text(None).as_deref(),
            Ok("一二三。可以不要的。长长的一句。\n末。")
        );
        assert_eq!(text(Some(14)).as_deref(), Ok("一二三。长长的一句。\n末。"));
        assert_eq!(text(Some(12)).as_deref(), Ok("一二三。短句。\n末。"));
        assert_eq!(text(Some(7)).as_deref(), Ok("一二三。\n末。"));
        assert_eq!(
            fit(TEMPLATE, "a", Some(6)),
            Err(TextError::TooLong {
                count: 7,
                limit: 6,
                longest: "一二三。".to_owned()
            })
        );
        assert_eq!(
            fit(TEMPLATE, "b", None)
                .map(|fitted| fitted.text)
                .as_deref(),
            Ok("乙")
        );
    }

    #[test]
    fn characters_beyond_the_first_plane_count_twice() {
        assert_eq!(count("a😀\n"), 4);
    }
}
