//! The kinds of place a filing goes to, as far as the choice of law depends on them.

/// Where a filing is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Door {
    /// The seller or the platform: ticket, appeal, demand.
    Platform,
    /// The market regulator (市场监督管理部门): a 12315 complaint.
    Samr,
    /// The court: a statement of claim.
    Court,
    /// The payment provider.
    Payment,
    /// The police: a report of a crime.
    Police,
}

impl Door {
    /// Every door.
    pub const ALL: [Self; 5] = [
        Self::Platform,
        Self::Samr,
        Self::Court,
        Self::Payment,
        Self::Police,
    ];

    /// Returns the id used in the data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Samr => "samr",
            Self::Court => "court",
            Self::Payment => "payment",
            Self::Police => "police",
        }
    }

    /// Returns the door with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.id() == id)
    }
}
