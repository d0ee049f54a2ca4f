//! What a request in the writer's own words asks for, as far as single words tell.
//!
//! In: the text of a request, or any other text of the writer's. Out: whether it names an act and a sum, a multiple, a
//! punishment, or something that nobody who mediates or judges can grant.

/// Words of requests that name a wish and no act.
const WISHES: [&str; 25] = [
    "主持公道",
    "讨个说法",
    "给个说法",
    "给我说法",
    "一个说法",
    "给个交代",
    "一个交代",
    "讨回公道",
    "还我公道",
    "依法处理",
    "严肃处理",
    "妥善处理",
    "公正处理",
    "尽快处理",
    "尽快解决",
    "解决问题",
    "解决方案",
    "维护合法权益",
    "维护我的权益",
    "给我做主",
    "负责到底",
    "满意",
    "答复",
    "回复",
    "处理",
];
/// Phrases that sound like an act and name none: they count as nothing.
const HOLLOW: [&str; 10] = [
    "提供合理",
    "提供满意",
    "提供相应",
    "提供一个",
    "提供解决",
    "提供赔偿",
    "提供补偿",
    "说明情况",
    "停止侵权",
    "停止侵害",
];
/// Acts that make a request one.
const ACTS: [&str; 33] = [
    "补发", "发货", "发卡", "更换", "换货", "换一", "退货", "交付", "充值", "到账", "开通", "提供",
    "说明", "书面", "解除", "解封", "解冻", "删除", "恢复", "道歉", "致歉", "停止", "开具", "发票",
    "更正", "注销", "取消", "撤", "修改", "公开", "移除", "修复", "维修",
];
/// Damages: without a sum nobody knows how much.
const DAMAGES: [&str; 3] = ["赔", "补偿", "精神损失"];
/// Payments: a sum, or the thing that was paid.
const PAYMENTS: [&str; 5] = ["退", "返还", "归还", "支付", "还钱"];
/// What a payment may be named by instead of a sum.
const PAID: [&str; 12] = [
    "全额", "全部", "全款", "余额", "剩余", "差价", "差额", "货款", "价款", "押金", "定金", "费",
];

/// What a request lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It names no act.
    Act,
    /// It names a payment and no sum.
    Sum,
}

/// What a request lacks to be granted; none where it names an act, or where nothing is known of its words.
pub fn lack(text: &str) -> Option<Lack> {
    if multiple(text).is_some() || cannot_be_granted(text).is_some() || punishment(text).is_some() {
        return None;
    }
    let solid = HOLLOW
        .iter()
        .fold(text.to_owned(), |text, hollow| text.replace(hollow, ""));
    let names = |words: &[&str]| words.iter().any(|word| solid.contains(word));
    if names_sum(&solid) && (names(&DAMAGES) || names(&PAYMENTS)) || names(&ACTS) {
        return None;
    }
    if names(&DAMAGES) || names(&PAYMENTS) && !names(&PAID) {
        return Some(Lack::Sum);
    }
    let hollow = solid.len() < text.len();
    (!names(&PAYMENTS) && (hollow || names(&WISHES))).then_some(Lack::Act)
}

/// Whether a text names a sum: digits, or a Chinese number with its unit.
pub fn names_sum(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let spelled = |c: char| "一二两三四五六七八九十百千万零壹贰叁肆伍陆柒捌玖拾佰仟半".contains(c);
    let mut before = ' ';
    for c in text.chars() {
        if matches!(c, '元' | '块' | '圆') && (digit(before) || spelled(before)) {
            return true;
        }
        before = c;
    }
    // A day is a number too, and no sum.
    let is_dated = |before: &str| {
        let first = before.strip_suffix(['-', '/', ':', '：']);
        first.is_some_and(|first| first.ends_with(digit))
    };
    let follows = |at: usize| text[at..].trim_start_matches(|c| digit(c) || matches!(c, '.' | ','));
    let mut numbers = text
        .char_indices()
        .filter(|(at, c)| digit(*c) && !text[..*at].ends_with(digit) && !is_dated(&text[..*at]))
        .map(|(at, _)| follows(at));
    numbers.any(|rest| {
        !rest.starts_with([
            '日', '天', '小', '个', '月', '年', '分', '号', '张', '-', ':', '：', '/',
        ])
    })
}

/// Whether a request asks for a sum as damages or as a loss.
pub fn names_damages(text: &str) -> bool {
    let words = [
        "赔",
        "补偿",
        "损失",
        "误工",
        "精神",
        "律师费",
        "交通费",
        "违约金",
    ];
    names_sum(text) && words.iter().any(|word| text.contains(word))
}

