//! What of a page would be missing from its picture.

use serde::{Deserialize, Serialize};

/// Something that a page holds and that could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Loss {
    /// The whole page, whose description cannot be read.
    Page,
    /// Everything: the page describes marks, yet its picture is blank.
    Everything,
    /// Characters that no face has.
    Text {
        /// The characters, or their codes where nothing says which they are; at most twenty.
        text: String,
    },
    /// The text of a font that cannot be read.
    Font,
    /// A picture on the page, or another part that it refers to.
    Picture,
    /// An annotation or form field that does not say how it looks.
    Annotation {
        /// Its kind, as PDF names it: `FreeText`, `Highlight`, `Widget`.
        kind: String,
        /// The first characters of what it says, at most twenty; empty if it says nothing.
        text: String,
    },
}
