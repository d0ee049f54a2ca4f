//! The way of the data: a case, its files and a channel become finished papers.
//!
//! Each step is a function from values to values; problems of every step add up, so that one run names them all.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;
use serde_json::Value;

use crate::bilingual::Bilingual;
use crate::case::Case;
use crate::case::evidence::{Evidence, Length, Scope};
use crate::case::purchase::Payment;
use crate::channel::{Channel, Templates};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome, Place, Places};
use crate::evidence::{self, Ingested, Item, Original, RedactBox, Treatment};
use crate::files::{self, ReadFault};
use crate::filing::{self, Attached, Attachment, Brief, TextView, Vocabulary, needs};
use crate::render::{self, TextError, Wording};
use crate::typeset::{self, Document, Manuscript};

/// What every filing of a run has in common.
#[derive(Debug)]
pub struct Desk<'a> {
    /// The case.
    pub case: &'a Case,
    /// Where its parts stand in the case file.
    pub places: &'a Places,
    /// The folder that its evidence lies in.
    pub folder: &'a Path,
    /// The templates.
    pub templates: &'a Templates,
    /// Short phrases.
    pub vocabulary: &'a Vocabulary,
    /// The day of filing, in Beijing time.
    pub today: NaiveDate,
}

/// One filing, finished but for its export.
#[derive(Debug)]
pub struct Papers {
    /// The start of the names of its files: the channel, with a number where there are several.
    pub stem: String,
    /// What the templates saw.
    pub filing: Value,
    /// The plain texts, in order.
    pub texts: Vec<TextView>,
    /// The Typst source and its files.
    pub manuscript: Manuscript,
    /// The pages.
    pub document: Document,
    /// How many exhibits are attached.
    pub exhibits: usize,
    /// The pictures one by one, where the channel takes them so.
    pub pictures: Vec<Vec<u8>>,
    /// The original of each file of the manuscript that is a picture.
    pub originals: BTreeMap<String, String>,
}

/// What a channel lacks, judged from the case alone.
pub fn check(desk: &Desk<'_>, channel: &Channel) -> Diagnostics {
    let mut found = Diagnostics::new();
    for payments in parts(desk, channel) {
        found.extend(needs::check(&brief(desk, channel, &payments, &channel.id)));
    }
    found
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
        let attachments = attach(desk, &brief).collect_into(&mut found);
        let Some(attachments) = attachments.filter(|_| !found.has_errors()) else {
            continue;
        };
        papers.extend(compose(desk, &brief, &attachments).collect_into(&mut found));
    }
    Outcome::new(Some(papers), found)
}

/// Reads and prepares the evidence of a filing; each file is reported by itself, and none is left out in silence.
fn attach(desk: &Desk<'_>, brief: &Brief<'_>) -> Outcome<Vec<Attachment>> {
    let attached: Vec<usize> = (0..desk.case.evidence.len())
        .filter(|index| filing::bundle::is_attached(brief, *index))
        .collect();
    let jobs: Vec<(usize, usize, &str)> = attached
        .iter()
        .flat_map(|index| {
            desk.case.evidence[*index]
                .files
                .iter()
                .enumerate()
                .map(move |(file, path)| (*index, file, path.as_str()))
        })
        .collect();
    let made: Vec<Result<Ingested, Finding>> = jobs
        .par_iter()
        .with_max_len(1)
        .map(|(index, file, path)| {
            let bytes =
                files::read_inside(desk.folder, path).map_err(|fault| unreadable(path, &fault))?;
            let treatment = treatment(&desk.case.evidence[*index], *file, brief.channel);
            let item = Item {
                original: Original {
                    name: name_of(path).to_owned(),
                    bytes: bytes.into(),
                },
                treatment,
            };
            evidence::ingest_one(&item).map_err(|fault| {
                Finding::stated("evidence-file", about(path, &fault.what())).help(fault.help())
            })
        })
        .collect();
    let mut found = Diagnostics::new();
    let mut attachments: Vec<Attachment> = attached
        .into_iter()
        .map(|item| Attachment {
            item,
            files: Vec::new(),
        })
        .collect();
    for ((index, _, path), made) in jobs.into_iter().zip(made) {
        let place = || file_place(desk, path);
        match made {
            Err(finding) => found.push(Diagnostic::error(finding).at(place())),
            Ok(made) => {
                found.extend(
                    made.notices
                        .iter()
                        .map(|notice| remark(path, notice).at(place())),
                );
                if let Some(attachment) = attachments
                    .iter_mut()
                    .find(|attachment| attachment.item == index)
                {
                    attachment.files.push(Attached {
                        name: name_of(path).to_owned(),
                        made,
                    });
                }
            }
        }
    }
    Outcome::new(Some(attachments), found)
}

