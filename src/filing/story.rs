//! What happened, in order of time, and what was filed elsewhere.

use serde::Serialize;

use super::bundle::{RefView, References};
use super::outcome::{as_of, due, outcome};
use super::purchase::chosen_orders;
use super::requests::notice_view;
use super::steps::gap;
use super::{Brief, MomentView, Named, money};
use crate::case::contact::{Contact, Notice, Stall};
use crate::case::evidence::{Evidence, Link};
use crate::case::purchase::{DeliveryResult, Payer, Payment, Promise};
use crate::case::record::FilingRecord;
use crate::law::Problem;
use crate::moment::Moment;
use crate::money::Money;

/// One dated fact. Its `kind` says which of the other fields it has.
#[derive(Debug, Clone, Serialize, Default)]
pub struct FactView {
    /// `promise`, `ordered`, `paid`, `refunded`, `claimed`, `tried`, `received`, `missing`, `contact`, `own`, `sent`, `arrived`,
    /// `filed`, `answered`.
    pub kind: &'static str,
    /// When.
    pub at: Option<MomentView>,
    /// Exhibits and pages.
    pub refs: Vec<RefView>,
    /// Words: of a promise, of the writer, of an error message.
    pub text: Option<String>,
    /// A number: of an order, a ticket, a receipt.
    pub no: Option<String>,
    /// A sum.
    pub amount: Option<String>,
    /// How: paid, contacted, sent.
    pub by: Option<Named>,
    /// The other side's person.
    pub agent: Option<String>,
    /// What was asked.
    pub asked: Option<String>,
    /// What was answered.
    pub said: Option<String>,
    /// How the matter was put off.
    pub stall: Option<Named>,
    /// The state that a page shows.
    pub status: Option<String>,
    /// A promised length of time.
    pub within: Option<String>,
    /// How long after the promised time the goods came, truncated.
    pub late: Option<String>,
    /// Whether the words stood on a page of goods.
    pub on_page: bool,
    /// Full hours since the payment.
    pub hours: Option<i64>,
    /// Full days since the payment, where it is more than two.
    pub days: Option<i64>,
    /// A notice.
    pub notice: Option<super::requests::NoticeView>,
    /// Where something was filed.
    pub door: Option<Named>,
    /// What came of it.
    pub result: Option<Named>,
    /// What the delivery came to.
    pub outcome: Option<Named>,
    /// What is special about a payment: `duplicate`, on top of one that was owed; `unauthorised`, made by somebody else
    /// without leave; `by_other`, made by somebody else for the buyer.
    pub nature: Option<&'static str>,
    /// Whether the person is given by a number (工号).
    pub agent_no: bool,
    #[serde(skip)]
    moment: Option<Moment>,
    #[serde(skip)]
    rank: u8,
}

/// The contacts as a whole.
#[derive(Debug, Clone, Serialize)]
pub struct ContactsView {
    /// How many.
    pub count: usize,
    /// The first.
    pub first: Option<MomentView>,
    /// The last.
    pub last: Option<MomentView>,
    /// The last answer.
    pub last_said: Option<String>,
    /// The reasons given, each once, in order.
    pub stalls: Vec<Named>,
}

/// What was filed elsewhere.
#[derive(Debug, Clone, Serialize)]
pub struct ElsewhereView {
    /// Whether the case says so at all, be it 无.
    pub stated: bool,
    /// Whether something that is filed may keep the market regulator from taking the dispute.
    pub blocks_samr: bool,
    /// The filings, in order.
    pub filings: Vec<FactView>,
}

