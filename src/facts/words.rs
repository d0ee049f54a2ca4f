//! The names of keys, channels, events and results in both languages, as static tables.

use crate::bilingual::{Bilingual, Phrase};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Looks a word up in a table sorted by id.
fn look_up(table: &'static [(&'static str, Phrase)], id: &str) -> Option<Phrase> {
    let at = table.binary_search_by(|(known, _)| known.cmp(&id)).ok()?;
    table.get(at).map(|(_, phrase)| *phrase)
}

/// The name of a channel by its id.
pub fn channel_name(id: &str) -> Option<Phrase> {
    look_up(CHANNELS, id)
}

/// The ids of all channels that a filing can be recorded for.
pub fn channels() -> impl Iterator<Item = &'static str> {
    CHANNELS.iter().map(|(id, _)| *id)
}

/// The ids of all events in the course of a filing, with their names.
pub fn events() -> &'static [(&'static str, Phrase)] {
    EVENTS
}

/// The ids of all results of a filing.
pub fn results() -> impl Iterator<Item = &'static str> {
    RESULTS.iter().map(|(id, _)| *id)
}

/// The name of an event in the course of a filing.
pub fn event_name(what: &str) -> Option<Phrase> {
    look_up(EVENTS, what)
}

/// The name of a result of a filing.
pub fn result_name(word: &str) -> Option<Phrase> {
    look_up(RESULTS, word)
}

/// Every path that rules ask for by a name of its own.
pub fn keys() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|(path, _)| *path)
}

/// The name of what stands under a path: `orders[].placed` is 下单时间, `filings[12315].events[accepted]`
/// is 12315 投诉：受理. A path without a name is its own name.
pub fn key_name(path: &str) -> Bilingual {
    if let Some(phrase) = look_up(KEYS, path) {
        return phrase.into();
    }
    event_of(path).unwrap_or_else(|| Bilingual::new(path, path))
}

fn event_of(path: &str) -> Option<Bilingual> {
    let (channel, rest) = path.strip_prefix("filings[")?.split_once(']')?;
    let (what, rest) = rest.strip_prefix(".events[")?.split_once(']')?;
    let (channel, what) = (channel_name(channel)?, event_name(what)?);
    let (until, end) = if rest == ".until" {
        ("（截止时间）", " (until)")
    } else {
        ("", "")
    };
    Some(Bilingual::new(
        format!("{}：{}{until}", channel.zh, what.zh),
        format!("{}: {}{end}", channel.en, what.en),
    ))
}
