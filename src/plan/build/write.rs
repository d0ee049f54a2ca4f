//! Part of the build script: writes the plan as Rust, and refuses what does not hang together.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::read::{
    Closing, Conflict, Entry, Global, Overlay, Parallel, Plan, Proposes, Region, State, Transition,
};
use crate::facts::language::Language;
use crate::facts::rust::{confidence, in_entry, table, variant};
use crate::facts::words::Phrase;

/// Turns the file into tables, or returns every fault found.
pub(crate) fn tables(file: &Plan, language: &Language<'_>) -> Result<String, Vec<String>> {
    let writer = Writer { file, language };
    let mut faults = Vec::new();
    let mut out = file.meta.write("the steps of the plan");
    for it in &file.channels {
        if !language.words.channels.contains_key(&it.id) {
            faults.push(format!("{}: no name in words.yaml", it.id));
        }
    }
    let channels = file.channels.iter().map(|it| {
        Ok(format!(
            "Channel {{ id: {:?}, group: {:?}, document: {:?}, variant: {:?} }}",
            it.id, it.group, it.document, it.variant
        ))
    });
    let regions = file.regions.iter().map(|it| writer.region(it));
    let transitions = file.transitions.iter().map(|it| writer.transition(it));
    let conflicts = file.conflicts.iter().map(|it| writer.conflict(it));
    let parallels = file.parallels.iter().map(|it| writer.parallel(it));
    let entries = file.entries.iter().map(|it| writer.entry(it));
    let overlays = file.overlays.iter().map(|it| writer.overlay(it));
    let closing = file.closing.iter().map(|it| writer.closing(it));
    let globals = file.global.iter().map(|it| writer.global(it));
    table(&mut out, "CHANNELS", "Channel", channels, &mut faults);
    table(&mut out, "REGIONS", "Region", regions, &mut faults);
    table(
        &mut out,
        "TRANSITIONS",
        "Transition",
        transitions,
        &mut faults,
    );
    table(&mut out, "CONFLICTS", "Conflict", conflicts, &mut faults);
    table(&mut out, "PARALLELS", "Parallel", parallels, &mut faults);
    table(&mut out, "ENTRIES", "Entry", entries, &mut faults);
    table(&mut out, "OVERLAYS", "Overlay", overlays, &mut faults);
    table(&mut out, "GLOBALS", "Global", globals, &mut faults);
    table(&mut out, "CLOSING", "Closing", closing, &mut faults);
    if faults.is_empty() {
        Ok(out)
    } else {
        Err(faults)
    }
}

/// What to tell the user, as a constant.
fn said(say: Option<&Phrase>) -> String {
    say.map_or_else(|| "None".to_owned(), |say| format!("Some({})", say.write()))
}

struct Writer<'a> {
    file: &'a Plan,
    language: &'a Language<'a>,
}

