//! WAV: the length by its data and how many bytes make a second.

use std::time::Duration;

use super::{corrupt, samples};
use crate::evidence::fault::Fault;

/// Returns the length, if the header tells how many bytes make a second.
pub(super) fn length(bytes: &[u8]) -> Result<Option<Duration>, Fault> {
    let mut rest = bytes.get(12..).ok_or(Fault::Truncated)?;
    let mut speed = None;
    while let Some(size) = little(rest, 4) {
        let inner = &rest[8..];
        let whole = usize::try_from(size).map_err(|_| Fault::Truncated)?;
        if rest.starts_with(b"data") {
            // A program that wrote while it recorded could not know the size.
            let unknown = size == 0 || size == u32::MAX;
            if !unknown && whole > inner.len() {
                return Err(Fault::Truncated);
            }
            let data = if unknown { inner.len() } else { whole };
            let speed: Option<u32> = speed.filter(|speed| *speed > 0);
            return Ok(speed.map(|speed| samples(data as u64, speed)));
        }
        if rest.starts_with(b"fmt ") {
            speed = little(inner, 8);
        }
        // Chunks begin at even places.
        let next = whole.saturating_add(whole % 2);
        rest = inner.get(next..).ok_or(Fault::Truncated)?;
    }
    Err(if rest.is_empty() {
        corrupt("a WAV without data")
    } else {
        Fault::Truncated
    })
}

/// Returns a number of four bytes, least first.
fn little(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    four.try_into().ok().map(u32::from_le_bytes)
}
