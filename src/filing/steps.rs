//! The few steps of the summary card, on a line of time.

use chrono::Duration;
use serde::Serialize;

use super::outcome::{as_of, outcome};
use super::purchase::chosen_orders;
use super::{Brief, Named};
use crate::case::choice::Choice;
use crate::moment::Moment;

/// A step on the line of time of the summary card.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// `paid`, `claimed`, `missing`, `contact`, `notice`, `filing`.
    pub kind: &'static str,
    /// `11-01`.
    pub date: String,
    /// `20:58`.
    pub time: Option<String>,
    /// What the step says: a state of a page, an answer.
    pub text: Option<String>,
    /// How the matter was put off.
    pub stall: Option<Named>,
    /// How.
    pub by: Option<Named>,
    /// The time that passed until the next step, truncated.
    pub gap: Option<String>,
    /// Whether it is one of the decisive steps.
    pub key: bool,
}

/// The few steps of the summary card: payment, what the page says, the last proof of failure, the last contact,
/// the last notice, the filing.
pub(super) fn steps(brief: &Brief<'_>) -> Vec<StepView> {
    let case = brief.case;
    let mut steps: Vec<(Moment, StepView)> = Vec::new();
    let mut add = |moment: Option<Moment>,
                   kind: &'static str,
                   key: bool,
                   text: Option<String>,
                   stall: Option<Named>,
                   by: Option<Named>| {
        if let Some(moment) = moment.filter(|moment| moment.date <= brief.today) {
            let step = StepView {
                kind,
                date: moment.date.format("%m-%d").to_string(),
                time: moment.time.map(|time| time.format("%H:%M").to_string()),
                text,
                stall,
                by,
                gap: None,
                key,
            };
            steps.push((moment, step));
        }
    };
    add(
        brief
            .payments
            .iter()
            .filter_map(|payment| payment.paid)
            .min(),
        "paid",
        false,
        None,
        None,
        None,
    );
    let shown = chosen_orders(brief)
        .into_iter()
        .find_map(|order| order.status_shown.clone().zip(order.status_at));
    if let Some((status, moment)) = shown {
        add(Some(moment), "claimed", false, Some(status), None, None);
    }
    let failed = case.delivery.as_ref().and_then(|delivery| delivery.tried);
    add(
        failed.or_else(|| outcome(brief).and_then(|_| as_of(brief))),
        "missing",
        true,
        None,
        None,
        None,
    );
    let last = case
        .contacts
        .iter()
        .filter(|contact| contact.at.date <= brief.today)
        .max_by_key(|contact| contact.at.start());
    if let Some(contact) = last {
        add(
            Some(contact.at),
            "contact",
            true,
            contact.said.clone(),
            contact.stall.map(Named::of),
            contact.by.map(Named::of),
        );
    }
    if let Some(notice) = case.notices.last() {
        add(
            notice.sent,
            "notice",
            false,
            Some(notice.kind.zh().to_owned()),
            None,
            notice.by.map(Named::of),
        );
    }
    add(
        Some(Moment::day(brief.today)),
        "filing",
        false,
        None,
        None,
        None,
    );
    steps.sort_by_key(|(moment, _)| moment.start());
    let gaps: Vec<Option<String>> = steps
        .windows(2)
        .map(|pair| gap(pair[0].0, pair[1].0))
        .collect();
    for ((_, step), gap) in steps.iter_mut().zip(gaps) {
        step.gap = gap;
    }
    steps.into_iter().map(|(_, step)| step).collect()
}

/// The time between two moments, truncated: `3分钟`, `36小时`, `4天`.
pub(super) fn gap(from: Moment, to: Moment) -> Option<String> {
    if from.time.is_none() || to.time.is_none() {
        let days = (to.date - from.date).num_days();
        return (days > 0).then(|| format!("{days}天"));
    }
    let passed = to.start() - from.start();
    if passed < Duration::minutes(1) {
        None
    } else if passed < Duration::hours(1) {
        Some(format!("{}分钟", passed.num_minutes()))
    } else if passed < Duration::hours(72) {
        Some(format!("{}小时", passed.num_hours()))
    } else {
        Some(format!("{}天", passed.num_days()))
    }
}
