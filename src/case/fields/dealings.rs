//! The keys of what passed between the two sides, what is asked for, and where the case went.

use super::rules;
use super::{EVIDENCE, Field, Kind, Scalar, Section, Target};
use crate::case::claim::ClaimKind;
use crate::case::contact::{ContactWay, NoticeKind, Stall};
use crate::case::record::{RecordDoor, RecordResult};
use crate::case::words::rows;
use crate::diagnostic::Name;

const WAY: Field = Field::new(
    "by",
    "方式",
    Kind::Word(rows::<ContactWay>),
    "如 在线客服、电话、电子邮件",
    "such as online_chat, phone, email",
)
.also(&["channel", "way", "沟通方式", "发出方式"]);

/// A contact with the other side.
pub(super) static CONTACT: Section = Section {
    name: Name {
        en: "contacts",
        zh: "协商",
    },
    fields: &[
        Field::new("at", "时间", Kind::Moment, "什么时候", "when").also(&["on", "日期", "date"]),
        WAY,
        Field::new(
            "agent",
            "工号",
            Kind::Text,
            "对方客服的工号或称呼",
            "the other side's person",
        )
        .also(&["对方", "客服工号", "客服"]),
        Field::new(
            "ticket",
            "工单号",
            Kind::Number,
            "工单编号",
            "number of a ticket",
        )
        .also(&["ticket_no", "工单"]),
        Field::new(
            "asked",
            "要求",
            Kind::Text,
            "你要求了什么",
            "what you asked for",
        )
        .also(&["我的要求"]),
        Field::new(
            "said",
            "对方答复",
            Kind::Text,
            "对方怎么答复的",
            "what the other side answered",
        )
        .also(&["答复", "回复", "对方回复", "内容"]),
        Field::new(
            "stall",
            "推托类型",
            Kind::Word(rows::<Stall>),
            "如 系统处理中、未回复",
            "such as system_processing, no_reply",
        )
        .also(&["推脱类型", "推托"]),
        rules::EFFECT,
        rules::ARRIVED,
        rules::TO,
        EVIDENCE,
    ],
};

/// A dated fact.
pub(super) static FACT: Section = Section {
    name: Name {
        en: "facts",
        zh: "经过",
    },
    fields: &[
        Field::new("at", "时间", Kind::Moment, "什么时候", "when").also(&["on", "日期", "date"]),
        Field::new("text", "事实", Kind::Text, "发生了什么", "what happened")
            .also(&["内容", "fact"]),
        EVIDENCE,
    ],
};

/// A demand or notice.
pub(super) static NOTICE: Section = Section {
    name: Name {
        en: "notices",
        zh: "催告与通知",
    },
    fields: &[
        Field::new(
            "kind",
            "种类",
            Kind::Word(rows::<NoticeKind>),
            "催告、解除通知、要求提供信息",
            "demand, termination, information_request",
        )
        .also(&["类型"]),
        Field::new(
            "sent",
            "发出",
            Kind::Moment,
            "什么时候发出的",
            "when it was sent",
        )
        .also(&["发出时间", "sent_at", "时间"]),
        WAY,
        Field::new(
            "arrived",
            "到达",
            Kind::Moment,
            "什么时候到达对方，要有证据",
            "when it arrived, with proof",
        )
        .also(&["到达时间", "送达时间", "送达", "arrived_at"]),
        Field::new(
            "deadline",
            "期限",
            Kind::Moment,
            "要求对方在何时前办理",
            "until when the other side was to act",
        )
        .also(&["截止时间", "履行期限"]),
        Field::new(
            "text",
            "原文",
            Kind::Text,
            "关键的话，照抄",
            "the decisive words, verbatim",
        )
        .also(&["内容"]),
        Field::new(
            "ends_contract",
            "逾期解除",
            Kind::YesNo,
            "是否写明逾期合同自行解除",
            "whether it says the contract ends when time is up",
        )
        .also(&["逾期自动解除"]),
        EVIDENCE,
    ],
};

