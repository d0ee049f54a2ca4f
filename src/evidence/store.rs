//! Results as bytes, for a store that keeps them from run to run.
//!
//! A kept result is a mark, the length and the hash of a head in JSON, the head, and the copies one after another.
//! The head holds the hashes of the copies, so that nothing that was cut or altered is taken for a result.

use std::io::{self, Write};
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::copy::FiledCopy;
use super::document::Document;
use super::fault::Notice;
use super::original::{Fingerprint, sha256};
use super::step::Step;
use super::treatment::Treatment;
use super::{Content, Ingested, Item};

/// How every kept result starts; the number changes with the form of what follows.
const MARK: &[u8; 16] = b"tousu copies 1\n\0";

/// The hexadecimal digits of a hash.
const HASH: usize = 64;

/// Everything that a result depends on.
#[derive(Serialize)]
struct Origin<'a> {
    /// The program: another one may make another result.
    program: &'a str,
    /// The name of the original, which tells tables from other texts and may promise another kind.
    name: &'a str,
    /// The content of the original.
    original: &'a Fingerprint,
    /// What is done to it, as a whole.
    treatment: &'a Treatment,
}

/// A result without the bytes of its copies.
#[derive(Serialize, Deserialize)]
struct Head {
    /// The key under which it is kept: a file that was given another name is not taken.
    key: String,
    /// The original.
    fingerprint: Fingerprint,
    /// What is filed.
    content: Kept,
    /// The lengths of the copies in bytes, in order.
    lengths: Vec<u64>,
    /// What was done.
    steps: Vec<Step>,
    /// What the person should look at.
    notices: Vec<Notice>,
    /// When the picture was taken.
    taken: Option<NaiveDateTime>,
}

/// The kinds of content that hold pictures, and so take long to make.
#[derive(Serialize, Deserialize)]
enum Kept {
    /// Pictures.
    Pictures(Vec<FiledCopy>),
    /// A document with pictures.
    Document(Document),
}

impl Kept {
    /// The content, if it takes longer to make than to read back.
    fn of(content: &Content) -> Option<Self> {
        match content {
            Content::Pictures(copies) => Some(Self::Pictures(copies.clone())),
            Content::Document(document) if !document.pictures.is_empty() => {
                Some(Self::Document(document.clone()))
            }
            Content::Document(_) | Content::Transcript(_) | Content::Recording(_) => None,
        }
    }

    /// Its copies.
    fn copies(&mut self) -> &mut Vec<FiledCopy> {
        match self {
            Self::Pictures(copies) => copies,
            Self::Document(document) => &mut document.pictures,
        }
    }
}

/// The key of an item's result: a hash of all that it depends on, from which none of that can be read.
///
/// `program` tells this program from every other, whose results may be different.
pub fn key(item: &Item, program: &str) -> Option<String> {
    let origin = Origin {
        program,
        name: &item.original.name,
        original: &item.original.fingerprint,
        treatment: &item.treatment,
    };
    Some(sha256(&serde_json::to_vec(&origin).ok()?))
}

/// Whether a result takes longer to make than to read back.
pub fn is_worth_keeping(made: &Ingested) -> bool {
    Kept::of(&made.content).is_some()
}

/// Writes a result that is worth keeping under its key.
pub fn write_kept(made: &Ingested, key: &str, output: &mut dyn Write) -> io::Result<()> {
    let Ingested {
        fingerprint,
        content,
        steps,
        notices,
        taken,
    } = made;
    let copies = content.copies();
    let head = Head {
        key: key.to_owned(),
        fingerprint: fingerprint.clone(),
        content: Kept::of(content).ok_or(io::ErrorKind::InvalidInput)?,
        lengths: copies.iter().map(|copy| copy.bytes.len() as u64).collect(),
        steps: steps.clone(),
        notices: notices.clone(),
        taken: *taken,
    };
    let head = serde_json::to_vec(&head)?;
    output.write_all(MARK)?;
    output.write_all(&(head.len() as u64).to_le_bytes())?;
    output.write_all(sha256(&head).as_bytes())?;
    output.write_all(&head)?;
    copies
        .iter()
        .try_for_each(|copy| output.write_all(&copy.bytes))
}

/// Reads a result back; whatever is not the whole result of this item under this key is none.
pub fn read_kept(bytes: &[u8], key: &str, item: &Item) -> Option<Ingested> {
    let rest = bytes.strip_prefix(MARK)?;
    let (length, rest) = rest.split_first_chunk()?;
    let (hash, rest) = rest.split_at_checked(HASH)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (head, mut rest) = rest.split_at_checked(length)?;
    if sha256(head).as_bytes() != hash {
        return None;
    }
    let mut head: Head = serde_json::from_slice(head).ok()?;
    let copies = head.content.copies();
    if head.key != key
        || head.fingerprint != item.original.fingerprint
        || head.lengths.len() != copies.len()
    {
        return None;
    }
    for (copy, length) in copies.iter_mut().zip(&head.lengths) {
        let (own, others) = rest.split_at_checked(usize::try_from(*length).ok()?)?;
        if sha256(own) != copy.sha256 {
            return None;
        }
        copy.bytes = Arc::from(own);
        rest = others;
    }
    rest.is_empty().then_some(Ingested {
        fingerprint: head.fingerprint,
        content: match head.content {
            Kept::Pictures(copies) => Content::Pictures(copies),
            Kept::Document(document) => Content::Document(document),
        },
        steps: head.steps,
        notices: head.notices,
        taken: head.taken,
    })
}
