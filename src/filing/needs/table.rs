//! What each word in `requires` means.

use chrono::Months;

use super::{claims, has_exhibit, persons, proof, proved, repeated};
use crate::bilingual::Bilingual;
use crate::case::claim::{Claim, ClaimKind};
use crate::case::contact::NoticeKind;
use crate::case::evidence::Link;
use crate::case::party::Respondent;
use crate::case::purchase::{GoodsKind, Payer, PaymentKind};
use crate::case::record::{FilingRecord, RecordResult};
use crate::facts::Fact;
use crate::filing::{Brief, court, grounds, money, parties, purchase, requests};
use crate::law::{Problem, Purpose, SmallClaims};
use crate::money::Money;

/// What a word in `requires` means.
pub(super) struct Need {
    /// The word.
    pub(super) id: &'static str,
    /// The name of the problem when it is not met.
    pub(super) code: &'static str,
    /// What is missing, in Chinese: a thing, or a sentence that says so.
    pub(super) zh: &'static str,
    /// What is missing, in English.
    pub(super) en: &'static str,
    /// What is wanted, where that is not the same, in Chinese and in English.
    pub(super) wanted: Option<(&'static str, &'static str)>,
    /// Where in the case file it would stand.
    pub(super) route: &'static str,
    /// Whether the case has it.
    pub(super) met: fn(&Brief<'_>) -> bool,
}

impl Need {
    /// What is wanted, where the problem is named by a sentence.
    const fn wanting(mut self, zh: &'static str, en: &'static str) -> Self {
        self.wanted = Some((zh, en));
        self
    }

