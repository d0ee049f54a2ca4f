//! What was bought, promised, paid and delivered.

use chrono::Duration;

use crate::case::choice::Choice;
use crate::moment::Moment;
use crate::money::Money;

/// What was bought (商品).
#[derive(Debug, Clone, PartialEq)]
pub struct Goods {
    /// What it is called (名称).
    pub name: String,
    /// What kind of thing it is (种类).
    pub kind: Option<GoodsKind>,
    /// How many (数量).
    pub quantity: Option<u32>,
    /// Price of one (单价).
    pub unit_price: Option<Money>,
    /// How it is delivered (交付方式).
    pub delivery: Option<DeliveryMode>,
    /// The account that it was to go to (充入账户): a QQ number, a role number, a phone number.
    pub target: Option<String>,
    /// The system that it was to go to (充入系统).
    pub target_system: Option<String>,
    /// Server or region (区服).
    pub region: Option<String>,
}

/// An order (订单).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Order {
    /// The id that payments refer to (编号).
    pub id: Option<String>,
    /// The order number on the site (平台订单号), exactly as written.
    pub platform_order_no: Option<String>,
    /// When it was placed (时间、下单时间).
    pub placed: Option<Moment>,
    /// What was promised on delivery (承诺).
    pub promise: Option<Promise>,
    /// The state that the site shows (页面状态), verbatim.
    pub status_shown: Option<String>,
    /// When that state was seen (状态时间).
    pub status_at: Option<Moment>,
    /// The phone, e-mail or other number given with the order (下单联系方式), by which the site finds it.
    pub contact: Option<String>,
    /// The exhibits that show the order, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// A promise on delivery (承诺).
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// The words of the page (原文), verbatim.
    pub text: Option<String>,
    /// The time promised (时限), counted from payment.
    pub within: Option<Span>,
    /// When the words were seen (时间).
    pub seen: Option<Moment>,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// A length of time as it was written: `10分钟`, `24小时`, `7天`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// How many units.
    pub count: u32,
    /// The unit.
    pub unit: SpanUnit,
}

/// The unit of a [`Span`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanUnit {
    /// 分钟.
    Minute,
    /// 小时.
    Hour,
    /// 天（自然日）.
    Day,
}

impl Span {
    /// The same length for reckoning.
    pub fn duration(self) -> Duration {
        let count = i64::from(self.count);
        match self.unit {
            SpanUnit::Minute => Duration::minutes(count),
            SpanUnit::Hour => Duration::hours(count),
            SpanUnit::Day => Duration::days(count),
        }
    }

    /// `10分钟`, `24小时`, `7天`.
    pub fn zh(self) -> String {
        let unit = match self.unit {
            SpanUnit::Minute => "分钟",
            SpanUnit::Hour => "小时",
            SpanUnit::Day => "天",
        };
        format!("{}{unit}", self.count)
    }
}

/// A payment (支付).
#[derive(Debug, Clone, PartialEq)]
pub struct Payment {
    /// The id that other parts refer to (编号).
    pub id: Option<String>,
    /// The order that it paid, as a position in the orders (订单).
    pub order: Option<usize>,
    /// How it was paid (方式).
    pub method: Option<PaymentMethod>,
    /// What kind of payment it was (种类).
    pub kind: Option<PaymentKind>,
    /// The sum (金额).
    pub amount: Money,
    /// When (时间).
    pub paid: Option<Moment>,
    /// Number of the payment provider (交易号), exactly as written.
    pub trade_no: Option<String>,
    /// Number of the merchant on the bill (商户单号), exactly as written.
    pub merchant_order_no: Option<String>,
    /// Who received it, as the bill shows (收款方名称).
    pub payee_shown: Option<String>,
    /// The account that paid (付款账户).
    pub payer_account: Option<String>,
    /// Whether the complainant paid (付款人); `None` is unknown.
    pub payer: Option<Payer>,
    /// What came back already (已退金额).
    pub refunded: Money,
    /// When it came back (退款时间).
    pub refunded_at: Option<Moment>,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

impl Payment {
    /// What was paid less what came back.
    pub fn outstanding(&self) -> Money {
        self.amount - self.refunded
    }

