//! Names in a folded text: of instruments of the register, of other laws, and of what is no law.

use super::fold::Sign;
use crate::law::instrument::Instrument;
use crate::law::tables;

/// What a name names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named {
    /// An instrument of the register.
    Known(&'static Instrument),
    /// A law that the register lacks.
    Other,
    /// A word such as 条例 that names no law by itself.
    Kind(&'static str),
    /// A contract, a rule of a shop, or anything else that is no law.
    NoLaw,
}

/// Laws that the register lacks, folded; each ends with the name of one that it has, or is often cited beside them.
const OTHERS: [&str; 22] = [
    "劳动争议调解仲裁法",
    "农村土地承包经营纠纷调解仲裁法",
    "劳动合同法实施条例",
    "劳动合同法",
    "劳动法",
    "保险法",
    "公司法",
    "邮政法",
    "旅游法",
    "食品安全法",
    "产品质量法",
    "数据安全法",
    "反垄断法",
    "行政许可法",
    "国家赔偿法",
    "商业银行法",
    "中国人民银行法",
    "著作权法",
    "商标法",
    "刑法修正案",
    "军事设施保护法",
    "海事诉讼特别程序法",
];

/// What the names of laws end with.
const LAWLIKE: [&str; 11] = [
    "法", "法典", "条例", "办法", "规定", "解释", "决定", "细则", "批复", "意见", "通则",
];

/// What stands before 第n条 where it is an article of no law.
const NO_LAW: [&str; 46] = [
    "合同",
    "合同书",
    "协议",
    "协议书",
    "条款",
    "规则",
    "约定",
    "章程",
    "须知",
    "公告",
    "声明",
    "政策",
    "说明",
    "承诺",
    "承诺书",
    "公约",
    "店规",
    "群规",
    "制度",
    "手册",
    "指南",
    "附件",
    "通知",
    "守则",
    "规范",
    "订单",
    "截图",
    "聊天记录",
    "记录",
    "清单",
    "目录",
    "证据",
    "诉求",
    "请求",
    "事实",
    "理由",
    "投诉书",
    "起诉状",
    "答复",
    "回复",
    "消息",
    "短信",
    "评论",
    "留言",
    "公示",
    "告示",
];

/// Words for a kind of instrument that name none by themselves.
const KINDS: [&str; 12] = [
    "实施条例",
    "条例",
    "司法解释",
    "解释",
    "管理办法",
    "暂行办法",
    "处罚办法",
    "办法",
    "规定",
    "实施细则",
    "细则",
    "本法",
];

/// What stands before a short name where that is only the tail of a longer one: 劳动争议仲裁法, 美国合同法.
const QUALIFIERS: [&str; 18] = [
    "劳动", "劳务", "争议", "调解", "纠纷", "海事", "军事", "涉外", "国际", "跨境", "金融", "德国",
    "法国", "日本", "韩国", "美国", "英国", "台湾",
];

/// The longest name, in signs, that may be such a tail.
const SHORT: usize = 6;

/// Whose rules are no law, whatever they are called: 平台规定, 店铺管理办法.
const MAKERS_OF_NO_LAW: [&str; 26] = [
    "平台",
    "店铺",
    "商家",
    "卖家",
    "店家",
    "公司",
    "网站",
    "本店",
    "小店",
    "店内",
    "小区",
    "物业",
    "学校",
    "群",
    "淘宝",
    "京东",
    "拼多多",
    "抖音",
    "闲鱼",
    "微信",
    "支付宝",
    "美团",
    "对方",
    "客服",
    "双方",
    "官方",
];

/// What ends before the name of a law begins, in running text.
const BEFORE_A_NAME: [&str; 50] = [
    "以及",
    "和",
    "及",
    "与",
    "或",
    "者",
    "根据",
    "依据",
    "依照",
    "按照",
    "参照",
    "参见",
    "遵照",
    "按",
    "依",
    "违反",
    "违背",
    "触犯",
    "适用",
    "援引",
    "引用",
    "符合",
    "属于",
    "见",
    "看",
    "的",
    "了",
    "是",
    "之",
    "即",
    "并",
    "也",
    "在",
    "被",
    "由",
    "我国",
    "中国",
    "中华人民共和国",
    "新",
    "旧",
    "原",
    "现行",
    "国家",
    "最高法",
    "最高院",
    "最高人民法院",
    "国务院",
    "相关",
    "有关",
    "其他",
];

/// What 规定 follows in the name of a law; after other words it is a verb or a noun for what a law says.
const BEFORE_PROVISIONS: [&str; 9] = [
    "管理",
    "若干",
    "暂行",
    "实施",
    "处理",
    "处罚",
    "监督",
    "程序",
    "问题的",
];

/// Signs with which 法 is no law: 办法, 做法, 依法.
const NO_LAW_WITH: &str = "无没方办做说看想用玩违合非手书司执立依";

/// What points at a law that was named before: 该法, 同条例.
const POINTERS: [&str; 8] = ["该", "本", "同", "上述", "前述", "此", "这部", "其"];

/// The longest name that starts at a sign, and how many signs it has. A short one that is the tail of a longer word is
/// another law.
pub(super) fn starting(signs: &[Sign], at: usize) -> Option<(Named, usize)> {
    let (named, length) = longest(&signs[at..])?;
    let before: String = signs[at.saturating_sub(2)..at]
        .iter()
        .map(|sign| sign.char)
        .collect();
    let is_tail = length <= SHORT && QUALIFIERS.contains(&before.as_str());
    Some((if is_tail { Named::Other } else { named }, length))
}

/// The longest name with which some signs begin.
fn longest(signs: &[Sign]) -> Option<(Named, usize)> {
    let first = signs.first()?.char;
    let known = &tables::NAMES;
    let from = known.partition_point(|(name, _)| name.chars().next() < Some(first));
    let known = known
        .iter()
        .skip(from)
        .take_while(|(name, _)| name.starts_with(first))
        .filter(|(_, it)| !it.ambiguous_alias)
        .find_map(|(name, it)| Some((Named::Known(it), matched(signs, name)?)));
    let other = OTHERS
        .iter()
        .filter_map(|name| Some((Named::Other, matched(signs, name)?)))
        .max_by_key(|(_, length)| *length);
    match (known, other) {
        (Some(known), Some(other)) if known.1 >= other.1 => Some(known),
        (known, None) => known,
        (_, other) => other,
    }
}

/// How many signs of a text a name takes, with title marks inside of it passed over.
fn matched(signs: &[Sign], name: &str) -> Option<usize> {
    let mut at = 0;
    for char in name.chars() {
        while at > 0 && signs.get(at).is_some_and(|sign| is_mark(sign.char)) {
            at += 1;
        }
        if signs.get(at)?.char != char {
            return None;
        }
        at += 1;
    }
    // Title marks that were opened inside are closed inside.
    let count = |char| signs[..at].iter().filter(|sign| sign.char == char).count();
    let open = count('《').saturating_sub(count('》'));
    let closed = signs[at..]
        .iter()
        .take(open)
        .take_while(|sign| sign.char == '》')
        .count();
    Some(at + closed)
}

fn is_mark(char: char) -> bool {
    matches!(char, '《' | '》')
}

/// What the text between title marks names.
pub(super) fn titled(title: &[Sign]) -> Named {
    let plain: String = title
        .iter()
        .map(|sign| sign.char)
        .filter(|char| !is_mark(*char) && *char != '\n')
        .collect();
    let bare = plain.replace("中华人民共和国", "");
    let cut = |name: &str| name.split('(').next().unwrap_or(name).to_owned();
    let candidates = [plain.clone(), bare.clone(), cut(&plain), cut(&bare)];
    let known = candidates.iter().find_map(|name| called(name));
    if let Some(it) = known
        .or_else(|| of_the_courts(&plain))
        .or_else(|| part_of(&plain))
    {
        return Named::Known(it);
    }
    if let Some(kind) = KINDS.iter().find(|kind| plain == **kind) {
        return Named::Kind(kind);
    }
    let end = cut(&plain);
    let no_law = NO_LAW.iter().any(|word| end.ends_with(word));
    if !no_law && LAWLIKE.iter().any(|word| end.ends_with(word)) {
        Named::Other
    } else {
        Named::NoLaw
    }
}

/// The interpretation whose title is written without the courts, or with a short word for them: 关于…的规定.
fn of_the_courts(plain: &str) -> Option<&'static Instrument> {
    const COURTS: [&str; 5] = ["", "最高法", "最高院", "最高人民法院", "两高"];
    let at = plain.find("关于")?;
    let (courts, rest) = plain.split_at(at);
    COURTS.contains(&courts).then_some(())?;
    let named = |name: &str| {
        name.strip_suffix(rest)
            .is_some_and(|before| before.starts_with("最高人民法院"))
    };
    tables::NAMES
        .iter()
        .find(|(name, it)| !it.ambiguous_alias && named(name))
        .map(|(_, it)| *it)
}

