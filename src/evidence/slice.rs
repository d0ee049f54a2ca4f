//! Where a long screen is cut into page-high slices.

use std::ops::Range;

use super::genre::is_wide;
use super::quiet::QuietRows;
use super::raster::Raster;
use super::treatment::PageRoom;

/// The lowest slice in pixels, so that a ribbon of a picture does not fall into thousands of slices.
const LOWEST: u32 = 512;

/// The most rows of a slice of a screen: as many as fill the page at the width at which it is shown.
pub fn highest(width: u32, height: u32, room: PageRoom) -> u32 {
    let column = if is_wide(width, height) {
        room.width
    } else {
        room.column
    };
    let fitting = u64::from(width) * u64::from(room.height) / u64::from(column.max(1));
    u32::try_from(fitting).unwrap_or(u32::MAX).max(LOWEST)
}

/// Returns the rows of each slice of a screen, from top to bottom; together they cover every row.
///
/// A screen that fits the page stays in one piece. A longer one is cut into about equal slices between bubbles, or
/// else between lines, where such a gap lies within reach; where none does, the slices overlap by about 3 % of
/// their height, so that what the cut goes through stands whole in one of them.
pub(super) fn cuts(raster: &Raster, room: PageRoom) -> Vec<Range<u32>> {
    let highest = highest(raster.width, raster.height, room);
    if raster.height <= highest {
        return std::iter::once(0..raster.height).collect();
    }
    planned(raster.height, highest, &QuietRows::of(raster))
}

/// The same for a height, the most rows of a slice and the rows where a cut does no harm.
pub(super) fn planned(height: u32, highest: u32, quiet: &QuietRows) -> Vec<Range<u32>> {
    let overlap = highest * 3 / 100 + 1;
    let mut slices = Vec::new();
    let mut start = 0;
    while height - start > highest {
        let left = height - start;
        let count = left.div_ceil(highest).max(2);
        let wished = start + left.div_ceil(count);
        let reach = start + (left / count) * 2 / 3..start + highest;
        let (end, next) = match quiet.nearest(wished, reach) {
            Some(row) => (row, row),
            None => {
                let count = (left - overlap).div_ceil(highest - overlap);
                let end = start + (left + (count - 1) * overlap).div_ceil(count).min(highest);
                (end, end - overlap)
            }
        };
        slices.push(start..end);
        start = next;
    }
    slices.push(start..height);
    slices
}
