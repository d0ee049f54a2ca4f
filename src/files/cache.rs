//! A private folder of results that can be made again: bounded, safe to delete at any time, never a reason to fail.
//!
//! It holds copies of evidence, so nobody else may read or write it, and a folder that somebody else could have filled
//! is not used. It knows nothing of what it keeps: whoever reads a result has to judge whether it is whole.

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The bytes that all results together take at most when a run is over.
const MOST: u64 = 1_000_000_000;

/// The bytes of the largest result that is kept or read.
const LARGEST: u64 = 256_000_000;

/// How the names of results end, after the 64 digits of a hash.
const ENDING: &str = ".copies";

/// How the names of files begin that are being written.
const UNFINISHED: &str = "unfinished-";

/// How long after its start a file that is not finished was left behind by a run that broke off.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// Tells programs that copy folders that this one is not worth copying (bford.info/cachedir).
const TAG: (&str, &str) = (
    "CACHEDIR.TAG",
    "Signature: 8a477f597d28d172789f06886806bc55\n# tousu: copies of evidence that can be made again\n",
);

/// A folder of results.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    /// Tells this program from every other.
    program: String,
    /// When the run began, as the file system counts: what is used now counts as used then.
    now: SystemTime,
    /// The bytes that are kept.
    most: u64,
    /// Whether anything was added.
    grown: AtomicBool,
}

impl Cache {
    /// Opens a folder for the results of a program, and makes it where there is none; nothing if it is not private.
    pub fn open(folder: &Path, program: &Path) -> Option<Self> {
        let program = identity(&fs::metadata(program).ok()?)?;
        make_private(folder).ok()?;
        let about = fs::symlink_metadata(folder).ok()?;
        // A new file shows whose process this is and what time it is there.
        let probe = unfinished(folder).ok()?;
        let own = probe.as_file().metadata().ok()?;
        if !about.is_dir() || !is_private(&about, &own) {
            return None;
        }
        let tag = folder.join(TAG.0);
        if !tag.exists() {
            fs::write(tag, TAG.1).ok()?;
        }
        Some(Self {
            folder: folder.to_path_buf(),
            program,
            now: own.modified().ok()?,
            most: MOST,
            grown: AtomicBool::new(false),
        })
    }

    /// Words that tell the program from every other, also from another build of the same version.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// The result under a key, which then counts as used.
    pub fn get(&self, key: &str) -> Option<Vec<u8>> {
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(self.path(key)?)
            .ok()?;
        let about = file.metadata().ok()?;
        if !about.is_file() || about.len() > LARGEST {
            return None;
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).ok()?);
        Read::by_ref(&mut file)
            .take(LARGEST)
            .read_to_end(&mut bytes)
            .ok()?;
        // A result that cannot be marked as used is good all the same.
        let _ = file.set_modified(self.now);
        Some(bytes)
    }

    /// Keeps the result that `write` writes under a key; if that fails, nothing is kept.
    pub fn put(&self, key: &str, write: &dyn Fn(&mut dyn Write) -> io::Result<()>) {
        // Whoever comes next makes the result again.
        let _ = self.keep(key, write);
    }

    fn keep(&self, key: &str, write: &dyn Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let path = self.path(key).ok_or(io::ErrorKind::InvalidInput)?;
        let mut file = unfinished(&self.folder)?;
        write(file.as_file_mut())?;
        if file.as_file().metadata()?.len() > LARGEST {
            return Ok(());
        }
        file.persist(path).map_err(|error| error.error)?;
        self.grown.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// The file of a key, which is the digits of a hash.
    fn path(&self, key: &str) -> Option<PathBuf> {
        is_hash(key).then(|| self.folder.join(format!("{key}{ENDING}")))
    }

    /// Removes what was not used for longest until the rest is within the bound, and what broken runs left behind.
    fn tidy(&self) -> io::Result<()> {
        let mut kept: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let about = entry.metadata()?;
            let used = about.modified()?;
            if name.strip_suffix(ENDING).is_some_and(is_hash) {
                kept.push((used, about.len(), entry.path()));
            } else if name.starts_with(UNFINISHED) && used + LEFT_BEHIND < self.now {
                fs::remove_file(entry.path())?;
            }
        }
        kept.sort();
        let mut total: u64 = kept.iter().map(|(_, bytes, _)| bytes).sum();
        for (_, bytes, path) in kept {
            if total <= self.most {
                break;
            }
            fs::remove_file(path)?;
            total -= bytes;
        }
        Ok(())
    }
}

