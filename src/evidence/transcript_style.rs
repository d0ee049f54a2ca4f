//! How a chat log is laid out, judged over all of its lines.

use std::collections::BTreeMap;

use super::stamp;
use super::transcript_line::name_and_text;

/// The layout of a chat log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Messages have times.
    Stamped {
        /// Whether a stamp without a date starts a message; where stamps have dates, a bare time is a part of the text.
        bare_times: bool,
        /// Whether the text stands under a line of name and time, not behind it.
        blocks: bool,
    },
    /// Messages have no times, but lines read «name: text» throughout.
    Named,
    /// Nothing tells who spoke or when.
    Loose,
}

impl Style {
    /// Says whether text stands under lines of name and time.
    pub(super) fn in_blocks(self) -> bool {
        matches!(self, Self::Stamped { blocks: true, .. })
    }

    /// Says whether a time without a date starts a message.
    pub(super) fn has_bare_times(self) -> bool {
        matches!(
            self,
            Self::Stamped {
                bare_times: true,
                ..
            }
        )
    }

    /// Judges the layout of the lines.
    pub(super) fn of(lines: &[&str]) -> Self {
        let (mut dated, mut bare, mut heads, mut above_text) = (0, 0, 0, 0);
        for (no, line) in lines.iter().enumerate() {
            if stamp::trailing(line).is_some() || stamp::bracketed(line).is_some() {
                dated += 1;
                continue;
            }
            let Some((moment, rest)) = stamp::leading(line) else {
                continue;
            };
            if moment.written.starts_with(|c: char| c.is_ascii_digit()) && moment.written.len() > 12
            {
                dated += 1;
            } else {
                bare += 1;
            }
            if !rest.is_empty() && name_and_text(rest).is_none() {
                heads += 1;
                let next = lines.get(no + 1).copied().unwrap_or_default();
                if !next.trim().is_empty() && stamp::leading(next).is_none() {
                    above_text += 1;
                }
            }
        }
        if dated + bare > 0 {
            Self::Stamped {
                bare_times: bare > dated,
                blocks: above_text * 2 > heads,
            }
        } else if named(lines) {
            Self::Named
        } else {
            Self::Loose
        }
    }
}

/// Says whether at least four lines in five read «name: text» with few and short names.
fn named(lines: &[&str]) -> bool {
    let written: Vec<&&str> = lines
        .iter()
        .filter(|line| !line.trim().is_empty() && !stamp::is_rule(line))
        .collect();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in written.iter().filter_map(|line| name_and_text(line)) {
        if name.chars().count() <= 12 && !name.contains(char::is_whitespace) {
            *names.entry(name).or_default() += 1;
        }
    }
    let matching: usize = names.values().sum();
    matching >= 2 && matching * 5 >= written.len() * 4 && names.len() <= 6 && names.len() < matching
}
