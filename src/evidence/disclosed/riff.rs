//! Files of chunks in the RIFF form: WebP pictures and WAV sound.

use super::notes;
use super::preview::Shown;
use super::{Disclosed, Unclear};

/// Reads what a WebP tells.
pub(super) fn webp(bytes: &[u8], shown: &Shown<'_>, told: &mut Disclosed) {
    walk(bytes, told, |kind, data, told| match kind {
        b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH" => {}
        b"ICCP" => notes::loose(data, told),
        b"EXIF" => {
            let exif = data.strip_prefix(b"Exif\0\0").unwrap_or(data);
            notes::exif(exif, Some(shown), told);
        }
        b"XMP " => notes::words(&String::from_utf8_lossy(data), told),
        _ => told.doubt(Unclear::Part),
    });
}

/// Reads what a WAV tells.
pub(super) fn wave(bytes: &[u8], told: &mut Disclosed) {
    walk(bytes, told, |kind, data, told| match kind {
        b"fmt " | b"data" | b"fact" | b"PEAK" | b"cue " => {}
        b"LIST" | b"bext" => notes::loose(data, told),
        _ => told.doubt(Unclear::Part),
    });
}

/// Visits every chunk, and sees that nothing follows.
fn walk(bytes: &[u8], told: &mut Disclosed, visit: impl Fn(&[u8; 4], &[u8], &mut Disclosed)) {
    let number = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(four)).ok()
    };
    let end = number(4).map_or(0, |length| length + 8);
    let mut at = 12;
    while at + 8 <= end.min(bytes.len()) {
        let kind: Option<&[u8; 4]> = bytes[at..at + 4].try_into().ok();
        let data = number(at + 4).and_then(|length| bytes.get(at + 8..at + 8 + length));
        let (Some(kind), Some(data)) = (kind, data) else {
            return told.doubt(Unclear::Part);
        };
        visit(kind, data, told);
        // Chunks start at even places.
        at += 8 + data.len().next_multiple_of(2);
    }
    if bytes
        .get(at..)
        .is_some_and(|rest| rest.iter().any(|byte| *byte != 0))
    {
        told.doubt(Unclear::AfterEnd);
    }
}

#[cfg(test)]
mod tests {
    use super::super::preview::Shown;
    use super::{Disclosed, Unclear, wave};
    use crate::evidence::Kind;

    fn webp(bytes: &[u8], told: &mut Disclosed) {
        super::webp(bytes, &Shown::new(bytes, Kind::Webp, &[]), told);
    }

    fn riff(form: &[u8], chunks: &[(&[u8], &[u8])]) -> Vec<u8> {
        let mut body = form.to_vec();
        for (kind, data) in chunks {
            body.extend_from_slice(kind);
            body.extend_from_slice(&u32::try_from(data.len()).unwrap().to_le_bytes());
            body.extend_from_slice(data);
            body.resize(body.len().next_multiple_of(2), 0);
        }
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        [b"RIFF", length.as_slice(), &body].concat()
    }

    fn told(bytes: &[u8], read: fn(&[u8], &mut Disclosed)) -> Disclosed {
        let mut told = Disclosed::default();
        read(bytes, &mut told);
        told
    }

    #[test]
    fn known_chunks_are_read_and_others_doubted() {
        let clean = riff(b"WAVE", &[(b"fmt ", &[0; 16]), (b"data", &[7; 9])]);
        assert_eq!(told(&clean, wave), Disclosed::default());
        let named = riff(b"WAVE", &[(b"LIST", b"INFOIARTlin")]);
        assert_eq!(told(&named, wave).texts, ["INFOIARTlin"]);
        let odd = riff(b"WAVE", &[(b"uuid", b"?")]);
        assert_eq!(told(&odd, wave).unclear, Some(Unclear::Part));
        let longer = [clean, b"more".to_vec()].concat();
        assert_eq!(told(&longer, wave).unclear, Some(Unclear::AfterEnd));
        let placed = riff(
            b"WEBP",
            &[(b"VP8 ", b"12"), (b"XMP ", b"<x exif:GPSLatitude='1'/>")],
        );
        assert!(told(&placed, webp).place);
    }
}
