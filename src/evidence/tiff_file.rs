//! TIFF files: measured and decoded page by page.

use std::io::{Cursor, ErrorKind};

use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

use super::decoded::{Decoded, bearable};
use super::fault::Fault;
use super::foreign::Foreign;
use super::guard::guarded;
use super::raster::{Raster, flattened};
use super::step::Step;

/// The most pages of a file; a contract has fewer.
const MOST_PAGES: usize = 300;

/// The most bytes that one page may take while it is decoded.
const MOST_BYTES: usize = 1_000_000_000;

/// A TIFF whose list of pages was read.
pub(super) struct TiffFile<'a> {
    decoder: Decoder<Cursor<&'a [u8]>>,
    pages: u32,
}

/// A decoded page.
pub(super) struct TiffPage {
    /// Its pixels, not yet turned upright.
    pub(super) decoded: Decoded,
    /// How it has to be turned to stand upright, 1 (not at all) to 8.
    pub(super) orientation: u8,
}

impl<'a> TiffFile<'a> {
    /// Reads the list of pages.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut limits = Limits::default();
        limits.decoding_buffer_size = MOST_BYTES;
        let mut decoder = Decoder::new(Cursor::new(bytes))
            .map_err(fault)?
            .with_limits(limits);
        let mut pages = 1;
        while decoder.more_images() {
            if pages == MOST_PAGES {
                return Err(Fault::TooManyPages { limit: MOST_PAGES });
            }
            decoder.next_image().map_err(fault)?;
            pages += 1;
        }
        Ok(Self {
            decoder,
            pages: u32::try_from(pages).unwrap_or(u32::MAX),
        })
    }

    /// How many pages there are.
    pub(super) fn len(&self) -> u32 {
        self.pages
    }

    /// Decodes a page, counted from 1.
    pub(super) fn page(&mut self, no: u32) -> Result<TiffPage, Fault> {
        let decoder = &mut self.decoder;
        decoder
            .seek_to_image(no.saturating_sub(1) as usize)
            .map_err(fault)?;
        let (width, height) = decoder.dimensions().map_err(fault)?;
        let size = bearable(width, height)?;
        let orientation = decoder
            .find_tag_unsigned::<u8>(Tag::Orientation)
            .ok()
            .flatten()
            .filter(|value| (1..=8).contains(value))
            .unwrap_or(1);
        let colour = decoder.colortype().map_err(fault)?;
        let mut samples = DecodingResult::U8(Vec::new());
        // The decoder panics on colours that lie one after another in tiles.
        let read = guarded(|| decoder.read_image_to_buffer(&mut samples));
        let layout = read.ok_or(RARE)?.map_err(fault)?;
        let samples = match samples {
            DecodingResult::U8(samples) => samples,
            // The greater byte of two is what a screen shows.
            DecodingResult::U16(samples) => samples.iter().map(|s| s.to_be_bytes()[0]).collect(),
            _ => return Err(RARE),
        };
        let channels = usize::from(colour.num_samples());
        let page = Page {
            width: width as usize,
            samples: &samples,
            bits: usize::from(colour.bit_depth().min(8)),
            channels: if layout.planes > 1 { 1 } else { channels },
            rows: height as usize,
        };
        let samples = page.interleaved(channels, layout.planes)?;
        let (pixels, step) = coloured(colour, &samples)?;
        Ok(TiffPage {
            decoded: Decoded {
                raster: Raster::new(width, height, pixels)?,
                size,
                step,
                stripped: None,
            },
            orientation,
        })
    }
}

/// The samples of a page as the decoder gives them: rows start on whole bytes.
struct Page<'s> {
    width: usize,
    rows: usize,
    samples: &'s [u8],
    /// How many bits a sample has, 1 to 8.
    bits: usize,
    /// How many samples a pixel has in each plane.
    channels: usize,
}

