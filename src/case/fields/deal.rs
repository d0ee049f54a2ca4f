//! The keys of what was bought, promised, paid and delivered.

use super::rules;
use super::{EVIDENCE, Field, Kind, Scalar, Section, Target};
use crate::case::purchase::{
    DeliveryMode, DeliveryResult, GoodsKind, Payer, PaymentKind, PaymentMethod,
};
use crate::case::words::rows;
use crate::diagnostic::Name;
use crate::law::{Problem, Purpose};

/// What it was bought for.
pub(super) static PURCHASE: Section = Section {
    name: Name {
        en: "purchase",
        zh: "购买",
    },
    fields: &[Field::new(
        "purpose",
        "用途",
        Kind::Word(rows::<Purpose>),
        "生活消费、赠与、转售、经营",
        "personal, gift, resale, business",
    )],
};

/// What was bought.
pub(super) static GOODS: Section = Section {
    name: Name {
        en: "goods",
        zh: "商品",
    },
    fields: &[
        Field::new(
            "name",
            "名称",
            Kind::Text,
            "页面上的商品名",
            "its name on the page",
        )
        .also(&["商品名称", "品名"]),
        Field::new(
            "kind",
            "种类",
            Kind::Word(rows::<GoodsKind>),
            "如 游戏点卡、会员、话费",
            "such as game_card, membership, mobile_topup",
        )
        .also(&["类型", "类别"]),
        Field::new("quantity", "数量", Kind::Count, "买了几件", "how many"),
        Field::new(
            "unit_price",
            "单价",
            Kind::Money,
            "一件多少钱",
            "the price of one",
        )
        .also(&["price", "价格"]),
        Field::new(
            "delivery",
            "交付方式",
            Kind::Word(rows::<DeliveryMode>),
            "如 直充、自动发卡",
            "such as direct_recharge, auto_code",
        )
        .also(&["delivery_mode", "发货方式"]),
        Field::new(
            "target",
            "充入账户",
            Kind::Number,
            "要充到哪个账户",
            "the account it was to go to",
        )
        .also(&["充值账号", "充值账户", "充入账号", "target_account"]),
        Field::new(
            "target_system",
            "充入系统",
            Kind::Text,
            "要充到哪个游戏或软件",
            "the game or system it was to go to",
        )
        .also(&["充值平台"]),
        Field::new("region", "区服", Kind::Text, "游戏区服", "server or region").also(&["server"]),
        rules::EXPIRES,
        rules::QUALITY_UNTIL,
        rules::INSPECTION_UNTIL,
        rules::SEVEN_DAY_PROMISE,
        rules::EXCLUDED_FROM_RETURN,
        rules::REPEATED_PERFORMANCE,
        rules::HAD_SAME_BEFORE,
        rules::SELLER_KNEW_DEFECT,
    ],
};

/// What went wrong.
pub(super) static PROBLEM: Section = Section {
    name: Name {
        en: "problem",
        zh: "问题",
    },
    fields: &[
        Field::new(
            "type",
            "类型",
            Kind::Word(rows::<Problem>),
            "如 未到账、卡密无效",
            "such as not_received, invalid_or_used_code",
        )
        .also(&["kind", "种类"]),
        Field::new(
            "discovered",
            "发现时间",
            Kind::Moment,
            "什么时候发现的",
            "when it was noticed",
        )
        .also(&["discovered_at"]),
        rules::HAPPENED,
        rules::SHOULD_HAVE_KNOWN,
        rules::KNEW_RESPONDENT,
        rules::GROUND_KNOWN,
        rules::DECEPTION_KNOWN,
        rules::MISTAKE_KNOWN,
        Field::new(
            "deception_facts",
            "欺骗事实",
            Kind::Section(&DECEPTION, Scalar::Key("text")),
            "成交时说了什么假话、瞒了什么，一件一条，要有证据",
            "what was false or concealed at the sale, an item each, with evidence",
        )
        .many(),
        rules::CONDUCT_ENDED,
        rules::HARM_TO_SAFETY,
    ],
};

static DECEPTION: Section = Section {
    name: Name {
        en: "deception_facts",
        zh: "欺骗事实",
    },
    fields: &[
        Field::new(
            "text",
            "内容",
            Kind::Text,
            "对方说了或者瞒了什么，实际如何",
            "what was said or concealed, and what was true",
        )
        .also(&["事实"]),
        Field::new("at", "时间", Kind::Moment, "什么时候", "when").also(&["日期"]),
        EVIDENCE,
    ],
};

/// An order.
pub(super) static ORDER: Section = Section {
    name: Name {
        en: "orders",
        zh: "订单",
    },
    fields: &[
        Field::new(
            "id",
            "编号",
            Kind::Text,
            "支付要引用它时的编号",
            "the id that payments refer to",
        ),
        Field::new(
            "platform_order_no",
            "平台订单号",
            Kind::Number,
            "平台页面上的订单号",
            "the number on the site",
        )
        .also(&["订单号", "order_no"]),
        Field::new(
            "placed",
            "下单时间",
            Kind::Moment,
            "下单的时间",
            "when it was placed",
        )
        .also(&["时间", "placed_at", "created", "created_at"]),
        Field::new(
            "promised",
            "承诺",
            Kind::Section(&PROMISE, Scalar::Key("text")),
            "对方承诺何时交付",
            "what was promised on delivery",
        )
        .also(&["promise", "承诺内容"]),
        Field::new(
            "status_shown",
            "页面状态",
            Kind::Text,
            "订单页面显示的状态，照抄",
            "the state that the page shows, verbatim",
        )
        .also(&["status", "订单状态", "状态"]),
        Field::new(
            "status_at",
            "状态时间",
            Kind::Moment,
            "看到这个状态的时间",
            "when that state was seen",
        ),
        Field::new(
            "contact",
            "下单联系方式",
            Kind::Number,
            "下单时填的手机号、邮箱或者 QQ 号，平台凭它查单",
            "the phone, e-mail or QQ number given with the order, by which the site finds it",
        )
        .also(&["contact_used", "查单联系方式", "预留联系方式"]),
        rules::NO_PERFORMANCE_DATE,
        rules::COMPLETED,
        EVIDENCE,
    ],
};

