//! The way of a picture from its original to the filed copies.

use super::buffers::Buffers;
use super::camera;
use super::copy::{CopyFormat, CopyKind, FiledCopy, Part};
use super::decoded::{Decoded, Wish};
use super::encode::{self, Encoded};
use super::fault::{Fault, Notice};
use super::genre::{Genre, genre};
use super::kind::Kind;
use super::original::Fingerprint;
use super::raster::Raster;
use super::redact::{self, Mask};
use super::slice::cuts;
use super::step::Step;
use super::treatment::PageRoom;
use super::{Content, Ingested, Item};

/// The resolution of photos on the page, in dots per inch.
const PHOTO_DPI: u64 = 200;

/// A picture that stands upright with its redactions burned in.
struct Upright {
    /// The pixels; of a photo perhaps already shrunk.
    raster: Raster,
    /// The size of the upright original in pixels.
    size: (u32, u32),
    /// The covered regions of the upright original.
    masks: Vec<Mask>,
    /// The original's own data without metadata, if nothing but metadata stands between them and the copy.
    stripped: Option<Encoded>,
    /// The length of the original in bytes.
    weight: usize,
    /// The room on the page.
    room: PageRoom,
}

/// Ingests a picture of a known kind.
pub(super) fn ingest(
    item: &Item,
    kind: Kind,
    mut notices: Vec<Notice>,
    buffers: &Buffers,
) -> Result<Ingested, Fault> {
    let bytes = &item.original.bytes;
    let (boxes, room) = (&item.treatment.boxes, item.treatment.room);
    let notes = camera::read(bytes);
    let turned = notes.orientation != 1;
    let upright = |width, height| {
        if notes.orientation >= 5 {
            (height, width)
        } else {
            (width, height)
        }
    };
    let genre_of = |(width, height)| genre(kind, width, height, notes.exposed);
    let wish = Wish {
        own: !turned && boxes.is_empty(),
        buffers,
    };
    let Decoded {
        mut raster,
        size,
        step,
        stripped,
    } = Decoded::read(bytes, kind, &wish)?;
    let mut steps: Vec<Step> = step.into_iter().collect();
    let size = upright(size.0, size.1);
    let genre = genre_of(size);
    if turned {
        // Boxes lie on the upright original; without any it is cheaper to turn what was shrunk already.
        let (width, height) = shrunk(size, room);
        if genre == Genre::Photo && boxes.is_empty() && (width, height) != size {
            let (width, height) = upright(width, height);
            raster = raster.scaled(width, height, buffers)?;
        }
        raster = raster.upright(notes.orientation, buffers);
        steps.push(Step::Turned {
            orientation: notes.orientation,
        });
    }
    let (masks, warnings) = redact::plan(&raster, boxes);
    notices.extend(warnings);
    if !masks.is_empty() {
        redact::burn(&mut raster, &masks);
        steps.push(Step::Redacted { boxes: masks.len() });
    }
    let upright = Upright {
        raster,
        size,
        masks,
        stripped,
        weight: bytes.len(),
        room,
    };
    let copies = match genre {
        Genre::Photo => vec![photo(upright, &mut steps, buffers)?],
        Genre::Screen => screen(upright, &mut steps, buffers)?,
    };
    let fingerprint = Fingerprint::of(bytes);
    Ok(Ingested {
        fingerprint,
        content: Content::Pictures(copies),
        steps,
        notices,
        taken: notes.taken,
    })
}

