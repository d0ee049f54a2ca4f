//! `one-sided-evidence`: every exhibit comes from the two parties themselves.

use super::super::Case;
use super::super::evidence::Evidence;
use crate::bilingual::Bilingual;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};

/// What a source is called that belongs to neither party.
const THIRD: [&str; 28] = [
    "支付宝",
    "微信",
    "云闪付",
    "银联",
    "银行",
    "账单",
    "回单",
    "流水",
    "运营商",
    "移动",
    "联通",
    "电信",
    "广电",
    "公示系统",
    "登记",
    "公证",
    "时间戳",
    "存证",
    "公安",
    "法院",
    "市场监管",
    "12315",
    "消协",
    "快递",
    "邮政",
    "官方",
    "发行方",
    "中心",
];

/// What a source is called that belongs to seller or buyer.
const PARTIES: [&str; 14] = [
    "卖家",
    "商家",
    "店",
    "客服",
    "网站",
    "平台",
    "商品页",
    "订单页",
    "充值页",
    "对方",
    "本人",
    "自己",
    "我的",
    "群",
];

/// A warning where every source is one of the two parties, and none a third.
pub(super) fn check(case: &Case) -> Diagnostics {
    let named = |item: &Evidence, names: &[&str]| {
        let words = [item.source.as_deref(), Some(item.name.as_str())];
        let mut words = words.into_iter().flatten();
        words.any(|text| names.iter().any(|name| text.contains(name)))
    };
    let ours = |item: &Evidence| item.source.is_some() && named(item, &PARTIES);
    let third = |item: &Evidence| named(item, &THIRD);
    let items = &case.evidence;
    if items.len() < 2 || !items.iter().all(ours) || items.iter().any(third) {
        return Diagnostics::new();
    }
    let finding = Finding::stated(
        "one-sided-evidence",
        Bilingual::new(
            "全部证据都来自买卖双方，没有第三方的记录",
            "every exhibit comes from buyer or seller, and none from a third party",
        ),
    )
    .why(Bilingual::new(
        "一方自己的页面和聊天，另一方可以否认；支付机构、运营商、发行方、登记机关的记录不由任何一方改动",
        "what one side shows the other can deny; neither can change what a payment institution, a carrier, an issuer or a register holds",
    ))
    .help(Bilingual::new(
        "加上支付账单或者银行流水（`证明: 付款`）、运营商或者发行方的查询记录（`证明: 未履行`）、企业登记信息（`证明: 主体`），并在 `来源` 写明出处",
        "add the bill or bank statement (`proves: paid`), the carrier's or issuer's record (`proves: breached`), the register entry (`proves: identity`), and say so under `source`",
    ));
    Diagnostics::from_iter([Diagnostic::warning(finding).at(Place::key("evidence"))])
}
