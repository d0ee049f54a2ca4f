//! Pages of `WeChatMsg` (留痕): the messages stand in a script, as a list of objects.

use super::super::Transcript;
use super::{Log, clock, kind_of, sent};

/// What stands before the list.
const START: &str = "const chatMessages = [";

/// Reads the messages out of a script.
pub(super) fn messages(script: &str) -> Option<Transcript> {
    let list = &script[script.find(START)? + START.len()..];
    let mut log = Log::default();
    let mut rest = list.trim_start();
    while let Some(inside) = rest.strip_prefix('{') {
        let (fields, after) = object(inside)?;
        message(&mut log, &fields);
        rest = after.trim_start().trim_start_matches(',').trim_start();
    }
    log.finish()
}

/// Adds a message.
fn message(log: &mut Log, fields: &[(String, String)]) {
    let get = |name: &str| {
        let mut found = fields.iter().filter(|(known, _)| known == name);
        found.next().map_or("", |(_, value)| value.as_str())
    };
    let at = clock(get("timestamp")).unwrap_or_default();
    let (kind, text) = (get("type"), unescaped(get("text")));
    match kind {
        // A time that stands above the messages.
        "0" if at.is_empty() || text.starts_with(|c: char| c.is_ascii_digit()) => {
            let day = text.split(' ').next().unwrap_or_default();
            day.clone_into(&mut log.day);
        }
        "0" | "10000" | "5" => log.system(&at, &text),
        _ => {
            let name = unescaped(get("displayname"));
            let who = match (name.is_empty(), get("is_send")) {
                (false, _) => name,
                (true, "1") => "我".to_owned(),
                (true, _) => "对方".to_owned(),
            };
            let text = match kind_of(kind) {
                Some(what) => sent(what, &text),
                None => text,
            };
            log.message(&at, &who, &text);
        }
    }
}

/// Reads `key: value` pairs up to the closing brace; returns them with the rest.
fn object(mut rest: &str) -> Option<(Vec<(String, String)>, &str)> {
    let mut fields = Vec::new();
    loop {
        rest = rest.trim_start().trim_start_matches(',').trim_start();
        if let Some(after) = rest.strip_prefix('}') {
            return Some((fields, after));
        }
        let (key, after) = rest.split_once(':')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| "'\"`".contains(*c));
        let (value, after) = match quote {
            Some(quote) => quoted(&after[1..], quote)?,
            None => {
                let end = after.find([',', '}'])?;
                (after[..end].trim().to_owned(), &after[end..])
            }
        };
        fields.push((key.trim().trim_matches(['\'', '"']).to_owned(), value));
        rest = after;
    }
}

/// Reads a quoted text; returns it with the rest.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => match chars.next()?.1 {
                'n' => value.push('\n'),
                't' => value.push(' '),
                'r' => {}
                other => value.push(other),
            },
            c if c == quote => return Some((value, &text[at + c.len_utf8()..])),
            c => value.push(c),
        }
    }
    None
}

/// A text whose marks were written for a page.
fn unescaped(text: &str) -> String {
    text.replace("<br>", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
}
