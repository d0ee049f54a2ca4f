//! MP3 and AAC: lengths by counting frames.

use std::time::Duration;

use super::{corrupt, number, samples};
use crate::evidence::fault::Fault;

/// The most bytes without a frame that are passed over, for covers and the like of odd programs.
const MOST_JUNK: usize = 1 << 16;

/// One frame.
struct Frame {
    /// Its length in bytes, with its head.
    size: usize,
    /// How many samples it gives.
    samples: u32,
    /// How many samples make a second.
    rate: u32,
}

/// Returns the length of an MP3.
pub(super) fn mp3(bytes: &[u8]) -> Result<Duration, Fault> {
    let bytes = without_tags(bytes)?;
    let stated = mp3_frame(bytes).and_then(|frame| xing(bytes.get(..frame.size)?));
    let (length, frames) = count(bytes, mp3_frame)?;
    match stated {
        // The first frame holds the number of the others and no sound.
        Some(stated) if frames < u64::from(stated) => Err(Fault::Truncated),
        Some(_) => Ok(length.saturating_sub(first_of(bytes))),
        None => Ok(length),
    }
}

/// Returns the length of an AAC without a container.
pub(super) fn aac(bytes: &[u8]) -> Result<Duration, Fault> {
    count(without_tags(bytes)?, aac_frame).map(|(length, _)| length)
}

/// Returns the length of all frames and their number; a last frame that is cut means a file that is cut.
fn count(
    mut bytes: &[u8],
    read: impl Fn(&[u8]) -> Option<Frame>,
) -> Result<(Duration, u64), Fault> {
    let (mut total, mut frames, mut rate) = (0, 0, 0);
    while bytes.len() >= 4 {
        let Some(frame) = read(bytes) else {
            let window = &bytes[..bytes.len().min(MOST_JUNK)];
            let next = (1..window.len()).find(|at| {
                let frame = read(&bytes[*at..]);
                // Two frames in a row, as two bytes of junk can look like the start of one.
                frame.is_some_and(|frame| bytes.get(at + frame.size..).and_then(&read).is_some())
            });
            match next {
                Some(at) => bytes = &bytes[at..],
                None => break,
            }
            continue;
        };
        if frame.size > bytes.len() {
            return Err(Fault::Truncated);
        }
        (rate, frames) = (frame.rate, frames + 1);
        total += u64::from(frame.samples);
        bytes = &bytes[frame.size..];
    }
    if frames == 0 {
        return Err(corrupt("no frame of sound"));
    }
    // The start of a head that is cut itself.
    if bytes.len() < 7 && bytes.first() == Some(&0xFF) {
        return Err(Fault::Truncated);
    }
    Ok((samples(total, rate), frames))
}

/// The length of the first frame.
fn first_of(bytes: &[u8]) -> Duration {
    mp3_frame(bytes).map_or(Duration::ZERO, |frame| {
        samples(u64::from(frame.samples), frame.rate)
    })
}

/// Takes off the tags at both ends.
fn without_tags(mut bytes: &[u8]) -> Result<&[u8], Fault> {
    while bytes.starts_with(b"ID3") {
        let size = bytes.get(6..10).ok_or(Fault::Truncated)?;
        let size = size
            .iter()
            .fold(0, |size, byte| size << 7 | usize::from(byte & 0x7F));
        bytes = bytes.get(10 + size..).ok_or(Fault::Truncated)?;
    }
    if let Some(start) = bytes.len().checked_sub(128)
        && bytes[start..].starts_with(b"TAG")
    {
        bytes = &bytes[..start];
    }
    // Players that fill up the space of a tag leave zeroes.
    let zeroes = bytes.iter().take_while(|byte| **byte == 0).count();
    Ok(&bytes[zeroes..])
}

/// Reads the head of a frame of MPEG layer III.
fn mp3_frame(bytes: &[u8]) -> Option<Frame> {
    const NEW: [u32; 16] = [
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0,
    ];
    const OLD: [u32; 16] = [
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0,
    ];
    let head = number(bytes, 0)?;
    let (version, layer) = (head >> 19 & 3, head >> 17 & 3);
    if head >> 21 != 0x7FF || version == 1 || layer != 1 {
        return None;
    }
    let first = version == 3;
    let kilobits = (if first { NEW } else { OLD })[(head >> 12 & 15) as usize];
    let base = [44_100, 48_000, 32_000, 0][(head >> 10 & 3) as usize];
    let rate = base >> [2, 0, 1, 0][version as usize];
    if kilobits == 0 || rate == 0 {
        return None;
    }
    let samples = if first { 1152 } else { 576 };
    let size = samples / 8 * kilobits * 1000 / rate + (head >> 9 & 1);
    Some(Frame {
        size: size as usize,
        samples,
        rate,
    })
}

/// Returns the number of frames that an encoder noted in the first one.
fn xing(frame: &[u8]) -> Option<u32> {
    let start = frame.get(..frame.len().min(64))?;
    let at = start
        .windows(4)
        .position(|mark| mark == b"Xing" || mark == b"Info")?;
    (number(frame, at + 4)? & 1 == 1).then(|| number(frame, at + 8))?
}

/// Reads the head of an ADTS frame.
fn aac_frame(bytes: &[u8]) -> Option<Frame> {
    const RATES: [u32; 13] = [
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8000, 7350,
    ];
    let head = bytes.get(..7)?;
    if head[0] != 0xFF || head[1] & 0xF6 != 0xF0 {
        return None;
    }
    let size =
        usize::from(head[3] & 3) << 11 | usize::from(head[4]) << 3 | usize::from(head[5] >> 5);
    Some(Frame {
        size: Some(size).filter(|size| *size >= 7)?,
        samples: 1024 * (u32::from(head[6] & 3) + 1),
        rate: *RATES.get(usize::from(head[2] >> 2 & 15))?,
    })
}
