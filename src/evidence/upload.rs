//! Copies for sites that take pictures.

use super::buffers::Buffers;
use super::copy::{CopyFormat, FiledCopy};
use super::encode::screen_jpeg;
use super::fault::Fault;
use super::png_file::PngFile;

/// Returns a copy as JPEG bytes for a site that takes pictures: upright, masked and without metadata.
///
/// A copy that is a JPEG is that already; a PNG copy becomes one of quality 92 with full colour.
pub fn strip_for_upload(copy: &FiledCopy) -> Result<Vec<u8>, Fault> {
    match copy.format {
        CopyFormat::Jpeg => Ok(copy.bytes.to_vec()),
        CopyFormat::Png => {
            let raster = PngFile::open(&copy.bytes)?
                .decode(&Buffers::default())?
                .raster;
            screen_jpeg(&raster.pixels, raster.width, raster.height)
        }
    }
}
