//! Whether what is asked for can be asked.

use chrono::NaiveDate;

use super::super::{Brief, grounds, interest, money, requests};
use super::{citation, in_channel};
use crate::bilingual::Bilingual;
use crate::case::Case;
use crate::case::asked::{self, Multiple};
use crate::case::claim::{Claim, ClaimKind};
use crate::case::evidence::Link;
use crate::case::own_words::own_words;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place};
use crate::law::{self, Problem};
use crate::moment::Moment;
use crate::money::Money;

/// Claims that no filing may make: money beyond what was paid, and a multiple without evidenced deception; and terms
/// of interest that are not known.
pub(super) fn check(brief: &Brief<'_>) -> Diagnostics {
    let mut found = Diagnostics::new();
    let payments = &brief.case.payments;
    // Told apart by the order they paid, at least two payments make a double charge.
    if brief.case.problem == Some(Problem::DuplicateCharge)
        && !payments.is_empty()
        && payments
            .iter()
            .all(|payment| money::is_disputed(brief.case, payment))
    {
        found.push(Diagnostic::warning(single_charge()).at(Place::key("payments")));
    }
    found.extend(refunds(brief));
    for (index, claim) in brief.case.claims.iter().enumerate() {
        let place = || Place::whole(format!("claims[{index}]"));
        if let Some(terms) = interest::terms(brief, claim) {
            found.extend(
                terms
                    .from
                    .and_then(|from| interest_from(brief, from).map(|one| one.at(place()))),
            );
            let gaps = [
                terms.from.is_none().then(interest_without_start),
                terms.rate.is_none().then(|| interest_without_rate(&terms)),
            ];
            found.extend(
                gaps.into_iter()
                    .flatten()
                    .map(|gap| Diagnostic::warning(gap).at(place())),
            );
        }
        found.extend(multiples(brief, claim).map(|one| one.at(place())));
    }
    found
}

/// A multiple of the price that nothing in the case carries, that is too high, or that the reader does not take.
fn multiples(brief: &Brief<'_>, claim: &Claim) -> Option<Diagnostic> {
    let case = brief.case;
    let own = (claim.kind == ClaimKind::Other)
        .then_some(claim.text.as_deref())
        .flatten();
    let named = own.and_then(asked::multiple);
    if let Some(text) = own.filter(|_| named == Some(Multiple::Promised)) {
        return match promised_multiple(case) {
            false => Some(Diagnostic::error(multiple_without_promise(brief))),
            true if text.contains("假一") && !may_be_fake(case) => {
                Some(Diagnostic::error(multiple_for_no_fake(brief)))
            }
            true => None,
        };
    }
    let threefold = claim.kind == ClaimKind::Triple || named == Some(Multiple::Threefold);
    if threefold && !grounds::shows_deception(case) {
        return Some(Diagnostic::error(triple(brief)));
    }
    let most = || Money::from_fen(money::multiple(brief).damages());
    if claim.kind == ClaimKind::Triple
        && let Some(asked) = claim.amount
        && asked > most()
    {
        let most = most();
        let finding = over_payment(
            format!("请求增加赔偿{asked}元，按付款金额算是{most}元"),
            format!("{asked} is asked for as threefold damages; by what was paid they are {most}"),
        );
        return Some(Diagnostic::error(finding));
    }
    let left_out = claim.kind == ClaimKind::Triple && !requests::is_taken(brief, claim);
    left_out.then(|| Diagnostic::warning(triple_elsewhere(brief)))
}

/// Whether the case holds words of the seller that promise a multiple: of an order, or on an exhibit of the promise.
fn promised_multiple(case: &Case) -> bool {
    let promises = case.orders.iter().filter_map(|order| {
        let promise = order.promise.as_ref()?;
        promise.text.as_deref()
    });
    let exhibits = case
        .evidence
        .iter()
        .filter(|item| item.proves.contains(&Link::Promised));
    let shown = exhibits.flat_map(|item| {
        let readings = item.readings.iter().map(|(_, value)| value);
        item.quotes.iter().chain(readings).map(String::as_str)
    });
    promises.chain(shown).any(asked::promises_multiple)
}

