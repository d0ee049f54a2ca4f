//! Words that harm a filing, and what to write instead.
//!
//! A statement with insults or attacks on persons is sent back by the court until it is corrected
//! (《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二百一十条); other offices read it with less trust.
//! In: a text in the writer's own words. Out: what in it to change, with a neutral way to say it.

mod words;

use std::ops::Range;

use words::WORDS;

/// Why a word harms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harm {
    /// It insults or attacks a person.
    Insult,
    /// It threatens.
    Threat,
    /// It accuses of a crime or of fraud that nothing in the case shows.
    Accusation,
    /// It vents a feeling.
    Emotion,
    /// It guesses at what the other side wanted.
    Motive,
}

/// A row of the table: one way to harm, and what to write instead.
#[derive(Debug)]
struct Row {
    harm: Harm,
    words: &'static [&'static str],
    instead_zh: &'static str,
    instead_en: &'static str,
}

/// A harmful passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Why it harms.
    pub harm: Harm,
    /// What to write instead, in Chinese.
    pub instead_zh: &'static str,
    /// What to write instead, in English.
    pub instead_en: &'static str,
}

/// The harmful passages of a text, in order; of two that overlap the longer one.
///
/// `accuses` tells whether the case itself says that it is about a deception or a seller that vanished, so that such
/// words are its subject and no slip.
pub fn passages(text: &str, accuses: bool) -> Vec<Passage> {
    let mut found: Vec<Passage> = WORDS
        .iter()
        .filter(|row| !(accuses && row.harm == Harm::Accusation))
        .flat_map(|row| {
            let of_word = move |word: &'static str| text.match_indices(word);
            row.words
                .iter()
                .flat_map(move |word| of_word(word))
                .filter(|(at, word)| {
                    let told = is_reported(text, *at)
                        || row.harm == Harm::Accusation && is_before_police(text, *at);
                    !told && !is_denied(text, *at) && !is_part(text, *at, word)
                })
                .map(|(at, word)| passage(at..at + word.len(), row))
        })
        .chain(shouts(text))
        .collect();
    found.sort_by_key(|one| (one.at.start, usize::MAX - one.at.len()));
    let mut end = 0;
    found.retain(|one| {
        let stays = one.at.start >= end;
        end = end.max(one.at.end);
        stays
    });
    found
}

fn passage(at: Range<usize>, row: &Row) -> Passage {
    Passage {
        at,
        harm: row.harm,
        instead_zh: row.instead_zh,
        instead_en: row.instead_en,
    }
}

/// Whether the word is denied or asked about: 并非故意, 是否构成欺诈, 不能认定为诈骗.
fn is_denied(text: &str, at: usize) -> bool {
    const NEAR: [&str; 14] = [
        "并非",
        "不是",
        "不构成",
        "没有",
        "未必",
        "是否",
        "不能",
        "不认为",
        "不属于",
        "不涉及",
        "防范",
        "预防",
        "防电信",
        "反电信",
    ];
    const BESIDE: [&str; 3] = ["非", "反", "防"];
    let before = text[..at].trim_end_matches(OPENING);
    let reach: String = before.chars().rev().take(5).collect();
    let reach: String = reach.chars().rev().collect();
    BESIDE.iter().any(|denial| before.ends_with(denial))
        || NEAR.iter().any(|denial| reach.contains(denial))
}

const OPENING: [char; 5] = ['“', '「', '"', '\'', '‘'];

/// Whether somebody else said the word and the writer only tells it: 客服称我恶意退款, 页面提示涉嫌诈骗.
///
/// The saying stands before the word in the same clause, or right before the quotation that holds it.
fn is_reported(text: &str, at: usize) -> bool {
    const SAYING: [&str; 10] = [
        "称", "表示", "提示", "答复", "回复", "告知", "通报", "认定", "标记", "提醒",
    ];
    // 聊天记录显示对方恶意拖延 is the writer's reading of it; what a page shows is told in quotation marks.
    const SHOWING: [&str; 3] = ["显示", "载明", "写明"];
    const WRITER: [&str; 5] = ["我", "本人", "投诉人", "原告", "咱"];
    let before = &text[..at];
    // Inside a quotation that is still open, the saying stands in front of it.
    let opened = before
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '“' | '「' | '”' | '」'))
        .filter(|(_, c)| matches!(c, '“' | '「'));
    let before = opened.map_or(before, |(quote, _)| {
        before[..quote].trim_end_matches(['：', ':', '，'])
    });
    let clause = before
        .rsplit(['，', ',', '；', ';', '。', '！', '!', '？', '?', '\n'])
        .next()
        .unwrap_or(before);
    let showing = opened.map_or(&SHOWING[..0], |_| &SHOWING);
    SAYING.iter().chain(showing).any(|saying| {
        clause.rfind(saying).is_some_and(|said| {
            let by = clause[..said].trim_end_matches(['已', '曾', '又', '再']);
            let far = clause[said..].chars().count() > 16;
            !far && !WRITER.iter().any(|writer| by.ends_with(writer))
        })
    })
}

