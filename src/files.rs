//! The disk: reading case folders, writing documents whole or not at all. Nothing else in the library touches it.

pub mod cache;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

/// The largest file that is read as evidence, in bytes.
const LARGEST: u64 = 512 * 1024 * 1024;

/// Why a file of a case could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// There is no such file.
    NotFound,
    /// It is a folder.
    IsFolder,
    /// It lies outside the folder of the case.
    Outside,
    /// It is larger than any exhibit may be.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
    },
    /// The system refused, and says why.
    Refused(String),
}

/// Where the files of a case may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// In the folder of the case and below it: a case file of somebody else's reads nothing else.
    #[default]
    Inside,
    /// Anywhere.
    Anywhere,
}

/// Reads a file of a case; the path is relative to its folder and stays within reach, links followed.
pub fn read_evidence(folder: &Path, path: &str, reach: Reach) -> Result<Vec<u8>, ReadFault> {
    fs::read(evidence(folder, path, reach)?).map_err(|error| fault(&error))
}

/// Reads a file of a case in the place of what a buffer held before, found as [`read_evidence`] finds it.
pub fn read_evidence_into(
    buffer: &mut Vec<u8>,
    folder: &Path,
    path: &str,
    reach: Reach,
) -> Result<(), ReadFault> {
    buffer.clear();
    let file = fs::File::open(evidence(folder, path, reach)?);
    let read = file.and_then(|mut file| file.read_to_end(buffer));
    read.map(drop).map_err(|error| fault(&error))
}

/// Where a file of a case is, if it is in reach and no larger than may be read.
fn evidence(folder: &Path, path: &str, reach: Reach) -> Result<PathBuf, ReadFault> {
    let relative = Path::new(path);
    let climbs = relative.components().any(|part| {
        matches!(
            part,
            Component::ParentDir | Component::Prefix(_) | Component::RootDir
        )
    });
    let bound = reach == Reach::Inside;
    if climbs && bound {
        return Err(ReadFault::Outside);
    }
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let full = folder.join(relative);
    let real = fs::canonicalize(&full).map_err(|error| fault(&error))?;
    let root = fs::canonicalize(folder).map_err(|error| fault(&error))?;
    if bound && !real.starts_with(&root) {
        return Err(ReadFault::Outside);
    }
    let about = fs::metadata(&real).map_err(|error| fault(&error))?;
    if !about.is_file() {
        return Err(ReadFault::IsFolder);
    }
    if about.len() > LARGEST {
        return Err(ReadFault::TooLarge { bytes: about.len() });
    }
    Ok(real)
}

/// What a path of a case stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spread {
    /// One file, there or not.
    One,
    /// The files of a folder, or those that match a pattern, in natural order, relative to the case folder.
    Several {
        /// The files.
        files: Vec<String>,
        /// Folders inside the folder, whose files are not among them.
        folders: Vec<String>,
    },
}

/// Returns what a path of a case stands for: a folder for the files in it, a name with `*` or `?` for those that it
/// matches. Hidden files and those that systems leave in folders are passed over.
pub fn spread(folder: &Path, path: &str) -> Spread {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let full = folder.join(path);
    let found: Vec<PathBuf> = if full.is_dir() {
        let entries = fs::read_dir(&full).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    } else if path.contains(['*', '?']) && !full.exists() {
        let root = glob::Pattern::escape(&folder.to_string_lossy());
        let matching = glob::glob(&format!("{root}/{path}")).into_iter().flatten();
        matching.flatten().collect()
    } else {
        return Spread::One;
    };
    let name = |path: &PathBuf| {
        let below = path.strip_prefix(folder).unwrap_or(path);
        below.to_string_lossy().replace('\\', "/")
    };
    let shown = found.iter().filter(|path| !is_clutter(path));
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = shown.partition(|path| path.is_dir());
    let mut files: Vec<String> = files.into_iter().map(name).collect();
    files.sort_by(|a, b| natural(a).cmp(&natural(b)).then_with(|| a.cmp(b)));
    Spread::Several {
        files,
        folders: folders.into_iter().map(name).collect(),
    }
}

/// The most files among which one is looked for by its name.
const MOST_LISTED: usize = 20_000;

/// The files of a name anywhere below a folder, in the order of their paths.
pub fn named(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    let mut seen = 0;
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            seen += 1;
            if seen > MOST_LISTED {
                return found;
            }
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if kind.is_dir() {
                open.push(entry.path());
            } else if entry.file_name().to_string_lossy() == name {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    found
}

/// Whether a file is hidden, or one that a system leaves in folders.
fn is_clutter(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || ["Thumbs.db", "desktop.ini"].contains(&name.as_ref())
}

/// A key under which `a2` comes before `a10`: numbers by their value, everything else by its letters.
fn natural(name: &str) -> Vec<(bool, u128, String)> {
    let mut parts: Vec<(bool, u128, String)> = Vec::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let digit = c.to_digit(10);
        match parts.last_mut() {
            Some((true, number, _)) if digit.is_some() => {
                *number = number
                    .saturating_mul(10)
                    .saturating_add(u128::from(digit.unwrap_or(0)));
            }
            Some((false, _, text)) if digit.is_none() => text.push(c),
            _ => parts.push(match digit {
                Some(digit) => (true, u128::from(digit), String::new()),
                None => (false, 0, c.to_string()),
            }),
        }
    }
    parts
}

fn fault(error: &io::Error) -> ReadFault {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadFault::NotFound,
        _ => ReadFault::Refused(error.to_string()),
    }
}

