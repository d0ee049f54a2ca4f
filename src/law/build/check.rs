//! Checks that the data hangs together: ids resolve, dates exist, and what could be printed may be.

use std::collections::{BTreeMap, BTreeSet};

use crate::basis;
use crate::read::{Bracket, Data, Instrument, Problem, Provision};
use crate::words::{folded, names};

/// Returns every fault found.
pub(crate) fn check(data: &Data) -> Result<(), Vec<String>> {
    let index = Index::new(data);
    let mut faults = Vec::new();
    check_instruments(data, &index, &mut faults);
    check_provisions(data, &index, &mut faults);
    check_grounds(data, &index, &mut faults);
    check_add_ons(data, &index, &mut faults);
    check_sentences(data, &index, &mut faults);
    check_names(data, &mut faults);
    check_misquotes(data, &index, &mut faults);
    check_values(data, &index, &mut faults);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults)
    }
}

/// The entries by id.
struct Index<'a> {
    instruments: BTreeMap<&'a str, &'a Instrument>,
    provisions: BTreeMap<&'a str, &'a Provision>,
}

impl<'a> Index<'a> {
    fn new(data: &'a Data) -> Self {
        let instruments = &data.instruments.instruments;
        let provisions = &data.provisions.provisions;
        Self {
            instruments: instruments.iter().map(|it| (it.id.as_str(), it)).collect(),
            provisions: provisions.iter().map(|it| (it.id.as_str(), it)).collect(),
        }
    }

    /// Reports ids that name no provision.
    fn resolve<'b>(
        &self,
        place: &str,
        ids: impl IntoIterator<Item = &'b String>,
        faults: &mut Vec<String>,
    ) {
        for id in ids {
            if !self.provisions.contains_key(id.as_str()) {
                faults.push(format!("{place}: no provision `{id}`"));
            }
        }
    }

    /// Reports ids that name no provision or one that may not be printed.
    fn printable<'b>(
        &self,
        place: &str,
        ids: impl IntoIterator<Item = &'b String>,
        faults: &mut Vec<String>,
    ) {
        for id in ids {
            match self.provisions.get(id.as_str()) {
                None => faults.push(format!("{place}: no provision `{id}`")),
                Some(it) if !it.printable || !is_sound(&it.confidence) => {
                    faults.push(format!("{place}: `{id}` may not be printed"));
                }
                Some(_) => {}
            }
        }
    }
}

/// Tells whether a mark of confidence is good enough to print.
fn is_sound(confidence: &str) -> bool {
    matches!(confidence, "A" | "B")
}

/// Reports a text that is no calendar day.
fn check_day(place: &str, text: &str, faults: &mut Vec<String>) {
    let parts: Vec<u32> = text.split('-').filter_map(|it| it.parse().ok()).collect();
    let exists = match parts[..] {
        [year, month, day] if text.len() == 10 => {
            let leap =
                year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
            let last = match month {
                1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
                4 | 6 | 9 | 11 => 30,
                2 if leap => 29,
                2 => 28,
                _ => 0,
            };
            (1..=last).contains(&day)
        }
        _ => false,
    };
    if !exists {
        faults.push(format!("{place}: `{text}` is no day"));
    }
}

/// Reports ids that occur twice.
fn check_unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            faults.push(format!("{what}: `{id}` occurs twice"));
        }
    }
}

fn check_instruments(data: &Data, index: &Index, faults: &mut Vec<String>) {
    let all = &data.instruments.instruments;
    check_unique("instruments", all.iter().map(|it| it.id.as_str()), faults);
    for it in all {
        let place = format!("instrument {}", it.id);
        for other in it.replaces.iter().chain(&it.replaced_by) {
            if !index.instruments.contains_key(other.as_str()) {
                faults.push(format!("{place}: no instrument `{other}`"));
            }
        }
        if let Some(source) = &it.source
            && !data.instruments.sources.contains_key(source)
        {
            faults.push(format!("{place}: no source `{source}`"));
        }
        let days = it
            .versions
            .iter()
            .flat_map(|version| [&version.in_force_from, &version.in_force_until])
            .flatten();
        for day in days.chain([&it.checked]).chain(&it.verified_through) {
            check_day(&place, day, faults);
        }
    }
}

