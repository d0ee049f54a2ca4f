//! Part of the build script: time limits as tables.

mod read;
mod write;

pub(crate) use read::Deadlines;
pub(crate) use write::tables;
