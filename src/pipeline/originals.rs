//! The originals that go along inside the PDF, where the channel wants them: byte for byte, and only those of which
//! nothing is to be hidden.
//!
//! [`may_go`] is the rule. Whoever is in doubt leaves a file out and says so: a leak is worse than an omission.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::attach::STAND_IN;
use super::{Desk, Papers, faults, proof};
use crate::bilingual::Bilingual;
use crate::case::evidence::Evidence;
use crate::channel::Channel;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome, Place};
use crate::evidence::{self, Content, Darkroom, Disclosed, Kind, Step, Unclear};
use crate::files;
use crate::filing::{self, Attached, Attachment, Brief, Inside, private};
use crate::typeset::{self, Carried, Manuscript};

/// An original that goes along inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// Its name there, such as `E03.jpg`.
    pub name: String,
    /// Its path from the folder of the case.
    pub path: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its SHA-256 when it was read for its exhibit.
    pub sha256: String,
}

/// Why an original does not go along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Places are covered in the filed copy.
    Redacted,
    /// A part of it is filed instead of all.
    Cropped,
    /// It has a password.
    Locked,
    /// Some of its pages are filed.
    Pages,
    /// Some of its messages are filed.
    Range,
    /// It is a recording whose words are not given.
    Unsaid,
    /// It tells the place where it was taken.
    Place,
    /// It holds something that this channel does not show.
    Private,
    /// It cannot be checked in full.
    Unclear(&'static str, &'static str),
}

/// What is done to an original in a filing, as far as it keeps it from going along.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a reason of its own, and several may hold"
)]
struct Done {
    /// Places are covered in this channel.
    redacted: bool,
    /// A part is cut out.
    cropped: bool,
    /// It has a password.
    locked: bool,
    /// Pages are chosen.
    pages: bool,
    /// Messages are chosen.
    range: bool,
    /// It is a recording without its words.
    unsaid: bool,
    /// Only the first of several pictures in it is filed.
    first_only: bool,
    /// Its speakers stand in it with their accounts, which the page leaves out.
    accounts: bool,
}

/// Whether an original may go along: nothing is left out or covered in what is filed of it, and what it tells besides
/// is known and holds neither a place nor anything that `hides` says the channel does not show.
fn may_go(
    done: Done,
    told: impl FnOnce() -> Disclosed,
    hides: impl Fn(&str) -> bool,
) -> Result<(), Reason> {
    let simple = [
        (done.redacted, Reason::Redacted),
        (done.cropped, Reason::Cropped),
        (done.locked, Reason::Locked),
        (done.pages, Reason::Pages),
        (done.range, Reason::Range),
        (done.unsaid, Reason::Unsaid),
        (done.first_only, Reason::unclear(Unclear::Unshown)),
        (done.accounts, Reason::Private),
    ];
    if let Some((_, reason)) = simple.into_iter().find(|(holds, _)| *holds) {
        return Err(reason);
    }
    let told = told();
    if told.place {
        Err(Reason::Place)
    } else if told.texts.iter().any(|text| hides(text)) {
        Err(Reason::Private)
    } else if let Some(why) = told.unclear {
        Err(Reason::unclear(why))
    } else {
        Ok(())
    }
}

impl Reason {
    fn unclear(why: Unclear) -> Self {
        if why == Unclear::Encrypted {
            return Self::Locked;
        }
        let (zh, en) = why.words();
        Self::Unclear(zh, en)
    }

    /// The reason in words, after the names of the files.
    fn what(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Redacted => ("有遮盖", "covered in part"),
            Self::Cropped => ("只附了裁取的部分", "filed in part"),
            Self::Locked => ("有密码", "locked with a password"),
            Self::Pages => ("只附了其中几页", "filed by page"),
            Self::Range => ("只附了节选", "filed by range"),
            Self::Unsaid => ("没有文字稿，内容无从检查", "a recording without its words"),
            Self::Place => ("带有拍摄地点", "tells the place where it was taken"),
            Self::Private => (
                "含有这个渠道不显示的个人信息",
                "holds what this channel does not show",
            ),
            Self::Unclear(zh, en) => (zh, en),
        };
        Bilingual::new(zh, en)
    }
}

