//! Verdicts in words, Chinese and English.

use chrono::NaiveDate;

use super::verdict::Verdict;
use crate::bilingual::Bilingual;
use crate::law::citation::places;
use crate::law::instrument::Instrument;
use crate::law::misquote::{Misquote, Mistake};
use crate::law::provision::{Provision, Relation};

/// What is said of a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is so, in one line.
    pub message: Bilingual,
    /// What to do; none where nothing is to be done.
    pub help: Option<Bilingual>,
}

impl Verdict {
    /// Returns what is said of it.
    pub fn said(&self) -> Said {
        match self {
            Self::Good { provision, spot } => {
                let citation = provision.title() + &spot.written();
                plain(
                    format!("{citation}，现行有效"),
                    format!("{citation}, in force"),
                )
            }
            Self::Named { instrument } => plain(
                format!("{}，现行有效，没有写第几条", instrument.marked_title()),
                format!(
                    "{}, in force, without an article",
                    instrument.marked_title()
                ),
            ),
            Self::Unverified { provision } => with_help(
                unverified(provision),
                "提交前对照原文核对，或者改引核对过的条文",
                "compare it with the text before filing, or cite a provision that was checked",
            ),
            Self::Superseded { old, by, lives } => superseded(old, by, *lives),
            Self::Repealed {
                instrument,
                until,
                by,
            } => repealed(instrument, *until, by),
            Self::NotYet { from } => with_help(
                Bilingual::new(
                    format!("{from} 才施行，那时以前不能引用"),
                    format!("in force only from {from}"),
                ),
                "改引提交之日有效的条文",
                "cite what is in force on the day of filing",
            ),
            Self::TooHigh {
                instrument,
                articles,
            } => with_help(
                Bilingual::new(
                    format!("{}一共只有 {articles} 条", instrument.marked_title()),
                    format!("{} has only {articles} articles", instrument.marked_title()),
                ),
                "核对法律名称和条号",
                "check the name of the law and the number",
            ),
            Self::OneParagraph { provision } => with_help(
                Bilingual::new(
                    format!("{}只有一款", article_of(provision)),
                    format!("{} has one paragraph only", article_of(provision)),
                ),
                "只写到条，或者核对条号",
                "cite the article as a whole, or check the number",
            ),
            Self::PlaceUnlisted { provision } => with_help(
                Bilingual::new(
                    format!("登记里有{}，没有登记这一款、项", article_of(provision)),
                    format!(
                        "the register has {}, and not this paragraph or item",
                        article_of(provision)
                    ),
                ),
                "对照原文核对款、项",
                "check the paragraph and item in the text",
            ),
            Self::Unlisted { instrument } => with_help(
                not_listed(instrument),
                "对照原文核对条号和内容",
                "check number and content in the text",
            ),
            Self::OtherLaw => other_law(),
            Self::Ambiguous { word } => with_help(
                Bilingual::new(
                    format!("只写“{word}”，看不出是哪一部"),
                    format!("“{word}” alone names no law"),
                ),
                "写出全称，如《市场监督管理投诉举报处理办法》",
                "write the full name, such as 《市场监督管理投诉举报处理办法》",
            ),
            Self::Misquoted {
                record, instead, ..
            } => misquoted(record, instead),
        }
    }
}

fn plain(zh: String, en: String) -> Said {
    Said {
        message: Bilingual { zh, en },
        help: None,
    }
}

fn with_help(message: Bilingual, zh: impl Into<String>, en: impl Into<String>) -> Said {
    Said {
        message,
        help: Some(Bilingual::new(zh, en)),
    }
}

fn unverified(provision: &Provision) -> Bilingual {
    let citation = provision.citation();
    if let Some(why) = provision.printable_why {
        return Bilingual::new(
            format!("{citation}不印入文书：{}", why.zh),
            format!("{citation} is not printed: {}", why.en),
        );
    }
    let confidence = provision.confidence;
    Bilingual::new(
        format!("{citation}没有核对到可以印出的程度（可信度 {confidence:?}）"),
        format!("{citation} was not checked well enough to print (confidence {confidence:?})"),
    )
}

fn other_law() -> Said {
    with_help(
        Bilingual::new(
            "登记里没有这部法律，不等于没有",
            "this law is not in our register, which does not mean that there is none",
        ),
        "对照原文核对名称、条号和是否有效",
        "check name, number and validity in the text",
    )
}

