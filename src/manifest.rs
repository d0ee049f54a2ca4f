//! What a filing was made of: every original with its hash, what was done to it, and where it stands.
//!
//! A manifest lies beside each filing, and inside it where the filing lists its originals. [`compare`] holds one
//! against files as they are now.

use serde::{Deserialize, Serialize};

use crate::reread;

/// A file and what identifies it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// SHA-256 as lower-case hexadecimal digits.
    pub sha256: String,
}

/// What a filing was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Name and version of the program.
    pub program: String,
    /// The channel.
    pub channel: String,
    /// The day of filing.
    pub date: String,
    /// The PDF; a manifest inside a PDF cannot name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pdf: Option<FileRecord>,
    /// Which volume it is, where the filing has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<VolumeRecord>,
    /// The exhibits.
    pub exhibits: Vec<ExhibitRecord>,
}

/// Which volume of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolumeRecord {
    /// Which, from 1.
    pub no: usize,
    /// Of how many.
    pub of: usize,
}

/// An exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExhibitRecord {
    /// Its number.
    pub no: u32,
    /// Its name.
    pub name: String,
    /// Its first and last page in the PDF.
    #[serde(default)]
    pub pages: Option<(usize, usize)>,
    /// Its files.
    pub originals: Vec<OriginalRecord>,
}

/// An original and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginalRecord {
    /// The file.
    #[serde(flatten)]
    pub file: FileRecord,
    /// Its path from the folder of the case; not told inside a filing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Its name inside the PDF, if it goes along there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attached: Option<String>,
    /// What was done to it, in that order.
    pub done: Vec<String>,
    /// What is filed of it.
    pub copies: Vec<CopyRecord>,
}

/// A filed copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyRecord {
    /// Its length in bytes.
    pub bytes: u64,
    /// SHA-256 as lower-case hexadecimal digits.
    pub sha256: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Which page of the original it shows, where that has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Which slice of the page it is, where that was cut.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slice: Option<u32>,
}

impl Manifest {
    /// The name of the manifest inside a PDF.
    pub const INSIDE: &'static str = "manifest.json";

    /// Reads a manifest.
    pub fn read(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }

    /// Writes a manifest.
    pub fn written(&self) -> Result<String, serde_json::Error> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// The same without what a filing does not tell: its own hash, and the paths of the originals.
    #[must_use]
    pub fn to_file(&self) -> Self {
        let mut inner = self.clone();
        inner.pdf = None;
        let originals = inner.exhibits.iter_mut().flat_map(|one| &mut one.originals);
        originals.for_each(|original| original.path = None);
        inner
    }
}

/// What a comparison found of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What was compared.
    pub of: Compared,
    /// How it came out.
    pub state: State,
}

/// Something that was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// The PDF as a whole.
    Pdf,
    /// The manifest inside the PDF with the one beside it.
    Inside,
    /// The pages of an exhibit.
    Pages {
        /// The number of the exhibit.
        no: u32,
    },
    /// An original inside the PDF.
    Attached {
        /// The number of the exhibit.
        no: u32,
        /// Its name there.
        name: String,
    },
    /// An original.
    Original {
        /// The number of the exhibit.
        no: u32,
        /// Its path or name.
        name: String,
    },
}

/// How a comparison came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it was filed.
    Same,
    /// Not as it was filed.
    Changed,
    /// Not there.
    Missing,
    /// It cannot be told.
    Unknown,
}

