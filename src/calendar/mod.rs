//! Working days, and the ends of periods: how days, hours, months and years are counted, and what a rest day does.
//!
//! In: a moment, a length and a regime. Out: the end as counted, and the end after moving off a rest day.
//! Holidays are known for some years only; a result says how sure it is.

mod period;
#[cfg(test)]
mod tests;
mod year;

pub use period::{Length, Period, Regime, Roll, Unit};
pub use year::{CHECKED, Calendar, Rest, SOURCE, Status, Year, years};
