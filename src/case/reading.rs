//! Bytes → [`Case`]: the one way in.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::file::CaseFile;
use super::{Case, canonical, check, fields};
use crate::diagnostic::{
    Diagnostic, Diagnostics, Finding, Lang, Outcome, Place, Places, Severity, show,
};
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
    /// What can be read of a file with errors; there is one exactly when the outcome has no case but the file is YAML.
    pub sketch: Option<Sketch>,
}

/// A case as far as it can be read in spite of errors. It tells what else is missing, and nothing is drafted from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    /// The case, without what the errors made unreadable.
    pub case: Case,
    /// The routes that errors stand at; the top of the file is the empty route.
    pub unread: BTreeSet<String>,
}

impl Sketch {
    /// Whether what a route lacks may just be what an error made unreadable: the same field, something in it or around
    /// it, or a mistyped key beside it.
    pub fn may_hold(&self, route: &str) -> bool {
        let parent = route.rfind(['.', '[']).map_or("", |end| &route[..end]);
        self.unread.iter().any(|unread| {
            unread == parent
                || !unread.is_empty()
                    && (unread.starts_with(route) || route.starts_with(unread.as_str()))
        })
    }
}

/// Reads a case file by itself: every path in it is that of one file.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    read_beside(name, bytes, &|_| None)
}

/// What stands under a path of a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The files that the path stands for, in order.
    pub files: Vec<String>,
    /// Folders that it leaves out.
    pub left_out: Vec<String>,
}

/// Reads a case file beside its evidence: `listing` tells what a path stands for if that is not one file.
pub fn read_beside(name: &str, bytes: &[u8], listing: &dyn Fn(&str) -> Option<Listing>) -> Reading {
    let document = yaml::read(bytes, &fields::is_key);
    let mut found = document.diagnostics;
    let mut places = Places::default();
    let mut unread = BTreeSet::new();
    let mut case = None;
    if let Some(root) = &document.root {
        let canonical = canonical::canonical(&document.text, root, &mut found);
        places = canonical.places;
        match CaseFile::deserialize(canonical.tree) {
            Ok(mut file) => {
                spread(&mut file, listing, &mut found);
                case = Some(check::check(
                    &file,
                    &canonical.rules,
                    &canonical.told,
                    &mut found,
                ));
            }
            Err(error) => found.push(Diagnostic::error(Finding::Internal {
                message: error.to_string(),
            })),
        }
        unread = canonical.told.reported;
    }
    let sketch = case.clone().filter(|_| found.has_errors()).map(|case| {
        let routes = found.iter().filter(|one| one.severity == Severity::Error);
        unread.extend(routes.filter_map(|one| match &one.place {
            Some(Place::Route { route, .. }) => Some(route.clone()),
            _ => None,
        }));
        Sketch { case, unread }
    });
    Reading {
        sketch,
        name: name.to_owned(),
        text: document.text,
        places,
        outcome: Outcome::new(case, found),
    }
}

/// Puts files in the place of folders and patterns.
fn spread(file: &mut CaseFile, listing: &dyn Fn(&str) -> Option<Listing>, found: &mut Diagnostics) {
    for (item, evidence) in file.evidence.iter_mut().enumerate() {
        let mut files = Vec::new();
        for (index, path) in evidence.files.drain(..).enumerate() {
            let place = Place::value(format!("evidence[{item}].files[{index}]"));
            match listing(&path) {
                None => files.push(path),
                Some(listed) => {
                    if listed.files.is_empty() {
                        let finding = Finding::NoFiles { path: path.clone() };
                        found.push(Diagnostic::error(finding).at(place.clone()));
                        // The item keeps a file, so that nothing else is said of its absence.
                        files.push(path);
                    }
                    files.extend(listed.files);
                    for path in listed.left_out {
                        let finding = Finding::FolderLeftOut { path };
                        found.push(Diagnostic::warning(finding).at(place.clone()));
                    }
                }
            }
        }
        evidence.files = files;
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
