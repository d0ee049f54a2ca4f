//! Part of the build script: turns paths, predicates and starts of the data files into Rust.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::words::Words;
use crate::basis::{self, Basis};
use crate::read::Data;

/// What names in predicates stand for.
pub(crate) struct Language<'a> {
    pub(crate) words: &'a Words,
    /// Groups of words, by name.
    pub(crate) groups: &'a BTreeMap<String, Vec<String>>,
    /// Named predicates of the plan.
    pub(crate) guards: &'a BTreeMap<String, Value>,
    /// Ids of the time limits.
    pub(crate) deadlines: &'a [String],
    /// States of the plan, as `region.state`.
    pub(crate) states: &'a [String],
    /// The register, for what rules rest on.
    pub(crate) law: &'a Data,
}

impl Language<'_> {
    /// A path as a constant.
    pub(crate) fn path(&self, text: &str) -> Result<String, String> {
        self.words.check(text)?;
        let mut steps = Vec::new();
        for part in text.split('.') {
            let (key, rest) = part.split_once('[').unwrap_or((part, ""));
            steps.push(format!("Step::Key({key:?})"));
            match rest.strip_suffix(']') {
                Some("") => steps.push("Step::Each".to_owned()),
                Some(word) => steps.push(format!("Step::Of({word:?})")),
                None => {}
            }
        }
        Ok(format!(
            "Path {{ text: {text:?}, steps: &[{}] }}",
            steps.join(", ")
        ))
    }

    /// What a rule rests on as a constant.
    pub(crate) fn basis(&self, all: &[Basis]) -> Result<String, String> {
        basis::write(all, self.law)
    }

    /// A predicate as a constant; named ones are written out.
    pub(crate) fn predicate(&self, value: &Value) -> Result<String, String> {
        let field = |name: &str| value.get(name);
        if let Some(key) = text(field("key")) {
            return Ok(format!(
                "Predicate::Key({}, {})",
                self.path(key)?,
                self.test(value)?
            ));
        }
        if let Some(name) = text(field("guard")).or_else(|| value.as_str()) {
            return match self.guards.get(name) {
                Some(guard) => self.predicate(guard),
                None if name == "always" => Ok("Predicate::Always".to_owned()),
                None => Err(format!("no guard `{name}`")),
            };
        }
        for (name, variant) in [("all", "All"), ("any", "Any")] {
            if let Some(Value::Sequence(members)) = field(name) {
                let members: Result<Vec<_>, _> =
                    members.iter().map(|one| self.predicate(one)).collect();
                return Ok(format!("Predicate::{variant}(&[{}])", members?.join(", ")));
            }
        }
        for (name, variant) in [("not", "Not"), ("unless", "Unless")] {
            if let Some(other) = field(name) {
                return Ok(format!("Predicate::{variant}(&{})", self.predicate(other)?));
            }
        }
        if let Some(id) = text(field("past")) {
            return self.deadline(id).map(|id| format!("Predicate::Past({id})"));
        }
        if let Some(states) = field("state_in") {
            return Ok(format!("Predicate::StateIn({})", self.states(states)?));
        }
        if field("always") == Some(&Value::Bool(true)) {
            return Ok("Predicate::Always".to_owned());
        }
        Err(format!("no predicate: {value:?}"))
    }

    /// A list of states of the plan as a constant.
    pub(crate) fn states(&self, value: &Value) -> Result<String, String> {
        let states = words(value)?;
        match states.iter().find(|state| !self.states.contains(state)) {
            Some(unknown) => Err(format!("no state `{unknown}`")),
            None => Ok(format!("&{states:?}")),
        }
    }

    /// The id of a time limit as a constant.
    pub(crate) fn deadline(&self, id: &str) -> Result<String, String> {
        if self.deadlines.iter().any(|known| known == id) {
            Ok(format!("{id:?}"))
        } else {
            Err(format!("no time limit `{id}`"))
        }
    }

    fn test(&self, value: &Value) -> Result<String, String> {
        for (name, variant) in [
            ("stated", "Stated"),
            ("is", "Is"),
            ("has", "Is"),
            ("every", "Every"),
        ] {
            if let Some(one) = value.get(name) {
                return Ok(format!("Test::{variant}({})", constant(one)?));
            }
        }
        if let Some(group) = text(value.get("in_group")) {
            let members = self
                .groups
                .get(group)
                .ok_or_else(|| format!("no group `{group}`"))?;
            let members: Vec<_> = members
                .iter()
                .map(|word| format!("Value::Word({word:?})"))
                .collect();
            return Ok(format!("Test::In(&[{}])", members.join(", ")));
        }
        if let Some(Value::Sequence(members)) = value.get("in") {
            let members: Result<Vec<_>, _> = members.iter().map(constant).collect();
            return Ok(format!("Test::In(&[{}])", members?.join(", ")));
        }
        for (name, variant) in [("present", "Present"), ("absent", "Absent")] {
            if value.get(name) == Some(&Value::Bool(true)) {
                return Ok(format!("Test::{variant}"));
            }
        }
        Err(format!("no test: {value:?}"))
    }

    /// The start of a period as a constant.
    pub(crate) fn start(&self, value: &Value) -> Result<String, String> {
        if let Some(path) = value.as_str() {
            return Ok(format!("Start::Key({})", self.path(path)?));
        }
        for (name, variant) in [
            ("earlier_of", "EarlierOf"),
            ("later_of", "LaterOf"),
            ("first_present", "FirstPresent"),
        ] {
            if let Some(Value::Sequence(members)) = value.get(name) {
                let members: Result<Vec<_>, _> =
                    members.iter().map(|one| self.start(one)).collect();
                return Ok(format!("Start::{variant}(&[{}])", members?.join(", ")));
            }
        }
        if let Some(id) = text(value.get("past")) {
            return self.deadline(id).map(|id| format!("Start::Past({id})"));
        }
        Err(format!("no start: {value:?}"))
    }
}

fn text(value: Option<&Value>) -> Option<&str> {
    value.and_then(Value::as_str)
}

/// A list of words.
fn words(value: &Value) -> Result<Vec<String>, String> {
    let list = value.as_sequence().ok_or("a list of words is missing")?;
    list.iter()
        .map(|one| one.as_str().map(str::to_owned))
        .collect::<Option<_>>()
        .ok_or_else(|| format!("no words: {value:?}"))
}

/// A word, a yes or no, or a sum of money with two decimals.
fn constant(value: &Value) -> Result<String, String> {
    match value {
        Value::Bool(yes) => Ok(format!("Value::Yes({yes})")),
        Value::String(word) => {
            let fen = word
                .strip_suffix(".00")
                .and_then(|yuan| yuan.parse::<i64>().ok());
            Ok(match fen {
                Some(yuan) => format!("Value::Sum(Money::from_fen({}))", 100 * yuan),
                None => format!("Value::Word({word:?})"),
            })
        }
        other => Err(format!("no constant: {other:?}")),
    }
}
