//! From a case and a channel to a filing: exactly what a template may see.
//!
//! This is the only module that knows both a case and a channel. It decides what is said; how it is worded is
//! the templates' business. A [`Filing`] only serializes, and everything private that its channel must not
//! show is masked before anyone sees it.

pub mod bundle;
pub mod closure;
mod court;
mod grounds;
mod interest;
mod minor;
mod money;
pub mod needs;
mod outcome;
mod parties;
mod people;
pub mod private;
mod purchase;
mod reckoning;
mod requests;
mod steps;
mod story;
mod vocabulary;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::claim::{Claim, ClaimKind};
use crate::case::purchase::Payment;
use crate::channel::{Channel, Templates};
use crate::moment::Moment;
use crate::money::Money;

pub use bundle::{Attached, Attachment, Inside, Picture};
pub use reckoning::reckoning;
pub use vocabulary::Vocabulary;

/// The document for a channel (提交文书), as its templates see it.
#[derive(Debug, Clone, Serialize)]
pub struct Filing {
    /// The channel.
    pub channel: ChannelView,
    /// What the channel calls the parties.
    pub words: std::collections::BTreeMap<String, String>,
    /// The title of the PDF.
    pub title: String,
    /// The author of the PDF; empty where the name is masked.
    pub author: String,
    /// The writer's own number for the papers (材料编号).
    pub case_no: Option<String>,
    /// The day of filing.
    pub today: MomentView,
    /// The end of the next day, by which an answer is asked for.
    pub reply_by: MomentView,
    /// Who complains.
    pub complainant: people::ComplainantView,
    /// Against whom.
    pub respondents: Vec<parties::RespondentView>,
    /// Who received the money, where that is somebody else.
    pub payee: Option<parties::PayeeView>,
    /// What was bought.
    pub goods: Option<purchase::GoodsView>,
    /// What it was bought for: `personal`, `gift`, `resale`, `business`, or none where nobody said.
    pub purpose: Option<&'static str>,
    /// What went wrong.
    pub problem: Option<Named>,
    /// The orders.
    pub orders: Vec<purchase::OrderView>,
    /// The payments that this filing is about.
    pub payments: Vec<purchase::PaymentView>,
    /// What arrived.
    pub delivery: Option<purchase::DeliveryView>,
    /// The sums, which add up.
    pub sums: money::SumsView,
    /// What the buyer has checked.
    pub self_checks: Vec<Named>,
    /// What happened, in order of time.
    pub facts: Vec<story::FactView>,
    /// The few steps of the summary card.
    pub steps: Vec<steps::StepView>,
    /// How often and since when the other side was contacted.
    pub contacts: story::ContactsView,
    /// What is asked for.
    pub requests: Vec<requests::RequestView>,
    /// The exhibits of a deception that a request rests on.
    pub deceptions: Vec<bundle::RefView>,
    /// The complainant as a child, if one at the payment.
    pub minor: Option<minor::MinorView>,
    /// How the contract ended, or is to end.
    pub termination: requests::TerminationView,
    /// The provisions, best first.
    pub law: Vec<grounds::CitationView>,
    /// The same by instrument.
    pub law_groups: Vec<grounds::LawGroup>,
    /// What was filed elsewhere.
    pub elsewhere: story::ElsewhereView,
    /// What a court wants to know.
    pub court: court::CourtView,
    /// What the market regulator wants to know.
    pub samr: court::SamrView,
    /// The evidence: list, exhibits, table of facts, files.
    pub bundle: bundle::BundleView,
    /// Whether it closes: links, what each request rests on, and gaps; only where the paper is for the user alone.
    pub closure: Option<closure::ClosureView>,
    /// The pictures in order of weight, where the channel takes them one by one.
    pub uploads: Vec<bundle::UploadView>,
    /// The plain texts, cut to size; filled in when they are written.
    pub texts: std::collections::BTreeMap<String, TextView>,
}

/// The channel, as templates see it.
#[derive(Debug, Clone, Serialize)]
pub struct ChannelView {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// What the document is called.
    pub document: String,
}

/// A plain text, as templates see it.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct TextView {
    /// Its heading.
    pub title: String,
    /// The text.
    pub text: String,
    /// Its length as web forms count it.
    pub count: usize,
    /// The longest it may be.
    pub limit: Option<usize>,
}

/// A word of a fixed vocabulary.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Named {
    /// Its English word, for templates to compare.
    pub id: &'static str,
    /// Its Chinese word, for templates to print.
    pub zh: &'static str,
}

/// A point in time, in the forms that documents use.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct MomentView {
    /// `2026-11-01`.
    pub date: String,
    /// `20:58`, where it is known.
    pub time: Option<String>,
    /// `2026-11-01 20:58`.
    pub iso: String,
    /// `2026年11月1日20:58`.
    pub zh: String,
    /// `2026年11月1日`.
    pub zh_date: String,
    /// `11月1日20:58`.
    pub short: String,
    /// The year, month and day as numbers.
    pub ymd: (i32, u32, u32),
}

impl From<Moment> for MomentView {
    fn from(at: Moment) -> Self {
        use chrono::Datelike;
        Self {
            date: at.iso_date(),
            time: at.clock(),
            iso: at.iso(),
            zh: at.zh(),
            zh_date: at.zh_date(),
            short: at.zh_short(),
            ymd: (at.date.year(), at.date.month(), at.date.day()),
        }
    }
}

impl Named {
    /// The word for a value.
    pub fn of<C: Choice>(value: C) -> Self {
        Self {
            id: value.en(),
            zh: value.zh(),
        }
    }
}

