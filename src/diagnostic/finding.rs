//! Everything that can be found, with the data that the messages need.

use crate::bilingual::Bilingual;
use crate::identity::{IdNumberFault, UsccFault};
use crate::moment::MomentError;
use crate::money::MoneyError;

/// A key or a section in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// English.
    pub en: &'static str,
    /// Chinese, as it is printed.
    pub zh: &'static str,
}

/// What a parser of YAML most likely stumbled over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxHint {
    /// A quotation mark that is not closed.
    Quote,
    /// A bracket that is not closed, or closed twice.
    Bracket,
    /// A `*name` without its `&name`.
    Anchor,
    /// Lines that are not indented alike.
    Indentation,
    /// A value that starts with a sign of YAML or has `: ` in it.
    Unquoted,
    /// Anything else.
    Other,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// One text or number.
    Text,
    /// Keys with values.
    Keys,
    /// A text, or keys with values.
    TextOrKeys,
}

/// What stands there instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// One text or number.
    Text,
    /// Keys with values.
    Keys,
    /// A list.
    List,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The file is larger than a case file can be.
    FileTooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The most that is read.
        most: usize,
    },
    /// The file is not UTF-8.
    NotUtf8 {
        /// The encoding that it looks like.
        guess: Option<&'static str>,
        /// The first line that cannot be read.
        line: usize,
    },
    /// There is nothing in the file.
    EmptyFile,
    /// There is a second document after `---`.
    SeveralDocuments,
    /// The file is not keys with values.
    NotAMap,
    /// The parser cannot go on.
    YamlSyntax {
        /// What it most likely is.
        hint: SyntaxHint,
        /// The parser's own words.
        parser: String,
    },
    /// A line is indented with a tab.
    TabIndentation,
    /// A full-width colon after a key.
    FullWidthColon {
        /// The line as it stands.
        line: String,
        /// The line as it should be.
        repair: String,
    },
    /// A colon after a key without a space after it.
    ColonWithoutSpace {
        /// The line as it should be.
        repair: String,
    },
    /// Nested deeper than any case is.
    TooDeep {
        /// The most levels that are read.
        most: usize,
    },
    /// More values than any case has, mostly through aliases.
    TooManyValues {
        /// The most values that are read.
        most: usize,
    },
    /// An alias inside of what it stands for.
    AliasToItself,
    /// `<<` with something other than keys with values.
    BadMerge,
    /// A key that is itself a list or a map.
    KeyNotText,
    /// Control characters that were taken out.
    ControlCharacter {
        /// The characters.
        chars: Vec<char>,
    },
    /// A key that the section does not have.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The section; `None` is the top of the file.
        section: Option<Name>,
        /// The nearest key that the section has.
        nearest: Option<String>,
        /// Sections that do have the key.
        elsewhere: Vec<Name>,
    },
    /// A key that stands twice, in one language or in both.
    DuplicateKey {
        /// The later one, as written.
        key: String,
        /// The earlier one, as written.
        first: String,
    },
    /// A list or keys where a text should be, or the other way round.
    WrongShape {
        /// The field.
        field: Name,
        /// What it takes.
        wants: Wants,
        /// What stands there.
        found: Found,
    },
    /// Invisible characters that were taken out of a number.
    InvisibleCharacter {
        /// The field.
        field: Name,
        /// The characters.
        chars: Vec<char>,
    },
    /// A stand-in such as `…` or `待填`.
    Placeholder {
        /// The field.
        field: Name,
        /// The stand-in.
        text: String,
    },
    /// The program's own tables disagree.
    Internal {
        /// What they disagree about.
        message: String,
    },
    /// Not a sum of money.
    BadAmount {
        /// The field.
        field: Name,
        /// The text.
        text: String,
        /// Why not.
        why: MoneyError,
    },
    /// A payment of nothing.
    ZeroAmount,
    /// More came back than was paid.
    RefundOverPayment {
        /// What came back.
        refunded: String,
        /// What was paid.
        amount: String,
    },
    /// Not a point in time.
    BadMoment {
        /// The field.
        field: Name,
        /// The text.
        text: String,
        /// Why not.
        why: MomentError,
    },
    /// A clock time where only a day fits.
    NotADay {
        /// The field.
        field: Name,
        /// The text.
        text: String,
    },
    /// A contact or a fact that does not begin with a date.
    LineWithoutDate {
        /// The list it stands in.
        section: Name,
        /// The text.
        text: String,
    },
    /// Not a length of time.
    BadSpan {
        /// The field.
        field: Name,
        /// The text.
        text: String,
    },
    /// Not a yearly rate.
    BadRate {
        /// The field.
        field: Name,
        /// The text.
        text: String,
    },
    /// A folder without files, or a pattern that no file matches.
    NoFiles {
        /// The path.
        path: String,
    },
    /// A folder in a folder of evidence, whose files are not attached.
    FolderLeftOut {
        /// Its path.
        path: String,
    },
    /// Text that names no pages.
    BadPages {
        /// What stands there.
        text: String,
    },
    /// Text that is no quarter turn.
    BadTurn {
        /// What stands there.
        text: String,
    },
    /// Not a whole number.
    BadCount {
        /// The field.
        field: Name,
        /// The text.
        text: String,
    },
    /// Neither yes nor no.
    BadYesNo {
        /// The field.
        field: Name,
        /// The text.
        text: String,
    },
    /// A word that the field does not know.
    UnknownWord {
        /// The field.
        field: Name,
        /// The word.
        word: String,
        /// The nearest word that it knows.
        nearest: Option<String>,
        /// The words that it knows, in the language used.
        words: Vec<String>,
    },
    /// A reference to nothing.
    UnknownReference {
        /// The field.
        field: Name,
        /// The reference.
        text: String,
        /// The nearest id that there is.
        nearest: Option<String>,
        /// All ids that there are.
        known: Vec<String>,
    },
    /// A reference to more than one thing.
    AmbiguousReference {
        /// The field.
        field: Name,
        /// The reference.
        text: String,
    },
    /// An id that two things have.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// An entry without its main part.
    IncompleteEntry {
        /// The entry.
        entry: Name,
        /// The part.
        part: Name,
    },
    /// One fact stated in two ways.
    StatedTwice {
        /// The place that is read.
        first: Name,
        /// The place that repeats it.
        second: Name,
    },
    /// Claims each of which stands in for the other, or for itself.
    CircularAlternative,
    /// One party that stands twice among the respondents.
    DuplicateRespondent {
        /// Its name, or the code that is the same.
        name: String,
    },
    /// A price and a number of pieces that do not give what was paid.
    PriceMismatch {
        /// The price of one piece.
        unit_price: String,
        /// How many pieces.
        quantity: u32,
        /// What they come to.
        total: String,
        /// What was paid.
        paid: String,
    },
    /// `claims` without a claim.
    NoClaims,
    /// `filings` with an empty list.
    EmptyFilings,
    /// A filing record beside `无`.
    NoneAmongFilings,
    /// An ID number that cannot be right.
    IdNumber {
        /// What is wrong with it.
        why: IdNumberFault,
    },
    /// A unified social credit code that cannot be right.
    Uscc {
        /// What is wrong with it.
        why: UsccFault,
    },
    /// A telephone number of an unusual shape.
    PhoneShape {
        /// The number as it was read.
        text: String,
    },
    /// A box in a picture that is not four lengths.
    BadBox {
        /// What is wrong with it.
        why: BoxFault,
    },
    /// A file of an item that it does not have.
    NoSuchPicture {
        /// The number of the file, from 1.
        file: u32,
        /// How many files the item has.
        files: usize,
    },
    /// An item of evidence that does not say what it proves.
    EvidenceWithoutPurpose {
        /// Its name.
        name: String,
        /// What its name suggests.
        suggestion: Option<Name>,
    },
    /// An item of evidence that does not say where it comes from.
    EvidenceWithoutSource {
        /// Its name.
        name: String,
    },
    /// Something wrong with the words of a recording or the part of a log.
    BadTranscript {
        /// What is wrong with it.
        why: TranscriptFault,
    },
    /// Something that a later step found, in the words of its data: a channel's requirement, a file, a template.
    Stated {
        /// The name of the problem.
        code: &'static str,
        /// What is wrong.
        message: Bilingual,
        /// The provision behind it.
        basis: Option<String>,
        /// Why it matters.
        why: Option<Bilingual>,
        /// What to do.
        help: Option<Bilingual>,
    },
}