static PROMISE: Section = Section {
    name: Name {
        en: "promised",
        zh: "承诺",
    },
    fields: &[
        Field::new(
            "text",
            "原文",
            Kind::Text,
            "页面原话",
            "the words of the page",
        )
        .also(&["内容"]),
        Field::new(
            "within",
            "时限",
            Kind::Span,
            "付款后多久，如 10分钟",
            "how long after payment, such as 10m",
        )
        .also(&["期限"]),
        Field::new(
            "seen",
            "时间",
            Kind::Moment,
            "看到这句话的时间",
            "when the words were seen",
        )
        .also(&["看到时间", "seen_at"]),
        EVIDENCE,
    ],
};

/// A payment.
pub(super) static PAYMENT: Section = Section {
    name: Name {
        en: "payments",
        zh: "支付",
    },
    fields: &[
        Field::new(
            "id",
            "编号",
            Kind::Text,
            "编号",
            "the id that other parts refer to",
        ),
        Field::new(
            "order",
            "订单",
            Kind::Reference(Target::Order),
            "付的是哪个订单，写订单的编号或订单号",
            "the order that it paid, by id or number",
        ),
        Field::new(
            "method",
            "方式",
            Kind::Word(rows::<PaymentMethod>),
            "如 支付宝、微信支付、银行卡",
            "such as alipay, wechat_pay, bank_card",
        )
        .also(&["支付方式", "付款方式"]),
        Field::new(
            "kind",
            "种类",
            Kind::Word(rows::<PaymentKind>),
            "如 商户收款、个人转账",
            "such as merchant, personal_transfer",
        )
        .also(&["支付种类", "类型"]),
        Field::new("amount", "金额", Kind::Money, "付了多少", "how much").also(&[
            "付款金额",
            "支付金额",
            "sum",
        ]),
        Field::new("paid", "付款时间", Kind::Moment, "付款的时间", "when").also(&[
            "时间",
            "支付时间",
            "paid_at",
            "at",
        ]),
        Field::new(
            "trade_no",
            "交易号",
            Kind::Number,
            "支付账单上的交易号",
            "the number of the payment provider",
        )
        .also(&["交易单号", "支付宝交易号", "交易订单号"]),
        Field::new(
            "merchant_order_no",
            "商户单号",
            Kind::Number,
            "支付账单上的商户单号",
            "the merchant's number on the bill",
        )
        .also(&["商户订单号", "商家订单号"]),
        Field::new(
            "payee_shown",
            "收款方名称",
            Kind::Text,
            "账单显示的收款方，照抄",
            "the payee that the bill shows",
        )
        .also(&["收款方", "收款方全称", "payee"]),
        Field::new(
            "payer_account",
            "付款账户",
            Kind::Number,
            "付款用的账户",
            "the account that paid",
        )
        .also(&["付款账号"]),
        Field::new(
            "payer",
            "付款人",
            Kind::Word(rows::<Payer>),
            "本人 或 他人",
            "self or other",
        ),
        Field::new(
            "refunded",
            "已退金额",
            Kind::Money,
            "已经退回多少",
            "what came back already",
        )
        .also(&["已退款", "已退"]),
        Field::new(
            "refunded_at",
            "退款时间",
            Kind::Moment,
            "退回的时间",
            "when it came back",
        ),
        rules::PAYMENT_STATUS,
        rules::CARD_LAST4,
        EVIDENCE,
    ],
};

/// What arrived.
pub(super) static DELIVERY: Section = Section {
    name: Name {
        en: "delivery",
        zh: "交付",
    },
    fields: &[
        Field::new(
            "claimed",
            "商家称交付时间",
            Kind::Moment,
            "商家说什么时候交付的",
            "when the seller says that it delivered",
        )
        .also(&[
            "claimed_at",
            "称交付时间",
            "商家称已交付时间",
            "商家称发货时间",
        ]),
        Field::new(
            "code",
            "卡密",
            Kind::Number,
            "收到的卡密，可遮去中间",
            "the code, its middle may be masked",
        ),
        Field::new(
            "received",
            "收到时间",
            Kind::Moment,
            "什么时候收到的",
            "when something arrived",
        )
        .also(&["received_at", "到账时间"]),
        Field::new(
            "result",
            "结果",
            Kind::Word(rows::<DeliveryResult>),
            "如 未收到、卡密无效",
            "such as not_received, invalid",
        )
        .also(&["交付结果"]),
        Field::new(
            "error_text",
            "错误提示",
            Kind::Text,
            "验证时的提示，照抄",
            "the message shown, verbatim",
        )
        .also(&["提示", "error"]),
        Field::new(
            "tried",
            "验证时间",
            Kind::Moment,
            "什么时候验证的",
            "when the code was tried",
        )
        .also(&["tried_at", "使用时间"]),
        Field::new(
            "checked",
            "查询时间",
            Kind::Moment,
            "最后一次查询账户的时间",
            "when the account was last looked at",
        )
        .also(&["checked_at"]),
        EVIDENCE,
    ],
};
