//! `tousu check`: what is wrong with a case file, and what each channel still lacks.

use std::fmt::Write as _;

use tousu::case::reading::Reading;
use tousu::channel::Channel;
use tousu::diagnostic::{Diagnostics, Severity};
use tousu::pipeline::{self, Desk};

use super::{Office, Report, Stop, once};
use crate::args::Check;

/// Checks a case file.
pub(crate) fn run(office: &Office<'_>, args: &Check) -> Result<Report, Stop> {
    let templates = office.templates()?;
    let all = office.channels(&templates)?;
    let chosen = office.named(&all, &args.channel)?;
    let opened = office.open(&templates, &args.case)?;
    let Some(desk) = opened.desk(&templates, args.date.unwrap_or(office.today)) else {
        return Ok(opened.rejected(office));
    };
    let mut found = opened.reading.outcome.diagnostics.clone();
    found.extend(pipeline::channel_names(&desk, &all));
    let mut verdicts = String::new();
    for channel in &chosen {
        let lacks = pipeline::inspect(&desk, channel);
        let _ = writeln!(verdicts, "{}", verdict(office, channel, &lacks));
        found.extend(lacks);
    }
    if let Some(first) = all.first().filter(|_| chosen.is_empty()) {
        found.extend(pipeline::inspect_files(&desk, first));
    }
    let found = once(found);
    let failed = found.has_errors();
    let mut stderr = shown(office, &opened.reading, &found);
    if chosen.is_empty() {
        verdicts = summary(office, &all, &desk);
        if failed {
            verdicts.insert_str(
                0,
                &office.say(
                    "改正上面的错误以后：",
                    "once the errors above are corrected: ",
                ),
            );
        }
    }
    if !stderr.is_empty() && !verdicts.is_empty() {
        stderr.push('\n');
    }
    stderr.push_str(&verdicts);
    Ok(Report {
        stderr,
        failed,
        ..Report::default()
    })
}

/// The diagnostics, or a line that says that there are none.
pub(super) fn shown(office: &Office<'_>, reading: &Reading, found: &Diagnostics) -> String {
    if found.is_empty() {
        return office.say(
            format!("{}：案情文件无误\n", reading.name),
            format!("{}: the case file is in order\n", reading.name),
        );
    }
    reading.show_all(found, office.lang)
}

fn verdict(office: &Office<'_>, channel: &Channel, lacks: &Diagnostics) -> String {
    let title = office.pick(&channel.title);
    match lacks.count(Severity::Error) {
        0 => office.say(
            format!("{title} 可以生成"),
            format!("{title}: can be written"),
        ),
        _ => office.say(
            format!("{title} 暂不能生成"),
            format!("{title}: cannot be written yet"),
        ),
    }
}

/// One line: what each channel still lacks.
fn summary(office: &Office<'_>, all: &[Channel], desk: &Desk<'_>) -> String {
    let parts: Vec<String> = all
        .iter()
        .map(|channel| {
            let title = office.pick(&channel.title);
            let lacks = pipeline::check(desk, channel);
            let (errors, warnings) = (lacks.count(Severity::Error), lacks.count(Severity::Warning));
            match (errors, warnings) {
                (0, 0) => office.say(format!("{title} 可以生成"), format!("{title}: ready")),
                (0, some) => office.say(
                    format!("{title} 可以生成，有 {some} 项提醒"),
                    format!("{title}: ready, {some} reminders"),
                ),
                (some, _) => office.say(
                    format!(
                        "{title} 还缺 {some} 项（tousu check --channel {}）",
                        channel.id
                    ),
                    format!(
                        "{title}: lacks {some} (tousu check --channel {})",
                        channel.id
                    ),
                ),
            }
        })
        .collect();
    parts.join(" · ") + "\n"
}
