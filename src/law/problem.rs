//! The kinds of problem a case can be about.

use super::tables;

/// What went wrong (问题类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// Paid, and nothing was delivered.
    NotReceived,
    /// Delivered late, or still waiting after the promised time.
    LateDelivery,
    /// Shown as delivered, but not received.
    FakeDelivery,
    /// The code does not work or has been used.
    InvalidOrUsedCode,
    /// Another item, region or type was delivered.
    WrongItem,
    /// The value or quantity is short.
    WrongAmount,
    /// It differs from what the page or the seller said.
    NotAsDescribed,
    /// One order was charged more than once.
    DuplicateCharge,
    /// The money left, and no order came about.
    PaidNoOrder,
    /// The payment hangs or was stopped.
    PaymentStuck,
    /// The account or its balance is restricted.
    AccountRestricted,
    /// A standard term stands in the way.
    UnfairTerms,
    /// A refund is refused or dragged out.
    RefundRefused,
    /// The seller cannot be reached.
    SellerVanished,
    /// The user did not make or authorise the payment.
    UnauthorisedPayment,
    /// The facts look like a fraud.
    SuspectedFraud,
    /// Personal data was disclosed.
    PersonalDataLeak,
    /// None of the above.
    Other,
}

impl Problem {
    /// Every problem, in the order in which a person is asked.
    pub const ALL: [Self; 18] = [
        Self::NotReceived,
        Self::LateDelivery,
        Self::FakeDelivery,
        Self::InvalidOrUsedCode,
        Self::WrongItem,
        Self::WrongAmount,
        Self::NotAsDescribed,
        Self::DuplicateCharge,
        Self::PaidNoOrder,
        Self::PaymentStuck,
        Self::AccountRestricted,
        Self::UnfairTerms,
        Self::RefundRefused,
        Self::SellerVanished,
        Self::UnauthorisedPayment,
        Self::SuspectedFraud,
        Self::PersonalDataLeak,
        Self::Other,
    ];

    /// Returns the English id, as a case file writes it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotReceived => "not_received",
            Self::LateDelivery => "late_delivery",
            Self::FakeDelivery => "fake_delivery",
            Self::InvalidOrUsedCode => "invalid_or_used_code",
            Self::WrongItem => "wrong_item",
            Self::WrongAmount => "wrong_amount",
            Self::NotAsDescribed => "not_as_described",
            Self::DuplicateCharge => "duplicate_charge",
            Self::PaidNoOrder => "paid_no_order",
            Self::PaymentStuck => "payment_stuck",
            Self::AccountRestricted => "account_restricted",
            Self::UnfairTerms => "unfair_terms",
            Self::RefundRefused => "refund_refused",
            Self::SellerVanished => "seller_vanished",
            Self::UnauthorisedPayment => "unauthorised_payment",
            Self::SuspectedFraud => "suspected_fraud",
            Self::PersonalDataLeak => "personal_data_leak",
            Self::Other => "other",
        }
    }

    /// Returns the Chinese name.
    pub const fn zh(self) -> &'static str {
        tables::ground(self).name_zh
    }

    /// Returns the problem with this English id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|problem| problem.id() == id)
    }

    /// Tells whether the money is owed back without a contract having to end.
    ///
    /// 《民法典》第九百八十五条: what was debited twice, or without an order, has no legal ground. An unauthorised payment
    /// and a leak of data are no breach of a contract of sale either.
    pub const fn needs_no_termination(self) -> bool {
        matches!(
            self,
            Self::DuplicateCharge
                | Self::PaidNoOrder
                | Self::PaymentStuck
                | Self::UnauthorisedPayment
                | Self::PersonalDataLeak
        )
    }

    /// Tells whether what is in dispute is the delivery itself.
    pub const fn is_about_delivery(self) -> bool {
        matches!(
            self,
            Self::NotReceived | Self::LateDelivery | Self::FakeDelivery
        )
    }
}
