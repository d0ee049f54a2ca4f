//! MP4, MOV and M4A: the length that the movie header states.

use std::time::Duration;

use super::{corrupt, number, samples};
use crate::evidence::fault::Fault;

/// Returns the length that the header of the movie states, if it states one.
///
/// Every box has to lie in the file: a cut transfer leaves the last one short, a phone that died while recording
/// leaves no header at all.
pub(super) fn length(bytes: &[u8]) -> Result<Option<Duration>, Fault> {
    let movie = find(bytes, *b"moov")?.ok_or(Fault::Truncated)?;
    let header = find(movie, *b"mvhd")?.ok_or_else(|| corrupt("a movie without a header"))?;
    let (scale, length) = stated(header, 12).ok_or_else(|| corrupt("a movie header cut short"))?;
    // A movie in fragments states its length elsewhere.
    let fragments = find(movie, *b"mvex")?
        .map(|extension| find(extension, *b"mehd"))
        .transpose()?
        .flatten()
        .and_then(|header| duration(header, 4));
    let length = if length == 0 {
        fragments.unwrap_or(0)
    } else {
        length
    };
    Ok((scale > 0 && length > 0).then(|| samples(length, scale)))
}

/// Reads time scale and length of a movie header whose old form has the scale at a place.
fn stated(header: &[u8], at: usize) -> Option<(u32, u64)> {
    // The newer form has two dates of eight bytes before them instead of four.
    let at = if header.first()? == &1 { at + 8 } else { at };
    Some((number(header, at)?, duration(header, at + 4)?))
}

/// Reads a length at a place, in eight bytes where the header is of the newer form; all ones mean unknown.
fn duration(header: &[u8], at: usize) -> Option<u64> {
    let first = number(header, at)?;
    if header.first()? == &1 {
        let all = u64::from(first) << 32 | u64::from(number(header, at + 4)?);
        Some(if all == u64::MAX { 0 } else { all })
    } else {
        Some(if first == u32::MAX {
            0
        } else {
            u64::from(first)
        })
    }
}

/// Returns what is in the first box of a kind; all boxes of the list have to be whole.
fn find(mut bytes: &[u8], kind: [u8; 4]) -> Result<Option<&[u8]>, Fault> {
    let mut found = None;
    // Some programs end the list with four zeroes or fill it up with a few.
    while bytes.len() >= 8 {
        let size = number(bytes, 0).unwrap_or_default();
        let (head, size) = match size {
            0 => (8, bytes.len() as u64),
            1 => {
                let (high, low) = (number(bytes, 8), number(bytes, 12));
                let (high, low) = high.zip(low).ok_or(Fault::Truncated)?;
                (16, u64::from(high) << 32 | u64::from(low))
            }
            size => (8, u64::from(size)),
        };
        let size = usize::try_from(size).map_err(|_| Fault::Truncated)?;
        if size < head {
            return Err(corrupt("a box smaller than its own head"));
        }
        let inner = bytes.get(head..size).ok_or(Fault::Truncated)?;
        if bytes.get(4..8) == Some(&kind) && found.is_none() {
            found = Some(inner);
        }
        bytes = &bytes[size..];
    }
    Ok(found)
}
