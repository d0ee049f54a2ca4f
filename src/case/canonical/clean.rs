//! Texts without what nobody meant: tabs, control and invisible characters, stand-ins.

use crate::case::fields::{Field, Kind};
use crate::chinese::half_width_number;
use crate::diagnostic::Finding;

/// A cleaned text and what was done to it.
pub(super) struct Cleaned {
    /// The text; empty where nothing was said.
    pub text: String,
    /// What was done.
    pub warnings: Vec<Finding>,
}

/// A text as the program uses it.
pub(super) fn clean(field: &'static Field, text: &str) -> Cleaned {
    let mut warnings = Vec::new();
    let mut text = text.replace('\t', " ");
    let controls = take(&mut text, is_control);
    if !controls.is_empty() {
        warnings.push(Finding::ControlCharacter { chars: controls });
    }
    if !matches!(
        field.kind,
        Kind::Text | Kind::Word(_) | Kind::Section(..) | Kind::Pairs
    ) {
        let chars = take(&mut text, is_invisible);
        if !chars.is_empty() {
            warnings.push(Finding::InvisibleCharacter {
                field: field.name,
                chars,
            });
        }
    }
    let text = if matches!(field.kind, Kind::Number) {
        half_width_number(text.trim())
    } else {
        text.trim().to_owned()
    };
    if is_placeholder(&text) {
        warnings.push(Finding::Placeholder {
            field: field.name,
            text,
        });
        return Cleaned {
            text: String::new(),
            warnings,
        };
    }
    Cleaned { text, warnings }
}

/// Characters that steer a terminal or the direction of writing instead of being read: with them a page shows
/// another text than the one that is stored.
fn is_control(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Takes the characters out of the text and gives them.
fn take(text: &mut String, unwanted: impl Fn(char) -> bool) -> Vec<char> {
    let taken: Vec<char> = text.chars().filter(|&c| unwanted(c)).collect();
    if !taken.is_empty() {
        text.retain(|c| !unwanted(c));
    }
    taken
}

/// Characters without a shape of their own, which pages put into numbers that are copied.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// A stand-in for something that the writer did not know yet.
fn is_placeholder(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "不详",
        "未知",
        "不知道",
        "不清楚",
        "待查",
        "暂无",
        "保密",
        "略",
        "待填",
        "待填写",
        "待补",
        "待补充",
        "待定",
        "TODO",
        "todo",
        "TBD",
        "tbd",
        "N/A",
    ];
    let only = |signs: &[char], least: usize| {
        text.chars().count() >= least && text.chars().all(|c| signs.contains(&c))
    };
    WORDS.contains(&text)
        || only(&['…'], 1)
        || only(&['.', '。', '·'], 2)
        || only(&['x', 'X', '×', 'ｘ', 'Ｘ'], 2)
        || only(&['?', '？'], 1)
        || only(&['_', '-', '—', '－'], 1)
        || only(&['*', '＊'], 1)
        || only(&['某'], 1)
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn tells_stand_ins_from_values() {
        for text in ["…", "……", "...", "xxx", "待填", "TODO", "？", "——"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["", "x", "ABCD-****-1234", "某某公司", "无", "0"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
