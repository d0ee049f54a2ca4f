//! `tousu law`: what the register of the law holds, and what it says of the citations in a text.

mod entry;
mod search;
mod verdicts;

use std::io::Read;

use chrono::NaiveDate;

use tousu::law::text;
use tousu::law::{self, Instrument, Provision};

use super::{Office, Report, Stop};
use crate::args::Law;

/// Shows entries of the register, or judges a text.
pub(crate) fn run(office: &Office<'_>, args: &Law, stdin: impl Read) -> Result<Report, Stop> {
    let date = args.date.unwrap_or(office.today);
    if let Some(given) = &args.check {
        return verdicts::run(office, given, date, stdin);
    }
    let words = args.words.join(" ");
    let words = words.trim();
    let stdout = if words.is_empty() {
        search::instruments(office, date)
    } else {
        looked_up(office, words, date)?
    };
    Ok(Report {
        stdout,
        ..Report::default()
    })
}

/// The entry with an id, that which a citation names, or all that have a word.
fn looked_up(office: &Office<'_>, words: &str, date: NaiveDate) -> Result<String, Stop> {
    if let Some(provision) = law::provision(words) {
        return Ok(entry::provision(office, provision, date));
    }
    if let Some(instrument) = law::instrument(words) {
        return Ok(entry::instrument(office, instrument, date));
    }
    if let Some(misquote) = law::misquote(words) {
        return Ok(entry::misquote(office, misquote));
    }
    if let [(instrument, spot)] = text::named(words)[..] {
        let Some(spot) = spot else {
            return Ok(entry::instrument(office, instrument, date));
        };
        let entries = at(instrument, spot);
        if let [provision] = entries[..] {
            return Ok(entry::provision(office, provision, date));
        }
        if !entries.is_empty() {
            return Ok(search::lines(office, &entries, date));
        }
        return Err(not_listed(office, words, date));
    }
    search::found(office, words, date).ok_or_else(|| {
        Stop(office.say(
            format!("登记里没有“{words}”{}", near(office, words)),
            format!(
                "nothing in the register for `{words}`{}",
                near(office, words)
            ),
        ))
    })
}

/// The entries of a place: those of the paragraph and item, or else all of the article.
fn at(instrument: &Instrument, spot: text::Spot) -> Vec<&'static Provision> {
    let article: Vec<&'static Provision> = law::provisions()
        .iter()
        .filter(|one| one.instrument.id == instrument.id)
        .filter(|one| one.article == spot.article && one.suffix == spot.suffix)
        .collect();
    let exact: Vec<&'static Provision> = article
        .iter()
        .copied()
        .filter(|one| spot.paragraph.is_none() || one.paragraph == spot.paragraph)
        .filter(|one| spot.item.is_none() || one.item == spot.item)
        .collect();
    if exact.is_empty() { article } else { exact }
}

/// Why the register shows nothing for a citation.
fn not_listed(office: &Office<'_>, words: &str, date: NaiveDate) -> Stop {
    let said: Vec<String> = text::judge(words, date)
        .iter()
        .map(|one| {
            let said = one.verdict.said();
            let help = said.help.as_ref().map(|help| office.pick(help).to_owned());
            let help = help.map_or_else(String::new, |help| {
                office.say(format!("\n帮助：{help}"), format!("\nhelp: {help}"))
            });
            format!("{}{help}", office.pick(&said.message))
        })
        .collect();
    Stop(said.join("\n"))
}

/// The nearest words of the register, to be put behind a message: for the whole, or else for its first word that the
/// register lacks.
fn near(office: &Office<'_>, words: &str) -> String {
    let mut near = search::nearest(words);
    if near.is_empty() {
        let unknown = words.split_whitespace().find(|word| !search::has(word));
        near = unknown.map(search::nearest).unwrap_or_default();
    }
    if near.is_empty() {
        return String::new();
    }
    office.say(
        format!("，是不是“{}”？", near.join("”、“")),
        format!("; did you mean {}?", near.join(", ")),
    )
}
