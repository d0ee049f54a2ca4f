//! The last pass over a filing: no private value leaves it in a form that the channel must not show, and what the
//! filing has to say stays whole.
//!
//! A private value is masked where it stands for itself. Inside a longer value that the filing must show, such as
//! the name of the other side or a trade number, it is left.

mod forms;
mod search;

use std::cmp::Reverse;
use std::ops::Range;

use serde_json::{Map, Value};

use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::party::RefundTo;
use crate::case::purchase::PaymentMethod;
use crate::case::record::RecordDoor;
use crate::channel::privacy::{HIDDEN, Privacy};
use crate::channel::{Channel, Shown};
use search::{Needle, days, fold};

/// A form of a private value, and what stands in its place.
#[derive(Debug, Clone)]
pub struct Secret {
    /// The form.
    pub value: String,
    /// What stands in its place.
    pub mask: String,
    needle: Needle,
    kind: Kind,
}

/// What kind of value a secret is, as far as the search depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A name or a number.
    Plain,
    /// An address.
    Address,
    /// A date of birth.
    Birth,
}

/// A value that the filing must show.
#[derive(Debug)]
struct Term {
    needle: Needle,
    folded: Vec<char>,
    /// Whether a number inside it belongs to it.
    holds_numbers: bool,
}

/// What a channel must not show of a case.
#[derive(Debug)]
pub struct Mask {
    secrets: Vec<Secret>,
    terms: Vec<Term>,
    /// The masks themselves, in which nothing is looked for.
    settled: Vec<Needle>,
}

/// Masks every private value in every text of a filing.
pub(super) fn scrub(filing: &mut Value, case: &Case, channel: &Channel) {
    walk(filing, &Mask::of(case, channel));
}