/// Whether what was delivered may be a fake, as far as the problem tells: what never came is none.
fn may_be_fake(case: &Case) -> bool {
    let delivered = case.problem.is_none_or(|problem| {
        matches!(
            problem,
            Problem::InvalidOrUsedCode
                | Problem::WrongItem
                | Problem::WrongAmount
                | Problem::NotAsDescribed
                | Problem::SuspectedFraud
                | Problem::Other
        )
    });
    delivered || grounds::shows_deception(case)
}

/// Where the case asks for a punishment: the first claim that does, or else the first of the writer's own texts.
///
/// 《市场监督管理投诉举报处理办法》第九条 parts a report, which asks an office to punish, from a complaint.
pub(super) fn punishment_asked_at(case: &Case) -> Option<String> {
    let asks = |claim: &Claim| {
        let text = claim.text.as_deref().unwrap_or_default();
        asked::punishment(text).is_some()
    };
    if let Some(index) = case.claims.iter().position(asks) {
        return Some(format!("claims[{index}]"));
    }
    if case.title.as_deref().is_some_and(asked::is_report) {
        return Some("title".to_owned());
    }
    // What an exhibit is called says what it is and asks for nothing.
    let texts = own_words(case).into_iter();
    let mut told = texts.filter(|(route, _)| !route.starts_with("evidence"));
    let found = told.find(|(_, text)| asked::asks_punishment(text).is_some())?;
    Some(found.0)
}

/// Refunds of more than is outstanding, each by itself and all together, and refunds of nothing.
fn refunds(brief: &Brief<'_>) -> Diagnostics {
    let case = brief.case;
    let place = |index: usize| Place::whole(format!("claims[{index}]"));
    let out = money::disputed(case);
    let refunds: Vec<(usize, &Claim)> = case
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.kind == ClaimKind::Refund)
        .collect();
    if case.payments.is_empty() {
        return Diagnostics::new();
    }
    let single = |(index, claim): &(usize, &Claim)| {
        let finding = if out == Money::ZERO || claim.amount == Some(Money::ZERO) {
            nothing_outstanding(out)
        } else {
            let amount = claim.amount.filter(|amount| *amount > out)?;
            over_payment(
                format!("请求退款{amount}元，超过尚未退还的{out}元"),
                format!("the refund asked for, {amount}, is more than the {out} still outstanding"),
            )
        };
        Some(Diagnostic::error(finding).at(place(*index)))
    };
    let found: Diagnostics = refunds.iter().filter_map(single).collect();
    if found.has_errors() {
        return found;
    }
    // An alternative is asked for in place of another sum; in place of a thing it counts.
    let counts = |(_, claim): &&(usize, &Claim)| {
        let first = claim.instead_of.and_then(|first| case.claims.get(first));
        first.is_none_or(|first| money::amount(brief, first).is_none())
    };
    let added: Vec<&(usize, &Claim)> = refunds.iter().filter(counts).collect();
    let sum: Money = added
        .iter()
        .map(|(_, claim)| claim.amount.unwrap_or(out))
        .sum();
    let [before @ .., (last, _)] = added.as_slice() else {
        return found;
    };
    if sum <= out {
        return found;
    }
    let finding = over_payment(
        format!("几项退款合计{sum}元，超过尚未退还的{out}元；二选一的写「代替」"),
        format!(
            "the refunds add up to {sum}, more than the {out} still outstanding; an alternative needs `instead_of`"
        ),
    );
    let error = Diagnostic::error(finding).at(place(*last));
    let others = before.iter().map(|(index, _)| place(*index));
    Diagnostics::from_iter([others.fold(error, Diagnostic::with_other)])
}

fn over_payment(zh: String, en: String) -> Finding {
    Finding::stated("claim-over-payment", Bilingual::new(zh, en)).help(Bilingual::new(
        "核对付款金额和已退金额；其他损失另写「赔偿」",
        "check what was paid and what came back; other losses go under `compensate`",
    ))
}

