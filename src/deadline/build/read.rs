//! Part of the build script: the file of time limits as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_yaml::Value;

use crate::basis::Basis;
use crate::facts::rust::Meta;
use crate::facts::words::Phrase;

/// `deadlines.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deadlines {
    pub(super) meta: Meta,
    pub(crate) groups: BTreeMap<String, Vec<String>>,
    pub(super) interruptions: Vec<Interruption>,
    pub(super) suspensions: Vec<Suspension>,
    pub(super) rules: Vec<Rule>,
}

impl Deadlines {
    /// The ids of all rules.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.rules.iter().map(|rule| rule.id.clone()).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Interruption {
    pub(super) id: String,
    pub(super) title: Phrase,
    pub(super) by: Vec<String>,
    #[serde(default)]
    pub(super) ends: Vec<String>,
    pub(super) until_then: Option<String>,
    pub(super) basis: Vec<Basis>,
    pub(super) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Suspension {
    pub(super) id: String,
    pub(super) title: Phrase,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) months: u32,
    pub(super) basis: Vec<Basis>,
    pub(super) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) title: Phrase,
    pub(super) kind: String,
    pub(super) who: String,
    pub(super) starts_from: Value,
    pub(super) length: Span,
    pub(super) regime: String,
    pub(super) applies_when: Value,
    #[serde(default)]
    pub(super) interrupted_by: Vec<String>,
    #[serde(default)]
    pub(super) suspended_by: Vec<String>,
    pub(super) result: String,
    pub(super) missing: Vec<Missing>,
    pub(super) basis: Vec<Basis>,
    pub(super) confidence: String,
    pub(super) shown: String,
    pub(super) certain_when: Option<Value>,
    pub(super) effect: Phrase,
    pub(super) alarms: Vec<String>,
    pub(super) note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Span {
    pub(super) n: Option<u32>,
    pub(super) unit: Option<String>,
    pub(super) extend: Option<Length>,
    pub(super) plus_days_between: Option<[String; 2]>,
    pub(super) days_after: Option<u32>,
    pub(super) values: Option<Vec<u32>>,
    pub(super) until: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Length {
    pub(super) n: u32,
    pub(super) unit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Missing {
    pub(super) key: String,
    pub(super) outcome: String,
    pub(super) earliest_from: Option<Value>,
}
