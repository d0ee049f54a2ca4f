//! Reads a PDF back: the text of its pages as a reader would copy it, and every string that is stored in it.

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Dict, Name, Object, Stream};

/// A PDF, read back.
pub struct Reread {
    /// The text of each page, in the order of its content.
    pub pages: Vec<String>,
    /// Every text string stored anywhere: titles, bookmarks, descriptions, metadata.
    pub strings: Vec<String>,
}

/// Reads a PDF back.
pub fn reread(bytes: &[u8]) -> Reread {
    let pdf = Pdf::new(bytes.to_vec()).unwrap();
    let pages = pdf.pages().iter().map(page_text).collect();
    let mut strings = Vec::new();
    for object in pdf.objects() {
        gather(&object, 0, &mut strings);
        if let Object::Stream(stream) = &object {
            take_stream(stream, &mut strings);
        }
    }
    Reread { pages, strings }
}

fn take_stream(stream: &Stream<'_>, strings: &mut Vec<String>) {
    let kind = stream
        .dict()
        .get::<Name<'_>>("Type")
        .map(|name| name.to_vec());
    if kind.as_deref() == Some(b"Metadata") {
        strings.extend(
            stream
                .decoded()
                .ok()
                .map(|data| String::from_utf8_lossy(&data).into_owned()),
        );
    }
}

fn gather(object: &Object<'_>, depth: usize, strings: &mut Vec<String>) {
    if depth > 12 {
        return;
    }
    match object {
        Object::String(string) => strings.push(text_string(string)),
        Object::Array(array) => array.raw_iter().for_each(|item| {
            if let hayro_syntax::object::MaybeRef::NotRef(item) = item {
                gather(&item, depth + 1, strings);
            }
        }),
        Object::Dict(dict) => gather_dict(dict, depth, strings),
        Object::Stream(stream) => gather_dict(stream.dict(), depth, strings),
        _ => {}
    }
}

fn gather_dict(dict: &Dict<'_>, depth: usize, strings: &mut Vec<String>) {
    for (_, value) in dict.entries() {
        if let hayro_syntax::object::MaybeRef::NotRef(value) = value {
            gather(&value, depth + 1, strings);
        }
    }
}

/// A text string: UTF-16 with a mark, or one byte a character.
fn text_string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => utf16(wide),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or('\u{fffd}'))
        .collect()
}

type Codes = BTreeMap<u16, String>;

fn page_text(page: &hayro_syntax::page::Page<'_>) -> String {
    let mut text = String::new();
    let mut fonts: BTreeMap<Vec<u8>, Codes> = BTreeMap::new();
    let mut font: Vec<u8> = Vec::new();
    // For each open span: whether it brought its own text, so that its glyphs stay silent.
    let mut spans: Vec<bool> = Vec::new();
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::TextFont(set) => {
                font = set.0.to_vec();
                fonts.entry(font.clone()).or_insert_with(|| {
                    page.resources()
                        .get_font(set.0)
                        .map(|font| codes(&font))
                        .unwrap_or_default()
                });
            }
            TypedInstruction::BeginMarkedContent(_) => spans.push(false),
            TypedInstruction::BeginMarkedContentWithProperties(begin) => {
                let own = match begin.1 {
                    Object::Dict(dict) => {
                        dict.get::<hayro_syntax::object::String<'_>>("ActualText")
                    }
                    _ => None,
                };
                spans.push(own.is_some());
                text.extend(own.map(|own| text_string(&own)));
            }
            TypedInstruction::EndMarkedContent(_) => drop(spans.pop()),
            TypedInstruction::BeginText(_) => text.push(' '),
            TypedInstruction::ShowText(show) if !spans.contains(&true) => {
                show_codes(show.0, fonts.get(&font), &mut text);
            }
            TypedInstruction::ShowTexts(show) if !spans.contains(&true) => {
                for piece in show.0.iter::<Object<'_>>() {
                    if let Object::String(piece) = piece {
                        show_codes(&piece, fonts.get(&font), &mut text);
                    }
                }
            }
            _ => {}
        }
    }
    text
}

fn show_codes(bytes: &[u8], codes: Option<&Codes>, text: &mut String) {
    for pair in bytes.chunks_exact(2) {
        let code = u16::from_be_bytes([pair[0], pair[1]]);
        text.push_str(
            codes
                .and_then(|codes| codes.get(&code))
                .map_or("\u{fffd}", String::as_str),
        );
    }
}

/// What the codes of a font mean, from its `ToUnicode` map.
fn codes(font: &Dict<'_>) -> Codes {
    let mut codes = Codes::new();
    let Some(map) = font
        .get::<Stream<'_>>("ToUnicode")
        .and_then(|stream| stream.decoded().ok().map(std::borrow::Cow::into_owned))
    else {
        return codes;
    };
    let map = String::from_utf8_lossy(&map).into_owned();
    let mut mode = "";
    for line in map.lines().map(str::trim) {
        match line.rsplit(' ').next() {
            Some("beginbfchar") => mode = "char",
            Some("beginbfrange") => mode = "range",
            Some("endbfchar" | "endbfrange") => mode = "",
            _ => {
                let hex: Vec<Vec<u8>> = line
                    .split('<')
                    .skip(1)
                    .filter_map(|part| part.split('>').next())
                    .map(unhex)
                    .collect();
                match (mode, hex.as_slice()) {
                    ("char", [code, text]) => drop(codes.insert(number(code), utf16(text))),
                    ("range", [first, last, text]) => {
                        for (offset, code) in (number(first)..=number(last)).enumerate() {
                            let start = utf16(text).chars().next().map_or(0, u32::from);
                            codes.insert(
                                code,
                                char::from_u32(start + u32::try_from(offset).unwrap())
                                    .unwrap_or('\u{fffd}')
                                    .to_string(),
                            );
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    codes
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits
        .chunks_exact(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn number(bytes: &[u8]) -> u16 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u16::from(*byte))
}

/// A text without white space and characters that take no ink.
pub fn ink(text: &str) -> String {
    text.chars()
        .filter(|c| !tousu::typeset::is_invisible(*c))
        .collect()
}
