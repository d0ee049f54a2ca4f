//! Lists of entries: all instruments, and the provisions that have a word.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::NaiveDate;

use tousu::diagnostic::Lang;
use tousu::law::{self, Gravity, Instrument, Level, Misquote, Provision};

use super::super::Office;
use super::entry::{self, pad};

/// The most entries of a list.
const MOST: usize = 40;

/// Every instrument of the register, by rank.
pub(super) fn instruments(office: &Office<'_>, date: NaiveDate) -> String {
    let ranks = [
        Some(Level::Law),
        Some(Level::AdministrativeRegulation),
        Some(Level::JudicialInterpretation),
        Some(Level::DepartmentRule),
        Some(Level::NormativeDocument),
        Some(Level::Local),
        Some(Level::Standard),
    ];
    let mut text = String::new();
    for rank in ranks {
        let all: Vec<&Instrument> = law::instruments()
            .iter()
            .filter(|it| it.level == rank && !it.ambiguous_alias)
            .collect();
        let Some(level) = rank.filter(|_| !all.is_empty()) else {
            continue;
        };
        let _ = writeln!(text, "{}", entry::level(office, level));
        for it in all {
            let entries = law::provisions()
                .iter()
                .filter(|one| one.instrument.id == it.id)
                .count();
            let entries = match entries {
                0 => office.say("只有名称", "by name only"),
                some => office.say(format!("{some} 条"), format!("{some} entries")),
            };
            let _ = writeln!(
                text,
                "  {}{}{}",
                pad(it.id, 34),
                pad(&entries, 12),
                entry::with_standing(office, it, date)
            );
        }
        text.push('\n');
    }
    text + &office.say(
        "tousu law 编号、简称或者词，看其中一部或者一条；tousu law --check 文字，检查引用\n",
        "tousu law ID, name or word shows one of them; tousu law --check TEXT judges citations\n",
    )
}

