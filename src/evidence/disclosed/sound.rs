//! Sound without a container: its tags at both ends.

use memchr::memmem::find;

use super::notes;
use super::{Disclosed, Unclear};

/// How much is searched at each end, in bytes.
const EDGE: usize = 1 << 16;

/// Tags with pictures and files in them.
const PACKED: [&[u8]; 5] = [b"APIC", b"PIC\0", b"GEOB", b"PRIV", b"APETAGEX"];

/// Reads what a sound file tells.
pub(super) fn read(bytes: &[u8], told: &mut Disclosed) {
    let edges = [
        &bytes[..bytes.len().min(EDGE)],
        &bytes[bytes.len().saturating_sub(EDGE)..],
    ];
    // A tag says how long it is, in four groups of seven bits.
    let tagged = bytes.get(6..10).filter(|_| bytes.starts_with(b"ID3"));
    let length = tagged.map_or(0, |size| {
        size.iter()
            .fold(0, |size, byte| size << 7 | usize::from(byte & 0x7F))
    });
    if length > EDGE
        || PACKED
            .iter()
            .any(|mark| edges.iter().any(|edge| find(edge, mark).is_some()))
    {
        told.doubt(Unclear::Preview);
    }
    for edge in edges {
        notes::loose(edge, told);
    }
}

#[cfg(test)]
mod tests {
    use super::{Disclosed, Unclear, read};

    #[test]
    fn tags_are_searched_and_covers_doubted() {
        let mut told = Disclosed::default();
        read(
            b"ID3\x03\0\0\0\0\0\x10TPE1\0\0\0\x06\0\0\0lin\0\xff\xfb",
            &mut told,
        );
        assert!(told.unclear.is_none() && told.texts[0].contains("lin"));
        read(
            b"ID3\x03\0\0\0\0\0\x10APIC\0\0\0\x06\0\0\0lin\0\xff\xfb",
            &mut told,
        );
        assert_eq!(told.unclear, Some(Unclear::Preview));
    }
}
