//! What was filed where, and the offices a case goes to.

use super::super::file::{CourtFile, FeeFile, FilingFile, SamrFile, WageFile};
use super::super::record::{Court, FilingRecord, Samr, StatedFee, StatedWage};
use super::lookup::Lookup;
use super::values::Values;
use crate::diagnostic::{Diagnostic, Finding, Place};

const NONE: [&str; 6] = ["无", "没有", "none", "None", "未投诉", "未走任何渠道"];

/// The filings that were made; an explicit `无` is an empty list, and an empty list in the file says nothing.
pub(super) fn filings(
    files: &[FilingFile],
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<Vec<FilingRecord>> {
    let is_none = |file: &FilingFile| {
        file.channel
            .as_deref()
            .is_some_and(|word| NONE.contains(&word))
    };
    if files.is_empty() {
        values
            .found
            .push(Diagnostic::warning(Finding::EmptyFilings).at(Place::whole("filings")));
        return None;
    }
    if let [only] = files
        && is_none(only)
    {
        return Some(Vec::new());
    }
    let mut records = Vec::with_capacity(files.len());
    for (index, file) in files.iter().enumerate() {
        let at = format!("filings[{index}]");
        if is_none(file) {
            values.error(&format!("{at}.channel"), Finding::NoneAmongFilings);
        } else {
            records.extend(filing(file, &at, exhibits, values));
        }
    }
    Some(records)
}

fn filing(
    file: &FilingFile,
    at: &str,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<FilingRecord> {
    let door = values.word(&format!("{at}.channel"), file.channel.as_ref());
    if file.channel.is_none() {
        values.incomplete(at, "channel");
    }
    let on = values.moment(&format!("{at}.on"), file.on.as_ref());
    let result = values.word(&format!("{at}.result"), file.result.as_ref());
    let on_result = values.moment(&format!("{at}.on_result"), file.on_result.as_ref());
    let evidence = exhibits.all(at, &file.evidence, values);
    Some(FilingRecord {
        door: door?,
        on,
        no: file.no.clone(),
        result,
        on_result,
        reason: file.reason.clone(),
        evidence,
    })
}

/// The court.
pub(super) fn court(file: &CourtFile, values: &mut Values<'_>) -> Court {
    Court {
        name: file.name.clone(),
        province: file.province.clone(),
        costs: values.yes_no("court.costs", file.costs.as_ref()),
        wage: file.wage.as_ref().and_then(|one| wage(one, values)),
        fee: file.fee.as_ref().and_then(|one| fee(one, values)),
    }
}

fn fee(file: &FeeFile, values: &mut Values<'_>) -> Option<StatedFee> {
    let amount = values.money("court.fee.amount", file.amount.as_ref());
    let parts = [
        ("amount", file.amount.is_none()),
        ("source", file.source.is_none()),
    ];
    for (part, _) in parts.into_iter().filter(|(_, absent)| *absent) {
        values.incomplete("court.fee", part);
    }
    Some(StatedFee {
        amount: amount?,
        source: file.source.clone()?,
    })
}

fn wage(file: &WageFile, values: &mut Values<'_>) -> Option<StatedWage> {
    let amount = values.money("court.wage.amount", file.amount.as_ref());
    let year = values.count("court.wage.year", file.year.as_ref());
    let parts = [
        ("amount", file.amount.is_none()),
        ("year", file.year.is_none()),
        ("source", file.source.is_none()),
    ];
    for (part, _) in parts.into_iter().filter(|(_, absent)| *absent) {
        values.incomplete("court.wage", part);
    }
    Some(StatedWage {
        amount: amount?,
        year: year?,
        source: file.source.clone()?,
    })
}

/// The market regulator.
pub(super) fn samr(file: &SamrFile, values: &mut Values<'_>) -> Samr {
    Samr {
        name: file.name.clone(),
        publish_consent: values.yes_no("samr.publish_consent", file.publish_consent.as_ref()),
        entrust_consent: values.yes_no("samr.entrust_consent", file.entrust_consent.as_ref()),
    }
}
