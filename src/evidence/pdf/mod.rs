//! The pages of a PDF as pictures, and the proof that nothing of them was left out.
//!
//! Every page is walked twice: `watch` looks at each glyph and mark without drawing, `paint` draws.
//! What a page holds and no picture would show is a fault that names the page.

mod annotations;
mod contents;
mod faces;
mod open;
mod paint;
mod scale;
mod warnings;
mod watch;
mod words;

use super::copy::Part;
use super::drawing::{Order, Page, Sink};
use super::face::Face;
use super::fault::{Fault, Notice};
use super::loss::Loss;
use faces::Faces;

pub(super) use words::told;

/// Draws the pages that are wanted and hands each to the sink, so that only one is in memory.
pub(super) fn draw(
    order: &Order,
    bytes: Vec<u8>,
    face: Face,
    sink: &mut Sink<'_>,
) -> Result<Vec<Notice>, Fault> {
    let pdf = open::open(bytes, order.password.as_deref())?;
    let faces = Faces::new(face);
    let pages = pdf.pages();
    let mut blank = Vec::new();
    for part in open::wanted(&pdf, &order.pages)? {
        let Part { no, .. } = part;
        let lost = |loss| Fault::PageIncomplete { page: no, loss };
        let index = no as usize - 1;
        let page = pages.get(index).ok_or_else(|| lost(Loss::Page))?;
        contents::check(page).map_err(lost)?;
        annotations::check(page).map_err(lost)?;
        let size = scale::size(page, order.room).ok_or_else(|| lost(Loss::Page))?;
        let seen = watch::walk(page, size, &faces).map_err(lost)?;
        let raster = paint::paint(page, size, &faces).map_err(lost)?;
        if raster.pixels.iter().all(|sample| *sample == u8::MAX) {
            if seen.inked {
                return Err(lost(Loss::Everything));
            }
            blank.push(no);
        }
        let tall = scale::is_tall(page.render_dimensions(), order.room);
        sink(Page { part, raster, tall })?;
    }
    let mut notices = Vec::new();
    if let Some(names) = faces.replaced() {
        notices.push(Notice::FontsReplaced { names });
    }
    if !blank.is_empty() {
        notices.push(Notice::BlankPages { pages: blank });
    }
    Ok(notices)
}
