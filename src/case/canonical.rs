//! The tree of the file → a tree with English keys, and the place of everything in it.
//!
//! Keys are checked against the table of fields, all at once: unknown and duplicate keys, texts where keys belong
//! and the other way round. A text where keys are possible becomes its key, one thing where a list is possible
//! becomes a list. Every value stays a text.

mod apart;
mod clean;
mod keys;
mod lines;

pub use keys::nearest;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_yaml::{Mapping, Value as Yaml};

use super::fields::{FILE, Field, Kind, Scalar, Section};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Found, Place, Places, Spot, Wants};
use crate::yaml::{Entry, Node, Value};

/// The canonical tree of a file, and what is known about its routes.
pub struct Canonical {
    /// The tree, without what only rules ask for.
    pub tree: Yaml,
    /// What only rules ask for, in the same shape.
    pub rules: Mapping,
    /// Where everything in it stands.
    pub places: Places,
    /// What the check has to know beside the tree.
    pub told: Told,
}

/// What the keys of a file tell beyond their values.
#[derive(Debug, Default)]
pub struct Told {
    /// The routes of sections from which something was left out with an error: that they lack it is no news.
    pub reported: BTreeSet<String>,
    /// The routes of values that stand under the key around them, such as `problem.type` where only `问题` is written.
    pub short: BTreeSet<String>,
}

/// The canonical tree of a file and the places of its routes.
pub fn canonical(text: &str, root: &Node, found: &mut Diagnostics) -> Canonical {
    let mut reader = Reader {
        text,
        found,
        places: Places::default(),
        told: Told::default(),
    };
    let mut tree = match &root.value {
        Value::Map(entries) => reader.section(&FILE, None, entries, ""),
        Value::Empty | Value::Text(_) | Value::List(_) => {
            let place = Place::Bytes(reader.first_line(&root.mark()));
            reader
                .found
                .push(Diagnostic::error(Finding::NotAMap).at(place));
            Mapping::new()
        }
    };
    // Facts that have two places in the file are found by the first of them, wherever they stand.
    for (known_as, stands_at) in [
        ("discovered", "problem.discovered"),
        ("purpose", "purchase.purpose"),
    ] {
        reader.places.also_as(stands_at, known_as);
    }
    let rules = apart::take(&mut tree, &FILE);
    Canonical {
        rules,
        tree: Yaml::Mapping(tree),
        places: reader.places,
        told: reader.told,
    }
}

struct Reader<'a> {
    text: &'a str,
    found: &'a mut Diagnostics,
    places: Places,
    told: Told,
}

