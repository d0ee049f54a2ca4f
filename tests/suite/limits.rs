//! Filings within a number of bytes, pages or pictures.

use std::path::Path;

use crate::cli::{copy_of, text, tousu};

/// A folder with the smallest example and an exhibit of grainy photos.
fn with_photos(count: usize) -> tempfile::TempDir {
    let folder = copy_of("minimal");
    let case = folder.path().join("case.yaml");
    let mut written = std::fs::read_to_string(&case)
        .unwrap()
        .trim_end()
        .to_owned();
    for no in 0..count {
        let (width, height) = (2400_u16, 1800_u16);
        let mut seed = 7 + u32::try_from(no).unwrap();
        let pixels: Vec<u8> = (0..usize::from(width) * usize::from(height) * 3)
            .map(|at| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 27).to_le_bytes()[0] + (at / 40_000).to_le_bytes()[0] / 2
            })
            .collect();
        let mut bytes = Vec::new();
        jpeg_encoder::Encoder::new(&mut bytes, 90)
            .encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb)
            .unwrap();
        std::fs::write(folder.path().join(format!("evidence/photo{no}.jpg")), bytes).unwrap();
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
