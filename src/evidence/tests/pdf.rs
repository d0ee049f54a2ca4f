//! Every page of a PDF is drawn with all that is on it, or a fault names the page and what is missing.

use super::super::drawing::{Format, Order, Page, draw};
use super::super::raster::Raster;
use super::super::{Area, CopyKind, Fault, Length, Loss, Notice, PageArea, PageRoom, Part, Step};
use super::fixtures::{FACE, copies, pixels, take, take_with};
use super::pdf_file::{A4, HELVETICA, PdfFile, deflated, hex, line, page, song};

/// Orders the pages of a document.
fn order(password: Option<&str>, pages: &[(u32, u32)]) -> Order {
    Order {
        format: Format::Pdf,
        password: password.map(str::to_owned),
        pages: pages.to_vec(),
        room: PageRoom::default(),
    }
}

/// Draws what is ordered.
fn drawn_as(order: &Order, bytes: &[u8]) -> Result<(Vec<Page>, Vec<Notice>), Fault> {
    let mut pages = Vec::new();
    let notices = draw(order, bytes.to_vec(), FACE, &mut |page| {
        pages.push(page);
        Ok(())
    })?;
    Ok((pages, notices))
}

/// Draws a whole document.
fn drawn(bytes: &[u8]) -> Result<(Vec<Page>, Vec<Notice>), Fault> {
    drawn_as(&order(None, &[]), bytes)
}

/// Draws a document of one page that nothing is to be said about.
fn only(bytes: &[u8]) -> Raster {
    let (mut pages, notices) = drawn(bytes).unwrap();
    assert_eq!((pages.len(), notices), (1, Vec::new()));
    pages.remove(0).raster
}

/// What is lost on the first page.
fn loss(bytes: &[u8]) -> Loss {
    match drawn(bytes).map(|(_, notices)| notices) {
        Err(Fault::PageIncomplete { page: 1, loss }) => loss,
        other => panic!("{other:?}"),
    }
}

/// How many pixels of a region, in thousandths of width and height, are not paper.
fn ink(raster: &Raster, x: [u32; 2], y: [u32; 2]) -> usize {
    let place = |extent: u32, at: u32| extent * at / 1000;
    let columns = place(raster.width, x[0])..place(raster.width, x[1]);
    let rows = place(raster.height, y[0])..place(raster.height, y[1]);
    rows.flat_map(|y| columns.clone().map(move |x| (x, y)))
        .filter(|(x, y)| raster.luma(*x, *y) < 200)
        .count()
}

/// All ink of a page.
fn all_ink(raster: &Raster) -> usize {
    ink(raster, [0, 1000], [0, 1000])
}

/// A page with an annotation over its text.
fn annotated(annotation: &str) -> Vec<u8> {
    let attributes = format!("{A4}/Annots[<</Type/Annot{annotation}>>]");
    page(&line("(Contract)"), HELVETICA, &attributes)
}

/// A page with an annotation that has a red frame as its appearance.
fn stamped(annotation: &str) -> Vec<u8> {
    let mut file = PdfFile::new("1.6");
    let look = file.stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 100 100]",
        b"0.8 0 0 RG 8 w 6 6 88 88 re S",
    );
    let annotation = format!("{annotation}/Rect[300 600 450 750]/F 4/AP<</N {look} 0 R>>");
    let attributes = format!("{A4}/Annots[<</Type/Annot{annotation}>>]");
    file.page(&line("(Contract)"), HELVETICA, &attributes)
        .finish()
}

#[test]
fn every_version_is_drawn() {
    for version in ["1.0", "1.2", "1.4", "1.7", "2.0"] {
        let file = PdfFile::new(version).page(&line("(Contract)"), HELVETICA, A4);
        let raster = only(&file.finish());
        assert_eq!((raster.width, raster.height), (1335, 1890));
        // The line stands 700 of 842 points up.
        assert!(ink(&raster, [80, 400], [140, 180]) > 1000, "{version}");
        assert_eq!(ink(&raster, [0, 1000], [200, 1000]), 0);
    }
}

#[test]
fn turned_and_cut_pages_stand_as_a_reader_shows_them() {
    let draw = |attributes: &str| only(&page(&line("(Contract)"), HELVETICA, attributes));
    let wide = only(&page("9 9 90 90 re f", "", "/MediaBox[0 0 842 595]"));
    assert_eq!((wide.width, wide.height), (1480, 1046));
    let turned = draw(&format!("{A4}/Rotate 90"));
    assert_eq!((turned.width, turned.height), (1480, 1046));
    // What was the upper left is the upper right.
    assert!(ink(&turned, [800, 900], [80, 400]) > 1000);
    assert_eq!(ink(&turned, [0, 780], [0, 1000]), 0);
    let upside_down = draw(&format!("{A4}/Rotate -180"));
    assert!(ink(&upside_down, [600, 920], [820, 860]) > 1000);
    let cut = draw(&format!("{A4}/CropBox[0 600 400 842]/UserUnit 2"));
    assert_eq!((cut.width, cut.height), (1480, 895));
    assert!(ink(&cut, [100, 600], [480, 620]) > 1000);
}

