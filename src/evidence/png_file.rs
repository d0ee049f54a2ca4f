//! PNG files: measured, decoded in full, and copied without their metadata.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::buffers::Buffers;
use super::fault::Fault;
use super::raster::{Raster, flattened};

/// A PNG file whose header was read.
pub(super) struct PngFile<'a> {
    /// The width in pixels, before it is turned upright.
    pub(super) width: u32,
    /// The height in pixels, before it is turned upright.
    pub(super) height: u32,
    /// The whole file.
    bytes: &'a [u8],
    /// Bits a channel.
    depth: u8,
    /// The colour type as the format numbers it.
    colour: u8,
}

/// A decoded PNG.
pub(super) struct DecodedPng {
    /// The pixels, on white where they were transparent.
    pub(super) raster: Raster,
    /// Whether anything was transparent.
    pub(super) transparent: bool,
}

impl<'a> PngFile<'a> {
    /// Reads the header.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let header = bytes.get(8..33).ok_or(Fault::Truncated)?;
        let number = |at: usize| {
            u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
        };
        if &header[4..8] != b"IHDR" || number(8) == 0 || number(12) == 0 {
            return Err(Fault::Corrupt {
                reason: "impossible PNG header".to_owned(),
            });
        }
        if chunks(bytes).any(|chunk| chunk.kind == *b"acTL") {
            return Err(Fault::Animated);
        }
        Ok(Self {
            width: number(8),
            height: number(12),
            bytes,
            depth: header[16],
            colour: header[17],
        })
    }

    /// Decodes the picture in full, checksums and end mark included.
    pub(super) fn decode(&self, buffers: &Buffers) -> Result<DecodedPng, Fault> {
        let mut decoder =
            Decoder::new_with_limits(Cursor::new(self.bytes), Limits { bytes: 1 << 31 });
        decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
        decoder.set_ignore_text_chunk(true);
        decoder.set_ignore_iccp_chunk(true);
        let mut reader = decoder.read_info().map_err(|e| fault(&e))?;
        let size = reader.output_buffer_size().ok_or(Fault::Truncated)?;
        let mut samples = buffers.zeroed(size);
        let info = reader.next_frame(&mut samples).map_err(|e| fault(&e))?;
        reader.finish().map_err(|e| fault(&e))?;
        let (pixels, transparent) = match info.color_type {
            ColorType::Rgb | ColorType::Indexed => (samples, false),
            ColorType::Grayscale => (samples.iter().flat_map(|grey| [*grey; 3]).collect(), false),
            ColorType::GrayscaleAlpha => flattened(&samples, 2),
            ColorType::Rgba => flattened(&samples, 4),
        };
        Ok(DecodedPng {
            raster: Raster::new(info.width, info.height, pixels)?,
            transparent,
        })
    }

    /// Returns the file without metadata, its picture data kept bit by bit,
    /// unless it has a transparent part or more than 8 bits a channel.
    pub(super) fn stripped(&self) -> Option<Vec<u8>> {
        if self.depth > 8
            || !matches!(self.colour, 0 | 2 | 3)
            || chunks(self.bytes).any(|c| c.kind == *b"tRNS")
        {
            return None;
        }
        let mut file = Vec::with_capacity(self.bytes.len());
        file.extend_from_slice(&self.bytes[..8]);
        for chunk in
            chunks(self.bytes).filter(|c| matches!(&c.kind, b"IHDR" | b"PLTE" | b"IDAT" | b"IEND"))
        {
            file.extend_from_slice(chunk.whole);
        }
        Some(file)
    }
}

/// A chunk of a PNG.
pub(super) struct Chunk<'a> {
    /// The four letters of its type.
    pub(super) kind: [u8; 4],
    /// All of it: length, type, data, checksum.
    pub(super) whole: &'a [u8],
}

/// Returns the chunks up to the end mark or to the first that is not whole.
pub(super) fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let kind = rest.get(4..8)?.try_into().ok()?;
        let whole = rest.get(..length.checked_add(12)?)?;
        rest = if kind == *b"IEND" {
            &[]
        } else {
            &rest[whole.len()..]
        };
        Some(Chunk { kind, whole })
    })
}

/// Translates what the decoder says.
fn fault(error: &DecodingError) -> Fault {
    match error {
        DecodingError::IoError(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            Fault::Truncated
        }
        other => Fault::Corrupt {
            reason: other.to_string(),
        },
    }
}
