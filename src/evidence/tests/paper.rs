//! TIFF, BMP and GIF; parts that are cut out, pages that are chosen, turns that the case asks for.

use image::codecs::bmp::BmpEncoder;
use image::codecs::gif::GifEncoder;
use image::{ExtendedColorType, Frame, ImageEncoder, RgbaImage};
use tiff::encoder::{TiffEncoder, colortype};

use super::super::raster::Raster;
use super::super::{
    Area, Buffers, CopyKind, Fault, Ingested, Item, Length, Notice, PageArea, Part, Region, Step,
    Treatment, ingest_one,
};
use super::fixtures::{
    copies, darkroom, difference, draw, item, jpeg, notes, pixels, png, scene, take,
};

/// Draws a page that tells its number: so many dark stripes on white.
fn sheet(stripes: u32) -> Raster {
    draw(400, 560, move |x, y| {
        if y % 40 < 12 && y / 40 < stripes && x > 20 {
            [30, 30, 60]
        } else {
            [255; 3]
        }
    })
}

/// Writes pages as a TIFF.
fn tiff(pages: &[Raster]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut bytes).unwrap();
    for page in pages {
        encoder
            .write_image::<colortype::RGB8>(page.width, page.height, &page.pixels)
            .unwrap();
    }
    bytes.into_inner()
}

/// Takes a file with a treatment.
fn treated(name: &str, bytes: &[u8], treatment: Treatment) -> Result<Ingested, Fault> {
    let item = Item {
        treatment,
        ..item(name, bytes, &[])
    };
    ingest_one(&item, &Buffers::default(), &darkroom())
}

/// A rectangle in pixels on a page.
fn on(page: u32, at: [u32; 4]) -> PageArea {
    let [x, y, w, h] = at.map(Length::Pixels);
    PageArea {
        page,
        area: Area { x, y, w, h },
    }
}

#[test]
fn every_page_of_a_tiff_is_filed() {
    let pages = [sheet(2), sheet(5), sheet(9)];
    let taken = take("scan.tif", &tiff(&pages)).unwrap();
    let copies = copies(&taken);
    assert_eq!(copies.len(), 3);
    for ((no, copy), page) in (1..).zip(copies).zip(&pages) {
        assert_eq!(
            (copy.kind, copy.page),
            (CopyKind::Page, Some(Part { no, of: 3 }))
        );
        assert!(difference(&pixels(copy), page) < 16);
    }
}

#[test]
fn only_the_pages_that_the_case_names_are_filed() {
    let file = tiff(&[sheet(1), sheet(2), sheet(3), sheet(4)]);
    let pages = |pages: &[(u32, u32)]| Treatment {
        pages: pages.to_vec(),
        ..Treatment::default()
    };
    let taken = treated("a.tif", &file, pages(&[(1, 1), (3, 4)])).unwrap();
    let numbers: Vec<u32> = copies(&taken)
        .iter()
        .map(|copy| copy.page.unwrap().no)
        .collect();
    assert_eq!(numbers, [1, 3, 4]);
    assert!(taken.steps.contains(&Step::PagesChosen { filed: 3, of: 4 }));
    let missing = treated("a.tif", &file, pages(&[(2, 5)]));
    assert_eq!(
        missing.unwrap_err(),
        Fault::NoSuchPage { page: 5, pages: 4 }
    );
}

#[test]
fn a_box_covers_its_page_and_a_box_on_no_page_is_told() {
    let file = tiff(&[sheet(9), sheet(9)]);
    let treatment = Treatment {
        boxes: vec![on(2, [40, 40, 100, 60]), on(3, [0, 0, 50, 50])],
        ..Treatment::default()
    };
    let taken = treated("a.tif", &file, treatment).unwrap();
    let covered: Vec<usize> = copies(&taken).iter().map(|copy| copy.masks.len()).collect();
    assert_eq!(covered, [0, 1]);
    assert!(taken.notices.contains(&Notice::BoxOnNoPage { page: 3 }));
    assert!(taken.notices.iter().any(Notice::is_serious));
}

