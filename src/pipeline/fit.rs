//! Makes a filing fit the limits that its reader sets.

use rayon::prelude::*;

use super::{Bounds, Desk, Papers, Volume, attach, compose, export, faults, volumes};
use crate::diagnostic::{Diagnostic, Diagnostics, Outcome};
use crate::evidence::{self, Squeeze};
use crate::filing::{Attached, Attachment, Brief};

/// Returns the papers as they are, or made from smaller copies, within the limits; or says why that cannot be.
///
/// The limit of bytes is spent where it is needed: every copy keeps what it has until the whole is too large, then
/// photos lose first, pages of paper next and screens last, and none falls below what can be read.
pub(super) fn within(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &[Attachment],
    papers: Papers,
) -> Outcome<Papers> {
    let Bounds { bytes, pages, .. } = desk.bounds.within(brief.channel);
    let mut found = Diagnostics::new();
    if let Some(most) = pages.filter(|most| papers.page_count() > *most) {
        let longest = longest(&papers);
        let count = papers.page_count();
        let finding = faults::too_many_pages(brief.channel, count, most, &longest);
        found.push(Diagnostic::error(finding));
    }
    if let Some(left_out) = left_out(brief, attachments) {
        found.push(Diagnostic::warning(left_out));
    }
    let Some(most) = bytes else {
        return Outcome::new(Some(papers), found);
    };
    let first = match size(desk, &papers) {
        Ok(size) => size,
        Err(message) => {
            let finding = faults::template_fault(brief.channel, &message);
            return Outcome::failed(Diagnostic::error(finding));
        }
    };
    if first.largest <= most {
        return Outcome::new(Some(papers), found);
    }
    let mut made = attachments.to_vec();
    let mut weights = weights(&made, None);
    let around = first
        .pdfs
        .iter()
        .sum::<u64>()
        .saturating_sub(weights.iter().sum());
    let mut smallest = first.largest;
    for squeeze in Squeeze::steps() {
        // What is wrong with a file was told when it was first read.
        let smaller = attach::attach(desk, brief, squeeze).collect_into(&mut Diagnostics::new());
        keep_lighter(&mut made, &mut weights, smaller.unwrap_or_default());
        if around + weights.iter().sum::<u64>() > most {
            continue;
        }
        let worded = compose::word(desk, brief, &made);
        let laid_out = worded.and_then(|worded| compose::lay_out(desk, brief, &made, worded));
        let Some(papers) = laid_out.collect_into(&mut Diagnostics::new()) else {
            break;
        };
        smallest = size(desk, &papers).map_or(smallest, |size| size.largest.min(smallest));
        if smallest <= most {
            let told = faults::made_smaller(brief.channel, first.largest, smallest);
            found.push(Diagnostic::warning(told));
            return Outcome::new(Some(papers), found);
        }
    }
    // With originals inside it is first made again without them.
    let encloses = papers.volumes.iter().any(|one| !one.enclosed.is_empty());
    let parted = || volumes::parted(desk, brief, &made, around, most);
    if let Some(papers) = (!encloses).then(parted).flatten() {
        let told = faults::in_volumes(brief.channel, papers.volumes.len(), first.largest, most);
        found.push(Diagnostic::warning(told));
        return Outcome::new(Some(papers), found);
    }
    let least = smallest.min(around + weights.iter().sum::<u64>()).max(most);
    let heaviest = heaviest(brief, &made, &weights);
    let finding = faults::too_large(
        brief.channel,
        least,
        most,
        desk.volumes(brief.channel),
        &heaviest,
    );
    found.push(Diagnostic::error(finding));
    Outcome::new(None, found)
}

/// Puts lighter copies in the place of heavier ones: a screen in few colours takes more bytes when it is scaled.
fn keep_lighter(made: &mut [Attachment], weights: &mut [u64], smaller: Vec<Attachment>) {
    let others = self::weights(&smaller, Some((made, weights)));
    let files = made.iter_mut().flat_map(|one| &mut one.files);
    let smaller = smaller.into_iter().flat_map(|one| one.files);
    for (((file, weight), other), lighter) in files.zip(weights).zip(smaller).zip(others) {
        if lighter < *weight {
            (file.made, *weight) = (other.made, lighter);
        }
    }
}