#[test]
fn huge_pages_are_drawn_small() {
    for side in ["14400", "30000", "200000"] {
        let attributes = format!("/MediaBox[0 0 {side} {side}]");
        let content = format!("0 0 {side} 900 re f");
        let raster = only(&page(&content, "", &attributes));
        assert_eq!((raster.width, raster.height), (1480, 1480));
    }
    let insane = page("0 0 1 1 re f", "", "/MediaBox[0 0 1e39 1e39]");
    assert!(drawn(&insane).is_err());
}

#[test]
fn chinese_text_without_its_font_is_drawn_in_ours() {
    let (gbk, _, _) = encoding_rs::GBK.encode("电子发票，金额");
    let ucs2: Vec<u8> = "电子发票，金额"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    for (encoding, text) in [("GBK-EUC-H", gbk.as_ref()), ("UniGB-UCS2-H", &ucs2)] {
        let file = page(&line(&hex(text)), &song(encoding, "GB1"), A4);
        let (pages, notices) = drawn(&file).unwrap();
        assert!(all_ink(&pages[0].raster) > 2000, "{encoding}");
        let names = vec!["STSong-Light".to_owned()];
        assert_eq!(notices, [Notice::FontsReplaced { names }]);
    }
}

#[test]
fn characters_that_no_face_has_are_named() {
    let encoded =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    // A Korean font that is not there, and ours has no Korean.
    let korean = page(
        &line(&hex(&encoded("한국"))),
        &song("UniKS-UCS2-H", "Korea1"),
        A4,
    );
    let text = "국한".to_owned();
    assert_eq!(loss(&korean), Loss::Text { text });
    // A number of a glyph in a font that is not there says nothing.
    let unknown = page(&line("<00410042>"), &song("Identity-H", "Identity"), A4);
    let text = "<41><42>".to_owned();
    assert_eq!(loss(&unknown), Loss::Text { text });
    // A character that the encoding does not know.
    let rare = page(
        &line(&hex(&encoded("\u{2c386}"))),
        &song("UniGB-UCS2-H", "GB1"),
        A4,
    );
    assert!(matches!(loss(&rare), Loss::Text { .. }));
}

#[test]
fn stamps_and_signatures_are_drawn() {
    let plain = all_ink(&only(&page(&line("(Contract)"), HELVETICA, A4)));
    for annotation in [
        "/Subtype/Stamp",
        "/Subtype/Widget/FT/Sig/T(s)/V<</Type/Sig>>",
        "/Subtype/FreeText/Contents(x)",
    ] {
        let raster = only(&stamped(annotation));
        assert!(all_ink(&raster) > plain + 5000, "{annotation}");
        assert!(ink(&raster, [500, 770], [100, 300]) > 5000, "{annotation}");
    }
}

#[test]
fn annotations_without_a_look_are_named() {
    for (annotation, kind, text) in [
        ("/Subtype/FreeText/Contents(x)", "FreeText", "x"),
        (
            "/Subtype/FreeText/Contents<FEFF4F5C5E9F>",
            "FreeText",
            "作废",
        ),
        ("/Subtype/Square", "Square", ""),
        (
            "/Subtype/Highlight/QuadPoints[1 1 9 1 1 9 9 9]",
            "Highlight",
            "",
        ),
        ("/Subtype/Stamp/Name/Approved", "Stamp", ""),
        ("/Subtype/Widget/FT/Tx/V(paid)", "Widget", "paid"),
        ("/Subtype/Widget/Parent<</FT/Tx/V(paid)>>", "Widget", "paid"),
        ("/Subtype/Widget/FT/Btn/AS/Yes/V/Yes", "Widget", ""),
    ] {
        let file = annotated(&format!("{annotation}/Rect[10 10 90 90]"));
        let (kind, text) = (kind.to_owned(), text.to_owned());
        assert_eq!(loss(&file), Loss::Annotation { kind, text });
    }
    let line = annotated("/Subtype/Line/L[10 10 90 10]/Rect[10 10 90 10]");
    assert!(matches!(loss(&line), Loss::Annotation { .. }));
}