#[test]
fn tiffs_of_every_colour_look_the_same() {
    let grey: Vec<u8> = (0..=255).collect();
    let write = |bytes: &mut std::io::Cursor<Vec<u8>>, kind: u8| {
        let mut encoder = TiffEncoder::new(bytes).unwrap();
        let wide: Vec<u16> = grey.iter().map(|g| u16::from(*g) * 257).collect();
        let inks: Vec<u8> = grey.iter().flat_map(|g| [0, 0, 0, 255 - g]).collect();
        let clear: Vec<u8> = grey.iter().flat_map(|g| [*g, *g, *g, 255]).collect();
        match kind {
            0 => encoder.write_image::<colortype::Gray8>(16, 16, &grey),
            1 => encoder.write_image::<colortype::Gray16>(16, 16, &wide),
            2 => encoder.write_image::<colortype::CMYK8>(16, 16, &inks),
            _ => encoder.write_image::<colortype::RGBA8>(16, 16, &clear),
        }
        .unwrap();
    };
    let expected = draw(16, 16, |x, y| [(y * 16 + x) as u8; 3]);
    for kind in 0..4 {
        let mut bytes = std::io::Cursor::new(Vec::new());
        write(&mut bytes, kind);
        let taken = take("a.tif", &bytes.into_inner()).unwrap();
        assert!(
            difference(&pixels(&copies(&taken)[0]), &expected) <= 3,
            "{kind}"
        );
    }
}

#[test]
fn bmp_and_the_first_frame_of_a_gif() {
    let picture = sheet(6);
    let mut bmp = Vec::new();
    BmpEncoder::new(&mut bmp)
        .write_image(&picture.pixels, 400, 560, ExtendedColorType::Rgb8)
        .unwrap();
    let taken = take("a.bmp", &bmp).unwrap();
    assert!(difference(&pixels(&copies(&taken)[0]), &picture) < 16);

    let frame = |raster: &Raster| {
        let rgba = raster
            .pixels
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], 255]);
        Frame::new(RgbaImage::from_raw(400, 560, rgba.collect()).unwrap())
    };
    let gif = |frames: &[Raster]| {
        let mut bytes = Vec::new();
        let mut encoder = GifEncoder::new(&mut bytes);
        encoder.encode_frames(frames.iter().map(frame)).unwrap();
        drop(encoder);
        bytes
    };
    let still = take("a.gif", &gif(&[sheet(6)])).unwrap();
    assert!(!still.steps.contains(&Step::FirstFrame));
    let moving = take("a.gif", &gif(&[sheet(6), sheet(1)])).unwrap();
    assert!(moving.steps.contains(&Step::FirstFrame));
    assert!(difference(&pixels(&copies(&moving)[0]), &picture) < 24);
}

#[test]
fn a_part_is_cut_out_and_what_it_leaves_out_is_gone() {
    let screen = draw(600, 1200, |x, y| {
        if x > 300 && y > 600 {
            [60, y as u8, 200]
        } else {
            [200, 10, 10]
        }
    });
    let treatment = Treatment {
        crops: vec![on(1, [301, 601, 250, 500])],
        boxes: vec![on(1, [320, 640, 16, 16])],
        ..Treatment::default()
    };
    for file in [png(&screen, |_| {}), jpeg(&screen, 95, |_| {})] {
        let taken = treated("a", &file, treatment.clone()).unwrap();
        let copy = &copies(&taken)[0];
        assert_eq!((copy.width, copy.height), (250, 500));
        let region = Region {
            left: 301,
            top: 601,
            width: 250,
            height: 500,
        };
        assert_eq!((copy.region, copy.whole), (region, (600, 1200)));
        assert!(taken.steps.contains(&Step::Cropped));
        let shown = pixels(copy);
        assert!(shown.pixels.chunks_exact(3).all(|p| p[0] < 150));
        // The box is counted from the corner of the whole, and covers at least what it was to cover.
        for (x, y) in [(19, 39), (34, 54)] {
            assert!(shown.luma(x, y) < 8, "({x}, {y})");
        }
    }
    let outside = Treatment {
        crops: vec![on(1, [700, 0, 10, 10])],
        ..Treatment::default()
    };
    let missed = treated("a.png", &png(&screen, |_| {}), outside).unwrap_err();
    assert_eq!(
        missed,
        Fault::CropOutside {
            page: 1,
            width: 600,
            height: 1200
        }
    );
}

#[test]
fn a_turn_of_the_case_comes_after_that_of_the_camera() {
    let stored = scene(300, 200);
    let exif = notes(6);
    let file = jpeg(&stored, 95, |encoder| {
        let mut segment = b"Exif\0\0".to_vec();
        segment.extend_from_slice(&exif);
        encoder.add_app_segment(1, segment).unwrap();
    });
    for (turns, size) in [
        (0, (200, 300)),
        (1, (300, 200)),
        (2, (200, 300)),
        (3, (300, 200)),
    ] {
        let treatment = Treatment {
            turns,
            ..Treatment::default()
        };
        let taken = treated("a.jpg", &file, treatment).unwrap();
        let copy = &copies(&taken)[0];
        assert_eq!((copy.width, copy.height), size);
        // Orientation 6 turns by one quarter, the case by so many more.
        let all = stored.clone().rotated(turns + 1, &Buffers::default());
        assert!(difference(&pixels(copy), &all) < 60, "{turns}");
    }
}
