//! The event that a period starts from.

use super::answer::add;
use super::{Facts, Path};
use crate::moment::Moment;

/// Where a period starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// On the day or at the time under a path.
    Key(Path),
    /// At the earliest of those that are there.
    EarlierOf(&'static [Start]),
    /// At the latest; all have to be there.
    LaterOf(&'static [Start]),
    /// At the first in this order that is there.
    FirstPresent(&'static [Start]),
    /// On the day on which the time limit by this id runs out.
    Past(&'static str),
}

/// Which of several entries under one path counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The earliest, for what our side has to do in time.
    Earliest,
    /// The latest, for what the other side has to do: it is late only when every period has run.
    Latest,
}

/// What is known of a start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Started {
    /// When it was.
    At(Moment),
    /// It is not known; these paths would tell, in the order in which they are asked for.
    Missing(Vec<&'static str>),
}

impl Start {
    /// Looks the start up. `past` tells on which day a time limit runs out.
    pub fn find(
        &self,
        facts: &Facts,
        pick: Pick,
        past: &dyn Fn(&'static str) -> Option<Moment>,
    ) -> Started {
        match *self {
            Self::Key(path) => {
                let moments = facts.moments(path).into_iter();
                // Of contacts and notices the first one starts a period, whoever has to act.
                let first = path.text.starts_with("contacts[") || path.text.starts_with("notices[");
                let at = match pick {
                    Pick::Latest if !first => moments.max_by_key(|at| at.start()),
                    _ => moments.min_by_key(|at| at.start()),
                };
                at.map_or_else(|| Started::Missing(vec![path.text]), Started::At)
            }
            Self::Past(id) => past(id).map_or_else(|| Started::Missing(vec![id]), Started::At),
            Self::EarlierOf(members) => {
                let all: Vec<_> = members
                    .iter()
                    .map(|it| it.find(facts, pick, past))
                    .collect();
                let known = all.iter().filter_map(Started::at);
                let earliest = known.min_by_key(|at| at.start());
                earliest.map_or_else(|| missing(all), Started::At)
            }
            Self::LaterOf(members) => {
                let all: Vec<_> = members
                    .iter()
                    .map(|it| it.find(facts, pick, past))
                    .collect();
                if all.iter().any(|it| it.at().is_none()) {
                    return missing(all);
                }
                let latest = all
                    .iter()
                    .filter_map(Started::at)
                    .max_by_key(|at| at.start());
                latest.map_or_else(|| missing(all), Started::At)
            }
            Self::FirstPresent(members) => {
                let all: Vec<_> = members
                    .iter()
                    .map(|it| it.find(facts, pick, past))
                    .collect();
                let first = all.iter().find_map(Started::at);
                first.map_or_else(|| missing(all), Started::At)
            }
        }
    }
}

impl Started {
    /// The moment, where it is known.
    pub fn at(&self) -> Option<Moment> {
        match self {
            Self::At(at) => Some(*at),
            Self::Missing(_) => None,
        }
    }
}

/// All that is missing.
fn missing(all: Vec<Started>) -> Started {
    let mut keys = Vec::new();
    for one in all {
        if let Started::Missing(more) = one {
            add(&mut keys, more);
        }
    }
    Started::Missing(keys)
}
