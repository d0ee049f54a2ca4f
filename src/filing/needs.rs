//! What a channel requires, looked up in a case.
//!
//! A channel names its needs by word; this table says what each word means. Nothing here knows a channel by name.

use crate::bilingual::Bilingual;
use crate::case::Case;
use crate::case::choice::Choice;
use crate::case::contact::NoticeKind;
use crate::case::evidence::Link;
use crate::case::party::Respondent;
use crate::case::purchase::{Payer, PaymentKind};
use crate::case::record::FilingRecord;
use crate::channel::{Level, Requirement};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place, Severity};
use crate::law::{self, Problem, Purpose};

use super::{Brief, court, parties, purchase, requests};

/// What a word in `requires` means.
struct Need {
    /// The word.
    id: &'static str,
    /// The name of the problem when it is not met.
    code: &'static str,
    /// What is missing, in Chinese.
    zh: &'static str,
    /// What is missing, in English.
    en: &'static str,
    /// Where in the case file it would stand.
    route: &'static str,
    /// Whether the case has it.
    met: fn(&Brief<'_>) -> bool,
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
        route,
        met,
    }
}

static NEEDS: &[Need] = &[
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
                .and_then(super::grounds::goods_class)
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
        "付款人是否本人",
        "whether the complainant paid",
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
    ),
    proof(
        "proof.ordered",
        "「下单」这一环没有证据",
        "no exhibit proves the order",
        |b| proved(b, Link::Ordered),
    ),
    proof(
        "proof.paid",
        "「付款」这一环没有证据",
        "no exhibit proves the payment",
        |b| proved(b, Link::Paid),
    ),
    proof(
        "proof.promised",
        "「承诺」这一环没有证据",
        "no exhibit proves the promise",
        |b| proved(b, Link::Promised),
    ),
    proof(
        "proof.breached",
        "「未履行」这一环没有证据",
        "no exhibit proves the failure",
        |b| proved(b, Link::Breached),
    ),
    proof(
        "proof.unresolved",
        "「未解决」这一环没有证据",
        "no exhibit proves that it was not settled",
        |b| proved(b, Link::Unresolved),
    ),
    proof(
        "proof.code",
        "卡密问题需要「已发卡密」的证据",
        "a code dispute needs an exhibit of the code that was sent",
        |b| {
            b.case.problem != Some(Problem::InvalidOrUsedCode)
                || has_exhibit(b, Link::DeliveredCode)
        },
    ),
    rule(
        "purpose.daily-life",
        "not-daily-life",
        "购买用途不是生活消费",
        "the purchase was not for daily life",
        "purpose",
        |b| !matches!(b.case.purpose, Purpose::Resale | Purpose::Business),
    ),
    rule(
        "elsewhere.clear",
        "handled-elsewhere",
        "同一争议已由其他机构处理",
        "another body has the same dispute",
        "filings",
        |b| {
            !b.case
                .filings
                .iter()
                .flatten()
                .any(FilingRecord::blocks_samr)
        },
    ),
    rule(
        "payment.own",
        "paid-by-another",
        "付款人不是本人",
        "somebody else paid",
        "payments[0].payer",
        |b| b.payments.iter().all(|p| p.payer != Some(Payer::Other)),
    ),
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
    ),
    rule(
        "termination.notified",
        "court-must-terminate",
        "合同尚未通知解除，需要请求法院判令解除",
        "the contract has not been ended by notice: the court must end it",
        "notices",
        |b| court::only_money(b),
    ),
    rule(
        "small-claims.figures",
        "small-claims-unknown",
        "小额诉讼的限额无法核对",
        "the small-claims limit cannot be checked",
        "court.province",
        |b| !court::only_money(b) || court::small_claims(b).is_some(),
    ),
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
    ),
];

fn all_respondents(brief: &Brief<'_>, has: fn(&Respondent) -> bool) -> bool {
    let respondents = parties::chosen(brief);
    !respondents.is_empty() && respondents.into_iter().all(has)
}

fn has_exhibit(brief: &Brief<'_>, link: Link) -> bool {
    brief.case.evidence.iter().enumerate().any(|(index, item)| {
        item.proves.contains(&link) && super::bundle::is_attached(brief, index)
    })
}

/// Whether a link is proved, or the problem does not need it.
fn proved(brief: &Brief<'_>, link: Link) -> bool {
    !applies(brief.case, link) || has_exhibit(brief, link)
}

