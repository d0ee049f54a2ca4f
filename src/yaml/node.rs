//! The tree of a YAML document: texts, lists and maps with their places.

use std::ops::Range;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its bytes; of an alias, those of the alias.
    pub span: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Empty,
    /// A text, exactly as written.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order of the file.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key as written.
    pub key: String,
    /// Where the key stands.
    pub key_span: Range<usize>,
    /// Its value.
    pub value: Node,
    /// Whether it came in through `<<`, so that a key of the map itself goes before it.
    pub merged: bool,
}

impl Node {
    /// The bytes to mark for this node: of a map its first key, of a list the start of its first item.
    pub fn mark(&self) -> Range<usize> {
        match &self.value {
            Value::Map(entries) => entries
                .first()
                .map_or_else(|| self.span.clone(), |entry| entry.key_span.clone()),
            Value::List(items) => items.first().map_or_else(|| self.span.clone(), Self::mark),
            Value::Empty | Value::Text(_) => self.span.clone(),
        }
    }
}
