//! The replay: from the start of a case through all that happened, to the states it is in now.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::machine::{Event, Transition, entry, overlays, region_of, regions, transitions};
use super::timeline::{Happening, What, timeline, undated};
use crate::deadline::deadline;
use crate::facts::{Answer, Fact, Facts, Path, Predicate, Situation};
use crate::moment::Moment;

/// A step that was taken.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// The step.
    pub transition: &'static Transition,
    /// When; none where nothing has a date.
    pub at: Option<Moment>,
}

/// Where a case is, and how it got there.
pub(super) struct Replay<'f> {
    facts: &'f Facts,
    now: Moment,
    /// What the case stated by the time that is replayed.
    view: Facts,
    /// The state of each region.
    pub(super) states: BTreeMap<&'static str, &'static str>,
    /// The steps that were taken, in order of time.
    pub(super) taken: Vec<Taken>,
    /// Filings that no step expected.
    pub(super) unexpected: Vec<String>,
    /// What is asked for before a step can be taken.
    open: Vec<(&'static Transition, Vec<&'static str>)>,
    /// What is asked for before the start is known.
    asked: Vec<&'static str>,
    undated: Vec<Path>,
    once: BTreeSet<&'static str>,
}

/// Replays a case up to now.
pub(super) fn replay(facts: &Facts, now: Moment) -> Replay<'_> {
    let mut replay = Replay::new(facts, now);
    replay.view = facts.keep("filings", |_| false);
    let entered = replay.start();
    for state in entered {
        replay.happens(None, What::Entered(state));
    }
    replay.settle(None);
    replay.run();
    replay
}

impl<'f> Replay<'f> {
    fn new(facts: &'f Facts, now: Moment) -> Self {
        Self {
            facts,
            now,
            view: facts.clone(),
            states: BTreeMap::new(),
            taken: Vec::new(),
            unexpected: Vec::new(),
            open: Vec::new(),
            asked: Vec::new(),
            undated: undated(facts),
            once: BTreeSet::new(),
        }
    }

