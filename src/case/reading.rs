//! Bytes → [`Case`]: the one way in.

use serde::Deserialize;

use super::file::CaseFile;
use super::{Case, canonical, check, fields};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Lang, Outcome, Places, show};
use crate::yaml;

/// A case file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The name of the file, for messages.
    pub name: String,
    /// Its text, which the places refer to.
    pub text: String,
    /// Where everything in it stands.
    pub places: Places,
    /// The case, unless there were errors, and all that was found.
    pub outcome: Outcome<Case>,
}

/// Reads a case file.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let document = yaml::read(bytes, &fields::is_key);
    let mut found = document.diagnostics;
    let mut places = Places::default();
    let mut case = None;
    if let Some(root) = &document.root {
        let canonical = canonical::canonical(&document.text, root, &mut found);
        places = canonical.places;
        match CaseFile::deserialize(canonical.tree) {
            Ok(file) => case = Some(check::check(&file, &canonical.reported, &mut found)),
            Err(error) => found.push(Diagnostic::error(Finding::Internal {
                message: error.to_string(),
            })),
        }
    }
    Reading {
        name: name.to_owned(),
        text: document.text,
        places,
        outcome: Outcome::new(case, found),
    }
}

impl Reading {
    /// Everything that was found so far, as it is shown to a person; empty where nothing was.
    pub fn show(&self, lang: Lang) -> String {
        self.show_all(&self.outcome.diagnostics, lang)
    }

    /// Findings of a later step about the same file.
    pub fn show_all(&self, diagnostics: &Diagnostics, lang: Lang) -> String {
        show::show(&self.name, &self.text, &self.places, diagnostics, lang)
    }
}
