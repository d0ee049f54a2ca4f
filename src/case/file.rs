//! The case file as it was written: English keys, lists where lists are possible, every value a text.
//!
//! These types only deserialize, and they are lenient: what is true of the values is for
//! [`check`](super::check) to find out. An entry of [`Option`] is `None` where nothing was written.

use serde::Deserialize;

/// The whole file (案件).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaseFile {
    /// 标题.
    pub title: Option<String>,
    /// 材料编号.
    pub case_no: Option<String>,
    /// 投诉人.
    pub complainant: Option<ComplainantFile>,
    /// 被投诉人.
    pub respondents: Vec<RespondentFile>,
    /// 用途.
    pub purpose: Option<String>,
    /// 购买.
    pub purchase: Option<PurchaseFile>,
    /// 商品.
    pub goods: Option<GoodsFile>,
    /// 问题.
    pub problem: Option<ProblemFile>,
    /// 发现时间.
    pub discovered: Option<String>,
    /// 订单.
    pub orders: Vec<OrderFile>,
    /// 支付.
    pub payments: Vec<PaymentFile>,
    /// 交付.
    pub delivery: Option<DeliveryFile>,
    /// 已做核对.
    pub self_checks: Vec<String>,
    /// 协商.
    pub contacts: Vec<ContactFile>,
    /// 经过.
    pub facts: Vec<FactFile>,
    /// 催告与通知.
    pub notices: Vec<NoticeFile>,
    /// 诉求; `Some(vec![])` is a key without a claim.
    pub claims: Option<Vec<ClaimFile>>,
    /// 已走渠道; `Some(vec![])` is a key with an empty list.
    pub filings: Option<Vec<FilingFile>>,
    /// 法院.
    pub court: Option<CourtFile>,
    /// 市场监管.
    pub samr: Option<SamrFile>,
    /// 证据.
    pub evidence: Vec<EvidenceFile>,
}

/// Who complains (投诉人).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ComplainantFile {
    /// 姓名.
    pub name: Option<String>,
    /// 性别.
    pub gender: Option<String>,
    /// 出生日期.
    pub born: Option<String>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 职业.
    pub occupation: Option<String>,
    /// 工作单位.
    pub employer: Option<String>,
    /// 职务.
    pub position: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 地址.
    pub address: Option<String>,
    /// 户籍地址.
    pub domicile: Option<String>,
    /// 经常居住地.
    pub residence: Option<String>,
    /// 证件类型.
    pub id_type: Option<String>,
    /// 证件号码.
    pub id_number: Option<String>,
    /// 电子邮箱.
    pub email: Option<String>,
    /// 退款到.
    pub refund_to: Option<RefundFile>,
    /// 监护人.
    pub guardian: Option<RepresentativeFile>,
    /// 代理人.
    pub agent: Option<RepresentativeFile>,
}

/// Where a refund goes (退款到).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RefundFile {
    /// 方式.
    pub method: Option<String>,
    /// 户名.
    pub holder: Option<String>,
    /// 账号.
    pub account: Option<String>,
}

/// A guardian or an agent (监护人、代理人).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RepresentativeFile {
    /// 姓名.
    pub name: Option<String>,
    /// 关系.
    pub relation: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 地址.
    pub address: Option<String>,
    /// 证件号码.
    pub id_number: Option<String>,
    /// 代理权限.
    pub authority: Option<String>,
}

/// One of the other side (被投诉人).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RespondentFile {
    /// 编号.
    pub id: Option<String>,
    /// 身份.
    pub roles: Vec<String>,
    /// 主体类型.
    pub entity: Option<String>,
    /// 名称.
    pub name: Option<String>,
    /// 统一社会信用代码.
    pub uscc: Option<String>,
    /// 地址、住所.
    pub address: Option<String>,
    /// 法定代表人.
    pub legal_rep: Option<String>,
    /// 法定代表人职务.
    pub legal_rep_title: Option<String>,
    /// 经营者.
    pub operator: Option<String>,
    /// 性别.
    pub gender: Option<String>,
    /// 工作单位.
    pub employer: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 网站.
    pub website: Option<String>,
    /// 网站名称.
    pub site_name: Option<String>,
    /// 备案号.
    pub icp_no: Option<String>,
    /// 与收款方的关系.
    pub payee_link: Option<PayeeLinkFile>,
    /// 身份来源.
    pub identified_by: Option<IdentifiedFile>,
}

/// What links the payee to a respondent (与收款方的关系).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PayeeLinkFile {
    /// 原文.
    pub text: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// How a party was identified (身份来源).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdentifiedFile {
    /// 来源.
    pub source: Option<String>,
    /// 查询日期.
    pub on: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// What it was bought for (购买).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PurchaseFile {
    /// 用途.
    pub purpose: Option<String>,
}

