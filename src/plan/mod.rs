//! What to do next: a state machine that replays what a case records.
//!
//! In: what a case states, and the time. Out: the state of each side of the case, what to file now and where, what is
//! kept back and why, what is asked for, and the clocks that matter. The law sets no order between doors
//! (消费者权益保护法 39, 电子商务法 60): the order here is advice. The machine is data (`data/plan.yaml`).

mod conflict;
mod machine;
mod propose;
mod replay;
#[cfg(test)]
mod tests;
mod timeline;

pub use conflict::Bearing;
pub use machine::{
    CHECKED, Channel, Clash, Closing, Conflict, Event, Global, Overlay, Parallel, Proposes, Region,
    State, Status, Suppress, Transition, channel, conflicts, regions, state, transitions,
};
pub use propose::{Proposal, Withheld};
pub use replay::Taken;

use crate::bilingual::Phrase;
use crate::deadline::{Deadline, Outcome, deadline};
use crate::facts::Facts;
use crate::moment::Moment;

/// What to do next.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The state of each region, in the order of the regions.
    pub states: Vec<&'static State>,
    /// The steps that the case has taken, in order of time.
    pub taken: Vec<Taken>,
    /// What to file now, the most urgent first.
    pub proposals: Vec<Proposal>,
    /// What is kept back, with the reason.
    pub withheld: Vec<Withheld>,
    /// What the states say beside their proposals, and the last step of each region.
    pub mind: Vec<Phrase>,
    /// What may be filed as well.
    pub allowed: Vec<&'static Channel>,
    /// Filings that bear on each other.
    pub conflicts: Vec<Bearing>,
    /// Keys that would open a step that now waits.
    pub questions: Vec<&'static str>,
    /// The time limits that the states wait for, but for those that do not apply.
    pub clocks: Vec<Deadline>,
    /// What to keep, once the case is over.
    pub keep: Vec<Phrase>,
    /// Whether the case ended without success.
    pub lost: bool,
    /// Channels with filings that no step expected; their time limits run all the same.
    pub unexpected: Vec<String>,
}

/// Works out what to do next. `now` is the day, with the time where hours count.
pub fn plan(facts: &Facts, now: Moment) -> Plan {
    let replay = replay::replay(facts, now);
    let states = propose::current(&replay);
    let proposed = propose::propose(&replay, facts, now);
    let channels: Vec<&str> = proposed.proposals.iter().map(|it| it.channel.id).collect();
    let mut questions = replay.questions();
    replay::add(&mut questions, &proposed.questions);
    if does_not_say_how_talks_ended(&replay, facts) {
        replay::add(&mut questions, &["contacts[].effect"]);
    }
    if is_over(&states) {
        questions.clear();
    }
    let speaking = speaking(&states, &proposed);
    Plan {
        allowed: allowed(&states, &channels),
        conflicts: conflict::bearings(facts, &channels),
        mind: mind(&speaking, &replay.taken, &proposed.proposals),
        clocks: clocks(&states, &speaking, facts, now),
        keep: keep(&replay),
        lost: replay.is_in("case.lost"),
        states,
        taken: replay.taken,
        proposals: proposed.proposals,
        withheld: proposed.withheld,
        questions,
        unexpected: replay.unexpected,
    }
}

/// Whether the plan waits for a demand or a refusal while the case tells of talks without saying what came of them.
fn does_not_say_how_talks_ended(replay: &replay::Replay<'_>, facts: &Facts) -> bool {
    let talks = facts.list("contacts");
    replay.is_in("letter.idle")
        && replay.is_in("mediation.waiting")
        && !talks.is_empty()
        && talks.iter().all(|talk| talk.key("effect").is_none())
}

/// The states that concern the user now: none whose proposals are all kept back, and of a case that is over only
/// those of the court and of the case itself.
fn speaking(states: &[&'static State], proposed: &propose::Proposed) -> Vec<&'static State> {
    let over = is_over(states);
    let concerns = |state: &&'static State| {
        let files = proposed.proposals.iter().any(|it| it.state.id == state.id);
        let kept_back = proposed.withheld.iter().any(|it| it.state.id == state.id);
        let stays = ["case", "court"].contains(&machine::region_of(state.id));
        files || !kept_back && (!over || stays)
    };
    states.iter().copied().filter(concerns).collect()
}

/// What the states say beside their proposals, after what the last step of the region says.
fn mind(speaking: &[&'static State], taken: &[Taken], proposals: &[Proposal]) -> Vec<Phrase> {
    let of_step = |state: &'static State| {
        let mut steps = taken.iter().rev();
        let last = steps.find(|step| step.transition.to == state.id);
        last.and_then(|step| step.transition.say)
    };
    let of_state = |state: &'static State| {
        let silent = proposals.iter().all(|it| it.state.id != state.id);
        state.say.filter(|_| silent)
    };
    speaking
        .iter()
        .flat_map(|state| [of_step(state), of_state(state)])
        .flatten()
        .collect()
}

/// What to keep, once the case is over.
fn keep(replay: &replay::Replay<'_>) -> Vec<Phrase> {
    let over = machine::closing().iter();
    let over = over.filter(|one| replay.ask(&one.when).is_yes());
    over.flat_map(|one| one.keep).copied().collect()
}

/// What the states allow besides what is proposed, each once and none that a state blocks.
fn allowed(states: &[&'static State], proposed: &[&str]) -> Vec<&'static Channel> {
    let blocked = |id: &str| states.iter().any(|state| state.blocks.contains(&id));
    let mut out: Vec<&'static Channel> = Vec::new();
    if is_over(states) {
        return out;
    }
    for id in states.iter().flat_map(|state| state.allows) {
        if let Some(channel) = channel(id)
            && !proposed.contains(id)
            && !blocked(id)
            && !out.contains(&channel)
        {
            out.push(channel);
        }
    }
    out
}

/// Whether the money is in or the procedure has ended.
fn is_over(states: &[&'static State]) -> bool {
    let over = ["case.paid", "case.archived", "case.lost"];
    states.iter().any(|state| over.contains(&state.id))
}

/// The time limits that the states wait for, those with dates first, in order of time. Of a state whose proposals are
/// kept back only those of the court: limitation runs on while a suit waits.
fn clocks(
    states: &[&'static State],
    speaking: &[&'static State],
    facts: &Facts,
    now: Moment,
) -> Vec<Deadline> {
    let runs_on = |state: &&&'static State| {
        machine::region_of(state.id) == "court" || speaking.iter().any(|it| it.id == state.id)
    };
    let mut ids: Vec<&'static str> = Vec::new();
    for state in states.iter().filter(runs_on) {
        replay::add(&mut ids, state.waits_for);
    }
    let mut found: Vec<Deadline> = ids
        .into_iter()
        .filter_map(|id| deadline(id, facts, now))
        .filter(|found| !matches!(found.outcome, Outcome::NotApplicable { .. }))
        .collect();
    found.sort_by_key(|found| {
        let date = found.date();
        (date.is_none(), date.map(Moment::start))
    });
    found
}