impl Reader<'_> {
    /// The keys of a section; `under` is the field that the section stands under.
    fn section(
        &mut self,
        section: &'static Section,
        under: Option<&'static Field>,
        entries: &[Entry],
        route: &str,
    ) -> Mapping {
        let mut map = Mapping::new();
        let mut seen: BTreeMap<&'static str, &Entry> = BTreeMap::new();
        for entry in entries {
            let Some(field) = section.field(entry.key.trim()) else {
                let finding = keys::unknown(section, under, &entry.key);
                self.found.push(
                    Diagnostic::error(finding).at(Place::Bytes(self.first_line(&entry.key_span))),
                );
                self.told.reported.insert(route.to_owned());
                continue;
            };
            if let Some(first) = seen.get(field.name.en) {
                if !entry.merged {
                    let finding = Finding::DuplicateKey {
                        key: entry.key.clone(),
                        first: first.key.clone(),
                    };
                    let duplicate =
                        Diagnostic::error(finding).at(Place::Bytes(entry.key_span.clone()));
                    self.found
                        .push(duplicate.with_other(Place::Bytes(first.key_span.clone())));
                }
                continue;
            }
            seen.insert(field.name.en, entry);
            let inner = if route.is_empty() {
                field.name.en.to_owned()
            } else {
                format!("{route}.{}", field.name.en)
            };
            let errors = self.found.len();
            match self.field(field, entry, &inner) {
                Some(value) => {
                    map.insert(Yaml::String(field.name.en.to_owned()), value);
                }
                None if self.found.len() > errors => {
                    self.told.reported.insert(route.to_owned());
                }
                None => {}
            }
        }
        map
    }

    /// What stands under a key: one thing, or a list where the field allows one.
    fn field(&mut self, field: &'static Field, entry: &Entry, route: &str) -> Option<Yaml> {
        self.record(route, Some(entry.key_span.clone()), &entry.value, None);
        if !field.many {
            return self.one(field, &entry.value, route, Some(&entry.key_span));
        }
        let Value::List(items) = &entry.value.value else {
            // A key without a value says that there are none, which only some fields tell from saying nothing.
            if entry.value.value == Value::Empty {
                return Some(Yaml::Sequence(Vec::new()));
            }
            let item = self.one(
                field,
                &entry.value,
                &format!("{route}[0]"),
                Some(&entry.key_span),
            );
            return item.map(|item| Yaml::Sequence(vec![item]));
        };
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            // Positions count what is read, so that routes fit the lists that are made of it.
            let inner = format!("{route}[{}]", list.len());
            list.extend(self.one(field, item, &inner, None));
        }
        Some(Yaml::Sequence(list))
    }

    fn one(
        &mut self,
        field: &'static Field,
        node: &Node,
        route: &str,
        key: Option<&Range<usize>>,
    ) -> Option<Yaml> {
        if let Some(line) = lines::with_colon(field, node) {
            return self.one(field, &line, route, key);
        }
        match (&node.value, field.kind) {
            (Value::Empty, _) => None,
            (Value::Map(entries), Kind::Section(section, _)) => {
                self.record(route, key.cloned(), node, None);
                Some(Yaml::Mapping(self.section(
                    section,
                    Some(field),
                    entries,
                    route,
                )))
            }
            (Value::Map(entries), Kind::Pairs) => Some(self.pairs(field, entries, route)),
            (Value::Text(text), Kind::Section(section, scalar)) => {
                let (inner, value) = match scalar {
                    Scalar::None => return self.wrong_shape(field, node),
                    Scalar::Line => ("line", self.clean(field, node, text)?),
                    Scalar::Key(inner) => (inner, self.clean(section.field(inner)?, node, text)?),
                };
                self.record(route, key.cloned(), node, None);
                self.record(
                    &format!("{route}.{inner}"),
                    key.cloned(),
                    node,
                    Some(&value),
                );
                self.told.short.insert(format!("{route}.{inner}"));
                let is_list = section.field(inner).is_some_and(|field| field.many);
                if is_list {
                    self.record(
                        &format!("{route}.{inner}[0]"),
                        key.cloned(),
                        node,
                        Some(&value),
                    );
                }
                let value = Yaml::String(value);
                let value = if is_list {
                    Yaml::Sequence(vec![value])
                } else {
                    value
                };
                Some(Yaml::Mapping(Mapping::from_iter([(
                    Yaml::String(inner.to_owned()),
                    value,
                )])))
            }
            (Value::Text(text), kind) if !matches!(kind, Kind::Pairs) => {
                let value = self.clean(field, node, text)?;
                self.places.forget(route);
                self.record(route, key.cloned(), node, Some(&value));
                Some(Yaml::String(value))
            }
            (Value::List(items), _) if items.is_empty() => None,
            _ => self.wrong_shape(field, node),
        }
    }

    /// Labels with values, both in the writer's words.
    fn pairs(&mut self, field: &'static Field, entries: &[Entry], route: &str) -> Yaml {
        let mut pairs = Vec::new();
        let mut seen: BTreeMap<&str, &Entry> = BTreeMap::new();
        for entry in entries {
            if let Some(first) = seen.insert(&entry.key, entry) {
                let finding = Finding::DuplicateKey {
                    key: entry.key.clone(),
                    first: first.key.clone(),
                };
                let duplicate = Diagnostic::error(finding).at(Place::Bytes(entry.key_span.clone()));
                self.found
                    .push(duplicate.with_other(Place::Bytes(first.key_span.clone())));
                continue;
            }
            let Value::Text(text) = &entry.value.value else {
                if entry.value.value != Value::Empty {
                    self.wrong_shape(field, &entry.value);
                }
                continue;
            };
            if let Some(value) = self.clean(field, &entry.value, text) {
                let inner = format!("{route}[{}]", pairs.len());
                let shown = format!("{}\n{value}", entry.key);
                self.record(
                    &inner,
                    Some(entry.key_span.clone()),
                    &entry.value,
                    Some(&shown),
                );
                let label = Yaml::String(entry.key.trim().to_owned());
                pairs.push(Yaml::Sequence(vec![label, Yaml::String(value)]));
            }
        }
        Yaml::Sequence(pairs)
    }

    fn wrong_shape(&mut self, field: &'static Field, node: &Node) -> Option<Yaml> {
        let found = match node.value {
            Value::List(_) => Found::List,
            Value::Map(_) => Found::Keys,
            Value::Empty | Value::Text(_) => Found::Text,
        };
        let wants = match field.kind {
            Kind::Section(_, Scalar::None) | Kind::Pairs => Wants::Keys,
            Kind::Section(..) => Wants::TextOrKeys,
            _ => Wants::Text,
        };
        let place = Place::Bytes(self.first_line(&node.mark()));
        self.found.push(
            Diagnostic::error(Finding::WrongShape {
                field: field.name,
                wants,
                found,
            })
            .at(place),
        );
        None
    }

    /// A text as the program uses it; none where it says nothing.
    fn clean(&mut self, field: &'static Field, node: &Node, text: &str) -> Option<String> {
        let cleaned = clean::clean(field, text);
        let place = Place::Bytes(self.first_line(&node.span));
        self.found.extend(
            cleaned
                .warnings
                .into_iter()
                .map(|finding| Diagnostic::warning(finding).at(place.clone())),
        );
        Some(cleaned.text).filter(|text| !text.is_empty())
    }

    fn record(&mut self, route: &str, key: Option<Range<usize>>, node: &Node, text: Option<&str>) {
        let value = match (&node.value, &key) {
            (Value::Empty, Some(key)) => key.clone(),
            _ => self.first_line(&node.mark()),
        };
        self.places.insert(
            route,
            Spot {
                key,
                value,
                text: text.map(str::to_owned),
            },
        );
    }

    /// The part of a range on its first line, without the white space at its end.
    fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        let part = self.text.get(range.clone()).unwrap_or("");
        let line = part.split('\n').next().unwrap_or("").trim_end();
        range.start..range.start + line.len()
    }
}
