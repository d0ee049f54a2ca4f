//! Web pages, e-mails, texts and tables as blocks of plain text, with the pictures in them.
//!
//! Each reader takes the bytes of one kind apart; what it cannot show it counts, so that the page can say so.
//! No reader runs a script, follows a link or asks the network.

mod archive;
mod csv_table;
mod gallery;
mod html;
mod html_table;
mod mail;
mod sheet;
mod word;
mod xml;

use serde::{Deserialize, Serialize};

use super::buffers::Buffers;
use super::copy::FiledCopy;
use super::fault::{Excess, Fault, Notice};
use super::sandbox::Darkroom;
use super::step::Step;
use super::text::{self, Encoding};
use super::{Content, Ingested, Item};
use csv_table::records;
use gallery::Gallery;

pub(super) use archive::Archive;
pub(super) use csv_table::Records;
pub(super) use html::{Piece, tokens};
pub(super) use mail::pages;

/// The most cells of all tables of a document; more than a person reads on paper.
const MOST_CELLS: usize = 20_000;

/// The most blocks of a document, each a paragraph or more.
const MOST_BLOCKS: usize = 20_000;

/// The longest web page in bytes, with the pictures that it holds.
const LONGEST_PAGE: usize = 64_000_000;

/// A document as blocks of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is.
    pub paper: Paper,
    /// What it says about itself: address, sender, date; in the order in which it is printed.
    pub particulars: Vec<(Particular, String)>,
    /// The text from top to bottom.
    pub blocks: Vec<Block>,
    /// The pictures in it, in the order in which the blocks name them.
    pub pictures: Vec<FiledCopy>,
    /// What is in the file and not on the page, each with how often.
    pub unshown: Vec<(Unshown, usize)>,
    /// Files inside that are not shown: name and length in bytes.
    pub attachments: Vec<(String, u64)>,
}

/// A kind of document that is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Paper {
    /// A web page.
    #[default]
    Html,
    /// A web page saved with its pictures.
    Mhtml,
    /// An e-mail.
    Mail,
    /// A text of Word (.docx).
    Word,
    /// A workbook of Excel (.xlsx).
    Workbook,
    /// A table as text (.csv), which only decoding tells from other texts.
    Csv,
}

/// What a document says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Particular {
    /// The address of a page (网址).
    Url,
    /// The title (标题).
    Title,
    /// When the page was saved (保存时间).
    Saved,
    /// The sender (发件人).
    From,
    /// The receivers (收件人).
    To,
    /// The receivers of a copy (抄送).
    Cc,
    /// When it was sent (日期).
    Date,
    /// The subject (主题).
    Subject,
    /// The number that a mail carries (Message-ID).
    MessageId,
    /// What stands at the head of each page (页眉).
    Header,
    /// What stands at the foot of each page (页脚).
    Footer,
    /// The names of the sheets (工作表).
    Sheets,
}

/// What is in a file and not on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unshown {
    /// Programs of a page.
    Scripts,
    /// Colours, sizes and places of a page.
    Styles,
    /// Sound and video.
    Media,
    /// Pages inside a page.
    Frames,
    /// Drawings made of lines.
    Drawings,
    /// Pictures that lie elsewhere.
    RemotePictures,
    /// Pictures of a few pixels, such as icons.
    SmallPictures,
    /// Pictures that cannot be read.
    BrokenPictures,
    /// Text that the file itself hides.
    HiddenText,
    /// Text that was deleted while changes were tracked.
    Deletions,
    /// Comments in the margin.
    Comments,
    /// Diagrams of numbers.
    Charts,
    /// Files and formulas set into a text.
    Objects,
    /// Formulas, of which the result is shown.
    Formulas,
    /// Numbers that the program that wrote them had rounded.
    Rounded,
    /// Sheets that the workbook hides.
    HiddenSheets,
    /// Parts whose encoding is wrong.
    Garbled,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph; lines are separated by line feeds.
    Paragraph(String),
    /// An entry of a list.
    Entry(String),
    /// A table.
    Table(Table),
    /// Pictures, by the places of their copies.
    Pictures(std::ops::Range<usize>),
}

/// A table of plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The rows; all have as many cells as the first.
    pub rows: Vec<Vec<String>>,
    /// Whether the first row names the columns.
    pub head: bool,
}

impl Unshown {
    /// The word by which the page finds its phrase.
    pub fn word(self) -> &'static str {
        match self {
            Self::Scripts => "scripts",
            Self::Styles => "styles",
            Self::Media => "media",
            Self::Frames => "frames",
            Self::Drawings => "drawings",
            Self::RemotePictures => "remote_pictures",
            Self::SmallPictures => "small_pictures",
            Self::BrokenPictures => "broken_pictures",
            Self::HiddenText => "hidden_text",
            Self::Deletions => "deletions",
            Self::Comments => "comments",
            Self::Charts => "charts",
            Self::Objects => "objects",
            Self::Formulas => "formulas",
            Self::Rounded => "rounded",
            Self::HiddenSheets => "hidden_sheets",
            Self::Garbled => "garbled",
        }
    }
}

