//! The dispute as it is true: checked facts, money in fen, dates as dates.
//!
//! A [`Case`] is made from a [`CaseFile`](file::CaseFile) by [`check`](check::check). It knows no channel,
//! and it is neither read nor written by serde. What nobody stated is `None`.

pub mod asked;
pub mod canonical;
pub mod check;
pub mod choice;
mod cited;
pub mod claim;
pub mod contact;
pub mod evidence;
mod facts;
pub mod fields;
pub mod file;
pub mod own_words;
pub mod party;
pub mod purchase;
pub mod reading;
pub mod record;
mod rules;
pub mod words;

pub use facts::facts;
pub use reading::{Reading, read};

use std::collections::BTreeMap;

use crate::facts::Fact as Stated;
use crate::law::{Problem, Purpose};
use crate::moment::Moment;

use claim::Claim;
use contact::{Contact, Deception, Fact, Notice};
use evidence::Evidence;
use party::{Complainant, Respondent};
use purchase::{Delivery, Goods, Order, Payment, SelfCheck};
use record::{Court, FilingRecord, Samr};

/// The dispute (案件).
///
/// References between its parts are positions in its lists; they always point at something.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What the case is called (标题), for titles and file lists.
    pub title: Option<String>,
    /// The writer's own number for the papers (材料编号).
    pub case_no: Option<String>,
    /// Who complains (投诉人).
    pub complainant: Complainant,
    /// The other side (被投诉人), the principal one first.
    pub respondents: Vec<Respondent>,
    /// What the goods were bought for (用途); [`Purpose::Unknown`] where nobody said.
    pub purpose: Purpose,
    /// What was bought (商品).
    pub goods: Option<Goods>,
    /// What went wrong (问题).
    pub problem: Option<Problem>,
    /// When it was noticed (发现时间).
    pub discovered: Option<Moment>,
    /// What the other side deceived the buyer about (欺骗事实).
    pub deceptions: Vec<Deception>,
    /// The orders (订单), in the order of the file.
    pub orders: Vec<Order>,
    /// The payments (支付), in the order of the file.
    pub payments: Vec<Payment>,
    /// What arrived (交付).
    pub delivery: Option<Delivery>,
    /// What the buyer has checked (已做核对), only what is stated.
    pub self_checks: Vec<SelfCheck>,
    /// Contacts with the other side (协商), in the order of the file.
    pub contacts: Vec<Contact>,
    /// The writer's own dated facts (经过).
    pub facts: Vec<Fact>,
    /// Demands and other notices (催告与通知).
    pub notices: Vec<Notice>,
    /// What is asked for (诉求), the first choice first.
    pub claims: Vec<Claim>,
    /// What was filed elsewhere (已走渠道); `Some(vec![])` is an explicit 无, `None` is unknown.
    pub filings: Option<Vec<FilingRecord>>,
    /// The court (法院).
    pub court: Court,
    /// The market regulator (市场监管).
    pub samr: Samr,
    /// What only time limits and the plan ask for, under the keys of the file.
    pub stated: BTreeMap<&'static str, Stated>,
    /// The evidence (证据), in the order of the exhibit numbers: `evidence[0]` is 证据1.
    pub evidence: Vec<Evidence>,
}

impl Case {
    /// What the case states under a key that only time limits and the plan ask for.
    pub fn told(&self, section: &str, key: &str) -> Option<&Stated> {
        self.stated.get(section)?.key(key)
    }
}