impl Drop for Cache {
    /// Tidies up, if this run added anything.
    fn drop(&mut self) {
        if self.grown.load(Ordering::Relaxed) {
            // Another run may be tidying up at the same time; the next one goes on.
            let _ = self.tidy();
        }
    }
}

/// Whether a name is the 64 hexadecimal digits of a hash.
fn is_hash(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// A file of a name that is not there yet, which goes unless it gets another.
fn unfinished(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
}

/// Words that tell a program from every other: a new build is written at another time, a new version says so.
fn identity(about: &Metadata) -> Option<String> {
    let written = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    Some(format!("{version} {} {}", about.len(), written.as_nanos()))
}

/// Makes a folder that only this user can look into, and those around it.
#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

/// Makes a folder; the user's own folders are private already.
#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Whether a folder belongs to whoever owns a file and is closed to everybody else.
#[cfg(unix)]
fn is_private(folder: &Metadata, own: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    folder.uid() == own.uid() && folder.mode() & 0o777 == 0o700
}

#[cfg(not(unix))]
fn is_private(_: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    /// A cache in a new folder of a temporary one.
    fn cache(around: &Path) -> Cache {
        Cache::open(&around.join("a/cache"), &std::env::current_exe().unwrap()).unwrap()
    }

    fn key(no: u8) -> String {
        format!("{no:064x}")
    }

    #[test]
    fn what_is_put_in_comes_out_and_the_folder_may_go_at_any_time() {
        let around = tempfile::tempdir().unwrap();
        let cache = cache(around.path());
        assert_eq!(cache.get(&key(1)), None);
        cache.put(&key(1), &|output| output.write_all(b"copies"));
        cache.put(&key(2), &|_| Err(io::ErrorKind::Other.into()));
        cache.put("../escaped", &|output| output.write_all(b"copies"));
        assert_eq!(cache.get(&key(1)).as_deref(), Some(&b"copies"[..]));
        assert_eq!(cache.get(&key(2)), None);
        assert_eq!(cache.get("../escaped"), None);
        fs::remove_dir_all(around.path().join("a")).unwrap();
        assert_eq!(cache.get(&key(1)), None);
        cache.put(&key(1), &|output| output.write_all(b"copies"));
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let around = tempfile::tempdir().unwrap();
        let mut cache = cache(around.path());
        cache.most = 25;
        let leftover = around.path().join("a/cache/unfinished-x");
        fs::write(&leftover, b"half").unwrap();
        for no in 1..=3 {
            cache.put(&key(no), &|output| output.write_all(&[no; 10]));
        }
        for (no, age) in [(1, 300), (2, 200), (3, 100)] {
            let file = File::options()
                .write(true)
                .open(cache.path(&key(no)).unwrap());
            let time = cache.now - Duration::from_secs(age);
            file.unwrap().set_modified(time).unwrap();
        }
        let old = cache.now - 2 * LEFT_BEHIND;
        let file = File::options().write(true).open(&leftover).unwrap();
        file.set_modified(old).unwrap();
        assert!(cache.get(&key(1)).is_some());
        drop(cache);
        let cache = self::cache(around.path());
        assert!(cache.get(&key(1)).is_some());
        assert!(cache.get(&key(2)).is_none());
        assert!(cache.get(&key(3)).is_some());
        assert!(!leftover.exists());
        assert!(around.path().join("a/cache/CACHEDIR.TAG").exists());
    }

    #[cfg(unix)]
    #[test]
    fn only_a_private_folder_is_used() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let around = tempfile::tempdir().unwrap();
        let program = std::env::current_exe().unwrap();
        drop(cache(around.path()));
        let folder = around.path().join("a/cache");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        let cache = Cache::open(&folder, &program).unwrap();
        cache.put(&key(1), &|output| output.write_all(b"copies"));
        assert_eq!(mode(&cache.path(&key(1)).unwrap()), 0o600);
        let link = around.path().join("link");
        symlink(&folder, &link).unwrap();
        assert!(Cache::open(&link, &program).is_none());
        for open in [0o777, 0o770, 0o755] {
            fs::set_permissions(&folder, fs::Permissions::from_mode(open)).unwrap();
            assert!(Cache::open(&folder, &program).is_none());
        }
        assert!(Cache::open(&around.path().join("b"), Path::new("no program")).is_none());
        assert!(Cache::open(&program, &program).is_none());
    }
}
