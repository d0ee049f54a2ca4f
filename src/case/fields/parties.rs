//! The keys of the two sides.

use super::rules;
use super::{EVIDENCE, Field, Kind, Scalar, Section};
use crate::case::party::{Entity, Gender, IdType, Role};
use crate::case::words::rows;
use crate::diagnostic::Name;

const PHONE: Field = Field::new(
    "phone",
    "电话",
    Kind::Number,
    "能接通的电话",
    "a telephone that is answered",
)
.also(&["手机", "手机号", "联系电话", "tel", "mobile"]);
const GENDER: Field = Field::new(
    "gender",
    "性别",
    Kind::Word(rows::<Gender>),
    "男 或 女",
    "male or female",
)
.also(&["sex"]);
const EMPLOYER: Field = Field::new(
    "employer",
    "工作单位",
    Kind::Text,
    "在哪里工作",
    "where the person works",
);
const ID_NUMBER: Field = Field::new(
    "id_number",
    "证件号码",
    Kind::Number,
    "身份证件上的号码",
    "the number on the identity paper",
)
.also(&["身份证号", "身份证号码", "证件号", "id_no"]);

/// Who complains.
pub(super) static COMPLAINANT: Section = Section {
    name: Name {
        en: "complainant",
        zh: "投诉人",
    },
    fields: &[
        Field::new("name", "姓名", Kind::Text, "真实姓名", "your true name").also(&["名字"]),
        GENDER,
        Field::new(
            "born",
            "出生日期",
            Kind::Day,
            "出生年月日，年龄由程序计算",
            "date of birth; the age is computed",
        )
        .also(&["birth_date", "birthday", "生日"]),
        Field::new("ethnicity", "民族", Kind::Text, "如 汉族", "such as 汉族"),
        Field::new(
            "occupation",
            "职业",
            Kind::Text,
            "做什么工作",
            "what you do for a living",
        ),
        EMPLOYER,
        Field::new("position", "职务", Kind::Text, "在单位的职务", "your post")
            .also(&["job_title"]),
        PHONE,
        Field::new(
            "address",
            "地址",
            Kind::Text,
            "能收到信的地址",
            "where a letter reaches you",
        )
        .also(&[
            "住址",
            "通信地址",
            "通讯地址",
            "联系地址",
            "mailing_address",
        ]),
        Field::new(
            "domicile",
            "户籍地址",
            Kind::Text,
            "户口簿上的地址",
            "the registered domicile",
        )
        .also(&["户籍地", "户籍所在地"]),
        Field::new(
            "residence",
            "经常居住地",
            Kind::Text,
            "连续住满一年的地方",
            "where you have lived for a year",
        )
        .also(&["居住地", "现住址"]),
        Field::new(
            "id_type",
            "证件类型",
            Kind::Word(rows::<IdType>),
            "如 居民身份证",
            "such as resident_id",
        )
        .also(&["证件种类"]),
        ID_NUMBER,
        Field::new("email", "电子邮箱", Kind::Number, "电子邮箱", "e-mail").also(&["邮箱", "mail"]),
        Field::new(
            "refund_to",
            "退款到",
            Kind::Section(&REFUND, Scalar::Key("method")),
            "退到哪里：原路，或写明账户",
            "where a refund goes: original, or an account",
        )
        .also(&["退款账户", "退款方式"]),
        Field::new(
            "guardian",
            "监护人",
            Kind::Section(&REPRESENTATIVE, Scalar::Key("name")),
            "未成年人的监护人",
            "the guardian of a minor",
        )
        .also(&["法定代理人"]),
        Field::new(
            "agent",
            "代理人",
            Kind::Section(&REPRESENTATIVE, Scalar::Key("name")),
            "委托的代理人",
            "an agent",
        )
        .also(&["委托代理人"]),
        rules::IS_MINOR,
    ],
};

static REFUND: Section = Section {
    name: Name {
        en: "refund_to",
        zh: "退款到",
    },
    fields: &[
        Field::new(
            "method",
            "方式",
            Kind::Text,
            "如 支付宝、银行卡",
            "such as alipay, bank card",
        ),
        Field::new(
            "holder",
            "户名",
            Kind::Text,
            "账户是谁的",
            "whose account it is",
        ),
        Field::new("account", "账号", Kind::Number, "账号", "its number").also(&["account_no"]),
    ],
};

