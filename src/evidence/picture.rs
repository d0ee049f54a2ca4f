//! The way of a picture from its original to the filed copies, page by page.

use std::io::Cursor;

use image::ImageReader;

use super::buffers::Buffers;
use super::camera;
use super::copy::{CopyFormat, CopyKind, FiledCopy, Part, Region};
use super::decoded::{Decoded, MOST_PIXELS, Wish};
use super::drawing::{Format, Order};
use super::encode::{self, Encoded};
use super::fault::{Fault, Notice};
use super::genre::{Genre, genre, is_wide};
use super::kind::Kind;
use super::raster::Raster;
use super::redact::{self, Mask};
use super::sandbox::Darkroom;
use super::slice::cuts;
use super::squeeze::Squeeze;
use super::step::Step;
use super::tiff_file::TiffFile;
use super::treatment::{Area, PageArea, PageRoom, Treatment};
use super::{Content, Ingested, Item};

/// Ingests a picture of a known kind.
pub(super) fn ingest(
    item: &Item,
    kind: Kind,
    notices: Vec<Notice>,
    buffers: &Buffers,
    darkroom: &Darkroom,
) -> Result<Ingested, Fault> {
    let bytes = &item.original.bytes;
    let _admission = buffers.admit(measured(bytes));
    let mut reel = Reel::new(&item.treatment, bytes.len(), buffers);
    reel.notices = notices;
    let mut taken = None;
    if kind == Kind::Tiff {
        let mut file = TiffFile::open(bytes)?;
        for page in reel.chosen(file.len())? {
            let read = file.page(page.no)?;
            reel.add(page, read.decoded, read.orientation, Genre::Page)?;
        }
    } else if let Some(format) = Format::of(kind) {
        // The decoder has turned the picture already, whatever the camera noted.
        let notes = camera::read(bytes);
        let order = Order::new(format, &item.treatment);
        let mut first = true;
        let remarks = darkroom.draw(&order, bytes, &mut |page| {
            if std::mem::take(&mut first) {
                reel.chosen(page.part.of)?;
            }
            let genre = page.genre(kind, notes.exposed);
            reel.add(page.part, Decoded::whole(page.raster), 1, genre)
        })?;
        reel.notices.extend(remarks);
        taken = notes.taken;
        reel.edited(notes.edited);
    } else {
        let notes = camera::read(bytes);
        let upright = |(width, height)| {
            if notes.orientation >= 5 {
                (height, width)
            } else {
                (width, height)
            }
        };
        for page in reel.chosen(1)? {
            let wish = Wish {
                own: notes.orientation == 1 && !reel.alters(page.no),
                buffers,
            };
            let decoded = Decoded::read(bytes, kind, &wish)?;
            let (width, height) = upright(decoded.size);
            let genre = genre(kind, width, height, notes.exposed);
            reel.add(page, decoded, notes.orientation, genre)?;
        }
        taken = notes.taken;
        reel.edited(notes.edited);
    }
    Ok(Ingested {
        fingerprint: item.original.fingerprint.clone(),
        content: Content::Pictures(reel.copies),
        steps: reel.steps,
        notices: reel.notices,
        taken,
    })
}

/// The pixels that a file claims to have, bounded; of a file that does not tell at once, those of a page.
fn measured(bytes: &[u8]) -> u64 {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let size = reader.ok().and_then(|reader| reader.into_dimensions().ok());
    let pixels = size.map_or(A_PAGE, |(width, height)| {
        u64::from(width) * u64::from(height)
    });
    pixels.min(MOST_PIXELS)
}

/// The pixels of a page of paper as it is drawn.
const A_PAGE: u64 = 4_000_000;

/// The filed copies of an original, as its pages come in one after another.
pub(super) struct Reel<'a> {
    treatment: &'a Treatment,
    /// The length of the original in bytes.
    weight: usize,
    buffers: &'a Buffers,
    copies: Vec<FiledCopy>,
    steps: Vec<Step>,
    notices: Vec<Notice>,
}

