//! Pictures are turned upright whatever the camera noted.

use super::super::Step;
use super::fixtures::{copies, difference, draw, jpeg, notes, pixels, png, take};

/// The way of a stored pixel to its upright place, for each orientation, as the EXIF standard draws it.
fn stored_from_upright(orientation: u16, x: u32, y: u32, w: u32, h: u32) -> (u32, u32) {
    match orientation {
        2 => (w - 1 - x, y),
        3 => (w - 1 - x, h - 1 - y),
        4 => (x, h - 1 - y),
        5 => (y, x),
        6 => (y, w - 1 - x),
        7 => (h - 1 - y, w - 1 - x),
        8 => (h - 1 - y, x),
        _ => (x, y),
    }
}

#[test]
fn all_eight_orientations_come_out_alike() {
    let (w, h) = (96, 64);
    // Flat quarters of different colours, so that JPEG keeps them nearly exact.
    let colour = |x: u32, y: u32| match (x < 48, y < 32) {
        (true, true) => [200, 30, 30],
        (false, true) => [30, 200, 30],
        (true, false) => [30, 30, 200],
        (false, false) => [220, 220, 60],
    };
    let upright = draw(w, h, colour);
    for orientation in 1..=8 {
        let (sw, sh) = if orientation >= 5 { (h, w) } else { (w, h) };
        let mut stored = draw(sw, sh, |_, _| [0; 3]);
        for y in 0..h {
            for x in 0..w {
                let (sx, sy) = stored_from_upright(orientation, x, y, w, h);
                let at = (sy * sw + sx) as usize * 3;
                stored.pixels[at..at + 3].copy_from_slice(&colour(x, y));
            }
        }
        let exif = notes(orientation);
        let photo = jpeg(&stored, 95, |e| e.add_exif_metadata(&exif).unwrap());
        let taken = take("a.jpg", &photo).unwrap();
        let copy = &copies(&taken)[0];
        let copied = pixels(copy);
        assert_eq!((copied.width, copied.height), (w, h));
        for (x, y) in [(20, 12), (70, 12), (20, 50), (70, 50)] {
            let at = (y * w + x) as usize * 3;
            let pair = copied.pixels[at..at + 3]
                .iter()
                .zip(&upright.pixels[at..at + 3]);
            assert!(
                pair.into_iter().all(|(a, b)| a.abs_diff(*b) < 10),
                "orientation {orientation}"
            );
        }
        assert_eq!(copy.whole, (w, h));
        let turned = taken.steps.contains(&Step::Turned {
            orientation: orientation as u8,
        });
        assert_eq!(turned, orientation != 1);
        assert_eq!(taken.taken.unwrap().to_string(), "2026-11-01 21:40:05");
    }
}

#[test]
fn a_png_with_notes_is_turned_without_loss() {
    let stored = draw(40, 20, |x, y| [x as u8 * 5, y as u8 * 9, 7]);
    let exif = notes(6);
    let mut file = png(&stored, |_| {});
    let mut chunk = Vec::new();
    chunk.extend_from_slice(&u32::try_from(exif.len()).unwrap().to_be_bytes());
    chunk.extend_from_slice(b"eXIf");
    chunk.extend_from_slice(&exif);
    chunk.extend_from_slice(&crc(&chunk[4..]).to_be_bytes());
    file.splice(33..33, chunk);
    let taken = take("a.png", &file).unwrap();
    let copy = &copies(&taken)[0];
    assert_eq!((copy.width, copy.height), (20, 40));
    let expected = draw(20, 40, |x, y| [y as u8 * 5, (19 - x) as u8 * 9, 7]);
    assert!(difference(&pixels(copy), &expected) < 16);
}

/// The checksum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |mut crc, byte| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
        crc
    })
}
