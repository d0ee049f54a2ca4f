//! Files that a finished PDF carries as they are: attachments and pictures.
//!
//! Typst deflates every attachment, most of which are packed already, and holds it several times over. A manuscript
//! names a short stand-in instead, and the files themselves take its place when the PDF is finished: the stream
//! grows, and the table of objects is written anew.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem::{find, find_iter};

use super::pictures::{self, Picture};

/// What every stand-in starts with: the mark of an archive, which Typst leaves as it is.
const MARK: &[u8] = b"PK\x03\x04tousu:";

/// How much longer a PDF gets by a file than that file is long, at most: the numbers that tell its length grow.
pub const OVERHEAD: u64 = 32;

/// A file that takes the place of a stand-in.
#[derive(Debug, Clone)]
pub struct Carried {
    /// What stands for it in the manuscript.
    pub stand_in: Arc<[u8]>,
    /// Its length in bytes.
    pub length: u64,
}

/// Why the files cannot be put in.
#[derive(Debug)]
pub enum CarryError<E> {
    /// A file could not be given.
    File(E),
    /// The PDF is not built as it is expected to be, or lacks a stand-in.
    Pdf(&'static str),
}

/// What stands in a manuscript for a file of this name and hash.
pub fn stand_in(name: &str, sha256: &str) -> Arc<[u8]> {
    Arc::from([MARK, name.as_bytes(), b":", sha256.as_bytes()].concat())
}

/// What a stand-in stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// An attached file, which stands in exactly one place.
    Attachment,
    /// A picture, which stands wherever the pages show it.
    Picture,
}

impl Nature {
    /// What the dictionary of its stream says.
    fn sign(self) -> &'static [u8] {
        match self {
            Self::Attachment => b"/Type/EmbeddedFile",
            Self::Picture => b"/Subtype/Image",
        }
    }

    /// What every stand-in starts with.
    fn mark(self) -> &'static [u8] {
        match self {
            Self::Attachment => MARK,
            Self::Picture => pictures::MARK,
        }
    }
}

/// A part of a PDF that changes: the numbers of a stream, and its content.
struct Place {
    /// The dictionary of the stream.
    head: Range<usize>,
    /// The content.
    content: Range<usize>,
    /// Which file goes here.
    file: usize,
}

/// Returns a PDF with the files in the places of their stand-ins; `give` appends one of them, by its place in the list.
pub fn carry<E>(
    pdf: &[u8],
    files: &[Carried],
    give: impl FnMut(usize, &mut Vec<u8>) -> Result<(), E>,
) -> Result<Vec<u8>, CarryError<E>> {
    put(pdf, files, Nature::Attachment, give)
}

/// Returns a PDF with the pictures in the places of their stand-ins; where one is left over, why.
pub(super) fn pictures(pdf: Vec<u8>, pictures: &[Picture]) -> Result<Vec<u8>, &'static str> {
    if pictures.is_empty() {
        return Ok(pdf);
    }
    let carried: Vec<Carried> = pictures
        .iter()
        .map(|picture| Carried {
            stand_in: picture.stand_in.clone(),
            length: picture.bytes.len() as u64,
        })
        .collect();
    let give = |index: usize, out: &mut Vec<u8>| {
        out.extend_from_slice(&pictures[index].bytes);
        Ok::<(), &'static str>(())
    };
    put(&pdf, &carried, Nature::Picture, give).map_err(|error| match error {
        CarryError::File(why) | CarryError::Pdf(why) => why,
    })
}

/// Puts files of one nature in the places of their stand-ins.
fn put<E>(
    pdf: &[u8],
    files: &[Carried],
    nature: Nature,
    mut give: impl FnMut(usize, &mut Vec<u8>) -> Result<(), E>,
) -> Result<Vec<u8>, CarryError<E>> {
    let table = Table::read(pdf).ok_or(CarryError::Pdf("the table of objects cannot be read"))?;
    let places = places(pdf, &table, files, nature).ok_or(CarryError::Pdf(
        "a stand-in cannot be told from other files",
    ))?;
    match nature {
        Nature::Attachment => {
            let mut missing: Vec<bool> = vec![true; files.len()];
            for place in &places {
                missing[place.file] = false;
            }
            if missing.contains(&true) || places.len() != files.len() {
                return Err(CarryError::Pdf("a file is not named in the pages"));
            }
        }
        Nature::Picture => {
            if find_iter(pdf, nature.mark()).count() != places.len() {
                return Err(CarryError::Pdf("a picture would be missing"));
            }
        }
    }
    let room: u64 = places
        .iter()
        .map(|place| files[place.file].length + OVERHEAD)
        .sum();
    let room = usize::try_from(room).map_err(|_| CarryError::Pdf("the files are too large"))?;
    let mut out = Vec::with_capacity(pdf.len() + room);
    let (mut from, mut moves) = (0, Vec::new());
    for place in &places {
        let length = files[place.file].length;
        out.extend_from_slice(&pdf[from..place.head.start]);
        let head = String::from_utf8_lossy(&pdf[place.head.clone()]);
        let old = place.content.len();
        let head = head
            .replacen(&format!("/Length {old}/"), &format!("/Length {length}/"), 1)
            .replacen(&format!("/Size {old}/"), &format!("/Size {length}/"), 1);
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(&pdf[place.head.end..place.content.start]);
        let start = out.len();
        give(place.file, &mut out).map_err(CarryError::File)?;
        if (out.len() - start) as u64 != length {
            return Err(CarryError::Pdf("a file is not as long as it was"));
        }
        from = place.content.end;
        moves.push((from, out.len()));
    }
    out.extend_from_slice(&pdf[from..table.start]);
    let start = out.len();
    table.write(pdf, &moves, &mut out);
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
    Ok(out)
}

