//! The formats of recordings, told apart by their first bytes.

use serde::{Deserialize, Serialize};

/// A format of sound or video.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Medium {
    /// Sound in MP3.
    Mp3,
    /// Sound in M4A.
    M4a,
    /// Sound in AAC without a container.
    Aac,
    /// Sound in AMR, narrow or wide, as older phones record.
    Amr,
    /// Sound in SILK, as messengers keep voice messages.
    Silk,
    /// Sound in WAV.
    Wav,
    /// A video in MP4 or 3GP.
    Mp4,
    /// A video of Apple make (.mov).
    Mov,
}

impl Medium {
    /// The name by which people know the format, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mp3 => "MP3",
            Self::M4a => "M4A",
            Self::Aac => "AAC",
            Self::Amr => "AMR",
            Self::Silk => "SILK",
            Self::Wav => "WAV",
            Self::Mp4 => "MP4",
            Self::Mov => "MOV",
        }
    }

    /// Whether it holds moving pictures.
    pub fn is_video(self) -> bool {
        matches!(self, Self::Mp4 | Self::Mov)
    }
}

/// Brands of pictures in the container that videos use as well.
const PICTURES: [&[u8]; 9] = [
    b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1",
];

/// Returns the format that the content shows, if it is a recording.
pub(in super::super) fn recognise(bytes: &[u8]) -> Option<Medium> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    match bytes.get(4..8) {
        Some(b"ftyp") => return brand(bytes),
        Some(b"moov" | b"mdat" | b"wide") => return Some(Medium::Mov),
        _ => {}
    }
    if starts(b"ID3") {
        Some(Medium::Mp3)
    } else if starts(b"#!AMR") {
        Some(Medium::Amr)
    } else if starts(b"#!SILK") || starts(b"\x02#!SILK") {
        Some(Medium::Silk)
    } else if starts(b"RIFF") && bytes.get(8..12) == Some(b"WAVE") {
        Some(Medium::Wav)
    } else {
        match bytes {
            [0xFF, 0xF0 | 0xF1 | 0xF8 | 0xF9, ..] => Some(Medium::Aac),
            // A UTF-16 text also starts with FF; its second byte is FE, which no MPEG layer III frame has.
            [0xFF, second, ..] if second & 0xE6 == 0xE2 && *second != 0xFE => Some(Medium::Mp3),
            _ => None,
        }
    }
}

/// Tells the kinds in an ISO container apart by their brands.
fn brand(bytes: &[u8]) -> Option<Medium> {
    let brands = bytes.get(8..bytes.len().min(64)).unwrap_or_default();
    let has = |brand: &[u8]| brands.chunks_exact(4).any(|one| one == brand);
    if PICTURES.into_iter().any(has) {
        None
    } else if has(b"qt  ") {
        Some(Medium::Mov)
    } else if has(b"M4A ") || has(b"M4B ") {
        Some(Medium::M4a)
    } else {
        Some(Medium::Mp4)
    }
}
