//! How far the copies of an original are made smaller where a filing has a limit of bytes.

use serde::Serialize;

use super::treatment::PAGE_DPI;

/// How far bytes are saved: photos lose first, then pages of paper, then screens, and none falls below what can be
/// read: a photo 150 dpi, a page of paper 150 dpi of an A4 original, a phone's screen 720 pixels across, a computer's 1440.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Squeeze(u8);

/// What each step of saving allows.
struct Allowance {
    /// The dots per inch of photos.
    photo_dpi: u32,
    /// The dots per inch of pages of paper.
    page_dpi: u32,
    /// The JPEG qualities of photos that are tried.
    qualities: &'static [u8],
    /// The most pixels across a phone's and a computer's screen.
    screens: (u32, u32),
}

/// The steps, from none to the last.
const STEPS: [Allowance; 7] = [
    Allowance {
        photo_dpi: 200,
        page_dpi: PAGE_DPI,
        qualities: &[85, 75, 65],
        screens: (u32::MAX, u32::MAX),
    },
    Allowance {
        photo_dpi: 200,
        page_dpi: PAGE_DPI,
        qualities: &[75, 65],
        screens: (u32::MAX, u32::MAX),
    },
    Allowance {
        photo_dpi: 170,
        page_dpi: 225,
        qualities: &[70],
        screens: (u32::MAX, u32::MAX),
    },
    Allowance {
        photo_dpi: 150,
        page_dpi: 225,
        qualities: &[65],
        screens: (u32::MAX, u32::MAX),
    },
    Allowance {
        photo_dpi: 150,
        page_dpi: 225,
        qualities: &[55],
        screens: (1080, 1920),
    },
    Allowance {
        photo_dpi: 150,
        page_dpi: 225,
        qualities: &[50],
        screens: (900, 1680),
    },
    Allowance {
        photo_dpi: 150,
        page_dpi: 225,
        qualities: &[50],
        screens: (720, 1440),
    },
];

impl Squeeze {
    /// Every step from the first that saves anything to the last.
    pub fn steps() -> impl Iterator<Item = Self> {
        (1..).take(STEPS.len() - 1).map(Self)
    }

    fn allowance(self) -> &'static Allowance {
        &STEPS[usize::from(self.0).min(STEPS.len() - 1)]
    }

    /// The resolution of photos on the page, in dots per inch.
    pub(super) fn photo_dpi(self) -> u32 {
        self.allowance().photo_dpi
    }

    /// The resolution of pages of paper, in dots per inch.
    pub(super) fn page_dpi(self) -> u32 {
        self.allowance().page_dpi
    }

    /// The JPEG qualities of photos: the first that gives no more bytes than the original had is taken.
    pub(super) fn photo_qualities(self) -> &'static [u8] {
        self.allowance().qualities
    }

    /// The most pixels across a screen.
    pub(super) fn screen_width(self, wide: bool) -> u32 {
        let (phone, computer) = self.allowance().screens;
        if wide { computer } else { phone }
    }
}
