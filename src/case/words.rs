//! The fixed words of the case file: those of the model's own vocabularies, and those of the law's two.

use super::choice::Choice;
use super::fields::WordRow;
use crate::law::{Problem, Purpose};

/// The words of a vocabulary.
pub fn rows<T: Choice>() -> Vec<WordRow> {
    T::WORDS.iter().map(|(_, en, zh)| (*en, *zh)).collect()
}

impl Choice for Problem {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (
            Self::NotReceived,
            "not_received",
            &[
                "未到账",
                "未发货",
                "未收到",
                "没到账",
                "没收到",
                "不到账",
                "不发货",
                "充值未到账",
                "付款未到账",
                "未到账/未发货",
            ],
        ),
        (
            Self::LateDelivery,
            "late_delivery",
            &["延迟到账", "延迟发货", "迟到", "到账迟延", "逾期到账"],
        ),
        (
            Self::FakeDelivery,
            "fake_delivery",
            &[
                "显示已发货实未交付",
                "虚假发货",
                "显示已发货未到账",
                "显示已发货但未到账",
                "假发货",
            ],
        ),
        (
            Self::InvalidOrUsedCode,
            "invalid_or_used_code",
            &[
                "卡密无效或已被使用",
                "卡密无效",
                "卡密已被使用",
                "已被使用",
                "卡密已使用",
                "卡密错误",
                "卡密失效",
                "无效卡密",
            ],
        ),
        (
            Self::WrongItem,
            "wrong_item",
            &[
                "商品错误",
                "区服错误",
                "类型错误",
                "发错货",
                "商品不符",
                "品种不符",
                "发错商品",
                "商品/区服/类型错误",
            ],
        ),
        (
            Self::WrongAmount,
            "wrong_amount",
            &[
                "面值或数量不符",
                "面值不符",
                "数量不符",
                "少发",
                "数量不足",
                "面值不足",
            ],
        ),
        (
            Self::NotAsDescribed,
            "not_as_described",
            &["与描述不符", "描述不符", "货不对板", "与宣传不符"],
        ),
        (
            Self::DuplicateCharge,
            "duplicate_charge",
            &["重复扣款", "重复付款", "多扣款"],
        ),
        (
            Self::PaidNoOrder,
            "paid_no_order",
            &[
                "扣款成功未生成订单",
                "扣款未生成订单",
                "付款无订单",
                "扣款无订单",
                "未生成订单",
            ],
        ),
        (
            Self::PaymentStuck,
            "payment_stuck",
            &[
                "支付处理中",
                "支付被拦截",
                "支付卡住",
                "支付处理中或被拦截",
                "支付处理中/被拦截",
            ],
        ),
        (
            Self::AccountRestricted,
            "account_restricted",
            &[
                "账号或余额被限制",
                "账号被限制",
                "余额被限制",
                "账号被封",
                "账号被冻结",
                "余额被冻结",
            ],
        ),
        (
            Self::UnfairTerms,
            "unfair_terms",
            &["格式条款争议", "格式条款", "霸王条款"],
        ),
        (
            Self::RefundRefused,
            "refund_refused",
            &["拒绝退款", "不退款", "拒不退款", "退款被拒"],
        ),
        (
            Self::SellerVanished,
            "seller_vanished",
            &[
                "商家失联",
                "商家跑路",
                "跑路",
                "失联",
                "网站关闭",
                "商家失联/跑路",
            ],
        ),
        (
            Self::UnauthorisedPayment,
            "unauthorised_payment",
            &["非本人交易", "盗刷", "非本人支付", "被盗刷"],
        ),
        (
            Self::SuspectedFraud,
            "suspected_fraud",
            &["涉嫌诈骗", "诈骗", "被骗"],
        ),
        (
            Self::PersonalDataLeak,
            "personal_data_leak",
            &["信息泄露", "个人信息泄露"],
        ),
        (Self::Other, "other", &["其他"]),
    ];
}

impl Choice for Purpose {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (
            Self::Personal,
            "personal",
            &["生活消费", "个人消费", "自用", "个人使用", "生活消费需要"],
        ),
        (Self::Gift, "gift", &["赠与", "送人", "送礼", "赠送"]),
        (Self::Resale, "resale", &["转售", "转卖", "倒卖", "代理"]),
        (
            Self::Business,
            "business",
            &["经营", "生产经营", "商用", "经营使用"],
        ),
        (
            Self::Unknown,
            "unknown",
            &["未说明", "未知", "不明", "不清楚"],
        ),
    ];
}

#[cfg(test)]
mod tests {
    use super::Choice;
    use crate::law::{Problem, Purpose};

    #[test]
    fn the_words_of_the_law_are_all_here() {
        for problem in Problem::ALL {
            assert_eq!(Problem::from_word(problem.id()), Some(problem));
            assert_eq!(Problem::from_word(problem.zh()), Some(problem));
        }
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_word(purpose.id()), Some(purpose));
            assert_eq!(Purpose::from_word(purpose.zh()), Some(purpose));
        }
    }

    #[test]
    fn no_word_means_two_things() {
        let mut words: Vec<&str> = Problem::WORDS
            .iter()
            .flat_map(|(_, _, zh)| zh.iter().copied())
            .collect();
        words.sort_unstable();
        let all = words.len();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
