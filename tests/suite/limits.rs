//! Filings within a number of bytes, pages or pictures.

use std::path::Path;

use crate::cli::{copy_of, text, tousu};

/// A photo with so many bits of grain.
fn grainy(no: usize, width: u16, height: u16, bits: u32) -> Vec<u8> {
    let mut seed = 7 + u32::try_from(no).unwrap();
    let pixels: Vec<u8> = (0..usize::from(width) * usize::from(height) * 3)
        .map(|at| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> (32 - bits)).to_le_bytes()[0].wrapping_add((at / 40_000).to_le_bytes()[0] / 2)
        })
        .collect();
    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 90)
        .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    bytes
}

/// A folder with the smallest example and an exhibit of grainy photos.
fn with_photos(count: usize) -> tempfile::TempDir {
    let folder = copy_of("minimal");
    let case = folder.path().join("case.yaml");
    let mut written = std::fs::read_to_string(&case)
        .unwrap()
        .trim_end()
        .to_owned();
    for no in 0..count {
        let photo = grainy(no, 2400, 1800, 5);
        std::fs::write(folder.path().join(format!("evidence/photo{no}.jpg")), photo).unwrap();
        let item = "\n  - {文件: evidence/photoN.jpg, 名称: 照片N, 证明: 未解决, 来源: 拍照}";
        written += &item.replace('N', &no.to_string());
    }
    std::fs::write(case, written + "\n").unwrap();
    folder
}

fn render(folder: &Path, more: &[&str]) -> (Option<i32>, String) {
    let mut arguments = vec!["render", "--date", "2026-11-22"];
    arguments.extend(more);
    let output = tousu(folder, &arguments);
    (output.status.code(), text(&output.stderr))
}

fn size(folder: &Path) -> u64 {
    let about = std::fs::metadata(folder.join("out/12315.pdf"));
    about.map_or(0, |about| about.len())
}

#[test]
fn photos_give_way_until_the_file_is_small_enough() {
    let folder = with_photos(3);
    let channel = ["--channel", "12315", "--format", "pdf"];
    assert_eq!(render(folder.path(), &channel).0, Some(0));
    let whole = size(folder.path());
    let most = whole * 3 / 4;
    let limit = most.to_string();
    let limited: Vec<&str> = channel
        .iter()
        .copied()
        .chain(["--max-size", &limit])
        .collect();
    let (code, said) = render(folder.path(), &limited);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("[made-smaller]"), "{said}");
    assert!(size(folder.path()) <= most);

    // What cannot be small enough is an error that says so, and the file of before stays.
    let before = size(folder.path());
    let tiny: Vec<&str> = channel
        .iter()
        .copied()
        .chain(["--max-size", "60KB"])
        .collect();
    let (code, said) = render(folder.path(), &tiny);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("[too-large]") && said.contains("不附于"),
        "{said}"
    );
    assert_eq!(size(folder.path()), before);
}

