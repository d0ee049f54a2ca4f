//! Office documents: every member of the archive, which has to be text.

use super::notes;
use super::{Disclosed, Unclear};
use crate::evidence::document::Archive;

/// Reads what an office document tells.
pub(super) fn read(bytes: &[u8], told: &mut Disclosed) {
    let Ok(mut archive) = Archive::open(bytes) else {
        return told.doubt(Unclear::Unread);
    };
    for name in archive.names.clone() {
        let is_text = name.ends_with(".xml") || name.ends_with(".rels");
        match archive.text(&name) {
            _ if name.ends_with('/') => {}
            Ok(Some(text)) if is_text => {
                told.place |= notes::place_in(&text);
                told.texts.push(notes::unescaped(&text));
                told.texts.push(without_tags(&text));
            }
            // Pictures, programs and files of other kinds.
            _ => told.doubt(Unclear::Unshown),
        }
    }
}

/// The words of a text in XML, without the marks that may part a word in pieces.
fn without_tags(text: &str) -> String {
    let mut words = String::with_capacity(text.len() / 2);
    for part in text.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    notes::unescaped(&words)
}
