//! Lists of boxes, in which MP4, MOV and HEIC files are written.

use std::ops::Range;

/// Visits every box of a list by its kind and the place of its content, and returns the place of what follows the
/// last one, which is too short for a box; nothing if one is not whole.
pub(super) fn each(
    bytes: &[u8],
    mut visit: impl FnMut([u8; 4], Range<usize>),
) -> Option<Range<usize>> {
    let number = |at: usize| {
        let four: Option<[u8; 4]> = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
        four.map(u32::from_be_bytes)
    };
    let mut at = 0;
    while bytes.len() - at >= 8 {
        let wide = number(at + 8).zip(number(at + 12));
        let (head, size) = match (number(at), wide) {
            (Some(0), _) => (8, (bytes.len() - at) as u64),
            (Some(1), Some((high, low))) => (16, u64::from(high) << 32 | u64::from(low)),
            (size, _) => (8, u64::from(size.unwrap_or_default())),
        };
        let end = at.checked_add(usize::try_from(size).ok()?)?;
        let kind: [u8; 4] = bytes[at + 4..at + 8].try_into().ok()?;
        bytes.get(at + head..end)?;
        visit(kind, at + head..end);
        at = end;
    }
    Some(at..bytes.len())
}