/// A claim.
pub(super) static CLAIM: Section = Section {
    name: Name {
        en: "claims",
        zh: "诉求",
    },
    fields: &[
        Field::new(
            "refund",
            "退款",
            Kind::Text,
            "退多少，或 全额",
            "how much, or full",
        ),
        Field::new(
            "redeliver",
            "补发",
            Kind::Text,
            "补发几件",
            "how many pieces to deliver again",
        )
        .also(&["继续履行"]),
        Field::new(
            "replace",
            "更换",
            Kind::Text,
            "更换几件",
            "how many pieces to replace",
        ),
        Field::new(
            "make_up",
            "补足",
            Kind::Text,
            "补足多少",
            "how many pieces to make up",
        ),
        Field::new(
            "compensate",
            "赔偿",
            Kind::Text,
            "赔多少，在 内容 写明是什么损失",
            "how much; say in text for what loss",
        ),
        Field::new("triple", "三倍赔偿", Kind::Text, "是", "yes"),
        Field::new(
            "interest",
            "利息",
            Kind::Section(&INTEREST, Scalar::Key("asked")),
            "是，或者写明起算日和利率",
            "yes, or from which day and at what rate",
        ),
        Field::new(
            "explain",
            "说明依据",
            Kind::Text,
            "要对方说明什么",
            "what the other side is to explain",
        ),
        Field::new(
            "records",
            "提供记录",
            Kind::Text,
            "要对方提供什么记录",
            "what records it is to give",
        ),
        Field::new("reply", "书面答复", Kind::Text, "是", "yes"),
        Field::new(
            "unfreeze",
            "解除限制",
            Kind::Text,
            "解除什么限制",
            "what restriction is to be lifted",
        ),
        Field::new(
            "other",
            "其他",
            Kind::Text,
            "别的要求，写成一句话",
            "another request, in a sentence",
        ),
        Field::new(
            "kind",
            "请求",
            Kind::Word(rows::<ClaimKind>),
            "请求的种类",
            "what is asked",
        )
        .also(&["type", "种类", "类型"]),
        Field::new("amount", "金额", Kind::Money, "多少钱", "how much"),
        Field::new("quantity", "数量", Kind::Count, "几件", "how many pieces"),
        Field::new("text", "内容", Kind::Text, "你的说明", "in your words").also(&["说明"]),
        Field::new(
            "within",
            "时限",
            Kind::Span,
            "多久之内，如 24小时",
            "within what time, such as 24h",
        )
        .also(&["期限"]),
        Field::new(
            "instead_of",
            "代替",
            Kind::Reference(Target::Claim),
            "哪项请求做不到时才要这项",
            "the claim that this one stands in for",
        )
        .also(&["替代"]),
        Field::new(
            "addressee",
            "对象",
            Kind::Reference(Target::Respondent),
            "由谁来做，写被投诉人的编号",
            "who is to do it, by id",
        ),
        EVIDENCE,
    ],
};

static INTEREST: Section = Section {
    name: Name {
        en: "interest",
        zh: "利息",
    },
    fields: &[
        Field::new("asked", "请求", Kind::Text, "是", "yes"),
        Field::new(
            "from",
            "起算日",
            Kind::Day,
            "从哪天起算；不写就从解除或者催告期满的次日起算",
            "the first day; by default the day after the contract ended or the demand ran out",
        )
        .also(&["起算"]),
        Field::new(
            "rate",
            "利率",
            Kind::Text,
            "起算日的年利率，如 3.00%",
            "the yearly rate of that day, such as 3.00%",
        )
        .also(&["年利率"]),
        Field::new(
            "source",
            "来源",
            Kind::Text,
            "利率在哪里公布的",
            "where the rate is published",
        )
        .also(&["利率来源"]),
    ],
};

