//! Who is told how far the work has come.

use std::fmt;

/// Somebody who is told how many files of how many are prepared; nobody by default.
#[derive(Clone, Copy, Default)]
pub struct Watch<'a>(Option<&'a (dyn Fn(usize, usize) + Sync)>);

impl<'a> Watch<'a> {
    /// Tells this function, from any thread.
    pub fn new(told: &'a (dyn Fn(usize, usize) + Sync)) -> Self {
        Self(Some(told))
    }

    /// Tells that `done` files of `of` are prepared.
    pub(super) fn tell(self, done: usize, of: usize) {
        if let Some(told) = self.0 {
            told(done, of);
        }
    }
}

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}
