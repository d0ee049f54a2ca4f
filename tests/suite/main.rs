//! The tests of the whole program, in one binary because every binary links Typst.

#![expect(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that panics is a test that fails; the modules of one binary are public to each other only"
)]

mod architecture;
mod cache;
mod channels;
mod cli;
mod clocks;
mod decoding;
mod diagnostics;
mod disputes;
mod documents;
mod golden;
mod integrity;
mod limits;
mod lines;
mod naughty;
mod needs;
mod office;
mod originals;
mod papers;
mod pdf;
mod privacy;
mod properties;
mod reachable;
mod references;
mod routes;
mod sums;
