//! What is said of a statement about the law.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use super::places::Spot;
use crate::law::instrument::Instrument;
use crate::law::misquote::{Gravity, Misquote};
use crate::law::provision::Provision;
use crate::law::tables::Predicate;

/// A citation or statement of a text, and what is to be said of it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The bytes of the text that it stands in; they start and end between characters.
    pub range: Range<usize>,
    /// What is to be said of it.
    pub verdict: Verdict,
}

/// What is to be said of a citation or statement.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// In force, and sourced well enough to print.
    Good {
        /// The entry that it means.
        provision: &'static Provision,
        /// The place as cited, which may be wider than that of the entry.
        spot: Spot,
    },
    /// A law of the register that is in force, named without an article.
    Named {
        /// The law.
        instrument: &'static Instrument,
    },
    /// In force as far as is known, and not sourced well enough to print.
    Unverified {
        /// The entry that it means.
        provision: &'static Provision,
    },
    /// The text moved, changed or went away.
    Superseded {
        /// The entry that stood there.
        old: &'static Provision,
        /// What took its place, as in force on the day; empty where nothing did.
        by: Vec<&'static Provision>,
        /// Whether the law itself is still in force, so that the number may mean its present text.
        lives: bool,
    },
    /// The whole law is out of force.
    Repealed {
        /// The law.
        instrument: &'static Instrument,
        /// Its last day.
        until: NaiveDate,
        /// What replaced it.
        by: Vec<&'static Instrument>,
    },
    /// Not yet in force on the day.
    NotYet {
        /// Its first day.
        from: NaiveDate,
    },
    /// The law has fewer articles.
    TooHigh {
        /// The law.
        instrument: &'static Instrument,
        /// How many it has.
        articles: u16,
    },
    /// The article has one paragraph only.
    OneParagraph {
        /// An entry of the article.
        provision: &'static Provision,
    },
    /// The register has the article, and not this paragraph or item.
    PlaceUnlisted {
        /// An entry of the article.
        provision: &'static Provision,
    },
    /// The register has the law, and not this article, which may well exist.
    Unlisted {
        /// The law.
        instrument: &'static Instrument,
    },
    /// A law that the register lacks.
    OtherLaw,
    /// A word such as 条例 that names no law by itself.
    Ambiguous {
        /// The word.
        word: &'static str,
    },
    /// A known misquote.
    Misquoted {
        /// The record.
        record: &'static Misquote,
        /// How grave it is, said in this way.
        gravity: Gravity,
        /// What to cite instead: what took the place of the text cited, or else what the record names.
        instead: Vec<&'static Provision>,
    },
}

impl Verdict {
    /// Whether facts of the case make it right after all.
    pub fn is_right_given(&self, facts: &BTreeSet<Predicate>) -> bool {
        match self {
            Self::Misquoted { record, .. } => {
                !record.unless.is_empty() && record.unless.iter().all(|fact| facts.contains(fact))
            }
            _ => false,
        }
    }

    /// How grave it is that a filing says this.
    pub fn gravity(&self) -> Gravity {
        match self {
            Self::Good { .. } | Self::Named { .. } => Gravity::Silent,
            Self::Repealed { .. } | Self::NotYet { .. } | Self::TooHigh { .. } => Gravity::Error,
            // Where the law lives on, the old number may be meant as the new one.
            Self::Superseded { lives, .. } => {
                if *lives {
                    Gravity::Warning
                } else {
                    Gravity::Error
                }
            }
            Self::Unverified { .. } | Self::OneParagraph { .. } | Self::Ambiguous { .. } => {
                Gravity::Warning
            }
            Self::PlaceUnlisted { .. } | Self::Unlisted { .. } | Self::OtherLaw => Gravity::Note,
            Self::Misquoted { gravity, .. } => *gravity,
        }
    }

    /// The name of the problem, as `tousu explain` knows it; none where there is no problem.
    pub fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::Good { .. } | Self::Named { .. } => return None,
            Self::Unverified { .. } => "unverified-law",
            Self::Superseded { .. } | Self::Repealed { .. } => "superseded-law",
            Self::NotYet { .. } => "law-not-yet-in-force",
            Self::TooHigh { .. } | Self::OneParagraph { .. } => "no-such-article",
            Self::PlaceUnlisted { .. } | Self::Unlisted { .. } | Self::OtherLaw => {
                "law-not-in-register"
            }
            Self::Ambiguous { .. } => "ambiguous-law",
            Self::Misquoted { .. } => "misquoted-law",
        })
    }
}
