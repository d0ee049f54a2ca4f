//! Writes the checked data as Rust tables.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::basis;
use crate::facts::words::Phrase;
use crate::read::{
    AddOn, Bracket, Data, Extra, Fees, Instrument, LoanPrimeRate, Misquote, Multiple, Never,
    Problem, Provision, Report, Row, Wages,
};
use crate::words::{folded, names};

/// What `applies_when` says of rules that protect consumers only.
const CONSUMERS: [&str; 2] = ["daily-life", "daily-life-goods"];

/// What `applies_when` says of rules about platforms on which third parties sell.
const PLATFORMS: &str = "third-party-sells";

/// Returns the source of all tables.
pub(crate) fn tables(data: &Data) -> String {
    let writer = Writer::new(data);
    let mut out = String::new();
    out += &predicates(data);
    out += &array("INSTRUMENTS", "Instrument", "Every instrument, by id.", {
        data.instruments
            .instruments
            .iter()
            .map(|it| writer.instrument(it))
    });
    out += &array("PROVISIONS", "Provision", "Every provision, by id.", {
        data.provisions
            .provisions
            .iter()
            .map(|it| writer.provision(it))
    });
    out += &array("GROUNDS", "Ground", "The ground of every problem.", {
        data.grounds.problems.iter().map(|it| writer.ground(it))
    });
    out += &ground_of(data);
    out += &array("ADD_ONS", "AddOn", "Every add-on.", {
        data.grounds.add_ons.iter().map(|it| writer.add_on(it))
    });
    out += &array("REPORTS", "Report", "Every ground of a report.", {
        data.grounds.reports.iter().map(|it| writer.report(it))
    });
    out += &supports(data);
    out += &instrument_names(data);
    out += &array("MISQUOTES", "Misquote", "Every known misquote, by id.", {
        data.misquotes
            .misquotes
            .iter()
            .map(|it| writer.misquote(it))
    });
    out += &misquote_words(data);
    out += &wages(&data.values.wages);
    out += &multiple(&data.values.multiple);
    out += &fees(&data.values.fees);
    out += &rates(&data.values.loan_prime_rate);
    out
}

/// Writes entries that point at each other by their place in a table.
struct Writer<'a> {
    data: &'a Data,
    instruments: BTreeMap<&'a str, usize>,
    provisions: BTreeMap<&'a str, usize>,
}

impl<'a> Writer<'a> {
    fn new(data: &'a Data) -> Self {
        let instruments = data.instruments.instruments.iter();
        let provisions = data.provisions.provisions.iter();
        Self {
            data,
            instruments: instruments
                .enumerate()
                .map(|(at, it)| (it.id.as_str(), at))
                .collect(),
            provisions: provisions
                .enumerate()
                .map(|(at, it)| (it.id.as_str(), at))
                .collect(),
        }
    }

    fn instrument(&self, it: &Instrument) -> String {
        let versions = it.versions.iter().map(|version| {
            format!(
                "Version {{ key: {:?}, in_force_from: {}, in_force_until: {}, note: {} }}",
                version.key,
                maybe_day(version.in_force_from.as_deref()),
                maybe_day(version.in_force_until.as_deref()),
                phrase(version.note.as_ref()),
            )
        });
        let source = it
            .source
            .as_ref()
            .and_then(|source| self.data.instruments.sources.get(source));
        format!(
            "Instrument {{ id: {:?}, title: {:?}, document_number: {:?}, issuer: {:?}, level: {}, aliases: &{:?}, \
             ambiguous_alias: {:?}, versions: {}, replaces: &{:?}, replaced_by: &{:?}, article_count: {:?}, \
             note: {}, source: {}, checked: {}, verified_through: {}, confidence: Confidence::{} }}",
            it.id,
            it.title,
            it.document_number,
            it.issuer,
            maybe(it.level.as_ref().map(|level| variant("Level", level))),
            it.aliases,
            it.ambiguous_alias,
            slice(versions),
            it.replaces,
            it.replaced_by,
            it.article_count,
            phrase(it.note.as_ref()),
            phrase(source),
            day(&it.checked),
            maybe_day(it.verified_through.as_deref()),
            it.confidence,
        )
    }

