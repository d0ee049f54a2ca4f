//! What the interpreter says about parts that it leaves out.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::{InterpreterWarning, WarningSinkFn};

use super::super::loss::Loss;

/// What was left out of a page.
#[derive(Clone, Default)]
pub(super) struct Warnings(Arc<Flags>);

/// What was warned of.
#[derive(Default)]
struct Flags {
    /// A font, or something that a later version of the interpreter warns of.
    font: AtomicBool,
    /// A picture.
    picture: AtomicBool,
}

impl Warnings {
    /// Returns where the interpreter puts its warnings.
    pub(super) fn sink(&self) -> WarningSinkFn {
        let flags = Arc::clone(&self.0);
        Arc::new(move |warning| match warning {
            InterpreterWarning::ImageDecodeFailure => {
                flags.picture.store(true, Ordering::Relaxed);
            }
            // A ticked box has a look for its state, an unticked one needs none: `annotations` tells them apart.
            InterpreterWarning::UnresolvedAnnotationAppearance => {}
            _ => flags.font.store(true, Ordering::Relaxed),
        })
    }

    /// Fails if anything was left out.
    pub(super) fn check(&self) -> Result<(), Loss> {
        if self.0.font.load(Ordering::Relaxed) {
            Err(Loss::Font)
        } else if self.0.picture.load(Ordering::Relaxed) {
            Err(Loss::Picture)
        } else {
            Ok(())
        }
    }
}
