//! Every make of JPEG, PNG and WebP comes out as plain colour.

use jpeg_encoder::{ColorType, Encoder};

use super::super::raster::Raster;
use super::super::{CopyFormat, CopyKind, Genre, Kind, Notice, Step, genre};
use super::fixtures::{
    chat, copies, difference, draw, holds, jpeg, pixels, png, raw_png, scene, take, webp,
};

/// Encodes ink samples.
fn ink(width: u16, height: u16, ink: [u8; 4], colour: ColorType) -> Vec<u8> {
    let samples = ink.repeat(usize::from(width) * usize::from(height));
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 95)
        .encode(&samples, width, height, colour)
        .unwrap();
    bytes
}

/// Returns the colour in the middle.
fn middle(raster: &Raster) -> [u8; 3] {
    let at = ((raster.height / 2 * raster.width + raster.width / 2) * 3) as usize;
    [
        raster.pixels[at],
        raster.pixels[at + 1],
        raster.pixels[at + 2],
    ]
}

/// Asserts that two colours are about the same.
fn about(a: [u8; 3], b: [u8; 3]) {
    assert!(
        a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 8),
        "{a:?} {b:?}"
    );
}

#[test]
fn ink_becomes_colour() {
    // Full magenta and half yellow, no black.
    for colour in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let taken = take("a.jpg", &ink(64, 48, [0, 255, 128, 0], colour)).unwrap();
        assert!(taken.steps.contains(&Step::Recoloured));
        let copy = &copies(&taken)[0];
        about(middle(&pixels(copy)), [255, 0, 127]);
        assert!(!holds(&copy.bytes, "Adobe"));
    }
    // Without Adobe's segment the samples are not inverted.
    let mut plain = ink(64, 48, [255, 0, 127, 255], ColorType::Cmyk);
    let at = plain.windows(5).position(|w| w == b"Adobe").unwrap() - 4;
    plain.drain(at..at + 16);
    about(
        middle(&pixels(&copies(&take("a.jpg", &plain).unwrap())[0])),
        [255, 0, 127],
    );
}

#[test]
fn grey_jpeg_is_kept() {
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 90)
        .encode(&[77; 64 * 48], 64, 48, ColorType::Luma)
        .unwrap();
    let taken = take("a.jpg", &bytes).unwrap();
    about(middle(&pixels(&copies(&taken)[0])), [77; 3]);
    assert_eq!(taken.steps, [Step::Stripped]);
}

#[test]
fn sixteen_bits_and_transparency_become_plain() {
    let samples: Vec<u8> = (0..64 * 64)
        .flat_map(|_| [0x80, 0x12, 0x40, 0x34, 0x20, 0x56])
        .collect();
    let file = raw_png(
        64,
        64,
        png::ColorType::Rgb,
        png::BitDepth::Sixteen,
        &samples,
        |_| {},
    );
    let taken = take("a.png", &file).unwrap();
    about(middle(&pixels(&copies(&taken)[0])), [0x80, 0x40, 0x20]);

    let file = raw_png(
        64,
        64,
        png::ColorType::Rgba,
        png::BitDepth::Eight,
        &[200, 0, 0, 128].repeat(64 * 64),
        |_| {},
    );
    let taken = take("a.png", &file).unwrap();
    assert!(taken.steps.contains(&Step::Flattened));
    about(middle(&pixels(&copies(&taken)[0])), [227, 127, 127]);

    let file = raw_png(
        64,
        64,
        png::ColorType::Grayscale,
        png::BitDepth::One,
        &[0xFF; 8 * 64],
        |_| {},
    );
    about(
        middle(&pixels(&copies(&take("a.png", &file).unwrap())[0])),
        [255; 3],
    );

    let palette = |e: &mut png::Encoder<'_, &mut Vec<u8>>| e.set_palette(vec![1, 2, 3, 90, 80, 70]);
    let file = raw_png(
        64,
        64,
        png::ColorType::Indexed,
        png::BitDepth::Eight,
        &[1; 64 * 64],
        palette,
    );
    let taken = take("a.png", &file).unwrap();
    about(middle(&pixels(&copies(&taken)[0])), [90, 80, 70]);
    assert!(copies(&taken)[0].bytes.len() <= file.len());
}

#[test]
fn webp_becomes_jpeg_or_png_with_its_own_pixels() {
    let picture = chat(400, 600);
    let taken = take("a.webp", &webp(&picture)).unwrap();
    let copy = &copies(&taken)[0];
    assert_eq!(copy.kind, CopyKind::Screen);
    assert_eq!((copy.width, copy.height), (400, 600));
    if copy.format == CopyFormat::Png {
        assert_eq!(difference(&pixels(copy), &picture), 0);
    }
}

#[test]
fn copies_of_typical_screens_are_never_larger() {
    let screen = chat(600, 1200);
    for file in [
        png(&screen, |_| {}),
        png(&screen, |e| e.set_compression(png::Compression::High)),
        jpeg(&screen, 80, |_| {}),
    ] {
        let taken = take("a", &file).unwrap();
        let copies = copies(&taken);
        assert_eq!((copies.len(), copies[0].kind), (1, CopyKind::Screen));
        assert_eq!((copies[0].width, copies[0].height), (600, 1200));
        assert!(copies[0].bytes.len() <= file.len());
    }
    let photo = jpeg(&scene(1800, 1200), 60, |_| {});
    let taken = take("a.jpg", &photo).unwrap();
    let copy = &copies(&taken)[0];
    assert!(copy.bytes.len() <= photo.len());
    assert_eq!((copy.width, copy.height, copy.whole.0), (1233, 822, 1800));
    // A picture of few pixels stays as it is.
    let small = jpeg(&scene(600, 400), 60, |_| {});
    assert_eq!(take("a.jpg", &small).unwrap().steps, [Step::Stripped]);
}

#[test]
fn the_name_is_not_believed() {
    let taken = take("photo.JPG", &png(&draw(20, 20, |_, _| [9; 3]), |_| {})).unwrap();
    assert_eq!(
        taken.notices,
        [Notice::Mislabelled {
            extension: "jpg".to_owned(),
            kind: Kind::Png
        }]
    );
    assert!(
        take(
            "photo.jpeg",
            &jpeg(&draw(20, 20, |_, _| [9; 3]), 90, |_| {})
        )
        .unwrap()
        .notices
        .is_empty()
    );
}

#[test]
fn screens_and_photos_are_told_apart() {
    for (kind, width, height, exposed, expected) in [
        (Kind::Png, 1080, 2400, false, Genre::Screen),
        (Kind::Png, 2560, 1440, false, Genre::Screen),
        (Kind::Webp, 800, 600, false, Genre::Screen),
        (Kind::Webp, 800, 600, true, Genre::Photo),
        (Kind::Jpeg, 1080, 2400, false, Genre::Screen),
        (Kind::Jpeg, 1080, 2400, true, Genre::Photo),
        (Kind::Jpeg, 1080, 1440, false, Genre::Photo),
        (Kind::Jpeg, 4000, 3000, false, Genre::Photo),
        (Kind::Jpeg, 3000, 4500, false, Genre::Photo),
        (Kind::Jpeg, 500, 9000, false, Genre::Screen),
    ] {
        assert_eq!(
            genre(kind, width, height, exposed),
            expected,
            "{kind:?} {width}×{height} {exposed}"
        );
    }
}
