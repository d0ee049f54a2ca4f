//! Reads a finished PDF back: what a reader can copy from its pages, every string that is stored in it, its pictures
//! and its attachments.
//!
//! It understands what the program writes (composite fonts with a `ToUnicode` map), and takes what it does not
//! understand as replacement characters.

use std::collections::BTreeMap;
use std::sync::Arc;

use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Dict, Name, Object, Stream};
use rayon::prelude::*;

/// A PDF, read back.
#[derive(Debug, Clone)]
pub struct Reread {
    /// The text of each page, in the order of its content.
    pub pages: Vec<String>,
    /// Every text string stored anywhere: titles, bookmarks, descriptions, metadata.
    pub strings: Vec<String>,
    /// The pictures.
    pub pictures: Vec<StoredPicture>,
    /// The attached files.
    pub attachments: Vec<Attached>,
}

/// A picture as it is stored in a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPicture {
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// What is stored.
    pub data: PictureData,
}

/// The form in which a picture is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureData {
    /// A whole JPEG file.
    Jpeg(Vec<u8>),
    /// Samples row by row, with one (grey) or three (red, green, blue) bytes a pixel.
    Samples(Vec<u8>),
    /// Anything else.
    Other,
}

/// A file that is attached to a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Reads a PDF back; nothing if it cannot be read.
pub fn reread(bytes: &[u8]) -> Option<Reread> {
    reread_all(&Arc::new(bytes.to_vec()), &|_| true)
}

/// What becomes of the attached files of a PDF, each by its name and content, on all cores; nothing if it cannot be read.
pub fn attachments<T: Send>(
    pdf: &Arc<Vec<u8>>,
    of: impl Fn(&str, &[u8]) -> T + Sync,
) -> Option<Vec<T>> {
    let pdf = Pdf::new(Arc::clone(pdf)).ok()?;
    let mut files = Vec::new();
    for object in pdf.objects() {
        if let Object::Dict(dict) = &object
            && let Some((name, stream)) = attached(dict)
        {
            files.push((name, stream.decoded().ok()?));
        }
    }
    let files = files.par_iter().with_max_len(1);
    Some(files.map(|(name, bytes)| of(name, bytes)).collect())
}

/// Reads a PDF back without copying it; only those attached files are kept whose names are wanted.
pub fn reread_all(bytes: &Arc<Vec<u8>>, wanted: &dyn Fn(&str) -> bool) -> Option<Reread> {
    let pdf = Pdf::new(Arc::clone(bytes)).ok()?;
    let pages = pdf.pages().iter().map(page_text).collect();
    let mut read = Reread {
        pages,
        strings: Vec::new(),
        pictures: Vec::new(),
        attachments: Vec::new(),
    };
    for object in pdf.objects() {
        gather(&object, 0, &mut read.strings);
        match &object {
            Object::Stream(stream) => {
                take_stream(stream, &mut read.strings);
                read.pictures.extend(picture(stream));
            }
            Object::Dict(dict) => {
                if let Some((name, stream)) = attached(dict).filter(|(name, _)| wanted(name))
                    && let Ok(bytes) = stream.decoded()
                {
                    let bytes = bytes.into_owned();
                    read.attachments.push(Attached { name, bytes });
                }
            }
            _ => {}
        }
    }
    Some(read)
}

/// A name in a dictionary.
fn name(dict: &Dict<'_>, key: &str) -> Option<Vec<u8>> {
    dict.get::<Name<'_>>(key.as_bytes())
        .map(|name| name.to_vec())
}

/// The picture that a stream holds, if it is one.
fn picture(stream: &Stream<'_>) -> Option<StoredPicture> {
    let dict = stream.dict();
    if name(dict, "Subtype").as_deref() != Some(b"Image") {
        return None;
    }
    let size = |key: &str| {
        let number = dict.get::<i32>(key.as_bytes());
        number.and_then(|number| u32::try_from(number).ok())
    };
    let (width, height) = (size("Width")?, size("Height")?);
    let data = if name(dict, "Filter").as_deref() == Some(b"DCTDecode") {
        PictureData::Jpeg(stream.raw_data().into_owned())
    } else {
        let samples = stream.decoded().map(std::borrow::Cow::into_owned);
        let pixels = width as usize * height as usize;
        match samples {
            Ok(samples) if samples.len() == pixels || samples.len() == pixels * 3 => {
                PictureData::Samples(samples)
            }
            _ => PictureData::Other,
        }
    };
    Some(StoredPicture {
        width,
        height,
        data,
    })
}

/// The file that a dictionary attaches, if it does: its name and what holds it.
fn attached<'a>(dict: &Dict<'a>) -> Option<(String, Stream<'a>)> {
    if name(dict, "Type").as_deref() != Some(b"Filespec") {
        return None;
    }
    let text = |key: &str| {
        let string = dict.get::<hayro_syntax::object::String<'_>>(key.as_bytes());
        string.map(|string| text_string(&string))
    };
    let file = dict.get::<Dict<'_>>(b"EF")?;
    let stream = file.get::<Stream<'_>>(b"F").or_else(|| file.get(b"UF"))?;
    Some((text("UF").or_else(|| text("F"))?, stream))
}

/// Adds the metadata that a stream holds, if it does.
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

/// Adds every string in an object.
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

/// Adds every string in a dictionary.
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

/// UTF-16, greatest byte first.
fn utf16(bytes: &[u8]) -> String {
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or('\u{fffd}'))
        .collect()
}

/// What the codes of a font mean.
type Codes = BTreeMap<u16, String>;

/// The text of a page; where a span brings its own text, that instead of its glyphs.
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

/// Adds what codes of a font mean.
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
                        let start = utf16(text).chars().next().map_or(0, u32::from);
                        for (offset, code) in (0..).zip(number(first)..=number(last)) {
                            let meant = char::from_u32(start + offset).unwrap_or('\u{fffd}');
                            codes.insert(code, meant.to_string());
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    codes
}

/// Hexadecimal digits as bytes.
fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    let value = |digit: u8| char::from(digit).to_digit(16).unwrap_or(0);
    digits
        .chunks_exact(2)
        .map(|pair| u8::try_from(value(pair[0]) * 16 + value(pair[1])).unwrap_or(0))
        .collect()
}

/// Bytes as a number, greatest first.
fn number(bytes: &[u8]) -> u16 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u16::from(*byte))
}
