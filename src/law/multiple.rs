//! Threefold damages (增加赔偿) for a deception of a consumer; money is in fen.

use super::tables;

/// What is added to the refund, and how it comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Multiple {
    /// How many times the price.
    pub times: i64,
    /// So many times the price.
    pub product: i64,
    /// The least that is owed, where the product is less.
    pub least: Option<i64>,
}

impl Multiple {
    /// The damages.
    pub fn damages(self) -> i64 {
        self.least.unwrap_or(self.product)
    }
}

/// Returns the damages for a price.
///
/// 《消费者权益保护法》第五十五条第一款: so many times the price, and a least sum where that is less.
pub fn multiple(price: i64) -> Multiple {
    let times = tables::MULTIPLE_TIMES;
    let product = price.saturating_mul(times);
    Multiple {
        times,
        product,
        least: (product < tables::MULTIPLE_LEAST).then_some(tables::MULTIPLE_LEAST),
    }
}

#[cfg(test)]
mod tests {
    use super::multiple;

    /// The worked examples TR01 to TR04: price and damages, in fen.
    #[test]
    fn the_multiple_and_its_minimum() {
        for (id, price, damages) in [
            ("TR01", 10_000, 50_000),
            ("TR02", 16_666, 50_000),
            ("TR03", 16_667, 50_001),
            ("TR04", 80_000, 240_000),
        ] {
            assert_eq!(multiple(price).damages(), damages, "{id}");
        }
        assert_eq!(multiple(16_667).least, None);
    }
}
