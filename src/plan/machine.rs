//! The machine: regions, states, transitions and conflicts as the data gives them.

use crate::bilingual::Phrase;
use crate::facts::{Path, Predicate, Step, Test, Value};
use crate::law::text::Spot;
use crate::law::{Basis, Confidence};
use crate::money::Money;

include!(concat!(env!("OUT_DIR"), "/plan.rs"));

/// Where something can be filed.
#[derive(Debug, PartialEq, Eq)]
pub struct Channel {
    /// Its id, as in `filings[].channel`.
    pub id: &'static str,
    /// What kind of door it is.
    pub group: &'static str,
    /// The template folder that writes its document, or `plan` where the plan itself says it; none where filings are
    /// only recorded.
    pub document: Option<&'static str>,
    /// Which document of the folder.
    pub variant: Option<&'static str>,
}

/// A side of a case that is in exactly one state.
#[derive(Debug)]
pub struct Region {
    /// Its id.
    pub id: &'static str,
    /// The state it starts in.
    pub initial: &'static str,
    /// Its states.
    pub states: &'static [State],
}

/// A state of a region.
#[derive(Debug)]
pub struct State {
    /// Its id, as `region.state`.
    pub id: &'static str,
    /// What it means.
    pub name: Phrase,
    /// Whether nothing follows.
    pub ends: bool,
    /// What to file now.
    pub proposes: &'static [Proposes],
    /// What could be filed in its place, never beside it.
    pub instead: &'static [&'static str],
    /// What may be filed as well.
    pub allows: &'static [&'static str],
    /// What cannot be filed while the region is here.
    pub blocks: &'static [&'static str],
    /// Time limits that matter here.
    pub waits_for: &'static [&'static str],
    /// States of other regions in which this one proposes nothing.
    pub suppressed_when: &'static [&'static str],
    /// What to tell the user.
    pub say: Option<Phrase>,
}

/// A channel that a state proposes.
#[derive(Debug)]
pub struct Proposes {
    /// The channel.
    pub channel: &'static str,
    /// For which cases.
    pub when: Predicate,
    /// Which document of the channel.
    pub variant: Option<&'static str>,
}

/// A step from one state to another.
#[derive(Debug)]
pub struct Transition {
    /// Its id.
    pub id: &'static str,
    /// The states it leaves.
    pub from: &'static [&'static str],
    /// The events on which it is taken, any of them.
    pub on: &'static [Event],
    /// The condition.
    pub guard: Predicate,
    /// The state it reaches.
    pub to: &'static str,
    /// The channel whose document belongs to the step.
    pub document: Option<&'static str>,
    /// Time limits whose clock begins.
    pub starts: &'static [&'static str],
    /// What to tell the user while it is the last step of its region.
    pub say: Option<Phrase>,
    /// The provisions, or the practice, that it rests on.
    pub basis: &'static [Basis],
    /// How well it is sourced.
    pub confidence: Confidence,
}

