//! Reads the data files as they are written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::basis::Basis;
use crate::facts::words::Phrase;

/// All data files of the module.
pub(crate) struct Data {
    /// `instruments.yaml`.
    pub(crate) instruments: Instruments,
    /// `provisions.yaml`.
    pub(crate) provisions: Provisions,
    /// `grounds.yaml`.
    pub(crate) grounds: Grounds,
    /// `misquotes.yaml`.
    pub(crate) misquotes: Misquotes,
    /// `values.yaml`.
    pub(crate) values: Values,
}

impl Data {
    /// Reads all files of a folder, or returns what is wrong with each.
    pub(crate) fn read(folder: &Path) -> Result<Self, Vec<String>> {
        let mut data = Self {
            instruments: file(folder, "instruments.yaml")?,
            provisions: file(folder, "provisions.yaml")?,
            grounds: file(folder, "grounds.yaml")?,
            misquotes: file(folder, "misquotes.yaml")?,
            values: file(folder, "values.yaml")?,
        };
        // The tables are searched by bisection.
        data.instruments.instruments.sort_by(|a, b| a.id.cmp(&b.id));
        data.provisions.provisions.sort_by(|a, b| a.id.cmp(&b.id));
        data.misquotes.misquotes.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(data)
    }
}

/// Reads one file.
fn file<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, Vec<String>> {
    let text = fs::read_to_string(folder.join(name))
        .map_err(|error| vec![format!("src/law/data/{name}: {error}")])?;
    serde_yaml::from_str(&text).map_err(|error| vec![format!("src/law/data/{name}: {error}")])
}

#[derive(Deserialize)]
pub(crate) struct Instruments {
    pub(crate) sources: BTreeMap<String, Phrase>,
    pub(crate) instruments: Vec<Instrument>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instrument {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) document_number: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) level: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) ambiguous_alias: bool,
    pub(crate) versions: Vec<Version>,
    pub(crate) replaces: Vec<String>,
    pub(crate) replaced_by: Vec<String>,
    pub(crate) article_count: Option<u16>,
    pub(crate) note: Option<Phrase>,
    pub(crate) source: Option<String>,
    pub(crate) checked: String,
    pub(crate) verified_through: Option<String>,
    pub(crate) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Version {
    pub(crate) key: String,
    pub(crate) in_force_from: Option<String>,
    pub(crate) in_force_until: Option<String>,
    #[serde(default)]
    pub(crate) note: Option<Phrase>,
}

#[derive(Deserialize)]
pub(crate) struct Provisions {
    pub(crate) meta: ProvisionsMeta,
    pub(crate) provisions: Vec<Provision>,
}