/// A multiple of the price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Multiple {
    /// Three times, which the law gives for fraud.
    Threefold,
    /// Another number, or one for a fake, which is owed where the seller promised it.
    Promised,
}

/// The multiple that a text names.
pub fn multiple(text: &str) -> Option<Multiple> {
    const PROMISED: [&str; 12] = [
        "假一赔",
        "假一罚",
        "假一陪",
        "假一补",
        "退一赔十",
        "退一赔五",
        "退一罚十",
        "十倍",
        "10倍",
        "５倍",
        "五倍",
        "5倍",
    ];
    const THREEFOLD: [&str; 7] = [
        "退一赔三",
        "退一赔3",
        "三倍赔偿",
        "3倍赔偿",
        "赔偿三倍",
        "赔偿3倍",
        "三倍的赔偿",
    ];
    let names = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if names(&PROMISED) {
        Some(Multiple::Promised)
    } else {
        names(&THREEFOLD).then_some(Multiple::Threefold)
    }
}

/// Whether a promise of the seller is one of a multiple.
pub fn promises_multiple(text: &str) -> bool {
    multiple(text) == Some(Multiple::Promised)
}

/// The word by which a request asks for what no one who mediates or judges between the two sides can give.
pub fn cannot_be_granted(text: &str) -> Option<&'static str> {
    const WORDS: [&str; 13] = [
        "坐牢",
        "判刑",
        "拘留",
        "逮捕",
        "抓起来",
        "抓人",
        "入狱",
        "蹲监狱",
        "刑事责任",
        "曝光",
        "身败名裂",
        "倒闭",
        "破产",
    ];
    WORDS
        .into_iter()
        .find(|word| text.match_indices(word).any(|(at, _)| !is_denied(text, at)))
}

/// Words of punishment by an office: 《市场监督管理投诉举报处理办法》第九条 parts a report that asks for it from a complaint.
const PUNISHMENTS: [&str; 14] = [
    "查处",
    "处罚",
    "罚款",
    "吊销",
    "取缔",
    "关停",
    "关店",
    "封店",
    "停业",
    "查封",
    "列入黑名单",
    "严惩",
    "立案调查",
    "严厉打击",
];

/// The word by which a request asks an office to punish.
pub fn punishment(text: &str) -> Option<&'static str> {
    PUNISHMENTS.into_iter().find(|word| {
        let mut places = text.match_indices(word);
        places.any(|(at, _)| !is_denied(text, at) && !is_about(text, at, word))
    })
}

/// The word by which a text that is no request asks an office to punish: the same words, after a word of asking in the
/// same sentence, and not where the text tells what somebody has done.
pub fn asks_punishment(text: &str) -> Option<&'static str> {
    const ASKING: [&str; 9] = [
        "要求",
        "请求",
        "请",
        "希望",
        "恳请",
        "申请",
        "举报",
        "务必",
        "应当依法",
    ];
    const TOLD: [&str; 9] = [
        "已", "曾", "被", "称", "告知", "表示", "提示", "答复", "规定",
    ];
    let ends = ['。', '；', ';', '！', '!', '？', '?', '\n'];
    text.split(ends).find_map(|sentence| {
        PUNISHMENTS.into_iter().find(|word| {
            sentence.match_indices(word).any(|(at, _)| {
                let before = &sentence[..at];
                ASKING.iter().any(|asking| before.contains(asking))
                    && !TOLD.iter().any(|told| before.contains(told))
                    && !is_denied(sentence, at)
                    && !is_about(sentence, at, word)
            })
        })
    })
}

/// Whether a title calls the paper a report.
pub fn is_report(title: &str) -> bool {
    title.starts_with("举报") || title.contains("实名举报")
}

/// Whether what stands before a word denies it: 不要求处罚.
fn is_denied(text: &str, at: usize) -> bool {
    let before: Vec<char> = text[..at].chars().rev().take(6).collect();
    let before: String = before.into_iter().rev().collect();
    ["不要求", "不请求", "不再", "不是", "无需", "不必", "并非"]
        .iter()
        .any(|denial| before.contains(denial))
}

/// Whether a punishment is the subject and nothing that is asked for: 撤销对我账户的处罚, 说明处罚依据, 缴纳的罚款.
fn is_about(text: &str, at: usize, word: &str) -> bool {
    let (before, after) = (&text[..at], &text[at + word.len()..]);
    let undone = [
        "撤销", "解除", "取消", "说明", "退还", "返还", "支付", "缴纳", "扣除", "扣",
    ];
    let named = [
        "依据", "理由", "原因", "记录", "决定", "结果", "规则", "通知", "信息",
    ];
    let clause = before.rsplit(['，', ',', '、']).next().unwrap_or(before);
    undone.iter().any(|act| clause.contains(act))
        || named.iter().any(|what| after.starts_with(what))
}

