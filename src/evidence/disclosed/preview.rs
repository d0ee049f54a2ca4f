//! Small pictures of itself that a file carries: whether they show what the picture shows, and nothing more.

use std::cell::OnceCell;
use std::ops::Range;

use crate::evidence::buffers::Buffers;
use crate::evidence::copy::{CopyFormat, FiledCopy, Region};
use crate::evidence::decoded::{Decoded, Wish};
use crate::evidence::heic;
use crate::evidence::jpeg_file::JpegFile;
use crate::evidence::kind::Kind;
use crate::evidence::png_file::PngFile;
use crate::evidence::raster::Raster;

/// The longest side at which pictures are compared, in pixels.
const LONGEST: u32 = 640;

/// The side of the squares whose mean colours are compared, in pixels.
const SIDE: u32 = 4;

/// How far a sample of the mean colour of a square may be off, of 255, in the mean over the three colours.
///
/// Measured on sixteen photos shrunk to 160 and 320 pixels by four filters at JPEG qualities from 30 to 90: half
/// of these are off by at most 9, nineteen in twenty by at most 23. A bar over a twentieth of the height, or a crop
/// by a twentieth, is off by 30 and more wherever there was anything to see.
const MOST_SQUARE: u32 = 24;

/// How far all squares may be off in the mean; the worst of the measured ones were off by 3.6.
const MOST_MEAN: u32 = 4;

/// How bright bars beside a picture of another shape may be in the mean, of 255; they are black but for noise.
const MOST_BAR: u64 = 24;

/// The picture that a file shows, which is decoded only if there is something to compare with it.
pub(in super::super) struct Shown<'a> {
    bytes: &'a [u8],
    kind: Kind,
    copies: &'a [FiledCopy],
    small: OnceCell<Option<Small>>,
}

/// A picture shrunk for comparing.
struct Small {
    raster: Raster,
    /// How many pixels the picture itself has.
    pixels: u64,
}

impl Small {
    /// Compares it with another picture, however that is turned.
    fn likeness(&self, preview: Raster, buffers: &Buffers) -> Likeness {
        let Some(preview) = fitted(preview, buffers) else {
            return Likeness::Unknown;
        };
        let mut turned = (1..=8).map(|orientation| preview.clone().upright(orientation, buffers));
        if turned.any(|preview| is_same(&preview, &self.raster, buffers)) {
            Likeness::Same
        } else {
            Likeness::Other
        }
    }
}

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// They show the same.
    Same,
    /// They show something else.
    Other,
    /// One of them cannot be decoded, or the smaller picture is the larger one.
    Unknown,
}

impl<'a> Shown<'a> {
    /// The picture of a file, of which copies are filed.
    pub(in super::super) fn new(bytes: &'a [u8], kind: Kind, copies: &'a [FiledCopy]) -> Self {
        Self {
            bytes,
            kind,
            copies,
            small: OnceCell::new(),
        }
    }

    /// The whole file.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Compares it with a JPEG that the file carries, however that is turned.
    pub(super) fn likeness(&self, jpeg: &[u8]) -> Likeness {
        let buffers = Buffers::default();
        let shown = self.small.get_or_init(|| self.shrunk(&buffers));
        let preview = JpegFile::open(jpeg).ok();
        let preview = preview.and_then(|file| {
            let pixels = u64::from(file.width) * u64::from(file.height);
            let room = shown.as_ref().is_some_and(|shown| pixels <= shown.pixels);
            room.then(|| file.decode(&buffers).ok()).flatten()
        });
        match (shown, preview) {
            (Some(shown), Some(preview)) => shown.likeness(preview, &buffers),
            _ => Likeness::Unknown,
        }
    }

    /// Compares it with a small picture that was decoded.
    pub(super) fn likeness_of(&self, preview: Raster) -> Likeness {
        let buffers = Buffers::default();
        let shown = self.small.get_or_init(|| self.shrunk(&buffers));
        let pixels = u64::from(preview.width) * u64::from(preview.height);
        match shown {
            Some(shown) if pixels <= shown.pixels => shown.likeness(preview, &buffers),
            _ => Likeness::Unknown,
        }
    }

    /// Decodes and shrinks the picture: the filed copy of all of it, which is smaller, or the file itself.
    fn shrunk(&self, buffers: &Buffers) -> Option<Small> {
        let whole =
            |copy: &&FiledCopy| copy.region == Region::all(copy.whole) && copy.masks.is_empty();
        let (raster, (width, height)) = match self.copies {
            [copy] if whole(&copy) => {
                let raster = match copy.format {
                    CopyFormat::Jpeg => JpegFile::open(&copy.bytes).ok()?.decode(buffers).ok()?,
                    CopyFormat::Png => {
                        let file = PngFile::open(&copy.bytes).ok()?;
                        file.decode(buffers).ok()?.raster
                    }
                };
                (raster, copy.whole)
            }
            _ if matches!(self.kind, Kind::Jpeg | Kind::Png | Kind::Webp) => {
                let wish = Wish {
                    own: false,
                    buffers,
                };
                let decoded = Decoded::read(self.bytes, self.kind, &wish).ok()?;
                (decoded.raster, decoded.size)
            }
            _ if self.kind == Kind::Heic => {
                let raster = heic::uncoloured(self.bytes)?;
                let size = (raster.width, raster.height);
                (raster, size)
            }
            _ => return None,
        };
        Some(Small {
            raster: fitted(raster, buffers)?,
            pixels: u64::from(width) * u64::from(height),
        })
    }
}

