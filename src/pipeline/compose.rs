//! Drafts, words and typesets one filing.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::attach::name_of;
use super::{Desk, Papers, Volume, faults, originals, proof, record};
use crate::channel::{Channel, Templates, TextSize};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome, Place};
use crate::evidence;
use crate::filing::bundle::VolumePlan;
use crate::filing::{self, Attachment, Brief, TextView};
use crate::manifest::Manifest;
use crate::render::{self, TextError, Wording};
use crate::typeset::{self, Manuscript};

/// One filing in words: all that is decided before it is laid out.
pub(super) struct Worded {
    filing: Value,
    texts: Vec<TextView>,
    main: String,
}

/// Drafts one filing and puts it into words.
pub(super) fn word(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &[Attachment],
) -> Outcome<Worded> {
    let channel = brief.channel;
    let drafted = filing::draft(brief, attachments).map_err(|error| error.to_string());
    let filing = match drafted {
        Ok(filing) => filing,
        Err(message) => return failed(faults::template_fault(channel, &message)),
    };
    let undrawable = undrawable(desk, &filing);
    if undrawable.has_errors() {
        return Outcome::new(None, undrawable);
    }
    match in_words(desk, channel, filing) {
        Ok((worded, found)) => Outcome::new(worded, found),
        Err(finding) => failed(*finding),
    }
}

fn failed<T>(finding: Finding) -> Outcome<T> {
    Outcome::failed(Diagnostic::error(finding))
}

fn in_words(
    desk: &Desk<'_>,
    channel: &Channel,
    mut filing: Value,
) -> Result<(Option<Worded>, Diagnostics), Box<Finding>> {
    let fault = |message: &str| Box::new(faults::template_fault(channel, message));
    let wording = Wording::of(desk.templates, &channel.id, desk.today)
        .map_err(|error| fault(&error.message))?;
    let (texts, found) = texts(&wording, channel, &filing)?;
    if found.has_errors() {
        return Ok((None, found));
    }
    let by_name: BTreeMap<&str, &TextView> = texts
        .iter()
        .map(|(size, text)| (size.id.as_str(), text))
        .collect();
    filing["texts"] = serde_json::to_value(by_name).map_err(|error| fault(&error.to_string()))?;
    let path = format!("{}/filing.typ", channel.id);
    let main = wording
        .fill(&path, &filing)
        .map_err(|error| fault(&error.message))?;
    let main = main.ok_or_else(|| fault(&format!("templates/{path} is missing")))?;
    let worded = Worded {
        filing,
        texts: texts.into_iter().map(|(_, text)| text).collect(),
        main,
    };
    Ok((Some(worded), found))
}

/// Lays out a filing in one volume, or the first of several.
pub(super) fn lay_out(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &[Attachment],
    worded: Worded,
) -> Outcome<Papers> {
    let Worded {
        filing,
        texts,
        main,
    } = worded;
    let attachments = if brief.channel.self_use {
        &[]
    } else {
        attachments
    };
    volume(desk, brief, attachments, main).map(|volume| Papers {
        stem: brief.stem.to_owned(),
        filing,
        texts,
        volumes: vec![volume],
        exhibits: attachments.len(),
        pictures: pictures(brief, attachments),
    })
}

/// Lays out a filing in volumes, one after another, as planned.
pub(super) fn in_volumes(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &[Attachment],
    plans: &[VolumePlan],
) -> Outcome<Papers> {
    let of = |plan| Brief {
        volume: Some(plan),
        ..*brief
    };
    let Some((first, others)) = plans.split_first() else {
        return Outcome::new(None, Diagnostics::new());
    };
    let worded = word(desk, &of(first), attachments);
    let bound = worded.and_then(|worded| lay_out(desk, &of(first), attachments, worded));
    others.iter().fold(bound, |bound, plan| {
        bound.and_then(|mut papers| {
            let brief = &of(plan);
            let volume = match filing::draft(brief, attachments) {
                Ok(filing) => volume(desk, brief, attachments, later(&filing)),
                Err(error) => failed(faults::template_fault(brief.channel, &error.to_string())),
            };
            volume.map(|volume| {
                papers.volumes.push(volume);
                papers
            })
        })
    })
}

