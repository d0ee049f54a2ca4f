//! One entry of the register, with everything that is known of it.

use std::fmt::Write as _;

use chrono::NaiveDate;

use tousu::bilingual::{Bilingual, Phrase};
use tousu::diagnostic::Lang;
use tousu::law::{
    self, Basis, Confidence, DateBasis, Gravity, Instrument, Level, Misquote, Mistake, Provision,
    Relation,
};

use super::super::Office;
use super::search;

/// The width of labels.
const LABEL: usize = 12;

/// A page of labels with what they say.
struct Page<'o> {
    office: &'o Office<'o>,
    text: String,
}

impl<'o> Page<'o> {
    fn new(office: &'o Office<'_>, title: &str) -> Self {
        Self {
            office,
            text: format!("{title}\n"),
        }
    }

    /// Adds what a label says; nothing where it says nothing.
    fn line(&mut self, zh: &str, en: &str, said: impl AsRef<str>) {
        let said = said.as_ref();
        if !said.is_empty() {
            let label = self.office.say(zh, en);
            let _ = writeln!(self.text, "  {}{said}", pad(&label, LABEL));
        }
    }

    /// Adds several things that one label says, each in a line of its own.
    fn lines(&mut self, zh: &str, en: &str, all: impl IntoIterator<Item = String>) {
        let mut label = (zh, en);
        for said in all {
            self.line(label.0, label.1, said);
            label = ("", "");
        }
    }
}

/// A text filled up with spaces to a width, where a Chinese character takes two.
pub(super) fn pad(text: &str, width: usize) -> String {
    let own: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    let spaces = width.saturating_sub(own).max(usize::from(width > 0));
    format!("{text}{}", " ".repeat(spaces))
}

/// Everything about a provision.
pub(super) fn provision(office: &Office<'_>, one: &'static Provision, date: NaiveDate) -> String {
    let mut page = Page::new(office, &one.citation());
    page.line("编号", "id", one.id);
    page.line("内容", "content", office.say(one.gist_zh, one.gist_en));
    page.line("可写成", "wording", one.says.unwrap_or_default());
    page.line("用于", "for", supports(office, one));
    page.lines(
        "不用于",
        "never for",
        one.never_for.iter().map(|never| {
            office.say(
                format!("{}：{}", never.name.zh, never.why.zh),
                format!("{}: {}", never.name.en, never.why.en),
            )
        }),
    );
    page.lines(
        "条件",
        "applies when",
        one.applies_when.iter().map(|words| phrase(office, *words)),
    );
    page.line("效力", "in force", standing(office, one, date));
    page.lines("现在看", "see now", successors(office, one));
    page.line("看哪一天", "decided by", basis(office, one.date_basis));
    page.line("分款依据", "place", maybe(office, one.place_note));
    page.line(
        "印入文书",
        "printed",
        match one.printable_why {
            None => office.say("可以", "yes"),
            Some(why) => office.say(format!("不印：{}", why.zh), format!("no: {}", why.en)),
        },
    );
    page.line("可信度", "confidence", confidence(office, one.confidence));
    page.line("来源", "source", phrase(office, one.source));
    page.line(
        "核对",
        "checked",
        office.say(
            format!("{}，所读文本截至 {}", one.checked, one.verified_through),
            format!("{}, text as of {}", one.checked, one.verified_through),
        ),
    );
    page.lines(
        "常见误引",
        "misquotes",
        law::misquotes()
            .iter()
            .filter(|known| known.gravity != Gravity::Silent)
            .filter(|known| known.provision.is_some_and(|it| it.id == one.id))
            .map(|known| format!("{}: {}", known.id, office.say(known.why_zh, known.why_en))),
    );
    page.text
}

