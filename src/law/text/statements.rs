//! Known misquotes in a text: a trigger and its context in one sentence, without a guard.

use std::ops::Range;

use super::citations::{Cited, Law, ends_sentence};
use super::fold::Sign;
use super::names;
use super::places::Spot;
use super::voices::{is_not_stated, is_of_law, text};
use crate::law::instrument::Instrument;
use crate::law::misquote::{Gravity, Misquote, Mistake};
use crate::law::provision::Provision;
use crate::law::tables;

/// A misquote, in signs of the folded text.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub(super) signs: Range<usize>,
    pub(super) record: &'static Misquote,
    /// Whether a citation triggered it, and not words alone.
    by_cite: bool,
    /// How grave it is, said in this way.
    pub(super) gravity: Gravity,
}

/// How many signs before a word of the context deny it.
const DENIED_CONTEXT: usize = 3;

/// Words that deny a word of the context or of deception right after them.
const DENIALS_OF_CONTEXT: [&str; 9] = [
    "不是",
    "并非",
    "而非",
    "没有",
    "从未",
    "不存在",
    "不构成",
    "不涉及",
    "无",
];

/// Every misquote of a folded text, each record once in a sentence.
pub(super) fn statements(
    signs: &[Sign],
    cited: &[Cited],
    others: &[Range<usize>],
) -> Vec<Statement> {
    let mut all = Vec::new();
    for sentence in sentences(signs) {
        let mut here: Vec<Statement> = Vec::new();
        let cited: Vec<&Cited> = cited
            .iter()
            .filter(|one| covers(&sentence, &one.signs))
            .collect();
        let by_words = sentence
            .clone()
            .flat_map(|at| words_at(signs, at, sentence.end))
            .filter(|found| !others.iter().any(|other| covers(other, &found.signs)));
        let by_cite = cited.iter().flat_map(|one| cites(one));
        for mut found in by_cite.chain(by_words) {
            let known = here
                .iter()
                .any(|one| std::ptr::eq(one.record, found.record));
            if !known && holds(signs, &sentence, &cited, &found) {
                found.gravity = gravity(signs, &sentence, &cited, &found);
                here.push(found);
            }
        }
        all.extend(here);
    }
    all
}

/// How grave a statement is: what merely uses the words, without a law or a word of grounds, is to be looked at, and
/// not refused.
fn gravity(
    signs: &[Sign],
    sentence: &Range<usize>,
    cited: &[&Cited],
    found: &Statement,
) -> Gravity {
    let record = found.record;
    if stands(signs, sentence, record.eased_by) {
        return record.gravity.max(Gravity::Note);
    }
    let of_law = |one: &&Cited| {
        one.spot.is_some() && !matches!(one.law, Law::Ambiguous(_))
            || overlap(&one.signs, &found.signs)
    };
    let grounded = found.by_cite
        || cited.iter().any(of_law)
        || says_law(signs, sentence, &tables::GROUNDS_OF_LAW);
    if grounded {
        record.gravity
    } else {
        record.gravity.max(Gravity::Warning)
    }
}

/// The sentences of a text, without the signs that end them.
fn sentences(signs: &[Sign]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, sign) in signs.iter().enumerate() {
        if ends_sentence(sign.char) {
            all.push(start..at);
            start = at + 1;
        }
    }
    all.push(start..signs.len());
    all.retain(|sentence| !sentence.is_empty());
    all
}

/// The sentence around some signs.
pub(super) fn around(signs: &[Sign], inner: &Range<usize>) -> Range<usize> {
    let ends = |sign: &Sign| ends_sentence(sign.char);
    let start = signs[..inner.start].iter().rposition(ends);
    let end = signs[inner.end..].iter().position(ends);
    start.map_or(0, |at| at + 1)..end.map_or(signs.len(), |at| inner.end + at)
}

/// The records whose words start at a sign.
fn words_at(signs: &[Sign], at: usize, end: usize) -> Vec<Statement> {
    let words = &tables::MISQUOTE_WORDS;
    let first = signs[at].char;
    let from = words.partition_point(|(word, _)| word.chars().next() < Some(first));
    words
        .iter()
        .skip(from)
        .take_while(|(word, _)| word.starts_with(first))
        .filter_map(|(word, record)| {
            let range = at..at + word.chars().count();
            stands_at(signs, at, end, word).then_some(Statement {
                signs: range,
                record,
                by_cite: false,
                gravity: record.gravity,
            })
        })
        .collect()
}

/// Whether numbers at the ends of a range are not parts of longer ones.
fn is_whole(signs: &[Sign], range: &Range<usize>) -> bool {
    let digit = |at: usize| signs.get(at).is_some_and(|sign| sign.char.is_ascii_digit());
    let cut = |at: usize| at > 0 && digit(at - 1) && digit(at);
    !cut(range.start) && !cut(range.end)
}

