//! A finished PDF in pieces: what Typst wrote, and the files that take the places of their stand-ins.
//!
//! Typst deflates every attachment, most of which are packed already, and copies every picture several times over. A
//! manuscript names a short stand-in instead, and the files themselves take its place when the PDF is written: the
//! stream grows, and the table of objects is written anew. Nobody has to hold the whole.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem::{find, find_iter};

use super::pictures::{self, Picture};

/// What every stand-in of an attachment starts with: the mark of an archive, which Typst leaves as it is.
const MARK: &[u8] = b"PK\x03\x04tousu:";

/// A file that goes along inside a PDF.
#[derive(Debug, Clone)]
pub struct Carried {
    /// What stands for it in the manuscript.
    pub stand_in: Arc<[u8]>,
    /// Its length in bytes.
    pub length: u64,
}

/// What stands in a manuscript for a file of this name and hash.
pub fn stand_in(name: &str, sha256: &str) -> Arc<[u8]> {
    Arc::from([MARK, name.as_bytes(), b":", sha256.as_bytes()].concat())
}

/// A PDF as the pieces that it is written from, one after another.
#[derive(Debug)]
pub struct Bound {
    /// The PDF with its stand-ins.
    light: Vec<u8>,
    pieces: Vec<Kept>,
}

/// A piece as it is kept.
#[derive(Debug)]
enum Kept {
    /// A part of the PDF with its stand-ins.
    Light(Range<usize>),
    /// What stands there instead of another part.
    New(Vec<u8>),
    /// A picture.
    Picture(Arc<[u8]>),
    /// An attached file by its place in the list, with its length in bytes.
    File(usize, u64),
}

/// A piece of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// The attached file of this place in the list, whole.
    File(usize),
}

impl Bound {
    /// The pieces in order.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        self.pieces.iter().map(|piece| match piece {
            Kept::Light(range) => Piece::Bytes(&self.light[range.clone()]),
            Kept::New(bytes) => Piece::Bytes(bytes),
            Kept::Picture(bytes) => Piece::Bytes(bytes),
            Kept::File(file, _) => Piece::File(*file),
        })
    }

    /// The length of the whole in bytes.
    pub fn length(&self) -> u64 {
        self.pieces.iter().map(Kept::length).sum()
    }

    /// Puts files and pictures into a PDF; where one is missing or left over, why.
    pub(super) fn new(
        light: Vec<u8>,
        files: &[Carried],
        pictures: &[Picture],
    ) -> Result<Self, &'static str> {
        let table = Table::read(&light).ok_or("the table of objects cannot be read")?;
        let places = places(&light, &table, files, pictures)?;
        let mut book = Binder::default();
        let mut from = 0;
        for place in places {
            let length = place.file.length();
            book.add(Kept::Light(from..place.head.start));
            let old = place.content.len();
            let head = String::from_utf8_lossy(&light[place.head.clone()])
                .replacen(&format!("/Length {old}/"), &format!("/Length {length}/"), 1)
                .replacen(&format!("/Size {old}/"), &format!("/Size {length}/"), 1);
            book.add(Kept::New(head.into_bytes()));
            book.add(Kept::Light(place.head.end..place.content.start));
            book.add(place.file);
            from = place.content.end;
            book.moves.push((from as u64, book.length));
        }
        book.add(Kept::Light(from..table.start));
        let start = book.length;
        let mut end = table.written(&light, &book.moves);
        end.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
        book.add(Kept::New(end));
        let pieces = book.pieces;
        Ok(Self { light, pieces })
    }
}

impl Kept {
    fn length(&self) -> u64 {
        match self {
            Self::Light(range) => range.len() as u64,
            Self::New(bytes) => bytes.len() as u64,
            Self::Picture(bytes) => bytes.len() as u64,
            Self::File(_, length) => *length,
        }
    }
}

/// Puts pieces one after another.
#[derive(Default)]
struct Binder {
    pieces: Vec<Kept>,
    /// The length of them all.
    length: u64,
    /// From where on a byte of the PDF with stand-ins stands where.
    moves: Vec<(u64, u64)>,
}

impl Binder {
    fn add(&mut self, piece: Kept) {
        self.length += piece.length();
        self.pieces.push(piece);
    }
}

/// A part of a PDF that changes: the numbers of a stream, and its content.
struct Place {
    /// The dictionary of the stream.
    head: Range<usize>,
    /// The content.
    content: Range<usize>,
    /// What goes here.
    file: Kept,
}

