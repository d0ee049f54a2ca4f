//! BMP files: header, colours, samples, and nothing behind them.

use super::{Disclosed, Unclear, notes};

/// The length of the first header.
const FIRST: usize = 14;

/// The least length of a second header that may name a profile of colours.
const WITH_PROFILE: usize = 124;

/// Reads what a BMP tells.
pub(super) fn read(bytes: &[u8], told: &mut Disclosed) {
    let Some(end) = parts(bytes, told) else {
        return told.doubt(Unclear::Part);
    };
    if bytes
        .get(end..)
        .is_some_and(|rest| rest.iter().any(|byte| *byte != 0))
    {
        told.doubt(Unclear::AfterEnd);
    }
}

/// Reads all parts and returns where the last one ends; nothing if one is not as it ought to be.
fn parts(bytes: &[u8], told: &mut Disclosed) -> Option<usize> {
    let header = number(bytes, FIRST)?;
    // The oldest form has other widths of numbers.
    if header < 40 {
        return None;
    }
    let (width, height) = (number(bytes, 18)?, number(bytes, 22)?);
    let (packing, size) = (number(bytes, 30)?, number(bytes, 34)?);
    let depth = usize::from(u16::from_le_bytes(bytes.get(28..30)?.try_into().ok()?));
    let samples = match packing {
        0 | 3 | 6 => {
            // A height below zero tells that the first row is the upper one.
            let rows = u32::try_from(height).ok()?.cast_signed().unsigned_abs();
            let row = width.checked_mul(depth)?.div_ceil(32).checked_mul(4)?;
            row.checked_mul(usize::try_from(rows).ok()?)?
        }
        1 | 2 => size,
        _ => return None,
    };
    let colours = match (number(bytes, 46)?, depth) {
        (0, 1..=8) => 1 << depth,
        (count @ 0..=256, _) => count,
        _ => return None,
    };
    let masks = match packing {
        3 if header == 40 => 12,
        6 if header == 40 => 16,
        _ => 0,
    };
    let start = number(bytes, 10)?;
    let described = (FIRST + header + masks).checked_add(colours.checked_mul(4)?)?;
    // Some writers count no colours where all are there, and some leave room before the samples.
    let between = bytes.get(described.min(start)..start)?;
    if between.iter().any(|byte| *byte != 0) {
        return None;
    }
    let end = start.checked_add(samples)?;
    bytes.get(..end)?;
    let profile = (header >= WITH_PROFILE).then(|| (number(bytes, 126), number(bytes, 130)));
    match profile {
        Some((Some(at), Some(length))) if length > 0 => {
            let at = FIRST.checked_add(at)?;
            notes::loose(bytes.get(at..at.checked_add(length)?)?, told);
            (at == end || at == end.next_multiple_of(4)).then_some(at + length)
        }
        _ => Some(end),
    }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

#[cfg(test)]
mod tests {
    use super::{Disclosed, Unclear, read};

    fn told(bytes: &[u8]) -> Disclosed {
        let mut told = Disclosed::default();
        read(bytes, &mut told);
        told
    }

    /// Two rows of two pixels in true colour, with so many bytes before the samples.
    fn bitmap(before: &[u8], after: &[u8]) -> Vec<u8> {
        let start = u32::try_from(54 + before.len()).unwrap().to_le_bytes();
        let mut header = vec![0; 40];
        header[0] = 40;
        header[4] = 2;
        // Minus two: the first row is the upper one.
        header[8..12].copy_from_slice(&(-2_i32).to_le_bytes());
        header[12] = 1;
        header[14] = 24;
        [
            b"BM\0\0\0\0\0\0\0\0",
            start.as_slice(),
            &header,
            before,
            &[7; 16],
            after,
        ]
        .concat()
    }

    #[test]
    fn a_plain_bitmap_tells_nothing_and_what_lies_beside_its_samples_is_found() {
        assert_eq!(told(&bitmap(b"", b"")), Disclosed::default());
        assert_eq!(told(&bitmap(&[0; 6], &[0; 3])), Disclosed::default());
        assert_eq!(told(&bitmap(b"", b"more")).unclear, Some(Unclear::AfterEnd));
        assert_eq!(told(&bitmap(b"more", b"")).unclear, Some(Unclear::Part));
        let whole = bitmap(b"", b"");
        for length in 0..whole.len() - 16 {
            assert_eq!(
                told(&whole[..length]).unclear,
                Some(Unclear::Part),
                "{length}"
            );
        }
    }

    #[test]
    fn impossible_sizes_are_doubted() {
        for (at, wrong) in [
            (18, [0xFF; 4]),
            (46, [0xFF; 4]),
            (10, [0xFF; 4]),
            (30, [4, 0, 0, 0]),
        ] {
            let mut odd = bitmap(b"", b"");
            odd[at..at + 4].copy_from_slice(&wrong);
            assert_eq!(told(&odd).unclear, Some(Unclear::Part), "{at}");
        }
    }
}