/// What was bought (商品).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GoodsFile {
    /// 名称.
    pub name: Option<String>,
    /// 种类.
    pub kind: Option<String>,
    /// 数量.
    pub quantity: Option<String>,
    /// 单价.
    pub unit_price: Option<String>,
    /// 交付方式.
    pub delivery: Option<String>,
    /// 充入账户.
    pub target: Option<String>,
    /// 充入系统.
    pub target_system: Option<String>,
    /// 区服.
    pub region: Option<String>,
}

/// What went wrong (问题).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProblemFile {
    /// 类型.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// 发现时间.
    pub discovered: Option<String>,
    /// 欺骗事实.
    pub deception_facts: Vec<DeceptionFile>,
}

/// A false statement or a concealment at the sale (欺骗事实).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeceptionFile {
    /// 内容.
    pub text: Option<String>,
    /// 时间.
    pub at: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// An order (订单).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrderFile {
    /// 编号.
    pub id: Option<String>,
    /// 平台订单号.
    pub platform_order_no: Option<String>,
    /// 下单时间、时间.
    pub placed: Option<String>,
    /// 承诺.
    pub promised: Option<PromiseFile>,
    /// 页面状态.
    pub status_shown: Option<String>,
    /// 状态时间.
    pub status_at: Option<String>,
    /// 下单联系方式.
    pub contact: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// A promise on delivery (承诺).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PromiseFile {
    /// 原文.
    pub text: Option<String>,
    /// 时限.
    pub within: Option<String>,
    /// 时间.
    pub seen: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// A payment (支付).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PaymentFile {
    /// 编号.
    pub id: Option<String>,
    /// 订单.
    pub order: Option<String>,
    /// 方式.
    pub method: Option<String>,
    /// 种类.
    pub kind: Option<String>,
    /// 金额.
    pub amount: Option<String>,
    /// 付款时间、时间.
    pub paid: Option<String>,
    /// 交易号.
    pub trade_no: Option<String>,
    /// 商户单号.
    pub merchant_order_no: Option<String>,
    /// 收款方名称.
    pub payee_shown: Option<String>,
    /// 付款账户.
    pub payer_account: Option<String>,
    /// 付款人.
    pub payer: Option<String>,
    /// 已退金额.
    pub refunded: Option<String>,
    /// 退款时间.
    pub refunded_at: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// What arrived (交付).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeliveryFile {
    /// 商家称交付时间.
    pub claimed: Option<String>,
    /// 卡密.
    pub code: Option<String>,
    /// 收到时间.
    pub received: Option<String>,
    /// 结果.
    pub result: Option<String>,
    /// 错误提示.
    pub error_text: Option<String>,
    /// 验证时间.
    pub tried: Option<String>,
    /// 查询时间.
    pub checked: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// A contact with the other side (协商).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ContactFile {
    /// The contact in one line: date, way and answer.
    pub line: Option<String>,
    /// 时间.
    pub at: Option<String>,
    /// 方式.
    pub by: Option<String>,
    /// 工号.
    pub agent: Option<String>,
    /// 工单号.
    pub ticket: Option<String>,
    /// 要求.
    pub asked: Option<String>,
    /// 对方答复.
    pub said: Option<String>,
    /// 推托类型.
    pub stall: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// A dated fact (经过).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FactFile {
    /// The fact in one line: date and text.
    pub line: Option<String>,
    /// 时间.
    pub at: Option<String>,
    /// 事实.
    pub text: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// A demand or notice (催告与通知).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NoticeFile {
    /// 种类.
    pub kind: Option<String>,
    /// 发出.
    pub sent: Option<String>,
    /// 方式.
    pub by: Option<String>,
    /// 到达.
    pub arrived: Option<String>,
    /// 期限.
    pub deadline: Option<String>,
    /// 原文.
    pub text: Option<String>,
    /// 逾期解除.
    pub ends_contract: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// A claim (诉求).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimFile {
    /// 退款.
    pub refund: Option<String>,
    /// 补发.
    pub redeliver: Option<String>,
    /// 更换.
    pub replace: Option<String>,
    /// 补足.
    pub make_up: Option<String>,
    /// 赔偿.
    pub compensate: Option<String>,
    /// 三倍赔偿.
    pub triple: Option<String>,
    /// 利息.
    pub interest: Option<InterestFile>,
    /// 说明依据.
    pub explain: Option<String>,
    /// 提供记录.
    pub records: Option<String>,
    /// 书面答复.
    pub reply: Option<String>,
    /// 解除限制.
    pub unfreeze: Option<String>,
    /// 其他.
    pub other: Option<String>,
    /// 请求.
    pub kind: Option<String>,
    /// 金额.
    pub amount: Option<String>,
    /// 数量.
    pub quantity: Option<String>,
    /// 内容.
    pub text: Option<String>,
    /// 时限.
    pub within: Option<String>,
    /// 代替.
    pub instead_of: Option<String>,
    /// 对象.
    pub addressee: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// How interest is to be reckoned (利息).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InterestFile {
    /// 请求.
    pub asked: Option<String>,
    /// 起算日.
    pub from: Option<String>,
    /// 利率.
    pub rate: Option<String>,
    /// 来源.
    pub source: Option<String>,
}

