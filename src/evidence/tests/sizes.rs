//! Long screens are cut into slices that cover everything, and not through a line where a gap is near.

use super::super::quiet::QuietRows;
use super::super::raster::Raster;
use super::super::slice::planned;
use super::super::{CopyKind, PageRoom, Part, highest};
use super::fixtures::{chat, copies, difference, draw, jpeg, pixels, png, take};

#[test]
fn slices_without_quiet_rows_cover_every_row_with_overlap_and_without_slivers() {
    for width in [1, 60, 394, 720, 1080, 1440, 1600, 1920] {
        for height in [
            1, 400, 1280, 2400, 2592, 2806, 2900, 3500, 5000, 8000, 20_000, 65_000, 65_535,
        ] {
            let highest = highest(width, height, PageRoom::default());
            let slices = planned(height, highest, &QuietRows::default());
            assert_eq!(slices.first().map(|s| s.start), Some(0));
            assert_eq!(slices.last().map(|s| s.end), Some(height));
            let lengths: Vec<u32> = slices.iter().map(|s| s.end - s.start).collect();
            assert!(
                lengths.iter().all(|l| *l <= highest),
                "{width}×{height} {slices:?}"
            );
            let (least, most) = (lengths.iter().min().unwrap(), lengths.iter().max().unwrap());
            assert!(
                most - least <= slices.len() as u32,
                "{width}×{height} {slices:?}"
            );
            for pair in slices.windows(2) {
                assert!(
                    pair[0].end >= pair[1].start + highest * 3 / 100,
                    "{width}×{height} {slices:?}"
                );
            }
        }
    }
}

#[test]
fn a_phone_screen_stays_in_one_piece() {
    for (width, height) in [
        (1080, 2400),
        (1179, 2556),
        (1290, 2796),
        (1440, 3200),
        (720, 1280),
        (1080, 2592),
    ] {
        assert!(
            height <= highest(width, height, PageRoom::default()),
            "{width}×{height}"
        );
    }
    assert!(2900 > highest(1080, 2900, PageRoom::default()));
}

/// Draws bubbles of some lines with gaps between them; `gap` gives the height of the gap below each bubble.
/// Returns the rows that lie between two bubbles, too.
fn bubbles(lines: &[u32], gap: u32) -> (Raster, Vec<std::ops::Range<u32>>) {
    const LINE: u32 = 44;
    let heights: Vec<u32> = lines.iter().map(|lines| lines * LINE + 12).collect();
    let mut gaps = Vec::new();
    let mut y = 0;
    for height in &heights {
        gaps.push(y + height..y + height + gap);
        y += height + gap;
    }
    let raster = draw(1080, y, |x, y| {
        if gaps.iter().any(|rows| rows.contains(&y)) || !(100..900).contains(&x) {
            return [237; 3];
        }
        let top = gaps.iter().rfind(|rows| rows.end <= y).map_or(0, |r| r.end);
        let row = (y - top) % LINE;
        let ink = (12..40).contains(&row)
            && (130..860).contains(&x)
            && (x / 7 + row / 5).is_multiple_of(3);
        if ink { [20; 3] } else { [255; 3] }
    });
    (raster, gaps)
}

#[test]
fn cuts_fall_between_bubbles_where_one_ends_within_reach() {
    let (raster, gaps) = bubbles(
        &[
            3, 1, 4, 2, 5, 3, 1, 6, 2, 3, 8, 2, 3, 4, 1, 5, 2, 6, 3, 4, 7, 2,
        ],
        24,
    );
    for file in [png(&raster, |_| {}), jpeg(&raster, 75, |_| {})] {
        let taken = take("chat", &file).unwrap();
        let slices = copies(&taken);
        assert!(slices.len() > 1);
        for pair in slices.windows(2) {
            let cut = pair[1].region.top;
            assert_eq!(pair[0].region.top + pair[0].region.height, cut);
            assert!(gaps.iter().any(|gap| gap.contains(&cut)), "{cut} {gaps:?}");
        }
    }
}

#[test]
fn a_bubble_longer_than_a_page_is_cut_between_its_lines() {
    let (raster, _) = bubbles(&[140], 24);
    let taken = take("chat.png", &png(&raster, |_| {})).unwrap();
    let slices = copies(&taken);
    assert!(slices.len() > 1);
    for pair in slices.windows(2) {
        let cut = pair[1].region.top;
        assert_eq!(pair[0].region.top + pair[0].region.height, cut);
        assert!(!(12..40).contains(&(cut % 44)), "{cut} goes through a line");
    }
}

#[test]
fn a_desktop_page_is_sliced_for_the_width_that_it_gets() {
    let (fits, cut) = (
        png(&draw(1920, 2440, |_, _| [250; 3]), |_| {}),
        png(&draw(1920, 2500, |_, _| [250; 3]), |_| {}),
    );
    assert_eq!(copies(&take("a.png", &fits).unwrap()).len(), 1);
    assert_eq!(copies(&take("a.png", &cut).unwrap()).len(), 2);
}

#[test]
fn a_long_screen_is_filed_in_slices_with_all_its_pixels() {
    let long = chat(360, 2667);
    let taken = take("long.png", &png(&long, |_| {})).unwrap();
    let slices = copies(&taken);
    let of = slices.len() as u32;
    assert!(of >= 3);
    let mut seen = 0;
    for (no, copy) in (1..).zip(slices) {
        assert_eq!(
            (copy.kind, copy.part),
            (CopyKind::Slice, Some(Part { no, of }))
        );
        assert!(copy.region.top <= seen);
        let part = Raster {
            width: 360,
            height: copy.height,
            pixels: long
                .rows(copy.region.top, copy.region.top + copy.height)
                .to_vec(),
        };
        assert!(difference(&pixels(copy), &part) < 60);
        seen = copy.region.top + copy.height;
    }
    assert_eq!(seen, 2667);
}

#[test]
fn jpegs_beyond_16384_rows_are_taken() {
    let file = jpeg(&chat(240, 20_000), 80, |_| {});
    let taken = take("long.jpg", &file).unwrap();
    let slices = copies(&taken);
    let last = &slices[slices.len() - 1];
    assert_eq!(last.region.top + last.height, 20_000);
    assert!(
        slices
            .iter()
            .all(|slice| slice.height <= highest(240, 20_000, PageRoom::default()))
    );
}