/// Decides which originals go along, marks them, and says which do not and why.
pub(super) fn choose(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &mut [Attachment],
) -> Diagnostics {
    let mut found = Diagnostics::new();
    if !brief.channel.attach {
        return found;
    }
    let hidden = Hidden::of(brief);
    let darkroom = Darkroom {
        program: desk.program.map(Path::to_path_buf),
        face: STAND_IN,
        patience: Darkroom::PATIENCE,
    };
    let jobs: Vec<(&Evidence, usize, usize, &mut Attached)> = attachments
        .iter_mut()
        .flat_map(|attachment| {
            let item = &brief.case.evidence[attachment.item];
            let several = attachment.files.len();
            let files = attachment.files.iter_mut().enumerate();
            files.map(move |(index, file)| (item, index, several, file))
        })
        .collect();
    let judged: Vec<Option<(String, Reason)>> = jobs
        .into_par_iter()
        .with_max_len(1)
        .map(|(item, index, several, file)| {
            let path = item.files.get(index)?;
            let done = done(brief.channel, item, index, file);
            let bytes = files::read_evidence(desk.folder, path, desk.reach);
            let form = bytes.as_ref().ok().and_then(|bytes| form(bytes, file));
            let (Ok(bytes), Some((ending, mime))) = (bytes, form) else {
                // It was read before, and went away or changed its kind since.
                return Some((path.clone(), Reason::unclear(Unclear::Unread)));
            };
            let told = || evidence::disclosed(&bytes, &file.made.content, &darkroom);
            let judged = may_go(done, told, |text| hidden.stands_in(text));
            match judged {
                Ok(()) => {
                    let name = name(item.number, index, several, ending);
                    file.inside = Some(Inside { name, mime });
                    None
                }
                Err(reason) => Some((path.clone(), reason)),
            }
        })
        .collect();
    let mut left_out: BTreeMap<Reason, Vec<String>> = BTreeMap::new();
    for (name, reason) in judged.into_iter().flatten() {
        left_out.entry(reason).or_default().push(name);
    }
    if !left_out.is_empty() {
        let reasons = left_out
            .into_iter()
            .map(|(reason, names)| (names, reason.what()));
        let finding = faults::originals_left_out(brief.channel, &reasons.collect::<Vec<_>>());
        found.push(Diagnostic::warning(finding));
    }
    found
}

/// The ending and media type of an original.
fn form(bytes: &[u8], file: &Attached) -> Option<(&'static str, &'static str)> {
    let kind = match &file.made.content {
        // Only the reader of a table knows it from other texts.
        Content::Document(document) => Kind::Document(document.paper),
        _ => evidence::sniff(bytes),
    };
    evidence::ending(kind)
}

/// `E03.jpg`, or `E03-2.jpg` where the exhibit has several files.
fn name(number: u32, index: usize, several: usize, ending: &str) -> String {
    if several > 1 {
        format!("E{number:02}-{}.{ending}", index + 1)
    } else {
        format!("E{number:02}.{ending}")
    }
}

/// What a filing does to an original.
fn done(channel: &Channel, item: &Evidence, index: usize, file: &Attached) -> Done {
    let is_own = |no: u32| usize::try_from(no).is_ok_and(|no| no == index + 1);
    let was = |is: fn(&Step) -> bool| file.made.steps.iter().any(is);
    let covers = |one: &crate::case::evidence::Redaction| {
        is_own(one.file) && filing::bundle::holds(&one.scope, channel)
    };
    let content = &file.made.content;
    Done {
        redacted: item.redactions.iter().any(covers)
            || was(|step| matches!(step, Step::Redacted { .. })),
        cropped: item.crops.iter().any(|one| is_own(one.file))
            || was(|step| *step == Step::Cropped),
        locked: item.password.is_some(),
        pages: !item.pages.is_empty() || was(|step| matches!(step, Step::PagesChosen { .. })),
        range: !item.range.is_empty() || was(|step| matches!(step, Step::Excerpted { .. })),
        unsaid: matches!(content, Content::Recording(_)) && item.transcript.is_empty(),
        first_only: was(|step| *step == Step::FirstFrame),
        accounts: matches!(content, Content::Transcript(log) if filing::bundle::tells_accounts(log)),
    }
}

/// What may stand in no original that goes along, as it is looked for.
struct Hidden(Vec<String>);

