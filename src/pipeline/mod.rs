//! The way of the data: a case, its files and a channel become finished papers.
//!
//! Each step is a function from values to values; problems of every step add up, so that one run names them all.

mod attach;
mod clocks;
mod compose;
mod export;
mod faults;
mod fit;
mod keep;
mod one_page;
mod originals;
mod proof;
mod record;
mod volumes;
mod watch;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

pub use attach::STAND_IN;
pub use clocks::ending;

use crate::bilingual::Bilingual;
use crate::case::Case;
use crate::case::evidence::Scope;
use crate::case::purchase::Payment;
use crate::case::reading::Sketch;
use crate::channel::{Channel, Door, Templates};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome, Place, Places};
use crate::evidence::Squeeze;
use crate::files::Reach;
use crate::files::cache::Cache;
use crate::filing::{self, Attachment, Brief, TextView, Vocabulary, needs};
use crate::manifest::Manifest;
use crate::typeset::{self, Document, Manuscript};

pub use export::export;
pub use one_page::one_page;
pub use originals::Enclosed;
pub use proof::Hidden;
pub use watch::Watch;

/// What every filing of a run has in common.
#[derive(Debug)]
pub struct Desk<'a> {
    /// The case.
    pub case: &'a Case,
    /// Where its parts stand in the case file.
    pub places: &'a Places,
    /// The folder that its evidence lies in.
    pub folder: &'a Path,
    /// This program, which decodes PDF and HEIC files in a process of its own; `None` decodes them in this one.
    pub program: Option<&'a Path>,
    /// Where prepared evidence is kept from run to run; `None` prepares all of it anew.
    pub cache: Option<&'a Cache>,
    /// The templates.
    pub templates: &'a Templates,
    /// Short phrases.
    pub vocabulary: &'a Vocabulary,
    /// The day of filing, in Beijing time.
    pub today: NaiveDate,
    /// What a reader can take in.
    pub bounds: Bounds,
    /// Where its evidence may lie.
    pub reach: Reach,
    /// Who is told how far the work has come.
    pub watch: Watch<'a>,
}

/// The limits that a filing has to keep; without one, what the channel states holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// Bytes of one file.
    pub bytes: Option<u64>,
    /// Pages.
    pub pages: Option<usize>,
    /// Pictures that are uploaded one by one.
    pub files: Option<usize>,
}

impl Desk<'_> {
    /// The most volumes that a channel takes: where pictures are uploaded one by one, their number says nothing of it.
    fn volumes(&self, channel: &Channel) -> Option<usize> {
        let files = self.bounds.within(channel).files;
        files.filter(|_| channel.pictures.is_none())
    }
}

impl Bounds {
    /// These limits, and where there is none that which the channel states, if it is verified.
    fn within(self, channel: &Channel) -> Self {
        let files = channel.limits.files.most;
        Self {
            bytes: self.bytes.or(channel.limits.file_bytes.most),
            files: self
                .files
                .or(files.and_then(|most| usize::try_from(most).ok())),
            pages: self.pages,
        }
    }
}

/// One filing, finished but for its export.
#[derive(Debug)]
pub struct Papers {
    /// The start of the names of its files: the channel, with a number where there are several.
    pub stem: String,
    /// What the templates saw; of a filing in volumes, those of the first.
    pub filing: Value,
    /// The plain texts, in order.
    pub texts: Vec<TextView>,
    /// The pages: one volume, or several where one would be too large.
    pub volumes: Vec<Volume>,
    /// How many exhibits are attached.
    pub exhibits: usize,
    /// The pictures one by one, where the channel takes them so.
    pub pictures: Vec<Vec<u8>>,
}

impl Papers {
    /// How many pages there are in all volumes.
    pub fn page_count(&self) -> usize {
        let volumes = self.volumes.iter();
        volumes.map(|volume| volume.document.page_count()).sum()
    }
}

