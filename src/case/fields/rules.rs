//! The keys that only time limits and the plan ask for: no template shows them.
//!
//! What stands under them is checked by this table alone and kept as facts, so that a new one is one row here.

use super::{EVIDENCE, Field, Kind, Scalar, Section, Target, WordRow};
use crate::case::record::RecordDoor;
use crate::case::words::rows;
use crate::diagnostic::Name;
use crate::facts;

/// A row whose key and words are all there is to it.
const fn row(
    en: &'static str,
    zh: &'static str,
    kind: Kind,
    help_zh: &'static str,
    help_en: &'static str,
) -> Field {
    Field::new(en, zh, kind, help_zh, help_en).for_rules()
}

const fn section(en: &'static str, zh: &'static str, fields: &'static [Field]) -> Section {
    Section {
        name: Name { en, zh },
        fields,
    }
}

/// What the problem's time limits start from.
pub(super) const HAPPENED: Field = row(
    "happened",
    "发生日期",
    Kind::Moment,
    "事情哪天发生的",
    "the day it happened",
);
pub(super) const SHOULD_HAVE_KNOWN: Field = row(
    "should_have_known",
    "应当知道日期",
    Kind::Moment,
    "最早哪天应当知道",
    "the day you should have known",
);
pub(super) const KNEW_RESPONDENT: Field = row(
    "knew_respondent",
    "知道对方是谁的日期",
    Kind::Moment,
    "哪天知道对方是谁的",
    "the day you learned who the other side is",
);
pub(super) const GROUND_KNOWN: Field = row(
    "ground_known",
    "知道解除事由的日期",
    Kind::Moment,
    "哪天知道可以解除合同的",
    "the day you learned of the ground to end the contract",
);
pub(super) const DECEPTION_KNOWN: Field = row(
    "deception_known",
    "知道受骗日期",
    Kind::Moment,
    "哪天知道受骗的",
    "the day you learned of the deception",
);
pub(super) const MISTAKE_KNOWN: Field = row(
    "mistake_known",
    "知道误解日期",
    Kind::Moment,
    "哪天知道自己误解的",
    "the day you learned of the mistake",
);
pub(super) const CONDUCT_ENDED: Field = row(
    "conduct_ended",
    "行为结束日期",
    Kind::Moment,
    "违法行为哪天结束的",
    "the day the unlawful conduct ended",
);
pub(super) const HARM_TO_SAFETY: Field = row(
    "harm_to_safety",
    "危及生命健康或金融安全",
    Kind::YesNo,
    "是否危及生命健康或金融安全",
    "whether life, health or financial safety is at stake",
);

/// What the time limits of goods start from.
pub(super) const EXPIRES: Field = row(
    "expires",
    "有效期至",
    Kind::Moment,
    "卡密或余额到哪天失效",
    "the day the code or balance expires",
);
pub(super) const QUALITY_UNTIL: Field = row(
    "quality_until",
    "质量保证期至",
    Kind::Moment,
    "质量保证期到哪天",
    "the end of the guarantee",
);
pub(super) const INSPECTION_UNTIL: Field = row(
    "inspection_until",
    "检验期至",
    Kind::Moment,
    "约定的检验期到哪天",
    "the end of the agreed inspection",
);
pub(super) const SEVEN_DAY_PROMISE: Field = row(
    "seven_day_promise",
    "承诺七日退货",
    Kind::YesNo,
    "页面是否承诺七日无理由退货",
    "whether the page promises returns within seven days",
);
pub(super) const EXCLUDED_FROM_RETURN: Field = row(
    "excluded_from_return",
    "不适用七日退货",
    Kind::YesNo,
    "页面是否提示并由你确认不适用",
    "whether the page excluded it and you confirmed",
);
pub(super) const REPEATED_PERFORMANCE: Field = row(
    "repeated_performance",
    "多次或持续履行",
    Kind::YesNo,
    "是否预付后多次或持续使用",
    "whether it was prepaid for repeated use",
);
pub(super) const HAD_SAME_BEFORE: Field = row(
    "had_same_before",
    "此前已有同类",
    Kind::YesNo,
    "此前是否买过同样的服务",
    "whether you had the same service before",
);
pub(super) const SELLER_KNEW_DEFECT: Field = row(
    "seller_knew_defect",
    "商家明知不符",
    Kind::YesNo,
    "商家是否明知不符合约定",
    "whether the seller knew of the defect",
);
pub(super) const NO_PERFORMANCE_DATE: Field = row(
    "no_performance_date",
    "未约定履行时间",
    Kind::YesNo,
    "是否没有约定什么时候交付",
    "whether no time of delivery was agreed",
);
pub(super) const COMPLETED: Field = row(
    "completed",
    "完成时间",
    Kind::Moment,
    "订单哪天完成的",
    "when the order was completed",
);
pub(super) const PAYMENT_STATUS: Field = row(
    "status",
    "支付状态",
    Kind::Word(payment_states),
    "成功、处理中、关闭",
    "success, processing, closed",
);
pub(super) const CARD_LAST4: Field = row(
    "card_last4",
    "卡号末四位",
    Kind::Number,
    "钱包背后银行卡的末四位",
    "the last four digits of the card behind the wallet",
);

