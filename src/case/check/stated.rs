//! What only rules ask for: values → facts, by the table of fields alone.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value as Yaml};

use super::lookup::Lookup;
use super::values::Values;
use crate::case::fields::{FILE, Field, Kind, Section, Target};
use crate::facts::Fact;

/// What references may name.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// The evidence.
    pub exhibits: &'a Lookup,
    /// The other side.
    pub respondents: &'a Lookup,
}

/// The facts under keys that only rules ask for; wrong values are told and left out.
pub(super) fn stated(
    tree: &Mapping,
    known: Known<'_>,
    values: &mut Values<'_>,
) -> BTreeMap<&'static str, Fact> {
    let facts = section(&FILE, tree, "", known, values);
    // Days off of one's own move time limits, so that a reader has to be able to look them up.
    if facts
        .get("calendar")
        .is_some_and(|days| days.key("source").is_none())
    {
        values.incomplete("calendar", "source");
    }
    facts
}

fn section(
    section: &'static Section,
    tree: &Mapping,
    route: &str,
    known: Known<'_>,
    values: &mut Values<'_>,
) -> BTreeMap<&'static str, Fact> {
    let mut facts = BTreeMap::new();
    for field in section.fields {
        let Some(value) = tree.get(field.name.en) else {
            continue;
        };
        let at = if route.is_empty() {
            field.name.en.to_owned()
        } else {
            format!("{route}.{}", field.name.en)
        };
        let fact = match value {
            Yaml::Sequence(items) => {
                let items = items.iter().enumerate();
                let read = items.filter_map(|(index, item)| {
                    one(field, item, &format!("{at}[{index}]"), known, values)
                });
                Some(Fact::List(read.collect()))
            }
            value => one(field, value, &at, known, values),
        };
        facts.extend(fact.map(|fact| (field.name.en, fact)));
    }
    facts
}

fn one(
    field: &'static Field,
    value: &Yaml,
    at: &str,
    known: Known<'_>,
    values: &mut Values<'_>,
) -> Option<Fact> {
    let text = match (value, field.section()) {
        (Yaml::Mapping(tree), Some(inner)) => {
            return Some(Fact::Map(section(inner, tree, at, known, values)));
        }
        (Yaml::String(text), _) => text,
        _ => return None,
    };
    let stated = Some(text);
    match field.kind {
        Kind::Money => values.money(at, stated).map(Fact::Sum),
        Kind::Moment | Kind::Day => values.moment(at, stated).map(Fact::At),
        Kind::YesNo => values.yes_no(at, stated).map(Fact::Yes),
        Kind::Word(rows) => values
            .row(at, text, &rows())
            .map(|word| Fact::Word(word.to_owned())),
        Kind::Reference(target) => {
            let lookup = match target {
                Target::Respondent => known.respondents,
                _ => known.exhibits,
            };
            let position = lookup.find(at, text, values)?;
            Some(Fact::Text((position + 1).to_string()))
        }
        _ => Some(Fact::Text(text.clone())),
    }
}
