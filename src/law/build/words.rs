//! The names and words that texts are searched for, folded as the texts will be.

use crate::fold::fold;
use crate::read::Instrument;

/// Returns a word as a folded text has it.
pub(crate) fn folded(word: &str) -> String {
    fold(word).iter().map(|sign| sign.char).collect()
}

/// Returns every name of an instrument, folded and without title marks; the title also without the name of the state.
pub(crate) fn names(it: &Instrument) -> Vec<String> {
    let short = it.title.replace("中华人民共和国", "");
    let mut names: Vec<String> = [it.title.as_str(), short.as_str()]
        .into_iter()
        .chain(it.aliases.iter().map(String::as_str))
        .map(|name| folded(name).replace(['《', '》'], ""))
        .filter(|name| !name.is_empty())
        .collect();
    names.sort();
    names.dedup();
    names
}
