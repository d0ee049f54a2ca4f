//! Part of the build script: the file of the plan as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_yaml::Value;

use crate::basis::Basis;
use crate::facts::rust::Meta;
use crate::facts::words::Phrase;

/// `plan.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    pub(super) meta: Meta,
    pub(super) channels: Vec<Channel>,
    pub(crate) guards: BTreeMap<String, Value>,
    pub(super) global: Vec<Global>,
    pub(super) closing: Vec<Closing>,
    pub(super) regions: Vec<Region>,
    pub(super) transitions: Vec<Transition>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) parallels: Vec<Parallel>,
    pub(super) entries: Vec<Entry>,
    pub(super) overlays: Vec<Overlay>,
}

impl Plan {
    /// Every state, as `region.state`.
    pub(crate) fn states(&self) -> Vec<String> {
        let states = self.regions.iter().flat_map(|region| {
            region
                .states
                .iter()
                .map(|state| format!("{}.{}", region.id, state.id))
        });
        states.collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Channel {
    pub(super) id: String,
    pub(super) group: String,
    pub(super) document: Option<String>,
    pub(super) variant: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Global {
    pub(super) when: Value,
    pub(super) suppress: Value,
    pub(super) say: Phrase,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Closing {
    pub(super) when: Value,
    pub(super) keep: Vec<Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Region {
    pub(super) id: String,
    pub(super) initial: String,
    pub(super) states: Vec<State>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    pub(super) id: String,
    pub(super) name: Phrase,
    #[serde(default, rename = "final")]
    pub(super) ends: bool,
    #[serde(default)]
    pub(super) proposes: Vec<Proposes>,
    #[serde(default)]
    pub(super) instead: Vec<String>,
    #[serde(default)]
    pub(super) allows: Vec<String>,
    #[serde(default)]
    pub(super) blocks: Vec<String>,
    #[serde(default)]
    pub(super) waits_for: Vec<String>,
    #[serde(default)]
    pub(super) suppressed_when: Vec<String>,
    pub(super) say: Option<Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Proposes {
    pub(super) channel: String,
    pub(super) when: Option<Value>,
    pub(super) variant: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Transition {
    pub(super) id: String,
    pub(super) from: Vec<String>,
    pub(super) on: Vec<String>,
    pub(super) guard: Option<Value>,
    pub(super) to: String,
    pub(super) document: Option<String>,
    #[serde(default)]
    pub(super) starts: Vec<String>,
    pub(super) say: Option<Phrase>,
    pub(super) basis: Vec<Basis>,
    pub(super) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conflict {
    pub(super) id: String,
    pub(super) a: String,
    pub(super) a_status: String,
    pub(super) b: String,
    pub(super) rule: String,
    pub(super) never_both: bool,
    #[serde(default)]
    pub(super) same_payment: bool,
    #[serde(default)]
    pub(super) different_dispute: bool,
    pub(super) say: Phrase,
    pub(super) basis: Vec<Basis>,
    pub(super) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parallel {
    pub(super) id: String,
    pub(super) members: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) problem: String,
    pub(super) start: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Overlay {
    pub(super) id: String,
    pub(super) when: Value,
    #[serde(default)]
    pub(super) force: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) force_if_none: BTreeMap<String, String>,
    pub(super) basis: Vec<Basis>,
    pub(super) confidence: String,
}
