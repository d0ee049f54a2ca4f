//! The side of the child: reads an order and a file, draws, and answers.

use std::io::{self, BufRead, Write};

use super::super::drawing::{self, Order};
use super::super::face::Face;
use super::super::fault::Fault;
use super::super::guard::guarded;
use super::frame::{self, Frame};

/// Draws what comes in and writes the pages out.
///
/// `face` stands in for fonts that are not in the document.
pub fn serve(mut input: impl BufRead, mut output: impl Write, face: Face) -> io::Result<()> {
    let order: Order = frame::read_line(&mut input)?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let mut unsent = None;
    let drawn = guarded(|| {
        if let Some(told) = drawing::told(&order, &bytes, face) {
            return told.map(Frame::Told);
        }
        let notices = drawing::draw(&order, bytes, face, &mut |page| {
            Frame::Page(page).write(&mut output).map_err(|error| {
                unsent = Some(error);
                Fault::GaveUp
            })
        });
        notices.map(Frame::Done)
    });
    if let Some(error) = unsent {
        return Err(error);
    }
    let last = match drawn {
        Some(Ok(last)) => last,
        Some(Err(fault)) => Frame::Fault(fault),
        None => Frame::Fault(Fault::Corrupt {
            reason: "the decoder gave up".to_owned(),
        }),
    };
    last.write(&mut output)
}
