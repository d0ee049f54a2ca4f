//! `tousu plan`: what to do next, where, until when, and what that rests on.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use tousu::bilingual::Bilingual;
use tousu::case::fields;
use tousu::channel::Channel;
use tousu::deadline::{Deadline, Outcome, Shown};
use tousu::diagnostic::Severity;
use tousu::moment::Moment;
use tousu::pipeline::{self, Desk};
use tousu::plan::{self, Plan, Proposal};
use tousu::{case, facts, files, ical};

use super::check::rejected;
use super::{Office, Report, Stop};
use crate::args::Plan as Arguments;

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
    let mut stdout = page.written(&plan);
    if let Some(path) = &args.ics {
        let calendar = page.calendar(&plan);
        files::write_whole(path, calendar.as_bytes()).map_err(|error| {
            let shown = path.display();
            Stop(office.say(
                format!("写不了 {shown}：{error}"),
                format!("cannot write {shown}: {error}"),
            ))
        })?;
        let _ = writeln!(stdout, "\n{}", path.display());
    }
    Ok(Report {
        stdout,
        stderr: opened.reading.show(office.lang),
        ..Report::default()
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

    fn written(&self, plan: &Plan) -> String {
        let now = self.now;
        let mut out = self.office.say(
            format!("{} 的下一步\n", now.zh()),
            format!("what to do next, as of {}\n", now.iso()),
        );
        if plan.proposals.is_empty() {
            out += &self.office.say(
                "\n现在没有要提出的文书；看下面在等什么、缺什么。\n",
                "\nNothing is to be filed now; see below what is awaited and what is missing.\n",
            );
        }
        for (no, proposal) in (1..).zip(&plan.proposals) {
            self.proposal(&mut out, no, proposal);
        }
        self.remarks(&mut out, plan);
        self.listed(
            &mut out,
            ("暂不提出", "kept back for now"),
            plan.withheld.iter().map(|one| {
                let name = one.channel.name();
                Bilingual::new(
                    format!("{}：{}", name.zh, one.why.zh),
                    format!("{}: {}", name.en, one.why.en),
                )
            }),
        );
        self.listed(
            &mut out,
            ("已提出的几份之间", "between what was filed"),
            plan.conflicts
                .iter()
                .map(|one| Bilingual::from(one.conflict.say)),
        );
        self.clocks(&mut out, &plan.clocks);
        self.listed(
            &mut out,
            (
                "写上这些，计划会更准",
                "state these, and the plan gets more exact",
            ),
            asked(plan).map(|key| {
                let (name, place) = (facts::key_name(key), fields::spelled(key));
                Bilingual::new(
                    format!("{}：写在{}", name.zh, place.zh),
                    format!("{}: {}", name.en, place.en),
                )
            }),
        );
        self.listed(
            &mut out,
            ("也可以", "also possible"),
            plan.allowed.iter().map(|channel| channel.name()),
        );
        out += &self.office.say(
            "\n先后次序是建议，法律没有规定必须先走哪一步；款项到账以前不要撤回已经提出的投诉。\n",
            "\nThe order is advice: the law sets none. Withdraw nothing before the money is in.\n",
        );
        out
    }

    fn proposal(&self, out: &mut String, no: usize, proposal: &Proposal) {
        let name = proposal.channel.name();
        let _ = writeln!(out, "\n{no}. {}", self.office.pick(&name));
        let built = proposal
            .channel
            .document
            .and_then(|id| self.channels.iter().find(|channel| channel.id == id))
            .filter(|_| proposal.variant.is_none());
        match built {
            Some(channel) => {
                let lacks = pipeline::outlook(self.desk, channel).count(Severity::Error);
                let state = match lacks {
                    0 => self.office.say("可以生成", "ready"),
                    some => self.office.say(
                        format!("还缺 {some} 项，见 tousu check --channel {}", channel.id),
                        format!("lacks {some}, see tousu check --channel {}", channel.id),
                    ),
                };
                let _ = writeln!(out, "   tousu render --channel {}　{state}", channel.id);
            }
            None => {
                let _ = writeln!(
                    out,
                    "   {}",
                    self.office.say(
                        "本程序没有这份文书的模板，请按该渠道自己的表格办理，办完记入「已走渠道」",
                        "this program has no template for it: use the form of that channel and record it under `filings`"
                    )
                );
            }
        }
        if let Some(say) = proposal.state.say {
            let say: Bilingual = say.into();
            let _ = writeln!(out, "   {}", self.office.pick(&say));
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
            let line = self.office.say(
                format!("{}：{}", label.0, names.join("、")),
                format!("{}: {}", label.1, names.join(", ")),
            );
            let _ = writeln!(out, "   {line}");
        }
        if let Some(first) = proposal.clocks.first() {
            let _ = writeln!(out, "   {}", self.clock(first));
        }
    }

    /// What the states say beside their proposals, each once.
    fn remarks(&self, out: &mut String, plan: &Plan) {
        let said = |state: &&&'static plan::State| {
            !plan
                .proposals
                .iter()
                .any(|proposal| proposal.state.id == state.id)
        };
        let remarks = plan.states.iter().filter(said);
        self.listed(
            out,
            ("注意", "mind"),
            remarks.filter_map(|state| state.say).map(Bilingual::from),
        );
    }

    fn clocks(&self, out: &mut String, clocks: &[Deadline]) {
        let (dated, waiting): (Vec<&Deadline>, Vec<&Deadline>) = clocks
            .iter()
            .partition(|clock| matches!(clock.outcome, Outcome::Due(_)));
        let lines = |clocks: Vec<&Deadline>| -> Vec<Bilingual> {
            let line = |clock: &Deadline| {
                let line = self.clock(clock);
                Bilingual::new(line.clone(), line)
            };
            clocks.into_iter().map(line).collect()
        };
        self.listed(out, ("期限", "time limits"), lines(dated).into_iter());
        self.listed(
            out,
            ("还没有起算或者不能计算的", "not started, or not known"),
            lines(waiting).into_iter(),
        );
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
            self.office.say(
                format!("（{}）", clock.rule.basis),
                format!(" ({})", clock.rule.basis),
            )
        } else {
            String::new()
        };
        self.office.say(
            format!("{mark}{}：{}{basis}", title.zh, says.zh),
            format!("{mark}{}: {}{basis}", title.en, says.en),
        )
    }

    /// A heading with an item a line; nothing where there is none.
    fn listed(
        &self,
        out: &mut String,
        heading: (&str, &str),
        items: impl Iterator<Item = Bilingual>,
    ) {
        let mut lines: Vec<String> = Vec::new();
        for item in items {
            let line = format!("  {}\n", self.office.pick(&item));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        if !lines.is_empty() {
            let heading = self.office.say(heading.0, heading.1);
            let _ = writeln!(out, "\n{heading}");
            out.extend(lines);
        }
    }
}