#[test]
fn annotations_that_nobody_sees_are_none() {
    for annotation in [
        "/Subtype/Link/Rect[10 10 90 90]",
        "/Subtype/Popup/Rect[10 10 90 90]",
        "/Subtype/Square/Rect[10 10 90 90]/F 2",
        "/Subtype/Square/Rect[10 10 90 90]/F 32",
        "/Subtype/Widget/FT/Sig/V<</Type/Sig>>/Rect[0 0 0 0]",
        "/Subtype/Widget/FT/Tx/Rect[10 10 90 90]",
        "/Subtype/Widget/FT/Tx/V()/Rect[10 10 90 90]",
        "/Subtype/Widget/FT/Btn/AS/Off/Rect[10 10 90 90]/AP<</N<</Yes 1 0 R>>>>",
    ] {
        only(&annotated(annotation));
    }
}

#[test]
fn blank_pages_are_pointed_out() {
    for content in ["", "1 g 0 0 595 842 re f"] {
        let (pages, notices) = drawn(&page(content, HELVETICA, A4)).unwrap();
        assert_eq!(all_ink(&pages[0].raster), 0);
        let pages = vec![1];
        assert_eq!(notices, [Notice::BlankPages { pages }]);
    }
    // Something is written here, and nothing of it is seen.
    let covered = page("0 g 9 9 90 90 re f 1 g 0 0 595 842 re f", "", A4);
    assert_eq!(loss(&covered), Loss::Everything);
}

#[test]
fn what_cannot_be_read_is_named() {
    let picture = |content: &str, attributes: &str, data: &[u8]| {
        let mut file = PdfFile::new("1.7");
        let no = file.stream(attributes, data);
        file.page(content, &format!("/XObject<</I {no} 0 R>>"), A4)
            .finish()
    };
    let place = "q 100 0 0 100 50 50 cm /I Do Q";
    let image = "/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceRGB\
                 /BitsPerComponent 8";
    let good = picture(place, image, &[0; 9 * 9 * 3]);
    assert!(all_ink(&only(&good)) > 1000);
    let bad = format!("{image}/Filter/DCTDecode");
    assert_eq!(loss(&picture(place, &bad, b"nonsense")), Loss::Picture);
    assert_eq!(loss(&page(place, "", A4)), Loss::Picture);
    let odd = "/Font<</F1<</Type/Font/Subtype/Odd>>>>";
    assert_eq!(loss(&page(&line("(Contract)"), odd, A4)), Loss::Font);
    let mut file = PdfFile::new("1.7");
    let content = file.stream("/Filter/FlateDecode", b"nothing that deflates");
    file.object(&format!(
        "<</Type/Page/Parent 2 0 R{A4}/Contents {content} 0 R>>"
    ));
    assert_eq!(loss(&file.finish()), Loss::Page);
}

#[test]
fn cut_and_broken_files_are_faults() {
    let whole = page(&line("(Contract)"), HELVETICA, A4);
    for tenth in 1..10 {
        let cut = &whole[..whole.len() * tenth / 10];
        assert!(drawn(cut).is_err(), "{tenth}/10");
    }
    let end = whole.windows(6).rposition(|window| window == b"endobj");
    let cut = &whole[..end.unwrap() + 6];
    assert_eq!(drawn(cut).unwrap_err(), Fault::Truncated);
    let nothing = drawn(b"%PDF-1.7\nnothing here\n").unwrap_err();
    assert!(matches!(nothing, Fault::Corrupt { .. }));
    let mut noise = whole;
    for byte in noise.iter_mut().skip(9).step_by(3) {
        *byte ^= 0x55;
    }
    assert!(drawn(&noise).is_err());
}

#[test]
fn a_page_that_is_not_there_is_named() {
    let file = PdfFile::new("1.7").page(&line("(Contract)"), HELVETICA, A4);
    let fault = drawn(&file.finish_with("99 0 R")).unwrap_err();
    let loss = Loss::Page;
    assert_eq!(fault, Fault::PageIncomplete { page: 2, loss });
}

#[test]
fn pages_are_chosen_by_number() {
    let long = |pages: usize| {
        let mut file = PdfFile::new("1.7");
        for no in 1..=pages {
            let content = format!("0 0 {no} 842 re f");
            file = file.page(&content, "", "/MediaBox[0 0 60 84]");
        }
        file.finish()
    };
    let chosen = |pages: &[(u32, u32)]| drawn_as(&order(None, pages), &long(4));
    let numbers = |pages: &[Page]| -> Vec<u32> { pages.iter().map(|page| page.part.no).collect() };
    let (pages, _) = drawn(&long(4)).unwrap();
    assert_eq!(numbers(&pages), [1, 2, 3, 4]);
    assert!(pages.iter().all(|page| page.part.of == 4));
    let (pages, _) = chosen(&[(4, 4), (2, 2)]).unwrap();
    assert_eq!(numbers(&pages), [2, 4]);
    assert!(all_ink(&pages[0].raster) < all_ink(&pages[1].raster));
    assert_eq!(numbers(&chosen(&[(2, 4), (3, 3)]).unwrap().0), [2, 3, 4]);
    for page in [0, 5] {
        let fault = chosen(&[(1, 1), (page, page)]).unwrap_err();
        assert_eq!(fault, Fault::NoSuchPage { page, pages: 4 });
    }
    let limit = 300;
    let fault = drawn(&long(301)).unwrap_err();
    assert_eq!(fault, Fault::TooManyPages { limit });
    let named = drawn_as(&order(None, &[(301, 301)]), &long(301));
    assert_eq!(named.unwrap().0.len(), 1);
}