/// Holds a manifest against a PDF and the originals as they are now; `original` gives the fingerprint of a file of
/// the case, if it is there, and `hash` that of the bytes of one inside the PDF.
pub fn compare(
    manifest: &Manifest,
    pdf: (&[u8], &str),
    hash: impl Fn(&[u8]) -> String,
    original: impl Fn(&OriginalRecord) -> Option<(u64, String)>,
) -> Vec<Verdict> {
    let (bytes, sha256) = pdf;
    let mut verdicts = Vec::new();
    let mut found = |of, state| verdicts.push(Verdict { of, state });
    let same = |is| if is { State::Same } else { State::Changed };
    found(
        Compared::Pdf,
        match &manifest.pdf {
            Some(record) => same(record.sha256 == sha256 && record.bytes == bytes.len() as u64),
            None => State::Unknown,
        },
    );
    let read = reread::reread(bytes);
    let inside = read.as_ref().and_then(reread::Reread::inside);
    if let (Some(_), Some(inside)) = (&manifest.pdf, &inside) {
        found(Compared::Inside, same(*inside == manifest.to_file()));
    }
    for exhibit in &manifest.exhibits {
        let no = exhibit.no;
        let state = match (&read, exhibit.pages) {
            (Some(read), Some(pages)) => same(read.shows(no, pages, manifest.volume)),
            _ => State::Unknown,
        };
        found(Compared::Pages { no }, state);
        for record in &exhibit.originals {
            let state = match original(record) {
                None => State::Missing,
                Some((bytes, sha256)) => {
                    same(bytes == record.file.bytes && sha256 == record.file.sha256)
                }
            };
            if let Some(name) = &record.attached {
                let state = read.as_ref().map_or(State::Unknown, |read| {
                    match read.attachments.iter().find(|file| file.name == *name) {
                        Some(file) => same(hash(&file.bytes) == record.file.sha256),
                        None => State::Missing,
                    }
                });
                let name = name.clone();
                found(Compared::Attached { no, name }, state);
            }
            let name = record.path.as_ref().unwrap_or(&record.file.name).clone();
            found(Compared::Original { no, name }, state);
        }
    }
    verdicts
}

impl reread::Reread {
    /// The manifest inside.
    pub fn inside(&self) -> Option<Manifest> {
        let mut attached = self.attachments.iter();
        let file = attached.find(|file| file.name == Manifest::INSIDE)?;
        Manifest::read(&file.bytes).ok()
    }

    /// Whether all pages from the first to the last bear the number of an exhibit and their own.
    fn shows(&self, no: u32, (first, last): (usize, usize), volume: Option<VolumeRecord>) -> bool {
        let before = volume.map_or_else(|| "总".to_owned(), |volume| format!("第{}卷", volume.no));
        first <= last
            && (first..=last).all(|number| {
                let text = number.checked_sub(1).and_then(|at| self.pages.get(at));
                let ink: Option<String> =
                    text.map(|text| text.chars().filter(|c| !c.is_whitespace()).collect());
                ink.is_some_and(|ink| {
                    ink.contains(&format!("证据{no}"))
                        && ink.contains(&format!("{before}第{number}页"))
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let file = |name: &str| FileRecord {
            name: name.to_owned(),
            bytes: 3,
            sha256: "aa".to_owned(),
        };
        Manifest {
            program: "tousu".to_owned(),
            channel: "12315".to_owned(),
            date: "2026-11-22".to_owned(),
            pdf: Some(FileRecord {
                bytes: 4,
                ..file("12315.pdf")
            }),
            volume: None,
            exhibits: vec![ExhibitRecord {
                no: 1,
                name: "账单".to_owned(),
                pages: Some((3, 4)),
                originals: vec![OriginalRecord {
                    file: file("a.png"),
                    path: Some("证据/a.png".to_owned()),
                    attached: None,
                    done: vec!["stripped".to_owned()],
                    copies: Vec::new(),
                }],
            }],
        }
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let written = manifest().written().unwrap();
        assert_eq!(Manifest::read(written.as_bytes()).unwrap(), manifest());
        let inner = manifest().to_file().written().unwrap();
        assert!(!inner.contains("证据/a.png") && !inner.contains("12315.pdf"));
    }

    #[test]
    fn every_difference_is_told() {
        let states = |sha256: &str, original: Option<(u64, String)>| {
            let verdicts = compare(
                &manifest(),
                (b"%PDF", sha256),
                |_| String::new(),
                |_| original.clone(),
            );
            verdicts
                .iter()
                .map(|verdict| verdict.state)
                .collect::<Vec<_>>()
        };
        let whole = || Some((3, "aa".to_owned()));
        assert_eq!(
            states("aa", whole()),
            [State::Same, State::Unknown, State::Same]
        );
        assert_eq!(states("ab", whole())[0], State::Changed);
        assert_eq!(states("aa", Some((3, "ab".to_owned())))[2], State::Changed);
        assert_eq!(states("aa", None)[2], State::Missing);
    }
}
