//! How well a fact is sourced.

/// How well a fact is sourced; `A` is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Read in the text.
    A,
    /// One good transcription, or several secondary sources that agree.
    B,
    /// One weak source or general knowledge.
    C,
    /// Not found.
    U,
}

impl Confidence {
    /// Tells whether the fact may be printed in a filing.
    pub const fn is_printable(self) -> bool {
        matches!(self, Self::A | Self::B)
    }
}
