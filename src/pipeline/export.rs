//! From a laid-out volume to its PDF on the disk, with the proof that it shows and carries what it should.

use std::io;
use std::sync::Arc;

use super::{Desk, Volume, faults, originals, proof};
use crate::channel::Channel;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Outcome};
use crate::evidence::{Fingerprint, Hasher};
use crate::files::Draft;
use crate::manifest::{FileRecord, Manifest};
use crate::typeset::{Bound, ExportError, Piece};

/// Binds a volume: all that its PDF is made of, in order.
pub(super) fn bound(desk: &Desk<'_>, volume: &Volume) -> Result<Bound, ExportError> {
    let files = originals::carried(&volume.enclosed);
    volume.document.bound(&volume.stem, desk.today, &files)
}

/// Writes a volume as PDF into a draft, and reopens it to prove that what was to be hidden is gone and what goes along
/// is whole; returns the manifest with the hash of the PDF.
///
/// The error is the disk's, while the draft was written or read back.
pub fn export(
    desk: &Desk<'_>,
    channel: &Channel,
    volume: &Volume,
    draft: &mut Draft,
) -> io::Result<Outcome<Manifest>> {
    let bound = match bound(desk, volume) {
        Ok(bound) => bound,
        Err(error) => {
            let message = error.messages.join("\n");
            let finding = faults::template_fault(channel, &message);
            return Ok(Outcome::failed(Diagnostic::error(finding)));
        }
    };
    let fingerprint = match write(desk, volume, &bound, draft)? {
        Ok(fingerprint) => fingerprint,
        Err(finding) => return Ok(Outcome::failed(Diagnostic::error(*finding))),
    };
    drop(bound);
    // The disk takes its time, in which the proof is done.
    let (synced, proved) = rayon::join(|| draft.sync(), || prove(desk, volume, draft));
    synced?;
    let found = proved?;
    let manifest = Manifest {
        pdf: Some(FileRecord {
            name: format!("{}.pdf", volume.stem),
            bytes: fingerprint.bytes,
            sha256: fingerprint.sha256,
        }),
        ..volume.manifest.clone()
    };
    Ok(Outcome::new(
        (!found.has_errors()).then_some(manifest),
        found,
    ))
}

/// Writes a PDF piece by piece, so that nobody holds all of it, and takes its fingerprint on the way.
fn write(
    desk: &Desk<'_>,
    volume: &Volume,
    bound: &Bound,
    draft: &mut Draft,
) -> io::Result<Result<Fingerprint, Box<Finding>>> {
    let mut hasher = Hasher::default();
    let mut buffer = Vec::new();
    for piece in bound.pieces() {
        let bytes = match piece {
            Piece::Bytes(bytes) => bytes,
            Piece::File(file) => {
                if let Err(finding) = originals::read(desk, &volume.enclosed[file], &mut buffer) {
                    return Ok(Err(finding));
                }
                &buffer
            }
        };
        let (written, ()) = rayon::join(|| draft.append(bytes), || hasher.add(bytes));
        written?;
    }
    Ok(Ok(hasher.fingerprint()))
}

/// Reads a written PDF back, if anything of it is to be proved, and tells what is wrong with it.
fn prove(desk: &Desk<'_>, volume: &Volume, draft: &Draft) -> io::Result<Diagnostics> {
    let mut found = Diagnostics::new();
    if volume.hidden.is_empty() && volume.enclosed.is_empty() {
        return Ok(found);
    }
    let pdf = Arc::new(draft.read_back()?);
    found.extend(proof::residue(desk, &volume.hidden, &volume.enclosed, &pdf));
    let words = volume.hidden.words();
    found.extend(originals::proved(&volume.enclosed, &words, &pdf));
    Ok(found)
}
