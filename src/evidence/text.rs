//! Chat logs as bytes to clean text.

use encoding_rs::{DecoderResult, Encoding as Codec, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::fault::Fault;

/// The longest text in bytes; years of a busy chat have less.
const MOST_BYTES: usize = 8_000_000;

/// The encoding that a text was in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8, with or without a mark at the start.
    Utf8,
    /// UTF-16, least byte first, with a mark at the start.
    Utf16Le,
    /// UTF-16, greatest byte first, with a mark at the start.
    Utf16Be,
    /// GB18030, which GBK and GB2312 are part of.
    Gb18030,
}

/// A text that was decoded and cleaned.
pub(super) struct Decoded {
    /// The text: lines end with a line feed, and no other control character is left.
    pub(super) text: String,
    /// The encoding that it was in.
    pub(super) encoding: Encoding,
    /// How many control characters were dropped.
    pub(super) dropped: usize,
}

/// Decodes a text and cleans it; a text of nothing but space counts as empty.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    decode_up_to(bytes, MOST_BYTES)
}

/// The same for a text of at most so many bytes.
pub(super) fn decode_up_to(bytes: &[u8], most: usize) -> Result<Decoded, Fault> {
    let (encoding, text) = decoded(bytes, most)?;
    let (text, dropped) = cleaned(&text);
    if text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    Ok(Decoded {
        text,
        encoding,
        dropped,
    })
}

/// Decodes a text and leaves it as it is, tabs and all.
pub(super) fn raw(bytes: &[u8]) -> Result<(Encoding, String), Fault> {
    decoded(bytes, MOST_BYTES)
}

/// Decodes a text of at most so many bytes.
fn decoded(bytes: &[u8], most: usize) -> Result<(Encoding, String), Fault> {
    if bytes.len() > most {
        return Err(Fault::TooLong {
            bytes: bytes.len() as u64,
            limit: most as u64,
        });
    }
    Ok(match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (Encoding::Utf8, strict(UTF_8, rest, 3)?),
        [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16Le, strict(UTF_16LE, rest, 2)?),
        [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16Be, strict(UTF_16BE, rest, 2)?),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (Encoding::Utf8, text.to_owned()),
            Err(_) => (Encoding::Gb18030, strict(GB18030, bytes, 0)?),
        },
    })
}

/// Decodes bytes that stand `offset` bytes into the file; the first malformed byte is a fault.
fn strict(codec: &'static Codec, bytes: &[u8], offset: usize) -> Result<String, Fault> {
    let mut decoder = codec.new_decoder_without_bom_handling();
    let room = decoder
        .max_utf8_buffer_length_without_replacement(bytes.len())
        .unwrap_or(bytes.len());
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => Ok(text),
        DecoderResult::Malformed(bad, after) => {
            let at = read.saturating_sub(usize::from(bad) + usize::from(after));
            Err(Fault::NotText {
                offset: (offset + at) as u64,
            })
        }
        DecoderResult::OutputFull => Err(Fault::NotText {
            offset: (offset + read) as u64,
        }),
    }
}

/// Makes all line ends line feeds and tabs spaces, drops other control characters and counts them.
fn cleaned(text: &str) -> (String, usize) {
    let mut clean = String::with_capacity(text.len());
    let mut dropped = 0;
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
            }
            '\t' => clean.push(' '),
            c if c.is_control() => dropped += 1,
            c => clean.push(c),
        }
        after_return = c == '\r';
    }
    (clean, dropped)
}
