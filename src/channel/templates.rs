//! The templates: those built into the program, each of which a folder of the user's may override.

use std::borrow::Cow;
use std::collections::BTreeMap;

include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// The files below `templates/`, by their path from there.
#[derive(Debug, Clone)]
pub struct Templates(BTreeMap<Cow<'static, str>, Cow<'static, str>>);

impl Templates {
    /// Those built into the program.
    pub fn built_in() -> Self {
        Self(
            BUILT_IN
                .iter()
                .map(|(path, text)| (Cow::Borrowed(*path), Cow::Borrowed(*text)))
                .collect(),
        )
    }

    /// The same with some files replaced or added.
    #[must_use]
    pub fn overridden_by(mut self, files: impl IntoIterator<Item = (String, String)>) -> Self {
        self.0.extend(
            files
                .into_iter()
                .map(|(path, text)| (Cow::Owned(path), Cow::Owned(text))),
        );
        self
    }

    /// A file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(AsRef::as_ref)
    }

    /// Every file, in order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(path, text)| (path.as_ref(), text.as_ref()))
    }
}
