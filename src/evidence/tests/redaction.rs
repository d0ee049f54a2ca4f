//! Boxes are burned in, whole blocks at a time, in a colour that shows.

use super::super::raster::Raster;
use super::super::{Area, CopyFormat, Length, Mask, Notice, PageArea, Step};
use super::fixtures::{copies, draw, jpeg, noise, notes, pixels, png, take_with};

/// Makes a box in pixels.
fn pixels_box(x: u32, y: u32, w: u32, h: u32) -> PageArea {
    let [x, y, w, h] = [x, y, w, h].map(Length::Pixels);
    PageArea {
        page: 1,
        area: Area { x, y, w, h },
    }
}

/// Asserts that a region has exactly one colour.
fn assert_flat(raster: &Raster, mask: Mask, luma: u8) {
    for y in mask.top..mask.bottom {
        for x in mask.left..mask.right {
            let at = ((y * raster.width + x) * 3) as usize;
            let colour = &raster.pixels[at..at + 3];
            assert!(
                colour.iter().all(|c| c.abs_diff(luma) <= 2),
                "({x}, {y}) {colour:?}"
            );
        }
    }
}

#[test]
fn boxes_grow_to_blocks_and_are_flat() {
    let light = draw(
        1080,
        1920,
        |x, y| if (x + y) % 3 == 0 { [0; 3] } else { [255; 3] },
    );
    for file in [png(&light, |_| {}), jpeg(&light, 70, |_| {})] {
        let taken = take_with("a", &file, &[pixels_box(100, 50, 30, 14)]).unwrap();
        assert!(taken.steps.contains(&Step::Redacted { boxes: 1 }));
        let copy = &copies(&taken)[0];
        assert_eq!(
            copy.masks,
            [Mask {
                left: 96,
                top: 48,
                right: 144,
                bottom: 64,
                luma: 0
            }]
        );
        assert_flat(&pixels(copy), copy.masks[0], 0);
        let outside = &pixels(copy).pixels[..48 * 600 * 3];
        assert!(outside.iter().any(|c| *c > 200), "the rest is still there");
    }
}

#[test]
fn dark_screens_get_a_light_mask() {
    let dark = draw(
        1080,
        1920,
        |x, _| if x % 9 == 0 { [120; 3] } else { [17; 3] },
    );
    let taken = take_with(
        "a.png",
        &png(&dark, |_| {}),
        &[pixels_box(400, 400, 200, 40)],
    )
    .unwrap();
    let copy = &copies(&taken)[0];
    assert_eq!(copy.masks[0].luma, 217);
    assert_flat(&pixels(copy), copy.masks[0], 217);
}

#[test]
fn overlapping_boxes_take_one_colour() {
    let halves = draw(600, 912, |x, _| if x < 300 { [10; 3] } else { [250; 3] });
    let boxes = [
        pixels_box(50, 100, 200, 100),
        pixels_box(180, 150, 300, 100),
    ];
    let taken = take_with("a.png", &png(&halves, |_| {}), &boxes).unwrap();
    let copy = &copies(&taken)[0];
    assert_eq!(copy.masks[0].luma, copy.masks[1].luma);
}

#[test]
fn percent_is_of_the_upright_picture_and_photos_stay_flat_when_shrunk() {
    // Stored lying; upright it is 1200 wide and 1600 high.
    let exif = notes(6);
    let file = jpeg(&noise(1600, 1200), 85, |e| {
        e.add_exif_metadata(&exif).unwrap();
    });
    let [x, y, w, h] = [5000, 1000, 2500, 500].map(Length::Percent);
    let taken = take_with(
        "a.jpg",
        &file,
        &[PageArea {
            page: 1,
            area: Area { x, y, w, h },
        }],
    )
    .unwrap();
    let copy = &copies(&taken)[0];
    assert_eq!(
        (copy.width, copy.height, copy.format),
        (1181, 1575, CopyFormat::Jpeg)
    );
    let mask = copy.masks[0];
    assert!(
        mask.left <= 1181 / 2
            && mask.right >= 1181 * 3 / 4
            && mask.top <= 157
            && mask.bottom >= 237
    );
    assert!(mask.left.is_multiple_of(16) && mask.bottom.is_multiple_of(16));
    assert_flat(&pixels(copy), mask, mask.luma);
}

#[test]
fn boxes_on_a_long_screen_go_to_their_slices() {
    let long = draw(640, 4740, |x, y| {
        if (x / 3 + y / 5) % 4 == 0 {
            [30; 3]
        } else {
            [250; 3]
        }
    });
    let boxes = [pixels_box(0, 1500, 640, 300), pixels_box(10, 4730, 10, 10)];
    let taken = take_with("a.png", &png(&long, |_| {}), &boxes).unwrap();
    let mut covered = 0;
    for copy in copies(&taken) {
        for mask in &copy.masks {
            assert_flat(&pixels(copy), *mask, 0);
            covered += mask.bottom - mask.top;
        }
    }
    assert!(covered >= 320);
}

#[test]
fn boxes_that_miss_are_notices() {
    let file = png(&draw(100, 100, |_, _| [255; 3]), |_| {});
    let boxes = [
        pixels_box(100, 0, 10, 10),
        pixels_box(90, 90, 20, 5),
        pixels_box(5, 5, 0, 5),
        pixels_box(u32::MAX, u32::MAX, u32::MAX, u32::MAX),
    ];
    let taken = take_with("a.png", &file, &boxes).unwrap();
    let (width, height) = (100, 100);
    assert_eq!(
        taken.notices,
        [
            Notice::BoxOutside {
                no: 0,
                width,
                height
            },
            Notice::BoxClipped {
                no: 1,
                width,
                height
            },
            Notice::BoxEmpty { no: 2 },
            Notice::BoxOutside {
                no: 3,
                width,
                height
            },
        ]
    );
    assert_eq!(copies(&taken)[0].masks.len(), 1);
}
