//! tousu (投诉) turns one case file into the filing that each complaint channel expects.
//!
//! ```text
//! case.yaml ─parse─▶ CaseFile ─check─▶ Case ─┐
//! evidence/ ─ingest─▶ Exhibits ──────────────┼─draft─▶ Filing ─render─▶ Manuscript ─typeset─▶ Document ─export─▶ Pdf │ Txt │ Png
//! templates/<channel>/ ─load─▶ Channel ──────┘
//! law data, today ───────────────────────────┘
//! ```
//!
//! Every arrow is a function from values to values. Nothing here prints, exits or reads the clock, and only
//! [`files`] touches the disk.

pub mod pipeline;

pub mod case;
pub mod channel;
pub mod evidence;
pub mod filing;
pub mod render;
pub mod typeset;

pub mod bilingual;
pub mod calendar;
pub mod chinese;
pub mod deadline;
pub mod diagnostic;
pub mod facts;
pub mod files;
pub mod ical;
mod identity;
pub mod language;
pub mod law;
pub mod manifest;
pub mod moment;
pub mod money;
pub mod plan;
pub mod reread;
mod yaml;
