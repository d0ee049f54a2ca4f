//! Part of the build script: writes the time limits as Rust, and refuses what does not hang together.

use super::read::{Deadlines, Interruption, Length, Missing, Rule, Span, Suspension};
use crate::facts::language::Language;
use crate::facts::rust::{confidence, in_entry, table, variant};

/// Turns the file into tables, or returns every fault found.
pub(crate) fn tables(file: &Deadlines, language: &Language<'_>) -> Result<String, Vec<String>> {
    let writer = Writer { file, language };
    let mut faults = Vec::new();
    let mut out = file.meta.write("the time limits");
    let interruptions = file
        .interruptions
        .iter()
        .map(|it| writer.interruption(it).map_err(in_entry(&it.id)));
    let suspensions = file
        .suspensions
        .iter()
        .map(|it| writer.suspension(it).map_err(in_entry(&it.id)));
    let rules = file
        .rules
        .iter()
        .map(|it| writer.rule(it).map_err(in_entry(&it.id)));
    table(
        &mut out,
        "INTERRUPTIONS",
        "Interruption",
        interruptions,
        &mut faults,
    );
    table(
        &mut out,
        "SUSPENSIONS",
        "Suspension",
        suspensions,
        &mut faults,
    );
    table(&mut out, "RULES", "Rule", rules, &mut faults);
    if faults.is_empty() {
        Ok(out)
    } else {
        Err(faults)
    }
}

struct Writer<'a> {
    file: &'a Deadlines,
    language: &'a Language<'a>,
}

