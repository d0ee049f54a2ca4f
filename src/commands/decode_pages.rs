//! `decode-pages`: the side of the program that decodes files whose decoders are kept apart.

use std::io::{BufRead, Write};

use tousu::evidence;
use tousu::pipeline::STAND_IN;

use super::{Report, Stop};

/// Confines this process, then answers the one that started it.
pub(crate) fn run(input: impl BufRead, output: impl Write) -> Result<Report, Stop> {
    evidence::confine()
        .and_then(|()| evidence::serve(input, output, STAND_IN))
        .map(|()| Report::default())
        .map_err(|error| Stop(error.to_string()))
}
