//! Broken, cut and hostile files are faults, never panics and never half pictures.

use super::super::{Fault, Foreign, Item, Kind, Remedy, ingest, sniff};
use super::fixtures::{chat, darkroom, item, jpeg, noise, png, scene, take, webp};

#[test]
fn nothing_is_a_fault() {
    assert_eq!(take("a.jpg", b"").unwrap_err(), Fault::Empty);
    assert_eq!(take("a.txt", b" \r\n\t ").unwrap_err(), Fault::Empty);
    assert_eq!(take("a.txt", b"\xEF\xBB\xBF").unwrap_err(), Fault::Empty);
}

#[test]
fn a_cut_jpeg_is_truncated_wherever_it_was_cut() {
    for progressive in [false, true] {
        let whole = jpeg(&noise(400, 300), 80, |e| e.set_progressive(progressive));
        assert!(take("a.jpg", &whole).is_ok());
        for tenth in 1..10 {
            let cut = &whole[..whole.len() * tenth / 10];
            assert_eq!(
                take("a.jpg", cut).unwrap_err(),
                Fault::Truncated,
                "{tenth}/10"
            );
        }
        assert_eq!(
            take("a.jpg", &whole[..whole.len() - 2]).unwrap_err(),
            Fault::Truncated
        );
    }
}

#[test]
fn a_cut_jpeg_is_found_out_though_someone_closed_it() {
    for restart in [0, 8] {
        let whole = jpeg(&noise(400, 300), 80, |e| e.set_restart_interval(restart));
        assert!(take("a.jpg", &whole).is_ok());
        for tenth in 3..10 {
            let mut cut = whole[..whole.len() * tenth / 10].to_vec();
            cut.extend_from_slice(&[0xFF, 0xD9]);
            assert_eq!(
                take("a.jpg", &cut).unwrap_err(),
                Fault::Truncated,
                "{tenth}/10 {restart}"
            );
            // A download that reserved its space first is filled up with zeroes.
            let mut padded = whole[..whole.len() * tenth / 10].to_vec();
            padded.resize(whole.len(), 0);
            assert_eq!(
                take("a.jpg", &padded).unwrap_err(),
                Fault::Truncated,
                "{tenth}/10 {restart}"
            );
        }
    }
}

#[test]
fn whole_jpegs_of_any_size_are_accepted() {
    for (width, height) in [
        (1, 1),
        (7, 9),
        (8, 8),
        (16, 16),
        (17, 33),
        (640, 8),
        (8, 640),
    ] {
        for (restart, quality) in [(0, 30), (0, 80), (1, 80), (3, 80)] {
            let flat = super::fixtures::draw(width, height, |_, _| [255; 3]);
            for picture in [flat, scene(width, height)] {
                let file = jpeg(&picture, quality, |e| e.set_restart_interval(restart));
                take("a.jpg", &file)
                    .unwrap_or_else(|fault| panic!("{width}×{height} {restart}: {fault:?}"));
            }
        }
    }
}

#[test]
fn a_cut_png_or_webp_is_truncated() {
    for whole in [png(&chat(300, 400), |_| {}), webp(&chat(300, 400))] {
        for tenth in 1..10 {
            let cut = &whole[..whole.len() * tenth / 10];
            assert_eq!(take("a", cut).unwrap_err(), Fault::Truncated, "{tenth}/10");
        }
    }
}

#[test]
fn flipped_bytes_never_panic() {
    let files = [
        jpeg(&scene(90, 70), 80, |_| {}),
        png(&scene(90, 70), |_| {}),
        webp(&scene(90, 70)),
    ];
    for file in &files {
        for at in (0..file.len()).step_by(file.len() / 150 + 1) {
            let mut broken = file.clone();
            broken[at] ^= 0x5A;
            let _ = take("a", &broken);
        }
    }
}

#[test]
fn bombs_are_refused_by_their_header() {
    // A frame header of 65535 × 65535 and a scan without data.
    let mut bomb = jpeg(&scene(16, 16), 80, |_| {});
    let frame = bomb.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap();
    bomb[frame + 5..frame + 9].fill(0xFF);
    let limit = 200_000_000;
    assert_eq!(
        take("a.jpg", &bomb).unwrap_err(),
        Fault::TooLarge {
            width: 65_535,
            height: 65_535,
            limit
        }
    );
    let mut bomb = png(&scene(16, 16), |_| {});
    bomb[16..24].copy_from_slice(&[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
    assert_eq!(
        take("a.png", &bomb).unwrap_err(),
        Fault::TooLarge {
            width: 65_535,
            height: 65_535,
            limit
        }
    );
}

#[test]
fn a_moving_png_is_named() {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 4, 4);
    encoder.set_animated(2, 0).unwrap();
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0; 48]).unwrap();
    writer.write_image_data(&[9; 48]).unwrap();
    writer.finish().unwrap();
    assert_eq!(take("a.png", &bytes).unwrap_err(), Fault::Animated);
}

