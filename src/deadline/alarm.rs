//! Alarms: when to remind of a time limit.

use chrono::{Duration, NaiveTime};

use super::Deadline;
use super::rule::Lead;
use crate::moment::Moment;

/// A reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    /// When; a whole day where the limit and the lead time are days.
    pub at: Moment,
    /// How long before or after the day that is shown first.
    pub lead: Lead,
}

impl Deadline {
    /// When to remind, from the day that is shown first; none where no date is known.
    pub fn alarms(&self) -> Vec<Alarm> {
        let Some(date) = self.date() else {
            return Vec::new();
        };
        let leads = self.rule.alarms.iter();
        leads.map(|lead| alarm(date, *lead)).collect()
    }

    /// Whether the second to last lead time before the end has come.
    pub fn is_soon(&self, now: Moment) -> bool {
        self.soon_from().is_some_and(|at| now.start() >= at.start())
    }

    /// When the second to last lead time comes.
    pub fn soon_from(&self) -> Option<Moment> {
        let alarms = self.alarms();
        let at = alarms.len().saturating_sub(2);
        alarms.get(at).map(|alarm| alarm.at)
    }
}

fn alarm(date: Moment, lead: Lead) -> Alarm {
    let at = match lead {
        Lead::Days(days) => Moment {
            date: date.date + Duration::days(days.into()),
            time: date.time,
        },
        Lead::Hours(hours) => {
            let end = match date.time {
                Some(_) => date.start(),
                None => date.date.and_time(NaiveTime::MIN) + Duration::days(1),
            };
            let at = end + Duration::hours(hours.into());
            Moment {
                date: at.date(),
                time: Some(at.time()),
            }
        }
    };
    Alarm { at, lead }
}