/// What has every given word; none where nothing has.
pub(super) fn found(office: &Office<'_>, words: &str, date: NaiveDate) -> Option<String> {
    let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let has_all = |text: &str| {
        let text = text.to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    let mut provisions: Vec<&'static Provision> = law::provisions()
        .iter()
        .filter(|one| has_all(&words_of(one)))
        .collect();
    provisions.sort_by_key(|one| !one.printable_on(date));
    let misquotes: Vec<&'static Misquote> = law::misquotes()
        .iter()
        .filter(|one| one.gravity != Gravity::Silent)
        .filter(|one| {
            let words = one.words.join(" ");
            has_all(&format!("{} {words} {} {}", one.id, one.why_zh, one.why_en))
        })
        .collect();
    if provisions.is_empty() && misquotes.is_empty() {
        return None;
    }
    let mut text = lines(office, &provisions, date);
    if !misquotes.is_empty() {
        let title = office.say("常见误引", "Known misquotes");
        let _ = writeln!(text, "{}{title}", if text.is_empty() { "" } else { "\n" });
        for one in misquotes.iter().take(MOST) {
            let why = office.say(one.why_zh, one.why_en);
            let _ = writeln!(text, "  {}{why}", pad(one.id, 30));
        }
    }
    Some(text)
}

/// Whether an entry has a word.
pub(super) fn has(word: &str) -> bool {
    let word = word.to_lowercase();
    let mut all = law::provisions().iter();
    all.any(|one| words_of(one).to_lowercase().contains(&word))
}

/// All that an entry can be found by.
fn words_of(one: &Provision) -> String {
    let it = one.instrument;
    let mut words = vec![one.id, one.gist_zh, one.gist_en, it.title];
    words.extend(it.aliases);
    for support in one.supports {
        words.push(support);
        words.extend(law::supports(support).map(|(zh, _)| zh));
        words.extend(law::supports(support).map(|(_, en)| en));
    }
    // What people say of it, right or wrong: 退一赔三 leads to the article on multiples.
    let about = |known: &&Misquote| known.provision.is_some_and(|it| it.id == one.id);
    for known in law::misquotes().iter().filter(about) {
        words.extend(known.words);
    }
    words.join("\n")
}

/// A line for each provision under the name of its instrument, up to a number that one can read.
pub(super) fn lines(
    office: &Office<'_>,
    provisions: &[&'static Provision],
    date: NaiveDate,
) -> String {
    let mut text = String::new();
    let mut instrument = "";
    for one in provisions.iter().take(MOST) {
        if one.instrument.id != instrument {
            instrument = one.instrument.id;
            let _ = writeln!(
                text,
                "{}",
                entry::with_standing(office, one.instrument, date)
            );
        }
        let gist = match office.lang {
            Lang::Zh => one.gist_zh,
            Lang::En => one.gist_en,
        };
        let mark = mark(office, one, date);
        let _ = writeln!(
            text,
            "  {}{}{mark}{gist}",
            pad(one.id, 32),
            pad(&one.place(), 24)
        );
    }
    if let Some(more) = provisions.len().checked_sub(MOST).filter(|more| *more > 0) {
        text += &office.say(
            format!("  另有 {more} 条，多写一个词可以缩小范围\n"),
            format!("  and {more} more; another word narrows it down\n"),
        );
    }
    text
}

/// What keeps an entry from being printed, in brackets.
fn mark(office: &Office<'_>, one: &Provision, date: NaiveDate) -> String {
    if one.printable_on(date) {
        String::new()
    } else if one.in_force(date) {
        office.say("［不印出］", "[not printed] ")
    } else {
        office.say("［失效或者未施行］", "[not in force] ")
    }
}

/// The words of the register nearest to one that it lacks, the nearest first; none for what resembles nothing.
pub(super) fn nearest(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    // One slip, or one for every three signs of a longer word: a third of gibberish is not right by chance.
    let most = (length / 3).max(1);
    if length < 2 {
        return Vec::new();
    }
    let mut scored: Vec<(usize, usize, String)> = terms(length)
        .into_iter()
        .filter(|(term, _)| shares_a_sign(term, &word))
        .map(|(term, weight)| {
            (
                strsim::osa_distance(&term, &word),
                usize::MAX - weight,
                term,
            )
        })
        .filter(|(distance, ..)| *distance <= most)
        .collect();
    scored.sort();
    scored.into_iter().take(3).map(|(.., term)| term).collect()
}

/// The fewest entries whose content has a run of characters that may be suggested: what stands more often is a word.
const OFTEN: usize = 8;

/// Characters that only join words.
const JOINING: &str = "的了不可应须者其之与和及或在由按被并从以于是所";

/// What may be suggested, with how many entries have it: names of instruments, ids, what entries are for, and runs of
/// as many Chinese characters as were written from what entries say.
fn terms(length: usize) -> BTreeMap<String, usize> {
    let mut terms: BTreeMap<String, usize> = BTreeMap::new();
    for it in law::instruments().iter().filter(|it| !it.ambiguous_alias) {
        let names = [it.id, it.title]
            .into_iter()
            .chain(it.aliases.iter().copied());
        terms.extend(names.map(|name| (name.to_lowercase(), 1)));
    }
    let mut runs: BTreeMap<String, usize> = BTreeMap::new();
    for one in law::provisions() {
        terms.entry(one.id.to_owned()).or_insert(1);
        for id in one.supports {
            let words = law::supports(id).map_or("", |(zh, _)| zh).split('、');
            for word in words.chain([*id]) {
                *terms.entry(word.to_owned()).or_default() += 1;
            }
        }
        let signs: Vec<char> = one.gist_zh.chars().collect();
        let own = signs
            .windows(length)
            .filter(|run| run.iter().copied().all(is_of_a_word));
        let own: BTreeSet<String> = own.map(|run| run.iter().collect()).collect();
        for run in own {
            *runs.entry(run).or_default() += 1;
        }
    }
    for (run, count) in runs.into_iter().filter(|(_, count)| *count >= OFTEN) {
        let weight = terms.entry(run).or_default();
        *weight = (*weight).max(count);
    }
    terms.remove("");
    terms
}

/// Whether two words have a sign in common at the same place from either end, or the same signs in another order.
fn shares_a_sign(a: &str, b: &str) -> bool {
    let same = |mut pairs: Box<dyn Iterator<Item = (char, char)> + '_>| pairs.any(|(a, b)| a == b);
    let swapped = a.chars().rev().eq(b.chars());
    swapped
        || same(Box::new(a.chars().zip(b.chars())))
        || same(Box::new(a.chars().rev().zip(b.chars().rev())))
}

fn is_of_a_word(sign: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&sign) && !JOINING.contains(sign)
}
