//! The world of a manuscript: its files and the embedded faces, and nothing else.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::Manuscript;
use super::fonts::{BOOK, FONTS};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// What Typst may see.
pub(super) struct PaperWorld {
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
}

impl PaperWorld {
    /// The world of one manuscript.
    pub(super) fn new(manuscript: &Manuscript) -> Self {
        let main = id("main.typ");
        let mut sources = BTreeMap::from([(
            "main.typ".to_owned(),
            Source::new(main, manuscript.main.clone()),
        )]);
        let mut files = BTreeMap::new();
        for (path, bytes) in &manuscript.files {
            if path.ends_with(".typ") {
                sources.insert(
                    path.clone(),
                    Source::new(id(path), String::from_utf8_lossy(bytes).into_owned()),
                );
            }
            files.insert(path.clone(), Bytes::new(SharedBytes(bytes.clone())));
        }
        Self {
            main,
            sources,
            files,
        }
    }
}

/// Bytes that Typst shares with the manuscript.
struct SharedBytes(std::sync::Arc<[u8]>);

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// The id of a file of the manuscript, whose paths are made by the program and never leave the root.
fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a path of the manuscript stays below its root");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let path = id.vpath().get_without_slash();
        self.sources
            .get(path)
            .cloned()
            .ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        self.files
            .get(path)
            .cloned()
            .ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
