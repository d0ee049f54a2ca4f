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

/// The filing in as few volumes as take it, none larger than `most` bytes; `around` is what one takes without
/// pictures. Nothing if a single picture is too large, or if there would be more volumes than may be.
pub(super) fn parted(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &[Attachment],
    around: u64,
    most: u64,
) -> Option<Papers> {
    let weigh = |attachment: &Attachment| -> Vec<u64> {
        let copies: Vec<_> = attachment
            .files
            .iter()
            .flat_map(|file| file.made.content.copies())
            .collect();
        copies
            .par_iter()
            .map(|copy| evidence::stored_bytes(copy))
            .collect()
    };
    let weights: Vec<Vec<u64>> = attachments.iter().map(weigh).collect();
    let mut room = most.checked_sub(around)?;
    for _ in 0..TRIES {
        let shares = shares(&weights, room)?;
        if desk
            .volumes(brief.channel)
            .is_some_and(|most| shares.len() > most)
        {
            return None;
        }
        let papers = bound(desk, brief, attachments, &shares)?;
        let largest = size(desk, &papers).ok()?.largest;
        if largest <= most {
            return Some(papers);
        }
        room = room.checked_sub(largest - most)?;
    }
    None
}

/// Deals pictures out to volumes with room for so many bytes, in order. An exhibit that fits a volume of its own
/// stays whole. Nothing if a picture fits nowhere.
fn shares(weights: &[Vec<u64>], room: u64) -> Option<Vec<Vec<Share>>> {
    let mut volumes = vec![Vec::new()];
    let mut left = room;
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
                .map(|share| part(attachments, share))
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

fn part(attachments: &[Attachment], share: &Share) -> Attachment {
    let whole = &attachments[share.attachment];
    if share.pictures == (0..whole.all_pictures()) {
        whole.clone()
    } else {
        whole.part(&share.pictures)
    }
}

/// Where exhibits may lie, before any page is laid out: in the right volume.
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

    use super::{Share, shares};

    fn share(attachment: usize, pictures: std::ops::Range<usize>) -> Share {
        Share {
            attachment,
            pictures,
        }
    }

    #[test]
    fn an_exhibit_stays_whole_where_a_volume_takes_it() {
        let weights = [vec![4, 4], vec![3, 3], vec![]];
        let dealt = vec![vec![share(0, 0..2)], vec![share(1, 0..2), share(2, 0..0)]];
        assert_eq!(shares(&weights, 10), Some(dealt));
    }

    #[test]
    fn a_large_exhibit_goes_on_in_the_next_volume() {
        let weights = [vec![4], vec![5, 5, 5]];
        let dealt = vec![vec![share(0, 0..1), share(1, 0..1)], vec![share(1, 1..3)]];
        assert_eq!(shares(&weights, 10), Some(dealt));
        assert_eq!(shares(&[vec![11]], 10), None);
    }

    proptest! {
        #[test]
        fn no_picture_is_lost_and_no_volume_too_large(
            weights in prop::collection::vec(prop::collection::vec(0_u64..60, 0..9), 0..9),
            room in 60_u64..200,
        ) {
            let volumes = shares(&weights, room).unwrap();
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
