//! Part of the build script: words of data files as Rust, and tables of what they make.

use std::fmt::Write as _;

use serde::Deserialize;

/// What a file says of itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Meta {
    checked: String,
}

impl Meta {
    /// The day of the last check as a constant.
    pub(crate) fn write(&self, what: &str) -> String {
        format!(
            "/// When {what} were last checked.\npub static CHECKED: &str = {:?};\n",
            self.checked
        )
    }
}

/// Adds a table and the faults of its entries.
pub(crate) fn table(
    out: &mut String,
    name: &str,
    kind: &str,
    entries: impl Iterator<Item = Result<String, String>>,
    faults: &mut Vec<String>,
) {
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "/// All of them, in the order of the data.\nstatic {name}: &[{kind}] = &["
    );
    for entry in entries {
        match entry {
            Ok(entry) => {
                let _ = writeln!(out, "{entry},");
            }
            Err(fault) => faults.push(fault),
        }
    }
    out.push_str("];\n");
}

/// The variant of an enum for a word.
pub(crate) fn variant(name: &str, word: &str, known: &[&str]) -> Result<String, String> {
    if !known.contains(&word) {
        return Err(format!("no {name} `{word}`"));
    }
    let parts = word.split('_').map(|part| {
        let (first, rest) = part.split_at(1);
        first.to_uppercase() + rest
    });
    Ok(format!("{name}::{}", parts.collect::<String>()))
}

/// The confidence for its mark.
pub(crate) fn confidence(mark: &str) -> Result<String, String> {
    variant("Confidence", mark, &["A", "B", "C", "U"])
}

/// Puts the id of an entry before a fault.
pub(crate) fn in_entry(id: &str) -> impl Fn(String) -> String {
    move |fault| format!("{id}: {fault}")
}
