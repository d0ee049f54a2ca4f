//! The citations in a text: names of laws with the places in them.

use std::ops::Range;

use super::fold::Sign;
use super::names::{self, Before, Named};
use super::places::{Spot, Written, places};
use crate::law::instrument::Instrument;

/// A citation, in signs of the folded text.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    /// The signs of the name and the place, or of the place alone where the name stands earlier in the sentence.
    pub(super) signs: Range<usize>,
    /// The law.
    pub(super) law: Law,
    /// The place in it; none where only the law is named.
    pub(super) spot: Option<Spot>,
}

/// The law that a citation names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Law {
    /// An instrument of the register, with the year that stands behind its name in brackets.
    Known(&'static Instrument, Option<u16>),
    /// A law that the register lacks.
    Other,
    /// A word such as 条例, which names none.
    Ambiguous(&'static str),
}

/// What can be said of names while reading on.
#[derive(Debug, Clone, Copy)]
enum Current {
    None,
    Law(Law),
    NoLaw,
}

/// Goes through a text and remembers the law that its sentence speaks of.
struct Reader<'a> {
    signs: &'a [Sign],
    all: Vec<Cited>,
    others: Vec<Range<usize>>,
    current: Current,
    /// The last law that was named, in whichever sentence.
    last: Option<Law>,
    /// Where the last name stands, and the sign after it and its brackets.
    name: Option<(Range<usize>, usize)>,
    /// The last name as a citation of its own, until a place is found for it.
    unplaced: Option<Cited>,
}

/// Every citation of a folded text, and the names in it of laws that the register lacks.
pub(super) fn citations(signs: &[Sign]) -> (Vec<Cited>, Vec<Range<usize>>) {
    let mut reader = Reader {
        signs,
        all: Vec::new(),
        others: Vec::new(),
        current: Current::None,
        last: None,
        name: None,
        unplaced: None,
    };
    let mut at = 0;
    while at < signs.len() {
        at = reader.step(at);
    }
    reader.settle();
    reader
        .all
        .sort_by_key(|one| (one.signs.start, one.signs.end));
    (reader.all, reader.others)
}

/// Whether a sentence ends with a sign.
pub(super) const fn ends_sentence(char: char) -> bool {
    matches!(char, '。' | '!' | '?' | ';' | '\n')
}