#[test]
fn other_kinds_are_named() {
    for (start, kind) in [
        (&b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif"[..], Foreign::Avif),
        (b"PK\x03\x04....OFD.xml", Foreign::Ofd),
        (b"PK\x03\x04....photo.jpg", Foreign::Zip),
        (b"Rar!\x1A\x07\x01\0", Foreign::Rar),
        (b"7z\xBC\xAF\x27\x1C", Foreign::SevenZip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldOffice),
        (b"RIFF\x10\0\0\0AVI LIST", Foreign::Avi),
        (b"\x1A\x45\xDF\xA3", Foreign::Matroska),
        (b"<?xml version=\"1.0\"?><svg/>", Foreign::Svg),
        (b"{\\rtf1", Foreign::Rtf),
        (b"\x7FELF\0\0\0", Foreign::Unknown),
    ] {
        assert_eq!(sniff(start), Kind::Foreign(kind));
        assert_eq!(
            take("chat.txt", start).unwrap_err(),
            Fault::Unsupported { kind }
        );
        assert!(!kind.name().is_empty());
    }
    assert_eq!(Foreign::Avif.remedy(), Remedy::SaveAsPicture);
    assert_eq!(sniff(b"\xEF\xBB\xBF%PDF-1.7\n"), Kind::Pdf);
    assert_eq!(sniff(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Kind::Heic);
    assert_eq!(sniff("BM 你好".as_bytes()), Kind::Text);
    assert_eq!(sniff(b"\xFF\xFEh\0i\0"), Kind::Text);
}

#[test]
fn the_order_is_kept_and_one_fault_hides_no_other_item() {
    let good = jpeg(&scene(200, 100), 80, |_| {});
    let items: Vec<Item> = (0..12)
        .map(|no| item("a", if no % 3 == 0 { b"" } else { &good }, &[]))
        .collect();
    let results = ingest(&items, &darkroom());
    for (no, result) in results.iter().enumerate() {
        assert_eq!(result.is_err(), no % 3 == 0);
    }
}

#[test]
fn a_locked_office_document_is_told_from_an_old_one() {
    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    file.resize(1024, 0);
    let name = "EncryptedPackage".encode_utf16();
    file.extend(name.flat_map(u16::to_le_bytes));
    let kind = Foreign::LockedOffice;
    assert_eq!(
        take("a.docx", &file).unwrap_err(),
        Fault::Unsupported { kind }
    );
    assert_eq!(kind.remedy(), Remedy::Unlock);
}

/// A TIFF of 24 × 24 pixels in tiles of 16 × 16, with each colour in tiles of its own.
fn tiles_by_colour() -> Vec<u8> {
    const TILES: u32 = 12;
    const LISTS: u32 = 16;
    const DIRECTORY: u32 = LISTS + 2 * 4 * TILES;
    let entries: [(u16, u16, u32, u32); 11] = [
        (256, 4, 1, 24),
        (257, 4, 1, 24),
        (258, 3, 3, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (277, 3, 1, 3),
        (284, 3, 1, 2),
        (322, 4, 1, 16),
        (323, 4, 1, 16),
        (324, 4, TILES, LISTS),
        (325, 4, TILES, LISTS + 4 * TILES),
    ];
    // What entries point to lies between the header and the directory.
    let mut file = b"II*\0".to_vec();
    file.extend(DIRECTORY.to_le_bytes());
    file.extend([8_u8, 0, 8, 0, 8, 0, 0, 0]);
    let data = DIRECTORY + 2 + 11 * 12 + 4;
    let offsets = (0..TILES).map(|tile| data + tile * 256);
    file.extend(offsets.flat_map(u32::to_le_bytes));
    file.extend((0..TILES).flat_map(|_| 256_u32.to_le_bytes()));
    file.extend(11_u16.to_le_bytes());
    for (tag, kind, count, value) in entries {
        file.extend(tag.to_le_bytes());
        file.extend(kind.to_le_bytes());
        file.extend(count.to_le_bytes());
        file.extend(value.to_le_bytes());
    }
    file.extend([0; 4]);
    file.extend([127; 256 * TILES as usize]);
    file
}

#[test]
fn tiles_by_colour_are_told_as_what_is_not_read() {
    let fault = take("a.tif", &tiles_by_colour()).unwrap_err();
    let kind = Foreign::RareTiff;
    assert_eq!(fault, Fault::Unsupported { kind });
}
