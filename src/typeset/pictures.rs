//! JPEG pictures that Typst sees only the heads of.
//!
//! Typst copies and hashes every picture several times on its way into a PDF, though it needs nothing of it but the
//! size and the colours. A manuscript is laid out with the heads alone, and the pictures themselves take their places
//! when the PDF is finished.

use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::Manuscript;

/// What every stand-in starts with: the start of a JPEG, and a comment of 70 bytes that ends with a hash.
pub(super) const MARK: &[u8] = b"\xFF\xD8\xFF\xFE\x00\x48tousu:";

/// What tells the wrapper of a head from that of the whole picture.
const NOTE: &[u8] = b"<!-- head -->\n";

/// The end of a JPEG.
const END: &[u8] = &[0xFF, 0xD9];

/// A picture and what stands for it until the PDF is finished.
#[derive(Debug)]
pub(super) struct Picture {
    /// Its head with a hash of the whole.
    pub(super) stand_in: Arc<[u8]>,
    /// The whole file.
    pub(super) bytes: Arc<[u8]>,
}

/// A manuscript with the heads of its pictures, and the pictures, each once.
pub(super) fn lightened(manuscript: &Manuscript) -> (Manuscript, Vec<Picture>) {
    let mut light = manuscript.clone();
    let files = &manuscript.files;
    // Only a picture inside a wrapper goes into the PDF without being decoded.
    let heads: Vec<(&String, String, Picture)> = files
        .par_iter()
        .filter_map(|(path, bytes)| {
            let wrapper = format!("{}.svg", path.strip_suffix(".jpg")?);
            let stand_in = files.get(&wrapper).and_then(|_| stand_in(bytes))?;
            let bytes = bytes.clone();
            Some((path, wrapper, Picture { stand_in, bytes }))
        })
        .collect();
    let mut pictures = Vec::with_capacity(heads.len());
    for (path, wrapper, picture) in heads {
        light.files.insert(path.clone(), picture.stand_in.clone());
        // Typst remembers a wrapper by its text: that around a head must not be taken for that around the picture.
        if let Some(text) = light.files.get_mut(&wrapper) {
            *text = Arc::from([&**text, NOTE].concat());
        }
        pictures.push(picture);
    }
    pictures.sort_by(|a, b| a.stand_in.cmp(&b.stand_in));
    pictures.dedup_by(|a, b| a.stand_in == b.stand_in);
    (light, pictures)
}

/// The head of a JPEG up to its picture data, under a comment that tells it from every other.
fn stand_in(jpeg: &[u8]) -> Option<Arc<[u8]>> {
    let mut at = 2;
    loop {
        let &[0xFF, kind, high, low] = jpeg.get(at..at + 4)? else {
            return None;
        };
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
        if kind == 0xDA {
            break;
        }
    }
    let head = jpeg.get(..at)?.strip_prefix(&[0xFF, 0xD8])?;
    let mut hash = String::with_capacity(64);
    for byte in Sha256::digest(jpeg) {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    Some(Arc::from([MARK, hash.as_bytes(), head, END].concat()))
}

#[cfg(test)]
mod tests {
    use super::{MARK, stand_in};

    #[test]
    fn a_stand_in_has_the_head_and_not_the_data() {
        let head = b"\xFF\xE0\x00\x04ab\xFF\xC0\x00\x03c\xFF\xDA\x00\x05def";
        let jpeg = |data: &[u8]| [b"\xFF\xD8".as_slice(), head, data, b"\xFF\xD9"].concat();
        let one = stand_in(&jpeg(b"data")).unwrap();
        assert!(one.starts_with(MARK));
        assert!(one.ends_with(b"def\xFF\xD9"));
        assert_eq!(one.len(), MARK.len() + 64 + head.len() + 2);
        assert_eq!(usize::from(MARK[5]), 2 + b"tousu:".len() + 64);
        assert_ne!(one, stand_in(&jpeg(b"Data")).unwrap());
        for other in [
            &b""[..],
            b"\xFF\xD8",
            b"\x89PNG\r\n",
            b"\xFF\xD8\xFF\xDA\xFF\xFF",
        ] {
            assert!(stand_in(other).is_none());
        }
    }
}
