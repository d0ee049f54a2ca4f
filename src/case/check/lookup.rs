//! Names → positions: references by id, number or file name.

use std::collections::BTreeMap;

use super::super::canonical::nearest;
use super::super::fields;
use super::values::Values;
use crate::chinese::half_width_number;
use crate::diagnostic::{Diagnostic, Finding, Place};

/// The names of the entries of a list, the strongest kind of name first.
pub(super) struct Lookup {
    levels: Vec<BTreeMap<String, Vec<usize>>>,
    known: Vec<String>,
}

impl Lookup {
    /// The lookup of a list whose entries have these names, the first of which is the id.
    pub(super) fn new(entries: impl Iterator<Item = Vec<Option<String>>>) -> Self {
        let mut lookup = Self {
            levels: Vec::new(),
            known: Vec::new(),
        };
        for (index, names) in entries.enumerate() {
            lookup.known.extend(names.iter().flatten().next().cloned());
            for (level, name) in names.into_iter().enumerate() {
                if lookup.levels.len() <= level {
                    lookup.levels.push(BTreeMap::new());
                }
                if let (Some(name), Some(names)) = (name, lookup.levels.get_mut(level)) {
                    let positions = names.entry(name).or_default();
                    if positions.last() != Some(&index) {
                        positions.push(index);
                    }
                }
            }
        }
        lookup
    }

    /// The same lookup after the entries moved: `positions[old]` is the new position.
    pub(super) fn moved(mut self, positions: &[usize]) -> Self {
        for level in &mut self.levels {
            for old in level.values_mut().flatten() {
                *old = positions.get(*old).copied().unwrap_or(*old);
            }
        }
        self
    }

    /// Adds an error for every id that two entries have.
    pub(super) fn ids_once(&self, list: &str, values: &mut Values<'_>) {
        for (id, positions) in self.levels.first().into_iter().flatten() {
            for position in positions.iter().skip(1) {
                let place = Place::value(format!("{list}[{position}].id"));
                let first = Place::value(format!("{list}[{}].id", positions[0]));
                values.found.push(
                    Diagnostic::error(Finding::DuplicateId { id: id.clone() })
                        .at(place)
                        .with_other(first),
                );
            }
        }
    }

    /// The position that a reference names.
    pub(super) fn find(&self, at: &str, text: &str, values: &mut Values<'_>) -> Option<usize> {
        let by = |text: &str| self.levels.iter().find_map(|level| level.get(text));
        // Numbers are kept in half width, however they are written.
        let hit = by(text).or_else(|| by(&half_width_number(text)));
        match hit.map(Vec::as_slice) {
            Some([position]) => Some(*position),
            Some(_) => {
                values.error(
                    at,
                    Finding::AmbiguousReference {
                        field: fields::name(at),
                        text: text.to_owned(),
                    },
                );
                None
            }
            None => {
                let names = self
                    .levels
                    .iter()
                    .flat_map(BTreeMap::keys)
                    .map(String::as_str);
                let nearest = nearest(text, names).map(str::to_owned);
                let known = self.known.clone();
                values.error(
                    at,
                    Finding::UnknownReference {
                        field: fields::name(at),
                        text: text.to_owned(),
                        nearest,
                        known,
                    },
                );
                None
            }
        }
    }

    /// The positions that the references under `evidence` of an entry name, each once.
    pub(super) fn all(&self, at: &str, texts: &[String], values: &mut Values<'_>) -> Vec<usize> {
        let mut positions = Vec::new();
        for (index, text) in texts.iter().enumerate() {
            if let Some(position) = self.find(&format!("{at}.evidence[{index}]"), text, values)
                && !positions.contains(&position)
            {
                positions.push(position);
            }
        }
        positions
    }
}