/// The law of which a title names a book: 民法典·合同编.
fn part_of(plain: &str) -> Option<&'static Instrument> {
    let (name, _) = plain.split_once(['·', '•', '・', '-'])?;
    called(name).or_else(|| called(&name.replace("中华人民共和国", "")))
}

/// The instrument with this folded name.
pub(super) fn called(name: &str) -> Option<&'static Instrument> {
    let first = name.chars().next();
    let from = tables::NAMES.partition_point(|(known, _)| known.chars().next() < first);
    tables::NAMES
        .iter()
        .skip(from)
        .take_while(|(known, _)| known.chars().next() == first)
        .find(|(known, it)| *known == name && !it.ambiguous_alias)
        .map(|(_, it)| *it)
}

/// What stands right before a place that no name is next to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing that matters: the place belongs to the law of the sentence.
    Nothing,
    /// A word for something that is no law.
    NoLaw,
    /// The name of a law that the register lacks, which takes this many signs up to the place.
    Other {
        /// How many signs it has, with what joins it to the place.
        length: usize,
    },
    /// A word such as 条例, of this many signs with what points at a law.
    Kind {
        /// The word.
        word: &'static str,
        /// How many signs it has.
        length: usize,
        /// Whether it points at a law that was named before.
        points: bool,
    },
}

