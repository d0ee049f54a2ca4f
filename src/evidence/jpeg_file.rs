//! JPEG files: taken apart into segments, put together again without metadata, decoded in full.

use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::buffers::Buffers;
use super::fault::Fault;
use super::foreign::Foreign;
use super::raster::Raster;

/// The most scans that are accepted; real progressive pictures have about ten.
const MOST_SCANS: usize = 100;

/// A JPEG file without its metadata.
pub(super) struct JpegFile<'a> {
    /// The width in pixels, before it is turned upright.
    pub(super) width: u32,
    /// The height in pixels, before it is turned upright.
    pub(super) height: u32,
    /// How the samples are to be understood.
    pub(super) colour: JpegColour,
    /// The segments from the first table to the end of the last scan, marks included, without metadata.
    kept: Vec<&'a [u8]>,
    /// What the Adobe segment says about the colours.
    adobe: Option<u8>,
    /// How often the decoder is told to expect a restart, in units of the scan; 0 for never.
    restart_interval: usize,
    /// The number of restarts that were found.
    restarts: usize,
    /// The number of scans.
    scans: usize,
    /// Whether the picture is built up over several scans.
    progressive: bool,
    /// Each component's horizontal and vertical sampling.
    sampling: Vec<(u32, u32)>,
}

/// The colour model of a JPEG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JpegColour {
    /// One component.
    Grey,
    /// The usual three components.
    YCbCr,
    /// Three components stored as they are.
    Rgb,
    /// Four components, stored inverted as Adobe does.
    InvertedInk,
    /// Four components, stored as they are.
    Ink,
}

/// Reads the segments of a file one after another.
struct Walk<'a> {
    /// The whole file.
    bytes: &'a [u8],
    /// Where the next byte is read.
    at: usize,
    /// What the Adobe segment says about the colours.
    adobe: Option<u8>,
    /// The payload of the frame header.
    frame: Option<(u8, &'a [u8])>,
    /// The segments to keep, marks and lengths included.
    kept: Vec<&'a [u8]>,
    /// As in `JpegFile`.
    restart_interval: usize,
    /// As in `JpegFile`.
    restarts: usize,
    /// As in `JpegFile`.
    scans: usize,
}

