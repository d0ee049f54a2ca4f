//! The pictures one by one, for a channel that takes them so.

use serde::Serialize;

use super::list::{content, proves};
use super::{Attachment, RefView, References};
use crate::case::choice::Choice;
use crate::filing::Brief;

/// Pictures of one exhibit, as they are uploaded.
#[derive(Debug, Clone, Serialize)]
pub struct UploadView {
    /// What they are.
    pub name: String,
    /// What they show.
    pub shows: String,
    /// The names of their files: `alipay-01.jpg`, or `alipay-02.jpg 至 alipay-04.jpg`.
    pub files: String,
    /// The exhibit.
    pub refs: Vec<RefView>,
}

/// The attached items in the order of weight of the channel, as many as it takes, or none where it takes no pictures.
pub fn by_weight<'a>(brief: &Brief<'_>, attachments: &'a [Attachment]) -> Vec<&'a Attachment> {
    let Some(order) = &brief.channel.pictures else {
        return Vec::new();
    };
    let weight = |attachment: &&Attachment| {
        let links = &brief.case.evidence[attachment.item].proves;
        links
            .iter()
            .filter_map(|link| order.iter().position(|word| word == link.en()))
            .min()
            .unwrap_or(order.len())
    };
    let mut sorted: Vec<&Attachment> = attachments
        .iter()
        .filter(|attachment| !attachment.pictures(0).is_empty())
        .collect();
    sorted.sort_by_key(weight);
    // An exhibit is uploaded with all its pictures or not at all: a part of a chat can mislead.
    let mut room = brief.most_pictures.unwrap_or(usize::MAX);
    sorted.retain(|attachment| {
        let needed = attachment.pictures(0).len();
        let fits = needed <= room;
        room -= if fits { needed } else { 0 };
        fits
    });
    sorted
}

/// The pictures in order of weight, with the names of their files.
pub(in crate::filing) fn uploads(
    brief: &Brief<'_>,
    refs: &References,
    attachments: &[Attachment],
) -> Vec<UploadView> {
    let mut next = 1;
    let file = |number: usize| format!("{}-{number:02}.jpg", brief.stem);
    let view = |attachment: &Attachment| {
        let item = &brief.case.evidence[attachment.item];
        let count = attachment.pictures(item.number).len();
        let first = next;
        next += count;
        UploadView {
            name: item.name.clone(),
            shows: content(item)
                .or_else(|| proves(brief.vocabulary, item))
                .unwrap_or_default(),
            files: if count == 1 {
                file(first)
            } else {
                format!("{} 至 {}", file(first), file(next - 1))
            },
            refs: refs.of_items(&[attachment.item]),
        }
    };
    by_weight(brief, attachments)
        .into_iter()
        .map(view)
        .collect()
}
