//! Facts for tests, written in YAML.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::{Fact, Facts};
use crate::moment::Moment;
use crate::money::Money;

/// The facts that a YAML text states: days and times, sums with two decimals, yes and no, words.
pub(crate) fn facts(yaml: &str) -> Facts {
    let value: Value = serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}: {yaml}"));
    from_value(&value)
}

/// The facts of a YAML map.
pub(crate) fn from_value(value: &Value) -> Facts {
    match fact(value) {
        Fact::Map(map) => Facts::new(map),
        other => panic!("no map: {other:?}"),
    }
}

fn fact(value: &Value) -> Fact {
    match value {
        Value::Bool(yes) => Fact::Yes(*yes),
        Value::Sequence(list) => Fact::List(list.iter().map(fact).collect()),
        Value::Mapping(map) => {
            let entries = map.iter().map(|(key, value)| {
                let key: &'static str = key.as_str().unwrap().to_owned().leak();
                (key, fact(value))
            });
            Fact::Map(entries.collect::<BTreeMap<_, _>>())
        }
        Value::String(text) if text.ends_with(".00") => Fact::Sum(Money::parse(text).unwrap()),
        Value::String(text) => {
            Moment::parse(text).map_or_else(|_| Fact::Word(text.clone()), Fact::At)
        }
        other => panic!("not a fact: {other:?}"),
    }
}
