//! The tests of the whole program, in one binary because every binary links Typst.

mod architecture;
mod channels;
mod cli;
mod diagnostics;
mod documents;
mod golden;
mod naughty;
mod office;
mod pdf;
mod privacy;
mod properties;
