//! Redactions: boxes grown to whole blocks and burned into the pixels.

use serde::{Deserialize, Serialize};

use super::copy::Region;
use super::fault::Notice;
use super::raster::Raster;
use super::treatment::Area;

/// The block to which boxes grow, in pixels: a JPEG with subsampled colour stores blocks of 16 × 16.
const BLOCK: u32 = 16;

/// The light grey that covers parts of dark screens.
const LIGHT: u8 = 217;

/// The mean brightness, 0 to 255, under which the surroundings count as dark.
const DARK: u64 = 100;

/// A covered rectangle of a picture, in pixels of that picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mask {
    /// The left edge.
    pub left: u32,
    /// The upper edge.
    pub top: u32,
    /// The first column right of it.
    pub right: u32,
    /// The first row below it.
    pub bottom: u32,
    /// The brightness of the flat colour: 0 for black, 217 for light grey.
    pub luma: u8,
}

impl Mask {
    /// Returns the part of the mask within a region, counted from the region's corner and grown outward to whole blocks.
    pub(super) fn within(self, region: Region) -> Option<Self> {
        let cut = |from: u32, to: u32, start: u32, extent: u32| {
            let (from, to) = (from.max(start), to.min(start + extent));
            (from < to).then(|| blocks(u64::from(from - start), u64::from(to - start), extent))
        };
        let (left, right) = cut(self.left, self.right, region.left, region.width)?;
        let (top, bottom) = cut(self.top, self.bottom, region.top, region.height)?;
        Some(Self {
            left,
            top,
            right,
            bottom,
            ..self
        })
    }

    /// Returns the mask on the picture scaled from one size to another, grown outward to whole blocks again.
    pub(super) fn scaled(self, from: (u32, u32), to: (u32, u32)) -> Self {
        let down =
            |at: u32, from: u32, to: u32| u64::from(at) * u64::from(to) / u64::from(from.max(1));
        let up = |at: u32, from: u32, to: u32| {
            (u64::from(at) * u64::from(to)).div_ceil(u64::from(from.max(1)))
        };
        let (left, right) = blocks(
            down(self.left, from.0, to.0),
            up(self.right, from.0, to.0),
            to.0,
        );
        let (top, bottom) = blocks(
            down(self.top, from.1, to.1),
            up(self.bottom, from.1, to.1),
            to.1,
        );
        Self {
            left,
            top,
            right,
            bottom,
            ..self
        }
    }

    /// Says whether two masks share a pixel.
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Plans the masks for the boxes on an upright picture, each with its number; boxes that miss it become notices.
///
/// The colour contrasts with what surrounds the box: black on light, light grey on dark.
/// Boxes that overlap make all masks take one colour, so that each stays flat.
pub(super) fn plan(raster: &Raster, boxes: &[(usize, Area)]) -> (Vec<Mask>, Vec<Notice>) {
    let (width, height) = (raster.width, raster.height);
    let mut masks = Vec::new();
    let mut notices = Vec::new();
    for &(no, redact) in boxes {
        let (x, w) = (redact.x.fine(width), redact.w.fine(width));
        let (y, h) = (redact.y.fine(height), redact.h.fine(height));
        let (whole_width, whole_height) = (u64::from(width) * 10_000, u64::from(height) * 10_000);
        if w == 0 || h == 0 {
            notices.push(Notice::BoxEmpty { no });
            continue;
        }
        if x >= whole_width || y >= whole_height {
            notices.push(Notice::BoxOutside { no, width, height });
            continue;
        }
        if x + w > whole_width || y + h > whole_height {
            notices.push(Notice::BoxClipped { no, width, height });
        }
        let (left, right) = blocks(x / 10_000, (x + w).div_ceil(10_000), width);
        let (top, bottom) = blocks(y / 10_000, (y + h).div_ceil(10_000), height);
        let bare = Mask {
            left,
            top,
            right,
            bottom,
            luma: 0,
        };
        let luma = if surroundings(raster, bare) < DARK {
            LIGHT
        } else {
            0
        };
        masks.push(Mask { luma, ..bare });
    }
    let overlapping = masks
        .iter()
        .enumerate()
        .any(|(no, mask)| masks[..no].iter().any(|other| mask.meets(other)));
    if let (true, Some(first)) = (overlapping, masks.first().copied()) {
        for mask in &mut masks {
            mask.luma = first.luma;
        }
    }
    (masks, notices)
}

/// Covers the masked pixels with their flat colour.
pub(super) fn burn(raster: &mut Raster, masks: &[Mask]) {
    burn_at(raster, masks, 0);
}

/// The same for masks that are counted from the row `down`.
pub(super) fn burn_at(raster: &mut Raster, masks: &[Mask], down: u32) {
    let width = raster.width as usize;
    for mask in masks {
        for row in mask.top + down..mask.bottom + down {
            let start = (row as usize * width + mask.left as usize) * 3;
            let end = (row as usize * width + mask.right as usize) * 3;
            raster.pixels[start..end].fill(mask.luma);
        }
    }
}

/// Grows a span of pixels outward to whole blocks, within the picture's extent.
fn blocks(from: u64, to: u64, extent: u32) -> (u32, u32) {
    let block = u64::from(BLOCK);
    let clamp = |at: u64| u32::try_from(at).unwrap_or(u32::MAX).min(extent);
    (
        clamp(from / block * block),
        clamp(to.div_ceil(block) * block),
    )
}

/// Returns the mean brightness, 0 to 255, of a block-wide rim around the mask; of the covered part if there is no rim.
fn surroundings(raster: &Raster, mask: Mask) -> u64 {
    let rows = mask.top.saturating_sub(BLOCK)..(mask.bottom + BLOCK).min(raster.height);
    let columns = mask.left.saturating_sub(BLOCK)..(mask.right + BLOCK).min(raster.width);
    let (mut rim, mut rim_count, mut inside, mut inside_count): (u64, u64, u64, u64) = (0, 0, 0, 0);
    for y in rows {
        for x in columns.clone() {
            let luma = raster.luma(x, y);
            if (mask.left..mask.right).contains(&x) && (mask.top..mask.bottom).contains(&y) {
                inside += luma;
                inside_count += 1;
            } else {
                rim += luma;
                rim_count += 1;
            }
        }
    }
    rim.checked_div(rim_count)
        .or_else(|| inside.checked_div(inside_count))
        .unwrap_or_default()
}
