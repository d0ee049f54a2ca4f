//! What a case says in the writer's own words.
//!
//! Quotations, readings, transcripts, promises, texts of pages and what the other side said are evidence and no words
//! of the writer: what stands in them is for nobody to change. The words of a notice are the writer's and have been
//! sent: nobody can change them either, but which of them are quoted is the writer's choice.

use super::Case;

/// Every text in the writer's own words, with the route that it stands at.
pub fn own_words(case: &Case) -> Vec<(String, &str)> {
    let mut all: Vec<(String, Option<&str>)> = vec![("title".to_owned(), case.title.as_deref())];
    for (index, one) in case.deceptions.iter().enumerate() {
        let at = format!("problem.deception_facts[{index}].text");
        all.push((at, Some(&one.text)));
    }
    for (index, one) in case.contacts.iter().enumerate() {
        all.push((format!("contacts[{index}].asked"), one.asked.as_deref()));
    }
    for (index, one) in case.facts.iter().enumerate() {
        all.push((format!("facts[{index}].text"), Some(&one.text)));
    }
    for (index, one) in case.notices.iter().enumerate() {
        all.push((format!("notices[{index}].text"), one.text.as_deref()));
    }
    for (index, one) in case.claims.iter().enumerate() {
        all.push((format!("claims[{index}].text"), one.text.as_deref()));
    }
    for one in &case.evidence {
        let at = format!("evidence[{}]", one.listed);
        for (key, text) in [
            ("name", Some(one.name.as_str())),
            ("note", one.note.as_deref()),
            ("caption", one.caption.as_deref()),
            ("alt", one.alt.as_deref()),
        ] {
            all.push((format!("{at}.{key}"), text));
        }
    }
    all.into_iter()
        .filter_map(|(route, text)| Some((route, text?)))
        .collect()
}