/// A picture no longer than is compared.
fn fitted(raster: Raster, buffers: &Buffers) -> Option<Raster> {
    let (width, height) = (raster.width, raster.height);
    let longest = width.max(height);
    if longest <= LONGEST {
        return Some(raster);
    }
    let side = |pixels: u32| (pixels * LONGEST / longest).max(1);
    raster.scaled(side(width), side(height), buffers).ok()
}

/// Whether a small picture shows what a larger one shows, with or without black bars beside it.
fn is_same(small: &Raster, large: &Raster, buffers: &Buffers) -> bool {
    let compared = |small: &Raster| {
        let large = large.clone().scaled(small.width, small.height, buffers);
        large.is_ok_and(|large| is_alike(small, &large))
    };
    let inner = inner(small, large);
    let bare = inner != Region::all((small.width, small.height)) && has_bars(small, inner);
    if bare {
        compared(&small.clone().cropped(inner, buffers))
    } else {
        // Without bars a picture of another shape may have been stretched.
        compared(small)
    }
}

/// The part of a small picture that has the shape of a large one, in its middle.
fn inner(small: &Raster, large: &Raster) -> Region {
    let rounded = |a: u32, b: u32, by: u32| {
        let sum = u64::from(a) * u64::from(b) + u64::from(by) / 2;
        u32::try_from(sum / u64::from(by.max(1))).unwrap_or(u32::MAX)
    };
    let width = rounded(small.height, large.width, large.height).clamp(1, small.width);
    let height = rounded(small.width, large.height, large.width).clamp(1, small.height);
    // A pixel or two are rounding.
    let near = |own: u32, all: u32| if own + 2 >= all { all } else { own };
    let (width, height) = (near(width, small.width), near(height, small.height));
    Region {
        left: (small.width - width) / 2,
        top: (small.height - height) / 2,
        width,
        height,
    }
}

/// Whether everything beside the inner part of a picture is black, row by row and column by column.
fn has_bars(picture: &Raster, inner: Region) -> bool {
    let mean = |sum: u64, count: u32| sum / u64::from(count.max(1));
    let row = |y: u32| {
        mean(
            (0..picture.width).map(|x| picture.luma(x, y)).sum(),
            picture.width,
        )
    };
    let column = |x: u32| {
        mean(
            (0..picture.height).map(|y| picture.luma(x, y)).sum(),
            picture.height,
        )
    };
    // The first line beside the picture may show half of it.
    let beside = |from: u32, length: u32, all: u32| {
        (0..from.saturating_sub(1)).chain(from + length + 1..all)
    };
    beside(inner.top, inner.height, picture.height).all(|y| row(y) <= MOST_BAR)
        && beside(inner.left, inner.width, picture.width).all(|x| column(x) <= MOST_BAR)
}

/// Whether two pictures of one size show the same: whether the mean colours of all small squares agree.
fn is_alike(a: &Raster, b: &Raster) -> bool {
    let (columns, rows) = ((a.width / SIDE).max(1), (a.height / SIDE).max(1));
    let mut total = 0;
    for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        let own = mean(a, column, row, (0, 0));
        // Small pictures are made by many ways of shrinking, which may be off by a pixel.
        let shifts = (-1..=1).flat_map(|y| (-1..=1).map(move |x| (x, y)));
        let off = shifts.map(|shift| {
            let other = mean(b, column, row, shift);
            own.iter()
                .zip(other)
                .map(|(a, b)| a.abs_diff(b))
                .sum::<u32>()
                / 3
        });
        let off = off.min().unwrap_or(u32::MAX);
        if off > MOST_SQUARE {
            return false;
        }
        total += off;
    }
    total <= MOST_MEAN * columns * rows
}

/// The pixels of a square along one side of a picture; the last one takes what is left over.
fn side(no: u32, length: u32) -> Range<u32> {
    let (from, to) = (no * SIDE, no * SIDE + SIDE);
    from..if to + SIDE > length { length } else { to }
}

/// The mean colour of a square, moved by up to a pixel.
fn mean(picture: &Raster, column: u32, row: u32, (right, down): (i32, i32)) -> [u32; 3] {
    let (mut sums, mut count) = ([0_u32; 3], 0_u32);
    for y in side(row, picture.height) {
        for x in side(column, picture.width) {
            let x = x.saturating_add_signed(right).min(picture.width - 1);
            let y = y.saturating_add_signed(down).min(picture.height - 1);
            let at = (y as usize * picture.width as usize + x as usize) * 3;
            for (sum, sample) in sums.iter_mut().zip(&picture.pixels[at..at + 3]) {
                *sum += u32::from(*sample);
            }
            count += 1;
        }
    }
    sums.map(|sum| sum / count.max(1))
}