    fn provision(&self, it: &Provision) -> String {
        let meta = &self.data.provisions.meta;
        let never_for = it.never_for.iter().map(|never| {
            let name = meta.uses.get(&never.r#use).map(Phrase::write);
            format!(
                "NeverFor {{ purpose: {:?}, name: {}, why: {} }}",
                never.r#use,
                name.unwrap_or_default(),
                never.why.write()
            )
        });
        let conditions = it.applies_when.iter();
        let conditions = conditions.filter_map(|word| meta.conditions.get(word));
        let word = |table: &BTreeMap<String, Phrase>, word: Option<&String>| {
            phrase(word.and_then(|word| table.get(word)))
        };
        let says = |words: &[&str]| {
            it.applies_when
                .iter()
                .any(|it| words.contains(&it.as_str()))
        };
        let consumer_instruments = &self.data.grounds.meta.consumer_instruments;
        let consumers_only = says(&CONSUMERS) || consumer_instruments.contains(&it.instrument);
        let mut out = format!(
            "Provision {{ id: {:?}, instrument: {}, version: {:?}, article: {}, suffix: {:?}, paragraph: {:?}, item: {:?}, \
             single_paragraph: {:?}, gist_zh: {:?}, gist_en: {:?}, says: {:?}, supports: &{:?}, never_for: {}, ",
            it.id,
            self.instrument_at(&it.instrument),
            it.version,
            it.article,
            it.suffix,
            it.paragraph,
            it.item,
            it.single_paragraph,
            it.gist_zh,
            it.gist_en,
            it.says,
            it.supports,
            slice(never_for),
        );
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "in_force_from: {}, in_force_until: {}, replaced_by: &{:?}, relation: {}, date_basis: {}, applies_when: {}, \
             consumers_only: {consumers_only:?}, platforms_only: {:?}, printable: {:?}, printable_why: {}, \
             confidence: Confidence::{}, place_note: {}, source: {}, checked: {}, verified_through: {} }}",
            day(&it.in_force_from),
            maybe_day(it.in_force_until.as_deref()),
            it.replaced_by,
            maybe(
                it.relation
                    .as_ref()
                    .map(|relation| variant("Relation", relation))
            ),
            variant("DateBasis", &it.date_basis),
            slice(conditions.map(Phrase::write)),
            says(&[PLATFORMS]),
            it.printable,
            word(&meta.not_printed, it.printable_why.as_ref()),
            it.confidence,
            word(&meta.place_notes, it.place_note.as_ref()),
            meta.sources
                .get(&it.source)
                .map(Phrase::write)
                .unwrap_or_default(),
            day(&it.checked),
            day(&it.verified_through),
        );
        out
    }

    fn ground(&self, it: &Problem) -> String {
        let instruments = it
            .named_without_article
            .iter()
            .map(|id| self.instrument_at(id));
        format!(
            "Ground {{ problem: {}, name_zh: {:?}, theory: {:?}, confidence: Confidence::{}, basis: {:?}, requires: {}, rows: {}, extras: {}, \
             payment: {}, police: {}, never: {}, named_without_article: {}, samr_note: {:?}, notes: &{:?} }}",
            variant("Problem", &it.id),
            it.name_zh,
            it.theory,
            it.confidence,
            it.basis,
            variants("Predicate", &it.requires),
            slice(it.rows.iter().map(|row| self.row(row))),
            slice(it.extra.iter().map(|extra| self.extra(extra))),
            self.list(&it.payment),
            self.list(&it.police),
            slice(it.never.iter().map(|never| self.never(never, it))),
            slice(instruments),
            it.samr_note,
            it.notes,
        )
    }

    fn row(&self, it: &Row) -> String {
        format!(
            "Row {{ goods: {}, purposes: {}, platform: {}, samr: {}, court: {}, confidence: Confidence::{}, note: {:?} }}",
            variant("GoodsClass", &it.goods),
            variants("Purpose", &it.purpose),
            self.list(&it.platform),
            self.list(&it.samr),
            self.list(&it.court),
            it.confidence,
            it.note,
        )
    }

    fn extra(&self, it: &Extra) -> String {
        format!(
            "Extra {{ provisions: {}, when: {}, doors: {}, goods: {}, consumer_only: {:?} }}",
            self.list(&it.ids),
            variants("Predicate", &it.when),
            variants("Door", &it.doors),
            variants("GoodsClass", &it.goods),
            it.consumer_only,
        )
    }

    fn never(&self, it: &Never, problem: &Problem) -> String {
        // A provision that the same problem lists elsewhere is wrong for one use only, which `why` names.
        let listed = |id: &String| {
            let rows = problem.rows.iter();
            rows.flat_map(|row| row.platform.iter().chain(&row.samr).chain(&row.court))
                .chain(problem.extra.iter().flat_map(|extra| &extra.ids))
                .chain(problem.payment.iter().chain(&problem.police))
                .any(|other| other == id)
        };
        format!(
            "Never {{ provision: {}, what: {:?}, why: {:?}, always: {:?} }}",
            maybe(it.id.as_ref().map(|id| self.provision_at(id))),
            it.what,
            it.why,
            it.id.as_ref().is_some_and(|id| !listed(id)),
        )
    }