#[test]
fn locked_documents_open_with_their_password() {
    let files: [&[u8]; 3] = [
        include_bytes!("../../../tests/evidence/locked-rc4.pdf"),
        include_bytes!("../../../tests/evidence/locked-aes128.pdf"),
        include_bytes!("../../../tests/evidence/locked-aes256.pdf"),
    ];
    for file in files {
        assert_eq!(drawn(file).unwrap_err(), Fault::NeedsPassword);
        let with = |password| drawn_as(&order(Some(password), &[]), file);
        assert_eq!(with("wrong").unwrap_err(), Fault::WrongPassword);
        let (pages, _) = with("user").unwrap();
        assert!(all_ink(&pages[0].raster) > 1000);
    }
    // Only copying is forbidden, and a password that is not needed does no harm.
    let open = include_bytes!("../../../tests/evidence/copying-forbidden.pdf");
    assert!(all_ink(&only(open)) > 1000);
    assert!(drawn_as(&order(Some("other"), &[]), open).is_ok());
}

#[test]
fn forms_that_hold_themselves_end() {
    let mut file = PdfFile::new("1.7");
    let own = file.stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X 3 0 R>>>>",
        b"0 0 10 10 re f /X Do",
    );
    assert_eq!(own, 3);
    let raster = only(&file.page("/X Do", "/XObject<</X 3 0 R>>", A4).finish());
    assert!(all_ink(&raster) > 100);
}

#[test]
fn a_small_stream_may_be_large_inside() {
    let mut file = PdfFile::new("1.7");
    let zeroes = deflated(&vec![b' '; 50_000_000]);
    assert!(zeroes.len() < 100_000);
    let content = file.stream("/Filter/FlateDecode", &zeroes);
    file.object(&format!(
        "<</Type/Page/Parent 2 0 R{A4}/Contents {content} 0 R>>"
    ));
    let (_, notices) = drawn(&file.finish()).unwrap();
    assert_eq!(notices.len(), 1);
}

#[test]
fn pages_are_filed_whole_with_their_redactions() {
    let file = PdfFile::new("1.7")
        .page(&line("(First)"), HELVETICA, A4)
        .page(&line("(Second)"), HELVETICA, A4);
    let [x, y, w, h] = [0, 1000, 5000, 2000].map(Length::Percent);
    let boxes = [PageArea {
        page: 2,
        area: Area { x, y, w, h },
    }];
    let taken = take_with("合同.pdf", &file.finish(), &boxes).unwrap();
    assert!(taken.notices.is_empty());
    assert!(taken.steps.contains(&Step::Redacted { boxes: 1 }));
    let copies = copies(&taken);
    for (no, copy) in (1..).zip(copies) {
        assert_eq!((copy.width, copy.height), (1335, 1890));
        assert_eq!(copy.kind, CopyKind::Page);
        assert_eq!(copy.page, Some(Part { no, of: 2 }));
    }
    assert!(copies[0].masks.is_empty());
    let second = pixels(&copies[1]);
    let mask = &copies[1].masks[0];
    let colour = |x: u32, y: u32| {
        let at = ((y * second.width + x) * 3) as usize;
        second.pixels[at..at + 3].to_vec()
    };
    for y in mask.top..mask.bottom {
        for x in (mask.left..mask.right).step_by(7) {
            assert_eq!(colour(x, y), colour(mask.left, mask.top), "{x} {y}");
        }
    }
}

#[test]
fn a_printed_web_page_is_cut_like_a_long_screen() {
    let rows: String = (0..100)
        .map(|no| format!("20 {} 300 9 re f ", no * 40))
        .collect();
    let taken = take("网页.pdf", &page(&rows, "", "/MediaBox[0 0 375 4000]")).unwrap();
    let copies = copies(&taken);
    assert!(copies.len() > 1);
    assert!(copies.iter().all(|copy| copy.kind == CopyKind::Slice));
}

#[test]
fn the_content_of_a_document_is_believed() {
    let taken = take("a.jpg", &page(&line("(Contract)"), HELVETICA, A4)).unwrap();
    assert!(matches!(taken.notices[..], [Notice::Mislabelled { .. }]));
}
