//! What originals tell besides what is filed of them.

use super::super::{Content, Disclosed, Unclear, disclosed, stands_in};
use super::fixtures::{chat, darkroom, jpeg, notes, png, scene, take, webp};
use super::pdf_file::{A4, HELVETICA, PdfFile, line, page};

/// What a file tells, taken as it would be filed.
fn told(name: &str, bytes: &[u8]) -> Disclosed {
    disclosed(bytes, &take(name, bytes).unwrap().content, &darkroom())
}

fn says(told: &Disclosed, word: &str) -> bool {
    told.texts.iter().any(|text| text.contains(word))
}

#[test]
fn clean_pictures_tell_nothing() {
    let screen = chat(720, 1280);
    for (name, bytes) in [
        ("a.jpg", jpeg(&screen, 90, |_| {})),
        ("a.png", png(&screen, |_| {})),
        ("a.webp", webp(&screen)),
    ] {
        assert_eq!(told(name, &bytes), Disclosed::default(), "{name}");
    }
}

#[test]
fn a_place_is_found_in_every_kind_of_notes() {
    let exif = notes(1);
    let xmp = "<x:xmpmeta><rdf exif:GPSLatitude=\"39,54N\"/></x:xmpmeta>";
    let segment = [b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat();
    let photo = scene(800, 600);
    let with_exif = jpeg(&photo, 90, |e| e.add_exif_metadata(&exif).unwrap());
    let with_xmp = jpeg(&photo, 90, |e| e.add_app_segment(1, segment).unwrap());
    let screen = png(&photo, |e| {
        e.add_itxt_chunk("XML:com.adobe.xmp".to_owned(), xmp.to_owned())
            .unwrap();
    });
    for (name, bytes) in [("a.jpg", with_exif), ("b.jpg", with_xmp), ("c.png", screen)] {
        assert!(told(name, &bytes).place, "{name}");
    }
}

#[test]
fn names_in_notes_are_read() {
    let photo = scene(800, 600);
    let mut file = jpeg(&photo, 90, |_| {});
    let name = encoding_rs::GBK.encode("林晓舟").0;
    let comment = [b"\xFF\xFE\x00\x08", name.as_ref()].concat();
    file.splice(2..2, comment);
    let named = told("a.jpg", &file);
    assert!(
        says(&named, "林晓舟") && named.unclear.is_none(),
        "{named:?}"
    );
    let screen = png(&photo, |e| {
        e.add_text_chunk("Author".to_owned(), "lin".to_owned())
            .unwrap();
        e.add_ztxt_chunk("Comment".to_owned(), "packed words".to_owned())
            .unwrap();
    });
    let noted = told("a.png", &screen);
    assert!(
        says(&noted, "lin") && says(&noted, "packed words"),
        "{noted:?}"
    );
    assert_eq!(noted.unclear, None);
}

#[test]
fn what_nobody_knows_is_doubted() {
    let photo = scene(800, 600);
    let plain = jpeg(&photo, 90, |_| {});
    let odd = jpeg(&photo, 90, |e| {
        e.add_app_segment(13, b"Photoshop 3.0\0".to_vec()).unwrap();
    });
    let film = [plain.clone(), b"MotionPhoto".to_vec()].concat();
    let screen = png(&photo, |_| {});
    let cropped = [screen, b"what an editor cut away".to_vec()].concat();
    for (name, bytes, why) in [
        ("a.jpg", odd, Unclear::Editor),
        ("b.jpg", film, Unclear::AfterEnd),
        ("c.png", cropped, Unclear::AfterEnd),
    ] {
        assert_eq!(told(name, &bytes).unclear, Some(why), "{name}");
    }
}

#[test]
fn texts_are_read_in_full_and_mails_not() {
    let log = encoding_rs::GBK
        .encode("2026-11-20 12:45 何一鸣：19900003344\n")
        .0;
    assert!(says(&told("a.txt", &log), "19900003344"));
    let ids: String = (0..20).map(|no| format!("wxid_secret{no}")).collect();
    let table = format!(
        "StrTime,Remark,StrContent,StrTalker\n2026-11-20 12:45:00,小何,在吗,{ids}\n2026-11-20 12:46:00,客服,在,{ids}\n"
    );
    let exported = told("a.csv", table.as_bytes());
    assert_eq!(exported.unclear, Some(Unclear::Unshown), "{exported:?}");
    let mail = b"From: a@x.example\r\nMessage-ID: <1@x.example>\r\nReceived: from 192.0.2.1\r\n\r\nhello\r\n";
    assert_eq!(told("a.eml", mail).unclear, Some(Unclear::Unshown));
    let page = "<html><body><p>&#26519;&#x6653;</p></body></html>".as_bytes();
    assert!(says(&told("a.html", page), "林晓"));
    let scripted = b"<html><body><p>hello</p><script>let a = 1;</script></body></html>";
    assert_eq!(told("a.html", scripted).unclear, Some(Unclear::Unshown));
}

#[test]
fn a_pdf_tells_text_strings_and_notes_of_its_pictures() {
    let nothing = Content::Pictures(Vec::new());
    let of = |bytes: &[u8]| disclosed(bytes, &nothing, &darkroom());
    let plain = of(&page(&line("(Hello 19900003344)"), HELVETICA, A4));
    assert!(
        says(&plain, "Hello 19900003344") && plain.unclear.is_none(),
        "{plain:?}"
    );
    // Text in no ink is there all the same.
    let unseen = of(&page(
        "BT 3 Tr /F1 24 Tf 50 700 Td (Unseen) Tj ET",
        HELVETICA,
        A4,
    ));
    assert!(says(&unseen, "Unseen"), "{unseen:?}");

    let mut file = PdfFile::new("1.7");
    file.object("<</Author(lin)>>");
    let exif = notes(1);
    let photo = jpeg(&scene(64, 64), 90, |e| e.add_exif_metadata(&exif).unwrap());
    file.stream("/Filter/DCTDecode", &photo);
    let noted = of(&file.page("", "", A4).finish());
    assert!(says(&noted, "lin") && noted.place, "{noted:?}");

    let mut packed = PdfFile::new("1.7");
    packed.object("<</Type/Filespec/EF<</F 9 0 R>>>>");
    let packed = packed.page("", "", A4).finish();
    assert_eq!(of(&packed).unclear, Some(Unclear::Unshown));
    let twice = [packed.clone(), b"%%EOF\n".to_vec()].concat();
    assert_eq!(of(&twice).unclear, Some(Unclear::Versions));
}

#[test]
fn a_word_is_found_in_the_encodings_of_texts() {
    let wide: Vec<u8> = "甲乙丙".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let chinese = encoding_rs::GBK.encode("x甲乙丙").0.into_owned();
    for bytes in ["甲乙丙".as_bytes(), &wide, &chinese] {
        assert!(stands_in("甲乙丙", bytes) && !stands_in("甲丙", bytes));
    }
}

/// A scan of two pages, with a short text.
fn scan(raster: &super::super::raster::Raster) -> Vec<u8> {
    use tiff::encoder::{TiffEncoder, colortype::RGB8};
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut bytes).unwrap();
    for artist in ["lin", "xu"] {
        let mut image = encoder
            .new_image::<RGB8>(raster.width, raster.height)
            .unwrap();
        image
            .encoder()
            .write_tag(tiff::tags::Tag::Artist, artist)
            .unwrap();
        image.write_data(&raster.pixels).unwrap();
    }
    bytes.into_inner()
}

