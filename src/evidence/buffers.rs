//! Memory that is handed from one picture to the next.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fast_image_resize::Resizer;

use super::gate::{Admission, Gate};

/// The most bytes of a buffer that is kept; the pixels of 16 megapixels take 48 million.
const MOST_KEPT: usize = 64 * 1024 * 1024;

/// How many buffers are kept for each worker: a file, its pixels, and these shrunk and turned.
const EACH_WORKER: usize = 4;

/// The memory of pictures that are done with, for those that follow.
///
/// The system gives fresh memory page by page, which took a fifth of the time of a photo.
/// About as much is kept as the workers have in use at once, and it goes when the batch is done.
#[derive(Debug, Default)]
pub struct Buffers {
    /// Buffers of samples and of files.
    bytes: Mutex<Vec<Vec<u8>>>,
    /// Scalers with the buffers between their two passes.
    scalers: Mutex<Vec<Resizer>>,
    /// How much is decoded at once.
    gate: Gate,
}

impl Buffers {
    /// Returns an empty buffer with room for `length` bytes.
    pub(super) fn empty(&self, length: usize) -> Vec<u8> {
        let mut buffer = self
            .fitting(length)
            .unwrap_or_else(|| Vec::with_capacity(length));
        buffer.clear();
        buffer
    }

    /// Returns a buffer of `length` zeroes: a picture never shows pixels of the one before.
    pub(super) fn zeroed(&self, length: usize) -> Vec<u8> {
        match self.fitting(length) {
            Some(mut buffer) => {
                buffer.clear();
                buffer.resize(length, 0);
                buffer
            }
            None => vec![0; length],
        }
    }

    /// Takes back a buffer that is done with.
    pub(super) fn give(&self, buffer: Vec<u8>) {
        if buffer.capacity() > MOST_KEPT {
            return;
        }
        let mut kept = locked(&self.bytes);
        kept.push(buffer);
        if kept.len() > EACH_WORKER * rayon::current_num_threads() {
            let smallest = (0..kept.len()).min_by_key(|at| kept[*at].capacity());
            smallest.map(|at| kept.swap_remove(at));
        }
    }

    /// Waits until a picture of so many pixels may be decoded; it holds its pixels, turned or shrunk, up to three times.
    pub(super) fn admit(&self, pixels: u64) -> Admission<'_> {
        self.gate.admit(pixels * 3 * 3)
    }

    /// Lends a scaler to `work`.
    pub(super) fn with_scaler<T>(&self, work: impl FnOnce(&mut Resizer) -> T) -> T {
        let mut scaler = locked(&self.scalers).pop().unwrap_or_default();
        let done = work(&mut scaler);
        if scaler.size_of_internal_buffers() <= MOST_KEPT {
            locked(&self.scalers).push(scaler);
        }
        done
    }

    /// Takes out the smallest buffer with room for `length` bytes.
    fn fitting(&self, length: usize) -> Option<Vec<u8>> {
        let mut kept = locked(&self.bytes);
        // A buffer that is many times too large is left to a picture that needs it.
        let fitting = (0..kept.len())
            .filter(|at| (length..=length.saturating_mul(4)).contains(&kept[*at].capacity()))
            .min_by_key(|at| kept[*at].capacity());
        fitting.map(|at| kept.swap_remove(at))
    }
}

/// Locks a list; a worker that panicked left it whole.
fn locked<T>(list: &Mutex<Vec<T>>) -> MutexGuard<'_, Vec<T>> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::Buffers;

    #[test]
    fn a_buffer_comes_back_empty_or_black() {
        let buffers = Buffers::default();
        buffers.give(vec![7; 1000]);
        let again = buffers.zeroed(900);
        assert_eq!((again.len(), again.capacity()), (900, 1000));
        assert!(again.iter().all(|byte| *byte == 0));
        buffers.give(again);
        assert!(buffers.empty(900).is_empty());
    }

    #[test]
    fn a_batch_of_many_sizes_keeps_few_buffers() {
        let buffers = Buffers::default();
        for length in (100..100_000).step_by(100) {
            buffers.give(Vec::with_capacity(length));
        }
        let most = super::EACH_WORKER * rayon::current_num_threads();
        assert_eq!(super::locked(&buffers.bytes).len(), most);
        assert!(buffers.empty(99_900).capacity() >= 99_900);
    }

    #[test]
    fn a_small_picture_leaves_a_large_buffer_to_a_large_one() {
        let buffers = Buffers::default();
        buffers.give(Vec::with_capacity(1000));
        buffers.give(Vec::with_capacity(100_000));
        assert!(buffers.empty(900).capacity() < 100_000);
        assert!(buffers.empty(90_000).capacity() >= 100_000);
    }
}