impl Page<'_> {
    /// Returns the samples of each pixel side by side, one byte each, still of their own depth.
    fn interleaved(&self, channels: usize, planes: usize) -> Result<Vec<u8>, Fault> {
        let in_row = self.width * self.channels;
        let stride = (in_row * self.bits).div_ceil(8);
        let plane = stride * self.rows;
        if self.samples.len() < plane * planes {
            return Err(Fault::Truncated);
        }
        let mut all = vec![0; self.width * self.rows * channels];
        for at in 0..planes {
            let rows = self.samples[at * plane..][..plane].chunks_exact(stride);
            for (y, row) in rows.enumerate() {
                for x in 0..in_row {
                    let bit = x * self.bits;
                    let byte = row[bit / 8];
                    let sample = if self.bits == 8 {
                        byte
                    } else {
                        byte >> (8 - self.bits - bit % 8) & ((1 << self.bits) - 1)
                    };
                    let to = if planes > 1 { x * channels + at } else { x };
                    all[y * self.width * channels + to] = sample;
                }
            }
        }
        Ok(all)
    }
}

/// Returns samples of one byte as red, green and blue, and what that took.
fn coloured(colour: ColorType, samples: &[u8]) -> Result<(Vec<u8>, Option<Step>), Fault> {
    let grey = |bits: u8| {
        let most = if bits >= 8 { 255 } else { (1_u32 << bits) - 1 };
        samples
            .iter()
            .flat_map(|s| [byte(u32::from(*s) * 255 / most); 3])
            .collect()
    };
    let flat = |channels| {
        let (pixels, transparent) = flattened(samples, channels);
        (pixels, transparent.then_some(Step::Flattened))
    };
    match colour {
        ColorType::Gray(bits) if bits <= 8 || bits == 16 => Ok((grey(bits), None)),
        ColorType::RGB(8 | 16) => Ok((samples.to_vec(), None)),
        ColorType::GrayA(8 | 16) => Ok(flat(2)),
        ColorType::RGBA(8 | 16) => Ok(flat(4)),
        ColorType::CMYK(8 | 16) => {
            let paper =
                |ink: u8, black: u8| byte(u32::from(255 - ink) * u32::from(255 - black) / 255);
            let inks = samples.chunks_exact(4);
            let pixels = inks.flat_map(|ink| [ink[0], ink[1], ink[2]].map(|c| paper(c, ink[3])));
            Ok((pixels.collect(), Some(Step::Recoloured)))
        }
        ColorType::YCbCr(8) => Ok((samples.chunks_exact(3).flat_map(ycbcr).collect(), None)),
        _ => Err(RARE),
    }
}

/// Returns a sample that a calculation kept within 0 to 255.
fn byte(sample: u32) -> u8 {
    u8::try_from(sample).unwrap_or(u8::MAX)
}

/// Returns a pixel of brightness and two colour differences (ITU-R BT.601, full range) as red, green and blue.
fn ycbcr(pixel: &[u8]) -> [u8; 3] {
    let [y, cb, cr] = [0, 1, 2].map(|at| i32::from(pixel[at]));
    let (cb, cr) = (cb - 128, cr - 128);
    let red = y + ((91_881 * cr) >> 16);
    let green = y - ((22_554 * cb + 46_802 * cr) >> 16);
    let blue = y + ((116_130 * cb) >> 16);
    [red, green, blue].map(|c| u8::try_from(c.clamp(0, 255)).unwrap_or(u8::MAX))
}

/// The fault of a page in an encoding or in colours that are not read here.
const RARE: Fault = Fault::Unsupported {
    kind: Foreign::RareTiff,
};

/// Translates what the decoder says.
fn fault(error: TiffError) -> Fault {
    match error {
        TiffError::IoError(e) if e.kind() == ErrorKind::UnexpectedEof => Fault::Truncated,
        TiffError::UnsupportedError(_) => RARE,
        other => Fault::Corrupt {
            reason: other.to_string(),
        },
    }
}