/// A list of fields with one strip that is packed as JPEG.
fn in_one_strip(strip: &[u8]) -> Vec<u8> {
    let length = u32::try_from(strip.len()).unwrap();
    let mut file = b"II*\0\x08\0\0\0\x03\0".to_vec();
    for (tag, value) in [(259_u16, 7_u32), (273, 50), (279, length)] {
        file.extend_from_slice(&tag.to_le_bytes());
        file.extend_from_slice(&4_u16.to_le_bytes());
        file.extend_from_slice(&[1_u32.to_le_bytes(), value.to_le_bytes()].concat());
    }
    file.extend_from_slice(&[0; 4]);
    file.extend_from_slice(strip);
    file
}

/// Puts one field more into the first list of a scan, which is written anew at the end.
fn with_field(scan: &[u8], tag: u16, kind: u16, value: u32) -> Vec<u8> {
    let mut file = scan.to_vec();
    file.resize(file.len().next_multiple_of(4), 0);
    let first = u32::from_le_bytes(scan[4..8].try_into().unwrap()) as usize;
    let count = u16::from_le_bytes([scan[first], scan[first + 1]]);
    let fields = &scan[first + 2..first + 2 + 12 * usize::from(count)];
    let next = &scan[first + 2 + fields.len()..][..4];
    let at = u32::try_from(file.len()).unwrap();
    file.extend_from_slice(&(count + 1).to_le_bytes());
    file.extend_from_slice(fields);
    file.extend_from_slice(&[tag.to_le_bytes(), kind.to_le_bytes()].concat());
    file.extend_from_slice(&[1_u32.to_le_bytes(), value.to_le_bytes()].concat());
    file.extend_from_slice(next);
    file[first..first + 2 + fields.len() + 4].fill(0);
    file[4..8].copy_from_slice(&at.to_le_bytes());
    file
}

