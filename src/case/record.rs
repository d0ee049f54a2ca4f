//! What was filed where, and the offices a case goes to.

use crate::case::choice::Choice;
use crate::moment::Moment;
use crate::money::Money;

/// One filing that was made (已走渠道).
#[derive(Debug, Clone, PartialEq)]
pub struct FilingRecord {
    /// Where (渠道).
    pub door: RecordDoor,
    /// When (日期).
    pub on: Option<Moment>,
    /// Receipt or ticket number (编号).
    pub no: Option<String>,
    /// What came of it (结果).
    pub result: Option<RecordResult>,
    /// When that came (结果日期).
    pub on_result: Option<Moment>,
    /// The reason given (理由), verbatim or in substance.
    pub reason: Option<String>,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

impl FilingRecord {
    /// Whether the filing keeps the market regulator from taking the same dispute.
    ///
    /// 《市场监督管理投诉举报处理办法》第十六条第二项: a court, an arbitral body, a market regulator, another
    /// agency or a consumer association has accepted or handled it. A refusal or a withdrawal before acceptance
    /// is neither; a filing without a recorded result may have been accepted.
    pub fn blocks_samr(&self) -> bool {
        let named = matches!(
            self.door,
            RecordDoor::Samr
                | RecordDoor::ConsumerAssociation
                | RecordDoor::Court
                | RecordDoor::Arbitration
                | RecordDoor::OtherOffice
        );
        named && !self.was_turned_away()
    }

    /// Whether the filing keeps the writer from declaring that no other body has the dispute.
    ///
    /// Whether police or the network regulator count as "another agency" with the same dispute is open, so the declaration
    /// is left out where they may have taken the matter: an untrue one costs the complaint (第十六条第五项).
    pub fn may_be_elsewhere(&self) -> bool {
        let open = matches!(self.door, RecordDoor::Police | RecordDoor::Cac);
        self.blocks_samr() || open && !self.was_turned_away()
    }

    fn was_turned_away(&self) -> bool {
        matches!(
            self.result,
            Some(RecordResult::Refused | RecordResult::Redirected)
        )
    }
}

/// Where a filing was made (渠道).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordDoor {
    /// 与商家协商.
    Merchant,
    /// 平台工单.
    PlatformTicket,
    /// 平台申诉.
    PlatformAppeal,
    /// 请平台提供卖家信息.
    InfoRequest,
    /// 催告函.
    DemandLetter,
    /// 支付宝.
    Alipay,
    /// 微信支付.
    WechatPay,
    /// 微信小程序.
    WechatMiniprogram,
    /// 银行.
    BankCard,
    /// 支付宝账户被盗.
    AlipaySecurity,
    /// 通知支付机构或银行.
    ProviderNotice,
    /// 对支付机构的投诉.
    PaymentInstitution,
    /// 对银行的消费投诉.
    BankComplaint,
    /// 人民银行金融消费投诉.
    CentralBank,
    /// 金融监管部门投诉.
    FinancialRegulator,
    /// 电信企业投诉.
    Carrier,
    /// 电信用户申诉.
    Telecom,
    /// 12315投诉.
    Samr,
    /// 12315举报.
    SamrReport,
    /// 消费者协会.
    ConsumerAssociation,
    /// 人民调解.
    Mediation,
    /// 其他行政机关.
    OtherOffice,
    /// 网信举报.
    Cac,
    /// 黑猫投诉.
    Heimao,
    /// 公安机关.
    Police,
    /// 不予立案复议.
    PoliceReview,
    /// 人民法院.
    Court,
    /// 支付令.
    PaymentOrder,
    /// 不同意起诉的书面表示.
    NoSuitNotice,
    /// 诉前保全.
    Preservation,
    /// 上诉.
    Appeal,
    /// 仲裁.
    Arbitration,
    /// 司法确认.
    JudicialConfirmation,
    /// 强制执行.
    Enforcement,
    /// 补正.
    Correction,
    /// 撤回投诉.
    Withdrawal,
    /// 和解协议.
    Settlement,
    /// 行政复议.
    AdminReview,
    /// 证据保全公证.
    Notary,
    /// 法律咨询.
    LegalAid,
    /// 结案归档.
    Closing,
    /// 失败复盘.
    FailureReview,
    /// 其他.
    Other,
}

