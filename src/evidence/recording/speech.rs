//! AMR and SILK, the formats of phones and messengers: 20 milliseconds a frame.

use std::time::Duration;

use super::corrupt;
use crate::evidence::fault::Fault;

/// The length of a frame of either format.
const FRAME: Duration = Duration::from_millis(20);

/// Returns the length of an AMR; of one with several channels it is not told.
pub(super) fn amr(bytes: &[u8]) -> Result<Option<Duration>, Fault> {
    // Frame sizes with their head, by the mode in it (RFC 4867).
    const NARROW: [usize; 16] = [13, 14, 16, 18, 20, 21, 27, 32, 6, 7, 6, 6, 0, 0, 0, 1];
    const WIDE: [usize; 16] = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];
    let (sizes, mut rest) = if let Some(rest) = bytes.strip_prefix(b"#!AMR\n") {
        (NARROW, rest)
    } else if let Some(rest) = bytes.strip_prefix(b"#!AMR-WB\n") {
        (WIDE, rest)
    } else if bytes.starts_with(b"#!AMR_MC1.0\n") || bytes.starts_with(b"#!AMR-WB_MC1.0\n") {
        return Ok(None);
    } else {
        return Err(Fault::Truncated);
    };
    let mut frames = 0;
    while let Some(head) = rest.first() {
        let size = sizes[usize::from(head >> 3 & 15)];
        if size == 0 {
            return Err(corrupt("an AMR frame of an unknown mode"));
        }
        rest = rest.get(size..).ok_or(Fault::Truncated)?;
        frames += 1;
    }
    lasting(frames).map(Some)
}

/// Returns the length of a SILK; each packet tells its size, and two bytes of ones may end the file.
pub(super) fn silk(bytes: &[u8]) -> Result<Duration, Fault> {
    let bytes = bytes.strip_prefix(b"\x02").unwrap_or(bytes);
    let mut rest = bytes.strip_prefix(b"#!SILK_V3").ok_or(Fault::Truncated)?;
    let mut frames = 0;
    while !rest.is_empty() {
        let (low, high) = rest.first().zip(rest.get(1)).ok_or(Fault::Truncated)?;
        let size = u16::from_le_bytes([*low, *high]);
        if size == u16::MAX {
            break;
        }
        rest = rest.get(2 + usize::from(size)..).ok_or(Fault::Truncated)?;
        frames += 1;
    }
    lasting(frames)
}

/// The length of so many frames; without any there is no sound.
fn lasting(frames: u32) -> Result<Duration, Fault> {
    if frames == 0 {
        return Err(Fault::Truncated);
    }
    Ok(FRAME * frames)
}
