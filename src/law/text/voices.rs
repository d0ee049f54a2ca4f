//! Whose words some signs of a sentence are.
//!
//! The register judges what the writer says of the law. What the other side said, what a page shows, what is quoted,
//! asked or denied is no statement of the writer's.

use std::ops::Range;

use super::fold::Sign;

/// Words that deny what follows them in the same clause.
const DENIALS: [&str; 54] = [
    "没有要求",
    "没有主张",
    "没有请求",
    "没有申请",
    "没有提出",
    "没有理由",
    "没要求",
    "没主张",
    "没有",
    "没说",
    "没提",
    "没让",
    "从未",
    "从没",
    "未曾",
    "并未",
    "未要求",
    "未主张",
    "未提出",
    "未申请",
    "未请求",
    "不主张",
    "不要求",
    "不请求",
    "不申请",
    "不打算",
    "不准备",
    "不想",
    "不再",
    "不能",
    "不可",
    "不会",
    "不应当",
    "不应",
    "不该",
    "不必",
    "不需要",
    "不用",
    "不存在",
    "不涉及",
    "不构成",
    "不属于",
    "不同意",
    "不接受",
    "不支持",
    "无法",
    "无须",
    "无需",
    "放弃",
    "撤回",
    "拒绝",
    "拒不",
    "是否",
    "能否",
];

/// Words that ask what follows them in the same clause.
const QUESTIONS: [&str; 5] = ["能不能", "可不可以", "可否", "询问", "咨询"];

/// Words by which a sentence turns to what its writer wants or holds.
const TURNS: [&str; 16] = [
    "却",
    "但",
    "故",
    "因此",
    "所以",
    "于是",
    "结果",
    "实际",
    "请求",
    "我要求",
    "本人要求",
    "人要求",
    "因为",
    "鉴于",
    "据此",
    "为此",
];

/// Words by which a later clause of the sentence is the writer's own.
const OWN_CLAUSE: [&str; 13] = [
    "应",
    "须",
    "依据",
    "根据",
    "按照",
    "依照",
    "我",
    "本人",
    "投诉人",
    "原告",
    "申请人",
    "主张",
    "要求",
];

/// Words by which even the clause of a page or a promise is the writer's own.
const OWN_DEMAND: [&str; 6] = ["应当", "必须", "依据", "根据", "按照", "依照"];

/// What shows words that are nobody's statement about the law, whoever keeps it.
const SOURCES: [&str; 22] = [
    "公告",
    "公示",
    "页面",
    "截图",
    "聊天记录",
    "短信",
    "广告",
    "海报",
    "宣传",
    "平台规则",
    "平台规定",
    "店铺规则",
    "店铺规定",
    "商家规定",
    "公司规定",
    "店规",
    "交易规则",
    "服务协议",
    "用户协议",
    "合同约定",
    "约定",
    "所谓",
];

/// Verbs of saying that need no subject: it is left out in the names of exhibits.
const TELLINGS: [&str; 27] = [
    "承诺",
    "答复",
    "回复",
    "告知",
    "写明",
    "写着",
    "写的",
    "写道",
    "注明",
    "标注",
    "标明",
    "载明",
    "声明",
    "保证",
    "许诺",
    "允诺",
    "答应",
    "回应",
    "号称",
    "自称",
    "谎称",
    "声称",
    "商家主张",
    "对方主张",
    "商家提出",
    "对方提出",
    "要求我",
];

/// Verbs of saying that are another's only where another is their subject.
const SAYINGS: [&str; 13] = [
    "说", "称", "表示", "认为", "说明", "告诉", "建议", "坚持", "强调", "解释", "提醒", "让我",
    "叫我",
];

/// What follows words that somebody else said: 7个工作日退款的公告, …为由. The first ones do so without 的.
const SAID_AFTER: [&str; 18] = [
    "公告",
    "截图",
    "聊天",
    "页面",
    "告示",
    "广告",
    "短信",
    "为由",
    "为借口",
    "说法",
    "承诺",
    "答复",
    "回复",
    "通知",
    "宣传",
    "提示",
    "声明",
    "保证",
];