#[derive(Deserialize)]
pub(crate) struct ProvisionsMeta {
    /// What `never_for` forbids.
    pub(crate) uses: BTreeMap<String, Phrase>,
    /// The words of `applies_when`.
    pub(crate) conditions: BTreeMap<String, Phrase>,
    /// The words of `printable_why`.
    pub(crate) not_printed: BTreeMap<String, Phrase>,
    /// The words of `place_note`.
    pub(crate) place_notes: BTreeMap<String, Phrase>,
    pub(crate) supports: BTreeMap<String, Phrase>,
    pub(crate) sources: BTreeMap<String, Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Provision {
    pub(crate) id: String,
    pub(crate) instrument: String,
    pub(crate) version: String,
    pub(crate) article: u16,
    pub(crate) suffix: Option<u8>,
    pub(crate) paragraph: Option<u8>,
    pub(crate) item: Option<u8>,
    pub(crate) single_paragraph: Option<bool>,
    pub(crate) gist_zh: String,
    pub(crate) gist_en: String,
    #[serde(default)]
    pub(crate) says: Option<String>,
    pub(crate) supports: Vec<String>,
    pub(crate) never_for: Vec<NeverFor>,
    pub(crate) in_force_from: String,
    pub(crate) in_force_until: Option<String>,
    pub(crate) replaced_by: Vec<String>,
    pub(crate) relation: Option<String>,
    pub(crate) date_basis: String,
    pub(crate) applies_when: Vec<String>,
    pub(crate) printable: bool,
    pub(crate) printable_why: Option<String>,
    pub(crate) confidence: String,
    pub(crate) place_note: Option<String>,
    pub(crate) source: String,
    pub(crate) checked: String,
    pub(crate) verified_through: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NeverFor {
    pub(crate) r#use: String,
    pub(crate) why: Phrase,
}

#[derive(Deserialize)]
pub(crate) struct Grounds {
    pub(crate) meta: GroundsMeta,
    pub(crate) predicates: BTreeMap<String, Predicate>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) add_ons: Vec<AddOn>,
    pub(crate) reports: Vec<Report>,
}

#[derive(Deserialize)]
pub(crate) struct GroundsMeta {
    pub(crate) doors: BTreeMap<String, String>,
    pub(crate) purposes: BTreeMap<String, String>,
    pub(crate) consumer_instruments: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Predicate {
    pub(crate) zh: String,
    pub(crate) test: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Problem {
    #[serde(rename = "problem")]
    pub(crate) id: String,
    pub(crate) name_zh: String,
    pub(crate) theory: String,
    pub(crate) confidence: String,
    #[serde(default)]
    pub(crate) basis: Option<String>,
    #[serde(default)]
    pub(crate) requires: Vec<String>,
    pub(crate) rows: Vec<Row>,
    #[serde(default)]
    pub(crate) extra: Vec<Extra>,
    #[serde(default)]
    pub(crate) payment: Vec<String>,
    #[serde(default)]
    pub(crate) police: Vec<String>,
    pub(crate) never: Vec<Never>,
    #[serde(default)]
    pub(crate) named_without_article: Vec<String>,
    #[serde(default)]
    pub(crate) samr_note: Option<String>,
    #[serde(default)]
    pub(crate) notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    pub(crate) goods: String,
    pub(crate) purpose: Vec<String>,
    pub(crate) platform: Vec<String>,
    pub(crate) samr: Vec<String>,
    pub(crate) court: Vec<String>,
    pub(crate) confidence: String,
    #[serde(default)]
    pub(crate) note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Extra {
    pub(crate) ids: Vec<String>,
    pub(crate) when: Vec<String>,
    pub(crate) doors: Vec<String>,
    pub(crate) consumer_only: bool,
    #[serde(default)]
    pub(crate) goods: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Never {
    pub(crate) id: Option<String>,
    pub(crate) what: Option<String>,
    pub(crate) why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddOn {
    pub(crate) id: String,
    pub(crate) when: Vec<String>,
    pub(crate) ids: Vec<String>,
    pub(crate) support: Vec<String>,
    pub(crate) proof: Vec<String>,
    pub(crate) doors: Vec<String>,
    pub(crate) never: String,
    pub(crate) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Report {
    pub(crate) id: String,
    pub(crate) facts: Vec<String>,
    pub(crate) ids: Vec<String>,
    pub(crate) support: Vec<String>,
    pub(crate) result_told_by: Vec<String>,
    pub(crate) never: String,
    #[serde(default)]
    pub(crate) basis: Option<String>,
    pub(crate) confidence: String,
}

#[derive(Deserialize)]
pub(crate) struct Misquotes {
    pub(crate) meta: MisquotesMeta,
    pub(crate) misquotes: Vec<Misquote>,
}

#[derive(Deserialize)]
pub(crate) struct MisquotesMeta {
    pub(crate) checked: String,
    pub(crate) guard_distance: usize,
    pub(crate) guards_after: Vec<String>,
    pub(crate) stated_as_law: Vec<String>,
    pub(crate) grounds_of_law: Vec<String>,
    pub(crate) duties: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Misquote {
    pub(crate) id: String,
    pub(crate) verdict: String,
    pub(crate) severity: String,
    pub(crate) trigger: Trigger,
    pub(crate) context: Vec<String>,
    #[serde(default)]
    pub(crate) besides: Vec<String>,
    #[serde(default)]
    pub(crate) as_law: bool,
    #[serde(default)]
    pub(crate) eased_by: Vec<String>,
    pub(crate) negation_guard: Vec<String>,
    pub(crate) why_zh: String,
    pub(crate) why_en: String,
    pub(crate) instead: Vec<String>,
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    #[serde(default)]
    pub(crate) say_zh: Option<String>,
    #[serde(default)]
    pub(crate) say_en: Option<String>,
    pub(crate) source: Vec<Basis>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trigger {
    pub(crate) cite: Option<String>,
    pub(crate) by_cite: bool,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Values {
    pub(crate) wages: Wages,
    pub(crate) small_claims: SmallClaims,
    pub(crate) multiple: Multiple,
    pub(crate) fees: Fees,
    pub(crate) loan_prime_rate: LoanPrimeRate,
}

#[derive(Deserialize)]
pub(crate) struct Wages {
    pub(crate) series_zh: String,
    pub(crate) year: u16,
    pub(crate) source: String,
    pub(crate) checked: String,
    pub(crate) confidence: String,
    pub(crate) provinces: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
pub(crate) struct SmallClaims {
    pub(crate) basis: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Multiple {
    pub(crate) times: i64,
    pub(crate) least: i64,
    pub(crate) basis: Vec<String>,
    pub(crate) checked: String,
}

#[derive(Deserialize)]
pub(crate) struct Fees {
    pub(crate) court: Vec<Bracket>,
    pub(crate) preservation: Vec<Bracket>,
    pub(crate) preservation_cap: i64,
    pub(crate) enforcement: Vec<Bracket>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bracket {
    pub(crate) up_to: Option<i64>,
    pub(crate) per_mille: i64,
    pub(crate) add: i64,
}

#[derive(Deserialize)]
pub(crate) struct LoanPrimeRate {
    pub(crate) bands: Vec<Band>,
    pub(crate) changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Band {
    pub(crate) until: String,
    pub(crate) status: String,
    pub(crate) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    pub(crate) from: String,
    pub(crate) one_year: String,
    pub(crate) five_years: String,
}