    /// What is wanted, for a list of requirements.
    pub(super) fn name(&self) -> Bilingual {
        let (zh, en) = self.wanted.unwrap_or((self.zh, self.en));
        Bilingual::new(zh, en)
    }
}

const fn need(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    route: &'static str,
    met: fn(&Brief<'_>) -> bool,
) -> Need {
    Need {
        id,
        code: "missing-field",
        zh,
        en,
        wanted: None,
        route,
        met,
    }
}

const fn proof(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    met: fn(&Brief<'_>) -> bool,
) -> Need {
    Need {
        id,
        code: "chain-gap",
        zh,
        en,
        wanted: None,
        route: "evidence",
        met,
    }
}

const fn rule(
    id: &'static str,
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    route: &'static str,
    met: fn(&Brief<'_>) -> bool,
) -> Need {
    Need {
        id,
        code,
        zh,
        en,
        wanted: None,
        route,
        met,
    }
}

pub(super) static NEEDS: &[Need] = &[
    need(
        "complainant.name",
        "投诉人姓名",
        "the complainant's name",
        "complainant.name",
        |b| b.case.complainant.name.is_some(),
    ),
    need(
        "complainant.phone",
        "投诉人电话",
        "the complainant's phone",
        "complainant.phone",
        |b| b.case.complainant.phone.is_some(),
    ),
    need(
        "complainant.address",
        "投诉人地址",
        "the complainant's mailing address",
        "complainant.address",
        |b| b.case.complainant.address.is_some(),
    ),
    need(
        "complainant.home",
        "原告住所（户籍地址、经常居住地或者地址）",
        "the plaintiff's domicile",
        "complainant.domicile",
        |b| {
            let person = &b.case.complainant;
            person.domicile.is_some() || person.residence.is_some() || person.address.is_some()
        },
    ),
    need(
        "complainant.gender",
        "原告性别",
        "the plaintiff's sex",
        "complainant.gender",
        |b| b.case.complainant.gender.is_some(),
    ),
    need(
        "complainant.born",
        "原告出生日期（用来计算年龄）",
        "the plaintiff's date of birth (for the age)",
        "complainant.born",
        |b| b.case.complainant.born.is_some(),
    ),
    need(
        "complainant.ethnicity",
        "原告民族",
        "the plaintiff's ethnicity",
        "complainant.ethnicity",
        |b| b.case.complainant.ethnicity.is_some(),
    ),
    need(
        "complainant.occupation",
        "原告职业",
        "the plaintiff's occupation",
        "complainant.occupation",
        |b| b.case.complainant.occupation.is_some(),
    ),
    need(
        "complainant.employer",
        "原告工作单位（没有的写“无”）",
        "the plaintiff's employer (write 无 if there is none)",
        "complainant.employer",
        |b| b.case.complainant.employer.is_some(),
    ),
    need(
        "respondent.name",
        "被投诉人名称",
        "the respondent's name",
        "respondents[0].name",
        |b| all_respondents(b, |r| r.name.is_some()),
    ),
    need(
        "respondent.address",
        "被投诉人地址",
        "the respondent's address",
        "respondents[0].address",
        |b| all_respondents(b, |r| r.address.is_some()),
    ),
    need(
        "respondent.source",
        "被投诉人的身份来源",
        "how the respondent was identified",
        "respondents[0].identified_by",
        |b| all_respondents(b, |r| r.identified_by.is_some()),
    ),
    need(
        "respondent.operator",
        "个体工商户的经营者（营业执照上登记的）",
        "the operator on the licence of an individual business",
        "respondents[0].operator",
        persons::operators_known,
    ),
    need("goods", "商品名称", "what was bought", "goods", |b| {
        b.case.goods.is_some()
    }),
    need(
        "goods.kind",
        "商品种类",
        "the kind of goods",
        "goods.kind",
        |b| {
            b.case
                .goods
                .as_ref()
                .and_then(grounds::goods_class)
                .is_some()
        },
    ),
    need(
        "problem",
        "问题类型",
        "the type of problem",
        "problem",
        |b| b.case.problem.is_some(),
    ),
    need(
        "order.no",
        "平台订单号",
        "the order number of the site",
        "orders[0].platform_order_no",
        |b| {
            purchase::chosen_orders(b)
                .iter()
                .any(|o| o.platform_order_no.is_some())
        },
    ),
    need("payment", "支付记录", "a payment", "payments", |b| {
        !b.payments.is_empty()
    }),
    need(
        "payment.time",
        "付款时间",
        "the time of payment",
        "payments[0].paid",
        |b| b.payments.iter().all(|p| p.paid.is_some()),
    ),
    need(
        "payment.no",
        "交易号或者商户单号",
        "the trade number or the merchant's number",
        "payments[0].trade_no",
        |b| {
            b.payments
                .iter()
                .all(|p| p.trade_no.is_some() || p.merchant_order_no.is_some())
        },
    ),
    need(
        "payment.payer",
        "写明付款人是不是本人",
        "to know whether the complainant paid",
        "payments[0].payer",
        |b| b.payments.iter().all(|p| p.payer.is_some()),
    ),
    need("claims", "诉求", "what is asked for", "claims", |b| {
        !b.case.claims.is_empty()
    }),
    need(
        "facts",
        "争议的事实（下单、付款或者协商的时间）",
        "dated facts of the dispute",
        "orders",
        |b| {
            let case = b.case;
            !(case.orders.is_empty()
                && case.payments.is_empty()
                && case.contacts.is_empty()
                && case.facts.is_empty())
        },
    ),
    need(
        "purpose",
        "购买用途",
        "what it was bought for",
        "purpose",
        |b| b.case.purpose != Purpose::Unknown,
    ),
    need(
        "elsewhere",
        "已走渠道（没有的写“无”）",
        "what was filed elsewhere (write 无 if nothing)",
        "filings",
        |b| b.case.filings.is_some(),
    ),
    need(
        "samr.name",
        "市场监督管理部门名称",
        "the name of the market regulator",
        "samr.name",
        |b| b.case.samr.name.is_some(),
    ),
    need(
        "court.name",
        "法院名称",
        "the name of the court",
        "court.name",
        |b| b.case.court.name.is_some(),
    ),
    need(
        "court.province",
        "法院所在省份",
        "the province of the court",
        "court.province",
        |b| b.case.court.province.is_some(),
    ),
    proof(
        "proof.identity",
        "「主体」这一环没有证据",
        "no exhibit shows who the respondent is",
        |b| proved(b, Link::Identity),
    )
    .wanting("「主体」的证据", "an exhibit of who the respondent is"),
    proof(
        "proof.ordered",
        "「下单」这一环没有证据",
        "no exhibit proves the order",
        |b| proved(b, Link::Ordered),
    )
    .wanting("「下单」的证据", "an exhibit of the order"),
    proof(
        "proof.paid",
        "「付款」这一环没有证据",
        "no exhibit proves the payment",
        |b| proved(b, Link::Paid),
    )
    .wanting("「付款」的证据", "an exhibit of the payment"),
    proof(
        "proof.promised",
        "「承诺」这一环没有证据",
        "no exhibit proves the promise",
        |b| proved(b, Link::Promised),
    )
    .wanting("「承诺」的证据", "an exhibit of the promise"),
    proof(
        "proof.breached",
        "「未履行」这一环没有证据",
        "no exhibit proves the failure",
        |b| proved(b, Link::Breached),
    )
    .wanting("「未履行」的证据", "an exhibit of the failure"),
    proof(
        "proof.unresolved",
        "「未解决」这一环没有证据",
        "no exhibit proves that it was not settled",
        |b| proved(b, Link::Unresolved),
    )
    .wanting("「未解决」的证据", "an exhibit of the contacts"),
    proof(
        "proof.code",
        "卡密问题需要「已发卡密」的证据",
        "a code dispute needs an exhibit of the code that was sent",
        |b| {
            b.case.problem != Some(Problem::InvalidOrUsedCode)
                || has_exhibit(b, Link::DeliveredCode)
        },
    )
    .wanting(
        "卡密问题中「已发卡密」的证据",
        "in a code dispute, an exhibit of the code",
    ),
    rule(
        "proof.fresh",
        "proof-stale",
        "最后一次「未履行」的记录早于最后一次协商或者催告期满",
        "the last record of the failure is older than the last contact or the end of the time that a notice set",
        "evidence",
        proof::is_fresh,
    )
    .wanting(
        "最后一次协商和催告期满以后的「未履行」记录",
        "a record of the failure after the last contact and the last deadline",
    ),
    rule(
        "proof.this-week",
        "proof-stale",
        "最后一次「未履行」的记录已经超过七天",
        "the last record of the failure is more than a week old",
        "evidence",
        proof::is_of_this_week,
    )
    .wanting(
        "七天以内的「未履行」记录",
        "a record of the failure from the last seven days",
    ),
    rule(
        "complainant.guardian",
        "minor-without-guardian",
        "投诉人未满十八周岁，没有写监护人",
        "the complainant is under 18 and no guardian is named",
        "complainant.guardian",
        persons::may_act,
    )
    .wanting(
        "未成年人的监护人",
        "the guardian of a minor",
    ),
    rule(
        "payee.known",
        "payee-differs",
        "账单上的收款方不是被投诉人，案情没有写两者的关系",
        "the payee on the bill is no respondent, and nothing links the two",
        "payments[0].payee_shown",
        persons::payee_known,
    )
    .wanting(
        "收款方与被投诉人的关系",
        "what links the payee to the respondent",
    ),
    rule(
        "purpose.daily-life",
        "not-daily-life",
        "购买用途不是生活消费",
        "the purchase was not for daily life",
        "purpose",
        |b| !matches!(b.case.purpose, Purpose::Resale | Purpose::Business),
    )
    .wanting("购买用途是生活消费", "a purchase for daily life"),
    rule(
        "purpose.usual",
        "unusual-quantity",
        "购买的数量或者次数不像生活消费",
        "the number of pieces or orders is unusual for daily life",
        "goods.quantity",
        is_usual,
    )
    .wanting(
        "与生活消费相称的数量",
        "a number that fits daily life",
    ),
    rule(
        "elsewhere.clear",
        "handled-elsewhere",
        "同一争议已由其他机构处理",
        "another body has the same dispute",
        "filings",
        |b| {
            // The same paper to the same office is told by itself.
            let mut records = b.case.filings.iter().flatten();
            !records.any(|record| record.blocks_samr() && !repeated::is_here(b, record))
        },
    )
    .wanting(
        "同一争议没有由其他机构处理",
        "a dispute that no other body has",
    ),
    rule(
        "payment.own",
        "paid-by-another",
        "付款人不是本人",
        "somebody else paid",
        "payments[0].payer",
        |b| b.payments.iter().all(|p| p.payer != Some(Payer::Other)),
    )
    .wanting("付款人是本人", "a payment made by the complainant"),
    rule(
        "payment.merchant",
        "personal-transfer",
        "付款是个人转账，不是商户收款",
        "the money went to a person, not to a merchant",
        "payments[0].kind",
        |b| {
            !b.payments.iter().any(|p| {
                matches!(
                    p.kind,
                    Some(
                        PaymentKind::PersonalTransfer
                            | PaymentKind::RedPacket
                            | PaymentKind::PersonalCode
                    )
                )
            })
        },
    )
    .wanting("付款是商户收款", "a payment to a merchant"),
    rule(
        "termination.notified",
        "court-must-terminate",
        "合同尚未通知解除，需要请求法院判令解除",
        "the contract has not been ended by notice: the court must end it",
        "notices",
        |b| !court::pleads_termination(b),
    )
    .wanting(
        "解除合同的通知已经到达",
        "a notice of termination that arrived",
    ),
    rule(
        "claims.money",
        "not-only-money",
        "诉求不只是付钱",
        "more than money is asked for",
        "claims",
        |b| court::claims_money(b) || court::pleads_termination(b),
    )
    .wanting("诉求只是付钱", "claims for money only"),
    rule(
        "claims.consistent",
        "ended-contract-performed",
        "合同已经解除，又请求继续履行",
        "the contract has ended, and performance is asked for",
        "claims",
        |b| !requests::performs_what_ended(b),
    )
    .wanting(
        "与合同状态一致的诉求",
        "claims that fit the state of the contract",
    ),
    rule(
        "small-claims.figures",
        "small-claims-unknown",
        "小额诉讼的限额无法核对",
        "the small-claims limit cannot be checked",
        "court.province",
        |b| {
            !court::only_money(b)
                || money::claimed(b) == Money::ZERO
                || court::small_claims(b).is_some()
        },
    )
    .wanting(
        "核对小额诉讼限额所需的数据",
        "figures for the small-claims limit",
    ),
    rule(
        "small-claims.newer-wage",
        "small-claims-unknown",
        "标的额超过程序所带往年平均工资的百分之五十，是否超过现在的限额要看最近公布的数字",
        "the sum is over half the older average wage that the program has; whether it is over today's limit depends on a newer figure",
        "court.wage",
        |b| !small_claims_are(b, SmallClaims::Unknown),
    )
    .wanting(
        "最近公布的年平均工资",
        "the average wage published last",
    ),
    rule(
        "small-claims.within",
        "over-small-claims-limit",
        "标的额超过平均工资的百分之五十，小额诉讼要双方约定才适用",
        "the sum is over half the average wage: the small-claims track needs an agreement",
        "claims",
        |b| !small_claims_are(b, SmallClaims::ByAgreement),
    )
    .wanting(
        "标的额不超过小额诉讼的限额",
        "a sum within the limit of small claims",
    ),
    rule(
        "small-claims.reachable",
        "over-small-claims-limit",
        "标的额超过平均工资的二倍，不适用小额诉讼",
        "the sum is over twice the average wage: there is no small-claims track",
        "claims",
        |b| !small_claims_are(b, SmallClaims::None),
    )
    .wanting(
        "标的额不超过平均工资的二倍",
        "a sum of at most twice the average wage",
    ),
    rule(
        "harm.recent",
        "over-three-years",
        "权益受损已经超过三年",
        "the harm lies more than three years back",
        "discovered",
        is_recent,
    )
    .wanting("权益受损在三年以内", "harm within the last three years"),
    rule(
        "claims.civil",
        "punishment-in-complaint",
        "案情里有要求查处、处罚的话",
        "the case asks for a punishment",
        "claims",
        |b| claims::punishment_asked_at(b.case).is_none(),
    )
    .wanting("诉求只针对民事争议", "claims about the dispute only"),
    rule(
        "elsewhere.unpaid",
        "settled-elsewhere",
        "已走渠道里记着已退款、和解或者调解书，诉求却没有扣减",
        "a recorded filing ended in money or a settlement, and the claims take no account of it",
        "filings",
        |b| !is_settled(b),
    )
    .wanting("没有已经解决的记录", "no recorded filing that settled the matter"),
    rule(
        "notice.proof",
        "notice-unproved",
        "通知没有到达的证据",
        "no exhibit proves that the notice arrived",
        "notices",
        |b| {
            b.case.notices.iter().all(|n| {
                n.kind == NoticeKind::InformationRequest
                    || !n.evidence.is_empty()
                    || proved(b, Link::Notified)
                    || requests::ended(b, n).is_some()
            })
        },
    )
    .wanting("通知到达的证据", "proof that the notice arrived"),
];

/// Whether a complaint to the market regulator is in time: three years from when the harm was known.
fn is_recent(brief: &Brief<'_>) -> bool {
    let paid = || brief.payments.iter().filter_map(|payment| payment.paid);
    let known = brief.case.discovered.or_else(|| paid().min());
    known
        .and_then(|known| known.date.checked_add_months(Months::new(36)))
        .is_none_or(|last| brief.today <= last)
}

/// Whether a purchase is of a size that is usual for daily life: an office looks at number and frequency.
///
/// 《市场监督管理投诉举报处理办法》第十七条 names no figure; so many whole cards or accounts, or so many orders, is where a
/// clerk starts to ask. Coins and points are counted by the thousand and say nothing.
fn is_usual(brief: &Brief<'_>) -> bool {
    const MANY_PIECES: u32 = 20;
    const MANY_ORDERS: usize = 10;
    let case = brief.case;
    let many = case.goods.as_ref().is_some_and(|goods| {
        let counted = !matches!(
            goods.kind,
            None | Some(GoodsKind::Coin | GoodsKind::GameItem | GoodsKind::Other)
        );
        counted && goods.quantity.is_some_and(|count| count >= MANY_PIECES)
    });
    !case.purpose.is_consumer() || !many && case.orders.len() < MANY_ORDERS
}

/// Whether a recorded filing ended in money or a settlement while the whole of it is still asked for. What a settlement
/// promised may be asked for when its day is over.
fn is_settled(brief: &Brief<'_>) -> bool {
    let settled = |record: &FilingRecord| {
        matches!(
            record.result,
            Some(RecordResult::Refunded | RecordResult::Settled | RecordResult::MediationAgreement)
        )
    };
    let untouched = brief
        .payments
        .iter()
        .all(|payment| payment.refunded == Money::ZERO);
    let refund = |claim: &Claim| claim.kind == ClaimKind::Refund;
    let settlement = |key| brief.case.told("settlement", key);
    let overdue = settlement("pay_by")
        .and_then(Fact::moment)
        .is_some_and(|day| day.date < brief.today);
    let within = match settlement("amount") {
        Some(Fact::Sum(agreed)) => money::owed(brief) <= *agreed,
        _ => true,
    };
    untouched
        && !(overdue && within)
        && brief.case.claims.iter().any(refund)
        && brief.case.filings.iter().flatten().any(settled)
}

/// Whether the small-claims test has this result.
fn small_claims_are(brief: &Brief<'_>, result: SmallClaims) -> bool {
    court::small_claims(brief).is_some_and(|test| test.result == result)
}

fn all_respondents(brief: &Brief<'_>, has: fn(&Respondent) -> bool) -> bool {
    let respondents = parties::chosen(brief);
    !respondents.is_empty() && respondents.into_iter().all(has)
}
