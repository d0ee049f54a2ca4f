//! Lines that YAML takes for keys with values.

use crate::case::fields::{Field, Kind, Scalar};
use crate::moment::begins_with_date;
use crate::yaml::{Node, Value};

/// The line that a lone key with a date was meant to be: `2026-11-02 客服: 好的` has a colon that YAML takes for its own.
pub(super) fn with_colon(field: &Field, node: &Node) -> Option<Node> {
    let (Kind::Section(section, Scalar::Line), Value::Map(entries)) = (field.kind, &node.value)
    else {
        return None;
    };
    let [entry] = entries.as_slice() else {
        return None;
    };
    let text = match &entry.value.value {
        Value::Text(text) => text.as_str(),
        Value::Empty => "",
        Value::List(_) | Value::Map(_) => return None,
    };
    let is_line = section.field(entry.key.trim()).is_none() && begins_with_date(&entry.key);
    is_line.then(|| Node {
        span: entry.key_span.start..entry.value.span.end.max(entry.key_span.end),
        value: Value::Text(format!("{}：{text}", entry.key)),
    })
}
