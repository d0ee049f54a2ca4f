//! What a finished document says of itself is true: page references, hash rows, quotations, texts within limits.

use std::collections::BTreeMap;

use serde_json::Value;
use tousu::render::count;

use crate::office::{EXAMPLES, channels, example, filed, finished};
use crate::pdf::{ink, reread};

/// The first page of each exhibit, from the stamps on the pages.
fn first_pages(pages: &[String]) -> BTreeMap<u64, usize> {
    let mut first = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        let text = ink(page);
        let Some(at) = text.find("总第") else {
            continue;
        };
        let total: String = text[at + "总第".len()..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        assert_eq!(
            total,
            (index + 1).to_string(),
            "the stamp is the number of the page"
        );
        let stamp = text.split("证据").find_map(|part| {
            part.chars()
                .take_while(char::is_ascii_digit)
                .collect::<String>()
                .parse()
                .ok()
        });
        if let Some(number) = stamp {
            first.entry(number).or_insert(index + 1);
        }
    }
    first
}

#[test]
fn page_references_point_at_the_exhibit() {
    for name in EXAMPLES {
        for channel in filed() {
            let Some((papers, pdf)) = finished(name, &channel.id) else {
                continue;
            };
            let pages = reread(&pdf).pages;
            let first = first_pages(&pages);
            let exhibits = papers.filing["bundle"]["exhibits"].as_array().unwrap();
            assert_eq!(
                first.len(),
                exhibits.len(),
                "{name} {}: every exhibit has its page",
                channel.id
            );
            let all: String = pages.iter().map(|page| ink(page)).collect();
            for part in all.split("（证据").skip(1) {
                let number: String = part.chars().take_while(char::is_ascii_digit).collect();
                let rest = &part[number.len()..];
                let Some(rest) = rest.strip_prefix("，第") else {
                    continue;
                };
                let page: String = rest.chars().take_while(char::is_ascii_digit).collect();
                assert_eq!(
                    first.get(&number.parse().unwrap()).copied(),
                    page.parse().ok(),
                    "{name} {}: 证据{number}",
                    channel.id
                );
            }
        }
    }
}

#[test]
fn hash_rows_are_the_hashes_of_the_files() {
    use sha2::{Digest as _, Sha256};
    for name in EXAMPLES {
        for channel in channels() {
            let Some((papers, pdf)) = finished(name, &channel.id) else {
                continue;
            };
            let text: String = reread(&pdf).pages.iter().map(|page| ink(page)).collect();
            let Some(rows) = papers.filing["bundle"]["hashes"].as_array() else {
                assert!(!channel.hash_list);
                continue;
            };
            for row in rows {
                let file = row["file"].as_str().unwrap();
                let bytes = std::fs::read(example(name).join("evidence").join(file)).unwrap();
                let hash: String = Sha256::digest(&bytes)
                    .iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect();
                assert_eq!(row["sha256"].as_str().unwrap(), hash);
                assert!(
                    text.contains(&hash),
                    "{name} {}: the hash of {file} is on the page",
                    channel.id
                );
            }
        }
    }
}

#[test]
fn numbers_that_people_copy_come_out_whole() {
    for name in EXAMPLES {
        for channel in filed() {
            let Some((papers, pdf)) = finished(name, &channel.id) else {
                continue;
            };
            let text = reread(&pdf).pages.join("\n");
            let payments = papers.filing["payments"].as_array().unwrap();
            let orders = papers.filing["orders"].as_array().unwrap();
            let numbers = payments
                .iter()
                .flat_map(|p| [&p["trade_no"], &p["merchant_order_no"]])
                .chain(orders.iter().map(|o| &o["no"]));
            for number in numbers.filter_map(Value::as_str) {
                assert!(text.contains(number), "{name} {}: {number}", channel.id);
            }
        }
    }
}

#[test]
fn quotations_of_transcripts_are_in_the_transcript() {
    for name in EXAMPLES {
        let Some((papers, _)) = finished(name, "12315") else {
            continue;
        };
        for exhibit in papers.filing["bundle"]["exhibits"].as_array().unwrap() {
            let Some(rows) = exhibit["transcript"]["rows"].as_array() else {
                continue;
            };
            let said: String = rows.iter().filter_map(|row| row["text"].as_str()).collect();
            for quote in exhibit["quotes"].as_array().unwrap() {
                assert!(said.contains(quote.as_str().unwrap()), "{name}: {quote}");
            }
        }
    }
}

#[test]
fn texts_keep_to_their_limits_and_keep_what_matters() {
    for name in EXAMPLES {
        for channel in channels() {
            let Some((papers, _)) = finished(name, &channel.id) else {
                continue;
            };
            for (size, text) in channel.texts.iter().zip(&papers.texts) {
                assert_eq!(text.count, count(&text.text));
                assert!(
                    size.limit.is_none_or(|limit| text.count <= limit),
                    "{name} {} {}",
                    channel.id,
                    size.id
                );
                if size.from == "account" {
                    let amount = papers.filing["payments"][0]["amount"].as_str().unwrap();
                    assert!(
                        text.text.contains(amount),
                        "{name} {} {}: the sum",
                        channel.id,
                        size.id
                    );
                    assert!(
                        text.text.contains('请'),
                        "{name} {} {}: the request",
                        channel.id,
                        size.id
                    );
                }
            }
        }
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let first = finished("green-diamond", "12315").unwrap().1;
    let second = finished("green-diamond", "12315").unwrap().1;
    assert!(first == second);
}

#[test]
fn sums_agree_in_all_filings_of_a_case() {
    for name in EXAMPLES {
        let sums: Vec<Value> = channels()
            .iter()
            .filter_map(|channel| finished(name, &channel.id))
            .map(|(papers, _)| papers.filing["sums"].clone())
            .collect();
        assert!(
            sums.windows(2).all(|pair| pair[0] == pair[1]),
            "{name}: {sums:?}"
        );
    }
}

#[test]
fn a_very_long_fact_is_printed_whole() {
    let fact: String = (0..600).map(|n| format!("第{n}句事实，")).collect();
    let reading = crate::office::reading(&format!(
        "投诉人: {{姓名: 林晓舟, 电话: \"19900001234\", 地址: 某地}}\n被投诉人: {{名称: 某公司, 地址: 某地}}\n问题: 未到账\n\
         支付: {{金额: 50, 时间: 2026-11-01}}\n经过:\n  - {{时间: 2026-11-02, 事实: {fact}}}\n诉求: 全额退款\n"
    ));
    let outcome = crate::office::file(
        &reading,
        std::path::Path::new("."),
        &crate::office::channel("12315"),
    );
    let papers = outcome.value.unwrap();
    let pdf = papers[0].volumes[0]
        .document
        .pdf("12315", crate::office::today())
        .unwrap();
    let text: String = reread(&pdf).pages.iter().map(|page| ink(page)).collect();
    // A sentence may be parted by the end of a page, a character is not.
    assert_eq!(text.matches('句').count(), 600);
    assert!(text.contains("第599句事实"));
    assert!(papers[0].volumes[0].document.off_the_page().is_empty());
}

#[test]
fn words_that_run_off_the_page_are_found() {
    use tousu::typeset::{Manuscript, typeset};
    let main = "#set text(font: \"Noto Serif SC\")\n#set page(height: 100pt)\n#block(breakable: false)[#v(150pt) lost]".to_owned();
    let document = typeset(Manuscript {
        main,
        ..Manuscript::default()
    })
    .unwrap();
    assert_eq!(document.off_the_page(), [(1, "lost".to_owned())]);
}