fn name_of(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The place of a file's path in the case file.
fn file_place(desk: &Desk<'_>, path: &str) -> Place {
    let route = desk
        .places
        .find(|text| text == path)
        .into_iter()
        .find(|route| route.starts_with("evidence"));
    Place::value(route.unwrap_or_else(|| "evidence".to_owned()))
}

/// `证据文件 a.png ` and what there is to say about it.
fn about(path: &str, what: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("证据文件“{path}”{}", what.zh),
        format!("evidence file `{path}` {}", what.en),
    )
}

fn remark(path: &str, notice: &evidence::Notice) -> Diagnostic {
    let code = if notice.is_serious() {
        "redaction-misses"
    } else {
        "evidence-remark"
    };
    let finding = Finding::stated(code, about(path, &notice.what()));
    let finding = match notice.help() {
        Some(help) => finding.help(help),
        None => finding,
    };
    // What was to be hidden may be visible: no filing without it.
    if notice.is_serious() {
        Diagnostic::error(finding)
    } else {
        Diagnostic::warning(finding)
    }
}

fn unreadable(path: &str, fault: &ReadFault) -> Finding {
    let (what, help) = match fault {
        ReadFault::NotFound => (
            Bilingual::new("找不到", "does not exist"),
            Bilingual::new(
                "路径从案情文件所在的文件夹算起；检查文件名和大小写",
                "the path is taken from the folder of the case file; check name and case",
            ),
        ),
        ReadFault::IsFolder => (
            Bilingual::new("是文件夹", "is a folder"),
            Bilingual::new("写出里面的文件", "name the files in it"),
        ),
        ReadFault::Outside => (
            Bilingual::new("在案情文件夹之外", "lies outside the folder of the case"),
            Bilingual::new(
                "把文件复制到案情文件旁边，用相对路径",
                "copy it beside the case file and use a relative path",
            ),
        ),
        ReadFault::TooLarge { bytes } => (
            Bilingual::new(
                format!("过大（{} MB）", bytes / 1_000_000),
                format!("is too large ({} MB)", bytes / 1_000_000),
            ),
            Bilingual::new("另存为较小的文件", "save it smaller"),
        ),
        ReadFault::Refused(why) => (
            Bilingual::new(format!("读不了：{why}"), format!("cannot be read: {why}")),
            Bilingual::new("检查文件权限", "check its permissions"),
        ),
    };
    Finding::stated("evidence-file", about(path, &what)).help(help)
}

/// The boxes that hold for a file in a channel.
fn treatment(item: &Evidence, file: usize, channel: &Channel) -> Treatment {
    let own = item
        .redactions
        .iter()
        .filter(|redaction| usize::try_from(redaction.file).is_ok_and(|no| no == file + 1));
    let boxes = own
        .filter(|redaction| filing::bundle::holds(&redaction.scope, channel))
        .map(|redaction| {
            let [x, y, w, h] = redaction.at.map(|length| match length {
                Length::Pixels(pixels) => evidence::Length::Pixels(pixels),
                Length::Percent(hundredths) => evidence::Length::Percent(hundredths),
            });
            RedactBox { x, y, w, h }
        });
    Treatment {
        boxes: boxes.collect(),
        ..Treatment::default()
    }
}

