//! Short phrases for the values of a case, from `templates/shared/words.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::channel::Templates;

/// Phrases that stand in the exhibit list and the table of facts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// What an exhibit proves, by the link of the chain.
    pub proves: BTreeMap<String, String>,
    /// What a link of the chain is called on paper.
    pub links: BTreeMap<String, String>,
    /// What is said of an exhibit's file: `screen`, `photo`, `slice`, `transcript`, `sound`, `video`, `web`, `mail`, `text`, `table`, `several`.
    pub forms: BTreeMap<String, String>,
    /// What the 备注 says of an exhibit.
    pub remarks: BTreeMap<String, String>,
    /// What stands on the page of a document: labels, and what is not shown.
    #[serde(default)]
    pub documents: BTreeMap<String, String>,
}

impl Vocabulary {
    /// The phrase of a table for a word, or nothing where the table lacks it.
    pub fn phrase<'v>(table: &'v BTreeMap<String, String>, word: &str) -> &'v str {
        table.get(word).map_or("", String::as_str)
    }
}

/// Reads the phrases of a set of templates.
pub(super) fn load(templates: &Templates) -> Result<Vocabulary, String> {
    let text = templates
        .get("shared/words.yaml")
        .ok_or("shared/words.yaml is missing")?;
    serde_yaml::from_str(text).map_err(|error| format!("shared/words.yaml: {error}"))
}