/// What a filing is drafted from.
#[derive(Debug, Clone, Copy)]
pub struct Brief<'a> {
    /// The case.
    pub case: &'a Case,
    /// The channel.
    pub channel: &'a Channel,
    /// The payments that the filing is about.
    pub payments: &'a [&'a Payment],
    /// The start of the names of its files.
    pub stem: &'a str,
    /// The day of filing, in Beijing time.
    pub today: NaiveDate,
    /// Short phrases for the values of the case.
    pub vocabulary: &'a Vocabulary,
    /// The characters of a text that no embedded face can draw.
    pub undrawable: fn(&str) -> Vec<char>,
    /// The most pictures that are uploaded one by one.
    pub most_pictures: Option<usize>,
    /// Which volume is drafted, of a filing in several.
    pub volume: Option<&'a bundle::VolumePlan>,
}

impl Brief<'_> {
    /// Those of all attachments that lie in the volume that is drafted.
    pub fn in_volume<'s>(&'s self, all: &'s [Attachment]) -> &'s [Attachment] {
        self.volume.map_or(all, |plan| &plan.attachments)
    }
}

/// The payments of a case as one or more filings of a channel: one filing with all of them, or, where the
/// channel takes one payment at a time, a filing for each in dispute that it takes.
pub fn parts<'a>(case: &'a Case, channel: &Channel) -> Vec<Vec<&'a Payment>> {
    match &channel.takes_payments_by {
        None => vec![case.payments.iter().collect()],
        Some(method) => case
            .payments
            .iter()
            .filter(|payment| payment.method.is_some_and(|m| m.en() == method))
            .filter(|payment| money::is_disputed(case, payment))
            .filter(|payment| money::is_asked_back(case, payment))
            .filter(|payment| !is_settled(case, payment))
            .map(|payment| vec![payment])
            .collect(),
    }
}

/// Whether a payment came back in full while others are still out: a filing of its own would ask for nothing.
fn is_settled(case: &Case, payment: &Payment) -> bool {
    let refund = |claim: &Claim| claim.kind == ClaimKind::Refund;
    payment.outstanding() == Money::ZERO
        && money::disputed(case) > Money::ZERO
        && case.claims.iter().any(refund)
}

/// Drafts a filing: decides what is said, and masks what the channel must not show.
///
/// The result is the filing as the templates see it, as plain data.
pub fn draft(brief: &Brief<'_>, attachments: &[Attachment]) -> Result<Value, serde_json::Error> {
    let filing = filing(brief, attachments);
    let mut value = serde_json::to_value(&filing)?;
    private::scrub(&mut value, brief.case, brief.channel);
    Ok(value)
}

fn filing(brief: &Brief<'_>, attachments: &[Attachment]) -> Filing {
    let Brief {
        case,
        channel,
        today,
        ..
    } = *brief;
    let refs = bundle::References::of(brief, attachments);
    let next_day = today.succ_opt().unwrap_or(today);
    let respondents = parties::respondents(brief, &refs);
    let law = grounds::chosen(brief);
    let facts = story::facts(brief, &refs);
    let closure = channel
        .self_use
        .then(|| closure::closure(brief, &refs, &facts));
    Filing {
        channel: ChannelView {
            id: channel.id.clone(),
            title: channel.title.zh.clone(),
            document: channel.document.clone(),
        },
        words: channel.words.clone(),
        title: title(brief, &respondents),
        author: if channel.privacy.name == crate::channel::Shown::Full {
            case.complainant.name.clone().unwrap_or_default()
        } else {
            String::new()
        },
        case_no: case.case_no.clone(),
        today: Moment::day(today).into(),
        reply_by: Moment::day(next_day).into(),
        complainant: people::complainant(brief),
        payee: parties::payee(brief, &refs),
        goods: purchase::goods(brief),
        purpose: purchase::purpose(case.purpose),
        problem: case.problem.map(|problem| Named {
            id: problem.id(),
            zh: problem.zh(),
        }),
        orders: purchase::orders(brief, &refs),
        payments: purchase::payments(brief, &refs),
        delivery: purchase::delivery(brief, &refs),
        sums: money::sums(brief),
        self_checks: case.self_checks.iter().copied().map(Named::of).collect(),
        facts,
        closure,
        steps: steps::steps(brief),
        contacts: story::contacts(brief),
        requests: requests::requests(brief, &refs),
        deceptions: requests::deceptions(brief, &refs),
        minor: minor::payer(brief),
        termination: requests::termination(brief, &refs),
        law_groups: grounds::groups(&law),
        law: law.into_iter().map(grounds::view).collect(),
        elsewhere: story::elsewhere(brief, &refs),
        court: court::court(brief),
        samr: court::samr(brief),
        bundle: bundle::bundle(brief, &refs, attachments, &respondents),
        uploads: bundle::uploads(brief, &refs, attachments),
        respondents,
        texts: std::collections::BTreeMap::new(),
    }
}

/// `消费者投诉书：林晓舟与示例网络科技有限公司`, without a name that the channel hides.
fn title(brief: &Brief<'_>, respondents: &[parties::RespondentView]) -> String {
    let own = brief
        .case
        .complainant
        .name
        .as_deref()
        .filter(|_| brief.channel.privacy.name == crate::channel::Shown::Full);
    let other = respondents
        .first()
        .and_then(|respondent| respondent.name.as_deref());
    let between = brief.channel.word("versus");
    match (own, other) {
        (Some(own), Some(other)) => format!("{}：{own}{between}{other}", brief.channel.document),
        (None, Some(other)) => format!("{}：{other}", brief.channel.document),
        _ => brief.channel.document.clone(),
    }
}

/// The short phrases that come with a set of templates.
pub fn vocabulary(templates: &Templates) -> Result<Vocabulary, String> {
    vocabulary::load(templates)
}
