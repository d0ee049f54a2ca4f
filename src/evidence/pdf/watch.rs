//! A look at every glyph and mark of a page, before it is drawn.

use std::collections::BTreeSet;

use hayro::hayro_interpret::font::{Glyph, GlyphRun, OutlineGlyph};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, Paint, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{BezPath, Point, Rect, Shape as _};

use super::super::loss::Loss;
use super::faces::Faces;
use super::paint::placed;
use super::warnings::Warnings;

/// The most missing characters that are named.
const MOST_NAMED: usize = 20;

/// A sample from which on a colour counts as that of the paper.
const PAPER: u8 = 250;

/// What a page was seen to hold.
pub(super) struct Seen {
    /// Whether it has text or lines in another colour than that of the paper.
    pub(super) inked: bool,
}

/// Walks a page and fails where text has no glyphs.
pub(super) fn walk(page: &Page<'_>, size: (u16, u16), faces: &Faces) -> Result<Seen, Loss> {
    let paper = Rect::new(0.0, 0.0, size.0.into(), size.1.into());
    let cache = InterpreterCache::new();
    let warnings = Warnings::default();
    let settings = faces.settings(&warnings);
    let mut context = Context::new(placed(page, size), paper, &cache, page.xref(), settings);
    let mut watch = Watch {
        paper,
        faces,
        inked: false,
        missing: BTreeSet::new(),
    };
    interpret_page(page, &mut context, &mut watch);
    warnings.check()?;
    if watch.missing.is_empty() {
        let inked = watch.inked;
        Ok(Seen { inked })
    } else {
        let named: Vec<String> = watch.missing.into_iter().take(MOST_NAMED).collect();
        let text = named.concat();
        Err(Loss::Text { text })
    }
}

/// Looks at what is drawn and draws nothing.
struct Watch<'w> {
    /// The page in pixels.
    paper: Rect,
    /// The faces in use.
    faces: &'w Faces,
    /// Whether anything was drawn in another colour than that of the paper.
    inked: bool,
    /// The characters without a glyph.
    missing: BTreeSet<String>,
}

impl Watch<'_> {
    /// Looks at a glyph that is to be drawn.
    fn look(&mut self, glyph: &OutlineGlyph) {
        let drawn = !glyph.outline().is_empty();
        let known = glyph.as_unicode().map(text);
        let lent = self.faces.lent(glyph);
        // The code 0 of a font that is not there stands for bytes that are no code.
        let stray = lent && glyph.char_code() == 0;
        let known = known.filter(|text| !stray && !text.contains(char::REPLACEMENT_CHARACTER));
        let lost = match &known {
            Some(text) if is_blank(text) => false,
            // For a character that our own face lacks, the interpreter draws another one.
            Some(text) => !drawn || (lent && !self.faces.has(text)),
            // Our own face cannot know what a bare number means; a font in the document knows its own.
            None => lent && !is_control(glyph.char_code()),
        };
        if lost {
            let code = || format!("<{:02X}>", glyph.char_code());
            self.missing.insert(known.unwrap_or_else(code));
        }
    }

    /// Notes ink on the page.
    fn ink(&mut self, paint: &Paint<'_>, place: Rect) {
        let visible = match paint {
            Paint::Color(colour) => {
                let [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
                alpha > u8::MAX - PAPER && [red, green, blue].iter().any(|sample| *sample < PAPER)
            }
            Paint::Pattern(_) => true,
        };
        self.inked |= visible && place.overlaps(self.paper);
    }
}

impl<'a> Device<'a> for Watch<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            if !self.paper.contains(place * Point::ORIGIN) {
                continue;
            }
            match &**glyph {
                Glyph::Outline(outline) => {
                    self.look(outline);
                    let shape = outline.outline();
                    if !shape.is_empty() {
                        self.ink(&props.paint, (place * shape).bounding_box());
                    }
                }
                Glyph::Type3(drawn) => {
                    drawn.interpret(self, props.transform, glyph.transform(), &props.paint);
                }
            }
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        let place = props.transform.transform_rect_bbox(path.bounding_box());
        self.ink(&props.paint, place);
    }

    // A picture may be white, and one that cannot be decoded is warned of.
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// Returns the characters that a glyph stands for.
fn text(string: BfString) -> String {
    match string {
        BfString::Char(one) => one.to_string(),
        BfString::String(several) => several,
    }
}

/// Whether a text takes no ink: spaces, controls, marks of direction and joining.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}')
            || matches!(c, '\u{180e}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    })
}

/// Whether a code that no table explains is that of a space or control.
fn is_control(code: u32) -> bool {
    matches!(code, 0x01..=0x20 | 0x7F | 0xA0 | 0xAD)
}