impl<'a> JpegFile<'a> {
    /// Takes a file apart. A file that ends before its end mark is truncated, however much can be drawn.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut walk = Walk {
            bytes,
            at: 2,
            adobe: None,
            frame: None,
            kept: vec![],
            restart_interval: 0,
            restarts: 0,
            scans: 0,
        };
        while walk.segment()? {}
        let (mark, frame) = walk.frame.ok_or_else(|| corrupt("no frame header"))?;
        if walk.scans == 0 {
            return Err(corrupt("no picture data"));
        }
        let [precision, h1, h0, w1, w0, count, components @ ..] = frame else {
            return Err(corrupt("short frame header"));
        };
        let (height, width) = (
            u32::from(u16::from_be_bytes([*h1, *h0])),
            u32::from(u16::from_be_bytes([*w1, *w0])),
        );
        if *precision != 8 || mark > 0xC2 || height == 0 {
            return Err(Fault::Unsupported {
                kind: Foreign::RareJpeg,
            });
        }
        if width == 0 || components.len() != usize::from(*count) * 3 {
            return Err(corrupt("impossible frame header"));
        }
        let ids: Vec<u8> = components.chunks_exact(3).map(|c| c[0]).collect();
        let colour = match (*count, walk.adobe) {
            (1, _) => JpegColour::Grey,
            (3, Some(0)) => JpegColour::Rgb,
            (3, None) if ids == *b"RGB" => JpegColour::Rgb,
            (3, _) => JpegColour::YCbCr,
            (4, Some(_)) => JpegColour::InvertedInk,
            (4, None) => JpegColour::Ink,
            _ => {
                return Err(Fault::Unsupported {
                    kind: Foreign::RareJpeg,
                });
            }
        };
        let sampling = components
            .chunks_exact(3)
            .map(|c| (u32::from(c[1] >> 4), u32::from(c[1] & 15)))
            .collect();
        Ok(Self {
            width,
            height,
            colour,
            kept: walk.kept,
            adobe: walk.adobe,
            restart_interval: walk.restart_interval,
            restarts: walk.restarts,
            scans: walk.scans,
            progressive: mark == 0xC2,
            sampling,
        })
    }

    /// Decodes the picture in full; data that run out before the last row are a fault.
    pub(super) fn decode(&self, buffers: &Buffers) -> Result<Raster, Fault> {
        if self.scans == 1 && self.restart_interval > 0 && self.restarts < self.expected_restarts()
        {
            return Err(Fault::Truncated);
        }
        let mut data = buffers.empty(self.length());
        self.write(&mut data);
        if self.scans == 1 && !self.progressive && self.restart_interval == 0 {
            // The decoder fills up with zeroes once it has seen the end mark, but says so if the data end without one.
            // The padding is what it reads ahead at the end of a whole picture.
            data.extend_from_slice(&[0; 16]);
        } else {
            data.extend_from_slice(&[0xFF, 0xD9]);
        }
        let ink = self.colour == JpegColour::Ink;
        let (target, channels) = if ink {
            (ColorSpace::CMYK, 4)
        } else {
            (ColorSpace::RGB, 3)
        };
        let options = DecoderOptions::default()
            .set_strict_mode(true)
            .set_max_width(65_535)
            .set_max_height(65_535)
            .jpeg_set_out_colorspace(target);
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&data), options);
        decoder.decode_headers().map_err(|e| fault(&e))?;
        let length = self.width as usize * self.height as usize * channels;
        if decoder.output_buffer_size() != Some(length) {
            return Err(corrupt("size and samples disagree"));
        }
        let mut samples = buffers.zeroed(length);
        decoder.decode_into(&mut samples).map_err(|e| fault(&e))?;
        buffers.give(data);
        if !ink {
            return Raster::new(self.width, self.height, samples);
        }
        let mut pixels = buffers.empty(length / 4 * 3);
        for p in samples.chunks_exact(4) {
            pixels.extend_from_slice(&[p[0], p[1], p[2]].map(|ink| paper(ink, p[3])));
        }
        buffers.give(samples);
        Raster::new(self.width, self.height, pixels)
    }

    /// Returns the file without metadata, its picture data kept bit by bit.
    pub(super) fn stripped(&self) -> Vec<u8> {
        let mut file = Vec::with_capacity(self.length());
        self.write(&mut file);
        file.extend_from_slice(&[0xFF, 0xD9]);
        file
    }

    /// Returns how many bytes the file has without metadata, with an end mark or some padding.
    fn length(&self) -> usize {
        self.kept.iter().map(|segment| segment.len()).sum::<usize>() + 64
    }

    /// Writes everything but the end mark: the kept segments behind a fresh header that says only what the colours are.
    fn write(&self, file: &mut Vec<u8>) {
        file.extend_from_slice(&[0xFF, 0xD8]);
        let transform = match self.colour {
            JpegColour::Rgb => Some(0),
            JpegColour::InvertedInk => self.adobe,
            JpegColour::Grey | JpegColour::YCbCr | JpegColour::Ink => None,
        };
        match transform {
            Some(transform) => {
                file.extend_from_slice(b"\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00");
                file.push(transform);
            }
            None => {
                file.extend_from_slice(
                    b"\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
                );
            }
        }
        for segment in &self.kept {
            file.extend_from_slice(segment);
        }
    }

    /// Returns how many restarts a whole picture in one scan has at least.
    fn expected_restarts(&self) -> usize {
        let single = self.sampling.len() == 1;
        let across = if single {
            1
        } else {
            self.sampling.iter().map(|s| s.0).max().unwrap_or(1)
        };
        let down = if single {
            1
        } else {
            self.sampling.iter().map(|s| s.1).max().unwrap_or(1)
        };
        let units = self.width.div_ceil(8 * across.max(1)) as usize
            * self.height.div_ceil(8 * down.max(1)) as usize;
        units.div_ceil(self.restart_interval).saturating_sub(1)
    }
}

