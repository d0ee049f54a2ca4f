//! What a document tells in words: its text whether seen or not, every string in it, and the notes of its pictures.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, MaybeRef, Name, Object, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Rect};

use super::super::disclosed::{Disclosed, Shown, Unclear, jpeg, place_in, readings};
use super::super::face::Face;
use super::super::fault::{Excess, Fault};
use super::super::kind::Kind;
use super::faces::Faces;
use super::open;
use super::warnings::Warnings;

/// The most bytes of words.
const MOST: usize = 20_000_000;

/// How deep objects lie in one another.
const DEEPEST: usize = 32;

/// Reads all that a document tells.
pub(in super::super) fn told(bytes: &[u8], face: Face) -> Result<Disclosed, Fault> {
    let mut told = Disclosed::default();
    let has = |word: &[u8]| {
        bytes
            .windows(word.len())
            .filter(|window| *window == word)
            .count()
    };
    if has(b"/Encrypt") > 0 {
        told.doubt(Unclear::Encrypted);
    }
    // A document that was made for slow lines has two ends from the start.
    let ends = if has(b"/Linearized") > 0 { 2 } else { 1 };
    if has(b"%%EOF") > ends {
        told.doubt(Unclear::Versions);
    }
    let pdf = open::open(bytes.to_vec(), None)?;
    let faces = Faces::new(face);
    for page in pdf.pages().iter() {
        read_page(page, &faces, &mut told);
    }
    read_objects(&pdf, &mut told);
    let length = told.texts.iter().map(String::len).sum::<usize>();
    if length > MOST {
        return Err(Fault::TooMuch {
            what: Excess::Unpacked,
            limit: MOST as u64,
        });
    }
    Ok(told)
}

/// Reads the text of a page, with what is drawn in no ink.
fn read_page(page: &Page<'_>, faces: &Faces, told: &mut Disclosed) {
    // So large that nothing lies beyond it.
    const FAR: f64 = 1e7;
    let everywhere = Rect::new(-FAR, -FAR, FAR, FAR);
    let cache = InterpreterCache::new();
    let warnings = Warnings::default();
    let settings = faces.settings(&warnings);
    let mut context = Context::new(Affine::IDENTITY, everywhere, &cache, page.xref(), settings);
    let mut ear = Ear::default();
    interpret_page(page, &mut context, &mut ear);
    if ear.unreadable || warnings.check().is_err() {
        told.doubt(Unclear::Glyphs);
    }
    told.texts.push(ear.text);
}

/// Reads the strings and notes of all objects.
fn read_objects(pdf: &Pdf, told: &mut Disclosed) {
    for object in pdf.objects() {
        strings(&object, 0, told);
    }
}

/// Reads an object and those in it.
fn strings(object: &Object<'_>, depth: usize, told: &mut Disclosed) {
    if depth > DEEPEST {
        return told.doubt(Unclear::Part);
    }
    match object {
        Object::String(string) => told.texts.extend(readings(string.as_bytes())),
        Object::Array(array) => array.raw_iter().for_each(|item| {
            if let MaybeRef::NotRef(item) = item {
                strings(&item, depth + 1, told);
            }
        }),
        Object::Dict(dict) => entries(dict, depth, told),
        Object::Stream(stream) => {
            entries(stream.dict(), depth, told);
            read_stream(stream, told);
        }
        _ => {}
    }
}

/// Reads the entries of a dictionary, and doubts those that lead to what no page shows.
fn entries(dict: &Dict<'_>, depth: usize, told: &mut Disclosed) {
    for (key, value) in dict.entries() {
        if matches!(
            key.as_ref(),
            b"EF" | b"OCProperties" | b"JS" | b"RichMediaContent" | b"PieceInfo" | b"Thumb"
        ) {
            told.doubt(Unclear::Unshown);
        }
        if let MaybeRef::NotRef(value) = value {
            strings(&value, depth + 1, told);
        }
    }
}

/// Reads the notes that a stream holds: of the document, or of the camera in a picture.
fn read_stream(stream: &Stream<'_>, told: &mut Disclosed) {
    let name = |key: &str| stream.dict().get::<Name<'_>>(key).map(|name| name.to_vec());
    let raw = stream.raw_data();
    if name("Type").as_deref() == Some(b"Metadata") {
        match stream.decoded_data() {
            Ok(notes) => {
                let texts = readings(&notes);
                told.place |= texts.iter().any(|text| place_in(text));
                told.texts.extend(texts);
            }
            Err(_) => told.doubt(Unclear::Part),
        }
    } else if raw.starts_with(&[0xFF, 0xD8, 0xFF]) {
        jpeg(&raw, &Shown::new(&raw, Kind::Jpeg, &[]), told);
    }
}

/// Hears what is drawn.
#[derive(Default)]
struct Ear {
    /// The characters, in the order in which they are drawn.
    text: String,
    /// Whether there was a glyph of which nobody knows the character.
    unreadable: bool,
}

impl<'a> Device<'a> for Ear {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            match glyph.as_unicode() {
                Some(BfString::Char(one)) => self.text.push(one),
                Some(BfString::String(several)) => self.text.push_str(&several),
                None => self.unreadable = true,
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
