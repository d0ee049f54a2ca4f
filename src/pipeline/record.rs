//! The manifest of a filing.

use crate::evidence::FiledCopy;
use crate::filing::{Attachment, Brief};
use crate::manifest::{
    CopyRecord, ExhibitRecord, FileRecord, Manifest, OriginalRecord, VolumeRecord,
};

/// What a filing is made of; the pages are known when it is laid out, its hash when it is exported.
pub(super) fn manifest(brief: &Brief<'_>, attachments: &[Attachment]) -> Manifest {
    Manifest {
        program: concat!("tousu ", env!("CARGO_PKG_VERSION")).to_owned(),
        channel: brief.channel.id.clone(),
        date: brief.today.to_string(),
        pdf: None,
        volume: brief.volume.map(|plan| VolumeRecord {
            no: plan.no,
            of: plan.of,
        }),
        exhibits: attachments.iter().map(|one| exhibit(brief, one)).collect(),
    }
}

fn exhibit(brief: &Brief<'_>, attachment: &Attachment) -> ExhibitRecord {
    let item = &brief.case.evidence[attachment.item];
    let original = |attached: &crate::filing::Attached| OriginalRecord {
        file: FileRecord {
            name: attached.name.clone(),
            bytes: attached.made.fingerprint.bytes,
            sha256: attached.made.fingerprint.sha256.clone(),
        },
        path: item.files.get(attached.place).cloned(),
        attached: attached.inside.as_ref().map(|inside| inside.name.clone()),
        done: attached
            .made
            .steps
            .iter()
            .map(ToString::to_string)
            .collect(),
        copies: attached.made.content.copies().iter().map(copy).collect(),
    };
    ExhibitRecord {
        no: item.number,
        name: item.name.clone(),
        pages: None,
        originals: attachment.files.iter().map(original).collect(),
    }
}

fn copy(copy: &FiledCopy) -> CopyRecord {
    CopyRecord {
        bytes: copy.bytes.len() as u64,
        sha256: copy.sha256.clone(),
        width: copy.width,
        height: copy.height,
        page: copy.page.map(|page| page.no),
        slice: copy.part.map(|part| part.no),
    }
}
