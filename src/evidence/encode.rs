//! Pixels to files: JPEG in two qualities, PNG as small as is quick.

use jpeg_encoder::{ColorType as JpegInput, Encoder as JpegEncoder, SamplingFactor};
use png::{BitDepth, ColorType, DeflateCompression, Encoder as PngEncoder, EncodingError, Filter};

use super::buffers::Buffers;
use super::copy::{CopyFormat, FiledCopy};
use super::fault::Fault;
use super::palette::{Indexed, indexed};
use super::png_file::PngFile;
use super::raster::Raster;

/// The JPEG quality of screens, whose text must stay crisp.
const SCREEN_QUALITY: u8 = 92;

/// The deflate level that shows roughly how small a PNG gets.
const QUICK: u8 = 1;

/// The deflate level beyond which a PNG of a screen hardly gets smaller.
const SMALL: u8 = 4;

/// A file made of pixels.
#[derive(Clone)]
pub(super) struct Encoded {
    /// The whole file.
    pub(super) bytes: Vec<u8>,
    /// Its format.
    pub(super) format: CopyFormat,
    /// The width in pixels.
    pub(super) width: u32,
    /// The height in pixels.
    pub(super) height: u32,
}

/// Encodes the rows `top..bottom` of a screen as the smaller of PNG and JPEG with full colour.
pub(super) fn screen(raster: &Raster, top: u32, bottom: u32) -> Result<Encoded, Fault> {
    let (width, height) = (raster.width, bottom - top);
    let png = |bytes| Encoded {
        bytes,
        format: CopyFormat::Png,
        width,
        height,
    };
    let Ok(jpeg) = screen_jpeg(raster.rows(top, bottom), width, height) else {
        return Ok(png(write_png(raster, top, bottom, SMALL)?));
    };
    // The quick one is about a seventh larger than the small one and tells at once that a JPEG wins.
    let quick = write_png(raster, top, bottom, QUICK)?;
    if quick.len() <= jpeg.len() + jpeg.len() / 4 {
        let small = write_png(raster, top, bottom, SMALL)?;
        if small.len() <= jpeg.len() {
            return Ok(png(small));
        }
    }
    Ok(Encoded {
        bytes: jpeg,
        format: CopyFormat::Jpeg,
        width,
        height,
    })
}

/// Encodes a whole screen as JPEG with full colour, if that takes less than `limit` bytes.
pub(super) fn smaller_jpeg(raster: &Raster, limit: usize) -> Option<Encoded> {
    let bytes = screen_jpeg(&raster.pixels, raster.width, raster.height).ok()?;
    let jpeg = Encoded {
        bytes,
        format: CopyFormat::Jpeg,
        width: raster.width,
        height: raster.height,
    };
    (jpeg.bytes.len() < limit).then_some(jpeg)
}

/// Encodes a photo at the first quality that needs no more bytes than `limit`, or else at the last.
pub(super) fn photo(
    raster: &Raster,
    masked: bool,
    qualities: &[u8],
    limit: usize,
) -> Result<Encoded, Fault> {
    let (width, height) = (raster.width, raster.height);
    // Where colour is stored coarsely, viewers smear it over the edges of a mask, and its colour is no longer flat.
    let sampling = if masked {
        SamplingFactor::F_1_1
    } else {
        SamplingFactor::F_2_2
    };
    let mut bytes = Vec::new();
    for &quality in qualities {
        bytes = jpeg(&raster.pixels, width, height, quality, sampling)?;
        if bytes.len() <= limit {
            break;
        }
    }
    Ok(Encoded {
        bytes,
        format: CopyFormat::Jpeg,
        width,
        height,
    })
}

/// Encodes samples in three bytes a pixel as a JPEG fit for screens.
pub(super) fn screen_jpeg(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Fault> {
    jpeg(pixels, width, height, SCREEN_QUALITY, SamplingFactor::F_1_1)
}

/// Encodes samples in three bytes a pixel as JPEG.
fn jpeg(
    pixels: &[u8],
    width: u32,
    height: u32,
    quality: u8,
    sampling: SamplingFactor,
) -> Result<Vec<u8>, Fault> {
    let too_large = || Fault::TooLarge {
        width,
        height,
        limit: 65_535 * 65_535,
    };
    let columns = u16::try_from(width).map_err(|_| too_large())?;
    let rows = u16::try_from(height).map_err(|_| too_large())?;
    let mut bytes = Vec::with_capacity(pixels.len() / 8);
    let mut encoder = JpegEncoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(sampling);
    let corrupt = |e: jpeg_encoder::EncodingError| Fault::Corrupt {
        reason: e.to_string(),
    };
    encoder
        .encode(pixels, columns, rows, JpegInput::Rgb)
        .map_err(corrupt)?;
    Ok(bytes)
}

/// Encodes the rows `top..bottom` as PNG at a deflate level, by colour number if there are few colours.
fn write_png(raster: &Raster, top: u32, bottom: u32, level: u8) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes, raster.width, bottom - top);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::Level(level));
    let written = if let Some(Indexed { colours, indices }) = indexed(raster, top, bottom) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(colours);
        // Colour numbers of neighbours say nothing about each other.
        encoder.set_filter(Filter::NoFilter);
        finish_png(encoder, &indices)
    } else {
        encoder.set_color(ColorType::Rgb);
        encoder.set_filter(Filter::Adaptive);
        finish_png(encoder, raster.rows(top, bottom))
    };
    written.map_err(|e| Fault::Corrupt {
        reason: e.to_string(),
    })?;
    Ok(bytes)
}

/// The deflate level at which PDF writers store samples.
const STORED: u8 = 6;

/// Returns about how many bytes a copy takes in a PDF: a JPEG its own, a PNG those of its samples, deflated anew in
/// three bytes a pixel.
pub fn stored_bytes(copy: &FiledCopy) -> u64 {
    let own = copy.bytes.len();
    let stored = match copy.format {
        CopyFormat::Jpeg => own,
        CopyFormat::Png => stored_png(&copy.bytes).unwrap_or(own),
    };
    stored as u64
}

fn stored_png(bytes: &[u8]) -> Option<usize> {
    let raster = PngFile::open(bytes)
        .ok()?
        .decode(&Buffers::default())
        .ok()?
        .raster;
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::Level(STORED));
    encoder.set_color(ColorType::Rgb);
    encoder.set_filter(Filter::NoFilter);
    finish_png(encoder, &raster.pixels).ok()?;
    Some(bytes.len())
}

/// Writes header, samples and end of a PNG.
fn finish_png(encoder: PngEncoder<'_, &mut Vec<u8>>, samples: &[u8]) -> Result<(), EncodingError> {
    let mut writer = encoder.write_header()?;
    writer.write_image_data(samples)?;
    writer.finish()
}
