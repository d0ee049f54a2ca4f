//! The answer to a question about a case: yes, no, or which keys would tell.

use std::ops::Not;

/// A three-valued answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The case says so.
    Yes,
    /// The case says otherwise.
    No,
    /// The case does not say; these keys would.
    Unknown(Vec<&'static str>),
}

impl Answer {
    /// Yes or no.
    pub fn known(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    /// Whether the case says yes.
    pub fn is_yes(&self) -> bool {
        *self == Self::Yes
    }

    /// Yes where all are; one no decides.
    pub fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        let mut missing = Vec::new();
        for answer in answers {
            match answer {
                Self::Yes => {}
                Self::No => return Self::No,
                Self::Unknown(keys) => add(&mut missing, keys),
            }
        }
        if missing.is_empty() {
            Self::Yes
        } else {
            Self::Unknown(missing)
        }
    }

    /// Yes where one is; no only where all are.
    pub fn any(answers: impl IntoIterator<Item = Self>) -> Self {
        !Self::all(answers.into_iter().map(|answer| !answer))
    }
}

impl Not for Answer {
    type Output = Self;

    /// The opposite; what is unknown stays so.
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            unknown @ Self::Unknown(_) => unknown,
        }
    }
}

/// Adds keys that are not there yet.
pub(super) fn add(to: &mut Vec<&'static str>, keys: Vec<&'static str>) {
    for key in keys {
        if !to.contains(&key) {
            to.push(key);
        }
    }
}
