//! Parts a filing that is too large for one file among volumes (分卷).
//!
//! The first volume holds the filing itself with the list of all exhibits; every volume names volume and page of
//! each, so that the pages of all have to be known before any is laid out for good.

use std::ops::Range;

use rayon::prelude::*;

use super::fit::size;
use super::{Desk, Papers, compose};
use crate::diagnostic::Diagnostics;
use crate::evidence;
use crate::filing::bundle::{Places, Span, VolumePlan};
use crate::filing::{Attachment, Brief};

/// How often a filing is parted anew with less room, because a volume came out larger than planned.
const TRIES: usize = 5;

/// How often volumes are laid out until each knows the pages of the others.
const ROUNDS: usize = 5;

/// The pictures of one attachment that go into one volume.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Share {
    /// The place of the attachment.
    attachment: usize,
    /// Which of its pictures.
    pictures: Range<usize>,
}

/// The filing in as few volumes as take it, none larger than `most` bytes; `around` is about what one takes without
/// pictures. Nothing if a single picture is too large, or if there would be more volumes than may be.
pub(super) fn parted(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &[Attachment],
    around: u64,
    most: u64,
) -> Option<Papers> {
    let weights: Vec<Vec<u64>> = attachments.iter().map(weigh).collect();
    // Most of it is for pages that no single volume has: a guess on the low side is mended by measuring.
    let guess = around.min(most / 3);
    let mut around = Around {
        first: guess,
        later: guess,
    };
    let mut best: Option<Papers> = None;
    let mut tried = Vec::new();
    for _ in 0..TRIES {
        let Some(shares) = around.left_of(most).and_then(|room| shares(&weights, room)) else {
            break;
        };
        if tried == shares {
            break;
        }
        let papers = bound(desk, brief, attachments, &shares)?;
        let size = size(desk, &papers).ok()?;
        around = Around::measured(&size.pdfs, &shares, &weights);
        let fewer = best
            .as_ref()
            .is_none_or(|best| shares.len() < best.volumes.len());
        if size.largest <= most && fewer {
            best = Some(papers);
        }
        tried = shares;
    }
    let may_be = desk.volumes(brief.channel);
    best.filter(|papers| may_be.is_none_or(|most| papers.volumes.len() <= most))
}

/// About how many bytes each picture of an attachment takes in a PDF.
fn weigh(attachment: &Attachment) -> Vec<u64> {
    let files = attachment.files.iter();
    let copies: Vec<_> = files.flat_map(|file| file.made.content.copies()).collect();
    copies
        .par_iter()
        .map(|copy| evidence::stored_bytes(copy))
        .collect()
}

/// What volumes take without their pictures, or have left for them, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Around {
    /// The first, with the filing itself.
    first: u64,
    /// Each of the others.
    later: u64,
}

impl Around {
    /// What is left of so many bytes for pictures.
    fn left_of(self, most: u64) -> Option<Self> {
        Some(Self {
            first: most.checked_sub(self.first)?,
            later: most.checked_sub(self.later)?,
        })
    }

    /// What volumes took, and some more, because a page list or a hash can grow with what is dealt anew.
    fn measured(pdfs: &[u64], shares: &[Vec<Share>], weights: &[Vec<u64>]) -> Self {
        let mut around = pdfs.iter().zip(shares).map(|(pdf, shares)| {
            let pictures = shares
                .iter()
                .flat_map(|share| &weights[share.attachment][share.pictures.clone()]);
            let around = pdf.saturating_sub(pictures.sum());
            around + around / 50 + 2_000
        });
        let first = around.next().unwrap_or_default();
        let later = around.max().unwrap_or(first);
        Self { first, later }
    }
}

/// Deals pictures out to volumes with so much room for them, in order. An exhibit that fits a volume of its own
/// stays whole. Nothing if a picture fits nowhere.
fn shares(weights: &[Vec<u64>], room: Around) -> Option<Vec<Vec<Share>>> {
    let mut volumes = vec![Vec::new()];
    let mut left = room.first;
    let room = room.later;
    for (attachment, pictures) in weights.iter().enumerate() {
        let whole: u64 = pictures.iter().sum();
        if whole > left && whole <= room {
            volumes.push(Vec::new());
            left = room;
        }
        let mut start = 0;
        for (no, weight) in pictures.iter().enumerate() {
            if *weight > room {
                return None;
            }
            if *weight > left {
                if start < no {
                    volumes.last_mut()?.push(Share {
                        attachment,
                        pictures: start..no,
                    });
                }
                volumes.push(Vec::new());
                (start, left) = (no, room);
            }
            left -= weight;
        }
        volumes.last_mut()?.push(Share {
            attachment,
            pictures: start..pictures.len(),
        });
    }
    Some(volumes)
}

