//! What is asked for.

use super::super::choice::Choice;
use super::super::claim::{Claim, ClaimKind, Interest, StatedRate};
use super::super::fields;
use super::super::file::{ClaimFile, InterestFile};
use super::lookup::Lookup;
use super::values::{Values, parse_count, parse_word, parse_yes_no};
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::law::YearlyRate;
use crate::money::Money;

/// The claims, the first choice first.
pub(super) fn claims(
    files: Option<&[ClaimFile]>,
    respondents: &Lookup,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Vec<Claim> {
    if files.is_some_and(<[ClaimFile]>::is_empty) {
        values
            .found
            .push(Diagnostic::error(Finding::NoClaims).at(Place::value("claims")));
    }
    let files = files.unwrap_or_default();
    let mut claims: Vec<Option<Claim>> = Vec::with_capacity(files.len());
    for (index, file) in files.iter().enumerate() {
        claims.push(claim(
            file,
            &format!("claims[{index}]"),
            respondents,
            exhibits,
            values,
        ));
    }
    let kinds: Vec<Option<ClaimKind>> = claims
        .iter()
        .map(|claim| claim.as_ref().map(|claim| claim.kind))
        .collect();
    let alternatives: Vec<Option<usize>> = files
        .iter()
        .enumerate()
        .map(|(index, file)| {
            let text = file.instead_of.as_ref()?;
            instead_of(text, index, &kinds, values)
        })
        .collect();
    for index in 0..alternatives.len() {
        not_in_a_circle(index, &alternatives, values);
    }
    // `triple: 否` asks for nothing and moves up what stands behind it.
    let positions: Vec<usize> = claims
        .iter()
        .scan(0, |next, claim| {
            let own = *next;
            *next += usize::from(claim.is_some());
            Some(own)
        })
        .collect();
    for (claim, first) in claims.iter_mut().zip(alternatives) {
        if let Some(claim) = claim {
            claim.instead_of = first.and_then(|first| positions.get(first).copied());
        }
    }
    claims.into_iter().flatten().collect()
}

/// Adds an error where following the alternatives leads back to a claim.
fn not_in_a_circle(own: usize, alternatives: &[Option<usize>], values: &mut Values<'_>) {
    let first_of = |index: &usize| alternatives.get(*index).copied().flatten();
    let mut chain = std::iter::successors(first_of(&own), first_of).take(alternatives.len());
    if !chain.any(|index| index == own) {
        return;
    }
    let place = |index: usize| Place::value(format!("claims[{index}].instead_of"));
    let error = Diagnostic::error(Finding::CircularAlternative).at(place(own));
    let other = first_of(&own).filter(|first| *first != own);
    values.found.push(match other {
        Some(first) => error.with_other(place(first)),
        None => error,
    });
}

/// The claim of the kind that a word means: another one, if there is another.
fn instead_of(
    text: &str,
    own: usize,
    kinds: &[Option<ClaimKind>],
    values: &mut Values<'_>,
) -> Option<usize> {
    let at = format!("claims[{own}].instead_of");
    let kind = values.word::<ClaimKind>(&at, Some(&text.to_owned()))?;
    let position = kinds
        .iter()
        .enumerate()
        .position(|(index, other)| index != own && *other == Some(kind))
        .or_else(|| (kinds.get(own) == Some(&Some(kind))).then_some(own));
    if position.is_none() {
        let others = kinds
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != own)
            .filter_map(|(_, kind)| *kind);
        let known = others
            .map(|kind| {
                if text.is_ascii() {
                    kind.en()
                } else {
                    kind.zh()
                }
                .to_owned()
            })
            .collect();
        values.error(
            &at,
            Finding::UnknownReference {
                field: fields::name(&at),
                text: text.to_owned(),
                nearest: None,
                known,
            },
        );
    }
    position
}

fn claim(
    file: &ClaimFile,
    at: &str,
    respondents: &Lookup,
    exhibits: &Lookup,
    values: &mut Values<'_>,
) -> Option<Claim> {
    let mut claim = Claim {
        kind: ClaimKind::Other,
        amount: values.money(&format!("{at}.amount"), file.amount.as_ref()),
        quantity: values.count(&format!("{at}.quantity"), file.quantity.as_ref()),
        within: values.span(&format!("{at}.within"), file.within.as_ref()),
        instead_of: None,
        text: file.text.clone(),
        addressee: file
            .addressee
            .as_ref()
            .and_then(|text| respondents.find(&format!("{at}.addressee"), text, values)),
        interest: file
            .interest
            .as_ref()
            .map(|one| interest(one, &format!("{at}.interest"), values))
            .unwrap_or_default(),
        evidence: exhibits.all(at, &file.evidence, values),
    };
    let given = given(file);
    if let [(first, _), (key, _), ..] = given.as_slice() {
        let finding = Finding::StatedTwice {
            first: fields::name(&format!("{at}.{first}")),
            second: fields::name(&format!("{at}.{key}")),
        };
        values
            .found
            .push(Diagnostic::error(finding).at(Place::key(format!("{at}.{key}"))));
        return None;
    }
    let Some((key, text)) = given.first() else {
        values.incomplete(at, "kind");
        return None;
    };
    if *key == "kind" {
        return by_word(claim, text, &format!("{at}.kind"), values);
    }
    claim.kind = ClaimKind::from_word(key)?;
    fill(&mut claim, text, &format!("{at}.{key}"), values).then_some(claim)
}

