//! Where a long screen is cut into page-high slices.

use std::ops::Range;

use super::treatment::PageRoom;

/// The grid in pixels on which slices start, so that redacted blocks stay aligned with those of the JPEG.
const GRID: u32 = 16;

/// The lowest slice in pixels, so that a ribbon of a picture does not fall into thousands of slices.
const LOWEST: u32 = 512;

/// Returns the rows of each slice of a screen, from top to bottom.
///
/// A screen that fits the page at the width of a column stays in one piece.
/// The slices of a longer one are about equally high, overlap by about 3 % of their height, start on a 16-pixel grid
/// and together cover every row.
pub fn cuts(height: u32, width: u32, room: PageRoom) -> Vec<Range<u32>> {
    let fitting = u64::from(width) * u64::from(room.height) / u64::from(room.column.max(1));
    let highest = u32::try_from(fitting).unwrap_or(u32::MAX).max(LOWEST);
    if height <= highest {
        return std::iter::once(0..height).collect();
    }
    // Rounding a start down to the grid moves it by less than one cell: plan with a cell less of room.
    let room = highest - GRID;
    let overlap = room * 3 / 100 + GRID;
    let count = (height - overlap).div_ceil(room - overlap);
    let length =
        (u64::from(height) + u64::from(count - 1) * u64::from(overlap)).div_ceil(u64::from(count));
    let last = u64::from(height) - length;
    (0..count)
        .map(|no| {
            let start = last * u64::from(no) / u64::from(count - 1);
            let start = u32::try_from(start).unwrap_or(u32::MAX) / GRID * GRID;
            let end = if no + 1 == count {
                height
            } else {
                start + u32::try_from(length).unwrap_or(u32::MAX)
            };
            start..end.min(height)
        })
        .collect()
}
