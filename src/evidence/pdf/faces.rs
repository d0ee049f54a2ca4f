//! The faces for text whose font is not in the document.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{FallbackFontQuery, FontQuery, OutlineGlyph};

use super::super::face::Face;
use super::warnings::Warnings;

/// Our own face, and a list of the fonts that it stood in for.
pub(super) struct Faces {
    /// Our own face.
    face: Face,
    /// The names of the fonts replaced.
    replaced: Arc<Mutex<BTreeSet<String>>>,
}

impl Faces {
    /// Takes the face that stands in for others.
    pub(super) fn new(face: Face) -> Self {
        Self {
            face,
            replaced: Arc::default(),
        }
    }

    /// Returns how the interpreter is to find fonts, and where it puts its warnings.
    pub(super) fn settings(&self, warnings: &Warnings) -> InterpreterSettings {
        let face = self.face.data;
        let replaced = Arc::clone(&self.replaced);
        InterpreterSettings {
            font_resolver: Arc::new(move |query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(query) => {
                    let mut names = replaced.lock().unwrap_or_else(PoisonError::into_inner);
                    names.insert(name(query));
                    Some((Arc::new(face), 0))
                }
            }),
            warning_sink: warnings.sink(),
            ..InterpreterSettings::default()
        }
    }

    /// Whether a glyph comes from our own face.
    pub(super) fn lent(&self, glyph: &OutlineGlyph) -> bool {
        let data = glyph.font_data().map(|font| font.data);
        data.is_some_and(|data| std::ptr::eq((*data).as_ref().as_ptr(), self.face.data.as_ptr()))
    }

    /// Whether our own face has a glyph of its own for a text.
    pub(super) fn has(&self, text: &str) -> bool {
        let mut chars = text.chars();
        chars.next().is_some_and(self.face.has) && chars.next().is_none()
    }

    /// Returns the names of the fonts replaced, if there were any.
    pub(super) fn replaced(&self) -> Option<Vec<String>> {
        let names = self.replaced.lock().unwrap_or_else(PoisonError::into_inner);
        (!names.is_empty()).then(|| names.iter().cloned().collect())
    }
}

/// Returns the name of the font that is looked for; a question mark where it is not in UTF-8.
fn name(query: &FallbackFontQuery) -> String {
    let given = query.post_script_name.as_ref().or(query.font_name.as_ref());
    given
        .filter(|name| !name.contains('{'))
        .map_or_else(|| "?".to_owned(), Clone::clone)
}
