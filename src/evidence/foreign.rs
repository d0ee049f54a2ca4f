//! Kinds of files that are recognised but not taken as they are, and what to convert them to.

use memchr::memmem::find;
use serde::{Deserialize, Serialize};

use super::document::Paper;

/// A recognised kind of file that has to be converted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Foreign {
    /// An AVIF picture.
    Avif,
    /// A JPEG XL picture.
    JpegXl,
    /// A JPEG 2000 picture.
    Jpeg2000,
    /// A JPEG of a rare make: lossless, arithmetic coded, hierarchical or 12 bits deep.
    RareJpeg,
    /// A TIFF in an encoding or in colours that few programs write.
    RareTiff,
    /// A Photoshop document.
    Psd,
    /// An icon.
    Ico,
    /// A drawing in SVG.
    Svg,
    /// A presentation (.pptx).
    Pptx,
    /// An OFD document, as e-invoices come.
    Ofd,
    /// Any other ZIP archive.
    Zip,
    /// An older Office document (.doc, .xls, .ppt, .msg).
    OldOffice,
    /// An Office document that is locked with a password.
    LockedOffice,
    /// A rich text document.
    Rtf,
    /// A RAR archive.
    Rar,
    /// A 7-Zip archive.
    SevenZip,
    /// A gzip archive.
    Gzip,
    /// A video in Matroska (.mkv or .webm).
    Matroska,
    /// An AVI video.
    Avi,
    /// A Flash video.
    Flv,
    /// Sound in Ogg or Opus.
    Ogg,
    /// Sound in FLAC.
    Flac,
    /// A database, such as a phone's chat store.
    Sqlite,
    /// A binary file that is not recognised.
    Unknown,
}

/// What a person can do with a file of a foreign kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remedy {
    /// Save the picture again as JPG or PNG.
    SaveAsPicture,
    /// Save each page as a picture, JPG or PNG.
    PagesAsPictures,
    /// Take the password away and save it again.
    Unlock,
    /// Take screenshots of what matters.
    Screenshots,
    /// Unpack the archive and name the files in it.
    Unpack,
    /// Give still pictures and write down what is said.
    StillsAndWords,
    /// Write down what is said as a text file.
    Words,
    /// Export the chat as a text file (.txt).
    ExportText,
}

impl Foreign {
    /// Returns the name by which people know the kind, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Avif => "AVIF",
            Self::JpegXl => "JPEG XL",
            Self::Jpeg2000 => "JPEG 2000",
            Self::RareJpeg => "JPEG",
            Self::RareTiff => "TIFF",
            Self::Psd => "PSD",
            Self::Ico => "ICO",
            Self::Svg => "SVG",
            Self::Pptx => "PPTX",
            Self::Ofd => "OFD",
            Self::Zip => "ZIP",
            Self::OldOffice => "DOC/XLS/PPT",
            Self::LockedOffice => "有密码的 Office",
            Self::Rtf => "RTF",
            Self::Rar => "RAR",
            Self::SevenZip => "7Z",
            Self::Gzip => "GZ",
            Self::Matroska => "MKV/WEBM",
            Self::Avi => "AVI",
            Self::Flv => "FLV",
            Self::Ogg => "OGG",
            Self::Flac => "FLAC",
            Self::Sqlite => "SQLite",
            Self::Unknown => "?",
        }
    }

    /// Returns what to do with a file of this kind.
    pub fn remedy(self) -> Remedy {
        match self {
            Self::Avif
            | Self::JpegXl
            | Self::Jpeg2000
            | Self::RareJpeg
            | Self::RareTiff
            | Self::Psd
            | Self::Ico
            | Self::Svg => Remedy::SaveAsPicture,
            Self::Pptx | Self::Ofd | Self::OldOffice | Self::Rtf => Remedy::PagesAsPictures,
            Self::LockedOffice => Remedy::Unlock,
            Self::Zip | Self::Rar | Self::SevenZip | Self::Gzip => Remedy::Unpack,
            Self::Matroska | Self::Avi | Self::Flv => Remedy::StillsAndWords,
            Self::Ogg | Self::Flac => Remedy::Words,
            Self::Unknown => Remedy::Screenshots,
            Self::Sqlite => Remedy::ExportText,
        }
    }
}

/// Marks at a fixed place: offset, bytes, kind.
const MARKS: &[(usize, &[u8], Foreign)] = &[
    (0, b"\xFF\x0A", Foreign::JpegXl),
    (0, b"\0\0\0\x0CJXL ", Foreign::JpegXl),
    (0, b"\0\0\0\x0CjP  ", Foreign::Jpeg2000),
    (0, b"\xFF\x4F\xFF\x51", Foreign::Jpeg2000),
    (0, b"8BPS", Foreign::Psd),
    (0, b"\0\0\x01\0", Foreign::Ico),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldOffice),
    (0, b"{\\rtf", Foreign::Rtf),
    (0, b"Rar!\x1A\x07", Foreign::Rar),
    (0, b"7z\xBC\xAF\x27\x1C", Foreign::SevenZip),
    (0, b"\x1F\x8B", Foreign::Gzip),
    (0, b"\x1A\x45\xDF\xA3", Foreign::Matroska),
    (0, b"FLV\x01", Foreign::Flv),
    (8, b"AVI ", Foreign::Avi),
    (0, b"OggS", Foreign::Ogg),
    (0, b"fLaC", Foreign::Flac),
    (0, b"SQLite format 3\0", Foreign::Sqlite),
];

