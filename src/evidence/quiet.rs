//! Rows of a screen at which it can be cut without cutting through anything.

use std::ops::Range;

use super::raster::Raster;

/// The difference in brightness, of 255, from which two pixels count as different: JPEG leaves smaller traces, and
/// between a white bubble and the grey around it there are 18.
const VISIBLE: u64 = 10;

/// How many edges a row between two lines of one bubble may have: the bubble's two sides, each with its outline.
const FRAMED: u32 = 4;

/// A run of rows between two things.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gap {
    /// The rows.
    rows: Range<u32>,
    /// Whether nothing at all stands in them, as between two bubbles; else they lie inside a bubble.
    open: bool,
}

impl Gap {
    /// How many rows it has.
    fn height(&self) -> u32 {
        self.rows.end - self.rows.start
    }
}

/// The rows of a screen at which it can be cut, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct QuietRows {
    gaps: Vec<Gap>,
}

impl QuietRows {
    /// Looks for them.
    ///
    /// A row is quiet if hardly anything changes along it and it looks like the row above. Lines of text are
    /// farther apart than a hundredth of the width of a screen, and the strokes of one character are not.
    pub(super) fn of(raster: &Raster) -> Self {
        let least = (raster.width / 100).max(4);
        let mut gaps = Vec::new();
        let mut open: Option<Gap> = None;
        let mut above: Vec<u64> = Vec::new();
        for y in 0..raster.height {
            let row: Vec<u64> = (0..raster.width).map(|x| raster.luma(x, y)).collect();
            let edges = edges(&row);
            let same = above.is_empty() || differing(&row, &above) * 200 <= raster.width;
            above = row;
            let quiet = same && edges <= FRAMED;
            let is_open = edges <= 1;
            match &mut open {
                Some(gap) if quiet && gap.open == is_open => gap.rows.end = y + 1,
                _ => {
                    gaps.extend(open.take().filter(|gap| gap.height() >= least));
                    open = quiet.then_some(Gap {
                        rows: y..y + 1,
                        open: is_open,
                    });
                }
            }
        }
        gaps.extend(open.filter(|gap| gap.height() >= least));
        Self { gaps }
    }

    /// The best row to cut at within `reach`: in the middle of an open gap, or else between lines of a bubble; of
    /// several, the one nearest to `wished`.
    pub(super) fn nearest(&self, wished: u32, reach: Range<u32>) -> Option<u32> {
        let cut = |gap: &Gap| {
            let middle = gap.rows.start.midpoint(gap.rows.end);
            // A wide gap may be cut anywhere but close to its edges.
            let margin = (gap.height() / 2).min(16);
            let row = wished.clamp(gap.rows.start + margin, gap.rows.end - margin);
            if gap.height() > 64 { row } else { middle }
        };
        let best = |open: bool| {
            let gaps = self.gaps.iter().filter(|gap| gap.open == open);
            gaps.map(cut)
                .filter(|row| reach.contains(row))
                .min_by_key(|row| row.abs_diff(wished))
        };
        best(true).or_else(|| best(false))
    }
}

/// How many times the brightness changes along a row.
fn edges(row: &[u64]) -> u32 {
    let changes = row
        .windows(2)
        .filter(|pair| pair[0].abs_diff(pair[1]) > VISIBLE);
    u32::try_from(changes.count()).unwrap_or(u32::MAX)
}

/// How many pixels of two rows differ.
fn differing(row: &[u64], other: &[u64]) -> u32 {
    let differing = row
        .iter()
        .zip(other)
        .filter(|(a, b)| a.abs_diff(**b) > VISIBLE);
    u32::try_from(differing.count()).unwrap_or(u32::MAX)
}
