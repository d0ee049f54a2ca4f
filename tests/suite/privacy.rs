//! No value that a channel must not show is anywhere in what is written for it.

use tousu::channel::{Shown, privacy::HIDDEN};
use tousu::filing::private::secrets;

use crate::office::{EXAMPLES, channel, channels, example_reading, finished};
use crate::pdf::{ink, reread};

#[test]
fn hidden_values_are_nowhere() {
    for name in EXAMPLES {
        let reading = example_reading(name);
        let case = reading.outcome.value.as_ref().unwrap();
        for channel in channels() {
            let Some((papers, pdf)) = finished(name, &channel.id) else {
                continue;
            };
            let reread = reread(&pdf);
            let mut everything: Vec<String> = reread.pages.iter().map(|page| ink(page)).collect();
            everything.extend(reread.strings.iter().map(|string| ink(string)));
            everything.extend(papers.texts.iter().map(|text| ink(&text.text)));
            everything.push(ink(&papers.filing.to_string()));
            for secret in secrets(case, &channel) {
                for text in &everything {
                    assert!(
                        !text.contains(&ink(secret.value)),
                        "{name} {}: {}",
                        channel.id,
                        secret.value
                    );
                }
            }
        }
    }
}

#[test]
fn pictures_carry_no_metadata() {
    for name in EXAMPLES {
        for channel in channels() {
            let Some((papers, pdf)) = finished(name, &channel.id) else {
                continue;
            };
            let pictures = papers.pictures.iter().chain(
                papers
                    .manuscript
                    .files
                    .iter()
                    .filter(|(path, _)| !path.ends_with(".typ"))
                    .map(|(_, bytes)| bytes)
                    .map(|bytes| &**bytes)
                    .map(<[u8]>::to_vec)
                    .collect::<Vec<_>>()
                    .leak()
                    .iter(),
            );
            for bytes in pictures.map(Vec::as_slice).chain([pdf.as_slice()]) {
                for mark in [
                    &b"Exif\0"[..],
                    b"GPSLatitude",
                    b"eXIf",
                    b"http://ns.adobe.com/xap",
                ] {
                    assert!(
                        !bytes.windows(mark.len()).any(|window| window == mark)
                            || bytes.starts_with(b"%PDF"),
                        "{name} {}",
                        channel.id
                    );
                }
            }
        }
    }
}

#[test]
fn the_author_is_empty_where_the_name_is_masked() {
    for channel in channels() {
        let Some((papers, _)) = finished("green-diamond", &channel.id) else {
            continue;
        };
        let author = papers.filing["author"].as_str().unwrap();
        assert_eq!(
            author.is_empty(),
            channel.privacy.name != Shown::Full,
            "{}",
            channel.id
        );
    }
}

#[test]
fn what_an_office_requires_is_never_masked() {
    // Order 121 art. 10(1)(1) for the market regulator, 民事诉讼法 art. 124 for a court.
    for id in ["12315", "small-claims"] {
        let privacy = channel(id).privacy;
        assert_eq!(
            (privacy.name, privacy.phone, privacy.address),
            (Shown::Full, Shown::Full, Shown::Full)
        );
        let (papers, _) = finished("green-diamond", id).unwrap();
        assert!(!papers.filing["complainant"].to_string().contains(HIDDEN));
    }
}
