//! Kept results: read back as they were made, and never taken for what they are not.

use super::super::{
    Area, Content, Encoding, Excerpt, Ingested, Item, Length, PageArea, Squeeze, Step,
    is_worth_keeping, key, read_kept, write_kept,
};
use super::documents::base64;
use super::fixtures::{chat, item, jpeg, noise, notes, png, take};

/// The program of all results but one.
const PROGRAM: &str = "1";

/// A box on the first page.
fn area(x: u32) -> PageArea {
    PageArea {
        page: 1,
        area: Area {
            x: Length::Pixels(x),
            y: Length::Percent(1000),
            w: Length::Pixels(40),
            h: Length::Pixels(40),
        },
    }
}

fn made(item: &Item) -> Ingested {
    super::super::ingest(std::slice::from_ref(item), &super::fixtures::darkroom())
        .remove(0)
        .unwrap()
}

fn kept(item: &Item, made: &Ingested) -> (String, Vec<u8>) {
    let (key, mut bytes) = (key(item, PROGRAM).unwrap(), Vec::new());
    write_kept(made, &key, &mut bytes).unwrap();
    (key, bytes)
}

/// A long screen with a covered place, cut into slices.
fn slices() -> Item {
    item("聊天.png", &png(&chat(720, 6000), |_| {}), &[area(100)])
}

#[test]
fn a_result_comes_back_as_it_was_made() {
    let photo = jpeg(&noise(900, 700), 90, |encoder| {
        encoder.add_exif_metadata(&notes(6)).unwrap();
    });
    let page = format!(
        "<!DOCTYPE html><p>a<img src='data:image/png;base64,{}'>b",
        base64(&png(&chat(200, 300), |_| {}))
    );
    let page = item("a.html", page.as_bytes(), &[]);
    for item in [slices(), item("a.png", &photo, &[]), page] {
        let made = made(&item);
        assert!(is_worth_keeping(&made));
        let (key, bytes) = kept(&item, &made);
        let again = read_kept(&bytes, &key, &item).unwrap();
        assert_eq!(format!("{again:?}"), format!("{made:?}"));
    }
    let page = take("a.html", b"<!DOCTYPE html><p>a").unwrap();
    assert!(matches!(page.content, Content::Document(_)));
    assert!(!is_worth_keeping(&page));
    assert!(!is_worth_keeping(
        &take("a.txt", "甲：你好".as_bytes()).unwrap()
    ));
    let steps = [
        Step::Decoded {
            encoding: Encoding::Other("Shift_JIS"),
        },
        Step::Excerpted { omitted: 2 },
    ];
    let read: [Step; 2] = serde_json::from_slice(&serde_json::to_vec(&steps).unwrap()).unwrap();
    assert_eq!(read, steps);
}

#[test]
fn what_was_cut_altered_or_renamed_is_no_result() {
    let item = slices();
    let made = made(&item);
    let Content::Pictures(copies) = &made.content else {
        panic!("a picture became something else")
    };
    assert!(copies.len() > 1 && copies.iter().any(|copy| !copy.masks.is_empty()));
    let (key, bytes) = kept(&item, &made);
    let head = bytes.len() - copies.iter().map(|copy| copy.bytes.len()).sum::<usize>();
    let step = (bytes.len() - head) / 200;
    for at in (0..head).chain((head..bytes.len()).step_by(step)) {
        assert!(
            read_kept(&bytes[..at], &key, &item).is_none(),
            "cut at {at}"
        );
        let mut altered = bytes.clone();
        altered[at] ^= 0x80;
        assert!(
            read_kept(&altered, &key, &item).is_none(),
            "altered at {at}"
        );
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(read_kept(&longer, &key, &item).is_none());
    let mut endless = bytes.clone();
    endless[16..24].copy_from_slice(&u64::MAX.to_le_bytes());
    assert!(read_kept(&endless, &key, &item).is_none());
    assert!(read_kept(&bytes, &key.replace('a', "b"), &item).is_none());
    let other = self::item("聊天.png", &png(&chat(720, 6001), |_| {}), &[area(100)]);
    assert!(read_kept(&bytes, &key, &other).is_none());
    assert!(read_kept(&bytes, &key, &item).is_some());
}

#[test]
fn everything_that_a_result_depends_on_is_in_its_key() {
    let base = item("a.png", b"content", &[]);
    let changed = |change: &dyn Fn(&mut Item)| {
        let mut item = base.clone();
        change(&mut item);
        key(&item, PROGRAM).unwrap()
    };
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let last = Squeeze::steps().last().unwrap();
    let mut keys = vec![
        key(&base, PROGRAM).unwrap(),
        key(&base, "2").unwrap(),
        key(&item("a.csv", b"content", &[]), PROGRAM).unwrap(),
        key(&item("a.png", b"Content", &[]), PROGRAM).unwrap(),
        changed(&|item| item.treatment.boxes.push(area(1))),
        changed(&|item| item.treatment.boxes.push(area(2))),
        changed(&|item| item.treatment.crops.push(area(1))),
        changed(&|item| item.treatment.turns = 1),
        changed(&|item| item.treatment.pages.push((1, 2))),
        changed(&|item| item.treatment.password = Some("secret".to_owned())),
        changed(&|item| item.treatment.room.column = 1),
        changed(&|item| item.treatment.squeeze = last),
        changed(&|item| item.treatment.excerpts.push(Excerpt::Numbers(1, 2))),
        changed(&|item| item.treatment.excerpts.push(Excerpt::Days(day, day))),
    ];
    let all = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), all);
    assert_eq!(changed(&|_| ()), key(&base, PROGRAM).unwrap());
}