/// The stand-ins in a PDF, in the order of its bytes: each file in one place, each picture wherever the pages show it,
/// and nothing that looks like a stand-in anywhere else.
fn places(
    pdf: &[u8],
    table: &Table,
    files: &[Carried],
    pictures: &[Picture],
) -> Result<Vec<Place>, &'static str> {
    /// The longest dictionary of a file, in bytes.
    const LONGEST: usize = 512;
    let mut places = Vec::new();
    let mut missing: Vec<bool> = vec![true; files.len()];
    let offsets = table.sorted();
    let ends = offsets.iter().skip(1).copied().chain([table.start]);
    for (offset, next) in offsets.iter().copied().zip(ends) {
        let start = &pdf[offset..next.min(offset + LONGEST)];
        let Some(end) = find(start, b"\nstream\n") else {
            continue;
        };
        let is = |sign: &[u8]| find(&start[..end], sign).is_some();
        let from = offset + end + b"\nstream\n".len();
        let content = &pdf[from..next];
        let stands = |stand_in: &Arc<[u8]>| {
            let rest = content.strip_prefix(&**stand_in);
            rest.is_some_and(|rest| rest.starts_with(b"\nendstream"))
        };
        let place = |length: usize, file| Place {
            head: offset..offset + end,
            content: from..from + length,
            file,
        };
        if is(b"/Type/EmbeddedFile") && content.starts_with(MARK) {
            let of_a_file = files.iter().position(|file| stands(&file.stand_in));
            let file = of_a_file.filter(|file| missing[*file]);
            let file = file.ok_or("a stand-in cannot be told from other files")?;
            missing[file] = false;
            let Carried { stand_in, length } = &files[file];
            places.push(place(stand_in.len(), Kept::File(file, *length)));
        } else if is(b"/Subtype/Image") && content.starts_with(pictures::MARK) {
            let picture = pictures.iter().find(|picture| stands(&picture.stand_in));
            let picture = picture.ok_or("a stand-in cannot be told from other pictures")?;
            let bytes = Kept::Picture(picture.bytes.clone());
            places.push(place(picture.stand_in.len(), bytes));
        }
    }
    if missing.contains(&true) {
        return Err("a file is not named in the pages");
    }
    let shown = places.len() - files.len();
    if find_iter(pdf, pictures::MARK).count() != shown {
        return Err("a picture would be missing");
    }
    Ok(places)
}

/// The table of objects at the end of a PDF, in the plain form.
struct Table {
    /// Where it starts.
    start: usize,
    /// Where its lines start.
    lines: usize,
    /// Where each object starts; the first of all stands for none.
    offsets: Vec<usize>,
}

/// The length of a line of the table.
const LINE: usize = 20;

impl Table {
    /// Reads the table.
    fn read(pdf: &[u8]) -> Option<Self> {
        let tail = pdf.len().saturating_sub(64);
        let mark = b"startxref\n";
        let at = tail + find(&pdf[tail..], mark)? + mark.len();
        let start = number(pdf.get(at..)?)?;
        let head = b"xref\n0 ";
        let count = number(pdf.get(start..)?.strip_prefix(head)?)?;
        let first = start + head.len();
        let lines = first + find(pdf.get(first..)?, b"\n")? + 1;
        let written = pdf.get(lines..lines.checked_add(count.checked_mul(LINE)?)?)?;
        let offsets: Option<Vec<usize>> = written.chunks_exact(LINE).map(number).collect();
        let offsets = offsets.filter(|all| all.iter().all(|offset| *offset < start))?;
        Some(Self {
            start,
            lines,
            offsets,
        })
    }

    /// The places of the objects, in the order of the bytes.
    fn sorted(&self) -> Vec<usize> {
        let mut sorted: Vec<usize> = self.offsets.iter().copied().filter(|at| *at > 0).collect();
        sorted.sort_unstable();
        sorted
    }

    /// The table with all that follows it up to its own place; `moves` says from where on the file stands where.
    fn written(&self, pdf: &[u8], moves: &[(u64, u64)]) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend_from_slice(&pdf[self.start..self.lines]);
        for (index, offset) in self.offsets.iter().enumerate() {
            let line = self.lines + index * LINE;
            let offset = *offset as u64;
            let before = moves.partition_point(|(from, _)| *from <= offset);
            let last = before.checked_sub(1).and_then(|at| moves.get(at));
            let now = last.map_or(offset, |(from, to)| offset - from + to);
            out.extend_from_slice(format!("{now:010}").as_bytes());
            out.extend_from_slice(&pdf[line + 10..line + LINE]);
        }
        let end = self.lines + self.offsets.len() * LINE;
        let trailer = &pdf[end..];
        let length = find(trailer, b"startxref").unwrap_or(trailer.len());
        out.extend_from_slice(&trailer[..length]);
        out
    }
}