fn nothing_outstanding(out: Money) -> Finding {
    let (message, help) = if out == Money::ZERO {
        (
            Bilingual::new(
                "付款已经全部退还，没有可以请求退还的钱",
                "all that was paid came back: there is nothing left to refund",
            ),
            Bilingual::new(
                "核对「已退金额」；确已退清的删去退款，还有其他损失的写「赔偿」和依据，或者不再投诉",
                "check `refunded`; if all came back, remove the refund, ask for other losses under `compensate`, or let the matter rest",
            ),
        )
    } else {
        (
            Bilingual::new(
                "请求退还 0 元，等于没有请求",
                "a refund of 0 asks for nothing",
            ),
            Bilingual::new(
                format!("尚未退还的是{out}元：写 `诉求: 全额退款` 或者要退的金额"),
                format!("{out} is still outstanding: write `claims: refund`, or the sum"),
            ),
        )
    };
    Finding::stated("nothing-outstanding", message).help(help)
}

fn single_charge() -> Finding {
    Finding::stated(
        "duplicate-needs-two-payments",
        Bilingual::new(
            "重复扣款只写了一笔支付",
            "a double charge with one payment only",
        ),
    )
    .why(Bilingual::new(
        "两笔一起列出，才看得出哪一笔是多扣的；现在按所写的这一笔全部请求退还",
        "only both together show which one was too much; as it stands, all of the one written is asked back",
    ))
    .help(Bilingual::new(
        "在「支付」里写出同一订单的每一笔（金额、时间、交易号），应付的那一笔也写",
        "list every payment of the order under `payments` with amount, time and number, the one that was owed too",
    ))
}

/// A first day of interest on which the money was not out yet, or that is still to come.
fn interest_from(brief: &Brief<'_>, from: NaiveDate) -> Option<Diagnostic> {
    let disputed = brief
        .payments
        .iter()
        .filter(|payment| money::is_disputed(brief.case, payment));
    let paid = disputed.filter_map(|payment| payment.paid).min();
    let first = Moment::day(from);
    let told = |zh: String, en: String| {
        Finding::stated("interest-start-impossible", Bilingual::new(zh, en)).help(Bilingual::new(
            "起算日写合同解除或者催告期满的次日；不写的，程序按「催告与通知」推算",
            "write the day after the contract ended or the demand ran out; without one it is worked out from `notices`",
        ))
    };
    if let Some(paid) = paid.filter(|paid| from < paid.date) {
        let finding = told(
            format!(
                "利息的起算日{}早于付款日{}",
                first.zh_date(),
                paid.zh_date()
            ),
            format!(
                "the interest starts on {}, before the payment of {}",
                first.iso_date(),
                paid.iso_date()
            ),
        );
        return Some(Diagnostic::error(finding.why(Bilingual::new(
            "钱还没有付出，没有资金占用",
            "nothing was withheld before anything was paid",
        ))));
    }
    (from > brief.today).then(|| {
        Diagnostic::warning(
            told(
                format!("利息的起算日{}在提交日之后", first.zh_date()),
                format!(
                    "the interest starts on {}, after the day of filing",
                    first.iso_date()
                ),
            )
            .why(Bilingual::new(
                "到提交日还没有利息，文书里只写计算方法",
                "there is no interest yet, and the paper has the formula only",
            )),
        )
    })
}

fn interest_without_start() -> Finding {
    Finding::stated(
        "interest-without-start",
        Bilingual::new(
            "利息没有起算日",
            "the interest has no first day",
        ),
    )
    .why(Bilingual::new(
        "合同还没有解除，也没有到期的催告，算不出利息，文书里只写计算方法",
        "neither the end of the contract nor a demand that ran out gives one, so only the formula is printed",
    ))
    .help(Bilingual::new(
        "在「催告与通知」写明催告的到达时间和期限，或者写 `利息: {起算日: 2026-11-14}`",
        "record the demand with its arrival and deadline under `notices`, or write `interest: {from: 2026-11-14}`",
    ))
}

fn interest_without_rate(terms: &interest::Terms) -> Finding {
    let until = Moment::day(law::rates_verified_until());
    let day = terms.from.map(Moment::day);
    Finding::stated(
        "interest-rate-unconfirmed",
        Bilingual::new(
            "利息的利率没有核实，文书里只写计算方法，不写金额",
            "the rate of the interest is not confirmed: the formula is printed without a sum",
        ),
    )
    .why(Bilingual::new(
        format!("程序里的一年期贷款市场报价利率核实到{}", until.zh_date()),
        format!("the one-year loan prime rate in the register is verified until {}", until.iso_date()),
    ))
    .help(Bilingual::new(
        format!("在 www.chinamoney.com.cn 查{}适用的利率，写 `利息: {{利率: 3.00%, 来源: 全国银行间同业拆借中心，查询日期}}`", day.map_or_else(|| "起算日".to_owned(), Moment::zh_date)),
        format!("look up the rate of {} at www.chinamoney.com.cn and write `interest: {{rate: 3.00%, source: …}}`", day.map_or_else(|| "the first day".to_owned(), Moment::iso_date)),
    ))
}

