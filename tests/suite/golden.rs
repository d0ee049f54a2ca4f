//! Every example on every channel: the texts, the Typst source and the text of every page, as files to review.

use std::fmt::Write as _;

use tousu::diagnostic::Lang;

use crate::office::{EXAMPLES, channels, example, example_reading, file, golden};

#[test]
fn examples_on_every_channel() {
    let mut wrong = Vec::new();
    for name in EXAMPLES {
        let reading = example_reading(name);
        for channel in channels() {
            let outcome = file(&reading, &example(name), &channel);
            let at = |kind: &str| format!("{name}/{}.{kind}", channel.id);
            golden(
                &at("messages.txt"),
                &reading.show_all(&outcome.diagnostics, Lang::Zh),
                &mut wrong,
            );
            let Some(papers) = outcome.value.and_then(|papers| papers.into_iter().next()) else {
                continue;
            };
            let mut texts = String::new();
            for text in &papers.texts {
                let _ = writeln!(
                    texts,
                    "【{}】{} 字\n{}\n",
                    text.title, text.count, text.text
                );
            }
            golden(&at("txt"), &texts, &mut wrong);
            golden(
                &at("typ"),
                &papers.volumes[0].document.manuscript().main,
                &mut wrong,
            );
            let mut pages = String::new();
            for (index, page) in papers.volumes[0].document.page_texts().iter().enumerate() {
                let _ = write!(pages, "──── 第 {} 页\n{page}", index + 1);
            }
            golden(&at("pages.txt"), &pages, &mut wrong);
        }
    }
    assert!(
        wrong.is_empty(),
        "differs from the golden file (UPDATE=1 accepts, then review the diff):\n{}",
        wrong.join("\n")
    );
}
