//! From pages to PDF, PNG and plain text.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use typst::foundations::{Datetime, Label, NativeElement, Selector, Smart};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Frame, FrameItem};
use typst::pdf::AttachElem;
use typst::utils::{PicoStr, Scalar};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use super::Document;
use super::bind::{Bound, Carried, Piece};

/// Why pages could not be exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportError {
    /// What the exporter says, one line for each problem.
    pub messages: Vec<String>,
}

impl Document {
    /// First and last page of each exhibit, by its number: where the page library marks its start and end.
    pub fn exhibit_pages(&self) -> BTreeMap<u32, (usize, usize)> {
        let mut pages = BTreeMap::new();
        let introspector = self.pages.introspector();
        let Some(label) = Label::new(PicoStr::intern("exhibit")) else {
            return pages;
        };
        for mark in introspector.query(&Selector::Label(label)) {
            let number = mark.to_packed::<MetadataElem>().and_then(|mark| {
                let number = mark.value.clone().cast::<i64>().ok()?;
                u32::try_from(number).ok()
            });
            let page = mark.location().and_then(|at| introspector.page(at));
            if let (Some(number), Some(page)) = (number, page) {
                let span = pages.entry(number).or_insert((page.get(), page.get()));
                *span = (span.0.min(page.get()), span.1.max(page.get()));
            }
        }
        pages
    }

    /// How many pages there are.
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }

    /// The whole of [`Document::bound`] for a document that carries no files of others.
    pub fn pdf(&self, name: &str, date: NaiveDate) -> Result<Vec<u8>, ExportError> {
        let bound = self.bound(name, date, &[])?;
        let pieces = bound.pieces().filter_map(|piece| match piece {
            Piece::Bytes(bytes) => Some(bytes),
            Piece::File(_) => None,
        });
        Ok(pieces.collect::<Vec<_>>().concat())
    }

    /// The document as PDF/A-2a, or PDF/A-3a where it carries files, and PDF/UA-1, in pieces; the same pages, date, name
    /// and files always give the same bytes.
    pub fn bound(
        &self,
        name: &str,
        date: NaiveDate,
        files: &[Carried],
    ) -> Result<Bound, ExportError> {
        let attached = self.pages.introspector().query(&AttachElem::ELEM.select());
        let level = if attached.is_empty() {
            PdfStandard::A_2a
        } else {
            PdfStandard::A_3a
        };
        let standards =
            PdfStandards::new(&[level, PdfStandard::Ua_1]).map_err(|error| ExportError {
                messages: vec![error.message().to_string()],
            })?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("tousu {name}")),
            creator: Smart::Custom(Some(
                concat!("tousu ", env!("CARGO_PKG_VERSION")).to_owned(),
            )),
            timestamp: datetime(date).map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.pages, &options).map_err(|errors| ExportError {
            messages: errors
                .iter()
                .map(|error| error.message.to_string())
                .collect(),
        })?;
        Bound::new(pdf, files, &self.pictures).map_err(|why| ExportError {
            messages: vec![why.to_owned()],
        })
    }

    /// One picture of each page, as PNG, at 144 dots per inch.
    pub fn png(&self) -> Result<Vec<Vec<u8>>, ExportError> {
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(2.0),
            ..RenderOptions::default()
        };
        let whole;
        let pages = if self.pictures.is_empty() {
            &self.pages
        } else {
            whole = super::pages(&self.manuscript).map_err(|found| ExportError {
                messages: found.into_iter().map(|one| one.message).collect(),
            })?;
            &whole
        };
        let pages = pages
            .pages()
            .iter()
            .map(|page| typst_render::render(page, &options).encode_png());
        pages
            .collect::<Result<_, _>>()
            .map_err(|error| ExportError {
                messages: vec![error.to_string()],
            })
    }

    /// The text of each page as it was drawn, line by line, with `<image>` where a picture stands.
    pub fn page_texts(&self) -> Vec<String> {
        self.pages
            .pages()
            .iter()
            .map(|page| frame_text(&page.frame))
            .collect()
    }

    /// The characters that came out as an empty box because their face has no glyph for them: there must be none.
    pub fn missing_glyphs(&self) -> Vec<String> {
        let mut found = Vec::new();
        for page in self.pages.pages() {
            walk(&page.frame, &mut |_, item| {
                if let FrameItem::Text(text) = item {
                    let missing = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                    found.extend(
                        missing.filter_map(|glyph| text.text.get(glyph.range()).map(str::to_owned)),
                    );
                }
            });
        }
        found
    }
}

impl Document {
    /// Words that stand beyond the edge of their page, with the number of the page: there must be none.
    pub fn off_the_page(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (index, page) in self.pages.pages().iter().enumerate() {
            let (right, bottom) = (
                tenths(page.frame.width().to_pt()),
                tenths(page.frame.height().to_pt()),
            );
            walk(&page.frame, &mut |(x, y), item| {
                if let FrameItem::Text(text) = item {
                    let end = x + tenths(text.width().to_pt());
                    if x < 0 || y < 0 || end > right || y > bottom {
                        found.push((index + 1, text.text.to_string()));
                    }
                }
            });
        }
        found
    }
}

fn datetime(date: NaiveDate) -> Option<Datetime> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    Datetime::from_ymd_hms(date.year(), month, day, 0, 0, 0)
}

/// A piece of a page: where its baseline lies, and what it says.
struct Drawn {
    y: i64,
    x: i64,
    text: String,
}

fn frame_text(frame: &Frame) -> String {
    let mut pieces = Vec::new();
    walk(frame, &mut |(x, y), item| {
        let text = match item {
            FrameItem::Text(text) => text.text.to_string(),
            FrameItem::Image(..) => "<image>".to_owned(),
            _ => return,
        };
        pieces.push(Drawn { y, x, text });
    });
    pieces.sort_by_key(|piece| (piece.y, piece.x));
    let mut lines: Vec<(i64, String)> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            // Two points of baseline are one line: labels are set smaller than what they stand beside.
            Some((y, line)) if piece.y - *y <= 20 => {
                line.push(' ');
                line.push_str(&piece.text);
            }
            _ => lines.push((piece.y, piece.text)),
        }
    }
    lines.into_iter().map(|(_, line)| line + "\n").collect()
}

/// Visits every item of a frame with its place, in tenths of a point from the top left of the page.
fn walk(frame: &Frame, visit: &mut impl FnMut((i64, i64), &FrameItem)) {
    walk_at(frame, (0.0, 0.0), visit);
}

fn walk_at(frame: &Frame, (x, y): (f64, f64), visit: &mut impl FnMut((i64, i64), &FrameItem)) {
    for (position, item) in frame.items() {
        let at = (x + position.x.to_pt(), y + position.y.to_pt());
        match item {
            FrameItem::Group(group) => {
                let shift = (group.transform.tx.to_pt(), group.transform.ty.to_pt());
                walk_at(&group.frame, (at.0 + shift.0, at.1 + shift.1), visit);
            }
            other => visit((tenths(at.0), tenths(at.1)), other),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a page is a few thousand points"
)]
fn tenths(points: f64) -> i64 {
    (points * 10.0).round() as i64
}