/// Drafts, words and typesets one filing.
fn compose(desk: &Desk<'_>, brief: &Brief<'_>, attachments: &[Attachment]) -> Outcome<Papers> {
    let channel = brief.channel;
    let fault =
        |message: String| Outcome::failed(Diagnostic::error(template_fault(channel, &message)));
    let mut filing = match filing::draft(brief, attachments) {
        Ok(filing) => filing,
        Err(error) => return fault(error.to_string()),
    };
    let undrawable = undrawable(desk, &filing);
    if undrawable.has_errors() {
        return Outcome::new(None, undrawable);
    }
    let wording = match Wording::of(desk.templates, &channel.id, desk.today) {
        Ok(wording) => wording,
        Err(error) => return fault(error.message),
    };
    let texts = match texts(&wording, channel, &filing) {
        Ok(texts) => texts,
        Err(finding) => return Outcome::failed(Diagnostic::error(finding)),
    };
    let by_name: BTreeMap<&str, &TextView> = channel
        .texts
        .iter()
        .map(|size| size.id.as_str())
        .zip(&texts)
        .collect();
    if let Ok(by_name) = serde_json::to_value(by_name) {
        filing["texts"] = by_name;
    }
    let main = match wording.fill(&format!("{}/filing.typ", channel.id), &filing) {
        Ok(Some(main)) => main,
        Ok(None) => return fault(format!("templates/{}/filing.typ is missing", channel.id)),
        Err(error) => return fault(error.message),
    };
    let (manuscript, originals) = manuscript(desk, main, attachments);
    match typeset::typeset(&manuscript) {
        Err(errors) => Outcome::new(
            None,
            errors
                .iter()
                .map(|error| Diagnostic::error(template_fault(channel, &explain(error))))
                .collect(),
        ),
        Ok(document) => {
            let missing = document.missing_glyphs();
            if !missing.is_empty() {
                return Outcome::new(
                    None,
                    missing
                        .iter()
                        .flat_map(|text| text.chars())
                        .map(|c| Diagnostic::error(no_glyph(c)))
                        .collect(),
                );
            }
            let pictures = pictures(brief, attachments);
            Outcome::clean(Papers {
                stem: brief.stem.to_owned(),
                filing,
                texts,
                manuscript,
                document,
                exhibits: attachments.len(),
                pictures,
                originals,
            })
        }
    }
}

fn template_fault(channel: &Channel, message: &str) -> Finding {
    Finding::stated("template-fault", Bilingual::new(format!("{} 的模板有误：{message}", channel.title.zh), format!("the templates of {} are wrong: {message}", channel.title.en)))
        .help(Bilingual::new("用自己的模板时，对照内置模板修改；用内置模板时，这是程序的错误，请反馈", "if these are your own templates, compare them with the built-in ones; otherwise this is our fault: please report it"))
}

fn no_glyph(character: char) -> Finding {
    let code = u32::from(character);
    Finding::stated("undrawable-character", Bilingual::new(format!("字库里没有“{character}”（U+{code:04X}）这个字符"), format!("no face can draw `{character}` (U+{code:04X})")))
        .why(Bilingual::new("打出来会是空框，读的人看不到", "it would be printed as an empty box"))
        .help(Bilingual::new("换成意思相同的文字；聊天记录里的字符不用改，会自动写成编码", "write it in other words; characters inside a chat log need no change, they are printed as codes"))
}

fn too_long(channel: &Channel, title: &str, count: usize, limit: usize) -> Finding {
    Finding::stated(
        "text-too-long",
        Bilingual::new(
            format!("{}的“{title}”放不下：不能省略的内容有 {count} 字，上限 {limit} 字", channel.title.zh),
            format!("the text `{title}` of {} does not fit: what may not be dropped has {count} characters, the limit is {limit}", channel.title.en),
        ),
    )
    .help(Bilingual::new("缩短商品名称、承诺原文或者诉求的文字", "shorten the name of the goods, the words of the promise, or the claims"))
}

fn explain(error: &typeset::TypesetError) -> String {
    let place = error
        .place
        .as_ref()
        .map(|(file, line, column)| format!("{file}:{line}:{column}: "))
        .unwrap_or_default();
    let hints: String = error.hints.iter().map(|hint| format!("\n{hint}")).collect();
    format!("{place}{}{hints}", error.message)
}