/// How many of them are never verbs.
const PLAIN_NOUNS: usize = 9;

/// The writer as the subject of a verb.
const WRITER: [&str; 5] = ["我", "本人", "投诉人", "原告", "申请人"];

/// Others as the subject of a verb.
const OTHERS: [&str; 43] = [
    "商家",
    "卖家",
    "店家",
    "店铺",
    "店主",
    "客服",
    "平台",
    "对方",
    "被投诉人",
    "被告",
    "支付宝",
    "微信",
    "淘宝",
    "京东",
    "拼多多",
    "抖音",
    "闲鱼",
    "美团",
    "快手",
    "小红书",
    "公司",
    "网友",
    "朋友",
    "律师",
    "群主",
    "老板",
    "他",
    "她",
    "其",
    "工作人员",
    "调解员",
    "12315",
    "监管",
    "市监",
    "消协",
    "法院",
    "民警",
    "警方",
    "银行",
    "销售",
    "主播",
    "代理",
    "文章",
];

/// Signs before a person that make it the one who is spoken to.
const TOWARDS: &str = "向对跟和给同与找问让请叫诉系知复";

/// Signs after or before 法 with which it means no law.
const NO_LAW_BEFORE: &str = "无没方办做说看想用玩违合非手书司执";
const NO_LAW_AFTER: &str = "院官务人";

/// How many signs a denial or the one who speaks reaches.
const NEAR: usize = 10;
const FAR: usize = 24;

/// How many signs around some words are looked at, so that a text without marks costs no more than others.
const AROUND: usize = 120;

/// Whether the writer does not say what stands in some signs of a sentence.
pub(super) fn is_not_stated(signs: &[Sign], sentence: &Range<usize>, inner: &Range<usize>) -> bool {
    let from = inner.start.saturating_sub(AROUND).max(sentence.start);
    let to = (inner.end + AROUND).min(sentence.end);
    let before = text(signs, from..inner.start);
    let after = text(signs, inner.end..to);
    is_negated(&before)
        || signs[..sentence.end]
            .last()
            .is_some_and(|sign| sign.char == '吗')
        || is_quoted(&before)
        || is_said_by_others(&before)
        || is_named_as_said(&after)
}

/// Whether what ends here is a law and no other word with 法.
pub(super) fn is_of_law(before: &str, after: &str) -> bool {
    let ends = |signs: &str, char: Option<char>| char.is_some_and(|char| signs.contains(char));
    !ends(NO_LAW_BEFORE, before.chars().next_back()) && !ends(NO_LAW_AFTER, after.chars().next())
}

/// The signs of a range as a text.
pub(super) fn text(signs: &[Sign], range: Range<usize>) -> String {
    signs[range].iter().map(|sign| sign.char).collect()
}

fn clause(before: &str) -> &str {
    before.rsplit([',', ':']).next().unwrap_or(before)
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether the clause denies or asks what follows; a demand between the two is what counts then: 没有发货，应当….
fn is_negated(before: &str) -> bool {
    let clause = clause(before);
    if clause.ends_with(['不', '没', '未', '勿']) {
        return true;
    }
    DENIALS.iter().chain(&QUESTIONS).any(|word| {
        clause.rmatch_indices(word).any(|(at, _)| {
            let between = &clause[at + word.len()..];
            between.chars().count() <= NEAR
                && !has(
                    between,
                    &["应", "必须", "请求", "要求", "依据", "根据", "按照", "故"],
                )
        })
    })
}

/// Whether a quotation is open, and not brought forward as law: 根据“…”.
fn is_quoted(before: &str) -> bool {
    let open = [('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』')]
        .iter()
        .filter_map(|(open, close)| {
            let at = before.rfind(*open)?;
            (!before[at..].contains(*close)).then_some(at)
        })
        .max();
    let straight = (before.matches('"').count() % 2 == 1)
        .then(|| before.rfind('"'))
        .flatten();
    let Some(at) = open.max(straight) else {
        return false;
    };
    let lead = clause(&before[..at]);
    let is_ground = has(lead, &["依据", "根据", "按照", "依照", "规定"])
        || matches!(speaker(lead), Some(Speaker::Law));
    !is_ground || matches!(speaker(lead), Some(Speaker::Other))
}

/// Whether what follows the words tells that somebody said them.
fn is_named_as_said(after: &str) -> bool {
    let clause = after.split([',', ':']).next().unwrap_or(after);
    let named =
        clause.trim_start_matches(['的', '之', '”', '’', '"', '」', '』', '这', '等', '一']);
    // 7个工作日内答复 is no answer of anybody's; 7个工作日退款的答复 is.
    let words: &[&str] = if named.len() < clause.len() {
        &SAID_AFTER
    } else {
        &SAID_AFTER[..PLAIN_NOUNS]
    };
    words.iter().any(|word| named.starts_with(word))
}

/// Who is the subject of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaker {
    Writer,
    Other,
    Law,
}

