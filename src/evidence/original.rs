//! Originals and the hashes that identify them.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One original file as it was read; it is never modified.
#[derive(Clone, Debug)]
pub struct Original {
    /// The file name as written in the case, relative to it.
    pub name: String,
    /// The whole content.
    pub bytes: Vec<u8>,
    /// Identifies the content.
    pub fingerprint: Fingerprint,
}

impl Original {
    /// An original of this name with this content.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            fingerprint: Fingerprint::of(&bytes),
            bytes,
        }
    }
}

/// What identifies a file: its length and its hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fingerprint {
    /// SHA-256 as 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// The length in bytes.
    pub bytes: u64,
}

impl Fingerprint {
    /// Returns the fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = Hasher::default();
        hasher.add(bytes);
        hasher.fingerprint()
    }
}

/// Takes the fingerprint of what comes piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Hasher {
    digest: Sha256,
    bytes: u64,
}

impl Hasher {
    /// Adds bytes at the end.
    pub fn add(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
    }

    /// The fingerprint of all that was added.
    pub fn fingerprint(self) -> Fingerprint {
        let mut sha256 = String::with_capacity(64);
        for byte in self.digest.finalize() {
            // Writing to a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Fingerprint {
            sha256,
            bytes: self.bytes,
        }
    }
}

/// Returns the SHA-256 of these bytes as lower-case hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Fingerprint::of(bytes).sha256
}
