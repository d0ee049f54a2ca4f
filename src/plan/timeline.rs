//! The timeline: what the case records of filings and of dated facts, in order of time.

use std::cmp::Reverse;

use super::machine::{Event, transitions};
use crate::facts::{Fact, Facts, Path, result_name};
use crate::moment::Moment;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Happening<'f> {
    /// When; what has no date comes first.
    pub(super) at: Option<Moment>,
    /// What.
    pub(super) what: What<'f>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What<'f> {
    /// A filing on a channel.
    Filed(&'f str),
    /// An event in the course of a filing.
    Course(&'f str, &'f str),
    /// The result of a filing.
    Result(&'f str, &'f str),
    /// A key got a value.
    Stated(Path),
    /// A time limit ran out.
    Past(&'static str),
    /// A time limit will soon run out.
    Soon(&'static str),
    /// A region got into a state.
    Entered(&'static str),
}

impl What<'_> {
    /// Whether a transition is taken on it.
    pub(super) fn is(self, event: Event) -> bool {
        match (self, event) {
            (Self::Course(one, what), Event::Course(other, event)) => (one, what) == (other, event),
            (Self::Result(one, what), Event::Result(other, result)) => {
                (one, what) == (other, result)
            }
            (Self::Stated(path), Event::Stated(other)) => path == other,
            (Self::Past(one), Event::Past(other)) | (Self::Soon(one), Event::Soon(other)) => {
                one == other
            }
            (Self::Filed(one), Event::Filed(other))
            | (Self::Entered(one), Event::Entered(other)) => one == other,
            _ => false,
        }
    }

    /// The order of what happened at the same time: a filing comes before its course.
    const fn rank(self) -> u8 {
        match self {
            Self::Filed(_) => 0,
            Self::Course(..) => 1,
            Self::Result(..) => 2,
            _ => 3,
        }
    }
}

/// Everything that has happened by now, in order of time.
pub(super) fn timeline(facts: &Facts, now: Moment) -> Vec<Happening<'_>> {
    let mut all = Vec::new();
    for filing in facts.list("filings") {
        if filing.key("same_dispute") != Some(&Fact::Yes(false)) {
            of_filing(filing, &mut all);
        }
    }
    for path in paths() {
        let moments = facts.moments(path).into_iter();
        all.extend(moments.map(|at| Happening {
            at: Some(at),
            what: What::Stated(path),
        }));
    }
    all.retain(|one| one.at.is_none_or(|at| at.date <= now.date));
    all.sort_by_key(|one| (one.at.map(Moment::start), one.what.rank()));
    all
}

/// Keys on which transitions are taken and that the case states without a date.
pub(super) fn undated(facts: &Facts) -> Vec<Path> {
    paths()
        .into_iter()
        .filter(|path| facts.has(*path) && facts.moments(*path).is_empty())
        .collect()
}

/// Every key on which a transition is taken, once.
fn paths() -> Vec<Path> {
    let mut paths = Vec::new();
    for event in transitions().iter().flat_map(|transition| transition.on) {
        if let Event::Stated(path) = event
            && !paths.contains(path)
        {
            paths.push(*path);
        }
    }
    paths
}

fn of_filing<'f>(filing: &'f Fact, all: &mut Vec<Happening<'f>>) {
    let Some(channel) = filing.key("channel").and_then(Fact::word) else {
        return;
    };
    let filed = filing.filed();
    let mut add = |at, what| all.push(Happening { at, what });
    add(filed, What::Filed(channel));
    let events = match filing.key("events") {
        Some(Fact::List(events)) => events.as_slice(),
        _ => &[],
    };
    let mut known = Vec::new();
    for event in events {
        let Some(what) = event.key("what").and_then(Fact::word) else {
            continue;
        };
        let at = event.moment().or(filed);
        add(at, What::Course(channel, what));
        // An acceptance or a refusal in the course of a filing is its result for the time being.
        if result_name(what).is_some() {
            add(at, What::Result(channel, what));
            known.push(what);
        }
    }
    let Some(result) = filing.key("result").and_then(Fact::word) else {
        return;
    };
    let last = events
        .iter()
        .filter_map(Fact::moment)
        .max_by_key(|at| at.start());
    let at = filing
        .key("on_result")
        .and_then(Fact::moment)
        .or(last)
        .or(filed);
    // What was ended had been accepted.
    if result == "terminated" && !known.contains(&"accepted") {
        let accepted = known.is_empty().then_some(at).flatten();
        add(accepted.or(at), What::Result(channel, "accepted"));
    }
    if !known.contains(&result) {
        add(at, What::Result(channel, result));
    }
}

/// The last filing on a channel before now, for the same dispute.
pub(super) fn last_filing<'f>(facts: &'f Facts, channel: &str) -> Option<&'f Fact> {
    let filings = facts.list("filings").iter();
    filings
        .filter(|filing| filing.key("channel").and_then(Fact::word) == Some(channel))
        .filter(|filing| filing.key("same_dispute") != Some(&Fact::Yes(false)))
        .min_by_key(|filing| Reverse(filing.filed().map(Moment::start)))
}
