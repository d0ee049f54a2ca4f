//! Part of the build script: what rules of time and of order are written in, as Rust.

#![expect(dead_code, reason = "the tables of time limits will be written in it")]

pub(crate) mod language;
pub(crate) mod words;
