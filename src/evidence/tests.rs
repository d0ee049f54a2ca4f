//! Tests of the module: pictures and logs made in code, taken through `ingest`.
#![expect(
    clippy::cast_possible_truncation,
    reason = "fixtures draw with arithmetic that wraps on purpose"
)]

mod disclosed;
mod documents;
mod exports;
mod fixtures;
mod formats;
mod heic;
mod hostile;
mod items;
mod logs;
mod paper;
mod pdf;
mod pdf_file;
mod previews;
mod privacy;
mod recordings;
mod redaction;
mod sandbox;
mod sizes;
mod store;
mod turning;
