//! How a citation stands: in force, superseded, unknown.

use chrono::NaiveDate;

use super::citations::{Cited, Law};
use super::places::Spot;
use super::verdict::Verdict;
use crate::law::instrument::{Instrument, instrument};
use crate::law::provision::{Provision, provision, provisions};

/// What is to be said of a citation when that day decides.
pub(super) fn standing(cited: &Cited, date: NaiveDate) -> Verdict {
    let (it, year) = match cited.law {
        Law::Other => return Verdict::OtherLaw,
        Law::Ambiguous(word) => return Verdict::Ambiguous { word },
        Law::Known(it, year) => (it, year),
    };
    let Some(spot) = cited.spot else {
        return whole(it, date);
    };
    let article: Vec<&'static Provision> = provisions()
        .iter()
        .filter(|one| std::ptr::eq(one.instrument, it))
        .filter(|one| one.article == spot.article && one.suffix == spot.suffix)
        .collect();
    let old_version = year.and_then(|year| old_version(it, year, date));
    let current: Vec<&'static Provision> = article
        .iter()
        .copied()
        .filter(|one| one.in_force(date) && old_version.is_none())
        .collect();
    if !current.is_empty() {
        return present(&current, spot, date);
    }
    // A year that names the version in force means its numbers.
    let names_current = year.is_some_and(|year| old_version.is_none() && is_version(it, year));
    let past: Vec<&'static Provision> = article
        .iter()
        .copied()
        .filter(|_| !names_current)
        .filter(|one| one.in_force_until.is_some_and(|until| until < date))
        .filter(|one| old_version.is_none_or(|version| one.version == version))
        .collect();
    if let Some(old) = nearest(&past, spot) {
        return superseded(old, it, date);
    }
    if let Some(from) = article
        .iter()
        .map(|one| one.in_force_from)
        .min()
        .filter(|from| *from > date)
    {
        return Verdict::NotYet { from };
    }
    match whole(it, date) {
        Verdict::Named { .. } => {}
        other => return other,
    }
    match it.article_count {
        Some(articles)
            if spot.article > articles && spot.suffix.is_none() && old_version.is_none() =>
        {
            Verdict::TooHigh {
                instrument: it,
                articles,
            }
        }
        _ => Verdict::Unlisted { instrument: it },
    }
}

/// A law that is named without an article, or whose article the register lacks.
fn whole(it: &'static Instrument, date: NaiveDate) -> Verdict {
    let from = it
        .versions
        .iter()
        .filter_map(|version| version.in_force_from)
        .min();
    if let Some(from) = from.filter(|from| *from > date) {
        return Verdict::NotYet { from };
    }
    let last = it
        .versions
        .last()
        .and_then(|version| version.in_force_until);
    match last.filter(|until| *until < date) {
        Some(until) => Verdict::Repealed {
            instrument: it,
            until,
            by: it
                .replaced_by
                .iter()
                .filter_map(|id| instrument(id))
                .collect(),
        },
        None => Verdict::Named { instrument: it },
    }
}

/// Whether a year behind the name is that of a version of the law.
fn is_version(it: &Instrument, year: u16) -> bool {
    let key = year.to_string();
    it.versions.iter().any(|version| version.key == key)
}

/// The superseded numbering that a year behind the name means.
fn old_version(it: &'static Instrument, year: u16, date: NaiveDate) -> Option<&'static str> {
    let version = it
        .versions
        .iter()
        .find(|version| version.key == year.to_string())?;
    version
        .in_force_until
        .is_some_and(|until| until < date)
        .then_some(version.key)
}

/// A place whose article is in force.
fn present(current: &[&'static Provision], spot: Spot, date: NaiveDate) -> Verdict {
    let whole = |one: &&&Provision| one.paragraph.is_none() && one.item.is_none();
    let single = current.iter().any(|one| one.single_paragraph == Some(true));
    let paragraph = spot
        .paragraph
        .filter(|paragraph| !(single && *paragraph == 1));
    if single && paragraph.is_some() {
        return Verdict::OneParagraph {
            provision: current[0],
        };
    }
    let exact: Vec<&'static Provision> = current
        .iter()
        .copied()
        .filter(|one| one.paragraph == paragraph && one.item == spot.item)
        .collect();
    // 第五十五条 is said of an article, whichever of its paragraphs the register has.
    let within = || {
        current
            .iter()
            .copied()
            .filter(|one| paragraph.is_none_or(|paragraph| one.paragraph == Some(paragraph)))
            .filter(|one| spot.item.is_none_or(|item| one.item == Some(item)))
            .collect::<Vec<_>>()
    };
    // A paragraph of an article that is listed as a whole. An item has to be listed itself: how many there are is not
    // known.
    let around = || {
        current
            .iter()
            .filter(whole)
            .filter(|_| spot.item.is_none())
            .copied()
            .collect::<Vec<_>>()
    };
    let found = [exact, within(), around()]
        .into_iter()
        .find(|list| !list.is_empty());
    let Some(found) = found else {
        return Verdict::PlaceUnlisted {
            provision: current[0],
        };
    };
    match found.iter().find(|one| one.printable_on(date)) {
        Some(good) => Verdict::Good {
            provision: good,
            spot,
        },
        None => Verdict::Unverified {
            provision: found[0],
        },
    }
}

/// Of several superseded entries, the one that a place means best: the latest, and the one nearest to the place.
fn nearest(past: &[&'static Provision], spot: Spot) -> Option<&'static Provision> {
    past.iter().copied().max_by_key(|one| {
        (
            one.in_force_until,
            one.paragraph == spot.paragraph,
            one.item == spot.item,
        )
    })
}

fn superseded(old: &'static Provision, it: &'static Instrument, date: NaiveDate) -> Verdict {
    let lives = matches!(whole(it, date), Verdict::Named { .. });
    Verdict::Superseded {
        old,
        by: successors(old, date),
        lives,
    }
}

/// The provisions in force that took the place of a superseded one, through others that were superseded in turn.
fn successors(old: &'static Provision, date: NaiveDate) -> Vec<&'static Provision> {
    let mut found: Vec<&'static Provision> = Vec::new();
    let mut open: Vec<&'static Provision> = vec![old];
    let mut seen: Vec<&str> = Vec::new();
    while let Some(one) = open.pop() {
        if seen.contains(&one.id) {
            continue;
        }
        seen.push(one.id);
        for next in one.replaced_by.iter().rev().filter_map(|id| provision(id)) {
            if next.in_force(date) {
                if !found.iter().any(|known| known.id == next.id) {
                    found.push(next);
                }
            } else {
                open.push(next);
            }
        }
    }
    found.sort_by_key(|one| old.replaced_by.iter().position(|id| *id == one.id));
    found
}