    fn add_on(&self, it: &AddOn) -> String {
        format!(
            "AddOn {{ id: {:?}, when: {}, provisions: {}, support: {}, proof: {}, doors: {}, never: {:?}, confidence: Confidence::{} }}",
            it.id,
            variants("Predicate", &it.when),
            self.list(&it.ids),
            self.list(&it.support),
            self.list(&it.proof),
            variants("Door", &it.doors),
            it.never,
            it.confidence,
        )
    }

    fn report(&self, it: &Report) -> String {
        format!(
            "Report {{ id: {:?}, facts: {}, provisions: {}, support: {}, result_told_by: {}, never: {:?}, basis: {:?}, confidence: Confidence::{} }}",
            it.id,
            variants("Predicate", &it.facts),
            self.list(&it.ids),
            self.list(&it.support),
            self.list(&it.result_told_by),
            it.never,
            it.basis,
            it.confidence,
        )
    }

    /// A word, folded; the name of a law stands for all its names.
    fn called(&self, word: &str) -> Vec<String> {
        let word = folded(word);
        let all = self.data.instruments.instruments.iter();
        all.filter(|it| !it.ambiguous_alias)
            .map(names)
            .find(|names| names.contains(&word))
            .unwrap_or_else(|| vec![word])
    }

    fn misquote(&self, it: &Misquote) -> String {
        let mut context: Vec<String> = it
            .context
            .iter()
            .flat_map(|word| self.called(word))
            .collect();
        context.sort();
        context.dedup();
        let fold_all = |words: &[String]| words.iter().map(|word| folded(word)).collect::<Vec<_>>();
        let guards = fold_all(&it.negation_guard);
        format!(
            "Misquote {{ id: {:?}, mistake: {}, gravity: {}, provision: {}, by_cite: {:?}, words: &{:?}, beside: &{:?}, \
             context: &{context:?}, besides: &{:?}, as_law: {:?}, eased_by: &{:?}, guards: &{guards:?}, why_zh: {:?}, why_en: {:?}, instead: {}, unless: {}, say_zh: {:?}, \
             say_en: {:?}, sources: {} }}",
            it.id,
            variant("Mistake", &it.verdict),
            variant("Gravity", &it.severity),
            maybe(it.trigger.cite.as_ref().map(|id| self.provision_at(id))),
            it.trigger.by_cite,
            it.trigger.words,
            it.context,
            fold_all(&it.besides),
            it.as_law,
            fold_all(&it.eased_by),
            it.why_zh,
            it.why_en,
            self.list(&it.instead),
            variants("Predicate", &it.unless),
            it.say_zh,
            it.say_en,
            basis::write_dated(&it.source, self.data).unwrap_or_default(),
        )
    }

    fn list(&self, ids: &[String]) -> String {
        slice(ids.iter().map(|id| self.provision_at(id)))
    }

    fn instrument_at(&self, id: &str) -> String {
        format!("&INSTRUMENTS[{}]", self.instruments[id])
    }

    fn provision_at(&self, id: &str) -> String {
        format!("&PROVISIONS[{}]", self.provisions[id])
    }
}

/// Writes the enum of predicates and their texts.
fn predicates(data: &Data) -> String {
    let all = &data.grounds.predicates;
    let mut out = String::from(
        "/// A fact that a choice of provisions depends on.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]\npub enum Predicate {\n",
    );
    for (id, it) in all {
        let _ = writeln!(out, "    /// {}.\n    {},", it.zh, camel(id));
    }
    let names: Vec<String> = all
        .keys()
        .map(|id| format!("Self::{}", camel(id)))
        .collect();
    let _ = writeln!(
        out,
        "}}\nimpl Predicate {{\n    /// Every predicate, by id.\n    pub const ALL: [Self; {}] = [{}];\n}}",
        names.len(),
        names.join(", "),
    );
    let texts = all
        .iter()
        .map(|(id, it)| format!("({id:?}, {:?}, {:?})", it.zh, it.test));
    let kind = "(&str, &str, &str)";
    out + &array(
        "PREDICATES",
        kind,
        "Id, Chinese wording and test of every predicate.",
        texts,
    )
    .replacen("pub(super) static", "const", 1)
}

