//! Chat logs and other texts as bytes to clean text.

use encoding_rs::{
    DecoderResult, Encoding as Codec, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::fault::Fault;

/// The longest text in bytes; years of a busy chat have less.
const MOST_BYTES: usize = 8_000_000;

/// The encoding that a text was in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a mark at the start.
    Utf8,
    /// UTF-16, least byte first, with a mark at the start.
    Utf16Le,
    /// UTF-16, greatest byte first, with a mark at the start.
    Utf16Be,
    /// GB18030, which GBK and GB2312 are part of.
    Gb18030,
    /// Another one, by its name; only web pages, which say what they are in.
    Other(#[serde(deserialize_with = "standard_name")] Name),
}

/// The name of an encoding; under a name of its own, or else its reader would have to outlive it.
type Name = &'static str;

/// Reads the name of an encoding.
fn standard_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
    let name = String::deserialize(deserializer)?;
    Codec::for_label(name.as_bytes())
        .map(Codec::name)
        .ok_or_else(|| D::Error::custom("no such encoding"))
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

/// How far into a web page its encoding is looked for, in bytes.
const HEAD: usize = 4096;

/// The same for a web page, which may say what encoding it is in, and which browsers show whatever it is.
pub(super) fn page(bytes: &[u8], most: usize) -> Result<Decoded, Fault> {
    let declared = declared(bytes).filter(|codec| *codec != UTF_8);
    let plain = declared.is_none_or(|codec| codec == GBK || codec == GB18030);
    if plain || std::str::from_utf8(bytes).is_ok() || Codec::for_bom(bytes).is_some() {
        match decode_up_to(bytes, most) {
            Err(Fault::NotText { .. }) => {}
            other => return other,
        }
    }
    let codec = declared.unwrap_or(WINDOWS_1252);
    let (text, _) = codec.decode_without_bom_handling(bytes);
    let (text, dropped) = cleaned(&text);
    Ok(Decoded {
        text,
        encoding: Encoding::Other(codec.name()),
        dropped,
    })
}

/// The encoding that a web page says it is in.
fn declared(bytes: &[u8]) -> Option<&'static Codec> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let label = head.split("charset=").nth(1)?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
    Codec::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
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

#[cfg(test)]
mod tests {
    use super::{Encoding, page};

    #[test]
    fn a_web_page_is_read_in_the_encoding_that_it_states() {
        let read = |head: &str, body: &[u8]| {
            let mut bytes = format!("<html><meta {head}><p>").into_bytes();
            bytes.extend_from_slice(body);
            let decoded = page(&bytes, 1000).unwrap();
            let text = decoded.text.split("<p>").nth(1).unwrap().to_owned();
            (text, decoded.encoding)
        };
        let other = |name| Encoding::Other(name);
        for (head, body, text, encoding) in [
            ("charset=utf-8", "付款".as_bytes(), "付款", Encoding::Utf8),
            (
                "charset=gb2312",
                b"\xB8\xB6\xBF\xEE".as_slice(),
                "付款",
                Encoding::Gb18030,
            ),
            (
                "charset='big5'",
                b"\xA5I\xB4\xDA".as_slice(),
                "付款",
                other("Big5"),
            ),
            (
                "content=\"text/html; charset=ISO-8859-1\"",
                b"caf\xE9".as_slice(),
                "café",
                other("windows-1252"),
            ),
            (
                "name=x",
                b"caf\xE9!".as_slice(),
                "café!",
                other("windows-1252"),
            ),
            (
                "charset=iso-8859-1",
                "付款".as_bytes(),
                "付款",
                Encoding::Utf8,
            ),
        ] {
            assert_eq!(read(head, body), (text.to_owned(), encoding), "{head}");
        }
    }
}