/// A volume (卷) of a filing: one PDF.
#[derive(Debug)]
pub struct Volume {
    /// The start of the names of its files.
    pub stem: String,
    /// The pages, with the Typst source that they were made of.
    pub document: Document,
    /// The original of each file of the manuscript that is a picture.
    pub originals: BTreeMap<String, String>,
    /// What it is made of, with the pages of its exhibits.
    pub manifest: Manifest,
    /// What it hides.
    pub hidden: Hidden,
    /// The originals that go along inside its PDF.
    pub enclosed: Vec<Enclosed>,
}

/// What a channel lacks, judged from the case alone.
pub fn check(desk: &Desk<'_>, channel: &Channel) -> Diagnostics {
    let mut found = Diagnostics::new();
    for payments in parts(desk, channel) {
        found.extend(needs::check(&brief(desk, channel, &payments, &channel.id)));
    }
    found
}

/// How the sums of each filing of a channel come about, step by step; a court adds its fee and its limit.
pub fn reckoning(desk: &Desk<'_>, channel: &Channel) -> Vec<Vec<Bilingual>> {
    let in_court = channel.door == Door::Court;
    parts(desk, channel)
        .iter()
        .map(|payments| filing::reckoning(&brief(desk, channel, payments, &channel.id), in_court))
        .collect()
}

/// What a channel lacks, and what its words run into, without a look at the evidence: texts that do not fit,
/// characters that cannot be drawn.
pub fn outlook(desk: &Desk<'_>, channel: &Channel) -> Diagnostics {
    judge(desk, channel, |_| Outcome::clean(Vec::new()))
}

/// What a channel will still lack once the errors of the case file are mended, as far as a sketch of the case tells.
pub fn foresee(desk: &Desk<'_>, sketch: &Sketch, channel: &Channel) -> Diagnostics {
    let news = |one: &Diagnostic| match &one.place {
        Some(Place::Route { route, .. }) => !sketch.may_hold(route),
        _ => true,
    };
    let mut found = Diagnostics::new();
    for payments in parts(desk, channel) {
        found.extend(needs::absent(&brief(desk, channel, &payments, &channel.id)));
    }
    found.into_iter().filter(news).collect()
}

/// What keeps the filings of a channel from being written: what it lacks, files that cannot be attached,
/// characters that cannot be drawn, texts that do not fit; and which originals will not go along inside the PDF.
/// Everything but the pages themselves.
pub fn inspect(desk: &Desk<'_>, channel: &Channel) -> Diagnostics {
    judge(desk, channel, |brief| {
        attach::attach(desk, brief, Squeeze::default())
    })
}

/// What keeps the filings of a channel from being put into words with what a step attaches.
fn judge(
    desk: &Desk<'_>,
    channel: &Channel,
    attach: impl Fn(&Brief<'_>) -> Outcome<Vec<Attachment>>,
) -> Diagnostics {
    let mut found = Diagnostics::new();
    for payments in parts(desk, channel) {
        let brief = brief(desk, channel, &payments, &channel.id);
        let lacking = needs::check(&brief);
        let complete = !lacking.has_errors();
        found.extend(lacking);
        let attachments = attach(&brief).collect_into(&mut found);
        if let Some(mut attachments) = attachments.filter(|_| complete) {
            found.extend(originals::choose(desk, &brief, &mut attachments));
            compose::word(desk, &brief, &attachments).collect_into(&mut found);
        }
    }
    found
}

/// Files of the case that cannot be read or attached anywhere.
pub fn inspect_files(desk: &Desk<'_>, channel: &Channel) -> Diagnostics {
    let payments: Vec<&Payment> = desk.case.payments.iter().collect();
    attach::attach(
        desk,
        &brief(desk, channel, &payments, &channel.id),
        Squeeze::default(),
    )
    .diagnostics
}

/// The payments of each filing of a channel; a channel that takes none of them still has one filing to judge.
fn parts<'a>(desk: &Desk<'a>, channel: &Channel) -> Vec<Vec<&'a Payment>> {
    let parts = filing::parts(desk.case, channel);
    if parts.is_empty() {
        vec![Vec::new()]
    } else {
        parts
    }
}

