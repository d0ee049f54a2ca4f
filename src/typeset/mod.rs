//! From a manuscript to pages: the only use of Typst.
//!
//! A [`Manuscript`] is Typst source with the files it names; a [`Document`] is laid-out pages that can be
//! exported as PDF, PNG or plain text. Nothing here knows a case or a channel, reads the disk or the clock.

mod bind;
mod export;
mod fonts;
mod pictures;
mod world;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use typst::diag::{Severity, SourceDiagnostic};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;

use pictures::Picture;

pub use bind::{Bound, Carried, Piece, stand_in};
pub use export::ExportError;
pub use fonts::{STAND_IN, is_invisible, stand_in_has, undrawable};

/// Typst source and everything it reads.
#[derive(Debug, Clone, Default)]
pub struct Manuscript {
    /// The main source.
    pub main: String,
    /// Other files by their path from the root, without a leading slash: sources, pictures, wrappers.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

/// Laid-out pages.
#[derive(Debug)]
pub struct Document {
    /// The pages; of pictures that are named below, they hold only the heads.
    pages: PagedDocument,
    /// What takes the places of those heads.
    pictures: Vec<Picture>,
    /// What the pages were made of.
    manuscript: Manuscript,
}

impl Document {
    /// What the pages were made of.
    pub fn manuscript(&self) -> &Manuscript {
        &self.manuscript
    }
}

/// Why a manuscript did not become pages, or could not be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypesetError {
    /// What Typst says.
    pub message: String,
    /// File, line and column of the source, where known.
    pub place: Option<(String, usize, usize)>,
    /// What Typst suggests.
    pub hints: Vec<String>,
}

/// The pages from which on what Typst remembers of a layout takes more than it saves: a megabyte for every page or two.
const LONG: usize = 60;

/// Whether Typst remembers a long layout. It is told to forget only when the next one begins: in most runs none does.
static REMEMBERS_LONG: AtomicBool = AtomicBool::new(false);

/// Lays out a manuscript.
///
/// Warnings count as errors: a filing is not handed in on a guess of the typesetter's.
pub fn typeset(manuscript: Manuscript) -> Result<Document, Vec<TypesetError>> {
    let (light, pictures) = pictures::lightened(&manuscript);
    let (pages, pictures) = match pages(&light) {
        Ok(pages) => (pages, pictures),
        Err(found) if pictures.is_empty() => return Err(found),
        // A template of the user's that decodes a picture needs all of it.
        Err(_) => (pages(&manuscript)?, Vec::new()),
    };
    Ok(Document {
        pages,
        pictures,
        manuscript,
    })
}

/// Lays out a manuscript as it is.
fn pages(manuscript: &Manuscript) -> Result<PagedDocument, Vec<TypesetError>> {
    if REMEMBERS_LONG.swap(false, Ordering::Relaxed) {
        comemo::evict(0);
    }
    let world = world::PaperWorld::new(manuscript);
    let compiled = typst::compile::<PagedDocument>(&world);
    let warnings: Vec<_> = compiled
        .warnings
        .iter()
        .filter(|warning| warning.severity == Severity::Warning)
        .map(|warning| explain(&world, warning))
        .collect();
    match compiled.output {
        Err(errors) => Err(errors.iter().map(|error| explain(&world, error)).collect()),
        Ok(_) if !warnings.is_empty() => Err(warnings),
        Ok(document) => {
            if document.pages().len() > LONG {
                REMEMBERS_LONG.store(true, Ordering::Relaxed);
            }
            Ok(document)
        }
    }
}

fn explain(world: &world::PaperWorld, diagnostic: &SourceDiagnostic) -> TypesetError {
    TypesetError {
        message: diagnostic.message.to_string(),
        place: place(world, diagnostic),
        hints: diagnostic
            .hints
            .iter()
            .map(|hint| hint.v.to_string())
            .collect(),
    }
}

fn place(
    world: &world::PaperWorld,
    diagnostic: &SourceDiagnostic,
) -> Option<(String, usize, usize)> {
    let id = diagnostic.span.id()?;
    let source = world.source(id).ok()?;
    let range = world.range(diagnostic.span)?;
    let (line, column) = source.lines().byte_to_line_column(range.start)?;
    Some((
        id.vpath().get_without_slash().to_owned(),
        line + 1,
        column + 1,
    ))
}