/// A filing that was made.
pub(super) static FILING: Section = Section {
    name: Name {
        en: "filings",
        zh: "已走渠道",
    },
    fields: &[
        Field::new(
            "channel",
            "渠道",
            Kind::Word(rows::<RecordDoor>),
            "如 平台工单、12315、消协、法院",
            "such as platform-ticket, 12315, court",
        )
        .also(&["door"]),
        Field::new("on", "日期", Kind::Moment, "哪天提交的", "when").also(&[
            "时间",
            "提交日期",
            "提交时间",
            "date",
            "at",
        ]),
        Field::new(
            "no",
            "编号",
            Kind::Number,
            "受理号或工单号",
            "receipt or ticket number",
        )
        .also(&["受理号", "登记编号", "工单号", "receipt_no"]),
        Field::new(
            "result",
            "结果",
            Kind::Word(rows::<RecordResult>),
            "如 处理中、不予受理、终止调解",
            "such as pending, refused, terminated",
        ),
        Field::new(
            "on_result",
            "结果日期",
            Kind::Moment,
            "哪天有结果的",
            "when that came",
        )
        .also(&["结果时间", "答复日期"]),
        Field::new(
            "reason",
            "理由",
            Kind::Text,
            "对方给的理由",
            "the reason given",
        )
        .also(&["原因"]),
        rules::EVENTS,
        rules::REASON_ITEM,
        rules::PROCEDURE,
        rules::SAME_DISPUTE,
        EVIDENCE,
    ],
};

/// The court.
pub(super) static COURT: Section = Section {
    name: Name {
        en: "court",
        zh: "法院",
    },
    fields: &[
        Field::new("name", "名称", Kind::Text, "法院全称", "its full name"),
        Field::new(
            "province",
            "省份",
            Kind::Text,
            "法院所在省份",
            "its province",
        )
        .also(&["省", "所在省份"]),
        Field::new(
            "costs",
            "诉讼费",
            Kind::YesNo,
            "是否请求对方承担诉讼费",
            "whether the costs are claimed",
        )
        .also(&["诉讼费用"]),
        Field::new(
            "wage",
            "平均工资",
            Kind::Section(&WAGE, Scalar::None),
            "比程序自带更新的年平均工资",
            "a newer average wage than the program has",
        ),
        Field::new(
            "fee",
            "受理费",
            Kind::Section(&FEE, Scalar::None),
            "法院通知的案件受理费，代替程序预估的",
            "the court fee that the court asks for, in place of the program's estimate",
        )
        .also(&["案件受理费"]),
        rules::ARBITRATION_AGREEMENT,
        rules::ACKNOWLEDGED_DEBT,
    ],
};

static FEE: Section = Section {
    name: Name {
        en: "fee",
        zh: "受理费",
    },
    fields: &[
        Field::new("amount", "金额", Kind::Money, "多少元", "yuan"),
        Field::new(
            "source",
            "来源",
            Kind::Text,
            "从哪里知道的，如 交费通知书",
            "where it is stated, such as the notice of the court",
        ),
    ],
};

static WAGE: Section = Section {
    name: Name {
        en: "wage",
        zh: "平均工资",
    },
    fields: &[
        Field::new("amount", "金额", Kind::Money, "全年多少元", "yuan a year"),
        Field::new(
            "year",
            "年度",
            Kind::Count,
            "哪一年的",
            "the year it is for",
        )
        .also(&["年份"]),
        Field::new(
            "source",
            "来源",
            Kind::Text,
            "在哪里公布的",
            "where it is published",
        ),
    ],
};

/// The market regulator.
pub(super) static SAMR: Section = Section {
    name: Name {
        en: "samr",
        zh: "市场监管",
    },
    fields: &[
        Field::new(
            "name",
            "名称",
            Kind::Text,
            "单位全称",
            "full name of the office",
        ),
        Field::new(
            "publish_consent",
            "同意公示",
            Kind::YesNo,
            "是否同意公示投诉信息",
            "whether the complaint may be published",
        ),
        Field::new(
            "entrust_consent",
            "同意委托调解",
            Kind::YesNo,
            "是否同意委托其他组织调解",
            "whether mediation may be entrusted",
        ),
    ],
};