    /// The order that it paid, as a position: the one it names, or the only one there is.
    pub fn order_among(&self, orders: &[Order]) -> Option<usize> {
        self.order.or((orders.len() == 1).then_some(0))
    }

    /// When its goods were due: the time promised with its order, counted from this payment. None where a promise in
    /// minutes or hours meets a payment of which only the day is known.
    pub fn due(&self, orders: &[Order]) -> Option<Moment> {
        let order = orders.get(self.order_among(orders)?)?;
        let within = order.promise.as_ref()?.within?;
        self.paid?.after(within.duration())
    }
}

/// What arrived (交付).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Delivery {
    /// When the seller says that it delivered (商家称交付时间).
    pub claimed: Option<Moment>,
    /// The code that was sent (卡密), as far as the writer shows it.
    pub code: Option<String>,
    /// When something arrived (收到时间).
    pub received: Option<Moment>,
    /// What came of it (结果).
    pub result: Option<DeliveryResult>,
    /// The message that was shown (错误提示), verbatim.
    pub error_text: Option<String>,
    /// When the code was tried (验证时间).
    pub tried: Option<Moment>,
    /// When the account was last looked at (查询时间).
    pub checked: Option<Moment>,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// What kind of thing was bought (种类).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoodsKind {
    /// 游戏点卡.
    GameCard,
    /// 道具、装备.
    GameItem,
    /// 话费.
    MobileTopup,
    /// 流量.
    DataPackage,
    /// 会员.
    Membership,
    /// Q币等代币.
    Coin,
    /// 软件授权、激活码.
    SoftwareLicence,
    /// 账号.
    Account,
    /// 礼品卡.
    GiftCard,
    /// 代充、代办服务.
    Service,
    /// 其他.
    Other,
}

impl Choice for GoodsKind {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::GameCard, "game_card", &["游戏点卡", "点卡"]),
        (
            Self::GameItem,
            "game_item",
            &["游戏道具", "道具", "装备", "游戏币"],
        ),
        (Self::MobileTopup, "mobile_topup", &["话费"]),
        (Self::DataPackage, "data_package", &["流量"]),
        (Self::Membership, "membership", &["会员", "绿钻"]),
        (Self::Coin, "coin", &["代币", "Q币"]),
        (
            Self::SoftwareLicence,
            "software_licence",
            &["软件授权", "激活码"],
        ),
        (Self::Account, "account", &["账号"]),
        (Self::GiftCard, "gift_card", &["礼品卡"]),
        (Self::Service, "service", &["服务", "代充", "代办"]),
        (Self::Other, "other", &["其他"]),
    ];
}

/// How the goods are delivered (交付方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryMode {
    /// 自动发卡.
    AutoCode,
    /// 人工发卡.
    ManualCode,
    /// 直充.
    DirectRecharge,
    /// 账号交付.
    AccountHandover,
    /// 代办完成.
    ServicePerformed,
    /// 实物.
    Physical,
}

impl Choice for DeliveryMode {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::AutoCode, "auto_code", &["自动发卡"]),
        (Self::ManualCode, "manual_code", &["人工发卡"]),
        (
            Self::DirectRecharge,
            "direct_recharge",
            &["直充", "账号直充"],
        ),
        (Self::AccountHandover, "account_handover", &["账号交付"]),
        (
            Self::ServicePerformed,
            "service_performed",
            &["代办完成", "代充"],
        ),
        (Self::Physical, "physical", &["实物", "实物卡"]),
    ];
}

/// How it was paid (支付方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentMethod {
    /// 支付宝.
    Alipay,
    /// 微信支付.
    WechatPay,
    /// 银行卡.
    BankCard,
    /// 银联.
    Unionpay,
    /// QQ钱包.
    QqWallet,
    /// 平台余额.
    PlatformBalance,
    /// 话费支付.
    CarrierBilling,
    /// 数字人民币.
    DigitalRmb,
    /// USDT.
    Usdt,
    /// 其他.
    Other,
}

