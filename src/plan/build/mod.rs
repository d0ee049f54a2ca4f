//! Part of the build script: the plan as tables.

mod read;
mod write;

pub(crate) use read::Plan;
pub(crate) use write::tables;