/// A filing that was made (已走渠道).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FilingFile {
    /// 渠道.
    pub channel: Option<String>,
    /// 日期.
    pub on: Option<String>,
    /// 编号.
    pub no: Option<String>,
    /// 结果.
    pub result: Option<String>,
    /// 结果日期.
    pub on_result: Option<String>,
    /// 理由.
    pub reason: Option<String>,
    /// 证据.
    pub evidence: Vec<String>,
}

/// The court (法院).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CourtFile {
    /// 名称.
    pub name: Option<String>,
    /// 省份.
    pub province: Option<String>,
    /// 诉讼费.
    pub costs: Option<String>,
    /// 平均工资.
    pub wage: Option<WageFile>,
    /// 受理费.
    pub fee: Option<FeeFile>,
}

/// A court fee (受理费).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FeeFile {
    /// 金额.
    pub amount: Option<String>,
    /// 来源.
    pub source: Option<String>,
}

/// An average wage (平均工资).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WageFile {
    /// 金额.
    pub amount: Option<String>,
    /// 年度.
    pub year: Option<String>,
    /// 来源.
    pub source: Option<String>,
}

/// The market regulator (市场监管).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SamrFile {
    /// 名称.
    pub name: Option<String>,
    /// 同意公示.
    pub publish_consent: Option<String>,
    /// 同意委托调解.
    pub entrust_consent: Option<String>,
}

/// An item of evidence (证据).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EvidenceFile {
    /// 编号.
    pub id: Option<String>,
    /// 文件.
    pub files: Vec<String>,
    /// 名称.
    pub name: Option<String>,
    /// 证明.
    pub proves: Vec<String>,
    /// 类别.
    pub kind: Option<String>,
    /// 来源.
    pub source: Option<String>,
    /// 截取时间.
    pub captured: Option<String>,
    /// 设备.
    pub device: Option<String>,
    /// 原件所在.
    pub original: Option<String>,
    /// 说明.
    pub note: Option<String>,
    /// 图注.
    pub caption: Option<String>,
    /// 图意.
    pub alt: Option<String>,
    /// 原文.
    pub quote: Vec<String>,
    /// 画面所载: label and value.
    pub readings: Vec<(String, String)>,
    /// 框线.
    pub marks: Vec<BoxFile>,
    /// 遮盖.
    pub redact: Vec<RedactionFile>,
    /// 隐去.
    pub hide: Vec<String>,
    /// 页.
    pub pages: Vec<String>,
    /// 裁取.
    pub crop: Vec<BoxFile>,
    /// 旋转.
    pub rotate: Vec<String>,
    /// 密码.
    pub password: Option<String>,
    /// 每页张数.
    pub per_page: Option<String>,
    /// 不附于.
    pub omit_from: Vec<String>,
    /// 文字稿.
    pub transcript: Vec<SpokenFile>,
    /// 节选.
    pub range: Vec<String>,
}

/// Something said in a recording (文字稿).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpokenFile {
    /// 时点.
    pub at: Option<String>,
    /// 说话人.
    pub who: Option<String>,
    /// 内容.
    pub text: Option<String>,
}

/// A box in a picture (框线、方框、裁取).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BoxFile {
    /// 位置.
    pub at: Vec<String>,
    /// 序号.
    pub no: Option<String>,
    /// 第几张.
    pub file: Option<String>,
    /// 第几页.
    pub page: Option<String>,
    /// 所盖.
    pub hides: Vec<String>,
    /// 原因.
    pub why: Option<String>,
    /// 单位.
    pub unit: Option<String>,
}

/// One box to cover, or several with the channels that they hold for (遮盖).
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RedactionFile {
    /// 位置.
    pub at: Vec<String>,
    /// 原因.
    pub why: Option<String>,
    /// 第几张.
    pub file: Option<String>,
    /// 第几页.
    pub page: Option<String>,
    /// 所盖.
    pub hides: Vec<String>,
    /// 单位.
    pub unit: Option<String>,
    /// 方框.
    pub boxes: Vec<BoxFile>,
    /// 仅限.
    pub only: Vec<String>,
    /// 除外.
    pub except: Vec<String>,
}