/// What happened, in order of time; facts without a time follow the one they belong to.
pub(super) fn facts(brief: &Brief<'_>, refs: &References) -> Vec<FactView> {
    let case = brief.case;
    let mut facts = Vec::new();
    orders(brief, refs, &mut facts);
    for payment in brief.payments {
        if payment.refunded > Money::ZERO {
            facts.push(FactView {
                kind: "refunded",
                amount: Some(payment.refunded.to_string()),
                refs: refs.of_items(&payment.evidence),
                // Nobody said when it came back: the fact stands at the end, without a date.
                ..at(payment.refunded_at, 7)
            });
        }
        facts.push(FactView {
            kind: "paid",
            nature: nature(brief, payment),
            amount: Some(payment.amount.to_string()),
            by: payment.method.map(Named::of),
            no: payment.trade_no.clone(),
            refs: refs.of_payment(brief, payment),
            ..at(payment.paid, 2)
        });
    }
    delivered(brief, refs, &mut facts);
    facts.extend(
        case.contacts
            .iter()
            .map(|contact| contact_fact(brief, refs, contact)),
    );
    facts.extend(case.facts.iter().map(|fact| FactView {
        kind: "own",
        text: Some(fact.text.clone()),
        refs: refs.of_items(&fact.evidence),
        ..at(Some(fact.at), 5)
    }));
    facts.extend(case.deceptions.iter().map(|one| FactView {
        kind: "own",
        text: Some(one.text.clone()),
        refs: refs.of_items(&one.evidence),
        ..at(one.at, 5)
    }));
    facts.extend(
        case.notices
            .iter()
            .flat_map(|notice| notice_facts(brief, refs, notice)),
    );
    facts.extend(
        case.filings
            .iter()
            .flatten()
            .flat_map(|record| record_facts(refs, record)),
    );
    let end = Moment::day(brief.today);
    facts.retain(|fact| fact.moment.is_none_or(|moment| moment.date <= end.date));
    // A fact that is known by the day only comes after those of that day whose time is known.
    facts.sort_by_key(|fact| {
        (
            fact.moment.map_or((true, None, true), |at| {
                (false, Some(at.date), at.time.is_none())
            }),
            fact.moment.and_then(|at| at.time),
            fact.rank,
        )
    });
    facts
}

/// What the type of the problem, or else whoever paid, says of a payment.
fn nature(brief: &Brief<'_>, payment: &Payment) -> Option<&'static str> {
    let case = brief.case;
    let extra = || case.payments.len() > 1 && money::is_disputed(case, payment);
    match case.problem {
        Some(Problem::UnauthorisedPayment) => Some("unauthorised"),
        Some(Problem::DuplicateCharge) if extra() => Some("duplicate"),
        _ => (payment.payer == Some(Payer::Other)).then_some("by_other"),
    }
}

fn at(moment: Option<Moment>, rank: u8) -> FactView {
    FactView {
        at: moment.map(MomentView::from),
        moment,
        rank,
        ..FactView::default()
    }
}

fn orders(brief: &Brief<'_>, refs: &References, facts: &mut Vec<FactView>) {
    for order in chosen_orders(brief) {
        if let Some(promise) = &order.promise {
            let shown = promise_exhibits(brief, promise);
            let bought = brief
                .payments
                .iter()
                .filter_map(|payment| payment.paid)
                .chain(order.placed)
                .map(Moment::start)
                .min();
            // A picture that was taken later shows the words, but not that they stood there before the purchase.
            let captured = shown
                .iter()
                .filter_map(|item| item.captured)
                .filter(|at| bought.is_none_or(|bought| at.start() <= bought))
                .min();
            let seen = promise.seen.or(captured);
            facts.push(FactView {
                kind: "promise",
                // Nobody said when the words were seen: the fact stands with the order, without a date.
                at: seen.map(MomentView::from),
                on_page: !shown.is_empty() && shown.iter().all(|item| is_page(item)),
                text: promise.text.clone(),
                within: promise.within.map(crate::case::purchase::Span::zh),
                refs: refs.of_or_proving(brief, &promise.evidence, Link::Promised),
                ..at(seen.or(order.placed), 0)
            });
        }
        facts.push(FactView {
            kind: "ordered",
            no: order.platform_order_no.clone(),
            refs: refs.of_order(brief, order),
            ..at(order.placed, 1)
        });
        if let Some(status) = &order.status_shown {
            let claimed = brief
                .case
                .delivery
                .as_ref()
                .and_then(|delivery| delivery.claimed);
            let known = order.status_at.or(claimed);
            let paid = brief
                .payments
                .iter()
                .filter_map(|payment| payment.paid)
                .max();
            facts.push(FactView {
                kind: "claimed",
                // Nobody said when the page showed it: the fact stands with the payment, without a date.
                at: known.map(MomentView::from),
                status: Some(status.clone()),
                // With one order alone, everybody knows which.
                no: order
                    .platform_order_no
                    .clone()
                    .filter(|_| brief.case.orders.len() > 1),
                refs: refs.of_order(brief, order),
                ..at(known.or(paid).or(order.placed), 3)
            });
        }
    }
}

/// The exhibits of a promise: those that it names, or those that prove promises.
fn promise_exhibits<'a>(brief: &Brief<'a>, promise: &Promise) -> Vec<&'a Evidence> {
    let all = &brief.case.evidence;
    if promise.evidence.is_empty() {
        all.iter()
            .filter(|item| item.proves.contains(&Link::Promised))
            .collect()
    } else {
        promise
            .evidence
            .iter()
            .filter_map(|index| all.get(*index))
            .collect()
    }
}