/// Whether an accusation is what the police or a warning service deals with: 公安机关以涉嫌诈骗立案.
fn is_before_police(text: &str, at: usize) -> bool {
    const WORDS: [&str; 8] = [
        "立案",
        "受案",
        "侦查",
        "预警",
        "反诈",
        "已报案",
        "已报警",
        "报警回执",
    ];
    let ends = ['。', '；', ';', '！', '!', '？', '?', '\n'];
    let start = text[..at].rfind(ends).map_or(0, |end| end);
    let end = text[at..].find(ends).map_or(text.len(), |end| at + end);
    WORDS.iter().any(|word| text[start..end].contains(word))
}

/// Whether the word is only a part of a longer one that says something else.
fn is_part(text: &str, at: usize, word: &str) -> bool {
    let (before, after) = (&text[..at], &text[at + word.len()..]);
    let starts = |words: &[&str]| words.iter().any(|other| after.starts_with(other));
    let ends = |words: &[&str]| words.iter().any(|other| before.ends_with(other));
    match word {
        "故意" | "恶意" => starts(&["与否", "以外"]) || starts(&["软件", "程序", "网址"]),
        "垃圾" => starts(&["短信", "邮件", "桶", "分类", "信息", "箱"]),
        "跑路" => starts(&["线"]),
        "崩溃" => ends(&[
            "程序",
            "系统",
            "应用",
            "App",
            "APP",
            "页面",
            "游戏",
            "客户端",
            "软件",
        ]),
        "套路" => starts(&["贷"]),
        "王八" => starts(&["山", "茶"]),
        "无赖" => ends(&["无"]),
        "救救" => starts(&["助"]),
        "串通" | "勾结" => ends(&["未", "无"]),
        "偷走" | "盗窃" => ends(&["防"]),
        _ => false,
    }
}

