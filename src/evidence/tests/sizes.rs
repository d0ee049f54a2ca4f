//! Long screens are cut into slices that cover everything.

use super::super::{CopyKind, PageRoom, Part, cuts};
use super::fixtures::{chat, copies, difference, jpeg, pixels, png, take};

#[test]
fn cuts_cover_every_row_with_overlap_and_without_slivers() {
    for width in [1, 60, 394, 720, 1080, 1440, 1600] {
        for height in [
            1, 400, 1280, 2400, 2592, 2806, 2900, 3500, 5000, 8000, 20_000, 65_000, 65_535,
        ] {
            let slices = cuts(height, width, PageRoom::default());
            assert_eq!(slices.first().map(|s| s.start), Some(0));
            assert_eq!(slices.last().map(|s| s.end), Some(height));
            let highest = (width * 2000 / 770).max(512);
            let lengths: Vec<u32> = slices.iter().map(|s| s.end - s.start).collect();
            assert!(
                lengths.iter().all(|l| *l <= highest),
                "{width}×{height} {slices:?}"
            );
            if slices.len() > 1 {
                let (least, most) = (lengths.iter().min().unwrap(), lengths.iter().max().unwrap());
                assert!(most - least <= 16, "{width}×{height} {slices:?}");
                for pair in slices.windows(2) {
                    assert!(pair[1].start.is_multiple_of(16));
                    assert!(
                        pair[0].end >= pair[1].start + (highest - 16) * 3 / 100,
                        "{width}×{height} {slices:?}"
                    );
                }
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
        assert_eq!(
            cuts(height, width, PageRoom::default()).len(),
            1,
            "{width}×{height}"
        );
    }
    assert_eq!(cuts(2900, 1080, PageRoom::default()).len(), 2);
}

#[test]
fn a_long_screen_is_filed_in_slices_with_all_its_pixels() {
    let long = chat(360, 2667);
    let taken = take("long.png", &png(&long, |_| {})).unwrap();
    let slices = copies(&taken);
    assert_eq!(slices.len(), 3);
    let mut seen = 0;
    for (no, copy) in (1..).zip(slices) {
        assert_eq!(
            (copy.kind, copy.part),
            (CopyKind::Slice, Some(Part { no, of: 3 }))
        );
        assert!(copy.top <= seen);
        let part = super::super::raster::Raster {
            width: 360,
            height: copy.height,
            pixels: long.rows(copy.top, copy.top + copy.height).to_vec(),
        };
        assert!(difference(&pixels(copy), &part) < 60);
        seen = copy.top + copy.height;
    }
    assert_eq!(seen, 2667);
}

#[test]
fn jpegs_beyond_16384_rows_are_taken() {
    let file = jpeg(&chat(240, 20_000), 80, |_| {});
    let taken = take("long.jpg", &file).unwrap();
    let slices = copies(&taken);
    let last = &slices[slices.len() - 1];
    assert_eq!(slices.len(), cuts(20_000, 240, PageRoom::default()).len());
    assert_eq!(last.top + last.height, 20_000);
}