impl Choice for PaymentMethod {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Alipay, "alipay", &["支付宝"]),
        (Self::WechatPay, "wechat_pay", &["微信支付", "微信"]),
        (Self::BankCard, "bank_card", &["银行卡"]),
        (Self::Unionpay, "unionpay", &["银联", "云闪付"]),
        (Self::QqWallet, "qq_wallet", &["QQ钱包"]),
        (Self::PlatformBalance, "platform_balance", &["平台余额"]),
        (Self::CarrierBilling, "carrier_billing", &["话费支付"]),
        (Self::DigitalRmb, "digital_rmb", &["数字人民币"]),
        (Self::Usdt, "usdt", &["USDT", "虚拟货币"]),
        (Self::Other, "other", &["其他"]),
    ];
}

/// What kind of payment it was (支付种类).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentKind {
    /// 商户收款.
    Merchant,
    /// 个人转账.
    PersonalTransfer,
    /// 红包.
    RedPacket,
    /// 个人收款码.
    PersonalCode,
    /// 快捷支付.
    QuickPay,
    /// 免密支付、代扣.
    AutoDebit,
}

impl Choice for PaymentKind {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Merchant, "merchant", &["商户收款", "商家收款"]),
        (
            Self::PersonalTransfer,
            "personal_transfer",
            &["个人转账", "转账"],
        ),
        (Self::RedPacket, "red_packet", &["红包"]),
        (
            Self::PersonalCode,
            "personal_code",
            &["个人收款码", "个人码"],
        ),
        (Self::QuickPay, "quick_pay", &["快捷支付", "快捷"]),
        (Self::AutoDebit, "auto_debit", &["免密支付", "代扣"]),
    ];
}

/// Who paid (付款人).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payer {
    /// 本人.
    Complainant,
    /// 他人.
    Other,
}

impl Choice for Payer {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Complainant, "self", &["本人"]),
        (Self::Other, "other", &["他人"]),
    ];
}

/// What came of the delivery (交付结果).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryResult {
    /// 未收到.
    NotReceived,
    /// 部分收到.
    Partial,
    /// 迟到.
    Late,
    /// 品种不符.
    WrongItem,
    /// 数量不符.
    WrongAmount,
    /// 卡密无效.
    InvalidCode,
    /// 卡密已被使用.
    UsedCode,
    /// 已收到.
    Received,
}

impl Choice for DeliveryResult {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::NotReceived, "not_received", &["未收到", "未到账"]),
        (Self::Partial, "partial", &["部分收到", "部分到账"]),
        (Self::Late, "late", &["迟到", "延迟到账"]),
        (Self::WrongItem, "wrong_item", &["品种不符", "商品错误"]),
        (Self::WrongAmount, "wrong_amount", &["数量不符", "面值不符"]),
        (
            Self::InvalidCode,
            "invalid",
            &["卡密无效", "无效", "invalid_code"],
        ),
        (
            Self::UsedCode,
            "used",
            &["卡密已被使用", "已被使用", "used_code"],
        ),
        (Self::Received, "received", &["已收到", "已到账"]),
    ];
}

/// Something that the buyer has checked (已做核对).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelfCheck {
    /// 订单号与支付账单一致.
    OrderNoMatchesBill,
    /// 充值账号无误.
    AccountCorrect,
    /// 区服无误.
    RegionCorrect,
    /// 卡密逐字输入无误.
    CodeTypedExactly,
    /// 在有效期内.
    NotExpired,
    /// 已查询余额.
    BalanceChecked,
    /// 已查支付状态.
    PaymentStatusChecked,
    /// 已刷新页面.
    PageReloaded,
}

impl Choice for SelfCheck {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (
            Self::OrderNoMatchesBill,
            "order_no_matches_bill",
            &["订单号与账单一致", "订单号与支付账单一致"],
        ),
        (
            Self::AccountCorrect,
            "account_correct",
            &["充值账号无误", "账号无误"],
        ),
        (Self::RegionCorrect, "region_correct", &["区服无误"]),
        (
            Self::CodeTypedExactly,
            "code_typed_exactly",
            &["卡密逐字输入", "卡密输入无误"],
        ),
        (Self::NotExpired, "not_expired", &["在有效期内"]),
        (
            Self::BalanceChecked,
            "balance_checked",
            &["已查余额", "已查询余额"],
        ),
        (
            Self::PaymentStatusChecked,
            "payment_status_checked",
            &["已查支付状态"],
        ),
        (Self::PageReloaded, "page_reloaded", &["已刷新页面"]),
    ];
}