fn brief<'a>(
    desk: &Desk<'a>,
    channel: &'a Channel,
    payments: &'a [&'a Payment],
    stem: &'a str,
) -> Brief<'a> {
    Brief {
        case: desk.case,
        channel,
        payments,
        stem,
        today: desk.today,
        vocabulary: desk.vocabulary,
        undrawable: typeset::undrawable,
        most_pictures: desk.bounds.within(channel).files,
        volume: None,
    }
}

/// Names of channels that no channel answers to: a typing error there would leave a place uncovered.
pub fn channel_names(desk: &Desk<'_>, all: &[Channel]) -> Diagnostics {
    let mut found = Diagnostics::new();
    for item in &desk.case.evidence {
        let scopes = item
            .redactions
            .iter()
            .flat_map(|redaction| match &redaction.scope {
                Scope::All => &[],
                Scope::Only(names) | Scope::Except(names) => names.as_slice(),
            });
        for name in item
            .omit_from
            .iter()
            .chain(scopes)
            .filter(|name| !all.iter().any(|channel| channel.is_called(name)))
        {
            let known: Vec<&str> = all.iter().map(|channel| channel.id.as_str()).collect();
            let finding = Finding::stated(
                "unknown-channel",
                Bilingual::new(
                    format!("没有渠道“{name}”"),
                    format!("no channel is called `{name}`"),
                ),
            )
            .why(Bilingual::new(
                "写错渠道名，该遮盖的地方可能没有遮盖",
                "a wrong name may leave a place uncovered",
            ))
            .help(Bilingual::new(
                format!("可用的渠道：{}", known.join("、")),
                format!("channels: {}", known.join(", ")),
            ));
            let route = desk
                .places
                .find(|text| text == name)
                .into_iter()
                .find(|route| route.starts_with("evidence"));
            found.push(
                Diagnostic::error(finding)
                    .at(Place::value(route.unwrap_or_else(|| "evidence".to_owned()))),
            );
        }
    }
    found
}

/// Lays out a page that shows each face once, and throws it away.
///
/// Half of what a short filing costs is the first use of the faces and of the page library. Typst remembers
/// both, so that a second core can pay for them while the case is read.
pub fn warm_up(templates: &Templates) {
    let main = "#import \"/shared/page.typ\": *\n#import \"/shared/form.typ\": *\n#import \"/shared/exhibits.typ\": *\n\
                #show: filing.with(name: \"文\", title: \"文\")\n#masthead(\"文\")\n\
                #party-table(([文], (no: \"2026110122001400\")))\n字，“1”*粗1* 2026年1月1日\n";
    let manuscript = Manuscript {
        main: main.to_owned(),
        files: compose::library(templates),
    };
    // Whatever is wrong with it will be found again, and reported, by the filing itself.
    drop(typeset::typeset(manuscript));
}

/// Makes the filings of a channel.
pub fn file(desk: &Desk<'_>, channel: &Channel) -> Outcome<Vec<Papers>> {
    let mut found = Diagnostics::new();
    let mut papers = Vec::new();
    let parts = parts(desk, channel);
    let several = parts.len() > 1;
    for (index, payments) in parts.iter().enumerate() {
        let stem = if several {
            format!("{}-{}", channel.id, index + 1)
        } else {
            channel.id.clone()
        };
        let brief = brief(desk, channel, payments, &stem);
        found.extend(needs::check(&brief));
        let attachments = attach::attach(desk, &brief, Squeeze::default()).collect_into(&mut found);
        let Some(mut attachments) = attachments.filter(|_| !found.has_errors()) else {
            continue;
        };
        found.extend(originals::choose(desk, &brief, &mut attachments));
        let made = |attachments: &[Attachment]| {
            let worded = compose::word(desk, &brief, attachments);
            let laid_out =
                worded.and_then(|worded| compose::lay_out(desk, &brief, attachments, worded));
            laid_out.and_then(|papers| fit::within(desk, &brief, attachments, papers))
        };
        let fitted = made(&attachments);
        let fitted = originals::or_without(desk, &brief, &mut attachments, fitted, made);
        papers.extend(fitted.collect_into(&mut found));
    }
    Outcome::new(Some(papers), found)
}
