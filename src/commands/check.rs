//! `tousu check`: what is wrong with a case file, and what each channel still lacks.

use std::fmt::Write as _;

use chrono::NaiveDate;

use tousu::case::reading::Reading;
use tousu::channel::{Channel, Templates};
use tousu::diagnostic::machine::{self, About};
use tousu::diagnostic::{Diagnostics, Severity};
use tousu::moment::Moment;
use tousu::pipeline::{self, Desk};

use super::{Office, Opened, Report, Stop, once};
use crate::args::{Check, Listing};

/// Checks a case file.
pub(crate) fn run(office: &Office<'_>, args: &Check) -> Result<Report, Stop> {
    let templates = office.templates()?;
    let all = office.channels(&templates)?;
    let chosen = office.named(&all, &args.channel)?;
    let opened = office.open(&templates, &args.case)?;
    let today = args.date.unwrap_or(office.today);
    let Some(desk) = opened.desk(&templates, today) else {
        if args.format != Listing::Text {
            let found = all_found(office, &templates, &opened, today, &chosen).0;
            return Ok(listed(office, &opened.reading, &once(found), args.format));
        }
        return Ok(rejected(office, &templates, &opened, today, &chosen));
    };
    let mut found = opened.reading.outcome.diagnostics.clone();
    found.extend(pipeline::channel_names(&desk, &all));
    let now = args.date.map_or(office.now, Moment::day);
    found.extend(pipeline::ending(desk.case, now));
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
    if args.format != Listing::Text {
        return Ok(listed(office, &opened.reading, &found, args.format));
    }
    let failed = found.has_errors();
    let mut stderr = shown(office, &opened.reading, &found);
    if chosen.is_empty() {
        if failed {
            verdicts = once_corrected(office);
        }
        verdicts += &summary(office, &all, |channel| pipeline::outlook(&desk, channel));
    }
    append(&mut stderr, &verdicts);
    Ok(Report {
        stdout: sums(office, &desk, &all, &chosen),
        stderr,
        failed,
    })
}

/// How the sums come about: of each filing of the chosen channels, or else of the whole case, as it would go to court.
fn sums(office: &Office<'_>, desk: &Desk<'_>, all: &[Channel], chosen: &[Channel]) -> String {
    let whole = all.iter().filter(|channel| channel.self_use).take(1);
    let asked: Vec<&Channel> = if chosen.is_empty() {
        whole.collect()
    } else {
        chosen.iter().collect()
    };
    let mut text = String::new();
    for channel in asked {
        for steps in pipeline::reckoning(desk, channel) {
            if steps.is_empty() {
                continue;
            }
            let heading = office.say("金额怎样算出来", "how the sums come about");
            let title = office.pick(&channel.title);
            let _ = match chosen.len() {
                0 | 1 => writeln!(text, "\n{heading}"),
                _ => writeln!(text, "\n{heading}：{title}"),
            };
            for step in steps {
                let _ = writeln!(text, "  {}", office.pick(&step));
            }
        }
    }
    text
}

/// What is wrong with a case file that has errors, and what the channels will lack when those are mended.
pub(super) fn rejected(
    office: &Office<'_>,
    templates: &Templates,
    opened: &Opened,
    today: NaiveDate,
    chosen: &[Channel],
) -> Report {
    let (found, verdicts) = all_found(office, templates, opened, today, chosen);
    let mut stderr = opened.reading.show_all(&once(found), office.lang);
    append(&mut stderr, &verdicts);
    Report {
        stderr,
        failed: true,
        ..Report::default()
    }
}

/// The same for programs, on standard output.
fn listed(office: &Office<'_>, reading: &Reading, found: &Diagnostics, listing: Listing) -> Report {
    let about = About {
        name: &reading.name,
        text: &reading.text,
        places: &reading.places,
        lang: office.lang,
    };
    Report {
        stdout: match listing {
            Listing::Sarif => machine::sarif(about, found, env!("CARGO_PKG_VERSION")),
            Listing::Json | Listing::Text => machine::json(about, found),
        },
        failed: found.has_errors(),
        ..Report::default()
    }
}

/// All that was found about a case file with errors, and a line on the channels.
fn all_found(
    office: &Office<'_>,
    templates: &Templates,
    opened: &Opened,
    today: NaiveDate,
    chosen: &[Channel],
) -> (Diagnostics, String) {
    let reading = &opened.reading;
    let mut found = reading.outcome.diagnostics.clone();
    let mut verdicts = String::new();
    if let (Some(sketch), Ok(all)) = (&reading.sketch, office.channels(templates)) {
        let desk = opened.desk_for(&sketch.case, templates, today);
        let foresee = |channel: &Channel| pipeline::foresee(&desk, sketch, channel);
        if let Some(first) = all.first().filter(|_| !sketch.may_hold("evidence")) {
            found.extend(pipeline::inspect_files(&desk, first));
        }
        for channel in chosen {
            let lacks = foresee(channel);
            let _ = writeln!(verdicts, "{}", not_yet(office, channel));
            found.extend(lacks);
        }
        if chosen.is_empty() {
            verdicts = once_corrected(office) + &summary(office, &all, foresee);
        }
    }
    (found, verdicts)
}

fn once_corrected(office: &Office<'_>) -> String {
    office.say(
        "改正上面的错误以后：",
        "once the errors above are corrected: ",
    )
}

/// Adds a paragraph.
fn append(text: &mut String, paragraph: &str) {
    if !text.is_empty() && !paragraph.is_empty() {
        text.push('\n');
    }
    text.push_str(paragraph);
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
        _ => not_yet(office, channel),
    }
}

fn not_yet(office: &Office<'_>, channel: &Channel) -> String {
    let title = office.pick(&channel.title);
    office.say(
        format!("{title} 暂不能生成"),
        format!("{title}: cannot be written yet"),
    )
}

/// One line: what each channel still lacks.
fn summary(
    office: &Office<'_>,
    all: &[Channel],
    lacks: impl Fn(&Channel) -> Diagnostics,
) -> String {
    let filed = all.iter().filter(|channel| !channel.self_use);
    let parts: Vec<String> = filed
        .map(|channel| {
            let title = office.pick(&channel.title);
            let lacks = lacks(channel);
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
