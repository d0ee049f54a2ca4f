//! Places as people write them: 第五百零九条第一款, 第496、497条, 第十五条至第十七条, 第16条第1款第（二）项.

use super::fold::Sign;

/// A place in an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The article (条).
    pub article: u16,
    /// The 之n after it.
    pub suffix: Option<u8>,
    /// The paragraph (款).
    pub paragraph: Option<u8>,
    /// The item (项).
    pub item: Option<u8>,
}

/// A place with the signs that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) spot: Spot,
    /// The first of its signs.
    pub(super) start: usize,
    /// The sign after its last one.
    pub(super) end: usize,
}

/// The most articles that a range is spelt out to; of a longer one only the ends count.
const LONGEST_RANGE: u16 = 40;

/// What stands between the members of a list.
const BETWEEN: [char; 11] = [
    '、', ',', '和', '及', '与', '或', '者', '并', '以', '/', '且',
];

/// Reads the places that start at a sign: the first one begins with 第, or, next to the name of a law, with its
/// number. Returns them with the sign after the last; none where there is no place.
pub(super) fn places(signs: &[Sign], at: usize, by_name: bool) -> Option<(Vec<Written>, usize)> {
    let mut cursor = Cursor { signs, at };
    let mut all = cursor.articles(by_name)?;
    cursor.details(&mut all);
    while let Some(next) = cursor.attempt(Cursor::further) {
        all.extend(next);
        cursor.close(&mut all);
        cursor.suffixes(&mut all);
        cursor.details(&mut all);
    }
    let end = cursor.at;
    Some((all, end))
}

struct Cursor<'a> {
    signs: &'a [Sign],
    at: usize,
}

impl Cursor<'_> {
    fn char(&self, ahead: usize) -> Option<char> {
        self.signs.get(self.at + ahead).map(|sign| sign.char)
    }

    fn take(&mut self, char: char) -> bool {
        let is_there = self.char(0) == Some(char);
        self.at += usize::from(is_there);
        is_there
    }

    fn number(&mut self) -> Option<u32> {
        let digits: String = self
            .signs
            .iter()
            .skip(self.at)
            .map(|sign| sign.char)
            .take_while(char::is_ascii_digit)
            .collect();
        let number = digits.parse().ok().filter(|number| *number > 0)?;
        self.at += digits.len();
        Some(number)
    }

    /// Does a step, or stays where it was if the step comes to nothing.
    fn attempt<T>(&mut self, step: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let at = self.at;
        let value = step(self);
        if value.is_none() {
            self.at = at;
        }
        value
    }

    /// Passes what stands between members of a list; whether there was anything.
    fn between(&mut self) -> bool {
        let start = self.at;
        while self.char(0).is_some_and(|char| BETWEEN.contains(&char)) {
            self.at += 1;
        }
        self.at > start
    }

    /// Passes what stands between the ends of a range; whether there was anything.
    fn through(&mut self) -> bool {
        self.take('-') || self.take('至') || self.take('到')
    }

    fn suffix(&mut self) -> Option<u8> {
        self.attempt(|cursor| {
            if !cursor.take('之') {
                return None;
            }
            u8::try_from(cursor.number()?).ok()
        })
    }

    /// Numbers up to the 条 that ends them, and ranges from one 条 to another.
    fn articles(&mut self, by_name: bool) -> Option<Vec<Written>> {
        let start = self.at;
        if !self.take('第') && !by_name {
            return None;
        }
        let mut all = Vec::new();
        self.article(start, &mut all)?;
        loop {
            if self.char(0) == Some('条') {
                self.at += 1;
                break;
            }
            let next = self.attempt(|cursor| {
                let range = cursor.through();
                if !range && !cursor.between() {
                    return None;
                }
                let from = cursor.at;
                cursor.take('第');
                let mut next = Vec::new();
                cursor.article(from, &mut next)?;
                // Only numbers that lead up to a 条 are articles.
                let leads = cursor.char(0).is_some_and(|char| {
                    char == '条' || matches!(char, '-' | '至' | '到') || BETWEEN.contains(&char)
                });
                leads.then_some((range, next))
            });
            match next {
                Some((range, next)) => join(&mut all, &next, range),
                // Next to a name, a number will do: 民法典577, but not 民法典2021年.
                None if by_name && all.len() == 1 && self.ends_a_number(all[0].spot.article) => {
                    return Some(all);
                }
                None => return None,
            }
        }
        self.close(&mut all);
        self.suffixes(&mut all);
        while let Some(next) = self.attempt(|cursor| {
            let range = cursor.through();
            if !range {
                return None;
            }
            let from = cursor.at;
            cursor.take('第');
            let mut next = Vec::new();
            cursor.article(from, &mut next)?;
            cursor.take('条').then_some(next)
        }) {
            join(&mut all, &next, true);
            self.close(&mut all);
        }
        Some(all)
    }

    /// A further article of a list that leaves 第 out: 第二十六条、二十五条, but not 第二十六条，3条消息.
    fn further(&mut self) -> Option<Vec<Written>> {
        if !self.between() {
            return None;
        }
        let mut next = Vec::new();
        self.article(self.at, &mut next)?;
        let ends = self.take('条')
            && self
                .char(0)
                .is_none_or(|char| !char.is_alphanumeric() || "第之规的和及与或以".contains(char));
        ends.then_some(next)
    }

    /// Lets the last article, and those of the range that it ends, stand until here.
    fn close(&self, all: &mut [Written]) {
        let last = all.len().saturating_sub(1);
        for (index, one) in all.iter_mut().enumerate() {
            if index == last || one.end == OPEN {
                one.end = self.at;
            }
        }
    }

    /// One number of an article, with its 之n where that stands before 条.
    fn article(&mut self, start: usize, all: &mut Vec<Written>) -> Option<()> {
        let article = u16::try_from(self.number()?).ok()?;
        let suffix = self.suffix();
        all.push(Written {
            spot: Spot {
                article,
                suffix,
                paragraph: None,
                item: None,
            },
            start,
            end: self.at,
        });
        Some(())
    }

    /// Whether what follows a number without 条 leaves it the number of an article.
    fn ends_a_number(&self, article: u16) -> bool {
        !(1900..2100).contains(&article)
            && self.char(0).is_none_or(|char| {
                matches!(
                    char,
                    ',' | '、'
                        | '。'
                        | ';'
                        | ':'
                        | ')'
                        | '》'
                        | '”'
                        | '\n'
                        | '!'
                        | '?'
                        | '和'
                        | '及'
                        | '与'
                        | '或'
                        | '规'
                        | '的'
                        | '('
                )
            })
    }

    /// 之一 after 条, and more of them: 第二百八十七条之一、之二.
    fn suffixes(&mut self, all: &mut Vec<Written>) {
        let Some(first) = self.suffix() else { return };
        let Some(last) = all.last_mut() else { return };
        last.spot.suffix = Some(first);
        last.end = self.at;
        let mut spot = last.spot;
        while let Some((start, suffix)) = self.attempt(|cursor| {
            cursor.between();
            let start = cursor.at;
            Some((start, cursor.suffix()?))
        }) {
            spot.suffix = Some(suffix);
            all.push(Written {
                spot,
                start,
                end: self.at,
            });
        }
    }

    /// Paragraphs and items of the last article, as many as are listed.
    fn details(&mut self, all: &mut Vec<Written>) {
        let mut first = true;
        while let Some(detail) = self.attempt(|cursor| {
            if !first && !cursor.between() {
                // 第一款第二项: an item may follow its paragraph directly.
                return cursor.detail().filter(|detail| detail.is_item);
            }
            cursor.detail()
        }) {
            detail.add_to(all, first);
            first = false;
        }
    }

    /// One detail with its numbers: 第一款, 第三、四项, 第（二）项, （二）.
    fn detail(&mut self) -> Option<Detail> {
        let start = self.at;
        self.take('第');
        let mut numbers = Vec::new();
        let mut bracketed = false;
        loop {
            let open = self.take('(');
            numbers.push(u8::try_from(self.number()?).ok()?);
            if open && !self.take(')') {
                return None;
            }
            bracketed |= open;
            if self.char(0) == Some('款') && !bracketed {
                self.at += 1;
                return Some(Detail::new(start, self.at, numbers, false));
            }
            if self.take('项') || self.take('目') {
                return Some(Detail::new(start, self.at, numbers, true));
            }
            let next = self.attempt(|cursor| {
                (cursor.between() && {
                    cursor.take('第');
                    cursor.char(0) == Some('(')
                        || cursor.char(0).is_some_and(|c| c.is_ascii_digit())
                })
                .then_some(())
            });
            if next.is_none() {
                let ends = self
                    .char(0)
                    .is_none_or(|char| !char.is_alphanumeric() || char == '的');
                return (bracketed && ends && numbers.len() == 1)
                    .then(|| Detail::new(start, self.at, numbers, true));
            }
        }
    }
}

