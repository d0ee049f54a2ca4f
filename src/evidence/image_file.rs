//! BMP and GIF files: measured and decoded in full.

use std::io::{Cursor, ErrorKind};

use image::codecs::bmp::BmpDecoder;
use image::codecs::gif::GifDecoder;
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageError};

use super::decoded::{Decoded, bearable};
use super::fault::Fault;
use super::raster::{Raster, flattened};
use super::step::Step;

/// How many frames of a GIF are counted.
const COUNTED_FRAMES: usize = 1000;

/// Decodes a BMP.
pub(super) fn bmp(bytes: &[u8]) -> Result<Decoded, Fault> {
    decoded(BmpDecoder::new(Cursor::new(bytes)).map_err(|e| fault(&e))?)
}

/// Decodes the first frame of a GIF; if it has more, that is told as a step.
pub(super) fn gif(bytes: &[u8]) -> Result<Decoded, Fault> {
    let open = || GifDecoder::new(Cursor::new(bytes)).map_err(|e| fault(&e));
    let first = decoded(open()?)?;
    // What follows the first frame is not filed, so that a fault in it does no harm.
    let frames = open()?.into_frames().take(COUNTED_FRAMES);
    let frames = frames.take_while(Result::is_ok).take(2).count();
    let step = if frames > 1 {
        Some(Step::FirstFrame)
    } else {
        first.step
    };
    Ok(Decoded { step, ..first })
}

/// Decodes a picture in full after its header showed a bearable size.
fn decoded(decoder: impl ImageDecoder) -> Result<Decoded, Fault> {
    let (width, height) = decoder.dimensions();
    let size = bearable(width, height)?;
    let alpha = decoder.color_type().has_alpha();
    let image = DynamicImage::from_decoder(decoder).map_err(|e| fault(&e))?;
    let (pixels, transparent) = if alpha {
        flattened(&image.into_rgba8().into_raw(), 4)
    } else {
        (image.into_rgb8().into_raw(), false)
    };
    Ok(Decoded {
        raster: Raster::new(width, height, pixels)?,
        size,
        step: transparent.then_some(Step::Flattened),
        stripped: None,
    })
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
