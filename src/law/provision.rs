//! Cited places of the law: an article, paragraph or item, current or superseded.

use chrono::NaiveDate;

use super::confidence::Confidence;
use super::dates::DateBasis;
use super::instrument::Instrument;
use super::tables;
use crate::bilingual::Phrase;

/// One cited place.
#[derive(Debug)]
pub struct Provision {
    /// The key: `<instrument>[-v<version>]-<article>[-s<之n>][-p<款>][-i<项>]`.
    pub id: &'static str,
    /// The text it belongs to.
    pub instrument: &'static Instrument,
    /// The key of the numbering it belongs to.
    pub version: &'static str,
    /// The article (条).
    pub article: u16,
    /// The 之n after the article.
    pub suffix: Option<u8>,
    /// The paragraph (款); none for the article as a whole.
    pub paragraph: Option<u8>,
    /// The item (项).
    pub item: Option<u8>,
    /// Whether the article has one paragraph only; none if that was not verified.
    pub single_paragraph: Option<bool>,
    /// A terse note of the content, in Chinese; never printed.
    pub gist_zh: &'static str,
    /// A terse note of the content, in English.
    pub gist_en: &'static str,
    /// One full sentence in own words that may follow the citation in a filing.
    pub says: Option<&'static str>,
    /// What it is good for, in the vocabulary of the data.
    pub supports: &'static [&'static str],
    /// Uses that are known misquotes.
    pub never_for: &'static [NeverFor],
    /// The first day on which this text stood under this number.
    pub in_force_from: NaiveDate,
    /// The last day on which it did.
    pub in_force_until: Option<NaiveDate>,
    /// The ids of the entries that took its place.
    pub replaced_by: &'static [&'static str],
    /// How well those match, for a superseded entry.
    pub relation: Option<Relation>,
    /// Which date of a case decides whether it was in force.
    pub date_basis: DateBasis,
    /// What must be the case for it to apply, in words.
    pub applies_when: &'static [Phrase],
    /// Whether it protects consumers only.
    pub consumers_only: bool,
    /// Whether it speaks of platforms on which third parties sell.
    pub platforms_only: bool,
    /// Whether a filing may print it at all.
    pub printable: bool,
    /// Why not.
    pub printable_why: Option<Phrase>,
    /// How well it is sourced.
    pub confidence: Confidence,
    /// How the paragraph number is known.
    pub place_note: Option<Phrase>,
    /// Where the facts come from.
    pub source: Phrase,
    /// The day the entry was checked.
    pub checked: NaiveDate,
    /// The date of the copy that was read.
    pub verified_through: NaiveDate,
}

/// A use of a provision that is a known misquote.
#[derive(Debug)]
pub struct NeverFor {
    /// The use, as a word of the data.
    pub purpose: &'static str,
    /// What it is called.
    pub name: Phrase,
    /// Why it is wrong.
    pub why: Phrase,
}

/// How well the successors of a superseded provision match it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They treat the same subject.
    SameSubject,
    /// They treat part of it.
    Partly,
    /// They share it out.
    Split,
    /// The text moved there.
    Moved,
    /// They are merely related.
    Related,
    /// The text was deleted.
    Deleted,
}

impl Provision {
    /// Tells whether this text stood under this number on that day.
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.in_force_from <= on && self.in_force_until.is_none_or(|until| on <= until)
    }

    /// Tells whether a filing may print it when that day decides.
    pub fn printable_on(&self, date: NaiveDate) -> bool {
        self.printable && self.confidence.is_printable() && self.in_force(date)
    }

    /// Returns why this use of the provision is a known misquote, if it is one.
    pub fn never_for(&self, purpose: &str) -> Option<Phrase> {
        self.never_for
            .iter()
            .find(|never| never.purpose == purpose)
            .map(|never| never.why)
    }
}

/// Returns the provision with this id, current or superseded.
pub fn provision(id: &str) -> Option<&'static Provision> {
    let at = tables::PROVISIONS
        .binary_search_by(|it| it.id.cmp(id))
        .ok()?;
    tables::PROVISIONS.get(at)
}

/// Returns every provision, by id.
pub fn provisions() -> &'static [Provision] {
    &tables::PROVISIONS
}

/// Returns what a word of `supports` means, in Chinese and English.
pub fn supports(word: &str) -> Option<(&'static str, &'static str)> {
    let at = tables::SUPPORTS
        .binary_search_by(|(id, _, _)| id.cmp(&word))
        .ok()?;
    let (_, zh, en) = tables::SUPPORTS.get(at)?;
    Some((zh, en))
}