/// The most signs before a place in which its law is looked for.
const REACH: usize = 30;

/// What stands right before a place: `signs` end where it begins.
pub(super) fn before(signs: &[Sign]) -> Before {
    let all: String = signs
        .iter()
        .skip(signs.len().saturating_sub(REACH))
        .map(|sign| sign.char)
        .collect();
    let filler: &[char] = &['的', '中', '之', '里', '”', '“', '"', '\'', '’', '》', ')'];
    let words = all.trim_end_matches(filler);
    let words = ["所规定", "所约定", "约定"]
        .iter()
        .find_map(|verb| {
            words
                .strip_suffix(verb)
                .filter(|rest| ends_with(rest, &NO_LAW))
        })
        .unwrap_or(words);
    if ends_with(words, &NO_LAW) {
        return Before::NoLaw;
    }
    let other = |rest: &str| Before::Other {
        length: all[rest.len() - stem(rest).len()..].chars().count(),
    };
    let Some(word) = KINDS.into_iter().find(|kind| words.ends_with(kind)) else {
        let points = ["该法", "同法", "此法", "上述法律", "该法律"];
        return match points.iter().find(|word| words.ends_with(**word)) {
            Some(word) => Before::Kind {
                word,
                length: word.chars().count(),
                points: true,
            },
            None => match words.strip_suffix('法') {
                Some(rest) if is_name_of_a_law(rest, words) => other(rest),
                _ => Before::Nothing,
            },
        };
    };
    let rest = &words[..words.len() - word.len()];
    let points = word == "本法" || ends_with(rest, &POINTERS);
    if !points && ends_with(rest.trim_end_matches('的'), &MAKERS_OF_NO_LAW) {
        return Before::NoLaw;
    }
    let is_name = word != "规定" || ends_with(rest, &BEFORE_PROVISIONS);
    if !points && is_name && !stem(rest).is_empty() {
        return other(rest);
    }
    Before::Kind {
        word,
        length: word.chars().count(),
        points,
    }
}

/// Whether the word that ends with 法 after `rest` is a law that no name of the register ends.
fn is_name_of_a_law(rest: &str, words: &str) -> bool {
    let known = words
        .char_indices()
        .any(|(at, _)| called(&words[at..]).is_some());
    !known && !stem(rest).is_empty() && !rest.ends_with(|char| NO_LAW_WITH.contains(char))
}

/// The last word of a running text, back to a mark, a number or a word before which no name goes on.
fn stem(text: &str) -> &str {
    let is_word = |char: char| ('\u{4E00}'..='\u{9FFF}').contains(&char);
    let start = text
        .char_indices()
        .rev()
        .find(|(_, char)| !is_word(*char) || matches!(char, '条' | '款' | '项'))
        .map_or(0, |(at, char)| at + char.len_utf8());
    let run = &text[start..];
    let after = BEFORE_A_NAME
        .iter()
        .filter_map(|word| run.rfind(word).map(|at| at + word.len()))
        .max()
        .unwrap_or(0);
    &run[after..]
}

fn ends_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::{OTHERS, called};

    #[test]
    fn other_laws_are_not_in_the_register() {
        for name in OTHERS {
            assert!(called(name).is_none(), "{name}");
        }
    }

    #[test]
    fn names_are_found_by_any_of_their_forms() {
        for (name, id) in [
            ("民法典", "civil-code"),
            ("消保法", "consumer-law"),
            ("最高人民法院关于适用民事诉讼法的解释", "cpl-interpretation"),
            ("合同法解释2", "contract-interpretation-2-2009"),
        ] {
            assert_eq!(called(name).unwrap().id, id);
        }
        assert!(called("条例").is_none());
    }
}
