//! What an original tells besides what is filed of it: the place, names in its metadata, parts that no page shows.
//!
//! Each reader knows every part of its format that is harmless and takes any other for one that cannot be checked.
//! Whether an original may go along with a filing is decided by whoever knows what the filing hides.

mod bitmap;
mod boxes;
mod gif;
mod heic;
mod jpeg;
mod movie;
mod notes;
mod office;
mod png;
mod preview;
mod riff;
mod sound;
mod tiff;
mod tree;
mod unclear;

use encoding_rs::GB18030;
use memchr::memmem::find;
use serde::{Deserialize, Serialize};

use super::document::Paper;
use super::guard::guarded;
use super::kind::{Kind, sniff};
use super::recording::Medium;
use super::sandbox::Darkroom;
use super::text;
use super::{Content, Document, Moment, Row, Transcript};

pub(super) use heic::read as heic;
pub(super) use jpeg::read as jpeg;
pub(super) use notes::{place_in, readings};
pub(super) use preview::Shown;
pub use unclear::Unclear;

/// What an original tells besides what is filed of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// Whether it tells the place where it was taken.
    pub place: bool,
    /// Every text in it, and its metadata in each encoding that they may be in.
    pub texts: Vec<String>,
    /// Why it cannot be checked in full, if it cannot.
    pub unclear: Option<Unclear>,
}

impl Disclosed {
    /// Notes why it cannot be checked; the first reason counts.
    pub(super) fn doubt(&mut self, why: Unclear) {
        self.unclear.get_or_insert(why);
    }

    /// Something that is known only as not to be checked.
    fn unclear(why: Unclear) -> Self {
        Self {
            unclear: Some(why),
            ..Self::default()
        }
    }
}

/// Finds out what an original tells besides what was made of it.
pub fn disclosed(bytes: &[u8], content: &Content, darkroom: &Darkroom) -> Disclosed {
    guarded(|| read(bytes, content, darkroom))
        .unwrap_or_else(|| Disclosed::unclear(Unclear::Unread))
}

fn read(bytes: &[u8], content: &Content, darkroom: &Darkroom) -> Disclosed {
    let mut told = Disclosed::default();
    let kind = sniff(bytes);
    let copies = match content {
        Content::Pictures(copies) => copies.as_slice(),
        _ => &[],
    };
    let shown = Shown::new(bytes, kind, copies);
    match kind {
        Kind::Jpeg => jpeg::read(bytes, &shown, &mut told),
        Kind::Png => png::read(bytes, &shown, &mut told),
        Kind::Webp => riff::webp(bytes, &shown, &mut told),
        Kind::Tiff => tiff::read(bytes, &mut told),
        Kind::Bmp => bitmap::read(bytes, &mut told),
        Kind::Gif => gif::read(bytes, &mut told),
        Kind::Heic | Kind::Pdf => {
            return darkroom
                .told(kind, bytes)
                .unwrap_or_else(|_| Disclosed::unclear(Unclear::Unread));
        }
        Kind::Text => match text::raw(bytes) {
            Ok((_, text)) => {
                if matches!(content, Content::Transcript(log) if leaves_out(log, &text)) {
                    told.doubt(Unclear::Unshown);
                }
                told.texts.push(text);
            }
            Err(_) => told.doubt(Unclear::Unread),
        },
        Kind::Recording(medium) => match medium {
            Medium::Mp4 | Medium::Mov | Medium::M4a => movie::read(bytes, &mut told),
            Medium::Wav => riff::wave(bytes, &mut told),
            Medium::Mp3 | Medium::Aac | Medium::Amr | Medium::Silk => {
                sound::read(bytes, &mut told);
            }
        },
        Kind::Document(paper) => document(bytes, paper, content, &mut told),
        Kind::Empty | Kind::Foreign(_) => told.doubt(Unclear::Kind),
    }
    told
}

/// Reads a document, of which all that it holds has to stand on the page.
fn document(bytes: &[u8], paper: Paper, content: &Content, told: &mut Disclosed) {
    let Content::Document(document) = content else {
        // A chat as a web page holds the scripts that show it.
        return told.doubt(Unclear::Unshown);
    };
    let whole = document.unshown.is_empty()
        && document.pictures.is_empty()
        && document.attachments.is_empty();
    if !whole || matches!(paper, Paper::Mail | Paper::Mhtml) {
        // Mails tell the way that they took; the parts of saved pages are packed.
        return told.doubt(Unclear::Unshown);
    }
    told.texts.push(words(document));
    match paper {
        Paper::Word | Paper::Workbook => office::read(bytes, told),
        Paper::Html | Paper::Csv | Paper::Mail | Paper::Mhtml => {
            match text::page(bytes, bytes.len()) {
                Ok(page) => told.texts.push(notes::unescaped(&page.text)),
                Err(_) => told.doubt(Unclear::Unread),
            }
        }
    }
}

/// Whether a log holds much less than the text that it was read from, as with tables that name accounts beside people.
fn leaves_out(log: &Transcript, text: &str) -> bool {
    let count = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let moment = |at: &Option<Moment>| at.as_ref().map_or(0, |at| count(&at.written));
    let name = |who: &Option<String>| who.as_deref().map_or(0, count);
    let kept = log.rows.iter().map(|row| match row {
        Row::Header { text } | Row::Day { written: text, .. } => count(text),
        Row::Message { at, who, text, .. } | Row::System { at, who, text } => {
            moment(at) + name(who) + count(text)
        }
        Row::Omitted { .. } => 0,
    });
    // Words such as the day of the week go with the stamps.
    let kept: usize = kept.sum();
    count(text) > kept + kept / 10 + 40
}

/// The words of a document, one after another.
fn words(document: &Document) -> String {
    use super::Block;
    let mut words: Vec<&str> = Vec::new();
    words.extend(document.particulars.iter().map(|(_, value)| value.as_str()));
    for block in &document.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) | Block::Entry(text) => words.push(text),
            Block::Table(table) => words.extend(table.rows.iter().flatten().map(String::as_str)),
            Block::Pictures(_) => {}
        }
    }
    words.join("\n")
}

/// Whether a word stands in bytes of any kind, in one of the encodings of Chinese texts.
pub fn stands_in(word: &str, bytes: &[u8]) -> bool {
    let wide = |order: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(order).collect();
    let (chinese, _, _) = GB18030.encode(word);
    let spellings: [Vec<u8>; 4] = [
        word.as_bytes().to_vec(),
        chinese.into_owned(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ];
    spellings
        .iter()
        .any(|spelling| find(bytes, spelling).is_some())
}