/// Two and more exclamation or question marks in a row.
fn shouts(text: &str) -> Vec<Passage> {
    let is_mark = |c: char| matches!(c, '!' | '！' | '?' | '？');
    let mut found = Vec::new();
    let mut run: Option<Range<usize>> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_mark(c) {
            let end = at + c.len_utf8();
            run = Some(run.map_or(at..end, |run| run.start..end));
        } else if let Some(at) = run.take()
            && text[at.clone()].chars().count() > 1
        {
            found.push(Passage {
                at,
                harm: Harm::Emotion,
                instead_zh: "用一个句号",
                instead_en: "one full stop",
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words::WORDS;
    use super::{Harm, passages};

    #[test]
    fn every_word_is_found_and_nothing_stands_twice() {
        let mut all = Vec::new();
        for row in WORDS {
            for word in row.words {
                let text = format!("对方{word}，至今未处理。");
                let found = passages(&text, false);
                assert!(
                    found.iter().any(|one| text[one.at.clone()].contains(word)),
                    "{word}"
                );
                all.push(*word);
            }
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    /// What real complainants write, and should not.
    const HARMFUL: [&str; 50] = [
        "退款98元，不然我找媒体曝光你们",
        "再不退我就去你们公司拉横幅闹事",
        "傻逼商家赶紧退钱",
        "该商家明知无货仍收款，用心险恶",
        "我要让你们身败名裂",
        "你们太坑了，良心被狗吃了",
        "报警抓你们",
        "你们这帮骗子",
        "再不退我就弄死你们",
        "限三天退款，否则后果自负",
        "你们等着，这事没完",
        "不退钱就等着坐牢吧",
        "我知道你家地址",
        "不给钱我就堵门",
        "我会天天投诉到你们关门为止，让你们混不下去",
        "不退就刷差评",
        "发到网上曝光，让全网都知道",
        "奸商不得好死，死全家",
        "客服就是个智障",
        "脑残规则",
        "一群强盗，公开抢钱",
        "客服满嘴谎话，睁眼说瞎话",
        "糊弄消费者，店大欺客",
        "卖家装死不回消息",
        "平台和卖家串通一气",
        "这就是一个骗局",
        "把我的钱私吞了",
        "这是赤裸裸的抢劫",
        "非法占有我的财产",
        "商家的行为已经是违法犯罪",
        "就是想拖到我放弃",
        "商家有意拖延，想赖账",
        "居心叵测，蓄谋已久",
        "平台企图蒙混过关",
        "害得我彻夜难眠",
        "我对贵平台失望透顶",
        "商家无法无天，气焰嚣张",
        "罄竹难书，人神共愤",
        "跪求领导救救我",
        "联系了无数次都没用",
        "差点害我倾家荡产",
        "真是恶劣至极",
        "我气死了",
        "呵呵，这就是你们的服务",
        "请青天大老爷做主",
        "套路消费者",
        "老赖公司欠钱不还",
        "说系统崩溃是鬼话",
        "我告诉客服他们就是诈骗",
        "我提醒他们这是欺诈",
    ];

    /// Sentences with words that could be mistaken.
    const NEUTRAL: [&str; 47] = [
        "付款后10分钟内未到账，2026年11月1日联系客服，客服答复“系统处理中”。",
        "是否构成欺诈由法院认定，本案不主张三倍赔偿。",
        "民警出具受案回执，并非故意拖延。",
        "已拨打96110反诈专线咨询。",
        "收到垃圾短信三条。",
        "要求退还货款168元，逾期将向人民法院起诉。",
        "国家反诈中心提示该账号涉嫌诈骗",
        "支付宝提示对方账户存在诈骗风险",
        "公安机关以涉嫌诈骗立案，出具立案告知书",
        "客服称我恶意退款，拒绝处理",
        "客服回复“你才是骗子”后结束会话",
        "商家答复：买家故意使用了卡密",
        "页面显示“该号码被标记为诈骗电话”",
        "平台认定我恶意投诉，关闭工单",
        "客服表示系统崩溃，次日恢复",
        "充值时游戏崩溃，重新登录后余额为0",
        "请提供发货凭证，是否存在故意以外的技术原因",
        "客服称系统故障，请核实订单垃圾信息",
        "请说明是否涉嫌诈骗",
        "手机提示安装了恶意软件",
        "宣传单为预防电信网络诈骗的内容",
        "依据反电信网络诈骗法作了说明",
        "卡密页显示“已被使用”，使用时间早于购买时间",
        "商家没有欺骗的意思，只是发错了商品",
        "本案不涉及欺诈",
        "双方未串通，付款系本人操作",
        "孩子用他妈妈的手机付款648元",
        "2026年11月3日第一次申请退款，客服未答复",
        "11月3日至11月9日共联系客服5次，均未解决",
        "请于3日内原路退还98元",
        "逾期未退款的，将依法向有关部门投诉或者向人民法院起诉",
        "订单页显示交易成功，账户余额没有变化",
        "商家承诺假一赔十",
        "我已报警，派出所出具报警回执，登记事由为诈骗",
        "客服要求补交手续费后才能提现",
        "该网站自11月10日起无法打开",
        "卖家账号已注销，电话停机",
        "商品页写明秒到账，实际等待48小时",
        "收到的卡密少一位，无法兑换",
        "支付账单显示收款方为锦塘市北渡商贸有限公司",
        "对方答复以工单结果为准",
        "请补发2张有效卡密",
        "购买的是游戏《强袭者》点卡100元",
        "系统自动扣款两次，每次96元",
        "请书面说明扣款依据",
        "电话中客服打断我的陈述后挂断",
        "在平台找到你家店铺后下单",
    ];

    #[test]
    fn harmful_sentences_are_found() {
        for text in HARMFUL {
            assert_ne!(passages(text, false), [], "{text}");
        }
    }

    #[test]
    fn plain_statements_are_clean() {
        for text in NEUTRAL {
            assert_eq!(passages(text, false), [], "{text}");
        }
    }

    #[test]
    fn only_the_words_of_others_are_told() {
        assert_eq!(passages("客服称我是骗子", false), []);
        assert_eq!(passages("我称客服是骗子", false).len(), 1);
        assert_eq!(passages("聊天记录显示商家恶意拖延", false).len(), 1);
        // What stands after the words of the other side is the writer's again.
        assert_eq!(passages("客服答复“不退”，你们这帮骗子", false).len(), 1);
        assert_eq!(passages("客服答复很慢，无良商家", false).len(), 1);
    }

    #[test]
    fn what_the_case_is_about_may_be_said() {
        let text = "商家失联，疑似诈骗。";
        assert_eq!(passages(text, false).len(), 1);
        assert_eq!(passages(text, true), []);
        assert_eq!(passages("骗子！！", true).len(), 2);
    }

    #[test]
    fn the_longer_of_two_goes_first() {
        let found = passages("无良奸商", false);
        assert_eq!(found.len(), 2);
        let found = passages("卷款跑路", false);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].harm, Harm::Accusation);
    }

    proptest! {
        #[test]
        fn passages_lie_in_the_text(text in "[骗子奸商故意！!?？不是a-z。 “”]{0,40}") {
            let mut end = 0;
            for one in passages(&text, false) {
                prop_assert!(text.get(one.at.clone()).is_some());
                prop_assert!(one.at.start >= end);
                end = one.at.end;
            }
        }
    }
}
