//! The plan: every transition and every conflict by its id, whole cases, and what no case proposes.

mod cases;
mod steps;

use super::{Plan, plan};
use crate::facts::sample;
use crate::moment::Moment;

fn now() -> Moment {
    Moment::parse("2026-11-22 12:00").unwrap()
}

fn of(yaml: &str) -> Plan {
    plan(&sample::facts(yaml), now())
}

fn channels(plan: &Plan) -> Vec<&'static str> {
    plan.proposals.iter().map(|one| one.channel.id).collect()
}
