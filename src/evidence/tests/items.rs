//! What HEIC pictures tell besides what is filed of them.

use heifer::heifer_isobmff::HeifFile;
use heifer::heifer_isobmff::boxes::HevcConfig;
use heifer::heifer_isobmff::writer::{HeifWriter, ImageSpec};

use super::super::raster::Raster;
use super::super::{Content, Disclosed, Unclear, disclosed};
use super::fixtures::{chat, darkroom, draw, notes, scene};
use super::previews::{exif, scaled, small};

fn told(bytes: &[u8]) -> Disclosed {
    disclosed(bytes, &Content::Pictures(Vec::new()), &darkroom())
}

/// A picture that is coded in one piece, ready to be an item.
struct Coded {
    size: (u32, u32),
    config: HevcConfig,
    slices: Vec<Vec<u8>>,
}

impl Coded {
    /// Codes a picture of at most 512 pixels a side.
    fn of(raster: &Raster) -> Self {
        let options = heifer::EncodeOptions::default();
        let (width, height) = (raster.width, raster.height);
        let file = heifer::encode_rgb8(width, height, &raster.pixels, &options).unwrap();
        let file = HeifFile::parse(&file).unwrap();
        let data = file.item_data(file.primary_id).unwrap();
        let (mut rest, mut slices) = (&data[..], Vec::new());
        while let Some((length, more)) = rest.split_first_chunk() {
            let (slice, more) = more.split_at(u32::from_be_bytes(*length) as usize);
            slices.push(slice.to_vec());
            rest = more;
        }
        let config = file.hevc_config(file.primary_id).unwrap().unwrap().clone();
        Self {
            size: (width, height),
            config,
            slices,
        }
    }

    fn spec(&self) -> ImageSpec<'_> {
        ImageSpec::new(self.size.0, self.size.1, self.config.clone(), &self.slices)
    }
}

/// A picture with something at every edge.
fn room() -> Raster {
    draw(512, 384, |x, y| match (x / 64, y / 48) {
        (0, 2..=5) => [200, 40, 40],
        (7, _) => [40, 60, 190],
        (2..=4, 0) => [250, 240, 60],
        (2..=3, 7) => [20, 150, 60],
        _ => [(60 + y / 4) as u8, 90, 120],
    })
}

/// A file with a picture and what `add` adds to it.
fn file(add: impl FnOnce(&mut HeifWriter, u32)) -> Vec<u8> {
    let mut writer = HeifWriter::new();
    let image = writer.add_image(&Coded::of(&room()).spec());
    add(&mut writer, image);
    writer.finish()
}

/// A file with a small picture that goes with the picture.
fn with_small(raster: &Raster) -> Vec<u8> {
    file(|writer, image| {
        let coded = Coded::of(raster);
        let mut spec = coded.spec();
        spec.hidden = true;
        let id = writer.add_image(&spec);
        writer.add_reference(*b"thmb", id, &[image]);
    })
}

#[test]
fn a_plain_picture_goes_along_with_tiles_thumbnail_and_notes() {
    assert_eq!(told(&file(|_, _| {})).unclear, None);
    assert_eq!(told(&with_small(&scaled(&room(), 160, 120))).unclear, None);
    // Larger pictures are parted into tiles, and the encoder adds a small one.
    let large = scaled(&room(), 1024, 768);
    let options = heifer::EncodeOptions::default();
    let tiles = heifer::encode_rgb8(1024, 768, &large.pixels, &options).unwrap();
    let found = told(&tiles);
    assert_eq!((found.unclear, found.place), (None, false));
    let own = exif(&small(&scaled(&room(), 160, 120), 80), b"MAKER lin");
    let noted = told(&file(|writer, image| {
        writer.add_exif(image, &own);
    }));
    assert_eq!(noted.unclear, None);
    assert!(noted.texts.iter().any(|text| text.contains("MAKER lin")));
    let xmp = b"<x dc:creator='lin'/>";
    let noted = told(&file(|writer, image| {
        writer.add_xmp(image, xmp);
    }));
    assert!(noted.unclear.is_none() && noted.texts.iter().any(|text| text.contains("lin")));
}

#[test]
fn what_another_item_shows_is_doubted_by_name() {
    let edited = with_small(&scaled(&chat(512, 384), 160, 120));
    assert_eq!(told(&edited).unclear, Some(Unclear::Older));
    let older = exif(&small(&scene(160, 120), 80), b"");
    let noted = file(|writer, image| {
        writer.add_exif(image, &older);
    });
    assert_eq!(told(&noted).unclear, Some(Unclear::Older));
    let auxiliary = |urn: &'static str| {
        file(|writer, image| {
            let coded = Coded::of(&scene(256, 192));
            let mut spec = coded.spec();
            spec.auxiliary_type = Some(urn);
            let id = writer.add_image(&spec);
            writer.add_reference(*b"auxl", id, &[image]);
        })
    };
    for (urn, why) in [
        ("urn:mpeg:hevc:2015:auxid:2", Unclear::Depth),
        ("urn:com:apple:photo:2020:aux:hdrgainmap", Unclear::Second),
    ] {
        assert_eq!(told(&auxiliary(urn)).unclear, Some(why), "{urn}");
    }
    let burst = file(|writer, _| {
        writer.add_image(&Coded::of(&scene(256, 192)).spec());
    });
    assert_eq!(told(&burst).unclear, Some(Unclear::Second));
    let cut = file(|writer, _| {
        let coded = Coded::of(&room());
        let mut spec = coded.spec();
        spec.crop = Some((300, 384));
        let id = writer.add_image(&spec);
        writer.set_primary(id);
        writer.add_reference(*b"thmb", 1, &[id]);
    });
    assert!(told(&cut).unclear.is_some());
}

#[test]
fn places_and_stray_data_are_found() {
    let placed = notes(1);
    let noted = file(|writer, image| {
        writer.add_exif(image, &placed);
    });
    assert!(told(&noted).place);
    let xmp = b"<x exif:GPSLatitude='39,54N'/>";
    let noted = file(|writer, image| {
        writer.add_xmp(image, xmp);
    });
    assert!(told(&noted).place);
    let plain = file(|_, _| {});
    let boxed = |kind: &[u8], inner: &[u8]| {
        let length = u32::try_from(inner.len() + 8).unwrap().to_be_bytes();
        [&plain, length.as_slice(), kind, inner].concat()
    };
    for (bytes, why) in [
        (boxed(b"moov", b"a live photo"), Unclear::Film),
        (boxed(b"uuid", b"something"), Unclear::Part),
        (boxed(b"free", b"cut away"), Unclear::Part),
        (boxed(b"mdat", b"what no item is made of"), Unclear::Unshown),
        ([&plain, b"more".as_slice()].concat(), Unclear::AfterEnd),
        (plain[..plain.len() / 3].to_vec(), Unclear::Part),
    ] {
        assert_eq!(told(&bytes).unclear, Some(why));
    }
    assert_eq!(told(&boxed(b"free", &[0; 9])).unclear, None);
}

#[test]
fn hostile_lists_of_items_are_no_panic() {
    let whole = with_small(&scaled(&room(), 160, 120));
    for at in (8..700.min(whole.len())).step_by(3) {
        let mut odd = whole.clone();
        odd[at] ^= 0xFF;
        told(&odd);
    }
}
