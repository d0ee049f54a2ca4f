//! The colours of a picture that has few of them.

use super::raster::Raster;

/// Slots of the table in which colours are looked up; four times as many as there may be colours.
const SLOTS: usize = 1024;

/// A picture as numbers into a list of at most 256 colours.
pub(super) struct Indexed {
    /// The colours, three bytes each, in order of first appearance.
    pub(super) colours: Vec<u8>,
    /// One number a pixel.
    pub(super) indices: Vec<u8>,
}

/// Returns the rows `top..bottom` by colour number, unless they have more than 256 colours.
pub(super) fn indexed(raster: &Raster, top: u32, bottom: u32) -> Option<Indexed> {
    let rows = raster.rows(top, bottom);
    let mut table: Vec<Option<([u8; 3], u8)>> = vec![None; SLOTS];
    let mut colours = Vec::new();
    let mut indices = Vec::with_capacity(rows.len() / 3);
    for pixel in rows.chunks_exact(3) {
        let colour = [pixel[0], pixel[1], pixel[2]];
        let [r, g, b] = colour.map(usize::from);
        let mut slot = (r * 7919 + g * 31 + b * 467) % SLOTS;
        // The table is never full, so the search ends at the colour or at a free slot.
        let index = loop {
            match table[slot] {
                Some((known, index)) if known == colour => break index,
                Some(_) => slot = (slot + 1) % SLOTS,
                None => {
                    let index = u8::try_from(colours.len() / 3).ok()?;
                    colours.extend_from_slice(&colour);
                    table[slot] = Some((colour, index));
                    break index;
                }
            }
        };
        indices.push(index);
    }
    Some(Indexed { colours, indices })
}
