//! Small pictures inside of photos, and what the makers of cameras note.

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Field, In, Tag, Value};

use super::super::raster::Raster;
use super::super::{Buffers, Disclosed, Unclear, disclosed};
use super::fixtures::{darkroom, draw, jpeg, notes, scene, take, webp};

/// What a file tells, taken as it would be filed.
fn told(name: &str, bytes: &[u8]) -> Disclosed {
    disclosed(bytes, &take(name, bytes).unwrap().content, &darkroom())
}

/// A room with things in it: soft shades, hard edges, something at every edge of the picture.
fn room(width: u32, height: u32) -> Raster {
    let (w, h) = (width / 16, height / 12);
    draw(width, height, move |x, y| {
        let shade = (40 + 120 * y / height) as u8;
        match (x / w, y / h) {
            (0, 2..=9) => [200, 40, 40],
            (15, 4..=7) => [40, 60, 190],
            (6..=9, 0) => [250, 240, 60],
            (3..=5, 11..) => [20, 150, 60],
            (7..=8, 5..=6) => [235, 235, 230],
            _ => [shade, shade / 2 + 30, 180 - shade / 2],
        }
    })
}

/// A picture in another size.
pub(super) fn scaled(raster: &Raster, width: u32, height: u32) -> Raster {
    let buffers = Buffers::default();
    raster.clone().scaled(width, height, &buffers).unwrap()
}

fn cropped(raster: &Raster, [left, top, width, height]: [u32; 4]) -> Raster {
    draw(width, height, |x, y| pixel(raster, left + x, top + y))
}

fn pixel(raster: &Raster, x: u32, y: u32) -> [u8; 3] {
    let at = ((y * raster.width + x) * 3) as usize;
    raster.pixels[at..at + 3].try_into().unwrap()
}

/// A picture in the middle of black.
fn on_black(raster: &Raster, width: u32, height: u32) -> Raster {
    let (left, top) = ((width - raster.width) / 2, (height - raster.height) / 2);
    draw(width, height, |x, y| {
        let inside =
            (left..left + raster.width).contains(&x) && (top..top + raster.height).contains(&y);
        if inside {
            pixel(raster, x - left, y - top)
        } else {
            [0; 3]
        }
    })
}

/// Notes of a camera with a small picture and notes of its maker, either of which may be empty.
pub(super) fn exif(thumbnail: &[u8], maker: &[u8]) -> Vec<u8> {
    let field = |tag, value| Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    };
    let make = field(Tag::Make, Value::Ascii(vec![b"Example".to_vec()]));
    let maker_note = field(Tag::MakerNote, Value::Undefined(maker.to_vec(), 0));
    let mut writer = Writer::new();
    writer.push_field(&make);
    if !maker.is_empty() {
        writer.push_field(&maker_note);
    }
    if !thumbnail.is_empty() {
        writer.set_jpeg(thumbnail, In::THUMBNAIL);
    }
    let mut bytes = Cursor::new(Vec::new());
    writer.write(&mut bytes, true).unwrap();
    bytes.into_inner()
}

/// A photo with such notes.
fn photo(raster: &Raster, thumbnail: &[u8], maker: &[u8]) -> Vec<u8> {
    let notes = exif(thumbnail, maker);
    jpeg(raster, 90, |e| e.add_exif_metadata(&notes).unwrap())
}

/// A picture as a JPEG without notes.
pub(super) fn small(raster: &Raster, quality: u8) -> Vec<u8> {
    jpeg(raster, quality, |_| {})
}

#[test]
fn a_thumbnail_that_shows_the_same_hides_nothing() {
    let whole = room(1600, 1200);
    let grainy = scene(1600, 1200);
    let buffers = Buffers::default();
    let own = scaled(&whole, 160, 120);
    for (what, raster, thumbnail) in [
        ("fine", &whole, small(&own, 90)),
        ("coarse", &whole, small(&own, 30)),
        ("grainy", &grainy, small(&scaled(&grainy, 160, 120), 60)),
        ("larger", &whole, small(&scaled(&whole, 512, 384), 75)),
        ("odd", &whole, small(&scaled(&whole, 163, 121), 75)),
        (
            "turned",
            &whole,
            small(&own.clone().upright(6, &buffers), 75),
        ),
    ] {
        let found = told("a.jpg", &photo(raster, &thumbnail, b""));
        assert_eq!(found.unclear, None, "{what}");
    }
    let wide = room(1600, 900);
    let barred = on_black(&scaled(&wide, 160, 90), 160, 120);
    let found = told("a.jpg", &photo(&wide, &small(&barred, 75), b""));
    assert_eq!(found.unclear, None);
    let tall = room(900, 1600);
    let barred = on_black(&scaled(&tall, 68, 120), 160, 120);
    let found = told("a.jpg", &photo(&tall, &small(&barred, 75), b""));
    assert_eq!(found.unclear, None);
}

