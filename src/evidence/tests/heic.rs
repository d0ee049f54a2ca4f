//! HEIC pictures come out upright and in the range of paper.

use super::super::heic::decode;
use super::super::raster::Raster;
use super::super::{CopyKind, Fault, Step};
use super::fixtures::{copies, take};

/// Red at the upper left, green at the upper right, blue below.
const PLAIN: &[u8] = include_bytes!("../../../tests/evidence/plain.heic");

/// The same picture turned by the file, whose EXIF data still ask for it.
const TURNED: &[u8] = include_bytes!("../../../tests/evidence/turned.heic");

/// A grey picture with red at the upper left, for bright screens.
const BRIGHT: &[u8] = include_bytes!("../../../tests/evidence/bright.heic");

/// The main colour of each corner: upper left, upper right, lower left, lower right.
fn corners(raster: &Raster) -> [char; 4] {
    let (right, bottom) = (raster.width - 6, raster.height - 6);
    [(5, 5), (right, 5), (5, bottom), (right, bottom)].map(|(x, y)| {
        let at = ((y * raster.width + x) * 3) as usize;
        match raster.pixels[at..at + 3] {
            [r, g, b] if r > 120 && g < 90 && b < 90 => 'r',
            [r, g, b] if g > 120 && r < 90 && b < 90 => 'g',
            [r, g, b] if b > 120 && r < 90 && g < 90 => 'b',
            [r, g, b] if r == g && g == b && (80..200).contains(&r) => '-',
            _ => '?',
        }
    })
}

#[test]
fn pictures_are_decoded_upright() {
    let plain = decode(PLAIN).unwrap();
    assert_eq!((plain.width, plain.height), (128, 64));
    assert_eq!(corners(&plain), ['r', 'g', 'b', 'b']);
    let turned = decode(TURNED).unwrap();
    assert_eq!((turned.width, turned.height), (64, 128));
    assert_eq!(corners(&turned), ['b', 'r', 'b', 'g']);
}

#[test]
fn pictures_for_bright_screens_keep_their_colours() {
    assert_eq!(corners(&decode(BRIGHT).unwrap()), ['r', '-', '-', '-']);
}

#[test]
fn cut_pictures_are_faults() {
    for tenth in 1..10 {
        let cut = &PLAIN[..PLAIN.len() * tenth / 10];
        let fault = decode(cut).unwrap_err();
        assert!(
            matches!(fault, Fault::Corrupt { .. }),
            "{tenth}/10: {fault:?}"
        );
    }
}

#[test]
fn a_heic_is_filed_as_a_photo() {
    let taken = take("IMG_0001.HEIC", TURNED).unwrap();
    let [copy] = copies(&taken) else {
        panic!("one picture")
    };
    assert_eq!((copy.width, copy.height), (64, 128));
    assert_eq!((copy.kind, copy.page), (CopyKind::Photo, None));
    assert!(
        taken
            .steps
            .iter()
            .all(|step| !matches!(step, Step::Turned { .. }))
    );
    assert!(!copy.bytes.windows(8).any(|window| window == b"Invented"));
}