/// Makes the copy of a photo: shrunk to the page, and its own data where they are no larger than what was made of them.
fn photo(picture: Upright, steps: &mut Vec<Step>, buffers: &Buffers) -> Result<FiledCopy, Fault> {
    let Upright {
        mut raster,
        size,
        masks,
        stripped,
        weight,
        room,
    } = picture;
    let target = shrunk(size, room);
    let stripped = stripped.filter(|file| file.format == CopyFormat::Jpeg);
    if target == size
        && let Some(file) = stripped
    {
        steps.push(Step::Stripped);
        return Ok(FiledCopy::whole(file, CopyKind::Photo, size, masks));
    }
    let scaled_masks: Vec<Mask> = masks.iter().map(|mask| mask.scaled(size, target)).collect();
    if (raster.width, raster.height) != target {
        raster = raster.scaled(target.0, target.1, buffers)?;
        // The covered regions are flat again to the pixel, after scaling blurred their edges.
        redact::burn(&mut raster, &scaled_masks);
    }
    let encoded = encode::photo(&raster, !masks.is_empty(), weight)?;
    buffers.give(raster.pixels);
    if let Some(file) = stripped.filter(|file| file.bytes.len() <= encoded.bytes.len()) {
        steps.push(Step::Stripped);
        return Ok(FiledCopy::whole(file, CopyKind::Photo, size, masks));
    }
    if target != size {
        steps.push(Step::Scaled {
            width: target.0,
            height: target.1,
        });
    }
    steps.push(Step::Encoded {
        format: encoded.format,
    });
    Ok(FiledCopy::whole(
        encoded,
        CopyKind::Photo,
        size,
        scaled_masks,
    ))
}

/// Makes the copies of a screen: all its pixels, in one piece or in slices.
fn screen(
    picture: Upright,
    steps: &mut Vec<Step>,
    buffers: &Buffers,
) -> Result<Vec<FiledCopy>, Fault> {
    let Upright {
        raster,
        size,
        masks,
        stripped,
        room,
        ..
    } = picture;
    let slices = cuts(size.1, size.0, room);
    if slices.len() == 1 {
        let file = whole_screen(&raster, stripped, steps)?;
        buffers.give(raster.pixels);
        return Ok(vec![FiledCopy::whole(file, CopyKind::Screen, size, masks)]);
    }
    let of = u32::try_from(slices.len()).unwrap_or(u32::MAX);
    steps.push(Step::Sliced { parts: of });
    let mut copies = Vec::with_capacity(slices.len());
    for (no, rows) in (1..).zip(slices) {
        let encoded = encode::screen(&raster, rows.start, rows.end)?;
        if no == 1 {
            steps.push(Step::Encoded {
                format: encoded.format,
            });
        }
        let inside = masks
            .iter()
            .filter_map(|mask| mask.within(rows.start, rows.end))
            .collect();
        let copy = FiledCopy::whole(encoded, CopyKind::Slice, size, inside);
        copies.push(copy.sliced(Part { no, of }, rows.start));
    }
    buffers.give(raster.pixels);
    Ok(copies)
}

/// Returns the file of a screen in one piece: its own data, unless they are a PNG and a JPEG of them is smaller.
fn whole_screen(
    raster: &Raster,
    stripped: Option<Encoded>,
    steps: &mut Vec<Step>,
) -> Result<Encoded, Fault> {
    let encoded = match stripped {
        // A JPEG loses with every encoding, so its own data are always the better copy.
        Some(file) if file.format == CopyFormat::Jpeg => {
            steps.push(Step::Stripped);
            return Ok(file);
        }
        // Writing a PNG anew takes five times as long as a JPEG and saves one byte in thirty.
        Some(file) => {
            let Some(jpeg) = encode::smaller_jpeg(raster, file.bytes.len()) else {
                steps.push(Step::Stripped);
                return Ok(file);
            };
            jpeg
        }
        None => encode::screen(raster, 0, raster.height)?,
    };
    steps.push(Step::Encoded {
        format: encoded.format,
    });
    Ok(encoded)
}

/// Returns the size in pixels at which a photo fills the page at 200 dpi; its own size if it has no more pixels.
fn shrunk((width, height): (u32, u32), room: PageRoom) -> (u32, u32) {
    // A tenth of a millimetre is 1/254 inch.
    let most_width = (u64::from(room.width) * PHOTO_DPI + 127) / 254;
    let most_height = (u64::from(room.height) * PHOTO_DPI + 127) / 254;
    let (w, h) = (u64::from(width), u64::from(height));
    if w <= most_width && h <= most_height {
        return (width, height);
    }
    let pixels = |numerator: u64, denominator: u64| {
        u32::try_from((numerator + denominator / 2) / denominator)
            .unwrap_or(u32::MAX)
            .max(1)
    };
    if w * most_height > h * most_width {
        (pixels(most_width, 1), pixels(h * most_width, w))
    } else {
        (pixels(w * most_height, h), pixels(most_height, 1))
    }
}