#[test]
fn too_many_pages_are_an_error_that_names_the_longest() {
    let folder = copy_of("minimal");
    let (code, said) = render(folder.path(), &["--channel", "12315", "--max-pages", "2"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("[too-many-pages]") && said.contains("证据"),
        "{said}"
    );
    let (code, said) = render(folder.path(), &["--channel", "12315", "--max-pages", "99"]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn pictures_beyond_their_number_are_named_and_stay_in_the_document() {
    let folder = copy_of("minimal");
    let (code, said) = render(folder.path(), &["--channel", "alipay", "--max-files", "1"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("[pictures-left-out]"), "{said}");
    assert!(folder.path().join("out/alipay-01.jpg").exists());
    assert!(!folder.path().join("out/alipay-02.jpg").exists());
}

/// What the manifest beside a volume says of an exhibit: its first and last page.
fn pages_of(manifest: &serde_json::Value, no: u64) -> Option<(u64, u64)> {
    let exhibits = manifest["exhibits"].as_array().unwrap();
    let exhibit = exhibits.iter().find(|one| one["no"] == no)?;
    let pages = exhibit["pages"].as_array().unwrap();
    Some((pages[0].as_u64().unwrap(), pages[1].as_u64().unwrap()))
}

/// Covers a word in a picture of the last volume that stands in the text of the first.
fn a_word_hidden_in_one_volume_may_not_stand_in_another(folder: &Path, arguments: &[&str]) {
    let case = folder.join("case.yaml");
    let written = std::fs::read_to_string(&case).unwrap();
    let told = written
        .replace("话费充值50元\n", "话费充值50元YH7K4QWN82TC\n")
        .replace(
            "画面所载: {时间: 2026-11-20}",
            "遮盖: {boxes: [{at: [0, 0, 90, 90], hides: YH7K4QWN82TC}]}",
        );
    std::fs::write(&case, told).unwrap();
    let (code, said) = render(folder, arguments);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("[redaction-residue]"), "{said}");
    std::fs::write(&case, written).unwrap();
}

#[test]
fn what_does_not_fit_one_file_goes_into_volumes_that_name_each_others_pages() {
    let folder = with_photos(2);
    let case = folder.path().join("case.yaml");
    // One exhibit alone is too large for a volume.
    for no in 0..5 {
        let path = folder.path().join(format!("evidence/group{no}.jpg"));
        std::fs::write(path, grainy(no, 1000, 750, 7)).unwrap();
    }
    let mut written = std::fs::read_to_string(&case).unwrap();
    written += "  - {文件: evidence/group*.jpg, \
                名称: 一组照片, 证明: 未解决, 来源: 拍照, 画面所载: {时间: 2026-11-20}}\n";
    std::fs::write(&case, written).unwrap();
    let most = 380_000;
    let limit = most.to_string();
    let arguments = ["--channel", "12315", "--max-size", &limit];
    let (code, said) = render(folder.path(), &arguments);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("[in-volumes]"), "{said}");

    let out = folder.path().join("out");
    let mut volumes = Vec::new();
    while let Ok(pdf) = std::fs::read(out.join(format!("12315-{}.pdf", volumes.len() + 1))) {
        assert!(pdf.len() <= most, "{} bytes", pdf.len());
        let name = format!("12315-{}.manifest.json", volumes.len() + 1);
        let manifest: serde_json::Value =
            serde_json::from_slice(&std::fs::read(out.join(name)).unwrap()).unwrap();
        volumes.push((tousu::reread::reread(&pdf).unwrap(), manifest));
    }
    assert!(volumes.len() > 2, "{}", volumes.len());
    assert!(out.join("12315.txt").exists());
    assert!(!out.join("12315.pdf").exists());

    let ink = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let heads: Vec<String> = volumes
        .iter()
        .map(|(read, _)| ink(&read.pages.concat()))
        .collect();
    let mut copies = 0;
    for (no, (read, manifest)) in (1..).zip(&volumes) {
        assert_eq!(
            manifest["volume"],
            serde_json::json!({"no": no, "of": volumes.len()})
        );
        for (index, page) in read.pages.iter().enumerate() {
            let footer = format!("第{no}卷第{}页共{}页", index + 1, read.pages.len());
            assert!(ink(page).contains(&footer), "{footer}: {page}");
        }
        for exhibit in manifest["exhibits"].as_array().unwrap() {
            let originals = exhibit["originals"].as_array().unwrap();
            copies += originals
                .iter()
                .filter_map(|one| one["copies"].as_array())
                .flatten()
                .count();
        }
        // The list in the first volume and the index in the others name every exhibit of every volume.
        for (other, (_, manifest)) in (1..).zip(&volumes) {
            for exhibit in 1..=8 {
                if let Some((first, last)) = pages_of(manifest, exhibit) {
                    let pages = if first == last {
                        first.to_string()
                    } else {
                        format!("{first}—{last}")
                    };
                    let place = format!("第{other}卷{pages}");
                    assert!(
                        heads[no - 1].contains(&place),
                        "volume {no}: {exhibit} at {place}"
                    );
                }
            }
        }
        let verified = tousu(
            folder.path(),
            &["verify", &format!("out/12315-{no}.pdf"), "."],
        );
        assert_eq!(
            verified.status.code(),
            Some(0),
            "{}",
            text(&verified.stdout)
        );
    }
    // Four of the example, two photos, and the group of five: none is lost between the volumes.
    assert_eq!(copies, 11);
    let parted = volumes
        .iter()
        .filter(|(_, manifest)| pages_of(manifest, 8).is_some())
        .count();
    assert!(parted > 1);
    assert!(heads.iter().any(|text| text.contains("一组照片（续）")));

    a_word_hidden_in_one_volume_may_not_stand_in_another(folder.path(), &arguments);

    // Where one file is all that is taken, it is an error.
    let one: Vec<&str> = arguments
        .iter()
        .copied()
        .chain(["--max-files", "1"])
        .collect();
    let (code, said) = render(folder.path(), &one);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("[too-large]") && said.contains("一个文件"),
        "{said}"
    );
}