fn walk(value: &mut Value, mask: &Mask) {
    match value {
        Value::String(text) => *text = mask.text(text),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, mask)),
        Value::Object(fields) if is_own_word(fields) => {}
        Value::Object(fields) => fields
            .iter_mut()
            .filter(|(key, field)| !is_own_text(key, field))
            .for_each(|(_, field)| walk(field, mask)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether an object is a moment or a word of a fixed vocabulary, which the program wrote itself.
fn is_own_word(fields: &Map<String, Value>) -> bool {
    let moment = fields.contains_key("zh_date") && fields.contains_key("ymd");
    moment || fields.len() == 2 && fields.contains_key("id") && fields.contains_key("zh")
}

/// Whether a field holds nothing of the case: the channel, the law, the path of a picture in the manuscript.
fn is_own_text(key: &str, field: &Value) -> bool {
    matches!(key, "channel" | "words" | "law" | "law_groups")
        || key == "file"
            && field
                .as_str()
                .is_some_and(|path| path.starts_with("/exhibits/"))
}

impl Mask {
    /// What a channel must not show of a case.
    pub fn of(case: &Case, channel: &Channel) -> Self {
        let secrets = secrets(case, channel);
        let mut masks: Vec<&str> = secrets.iter().map(|secret| secret.mask.as_str()).collect();
        masks.push(HIDDEN);
        masks.sort_unstable();
        masks.dedup();
        Self {
            settled: masks.into_iter().map(Needle::exact).collect(),
            terms: terms(case),
            secrets,
        }
    }

    /// A text as the channel may show it.
    pub fn text(&self, text: &str) -> String {
        // A value that touches another is found only when that one is gone. Masks are never looked into, so that
        // every pass leaves less to find; the bound is for values that look like masks.
        const PASSES: usize = 8;
        let mut text = text.to_owned();
        for _ in 0..PASSES {
            match self.pass(&text) {
                Some(masked) => text = masked,
                None => break,
            }
        }
        text
    }

    /// The text with the values masked that stand in it for themselves; none where there are none.
    fn pass(&self, text: &str) -> Option<String> {
        let folded = fold(text);
        let found: Vec<(Range<usize>, &Secret)> = self
            .secrets
            .iter()
            .flat_map(|secret| {
                let places = secret.needle.alone_in(&folded);
                places.into_iter().map(move |place| (place, secret))
            })
            .collect();
        if found.is_empty() {
            return None;
        }
        let settled = places(self.settled.iter(), &folded);
        let days = days(&folded);
        let terms: Vec<(Range<usize>, &Term)> = self
            .terms
            .iter()
            .flat_map(|term| {
                let places = term.needle.within(&folded);
                places.into_iter().map(move |place| (place, term))
            })
            .collect();
        let mut chosen: Vec<(Range<usize>, &Secret)> = Vec::new();
        for (place, secret) in found {
            let taken = settled.iter().any(|other| overlap(other, &place))
                || chosen.iter().any(|(other, _)| overlap(other, &place));
            let dated = secret.kind != Kind::Birth && days.iter().any(|day| holds(day, &place));
            if !taken && !dated && !self.is_owed(secret, &place, &folded, &terms) {
                chosen.push((place, secret));
            }
        }
        (!chosen.is_empty()).then(|| written(text, chosen))
    }

    /// Whether a place that holds a secret is part of a value that the filing must show.
    fn is_owed(
        &self,
        secret: &Secret,
        place: &Range<usize>,
        folded: &[char],
        terms: &[(Range<usize>, &Term)],
    ) -> bool {
        let number = secret.needle.is_number();
        let code = secret.needle.is_code();
        let inside = terms.iter().any(|(term, which)| {
            // A code that equals a number of the dispute is private still; a word that equals a name is that name.
            holds(term, place)
                && (which.holds_numbers || !number)
                && (term.len() > place.len() || !code)
        });
        // People shorten names: 腾讯科技 for 苇州市腾讯科技有限公司.
        let shortened = secret.kind == Kind::Plain
            && !code
            && self
                .terms
                .iter()
                .any(|term| secret.needle.shares_context(folded, place, &term.folded));
        inside || shortened
    }
}

/// The text with masks in the chosen places.
fn written(text: &str, mut chosen: Vec<(Range<usize>, &Secret)>) -> String {
    chosen.sort_by_key(|(place, _)| place.start);
    let chars: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for (place, secret) in chosen {
        written.extend(&chars[from..place.start]);
        written.push_str(&secret.mask);
        from = place.end;
    }
    written.extend(&chars[from..]);
    written
}

fn places<'a>(needles: impl Iterator<Item = &'a Needle>, folded: &[char]) -> Vec<Range<usize>> {
    needles.flat_map(|needle| needle.within(folded)).collect()
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What the filing must show whatever it holds: who the other side is, what was bought, the numbers of the dispute,
/// the offices and the ways of payment.
fn terms(case: &Case) -> Vec<Term> {
    let mut values: Vec<Option<&str>> = vec![case.court.name.as_deref(), case.samr.name.as_deref()];
    for party in &case.respondents {
        values.extend([
            party.name.as_deref(),
            party.site_name.as_deref(),
            party.website.as_deref(),
            party.address.as_deref(),
            party.uscc.as_deref(),
            party.icp_no.as_deref(),
            party.legal_rep.as_deref(),
            party.operator.as_deref(),
            party.phone.as_deref(),
        ]);
    }
    let orders = case.orders.iter();
    values.extend(orders.map(|order| order.platform_order_no.as_deref()));
    for payment in &case.payments {
        values.extend([
            payment.trade_no.as_deref(),
            payment.merchant_order_no.as_deref(),
            payment.payee_shown.as_deref(),
        ]);
    }
    let filings = case.filings.iter().flatten();
    values.extend(filings.map(|filing| filing.no.as_deref()));
    let contacts = case.contacts.iter();
    values.extend(contacts.map(|contact| contact.ticket.as_deref()));
    let methods = PaymentMethod::WORDS.iter().flat_map(|(_, _, zh)| *zh);
    let doors = RecordDoor::WORDS.iter().flat_map(|(_, _, zh)| *zh);
    let fixed = methods.chain(doors).copied();
    let goods = case.goods.as_ref();
    // The name of goods may hold the very number that they were bought for.
    let bought = goods
        .map(|goods| {
            [
                Some(goods.name.as_str()),
                goods.target_system.as_deref(),
                goods.region.as_deref(),
            ]
        })
        .into_iter()
        .flatten()
        .flatten();
    values
        .into_iter()
        .flatten()
        .chain(fixed)
        .map(|value| term(value, true))
        .chain(bought.map(|value| term(value, false)))
        .collect()
}

fn term(value: &str, holds_numbers: bool) -> Term {
    Term {
        needle: Needle::of(value),
        folded: fold(value),
        holds_numbers,
    }
}

/// The private values of a case that a channel does not show in full, in the forms in which they are looked for; the
/// longest first, so that a name inside an address does not tear it apart.
///
/// Ethnicity and occupation are ordinary words, and a value of few letters and digits is too often something else:
/// those are masked in their own fields only.
pub fn secrets(case: &Case, channel: &Channel) -> Vec<Secret> {
    let all = values(case, &channel.privacy);
    // A value that the channel shows for one purpose, such as a phone number that is also an account, is no secret.
    let open: Vec<Needle> = all
        .iter()
        .filter(|(_, shown)| *shown == Shown::Full)
        .map(|(secret, _)| secret.needle.clone())
        .collect();
    let mut secrets: Vec<Secret> = all
        .into_iter()
        .filter(|(secret, shown)| {
            *shown != Shown::Full
                && secret.needle.is_telling()
                && secret.mask != secret.value
                && !open.contains(&secret.needle)
        })
        .map(|(secret, _)| secret)
        .collect();
    secrets.sort_by_key(|secret| Reverse(secret.needle.len()));
    let mut known: Vec<Needle> = Vec::new();
    secrets.retain(|secret| {
        let new = !known.contains(&secret.needle);
        known.push(secret.needle.clone());
        new
    });
    secrets
}

/// The private values of a case in all their forms, each with how the channel shows it.
fn values(case: &Case, privacy: &Privacy) -> Vec<(Secret, Shown)> {
    let person = &case.complainant;
    let helpers = || [&person.guardian, &person.agent].into_iter().flatten();
    let (holder, account) = match &person.refund_to {
        Some(RefundTo::Account {
            holder, account, ..
        }) => (holder.as_deref(), account.as_deref()),
        _ => (None, None),
    };
    let target = case
        .goods
        .as_ref()
        .and_then(|goods| goods.target.as_deref());
    let mut numbers = vec![
        (person.id_number.as_deref(), privacy.id_number),
        (person.phone.as_deref(), privacy.phone),
        (person.email.as_deref(), privacy.email),
        (account, privacy.refund_account),
        (target, privacy.target),
        (person.employer.as_deref(), privacy.personal),
        (person.name.as_deref(), privacy.name),
        (holder, privacy.name),
    ];
    let mut addresses = vec![
        person.address.as_deref(),
        person.domicile.as_deref(),
        person.residence.as_deref(),
    ];
    for helper in helpers() {
        numbers.extend([
            (Some(helper.name.as_str()), privacy.name),
            (helper.phone.as_deref(), privacy.phone),
            (helper.id_number.as_deref(), privacy.id_number),
        ]);
        addresses.push(helper.address.as_deref());
    }
    let orders = case.orders.iter();
    numbers.extend(orders.map(|order| (order.contact.as_deref(), privacy.order_contact)));
    let payments = case.payments.iter();
    numbers
        .extend(payments.map(|payment| (payment.payer_account.as_deref(), privacy.payer_account)));
    let code = case
        .delivery
        .as_ref()
        .and_then(|delivery| delivery.code.as_deref());
    let codes = code.into_iter().flat_map(forms::of_codes);
    let numbers = numbers
        .into_iter()
        .filter_map(|(value, shown)| Some((value?, shown)));
    numbers
        .flat_map(|(value, shown)| {
            let mask = shown.of(value);
            let forms = forms::of_number(value).into_iter();
            forms.map(move |form| (secret(form, mask.clone(), Kind::Plain), shown))
        })
        .chain(codes.map(|code| own_mask(code, privacy.code, Kind::Plain)))
        .chain(
            addresses
                .into_iter()
                .flatten()
                .flat_map(forms::of_address)
                .map(|form| own_mask(form, privacy.address, Kind::Address)),
        )
        .chain(
            person
                .born
                .into_iter()
                .flat_map(forms::of_birth)
                .map(|form| own_mask(form, privacy.personal, Kind::Birth)),
        )
        .collect()
}

fn own_mask(value: String, shown: Shown, kind: Kind) -> (Secret, Shown) {
    let mask = shown.of(&value);
    (secret(value, mask, kind), shown)
}

fn secret(value: String, mask: String, kind: Kind) -> Secret {
    // 1991-9-3 without its hyphens would be the number 199193.
    let needle = if kind == Kind::Birth && value.contains('-') {
        Needle::exact(&value)
    } else {
        Needle::of(&value)
    };
    Secret {
        value,
        mask,
        needle,
        kind,
    }
}
