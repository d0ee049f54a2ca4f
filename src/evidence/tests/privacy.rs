//! Nothing but the picture is left in a copy.

use super::super::{CopyFormat, CopyKind, Step, strip_for_upload};
use super::fixtures::{
    chat, copies, decoded, difference, draw, holds, jpeg, notes, pixels, png, scene, take,
};

/// Words that the fixtures hide in metadata.
const SECRETS: [&str; 8] = [
    "SECRET",
    "Exif",
    "GPS",
    "ICC",
    "Photoshop",
    "tEXt",
    "eXIf",
    "iCCP",
];

#[test]
fn a_shrunk_photo_keeps_nothing_of_the_camera() {
    let exif = notes(1);
    let photo = jpeg(&scene(1600, 1200), 90, |e| {
        e.add_exif_metadata(&exif).unwrap();
        e.add_icc_profile(b"ICC SECRETPROFILE").unwrap();
        e.add_app_segment(13, b"Photoshop 3.0\0SECRETIPTC".to_vec())
            .unwrap();
    });
    assert!(holds(&photo, "SECRETPLACE"));
    let taken = take("a.jpg", &photo).unwrap();
    let copy = &copies(&taken)[0];
    assert_eq!(copy.kind, CopyKind::Photo);
    assert!(taken.steps.contains(&Step::Scaled {
        width: 1233,
        height: 925
    }));
    for word in SECRETS {
        assert!(!holds(&copy.bytes, word), "{word}");
    }
}

#[test]
fn a_clean_jpeg_is_passed_on_bit_by_bit_without_its_metadata() {
    let bare = jpeg(&chat(720, 1280), 90, |_| {});
    let mut file = jpeg(&chat(720, 1280), 90, |e| {
        e.add_app_segment(13, b"Photoshop 3.0\0SECRETIPTC".to_vec())
            .unwrap();
    });
    // A comment, and what phones append behind the end: a second picture with a place of its own.
    file.splice(2..2, b"\xFF\xFE\x00\x0BSECRETCOM".iter().copied());
    file.extend_from_slice(b"MotionPhoto SECRETVIDEO GPS");
    let taken = take("a.jpg", &file).unwrap();
    let copy = &copies(&taken)[0];
    assert_eq!(taken.steps, [Step::Stripped]);
    assert_eq!(
        (copy.kind, copy.format),
        (CopyKind::Screen, CopyFormat::Jpeg)
    );
    assert!(copy.bytes.len() <= file.len());
    for word in SECRETS {
        assert!(!holds(&copy.bytes, word), "{word}");
    }
    assert_eq!(difference(&pixels(copy), &decoded(&bare)), 0);
    assert_eq!(strip_for_upload(copy).unwrap(), copy.bytes.to_vec());
}

#[test]
fn a_progressive_jpeg_is_passed_on_too() {
    let file = jpeg(&chat(720, 1280), 90, |e| e.set_progressive(true));
    let taken = take("a.jpg", &file).unwrap();
    assert_eq!(taken.steps, [Step::Stripped]);
    assert_eq!(difference(&pixels(&copies(&taken)[0]), &decoded(&file)), 0);
}

#[test]
fn a_png_loses_its_text() {
    let picture = draw(300, 200, |x, y| [x as u8, y as u8, 9]);
    let file = png(&picture, |e| {
        e.add_text_chunk("Author".to_owned(), "SECRETNAME".to_owned())
            .unwrap();
        e.add_itxt_chunk("XML:com.adobe.xmp".to_owned(), "SECRET GPS".to_owned())
            .unwrap();
    });
    let taken = take("a.png", &file).unwrap();
    let copy = &copies(&taken)[0];
    for word in SECRETS {
        assert!(!holds(&copy.bytes, word), "{word}");
    }
    assert!(copy.bytes.len() < file.len());
    let upload = strip_for_upload(copy).unwrap();
    assert!(upload.starts_with(&[0xFF, 0xD8]));
    assert!(difference(&decoded(&upload), &picture) < 24);
}
