//! Pictures made in code, and short ways to take them through the module.

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use image::{ImageEncoder, codecs::webp::WebPEncoder};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::super::raster::Raster;
use super::super::{
    Buffers, Content, Darkroom, Face, Fault, FiledCopy, Ingested, Item, Original, PageArea,
    Treatment, ingest_one,
};

/// Draws a picture by a function from place to colour.
pub(super) fn draw(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 3]) -> Raster {
    let pixels = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| colour(x, y))
        .collect();
    Raster {
        width,
        height,
        pixels,
    }
}

/// Draws something like a chat: flat bubbles with lines of small dark strokes, and one colourful avatar each.
pub(super) fn chat(width: u32, height: u32) -> Raster {
    draw(width, height, |x, y| {
        let (bubble, row, line) = (y / 240, y % 240, y % 40);
        if row < 30 {
            return [237, 237, 237];
        }
        if x < 110 {
            return [(x * 2 + bubble * 40) as u8, (row) as u8, (x + row) as u8];
        }
        if (12..30).contains(&line) && (x * 7 + (x / 9) * 31 + y / 40 * 17) % 11 < 4 && x % 26 > 4 {
            return [25, 25, 25];
        }
        if bubble % 2 == 0 {
            [255, 255, 255]
        } else {
            [149, 236, 105]
        }
    })
}

/// Draws something like a photo: gradients with grain.
pub(super) fn scene(width: u32, height: u32) -> Raster {
    draw(width, height, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(97) >> 28;
        let base = |k: u32| ((x * k / 16 + y * (5 - k) / 12) % 200 + grain) as u8;
        [base(1), base(2), base(3)]
    })
}

/// Draws a picture of noise, which hardly compresses.
pub(super) fn noise(width: u32, height: u32) -> Raster {
    draw(width, height, |x, y| {
        let mut seed = x.wrapping_mul(73_856_093) ^ y.wrapping_mul(19_349_663) ^ 0x9E37_79B9;
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        [seed as u8, (seed >> 8) as u8, (seed >> 16) as u8]
    })
}

/// Encodes as JPEG.
pub(super) fn jpeg(
    raster: &Raster,
    quality: u8,
    change: impl FnOnce(&mut Encoder<&mut Vec<u8>>),
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    change(&mut encoder);
    encoder
        .encode(
            &raster.pixels,
            raster.width as u16,
            raster.height as u16,
            ColorType::Rgb,
        )
        .unwrap();
    bytes
}

/// Encodes as PNG, with changes to the encoder.
pub(super) fn png(
    raster: &Raster,
    change: impl FnOnce(&mut png::Encoder<'_, &mut Vec<u8>>),
) -> Vec<u8> {
    raw_png(
        raster.width,
        raster.height,
        png::ColorType::Rgb,
        png::BitDepth::Eight,
        &raster.pixels,
        change,
    )
}

/// Encodes samples of any kind as PNG.
pub(super) fn raw_png(
    width: u32,
    height: u32,
    colour: png::ColorType,
    depth: png::BitDepth,
    samples: &[u8],
    change: impl FnOnce(&mut png::Encoder<'_, &mut Vec<u8>>),
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    change(&mut encoder);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Encodes as lossless WebP.
pub(super) fn webp(raster: &Raster) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder
        .write_image(
            &raster.pixels,
            raster.width,
            raster.height,
            image::ExtendedColorType::Rgb8,
        )
        .unwrap();
    bytes
}

/// Writes a camera's notes: orientation, make, exposure, place and time.
pub(super) fn notes(orientation: u16) -> Vec<u8> {
    let ascii = |text: &str| Value::Ascii(vec![text.as_bytes().to_vec()]);
    let degrees = || Value::Rational(vec![Rational { num: 39, denom: 1 }; 3]);
    let field = |tag, value| Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    };
    let fields = [
        field(Tag::Orientation, Value::Short(vec![orientation])),
        field(Tag::Make, ascii("SECRETMAKE")),
        field(Tag::Model, ascii("SECRETMODEL")),
        field(
            Tag::ExposureTime,
            Value::Rational(vec![Rational { num: 1, denom: 60 }]),
        ),
        field(Tag::DateTimeOriginal, ascii("2026:11:01 21:40:05")),
        field(Tag::GPSLatitudeRef, ascii("N")),
        field(Tag::GPSLatitude, degrees()),
        field(
            Tag::GPSProcessingMethod,
            Value::Undefined(b"ASCII\0\0\0SECRETPLACE".to_vec(), 0),
        ),
    ];
    let mut writer = Writer::new();
    for field in &fields {
        writer.push_field(field);
    }
    let mut bytes = Cursor::new(Vec::new());
    writer.write(&mut bytes, true).unwrap();
    bytes.into_inner()
}

/// The face that stands in for fonts; it has neither Korean nor rare characters.
pub(super) const FACE: Face = Face {
    data: include_bytes!("../../../fonts/NotoSerifSC-Regular.ttf"),
    has: |c| c < '\u{ac00}' || ('\u{ff00}'..'\u{fff0}').contains(&c),
};

/// Draws pages in this process.
pub(super) fn darkroom() -> Darkroom {
    Darkroom {
        program: None,
        face: FACE,
        patience: Darkroom::PATIENCE,
    }
}

/// Takes one file through the module.
pub(super) fn take(name: &str, bytes: &[u8]) -> Result<Ingested, Fault> {
    take_with(name, bytes, &[])
}

/// Takes one file with redactions through the module.
pub(super) fn take_with(name: &str, bytes: &[u8], boxes: &[PageArea]) -> Result<Ingested, Fault> {
    ingest_one(&item(name, bytes, boxes), &Buffers::default(), &darkroom())
}

/// Makes an item.
pub(super) fn item(name: &str, bytes: &[u8], boxes: &[PageArea]) -> Item {
    Item {
        original: Original::new(name, bytes.to_vec()),
        treatment: Treatment {
            boxes: boxes.to_vec(),
            ..Treatment::default()
        },
    }
}

/// Returns the copies of a picture.
pub(super) fn copies(ingested: &Ingested) -> &[FiledCopy] {
    match &ingested.content {
        Content::Pictures(copies) => copies,
        _ => panic!("a picture became something else"),
    }
}

/// Decodes a copy with a decoder of its own.
pub(super) fn pixels(copy: &FiledCopy) -> Raster {
    decoded(&copy.bytes)
}

/// Decodes a JPEG or PNG with the `image` crate.
pub(super) fn decoded(bytes: &[u8]) -> Raster {
    let image = image::load_from_memory(bytes).unwrap().to_rgb8();
    Raster {
        width: image.width(),
        height: image.height(),
        pixels: image.into_raw(),
    }
}

/// Returns the largest difference between samples of two pictures of one size.
pub(super) fn difference(a: &Raster, b: &Raster) -> u8 {
    assert_eq!((a.width, a.height), (b.width, b.height));
    a.pixels
        .iter()
        .zip(&b.pixels)
        .map(|(a, b)| a.abs_diff(*b))
        .max()
        .unwrap()
}

/// Says whether the bytes hold a word anywhere.
pub(super) fn holds(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|window| window == word.as_bytes())
}
