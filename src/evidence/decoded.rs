//! Picture files with one picture, measured first and then decoded in full.

use super::buffers::Buffers;
use super::copy::CopyFormat;
use super::encode::Encoded;
use super::fault::Fault;
use super::image_file;
use super::jpeg_file::{JpegColour, JpegFile};
use super::kind::Kind;
use super::png_file::PngFile;
use super::raster::Raster;
use super::step::Step;
use super::webp_file::WebpFile;

/// The most pixels that are decoded; a 1080 × 65000 screenshot has 70 million.
pub(super) const MOST_PIXELS: u64 = 200_000_000;

/// A picture that was decoded in full.
pub(super) struct Decoded {
    /// The pixels, not yet turned upright.
    pub(super) raster: Raster,
    /// The width and height of the file in pixels, not yet turned upright.
    pub(super) size: (u32, u32),
    /// What was done while decoding.
    pub(super) step: Option<Step>,
    /// The same picture data without metadata, if they may be filed as they are.
    pub(super) stripped: Option<Encoded>,
}

/// What is wanted of a file.
pub(super) struct Wish<'a> {
    /// Whether its own data may be filed.
    pub(super) own: bool,
    /// Memory of pictures that are done with.
    pub(super) buffers: &'a Buffers,
}

impl Decoded {
    /// Decodes a JPEG, PNG, BMP, GIF or WebP file, after its header showed a bearable size.
    pub(super) fn read(bytes: &[u8], kind: Kind, wish: &Wish<'_>) -> Result<Self, Fault> {
        match kind {
            Kind::Jpeg => Self::jpeg(bytes, wish),
            Kind::Png => Self::png(bytes, wish),
            Kind::Bmp => image_file::bmp(bytes),
            Kind::Gif => image_file::gif(bytes),
            _ => Self::webp(bytes),
        }
    }

    /// Wraps a picture that was decoded elsewhere.
    pub(super) fn whole(raster: Raster) -> Self {
        Self {
            size: (raster.width, raster.height),
            raster,
            step: None,
            stripped: None,
        }
    }

    /// Decodes a JPEG.
    fn jpeg(bytes: &[u8], wish: &Wish<'_>) -> Result<Self, Fault> {
        let file = JpegFile::open(bytes)?;
        let size = bearable(file.width, file.height)?;
        let raster = file.decode(wish.buffers)?;
        let ink = matches!(file.colour, JpegColour::Ink | JpegColour::InvertedInk);
        let plain = matches!(file.colour, JpegColour::Grey | JpegColour::YCbCr);
        let stripped = (wish.own && plain).then(|| Encoded {
            bytes: file.stripped(),
            format: CopyFormat::Jpeg,
            width: size.0,
            height: size.1,
        });
        Ok(Self {
            raster,
            size,
            step: ink.then_some(Step::Recoloured),
            stripped,
        })
    }

    /// Decodes a PNG.
    fn png(bytes: &[u8], wish: &Wish<'_>) -> Result<Self, Fault> {
        let file = PngFile::open(bytes)?;
        let (width, height) = bearable(file.width, file.height)?;
        let decoded = file.decode(wish.buffers)?;
        let stripped = file.stripped().filter(|_| wish.own).map(|bytes| Encoded {
            bytes,
            format: CopyFormat::Png,
            width,
            height,
        });
        Ok(Self {
            raster: decoded.raster,
            size: (width, height),
            step: decoded.transparent.then_some(Step::Flattened),
            stripped,
        })
    }

    /// Decodes a WebP.
    fn webp(bytes: &[u8]) -> Result<Self, Fault> {
        let file = WebpFile::open(bytes)?;
        let size = bearable(file.width, file.height)?;
        let decoded = file.decode()?;
        let step = decoded.transparent.then_some(Step::Flattened);
        Ok(Self {
            raster: decoded.raster,
            size,
            step,
            stripped: None,
        })
    }
}

/// Returns the size unless its decoding would take too much memory.
pub(super) fn bearable(width: u32, height: u32) -> Result<(u32, u32), Fault> {
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooLarge {
            width,
            height,
            limit: MOST_PIXELS,
        });
    }
    Ok((width, height))
}
