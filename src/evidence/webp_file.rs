//! WebP files: measured and decoded in full.

use std::io::{Cursor, ErrorKind};

use image::codecs::webp::WebPDecoder;
use image::{ColorType, ImageDecoder, ImageError};

use super::fault::Fault;
use super::raster::{Raster, flattened};

/// A WebP file whose header was read.
pub(super) struct WebpFile<'a> {
    /// The width in pixels, before it is turned upright.
    pub(super) width: u32,
    /// The height in pixels, before it is turned upright.
    pub(super) height: u32,
    /// Reads the pixels.
    decoder: WebPDecoder<Cursor<&'a [u8]>>,
}

/// A decoded WebP.
pub(super) struct DecodedWebp {
    /// The pixels, on white where they were transparent.
    pub(super) raster: Raster,
    /// Whether anything was transparent.
    pub(super) transparent: bool,
}

impl<'a> WebpFile<'a> {
    /// Reads the header.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let length = bytes
            .get(4..8)
            .and_then(|b| b.try_into().ok())
            .map(u32::from_le_bytes)
            .ok_or(Fault::Truncated)?;
        if bytes.len() < length as usize + 8 {
            return Err(Fault::Truncated);
        }
        let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|e| fault(&e))?;
        if decoder.has_animation() {
            return Err(Fault::Animated);
        }
        let (width, height) = decoder.dimensions();
        Ok(Self {
            width,
            height,
            decoder,
        })
    }

    /// Decodes the picture in full.
    pub(super) fn decode(self) -> Result<DecodedWebp, Fault> {
        let alpha = self.decoder.color_type() == ColorType::Rgba8;
        let channels = if alpha { 4 } else { 3 };
        let mut samples = vec![0; self.width as usize * self.height as usize * channels];
        self.decoder
            .read_image(&mut samples)
            .map_err(|e| fault(&e))?;
        let (pixels, transparent) = if alpha {
            flattened(&samples, 4)
        } else {
            (samples, false)
        };
        Ok(DecodedWebp {
            raster: Raster::new(self.width, self.height, pixels)?,
            transparent,
        })
    }
}

/// Translates what the decoder says.
fn fault(error: &ImageError) -> Fault {
    match error {
        ImageError::IoError(e) if e.kind() == ErrorKind::UnexpectedEof => Fault::Truncated,
        other => Fault::Corrupt {
            reason: other.to_string(),
        },
    }
}