/// How interest is to be reckoned; a rate counts only with the place where it is published.
fn interest(file: &InterestFile, at: &str, values: &mut Values<'_>) -> Interest {
    let rate = file.rate.as_ref().and_then(|text| {
        let rate = YearlyRate::parse(text);
        if rate.is_none() {
            let rate_at = format!("{at}.rate");
            let finding = Finding::BadRate {
                field: fields::name(&rate_at),
                text: text.clone(),
            };
            values.error(&rate_at, finding);
        } else if file.source.is_none() {
            values.incomplete(at, "source");
        }
        rate
    });
    Interest {
        from: values.day(&format!("{at}.from"), file.from.as_ref()),
        rate: rate
            .zip(file.source.clone())
            .map(|(rate, source)| StatedRate { rate, source }),
    }
}

/// The keys of a claim that say what is asked, with their values.
fn given(file: &ClaimFile) -> Vec<(&'static str, &str)> {
    // Terms of interest ask for it, with or without a word that says so.
    let interest = file
        .interest
        .as_ref()
        .map(|one| one.asked.as_deref().unwrap_or("yes"));
    let keys = [
        ("kind", file.kind.as_deref()),
        ("refund", file.refund.as_deref()),
        ("redeliver", file.redeliver.as_deref()),
        ("replace", file.replace.as_deref()),
        ("make_up", file.make_up.as_deref()),
        ("compensate", file.compensate.as_deref()),
        ("triple", file.triple.as_deref()),
        ("interest", interest),
        ("explain", file.explain.as_deref()),
        ("records", file.records.as_deref()),
        ("reply", file.reply.as_deref()),
        ("unfreeze", file.unfreeze.as_deref()),
        ("other", file.other.as_deref()),
    ];
    keys.into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
        .collect()
}

/// A claim written as a word, with its sum or number behind it: `全额退款`, `退款168元`, `补发2张`.
fn by_word(mut claim: Claim, text: &str, at: &str, values: &mut Values<'_>) -> Option<Claim> {
    if let Some(kind) = parse_word(text) {
        claim.kind = kind;
        return Some(claim);
    }
    for (kind, en, zh) in ClaimKind::WORDS {
        for word in std::iter::once(en).chain(*zh) {
            let Some(rest) = text.strip_prefix(word).map(str::trim) else {
                continue;
            };
            if takes_money(*kind)
                && let Ok(amount) = Money::parse(rest)
            {
                return Some(Claim {
                    kind: *kind,
                    amount: Some(amount),
                    ..claim
                });
            }
            if takes_count(*kind)
                && let Some(count) = parse_count(rest)
            {
                return Some(Claim {
                    kind: *kind,
                    quantity: Some(count),
                    ..claim
                });
            }
        }
    }
    values.unknown_word::<ClaimKind>(at, text);
    None
}

fn takes_money(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::Refund | ClaimKind::Compensate | ClaimKind::Triple | ClaimKind::Interest
    )
}

fn takes_count(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::Redeliver | ClaimKind::Replace | ClaimKind::MakeUp
    )
}

/// Puts the value of `refund: 168` or `other: …` where it belongs; whether the claim is made at all.
fn fill(claim: &mut Claim, text: &str, at: &str, values: &mut Values<'_>) -> bool {
    const ALL: [&str; 6] = ["full", "all", "全额", "全部", "全款", "全额退款"];
    if let Some(answer) = parse_yes_no(text) {
        if !answer {
            // `triple: 否` asks for nothing.
            return false;
        }
        if claim.kind != ClaimKind::Other {
            return true;
        }
    }
    if claim.kind == ClaimKind::Refund && ALL.contains(&text) {
        return true;
    }
    if takes_money(claim.kind) {
        claim.amount = values.money(at, Some(&text.to_owned()));
    } else if takes_count(claim.kind) {
        claim.quantity = values.count(at, Some(&text.to_owned()));
    } else if claim.text.is_some() {
        let finding = Finding::StatedTwice {
            first: fields::name(at),
            second: fields::name(&format!(
                "{}.text",
                at.rsplit_once('.').map_or(at, |(entry, _)| entry)
            )),
        };
        values.error(at, finding);
    } else {
        claim.text = Some(text.to_owned());
    }
    true
}