/// A claim that the reader cannot take is left out of its filing.
fn triple_elsewhere(brief: &Brief<'_>) -> Finding {
    let left_out = Bilingual::new(
        "不处理三倍赔偿，这份材料不写这一项",
        "does not deal with threefold damages, which this filing leaves out",
    );
    Finding::stated("claim-left-out", in_channel(brief, "", " ", &left_out))
        .why(Bilingual::new(
            "三倍赔偿由法院判决，或者在市场监管部门主持下协商",
            "a court awards them, or the market regulator mediates about them",
        ))
        .help(Bilingual::new(
            "在 12315 投诉或者起诉状里提出",
            "ask for them in the 12315 complaint or in court",
        ))
}

/// 《消费者权益保护法》第五十五条第一款 asks for fraud; late or failed delivery alone is a breach.
fn triple(brief: &Brief<'_>) -> Finding {
    Finding::Stated {
        code: "triple-without-deception",
        message: Bilingual::new(
            "三倍赔偿以欺诈为前提，案情里没有欺骗事实及其证据",
            "threefold damages need fraud, and the case has no evidenced deception",
        ),
        basis: citation(brief, Some("consumer-law-55-p1")),
        why: Some(Bilingual::new(
            "没有交付、迟延交付本身只是违约；超出的请求会影响整份材料的可信",
            "not delivering or delivering late is a breach only; an over-claim weakens the whole filing",
        )),
        help: Some(Bilingual::new(
            "删去「三倍赔偿」，保留退款等请求；成交时有虚假陈述或者隐瞒的，写在「问题」的「欺骗事实」里，逐条附证据，并写明用途是生活消费",
            "remove `triple` and keep the refund; what was false or concealed at the sale goes under `deception_facts` of `problem`, each with evidence, and the purpose must be daily life",
        )),
    }
}

/// 《民法典》第五百八十五条第一款: agreed damages are owed because they were agreed.
fn multiple_without_promise(brief: &Brief<'_>) -> Finding {
    Finding::Stated {
        code: "multiple-without-promise",
        message: Bilingual::new(
            "“假一赔几”以商家承诺过为前提，案情里没有这样的承诺",
            "so many times the price for a fake is owed where the seller promised it, and the case has no such promise",
        ),
        basis: citation(brief, Some("civil-code-585")),
        why: Some(Bilingual::new(
            "商家没有承诺过的倍数，谁也不会判；超出的请求会影响整份材料的可信",
            "nobody awards a multiple that was not promised; an over-claim weakens the whole filing",
        )),
        help: Some(Bilingual::new(
            "页面上写有的，照抄到订单的 `承诺` 的 `原文` 并附截图（`证明: 承诺`）；没有的，删去这一项，保留退款等请求",
            "copy the words of the page to `promised` of the order and attach the picture (`proves: promised`); otherwise remove the claim and keep the refund",
        )),
    }
}

fn multiple_for_no_fake(brief: &Brief<'_>) -> Finding {
    Finding::Stated {
        code: "multiple-without-promise",
        message: Bilingual::new(
            "“假一赔几”的承诺针对假货，案情写的问题不是收到假货",
            "the promise of so many times the price is about fakes, and the case is not about one",
        ),
        basis: citation(brief, Some("civil-code-585")),
        why: Some(Bilingual::new(
            "承诺只在它说的情形下有约束力；没有交付、迟延交付不是假货",
            "a promise binds in the event that it names; what was not delivered, or late, is no fake",
        )),
        help: Some(Bilingual::new(
            "删去这一项，保留退款等请求；收到的确是假货的，把「问题」改成相应的类型并附证据",
            "remove the claim and keep the refund; if a fake was delivered, correct `problem` and attach the proof",
        )),
    }
}
