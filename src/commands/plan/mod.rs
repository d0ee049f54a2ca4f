//! `tousu plan`: what to do next, where, until when, and what that rests on.

mod sheet;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use tousu::bilingual::Bilingual;
use tousu::case::choice::Choice as _;
use tousu::case::fields;
use tousu::case::record::FilingRecord;
use tousu::channel::{Channel, Templates};
use tousu::deadline::{self, Deadline, Outcome, Shown};
use tousu::diagnostic::{Diagnostic, Severity};
use tousu::filing::closure::{Weakness, weakest};
use tousu::moment::Moment;
use tousu::pipeline::{self, Desk};
use tousu::plan::{self, Plan, Proposal};
use tousu::{case, facts, files, ical};

use super::check::rejected;
use super::{Office, Report, Stop};
use crate::args::{Plan as Arguments, PlanFormat};
use sheet::{Section, Sheet, Step};

/// The variant whose text is part of the filing itself.
const FOLLOW_UP: &str = "follow_up";

/// Says what to do next.
pub(crate) fn run(office: &Office<'_>, args: &Arguments) -> Result<Report, Stop> {
    let templates = office.templates()?;
    let channels = office.channels(&templates)?;
    let opened = office.open(&templates, &args.case)?;
    let now = args.now.unwrap_or(office.now);
    let now = args.date.map_or(now, Moment::day);
    let Some(desk) = opened.desk(&templates, now.date) else {
        return Ok(rejected(office, &templates, &opened, now.date, &[]));
    };
    let plan = plan::plan(&case::facts(desk.case), now);
    let page = Page {
        office,
        desk: &desk,
        channels: &channels,
        now,
    };
    let sheet = page.sheet(&plan);
    let mut stdout = sheet.text();
    let mut written = Vec::new();
    if args.format == PlanFormat::Pdf {
        let out = args
            .out
            .clone()
            .unwrap_or_else(|| opened.folder.join("out"));
        written.push((out.join("plan.pdf"), page.pdf(&templates, &sheet)?));
    }
    if let Some(path) = &args.ics {
        written.push((path.clone(), page.calendar(&plan).into_bytes()));
    }
    if !written.is_empty() {
        stdout.push('\n');
    }
    for (path, bytes) in written {
        write(office, &path, &bytes)?;
        let _ = writeln!(stdout, "{}", path.display());
    }
    Ok(Report {
        stdout,
        stderr: opened.reading.show(office.lang),
        ..Report::default()
    })
}

fn write(office: &Office<'_>, path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    files::write_whole(path, bytes).map_err(|error| {
        let shown = path.display();
        Stop(office.say(
            format!("写不了 {shown}：{error}"),
            format!("cannot write {shown}: {error}"),
        ))
    })
}

/// The keys that would open a step or let a time limit be counted.
fn asked(plan: &Plan) -> impl Iterator<Item = &'static str> {
    let of_clock = |clock: &Deadline| match &clock.outcome {
        Outcome::Unknown { fill, .. } => fill.clone(),
        _ => Vec::new(),
    };
    let unknown = plan.clocks.iter().flat_map(of_clock);
    plan.questions
        .iter()
        .copied()
        .chain(unknown)
        .collect::<BTreeSet<_>>()
        .into_iter()
}

/// The events that start a time limit and that the case does not tell of.
fn awaited(plan: &Plan) -> impl Iterator<Item = &'static str> {
    let of_clock = |clock: &Deadline| match &clock.outcome {
        Outcome::NotStarted { waits_for, .. } => waits_for.clone(),
        _ => Vec::new(),
    };
    let events = plan.clocks.iter().flat_map(of_clock);
    // A limit that starts when another one ends waits for no entry of the user.
    events
        .filter(|key| deadline::rule(key).is_none())
        .collect::<BTreeSet<_>>()
        .into_iter()
}

/// What a plan is written with.
struct Page<'a> {
    office: &'a Office<'a>,
    desk: &'a Desk<'a>,
    channels: &'a [Channel],
    now: Moment,
}