    /// A case that is in certain states, whatever it records.
    #[cfg(test)]
    pub(super) fn at(facts: &'f Facts, now: Moment, states: &[&'static str]) -> Self {
        let mut replay = Self::new(facts, now);
        replay
            .states
            .extend(states.iter().map(|state| (region_of(state), *state)));
        replay
    }

    /// Sets every region to where it starts; returns the states that an entry or an overlay set.
    fn start(&mut self) -> Vec<&'static str> {
        for region in regions() {
            self.states.insert(region.id, region.initial);
        }
        let mut set = BTreeMap::new();
        let problem = self.facts.top("problem").and_then(|map| map.key("type"));
        let problem = problem.and_then(Fact::word);
        if let Some(entry) = problem.and_then(entry) {
            set.extend(entry.start.iter().map(|state| (region_of(state), *state)));
        }
        for overlay in overlays() {
            match self.ask(&overlay.when) {
                Answer::Yes => {
                    set.extend(overlay.force.iter().map(|state| (region_of(state), *state)));
                    for state in overlay.force_if_none {
                        set.entry(region_of(state)).or_insert(state);
                    }
                }
                Answer::No => {}
                Answer::Unknown(keys) => add(&mut self.asked, &keys),
            }
        }
        self.states.extend(&set);
        set.into_values().collect()
    }

    /// Lets everything happen in order of time, with the time limits that run out in between.
    fn run(&mut self) {
        let facts = self.facts;
        let mut rest: VecDeque<Happening<'_>> = timeline(facts, self.now).into();
        let mut fired = BTreeSet::new();
        loop {
            let until = rest.front().map_or(Some(self.now), |next| next.at);
            if let Some((at, what)) = until.and_then(|until| self.next_limit(until, &mut fired)) {
                self.happens(Some(at), what);
                self.settle(Some(at));
                continue;
            }
            let Some(next) = rest.pop_front() else { break };
            self.view = facts.keep("filings", |filing| {
                filing
                    .filed()
                    .is_none_or(|filed| next.at.is_some_and(|at| filed.start() <= at.start()))
            });
            let taken = self.happens(next.at, next.what);
            if let (What::Filed(channel), false) = (next.what, taken) {
                self.unexpected.push(channel.to_owned());
            }
            self.settle(next.at);
        }
    }

    /// The first time limit that has run out, or will soon, before a moment, and was not told yet.
    fn next_limit(
        &self,
        until: Moment,
        fired: &mut BTreeSet<(&'static str, bool, Moment)>,
    ) -> Option<(Moment, What<'static>)> {
        let mut first: Option<(Moment, bool, &'static str)> = None;
        for event in transitions().iter().flat_map(|transition| transition.on) {
            let (id, soon) = match event {
                Event::Past(id) => (*id, false),
                Event::Soon(id) => (*id, true),
                _ => continue,
            };
            let found = deadline(id, &self.view, until)?;
            let at = if soon {
                found.soon_from().filter(|_| found.is_soon(until))
            } else {
                found.date().filter(|_| found.is_over(until))
            };
            let Some(at) = at.filter(|at| !fired.contains(&(id, soon, *at))) else {
                continue;
            };
            if first.is_none_or(|(earliest, _, _)| at.start() < earliest.start()) {
                first = Some((at, soon, id));
            }
        }
        let (at, soon, id) = first?;
        fired.insert((id, soon, at));
        Some((at, if soon { What::Soon(id) } else { What::Past(id) }))
    }

    /// Something happens: each region takes at most one step, and so do those that follow its new state.
    fn happens(&mut self, at: Option<Moment>, what: What<'_>) -> bool {
        let mut entered = VecDeque::new();
        let mut taken = self.step(at, what, &mut entered);
        // A step can be followed by others, but no case needs more than a few.
        for _ in 0..100 {
            let Some(state) = entered.pop_front() else {
                break;
            };
            taken |= self.step(at, What::Entered(state), &mut entered);
        }
        taken
    }

    /// Lets one thing happen to every region.
    pub(super) fn step(
        &mut self,
        at: Option<Moment>,
        what: What<'_>,
        entered: &mut VecDeque<&'static str>,
    ) -> bool {
        let mut any = false;
        for region in regions() {
            let here = self
                .states
                .get(region.id)
                .copied()
                .unwrap_or(region.initial);
            let fitting = transitions().iter().filter(|transition| {
                transition.from.contains(&here) && transition.on.iter().any(|event| what.is(*event))
            });
            for transition in fitting {
                match self.ask(&transition.guard) {
                    Answer::Yes => {
                        self.take(transition, at, entered);
                        any = true;
                        break;
                    }
                    Answer::No => {}
                    Answer::Unknown(keys) => self.open.push((transition, keys)),
                }
            }
        }
        any
    }

    fn take(
        &mut self,
        transition: &'static Transition,
        at: Option<Moment>,
        entered: &mut VecDeque<&'static str>,
    ) {
        self.states.insert(region_of(transition.to), transition.to);
        self.taken.push(Taken { transition, at });
        entered.push_back(transition.to);
    }

    /// Takes the steps that facts without a date allow, each once.
    fn settle(&mut self, at: Option<Moment>) {
        loop {
            let next = transitions().iter().find(|transition| {
                let here = self.states.get(region_of(transition.to)).copied();
                !self.once.contains(transition.id)
                    && here.is_some_and(|here| transition.from.contains(&here))
                    && transition.on.iter().any(
                        |event| matches!(event, Event::Stated(path) if self.undated.contains(path)),
                    )
                    && self.ask(&transition.guard).is_yes()
            });
            let Some(transition) = next else { break };
            self.once.insert(transition.id);
            let mut entered = VecDeque::new();
            self.take(transition, at, &mut entered);
            while let Some(state) = entered.pop_front() {
                self.happens(at, What::Entered(state));
            }
        }
    }

    /// Whether a condition holds at the time that is replayed.
    pub(super) fn ask(&self, predicate: &Predicate) -> Answer {
        let past = |id: &'static str| {
            let found = deadline(id, &self.view, self.now);
            Answer::known(found.is_some_and(|found| found.is_over(self.now)))
        };
        predicate.holds(&Situation {
            facts: &self.view,
            past: &past,
            state: &|state| self.is_in(state),
        })
    }

    /// Whether the region of a state is in it.
    pub(super) fn is_in(&self, state: &str) -> bool {
        self.states.values().any(|here| *here == state)
    }

    /// The keys that would open a step from where the case is now, each once.
    pub(super) fn questions(&self) -> Vec<&'static str> {
        let mut keys = self.asked.clone();
        for (transition, missing) in &self.open {
            if transition.from.iter().any(|state| self.is_in(state))
                && !self.ask(&transition.guard).is_yes()
            {
                add(&mut keys, missing);
            }
        }
        keys
    }
}

/// Adds keys that are not there yet.
pub(super) fn add(to: &mut Vec<&'static str>, keys: &[&'static str]) {
    for key in keys {
        if !to.contains(key) {
            to.push(key);
        }
    }
}