#[test]
fn a_scan_goes_along_when_every_byte_of_it_is_known() {
    let plain = scan(&scene(300, 200));
    let found = told("a.tif", &plain);
    assert_eq!(found.unclear, None, "{found:?}");
    assert!(says(&found, "lin") && says(&found, "xu") && !found.place);
    assert_eq!(told("a.tif", &with_field(&plain, 266, 3, 1)).unclear, None);
    for (tag, why) in [
        (330, Unclear::Preview),
        (34_377, Unclear::Editor),
        (50_000, Unclear::Part),
    ] {
        let odd = told("a.tif", &with_field(&plain, tag, 4, 8));
        assert_eq!(odd.unclear, Some(why), "{tag}");
    }
    assert!(told("a.tif", &with_field(&plain, 33_550, 4, 8)).place);
    let of = |strip: &[u8]| {
        let nothing = Content::Pictures(Vec::new());
        disclosed(&in_one_strip(strip), &nothing, &darkroom()).unclear
    };
    let strip = jpeg(&scene(64, 64), 90, |_| {});
    assert_eq!(of(&strip), None);
    assert_eq!(
        of(&[&strip, b"more".as_slice()].concat()),
        Some(Unclear::Part)
    );
    assert_eq!(of(&strip[..strip.len() / 2]), Some(Unclear::Part));
    let longer = [plain.as_slice(), b"what a page showed before"].concat();
    assert_eq!(told("a.tif", &longer).unclear, Some(Unclear::Unshown));
    let nothing = Content::Pictures(Vec::new());
    let cut = disclosed(&plain[..plain.len() / 2], &nothing, &darkroom());
    assert_eq!(cut.unclear, Some(Unclear::Part));
}

#[test]
fn bitmaps_and_gifs_of_usual_programs_tell_nothing() {
    use image::ImageEncoder;
    let raster = chat(320, 240);
    let mut bitmap = Vec::new();
    let encoder = image::codecs::bmp::BmpEncoder::new(&mut bitmap);
    encoder
        .write_image(&raster.pixels, 320, 240, image::ExtendedColorType::Rgb8)
        .unwrap();
    assert_eq!(told("a.bmp", &bitmap), Disclosed::default());
    bitmap.extend_from_slice(b"more");
    assert_eq!(told("a.bmp", &bitmap).unclear, Some(Unclear::AfterEnd));
    let mut gif = Vec::new();
    image::codecs::gif::GifEncoder::new(&mut gif)
        .encode(&raster.pixels, 320, 240, image::ExtendedColorType::Rgb8)
        .unwrap();
    assert_eq!(told("a.gif", &gif), Disclosed::default());
    gif.extend_from_slice(b"more");
    assert_eq!(told("a.gif", &gif).unclear, Some(Unclear::AfterEnd));
}

#[test]
fn figures_of_screenshots_are_known_if_they_are_short() {
    let screen = png(&chat(320, 240), |_| {});
    let with = |length: usize| {
        let mut file = screen.clone();
        let size = u32::try_from(length).unwrap().to_be_bytes();
        // The reader of notes does not look at the checksum of a chunk that the decoder does not know.
        let chunk = [size.as_slice(), b"iDOT", &vec![0; length], &[0; 4]].concat();
        file.splice(33..33, chunk);
        let nothing = Content::Pictures(Vec::new());
        disclosed(&file, &nothing, &darkroom()).unclear
    };
    assert_eq!(with(28), None);
    assert_eq!(with(4000), Some(Unclear::Part));
}
