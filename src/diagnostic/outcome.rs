//! A collector of diagnostics, and a value that comes with them.

use super::{Diagnostic, Severity};

/// Diagnostics that add up from step to step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None so far.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another step.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(others);
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}

/// A value, unless there were errors, and all diagnostics so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome<T> {
    /// The value; there is one exactly when no diagnostic is an error.
    pub value: Option<T>,
    /// What was found.
    pub diagnostics: Diagnostics,
}

impl<T> Outcome<T> {
    /// A value about which nothing is to be said.
    pub fn clean(value: T) -> Self {
        Self {
            value: Some(value),
            diagnostics: Diagnostics::new(),
        }
    }

    /// A value that counts only if no diagnostic is an error.
    pub fn new(value: Option<T>, diagnostics: Diagnostics) -> Self {
        let value = value.filter(|_| !diagnostics.has_errors());
        Self { value, diagnostics }
    }

    /// No value, for one reason.
    pub fn failed(diagnostic: Diagnostic) -> Self {
        Self {
            value: None,
            diagnostics: Diagnostics::from_iter([diagnostic]),
        }
    }

    /// The next step on the value, if there is one; the diagnostics add up.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Outcome<U>) -> Outcome<U> {
        let mut diagnostics = self.diagnostics;
        let value = self.value.and_then(|value| {
            let outcome = next(value);
            diagnostics.extend(outcome.diagnostics);
            outcome.value
        });
        Outcome { value, diagnostics }
    }

    /// Another form of the value.
    pub fn map<U>(self, next: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome {
            value: self.value.map(next),
            diagnostics: self.diagnostics,
        }
    }

    /// Both values, if there are both, and the diagnostics of both.
    pub fn and<U>(self, other: Outcome<U>) -> Outcome<(T, U)> {
        let mut diagnostics = self.diagnostics;
        diagnostics.extend(other.diagnostics);
        Outcome {
            value: self.value.zip(other.value),
            diagnostics,
        }
    }

    /// The value of a step, with its diagnostics moved to a collector.
    pub fn collect_into(self, found: &mut Diagnostics) -> Option<T> {
        found.extend(self.diagnostics);
        self.value
    }
}