impl Particular {
    /// The word by which the page finds its label.
    pub fn word(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::Title => "title",
            Self::Saved => "saved",
            Self::From => "from",
            Self::To => "to",
            Self::Cc => "cc",
            Self::Date => "date",
            Self::Subject => "subject",
            Self::MessageId => "message_id",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Sheets => "sheets",
        }
    }
}

impl Paper {
    /// The name by which people know the kind, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Mhtml => "MHTML",
            Self::Mail => "EML",
            Self::Word => "DOCX",
            Self::Workbook => "XLSX",
            Self::Csv => "CSV",
        }
    }
}

impl Document {
    /// Counts something that is not shown.
    fn miss(&mut self, what: Unshown, count: usize) {
        if count == 0 {
            return;
        }
        match self.unshown.iter_mut().find(|(known, _)| *known == what) {
            Some((_, known)) => *known += count,
            None => self.unshown.push((what, count)),
        }
    }

    /// Adds a particular, if the document gives it.
    fn tell(&mut self, what: Particular, value: Option<impl Into<String>>) {
        let value: Option<String> = value.map(Into::into);
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            self.particulars.push((what, value.trim().to_owned()));
        }
    }

    /// Adds a picture where the text stands, or counts it.
    fn show(&mut self, gallery: &mut Gallery<'_>, bytes: &[u8]) {
        match gallery.hang(bytes) {
            Ok(place) => self.blocks.push(Block::Pictures(place)),
            Err(why) => self.miss(why, 1),
        }
    }

    /// Returns the document if a person can read it on paper and there is something to read.
    fn bounded(mut self) -> Result<Self, Fault> {
        let cells = self.blocks.iter().map(|block| match block {
            Block::Table(table) => table.rows.iter().map(Vec::len).sum(),
            _ => 1,
        });
        within(cells.sum(), MOST_CELLS, Excess::Cells)?;
        within(self.blocks.len(), MOST_BLOCKS, Excess::Blocks)?;
        if self.blocks.is_empty() && self.attachments.is_empty() {
            return Err(Fault::Blank);
        }
        self.unshown.sort_unstable();
        Ok(self)
    }
}

/// Ingests a document of a known kind.
pub(super) fn ingest(
    item: &Item,
    paper: Paper,
    notices: Vec<Notice>,
    buffers: &Buffers,
    darkroom: &Darkroom,
) -> Result<Ingested, Fault> {
    let bytes = &item.original.bytes;
    let mut gallery = Gallery::new(&item.treatment, buffers, darkroom);
    let mut steps = Vec::new();
    let mut document = match paper {
        Paper::Html | Paper::Csv => {
            let decoded = text::page(bytes, LONGEST_PAGE)?;
            steps.push(Step::Decoded {
                encoding: decoded.encoding,
            });
            html::page(&decoded.text, &mut gallery, &|_| None)?
        }
        Paper::Mhtml => mail::page(bytes, &mut gallery)?,
        Paper::Mail => mail::letter(bytes, &mut gallery)?,
        Paper::Word => word::read(bytes, &mut gallery)?,
        Paper::Workbook => sheet::read(bytes, &mut gallery)?,
    };
    document.paper = paper;
    document.pictures = gallery.copies;
    finish(item, document, steps, notices)
}

/// The records of a text that is a table; of any other there are none.
pub(super) fn table(item: &Item) -> Result<Option<(Encoding, Records)>, Fault> {
    let name = item.original.name.to_ascii_lowercase();
    let named = name.ends_with(".csv") || name.ends_with(".tsv");
    let (encoding, text) = text::raw(&item.original.bytes)?;
    Ok(records(&text, named).map(|records| (encoding, records)))
}

/// Makes the result for a document that was read.
pub(super) fn finish(
    item: &Item,
    document: Document,
    steps: Vec<Step>,
    mut notices: Vec<Notice>,
) -> Result<Ingested, Fault> {
    let boxes = item.treatment.areas();
    if boxes > 0 {
        notices.push(Notice::BoxesOnText { boxes });
    }
    Ok(Ingested {
        fingerprint: item.original.fingerprint.clone(),
        content: Content::Document(document.bounded()?),
        steps,
        notices,
        taken: None,
    })
}

/// Whether a count stays within a limit.
fn within(count: usize, limit: usize, what: Excess) -> Result<(), Fault> {
    if count > limit {
        return Err(Fault::TooMuch {
            what,
            limit: limit as u64,
        });
    }
    Ok(())
}

/// A fault of a file that breaks the rules of its kind.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it is given to `map_err`, which gives the error away"
)]
fn corrupt(reason: impl ToString) -> Fault {
    Fault::Corrupt {
        reason: reason.to_string(),
    }
}

/// A text with each run of white space as one space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a plain text, parted by blank lines.
fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end).chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            blocks.push(Block::Paragraph(lines.join("\n")));
            lines.clear();
        }
    }
    blocks.into_iter()
}
