//! What a time limit says, in both languages.

use super::rule::{Kind, Shown, Who};
use super::{Deadline, Due, Outcome, rule};
use crate::bilingual::{Bilingual, Phrase};
use crate::calendar::{Period, Status};
use crate::facts::{Path, Predicate, Test, Value, channel_name, key_name, result_name};
use crate::moment::Moment;

impl Deadline {
    /// How the time limit stands, as one phrase. What is not verified is never called lapsed.
    pub fn says(&self, now: Moment) -> Bilingual {
        match &self.outcome {
            Outcome::Due(_) if self.shown == Shown::Today => {
                Bilingual::new("未核实，今天就办", "not verified, do it today")
            }
            Outcome::Due(due) => self.due_says(due, now),
            Outcome::NotStarted {
                waits_for,
                earliest,
                changes,
            } => {
                let names = names(waits_for, "或", " or ");
                let state = if changes.is_empty() {
                    pair(
                        format!("待「{}」之后起算", names.zh),
                        format!("starts after: {}", names.en),
                    )
                } else {
                    pair(
                        format!("现在停止计算，待「{}」之后重新起算", names.zh),
                        format!("stands still, starts anew after: {}", names.en),
                    )
                };
                with_earliest(state, earliest.as_ref())
            }
            Outcome::Unknown { fill, earliest } => {
                let names = names(fill, "」「", ", ");
                let state = pair(
                    format!("还不能计算，请填写「{}」", names.zh),
                    format!("cannot be counted yet, please state: {}", names.en),
                );
                with_earliest(state, earliest.as_ref())
            }
            Outcome::NotApplicable { because } => {
                let why = unmet(because);
                pair(
                    format!("不适用：{}", why.zh),
                    format!("does not apply: {}", why.en),
                )
            }
        }
    }

    /// The mark that a title carries: 未核实 for what is weakly sourced, 暂定 where rest days are provisional.
    pub fn mark(&self) -> Option<Bilingual> {
        if !self.rule.confidence.is_printable() {
            return Some(Bilingual::new("未核实", "not verified"));
        }
        let due = self.due()?;
        (due.end.status == Status::Provisional).then(|| Bilingual::new("暂定", "provisional"))
    }

    fn due_says(&self, due: &Due, now: Moment) -> Bilingual {
        let (raw, end) = (due.end.raw, due.end.due);
        let date = self.date().unwrap_or(raw);
        let (zh, en) = (date.zh(), date.iso());
        let sure = self.rule.confidence.is_printable() && self.shown == Shown::Certain;
        let mut says = match (self.rule.who, self.is_over(now)) {
            (Who::User, false) => match end.filter(|end| *end != raw) {
                Some(end) => pair(
                    format!("最迟{zh}（依法顺延至{}）", end.zh()),
                    format!("by {en} (in law {})", end.iso()),
                ),
                None => pair(format!("最迟{zh}"), format!("by {en}")),
            },
            (Who::User, true) if sure && self.rule.kind == Kind::Defence => pair(
                format!("已于{zh}届满，仍可起诉"),
                format!("ended on {en}; a suit is still possible"),
            ),
            (Who::User, true) if sure => pair(format!("已于{zh}届满"), format!("ended on {en}")),
            (Who::User, true) => pair(
                format!("参考日期{zh}已到，请尽快办理"),
                format!("the reference day {en} has come, act soon"),
            ),
            (Who::Other | Who::Office, false) => {
                pair(format!("应当在{zh}前办理"), format!("to be done by {en}"))
            }
            (Who::Other, true) if sure => pair(
                format!("{zh}已过，对方逾期"),
                format!("the other side is late since {en}"),
            ),
            (Who::Office, true) if sure => pair(
                format!("{zh}已过，该机关逾期"),
                format!("the office is late since {en}"),
            ),
            (Who::Other | Who::Office, true) => pair(
                format!("参考日期{zh}已到，可以催问"),
                format!("the reference day {en} has come, ask how it stands"),
            ),
        };
        if let Some(longest) = due.extended {
            let last = longest.due.unwrap_or(longest.raw);
            let (zh, en) = (last.zh(), last.iso());
            says.zh = format!("{}（可能延长至{zh}）", says.zh);
            says.en = format!("{} (possibly extended to {en})", says.en);
        }
        if let Some(before) = due.uninterrupted {
            says = pair(
                format!("未计中断、中止的为{}；计入后：{}", before.raw.zh(), says.zh),
                format!(
                    "{} without interruptions; with them: {}",
                    before.raw.iso(),
                    says.en
                ),
            );
        }
        says.zh += about(due.end).zh;
        says.en += about(due.end).en;
        says
    }
}