fn repealed(instrument: &Instrument, until: NaiveDate, by: &[&'static Instrument]) -> Said {
    let title = instrument.marked_title();
    let message = Bilingual::new(
        format!("{title}自 {until} 之后失效"),
        format!("{title} has been out of force since {until}"),
    );
    if by.is_empty() {
        return with_help(
            message,
            "删去，或者改引现行的法律",
            "delete it, or cite the law of today",
        );
    }
    let titles: Vec<String> = by.iter().map(|it| it.marked_title()).collect();
    with_help(
        message,
        format!("改引{}的对应条文", titles.join("、")),
        format!("cite the matching article of {}", titles.join(", ")),
    )
}

fn not_listed(instrument: &Instrument) -> Bilingual {
    Bilingual::new(
        format!(
            "登记里没有{}的这一条，不等于没有",
            instrument.marked_title()
        ),
        format!(
            "the register lacks this article of {}, which does not mean that there is none",
            instrument.marked_title()
        ),
    )
}

/// `《…》第五十五条`, whatever the paragraph of the entry.
fn article_of(provision: &Provision) -> String {
    let place = provision.place();
    let article = place
        .split_once('条')
        .map_or(place.as_str(), |(head, _)| head);
    let suffix = provision
        .suffix
        .map(|number| format!("之{}", crate::chinese::numeral(number.into())));
    format!(
        "{}{article}条{}",
        provision.title(),
        suffix.unwrap_or_default()
    )
}

/// `《…》第五百七十七条、第五百八十四条、《…》第二十条`: those of one law together.
fn citations(provisions: &[&'static Provision]) -> String {
    let mut laws: Vec<&Instrument> = Vec::new();
    for one in provisions {
        if !laws.iter().any(|law| std::ptr::eq(*law, one.instrument)) {
            laws.push(one.instrument);
        }
    }
    let all: Vec<String> = laws
        .into_iter()
        .map(|law| {
            let own: Vec<&Provision> = provisions
                .iter()
                .copied()
                .filter(|one| std::ptr::eq(one.instrument, law))
                .collect();
            law.marked_title() + &places(&own)
        })
        .collect();
    all.join("、")
}

fn superseded(old: &Provision, by: &[&'static Provision], lives: bool) -> Said {
    let until = old
        .in_force_until
        .map(|day| day.to_string())
        .unwrap_or_default();
    let message = if lives {
        Bilingual::new(
            format!(
                "按旧条号，{}（{}）到 {until} 为止",
                old.citation(),
                old.gist_zh
            ),
            format!(
                "by its old number {} ({}) stood until {until}",
                old.citation(),
                old.gist_en
            ),
        )
    } else {
        Bilingual::new(
            format!(
                "{}（{}）到 {until} 为止，已经失效",
                old.citation(),
                old.gist_zh
            ),
            format!("{} ({}) was law until {until}", old.citation(), old.gist_en),
        )
    };
    let (zh, en) = match old.relation {
        _ if by.is_empty() => (
            "没有相同内容的现行条文，删去",
            "nothing of today matches it: delete it",
        ),
        Some(Relation::Partly) => ("现在部分对应", "matched in part by"),
        Some(Relation::Split) => ("现在分别对应", "now shared out to"),
        Some(Relation::Moved) => ("现在移到", "now moved to"),
        Some(Relation::Related) => (
            "没有相同的条文，相近的是",
            "nothing is the same; the nearest is",
        ),
        Some(Relation::Deleted) => (
            "这一内容已经删去，可以看",
            "that content was deleted; compare",
        ),
        Some(Relation::SameSubject) | None => ("现在是", "is now"),
    };
    let list = citations(by);
    let present = lives.then_some((
        "；指现行这一条的，请对照原文核对",
        "; if you mean the present article of that number, check it in the text",
    ));
    let (more_zh, more_en) = present.unwrap_or_default();
    with_help(
        message,
        format!("{zh}{list}{more_zh}"),
        format!("{en} {list}{more_en}").trim_end().to_owned(),
    )
}

fn misquoted(record: &Misquote, instead: &[&'static Provision]) -> Said {
    let (zh, en) = match record.mistake {
        Mistake::Wrong => ("误引", "misquoted"),
        Mistake::Repealed => ("已经失效", "repealed"),
        Mistake::Renumbered => ("条号已变", "renumbered"),
        Mistake::Overclaimed => ("说过头了", "overclaimed"),
        Mistake::Unverified => ("不是法律，或者没有出处", "no law, or without a source"),
        Mistake::Fine => ("无误", "fine"),
    };
    let message = Bilingual::new(
        format!("{zh}：{}", record.why_zh),
        format!("{en}: {}", record.why_en),
    );
    let list = citations(instead);
    let cite = |zh: bool| match (list.is_empty(), zh) {
        (true, _) => String::new(),
        (false, true) => format!("（{list}）"),
        (false, false) => format!(" ({list})"),
    };
    Said {
        message,
        help: record.say_zh.zip(record.say_en).map(|(zh, en)| {
            Bilingual::new(
                format!("{zh}{}", cite(true)),
                format!("{en}{}", cite(false)),
            )
        }),
    }
}