impl Choice for RecordDoor {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Merchant, "merchant", &["与商家协商", "商家协商"]),
        (
            Self::PlatformTicket,
            "platform-ticket",
            &["平台工单", "工单"],
        ),
        (
            Self::PlatformAppeal,
            "platform-appeal",
            &["平台申诉", "平台升级投诉"],
        ),
        (
            Self::InfoRequest,
            "info-request",
            &["请平台提供卖家信息", "信息提供请求"],
        ),
        (Self::DemandLetter, "demand-letter", &["催告函"]),
        (Self::Alipay, "alipay", &["支付宝", "支付宝交易投诉"]),
        (
            Self::WechatPay,
            "wechat-pay",
            &["微信支付", "微信", "微信支付投诉"],
        ),
        (
            Self::WechatMiniprogram,
            "wechat-miniprogram",
            &["微信小程序", "微信小程序交易投诉"],
        ),
        (
            Self::BankCard,
            "bank-card",
            &["银行", "银行卡", "银行卡交易争议", "bank"],
        ),
        (
            Self::AlipaySecurity,
            "alipay-security",
            &["支付宝账户被盗", "支付宝账户安全"],
        ),
        (
            Self::ProviderNotice,
            "provider-notice",
            &["通知支付机构或银行", "挂失"],
        ),
        (
            Self::PaymentInstitution,
            "payment-institution-complaint",
            &["对支付机构的投诉", "支付机构投诉"],
        ),
        (
            Self::BankComplaint,
            "bank-complaint",
            &["对银行的消费投诉", "银行投诉"],
        ),
        (Self::CentralBank, "12363", &["人民银行金融消费投诉"]),
        (Self::FinancialRegulator, "12378", &["金融监管部门投诉"]),
        (Self::Carrier, "carrier", &["电信企业投诉", "运营商投诉"]),
        (Self::Telecom, "telecom", &["电信用户申诉"]),
        (Self::Samr, "12315", &["12315投诉", "市场监管"]),
        (Self::SamrReport, "12315-report", &["12315举报"]),
        (
            Self::ConsumerAssociation,
            "consumer-association",
            &["消费者协会", "消协"],
        ),
        (
            Self::Mediation,
            "people-mediation",
            &["人民调解", "mediation"],
        ),
        (Self::OtherOffice, "other-office", &["其他行政机关"]),
        (Self::Cac, "12377", &["网信举报"]),
        (Self::Heimao, "heimao", &["黑猫投诉", "黑猫"]),
        (
            Self::Police,
            "police",
            &["公安机关", "公安", "报警", "报案"],
        ),
        (
            Self::PoliceReview,
            "police-review",
            &["不予立案复议", "不予立案复核"],
        ),
        (Self::Court, "court", &["人民法院", "法院", "小额诉讼"]),
        (Self::PaymentOrder, "payment-order", &["支付令"]),
        (
            Self::NoSuitNotice,
            "payment-order-no-suit",
            &["不同意起诉的书面表示"],
        ),
        (Self::Preservation, "preservation", &["诉前保全"]),
        (Self::Appeal, "appeal", &["上诉"]),
        (Self::Arbitration, "arbitration", &["仲裁"]),
        (
            Self::JudicialConfirmation,
            "judicial-confirmation",
            &["司法确认"],
        ),
        (Self::Enforcement, "enforcement", &["强制执行"]),
        (Self::Correction, "correction", &["补正"]),
        (Self::Withdrawal, "withdrawal", &["撤回投诉", "撤诉"]),
        (Self::Settlement, "settlement", &["和解协议"]),
        (Self::AdminReview, "admin-review", &["行政复议"]),
        (Self::Notary, "notary", &["证据保全公证", "公证"]),
        (Self::LegalAid, "legal-aid", &["法律咨询"]),
        (Self::Closing, "closing", &["结案归档"]),
        (Self::FailureReview, "failure-review", &["失败复盘"]),
        (Self::Other, "other", &["其他"]),
    ];
}