/// Everything about an instrument, and its entries.
pub(super) fn instrument(office: &Office<'_>, it: &'static Instrument, date: NaiveDate) -> String {
    let mut page = Page::new(office, &it.marked_title());
    let between = office.say("、", ", ");
    page.line("编号", "id", it.id);
    page.line("简称", "also", it.aliases.join(&between));
    page.line(
        "层级",
        "rank",
        it.level.map(|rank| level(office, rank)).unwrap_or_default(),
    );
    page.line("文号", "number", it.document_number.unwrap_or_default());
    page.line("制定机关", "issued by", it.issuer.unwrap_or_default());
    page.lines(
        "版本",
        "versions",
        it.versions.iter().map(|version| {
            let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
            let from = day(version.in_force_from);
            let until = day(version.in_force_until);
            let note = version
                .note
                .map_or_else(String::new, |note| format!("  {}", phrase(office, note)));
            if until.is_empty() {
                return office.say(
                    format!("{}  {from} 起{note}", version.key),
                    format!("{}  from {from}{note}", version.key),
                );
            }
            office.say(
                format!("{}  {from} 至 {until}{note}", version.key),
                format!("{}  {from} to {until}{note}", version.key),
            )
        }),
    );
    page.line(
        "条数",
        "articles",
        it.article_count
            .map(|count| count.to_string())
            .unwrap_or_default(),
    );
    page.line("取代", "replaces", titles(it.replaces).join(&between));
    page.line(
        "被取代",
        "replaced by",
        titles(it.replaced_by).join(&between),
    );
    page.line("说明", "note", maybe(office, it.note));
    page.line("可信度", "confidence", confidence(office, it.confidence));
    page.line("来源", "source", maybe(office, it.source));
    page.line("核对", "checked", it.checked.to_string());
    let entries: Vec<&'static Provision> = law::provisions()
        .iter()
        .filter(|one| one.instrument.id == it.id)
        .collect();
    if entries.is_empty() {
        return page.text;
    }
    let mut entries = entries;
    entries.sort_by_key(|one| {
        (
            !one.in_force(date),
            one.article,
            one.suffix,
            one.paragraph,
            one.item,
        )
    });
    page.text + "\n" + &search::lines(office, &entries, date)
}

/// Everything about a known misquote: what is said, beside which words, what is right, since when, and what says so.
pub(super) fn misquote(office: &Office<'_>, known: &'static Misquote) -> String {
    let mut page = Page::new(office, &mistake(office, known.mistake));
    page.line("编号", "id", known.id);
    page.line("说法", "statement", quoted(office, known.words));
    if let Some(cited) = known.provision.filter(|_| known.by_cite) {
        page.line("所引", "citing", cited.citation());
    }
    page.line("同句有", "beside", quoted(office, known.beside));
    page.line("其实", "in fact", office.say(known.why_zh, known.why_en));
    if let (Some(zh), Some(en)) = (known.say_zh, known.say_en) {
        page.line("改成", "write", office.say(zh, en));
    }
    page.lines(
        "可引",
        "cite",
        known.instead.iter().map(|one| {
            let (citation, from) = (one.citation(), one.in_force_from);
            office.say(
                format!("{citation}（{from} 起施行）  {}", one.id),
                format!("{citation} (in force from {from})  {}", one.id),
            )
        }),
    );
    page.line("依据", "basis", further(office, known));
    let texts = known.provision.iter().chain(known.instead);
    let mut texts: Vec<String> = texts.map(|one| phrase(office, one.source)).collect();
    texts.sort();
    texts.dedup();
    page.lines("所读文本", "texts read", texts);
    page.line("核对", "checked", law::misquotes_checked().to_string());
    page.text
}

/// What a judgement rests on beside what is named as citable.
fn further(office: &Office<'_>, known: &Misquote) -> String {
    let cited = known.provision.filter(|_| known.by_cite);
    let named: Vec<&str> = cited
        .iter()
        .chain(known.instead)
        .map(|one| one.id)
        .collect();
    let is_named = |basis: &Basis| matches!(basis, Basis::Provision(id) if named.contains(id));
    let others = known.sources.iter().filter(|basis| !is_named(basis));
    let others: Vec<Basis> = others.copied().collect();
    office.pick(&law::bases(&others)).to_owned()
}

/// What is wrong with a statement, as a title.
fn mistake(office: &Office<'_>, mistake: Mistake) -> String {
    let (zh, en) = match mistake {
        Mistake::Wrong => (
            "误引：法律没有这样规定",
            "misquoted: the law does not say so",
        ),
        Mistake::Repealed => (
            "误引：所依据的规定已经失效",
            "misquoted: the rule is no longer law",
        ),
        Mistake::Renumbered => ("误引：条号已变", "misquoted: the number has moved"),
        Mistake::Overclaimed => (
            "误引：超出了法律的规定",
            "misquoted: it says more than the law",
        ),
        Mistake::Unverified => ("没有出处的说法", "a statement without a source"),
        Mistake::Fine => ("与法律相符的说法", "a statement that is right"),
    };
    office.say(zh, en)
}

/// Words in quotation marks.
fn quoted(office: &Office<'_>, words: &[&str]) -> String {
    let words = words.iter().map(|word| format!("“{word}”"));
    let words: Vec<String> = words.collect();
    words.join(&office.say("、", ", "))
}

/// A text of the data in the language of the user.
fn phrase(office: &Office<'_>, text: Phrase) -> String {
    office.pick(&Bilingual::from(text)).to_owned()
}

