//! The messages between parent and child: a line of JSON, followed by the samples of a page.

use std::io::{self, BufRead, Error, ErrorKind, Read, Write};

use serde::{Deserialize, Serialize};

use super::super::copy::Part;
use super::super::disclosed::Disclosed;
use super::super::drawing::Page;
use super::super::fault::{Fault, Notice};
use super::super::raster::Raster;

/// The longest line, in bytes.
const LONGEST_LINE: u64 = 1 << 27;

/// The most samples of a page.
const MOST_SAMPLES: u64 = 300_000_000;

/// What the child says.
pub(super) enum Frame {
    /// A page is drawn.
    Page(Page),
    /// This is what the file tells, and all that was asked.
    Told(Disclosed),
    /// Everything is drawn, and this should be looked at.
    Done(Vec<Notice>),
    /// The file cannot be filed.
    Fault(Fault),
}

/// The line of a frame.
#[derive(Serialize, Deserialize)]
enum Line {
    /// The samples of a page follow.
    Page {
        /// The number of the page, from 1.
        no: u32,
        /// How many pages the file has.
        of: u32,
        /// The width in pixels.
        width: u32,
        /// The height in pixels.
        height: u32,
        /// Whether it is cut like a long screen.
        tall: bool,
    },
    /// What the file tells.
    Told(Disclosed),
    /// The last frame of a file that can be filed.
    Done(Vec<Notice>),
    /// The last frame of one that cannot.
    Fault(Fault),
}

impl Frame {
    /// Writes the frame.
    pub(super) fn write(self, output: &mut impl Write) -> io::Result<()> {
        let (line, samples) = match self {
            Self::Page(Page { part, raster, tall }) => {
                let line = Line::Page {
                    no: part.no,
                    of: part.of,
                    width: raster.width,
                    height: raster.height,
                    tall,
                };
                (line, raster.pixels)
            }
            Self::Told(told) => (Line::Told(told), Vec::new()),
            Self::Done(notices) => (Line::Done(notices), Vec::new()),
            Self::Fault(fault) => (Line::Fault(fault), Vec::new()),
        };
        write_line(&line, output)?;
        output.write_all(&samples)?;
        output.flush()
    }

    /// Reads a frame.
    pub(super) fn read(input: &mut impl BufRead) -> io::Result<Self> {
        Ok(match read_line(input)? {
            Line::Page {
                no,
                of,
                width,
                height,
                tall,
            } => {
                let samples = u64::from(width) * u64::from(height) * 3;
                if samples > MOST_SAMPLES {
                    return Err(Error::from(ErrorKind::InvalidData));
                }
                let mut pixels = Vec::new();
                input.take(samples).read_to_end(&mut pixels)?;
                let raster = Raster::new(width, height, pixels)
                    .map_err(|_| Error::from(ErrorKind::UnexpectedEof))?;
                let part = Part { no, of };
                Self::Page(Page { part, raster, tall })
            }
            Line::Told(told) => Self::Told(told),
            Line::Done(notices) => Self::Done(notices),
            Line::Fault(fault) => Self::Fault(fault),
        })
    }
}

/// Writes a value as a line of JSON.
pub(super) fn write_line(value: &impl Serialize, output: &mut impl Write) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    output.write_all(&line)
}

/// Reads a value from a line of JSON.
pub(super) fn read_line<T: for<'de> Deserialize<'de>>(input: &mut impl BufRead) -> io::Result<T> {
    let mut line = Vec::new();
    input.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    Ok(serde_json::from_slice(&line)?)
}