/// What came of a filing (结果).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordResult {
    /// 处理中.
    Pending,
    /// 已受理.
    Accepted,
    /// 不予受理.
    Refused,
    /// 要求补正.
    CorrectionAsked,
    /// 终止调解.
    Terminated,
    /// 达成调解.
    MediationAgreement,
    /// 和解.
    Settled,
    /// 已退款.
    Refunded,
    /// 部分退款.
    PartRefunded,
    /// 调解不成.
    MediationFailed,
    /// 已撤回.
    Withdrawn,
    /// 转交.
    Redirected,
    /// 并案.
    Merged,
    /// 未答复.
    NoResponse,
    /// 商家关闭.
    ClosedByMerchant,
    /// 未解决即关闭.
    ClosedUnsolved,
    /// 立案调查.
    CaseOpened,
    /// 不予立案.
    CaseNotOpened,
    /// 已作处罚.
    PenaltyImposed,
    /// 未作处罚.
    NoPenalty,
    /// 驳回.
    Dismissed,
    /// 已判决.
    Judgment,
    /// 法院调解书.
    CourtMediation,
    /// 已司法确认.
    Confirmed,
    /// 支付令生效.
    OrderEffective,
    /// 执行到位.
    Paid,
    /// 终结本次执行.
    NoAssets,
    /// 复议支持.
    ReviewGranted,
    /// 复议未支持.
    ReviewRejected,
}

impl Choice for RecordResult {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Pending, "pending", &["处理中", "待处理"]),
        (Self::Accepted, "accepted", &["已受理", "受理"]),
        (Self::Refused, "refused", &["不予受理", "不受理", "拒绝"]),
        (Self::CorrectionAsked, "correction_asked", &["要求补正"]),
        (Self::Terminated, "terminated", &["终止调解"]),
        (
            Self::MediationAgreement,
            "mediation_agreement",
            &["达成调解", "调解书", "达成调解协议"],
        ),
        (Self::Settled, "settled", &["和解", "已和解"]),
        (Self::Refunded, "refunded", &["已退款"]),
        (Self::PartRefunded, "part_refunded", &["部分退款"]),
        (Self::MediationFailed, "mediation_failed", &["调解不成"]),
        (Self::Withdrawn, "withdrawn", &["已撤回", "撤回"]),
        (Self::Redirected, "redirected", &["转交", "告知其他渠道"]),
        (Self::Merged, "merged", &["并案"]),
        (Self::NoResponse, "no_response", &["未答复", "无答复"]),
        (
            Self::ClosedByMerchant,
            "closed_by_merchant",
            &["商家关闭", "被关闭"],
        ),
        (
            Self::ClosedUnsolved,
            "closed_without_solution",
            &["未解决即关闭", "未解决关闭"],
        ),
        (Self::CaseOpened, "case_opened", &["立案调查", "立案"]),
        (Self::CaseNotOpened, "case_not_opened", &["不予立案"]),
        (Self::PenaltyImposed, "penalty_imposed", &["已作处罚"]),
        (Self::NoPenalty, "no_penalty", &["未作处罚"]),
        (Self::Dismissed, "dismissed", &["驳回"]),
        (Self::Judgment, "judgment", &["已判决", "判决"]),
        (Self::CourtMediation, "court_mediation", &["法院调解书"]),
        (Self::Confirmed, "confirmed", &["已司法确认"]),
        (
            Self::OrderEffective,
            "payment_order_effective",
            &["支付令生效"],
        ),
        (Self::Paid, "paid", &["执行到位"]),
        (Self::NoAssets, "no_assets", &["终结本次执行"]),
        (Self::ReviewGranted, "review_granted", &["复议支持"]),
        (Self::ReviewRejected, "review_rejected", &["复议未支持"]),
    ];
}

/// The court (法院).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Court {
    /// Its full name (名称).
    pub name: Option<String>,
    /// Its province (省份).
    pub province: Option<String>,
    /// Whether the costs are claimed (诉讼费).
    pub costs: Option<bool>,
    /// A newer average wage than the program has (平均工资).
    pub wage: Option<StatedWage>,
    /// The fee that the court asks for (受理费).
    pub fee: Option<StatedFee>,
}

/// A court fee that the case file states itself (受理费).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedFee {
    /// The fee (金额).
    pub amount: Money,
    /// Who says so (来源).
    pub source: String,
}

/// An average wage that the case file states itself (平均工资).
#[derive(Debug, Clone, PartialEq)]
pub struct StatedWage {
    /// Yuan a year (金额).
    pub amount: Money,
    /// The year it is for (年度).
    pub year: u32,
    /// Where it is published (来源).
    pub source: String,
}

/// The market regulator (市场监管).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Samr {
    /// Full name of the office (名称).
    pub name: Option<String>,
    /// Whether the complaint may be published (同意公示).
    pub publish_consent: Option<bool>,
    /// Whether mediation may be entrusted to another body (同意委托调解).
    pub entrust_consent: Option<bool>,
}