/// About how many bytes each file takes in the PDF; files whose copies are the known ones weigh what those do.
fn weights(attachments: &[Attachment], known: Option<(&[Attachment], &[u64])>) -> Vec<u64> {
    let files: Vec<&Attached> = attachments.iter().flat_map(|one| &one.files).collect();
    let known: Vec<(&Attached, u64)> = known.map_or_else(Vec::new, |(known, weights)| {
        let files = known.iter().flat_map(|one| &one.files);
        files.zip(weights.iter().copied()).collect()
    });
    let hashes = |file: &Attached| -> Vec<String> {
        file.made
            .content
            .copies()
            .iter()
            .map(|copy| copy.sha256.clone())
            .collect()
    };
    let weigh = |(index, file): (usize, &&Attached)| match known.get(index) {
        Some((other, weight)) if hashes(other) == hashes(file) => *weight,
        _ => file
            .made
            .content
            .copies()
            .iter()
            .map(evidence::stored_bytes)
            .sum(),
    };
    files.par_iter().enumerate().map(weigh).collect()
}

/// How large the files of a filing are, in bytes.
pub(super) struct Size {
    /// Each PDF.
    pub(super) pdfs: Vec<u64>,
    /// The largest of the PDFs and the pictures beside them.
    pub(super) largest: u64,
}

/// Measures the files of a filing.
pub(super) fn size(desk: &Desk<'_>, papers: &Papers) -> Result<Size, String> {
    let pdf = |volume: &Volume| {
        let bound = export::bound(desk, volume);
        bound
            .map(|bound| bound.length())
            .map_err(|error| error.messages.join("\n"))
    };
    let pdfs: Vec<u64> = papers.volumes.iter().map(pdf).collect::<Result<_, _>>()?;
    let pictures = papers.pictures.iter().map(|picture| picture.len() as u64);
    let largest = pdfs.iter().copied().chain(pictures).max();
    Ok(Size {
        pdfs,
        largest: largest.unwrap_or_default(),
    })
}

/// The three heaviest exhibits, by number and bytes.
fn heaviest(brief: &Brief<'_>, attachments: &[Attachment], weights: &[u64]) -> Vec<(u32, u64)> {
    let mut weights = weights.iter();
    let mut all: Vec<(u32, u64)> = attachments
        .iter()
        .map(|one| {
            let number = brief.case.evidence[one.item].number;
            (number, weights.by_ref().take(one.files.len()).sum())
        })
        .collect();
    all.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    all.truncate(3);
    all
}

/// The three exhibits with the most pages.
fn longest(papers: &Papers) -> Vec<(u32, u64)> {
    let mut all: Vec<(u32, u64)> = papers
        .volumes
        .iter()
        .flat_map(|volume| &volume.manifest.exhibits)
        .filter_map(|one| {
            let (first, last) = one.pages?;
            Some((one.no, (last - first + 1) as u64))
        })
        .collect();
    all.sort_by_key(|(_, pages)| std::cmp::Reverse(*pages));
    all.truncate(3);
    all
}

/// What is said of exhibits whose pictures are not among those that are uploaded one by one.
fn left_out(brief: &Brief<'_>, attachments: &[Attachment]) -> Option<crate::diagnostic::Finding> {
    let most = brief.most_pictures?;
    let kept = crate::filing::bundle::by_weight(brief, attachments);
    let missing: Vec<String> = attachments
        .iter()
        .filter(|one| !one.pictures(0).is_empty())
        .filter(|one| !kept.iter().any(|kept| kept.item == one.item))
        .map(|one| format!("证据{}", brief.case.evidence[one.item].number))
        .collect();
    let takes_pictures = brief.channel.pictures.is_some();
    (takes_pictures && !missing.is_empty())
        .then(|| faults::pictures_left_out(brief.channel, most, &missing))
}
