//! What a text says of the law, and whether it may.
//!
//! In: any text and the day that decides. Out: every citation and known misquote with the bytes that it takes and a
//! verdict. Contracts, rules of shops and messages that are counted (第3条消息) are no law and are passed over.

mod citations;
pub(crate) mod fold;
mod names;
mod places;
mod standing;
mod statements;
mod verdict;
mod voices;
mod words;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod tests;

use std::ops::Range;

use chrono::NaiveDate;

use super::instrument::Instrument;
use super::misquote::{Misquote, Mistake};
use citations::Law;
use fold::{Sign, fold};
use statements::{around, is_denied, statements};

pub use places::Spot;
pub use verdict::{Judged, Verdict};
pub use words::Said;

/// What cancels the remark that a law is out of force, shortly before it: who says so knows it.
const KNOWN_TO_BE_OLD: [&str; 4] = ["已废止", "已失效", "不适用", "并非"];

/// Judges every citation and every known misquote of a text, in the order of the text; `date` is the day that decides
/// which law is in force, mostly that of filing.
pub fn judge(text: &str, date: NaiveDate) -> Vec<Judged> {
    let signs = fold(text);
    let (cited, others) = citations::citations(&signs);
    let mut said = statements(&signs, &cited, &others);
    // What was still law on that day was no mistake then.
    said.retain(|one| {
        let past = one.record.provision.is_none_or(|old| !old.in_force(date));
        !is_dated(one.record) || past && !is_called_old(&signs, one.signs.start)
    });
    let mut all: Vec<Judged> = Vec::new();
    for statement in &said {
        all.push(Judged {
            range: bytes(&signs, &statement.signs),
            verdict: Verdict::Misquoted {
                record: statement.record,
                gravity: statement.gravity,
                instead: statement.record.instead.to_vec(),
            },
        });
    }
    for one in &cited {
        let verdict = standing::standing(one, date);
        let old = matches!(
            verdict,
            Verdict::Superseded { .. } | Verdict::Repealed { .. }
        );
        let denied = || {
            let sentence = around(&signs, &one.signs);
            is_called_old(&signs, one.signs.start)
                || is_denied(&signs, &sentence, &one.signs, &KNOWN_TO_BE_OLD)
                || voices::is_not_stated(&signs, &sentence, &one.signs)
        };
        if old && denied() {
            continue;
        }
        let misquoted = said
            .iter()
            .zip(&mut all)
            .filter(|(statement, _)| overlap(&statement.signs, &one.signs));
        let mut is_said = false;
        for (statement, judged) in misquoted {
            let dated = is_dated(statement.record);
            is_said |= dated || !old;
            if dated {
                let whole = bytes(&signs, &one.signs);
                judged.range.start = judged.range.start.min(whole.start);
                judged.range.end = judged.range.end.max(whole.end);
            }
            // What took the place of the text cited is nearer than what the record names.
            if let (true, Verdict::Superseded { by, .. }, Verdict::Misquoted { instead, .. }) =
                (dated, &verdict, &mut judged.verdict)
                && !by.is_empty()
            {
                instead.clone_from(by);
            }
        }
        if !is_said {
            all.push(Judged {
                range: bytes(&signs, &one.signs),
                verdict,
            });
        }
    }
    all.sort_by_key(|one| (one.range.start, one.range.end));
    all
}

/// Whether the word before a name calls it old: 原合同法, 旧《民事诉讼法》.
fn is_called_old(signs: &[Sign], start: usize) -> bool {
    let mut before = signs[..start].iter().rev().map(|sign| sign.char);
    before
        .find(|char| *char != '《')
        .is_some_and(|char| matches!(char, '原' | '旧'))
}

/// Whether a record is wrong only since the law changed.
fn is_dated(record: &Misquote) -> bool {
    matches!(record.mistake, Mistake::Repealed | Mistake::Renumbered)
}

/// Returns every instrument of the register that a text names, with the place in it, in the order of the text.
pub fn named(text: &str) -> Vec<(&'static Instrument, Option<Spot>)> {
    let (cited, _) = citations::citations(&fold(text));
    let known = cited.into_iter().filter_map(|one| match one.law {
        Law::Known(it, _) => Some((it, one.spot)),
        Law::Other | Law::Ambiguous(_) => None,
    });
    known.collect()
}

/// The bytes of the text that some signs stand for.
fn bytes(signs: &[Sign], range: &Range<usize>) -> Range<usize> {
    let start = signs.get(range.start).map_or(0, |sign| sign.start);
    let end = range
        .end
        .checked_sub(1)
        .and_then(|last| signs.get(last))
        .map_or(start, |sign| sign.end);
    start..end.max(start)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