impl Writer<'_> {
    fn region(&self, it: &Region) -> Result<String, String> {
        let states: Result<Vec<_>, _> = it
            .states
            .iter()
            .map(|state| self.state(state, &it.id).map_err(in_entry(&state.id)))
            .collect();
        Ok(format!(
            "Region {{ id: {:?}, initial: {}, states: &[{}] }}",
            it.id,
            self.known_state(&format!("{}.{}", it.id, it.initial))?,
            states?.join(", ")
        ))
    }

    fn state(&self, it: &State, region: &str) -> Result<String, String> {
        let proposes: Result<Vec<_>, _> =
            it.proposes.iter().map(|one| self.proposes(one)).collect();
        for id in &it.waits_for {
            self.language.deadline(id)?;
        }
        for id in it.instead.iter().chain(&it.allows).chain(&it.blocks) {
            self.channel(id)?;
        }
        for state in &it.suppressed_when {
            self.known_state(state)?;
        }
        let say = said(it.say.as_ref());
        Ok(format!(
            "State {{ id: {:?}, name: {}, ends: {}, proposes: &[{}], instead: &{:?}, allows: &{:?}, blocks: &{:?}, \
             waits_for: &{:?}, suppressed_when: &{:?}, say: {say} }}",
            format!("{region}.{}", it.id),
            it.name.write(),
            it.ends,
            proposes?.join(", "),
            it.instead,
            it.allows,
            it.blocks,
            it.waits_for,
            it.suppressed_when,
        ))
    }

    fn proposes(&self, it: &Proposes) -> Result<String, String> {
        self.channel(&it.channel)?;
        let when = match &it.when {
            None => "Predicate::Always".to_owned(),
            Some(when) => self.language.predicate(when)?,
        };
        Ok(format!(
            "Proposes {{ channel: {:?}, when: {when}, variant: {:?} }}",
            it.channel, it.variant
        ))
    }

    fn transition(&self, it: &Transition) -> Result<String, String> {
        let place = in_entry(&it.id);
        let region = it.to.split('.').next();
        for state in &it.from {
            self.known_state(state).map_err(&place)?;
            if state.split('.').next() != region {
                return Err(place(format!("{state} is of another region")));
            }
        }
        for id in &it.starts {
            self.language.deadline(id).map_err(&place)?;
        }
        if let Some(document) = &it.document {
            self.channel(document).map_err(&place)?;
        }
        let events: Result<Vec<_>, _> = it.on.iter().map(|text| self.event(text)).collect();
        let guard = match &it.guard {
            None => "Predicate::Always".to_owned(),
            Some(guard) => self.language.predicate(guard).map_err(&place)?,
        };
        Ok(format!(
            "Transition {{ id: {:?}, from: &{:?}, on: &[{}], guard: {guard}, to: {}, document: {:?}, starts: &{:?}, \
             say: {}, basis: {}, confidence: {} }}",
            it.id,
            it.from,
            events.map_err(&place)?.join(", "),
            self.known_state(&it.to).map_err(&place)?,
            it.document,
            it.starts,
            said(it.say.as_ref()),
            self.language.basis(&it.basis).map_err(&place)?,
            confidence(&it.confidence).map_err(&place)?,
        ))
    }

    /// `filed(12315)`, `result(12315=refused)`, `event(court.registered)` and so on as a constant.
    fn event(&self, text: &str) -> Result<String, String> {
        let fault = || format!("`{text}` is no event");
        let (kind, rest) = text.split_once('(').ok_or_else(fault)?;
        let inner = rest.strip_suffix(')').ok_or_else(fault)?;
        match kind {
            "filed" => Ok(format!("Event::Filed({})", self.channel(inner)?)),
            "result" => {
                let (channel, result) = inner.split_once('=').ok_or_else(fault)?;
                if !self.language.words.results.contains_key(result) {
                    return Err(fault());
                }
                Ok(format!(
                    "Event::Result({}, {result:?})",
                    self.channel(channel)?
                ))
            }
            "event" => {
                let (channel, event) = inner.split_once('.').ok_or_else(fault)?;
                if !self.language.words.events.contains_key(event) {
                    return Err(fault());
                }
                Ok(format!(
                    "Event::Course({}, {event:?})",
                    self.channel(channel)?
                ))
            }
            "fact" => Ok(format!("Event::Stated({})", self.language.path(inner)?)),
            "past" => Ok(format!("Event::Past({})", self.language.deadline(inner)?)),
            "soon" => Ok(format!("Event::Soon({})", self.language.deadline(inner)?)),
            "enter" => Ok(format!("Event::Entered({})", self.known_state(inner)?)),
            _ => Err(fault()),
        }
    }

    fn conflict(&self, it: &Conflict) -> Result<String, String> {
        let place = in_entry(&it.id);
        let channel = |id: &str| {
            if id == "any" {
                Ok("None".to_owned())
            } else {
                self.channel(id).map(|id| format!("Some({id})"))
            }
        };
        Ok(format!(
            "Conflict {{ id: {:?}, a: {}, status: {}, b: {}, rule: {}, never_both: {}, same_payment: {}, \
             different_dispute: {}, say: {}, basis: {}, confidence: {} }}",
            it.id,
            channel(&it.a).map_err(&place)?,
            variant(
                "Status",
                &it.a_status,
                &["taken", "open", "any", "agreed", "refunded"]
            )
            .map_err(&place)?,
            channel(&it.b).map_err(&place)?,
            variant(
                "Clash",
                &it.rule,
                &[
                    "b_refused",
                    "allowed",
                    "allowed_two_papers",
                    "one_only",
                    "one_statement_false",
                    "order",
                    "merged",
                    "care",
                    "consistency",
                    "reduce"
                ]
            )
            .map_err(&place)?,
            it.never_both,
            it.same_payment,
            it.different_dispute,
            it.say.write(),
            self.language.basis(&it.basis).map_err(&place)?,
            confidence(&it.confidence).map_err(&place)?,
        ))
    }

    fn parallel(&self, it: &Parallel) -> Result<String, String> {
        for id in &it.members {
            self.channel(id).map_err(in_entry(&it.id))?;
        }
        Ok(format!(
            "Parallel {{ id: {:?}, members: &{:?} }}",
            it.id, it.members
        ))
    }

    fn entry(&self, it: &Entry) -> Result<String, String> {
        let states = self.forced(&it.start).map_err(in_entry(&it.problem))?;
        Ok(format!(
            "Entry {{ problem: {:?}, start: {states} }}",
            it.problem
        ))
    }

    fn overlay(&self, it: &Overlay) -> Result<String, String> {
        let place = in_entry(&it.id);
        Ok(format!(
            "Overlay {{ id: {:?}, when: {}, force: {}, force_if_none: {}, basis: {}, confidence: {} }}",
            it.id,
            self.language.predicate(&it.when).map_err(&place)?,
            self.forced(&it.force).map_err(&place)?,
            self.forced(&it.force_if_none).map_err(&place)?,
            self.language.basis(&it.basis).map_err(&place)?,
            confidence(&it.confidence).map_err(&place)?,
        ))
    }

    fn global(&self, it: &Global) -> Result<String, String> {
        let suppress = match &it.suppress {
            Value::String(word) => variant(
                "Suppress",
                word,
                &["all_other_regions", "new_doors", "earlier_doors"],
            )?,
            Value::Sequence(ids) => {
                let ids: Result<Vec<_>, _> = ids
                    .iter()
                    .map(|id| self.channel(id.as_str().unwrap_or_default()))
                    .collect();
                format!("Suppress::Channels(&[{}])", ids?.join(", "))
            }
            other => return Err(format!("global: no set {other:?}")),
        };
        Ok(format!(
            "Global {{ when: {}, suppress: {suppress}, say: {} }}",
            self.language.predicate(&it.when)?,
            it.say.write()
        ))
    }

    fn closing(&self, it: &Closing) -> Result<String, String> {
        let keep: Vec<String> = it.keep.iter().map(Phrase::write).collect();
        Ok(format!(
            "Closing {{ when: {}, keep: &[{}] }}",
            self.language.predicate(&it.when)?,
            keep.join(", ")
        ))
    }

    /// Regions and their states as a constant list of states.
    fn forced(&self, states: &BTreeMap<String, String>) -> Result<String, String> {
        let states: Result<Vec<_>, _> = states
            .iter()
            .map(|(region, state)| self.known_state(&format!("{region}.{state}")))
            .collect();
        Ok(format!("&[{}]", states?.join(", ")))
    }

    fn known_state(&self, state: &str) -> Result<String, String> {
        if self.language.states.iter().any(|known| known == state) {
            Ok(format!("{state:?}"))
        } else {
            Err(format!("no state `{state}`"))
        }
    }

    fn channel(&self, id: &str) -> Result<String, String> {
        if self.file.channels.iter().any(|known| known.id == id) {
            Ok(format!("{id:?}"))
        } else {
            Err(format!("no channel `{id}`"))
        }
    }
}
