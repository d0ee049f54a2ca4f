//! The two classes of what is bought, which the law treats differently.

/// Whether the contract is a sale or a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoodsClass {
    /// A sale (买卖): codes, cards, coins, accounts, licences, direct top-up over the network.
    GoodsOnline,
    /// A service (服务): memberships, and whatever is performed by acting for the buyer.
    Services,
}

impl GoodsClass {
    /// Both classes.
    pub const ALL: [Self; 2] = [Self::GoodsOnline, Self::Services];

    /// Returns the class for the ids of a kind of goods and a delivery mode; what is unknown counts as a sale.
    pub fn of(kind: &str, delivery_mode: &str) -> Self {
        if delivery_mode == "service_performed" || matches!(kind, "membership" | "service") {
            Self::Services
        } else {
            Self::GoodsOnline
        }
    }

    /// Returns the id used in the data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::GoodsOnline => "goods_online",
            Self::Services => "services",
        }
    }
}
