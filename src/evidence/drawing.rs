//! What is ordered of a file whose pages have to be drawn, and what comes back.

use serde::{Deserialize, Serialize};

use super::copy::Part;
use super::disclosed::{self, Disclosed};
use super::face::Face;
use super::fault::{Fault, Notice};
use super::genre::{Genre, genre};
use super::kind::Kind;
use super::raster::Raster;
use super::treatment::{PageRoom, Treatment};
use super::{heic, pdf};

/// What is to be drawn of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Order {
    /// The format of the file.
    pub(super) format: Format,
    /// The password that opens it.
    pub(super) password: Option<String>,
    /// The pages wanted, as first and last of each run, from 1; all where there are none.
    pub(super) pages: Vec<(u32, u32)>,
    /// The room on the page.
    pub(super) room: PageRoom,
}

/// A format whose decoder is kept apart from the rest of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Format {
    /// A PDF document.
    Pdf,
    /// A HEIC or HEIF picture.
    Heic,
    /// A PDF document of which nothing is drawn and everything read.
    Words,
    /// A HEIC or HEIF picture of which nothing is drawn and everything read.
    Notes,
}

impl Order {
    /// Orders what a treatment asks for.
    pub(super) fn new(format: Format, treatment: &Treatment) -> Self {
        Self {
            format,
            password: treatment.password.clone(),
            pages: treatment.pages.clone(),
            room: treatment.room,
        }
    }
}

impl Order {
    /// Orders what a HEIC tells, or a PDF.
    pub(super) fn told(kind: Kind) -> Self {
        let format = match kind {
            Kind::Heic => Format::Notes,
            _ => Format::Words,
        };
        Self::new(format, &Treatment::default())
    }
}

impl Format {
    /// Returns the format of a kind of file, if its decoder is kept apart.
    pub(super) fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Pdf => Some(Self::Pdf),
            Kind::Heic => Some(Self::Heic),
            _ => None,
        }
    }
}

/// One page as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its place in the file.
    pub(super) part: Part,
    /// The pixels.
    pub(super) raster: Raster,
    /// Whether it is much taller than its room, as printed web pages are, so that it is cut like a long screen.
    pub(super) tall: bool,
}

impl Page {
    /// Says how the page should be treated, given the kind of its file and whether a camera left exposure data.
    pub(super) fn genre(&self, kind: Kind, exposed: bool) -> Genre {
        if self.tall {
            Genre::Screen
        } else {
            genre(kind, self.raster.width, self.raster.height, exposed)
        }
    }
}

/// Takes page after page; a fault ends the drawing.
pub(super) type Sink<'a> = dyn FnMut(Page) -> Result<(), Fault> + 'a;

/// Reads what a PDF tells, if that is what is ordered.
pub(super) fn told(order: &Order, bytes: &[u8], face: Face) -> Option<Result<Disclosed, Fault>> {
    match order.format {
        Format::Words => Some(pdf::told(bytes, face)),
        Format::Notes => Some(Ok(disclosed::heic(bytes))),
        Format::Pdf | Format::Heic => None,
    }
}

/// Draws what is ordered, page after page in the order wanted, and returns what a person should look at.
///
/// `face` stands in for fonts that are not in the document.
pub(super) fn draw(
    order: &Order,
    bytes: Vec<u8>,
    face: Face,
    sink: &mut Sink<'_>,
) -> Result<Vec<Notice>, Fault> {
    match order.format {
        Format::Pdf => pdf::draw(order, bytes, face, sink),
        // There is nothing to draw.
        Format::Words | Format::Notes => Ok(Vec::new()),
        Format::Heic => {
            let raster = heic::decode(&bytes)?;
            let part = Part { no: 1, of: 1 };
            let tall = false;
            sink(Page { part, raster, tall })?;
            Ok(Vec::new())
        }
    }
}
