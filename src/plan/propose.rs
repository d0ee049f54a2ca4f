//! Proposals: what the states propose, and what is kept back, with the reason.

use chrono::NaiveDateTime;

use super::conflict::{bar, clash};
use super::machine::{
    Channel, Proposes, State, Suppress, channel, globals, parallels, region_of, regions, state,
};
use super::replay::Replay;
use super::timeline::last_filing;
use crate::bilingual::Bilingual;
use crate::deadline::{Deadline, Outcome, Shown, deadline};
use crate::facts::{Answer, Fact, Facts, channel_name};
use crate::moment::Moment;

/// What to file now.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Where.
    pub channel: &'static Channel,
    /// Which document of the channel.
    pub variant: Option<&'static str>,
    /// The state that proposes it.
    pub state: &'static State,
    /// What could be filed in its place, never beside it.
    pub instead: Vec<&'static Channel>,
    /// What is proposed as well and may run beside it.
    pub beside: Vec<&'static Channel>,
    /// The time limits that matter for it and have a date: those of which nothing is verified, for today, then the
    /// earliest.
    pub clocks: Vec<Deadline>,
}

/// What is kept back.
#[derive(Debug, Clone)]
pub struct Withheld {
    /// Where it would be filed.
    pub channel: &'static Channel,
    /// The state that would propose it.
    pub state: &'static State,
    /// Why not now.
    pub why: Bilingual,
}

/// What the states propose now, and what they would but for a reason.
pub(super) struct Proposed {
    pub(super) proposals: Vec<Proposal>,
    pub(super) withheld: Vec<Withheld>,
    pub(super) questions: Vec<&'static str>,
}

/// Works out what to file now, ordered by the earliest clock.
pub(super) fn propose(replay: &Replay<'_>, facts: &Facts, now: Moment) -> Proposed {
    let mut out = Proposed {
        proposals: Vec::new(),
        withheld: Vec::new(),
        questions: Vec::new(),
    };
    for here in current(replay) {
        for one in here.proposes {
            let Some(channel) = channel(one.channel) else {
                continue;
            };
            match replay.ask(&one.when) {
                Answer::Unknown(keys) => super::replay::add(&mut out.questions, &keys),
                Answer::No => {}
                Answer::Yes => match keep_back(replay, facts, here, one) {
                    Some(why) => out.withheld.push(Withheld {
                        channel,
                        state: here,
                        why,
                    }),
                    None => out.proposals.push(proposal(here, one, channel, facts, now)),
                },
            }
        }
    }
    part(&mut out);
    out.proposals.sort_by_key(|proposal| {
        let first = proposal.clocks.first();
        (first.is_none(), first.map(urgency))
    });
    let proposed: Vec<&'static Channel> = out.proposals.iter().map(|it| it.channel).collect();
    for proposal in &mut out.proposals {
        proposal.beside = beside(proposal.channel, &proposed);
    }
    out
}

