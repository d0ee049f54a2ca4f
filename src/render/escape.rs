//! The only way for a user's text to reach Typst.
//!
//! A text becomes string literals in which everything but letters, digits, plain spaces and Han characters is
//! written as `\u{…}`, each closed by `;` so that what follows in the template stays markup. `\u{…}` is inert
//! in markup as well, so that a value in a wrong place still does no harm.

use std::fmt::Write as _;
use std::io;

use serde_json::Value;

/// The shortest run of letters and digits that is set as one unbroken number.
const NUMBER: usize = 8;

/// Writes a text as Typst markup; long numbers go through `no`, so that they copy exactly.
pub(super) fn write_markup(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(markup(text).as_bytes())
}

/// A text as Typst markup.
pub fn markup(text: &str) -> String {
    let mut written = String::with_capacity(text.len() * 2);
    for piece in pieces(text) {
        let (open, close, text) = match piece {
            Piece::Words(text) => ("#", ";", text),
            Piece::Number(text) => ("#no(", ");", text),
        };
        written.push_str(open);
        written.push_str(&string(text));
        written.push_str(close);
    }
    written
}

/// A value as a Typst literal for code: strings, numbers, arrays and dictionaries.
pub fn literal(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => string(text),
        Value::Array(items) => {
            let items: String = items.iter().map(|item| literal(item) + ",").collect();
            format!("({items})")
        }
        Value::Object(fields) if fields.is_empty() => "(:)".to_owned(),
        Value::Object(fields) => {
            let fields: String = fields
                .iter()
                .map(|(key, value)| format!("{}:{},", string(key), literal(value)))
                .collect();
            format!("({fields})")
        }
    }
}

enum Piece<'t> {
    Words(&'t str),
    Number(&'t str),
}

/// Cuts a text into words and long numbers.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        let run = number_run(&text[at..]);
        if run.len() >= NUMBER {
            if start < at {
                pieces.push(Piece::Words(&text[start..at]));
            }
            pieces.push(Piece::Number(run));
            at += run.len();
            start = at;
        } else {
            let step = if run.is_empty() {
                text[at..].chars().next().map_or(1, char::len_utf8)
            } else {
                run.len()
            };
            at += step;
        }
    }
    if start < text.len() {
        pieces.push(Piece::Words(&text[start..]));
    }
    pieces
}

/// The run of letters and digits at the start of a text, with single `-`, `_`, `.`, `:`, `/`, `*` or `@` inside.
fn number_run(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let joins = matches!(bytes[end], b'-' | b'_' | b'.' | b':' | b'/' | b'*' | b'@');
        let goes_on = bytes
            .get(end + 1)
            .is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'*');
        if !(bytes[end].is_ascii_alphanumeric() || (joins && end > 0 && goes_on)) {
            break;
        }
        end += 1;
    }
    &text[..end]
}

/// The longest run of punctuation without a place to break: no line may begin or end with most of these signs.
const STOPS: usize = 16;

/// A sign that a line break keeps with its neighbours.
fn is_stop(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

/// A text as a Typst string.
fn string(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    let mut stops = 0;
    for c in text.chars() {
        stops = if is_stop(c) { stops + 1 } else { 0 };
        if stops > STOPS {
            // A space without width lets the run break before it leaves the page.
            written.push_str("\\u{200b}");
            stops = 1;
        }
        if c.is_ascii_alphanumeric()
            || c == ' '
            || matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
        {
            written.push(c);
        } else {
            let _ = write!(written, "\\u{{{:x}}}", u32::from(c));
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use super::{literal, markup};
    use serde_json::json;

    #[test]
    fn text_is_never_markup() {
        assert_eq!(markup("林*a*"), "#\"林\\u{2a}a\\u{2a}\";");
        assert_eq!(
            markup("单号KM20261101000123。"),
            "#\"单号\";#no(\"KM20261101000123\");#\"\\u{3002}\";"
        );
        assert_eq!(markup(""), "");
    }

    #[test]
    fn values_are_literals() {
        let value = json!({"a": ["x\"", 1, null, true], "b": {}});
        assert_eq!(
            literal(&value),
            "(\"a\":(\"x\\u{22}\",1,none,true,),\"b\":(:),)"
        );
    }
}