/// The nearest subject in the clause before a verb.
fn speaker(before: &str) -> Option<Speaker> {
    let clause = clause(before);
    let free = |at: &usize| {
        let last = clause[..*at].chars().next_back();
        !last.is_some_and(|char| TOWARDS.contains(char))
    };
    let nearest = |words: &[&str]| {
        words
            .iter()
            .flat_map(|word| clause.match_indices(word).map(|(at, _)| at))
            .filter(free)
            .filter(|at| !clause[..*at].ends_with('被'))
            .max()
    };
    let law = clause
        .match_indices('法')
        .filter(|(at, word)| is_of_law(&clause[..*at], &clause[at + word.len()..]))
        .map(|(at, _)| at)
        .chain(clause.rmatch_indices("条例").map(|(at, _)| at))
        .max();
    [
        (nearest(&WRITER), Speaker::Writer),
        (nearest(&OTHERS), Speaker::Other),
        (law, Speaker::Law),
    ]
    .into_iter()
    .filter_map(|(at, who)| Some((at?, who)))
    .max_by_key(|(at, _)| *at)
    .map(|(_, who)| who)
}

/// How a word brings the words of others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Source,
    Telling,
    Saying,
}

/// Whether somebody other than the writer says what follows; the nearest word of saying decides.
fn is_said_by_others(before: &str) -> bool {
    let of = |words: &'static [&'static str], kind: Kind| {
        words.iter().flat_map(move |word| {
            before
                .match_indices(word)
                .map(move |(at, word)| (at, word.len(), kind))
        })
    };
    let mut all: Vec<(usize, usize, Kind)> = of(&SOURCES, Kind::Source)
        .chain(of(&TELLINGS, Kind::Telling))
        .chain(of(&SAYINGS, Kind::Saying))
        .filter(|(at, length, _)| is_verb(before, *at, *length))
        .collect();
    all.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    for (at, length, kind) in all {
        let between = &before[at + length..];
        let who = speaker(&before[..at]);
        match (kind, who) {
            (_, Some(Speaker::Law)) | (Kind::Telling | Kind::Saying, Some(Speaker::Writer)) => {
                return false;
            }
            (Kind::Saying, None) => continue,
            // 告知客服…: without a subject, who tells another is the writer.
            (Kind::Telling, None) if OTHERS.iter().any(|one| between.starts_with(one)) => {
                return false;
            }
            _ => {}
        }
        let by_name = kind != Kind::Source && who == Some(Speaker::Other);
        if reaches(between, by_name) {
            return true;
        }
    }
    false
}

/// Whether words of saying are no parts of 名称, 说法 and the like.
fn is_verb(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + length..].chars().next();
    match &text[at..at + length] {
        "称" => !before.is_some_and(|char| "名简全昵统误俗别职".contains(char)),
        "说" => !after.is_some_and(|char| "法明".contains(char)),
        _ => true,
    }
}

/// Whether words of saying reach what follows `between`.
fn reaches(between: &str, by_name: bool) -> bool {
    let own = if between.contains(',') {
        has(between, &OWN_CLAUSE)
    } else {
        !by_name && has(between, &OWN_DEMAND)
    };
    !own && between.chars().count() <= FAR && !has(between, &TURNS)
}
