//! Bytes → text: UTF-8 only, one kind of line end, no characters that nobody can see on purpose.

use encoding_rs::GB18030;

use super::MOST_BYTES;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome, Place};

/// The text of a file, with every line ended by `\n` and without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Outcome<String> {
    if bytes.len() > MOST_BYTES {
        let finding = Finding::FileTooLarge {
            bytes: bytes.len(),
            most: MOST_BYTES,
        };
        return Outcome::failed(Diagnostic::error(finding));
    }
    if let Some(guess) = utf16(bytes) {
        return Outcome::failed(Diagnostic::error(Finding::NotUtf8 {
            guess: Some(guess),
            line: 1,
        }));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Outcome::clean(text.replace("\r\n", "\n").replace('\r', "\n")),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.split(|&byte| byte == b'\n').count();
            let gb = GB18030
                .decode_without_bom_handling_and_without_replacement(bytes)
                .is_some();
            Outcome::failed(Diagnostic::error(Finding::NotUtf8 {
                guess: gb.then_some("GBK / GB18030"),
                line,
            }))
        }
    }
}

/// UTF-16 by its mark, or by the zero bytes that it puts beside every ASCII character.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some("UTF-16");
    }
    let start = &bytes[..bytes.len().min(512)];
    let pairs = start
        .chunks_exact(2)
        .filter(|pair| pair.contains(&0))
        .count();
    (start.len() >= 8 && pairs * 2 > start.len() / 2).then_some("UTF-16")
}

/// The text without control characters, which a parser would take for its end or for line breaks.
pub(super) fn without_controls(text: &str, found: &mut Diagnostics) -> String {
    let is_control = |c: char| c.is_control() && c != '\n' && c != '\t';
    if !text.contains(is_control) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = clean.len();
        clean.extend(line.chars().filter(|&c| !is_control(c)));
        let chars: Vec<char> = line.chars().filter(|&c| is_control(c)).collect();
        if !chars.is_empty() {
            let end = start + clean[start..].trim_end().len();
            let from = end - clean[start..end].trim_start().len();
            found.push(
                Diagnostic::warning(Finding::ControlCharacter { chars })
                    .at(Place::Bytes(from..end)),
            );
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, decode};
    use crate::diagnostic::Finding;

    fn finding(bytes: &[u8]) -> Option<Finding> {
        decode(bytes)
            .diagnostics
            .into_iter()
            .next()
            .map(|diagnostic| diagnostic.finding)
    }

    #[test]
    fn names_the_encoding() {
        let (gb, _, _) = encoding_rs::GB18030.encode("标题: 充值\n诉求: 退款\n");
        assert_eq!(
            finding(&gb),
            Some(Finding::NotUtf8 {
                guess: Some("GBK / GB18030"),
                line: 1
            })
        );
        let wide: Vec<u8> = "标题: abc"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(
            finding(&[&[0xff, 0xfe], wide.as_slice()].concat()),
            Some(Finding::NotUtf8 {
                guess: Some("UTF-16"),
                line: 1
            })
        );
        assert_eq!(
            finding(b"title: abcdef\nname: \xff\xff\n"),
            Some(Finding::NotUtf8 {
                guess: None,
                line: 2
            })
        );
    }

    #[test]
    fn takes_the_mark_and_other_line_ends_off() {
        assert_eq!(
            decode("\u{feff}a: 1\r\nb: 2\rc".as_bytes())
                .value
                .as_deref(),
            Some("a: 1\nb: 2\nc")
        );
    }

    #[test]
    fn refuses_what_is_too_large() {
        assert!(matches!(
            finding(&vec![b'a'; MOST_BYTES + 1]),
            Some(Finding::FileTooLarge { .. })
        ));
    }
}