/// Whether an exhibit calls itself a page of goods.
fn is_page(item: &Evidence) -> bool {
    let words = [Some(item.name.as_str()), item.source.as_deref()];
    words.into_iter().flatten().any(|words| {
        ["商品页", "商品详情", "充值页", "购买页"]
            .iter()
            .any(|page| words.contains(page))
    })
}

fn delivered(brief: &Brief<'_>, refs: &References, facts: &mut Vec<FactView>) {
    let delivery = brief.case.delivery.as_ref();
    let paid = brief
        .payments
        .iter()
        .filter_map(|payment| payment.paid)
        .min();
    if let Some(delivery) =
        delivery.filter(|delivery| delivery.error_text.is_some() || delivery.tried.is_some())
    {
        facts.push(FactView {
            kind: "tried",
            text: delivery.error_text.clone(),
            outcome: outcome(brief).map(Named::of),
            refs: refs.of_or_proving(brief, &delivery.evidence, Link::Breached),
            ..at(delivery.tried.or(brief.case.discovered), 4)
        });
    }
    if let Some(received) = delivery.and_then(|delivery| delivery.received) {
        facts.push(FactView {
            kind: "received",
            outcome: outcome(brief).map(Named::of),
            late: due(brief)
                .filter(|due| due.start() < received.start())
                .and_then(|due| gap(due, received)),
            refs: refs.of_or_proving(
                brief,
                delivery.map_or(&[][..], |delivery| &delivery.evidence),
                Link::Breached,
            ),
            ..at(Some(received), 4)
        });
    }
    let last = as_of(brief);
    let told = delivery.is_some_and(|delivery| {
        let tried = delivery.tried.is_some() && delivery.tried == last;
        tried || delivery.received.is_some() && delivery.result == Some(DeliveryResult::Late)
    });
    if let (Some(last), Some(outcome)) = (last.filter(|_| !told), outcome(brief)) {
        let passed = paid.and_then(|paid| {
            paid.time
                .zip(last.time)
                .map(|_| last.start() - paid.start())
        });
        let days = paid
            .map(|paid| last.date - paid.date)
            .map(|passed| passed.num_days());
        facts.push(FactView {
            kind: "missing",
            outcome: Some(Named::of(outcome)),
            hours: passed.map(|passed| passed.num_hours()),
            days: days.filter(|days| *days > 2),
            refs: refs.proving(brief, Link::Breached),
            ..at(Some(last), 4)
        });
    }
}

