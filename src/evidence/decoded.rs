//! Picture files of every format, measured first and then decoded in full.

use super::copy::CopyFormat;
use super::encode::Encoded;
use super::fault::Fault;
use super::jpeg_file::{JpegColour, JpegFile};
use super::kind::Kind;
use super::png_file::PngFile;
use super::raster::Raster;
use super::step::Step;
use super::webp_file::WebpFile;

/// The most pixels that are decoded; a 1080 × 65000 screenshot has 70 million.
const MOST_PIXELS: u64 = 200_000_000;

/// A picture that was decoded in full.
pub(super) struct Decoded {
    /// The pixels, not yet turned upright.
    pub(super) raster: Raster,
    /// What was done while decoding.
    pub(super) step: Option<Step>,
    /// The same picture data without metadata, if they may be filed as they are.
    pub(super) stripped: Option<Encoded>,
}

impl Decoded {
    /// Decodes a JPEG, PNG or WebP file, after its header showed a bearable size.
    pub(super) fn read(bytes: &[u8], kind: Kind) -> Result<Self, Fault> {
        match kind {
            Kind::Jpeg => Self::jpeg(bytes),
            Kind::Png => Self::png(bytes),
            _ => Self::webp(bytes),
        }
    }

    /// Decodes a JPEG.
    fn jpeg(bytes: &[u8]) -> Result<Self, Fault> {
        let file = JpegFile::open(bytes)?;
        let (width, height) = bearable(file.width, file.height)?;
        let raster = file.decode()?;
        let ink = matches!(file.colour, JpegColour::Ink | JpegColour::InvertedInk);
        let plain = matches!(file.colour, JpegColour::Grey | JpegColour::YCbCr);
        let stripped = plain.then(|| Encoded {
            bytes: file.stripped(),
            format: CopyFormat::Jpeg,
            width,
            height,
        });
        Ok(Self {
            raster,
            step: ink.then_some(Step::Recoloured),
            stripped,
        })
    }

    /// Decodes a PNG.
    fn png(bytes: &[u8]) -> Result<Self, Fault> {
        let file = PngFile::open(bytes)?;
        let (width, height) = bearable(file.width, file.height)?;
        let decoded = file.decode()?;
        let stripped = file.stripped().map(|bytes| Encoded {
            bytes,
            format: CopyFormat::Png,
            width,
            height,
        });
        Ok(Self {
            raster: decoded.raster,
            step: decoded.transparent.then_some(Step::Flattened),
            stripped,
        })
    }

    /// Decodes a WebP.
    fn webp(bytes: &[u8]) -> Result<Self, Fault> {
        let file = WebpFile::open(bytes)?;
        bearable(file.width, file.height)?;
        let decoded = file.decode()?;
        let step = decoded.transparent.then_some(Step::Flattened);
        Ok(Self {
            raster: decoded.raster,
            step,
            stripped: None,
        })
    }
}

/// Returns the size unless its decoding would take too much memory.
fn bearable(width: u32, height: u32) -> Result<(u32, u32), Fault> {
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooLarge {
            width,
            height,
            limit: MOST_PIXELS,
        });
    }
    Ok((width, height))
}
