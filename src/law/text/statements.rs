//! Known misquotes in a text: a trigger and its context in one sentence, without a guard.

use std::ops::Range;

use super::citations::{Cited, Law, ends_sentence};
use super::fold::Sign;
use crate::law::misquote::{Misquote, Mistake};
use crate::law::provision::Provision;
use crate::law::tables;

/// A misquote, in signs of the folded text.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub(super) signs: Range<usize>,
    pub(super) record: &'static Misquote,
}

/// Every misquote of a folded text, each record once in a sentence.
pub(super) fn statements(
    signs: &[Sign],
    cited: &[Cited],
    others: &[Range<usize>],
) -> Vec<Statement> {
    let mut all = Vec::new();
    for sentence in sentences(signs) {
        let mut here: Vec<Statement> = Vec::new();
        let by_words = sentence
            .clone()
            .flat_map(|at| words_at(signs, at, sentence.end))
            .filter(|found| !others.iter().any(|other| covers(other, &found.signs)));
        let by_cite = cited
            .iter()
            .filter(|one| one.signs.start >= sentence.start && one.signs.end <= sentence.end)
            .flat_map(cites);
        for found in by_cite.chain(by_words) {
            let known = here
                .iter()
                .any(|one| std::ptr::eq(one.record, found.record));
            if !known && holds(signs, &sentence, &found) {
                here.push(found);
            }
        }
        all.extend(here);
    }
    all
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
            let is_there = range.end <= end
                && word
                    .chars()
                    .eq(signs[range.clone()].iter().map(|sign| sign.char))
                && is_whole(signs, &range);
            is_there.then_some(Statement {
                signs: range,
                record,
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
    let means = |one: &Provision| {
        let article = std::ptr::eq(one.instrument, it)
            && one.article == spot.article
            && one.suffix == spot.suffix;
        // Who names no paragraph mostly means the first.
        let paragraph = one.paragraph.is_none()
            || one.paragraph == spot.paragraph
            || spot.paragraph.is_none() && one.paragraph == Some(1);
        article && paragraph && (one.item.is_none() || one.item == spot.item)
    };
    tables::MISQUOTES
        .iter()
        .filter(|record| record.by_cite && record.provision.is_some_and(means))
        .map(|record| Statement {
            signs: cited.signs.clone(),
            record,
        })
        .collect()
}

/// Whether a trigger counts: it is no record judged right, it has its context, and no guard cancels it.
fn holds(signs: &[Sign], sentence: &Range<usize>, found: &Statement) -> bool {
    let record = found.record;
    record.mistake != Mistake::Fine
        && (record.context.is_empty() || has_any(signs, sentence, record.context))
        && (record.mistake != Mistake::Unverified
            || has_any(signs, sentence, &tables::STATED_AS_LAW))
        && !is_denied(signs, sentence, &found.signs, record.guards)
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
        words.iter().any(|word| {
            let range_of_word = at..at + word.chars().count();
            range_of_word.end <= range.end
                && word
                    .chars()
                    .eq(signs[range_of_word.clone()].iter().map(|sign| sign.char))
                && is_whole(signs, &range_of_word)
        })
    })
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
