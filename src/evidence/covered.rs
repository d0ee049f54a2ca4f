//! Whether covered places of a finished picture are flat.

use super::buffers::Buffers;
use super::copy::{CopyFormat, FiledCopy};
use super::jpeg_file::JpegFile;
use super::png_file::PngFile;
use super::raster::Raster;
use super::redact::Mask;

/// How far a sample may lie from the flat colour, of 255: JPEG rounds.
const ROUNDED: u8 = 2;

/// Whether a JPEG decodes and every mask on it is one flat colour.
pub fn jpeg_is_covered(bytes: &[u8], masks: &[Mask]) -> bool {
    let raster = JpegFile::open(bytes).and_then(|file| file.decode(&Buffers::default()));
    raster.is_ok_and(|raster| samples_are_covered(&raster.pixels, raster.width, masks))
}

/// Whether every mask is one flat colour in samples with one or three bytes a pixel.
pub fn samples_are_covered(samples: &[u8], width: u32, masks: &[Mask]) -> bool {
    let width = width as usize;
    masks.iter().all(|mask| {
        let channels = channels(samples, width, mask.bottom as usize);
        (mask.top as usize..mask.bottom as usize).all(|row| {
            let from = (row * width + mask.left as usize) * channels;
            let to = (row * width + mask.right as usize) * channels;
            samples.get(from..to).is_some_and(|row| {
                row.iter()
                    .all(|sample| sample.abs_diff(mask.luma) <= ROUNDED)
            })
        })
    })
}

/// How many bytes a pixel has: three if there are enough samples for that.
fn channels(samples: &[u8], width: usize, rows: usize) -> usize {
    let pixels = (samples.len() / width.max(1)).max(1);
    if pixels.is_multiple_of(3) && pixels / 3 >= rows {
        3
    } else {
        1
    }
}

/// Whether samples are those of a PNG copy, in grey or in colour.
pub fn shows(copy: &FiledCopy, samples: &[u8]) -> bool {
    if copy.format != CopyFormat::Png {
        return false;
    }
    let decoded = PngFile::open(&copy.bytes).and_then(|file| file.decode(&Buffers::default()));
    decoded.is_ok_and(|decoded| same(&decoded.raster, samples))
}

fn same(raster: &Raster, samples: &[u8]) -> bool {
    if samples.len() == raster.pixels.len() {
        return samples == raster.pixels;
    }
    let grey = raster.pixels.chunks_exact(3).map(|pixel| pixel[0]);
    samples.len() * 3 == raster.pixels.len() && grey.eq(samples.iter().copied())
}
