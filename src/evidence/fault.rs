//! What can be wrong with an original, as data; the wording is made elsewhere.

use serde::{Deserialize, Serialize};

use super::foreign::Foreign;
use super::kind::Kind;
use super::loss::Loss;

/// Why an original cannot be filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// The file has no content: copy it again from the phone or download it again.
    Empty,
    /// A document in which there is nothing to show: see whether it is the right one.
    Blank,
    /// The file is of a kind that cannot be shown: convert it as `kind.remedy()` says.
    Unsupported {
        /// What the content was recognised as.
        kind: Foreign,
    },
    /// The file ends too early: the transfer was cut off, so copy or download it again.
    Truncated,
    /// The content is damaged: open it on the phone, save it again (or take a screenshot of it) and use that file.
    Corrupt {
        /// What the decoder said, in English, for whoever looks into it.
        reason: String,
    },
    /// The picture has more pixels than can be handled: split it or save it smaller.
    TooLarge {
        /// The width in pixels that the header claims.
        width: u32,
        /// The height in pixels that the header claims.
        height: u32,
        /// The most pixels that are accepted.
        limit: u64,
    },
    /// The chat log is longer than can be handled: keep the days that matter in a file of their own.
    TooLong {
        /// The length in bytes.
        bytes: u64,
        /// The most bytes that are accepted.
        limit: u64,
    },
    /// The picture moves: take a screenshot of the frame that matters.
    Animated,
    /// The file has more pages than are filed at once: name those that matter.
    TooManyPages {
        /// The most pages that are accepted.
        limit: usize,
    },
    /// A page was asked for that the file does not have: correct the numbers.
    NoSuchPage {
        /// The page that was asked for, from 1.
        page: u32,
        /// How many pages there are.
        pages: u32,
    },
    /// What was to be cut out lies outside the picture: measure it again on the upright picture.
    CropOutside {
        /// The page, from 1.
        page: u32,
        /// The picture's width in pixels.
        width: u32,
        /// The picture's height in pixels.
        height: u32,
    },
    /// The content is neither a known kind of file nor text: save a chat log as UTF-8 text.
    NotText {
        /// The first byte, counted from 0, that is not text.
        offset: u64,
    },
    /// The document is locked: give its password.
    NeedsPassword,
    /// The document does not open with the password given: give the right one.
    WrongPassword,
    /// Something on a page cannot be drawn: print the document into a new one, or take a screenshot of the page.
    PageIncomplete {
        /// The page, from 1.
        page: u32,
        /// What would be missing.
        loss: Loss,
    },
    /// Decoding took too long and was stopped.
    TooSlow {
        /// How long the next page was waited for, in seconds.
        seconds: u64,
    },
    /// Decoding ended by itself, most often because it needed too much memory.
    GaveUp,
    /// The parts of a chat log that are to be filed hold no message: look up the numbers and days again.
    NothingSelected {
        /// How many messages the whole log has.
        messages: u32,
    },
    /// The document holds more than can be handled: keep what matters in a file of its own.
    TooMuch {
        /// Of what.
        what: Excess,
        /// The most that is accepted.
        limit: u64,
    },
}

/// What a document has more of than can be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Excess {
    /// Elements inside one another.
    Nesting,
    /// Cells of tables.
    Cells,
    /// Columns of a table.
    Columns,
    /// Paragraphs and the like.
    Blocks,
    /// Files inside the file.
    Members,
    /// Bytes after unpacking.
    Unpacked,
}

/// What a person should look at, though the original could be filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// A redaction lies wholly outside the picture and hides nothing: measure it again on the upright picture.
    /// Whoever files should treat this as an error, because something meant to be hidden may be visible.
    BoxOutside {
        /// The number of the redaction, from 0.
        no: usize,
        /// The picture's width in pixels.
        width: u32,
        /// The picture's height in pixels.
        height: u32,
    },
    /// The file says that a program for editing pictures has written it: whoever doubts it will say so.
    Edited {
        /// The program.
        program: String,
    },
    /// A redaction reaches over the edge and was cut there: check that it covers what it should.
    BoxClipped {
        /// The number of the redaction, from 0.
        no: usize,
        /// The picture's width in pixels.
        width: u32,
        /// The picture's height in pixels.
        height: u32,
    },
    /// A redaction has no width or no height and hides nothing: give it a size. An error like `BoxOutside`.
    BoxEmpty {
        /// The number of the redaction, from 0.
        no: usize,
    },
    /// A redaction or a cut was given for a page that is not filed, and does nothing there.
    BoxOnNoPage {
        /// The page, from 1.
        page: u32,
    },
    /// Redaction boxes were given for what has no pixels, such as a text: name the words to hide instead.
    BoxesOnText {
        /// How many boxes.
        boxes: usize,
    },
    /// The name's extension promises another kind than the content is; the content was believed.
    Mislabelled {
        /// The extension in lower case, without the dot.
        extension: String,
        /// What the content is.
        kind: Kind,
    },
    /// Control characters were removed from a text; nothing visible was lost.
    ControlsDropped {
        /// How many characters.
        characters: usize,
    },
    /// Fonts are not in the document, so that its text was drawn with another face: compare the page.
    FontsReplaced {
        /// The names of the fonts.
        names: Vec<String>,
    },
    /// Pages are blank, in the document as in the copy.
    BlankPages {
        /// Their numbers, from 1.
        pages: Vec<u32>,
    },
}
