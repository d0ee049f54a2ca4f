//! A page drawn on white paper.

use hayro::hayro_interpret::TransformExt as _;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings};

use super::super::loss::Loss;
use super::super::raster::Raster;
use super::faces::Faces;
use super::warnings::Warnings;

/// Returns how the coordinates of a page become pixels of its picture.
pub(super) fn placed(page: &Page<'_>, (width, height): (u16, u16)) -> Affine {
    let (across, down) = page.render_dimensions();
    let across = f64::from(width) / f64::from(across);
    let down = f64::from(height) / f64::from(down);
    Affine::scale_non_uniform(across, down) * page.initial_transform(true).to_kurbo()
}

/// Draws a page with its annotations.
pub(super) fn paint(page: &Page<'_>, size: (u16, u16), faces: &Faces) -> Result<Raster, Loss> {
    let warnings = Warnings::default();
    // A cache for each page, because it keeps every picture that it has decoded.
    let cache = RenderCache::new();
    let mut context = RenderContext::new(size.0, size.1);
    hayro::render_into(
        page,
        &cache,
        &faces.settings(&warnings),
        &RenderSettings::default(),
        &mut context,
        placed(page, size),
    );
    context.flush();
    let mut drawn = Pixmap::new(size.0, size.1);
    let on_white = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..RasterizerSettings::default()
    };
    context.render_with(&mut drawn, &mut Resources::default(), on_white);
    warnings.check()?;
    let pixels = drawn.data().iter().flat_map(|dot| [dot.r, dot.g, dot.b]);
    Raster::new(size.0.into(), size.1.into(), pixels.collect()).map_err(|_| Loss::Page)
}
