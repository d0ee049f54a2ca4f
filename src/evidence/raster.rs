//! A decoded picture in memory, and what is done to its pixels.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions};

use super::buffers::Buffers;
use super::copy::Region;
use super::fault::Fault;

/// A decoded picture: three bytes a pixel, red, green, blue, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Raster {
    /// The width in pixels.
    pub(super) width: u32,
    /// The height in pixels.
    pub(super) height: u32,
    // Invariant: `width * height * 3` bytes.
    /// The samples.
    pub(super) pixels: Vec<u8>,
}

impl Raster {
    /// Wraps decoded samples after checking that their number fits the size.
    pub(super) fn new(width: u32, height: u32, pixels: Vec<u8>) -> Result<Self, Fault> {
        if pixels.len() == width as usize * height as usize * 3 {
            Ok(Self {
                width,
                height,
                pixels,
            })
        } else {
            Err(Fault::Corrupt {
                reason: "size and samples disagree".to_owned(),
            })
        }
    }

    /// Returns the brightness of a pixel, 0 to 255.
    pub(super) fn luma(&self, x: u32, y: u32) -> u64 {
        let at = (y as usize * self.width as usize + x as usize) * 3;
        let weights = [299, 587, 114];
        self.pixels[at..at + 3]
            .iter()
            .zip(weights)
            .map(|(sample, weight)| u64::from(*sample) * weight)
            .sum::<u64>()
            / 1000
    }

    /// Returns the samples of the rows `top..bottom`.
    pub(super) fn rows(&self, top: u32, bottom: u32) -> &[u8] {
        let stride = self.width as usize * 3;
        &self.pixels[top as usize * stride..bottom as usize * stride]
    }

    /// Returns the picture turned by quarter turns clockwise, 0 to 3.
    pub(super) fn rotated(self, turns: u8, buffers: &Buffers) -> Self {
        let orientation = [1, 6, 3, 8][usize::from(turns % 4)];
        self.upright(orientation, buffers)
    }

    /// Returns what a region of the picture shows.
    pub(super) fn cropped(self, region: Region, buffers: &Buffers) -> Self {
        let stride = self.width as usize * 3;
        let (from, length) = (region.left as usize * 3, region.width as usize * 3);
        let mut pixels = buffers.empty(length * region.height as usize);
        for row in self
            .rows(region.top, region.top + region.height)
            .chunks_exact(stride)
        {
            pixels.extend_from_slice(&row[from..from + length]);
        }
        buffers.give(self.pixels);
        Self {
            width: region.width,
            height: region.height,
            pixels,
        }
    }

    /// Returns the picture upright, given its EXIF orientation, 1 to 8.
    pub(super) fn upright(self, orientation: u8, buffers: &Buffers) -> Self {
        let (w, h) = (self.width as usize, self.height as usize);
        match orientation {
            2 => self.remapped(w, h, buffers, |x, y| (w - 1 - x, y)),
            3 => self.remapped(w, h, buffers, |x, y| (w - 1 - x, h - 1 - y)),
            4 => self.remapped(w, h, buffers, |x, y| (x, h - 1 - y)),
            5 => self.remapped(h, w, buffers, |x, y| (y, x)),
            6 => self.remapped(h, w, buffers, |x, y| (y, h - 1 - x)),
            7 => self.remapped(h, w, buffers, |x, y| (w - 1 - y, h - 1 - x)),
            8 => self.remapped(h, w, buffers, |x, y| (w - 1 - y, x)),
            _ => self,
        }
    }

    /// Returns a picture of a new size whose pixel (x, y) is taken from `source(x, y)`.
    fn remapped(
        self,
        width: usize,
        height: usize,
        buffers: &Buffers,
        source: impl Fn(usize, usize) -> (usize, usize),
    ) -> Self {
        // Square tiles keep both pictures in the processor's cache when rows become columns.
        const TILE: usize = 32;
        let old_width = self.width as usize;
        let place = |x, y| {
            let (old_x, old_y) = source(x, y);
            (old_y * old_width + old_x) * 3
        };
        // From one pixel of a row to the next it is always the same step, forward or back.
        let step = place(1.min(width - 1), 0).wrapping_sub(place(0, 0));
        let mut pixels = buffers.zeroed(self.pixels.len());
        for tile_y in (0..height).step_by(TILE) {
            for tile_x in (0..width).step_by(TILE) {
                for y in tile_y..height.min(tile_y + TILE) {
                    let row = (y * width + tile_x) * 3..(y * width + width.min(tile_x + TILE)) * 3;
                    let mut from = place(tile_x, y);
                    for pixel in pixels[row].chunks_exact_mut(3) {
                        pixel.copy_from_slice(&self.pixels[from..from + 3]);
                        from = from.wrapping_add(step);
                    }
                }
            }
        }
        buffers.give(self.pixels);
        let turned = width != old_width;
        let (width, height) = if turned {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Returns the picture scaled to a new size in pixels.
    pub(super) fn scaled(self, width: u32, height: u32, buffers: &Buffers) -> Result<Self, Fault> {
        let fault = |reason: String| Fault::Corrupt { reason };
        let source = ImageRef::new(self.width, self.height, &self.pixels, PixelType::U8x3)
            .map_err(|e| fault(e.to_string()))?;
        let length = width as usize * height as usize * 3;
        let pixels = buffers.zeroed(length);
        let mut target = Image::from_vec_u8(width, height, pixels, PixelType::U8x3)
            .map_err(|e| fault(e.to_string()))?;
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        buffers
            .with_scaler(|scaler| scaler.resize(&source, &mut target, &options))
            .map_err(|e| fault(e.to_string()))?;
        let pixels = target.into_vec();
        buffers.give(self.pixels);
        Self::new(width, height, pixels)
    }
}

/// Lays samples with transparency on white: `channels` is 2 (grey and alpha) or 4 (colour and alpha).
/// Returns the samples without alpha in three bytes a pixel, and whether anything was transparent.
pub(super) fn flattened(samples: &[u8], channels: usize) -> (Vec<u8>, bool) {
    let mut pixels = Vec::with_capacity(samples.len() / channels * 3);
    let mut transparent = false;
    for pixel in samples.chunks_exact(channels) {
        let alpha = u16::from(pixel[channels - 1]);
        transparent |= alpha != 255;
        let over_white = |c: u8| {
            let mixed = (u16::from(c) * alpha + 255 * (255 - alpha) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        let colour = if channels == 2 {
            [pixel[0]; 3]
        } else {
            [pixel[0], pixel[1], pixel[2]]
        };
        pixels.extend_from_slice(&colour.map(over_white));
    }
    (pixels, transparent)
}