#[test]
fn a_thumbnail_from_before_an_edit_is_found() {
    let whole = room(1600, 1200);
    let thumbnail = small(&scaled(&whole, 160, 120), 90);
    let covered = |[left, top, right, bottom]: [u32; 4]| {
        draw(1600, 1200, |x, y| {
            let inside = (left..right).contains(&x) && (top..bottom).contains(&y);
            if inside { [0; 3] } else { pixel(&whole, x, y) }
        })
    };
    for (what, edited) in [
        ("cropped all round", cropped(&whole, [80, 60, 1440, 1080])),
        ("cropped at the right", cropped(&whole, [0, 0, 1500, 1200])),
        ("cropped at the foot", cropped(&whole, [0, 0, 1600, 1100])),
        ("covered", covered([700, 500, 900, 700])),
        ("covered by a line", covered([700, 540, 900, 570])),
        ("another picture", scene(1600, 1200)),
    ] {
        let found = told("a.jpg", &photo(&edited, &thumbnail, b""));
        assert_eq!(found.unclear, Some(Unclear::Older), "{what}");
    }
    // What stands in the bars was cut away from the picture.
    let wide = cropped(&whole, [0, 150, 1600, 900]);
    let found = told("a.jpg", &photo(&wide, &thumbnail, b""));
    assert_eq!(found.unclear, Some(Unclear::Older));
}

#[test]
fn thumbnails_are_compared_in_every_format() {
    let whole = room(1600, 1200);
    let thumbnail = scaled(&whole, 160, 120);
    for (of, why) in [(&thumbnail, None), (&scene(160, 120), Some(Unclear::Older))] {
        let notes = exif(&small(of, 80), b"");
        let mut screen = Vec::new();
        let mut encoder = png::Encoder::new(&mut screen, 1600, 1200);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_chunk(png::chunk::eXIf, &notes).unwrap();
        writer.write_image_data(&whole.pixels).unwrap();
        writer.finish().unwrap();
        assert_eq!(told("a.png", &screen).unclear, why);
        let mut web = webp(&whole);
        let length = u32::try_from(notes.len()).unwrap().to_le_bytes();
        let chunk = [b"EXIF", length.as_slice(), &notes, &[0][..notes.len() % 2]].concat();
        web.extend_from_slice(&chunk);
        let length = u32::try_from(web.len() - 8).unwrap().to_le_bytes();
        web[4..8].copy_from_slice(&length);
        assert_eq!(told("a.webp", &web).unclear, why);
    }
}

#[test]
fn notes_of_a_thumbnail_are_notes_of_the_photo() {
    let whole = room(1600, 1200);
    let own = scaled(&whole, 160, 120);
    let placed = notes(1);
    let thumbnail = jpeg(&own, 80, |e| e.add_exif_metadata(&placed).unwrap());
    assert!(told("a.jpg", &photo(&whole, &thumbnail, b"")).place);
    let mut named = small(&own, 80);
    named.splice(2..2, *b"\xFF\xFE\x00\x05lin");
    let found = told("a.jpg", &photo(&whole, &named, b""));
    assert!(found.texts.iter().any(|text| text.contains("lin")) && found.unclear.is_none());
    // A small picture in a small picture has nothing that it could be compared with.
    let deeper = exif(&small(&own, 80), b"");
    let thumbnail = jpeg(&own, 80, |e| e.add_exif_metadata(&deeper).unwrap());
    let found = told("a.jpg", &photo(&whole, &thumbnail, b""));
    assert_eq!(found.unclear, Some(Unclear::Preview));
    let broken = &small(&own, 80)[..900];
    let found = told("a.jpg", &photo(&whole, broken, b""));
    assert_eq!(found.unclear, Some(Unclear::Preview));
    let larger = small(&scaled(&whole, 800, 600), 80);
    let found = told("a.jpg", &photo(&scaled(&whole, 400, 300), &larger, b""));
    assert_eq!(found.unclear, Some(Unclear::Preview));
}

#[test]
fn what_makers_note_is_searched_in_every_encoding() {
    let whole = room(800, 600);
    let wide = |order: fn(u16) -> [u8; 2]| "林晓舟".encode_utf16().flat_map(order).collect();
    let chinese = encoding_rs::GBK.encode("林晓舟").0.into_owned();
    let spellings: [Vec<u8>; 4] = [
        "林晓舟".as_bytes().to_vec(),
        chinese,
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ];
    for name in spellings {
        let maker = [b"MAKER\0\x01\x02\xFE".as_slice(), &name, b"\0\0\x07"].concat();
        let found = told("a.jpg", &photo(&whole, b"", &maker));
        assert!(
            found.texts.iter().any(|text| text.contains("林晓舟")),
            "{name:?}"
        );
        assert!(found.unclear.is_none() && !found.place);
    }
}