/// Which links of the chain a problem rests on: a double charge needs no promise, a stolen account no order.
fn applies(case: &Case, link: Link) -> bool {
    use Problem as P;
    let Some(problem) = case.problem else {
        return true;
    };
    match (problem, link) {
        (_, Link::Identity) => true,
        (P::UnauthorisedPayment | P::PersonalDataLeak | P::Other, _) => false,
        (P::DuplicateCharge, link) => matches!(link, Link::Ordered | Link::Paid | Link::Unresolved),
        (P::PaidNoOrder | P::PaymentStuck | P::AccountRestricted, link) => {
            matches!(link, Link::Paid | Link::Unresolved)
        }
        (P::UnfairTerms | P::SellerVanished, link) => matches!(link, Link::Ordered | Link::Paid),
        (P::SuspectedFraud, link) => link == Link::Paid,
        (_, Link::Promised) => case.orders.iter().any(|order| order.promise.is_some()),
        _ => true,
    }
}

/// What a word in `requires` asks for, or nothing where it means nothing.
pub fn name(word: &str) -> Option<Bilingual> {
    NEEDS
        .iter()
        .find(|need| need.id == word)
        .map(|need| Bilingual::new(need.zh, need.en))
}

/// What a case lacks for a channel. A requirement that is an error keeps the filing from being drafted.
pub fn check(brief: &Brief<'_>) -> Diagnostics {
    let refused = refusals(brief);
    if refused.has_errors() {
        return refused;
    }
    let unmet = brief.channel.requires.iter().filter_map(|requirement| {
        let need = NEEDS.iter().find(|need| need.id == requirement.need)?;
        (!(need.met)(brief)).then(|| diagnostic(brief, need, requirement))
    });
    refused.into_iter().chain(unmet).collect()
}

/// Disputes and payments that the channel does not take at all.
fn refusals(brief: &Brief<'_>) -> Diagnostics {
    let channel = brief.channel;
    let mut found = Diagnostics::new();
    let problem = brief.case.problem.map(Problem::id);
    for refusal in channel
        .refuses
        .iter()
        .filter(|refusal| problem.is_some_and(|id| id == refusal.problem))
    {
        found.push(
            Diagnostic::error(
                Finding::stated(
                    "wrong-channel",
                    in_channel(brief, "不收：", " does not take this: ", &refusal.why),
                )
                .help(refusal.help.clone()),
            )
            .at(Place::value("problem")),
        );
    }
    if let Some(method) = channel
        .takes_payments_by
        .as_deref()
        .filter(|_| brief.payments.is_empty())
    {
        let name = crate::case::purchase::PaymentMethod::from_word(method)
            .map_or(method, |method| method.zh());
        found.push(
            Diagnostic::error(
                Finding::stated("no-payment-for-channel", in_channel(brief, "：", ": ", &Bilingual::new(format!("案情里没有通过{name}的付款"), format!("the case has no payment by {method}")))).help(
                    Bilingual::new(
                        format!("实际通过{name}付款的，在「支付」写 `方式: {name}`；否则请选付款所用渠道的投诉"),
                        format!("if it was paid that way, write `method: {method}` under `payments`; otherwise use the channel of the payment you made"),
                    ),
                ),
            )
            .at(Place::key("payments")),
        );
    }
    found
}

fn diagnostic(brief: &Brief<'_>, need: &Need, requirement: &Requirement) -> Diagnostic {
    let basis = requirement
        .basis
        .as_deref()
        .and_then(law::provision)
        .map(law::Provision::citation);
    let what = Bilingual::new(need.zh, need.en);
    let message = if need.code == "missing-field" {
        in_channel(brief, "需要", " needs ", &what)
    } else {
        in_channel(brief, "：", ": ", &what)
    };
    let finding = Finding::Stated {
        code: need.code,
        message,
        basis,
        why: requirement.why.clone(),
        help: requirement.help.clone(),
    };
    let severity = match requirement.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
    };
    Diagnostic {
        severity,
        finding,
        place: Some(Place::value(need.route)),
        others: Vec::new(),
    }
}

/// A sentence about the channel: its title, what stands between, and what there is to say.
fn in_channel(brief: &Brief<'_>, zh: &str, en: &str, what: &Bilingual) -> Bilingual {
    let title = &brief.channel.title;
    Bilingual::new(
        format!("{}{zh}{}", title.zh, what.zh),
        format!("{}{en}{}", title.en, what.en),
    )
}