/// A paragraph or item, or several of them.
struct Detail {
    start: usize,
    end: usize,
    numbers: Vec<u8>,
    is_item: bool,
}

impl Detail {
    const fn new(start: usize, end: usize, numbers: Vec<u8>, is_item: bool) -> Self {
        Self {
            start,
            end,
            numbers,
            is_item,
        }
    }

    /// Puts the numbers into the last place, and beside it those for which there is no room.
    fn add_to(&self, all: &mut Vec<Written>, first: bool) {
        for (index, number) in self.numbers.iter().enumerate() {
            let Some(last) = all.last_mut() else { return };
            let mut spot = last.spot;
            if self.is_item {
                // An item after a paragraph completes it; one after an item stands beside it.
                let completes = spot.item.is_none() && index == 0;
                spot.item = Some(*number);
                if completes {
                    last.spot = spot;
                    last.end = self.end;
                    continue;
                }
            } else {
                spot.item = None;
                spot.paragraph = Some(*number);
                if first && index == 0 {
                    last.spot = spot;
                    last.end = self.end;
                    continue;
                }
            }
            all.push(Written {
                spot,
                start: self.start,
                end: self.end,
            });
        }
    }
}

/// The end of an article within a range, until that of the range is known.
const OPEN: usize = usize::MAX;

/// Adds the next article of a list, or those up to the end of a range.
fn join(all: &mut Vec<Written>, next: &[Written], range: bool) {
    let from = all.last().map(|last| (last.spot.article, last.start));
    if let (true, Some((from, start)), Some(end)) = (range, from, next.first()) {
        let to = end.spot.article;
        if from < to && to - from <= LONGEST_RANGE {
            all.extend((from + 1..to).map(|article| Written {
                spot: Spot {
                    article,
                    suffix: None,
                    paragraph: None,
                    item: None,
                },
                start,
                end: OPEN,
            }));
        }
    }
    all.extend_from_slice(next);
}