impl Walk<'_> {
    /// Reads one segment, with the picture data after a scan header; returns false at the end mark.
    fn segment(&mut self) -> Result<bool, Fault> {
        // Some writers leave stray bytes between segments; all readers skip them.
        while *self.bytes.get(self.at).ok_or(Fault::Truncated)? != 0xFF {
            self.at += 1;
        }
        while *self.bytes.get(self.at).ok_or(Fault::Truncated)? == 0xFF {
            self.at += 1;
        }
        let mark = self.bytes[self.at];
        self.at += 1;
        match mark {
            0xD9 => return Ok(false),
            0x00 | 0x01 | 0xD0..=0xD8 => return Ok(true),
            _ => {}
        }
        let start = self.at - 2;
        let length = match self.bytes.get(self.at..self.at + 2) {
            Some(&[high, low]) => usize::from(u16::from_be_bytes([high, low])),
            _ => return Err(Fault::Truncated),
        };
        let segment = self
            .bytes
            .get(start..self.at + length)
            .ok_or(Fault::Truncated)?;
        let payload = segment
            .get(4..)
            .ok_or_else(|| corrupt("impossible segment length"))?;
        self.at += length;
        match mark {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                if self.frame.replace((mark, payload)).is_some() {
                    return Err(Fault::Unsupported {
                        kind: Foreign::RareJpeg,
                    });
                }
                self.kept.push(segment);
            }
            // Arithmetic coding, a height told afterwards, and pictures in layers.
            0xCC | 0xDC | 0xDE | 0xDF => {
                return Err(Fault::Unsupported {
                    kind: Foreign::RareJpeg,
                });
            }
            0xC4 | 0xDB => self.kept.push(segment),
            0xDD => {
                if let [high, low, ..] = payload {
                    self.restart_interval = usize::from(u16::from_be_bytes([*high, *low]));
                }
                self.kept.push(segment);
            }
            0xDA => self.scan(start)?,
            0xEE if payload.starts_with(b"Adobe") => self.adobe = payload.get(11).copied(),
            _ => {}
        }
        Ok(true)
    }

    /// Reads the picture data of a scan up to the next mark and keeps them with the scan's header.
    fn scan(&mut self, start: usize) -> Result<(), Fault> {
        self.scans += 1;
        if self.scans > MOST_SCANS {
            return Err(corrupt("too many scans"));
        }
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            self.at += rest
                .iter()
                .position(|byte| *byte == 0xFF)
                .ok_or(Fault::Truncated)?;
            match self.bytes.get(self.at + 1) {
                None => return Err(Fault::Truncated),
                Some(0x00) => self.at += 2,
                Some(0xFF) => self.at += 1,
                Some(0xD0..=0xD7) => {
                    self.restarts += 1;
                    self.at += 2;
                }
                Some(_) => break,
            }
        }
        self.kept.push(&self.bytes[start..self.at]);
        Ok(())
    }
}

/// Returns the brightness of an ink on paper under an amount of black, all 0 (none) to 255.
fn paper(ink: u8, black: u8) -> u8 {
    let light = u16::from(255 - ink) * u16::from(255 - black) / 255;
    u8::try_from(light).unwrap_or(u8::MAX)
}

/// Makes a fault of damaged content.
fn corrupt(reason: &str) -> Fault {
    Fault::Corrupt {
        reason: reason.to_owned(),
    }
}

/// Translates what the decoder says.
fn fault(error: &DecodeErrors) -> Fault {
    let reason = error.to_string();
    if matches!(error, DecodeErrors::ExhaustedData)
        || reason.contains("Premature")
        || reason.contains("xhausted")
    {
        Fault::Truncated
    } else {
        Fault::Corrupt { reason }
    }
}
