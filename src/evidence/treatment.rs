//! What one filing does to one original: turned, cut out, covered, which pages, and the room on the page.

use chrono::NaiveDate;

use super::copy::Region;
use super::squeeze::Squeeze;

use serde::{Deserialize, Serialize};

/// What to do with an original for one filing.
///
/// It serialises as a whole, so that a result can be kept under all that it depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Treatment {
    /// The redactions that hold for this filing.
    pub boxes: Vec<PageArea>,
    /// What is cut out of a page; of a page that is not named, all is shown. The first one of a page counts.
    pub crops: Vec<PageArea>,
    /// Quarter turns clockwise, 0 to 3, after what the camera noted.
    pub turns: u8,
    /// The pages that are filed, as first and last of each run, from 1; all where there are none.
    pub pages: Vec<(u32, u32)>,
    /// What opens an encrypted file.
    pub password: Option<String>,
    /// The room that a picture has on the page.
    pub room: PageRoom,
    /// How far bytes are saved.
    pub squeeze: Squeeze,
    /// The parts of a chat log that are filed; all of it where there are none.
    pub excerpts: Vec<Excerpt>,
}

/// A part of a chat log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Excerpt {
    /// From one message to another, by their numbers in the whole log.
    Numbers(u32, u32),
    /// From one day to another.
    Days(NaiveDate, NaiveDate),
}

/// The resolution of a page of paper in its room, in dots per inch; an A4 page that is fitted in keeps 160 of them.
pub(super) const PAGE_DPI: u32 = 240;

/// The usable picture area of a page, in tenths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

impl Treatment {
    /// How many rectangles are to be covered or cut out, which only a picture can be.
    pub(super) fn areas(&self) -> usize {
        self.boxes.len() + self.crops.len()
    }

    /// Whether a page is filed, counted from 1.
    pub fn takes(&self, page: u32) -> bool {
        self.pages.is_empty()
            || self
                .pages
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&page))
    }

    /// The last page that is asked for by its number, 0 where none is.
    pub(super) fn last_page(&self) -> u32 {
        self.pages.iter().map(|(_, last)| *last).max().unwrap_or(0)
    }
}

/// A rectangle on a page of an original; a picture is page 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PageArea {
    /// The page, from 1.
    pub page: u32,
    /// The rectangle.
    pub area: Area,
}

/// A rectangle, measured on the upright, uncropped original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Area {
    /// The left edge, from the left of the picture.
    pub x: Length,
    /// The upper edge, from the top of the picture.
    pub y: Length,
    /// The width.
    pub w: Length,
    /// The height.
    pub h: Length,
}

impl Area {
    /// The whole pixels of a picture that it touches; nothing if it lies outside or is empty.
    pub(super) fn on(self, (width, height): (u32, u32)) -> Option<Region> {
        let span = |from: u64, length: u64, extent: u32| {
            let start = u32::try_from(from / 10_000).ok()?;
            let end = (from + length).div_ceil(10_000).min(u64::from(extent));
            let end = u32::try_from(end).ok()?;
            (start < end).then(|| (start, end - start))
        };
        let (left, w) = span(self.x.fine(width), self.w.fine(width), width)?;
        let (top, h) = span(self.y.fine(height), self.h.fine(height), height)?;
        Some(Region {
            left,
            top,
            width: w,
            height: h,
        })
    }
}

/// A length on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
