//! `tousu channels`: the channels and what each requires.

use std::fmt::Write as _;

use tousu::channel::{Channel, Level};
use tousu::filing::needs;
use tousu::law;

use super::{Office, Report, Stop};

/// Lists the channels.
pub(crate) fn run(office: &Office<'_>) -> Result<Report, Stop> {
    let templates = office.templates()?;
    let channels = office.channels(&templates)?;
    let stdout = channels
        .iter()
        .map(|channel| describe(office, channel))
        .collect::<Vec<_>>()
        .join("\n");
    Ok(Report {
        stdout,
        ..Report::default()
    })
}

fn describe(office: &Office<'_>, channel: &Channel) -> String {
    let mut text = format!(
        "{}  {}\n  {}\n",
        channel.id,
        office.pick(&channel.title),
        office.pick(&channel.about)
    );
    if !channel.aliases.is_empty() {
        let _ = writeln!(
            text,
            "  {}{}",
            office.say("别名：", "also: "),
            channel.aliases.join(&office.say("、", ", "))
        );
    }
    for (level, title) in [
        (Level::Error, office.say("必须有：", "requires: ")),
        (Level::Warning, office.say("最好有：", "wants: ")),
    ] {
        let names: Vec<String> = channel
            .requires
            .iter()
            .filter(|requirement| requirement.level == level)
            .filter_map(|requirement| name(office, requirement))
            .collect();
        if !names.is_empty() {
            let _ = writeln!(text, "  {title}{}", names.join(&office.say("；", "; ")));
        }
    }
    for refusal in &channel.refuses {
        let _ = writeln!(
            text,
            "  {}{}",
            office.say("不收：", "refuses: "),
            office.pick(&refusal.why)
        );
    }
    text
}

fn name(office: &Office<'_>, requirement: &tousu::channel::Requirement) -> Option<String> {
    let name = needs::name(&requirement.need)?;
    let basis = requirement
        .basis
        .as_deref()
        .and_then(law::provision)
        .map(|provision| {
            office.say(
                format!("（{}）", provision.citation()),
                format!(" ({})", provision.citation()),
            )
        });
    Some(format!(
        "{}{}",
        office.pick(&name),
        basis.unwrap_or_default()
    ))
}