fn contact_fact(brief: &Brief<'_>, refs: &References, contact: &Contact) -> FactView {
    let unresolved: Vec<usize> = brief
        .case
        .evidence
        .iter()
        .enumerate()
        .filter(|(_, item)| item.proves.contains(&Link::Unresolved))
        .map(|(index, _)| index)
        .collect();
    // One exhibit for all contacts is theirs; of several, nobody but the writer knows which shows which.
    let evidence = if contact.evidence.is_empty() && unresolved.len() == 1 {
        &unresolved
    } else {
        &contact.evidence
    };
    FactView {
        kind: "contact",
        by: contact.by.map(Named::of),
        agent: contact.agent.clone(),
        agent_no: contact
            .agent
            .as_deref()
            .is_some_and(|agent| agent.bytes().all(|byte| byte.is_ascii_alphanumeric())),
        no: contact.ticket.clone(),
        asked: contact.asked.clone(),
        said: contact.said.clone(),
        stall: contact.stall.map(Named::of),
        refs: refs.of_items(evidence),
        ..at(Some(contact.at), 6)
    }
}

fn notice_facts(brief: &Brief<'_>, refs: &References, notice: &Notice) -> Vec<FactView> {
    let view = notice_view(brief, refs, notice);
    let fact = |kind: &'static str, moment: Moment| FactView {
        kind,
        notice: Some(view.clone()),
        refs: view.refs.clone(),
        ..at(Some(moment), 7)
    };
    let sent = notice.sent.map(|moment| fact("sent", moment));
    let arrived = notice
        .arrived
        .filter(|arrived| notice.sent.is_none_or(|sent| sent.date != arrived.date))
        .map(|moment| fact("arrived", moment));
    sent.into_iter().chain(arrived).collect()
}

fn record_facts(refs: &References, record: &FilingRecord) -> Vec<FactView> {
    let door = Some(Named::of(record.door));
    let refs = refs.of_items(&record.evidence);
    let filed = FactView {
        kind: "filed",
        door: door.clone(),
        no: record.no.clone(),
        refs: refs.clone(),
        ..at(record.on, 8)
    };
    let answered = record.result.map(|result| FactView {
        kind: "answered",
        door,
        no: record.no.clone(),
        result: Some(Named::of(result)),
        text: record.reason.clone(),
        refs,
        ..at(record.on_result.or(record.on), 9)
    });
    [Some(filed), answered].into_iter().flatten().collect()
}

/// The contacts as a whole.
pub(super) fn contacts(brief: &Brief<'_>) -> ContactsView {
    let mut contacts: Vec<&Contact> = brief
        .case
        .contacts
        .iter()
        .filter(|contact| contact.at.date <= brief.today)
        .collect();
    contacts.sort_by_key(|contact| contact.at.start());
    let mut stalls: Vec<Stall> = Vec::new();
    for stall in contacts.iter().filter_map(|contact| contact.stall) {
        if !stalls.contains(&stall) {
            stalls.push(stall);
        }
    }
    ContactsView {
        count: contacts.len(),
        first: contacts.first().map(|contact| contact.at.into()),
        last: contacts.last().map(|contact| contact.at.into()),
        last_said: contacts
            .iter()
            .rev()
            .filter(|contact| contact.stall != Some(Stall::NoReply))
            .find_map(|contact| contact.said.clone()),
        stalls: stalls.into_iter().map(Named::of).collect(),
    }
}

/// What was filed elsewhere.
pub(super) fn elsewhere(brief: &Brief<'_>, refs: &References) -> ElsewhereView {
    let records = brief.case.filings.as_deref().unwrap_or_default();
    ElsewhereView {
        stated: brief.case.filings.is_some(),
        blocks_samr: records.iter().any(FilingRecord::may_be_elsewhere),
        filings: records
            .iter()
            .map(|record| FactView {
                result: record.result.map(Named::of),
                text: record.reason.clone(),
                door: Some(Named::of(record.door)),
                no: record.no.clone(),
                refs: refs.of_items(&record.evidence),
                ..at(record.on, 0)
            })
            .collect(),
    }
}