/// The records that a citation triggers.
fn cites(cited: &Cited) -> Vec<Statement> {
    let (Law::Known(it, _), Some(spot)) = (cited.law, cited.spot) else {
        return Vec::new();
    };
    tables::MISQUOTES
        .iter()
        .filter(|record| record.by_cite && record.provision.is_some_and(|one| means(it, spot, one)))
        .map(|record| Statement {
            signs: cited.signs.clone(),
            record,
            by_cite: true,
            gravity: record.gravity,
        })
        .collect()
}

/// Whether a place in an instrument means an entry.
fn means(it: &Instrument, spot: Spot, one: &Provision) -> bool {
    let article = std::ptr::eq(one.instrument, it)
        && one.article == spot.article
        && one.suffix == spot.suffix;
    // Who names no paragraph mostly means the first.
    let paragraph = one.paragraph.is_none()
        || one.paragraph == spot.paragraph
        || spot.paragraph.is_none() && one.paragraph == Some(1);
    article && paragraph && (one.item.is_none() || one.item == spot.item)
}

/// Whether a trigger counts: it is no record judged right, it is said as the record asks, and the writer says it.
fn holds(signs: &[Sign], sentence: &Range<usize>, cited: &[&Cited], found: &Statement) -> bool {
    let record = found.record;
    if record.mistake == Mistake::Fine
        || is_denied(signs, sentence, &found.signs, record.guards)
        || is_not_stated(signs, sentence, &found.signs)
        || !has_context(signs, sentence, cited, record)
    {
        return false;
    }
    if record.mistake == Mistake::Unverified && !says_law(signs, sentence, &tables::STATED_AS_LAW) {
        return false;
    }
    let as_law = || {
        cited.iter().any(|one| one.spot.is_some())
            || says_law(signs, sentence, &tables::GROUNDS_OF_LAW)
            || says_law(signs, sentence, &tables::DUTIES)
    };
    found.by_cite
        || (!record.as_law || as_law())
            && (record.besides.is_empty() || has_any(signs, sentence, record.besides))
}

/// Whether a word of the context stands in a sentence. A law is none where the provision that the record is about is
/// cited beside it: each is then cited for its own.
fn has_context(
    signs: &[Sign],
    sentence: &Range<usize>,
    cited: &[&Cited],
    record: &Misquote,
) -> bool {
    if record.context.is_empty() {
        return true;
    }
    let own_is_cited = record.by_cite
        && cited.iter().any(|one| match (one.law, one.spot) {
            (Law::Known(it, _), Some(spot)) => {
                record.provision.is_some_and(|own| means(it, spot, own))
            }
            _ => false,
        });
    let words: Vec<&str> = record
        .context
        .iter()
        .copied()
        .filter(|word| !own_is_cited || names::called(word).is_none())
        .collect();
    stands(signs, sentence, &words)
}

/// Whether one of some words stands in a sentence and is not denied right there.
fn stands(signs: &[Sign], sentence: &Range<usize>, words: &[&str]) -> bool {
    sentence.clone().any(|at| {
        words.iter().any(|word| {
            let from = at.saturating_sub(DENIED_CONTEXT).max(sentence.start);
            stands_at(signs, at, sentence.end, word)
                && !DENIALS_OF_CONTEXT
                    .iter()
                    .any(|denial| text(signs, from..at).contains(denial))
        })
    })
}

/// Whether a sentence speaks of law by one of some words; 法 in 办法 or 法院 is none.
fn says_law(signs: &[Sign], sentence: &Range<usize>, words: &[&str]) -> bool {
    let all = text(signs, sentence.clone());
    words.iter().any(|word| {
        all.match_indices(word).any(|(at, _)| {
            let after = &all[at + word.len()..];
            *word != "法" || is_of_law(&all[..at], after)
        })
    })
}

/// Whether a sentence denies what it says in some signs.
pub(super) fn is_denied(
    signs: &[Sign],
    sentence: &Range<usize>,
    inner: &Range<usize>,
    guards: &[&str],
) -> bool {
    let from = inner
        .start
        .saturating_sub(tables::GUARD_DISTANCE)
        .max(sentence.start);
    has_any(signs, &(from..inner.start), guards)
        || has_any(signs, &(inner.end..sentence.end), &tables::GUARDS_AFTER)
}

/// Whether one of some folded words stands among the signs of a range.
fn has_any(signs: &[Sign], range: &Range<usize>, words: &[&str]) -> bool {
    range.clone().any(|at| {
        words
            .iter()
            .any(|word| stands_at(signs, at, range.end, word))
    })
}

/// Whether a folded word stands at a sign.
fn stands_at(signs: &[Sign], at: usize, end: usize, word: &str) -> bool {
    let range = at..at + word.chars().count();
    range.end <= end
        && word
            .chars()
            .eq(signs[range.clone()].iter().map(|sign| sign.char))
        && is_whole(signs, &range)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
