//! From a filing to a manuscript's words: the only use of Tera.
//!
//! Templates write `<< value >>`, `<% if %>` and `<# comment #>`, which collide with nothing in Typst. In a
//! `.typ` template every value is escaped on its way out, so that a user's text is never markup.

mod escape;
mod fit;

use chrono::NaiveDate;
use serde_json::Value;
use tera::{Context, Delimiters, Kwargs, State, Tera, TeraResult};

use crate::channel::Templates;
use crate::law;

pub use escape::{literal, markup};
pub use fit::{Fitted, TextError, count, fit};

/// The templates, ready to be filled in.
#[derive(Debug)]
pub struct Wording(Tera);

/// Why a template could not be read or filled in: a fault of the template, not of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderError {
    /// What is wrong, with file and line.
    pub message: String,
}

impl From<tera::Error> for RenderError {
    fn from(error: tera::Error) -> Self {
        Self {
            message: error.to_string(),
        }
    }
}

impl Wording {
    /// Reads those templates that Tera fills in: the texts of the channels and the shared components.
    ///
    /// Only the given channel's own templates are read, so that a start does not pay for the others. The day of
    /// filing decides what `cite` may cite.
    pub fn of(templates: &Templates, channel: &str, today: NaiveDate) -> Result<Self, RenderError> {
        let mut tera = Tera::default();
        tera.set_delimiters(Delimiters {
            block_start: "<%".into(),
            block_end: "%>".into(),
            variable_start: "<<".into(),
            variable_end: ">>".into(),
            comment_start: "<#".into(),
            comment_end: "#>".into(),
        })?;
        tera.autoescape_on([".typ"]);
        tera.set_escape_fn(escape::write_markup);
        tera.register_filter("lit", |value: &tera::Value, _: Kwargs, _: &State| {
            tera::Value::safe_string(&literal_of(value))
        });
        tera.register_filter("full_stop", |text: &str, _: Kwargs, _: &State| {
            full_stop(text)
        });
        tera.register_filter("no_stop", |text: &str, _: Kwargs, _: &State| {
            text.trim_end_matches('。').to_owned()
        });
        tera.register_filter("quoted", |text: &str, _: Kwargs, _: &State| quoted(text));
        tera.register_function("cite", move |arguments: Kwargs, _: &State| {
            printable(arguments.must_get("id")?, today).map(law::Provision::citation)
        });
        tera.register_function("says", move |arguments: Kwargs, _: &State| {
            let provision = printable(arguments.must_get("id")?, today)?;
            let says = provision
                .says
                .map(|says| says.trim_end_matches('。').to_owned());
            says.ok_or_else(|| tera::Error::message(format!("no sentence for `{}`", provision.id)))
        });
        let mine = format!("{channel}/filing.");
        tera.add_raw_templates(
            templates
                .iter()
                .filter(|(path, _)| path.starts_with(&mine) || path.ends_with(".tera")),
        )?;
        Ok(Self(tera))
    }

    /// Fills in a template, if the channel has it.
    pub fn fill(&self, path: &str, filing: &Value) -> Result<Option<String>, RenderError> {
        if !self.0.contains_template(path) {
            return Ok(None);
        }
        let context = Context::from_serialize(filing)?;
        Ok(Some(self.0.render(path, &context)?))
    }
}

/// A sentence with its full stop.
fn full_stop(text: &str) -> String {
    if text.ends_with(['。', '！', '？', '.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}。")
    }
}

/// Words in quotation marks, within a sentence: quotation marks inside become single ones, and the stop at the end is the
/// sentence's own (《标点符号用法》).
fn quoted(text: &str) -> String {
    let inner = text.trim_end_matches(['。', '；', '，']);
    format!("“{}”", inner.replace('“', "‘").replace('”', "’"))
}

/// The provision that a template names. A template cites by id only, and only what is in force and printable.
fn printable(id: &str, today: NaiveDate) -> TeraResult<&'static law::Provision> {
    let provision =
        law::provision(id).ok_or_else(|| tera::Error::message(format!("no provision `{id}`")))?;
    if !provision.printable_on(today) {
        return Err(tera::Error::message(format!(
            "provision `{id}` may not be printed on {today}"
        )));
    }
    Ok(provision)
}

/// A value as a Typst literal; what cannot be one becomes `none`.
fn literal_of(value: &tera::Value) -> String {
    serde_json::to_value(value).map_or_else(|_| "none".to_owned(), |value| literal(&value))
}

/// The same filing with every text on one line, for templates whose lines mean something.
pub fn one_line(filing: &Value) -> Value {
    match filing {
        Value::String(text) => Value::String(
            text.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace("~~", "～～"),
        ),
        Value::Array(items) => items.iter().map(one_line).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), one_line(value)))
            .collect(),
        other => other.clone(),
    }
}
