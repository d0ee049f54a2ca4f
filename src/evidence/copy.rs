//! The filed copies of a picture.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::encode::Encoded;
use super::original::sha256;
use super::redact::Mask;

/// A copy made from an original for filing: upright, masked and free of metadata.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledCopy {
    /// The whole file.
    #[serde(skip)]
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
    /// Which page of how many of the original it is, if that has several.
    pub page: Option<Part>,
    /// What the copy shows of the upright page, in pixels of that.
    pub region: Region,
    /// The width and height of the upright page in pixels.
    pub whole: (u32, u32),
    /// The covered regions, in pixels of this copy.
    pub masks: Vec<Mask>,
    /// SHA-256 of `bytes` as lower-case hexadecimal digits.
    pub sha256: String,
}

/// A format in which copies are filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CopyFormat {
    /// JPEG, grey or YCbCr, that was decoded in full or written here.
    Jpeg,
    /// PNG without transparency, 8 bits or less a channel.
    Png,
}

/// What a copy shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CopyKind {
    /// A whole screen, with all its pixels.
    Screen,
    /// A photo, shrunk to the page.
    Photo,
    /// A slice of a long screen, with all its pixels.
    Slice,
    /// A page of paper: a scan or a page of a document.
    Page,
}

/// The place of a slice among the slices of its picture, or of a page among the pages of its original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    /// Its number, from 1.
    pub no: u32,
    /// How many there are.
    pub of: u32,
}

/// A rectangle in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Region {
    /// The left edge.
    pub left: u32,
    /// The upper edge.
    pub top: u32,
    /// The width.
    pub width: u32,
    /// The height.
    pub height: u32,
}

impl Region {
    /// All of a picture of this size.
    pub(super) fn all((width, height): (u32, u32)) -> Self {
        Self {
            left: 0,
            top: 0,
            width,
            height,
        }
    }

    /// The rows `rows` of this rectangle.
    pub(super) fn rows(self, rows: &Range<u32>) -> Self {
        Self {
            top: self.top + rows.start,
            height: rows.end - rows.start,
            ..self
        }
    }
}

impl FiledCopy {
    /// Makes the copy that shows a region of an upright page of this size.
    pub(super) fn new(
        encoded: Encoded,
        kind: CopyKind,
        region: Region,
        whole: (u32, u32),
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
            page: None,
            region,
            whole,
            masks,
        }
    }
}