/// What a transition is taken on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A filing was made on a channel.
    Filed(&'static str),
    /// A filing on a channel had a result.
    Result(&'static str, &'static str),
    /// Something happened in the course of a filing on a channel.
    Course(&'static str, &'static str),
    /// A key has a value.
    Stated(Path),
    /// A time limit has run out.
    Past(&'static str),
    /// The second to last lead time of a time limit has come.
    Soon(&'static str),
    /// A region got into a state.
    Entered(&'static str),
}

/// Two channels that bear on each other.
#[derive(Debug)]
pub struct Conflict {
    /// Its id.
    pub id: &'static str,
    /// The first channel; none for any.
    pub a: Option<&'static str>,
    /// How the filing on it stands.
    pub status: Status,
    /// The second channel; none for any.
    pub b: Option<&'static str>,
    /// How they bear on each other.
    pub rule: Clash,
    /// Whether the plan never proposes both at once.
    pub never_both: bool,
    /// Whether only filings about the same payment are meant.
    pub same_payment: bool,
    /// Whether they are about different disputes.
    pub different_dispute: bool,
    /// What to tell the user.
    pub say: Phrase,
    /// The provisions, or the practice, that it rests on.
    pub basis: &'static [Basis],
    /// How well it is sourced.
    pub confidence: Confidence,
}

/// How a filing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Accepted or handled there.
    Taken,
    /// Filed, without a result.
    Open,
    /// However it stands.
    Any,
    /// Not filed: an agreement to go there exists.
    Agreed,
    /// Money came back there.
    Refunded,
}

/// How two channels bear on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// The second would be refused.
    BRefused,
    /// Both may run, with the same facts.
    Allowed,
    /// Both may run, as separate papers.
    AllowedTwoPapers,
    /// One at a time.
    OneOnly,
    /// The two papers contradict each other.
    OneStatementFalse,
    /// The second after the first, for the same payment.
    Order,
    /// A repeat adds nothing; new facts are merged.
    Merged,
    /// The law is open: choose one.
    Care,
    /// A public text has to match.
    Consistency,
    /// Lower or withdraw the second the same day.
    Reduce,
}

impl Clash {
    /// Whether the second channel is not proposed once the first stands so.
    pub(super) const fn bars(self) -> bool {
        matches!(
            self,
            Self::BRefused | Self::OneOnly | Self::OneStatementFalse | Self::Order
        )
    }
}

/// Channels that may run side by side from the first day.
#[derive(Debug)]
pub struct Parallel {
    /// Its id.
    pub id: &'static str,
    /// The channels.
    pub members: &'static [&'static str],
}

/// Where a kind of problem starts.
#[derive(Debug)]
pub(super) struct Entry {
    /// The kind of problem.
    pub(super) problem: &'static str,
    /// States that differ from the initial ones.
    pub(super) start: &'static [&'static str],
}

/// What changes the start, whatever the problem is.
#[derive(Debug)]
pub struct Overlay {
    /// Its id.
    pub id: &'static str,
    /// For which cases.
    pub when: Predicate,
    /// States that are set.
    pub force: &'static [&'static str],
    /// States that are set where the region is still in its initial state.
    pub force_if_none: &'static [&'static str],
    /// The provisions, or the practice, that it rests on.
    pub basis: &'static [Basis],
    /// How well it is sourced.
    pub confidence: Confidence,
}

/// What keeps proposals back, whatever region they come from.
#[derive(Debug)]
pub struct Global {
    /// When.
    pub when: Predicate,
    /// Which.
    pub suppress: Suppress,
    /// What to tell the user.
    pub say: Phrase,
}

/// What to keep when nothing more is to be done.
#[derive(Debug)]
pub struct Closing {
    /// When.
    pub when: Predicate,
    /// What.
    pub keep: &'static [Phrase],
}

/// A set of proposals.
#[derive(Debug, Clone, Copy)]
pub enum Suppress {
    /// All but those of the region `case`.
    AllOtherRegions,
    /// Channels without a filing.
    NewDoors,
    /// Those of seller, payment, letter and mediation.
    EarlierDoors,
    /// Certain channels.
    Channels(&'static [&'static str]),
}

/// The channel with this id.
pub fn channel(id: &str) -> Option<&'static Channel> {
    CHANNELS.iter().find(|channel| channel.id == id)
}

/// Every region with its states.
pub fn regions() -> &'static [Region] {
    REGIONS
}

/// Every transition.
pub fn transitions() -> &'static [Transition] {
    TRANSITIONS
}

/// Every conflict.
pub fn conflicts() -> &'static [Conflict] {
    CONFLICTS
}

/// Channels that may run side by side.
pub(super) fn parallels() -> &'static [Parallel] {
    PARALLELS
}

pub(super) fn globals() -> &'static [Global] {
    GLOBALS
}

pub(super) fn closing() -> &'static [Closing] {
    CLOSING
}

pub(super) fn overlays() -> &'static [Overlay] {
    OVERLAYS
}

pub(super) fn entry(problem: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.problem == problem)
}

/// The state with this id.
pub fn state(id: &str) -> Option<&'static State> {
    let (region, _) = id.split_once('.')?;
    let region = REGIONS.iter().find(|known| known.id == region)?;
    region.states.iter().find(|state| state.id == id)
}

/// The region of a state.
pub(super) fn region_of(state: &'static str) -> &'static str {
    state.split_once('.').map_or(state, |(region, _)| region)
}
