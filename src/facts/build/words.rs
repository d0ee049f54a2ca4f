//! Part of the build script: writes the names of keys, channels, events and results.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

/// A text in both languages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrase {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Phrase {
    /// The text as a constant.
    pub(crate) fn write(&self) -> String {
        format!("Phrase {{ zh: {:?}, en: {:?} }}", self.zh, self.en)
    }
}

/// The words that paths are made of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) keys: BTreeMap<String, Phrase>,
    pub(crate) channels: BTreeMap<String, Phrase>,
    pub(crate) events: BTreeMap<String, Phrase>,
    pub(crate) results: BTreeMap<String, Phrase>,
}

impl Words {
    /// Returns what is wrong with a path: keys, channels and events have to be known.
    pub(crate) fn check(&self, path: &str) -> Result<(), String> {
        if self.keys.contains_key(path) {
            return Ok(());
        }
        let unknown = || format!("`{path}` has no name in words.yaml");
        let rest = path.strip_prefix("filings[").ok_or_else(unknown)?;
        let (channel, rest) = rest.split_once(']').ok_or_else(unknown)?;
        let rest = rest.strip_prefix(".events[").ok_or_else(unknown)?;
        let (event, rest) = rest.split_once(']').ok_or_else(unknown)?;
        let known = self.channels.contains_key(channel)
            && self.events.contains_key(event)
            && ["", ".at", ".until"].contains(&rest);
        known.then_some(()).ok_or_else(unknown)
    }

    /// The tables, sorted by id.
    pub(crate) fn write(&self) -> String {
        let mut out = String::new();
        for (name, doc, table) in [
            ("KEYS", "Keys", &self.keys),
            ("CHANNELS", "Channels", &self.channels),
            ("EVENTS", "Events", &self.events),
            ("RESULTS", "Results", &self.results),
        ] {
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "/// {doc}, by id.\nstatic {name}: &[(&str, Phrase)] = &["
            );
            for (id, phrase) in table {
                let _ = writeln!(out, "({id:?}, {}),", phrase.write());
            }
            out.push_str("];\n");
        }
        out
    }
}
