//! What is wrong or worth knowing about a case, where it stands, and how it is said.
//!
//! A step of the program collects [`Diagnostic`]s; each carries its [`Finding`] as data. Only `zh` and `en`
//! hold the words, and only [`show`](show::show) turns a place into a line and a column.

mod en;
pub mod explain;
pub mod finding;
pub mod machine;
mod outcome;
mod place;
pub mod show;
mod zh;

pub use finding::{BoxFault, Finding, Found, Name, SyntaxHint, TranscriptFault, Wants};
pub use outcome::{Diagnostics, Outcome};
pub use place::{Part, Place, Places, Spot};

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The step cannot give its value.
    Error,
    /// The step goes on.
    Warning,
}

impl Severity {
    /// The word in front of the code.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that was found, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// What it is.
    pub finding: Finding,
    /// Where it is, if it is anywhere in the case file.
    pub place: Option<Place>,
    /// Other places that belong to it.
    pub others: Vec<Place>,
}

impl Diagnostic {
    /// A finding that keeps the step from giving its value.
    pub fn error(finding: Finding) -> Self {
        Self {
            severity: Severity::Error,
            finding,
            place: None,
            others: Vec::new(),
        }
    }

    /// A finding that does not.
    pub fn warning(finding: Finding) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(finding)
        }
    }

    /// The same diagnostic at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same diagnostic with one more place that belongs to it.
    #[must_use]
    pub fn with_other(mut self, place: Place) -> Self {
        self.others.push(place);
        self
    }

    /// The message in one line.
    pub fn message(&self, lang: Lang) -> String {
        self.text(lang).message
    }

    /// Everything that is said about it.
    pub fn text(&self, lang: Lang) -> Text {
        match lang {
            Lang::Zh => zh::text(&self.finding),
            Lang::En => en::text(&self.finding),
        }
    }
}

/// What is said about a finding, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// What is wrong, in one line.
    pub message: String,
    /// The words beside the carets; may be empty.
    pub label: String,
    /// Reasons and help, each beginning with its kind.
    pub notes: Vec<String>,
}

impl Text {
    /// A text that is only a message.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            ..Self::default()
        }
    }

    /// The same text with words beside the carets.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same text with one more note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}