/// Returns the kind of document that the content shows, if it is one that is typeset.
pub(super) fn paper(bytes: &[u8]) -> Option<Paper> {
    if is_zip(bytes) {
        return zip_paper(bytes);
    }
    markup_paper(bytes).filter(|_| !is_binary(bytes))
}

/// Says whether the content is a ZIP archive.
fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Returns the foreign kind that the content shows, if any; `None` leaves text.
pub(super) fn recognise(bytes: &[u8]) -> Option<Foreign> {
    if is_zip(bytes) {
        return Some(zip_kind(bytes));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(brand_kind(bytes));
    }
    let marked = MARKS
        .iter()
        .find(|(at, mark, _)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark)));
    if let Some((at, _, kind)) = marked {
        // «AVI » only means something inside a RIFF file.
        if *at != 8 || bytes.starts_with(b"RIFF") {
            let locked = *kind == Foreign::OldOffice && is_locked_office(bytes);
            return Some(if locked { Foreign::LockedOffice } else { *kind });
        }
    }
    if is_drawing(bytes) {
        return Some(Foreign::Svg);
    }
    is_binary(bytes).then_some(Foreign::Unknown)
}

/// Says whether an Office container holds nothing but an encrypted document ([MS-OFFCRYPTO] 2.3.4).
fn is_locked_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    find(bytes, &name).is_some()
}

/// Says whether a member of a ZIP archive has a name with this start.
fn has_member(bytes: &[u8], name: &[u8]) -> bool {
    let edge = 1 << 16;
    let tail = &bytes[bytes.len().saturating_sub(edge)..];
    find(head(bytes, edge), name).is_some() || find(tail, name).is_some()
}

/// Tells the documents that are ZIP archives apart by the names of their members.
fn zip_paper(bytes: &[u8]) -> Option<Paper> {
    if has_member(bytes, b"OFD.xml") {
        None
    } else if has_member(bytes, b"word/document") {
        Some(Paper::Word)
    } else {
        has_member(bytes, b"xl/workbook").then_some(Paper::Workbook)
    }
}

/// Tells the other kinds that are ZIP archives apart by the names of their members.
fn zip_kind(bytes: &[u8]) -> Foreign {
    if has_member(bytes, b"OFD.xml") {
        Foreign::Ofd
    } else if has_member(bytes, b"ppt/presentation") {
        Foreign::Pptx
    } else {
        Foreign::Zip
    }
}

/// A PDF may have some bytes before its mark.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    find(head(bytes, 1024), b"%PDF-").is_some()
}

/// The brands of HEIC files, which AVIF files have too.
const HEIC_BRANDS: [[u8; 4]; 7] = [
    *b"heic", *b"heix", *b"heim", *b"heis", *b"hevc", *b"mif1", *b"msf1",
];

/// A HEIC is an ISO media file of certain brands.
pub(super) fn is_heic(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(b"ftyp")
        && HEIC_BRANDS.iter().any(|brand| has_brand(bytes, *brand))
        && brand_kind(bytes) != Foreign::Avif
}

/// Whether an ISO media file names a brand.
fn has_brand(bytes: &[u8], brand: [u8; 4]) -> bool {
    let brands = head(bytes, 64).get(8..).unwrap_or_default();
    brands.chunks_exact(4).any(|one| *one == brand)
}

/// Tells AVIF from other files in an ISO container; HEIC and recordings were recognised before.
fn brand_kind(bytes: &[u8]) -> Foreign {
    let has = |brand| has_brand(bytes, brand);
    if has(*b"avif") || has(*b"avis") {
        Foreign::Avif
    } else {
        Foreign::Unknown
    }
}

/// A BMP says BM, which text may say too, so its header is looked at.
pub(super) fn is_bitmap(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BM")
        && bytes.get(6..10) == Some(&[0; 4])
        && bytes.get(15..18) == Some(&[0; 3])
}

/// The start of a text in small letters, without a mark of its encoding.
fn start_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(head(bytes, 4096))
        .trim_start_matches('\u{FEFF}')
        .trim_start()
        .to_ascii_lowercase()
}

/// Says whether a text is a drawing in SVG.
fn is_drawing(bytes: &[u8]) -> bool {
    let lower = start_of(bytes);
    lower.starts_with("<svg") || (lower.starts_with("<?xml") && lower.contains("<svg"))
}

/// Recognises web pages and mails, which are text but not chat logs.
fn markup_paper(bytes: &[u8]) -> Option<Paper> {
    let lower = start_of(bytes);
    let headers = lower
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .split("\r\n\r\n")
        .next()
        .unwrap_or_default();
    let header = |name: &str| headers.lines().any(|line| line.starts_with(name));
    let commented = lower.starts_with("<!--") && lower.contains("<html");
    if lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || commented
        || (lower.starts_with("<?xml") && lower.contains("<html"))
    {
        Some(Paper::Html)
    } else if header("mime-version:") && headers.contains("multipart/related") {
        // A mail with pictures in its text is built the same way, but it has a receiver.
        let sent = header("to:") || header("received:") || header("message-id:");
        let saved = header("snapshot-content-location:") || !sent;
        Some(if saved { Paper::Mhtml } else { Paper::Mail })
    } else if header("from:")
        && (header("mime-version:") || header("message-id:") || header("received:"))
    {
        Some(Paper::Mail)
    } else {
        None
    }
}

/// Says whether the content holds zero bytes and is not UTF-16, which no text in another encoding does.
fn is_binary(bytes: &[u8]) -> bool {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    !utf16 && bytes.contains(&0)
}

/// Returns at most the first `length` bytes.
fn head(bytes: &[u8], length: usize) -> &[u8] {
    &bytes[..bytes.len().min(length)]
}
