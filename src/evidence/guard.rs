//! Work with a young decoder, whose panic counts as a broken file.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// How many guards surround the work of this thread.
    static GUARDS: Cell<u32> = const { Cell::new(0) };
}

/// Whether a panic on this thread is caught and told as a fault of a file, so that nothing else is to be said of it.
pub fn is_guarded() -> bool {
    GUARDS.get() > 0
}

/// Does some work on a file; nothing if it panicked, which means that the decoder made nothing of the file.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    GUARDS.set(GUARDS.get() + 1);
    let done = catch_unwind(AssertUnwindSafe(work));
    GUARDS.set(GUARDS.get() - 1);
    done.ok()
}
