//! Reads and prepares the evidence of a filing.

use std::path::Path;

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Desk, faults, keep};
use crate::case::evidence::{Evidence, Excerpt, Length, Spoken};
use crate::channel::Channel;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome, Place};
use crate::evidence::{
    self, Area, Buffers, Content, Darkroom, Face, Ingested, Item, Original, PageArea, Squeeze,
    Treatment,
};
use crate::files;
use crate::filing::{self, Attached, Attachment, Brief};
use crate::typeset;

/// The face for documents that lack their fonts.
pub const STAND_IN: Face = Face {
    data: typeset::STAND_IN,
    has: typeset::stand_in_has,
};

/// Reads and prepares the evidence of a filing; each file is reported by itself, and none is left out in silence.
pub(super) fn attach(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    squeeze: Squeeze,
) -> Outcome<Vec<Attachment>> {
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
    let buffers = Buffers::default();
    let darkroom = Darkroom {
        program: desk.program.map(Path::to_path_buf),
        face: STAND_IN,
        patience: Darkroom::PATIENCE,
    };
    let done = AtomicUsize::new(0);
    let prepare = |(index, file, path): &(usize, usize, &str)| {
        let bytes = files::read_evidence(desk.folder, path, desk.reach)
            .map_err(|fault| Box::new(faults::unreadable(path, &fault)))?;
        let treatment = Treatment {
            squeeze,
            ..treatment(&desk.case.evidence[*index], *file, brief.channel)
        };
        let item = Item {
            original: Original::new(name_of(path), bytes),
            treatment,
        };
        keep::ingest(desk.cache, &item, &buffers, &darkroom).map_err(|fault| {
            let finding = Finding::stated("evidence-file", faults::about(path, &fault.what()));
            Box::new(finding.help(fault.help()))
        })
    };
    let made: Vec<Result<Ingested, Box<Finding>>> = jobs
        .par_iter()
        .with_max_len(1)
        .map(|job| {
            let made = prepare(job);
            desk.watch
                .tell(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
            made
        })
        .collect();
    drop(buffers);
    let mut found = Diagnostics::new();
    let mut attachments: Vec<Attachment> = attached
        .into_iter()
        .map(|item| Attachment {
            item,
            files: Vec::new(),
            share: None,
        })
        .collect();
    for ((index, place_in_item, path), made) in jobs.into_iter().zip(made) {
        let place = || file_place(desk, index, path);
        match made {
            Err(finding) => found.push(Diagnostic::error(*finding).at(place())),
            Ok(made) => {
                found.extend(
                    made.notices
                        .iter()
                        .map(|notice| faults::remark(path, notice).at(place())),
                );
                if let Some(attachment) = attachments
                    .iter_mut()
                    .find(|attachment| attachment.item == index)
                {
                    attachment.files.push(Attached {
                        place: place_in_item,
                        name: name_of(path).to_owned(),
                        made,
                        inside: None,
                    });
                }
            }
        }
    }
    for attachment in &attachments {
        found.extend(recorded(desk, attachment));
        found.extend(framed(desk, attachment));
        found.extend(timed(desk, attachment));
    }
    Outcome::new(Some(attachments), found)
}

/// That nobody says when a picture was taken, with what its camera noted.
fn timed(desk: &Desk<'_>, attachment: &Attachment) -> Option<Diagnostic> {
    let item = &desk.case.evidence[attachment.item];
    if item.captured.is_some() {
        return None;
    }
    let mut files = attachment.files.iter();
    let noted = files.find_map(|file| Some((file, file.made.taken?)));
    let finding = match noted {
        Some((file, taken)) => faults::camera_time(&file.name, taken),
        None => {
            let is_picture = |file: &&Attached| matches!(file.made.content, Content::Pictures(_));
            faults::no_time(&attachment.files.iter().find(is_picture)?.name)
        }
    };
    let place = Place::whole(format!("evidence[{}]", item.listed));
    Some(Diagnostic::warning(finding).at(place))
}

/// Whether frames are drawn on pictures only.
fn framed(desk: &Desk<'_>, attachment: &Attachment) -> Diagnostics {
    let item = &desk.case.evidence[attachment.item];
    let on_text = item.marks.iter().enumerate().filter_map(|(index, mark)| {
        let is_own = |file: &&Attached| u32::try_from(file.place + 1) == Ok(mark.file);
        let file = attachment.files.iter().find(is_own)?;
        let route = format!("evidence[{}].marks[{index}]", item.listed);
        let finding = faults::frames_on_text(&file.name);
        (!matches!(file.made.content, Content::Pictures(_)))
            .then(|| Diagnostic::warning(finding).at(Place::whole(route)))
    });
    on_text.collect()
}

/// Whether the words of recordings are given, and lie inside them.
fn recorded(desk: &Desk<'_>, attachment: &Attachment) -> Diagnostics {
    let item = &desk.case.evidence[attachment.item];
    let recordings = || {
        attachment
            .files
            .iter()
            .filter_map(|file| match &file.made.content {
                Content::Recording(recording) => Some((file, recording)),
                _ => None,
            })
    };
    let mut found = Diagnostics::new();
    if item.transcript.is_empty() {
        for (file, _) in recordings() {
            let finding = faults::without_words(&file.name);
            let place = Place::whole(format!("evidence[{}]", item.listed));
            found.push(Diagnostic::warning(finding).at(place));
        }
    }
    let lengths: Option<Vec<u64>> = recordings()
        .map(|(_, recording)| Some(recording.length?.as_millis().div_ceil(1000)))
        .map(|seconds| u64::try_from(seconds?).ok())
        .collect();
    let Some(longest) = lengths.into_iter().flatten().max() else {
        return found;
    };
    for (index, spoken) in item.transcript.iter().enumerate() {
        if u64::from(spoken.at) > longest {
            let end = u32::try_from(longest).unwrap_or(u32::MAX);
            let finding = faults::beyond_end(&Spoken::clock(spoken.at), &Spoken::clock(end));
            let route = format!("evidence[{}].transcript[{index}]", item.listed);
            found.push(Diagnostic::warning(finding).at(Place::whole(route)));
        }
    }
    found
}

pub(super) fn name_of(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The place of a file's path in the case file; of a file in a folder, where that is named.
fn file_place(desk: &Desk<'_>, item: usize, path: &str) -> Place {
    let around = format!("evidence[{}]", desk.case.evidence[item].listed);
    let route = desk
        .places
        .find(|text| text == path)
        .into_iter()
        .find(|route| route.starts_with("evidence"));
    Place::value(route.unwrap_or_else(|| format!("{around}.files[0]")))
}

/// What is done to a file in a channel.
fn treatment(item: &Evidence, file: usize, channel: &Channel) -> Treatment {
    let is_own = |no: u32| usize::try_from(no).is_ok_and(|no| no == file + 1);
    let on_page = |page: u32, at: [Length; 4]| {
        let [x, y, w, h] = at.map(|length| match length {
            Length::Pixels(pixels) => evidence::Length::Pixels(pixels),
            Length::Percent(hundredths) => evidence::Length::Percent(hundredths),
        });
        PageArea {
            page,
            area: Area { x, y, w, h },
        }
    };
    let boxes = item
        .redactions
        .iter()
        .filter(|one| is_own(one.file) && filing::bundle::holds(&one.scope, channel))
        .map(|one| on_page(one.page, one.at));
    let crops = item
        .crops
        .iter()
        .filter(|one| is_own(one.file))
        .map(|one| on_page(one.page, one.at));
    // One turn holds for all files.
    let turns = match item.turns.as_slice() {
        [turns] => *turns,
        turns => turns.get(file).copied().unwrap_or(0),
    };
    let excerpts = item.range.iter().map(|part| match *part {
        Excerpt::Numbers(from, to) => evidence::Excerpt::Numbers(from, to),
        Excerpt::Days(from, to) => evidence::Excerpt::Days(from, to),
    });
    Treatment {
        boxes: boxes.collect(),
        excerpts: excerpts.collect(),
        crops: crops.collect(),
        turns,
        pages: item.pages.clone(),
        password: item.password.clone(),
        ..Treatment::default()
    }
}
