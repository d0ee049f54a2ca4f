//! How much may be decoded at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// The bytes of decoded pictures that all workers together hold at most; one larger picture is let in alone.
const MOST: u64 = 2_000_000_000;

/// A gate that lets pictures in by their decoded size, so that many cores do not fill the memory with long screens.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// The bytes that are inside.
    inside: Mutex<u64>,
    /// Told when something leaves.
    left: Condvar,
}

/// The right to hold so many bytes, given back when it goes.
#[derive(Debug)]
pub(super) struct Admission<'a> {
    gate: &'a Gate,
    bytes: u64,
}

impl Gate {
    /// Waits until there is room for so many bytes.
    pub(super) fn admit(&self, bytes: u64) -> Admission<'_> {
        let bytes = bytes.min(MOST);
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let mut inside = self
            .left
            .wait_while(inside, |inside| *inside + bytes > MOST)
            .unwrap_or_else(PoisonError::into_inner);
        *inside += bytes;
        Admission { gate: self, bytes }
    }
}

impl Drop for Admission<'_> {
    fn drop(&mut self) {
        let mut inside = self
            .gate
            .inside
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *inside -= self.bytes;
        self.gate.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::{Gate, MOST};

    #[test]
    fn no_more_is_inside_than_may_be() {
        let (gate, inside, peak) = (Gate::default(), AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for no in 0..16 {
                let (gate, inside, peak) = (&gate, &inside, &peak);
                scope.spawn(move || {
                    let bytes = MOST / 3 + no;
                    let admission = gate.admit(bytes);
                    let now = inside.fetch_add(bytes, Ordering::SeqCst) + bytes;
                    peak.fetch_max(now, Ordering::SeqCst);
                    std::thread::yield_now();
                    inside.fetch_sub(bytes, Ordering::SeqCst);
                    drop(admission);
                });
            }
        });
        assert!(peak.load(Ordering::SeqCst) <= MOST);
        assert_eq!(*gate.inside.lock().unwrap(), 0);
    }

    #[test]
    fn a_picture_larger_than_all_room_is_let_in_alone() {
        let gate = Gate::default();
        drop(gate.admit(MOST * 5));
        drop(gate.admit(1));
    }
}
