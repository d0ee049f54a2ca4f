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
                .filter(|(at, word)| !is_denied(text, *at) && !is_part(text, *at, word))
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
    const NEAR: [&str; 10] = [
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
    ];
    const BESIDE: [&str; 3] = ["非", "反", "防"];
    let before = text[..at].trim_end_matches(['“', '「', '"', '\'', '‘']);
    let reach: String = before.chars().rev().take(5).collect();
    let reach: String = reach.chars().rev().collect();
    BESIDE.iter().any(|denial| before.ends_with(denial))
        || NEAR.iter().any(|denial| reach.contains(denial))
}

/// Whether the word is only a part of a longer one that says something else.
fn is_part(text: &str, at: usize, word: &str) -> bool {
    let after = &text[at + word.len()..];
    let starts = |words: &[&str]| words.iter().any(|other| after.starts_with(other));
    match word {
        "故意" | "恶意" => starts(&["与否"]),
        "垃圾" => starts(&["短信", "邮件", "桶", "分类"]),
        "跑路" => starts(&["线"]),
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

    #[test]
    fn plain_statements_are_clean() {
        for text in [
            "付款后10分钟内未到账，2026年11月1日联系客服，客服答复“系统处理中”。",
            "是否构成欺诈由法院认定，本案不主张三倍赔偿。",
            "民警出具受案回执，并非故意拖延。",
            "已拨打96110反诈专线咨询。",
            "收到垃圾短信三条。",
            "要求退还货款168元，逾期将向人民法院起诉。",
        ] {
            assert_eq!(passages(text, false), [], "{text}");
        }
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
