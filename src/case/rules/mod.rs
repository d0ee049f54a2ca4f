//! What is wrong with a case as a whole, whatever a channel needs: a file for each rule, named by its code.
//!
//! A rule takes the checked case and gives what it finds. It says nothing where the case says nothing.

mod agent;
mod captured;
mod contradiction;
mod cropped;
mod impossible;
mod loss;
mod one_sided;
mod order_number;
mod price;
mod quantity;
mod reading;
mod respondent;
mod unproved;
mod vague;
mod wording;

use super::Case;
use crate::diagnostic::Diagnostics;

/// The rules, in the order of their findings.
const RULES: [fn(&Case) -> Diagnostics; 15] = [
    respondent::check,
    price::check,
    quantity::check,
    captured::check,
    |case| contradiction::check(case).into_iter().collect(),
    cropped::check,
    agent::check,
    vague::check,
    impossible::check,
    loss::check,
    order_number::check,
    reading::check,
    unproved::check,
    one_sided::check,
    wording::check,
];

/// Everything that the rules find.
pub(super) fn judge(case: &Case) -> Diagnostics {
    RULES.iter().flat_map(|rule| rule(case)).collect()
}
