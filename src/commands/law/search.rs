//! Lists of entries: all instruments, and the provisions that have a word.

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

/// The words of the register nearest to one that it lacks, the nearest first.
pub(super) fn nearest(word: &str) -> Vec<String> {
    let mut known: Vec<&str> = Vec::new();
    for it in law::instruments().iter().filter(|it| !it.ambiguous_alias) {
        known.push(it.id);
        known.extend(it.aliases);
    }
    let supports: std::collections::BTreeSet<&str> = law::provisions()
        .iter()
        .flat_map(|one| one.supports.iter().copied())
        .collect();
    known.extend(
        supports
            .iter()
            .filter_map(|id| law::supports(id))
            .map(|(zh, _)| zh),
    );
    known.extend(supports);
    known.extend(law::provisions().iter().map(|one| one.id));
    let mut scored: Vec<(f64, &str)> = known
        .into_iter()
        .map(|near| (strsim::jaro_winkler(near, word), near))
        .filter(|(score, _)| *score > 0.7)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by_key(|(_, near)| *near);
    scored
        .into_iter()
        .take(3)
        .map(|(_, near)| near.to_owned())
        .collect()
}
