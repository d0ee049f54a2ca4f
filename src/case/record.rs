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
    /// 平台工单.
    PlatformTicket,
    /// 平台申诉.
    PlatformAppeal,
    /// 支付宝.
    Alipay,
    /// 微信支付.
    WechatPay,
    /// 银行.
    Bank,
    /// 12315投诉.
    Samr,
    /// 12315举报.
    SamrReport,
    /// 消费者协会.
    ConsumerAssociation,
    /// 人民法院.
    Court,
    /// 仲裁.
    Arbitration,
    /// 公安机关.
    Police,
    /// 其他行政机关.
    OtherOffice,
    /// 人民调解.
    Mediation,
    /// 网信举报.
    Cac,
    /// 黑猫投诉.
    Heimao,
    /// 其他.
    Other,
}

impl Choice for RecordDoor {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (
            Self::PlatformTicket,
            "platform-ticket",
            &["平台工单", "工单"],
        ),
        (Self::PlatformAppeal, "platform-appeal", &["平台申诉"]),
        (Self::Alipay, "alipay", &["支付宝"]),
        (Self::WechatPay, "wechat-pay", &["微信支付", "微信"]),
        (Self::Bank, "bank", &["银行"]),
        (Self::Samr, "12315", &["12315投诉", "市场监管"]),
        (Self::SamrReport, "12315-report", &["12315举报"]),
        (
            Self::ConsumerAssociation,
            "consumer-association",
            &["消费者协会", "消协"],
        ),
        (Self::Court, "court", &["人民法院", "法院", "小额诉讼"]),
        (Self::Arbitration, "arbitration", &["仲裁"]),
        (Self::Police, "police", &["公安机关", "公安", "报警"]),
        (Self::OtherOffice, "other-office", &["其他行政机关"]),
        (Self::Mediation, "mediation", &["人民调解"]),
        (Self::Cac, "12377", &["网信举报"]),
        (Self::Heimao, "heimao", &["黑猫投诉", "黑猫"]),
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
    /// 终止调解.
    Terminated,
    /// 达成调解.
    MediationAgreement,
    /// 和解.
    Settled,
    /// 已退款.
    Refunded,
    /// 调解不成.
    MediationFailed,
    /// 已撤回.
    Withdrawn,
    /// 转交.
    Redirected,
    /// 未答复.
    NoResponse,
    /// 商家关闭.
    ClosedByMerchant,
    /// 驳回.
    Dismissed,
    /// 已判决.
    Judgment,
}

impl Choice for RecordResult {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Pending, "pending", &["处理中", "待处理"]),
        (Self::Accepted, "accepted", &["已受理", "受理"]),
        (Self::Refused, "refused", &["不予受理", "不受理"]),
        (Self::Terminated, "terminated", &["终止调解"]),
        (
            Self::MediationAgreement,
            "mediation_agreement",
            &["达成调解", "调解书"],
        ),
        (Self::Settled, "settled", &["和解"]),
        (Self::Refunded, "refunded", &["已退款"]),
        (Self::MediationFailed, "mediation_failed", &["调解不成"]),
        (Self::Withdrawn, "withdrawn", &["已撤回", "撤回"]),
        (Self::Redirected, "redirected", &["转交", "告知其他渠道"]),
        (Self::NoResponse, "no_response", &["未答复", "无答复"]),
        (
            Self::ClosedByMerchant,
            "closed_by_merchant",
            &["商家关闭", "被关闭"],
        ),
        (Self::Dismissed, "dismissed", &["驳回"]),
        (Self::Judgment, "judgment", &["已判决", "判决"]),
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
