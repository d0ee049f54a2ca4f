//! Laws, regulations, rules, interpretations, notices and standards.

use chrono::NaiveDate;

use super::confidence::Confidence;
use super::tables;
use crate::bilingual::Phrase;

/// A normative text as a whole.
#[derive(Debug)]
pub struct Instrument {
    /// The key, such as `civil-code`.
    pub id: &'static str,
    /// The full official name, without 《》.
    pub title: &'static str,
    /// The document number (文号).
    pub document_number: Option<&'static str>,
    /// Who issued it.
    pub issuer: Option<&'static str>,
    /// Its rank; none for words such as 条例 that name nothing by themselves.
    pub level: Option<Level>,
    /// What people write instead of the title.
    pub aliases: &'static [&'static str],
    /// Whether the aliases name nothing by themselves.
    pub ambiguous_alias: bool,
    /// The periods between which article numbers changed.
    pub versions: &'static [Version],
    /// The ids of what it replaced.
    pub replaces: &'static [&'static str],
    /// The ids of what replaced it.
    pub replaced_by: &'static [&'static str],
    /// The number of articles, where the text was counted without gaps.
    pub article_count: Option<u16>,
    /// A remark.
    pub note: Option<Phrase>,
    /// Where the facts come from.
    pub source: Option<Phrase>,
    /// The day the entry was checked.
    pub checked: NaiveDate,
    /// The date of the copy that was read.
    pub verified_through: Option<NaiveDate>,
    /// How well the entry is sourced.
    pub confidence: Confidence,
}

/// A period during which an instrument kept its numbering.
#[derive(Debug)]
pub struct Version {
    /// The key, usually the year of the text.
    pub key: &'static str,
    /// The first day in force.
    pub in_force_from: Option<NaiveDate>,
    /// The last day in force.
    pub in_force_until: Option<NaiveDate>,
    /// A remark.
    pub note: Option<Phrase>,
}

/// The rank of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// 法律.
    Law,
    /// 行政法规.
    AdministrativeRegulation,
    /// 部门规章.
    DepartmentRule,
    /// 司法解释.
    JudicialInterpretation,
    /// 规范性文件.
    NormativeDocument,
    /// 地方性法规 and local rules.
    Local,
    /// 标准.
    Standard,
}

impl Instrument {
    /// Returns the full name in title marks: 《中华人民共和国民法典》.
    pub fn marked_title(&self) -> String {
        // 《标点符号用法》: a title inside a title takes single marks.
        let inner = self.title.replace('《', "〈").replace('》', "〉");
        format!("《{inner}》")
    }
}

/// Returns the instrument with this id.
pub fn instrument(id: &str) -> Option<&'static Instrument> {
    let at = tables::INSTRUMENTS
        .binary_search_by(|it| it.id.cmp(id))
        .ok()?;
    tables::INSTRUMENTS.get(at)
}

/// Returns every instrument, by id.
pub fn instruments() -> &'static [Instrument] {
    &tables::INSTRUMENTS
}