/// What a contact did.
pub(super) const EFFECT: Field = row(
    "effect",
    "效果",
    Kind::Word(effects),
    "催告、承认、拒绝、无",
    "demand, acknowledged, refused, none",
);
pub(super) const ARRIVED: Field = row(
    "arrived",
    "到达",
    Kind::Moment,
    "催告哪天到达对方",
    "when the demand reached the other side",
)
.also(&["到达时间"]);
pub(super) const TO: Field = row(
    "to",
    "对象",
    Kind::Reference(Target::Respondent),
    "与谁联系，写被投诉人的编号",
    "with whom, by the id of the respondent",
);

/// What happened in a filing.
pub(super) const EVENTS: Field = row(
    "events",
    "经过",
    Kind::Section(&EVENT, Scalar::None),
    "每一步：时间、事项、截止",
    "each step: when, what, until",
)
.also(&["进程"])
.many();
pub(super) const REASON_ITEM: Field = row(
    "reason_item",
    "理由项",
    Kind::Word(reason_items),
    "不予受理或终止所依据的项",
    "the item that the refusal or termination rests on",
);
pub(super) const PROCEDURE: Field = row(
    "procedure",
    "程序",
    Kind::Word(procedures),
    "小额、简易、普通",
    "small_claims, simplified, ordinary",
);
pub(super) const SAME_DISPUTE: Field = row(
    "same_dispute",
    "同一争议",
    Kind::YesNo,
    "是否就是这同一件争议",
    "whether it is this same dispute",
);

static EVENT: Section = section(
    "events",
    "经过",
    &[
        row("at", "时间", Kind::Moment, "什么时候", "when").also(&["日期", "on"]),
        row(
            "what",
            "事项",
            Kind::Word(event_words),
            "如 受理、不予受理、立案、判决送达",
            "such as accepted, refused, registered, judgment_served",
        ),
        row(
            "until",
            "截止",
            Kind::Moment,
            "机关或法院定的日期",
            "a date that the office or court fixed",
        ),
        EVIDENCE.for_rules(),
    ],
);

/// What the complainant's age and guardian decide.
pub(super) const IS_MINOR: Field = row(
    "is_minor",
    "未成年人",
    Kind::YesNo,
    "付款人是否未满十八岁",
    "whether the payer is under eighteen",
);
pub(super) const KNEW: Field = row(
    "knew",
    "知道日期",
    Kind::Moment,
    "监护人哪天知道的",
    "the day the guardian learned of it",
);
pub(super) const ASKED_TO_RATIFY: Field = row(
    "asked_to_ratify",
    "被催告日期",
    Kind::Moment,
    "商家哪天催告监护人追认",
    "the day the seller asked the guardian to ratify",
);

/// What the court asks.
pub(super) const ARBITRATION_AGREEMENT: Field = row(
    "arbitration_agreement",
    "仲裁协议",
    Kind::YesNo,
    "有没有书面仲裁协议",
    "whether there is a written arbitration agreement",
);
pub(super) const ACKNOWLEDGED_DEBT: Field = row(
    "acknowledged_debt",
    "对方书面认账",
    Kind::YesNo,
    "对方是否书面承认欠款",
    "whether the other side owned up to the debt in writing",
);

