//! The disk: reading case folders, writing documents whole or not at all. Nothing else in the library touches it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
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

/// Reads a file of a case folder; the path is relative to it and stays inside it, links followed.
pub fn read_inside(folder: &Path, path: &str) -> Result<Vec<u8>, ReadFault> {
    let relative = Path::new(path);
    let climbs = relative.components().any(|part| {
        matches!(
            part,
            Component::ParentDir | Component::Prefix(_) | Component::RootDir
        )
    });
    if climbs {
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
    if !real.starts_with(&root) {
        return Err(ReadFault::Outside);
    }
    let about = fs::metadata(&real).map_err(|error| fault(&error))?;
    if !about.is_file() {
        return Err(ReadFault::IsFolder);
    }
    if about.len() > LARGEST {
        return Err(ReadFault::TooLarge { bytes: about.len() });
    }
    fs::read(&real).map_err(|error| fault(&error))
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

/// Writes a file so that it is there whole or not at all: an earlier file of that name stays until then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(".tousu-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let file = file.persist(path).map_err(|error| error.error)?;
    make_readable(&file)
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

/// The folder that a case file lies in.
pub fn folder_of(case: &Path) -> PathBuf {
    case.parent().map_or_else(PathBuf::new, Path::to_path_buf)
}
