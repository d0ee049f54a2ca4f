//! The people and businesses of a dispute.

use chrono::NaiveDate;

use crate::case::choice::Choice;
use crate::chinese::half_width;
use crate::identity::birth_date;
use crate::moment::Moment;

/// Who complains (投诉人、原告).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Complainant {
    /// True name (姓名).
    pub name: Option<String>,
    /// Sex (性别).
    pub gender: Option<Gender>,
    /// Date of birth (出生日期); the age is computed on the day of filing.
    pub born: Option<NaiveDate>,
    /// Ethnicity (民族).
    pub ethnicity: Option<String>,
    /// Occupation (职业).
    pub occupation: Option<String>,
    /// Employer (工作单位).
    pub employer: Option<String>,
    /// Position (职务).
    pub position: Option<String>,
    /// Telephone (电话), digits with an optional leading `+` and hyphens.
    pub phone: Option<String>,
    /// Mailing address (地址).
    pub address: Option<String>,
    /// Registered domicile (户籍地址).
    pub domicile: Option<String>,
    /// Habitual residence (经常居住地).
    pub residence: Option<String>,
    /// Kind of identity paper (证件类型).
    pub id_type: Option<IdType>,
    /// Number of the identity paper (证件号码), letters in upper case.
    pub id_number: Option<String>,
    /// E-mail (电子邮箱).
    pub email: Option<String>,
    /// Where a refund goes (退款到).
    pub refund_to: Option<RefundTo>,
    /// The guardian of a minor (监护人).
    pub guardian: Option<Representative>,
    /// An agent (代理人).
    pub agent: Option<Representative>,
}

/// A guardian or an agent (监护人、代理人).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Representative {
    /// Name (姓名).
    pub name: String,
    /// Relation to the complainant (关系).
    pub relation: Option<String>,
    /// Telephone (电话).
    pub phone: Option<String>,
    /// Address (地址).
    pub address: Option<String>,
    /// Number of the identity paper (证件号码).
    pub id_number: Option<String>,
    /// What the agent may do (代理权限), as in the power of attorney.
    pub authority: Option<String>,
}

/// Where a refund goes (退款到).
#[derive(Debug, Clone, PartialEq)]
pub enum RefundTo {
    /// Back the way it was paid (原路).
    Original,
    /// To an account.
    Account {
        /// Kind of account (方式), such as 支付宝.
        method: String,
        /// Its holder (户名).
        holder: Option<String>,
        /// Its number or name (账号).
        account: Option<String>,
    },
}

/// One of the other side (被投诉人、被告).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Respondent {
    /// The id that other parts refer to (编号).
    pub id: Option<String>,
    /// What it did in the deal (身份); empty where nobody said.
    pub roles: Vec<Role>,
    /// What kind of person it is (主体类型).
    pub entity: Option<Entity>,
    /// Full name as registered (名称).
    pub name: Option<String>,
    /// Unified social credit code (统一社会信用代码), letters in upper case.
    pub uscc: Option<String>,
    /// Domicile (地址、住所).
    pub address: Option<String>,
    /// Legal representative or person in charge (法定代表人).
    pub legal_rep: Option<String>,
    /// The post of that person (职务).
    pub legal_rep_title: Option<String>,
    /// Sex of a natural person (性别).
    pub gender: Option<Gender>,
    /// Employer of a natural person (工作单位).
    pub employer: Option<String>,
    /// The operator named on the licence of an individual business (经营者).
    pub operator: Option<String>,
    /// Telephone (电话).
    pub phone: Option<String>,
    /// Web site (网站).
    pub website: Option<String>,
    /// What the site or shop calls itself (网站名称).
    pub site_name: Option<String>,
    /// ICP filing number (备案号).
    pub icp_no: Option<String>,
    /// Why another party that received the money belongs to this one (与收款方的关系).
    pub payee_link: Option<PayeeLink>,
    /// How this party was identified (身份来源).
    pub identified_by: Option<IdentifiedBy>,
}

/// What links the payee to a respondent (与收款方的关系).
#[derive(Debug, Clone, PartialEq)]
pub struct PayeeLink {
    /// The words that a page shows (原文).
    pub text: String,
    /// The exhibits that show them, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// How a party was identified (身份来源).
#[derive(Debug, Clone, PartialEq)]
pub struct IdentifiedBy {
    /// Register or page (来源), such as 国家企业信用信息公示系统.
    pub source: String,
    /// Day of the look-up (查询日期).
    pub on: Option<Moment>,
    /// The exhibits that show it, as positions in the evidence (证据).
    pub evidence: Vec<usize>,
}

/// Sex (性别).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// 男.
    Male,
    /// 女.
    Female,
}

impl Choice for Gender {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Male, "male", &["男", "男性"]),
        (Self::Female, "female", &["女", "女性"]),
    ];
}

