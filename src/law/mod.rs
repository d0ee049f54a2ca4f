//! What the law says, as data: instruments, provisions, the grounds that choose among them, and the figures to compute with.
//!
//! In: a problem, who buys what for which purpose, the door of filing, facts and dates. Out: provisions, ranked, with their printed form.
//! It knows no case, no channel and no wording of filings beyond the one sentence that says what a provision provides.
//!
//! The tables are written by the build script from `data/*.yaml`, which fails the build when an id dangles or a
//! provision that could be printed is superseded or poorly sourced. Nothing is parsed at run time.

mod add_on;
mod basis;
mod citation;
mod confidence;
mod dates;
mod door;
mod fee;
mod goods;
mod ground;
mod horizon;
mod instrument;
mod interest;
mod loan_prime_rate;
mod misquote;
mod multiple;
mod problem;
mod provision;
mod purpose;
mod ranking;
mod small_claims;
mod sources;
mod tables;
pub mod text;
mod wage;

pub use add_on::{AddOn, Report, add_on, add_ons, report, reports};
pub use basis::{Basis, bases};
pub use citation::places;
pub use confidence::Confidence;
pub use dates::{DateBasis, Dates};
pub use door::Door;
pub use fee::{Fee, court_fee, enforcement_fee, payment_order_fee, preservation_fee};
pub use goods::GoodsClass;
pub use ground::{Extra, Ground, Never, Row, forbidden, ground};
pub use horizon::{Horizon, horizon};
pub use instrument::{Instrument, Level, Version, instrument, instruments};
pub use interest::{YearlyRate, doubled_part, interest};
pub use loan_prime_rate::{LoanPrimeRate, RateStatus, loan_prime_rate, rates_verified_until};
pub use misquote::{Gravity, Misquote, Mistake, misquote, misquotes, misquotes_checked};
pub use multiple::{Multiple, multiple};
pub use problem::Problem;
pub use provision::{NeverFor, Provision, Relation, provision, provisions, supports};
pub use purpose::Purpose;
pub use ranking::{best, citations};
pub use small_claims::{CourtWage, Exclusion, SmallClaims, by_agreement, mandatory, small_claims};
pub use sources::SOURCES;
pub use tables::Predicate;
pub use wage::{Wage, province, wage};

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
