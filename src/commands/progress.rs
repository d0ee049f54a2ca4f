//! A bar that shows how far long work has come, where somebody looks.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Office;

/// How long work goes on before it is worth a bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar for the files of a case; it stays away from work that is done within a second, and from pipes.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A bar that is not yet shown.
    pub(crate) fn new(office: &Office<'_>) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let words = office.say("处理证据", "preparing evidence");
        let style = ProgressStyle::with_template(&format!("{words} {{bar:24}} {{pos}}/{{len}}"));
        Self(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// Shows that `done` files of `of` are prepared.
    pub(crate) fn show(&self, done: usize, of: usize) {
        let bar = &self.0;
        if bar.is_hidden() && bar.elapsed() > PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_length(of as u64);
        bar.set_position(done as u64);
        if done == of {
            bar.finish_and_clear();
        }
    }
}