/// Kind of identity paper (证件类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdType {
    /// 居民身份证.
    ResidentId,
    /// 港澳台居民居住证.
    HmtResidencePermit,
    /// 港澳居民来往内地通行证.
    HmTravelPermit,
    /// 台湾居民来往大陆通行证.
    TwTravelPermit,
    /// 护照.
    Passport,
    /// 外国人永久居留身份证.
    ForeignPrCard,
    /// 户口簿.
    HouseholdRegister,
    /// 其他.
    Other,
}

impl Choice for IdType {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::ResidentId, "resident_id", &["居民身份证", "身份证"]),
        (
            Self::HmtResidencePermit,
            "hmt_residence_permit",
            &["港澳台居民居住证"],
        ),
        (
            Self::HmTravelPermit,
            "hm_travel_permit",
            &["港澳居民来往内地通行证"],
        ),
        (
            Self::TwTravelPermit,
            "tw_travel_permit",
            &["台湾居民来往大陆通行证"],
        ),
        (Self::Passport, "passport", &["护照"]),
        (
            Self::ForeignPrCard,
            "foreign_pr_card",
            &["外国人永久居留身份证"],
        ),
        (Self::HouseholdRegister, "household_register", &["户口簿"]),
        (Self::Other, "other", &["其他"]),
    ];
}

/// What a respondent did in the deal (身份).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 平台经营者.
    PlatformOperator,
    /// 商家（平台内经营者、卖方）.
    Merchant,
    /// 收款方.
    Payee,
    /// 网站备案主体.
    IcpHolder,
    /// 支付机构.
    PaymentInstitution,
    /// 聚合支付.
    PaymentBroker,
    /// 发卡行.
    CardIssuer,
    /// 上游供货方.
    UpstreamSupplier,
}

impl Choice for Role {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (
            Self::PlatformOperator,
            "platform_operator",
            &["平台经营者", "平台"],
        ),
        (
            Self::Merchant,
            "merchant",
            &["商家", "平台内经营者", "平台内商家", "卖家", "卖方"],
        ),
        (Self::Payee, "payee", &["收款方", "收款人"]),
        (Self::IcpHolder, "icp_holder", &["备案主体", "网站备案主体"]),
        (
            Self::PaymentInstitution,
            "payment_institution",
            &["支付机构"],
        ),
        (Self::PaymentBroker, "payment_broker", &["聚合支付"]),
        (Self::CardIssuer, "card_issuer", &["发卡行"]),
        (
            Self::UpstreamSupplier,
            "upstream_supplier",
            &["上游供货方", "上游"],
        ),
    ];
}

/// What kind of person a respondent is (主体类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entity {
    /// 公司.
    Company,
    /// 个体工商户.
    IndividualBusiness,
    /// 非法人组织.
    UnincorporatedOrg,
    /// 分支机构.
    Branch,
    /// 自然人.
    Person,
    /// 其他法人.
    OtherLegalPerson,
}

impl Choice for Entity {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Company, "company", &["公司", "企业"]),
        (
            Self::IndividualBusiness,
            "individual_business",
            &["个体工商户", "个体户"],
        ),
        (
            Self::UnincorporatedOrg,
            "unincorporated_org",
            &["非法人组织"],
        ),
        (Self::Branch, "branch", &["分支机构", "分公司"]),
        (Self::Person, "person", &["自然人", "个人"]),
        (Self::OtherLegalPerson, "other_legal_person", &["其他法人"]),
    ];
}

impl IdType {
    /// Whether a number on such a paper, or on one that nobody named, has the shape of 18 places.
    pub fn is_resident(paper: Option<Self>) -> bool {
        matches!(
            paper,
            None | Some(Self::ResidentId | Self::HmtResidencePermit | Self::HouseholdRegister)
        )
    }
}

impl Complainant {
    /// The date of birth, as it is stated or as the number of the identity paper says.
    pub fn birth(&self) -> Option<NaiveDate> {
        let number = self.id_number.as_deref();
        let by_number = number.filter(|_| IdType::is_resident(self.id_type));
        self.born.or_else(|| by_number.and_then(birth_date))
    }
}

impl Respondent {
    /// Whether a name is that of this party or of its operator, in whatever width it is written.
    pub fn is_called(&self, name: &str) -> bool {
        let plain = |name: &str| -> String {
            let half = name.chars().map(half_width);
            half.filter(|c| !c.is_whitespace()).collect()
        };
        let own = self.name.iter().chain(&self.operator);
        own.map(|own| plain(own)).any(|own| own == plain(name))
    }

    /// Whether this party sold or ran the site, and so answers for the contract.
    ///
    /// A party whose only roles are to have handled the money or supplied the seller is no party to the contract.
    pub fn is_seller_side(&self) -> bool {
        self.roles.is_empty()
            || self.roles.iter().any(|role| {
                matches!(
                    role,
                    Role::PlatformOperator | Role::Merchant | Role::IcpHolder
                )
            })
    }
}