/// The state of each region, in the order of the regions.
pub(super) fn current(replay: &Replay<'_>) -> Vec<&'static State> {
    let states = regions()
        .iter()
        .filter_map(|region| replay.states.get(region.id));
    states.filter_map(|id| state(id)).collect()
}

/// What comes first: what is for today, then what ends first.
fn urgency(clock: &Deadline) -> (bool, Option<NaiveDateTime>) {
    (clock.shown != Shown::Today, clock.date().map(Moment::start))
}

fn proposal(
    here: &'static State,
    one: &'static Proposes,
    channel: &'static Channel,
    facts: &Facts,
    now: Moment,
) -> Proposal {
    let mut clocks: Vec<Deadline> = here
        .waits_for
        .iter()
        .filter_map(|id| deadline(id, facts, now))
        .filter(|found| matches!(found.outcome, Outcome::Due(_)))
        // What is not verified never lapses.
        .filter(|found| found.shown == Shown::Today || !found.is_over(now))
        .collect();
    clocks.sort_by_key(urgency);
    Proposal {
        channel,
        variant: one.variant.or(channel.variant),
        state: here,
        instead: here
            .instead
            .iter()
            .filter_map(|id| super::machine::channel(id))
            .collect(),
        beside: Vec::new(),
        clocks,
    }
}

/// Why a proposal is kept back, if it is.
fn keep_back(
    replay: &Replay<'_>,
    facts: &Facts,
    here: &'static State,
    one: &'static Proposes,
) -> Option<Bilingual> {
    let blocking = here
        .suppressed_when
        .iter()
        .find(|state| replay.is_in(state));
    if let Some(blocking) = blocking.and_then(|id| state(id)) {
        // What the two filings mean for each other says more than where the other one stands.
        let conflict = bar(one.channel, facts).map(|conflict| conflict.say.into());
        return Some(conflict.unwrap_or_else(|| while_in(blocking)));
    }
    let blocking = current(replay)
        .into_iter()
        .find(|it| it.blocks.contains(&one.channel));
    if let Some(blocking) = blocking {
        return Some(
            blocking
                .say
                .map_or_else(|| while_in(blocking), Bilingual::from),
        );
    }
    for global in globals() {
        let meant = match global.suppress {
            Suppress::AllOtherRegions => region_of(here.id) != "case",
            // To enforce a settlement that the court confirmed opens no other door.
            Suppress::NewDoors => {
                region_of(here.id) != "enforcement" && last_filing(facts, one.channel).is_none()
            }
            Suppress::EarlierDoors => {
                ["seller", "payment", "letter", "mediation"].contains(&region_of(here.id))
            }
            Suppress::Channels(channels) => channels.contains(&one.channel),
        };
        if meant && replay.ask(&global.when).is_yes() {
            return Some(global.say.into());
        }
    }
    if is_skipped(facts, one.channel) {
        return Some(Bilingual::new(
            "你已选择不走这一渠道",
            "you chose to pass it over",
        ));
    }
    bar(one.channel, facts).map(|conflict| conflict.say.into())
}

/// Whether the user passes a channel over (`plan.skipped[].channel`).
fn is_skipped(facts: &Facts, channel: &str) -> bool {
    let Some(Fact::List(skipped)) = facts.top("plan").and_then(|plan| plan.key("skipped")) else {
        return false;
    };
    skipped
        .iter()
        .any(|one| one.key("channel").and_then(Fact::word) == Some(channel))
}

/// The reason that a region is in a state; what the state itself advises is about another channel.
fn while_in(state: &'static State) -> Bilingual {
    Bilingual::new(
        format!("因为「{}」，暂不提出", state.name.zh),
        format!("not now, because: {}", state.name.en),
    )
}

/// Takes out what is never proposed beside something else that is proposed.
fn part(out: &mut Proposed) {
    while let Some((at, why)) = first_clash(&out.proposals) {
        let gone = out.proposals.remove(at);
        out.withheld.push(Withheld {
            channel: gone.channel,
            state: gone.state,
            why,
        });
    }
}

/// The place of a proposal that gives way to another, and why.
fn first_clash(proposals: &[Proposal]) -> Option<(usize, Bilingual)> {
    for one in proposals {
        for (at, other) in proposals.iter().enumerate() {
            if let Some((conflict, yields)) = clash(one.channel.id, other.channel.id)
                && yields == other.channel.id
            {
                return Some((at, conflict.say.into()));
            }
        }
    }
    None
}

fn beside(channel: &Channel, proposed: &[&'static Channel]) -> Vec<&'static Channel> {
    let runs_beside = |other: &&'static Channel| {
        other.id != channel.id
            && parallels()
                .iter()
                .any(|it| it.members.contains(&channel.id) && it.members.contains(&other.id))
    };
    proposed.iter().copied().filter(runs_beside).collect()
}

impl Channel {
    /// What it is called.
    pub fn name(&self) -> Bilingual {
        channel_name(self.id).map_or_else(|| Bilingual::new(self.id, self.id), Into::into)
    }
}