/// The sections at the top of the file that only rules read.
pub(super) const OBSTACLES: Field = row(
    "obstacles",
    "障碍",
    Kind::Section(&OBSTACLE, Scalar::None),
    "使你不能主张权利的障碍",
    "what kept you from claiming",
)
.many();
pub(super) const RETURN: Field = row(
    "return",
    "退货",
    Kind::Section(&RETURNED, Scalar::None),
    "退货的寄出和签收",
    "a return, sent and received",
);
pub(super) const RIGHTS: Field = row(
    "rights",
    "权利",
    Kind::Section(&AGREED, Scalar::None),
    "约定的解除期限等",
    "agreed limits of rights",
);
pub(super) const PLATFORM: Field = row(
    "platform",
    "平台",
    Kind::Section(&SITE, Scalar::None),
    "是否第三方平台",
    "whether it is a platform of third parties",
);
pub(super) const SETTLEMENT: Field = row(
    "settlement",
    "和解",
    Kind::Section(&SETTLED, Scalar::None),
    "已经达成的和解",
    "a settlement that was made",
);
pub(super) const SECURITY: Field = row(
    "security",
    "账户安全",
    Kind::Section(&SECURED, Scalar::None),
    "账户被盗时做过什么",
    "what was done about an account taken over",
);
pub(super) const REPORT: Field = row(
    "report",
    "举报",
    Kind::Section(&REPORTED, Scalar::None),
    "要举报的行为",
    "the conduct to report",
);
pub(super) const CARRIER: Field = row(
    "carrier",
    "电信企业",
    Kind::Section(&CARRIED, Scalar::None),
    "是否收费争议",
    "whether the fee is disputed",
);
pub(super) const PLAN: Field = row(
    "plan",
    "计划",
    Kind::Section(&PLANNED, Scalar::None),
    "不走的渠道",
    "channels to pass over",
);

pub(super) const CALENDAR: Field = row(
    "calendar",
    "日历",
    Kind::Section(&DAYS, Scalar::None),
    "程序没有收录的节假日安排，注明来源",
    "days off that the program does not know, with their source",
);

static DAYS: Section = section(
    "calendar",
    "日历",
    &[
        row(
            "source",
            "来源",
            Kind::Text,
            "如 国务院办公厅关于2028年部分节假日安排的通知",
            "the notice that they stand in",
        ),
        row("off", "放假", Kind::Day, "放假的日子", "days off").many(),
        row(
            "on",
            "上班",
            Kind::Day,
            "调休上班的周末",
            "weekends that are working days",
        )
        .many(),
    ],
);
static OBSTACLE: Section = section(
    "obstacles",
    "障碍",
    &[
        row("from", "起", Kind::Moment, "从哪天起", "from which day"),
        row("to", "止", Kind::Moment, "到哪天止", "until which day"),
        row(
            "kind",
            "种类",
            Kind::Text,
            "如 不可抗力、没有法定代理人",
            "such as force majeure, no guardian",
        ),
        EVIDENCE.for_rules(),
    ],
);
static RETURNED: Section = section(
    "return",
    "退货",
    &[
        row("sent", "寄出", Kind::Moment, "哪天寄出", "when it was sent").also(&["退货寄出"]),
        row(
            "arrived",
            "签收",
            Kind::Moment,
            "哪天签收",
            "when it arrived",
        )
        .also(&["退货签收"]),
    ],
);
static AGREED: Section = section(
    "rights",
    "权利",
    &[
        row(
            "agreed_termination_until",
            "约定的解除期限",
            Kind::Moment,
            "合同约定的解除权到哪天",
            "until when the contract lets you end it",
        ),
        row(
            "right_to_review_explained",
            "已告知复议权利",
            Kind::YesNo,
            "机关是否告知了复议权利",
            "whether the office told you of the right to a review",
        ),
    ],
);
static SITE: Section = section(
    "platform",
    "平台",
    &[
        row("name", "名称", Kind::Text, "平台名称", "its name"),
        row(
            "third_party",
            "第三方平台",
            Kind::YesNo,
            "是否由别的商家在上面卖货",
            "whether others sell on it",
        ),
        row(
            "same_day_rule",
            "仅收当日",
            Kind::YesNo,
            "平台是否只收当日的投诉",
            "whether it takes complaints on the same day only",
        ),
    ],
);
static SETTLED: Section = section(
    "settlement",
    "和解",
    &[
        row(
            "agreed",
            "达成日",
            Kind::Moment,
            "哪天达成",
            "when it was made",
        ),
        row("amount", "金额", Kind::Money, "约定付多少", "the sum"),
        row(
            "pay_by",
            "付款日",
            Kind::Moment,
            "约定哪天付",
            "when it is to be paid",
        ),
        row(
            "through",
            "主持方",
            Kind::Word(mediators),
            "谁主持达成的",
            "who led to it",
        ),
        EVIDENCE.for_rules(),
    ],
);
static SECURED: Section = section(
    "security",
    "账户安全",
    &[
        row(
            "notified_provider",
            "通知时间",
            Kind::Moment,
            "哪天通知支付机构",
            "when the provider was told",
        ),
        row(
            "own_account_locked",
            "冻结时间",
            Kind::Moment,
            "哪天冻结自己的账户",
            "when you locked your account",
        ),
        row(
            "not_mine",
            "非本人操作",
            Kind::YesNo,
            "是否确非本人操作",
            "whether it was really not you",
        ),
    ],
);
static REPORTED: Section = section(
    "report",
    "举报",
    &[
        row(
            "conduct",
            "涉嫌行为",
            Kind::Text,
            "涉嫌违法的行为",
            "the conduct",
        ),
        row("url", "网址", Kind::Number, "网页地址", "the page"),
        row(
            "is_advertising",
            "属广告",
            Kind::YesNo,
            "是否广告",
            "whether it is advertising",
        ),
    ],
);
static CARRIED: Section = section(
    "carrier",
    "电信企业",
    &[row(
        "fee_dispute",
        "属收费争议",
        Kind::YesNo,
        "是否收费争议",
        "whether the fee is disputed",
    )],
);
static PLANNED: Section = section(
    "plan",
    "计划",
    &[row(
        "skipped",
        "不走的渠道",
        Kind::Section(&SKIPPED, Scalar::Key("channel")),
        "不走的渠道和理由",
        "channels to pass over, with reasons",
    )
    .many()],
);
static SKIPPED: Section = section(
    "skipped",
    "不走的渠道",
    &[
        row(
            "channel",
            "渠道",
            Kind::Word(rows::<RecordDoor>),
            "哪个渠道",
            "which channel",
        ),
        row("reason", "理由", Kind::Text, "为什么不走", "why"),
    ],
);