/// Characters that no face has, each with its place in the case file.
fn undrawable(desk: &Desk<'_>, filing: &Value) -> Diagnostics {
    let mut text = String::new();
    collect(filing, &mut text);
    let mut found = Diagnostics::new();
    for character in typeset::undrawable(&text) {
        let diagnostic = Diagnostic::error(no_glyph(character));
        let mut places = desk.places.find_char(character).into_iter();
        found.push(match places.next() {
            Some(route) => places.fold(diagnostic.at(Place::value(route)), |diagnostic, route| {
                diagnostic.with_other(Place::value(route))
            }),
            None => diagnostic,
        });
    }
    found
}

/// Every text of a filing, one after another.
fn collect(value: &Value, text: &mut String) {
    match value {
        Value::String(words) => text.push_str(words),
        Value::Array(items) => items.iter().for_each(|item| collect(item, text)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The plain texts of a channel, cut to size.
fn texts(wording: &Wording, channel: &Channel, filing: &Value) -> Result<Vec<TextView>, Finding> {
    let fault = |message: String| template_fault(channel, &message);
    let path = format!("{}/filing.txt", channel.id);
    let Some(template) = wording
        .fill(&path, &render::one_line(filing))
        .map_err(|error| fault(error.message))?
    else {
        return Ok(Vec::new());
    };
    let sizes = channel.texts.iter();
    sizes
        .map(|size| {
            let fitted =
                render::fit(&template, &size.from, size.limit).map_err(|error| match error {
                    TextError::TooLong { count, limit } => {
                        too_long(channel, &size.title, count, limit)
                    }
                    TextError::BadLine(line) => {
                        fault(format!("{path}: not a sentence with a rank: {line}"))
                    }
                    TextError::NoSection(section) => {
                        fault(format!("{path}: no section `{section}`"))
                    }
                })?;
            Ok(TextView {
                title: size.title.clone(),
                text: fitted.text,
                count: fitted.count,
                limit: size.limit,
            })
        })
        .collect()
}

/// The Typst source with the page library and the pictures, and which original each picture was made of.
fn manuscript(
    desk: &Desk<'_>,
    main: String,
    attachments: &[Attachment],
) -> (Manuscript, BTreeMap<String, String>) {
    let mut files: BTreeMap<String, Arc<[u8]>> = desk
        .templates
        .iter()
        .filter(|(path, _)| path.starts_with("shared/") && path.ends_with(".typ"))
        .map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes())))
        .collect();
    let mut originals = BTreeMap::new();
    for attachment in attachments {
        let item = &desk.case.evidence[attachment.item];
        for picture in attachment.pictures(item.number) {
            let path = match picture.copy.format {
                evidence::CopyFormat::Png => format!("{}.png", picture.stem),
                evidence::CopyFormat::Jpeg => {
                    // Typst decodes every picture that it is given and keeps it; a wrapper lets JPEG data through as it is.
                    files.insert(
                        format!("{}.svg", picture.stem),
                        Arc::from(wrapper(&picture).as_bytes()),
                    );
                    format!("{}.jpg", picture.stem)
                }
            };
            if let Some(original) = item.files.get(picture.file) {
                originals.insert(path.clone(), original.clone());
            }
            files.insert(path, picture.copy.bytes.clone());
        }
    }
    (Manuscript { main, files }, originals)
}

fn wrapper(picture: &filing::Picture<'_>) -> String {
    let (width, height) = (picture.copy.width, picture.copy.height);
    let file = name_of(&picture.stem);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <image width=\"{width}\" height=\"{height}\" xlink:href=\"{file}.jpg\"/></svg>\n"
    )
}

/// The pictures of a filing one by one, in order of weight, ready for a site that takes pictures.
fn pictures(brief: &Brief<'_>, attachments: &[Attachment]) -> Vec<Vec<u8>> {
    let copies = filing::bundle::by_weight(brief, attachments)
        .into_iter()
        .flat_map(|attachment| &attachment.files)
        .filter_map(|attached| match &attached.made.content {
            evidence::Content::Pictures(copies) => Some(copies),
            evidence::Content::Transcript(_) => None,
        });
    copies
        .flatten()
        .filter_map(|copy| evidence::strip_for_upload(copy).ok())
        .collect()
}