#[test]
fn places_in_what_makers_note_are_found() {
    let whole = room(800, 600);
    let wide: Vec<u8> = "Latitude"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let named = |name: &[u8; 8]| {
        let mut list = b"Panasonic\0\0\0\x01\0\x69\0\x07\0\x04\0\0\0".to_vec();
        list.extend_from_slice(name);
        list
    };
    for (maker, place) in [
        (b"MAKER {\"serial\": 12345}".to_vec(), false),
        (named(b"---\0\0\0\0\0"), false),
        (b"MAKER {\"latitude\": 31.23}".to_vec(), true),
        ([b"MAKER".as_slice(), &wide].concat(), true),
        (b"MAKER\x02\0\x05\0\x03\0\0\0\x40\0\0\0".to_vec(), true),
        (b"MAKER\0\x04\0\x05\0\0\0\x03\0\0\0\x40".to_vec(), true),
        (b"MAKER\x25\x88\x04\0\x01\0\0\0\x40\0\0\0".to_vec(), true),
        (b"MAKER $GPRMC,092204.999".to_vec(), true),
        (named(b"Suzh\0\0\0\0"), true),
    ] {
        let mut notes = exif(b"", &maker);
        if maker.starts_with(b"Panasonic") {
            // Its list is in the order of bytes of the file.
            assert_eq!(notes[..2], *b"II");
        }
        notes.extend_from_slice(&[0; 4]);
        let file = jpeg(&whole, 90, |e| e.add_exif_metadata(&notes).unwrap());
        assert_eq!(told("a.jpg", &file).place, place, "{maker:?}");
    }
}

#[test]
fn pictures_in_what_makers_note_are_compared() {
    let whole = room(1600, 1200);
    let of = |raster: &Raster| {
        let maker = [b"MAKER\0".as_slice(), &small(raster, 80), b"\x01\x02"].concat();
        told("a.jpg", &photo(&whole, b"", &maker)).unclear
    };
    assert_eq!(of(&scaled(&whole, 320, 240)), None);
    assert_eq!(of(&scene(320, 240)), Some(Unclear::Older));
    let stray = photo(&whole, b"", b"MAKER\xFF\xD8\xFF\xE0 and so on");
    assert_eq!(told("a.jpg", &stray).unclear, Some(Unclear::Preview));
}

#[test]
fn notes_that_come_round_or_end_early_are_doubted() {
    let whole = room(800, 600);
    let notes = exif(&small(&scaled(&whole, 160, 120), 80), b"MAKER");
    let mut round = notes.clone();
    // The list of the small picture follows the first one, which follows it.
    let first = notes[4..8].try_into().unwrap();
    let at = u32::from_le_bytes(first) as usize;
    let next = at + 2 + 12 * usize::from(u16::from_le_bytes([notes[at], notes[at + 1]]));
    round[next..next + 4].copy_from_slice(&first);
    for notes in [
        &round[..],
        &notes[..notes.len() / 2],
        b"MM\0*",
        b"",
        b"II*\0\xFF\xFF\xFF\xFF",
    ] {
        let file = jpeg(&whole, 90, |e| e.add_exif_metadata(notes).unwrap());
        let found = told("a.jpg", &file);
        assert!(found.unclear.is_some(), "{} bytes", notes.len());
    }
}

#[test]
fn what_phones_append_is_named() {
    let plain = small(&room(800, 600), 90);
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08moov";
    let after = |more: &[u8]| told("a.jpg", &[&plain, more].concat()).unclear;
    assert_eq!(after(film), Some(Unclear::Film));
    assert_eq!(after(b"MotionPhoto_Data"), Some(Unclear::Film));
    assert_eq!(after(&plain), Some(Unclear::Second));
    assert_eq!(after(b"SEFHe\0"), Some(Unclear::AfterEnd));
    assert_eq!(after(&[0; 16]), None);
    let with = |mark: u8, content: &[u8]| {
        let mut marked = plain.clone();
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        marked.splice(2..2, [&[0xFF, mark], length.as_slice(), content].concat());
        told("a.jpg", &marked).unclear
    };
    let depth = b"http://ns.adobe.com/xap/1.0/\0<x GDepth:Format='RangeInverse'/>";
    let further = b"http://ns.adobe.com/xmp/extension/\0 GImage:Data";
    assert_eq!(with(0xE2, b"MPF\0II*\0"), Some(Unclear::Second));
    assert_eq!(with(0xE1, depth), Some(Unclear::Depth));
    assert_eq!(with(0xE1, further), Some(Unclear::Depth));
    assert_eq!(with(0xED, b"Photoshop 3.0\x008BIM"), Some(Unclear::Editor));
    assert_eq!(with(0xEB, b"JP\0\x01"), Some(Unclear::Part));
    assert_eq!(with(0xEC, b"Ducky\0\x01\0\x04\0\0\0\x50\0\0"), None);
}