/// Lays the volumes out until each names the pages that the others came out with.
fn bound(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &[Attachment],
    shares: &[Vec<Share>],
) -> Option<Papers> {
    let parts: Vec<Vec<Attachment>> = shares
        .iter()
        .map(|shares| {
            shares
                .iter()
                .map(|share| attachments[share.attachment].part(&share.pictures))
                .collect()
        })
        .collect();
    let mut places = guessed(brief, &parts);
    for _ in 0..ROUNDS {
        let plans: Vec<VolumePlan> = (1..)
            .zip(&parts)
            .map(|(no, attachments)| VolumePlan {
                no,
                of: parts.len(),
                attachments: attachments.clone(),
                places: places.clone(),
            })
            .collect();
        // What is to be said of the filing was said when it was laid out in one piece.
        let papers = compose::in_volumes(desk, brief, attachments, &plans)
            .collect_into(&mut Diagnostics::new())?;
        let found = places_in(&papers);
        if found == places {
            return Some(papers);
        }
        places = found;
    }
    None
}

/// Where exhibits may lie, before any page is laid out: in the right volume, on a page of two digits.
fn guessed(brief: &Brief<'_>, parts: &[Vec<Attachment>]) -> Places {
    let mut places = Places::new();
    for (volume, attachments) in (1..).zip(parts) {
        for attachment in attachments {
            let number = brief.case.evidence[attachment.item].number;
            places.entry(number).or_default().push(Span {
                volume,
                first: 10,
                last: 10,
            });
        }
    }
    places
}

fn places_in(papers: &Papers) -> Places {
    let mut places = Places::new();
    for (volume, bound) in (1..).zip(&papers.volumes) {
        for (number, (first, last)) in bound.document.exhibit_pages() {
            places.entry(number).or_default().push(Span {
                volume,
                first,
                last,
            });
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Around, Share, shares};

    fn share(attachment: usize, pictures: std::ops::Range<usize>) -> Share {
        Share {
            attachment,
            pictures,
        }
    }

    fn even(room: u64) -> Around {
        Around {
            first: room,
            later: room,
        }
    }

    #[test]
    fn an_exhibit_stays_whole_where_a_volume_takes_it() {
        let weights = [vec![4, 4], vec![3, 3], vec![]];
        let dealt = vec![vec![share(0, 0..2)], vec![share(1, 0..2), share(2, 0..0)]];
        assert_eq!(shares(&weights, even(10)), Some(dealt));
    }

    #[test]
    fn a_large_exhibit_goes_on_in_the_next_volume() {
        let weights = [vec![4], vec![5, 5, 5]];
        let dealt = vec![vec![share(0, 0..1), share(1, 0..1)], vec![share(1, 1..3)]];
        assert_eq!(shares(&weights, even(10)), Some(dealt));
        assert_eq!(shares(&[vec![11]], even(10)), None);
    }

    proptest! {
        #[test]
        fn no_picture_is_lost_and_no_volume_too_large(
            weights in prop::collection::vec(prop::collection::vec(0_u64..60, 0..9), 0..9),
            room in 60_u64..200,
        ) {
            let volumes = shares(&weights, even(room)).unwrap();
            let mut seen: Vec<Vec<usize>> = vec![Vec::new(); weights.len()];
            for shares in &volumes {
                let mut heavy = 0;
                for share in shares {
                    heavy += weights[share.attachment][share.pictures.clone()].iter().sum::<u64>();
                    seen[share.attachment].extend(share.pictures.clone());
                }
                prop_assert!(heavy <= room);
            }
            for (seen, weights) in seen.iter().zip(&weights) {
                prop_assert_eq!(seen, &(0..weights.len()).collect::<Vec<_>>());
            }
            for index in 0..weights.len() {
                prop_assert!(volumes.iter().flatten().any(|share| share.attachment == index));
            }
        }
    }
}
