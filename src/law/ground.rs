//! The grounds of a claim: which provisions belong to which problem.

use super::confidence::Confidence;
use super::door::Door;
use super::goods::GoodsClass;
use super::instrument::Instrument;
use super::problem::Problem;
use super::provision::Provision;
use super::purpose::Purpose;
use super::tables::{self, Predicate};

/// What the law offers for one problem.
#[derive(Debug)]
pub struct Ground {
    /// The problem.
    pub problem: Problem,
    /// Its Chinese name.
    pub name_zh: &'static str,
    /// The legal theory, in a few words.
    pub theory: &'static str,
    /// How well the choice is sourced.
    pub confidence: Confidence,
    /// What the choice rests on, where it is a judgement.
    pub basis: Option<&'static str>,
    /// What must hold before any of it may be used.
    pub requires: &'static [Predicate],
    /// The lists by class of goods and purpose.
    pub rows: &'static [Row],
    /// What is added when further facts hold.
    pub extras: &'static [Extra],
    /// What a complaint to the payment provider cites.
    pub payment: &'static [&'static Provision],
    /// What a police report cites.
    pub police: &'static [&'static Provision],
    /// What is a known mistake for this problem.
    pub never: &'static [Never],
    /// Instruments that may be named without an article.
    pub named_without_article: &'static [&'static Instrument],
    /// A remark on the market regulator's part.
    pub samr_note: Option<&'static str>,
    /// Remarks.
    pub notes: &'static [&'static str],
}

/// The ranked lists for one class of goods and some purposes.
#[derive(Debug)]
pub struct Row {
    /// The class of goods.
    pub goods: GoodsClass,
    /// The purposes.
    pub purposes: &'static [Purpose],
    /// What a filing at the seller or platform cites, best first.
    pub platform: &'static [&'static Provision],
    /// What a 12315 complaint cites, best first; empty where none can be filed.
    pub samr: &'static [&'static Provision],
    /// What a statement of claim cites, best first.
    pub court: &'static [&'static Provision],
    /// How well the choice is sourced.
    pub confidence: Confidence,
    /// A remark.
    pub note: Option<&'static str>,
}

/// Provisions that join a list when further facts hold.
#[derive(Debug)]
pub struct Extra {
    /// The provisions, best first.
    pub provisions: &'static [&'static Provision],
    /// What must all hold.
    pub when: &'static [Predicate],
    /// The doors at which they are used.
    pub doors: &'static [Door],
    /// The only classes of goods they fit; empty means all.
    pub goods: &'static [GoodsClass],
    /// Whether they are for consumers only.
    pub consumer_only: bool,
}

/// A known mistake for a problem.
#[derive(Debug)]
pub struct Never {
    /// The provision.
    pub provision: Option<&'static Provision>,
    /// The statement, where it is no provision.
    pub what: Option<&'static str>,
    /// Why it is wrong.
    pub why: &'static str,
    /// Whether the provision is out altogether, and not only for the use that `why` names.
    pub always: bool,
}

impl Ground {
    /// Returns the lists for this class of goods and purpose.
    pub fn row(&self, goods: GoodsClass, purpose: Purpose) -> Option<&'static Row> {
        self.rows
            .iter()
            .find(|row| row.goods == goods && row.purposes.contains(&purpose))
    }
}

impl Row {
    /// Returns the list for this door; payment and police have lists of their own in the ground.
    pub const fn at(&self, door: Door) -> &'static [&'static Provision] {
        match door {
            Door::Platform => self.platform,
            Door::Samr => self.samr,
            Door::Court => self.court,
            Door::Payment | Door::Police => &[],
        }
    }
}

/// Returns what the law offers for this problem.
pub fn ground(problem: Problem) -> &'static Ground {
    tables::ground(problem)
}

/// Returns why a provision must not be cited as a plain ground for this problem, if it must not.
///
/// An add-on such as the threefold damages has conditions of its own and is not asked here.
pub fn forbidden(problem: Problem, provision_id: &str) -> Option<&'static str> {
    ground(problem)
        .never
        .iter()
        .find(|never| never.always && never.provision.is_some_and(|it| it.id == provision_id))
        .map(|never| never.why)
}
