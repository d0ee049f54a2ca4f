//! References in columns: each on a line of its own, however long its numbers.

use std::sync::Arc;

use tousu::channel::Templates;
use tousu::typeset::{Manuscript, typeset};

/// Pages of a table of facts that so many exhibits prove, each of them on a page of its own.
fn table_of(exhibits: usize) -> Vec<String> {
    let templates = Templates::built_in();
    let sources = templates.iter().filter(|(path, _)| path.ends_with(".typ"));
    let shared = sources.filter(|(path, _)| path.starts_with("shared/"));
    let main = format!(
        "#import \"/shared/page.typ\": *\n#import \"/shared/form.typ\": facts\n\
         #show: filing.with(name: \"文\", title: \"文\")\n\
         #facts((date: \"2026-11-22\", text: \"事实\", refs: range(1, {exhibits} + 1).map(no => (no: no))))\n\
         #for no in range(1, {exhibits} + 1) [#pagebreak()#metadata(no)<exhibit>]\n"
    );
    let manuscript = Manuscript {
        main,
        files: shared
            .map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes())))
            .collect(),
    };
    typeset(manuscript).unwrap().page_texts()
}

#[test]
fn long_numbers_stay_on_their_line() {
    let text = table_of(130).concat();
    let references = text.lines().filter(|line| line.contains("证据1"));
    let broken: Vec<&str> = references
        .filter(|line| !line.trim_end().ends_with('页') && !line.contains("证据与页码"))
        .collect();
    assert!(broken.is_empty(), "{broken:?}");
    assert!(
        text.contains("证据99") && text.contains("证据130"),
        "{text}"
    );
    // A page that stood for others in the first round of layout is nobody's in the last.
    assert!(text.matches("第88页").count() <= 1, "{text}");
}
