//! The keys at the top of the file.

use super::deal::{DELIVERY, GOODS, ORDER, PAYMENT, PROBLEM, PURCHASE};
use super::dealings::{CLAIM, CONTACT, COURT, FACT, FILING, NOTICE, SAMR};
use super::exhibits::ITEM;
use super::parties::{COMPLAINANT, RESPONDENT};
use super::rules;
use super::{Field, Kind, Scalar, Section};
use crate::case::purchase::SelfCheck;
use crate::case::words::rows;
use crate::diagnostic::Name;
use crate::law::Purpose;

/// The whole file.
pub static FILE: Section = Section {
    name: Name {
        en: "case",
        zh: "案件",
    },
    fields: &[
        Field::new(
            "title",
            "标题",
            Kind::Text,
            "给这件事起的名字",
            "what the case is called",
        ),
        Field::new(
            "case_no",
            "材料编号",
            Kind::Number,
            "自己给材料编的号，可不写",
            "your own number for the papers, optional",
        )
        .also(&["案件编号"]),
        Field::new(
            "complainant",
            "投诉人",
            Kind::Section(&COMPLAINANT, Scalar::Key("name")),
            "你自己",
            "yourself",
        )
        .also(&["原告", "申请人", "消费者", "plaintiff"]),
        Field::new(
            "respondents",
            "被投诉人",
            Kind::Section(&RESPONDENT, Scalar::Key("name")),
            "对方：平台、商家、收款方",
            "the other side: site, seller, payee",
        )
        .also(&[
            "respondent",
            "被告",
            "被申请人",
            "商家",
            "defendant",
            "defendants",
        ])
        .many(),
        Field::new(
            "purpose",
            "用途",
            Kind::Word(rows::<Purpose>),
            "买来做什么：生活消费、赠与、转售、经营",
            "what it was bought for: personal, gift, resale, business",
        )
        .also(&["购买用途"]),
        Field::new(
            "purchase",
            "购买",
            Kind::Section(&PURCHASE, Scalar::Key("purpose")),
            "购买的用途",
            "what it was bought for",
        ),
        Field::new(
            "goods",
            "商品",
            Kind::Section(&GOODS, Scalar::Key("name")),
            "买了什么",
            "what was bought",
        )
        .also(&["货物", "服务"]),
        Field::new(
            "problem",
            "问题",
            Kind::Section(&PROBLEM, Scalar::Key("type")),
            "出了什么问题，如 未到账",
            "what went wrong, such as not_received",
        )
        .also(&["问题类型"]),
        Field::new(
            "discovered",
            "发现时间",
            Kind::Moment,
            "什么时候发现的",
            "when it was noticed",
        )
        .also(&["discovered_at"]),
        Field::new(
            "orders",
            "订单",
            Kind::Section(&ORDER, Scalar::Key("platform_order_no")),
            "平台上的订单",
            "the orders on the site",
        )
        .also(&["order"])
        .many(),
        Field::new(
            "payments",
            "支付",
            Kind::Section(&PAYMENT, Scalar::Key("amount")),
            "每一笔付款",
            "each payment",
        )
        .also(&["payment", "付款", "付款记录", "支付记录"])
        .many(),
        Field::new(
            "delivery",
            "交付",
            Kind::Section(&DELIVERY, Scalar::Key("result")),
            "收到了什么",
            "what arrived",
        )
        .also(&["发货", "到货"]),
        Field::new(
            "self_checks",
            "已做核对",
            Kind::Word(rows::<SelfCheck>),
            "你核对过的事项，只写真做过的",
            "what you have checked, only what you really did",
        )
        .also(&["self_check", "已核对", "自查"])
        .many(),
        Field::new(
            "contacts",
            "协商",
            Kind::Section(&CONTACT, Scalar::Line),
            "与对方的每次沟通，一行一次",
            "each contact with the other side, a line each",
        )
        .also(&["contact", "协商记录", "沟通", "沟通记录"])
        .many(),
        Field::new(
            "facts",
            "经过",
            Kind::Section(&FACT, Scalar::Line),
            "其他有时间的事实，一行一条",
            "other dated facts, a line each",
        )
        .also(&["fact", "事实", "事实经过"])
        .many(),
        Field::new(
            "notices",
            "催告与通知",
            Kind::Section(&NOTICE, Scalar::Key("kind")),
            "发给对方的催告、解除通知",
            "demands and notices to the other side",
        )
        .also(&["notice", "催告", "通知"])
        .many(),
        Field::new(
            "claims",
            "诉求",
            Kind::Section(&CLAIM, Scalar::Key("kind")),
            "要求什么，首选写在前面",
            "what you ask for, the first choice first",
        )
        .also(&["claim", "请求", "投诉请求", "诉讼请求"])
        .many(),
        Field::new(
            "filings",
            "已走渠道",
            Kind::Section(&FILING, Scalar::Key("channel")),
            "向哪些渠道投诉过；没有就写 无",
            "where you have filed already; none if nowhere",
        )
        .also(&["filing", "已投诉渠道", "投诉记录"])
        .many(),
        Field::new(
            "court",
            "法院",
            Kind::Section(&COURT, Scalar::Key("name")),
            "起诉的法院",
            "the court",
        ),
        Field::new(
            "samr",
            "市场监管",
            Kind::Section(&SAMR, Scalar::Key("name")),
            "受理投诉的市场监管部门",
            "the market regulator",
        )
        .also(&["市场监管部门", "12315"]),
        Field::new(
            "evidence",
            "证据",
            Kind::Section(&ITEM, Scalar::Key("files")),
            "证据材料，一项一条",
            "the evidence, an item each",
        )
        .also(&["证据材料", "exhibits"])
        .many(),
        rules::OBSTACLES,
        rules::RETURN,
        rules::RIGHTS,
        rules::PLATFORM,
        rules::SETTLEMENT,
        rules::SECURITY,
        rules::REPORT,
        rules::CARRIER,
        rules::PLAN,
        rules::CALENDAR,
    ],
};