/// The same where there may be none.
fn maybe(office: &Office<'_>, text: Option<Phrase>) -> String {
    text.map_or_else(String::new, |text| phrase(office, text))
}

/// The name of an instrument, with a remark where it is not in force.
pub(super) fn with_standing(office: &Office<'_>, it: &Instrument, date: NaiveDate) -> String {
    let title = it.marked_title();
    let first = it
        .versions
        .iter()
        .filter_map(|version| version.in_force_from)
        .min();
    let last = it
        .versions
        .last()
        .and_then(|version| version.in_force_until);
    if last.is_some_and(|last| last < date) {
        return title + &office.say("（已失效）", " (not in force any more)");
    }
    if first.is_some_and(|first| first > date) {
        return title + &office.say("（尚未施行）", " (not yet in force)");
    }
    title
}

/// The name of a rank.
pub(super) fn level(office: &Office<'_>, level: Level) -> String {
    let (zh, en) = match level {
        Level::Law => ("法律", "laws"),
        Level::AdministrativeRegulation => ("行政法规", "administrative regulations"),
        Level::DepartmentRule => ("部门规章", "department rules"),
        Level::JudicialInterpretation => ("司法解释", "judicial interpretations"),
        Level::NormativeDocument => ("规范性文件", "normative documents"),
        Level::Local => ("地方规定", "local rules"),
        Level::Standard => ("标准", "standards"),
    };
    office.say(zh, en)
}

fn titles(ids: &[&str]) -> Vec<String> {
    let all = ids.iter().filter_map(|id| law::instrument(id));
    all.map(Instrument::marked_title).collect()
}

fn supports(office: &Office<'_>, one: &Provision) -> String {
    let words = one.supports.iter().filter_map(|id| law::supports(id));
    let words: Vec<&str> = words
        .map(|(zh, en)| if office.lang == Lang::Zh { zh } else { en })
        .collect();
    words.join(&office.say("；", "; "))
}

fn standing(office: &Office<'_>, one: &Provision, date: NaiveDate) -> String {
    let from = one.in_force_from;
    match one.in_force_until {
        _ if from > date => office.say(
            format!("{from} 起施行，{date} 尚未施行"),
            format!("from {from}, not yet on {date}"),
        ),
        Some(until) if until < date => office.say(
            format!("{from} 至 {until}，{date} 已经失效"),
            format!("{from} to {until}, not any more on {date}"),
        ),
        Some(until) => office.say(
            format!("{from} 至 {until}，{date} 有效"),
            format!("{from} to {until}, in force on {date}"),
        ),
        None => office.say(
            format!("{from} 起，{date} 有效"),
            format!("from {from}, in force on {date}"),
        ),
    }
}

fn successors(office: &Office<'_>, one: &Provision) -> Vec<String> {
    let relation = match one.relation {
        None => return Vec::new(),
        Some(Relation::SameSubject) => office.say("内容相同", "same subject"),
        Some(Relation::Partly) => office.say("部分对应", "in part"),
        Some(Relation::Split) => office.say("分别对应", "shared out"),
        Some(Relation::Moved) => office.say("移到这里", "moved there"),
        Some(Relation::Related) => office.say("只是相近", "merely related"),
        Some(Relation::Deleted) => office.say("原内容已经删去", "its content was deleted"),
    };
    let next = one.replaced_by.iter().filter_map(|id| law::provision(id));
    let mut all: Vec<String> = next
        .map(|next| {
            office.say(
                format!("{}（{relation}）  {}", next.citation(), next.id),
                format!("{} ({relation})  {}", next.citation(), next.id),
            )
        })
        .collect();
    if all.is_empty() {
        all.push(relation);
    }
    all
}

fn basis(office: &Office<'_>, basis: DateBasis) -> String {
    let (zh, en) = match basis {
        DateBasis::Order => ("订立合同之日", "the day of the contract"),
        DateBasis::Breach => (
            "违约或者权利产生之日",
            "the day of the breach or of the right",
        ),
        DateBasis::Conduct => ("行为之日", "the day of the act"),
        DateBasis::Filing => ("提交之日", "the day of filing"),
    };
    office.say(zh, en)
}

fn confidence(office: &Office<'_>, confidence: Confidence) -> String {
    let (zh, en) = match confidence {
        Confidence::A => ("A（读过原文）", "A (read in the text)"),
        Confidence::B => (
            "B（一份好的转录，或者几处一致）",
            "B (a good transcription, or several that agree)",
        ),
        Confidence::C => (
            "C（一处弱来源或者常识）",
            "C (one weak source or general knowledge)",
        ),
        Confidence::U => ("U（没有查到）", "U (not found)"),
    };
    office.say(zh, en)
}