fn effects() -> Vec<WordRow> {
    vec![
        ("demand", &["催告", "要求履行"]),
        ("acknowledged", &["承认", "认账"]),
        ("refused", &["拒绝"]),
        ("none", &["无"]),
    ]
}

fn payment_states() -> Vec<WordRow> {
    vec![
        ("success", &["成功", "支付成功"]),
        ("processing", &["处理中"]),
        ("closed", &["关闭", "已关闭"]),
        ("unknown", &["不清楚"]),
    ]
}

fn procedures() -> Vec<WordRow> {
    vec![
        ("small_claims", &["小额诉讼", "小额"]),
        ("simplified", &["简易程序", "简易"]),
        ("ordinary", &["普通程序", "普通"]),
    ]
}

fn mediators() -> Vec<WordRow> {
    vec![
        ("parties", &["双方自行"]),
        ("platform", &["平台"]),
        ("samr", &["市场监管部门"]),
        ("consumer_association", &["消费者协会", "消协"]),
        ("people_mediation", &["人民调解"]),
        ("other_mediation_body", &["其他调解组织"]),
        ("court", &["法院"]),
    ]
}

/// The items of 《市场监督管理投诉举报处理办法》第十六条 and 第二十三条 that a refusal or a termination names, and what a
/// court turns a suit away for.
fn reason_items() -> Vec<WordRow> {
    vec![
        ("art16_1", &["第十六条第一项"]),
        ("art16_2", &["第十六条第二项"]),
        ("art16_3", &["第十六条第三项"]),
        ("art16_4", &["第十六条第四项"]),
        ("art16_5", &["第十六条第五项"]),
        ("art16_6", &["第十六条第六项"]),
        ("art16_7", &["第十六条第七项"]),
        ("art23_1_settled", &["第二十三条第一项和解"]),
        ("art23_1_withdrawn", &["第二十三条第一项撤回"]),
        ("art23_2", &["第二十三条第二项"]),
        ("art23_3", &["第二十三条第三项"]),
        ("art23_4", &["第二十三条第四项"]),
        ("art23_5", &["第二十三条第五项"]),
        ("art23_6", &["第二十三条第六项"]),
        ("art23_7", &["第二十三条第七项"]),
        ("art23_8", &["第二十三条第八项"]),
        ("defendant_unclear", &["被告不明确"]),
        ("out_of_time", &["超过期限"]),
        ("insufficient_evidence", &["证据不足"]),
        ("wrong_category", &["类别不符"]),
        ("duplicate", &["重复提交"]),
    ]
}

/// What happens in the course of a filing, by the words that rules ask with.
fn event_words() -> Vec<WordRow> {
    facts::events()
        .iter()
        .map(|(id, name)| (*id, std::slice::from_ref(&name.zh)))
        .collect()
}
