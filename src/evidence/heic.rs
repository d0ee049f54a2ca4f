//! HEIC pictures, as phones take them.

use heifer::{Error, HdrImage, Options};

use super::fault::Fault;
use super::raster::{Raster, flattened};

/// The most pixels that are decoded, at four bytes each.
const MOST_PIXELS: u64 = 100_000_000;

/// Decodes the first picture of a HEIC file, upright.
///
/// The decoder turns the picture as the file says, so that the orientation in its EXIF data is spent.
pub(super) fn decode(bytes: &[u8]) -> Result<Raster, Fault> {
    let options = Options {
        // Every thread reserves address space, which the process has little of.
        max_threads: 2,
        max_pixels: MOST_PIXELS,
    };
    match heifer::decode_srgb_rgba8(bytes, &options) {
        Ok(image) => {
            let (pixels, _) = flattened(&image.data, 4);
            Raster::new(image.width, image.height, pixels)
        }
        // A picture for bright screens has a range of its own.
        Err(Error::Unsupported(_)) => {
            let bright = heifer::hdr::decode_hdr_with_options(bytes, &options, 1.0);
            dimmed(&bright.map_err(|error| broken(&error))?)
        }
        Err(error) => Err(broken(&error)),
    }
}

/// Decodes the first picture with its colours as they are stored, to compare it with its small one.
pub(super) fn uncoloured(bytes: &[u8]) -> Option<Raster> {
    let options = Options {
        max_threads: 2,
        max_pixels: MOST_PIXELS,
    };
    let image = heifer::decode_rgba8(bytes, &options).ok()?;
    let (pixels, _) = flattened(&image.data, 4);
    Raster::new(image.width, image.height, pixels).ok()
}

/// Decodes the small picture that goes with the first one, with its colours as they are stored.
pub(super) fn thumbnail(bytes: &[u8]) -> Option<Raster> {
    let image = heifer::decode_thumbnail(bytes).ok()??;
    Raster::new(image.width, image.height, image.to_rgb8()).ok()
}

/// Words the fault that a decoder found.
fn broken(error: &Error) -> Fault {
    Fault::Corrupt {
        reason: error.to_string(),
    }
}

/// Brings a picture for bright screens into the range of paper, without cutting its lights off.
fn dimmed(image: &HdrImage) -> Result<Raster, Fault> {
    let white = image.headroom.max(1.0);
    let pixels = image.data.iter().map(|light| {
        let light = light.max(0.0);
        let paper = light * (1.0 + light / (white * white)) / (1.0 + light);
        encoded(if white > 1.0 { paper } else { light })
    });
    Raster::new(image.width, image.height, pixels.collect())
}

/// Returns the sRGB sample of an amount of light, where 1 is white.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value was clamped to the range of a byte"
)]
fn encoded(light: f32) -> u8 {
    let sample = if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    };
    (sample.clamp(0.0, 1.0) * 255.0).round() as u8
}
