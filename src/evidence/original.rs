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
        Self {
            sha256: sha256(bytes),
            bytes: bytes.len() as u64,
        }
    }
}

/// Returns the SHA-256 of these bytes as lower-case hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