/// Writes the match from a problem to its ground, which the compiler checks to be complete.
fn ground_of(data: &Data) -> String {
    let mut out = String::from(
        "/// Returns the ground of a problem.\npub(super) const fn ground(problem: Problem) -> &'static Ground {\n    match problem {\n",
    );
    for (at, it) in data.grounds.problems.iter().enumerate() {
        let _ = writeln!(
            out,
            "        {} => &GROUNDS[{at}],",
            variant("Problem", &it.id)
        );
    }
    out + "    }\n}\n"
}

/// Writes what the words of `supports` mean.
fn supports(data: &Data) -> String {
    let words = data.provisions.meta.supports.iter();
    array(
        "SUPPORTS",
        "(&str, &str, &str)",
        "Each word of `supports`, by id, in Chinese and English.",
        words.map(|(id, word)| format!("({id:?}, {:?}, {:?})", word.zh, word.en)),
    )
}

/// Writes every name of an instrument with its place in the table; longer names come before those they begin with.
fn instrument_names(data: &Data) -> String {
    let mut all: Vec<(String, usize)> = Vec::new();
    for (at, it) in data.instruments.instruments.iter().enumerate() {
        all.extend(names(it).into_iter().map(|name| (name, at)));
    }
    all.sort_by(|a, b| longest_first(&a.0, &b.0));
    array(
        "NAMES",
        "(&str, &Instrument)",
        "Every folded name of an instrument, by first sign and then the longest first.",
        all.iter()
            .map(|(name, at)| format!("({name:?}, &INSTRUMENTS[{at}])")),
    )
}

/// Writes the folded words of every misquote that is to be reported, and the rules that hold for all of them.
fn misquote_words(data: &Data) -> String {
    let mut all: Vec<(String, usize)> = Vec::new();
    for (at, it) in data.misquotes.misquotes.iter().enumerate() {
        all.extend(it.trigger.words.iter().map(|word| (folded(word), at)));
    }
    all.sort_by(|a, b| longest_first(&a.0, &b.0));
    all.dedup();
    let meta = &data.misquotes.meta;
    let fold_all = |words: &[String]| words.iter().map(|word| folded(word)).collect::<Vec<_>>();
    let rules = [
        (
            "GUARDS_AFTER",
            "Words that cancel a misquote after its trigger.",
            fold_all(&meta.guards_after),
        ),
        (
            "STATED_AS_LAW",
            "Words of a sentence that states a rule.",
            fold_all(&meta.stated_as_law),
        ),
        (
            "GROUNDS_OF_LAW",
            "Words that bring something forward as law.",
            fold_all(&meta.grounds_of_law),
        ),
        ("DUTIES", "Words of a duty.", fold_all(&meta.duties)),
    ];
    let mut out = array(
        "MISQUOTE_WORDS",
        "(&str, &Misquote)",
        "Every folded trigger of a misquote, by first sign and then the longest first.",
        all.iter()
            .map(|(word, at)| format!("({word:?}, &MISQUOTES[{at}])")),
    );
    for (name, doc, words) in rules {
        out += &array(
            name,
            "&str",
            doc,
            words.iter().map(|word| format!("{word:?}")),
        );
    }
    out + &format!(
        "/// How many signs before a trigger a guard word cancels it.\npub(super) const GUARD_DISTANCE: usize = {};\n\
         /// The day on which the misquotes were checked.\npub(super) const MISQUOTES_CHECKED: NaiveDate = {};\n",
        meta.guard_distance,
        day(&meta.checked),
    )
}

/// Sorts by the first sign, and words with the same one by length, the longest first.
fn longest_first(a: &str, b: &str) -> std::cmp::Ordering {
    let key = |word: &str| {
        let first = word.chars().next();
        (first, std::cmp::Reverse(word.chars().count()))
    };
    key(a).cmp(&key(b)).then_with(|| a.cmp(b))
}

fn wages(it: &Wages) -> String {
    let provinces = it
        .provinces
        .iter()
        .map(|(name, yuan)| format!("({name:?}, {})", number(*yuan)));
    array(
        "WAGES",
        "(&str, i64)",
        "The wage of every province, in yuan.",
        provinces,
    ) + &format!(
        "/// The year of the wages.\npub(super) const WAGE_YEAR: u16 = {};\n\
             /// Their series.\npub(super) const WAGE_SERIES: &str = {:?};\n\
             /// Their source.\npub(super) const WAGE_SOURCE: &str = {:?};\n\
             /// The day they were checked.\npub(super) const WAGE_CHECKED: NaiveDate = {};\n\
             /// How well they are sourced.\npub(super) const WAGE_CONFIDENCE: Confidence = Confidence::{};\n",
        it.year,
        it.series_zh,
        it.source,
        day(&it.checked),
        it.confidence,
    )
}