impl Reader<'_> {
    fn char(&self, at: usize) -> Option<char> {
        self.signs.get(at).map(|sign| sign.char)
    }

    /// Reads what starts at a sign, and returns the sign to go on with.
    fn step(&mut self, at: usize) -> usize {
        let Some(char) = self.char(at) else {
            return at + 1;
        };
        if ends_sentence(char) {
            return self.pause(at, char);
        }
        if char == '《'
            && let Some(close) = self.close(at)
        {
            let named = names::titled(&self.signs[at + 1..close]);
            return self.named(named, at..close + 1);
        }
        if let Some((named, length)) = names::starting(self.signs, at) {
            return self.named(named, at..at + length);
        }
        if char == '第'
            && let Some((written, end)) = places(self.signs, at, false)
        {
            self.placed(&written, at, end);
            return end;
        }
        at + 1
    }

    /// Ends a sentence; a line that breaks between a name and its place does not.
    fn pause(&mut self, at: usize, char: char) -> usize {
        if char == '\n'
            && let Some((_, end)) = &mut self.name
            && *end == at
        {
            *end = at + 1;
            return at + 1;
        }
        self.settle();
        self.current = Current::None;
        self.name = None;
        at + 1
    }

    /// The sign of the title mark that closes the one here.
    fn close(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (at, sign) in self.signs.iter().enumerate().skip(open).take(100) {
            match sign.char {
                '《' => depth += 1,
                '》' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Some(at);
                    }
                }
                '。' | ';' | '!' => return None,
                _ => {}
            }
        }
        None
    }

    /// Takes in a name, with the brackets and the number behind it.
    fn named(&mut self, named: Named, range: Range<usize>) -> usize {
        self.settle();
        let (year, mut end) = self.brackets(self.book(range.end));
        let law = match named {
            Named::Known(it) => Law::Known(it, year.or_else(|| self.year_in(&range))),
            Named::Other => Law::Other,
            Named::Kind(word) => self.meant(word, false).unwrap_or(Law::Ambiguous(word)),
            Named::NoLaw => {
                self.current = Current::NoLaw;
                self.name = Some((range, end));
                return end;
            }
        };
        if let Law::Other = law {
            self.others.push(range.clone());
        }
        self.current = Current::Law(law);
        self.last = Some(law);
        self.name = Some((range.clone(), end));
        self.unplaced = Some(Cited {
            signs: range,
            law,
            spot: None,
        });
        if self.char(end).is_some_and(|char| char.is_ascii_digit())
            && let Some((written, after)) = places(self.signs, end, true)
        {
            self.placed(&written, end, after);
            end = after;
        }
        end
    }

    /// Passes the name of a book behind that of the law: 民法典·合同编.
    fn book(&self, at: usize) -> usize {
        if !matches!(self.char(at), Some('·' | '•' | '・')) {
            return at;
        }
        let length = (2..10).find(|length| self.char(at + length) == Some('编'));
        length.map_or(at, |length| at + length + 1)
    }

    /// Passes a remark in brackets behind a name, and finds the year in it: （2013修正）, （以下简称民法典）.
    fn brackets(&self, at: usize) -> (Option<u16>, usize) {
        if self.char(at) != Some('(') {
            return (None, at);
        }
        let inside: Vec<char> = self
            .signs
            .iter()
            .skip(at + 1)
            .map(|sign| sign.char)
            .take(40)
            .take_while(|char| *char != ')' && !ends_sentence(*char))
            .collect();
        let text: String = inside.iter().collect();
        let closed = self.char(at + 1 + inside.len()) == Some(')');
        if !closed || text.contains('条') || text.contains('款') || is_short_number(&text) {
            return (None, at);
        }
        (year(&text), at + inside.len() + 2)
    }

    fn year_in(&self, range: &Range<usize>) -> Option<u16> {
        let name: String = self.signs[range.clone()]
            .iter()
            .map(|sign| sign.char)
            .collect();
        year(name.split_once('(')?.1)
    }

    /// Takes in places: those of the law next to them, of one that a word right before them means, or of the sentence.
    fn placed(&mut self, written: &[Written], at: usize, end: usize) {
        let adjacent = self.name.as_ref().filter(|(_, after)| *after == at);
        let mut start = adjacent.map(|(name, _)| name.start);
        if start.is_none() {
            if self.counts_messages(end) {
                return;
            }
            match names::before(&self.signs[..at]) {
                Before::Nothing => {}
                Before::NoLaw => self.current = Current::NoLaw,
                Before::Other { length } => {
                    self.settle();
                    let from = at.saturating_sub(length);
                    self.others.push(from..at);
                    self.current = Current::Law(Law::Other);
                    self.last = Some(Law::Other);
                    start = Some(from);
                }
                Before::Kind {
                    word,
                    length,
                    points,
                } => {
                    if let Some(law) = self.meant(word, points) {
                        self.current = Current::Law(law);
                    } else {
                        self.settle();
                        self.current = Current::Law(Law::Ambiguous(word));
                        start = Some(at.saturating_sub(length));
                    }
                }
            }
        }
        let Current::Law(law) = self.current else {
            return;
        };
        self.unplaced = None;
        for (index, one) in written.iter().enumerate() {
            let from = start.filter(|_| index == 0).unwrap_or(one.start);
            self.all.push(Cited {
                signs: from..one.end,
                law,
                spot: Some(one.spot),
            });
        }
    }

    /// The law that a word such as 条例 means here: the one that it points at, the one of the sentence whose name ends
    /// so, or the 实施条例 of that one.
    fn meant(&self, word: &'static str, points: bool) -> Option<Law> {
        let law = match self.current {
            Current::Law(law) => law,
            _ if points => return self.last,
            _ => return None,
        };
        if points || word == "规定" {
            return Some(law);
        }
        match law {
            Law::Known(it, _) if it.title.ends_with(word) => Some(law),
            Law::Known(it, _) => {
                let name = it.title.replace("中华人民共和国", "") + word;
                names::called(&name).map(|it| Law::Known(it, None))
            }
            Law::Other => None,
            Law::Ambiguous(other) => (other == word).then_some(law),
        }
    }

    /// Whether 第n条 counts messages, and not articles.
    fn counts_messages(&self, end: usize) -> bool {
        const COUNTED: [&str; 20] = [
            "消息", "短信", "信息", "聊天", "记录", "评论", "留言", "回复", "微信", "语音", "证据",
            "录音", "视频", "链接", "动态", "差评", "评价", "线索", "诉求", "请求",
        ];
        let next: String = self
            .signs
            .iter()
            .skip(end)
            .take(2)
            .map(|sign| sign.char)
            .collect();
        COUNTED.contains(&next.as_str())
    }

    /// Keeps the last name as a citation of its own, if no place was found for it.
    fn settle(&mut self) {
        self.all.extend(self.unplaced.take());
    }
}

fn is_short_number(text: &str) -> bool {
    text.len() <= 3 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first year in a text.
fn year(text: &str) -> Option<u16> {
    text.split(|char: char| !char.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .find_map(|digits| digits.parse().ok())
        .filter(|year| (1949..2100).contains(year))
}
