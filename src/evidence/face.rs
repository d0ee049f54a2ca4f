//! The face that stands in for fonts which a document lacks.

/// A font file and the characters that it has.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// The font file, TrueType or OpenType.
    pub data: &'static [u8],
    /// Says whether the face has a character.
    pub has: fn(char) -> bool,
}