impl Page<'_> {
    /// The time limits that lie ahead, as a calendar file.
    fn calendar(&self, plan: &Plan) -> String {
        let case = self.desk.case;
        let name = case.case_no.as_ref().or(case.title.as_ref());
        let name = name.map_or("tousu", String::as_str);
        let entries: Vec<ical::Entry> = plan
            .clocks
            .iter()
            .filter(|clock| clock.date().is_some_and(|date| date.date >= self.now.date))
            .filter_map(|clock| {
                clock.entry(name, self.now, |text| self.office.pick(&text).to_owned())
            })
            .collect();
        ical::calendar(name, &entries, self.now)
    }

    /// The plan in words.
    fn sheet(&self, plan: &Plan) -> Sheet {
        let now = self.now;
        let steps: Vec<Step> = plan.proposals.iter().map(|one| self.step(one)).collect();
        let nothing = steps.is_empty().then(|| {
            self.office.say(
                "现在没有要提出的文书；看下面在等什么、缺什么。",
                "Nothing is to be filed now; see below what is awaited and what is missing.",
            )
        });
        let (dated, waiting): (Vec<&Deadline>, Vec<&Deadline>) = plan
            .clocks
            .iter()
            .partition(|clock| matches!(clock.outcome, Outcome::Due(_)));
        let clocks =
            |clocks: Vec<&Deadline>| clocks.into_iter().map(|one| self.clock(one)).collect();
        let texts = |texts: Vec<Bilingual>| -> Vec<String> {
            texts
                .iter()
                .map(|text| self.office.pick(text).to_owned())
                .collect()
        };
        let sections = [
            (
                ("注意", "mind"),
                texts(plan.mind.iter().map(|one| (*one).into()).collect()),
            ),
            (("结案以后", "now that it is over"), texts(self.over(plan))),
            (("暂不提出", "kept back for now"), texts(withheld(plan))),
            (
                ("已提出的几份之间", "between what was filed"),
                texts(
                    plan.conflicts
                        .iter()
                        .map(|one| one.conflict.say.into())
                        .collect(),
                ),
            ),
            (("期限", "time limits"), clocks(dated)),
            (
                ("还没有起算或者不能计算的", "not started, or not known"),
                clocks(waiting),
            ),
            (
                (
                    "写上这些，计划会更准",
                    "state these, and the plan gets more exact",
                ),
                texts(asked(plan).map(wanted).collect()),
            ),
            (
                (
                    "发生以后写上，期限才能起算",
                    "state these once they have happened, so that time limits can be counted",
                ),
                texts(awaited(plan).map(wanted).collect()),
            ),
            (
                ("也可以", "also possible"),
                texts(plan.allowed.iter().map(|channel| channel.name()).collect()),
            ),
        ];
        Sheet {
            title: self.office.say("下一步行动单", "What to do next"),
            no: self.desk.case.case_no.clone(),
            name: self.desk.case.title.clone(),
            heading: self.office.say(
                format!("{}的下一步", now.zh()),
                format!("what to do next, as of {}", now.iso()),
            ),
            nothing,
            steps,
            sections: sections
                .into_iter()
                .map(|((zh, en), lines)| Section::new(self.office.say(zh, en), lines))
                .filter(|section| !section.lines.is_empty())
                .collect(),
            foot: self.office.say(
                "先后次序是建议，法律没有规定必须先走哪一步；款项到账以前不要撤回已经提出的投诉。",
                "The order is advice: the law sets none. Withdraw nothing before the money is in.",
            ),
        }
    }

    fn step(&self, proposal: &Proposal) -> Step {
        let mut name = proposal.channel.name();
        if proposal.variant == Some(FOLLOW_UP) {
            name.zh.push_str("（继续投诉）");
            name.en.push_str(" (continued)");
        }
        let mut lines = self.document(proposal);
        if let Some(say) = proposal.state.say {
            let say: Bilingual = say.into();
            lines.push(self.office.pick(&say).to_owned());
        }
        for (label, channels) in [
            (("或者改走", "or instead"), &proposal.instead),
            (("可以同时", "beside it"), &proposal.beside),
        ] {
            if channels.is_empty() {
                continue;
            }
            let names: Vec<Bilingual> = channels.iter().map(|channel| channel.name()).collect();
            let names: Vec<&str> = names.iter().map(|name| self.office.pick(name)).collect();
            lines.push(self.office.say(
                format!("{}：{}", label.0, names.join("、")),
                format!("{}: {}", label.1, names.join(", ")),
            ));
        }
        lines.extend(proposal.clocks.first().map(|first| self.clock(first)));
        Step {
            name: self.office.pick(&name).to_owned(),
            lines,
        }
    }

    /// With which document, and what it still lacks.
    fn document(&self, proposal: &Proposal) -> Vec<String> {
        if proposal.channel.document == Some("plan") {
            return vec![
                self.office
                    .say("见下面「结案以后」", "see below: now that it is over"),
            ];
        }
        let built = proposal
            .channel
            .document
            .and_then(|id| self.channels.iter().find(|channel| channel.id == id))
            .filter(|_| matches!(proposal.variant, None | Some(FOLLOW_UP)));
        let Some(channel) = built else {
            return vec![self.office.say(
                "本程序没有这份文书的模板，请按该渠道自己的表格办理，办完记入「已走渠道」",
                "this program has no template for it: use the form of that channel and record it under `filings`",
            )];
        };
        let found = pipeline::outlook(self.desk, channel);
        let command = format!("tousu render --channel {}", channel.id);
        let is_error = |one: &&Diagnostic| one.severity == Severity::Error;
        let errors: Vec<&Diagnostic> = found.iter().filter(is_error).collect();
        let warnings = found.count(Severity::Warning);
        let state = match (errors.len(), warnings) {
            (0, 0) => self.office.say("可以生成", "ready"),
            (0, some) => self.office.say(
                format!(
                    "可以生成，有 {some} 项提醒，见 tousu check --channel {}",
                    channel.id
                ),
                format!(
                    "ready, {some} reminders, see tousu check --channel {}",
                    channel.id
                ),
            ),
            (some, _) => self
                .office
                .say(format!("还缺 {some} 项"), format!("lacks {some}")),
        };
        let lacking = errors.iter().map(|one| {
            let message = one.message(self.office.lang);
            self.office
                .say(format!("· {message}"), format!("- {message}"))
        });
        [format!("{command}　{state}")]
            .into_iter()
            .chain(lacking)
            .collect()
    }

    /// What to keep once the case is over, and after a failure what was weakest.
    fn over(&self, plan: &Plan) -> Vec<Bilingual> {
        let mut lines: Vec<Bilingual> = plan.keep.iter().map(|one| (*one).into()).collect();
        if !plan.lost {
            return lines;
        }
        let case = self.desk.case;
        lines.push(match weakest(case) {
            Some((link, weakness)) => {
                let (zh, en) = match weakness {
                    Weakness::Unproved => ("没有证据", "no exhibit proves it"),
                    Weakness::Unsourced => ("的证据没有写来源", "its exhibits name no source"),
                };
                let name = self.desk.vocabulary.links.get(link.en());
                let name = name.map_or(link.zh(), String::as_str);
                Bilingual::new(
                    format!("最薄弱的一环：「{name}」{zh}（tousu render --channel chain）"),
                    format!("the weakest link: {}, {en} (tousu render --channel chain)", link.en()),
                )
            }
            None => Bilingual::new(
                "各环节都有写明来源的证据，最薄弱的一环要从驳回的理由里找",
                "every link has sourced proof: look for the weakest one in the reasons of the dismissal",
            ),
        });
        let mut last = case.filings.iter().flatten().rev();
        let reason = last.find_map(|record: &FilingRecord| record.reason.as_ref());
        lines.extend(reason.map(|reason| {
            Bilingual::new(
                format!("最近一次的理由：{reason}"),
                format!("the last reason given: {reason}"),
            )
        }));
        lines
    }

    /// The plan as one page for the wall.
    fn pdf(&self, templates: &Templates, sheet: &Sheet) -> Result<Vec<u8>, Stop> {
        let of = |shown: usize| {
            let more = |left: usize| {
                self.office.say(
                    format!("另有 {left} 项，见 tousu plan"),
                    format!("{left} more in tousu plan"),
                )
            };
            sheet.page(self.now.date, shown, more)
        };
        pipeline::one_page(
            templates,
            "plan.typ",
            "sheet",
            sheet.line_count(),
            of,
            self.now.date,
        )
        .map_err(|messages| Stop(messages.join("\n")))
    }

    /// A time limit in one line: name, state, basis, and how sure it is.
    fn clock(&self, clock: &Deadline) -> String {
        let title: Bilingual = clock.rule.title.into();
        let says = clock.says(self.now);
        // What says itself that it is not verified needs no mark.
        let mark = clock.mark().filter(|_| clock.shown != Shown::Today);
        let mark = mark.map_or_else(String::new, |mark| {
            self.office
                .say(format!("【{}】", mark.zh), format!("[{}] ", mark.en))
        });
        let sure = clock.rule.confidence.is_printable();
        let basis = if sure {
            let basis = clock.basis();
            self.office
                .say(format!("（{}）", basis.zh), format!(" ({})", basis.en))
        } else {
            String::new()
        };
        self.office.say(
            format!("{mark}{}：{}{basis}", title.zh, says.zh),
            format!("{mark}{}: {}{basis}", title.en, says.en),
        )
    }
}

fn withheld(plan: &Plan) -> Vec<Bilingual> {
    let say = |one: &plan::Withheld| {
        let name = one.channel.name();
        Bilingual::new(
            format!("{}：{}", name.zh, one.why.zh),
            format!("{}: {}", name.en, one.why.en),
        )
    };
    plan.withheld.iter().map(say).collect()
}

/// A key that would open a step, with the place where it is written.
fn wanted(key: &'static str) -> Bilingual {
    let (name, place) = (facts::key_name(key), fields::spelled(key));
    Bilingual::new(
        format!("{}：写在{}", name.zh, place.zh),
        format!("{}: {}", name.en, place.en),
    )
}
