//! Opening a document and choosing its pages.

use std::sync::Arc;

use hayro::hayro_syntax::object::dict::keys::{KIDS, PAGES, TYPE};
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjectIdentifier};
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::super::copy::Part;
use super::super::fault::Fault;
use super::super::loss::Loss;

/// The most pages that are drawn unless they are named.
const MOST_PAGES: u32 = 300;

/// How deep a tree of pages may be.
const DEEPEST: usize = 64;

/// Opens a document, with its password if it has one.
pub(super) fn open(bytes: Vec<u8>, password: Option<&str>) -> Result<Pdf, Fault> {
    if is_cut(&bytes) {
        return Err(Fault::Truncated);
    }
    let bytes = Arc::new(bytes);
    // Many documents only forbid copying and open without a password.
    let open = |password: &str| Pdf::new_with_password(Arc::clone(&bytes), password);
    let opened = match (open(""), password) {
        (Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)), Some(password)) => {
            open(password)
        }
        (opened, _) => opened,
    };
    opened.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => match password {
            None => Fault::NeedsPassword,
            Some(_) => Fault::WrongPassword,
        },
        LoadPdfError::Decryption(_) => Fault::Corrupt {
            reason: "the encryption is not supported".to_owned(),
        },
        LoadPdfError::Invalid => nothing(),
    })
}

/// A file in which no page is found.
fn nothing() -> Fault {
    Fault::Corrupt {
        reason: "no page is found".to_owned(),
    }
}

/// Whether the end of the file is missing: after its last object comes the table that finds them all.
fn is_cut(bytes: &[u8]) -> bool {
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|window| window == mark);
    let end = last(b"startxref").max(last(b"trailer"));
    last(b"endobj").is_some_and(|object| end < Some(object))
}

/// Returns the pages to draw.
pub(super) fn wanted(pdf: &Pdf, runs: &[(u32, u32)]) -> Result<Vec<Part>, Fault> {
    let pages = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    if pages == 0 {
        return Err(nothing());
    }
    if let Some(page) = first_missing(pdf) {
        let loss = Loss::Page;
        return Err(Fault::PageIncomplete { page, loss });
    }
    let ends = runs.iter().flat_map(|(first, last)| [*first, *last]);
    if let Some(page) = ends.into_iter().find(|page| !(1..=pages).contains(page)) {
        return Err(Fault::NoSuchPage { page, pages });
    }
    if runs.is_empty() && pages > MOST_PAGES {
        let limit = MOST_PAGES as usize;
        return Err(Fault::TooManyPages { limit });
    }
    let is_wanted = |no: &u32| {
        let mut runs_with_it = runs
            .iter()
            .filter(|(first, last)| (first..=last).contains(&no));
        runs.is_empty() || runs_with_it.next().is_some()
    };
    let numbers = (1..=pages).filter(is_wanted);
    Ok(numbers.map(|no| Part { no, of: pages }).collect())
}

/// Returns the number of the first page that the tree of pages names but does not hold.
fn first_missing(pdf: &Pdf) -> Option<u32> {
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    // A document without a tree was searched for its pages.
    let tree: Dict<'_> = root.get(PAGES)?;
    let mut stack = vec![tree.get::<Array<'_>>(KIDS)?.raw_iter()];
    let mut before = 0;
    while let Some(kids) = stack.last_mut() {
        let Some(kid) = kids.next() else {
            stack.pop();
            continue;
        };
        let node = match kid {
            MaybeRef::Ref(id) => pdf.xref().get(ObjectIdentifier::from(id)),
            MaybeRef::NotRef(object) => object.into_dict(),
        };
        let Some(node): Option<Dict<'_>> = node else {
            return Some(before + 1);
        };
        if node.get::<Name<'_>>(TYPE).as_deref() == Some(PAGES) {
            let kids = node.get::<Array<'_>>(KIDS);
            let (Some(kids), true) = (kids, stack.len() < DEEPEST) else {
                return Some(before + 1);
            };
            stack.push(kids.raw_iter());
        } else {
            before += 1;
        }
    }
    None
}
