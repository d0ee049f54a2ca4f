//! Tests of the module: pictures and logs made in code, taken through `ingest`.
#![expect(
    clippy::cast_possible_truncation,
    reason = "fixtures draw with arithmetic that wraps on purpose"
)]

mod documents;
mod exports;
mod fixtures;
mod formats;
mod hostile;
mod logs;
mod paper;
mod privacy;
mod recordings;
mod redaction;
mod sizes;
mod turning;
