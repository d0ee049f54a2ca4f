//! The contract of a channel folder, for every folder found.

use tousu::case::choice::Choice;
use tousu::case::evidence::Link;
use tousu::case::purchase::PaymentMethod;
use tousu::channel::Templates;
use tousu::filing::needs;
use tousu::law::{self, Problem};

use crate::office::{channels, today};

#[test]
fn every_folder_is_a_channel() {
    let templates = Templates::built_in();
    let folders: std::collections::BTreeSet<&str> = templates
        .iter()
        .filter_map(|(path, _)| path.split_once('/'))
        .map(|(folder, _)| folder)
        .filter(|folder| *folder != "shared")
        .collect();
    let ids: std::collections::BTreeSet<String> =
        channels().into_iter().map(|channel| channel.id).collect();
    assert_eq!(
        folders
            .into_iter()
            .map(str::to_owned)
            .collect::<std::collections::BTreeSet<_>>(),
        ids
    );
}

#[test]
fn what_a_channel_says_means_something() {
    for channel in channels() {
        let id = &channel.id;
        for requirement in &channel.requires {
            assert!(
                needs::name(&requirement.need).is_some(),
                "{id}: nobody knows the need `{}`",
                requirement.need
            );
            if let Some(basis) = &requirement.basis {
                let provision =
                    law::provision(basis).unwrap_or_else(|| panic!("{id}: no provision `{basis}`"));
                assert!(
                    provision.printable_on(today()),
                    "{id}: `{basis}` may not be printed"
                );
            }
            let is_error = requirement.level == tousu::channel::Level::Error;
            assert!(
                !is_error || requirement.basis.is_some() || requirement.why.is_some(),
                "{id}: `{}` needs a rule or a reason",
                requirement.need
            );
        }
        for refusal in &channel.refuses {
            if let Some(basis) = &refusal.basis {
                let provision = law::provision(basis);
                assert!(
                    provision.is_some_and(|one| one.printable_on(today())),
                    "{id}: `{basis}` may not be printed"
                );
            }
            assert!(
                Problem::from_id(&refusal.problem).is_some(),
                "{id}: no problem `{}`",
                refusal.problem
            );
        }
        if let Some(method) = &channel.takes_payments_by {
            assert!(
                PaymentMethod::WORDS.iter().any(|(_, en, _)| en == method),
                "{id}: no payment method `{method}`"
            );
        }
        for link in channel.pictures.iter().flatten() {
            assert!(
                Link::WORDS.iter().any(|(_, en, _)| en == link),
                "{id}: no link `{link}`"
            );
        }
        for word in ["me", "them", "versus", "submitter", "refund_path"] {
            assert!(
                word == "refund_path" || !channel.word(word).is_empty(),
                "{id}: no word `{word}`"
            );
        }
    }
}

#[test]
fn limits_say_where_they_come_from() {
    for channel in channels() {
        for limit in [
            &channel.limits.text,
            &channel.limits.files,
            &channel.limits.file_bytes,
        ] {
            assert!(!limit.source.is_empty() && !limit.checked.is_empty());
            assert!(
                limit.most.is_none() || matches!(limit.confidence.as_str(), "A" | "B"),
                "{}: a limit that is not verified is enforced",
                channel.id
            );
        }
    }
}

#[test]
fn names_are_answered_to_by_one_channel_only() {
    let all = channels();
    for channel in &all {
        for name in channel
            .aliases
            .iter()
            .chain([&channel.id, &channel.title.zh])
        {
            assert_eq!(
                all.iter().filter(|other| other.is_called(name)).count(),
                1,
                "{name}"
            );
        }
    }
}

#[test]
fn templates_never_switch_escaping_off() {
    for (path, text) in Templates::built_in().iter() {
        if !(path.ends_with(".typ") || path.ends_with(".tera"))
            || path.starts_with("shared/") && path.ends_with(".typ")
        {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let at = format!("{path}:{}: {line}", number + 1);
            assert!(!line.contains("| safe") && !line.contains("|safe"), "{at}");
            // A value inside a code string would end the string; `lit` writes the whole literal.
            assert!(!line.contains("\"<<"), "{at}");
            // After a bare address the link would swallow the escape.
            assert!(!line.contains("://<<"), "{at}");
        }
    }
}

#[test]
fn every_code_of_a_later_step_is_explained() {
    use tousu::diagnostic::{Lang, explain::explain};
    let sources = [
        include_str!("../../src/filing/needs/table.rs"),
        include_str!("../../src/filing/needs/mod.rs"),
        include_str!("../../src/filing/needs/claims.rs"),
        include_str!("../../src/filing/needs/dates.rs"),
        include_str!("../../src/filing/needs/names.rs"),
        include_str!("../../src/filing/needs/pairs.rs"),
        include_str!("../../src/filing/needs/persons.rs"),
        include_str!("../../src/filing/needs/sequence.rs"),
        include_str!("../../src/filing/needs/pictures.rs"),
        include_str!("../../src/filing/needs/repeated.rs"),
        include_str!("../../src/pipeline/mod.rs"),
        include_str!("../../src/pipeline/attach.rs"),
        include_str!("../../src/pipeline/faults.rs"),
    ];
    let mut codes = vec![
        "missing-field",
        "chain-gap",
        "redaction-misses",
        "evidence-remark",
    ];
    for source in sources {
        let compact: String = source.split_whitespace().collect();
        codes.extend(
            compact
                .split("Finding::stated(\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(str::to_owned)
                .map(|code| &*code.leak()),
        );
        let rules = compact
            .split("rule(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').nth(2));
        codes.extend(rules.map(|code| &*code.to_owned().leak()));
    }
    assert!(codes.len() > 12, "{codes:?}");
    for code in codes {
        assert!(
            explain(code, Lang::Zh).is_some() && explain(code, Lang::En).is_some(),
            "{code} is not explained"
        );
    }
}