impl Writer<'_> {
    fn paths(&self, texts: &[String]) -> Result<String, String> {
        let paths: Result<Vec<_>, _> = texts.iter().map(|text| self.language.path(text)).collect();
        Ok(format!("&[{}]", paths?.join(", ")))
    }

    fn interruption(&self, it: &Interruption) -> Result<String, String> {
        let restarts = match (it.until_then.as_deref(), it.ends.is_empty()) {
            (None, true) => "Restarts::AtOnce".to_owned(),
            (Some("stands_still"), false) => format!("Restarts::After({})", self.paths(&it.ends)?),
            (Some("from_request"), false) => {
                format!("Restarts::AfterOrAtOnce({})", self.paths(&it.ends)?)
            }
            _ => return Err("ends and until_then go together".to_owned()),
        };
        Ok(format!(
            "Interruption {{ id: {:?}, title: {}, by: {}, restarts: {restarts}, basis: {}, confidence: {} }}",
            it.id,
            it.title.write(),
            self.paths(&it.by)?,
            self.language.basis(&it.basis)?,
            confidence(&it.confidence)?,
        ))
    }

    fn suspension(&self, it: &Suspension) -> Result<String, String> {
        Ok(format!(
            "Suspension {{ id: {:?}, title: {}, from: {}, to: {}, months: {}, basis: {}, confidence: {} }}",
            it.id,
            it.title.write(),
            self.language.path(&it.from)?,
            self.language.path(&it.to)?,
            it.months,
            self.language.basis(&it.basis)?,
            confidence(&it.confidence)?,
        ))
    }

    fn rule(&self, it: &Rule) -> Result<String, String> {
        let certain_when = match &it.certain_when {
            None => "None".to_owned(),
            Some(predicate) => format!("Some({})", self.language.predicate(predicate)?),
        };
        let missing: Result<Vec<_>, _> = it.missing.iter().map(|one| self.missing(one)).collect();
        let alarms: Result<Vec<_>, _> = it.alarms.iter().map(|text| lead(text)).collect();
        let interruptions = self.file.interruptions.iter().map(|it| it.id.as_str());
        let suspensions = self.file.suspensions.iter().map(|it| it.id.as_str());
        Ok(format!(
            "Rule {{ id: {:?}, title: {}, kind: {}, who: {}, starts_from: {}, span: {}, regime: {}, applies_when: {}, \
             interrupted_by: {}, suspended_by: {}, result: {}, missing: &[{}], basis: {}, confidence: {}, shown: {}, \
             certain_when: {certain_when}, effect: {}, alarms: &[{}], note: {:?} }}",
            it.id,
            it.title.write(),
            variant(
                "Kind",
                &it.kind,
                &[
                    "extinguishes",
                    "defence",
                    "office_refuses",
                    "other_must_act",
                    "procedural",
                    "reminder"
                ]
            )?,
            variant("Who", &it.who, &["user", "other", "office"])?,
            self.language.start(&it.starts_from)?,
            self.span(&it.length)?,
            variant(
                "Regime",
                &it.regime,
                &["civil", "procedure", "samr", "plain"]
            )?,
            self.language.predicate(&it.applies_when)?,
            pointers("INTERRUPTIONS", &interruptions, &it.interrupted_by)?,
            pointers("SUSPENSIONS", &suspensions, &it.suspended_by)?,
            variant(
                "Effect",
                &it.result,
                &[
                    "user_acts",
                    "other_late",
                    "office_late",
                    "effect_on",
                    "ask_before"
                ]
            )?,
            missing?.join(", "),
            self.language.basis(&it.basis)?,
            confidence(&it.confidence)?,
            variant("Shown", &it.shown, &["certain", "today", "reminder"])?,
            it.effect.write(),
            alarms?.join(", "),
            it.note,
        ))
    }

    fn missing(&self, it: &Missing) -> Result<String, String> {
        // The key has to be one that rules know.
        self.language.path(&it.key)?;
        let earliest_from = match &it.earliest_from {
            None => "None".to_owned(),
            Some(start) => format!("Some({})", self.language.start(start)?),
        };
        Ok(format!(
            "Missing {{ key: {:?}, lack: {}, earliest_from: {earliest_from} }}",
            it.key,
            variant("Lack", &it.outcome, &["unknown", "not_started"])?,
        ))
    }

    fn span(&self, it: &Span) -> Result<String, String> {
        if let Some(until) = &it.until {
            return Ok(format!("Span::Until({})", self.language.start(until)?));
        }
        if let Some(days) = it.days_after {
            return Ok(format!("Span::DayEnd({days})"));
        }
        let unit = it.unit.as_deref().ok_or("a length has a unit")?;
        if let Some(values) = &it.values {
            return Ok(format!("Span::Disputed(&{values:?}, {})", unit_of(unit)?));
        }
        let n = it.n.ok_or("a length has a number")?;
        let first = length(&Length {
            n,
            unit: unit.to_owned(),
        })?;
        match (&it.extend, &it.plus_days_between) {
            (Some(more), None) => Ok(format!("Span::Extendable({first}, {})", length(more)?)),
            (None, Some([from, to])) => Ok(format!(
                "Span::WithGap({first}, {}, {})",
                self.language.path(from)?,
                self.language.path(to)?
            )),
            _ => Ok(format!("Span::Fixed({first})")),
        }
    }
}

fn length(it: &Length) -> Result<String, String> {
    Ok(format!(
        "Length {{ n: {}, unit: {} }}",
        it.n,
        unit_of(&it.unit)?
    ))
}

fn unit_of(word: &str) -> Result<String, String> {
    variant(
        "Unit",
        word,
        &["natural_day", "working_day", "hour", "month", "year"],
    )
}

/// `-3d` or `+1h` as a constant.
fn lead(text: &str) -> Result<String, String> {
    let fault = || format!("`{text}` is no lead time");
    let (number, unit) = text.split_at_checked(text.len() - 1).ok_or_else(fault)?;
    let number: i32 = number.parse().map_err(|_| fault())?;
    match unit {
        "d" => Ok(format!("Lead::Days({number})")),
        "h" => Ok(format!("Lead::Hours({number})")),
        _ => Err(fault()),
    }
}

/// References to the entries of another table.
fn pointers<'a>(
    table: &str,
    known: &(impl Iterator<Item = &'a str> + Clone),
    ids: &[String],
) -> Result<String, String> {
    let mut out = Vec::new();
    for id in ids {
        let at = known.clone().position(|one| one == id);
        let at = at.ok_or_else(|| format!("no `{id}` in {table}"))?;
        out.push(format!("&{table}[{at}]"));
    }
    Ok(format!("&[{}]", out.join(", ")))
}
