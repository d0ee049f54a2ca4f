//! What passed between the two sides, and the writer's own dated facts.

use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::evidence::Link;
use crate::moment::Moment;

/// One dated contact with the other side (协商记录).
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// When (时间).
    pub at: Moment,
    /// How (方式); as written where it is no known way.
    pub by: Option<ContactWay>,
    /// The other side's person (工号、对方).
    pub agent: Option<String>,
    /// Number of a ticket (工单号).
    pub ticket: Option<String>,
    /// What the complainant asked for (要求).
    pub asked: Option<String>,
    /// What the other side answered (对方答复), verbatim or in substance.
    pub said: Option<String>,
    /// How the other side put the matter off (推托类型).
    pub stall: Option<Stall>,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// A dated fact in the writer's own words (经过).
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// When (时间).
    pub at: Moment,
    /// What happened (事实).
    pub text: String,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// A false statement or a concealment at the sale (欺骗事实).
///
/// 《最高人民法院关于适用〈中华人民共和国民法典〉总则编若干问题的解释》第二十一条: telling what is false, or
/// concealing what has to be told. Failing to deliver is neither.
#[derive(Debug, Clone, PartialEq)]
pub struct Deception {
    /// What was said or concealed, and what was true (内容).
    pub text: String,
    /// When (时间).
    pub at: Option<Moment>,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// A demand or another notice to the other side (催告与通知).
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What it was (种类).
    pub kind: NoticeKind,
    /// How it was sent (方式).
    pub by: Option<ContactWay>,
    /// When it was sent (发出).
    pub sent: Option<Moment>,
    /// When it reached the other side (到达); `None` is not proved.
    pub arrived: Option<Moment>,
    /// Until when the other side was to act (期限).
    pub deadline: Option<Moment>,
    /// The decisive words (原文), verbatim.
    pub text: Option<String>,
    /// Whether it says that the contract ends by itself when the time is up (逾期解除).
    pub ends_contract: Option<bool>,
    /// The exhibits that show it was sent and arrived, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

impl Case {
    /// Whether an exhibit shows a notice: its own, or one that shows notices at large. A bare date of arrival is no proof.
    pub fn proves(&self, notice: &Notice) -> bool {
        let mut evidence = self.evidence.iter();
        !notice.evidence.is_empty() || evidence.any(|item| item.proves.contains(&Link::Notified))
    }
}

/// How people were in touch (方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactWay {
    /// 在线客服.
    OnlineChat,
    /// 工单.
    Ticket,
    /// 电话.
    Phone,
    /// 短信.
    Sms,
    /// 电子邮件.
    Email,
    /// QQ.
    Qq,
    /// 微信.
    Wechat,
    /// 站内信.
    InAppMessage,
    /// 信函.
    Letter,
    /// 当面.
    InPerson,
}

impl Choice for ContactWay {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::OnlineChat, "online_chat", &["在线客服", "客服"]),
        (Self::Ticket, "ticket", &["工单"]),
        (Self::Phone, "phone", &["电话"]),
        (Self::Sms, "sms", &["短信"]),
        (Self::Email, "email", &["电子邮件", "邮件"]),
        (Self::Qq, "qq", &["QQ"]),
        (Self::Wechat, "wechat", &["微信"]),
        (Self::InAppMessage, "in_app_message", &["站内信"]),
        (Self::Letter, "letter", &["信函", "快递"]),
        (Self::InPerson, "in_person", &["当面"]),
    ];
}

/// How the other side put the matter off (推托类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stall {
    /// 系统处理中.
    SystemProcessing,
    /// 需技术核实.
    TechCheck,
    /// 虚拟商品不退.
    VirtualNoRefund,
    /// 称已发货.
    AlreadyDelivered,
    /// 称无此订单.
    NoSuchOrder,
    /// 称用户操作失误.
    UserError,
    /// 称已过期.
    Expired,
    /// 推给上游.
    UpstreamFault,
    /// 未回复.
    NoReply,
    /// 拉黑或失联.
    Blocked,
    /// 明确拒绝.
    Refused,
}

impl Choice for Stall {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::SystemProcessing, "system_processing", &["系统处理中"]),
        (Self::TechCheck, "tech_check", &["技术核实", "需技术核实"]),
        (
            Self::VirtualNoRefund,
            "virtual_no_refund",
            &["虚拟商品不退"],
        ),
        (
            Self::AlreadyDelivered,
            "already_delivered",
            &["称已发货", "已发货"],
        ),
        (
            Self::NoSuchOrder,
            "no_such_order",
            &["称无此订单", "无此订单"],
        ),
        (
            Self::UserError,
            "user_error",
            &["称操作失误", "用户操作失误"],
        ),
        (Self::Expired, "expired", &["称已过期", "已过期"]),
        (Self::UpstreamFault, "upstream_fault", &["推给上游"]),
        (Self::NoReply, "no_reply", &["未回复", "已读不回"]),
        (Self::Blocked, "blocked", &["拉黑", "失联"]),
        (Self::Refused, "refused", &["明确拒绝", "拒绝"]),
    ];
}

/// What a notice was (种类).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// 催告.
    Demand,
    /// 解除通知.
    Termination,
    /// 要求提供经营者信息.
    InformationRequest,
}

impl Choice for NoticeKind {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Demand, "demand", &["催告"]),
        (Self::Termination, "termination", &["解除通知", "解除"]),
        (
            Self::InformationRequest,
            "information_request",
            &["要求提供信息", "索取经营者信息"],
        ),
    ];
}
