//! The limits that the child sets itself.

use std::io;

/// The most address space of the child, in bytes.
#[cfg(unix)]
const MOST_MEMORY: u64 = 2 << 30;

/// The most processor time of the child, in seconds; it ends a child whose parent is gone.
#[cfg(unix)]
const MOST_TIME: u64 = 900;

/// Takes memory, time, and the writing of files away from this process, for good.
#[cfg(unix)]
pub fn confine() -> io::Result<()> {
    use rlimit::Resource;
    let limits = [
        (Resource::AS, MOST_MEMORY),
        (Resource::CPU, MOST_TIME),
        (Resource::FSIZE, 0),
        (Resource::CORE, 0),
    ];
    for (resource, most) in limits {
        // macOS knows no limit of address space that it keeps.
        let set = resource.set(most, most);
        if resource != Resource::AS || cfg!(target_os = "linux") {
            set?;
        }
    }
    Ok(())
}

/// Other systems have no limits that a process could set itself.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature everywhere")]
pub fn confine() -> io::Result<()> {
    Ok(())
}