/// The stand-ins in a PDF, in the order of its bytes; nothing where one is not what it ought to be.
fn places(pdf: &[u8], table: &Table, files: &[Carried], nature: Nature) -> Option<Vec<Place>> {
    /// The longest dictionary of a file, in bytes.
    const LONGEST: usize = 512;
    let mut places = Vec::new();
    let offsets = table.sorted();
    let ends = offsets.iter().skip(1).copied().chain([table.start]);
    for (offset, next) in offsets.iter().copied().zip(ends) {
        let start = &pdf[offset..next.min(offset + LONGEST)];
        let Some(end) = find(start, b"\nstream\n") else {
            continue;
        };
        if find(&start[..end], nature.sign()).is_none() {
            continue;
        }
        let from = offset + end + b"\nstream\n".len();
        let stands = |file: &Carried| {
            let rest = pdf[from..].strip_prefix(&*file.stand_in);
            rest.is_some_and(|rest| rest.starts_with(b"\nendstream"))
        };
        if let Some(file) = files.iter().position(stands) {
            places.push(Place {
                head: offset..offset + end,
                content: from..from + files[file].stand_in.len(),
                file,
            });
        } else if pdf[from..].starts_with(nature.mark()) {
            return None;
        }
    }
    Some(places)
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

    /// Writes the table with all that follows it up to its own place; `moves` says from where on the file stands where.
    fn write(&self, pdf: &[u8], moves: &[(usize, usize)], out: &mut Vec<u8>) {
        out.extend_from_slice(&pdf[self.start..self.lines]);
        for (index, offset) in self.offsets.iter().enumerate() {
            let line = self.lines + index * LINE;
            let before = moves.partition_point(|(from, _)| from <= offset);
            let last = before.checked_sub(1).and_then(|at| moves.get(at));
            let now = last.map_or(*offset, |(from, to)| offset - from + to);
            out.extend_from_slice(format!("{now:010}").as_bytes());
            out.extend_from_slice(&pdf[line + 10..line + LINE]);
        }
        let end = self.lines + self.offsets.len() * LINE;
        let trailer = &pdf[end..];
        let length = find(trailer, b"startxref").unwrap_or(trailer.len());
        out.extend_from_slice(&trailer[..length]);
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
    use super::{Carried, carry, pictures, stand_in};

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

    #[test]
    fn a_file_takes_the_place_of_its_stand_in_and_the_table_follows() {
        let stand_in = stand_in("E01.jpg", &"ab".repeat(32));
        let content = vec![b'x'; 100_000];
        let files = [Carried {
            stand_in: stand_in.clone(),
            length: 100_000,
        }];
        let give = |_, out: &mut Vec<u8>| {
            out.extend_from_slice(&content);
            Ok::<(), ()>(())
        };
        let carried = carry(&pdf(&stand_in), &files, give).unwrap();
        assert!(carried == pdf(&content));
    }

    #[test]
    fn a_picture_takes_the_place_of_its_head_and_none_is_left_over() {
        let picture = |name: u8| Picture {
            stand_in: [MARK, &[name; 80]].concat().into(),
            bytes: vec![name; 100_000].into(),
        };
        let (one, other) = (picture(b'a'), picture(b'b'));
        let light = with_picture(&one.stand_in);
        let whole = with_picture(&one.bytes);
        let both = [other, one];
        assert!(pictures(light.clone(), &both).unwrap() == whole);
        assert!(pictures(light.clone(), &both[..1]).is_err());
        assert!(pictures(light.clone(), &[]).unwrap() == light);
        let elsewhere = with_stream("<</Length 99/Type/Metadata>>", &both[1].stand_in);
        assert!(pictures(elsewhere, &both).is_err());
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let stand_in = stand_in("E01.jpg", "00");
        let other = super::stand_in("E02.jpg", "00");
        let file = |stand_in: &std::sync::Arc<[u8]>, length| Carried {
            stand_in: stand_in.clone(),
            length,
        };
        let pdf = pdf(&stand_in);
        let give = |_, out: &mut Vec<u8>| {
            out.push(1);
            Ok::<(), ()>(())
        };
        assert!(carry(&pdf, &[file(&other, 1)], give).is_err());
        assert!(carry(&pdf, &[file(&stand_in, 2)], give).is_err());
        assert!(carry(&pdf, &[file(&stand_in, 1)], give).is_ok());
        assert!(carry(b"%PDF-1.7", &[file(&stand_in, 1)], give).is_err());
    }
}
