//! Reads and prepares the evidence of a filing.

use rayon::prelude::*;

use super::{Desk, faults};
use crate::case::evidence::{Evidence, Length};
use crate::channel::Channel;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome, Place};
use crate::evidence::{self, Buffers, Ingested, Item, Original, RedactBox, Treatment};
use crate::files;
use crate::filing::{self, Attached, Attachment, Brief};

/// Reads and prepares the evidence of a filing; each file is reported by itself, and none is left out in silence.
pub(super) fn attach(desk: &Desk<'_>, brief: &Brief<'_>) -> Outcome<Vec<Attachment>> {
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
    let made: Vec<Result<Ingested, Box<Finding>>> = jobs
        .par_iter()
        .with_max_len(1)
        .map(|(index, file, path)| {
            let bytes = files::read_inside(desk.folder, path)
                .map_err(|fault| Box::new(faults::unreadable(path, &fault)))?;
            let treatment = treatment(&desk.case.evidence[*index], *file, brief.channel);
            let item = Item {
                original: Original {
                    name: name_of(path).to_owned(),
                    bytes,
                },
                treatment,
            };
            evidence::ingest_one(&item, &buffers).map_err(|fault| {
                let finding = Finding::stated("evidence-file", faults::about(path, &fault.what()));
                Box::new(finding.help(fault.help()))
            })
        })
        .collect();
    drop(buffers);
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
                        name: name_of(path).to_owned(),
                        made,
                    });
                }
            }
        }
    }
    Outcome::new(Some(attachments), found)
}

pub(super) fn name_of(path: &str) -> &str {
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