/// What is to be said of the rest days behind a date.
fn about(period: Period) -> Phrase {
    let (zh, en) = match period.status {
        Status::Final => ("", ""),
        Status::Stated => (
            "（节假日以案情文件「日历」所列为准）",
            " (days off as the case file states them)",
        ),
        Status::Provisional => (
            "（2027 年节假日安排未公布，日期为暂定）",
            " (provisional: the holidays of 2027 are not announced)",
        ),
        Status::Unknown => (
            "（该年节假日未收录，只列未顺延的日期）",
            " (the holidays of that year are not known: day as counted)",
        ),
    };
    Phrase { zh, en }
}

fn with_earliest(mut says: Bilingual, earliest: Option<&Period>) -> Bilingual {
    if let Some(earliest) = earliest {
        let (zh, en) = (earliest.raw.zh(), earliest.raw.iso());
        says.zh = format!("{}；最早可能在{zh}届满", says.zh);
        says.en = format!("{}; the earliest possible end is {en}", says.en);
    }
    says
}

fn pair(zh: String, en: String) -> Bilingual {
    Bilingual { zh, en }
}

/// The names of keys, or of the time limit that something waits for.
fn names(keys: &[&str], zh: &str, en: &str) -> Bilingual {
    let names: Vec<Bilingual> = keys
        .iter()
        .map(|key| rule(key).map_or_else(|| key_name(key), |rule| rule.title.into()))
        .collect();
    let join = |texts: Vec<&str>, between: &str| texts.join(between);
    pair(
        join(names.iter().map(|name| name.zh.as_str()).collect(), zh),
        join(names.iter().map(|name| name.en.as_str()).collect(), en),
    )
}

/// Why a condition is not met.
fn unmet(predicate: &Predicate) -> Bilingual {
    match *predicate {
        Predicate::Key(path, test) => test_says(path, test, true),
        Predicate::Not(other) | Predicate::Unless(other) => match *other {
            Predicate::Key(path, test) => test_says(path, test, false),
            _ => Bilingual::new("属于例外", "an exception applies"),
        },
        Predicate::Past(id) => {
            let title = names(&[id], "", "");
            pair(
                format!("「{}」还没有届满", title.zh),
                format!("not over yet: {}", title.en),
            )
        }
        _ => Bilingual::new("没有一种情形符合", "none of the conditions is met"),
    }
}

/// A test that failed, or that passed where it should not.
fn test_says(path: Path, test: Test, failed: bool) -> Bilingual {
    let name = key_name(path.text);
    let (not_zh, not_en) = if failed {
        ("不是", "is not")
    } else {
        ("是", "is")
    };
    let value_says = |value: Value| {
        let value = value_name(path, value);
        pair(
            format!("{}{not_zh}{}", name.zh, value.zh),
            format!("{} {not_en} {}", name.en, value.en),
        )
    };
    match test {
        Test::Stated(value) | Test::Is(value) | Test::Every(value) => value_says(value),
        Test::In([only]) => value_says(*only),
        Test::In(_) => pair(
            format!("{}不属于这一类", name.zh),
            format!("{} is of another kind", name.en),
        ),
        Test::Present | Test::Absent if failed == (test == Test::Present) => pair(
            format!("没有填写{}", name.zh),
            format!("{} is not stated", name.en),
        ),
        Test::Present | Test::Absent => pair(
            format!("已填写{}", name.zh),
            format!("{} is stated", name.en),
        ),
    }
}

fn value_name(path: Path, value: Value) -> Bilingual {
    match value {
        Value::Yes(true) => Bilingual::new("是", "yes"),
        Value::Yes(false) => Bilingual::new("否", "no"),
        Value::Sum(sum) => Bilingual::new(format!("{sum} 元"), format!("CNY {sum}")),
        Value::Word(word) => channel_name(word)
            .filter(|_| path.text.ends_with("channel"))
            .or_else(|| result_name(word).filter(|_| path.text.ends_with("result")))
            .map_or_else(|| Bilingual::new(word, word), Into::into),
    }
}
