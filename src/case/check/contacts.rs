//! What passed between the two sides.

use super::super::contact::{Contact, Deception, Fact, Notice};
use super::super::fields;
use super::super::file::{ContactFile, DeceptionFile, FactFile, NoticeFile};
use super::line::{dated, said};
use super::lookup::Lookup;
use super::values::Values;
use crate::diagnostic::Finding;
use crate::moment::{Moment, MomentError, begins_with_time_of_day};

/// The contacts with the other side.
pub(super) fn contacts(
    files: &[ContactFile],
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Vec<Contact> {
    let read = |(index, file)| contact(file, &format!("contacts[{index}]"), exhibits, values);
    files.iter().enumerate().filter_map(read).collect()
}

fn contact(
    file: &ContactFile,
    at: &str,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<Contact> {
    if let Some(line) = &file.line {
        let (moment, words) = line_at(line, at, "contacts", values)?;
        // What is left here becomes words of the other side, which a time of day is not.
        if moment.time.is_none() && begins_with_time_of_day(words) {
            values.error(
                &format!("{at}.line"),
                Finding::BadMoment {
                    field: fields::name(&format!("{at}.at")),
                    text: line.clone(),
                    why: MomentError::NotADate,
                },
            );
            return None;
        }
        let said = said(words);
        return Some(Contact {
            at: moment,
            by: said.by,
            agent: said.agent,
            ticket: None,
            asked: None,
            said: said.answer,
            stall: said.stall,
            evidence: Vec::new(),
        });
    }
    let moment = when(file.at.as_ref(), at, values);
    let by = values.word(&format!("{at}.by"), file.by.as_ref());
    let stall = values.word(&format!("{at}.stall"), file.stall.as_ref());
    let evidence = exhibits.all(at, &file.evidence, values);
    Some(Contact {
        at: moment?,
        by,
        agent: file.agent.clone(),
        ticket: file.ticket.clone(),
        asked: file.asked.clone(),
        said: file.said.clone(),
        stall,
        evidence,
    })
}

/// The writer's own dated facts.
pub(super) fn facts(files: &[FactFile], exhibits: &Lookup, values: &mut Values<'_>) -> Vec<Fact> {
    let read = |(index, file)| fact(file, &format!("facts[{index}]"), exhibits, values);
    files.iter().enumerate().filter_map(read).collect()
}

fn fact(file: &FactFile, at: &str, exhibits: &Lookup, values: &mut Values<'_>) -> Option<Fact> {
    if let Some(line) = &file.line {
        let (moment, text) = line_at(line, at, "facts", values)?;
        if text.is_empty() {
            values.incomplete(at, "text");
            return None;
        }
        return Some(Fact {
            at: moment,
            text: text.to_owned(),
            evidence: Vec::new(),
        });
    }
    let moment = when(file.at.as_ref(), at, values);
    let evidence = exhibits.all(at, &file.evidence, values);
    if file.text.is_none() {
        values.incomplete(at, "text");
    }
    Some(Fact {
        at: moment?,
        text: file.text.clone()?,
        evidence,
    })
}

/// What the other side deceived the buyer about.
pub(super) fn deceptions(
    files: &[DeceptionFile],
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Vec<Deception> {
    let read = |(index, file): (usize, &DeceptionFile)| {
        let at = format!("problem.deception_facts[{index}]");
        let moment = values.moment(&format!("{at}.at"), file.at.as_ref());
        let evidence = exhibits.all(&at, &file.evidence, values);
        if file.text.is_none() {
            values.incomplete(&at, "text");
        }
        Some(Deception {
            text: file.text.clone()?,
            at: moment,
            evidence,
        })
    };
    files.iter().enumerate().filter_map(read).collect()
}

/// The date that an entry of keys must have.
fn when(text: Option<&String>, at: &str, values: &mut Values<'_>) -> Option<Moment> {
    if text.is_none() {
        values.incomplete(at, "at");
    }
    values.moment(&format!("{at}.at"), text)
}

/// The date that a line must begin with, and the rest of the line.
fn line_at<'l>(
    line: &'l str,
    at: &str,
    list: &str,
    values: &mut Values<'_>,
) -> Option<(Moment, &'l str)> {
    match dated(line) {
        Ok(parts) => Some(parts),
        Err(MomentError::Impossible) => {
            values.bad_moment(&format!("{at}.line"), line, MomentError::Impossible);
            None
        }
        Err(MomentError::NotADate) => {
            let finding = Finding::LineWithoutDate {
                section: fields::name(list),
                text: line.to_owned(),
            };
            values.error(&format!("{at}.line"), finding);
            None
        }
    }
}

/// Demands and other notices.
pub(super) fn notices(
    files: &[NoticeFile],
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Vec<Notice> {
    let read = |(index, file)| notice(file, &format!("notices[{index}]"), exhibits, values);
    files.iter().enumerate().filter_map(read).collect()
}

fn notice(
    file: &NoticeFile,
    at: &str,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<Notice> {
    let kind = values.word(&format!("{at}.kind"), file.kind.as_ref());
    if file.kind.is_none() {
        values.incomplete(at, "kind");
    }
    let by = values.word(&format!("{at}.by"), file.by.as_ref());
    let sent = values.moment(&format!("{at}.sent"), file.sent.as_ref());
    let arrived = values.moment(&format!("{at}.arrived"), file.arrived.as_ref());
    let deadline = values.moment(&format!("{at}.deadline"), file.deadline.as_ref());
    let ends_contract = values.yes_no(&format!("{at}.ends_contract"), file.ends_contract.as_ref());
    let evidence = exhibits.all(at, &file.evidence, values);
    Some(Notice {
        kind: kind?,
        by,
        sent,
        arrived,
        deadline,
        text: file.text.clone(),
        ends_contract,
        evidence,
    })
}