fn fees(it: &Fees) -> String {
    // The data is in yuan, the tables are in fen.
    let scale = |steps: &[Bracket]| {
        steps
            .iter()
            .map(|step| {
                let up_to = maybe(step.up_to.map(|yuan| number(yuan * 100)));
                let (share, add) = (step.per_mille, number(step.add * 100));
                format!("Bracket {{ up_to: {up_to}, per_mille: {share}, add: {add} }}")
            })
            .collect::<Vec<_>>()
            .into_iter()
    };
    array(
        "COURT_FEE",
        "Bracket",
        "The fee of a property case.",
        scale(&it.court),
    ) + &array(
        "PRESERVATION_FEE",
        "Bracket",
        "The fee of preservation.",
        scale(&it.preservation),
    ) + &array(
        "ENFORCEMENT_FEE",
        "Bracket",
        "The fee of enforcement.",
        scale(&it.enforcement),
    ) + &format!(
        "/// The highest fee of preservation, in fen.\npub(super) const PRESERVATION_CAP: i64 = {};\n",
        number(it.preservation_cap * 100)
    )
}

fn multiple(it: &Multiple) -> String {
    format!(
        "/// How many times the price.\npub(super) const MULTIPLE_TIMES: i64 = {};\n\
         /// The least damages, in fen.\npub(super) const MULTIPLE_LEAST: i64 = {};\n",
        it.times,
        number(it.least * 100)
    )
}

fn rates(it: &LoanPrimeRate) -> String {
    // A quoted percentage with two decimals becomes hundredths of a percent.
    let hundredths = |percent: &str| percent.replace('.', "");
    let changes = it.changes.iter().map(|it| {
        format!(
            "Change {{ from: {}, one_year: {}, five_years: {} }}",
            day(&it.from),
            hundredths(&it.one_year),
            hundredths(&it.five_years),
        )
    });
    let bands = it.bands.iter().map(|it| {
        format!(
            "Band {{ until: {}, status: {}, confidence: Confidence::{} }}",
            day(&it.until),
            variant("RateStatus", &it.status),
            it.confidence,
        )
    });
    array(
        "RATE_CHANGES",
        "Change",
        "The changes of the loan prime rate, by day.",
        changes,
    ) + &array(
        "RATE_BANDS",
        "Band",
        "How well the rates are known, by day.",
        bands,
    )
}

/// Writes a static array.
fn array(name: &str, kind: &str, doc: &str, entries: impl Iterator<Item = String>) -> String {
    let entries: Vec<String> = entries.map(|it| format!("    {it},\n")).collect();
    format!(
        "/// {doc}\npub(super) static {name}: [{kind}; {}] = [\n{}];\n",
        entries.len(),
        entries.concat(),
    )
}

/// Writes a slice.
fn slice(entries: impl Iterator<Item = String>) -> String {
    format!("&[{}]", entries.collect::<Vec<_>>().join(", "))
}

/// Writes a slice of enum values.
fn variants(kind: &str, ids: &[String]) -> String {
    slice(ids.iter().map(|id| variant(kind, id)))
}

/// Writes an enum value for an id.
fn variant(kind: &str, id: &str) -> String {
    format!("{kind}::{}", camel(id))
}

/// Returns an id as the name of an enum value.
fn camel(id: &str) -> String {
    id.split(['-', '_', ' '])
        .flat_map(|word| {
            let (first, rest) = word.split_at(usize::from(!word.is_empty()));
            [first.to_uppercase(), rest.to_owned()]
        })
        .collect()
}

/// Writes a text in both languages that may be missing.
fn phrase(text: Option<&Phrase>) -> String {
    maybe(text.map(Phrase::write))
}

/// Writes a value that may be missing.
fn maybe(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

/// Writes a number with its digits in groups of three.
fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::from(if value < 0 { "-" } else { "" });
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

/// Writes a day that may be missing.
fn maybe_day(day_text: Option<&str>) -> String {
    maybe(day_text.map(day))
}

/// Writes a day.
fn day(text: &str) -> String {
    let parts: Vec<&str> = text
        .split('-')
        .map(|it| it.trim_start_matches('0'))
        .collect();
    format!("date({})", parts.join(", "))
}
