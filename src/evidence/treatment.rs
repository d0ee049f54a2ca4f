//! What one filing does to one original: redactions and the room on the page.

/// What to do with an original for one filing.
///
/// It is ordered, so that a caller can keep results by original and treatment and do equal work once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Treatment {
    /// The redactions that hold for this filing.
    pub boxes: Vec<RedactBox>,
    /// The room that a picture has on the page.
    pub room: PageRoom,
}

/// The usable picture area of a page, in tenths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageRoom {
    /// The width of the measure.
    pub width: u32,
    /// The height left for a picture under the exhibit's heading.
    pub height: u32,
    /// The width at which a phone screen is shown.
    pub column: u32,
}

impl Default for PageRoom {
    /// A4 with the margins of an official letter: 156.6 × 200 mm, screens 77 mm wide.
    fn default() -> Self {
        Self {
            width: 1566,
            height: 2000,
            column: 770,
        }
    }
}

/// A rectangle to hide, measured on the upright, uncropped original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RedactBox {
    /// The left edge, from the left of the picture.
    pub x: Length,
    /// The upper edge, from the top of the picture.
    pub y: Length,
    /// The width.
    pub w: Length,
    /// The height.
    pub h: Length,
}

/// A length on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// Pixels of the upright original.
    Pixels(u32),
    /// Hundredths of a percent of the picture's width or height: 10000 is all of it.
    Percent(u32),
}

impl Length {
    /// Returns the length in ten-thousandths of a pixel, given the picture's extent in pixels.
    pub(super) fn fine(self, extent: u32) -> u64 {
        match self {
            Self::Pixels(pixels) => u64::from(pixels) * 10_000,
            Self::Percent(hundredths) => u64::from(hundredths) * u64::from(extent),
        }
    }
}