/// The source of a volume after the first, which the page library draws by itself.
fn later(filing: &Value) -> String {
    let value = json!({
        "document": filing["channel"]["document"],
        "title": filing["title"],
        "author": filing["author"],
        "case-no": filing["case_no"],
        "date": filing["today"]["ymd"],
        "bundle": filing["bundle"],
    });
    let value = render::literal(&value);
    format!("#import \"/shared/volume.typ\": volume\n#volume({value})\n")
}

/// Lays out one volume, with those of all attachments that lie in it.
fn volume(desk: &Desk<'_>, brief: &Brief<'_>, all: &[Attachment], main: String) -> Outcome<Volume> {
    let attachments = brief.in_volume(all);
    let (mut manuscript, originals) = manuscript(desk, main, attachments);
    let enclosed = originals::enclosed(brief, attachments);
    originals::stand_in(&mut manuscript, &enclosed);
    let mut manifest = record::manifest(brief, attachments);
    if brief.channel.hash_list {
        match manifest.to_file().written() {
            Ok(written) => drop(
                manuscript
                    .files
                    .insert(Manifest::INSIDE.to_owned(), Arc::from(written.into_bytes())),
            ),
            Err(error) => return failed(faults::template_fault(brief.channel, &error.to_string())),
        }
    }
    let errors = |messages: Vec<String>| {
        messages
            .iter()
            .map(|message| Diagnostic::error(faults::template_fault(brief.channel, message)))
            .collect()
    };
    let document = match typeset::typeset(manuscript) {
        Ok(document) => document,
        Err(found) => {
            return Outcome::new(None, errors(found.iter().map(faults::explain).collect()));
        }
    };
    let missing = document.missing_glyphs();
    if !missing.is_empty() {
        let missing = missing.iter().flat_map(|text| text.chars());
        return Outcome::new(
            None,
            missing
                .map(|c| Diagnostic::error(faults::no_glyph(c, false)))
                .collect(),
        );
    }
    let lost = document.off_the_page();
    if let Some((page, words)) = lost.first() {
        return Outcome::failed(Diagnostic::error(faults::off_the_page(
            brief.channel,
            *page,
            words,
        )));
    }
    let pages = document.exhibit_pages();
    for exhibit in &mut manifest.exhibits {
        exhibit.pages = pages.get(&exhibit.no).copied();
    }
    Outcome::clean(Volume {
        stem: match brief.volume {
            Some(plan) => format!("{}-{}", brief.stem, plan.no),
            None => brief.stem.to_owned(),
        },
        enclosed,
        document,
        originals,
        manifest,
        hidden: proof::hidden(brief, all),
    })
}

/// Characters that no face has, each with its place in the case file.
fn undrawable(desk: &Desk<'_>, filing: &Value) -> Diagnostics {
    let mut text = String::new();
    collect(filing, &mut text);
    let mut found = Diagnostics::new();
    for character in typeset::undrawable(&text) {
        let places = desk.places.find_char(character);
        let is_name = places.iter().any(|route| is_name(route));
        let diagnostic = Diagnostic::error(faults::no_glyph(character, is_name));
        let mut places = places.into_iter();
        found.push(match places.next() {
            Some(route) => places.fold(diagnostic.at(Place::value(route)), |diagnostic, route| {
                diagnostic.with_other(Place::value(route))
            }),
            None => diagnostic,
        });
    }
    found
}

