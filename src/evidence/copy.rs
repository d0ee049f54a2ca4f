//! The filed copies of a picture.

use std::sync::Arc;

use super::encode::Encoded;
use super::original::sha256;
use super::redact::Mask;

/// A copy made from an original for filing: upright, masked and free of metadata.
#[derive(Clone, Debug)]
pub struct FiledCopy {
    /// The whole file.
    pub bytes: Arc<[u8]>,
    /// The format of `bytes`.
    pub format: CopyFormat,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// How the page should treat it.
    pub kind: CopyKind,
    /// Which slice of how many it is (第 n 段／共 m 段), if the picture was cut.
    pub part: Option<Part>,
    /// Where the copy starts in the upright original, in pixels from its top.
    pub top: u32,
    /// The width of the upright original in pixels.
    pub original_width: u32,
    /// The height of the upright original in pixels.
    pub original_height: u32,
    /// The covered regions, in pixels of this copy.
    pub masks: Vec<Mask>,
    /// SHA-256 of `bytes` as lower-case hexadecimal digits.
    pub sha256: String,
}

/// A format in which copies are filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyFormat {
    /// JPEG, grey or YCbCr, that was decoded in full or written here.
    Jpeg,
    /// PNG without transparency, 8 bits or less a channel.
    Png,
}

/// What a copy shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyKind {
    /// A whole screen, with all its pixels.
    Screen,
    /// A photo, shrunk to the page.
    Photo,
    /// A slice of a long screen, with all its pixels.
    Slice,
}

/// The place of a slice among the slices of its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The number of the slice, from 1.
    pub no: u32,
    /// How many slices there are.
    pub of: u32,
}

impl FiledCopy {
    /// Makes the copy of a whole picture whose upright original has this size.
    pub(super) fn whole(
        encoded: Encoded,
        kind: CopyKind,
        original: (u32, u32),
        masks: Vec<Mask>,
    ) -> Self {
        Self {
            sha256: sha256(&encoded.bytes),
            bytes: encoded.bytes.into(),
            format: encoded.format,
            width: encoded.width,
            height: encoded.height,
            kind,
            part: None,
            top: 0,
            original_width: original.0,
            original_height: original.1,
            masks,
        }
    }

    /// Makes this copy a slice that starts `top` pixels down the original.
    pub(super) fn sliced(self, part: Part, top: u32) -> Self {
        Self {
            kind: CopyKind::Slice,
            part: Some(part),
            top,
            ..self
        }
    }
}