impl Hidden {
    /// The private values that the channel does not show in full, and the words that the writer hides.
    fn of(brief: &Brief<'_>) -> Self {
        let secrets = private::secrets(brief.case, brief.channel);
        let items = || brief.case.evidence.iter();
        let covered = items().flat_map(|item| &item.redactions);
        let words = items()
            .flat_map(|item| &item.hidden_words)
            .chain(covered.flat_map(|one| &one.hides));
        let all = secrets.iter().map(|secret| &secret.value).chain(words);
        let mut bare: Vec<String> = all.map(|value| bare(value)).collect();
        bare.retain(|value| value.chars().count() > 1);
        bare.sort();
        bare.dedup();
        Self(bare)
    }

    /// Whether any of it stands in a text, wherever and however it is written.
    fn stands_in(&self, text: &str) -> bool {
        let text = bare(text);
        self.0.iter().any(|value| text.contains(value))
    }
}

/// A text as it is searched: narrow, in small letters, without spaces and signs.
fn bare(text: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    proof::plain(&text.chars().map(narrow).collect::<String>())
}

/// The originals that go along, in order.
pub(super) fn enclosed(brief: &Brief<'_>, attachments: &[Attachment]) -> Vec<Enclosed> {
    let of_one = |attachment: &Attachment| {
        let item = &brief.case.evidence[attachment.item];
        let one = |file: &Attached| {
            let inside = file.inside.as_ref()?;
            Some(Enclosed {
                name: inside.name.clone(),
                path: item.files.get(file.place)?.clone(),
                bytes: file.made.fingerprint.bytes,
                sha256: file.made.fingerprint.sha256.clone(),
            })
        };
        attachment.files.iter().filter_map(one).collect::<Vec<_>>()
    };
    attachments.iter().flat_map(of_one).collect()
}

/// Puts into a manuscript what stands for the originals until the PDF is finished.
pub(super) fn stand_in(manuscript: &mut Manuscript, enclosed: &[Enclosed]) {
    for one in enclosed {
        let stand_in = typeset::stand_in(&one.name, &one.sha256);
        manuscript.files.insert(one.name.clone(), stand_in);
    }
}

/// The originals as what a PDF is bound with.
pub(super) fn carried(enclosed: &[Enclosed]) -> Vec<Carried> {
    let carried = |one: &Enclosed| Carried {
        stand_in: typeset::stand_in(&one.name, &one.sha256),
        length: one.bytes,
    };
    enclosed.iter().map(carried).collect()
}

/// Reads an original in the place of what a buffer held before; it must be as long as it was.
pub(super) fn read(
    desk: &Desk<'_>,
    one: &Enclosed,
    buffer: &mut Vec<u8>,
) -> Result<(), Box<Finding>> {
    let path = &one.path;
    files::read_evidence_into(buffer, desk.folder, path, desk.reach)
        .map_err(|fault| Box::new(faults::unreadable(path, &fault)))?;
    if buffer.len() as u64 == one.bytes {
        Ok(())
    } else {
        Err(Box::new(faults::original_changed(path)))
    }
}

/// Makes a filing again without its originals where it cannot be made to fit with all of them, and says so.
///
/// A filing with some of its originals would leave a reader guessing about the others.
pub(super) fn or_without(
    desk: &Desk<'_>,
    brief: &Brief<'_>,
    attachments: &mut [Attachment],
    fitted: Outcome<Papers>,
    again: impl FnOnce(&[Attachment]) -> Outcome<Papers>,
) -> Outcome<Papers> {
    let is_too_large = |one: &Diagnostic| one.finding.code() == "too-large";
    let enclosed = enclosed(brief, attachments);
    let heavy = enclosed.iter().map(|one| one.bytes).sum();
    let most = desk.bounds.within(brief.channel).bytes;
    let (Some(most), None, true) = (most, &fitted.value, heavy > 0) else {
        return fitted;
    };
    if !fitted.diagnostics.iter().any(is_too_large) {
        return fitted;
    }
    for file in attachments.iter_mut().flat_map(|one| &mut one.files) {
        file.inside = None;
    }
    let mut found = Diagnostics::new();
    let finding = faults::originals_too_large(brief.channel, heavy, most);
    found.push(Diagnostic::warning(finding));
    let papers = again(attachments).collect_into(&mut found);
    Outcome::new(papers, found)
}

