//! Known misquotes: what filings and guides say of the law that is not so.

use chrono::NaiveDate;

use super::basis::Basis;
use super::provision::Provision;
use super::tables::{self, Predicate};

/// A known misquote, or a statement that was judged right and is not to be reported.
#[derive(Debug)]
pub struct Misquote {
    /// The key, such as `ecl20-seven-day`.
    pub id: &'static str,
    /// What is wrong with it.
    pub mistake: Mistake,
    /// How grave it is in a filing.
    pub gravity: Gravity,
    /// The provision that the statement cites or is about.
    pub provision: Option<&'static Provision>,
    /// Whether citing that provision is itself the mistake, given the context.
    pub by_cite: bool,
    /// Words that state it, as written in the data.
    pub words: &'static [&'static str],
    /// Words one of which stands in the same sentence, as written in the data; empty where none is needed.
    pub beside: &'static [&'static str],
    /// The same, folded, with every name of a law that is among them.
    pub context: &'static [&'static str],
    /// Words one of which stands in the sentence too where words alone trigger it, folded; empty where none is needed.
    pub besides: &'static [&'static str],
    /// Whether words alone trigger it only in a sentence that speaks of law or of a duty.
    pub as_law: bool,
    /// Words that lower it to a note: with them the statement may be right, folded.
    pub eased_by: &'static [&'static str],
    /// Words that cancel it shortly before the trigger, folded.
    pub guards: &'static [&'static str],
    /// Why it is wrong, in Chinese.
    pub why_zh: &'static str,
    /// The same in English.
    pub why_en: &'static str,
    /// What to cite instead.
    pub instead: &'static [&'static Provision],
    /// Facts of a case that together make the statement right; empty where none do.
    pub unless: &'static [Predicate],
    /// What to write instead, in Chinese.
    pub say_zh: Option<&'static str>,
    /// The same in English.
    pub say_en: Option<&'static str>,
    /// What the judgement rests on.
    pub sources: &'static [Basis],
}

/// What is wrong with a statement about the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// It says what the law does not say.
    Wrong,
    /// It rests on a text that is no longer law.
    Repealed,
    /// It uses a number that has moved.
    Renumbered,
    /// It says more than the law does.
    Overclaimed,
    /// Nobody found a source for it.
    Unverified,
    /// Nothing: it was judged right.
    Fine,
}

/// How grave a remark on a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// It must not be filed.
    Error,
    /// It has to be corrected or confirmed.
    Warning,
    /// It is good to know.
    Note,
    /// There is nothing to say.
    Silent,
}

/// Returns every known misquote, by id.
pub fn misquotes() -> &'static [Misquote] {
    &tables::MISQUOTES
}

/// Returns the misquote with this id.
pub fn misquote(id: &str) -> Option<&'static Misquote> {
    let at = tables::MISQUOTES
        .binary_search_by(|it| it.id.cmp(id))
        .ok()?;
    tables::MISQUOTES.get(at)
}

/// Returns the day on which the misquotes were checked.
pub const fn misquotes_checked() -> NaiveDate {
    tables::MISQUOTES_CHECKED
}