static REPRESENTATIVE: Section = Section {
    name: Name {
        en: "agent",
        zh: "代理人",
    },
    fields: &[
        Field::new("name", "姓名", Kind::Text, "姓名", "name"),
        Field::new(
            "relation",
            "关系",
            Kind::Text,
            "与投诉人的关系",
            "relation to the complainant",
        ),
        PHONE,
        Field::new("address", "地址", Kind::Text, "地址", "address"),
        ID_NUMBER,
        Field::new(
            "authority",
            "代理权限",
            Kind::Text,
            "委托书写明的权限",
            "what the power of attorney says",
        ),
        rules::KNEW,
        rules::ASKED_TO_RATIFY,
    ],
};

/// One of the other side.
pub(super) static RESPONDENT: Section = Section {
    name: Name {
        en: "respondents",
        zh: "被投诉人",
    },
    fields: &[
        Field::new(
            "id",
            "编号",
            Kind::Text,
            "别处要引用它时的编号",
            "the id that other parts refer to",
        ),
        Field::new(
            "roles",
            "身份",
            Kind::Word(rows::<Role>),
            "如 平台、商家、收款方，可写多个",
            "such as platform_operator, merchant, payee",
        )
        .also(&["role", "角色"])
        .many(),
        Field::new(
            "entity",
            "主体类型",
            Kind::Word(rows::<Entity>),
            "公司、个体工商户、自然人……",
            "company, individual_business, person …",
        )
        .also(&["entity_kind", "类型"]),
        Field::new(
            "name",
            "名称",
            Kind::Text,
            "登记的全称",
            "the full registered name",
        )
        .also(&["姓名", "企业名称", "公司名称", "商家名称"]),
        Field::new(
            "uscc",
            "统一社会信用代码",
            Kind::Number,
            "营业执照上的 18 位代码",
            "the 18 signs on the licence",
        )
        .also(&["信用代码", "社会信用代码"]),
        Field::new(
            "address",
            "地址",
            Kind::Text,
            "登记的住所",
            "the registered domicile",
        )
        .also(&["住所", "住所地", "注册地址", "domicile"]),
        Field::new(
            "legal_rep",
            "法定代表人",
            Kind::Text,
            "法定代表人或负责人",
            "the legal representative",
        )
        .also(&["负责人", "法人"]),
        Field::new(
            "legal_rep_title",
            "法定代表人职务",
            Kind::Text,
            "如 执行董事",
            "the post of that person",
        )
        .also(&["职务"]),
        Field::new(
            "operator",
            "经营者",
            Kind::Text,
            "个体工商户执照上的经营者",
            "the operator on the licence of an individual business",
        ),
        GENDER,
        EMPLOYER,
        PHONE,
        Field::new(
            "website",
            "网站",
            Kind::Number,
            "网址",
            "the address of the site",
        )
        .also(&["网址", "url", "site"]),
        Field::new(
            "site_name",
            "网站名称",
            Kind::Text,
            "网站或店铺叫什么",
            "what the site or shop calls itself",
        )
        .also(&["店铺", "店铺名称", "平台名称"]),
        Field::new(
            "icp_no",
            "备案号",
            Kind::Number,
            "网站底部的 ICP 备案号",
            "the ICP number at the foot of the site",
        )
        .also(&["ICP备案号", "icp"]),
        Field::new(
            "payee_link",
            "与收款方的关系",
            Kind::Section(&PAYEE_LINK, Scalar::Key("text")),
            "页面上说明它与收款方有关的原话",
            "the words of a page that link it to the payee",
        ),
        Field::new(
            "identified_by",
            "身份来源",
            Kind::Section(&IDENTIFIED, Scalar::Key("source")),
            "在哪里查到它的身份",
            "where its identity was looked up",
        ),
    ],
};

static PAYEE_LINK: Section = Section {
    name: Name {
        en: "payee_link",
        zh: "与收款方的关系",
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
        EVIDENCE,
    ],
};

static IDENTIFIED: Section = Section {
    name: Name {
        en: "identified_by",
        zh: "身份来源",
    },
    fields: &[
        Field::new(
            "source",
            "来源",
            Kind::Text,
            "如 国家企业信用信息公示系统",
            "such as the public register of businesses",
        ),
        Field::new(
            "on",
            "查询日期",
            Kind::Moment,
            "哪天查的",
            "the day of the look-up",
        )
        .also(&["日期", "时间", "查询时间"]),
        EVIDENCE,
    ],
};