/// Reads a file that the user named on the command line.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Reads every text file below a folder of templates, by its path from there with `/` between folders.
pub fn read_templates(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut open = vec![(folder.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                open.push((entry.path(), format!("{name}/")));
            } else if ["yaml", "typ", "txt", "tera"]
                .iter()
                .any(|ending| name.ends_with(&format!(".{ending}")))
            {
                found.insert(name, fs::read_to_string(entry.path())?);
            }
        }
    }
    Ok(found)
}

/// A file on its way to its name: it lies in the folder that it is meant for, and goes away unless it is kept.
#[derive(Debug)]
pub struct Draft {
    file: tempfile::NamedTempFile,
}

impl Draft {
    /// Starts a file in a folder, which is made where there is none.
    pub fn new(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        let file = builder.prefix(".tousu-").tempfile_in(folder)?;
        Ok(Self { file })
    }

    /// Adds bytes at its end.
    pub fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.as_file_mut().write_all(bytes)
    }

    /// Reads back what was written.
    pub fn read_back(&self) -> io::Result<Vec<u8>> {
        fs::read(self.file.path())
    }

    /// Waits until the disk has it.
    pub fn sync(&self) -> io::Result<()> {
        self.file.as_file().sync_all()
    }

    /// Gives it its name in its folder, where an earlier file of that name stays until then.
    pub fn keep(self, path: &Path) -> io::Result<()> {
        let file = self.file.persist(path).map_err(|error| error.error)?;
        make_readable(&file)
    }
}

/// Writes a file so that it is there whole or not at all: an earlier file of that name stays until then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut draft = Draft::new(folder)?;
    draft.append(bytes)?;
    draft.sync()?;
    draft.keep(path)
}

/// Gives a document the permissions of any other new file; a temporary file is the user's alone.
#[cfg(unix)]
fn make_readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// A new folder inside another, which goes unless it is sealed.
pub fn scratch(home: &Path) -> io::Result<tempfile::TempDir> {
    fs::create_dir_all(home)?;
    tempfile::Builder::new().prefix(".tousu-").tempdir_in(home)
}

/// Gives a folder its name at last, and lets nobody write in it any more.
pub fn seal(work: tempfile::TempDir, target: &Path) -> io::Result<()> {
    let work = work.keep();
    let named = fs::rename(&work, target);
    if named.is_err() {
        fs::remove_dir_all(&work)?;
        return named;
    }
    let mut open = vec![target.to_path_buf()];
    let mut folders = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                open.push(entry.path());
            } else {
                protect(&entry.path(), 0o444)?;
            }
        }
        folders.push(folder);
    }
    folders.iter().try_for_each(|folder| protect(folder, 0o555))
}

/// Takes the right to write away.
#[cfg(unix)]
fn protect(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn protect(path: &Path, _: u32) -> io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions)
}

/// The folder that a case file lies in.
pub fn folder_of(case: &Path) -> PathBuf {
    case.parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::{Draft, Spread, spread};

    #[test]
    fn a_draft_goes_away_unless_it_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let path = out.join("a.pdf");
        let names = || std::fs::read_dir(&out).unwrap().count();
        let draft = |pieces: &[&[u8]]| {
            let mut draft = Draft::new(&out).unwrap();
            for piece in pieces {
                draft.append(piece).unwrap();
            }
            draft
        };
        std::fs::create_dir(&out).unwrap();
        std::fs::write(&path, b"earlier").unwrap();
        let given_up = draft(&[b"half"]);
        assert_eq!(
            (names(), std::fs::read(&path).unwrap()),
            (2, b"earlier".to_vec())
        );
        drop(given_up);
        assert_eq!(names(), 1);
        let whole = draft(&[b"one", b"", b" two"]);
        assert_eq!(whole.read_back().unwrap(), b"one two");
        whole.keep(&path).unwrap();
        assert_eq!(
            (names(), std::fs::read(&path).unwrap()),
            (1, b"one two".to_vec())
        );
    }

    #[test]
    fn folders_and_patterns_stand_for_their_files_in_natural_order() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        std::fs::create_dir_all(root.join("聊天/更早")).unwrap();
        for name in [
            "聊天/图10.png",
            "聊天/图2.png",
            "聊天/图1.jpg",
            "聊天/.DS_Store",
            "聊天/Thumbs.db",
            "a[1].png",
        ] {
            std::fs::write(root.join(name), b"x").unwrap();
        }
        let several = |files: &[&str], folders: &[&str]| Spread::Several {
            files: files.iter().map(ToString::to_string).collect(),
            folders: folders.iter().map(ToString::to_string).collect(),
        };
        let all = several(
            &["聊天/图1.jpg", "聊天/图2.png", "聊天/图10.png"],
            &["聊天/更早"],
        );
        assert_eq!(spread(root, "聊天"), all);
        assert_eq!(spread(root, "聊天/"), all);
        assert_eq!(
            spread(root, "聊天/*.png"),
            several(&["聊天/图2.png", "聊天/图10.png"], &[])
        );
        assert_eq!(
            spread(root, "聊天/图?.*"),
            several(&["聊天/图1.jpg", "聊天/图2.png"], &[])
        );
        assert_eq!(spread(root, "没有/*.png"), several(&[], &[]));
        assert_eq!(spread(root, "a[1].png"), Spread::One);
        assert_eq!(spread(root, "没有.png"), Spread::One);
    }
}
