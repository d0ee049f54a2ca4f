//! What rules of time and of order rest on: ids of provisions, places of registered instruments, or words.

use serde::Deserialize;

use crate::facts::words::Phrase;
use crate::read::{Data, Provision};
use crate::words::{folded, names};

/// One thing that a rule rests on, as written: `civil-code-195-i1`, `telecom-appeal-measures`, `{zh: …, en: …}`.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Basis {
    /// An id, or a place written like one.
    Id(String),
    /// What is no law.
    Words(Phrase),
}

/// The parts of a place.
#[derive(Default)]
struct Place {
    article: u16,
    suffix: Option<u8>,
    paragraph: Option<u8>,
    item: Option<u8>,
}

/// Writes what a rule rests on as a constant, or says what the register cannot resolve: a rule rests on present law.
pub(crate) fn write(all: &[Basis], data: &Data) -> Result<String, String> {
    let is_old = |id: &&String| {
        let provisions = &data.provisions.provisions;
        let known = provisions.iter().find(|it| it.id == **id);
        known.is_some_and(|it| it.in_force_until.is_some())
    };
    let mut ids = all.iter().filter_map(|one| match one {
        Basis::Id(id) => Some(id),
        Basis::Words(_) => None,
    });
    match ids.find(is_old) {
        Some(old) => Err(format!("basis `{old}` is superseded")),
        None => write_dated(all, data),
    }
}

/// The same for what may rest on past law.
pub(crate) fn write_dated(all: &[Basis], data: &Data) -> Result<String, String> {
    if all.is_empty() {
        return Err("basis is missing".to_owned());
    }
    let all: Result<Vec<_>, _> = all.iter().map(|one| written(one, data)).collect();
    Ok(format!("&[{}]", all?.join(", ")))
}

fn written(one: &Basis, data: &Data) -> Result<String, String> {
    let id = match one {
        Basis::Id(id) => id,
        Basis::Words(words) => return no_law(words, data),
    };
    if data.provisions.provisions.iter().any(|it| it.id == *id) {
        return Ok(format!("Basis::Provision({id:?})"));
    }
    let instruments = &data.instruments.instruments;
    if instruments.iter().any(|it| it.id == *id) {
        return Ok(format!("Basis::Instrument({id:?})"));
    }
    // The longest id first: one may begin with another.
    let instrument = instruments
        .iter()
        .filter(|it| id.starts_with(&format!("{}-", it.id)))
        .max_by_key(|it| it.id.len())
        .ok_or_else(|| format!("basis `{id}` names nothing of the register"))?;
    let place = place(&id[instrument.id.len() + 1..])
        .ok_or_else(|| format!("basis `{id}` has no place"))?;
    if instrument
        .article_count
        .is_some_and(|count| place.article > count)
    {
        return Err(format!("basis `{id}`: there is no such article"));
    }
    let known = data.provisions.provisions.iter().filter(|it| {
        it.instrument == instrument.id
            && it.article == place.article
            && it.suffix == place.suffix
            && it.in_force_until.is_none()
    });
    let known: Vec<&Provision> = known.collect();
    let single = known.iter().any(|it| it.single_paragraph == Some(true));
    if single && place.paragraph.is_some() {
        return Err(format!("basis `{id}`: the article has one paragraph only"));
    }
    Ok(format!(
        "Basis::Place({:?}, Spot {{ article: {}, suffix: {:?}, paragraph: {:?}, item: {:?} }})",
        instrument.id, place.article, place.suffix, place.paragraph, place.item
    ))
}

/// Words that name a law would print its short form.
fn no_law(words: &Phrase, data: &Data) -> Result<String, String> {
    let text = folded(&words.zh);
    let named = data
        .instruments
        .instruments
        .iter()
        .filter(|it| !it.ambiguous_alias)
        .find(|it| names(it).iter().any(|name| text.contains(name.as_str())));
    match named {
        Some(it) => Err(format!("basis `{}` names {}: give its id", words.zh, it.id)),
        None => Ok(format!("Basis::Words({})", words.write())),
    }
}

/// `195-s1-p1-i2` in its parts.
fn place(text: &str) -> Option<Place> {
    let mut parts = text.split('-');
    let mut place = Place {
        article: parts.next()?.parse().ok()?,
        ..Place::default()
    };
    for part in parts {
        let (kind, number) = part.split_at_checked(1)?;
        let number = Some(number.parse().ok()?);
        match kind {
            "s" => place.suffix = number,
            "p" => place.paragraph = number,
            "i" => place.item = number,
            _ => return None,
        }
    }
    Some(place)
}