impl<'a> Reel<'a> {
    /// A reel without pages, for an original of so many bytes.
    pub(super) fn new(treatment: &'a Treatment, weight: usize, buffers: &'a Buffers) -> Self {
        Self {
            treatment,
            weight,
            buffers,
            copies: Vec::new(),
            steps: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// The pages that are filed of an original with so many, after a look at whether the case names pages that it
    /// lacks or does not file.
    pub(super) fn chosen(&mut self, of: u32) -> Result<Vec<Part>, Fault> {
        let last = self.treatment.last_page();
        if last > of {
            return Err(Fault::NoSuchPage {
                page: last,
                pages: of,
            });
        }
        let chosen: Vec<Part> = (1..=of)
            .filter(|no| self.treatment.takes(*no))
            .map(|no| Part { no, of })
            .collect();
        let boxes = self.treatment.boxes.iter().chain(&self.treatment.crops);
        let pageless = boxes
            .map(|one| one.page)
            .filter(|page| !chosen.iter().any(|part| part.no == *page));
        self.notices
            .extend(pageless.map(|page| Notice::BoxOnNoPage { page }));
        if chosen.len() < of as usize {
            self.steps.push(Step::PagesChosen {
                filed: u32::try_from(chosen.len()).unwrap_or(of),
                of,
            });
        }
        Ok(chosen)
    }

    /// Whether the case wants a page turned, cut or covered.
    fn alters(&self, page: u32) -> bool {
        let on_page = |all: &[PageArea]| all.iter().any(|one| one.page == page);
        self.treatment.turns != 0
            || on_page(&self.treatment.boxes)
            || on_page(&self.treatment.crops)
    }

    /// Adds a page: turned upright, covered, cut out and encoded.
    pub(super) fn add(
        &mut self,
        page: Part,
        decoded: Decoded,
        orientation: u8,
        genre: Genre,
    ) -> Result<(), Fault> {
        let turns = self.treatment.turns;
        let Decoded {
            mut raster,
            size,
            step,
            stripped,
        } = decoded;
        self.did(step);
        let sideways = (orientation >= 5) != (turns % 2 == 1);
        let flipped = |(w, h): (u32, u32)| if sideways { (h, w) } else { (w, h) };
        let whole = flipped(size);
        let room = self.treatment.room;
        let turned = orientation != 1 || turns != 0;
        if turned {
            // Boxes lie on the upright original; without any it is cheaper to turn what was shrunk already.
            let small = shrunk(whole, room, self.treatment.squeeze.photo_dpi());
            let untouched = self.treatment.boxes.is_empty() && self.treatment.crops.is_empty();
            if genre == Genre::Photo && untouched && small != whole {
                let (width, height) = flipped(small);
                raster = raster.scaled(width, height, self.buffers)?;
            }
            raster = raster
                .upright(orientation, self.buffers)
                .rotated(turns, self.buffers);
            self.did((orientation != 1).then_some(Step::Turned { orientation }));
            self.did((turns != 0).then_some(Step::Rotated { turns }));
        }
        let boxes: Vec<(usize, Area)> = self
            .treatment
            .boxes
            .iter()
            .enumerate()
            .filter(|(_, one)| one.page == page.no)
            .map(|(no, one)| (no, one.area))
            .collect();
        let (mut masks, warnings) = redact::plan(&raster, &boxes);
        self.notices.extend(warnings);
        if !masks.is_empty() {
            redact::burn(&mut raster, &masks);
            self.did(Some(Step::Redacted { boxes: masks.len() }));
        }
        let mut region = Region::all(whole);
        let mut crops = self.treatment.crops.iter();
        if let Some(crop) = crops.find(|one| one.page == page.no) {
            let outside = || Fault::CropOutside {
                page: page.no,
                width: whole.0,
                height: whole.1,
            };
            region = crop.area.on(whole).ok_or_else(outside)?;
            raster = raster.cropped(region, self.buffers);
            masks = masks.iter().filter_map(|one| one.within(region)).collect();
            redact::burn(&mut raster, &masks);
            self.did(Some(Step::Cropped));
        }
        let upright = Upright {
            raster,
            region,
            whole,
            masks,
            stripped: stripped.filter(|_| !turned && !self.alters(page.no)),
            weight: self.weight,
            room,
            squeeze: self.treatment.squeeze,
        };
        let copies = match genre {
            Genre::Photo => vec![upright.photo(&mut self.steps, self.buffers)?],
            Genre::Page => vec![upright.page(&mut self.steps, self.buffers)?],
            Genre::Screen => upright.screen(&mut self.steps, self.buffers)?,
        };
        let page = (page.of > 1).then_some(page);
        self.copies
            .extend(copies.into_iter().map(|copy| FiledCopy { page, ..copy }));
        // What was done to one page need not be told of each.
        let mut told: Vec<Step> = Vec::new();
        self.steps.retain(|step| {
            let new = !told.contains(step);
            told.push(*step);
            new
        });
        Ok(())
    }

    /// Notes the editor that says it has written the original.
    fn edited(&mut self, editor: Option<&str>) {
        let notice = |program: &str| Notice::Edited {
            program: program.to_owned(),
        };
        self.notices.extend(editor.map(notice));
    }

    /// Notes what was done.
    fn did(&mut self, step: Option<Step>) {
        self.steps.extend(step);
    }
}

/// A picture that stands upright, cut out, with its redactions burned in.
struct Upright {
    /// The pixels; of a photo perhaps already shrunk.
    raster: Raster,
    /// The part of the upright original that it shows.
    region: Region,
    /// The size of the upright original in pixels.
    whole: (u32, u32),
    /// The covered regions, in pixels of `region`.
    masks: Vec<Mask>,
    /// The original's own data without metadata, if nothing but metadata stands between them and the copy.
    stripped: Option<Encoded>,
    /// The length of the original in bytes.
    weight: usize,
    /// The room on the page.
    room: PageRoom,
    /// How far bytes are saved.
    squeeze: Squeeze,
}

impl Upright {
    /// Its size in pixels of the original.
    fn size(&self) -> (u32, u32) {
        (self.region.width, self.region.height)
    }

    /// Makes a copy of all that it shows.
    fn copy(&self, file: Encoded, kind: CopyKind, masks: Vec<Mask>) -> FiledCopy {
        FiledCopy::new(file, kind, self.region, self.whole, masks)
    }

    /// Shrinks the pixels to a size and returns the masks that then hold.
    fn shrink(
        &mut self,
        target: (u32, u32),
        steps: &mut Vec<Step>,
        buffers: &Buffers,
    ) -> Result<Vec<Mask>, Fault> {
        let size = self.size();
        if target == size {
            return Ok(self.masks.clone());
        }
        let masks: Vec<Mask> = self
            .masks
            .iter()
            .map(|mask| mask.scaled(size, target))
            .collect();
        if (self.raster.width, self.raster.height) != target {
            let pixels = Raster {
                width: self.raster.width,
                height: self.raster.height,
                pixels: std::mem::take(&mut self.raster.pixels),
            };
            self.raster = pixels.scaled(target.0, target.1, buffers)?;
            // The covered regions are flat again to the pixel, after scaling blurred their edges.
            redact::burn(&mut self.raster, &masks);
        }
        steps.push(Step::Scaled {
            width: target.0,
            height: target.1,
        });
        Ok(masks)
    }

    /// Makes the copy of a photo: shrunk to the page, and its own data where they are no larger than what was made of them.
    fn photo(mut self, steps: &mut Vec<Step>, buffers: &Buffers) -> Result<FiledCopy, Fault> {
        let own = self
            .stripped
            .take()
            .filter(|file| file.format == CopyFormat::Jpeg);
        let target = shrunk(self.size(), self.room, self.squeeze.photo_dpi());
        let kept = target == self.size() && self.squeeze == Squeeze::default();
        if let (true, Some(file)) = (kept, &own) {
            steps.push(Step::Stripped);
            let file = file.clone();
            return Ok(self.copy(file, CopyKind::Photo, Vec::new()));
        }
        let mut made = Vec::new();
        let masks = self.shrink(target, &mut made, buffers)?;
        let qualities = self.squeeze.photo_qualities();
        let encoded = encode::photo(&self.raster, !masks.is_empty(), qualities, self.weight)?;
        buffers.give(std::mem::take(&mut self.raster.pixels));
        if let Some(file) = own.filter(|file| file.bytes.len() <= encoded.bytes.len()) {
            steps.push(Step::Stripped);
            return Ok(self.copy(file, CopyKind::Photo, Vec::new()));
        }
        steps.extend(made);
        steps.push(Step::Encoded {
            format: encoded.format,
        });
        Ok(self.copy(encoded, CopyKind::Photo, masks))
    }

    /// Makes the copy of a page of paper: shrunk to the page, in full colour.
    fn page(mut self, steps: &mut Vec<Step>, buffers: &Buffers) -> Result<FiledCopy, Fault> {
        let target = shrunk(self.size(), self.room, self.squeeze.page_dpi());
        let masks = self.shrink(target, steps, buffers)?;
        let encoded = encode::screen(&self.raster, 0, self.raster.height)?;
        steps.push(Step::Encoded {
            format: encoded.format,
        });
        buffers.give(std::mem::take(&mut self.raster.pixels));
        Ok(self.copy(encoded, CopyKind::Page, masks))
    }

    /// Makes the copies of a screen: all its pixels unless bytes have to be saved, in one piece or in slices.
    fn screen(mut self, steps: &mut Vec<Step>, buffers: &Buffers) -> Result<Vec<FiledCopy>, Fault> {
        let (width, height) = self.size();
        let most = self.squeeze.screen_width(is_wide(width, height));
        if width > most {
            let height = u64::from(height) * u64::from(most) / u64::from(width);
            let target = (most, u32::try_from(height).unwrap_or(u32::MAX).max(1));
            self.masks = self.shrink(target, steps, buffers)?;
            self.stripped = None;
        }
        let drawn = (self.raster.width, self.raster.height);
        let slices = cuts(&self.raster, self.room);
        if slices.len() == 1 {
            let file = whole_screen(&self.raster, self.stripped.take(), steps)?;
            buffers.give(std::mem::take(&mut self.raster.pixels));
            let masks = std::mem::take(&mut self.masks);
            return Ok(vec![self.copy(file, CopyKind::Screen, masks)]);
        }
        let of = u32::try_from(slices.len()).unwrap_or(u32::MAX);
        steps.push(Step::Sliced { parts: of });
        let mut copies = Vec::with_capacity(slices.len());
        for (no, rows) in (1..).zip(slices) {
            let slice = Region::all(drawn).rows(&rows);
            // A mask that the cut parts grows to whole blocks of the slice, and is flat in all of them.
            let masks: Vec<Mask> = self
                .masks
                .iter()
                .filter_map(|mask| mask.within(slice))
                .collect();
            redact::burn_at(&mut self.raster, &masks, slice.top);
            let encoded = encode::screen(&self.raster, rows.start, rows.end)?;
            if no == 1 {
                steps.push(Step::Encoded {
                    format: encoded.format,
                });
            }
            // What the slice shows is told in pixels of the original, of which a row may hold several.
            let original = |row: u32| {
                let row = u64::from(row) * u64::from(height) / u64::from(drawn.1.max(1));
                u32::try_from(row).unwrap_or(u32::MAX)
            };
            let region = self
                .region
                .rows(&(original(rows.start)..original(rows.end)));
            let copy = FiledCopy::new(encoded, CopyKind::Slice, region, self.whole, masks);
            copies.push(FiledCopy {
                part: Some(Part { no, of }),
                ..copy
            });
        }
        buffers.give(std::mem::take(&mut self.raster.pixels));
        Ok(copies)
    }
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

/// Returns the size in pixels at which a picture fills the page at a resolution in dots per inch; its own size if it has no more pixels.
fn shrunk((width, height): (u32, u32), room: PageRoom, dpi: u32) -> (u32, u32) {
    // A tenth of a millimetre is 1/254 inch.
    let most_width = (u64::from(room.width) * u64::from(dpi) + 127) / 254;
    let most_height = (u64::from(room.height) * u64::from(dpi) + 127) / 254;
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
