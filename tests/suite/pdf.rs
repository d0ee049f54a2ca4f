//! Reads a PDF back, for tests.

use tousu::reread::Reread;

/// Reads a PDF back.
pub fn reread(bytes: &[u8]) -> Reread {
    tousu::reread::reread(bytes).unwrap()
}

/// A text without white space and characters that take no ink.
pub fn ink(text: &str) -> String {
    text.chars()
        .filter(|c| !tousu::typeset::is_invisible(*c))
        .collect()
}
