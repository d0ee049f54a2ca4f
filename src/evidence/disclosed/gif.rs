//! GIF files: every block up to the end mark, and nothing behind it.

use super::{Disclosed, Unclear, notes};

/// Reads what a GIF tells.
pub(super) fn read(bytes: &[u8], told: &mut Disclosed) {
    let Some(end) = blocks(bytes, told) else {
        return told.doubt(Unclear::Part);
    };
    if bytes[end..].iter().any(|byte| *byte != 0) {
        told.doubt(Unclear::AfterEnd);
    }
}

/// Reads all blocks and returns where the end mark ends; nothing if one is not whole.
fn blocks(bytes: &[u8], told: &mut Disclosed) -> Option<usize> {
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut pictures = 0;
    loop {
        match bytes.get(at)? {
            0x3B => return Some(at + 1),
            0x2C => {
                pictures += 1;
                // A header, colours, and how the samples are packed.
                at = chain(bytes, at + 11 + colours(*bytes.get(at + 9)?))?.1;
            }
            0x21 => {
                let (content, end) = chain(bytes, at + 2)?;
                extension(*bytes.get(at + 1)?, &content, told);
                at = end;
            }
            _ => return None,
        }
        if pictures > 1 {
            // Only the first is filed.
            told.doubt(Unclear::Unshown);
        }
    }
}

/// Reads an extension, of which the pieces were put together.
fn extension(label: u8, content: &[u8], told: &mut Disclosed) {
    match label {
        // How long a picture is shown.
        0xF9 => {}
        0xFE => notes::loose(content, told),
        0xFF if content.starts_with(b"NETSCAPE2.0") && content.len() <= 16 => {}
        0xFF if content.starts_with(b"XMP DataXMP") => {
            notes::words(&String::from_utf8_lossy(&content[11..]), told);
        }
        _ => told.doubt(Unclear::Part),
    }
}

/// The length of a table of colours that a byte of flags tells, in bytes.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

/// The content of a chain of pieces, and where it ends.
fn chain(bytes: &[u8], mut at: usize) -> Option<(Vec<u8>, usize)> {
    let mut content = Vec::new();
    loop {
        let length = usize::from(*bytes.get(at)?);
        if length == 0 {
            return Some((content, at + 1));
        }
        // The first byte of an XMP packet is taken for a length, and so is every further one that stands at the
        // start of a piece; with the lengths the packet is whole.
        if content.starts_with(b"XMP DataXMP") {
            content.push(bytes[at]);
        }
        content.extend_from_slice(bytes.get(at + 1..at + 1 + length)?);
        at += 1 + length;
    }
}

#[cfg(test)]
mod tests {
    use super::{Disclosed, Unclear, read};

    const PICTURE: &[u8] = b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";

    fn told(blocks: &[&[u8]]) -> Disclosed {
        let head: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF";
        let file = [&[head], blocks].concat().concat();
        let mut told = Disclosed::default();
        read(&file, &mut told);
        told
    }

    #[test]
    fn a_plain_picture_tells_nothing_and_every_block_is_known_or_doubted() {
        let timing: &[u8] = b"\x21\xF9\x04\0\0\0\0\0";
        let comment: &[u8] = b"\x21\xFE\x03lin\0";
        let program: &[u8] = b"\x21\xFF\x0BEXAMPLE 1.0\x01x\0";
        let end: &[u8] = b"\x3B";
        assert_eq!(told(&[timing, PICTURE, end]), Disclosed::default());
        assert_eq!(told(&[comment, PICTURE, end]).texts, ["lin"]);
        for (blocks, why) in [
            (vec![program, PICTURE, end], Unclear::Part),
            (vec![PICTURE, timing, PICTURE, end], Unclear::Unshown),
            (vec![PICTURE, end, b"more"], Unclear::AfterEnd),
            (vec![PICTURE], Unclear::Part),
            (vec![PICTURE, b"\x2C\0"], Unclear::Part),
        ] {
            assert_eq!(told(&blocks).unclear, Some(why), "{blocks:?}");
        }
    }

    #[test]
    fn a_packet_of_notes_is_read_whole() {
        let packet = "<x exif:GPSLatitude='39'/>";
        let mut block = b"\x21\xFF\x0BXMP DataXMP".to_vec();
        block.extend_from_slice(packet.as_bytes());
        block.push(1);
        block.extend((0..=255).rev());
        block.push(0);
        assert!(told(&[&block, PICTURE, b"\x3B"]).place);
    }
}
