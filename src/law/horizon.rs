//! How far back the register reaches.

use chrono::NaiveDate;

use super::door::Door;
use super::instrument::{Instrument, instrument};

/// The text that governs what is filed at a door, and the first day from which the register can cite it.
#[derive(Debug, Clone, Copy)]
pub struct Horizon {
    /// The text.
    pub instrument: &'static Instrument,
    /// The first day on which its present articles were in force; the rules before that day are recognised in what
    /// people write and never printed.
    pub from: NaiveDate,
}

/// Returns the horizon of a door: a filing dated before it would be without its main rule.
pub fn horizon(door: Door) -> Option<Horizon> {
    let id = match door {
        // 《最高人民法院关于适用〈中华人民共和国民法典〉时间效力的若干规定》第一条: older facts follow older law.
        Door::Platform | Door::Payment => "civil-code",
        Door::Samr => "order-121",
        Door::Court => "civil-procedure-law",
        Door::Police => "public-security-law",
    };
    let instrument = instrument(id)?;
    let from = instrument.versions.last()?.in_force_from?;
    Some(Horizon { instrument, from })
}

#[cfg(test)]
mod tests {
    use super::horizon;
    use crate::law::Door;

    #[test]
    fn every_door_has_a_first_day() {
        for (door, first) in [
            (Door::Platform, "2021-01-01"),
            (Door::Payment, "2021-01-01"),
            (Door::Samr, "2026-04-15"),
            (Door::Court, "2024-01-01"),
            (Door::Police, "2026-01-01"),
        ] {
            assert_eq!(horizon(door).unwrap().from.to_string(), first);
        }
    }
}