/// Whether a route leads to a legal name or an address, whose characters are not the writer's to choose.
fn is_name(route: &str) -> bool {
    const OF_PARTIES: [&str; 8] = [
        "name",
        "address",
        "domicile",
        "residence",
        "legal_rep",
        "operator",
        "employer",
        "holder",
    ];
    const OFFICES: [&str; 3] = ["court.name", "samr.name", "court.province"];
    let key = route.rsplit('.').next().unwrap_or(route);
    let is_party = route.starts_with("complainant") || route.starts_with("respondents");
    is_party && OF_PARTIES.contains(&key) || key == "payee_shown" || OFFICES.contains(&route)
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

/// Plain texts, each with the size that it was cut to.
type Texts<'c> = Vec<(&'c TextSize, TextView)>;

/// The plain texts of a channel with their sizes, cut to fit, and what did not fit.
///
/// A size that cannot hold what may not be dropped is an error, unless a larger one of the same section holds it: then
/// the filing goes without the smaller one, and says so.
fn texts<'c>(
    wording: &Wording,
    channel: &'c Channel,
    filing: &Value,
) -> Result<(Texts<'c>, Diagnostics), Box<Finding>> {
    let fault = |message: String| Box::new(faults::template_fault(channel, &message));
    let path = format!("{}/filing.txt", channel.id);
    let mut found = Diagnostics::new();
    let Some(template) = wording
        .fill(&path, &render::one_line(filing))
        .map_err(|error| fault(error.message))?
    else {
        return Ok((Vec::new(), found));
    };
    let mut texts = Vec::new();
    let mut too_long = Vec::new();
    for size in &channel.texts {
        match render::fit(&template, &size.from, size.limit) {
            Ok(fitted) => texts.push((
                size,
                TextView {
                    title: size.title.clone(),
                    text: fitted.text,
                    count: fitted.count,
                    limit: size.limit,
                },
            )),
            Err(TextError::TooLong {
                count,
                limit,
                longest,
            }) => too_long.push((size, count, limit, longest)),
            Err(TextError::BadLine(line)) => {
                return Err(fault(format!("{path}: not a sentence with a rank: {line}")));
            }
            Err(TextError::NoSection(section)) => {
                return Err(fault(format!("{path}: no section `{section}`")));
            }
        }
    }
    for (size, count, limit, longest) in too_long {
        let larger = texts
            .iter()
            .find(|(other, _)| other.from == size.from && other.limit.is_some());
        let finding = faults::too_long(channel, &size.title, (count, limit), &longest);
        found.push(match larger {
            Some((larger, _)) => Diagnostic::warning(faults::instead(finding, &larger.title)),
            None => Diagnostic::error(finding),
        });
    }
    Ok((texts, found))
}

/// The Typst source with the page library and the pictures, and which original each picture was made of.
fn manuscript(
    desk: &Desk<'_>,
    main: String,
    attachments: &[Attachment],
) -> (Manuscript, BTreeMap<String, String>) {
    let mut files = library(desk.templates);
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

/// The sources of the page library.
pub(super) fn library(templates: &Templates) -> BTreeMap<String, Arc<[u8]>> {
    let sources = templates
        .iter()
        .filter(|(path, _)| path.starts_with("shared/") && path.ends_with(".typ"));
    sources
        .map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes())))
        .collect()
}

/// An SVG that shows a JPEG. It names the hash of the picture, because Typst tells wrappers apart by their text alone:
/// otherwise one channel's picture would come out on the pages of another.
fn wrapper(picture: &filing::Picture<'_>) -> String {
    let (width, height) = (picture.copy.width, picture.copy.height);
    let file = name_of(&picture.stem);
    let sha256 = &picture.copy.sha256;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <image width=\"{width}\" height=\"{height}\" xlink:href=\"{file}.jpg\"/><!-- {sha256} --></svg>\n"
    )
}

/// The pictures of a filing one by one, in order of weight, ready for a site that takes pictures.
fn pictures(brief: &Brief<'_>, attachments: &[Attachment]) -> Vec<Vec<u8>> {
    let copies = filing::bundle::by_weight(brief, attachments)
        .into_iter()
        .flat_map(|attachment| &attachment.files)
        .map(|attached| attached.made.content.copies());
    copies
        .flatten()
        .filter_map(|copy| evidence::strip_for_upload(copy).ok())
        .collect()
}