#[cfg(test)]
mod tests {
    use super::{
        Lack, Multiple, asks_punishment, cannot_be_granted, is_report, lack, multiple,
        names_damages, names_sum, punishment,
    };

    #[test]
    fn requests_without_an_act_or_a_sum_are_vague() {
        for text in [
            "请依法处理，给个说法",
            "给我一个满意的答复",
            "尽快解决问题",
            "请主持公道",
            "提供解决方案",
            "请对方负责到底",
        ] {
            assert_eq!(lack(text), Some(Lack::Act), "{text}");
        }
        for text in [
            "合理赔偿",
            "赔偿损失",
            "给予补偿",
            "三日内赔偿",
            "提供合理赔偿",
            "赔我钱",
            "退钱",
            "尽快退款",
        ] {
            assert_eq!(lack(text), Some(Lack::Sum), "{text}");
        }
    }

    #[test]
    fn requests_with_an_act_are_not() {
        for text in [
            "三日内将168元原路退回付款账户",
            "赔偿20元",
            "赔偿一百元",
            "请依法处理，三日内删除我的手机号",
            "退还押金",
            "退还剩余会员费",
            "全额退款",
            "三日内书面答复处理结果",
            "提供发货记录",
            "注销账户",
            "公开致歉",
            "撤销对我账户的处罚",
            "取消自动续费",
            "删除差评处理记录",
            "停止使用我的手机号",
            "假一赔十",
        ] {
            assert_eq!(lack(text), None, "{text}");
        }
    }

    #[test]
    fn sums_are_told_from_days() {
        for text in ["98元", "赔偿5000", "赔偿：5000", "一百块", "9.8元", "¥20"] {
            assert!(names_sum(text), "{text}");
        }
        for text in [
            "3日内赔偿",
            "24小时内",
            "2026-11-20前",
            "赔偿",
            "第一个",
            "当日20:58前",
        ] {
            assert!(!names_sum(text), "{text}");
        }
        assert!(names_damages("赔偿精神损失费5000元和误工费300元"));
        assert!(!names_damages("三日内将168元原路退回付款账户"));
    }

    #[test]
    fn multiples_are_told_apart() {
        assert_eq!(multiple("按照假一赔十赔偿980元"), Some(Multiple::Promised));
        assert_eq!(multiple("假一赔三"), Some(Multiple::Promised));
        assert_eq!(multiple("退一赔三"), Some(Multiple::Threefold));
        assert_eq!(multiple("赔偿十倍"), Some(Multiple::Promised));
        assert_eq!(multiple("赔偿三十元"), None);
    }

    #[test]
    fn punishment_is_what_is_asked_for() {
        for text in [
            "让老板坐牢，关店停业",
            "查处该商家并罚款",
            "请吊销其营业执照",
        ] {
            assert!(punishment(text).is_some(), "{text}");
        }
        for text in [
            "撤销对我账户的处罚",
            "说明处罚依据",
            "退还已扣的罚款",
            "全额退款",
        ] {
            assert_eq!(punishment(text), None, "{text}");
        }
        assert_eq!(cannot_be_granted("让老板坐牢，关店停业"), Some("坐牢"));
        assert_eq!(cannot_be_granted("全额退款，不要求追究刑事责任"), None);
    }

    #[test]
    fn punishment_asked_for_in_passing_is_found() {
        for text in [
            "举报星河公司并要求查处罚款",
            "请市场监管部门对该公司立案查处并罚款",
            "请12315查处并罚款该公司",
            "付款后未到账。希望有关部门严惩这家公司。",
        ] {
            assert!(asks_punishment(text).is_some(), "{text}");
        }
        for text in [
            "该公司2025年已被市场监督管理局处罚",
            "客服称违规店铺会被平台罚款",
            "请说明处罚依据",
            "请撤销对我账户的处罚",
            "商家要求我支付罚款20元",
            "该网站已关停",
            "公示系统载有该公司的行政处罚信息",
            "客服答复：请等待，平台会处罚该店",
        ] {
            assert_eq!(asks_punishment(text), None, "{text}");
        }
        assert!(is_report("举报星河公司不发货"));
        assert!(!is_report("星途手游100元点卡没有发"));
    }
}
