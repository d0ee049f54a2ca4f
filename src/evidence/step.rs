//! What was done to an original on its way to the filed copy.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::copy::CopyFormat;
use super::text::Encoding;

/// One thing done to an original, for the manifest and the remarks in the exhibit list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// Turned or mirrored to stand upright, as the camera noted.
    Turned {
        /// The EXIF orientation, 2 to 8.
        orientation: u8,
    },
    /// Turned as the case says, in quarter turns clockwise.
    Rotated {
        /// 1 to 3.
        turns: u8,
    },
    /// A part was cut out, as the case says.
    Cropped,
    /// The first picture of several that follow each other in time; the others are not filed.
    FirstFrame,
    /// Only some pages are filed, as the case says.
    PagesChosen {
        /// How many are filed.
        filed: u32,
        /// How many there are.
        of: u32,
    },
    /// Ink colours (CMYK) were converted to screen colours (RGB).
    Recoloured,
    /// Transparent parts were laid on white.
    Flattened,
    /// Regions were covered with a flat colour.
    Redacted {
        /// How many boxes were burned in.
        boxes: usize,
    },
    /// Shrunk to what the page can show.
    Scaled {
        /// The width afterwards, in pixels.
        width: u32,
        /// The height afterwards, in pixels.
        height: u32,
    },
    /// Cut into page-high slices.
    Sliced {
        /// How many slices.
        parts: u32,
    },
    /// Written anew in this format; the pixels of a screen stay as they are up to the format's precision.
    Encoded {
        /// The format of the copy, or of the first slice.
        format: CopyFormat,
    },
    /// The picture data were kept bit by bit and only the metadata were left out.
    Stripped,
    /// A text was decoded.
    Decoded {
        /// The encoding that it was in.
        encoding: Encoding,
    },
    /// Messages of a chat log were left out.
    Excerpted {
        /// How many.
        omitted: u32,
    },
}

impl fmt::Display for Step {
    /// Writes the step as manifests name it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Turned { orientation } => write!(f, "turned upright (EXIF {orientation})"),
            Self::Rotated { turns } => write!(f, "rotated {} degrees", u32::from(*turns) * 90),
            Self::Cropped => f.write_str("cropped"),
            Self::FirstFrame => f.write_str("first frame"),
            Self::PagesChosen { filed, of } => write!(f, "{filed} of {of} pages"),
            Self::Recoloured => f.write_str("converted to RGB"),
            Self::Flattened => f.write_str("laid on white"),
            Self::Redacted { boxes } => write!(f, "redacted {boxes}"),
            Self::Scaled { width, height } => write!(f, "scaled to {width}x{height}"),
            Self::Sliced { parts } => write!(f, "cut into {parts} slices"),
            Self::Encoded { format } => match format {
                CopyFormat::Jpeg => f.write_str("encoded as JPEG"),
                CopyFormat::Png => f.write_str("encoded as PNG"),
            },
            Self::Stripped => f.write_str("metadata removed"),
            Self::Decoded { encoding } => write!(f, "decoded from {encoding:?}"),
            Self::Excerpted { omitted } => write!(f, "{omitted} messages left out"),
        }
    }
}
