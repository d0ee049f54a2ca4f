//! The one reader of YAML: bytes → a tree of texts with their places.
//!
//! Every scalar stays the text that was written: 28 digits, leading zeros, `168.00` and `no` are as they stand.
//! It knows nothing of a case; which words are keys is a question that the caller answers.

mod decode;
mod node;
mod parse;
mod repair;

pub(crate) use node::{Entry, Node, Value};

use crate::diagnostic::Diagnostics;

/// The most bytes that are read.
pub(crate) const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The most levels of nesting.
pub(crate) const MOST_DEPTH: usize = 64;
/// The most values, with every alias counted in full.
pub(crate) const MOST_VALUES: usize = 100_000;
/// The most bytes of text in values, with every alias counted in full.
pub(crate) const MOST_TEXT: usize = 8 * 1024 * 1024;

/// What was read from the bytes of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document {
    /// The text that all places refer to: UTF-8, lines ended by `\n`, no byte order mark.
    pub text: String,
    /// The tree, as far as it could be read.
    pub root: Option<Node>,
    /// What was found.
    pub diagnostics: Diagnostics,
}

/// Reads a file; `is_key(parent, key)` says whether a word is a key under the key around it.
pub(crate) fn read(bytes: &[u8], is_key: &dyn Fn(Option<&str>, &str) -> bool) -> Document {
    let mut diagnostics = Diagnostics::new();
    let Some(text) = decode::decode(bytes).collect_into(&mut diagnostics) else {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_BYTES)]).into_owned();
        return Document {
            text,
            root: None,
            diagnostics,
        };
    };
    let text = decode::without_controls(&text, &mut diagnostics);
    let repaired = repair::repair(&text, is_key, &mut diagnostics);
    let root = parse::parse(&text, &repaired, &mut diagnostics);
    Document {
        text,
        root,
        diagnostics,
    }
}