/// Reopens a finished PDF and tells which originals are not in it as they are, or hold words that are hidden.
pub(super) fn proved(
    enclosed: &[Enclosed],
    words: &[&str],
    pdf: &std::sync::Arc<Vec<u8>>,
) -> Diagnostics {
    let mut found = Diagnostics::new();
    if enclosed.is_empty() {
        return found;
    }
    let read = crate::reread::attachments(pdf, |name, bytes| {
        let one = enclosed.iter().find(|one| one.name == name)?;
        let is_whole = evidence::Fingerprint::of(bytes).sha256 == one.sha256;
        let told = words.iter().filter(|word| evidence::stands_in(word, bytes));
        Some((
            is_whole.then_some(name.to_owned()),
            told.collect::<Vec<_>>(),
        ))
    });
    let Some(read) = read else {
        found.push(Diagnostic::error(faults::not_reopened()));
        return found;
    };
    let (seen, told): (Vec<_>, Vec<_>) = read.into_iter().flatten().unzip();
    let residue = told.into_iter().flatten().map(|word| faults::residue(word));
    found.extend(residue.map(Diagnostic::error));
    let is_seen = |one: &&Enclosed| seen.iter().flatten().any(|name| *name == one.name);
    for one in enclosed.iter().filter(|one| !is_seen(one)) {
        let place = Place::value("evidence".to_owned());
        found.push(Diagnostic::error(faults::original_changed(&one.path)).at(place));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Disclosed, Done, Reason, Unclear, bare, may_go, name};

    fn judged(done: Done, told: Disclosed) -> Result<(), Reason> {
        may_go(done, || told, |text| text.contains("13900001234"))
    }

    #[test]
    fn what_is_filed_in_full_and_tells_nothing_goes_along() {
        let told = Disclosed {
            texts: vec!["2026-11-01 客服：好的".to_owned()],
            ..Disclosed::default()
        };
        assert_eq!(judged(Done::default(), told), Ok(()));
    }

    #[test]
    fn every_reason_keeps_a_file_out() {
        let done = Done::default();
        let unshown = Reason::unclear(Unclear::Unshown);
        for (done, reason) in [
            (
                Done {
                    redacted: true,
                    ..done
                },
                Reason::Redacted,
            ),
            (
                Done {
                    cropped: true,
                    ..done
                },
                Reason::Cropped,
            ),
            (
                Done {
                    locked: true,
                    ..done
                },
                Reason::Locked,
            ),
            (
                Done {
                    pages: true,
                    ..done
                },
                Reason::Pages,
            ),
            (
                Done {
                    range: true,
                    ..done
                },
                Reason::Range,
            ),
            (
                Done {
                    unsaid: true,
                    ..done
                },
                Reason::Unsaid,
            ),
            (
                Done {
                    first_only: true,
                    ..done
                },
                unshown,
            ),
            (
                Done {
                    accounts: true,
                    ..done
                },
                Reason::Private,
            ),
        ] {
            assert_eq!(judged(done, Disclosed::default()), Err(reason));
        }
        let place = Disclosed {
            place: true,
            ..Disclosed::default()
        };
        assert_eq!(judged(done, place), Err(Reason::Place));
        let named = Disclosed {
            texts: vec!["x13900001234".to_owned()],
            ..Disclosed::default()
        };
        assert_eq!(judged(done, named), Err(Reason::Private));
        let doubted = |why| Disclosed {
            unclear: Some(why),
            ..Disclosed::default()
        };
        assert_eq!(judged(done, doubted(Unclear::Unshown)), Err(unshown));
        assert_eq!(
            judged(done, doubted(Unclear::Encrypted)),
            Err(Reason::Locked)
        );
    }

    #[test]
    fn names_are_short_and_plain() {
        assert_eq!(name(3, 0, 1, "jpg"), "E03.jpg");
        assert_eq!(name(3, 1, 2, "pdf"), "E03-2.pdf");
        assert_eq!(name(112, 0, 1, "png"), "E112.png");
    }

    #[test]
    fn values_are_looked_for_in_every_writing() {
        assert_eq!(bare("１３９ 0000-1234 ＡＢ"), "13900001234ab");
    }
}