fn check_provisions(data: &Data, index: &Index, faults: &mut Vec<String>) {
    let all = &data.provisions.provisions;
    check_unique("provisions", all.iter().map(|it| it.id.as_str()), faults);
    for it in all {
        let place = format!("provision {}", it.id);
        check_place(it, index, &place, faults);
        index.resolve(&place, &it.replaced_by, faults);
        for word in &it.supports {
            if !data.provisions.meta.supports.contains_key(word) {
                faults.push(format!("{place}: `{word}` is not in meta.supports"));
            }
        }
        let meta = &data.provisions.meta;
        let uses = it.never_for.iter().map(|never| (&meta.uses, &never.r#use));
        let conditions = it.applies_when.iter().map(|word| (&meta.conditions, word));
        let words = it
            .printable_why
            .iter()
            .map(|word| (&meta.not_printed, word));
        let notes = it.place_note.iter().map(|word| (&meta.place_notes, word));
        for (table, word) in uses.chain(conditions).chain(words).chain(notes) {
            if !table.contains_key(word) {
                faults.push(format!("{place}: `{word}` has no words in meta"));
            }
        }
        if !data.provisions.meta.sources.contains_key(&it.source) {
            faults.push(format!("{place}: no source `{}`", it.source));
        }
        for day in [&it.in_force_from, &it.checked, &it.verified_through]
            .into_iter()
            .chain(&it.in_force_until)
        {
            check_day(&place, day, faults);
        }
        check_printing(it, index, &place, faults);
    }
}

/// Reports an id that does not say what the fields say, and a place that cannot be printed.
fn check_place(it: &Provision, index: &Index, place: &str, faults: &mut Vec<String>) {
    let part = |letter: &str, number: Option<u8>| {
        number.map_or_else(String::new, |number| format!("-{letter}{number}"))
    };
    let tail = format!(
        "-{}{}{}{}",
        it.article,
        part("s", it.suffix),
        part("p", it.paragraph),
        part("i", it.item)
    );
    let current = format!("{}{tail}", it.instrument);
    let superseded = format!("{}-v{}{tail}", it.instrument, it.version);
    if it.id != current && it.id != superseded {
        faults.push(format!("{place}: its fields make `{current}`"));
    }
    if it.single_paragraph == Some(true) && it.paragraph.is_some() {
        faults.push(format!("{place}: a paragraph of a single paragraph"));
    }
    if it.single_paragraph == Some(false) && it.item.is_some() && it.paragraph.is_none() {
        faults.push(format!("{place}: an item without its paragraph"));
    }
    match index.instruments.get(it.instrument.as_str()) {
        None => faults.push(format!("{place}: no instrument `{}`", it.instrument)),
        Some(instrument) => {
            if !instrument
                .versions
                .iter()
                .any(|known| known.key == it.version)
            {
                faults.push(format!("{place}: no version `{}`", it.version));
            }
        }
    }
}

/// Reports a provision that is marked printable and should not be.
fn check_printing(it: &Provision, index: &Index, place: &str, faults: &mut Vec<String>) {
    if it.printable == it.printable_why.is_some() {
        faults.push(format!(
            "{place}: printable_why stands where it may not be printed"
        ));
    }
    let replaced = it.relation.is_some() || !it.replaced_by.is_empty();
    if replaced && (it.relation.is_none() || it.in_force_until.is_none()) {
        faults.push(format!(
            "{place}: a superseded entry has an end and a relation"
        ));
    }
    if let Some(until) = &it.in_force_until
        && *until < it.in_force_from
    {
        faults.push(format!("{place}: ends before it begins"));
    }
    if it.printable {
        if it.in_force_until.is_some() {
            faults.push(format!("{place}: superseded, and printable"));
        }
        let instrument = index.instruments.get(it.instrument.as_str());
        if !is_sound(&it.confidence) || !instrument.is_some_and(|it| is_sound(&it.confidence)) {
            faults.push(format!("{place}: printable with confidence below B"));
        }
    }
    if let Some(says) = &it.says
        && (!it.printable || !says.ends_with('。') || says.matches('。').count() != 1)
    {
        faults.push(format!(
            "{place}: says is one sentence of a printable provision"
        ));
    }
}

fn check_grounds(data: &Data, index: &Index, faults: &mut Vec<String>) {
    let all = &data.grounds.problems;
    check_unique("problems", all.iter().map(|it| it.id.as_str()), faults);
    for id in &data.grounds.meta.consumer_instruments {
        if !index.instruments.contains_key(id.as_str()) {
            faults.push(format!("consumer_instruments: no instrument `{id}`"));
        }
    }
    for it in all {
        let place = format!("problem {}", it.id);
        check_rows(it, data, index, &place, faults);
        check_predicates(data, &place, &it.requires, faults);
        for extra in &it.extra {
            index.printable(&place, &extra.ids, faults);
            check_predicates(data, &place, &extra.when, faults);
            check_doors(data, &place, &extra.doors, faults);
        }
        index.printable(&place, it.payment.iter().chain(&it.police), faults);
        index.resolve(
            &place,
            it.never.iter().filter_map(|it| it.id.as_ref()),
            faults,
        );
        for id in &it.named_without_article {
            if !index.instruments.contains_key(id.as_str()) {
                faults.push(format!("{place}: no instrument `{id}`"));
            }
        }
    }
}

/// Reports a combination of goods and purpose that has no row, or several.
fn check_rows(it: &Problem, data: &Data, index: &Index, place: &str, faults: &mut Vec<String>) {
    for goods in ["goods_online", "services"] {
        for purpose in data.grounds.meta.purposes.keys() {
            let rows = it
                .rows
                .iter()
                .filter(|row| row.goods == goods && row.purpose.contains(purpose))
                .count();
            if rows != 1 {
                faults.push(format!("{place}: {rows} rows for {goods}, {purpose}"));
            }
        }
    }
    for row in &it.rows {
        let ids = row.platform.iter().chain(&row.samr).chain(&row.court);
        index.printable(place, ids, faults);
    }
}

fn check_predicates(data: &Data, place: &str, ids: &[String], faults: &mut Vec<String>) {
    for id in ids {
        if !data.grounds.predicates.contains_key(id) {
            faults.push(format!("{place}: no predicate `{id}`"));
        }
    }
}

fn check_doors(data: &Data, place: &str, ids: &[String], faults: &mut Vec<String>) {
    for id in ids {
        if !data.grounds.meta.doors.contains_key(id) {
            faults.push(format!("{place}: no door `{id}`"));
        }
    }
}

fn check_add_ons(data: &Data, index: &Index, faults: &mut Vec<String>) {
    let (add_ons, reports) = (&data.grounds.add_ons, &data.grounds.reports);
    check_unique("add_ons", add_ons.iter().map(|it| it.id.as_str()), faults);
    check_unique("reports", reports.iter().map(|it| it.id.as_str()), faults);
    for it in add_ons {
        let place = format!("add_on {}", it.id);
        index.printable(&place, &it.ids, faults);
        index.resolve(&place, it.support.iter().chain(&it.proof), faults);
        check_predicates(data, &place, &it.when, faults);
        check_doors(data, &place, &it.doors, faults);
    }
    for it in reports {
        let place = format!("report {}", it.id);
        index.printable(&place, &it.ids, faults);
        index.resolve(&place, it.support.iter().chain(&it.result_told_by), faults);
        check_predicates(data, &place, &it.facts, faults);
    }
}

/// Reports provisions that a filing may have to explain and cannot.
fn check_sentences(data: &Data, index: &Index, faults: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for it in &data.grounds.problems {
        for row in &it.rows {
            ids.extend(row.platform.iter().chain(&row.samr).chain(&row.court));
        }
        ids.extend(it.extra.iter().flat_map(|extra| &extra.ids));
        ids.extend(it.payment.iter().chain(&it.police));
    }
    ids.extend(data.grounds.add_ons.iter().flat_map(|it| &it.ids));
    ids.extend(data.grounds.reports.iter().flat_map(|it| &it.ids));
    for id in ids {
        let known = index.provisions.get(id.as_str());
        if known.is_some_and(|it| it.says.is_none()) {
            faults.push(format!("provision {id}: says is missing"));
        }
    }
}

/// Reports a name that two instruments have; the words of search are folded, so that they count as the same.
fn check_names(data: &Data, faults: &mut Vec<String>) {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for it in &data.instruments.instruments {
        for name in names(it) {
            if let Some(other) = owners.insert(name.clone(), &it.id)
                && other != it.id
            {
                faults.push(format!(
                    "instruments {other} and {}: both are `{name}`",
                    it.id
                ));
            }
        }
    }
}

fn check_misquotes(data: &Data, index: &Index, faults: &mut Vec<String>) {
    let all = &data.misquotes.misquotes;
    check_unique("misquotes", all.iter().map(|it| it.id.as_str()), faults);
    check_day("misquotes", &data.misquotes.meta.checked, faults);
    for it in all {
        let place = format!("misquote {}", it.id);
        index.resolve(&place, &it.trigger.cite, faults);
        index.printable(&place, &it.instead, faults);
        check_predicates(data, &place, &it.unless, faults);
        let by_cite = it.trigger.by_cite;
        if by_cite && it.trigger.cite.is_none() || !by_cite && it.trigger.words.is_empty() {
            faults.push(format!("{place}: nothing triggers it"));
        }
        let fine = it.verdict == "fine";
        if fine != (it.severity == "silent") {
            faults.push(format!("{place}: only what is fine is silent"));
        }
        if it.say_zh.is_some() != it.say_en.is_some() || fine == it.say_zh.is_some() {
            faults.push(format!(
                "{place}: a mistake says in both languages what to write instead"
            ));
        }
        if it.why_zh.is_empty() || it.why_en.is_empty() {
            faults.push(format!("{place}: the reason is missing"));
        }
        if let Err(fault) = basis::write_dated(&it.source, data) {
            faults.push(format!("{place}: source: {fault}"));
        }
        let words = it.trigger.words.iter().chain(&it.context);
        if words
            .chain(&it.negation_guard)
            .chain(&it.besides)
            .chain(&it.eased_by)
            .any(|word| folded(word).is_empty())
        {
            faults.push(format!("{place}: a word is empty"));
        }
    }
}

fn check_values(data: &Data, index: &Index, faults: &mut Vec<String>) {
    let values = &data.values;
    if values.wages.provinces.len() != 31 {
        faults.push("wages: there are 31 provinces".to_owned());
    }
    if values.wages.provinces.values().any(|&wage| wage <= 0) {
        faults.push("wages: a wage is positive".to_owned());
    }
    check_day("wages", &values.wages.checked, faults);
    index.printable("small_claims", &values.small_claims.basis, faults);
    index.printable("multiple", &values.multiple.basis, faults);
    check_day("multiple", &values.multiple.checked, faults);
    check_scale("fees.court", &values.fees.court, faults);
    check_scale("fees.preservation", &values.fees.preservation, faults);
    check_scale("fees.enforcement", &values.fees.enforcement, faults);
    let rates = &values.loan_prime_rate;
    let changes = rates.changes.iter().map(|it| it.from.as_str());
    check_ascending("loan_prime_rate.changes", changes, faults);
    let bands = rates.bands.iter().map(|it| it.until.as_str());
    check_ascending("loan_prime_rate.bands", bands, faults);
}

/// Reports days out of order; ISO dates sort as text.
fn check_ascending<'a>(place: &str, days: impl Iterator<Item = &'a str>, faults: &mut Vec<String>) {
    let mut before = "";
    for day in days {
        check_day(place, day, faults);
        if day <= before {
            faults.push(format!("{place}: {day} is out of order"));
        }
        before = day;
    }
}

/// Reports a scale whose steps do not meet: at an edge both sides must give the same fee.
fn check_scale(place: &str, scale: &[Bracket], faults: &mut Vec<String>) {
    if scale.last().is_none_or(|last| last.up_to.is_some()) {
        faults.push(format!("{place}: the last step is open"));
    }
    for pair in scale.windows(2) {
        let [low, high] = pair else { continue };
        let Some(edge) = low.up_to else {
            faults.push(format!("{place}: only the last step is open"));
            continue;
        };
        let fee = |step: &Bracket| step.per_mille * edge + 1000 * step.add;
        if fee(low) != fee(high) || high.up_to.is_some_and(|next| next <= edge) {
            faults.push(format!("{place}: the steps do not meet at {edge}"));
        }
    }
}