/// The number that bytes start with.
fn number(bytes: &[u8]) -> Option<usize> {
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    std::str::from_utf8(&bytes[..digits]).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::pictures::{MARK, Picture};
    use super::{Bound, Carried, Piece, stand_in};

    /// A file with a stand-in between two other objects.
    fn pdf(stand_in: &[u8]) -> Vec<u8> {
        let length = stand_in.len();
        let head = format!("<</Length {length}/Type/EmbeddedFile/Params<</Size {length}/X 1>>>>");
        with_stream(&head, stand_in)
    }

    /// The same with a picture.
    fn with_picture(jpeg: &[u8]) -> Vec<u8> {
        let length = jpeg.len();
        with_stream(
            &format!("<</Length {length}/Type/XObject/Subtype/Image/Filter/DCTDecode>>"),
            jpeg,
        )
    }

    fn with_stream(head: &str, stand_in: &[u8]) -> Vec<u8> {
        let objects = [
            b"<</Type/Catalog>>".to_vec(),
            [head.as_bytes(), b"\nstream\n", stand_in, b"\nendstream"].concat(),
            b"<</Last true>>".to_vec(),
        ];
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut table = "xref\n0 4\n0000000000 65535 f\r\n".to_owned();
        for (no, object) in objects.iter().enumerate() {
            let _ = write!(table, "{:010} 00000 n\r\n", file.len());
            file.extend_from_slice(format!("{} 0 obj\n", no + 1).as_bytes());
            file.extend_from_slice(object);
            file.extend_from_slice(b"\nendobj\n");
        }
        let start = file.len();
        file.extend_from_slice(table.as_bytes());
        file.extend_from_slice(
            format!("trailer\n<</Size 4>>\nstartxref\n{start}\n%%EOF").as_bytes(),
        );
        file
    }

    /// The whole that pieces make, with what stands for a file in place of it.
    fn whole(light: &[u8], files: &[(Carried, Vec<u8>)], pictures: &[Picture]) -> Option<Vec<u8>> {
        let carried: Vec<Carried> = files.iter().map(|(file, _)| file.clone()).collect();
        let bound = Bound::new(light.to_vec(), &carried, pictures).ok()?;
        let mut out = Vec::new();
        for piece in bound.pieces() {
            out.extend_from_slice(match piece {
                Piece::Bytes(bytes) => bytes,
                Piece::File(file) => &files[file].1,
            });
        }
        assert_eq!(bound.length(), out.len() as u64);
        Some(out)
    }

    fn file(stand_in: &std::sync::Arc<[u8]>, content: &[u8]) -> (Carried, Vec<u8>) {
        let carried = Carried {
            stand_in: stand_in.clone(),
            length: content.len() as u64,
        };
        (carried, content.to_vec())
    }

    #[test]
    fn a_file_takes_the_place_of_its_stand_in_and_the_table_follows() {
        let stand_in = stand_in("E01.jpg", &"ab".repeat(32));
        let content = vec![b'x'; 100_000];
        let carried = whole(&pdf(&stand_in), &[file(&stand_in, &content)], &[]);
        assert!(carried.unwrap() == pdf(&content));
    }

    #[test]
    fn a_picture_takes_the_place_of_its_head_and_none_is_left_over() {
        let picture = |name: u8| Picture {
            stand_in: [MARK, &[name; 80]].concat().into(),
            bytes: vec![name; 100_000].into(),
        };
        let (one, other) = (picture(b'a'), picture(b'b'));
        let light = with_picture(&one.stand_in);
        let heavy = with_picture(&one.bytes);
        let both = [other, one];
        assert!(whole(&light, &[], &both).unwrap() == heavy);
        assert!(whole(&light, &[], &both[..1]).is_none());
        assert!(whole(&light, &[], &[]).is_none());
        assert!(whole(&heavy, &[], &[]).unwrap() == heavy);
        let elsewhere = with_stream("<</Length 99/Type/Metadata>>", &both[1].stand_in);
        assert!(whole(&elsewhere, &[], &both).is_none());
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let stand_in = stand_in("E01.jpg", "00");
        let other = super::stand_in("E02.jpg", "00");
        let (own, others) = (file(&stand_in, b"1"), file(&other, b"1"));
        let pdf = pdf(&stand_in);
        assert!(whole(&pdf, std::slice::from_ref(&others), &[]).is_none());
        assert!(whole(&pdf, &[own.clone(), others], &[]).is_none());
        assert!(whole(&pdf, std::slice::from_ref(&own), &[]).is_some());
        assert!(whole(b"%PDF-1.7", &[own], &[]).is_none());
    }
}
