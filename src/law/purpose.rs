//! What the purchase was for, on which the consumer statutes depend.

/// The purpose of the purchase (购买用途).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// For daily life (生活消费).
    Personal,
    /// As a gift (赠与).
    Gift,
    /// To sell on (转售).
    Resale,
    /// For a business (经营).
    Business,
    /// Not stated.
    Unknown,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 5] = [
        Self::Personal,
        Self::Gift,
        Self::Resale,
        Self::Business,
        Self::Unknown,
    ];

    /// Returns the English id, as a case file writes it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Gift => "gift",
            Self::Resale => "resale",
            Self::Business => "business",
            Self::Unknown => "unknown",
        }
    }

    /// Returns the Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Personal => "生活消费",
            Self::Gift => "赠与",
            Self::Resale => "转售",
            Self::Business => "经营",
            Self::Unknown => "未说明",
        }
    }

    /// Returns the purpose with this English id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.id() == id)
    }

    /// Tells whether the buyer is a consumer.
    pub const fn is_consumer(self) -> bool {
        // 《消费者权益保护法》第二条: the Act protects purchases for daily life only.
        // An unstated purpose is not put into the buyer's mouth.
        matches!(self, Self::Personal | Self::Gift)
    }
}
