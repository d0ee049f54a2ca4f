//! Formats whose decoders are large and young are decoded in a process of its own, which may fail alone.
//!
//! The child gets an order and a file on standard input and answers with pages on standard output.
//! It holds its own memory down, touches no file, and is ended when it takes too long.

mod child;
mod frame;
mod limits;
mod parent;

use std::path::PathBuf;
use std::time::Duration;

use super::disclosed::Disclosed;
use super::drawing::{self, Order, Sink};
use super::face::Face;
use super::fault::{Fault, Notice};
use super::kind::Kind;

pub use child::serve;
pub use limits::confine;

/// The argument by which the program knows that it is to decode.
pub const SUBCOMMAND: &str = "decode-pages";

/// Where and with what the pages of files are drawn.
#[derive(Clone, Debug)]
pub struct Darkroom {
    /// The program that decodes in a process of its own, started with [`SUBCOMMAND`]; `None` decodes in this one.
    pub program: Option<PathBuf>,
    /// The face for text whose font is not in the document.
    pub face: Face,
    /// How long the next page is waited for.
    pub patience: Duration,
}

impl Darkroom {
    /// How long a page may take: one of the largest size takes a few seconds.
    pub const PATIENCE: Duration = Duration::from_secs(20);

    /// Draws what is ordered, page after page, and returns what a person should look at.
    pub(super) fn draw(
        &self,
        order: &Order,
        bytes: &[u8],
        sink: &mut Sink<'_>,
    ) -> Result<Vec<Notice>, Fault> {
        match &self.program {
            Some(program) => parent::draw(program, self.patience, order, bytes, sink),
            None => drawing::draw(order, bytes.to_vec(), self.face, sink),
        }
    }

    /// Reads what a PDF or a HEIC tells.
    pub(super) fn told(&self, kind: Kind, bytes: &[u8]) -> Result<Disclosed, Fault> {
        let order = Order::told(kind);
        match &self.program {
            Some(program) => parent::told(program, self.patience, &order, bytes),
            None => drawing::told(&order, bytes, self.face).unwrap_or(Err(Fault::GaveUp)),
        }
    }
}
