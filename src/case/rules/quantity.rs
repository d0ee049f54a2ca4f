//! `quantity-over-order`: more pieces are asked for than were bought.

use super::super::Case;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// A warning for every claim of more pieces than the order has.
pub(super) fn check(case: &Case) -> Diagnostics {
    let bought = case.goods.as_ref().and_then(|goods| goods.quantity);
    let Some(bought) = bought.filter(|_| case.orders.len() <= 1) else {
        return Diagnostics::new();
    };
    let claims = case.claims.iter().enumerate();
    let over = claims.filter_map(|(index, claim)| {
        let asked = claim.quantity.filter(|asked| *asked > bought)?;
        let finding = Finding::stated(
            "quantity-over-order",
            Bilingual::new(
                format!("请求的数量{asked}多于购买的数量{bought}"),
                format!("{asked} pieces are asked for, and {bought} were bought"),
            ),
        )
        .why(Bilingual::new(
            "超出的部分没有依据，也会使读的人怀疑其他数字",
            "nothing supports the rest, and a reader will doubt the other figures",
        ))
        .help(Bilingual::new(
            "核对「商品」和「诉求」的数量",
            "check `quantity` under `goods` and under `claims`",
        ));
        Some(
            Diagnostic::warning(finding)
                .at(Place::whole(format!("claims[{index}]")))
                .with_other(Place::value("goods.quantity")),
        )
    });
    over.collect()
}
