//! A page that is no filing: drawn by a function of the page library, with as much as it has room for.

use chrono::NaiveDate;
use serde_json::Value;

use super::{compose, faults};
use crate::channel::Templates;
use crate::render;
use crate::typeset::{self, Document, Manuscript};

/// The PDF of one page that a function of a file under `templates/shared/` draws from a value.
///
/// `of` gives the value with at most so many of its `most` lines; the page gets as many as fit on it. The error is what
/// the typesetter says, line by line.
pub fn one_page(
    templates: &Templates,
    file: &str,
    function: &str,
    most: usize,
    of: impl Fn(usize) -> Value,
    day: NaiveDate,
) -> Result<Vec<u8>, Vec<String>> {
    let laid_out = |shown: usize| -> Result<Document, Vec<String>> {
        let value = render::literal(&drawable(of(shown)));
        let main = format!("#import \"/shared/{file}\": {function}\n#{function}({value})\n");
        let manuscript = Manuscript {
            main,
            files: compose::library(templates),
        };
        typeset::typeset(manuscript).map_err(|found| found.iter().map(faults::explain).collect())
    };
    let mut page = laid_out(most)?;
    let (mut fits, mut over) = (0, most);
    if page.page_count() > 1 {
        while fits + 1 < over {
            let middle = usize::midpoint(fits, over);
            match laid_out(middle)?.page_count() {
                1 => fits = middle,
                _ => over = middle,
            }
        }
        page = laid_out(fits)?;
    }
    page.pdf(function, day).map_err(|error| error.messages)
}

/// The same value, with characters that no face has written as their codes.
fn drawable(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let missing = typeset::undrawable(&text);
            let written = text.chars().map(|c| match c {
                c if missing.contains(&c) => format!("[U+{:04X}]", u32::from(c)),
                c => c.to_string(),
            });
            Value::String(written.collect())
        }
        Value::Array(items) => items.into_iter().map(drawable).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter();
            Value::Object(fields.map(|(key, value)| (key, drawable(value))).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_page_takes_what_it_has_room_for() {
        let of = |shown: usize| {
            let lines = vec!["商家承诺的到账时间已过"; shown];
            json!({
                "title": "行动单", "no": null, "name": "案\u{e000}件", "date": [2026, 11, 22], "heading": "今天", "nothing": null,
                "steps": [], "sections": [{"heading": "期限", "lines": lines}], "more": null, "foot": "完",
            })
        };
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let templates = Templates::built_in();
        let pdf = one_page(&templates, "plan.typ", "sheet", 300, of, day).unwrap();
        let read = crate::reread::reread(&pdf).unwrap();
        assert_eq!(read.pages.len(), 1);
        let lines = read.pages[0].matches("到账时间已过").count();
        assert!((20..300).contains(&lines), "{lines} lines");
        assert!(read.pages[0].contains("U+E000"), "{}", read.pages[0]);
    }
}
