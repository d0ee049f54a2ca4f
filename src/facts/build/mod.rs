//! Part of the build script: what rules of time and of order are written in, as Rust.

pub(crate) mod language;
pub(crate) mod rust;
pub(crate) mod words;