/// What is wrong with the words of a recording or the part of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TranscriptFault {
    /// Not a place in a recording.
    NotATimecode {
        /// The text.
        text: String,
    },
    /// A place in a recording that lies before the one above it.
    OutOfOrder {
        /// The place.
        at: String,
        /// The one above it.
        before: String,
    },
    /// Neither messages nor days of a chat log.
    NotAnExcerpt {
        /// The text.
        text: String,
    },
}

/// What is wrong with a box in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxFault {
    /// Not four lengths.
    NotFour,
    /// One of them is no length.
    NotALength,
    /// It has no width or no height.
    Empty,
    /// It reaches beyond the picture.
    Outside,
}

impl Finding {
    /// Something that a later step found, in words of its own.
    pub fn stated(code: &'static str, message: Bilingual) -> Self {
        Self::Stated {
            code,
            message,
            basis: None,
            why: None,
            help: None,
        }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn help(mut self, text: Bilingual) -> Self {
        if let Self::Stated { help, .. } = &mut self {
            *help = Some(text);
        }
        self
    }

    /// The same with why it matters.
    #[must_use]
    pub fn why(mut self, text: Bilingual) -> Self {
        if let Self::Stated { why, .. } = &mut self {
            *why = Some(text);
        }
        self
    }

    /// The name of the problem, as shown in brackets and understood by `tousu explain`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileTooLarge { .. } => "file-too-large",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::EmptyFile => "empty-file",
            Self::SeveralDocuments => "several-documents",
            Self::NotAMap => "not-a-map",
            Self::YamlSyntax { .. } => "yaml-syntax",
            Self::TabIndentation => "tab-indentation",
            Self::FullWidthColon { .. } => "full-width-colon",
            Self::ColonWithoutSpace { .. } => "colon-without-space",
            Self::TooDeep { .. } => "too-deep",
            Self::TooManyValues { .. } => "too-many-values",
            Self::AliasToItself => "alias-to-itself",
            Self::BadMerge => "bad-merge",
            Self::KeyNotText => "key-not-text",
            Self::ControlCharacter { .. } => "control-character",
            Self::UnknownKey { .. } => "unknown-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::WrongShape { .. } => "wrong-shape",
            Self::InvisibleCharacter { .. } => "invisible-character",
            Self::Placeholder { .. } => "placeholder",
            Self::Internal { .. } => "internal",
            Self::BadAmount { why, .. } => match why {
                MoneyError::NotANumber => "not-an-amount",
                MoneyError::Negative => "negative-amount",
                MoneyError::TooPrecise => "amount-below-fen",
                MoneyError::TooLarge => "amount-too-large",
            },
            Self::ZeroAmount => "zero-amount",
            Self::RefundOverPayment { .. } => "refund-over-payment",
            Self::BadMoment { why, .. } => match why {
                MomentError::NotADate => "not-a-date",
                MomentError::Impossible => "impossible-date",
            },
            Self::NotADay { .. } => "not-a-day",
            Self::LineWithoutDate { .. } => "line-without-date",
            Self::BadSpan { .. } => "not-a-length-of-time",
            Self::BadRate { .. } => "not-a-rate",
            Self::BadCount { .. } => "not-a-count",
            Self::NoFiles { .. } => "no-files",
            Self::FolderLeftOut { .. } => "folder-left-out",
            Self::BadPages { .. } => "not-pages",
            Self::BadTurn { .. } => "not-a-turn",
            Self::BadYesNo { .. } => "not-yes-or-no",
            Self::UnknownWord { .. } => "unknown-word",
            Self::UnknownReference { .. } => "unknown-reference",
            Self::AmbiguousReference { .. } => "ambiguous-reference",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::IncompleteEntry { .. } => "incomplete-entry",
            Self::StatedTwice { .. } => "stated-twice",
            Self::CircularAlternative => "circular-alternative",
            Self::DuplicateRespondent { .. } => "duplicate-respondent",
            Self::PriceMismatch { .. } => "price-mismatch",
            Self::NoClaims => "no-claims",
            Self::EmptyFilings => "empty-filings",
            Self::NoneAmongFilings => "none-among-filings",
            Self::IdNumber { .. } => "id-number",
            Self::Uscc { .. } => "uscc",
            Self::PhoneShape { .. } => "phone-shape",
            Self::BadBox { .. } => "bad-box",
            Self::NoSuchPicture { .. } => "no-such-picture",
            Self::EvidenceWithoutPurpose { .. } => "evidence-without-purpose",
            Self::EvidenceWithoutSource { .. } => "evidence-without-source",
            Self::BadTranscript { why } => match why {
                TranscriptFault::NotATimecode { .. } => "not-a-timecode",
                TranscriptFault::OutOfOrder { .. } => "timecodes-out-of-order",
                TranscriptFault::NotAnExcerpt { .. } => "not-an-excerpt",
            },
            Self::Stated { code, .. } => code,
        }
    }
}
