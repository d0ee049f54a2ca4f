//! A light look at the lines before the parser: full-width colons, colons without a space, tabs in indentation.
//!
//! Each is reported where it stands, and the parser is given a text in which it is put right, so that one slip of
//! the input method does not hide everything after it.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place, SyntaxHint};

/// The text for the parser, and the way back to the text as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Repaired {
    /// The text with the slips put right.
    pub text: String,
    /// What is still open at the end, and where it was opened: a quotation mark, else the outermost bracket.
    pub open: Option<(SyntaxHint, usize)>,
    edits: Vec<Shift>,
}

/// From where on the two texts are how far apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shift {
    repaired: usize,
    original: usize,
}

impl Repaired {
    /// The byte of the written text that a byte of the repaired text stands for.
    pub(super) fn original(&self, at: usize) -> usize {
        let before = self.edits.partition_point(|edit| edit.repaired <= at);
        match before.checked_sub(1).and_then(|last| self.edits.get(last)) {
            Some(edit) => edit.original + (at - edit.repaired),
            None => at,
        }
    }
}

/// The most slips that are reported; a file with more has not been written by hand.
const MOST_REPORTED: usize = 500;
/// The longest key, in bytes, that is looked for.
const LONGEST_KEY: usize = 120;

/// A colon that has to become `: `.
struct Slip {
    /// The colon and the spaces after it.
    colon: Range<usize>,
    full_width: bool,
}

/// Finds the slips, reports them and puts them right.
pub(super) fn repair(
    text: &str,
    is_key: &dyn Fn(Option<&str>, &str) -> bool,
    found: &mut Diagnostics,
) -> Repaired {
    let mut scan = Scan::new(is_key);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        scan.line(start, line.trim_end_matches('\n'));
        start += line.len();
    }
    let bracket = scan
        .flow
        .first()
        .map(|bracket| (SyntaxHint::Bracket, bracket.at));
    let open = scan
        .quote
        .map(|_| (SyntaxHint::Quote, scan.quote_at))
        .or(bracket);
    for tab in scan.tabs {
        found.push(Diagnostic::error(Finding::TabIndentation).at(Place::Bytes(tab)));
    }
    report(text, &scan.slips, found);
    apply(text, &scan.slips, open)
}

fn report(text: &str, slips: &[Slip], found: &mut Diagnostics) {
    for slip in slips.iter().take(MOST_REPORTED) {
        let start = text[..slip.colon.start]
            .rfind('\n')
            .map_or(0, |end| end + 1);
        let end = text[slip.colon.start..]
            .find('\n')
            .map_or(text.len(), |length| slip.colon.start + length);
        let mut repair = String::new();
        let mut from = start;
        let first = slips.partition_point(|other| other.colon.start < start);
        for other in slips[first..]
            .iter()
            .take_while(|other| other.colon.start < end)
        {
            repair.push_str(&text[from..other.colon.start]);
            repair.push_str(": ");
            from = other.colon.end;
        }
        repair.push_str(&text[from..end]);
        let repair = short(&repair);
        let (finding, length) = if slip.full_width {
            (
                Finding::FullWidthColon {
                    line: short(&text[start..end]),
                    repair,
                },
                '：'.len_utf8(),
            )
        } else {
            (Finding::ColonWithoutSpace { repair }, 1)
        };
        let place = slip.colon.start..slip.colon.start + length;
        found.push(Diagnostic::error(finding).at(Place::Bytes(place)));
    }
}

/// A line for a message.
fn short(line: &str) -> String {
    const MOST: usize = 60;
    let line = line.trim();
    let mut start: String = line.chars().take(MOST).collect();
    if start.len() < line.len() {
        start.push('…');
    }
    start.trim_end().to_owned()
}

fn apply(text: &str, slips: &[Slip], open: Option<(SyntaxHint, usize)>) -> Repaired {
    let mut out = String::with_capacity(text.len() + slips.len());
    let mut edits = Vec::with_capacity(slips.len());
    let mut from = 0;
    for slip in slips {
        out.push_str(&text[from..slip.colon.start]);
        out.push_str(": ");
        from = slip.colon.end;
        // Both bytes of `: ` must lead to the edge of a character.
        edits.push(Shift {
            repaired: out.len() - 1,
            original: from,
        });
        edits.push(Shift {
            repaired: out.len(),
            original: from,
        });
    }
    out.push_str(&text[from..]);
    // A tab is one byte, as the space is that stands for it.
    Repaired {
        text: out.replace('\t', " "),
        open,
        edits,
    }
}

/// A key that lines further to the right belong to.
struct Parent {
    indent: usize,
    key: Option<String>,
    /// Whether a text follows on the same line, which lines further to the right then continue.
    text: bool,
}

/// An open bracket and the key before it.
struct Bracket {
    map: bool,
    key: Option<String>,
    at: usize,
}

/// Where the look at the lines has come to.
struct Scan<'k> {
    is_key: &'k dyn Fn(Option<&str>, &str) -> bool,
    slips: Vec<Slip>,
    tabs: Vec<Range<usize>>,
    quote: Option<char>,
    quote_at: usize,
    flow: Vec<Bracket>,
    block: Option<usize>,
    parents: Vec<Parent>,
    /// Whether the next thing inside of `{}` is a key.
    expects_key: bool,
    /// The last key inside of `{}`.
    last_key: Option<String>,
}

impl<'k> Scan<'k> {
    fn new(is_key: &'k dyn Fn(Option<&str>, &str) -> bool) -> Self {
        Self {
            is_key,
            slips: Vec::new(),
            tabs: Vec::new(),
            quote: None,
            quote_at: 0,
            flow: Vec::new(),
            block: None,
            parents: Vec::new(),
            expects_key: false,
            last_key: None,
        }
    }

    fn line(&mut self, start: usize, line: &str) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let content = &line[indent..];
        if self.quote.is_some() || !self.flow.is_empty() {
            self.inside(start, line);
            return;
        }
        if let Some(block) = self.block {
            if content.is_empty() || indent > block {
                return;
            }
            self.block = None;
        }
        if content.is_empty() || content.starts_with('#') {
            return;
        }
        if let Some(tab) = line[..indent].find('\t') {
            self.tabs.push(start + tab..start + indent);
        }
        if indent == 0 && (content == "---" || content == "...") {
            self.parents.clear();
            return;
        }
        self.content(start, line, indent);
    }

    /// The part of a line after its indentation: list markers, then a key or a text.
    fn content(&mut self, start: usize, line: &str, dash: usize) {
        let is_item = line[dash..].starts_with("- ");
        self.parents.retain(|parent| {
            parent.indent < dash || (parent.indent == dash && is_item && !parent.text)
        });
        if self.parents.last().is_some_and(|parent| parent.text) {
            return;
        }
        let mut indent = dash;
        while let Some(rest) = line[indent..].strip_prefix("- ") {
            indent += 2 + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
        }
        let rest = &line[indent..];
        if rest.starts_with(['"', '\'', '{', '[']) {
            self.inside(start + indent, rest);
        } else if rest.starts_with(['|', '>']) {
            self.block = Some(dash);
        } else if let Some((key, colon, is_slip)) = self.key(rest) {
            let after = if is_slip {
                self.slip(start + indent, rest, colon)
            } else {
                colon + 1
            };
            let key = key.to_owned();
            self.value(start, line, indent, indent + after, key);
        } else {
            self.parents.push(Parent {
                indent: dash,
                key: None,
                text: true,
            });
        }
    }

    /// What follows a key on its line, from byte `after`.
    fn value(&mut self, start: usize, line: &str, indent: usize, after: usize, key: String) {
        let value = without_properties(line[after..].trim_start());
        let from = line.len() - value.len();
        let is_text =
            !(value.is_empty() || value.starts_with(['"', '\'', '{', '[', '|', '>', '#', '*']));
        // The lines under `- key:` stand where the key stands.
        self.parents.retain(|parent| parent.indent < indent);
        self.parents.push(Parent {
            indent,
            key: Some(key),
            text: is_text,
        });
        if value.starts_with(['|', '>']) {
            self.block = Some(indent);
        } else if !is_text {
            self.inside(start + from, value);
        }
    }

    /// The key at the start of a text, the place of its colon, and whether the colon is a slip.
    fn key<'l>(&self, rest: &'l str) -> Option<(&'l str, usize, bool)> {
        let parent = self.parents.last().and_then(|parent| parent.key.as_deref());
        key_of(self.is_key, parent, rest, |_| true)
    }

    /// Records a slip and gives the place after it.
    fn slip(&mut self, start: usize, rest: &str, colon: usize) -> usize {
        let full_width = rest[colon..].starts_with('：');
        let after = colon + if full_width { '：'.len_utf8() } else { 1 };
        let spaces = rest[after..].len()
            - rest[after..]
                .trim_start_matches([' ', '\t', '\u{3000}'])
                .len();
        self.slips.push(Slip {
            colon: start + colon..start + after + spaces,
            full_width,
        });
        after + spaces
    }

    /// A stretch of a line that begins inside of quotation marks or brackets, or opens them.
    fn inside(&mut self, start: usize, line: &str) {
        let mut at = 0;
        let mut before = None;
        while let Some(c) = line[at..].chars().next() {
            let next = at + c.len_utf8();
            if let Some(quote) = self.quote {
                at = self.quoted(quote, c, line, next);
                before = Some(c);
                continue;
            }
            if c == '#'
                && line[..at]
                    .chars()
                    .next_back()
                    .is_none_or(char::is_whitespace)
            {
                return;
            }
            if c.is_whitespace() {
                at = next;
                continue;
            }
            if std::mem::take(&mut self.expects_key)
                && let Some(after) = self.flow_key(start, line, at)
            {
                at = after;
                before = Some(':');
                continue;
            }
            at = next;
            match c {
                '"' | '\'' if matches!(before, None | Some('{' | '[' | ',' | ':')) => {
                    self.quote = Some(c);
                    self.quote_at = start + next - 1;
                }
                '{' | '[' => self.open(c == '{', start + next - 1),
                ',' => {
                    self.last_key = None;
                    self.expects_key = self.flow.last().is_some_and(|bracket| bracket.map);
                }
                '}' | ']' => {
                    self.last_key = None;
                    self.flow.pop();
                }
                _ => {}
            }
            before = Some(c);
        }
    }

    /// One character inside of quotation marks; gives the place of the next.
    fn quoted(&mut self, quote: char, c: char, line: &str, next: usize) -> usize {
        if c == '\\' && quote == '"' {
            return next + line[next..].chars().next().map_or(0, char::len_utf8);
        }
        if c == quote && quote == '\'' && line[next..].starts_with('\'') {
            return next + 1;
        }
        if c == quote {
            self.quote = None;
        }
        next
    }

    fn open(&mut self, map: bool, at: usize) {
        let last = self.last_key.take();
        let key = match self.flow.last() {
            Some(around) => last.or_else(|| around.key.clone()),
            None => self.parents.last().and_then(|parent| parent.key.clone()),
        };
        self.flow.push(Bracket { map, key, at });
        self.expects_key = map;
    }

    /// The key at a place inside of `{}`; gives the place after its colon.
    fn flow_key(&mut self, start: usize, line: &str, at: usize) -> Option<usize> {
        let parent = self.flow.last()?.key.clone();
        let rest = &line[at..];
        let fits = |c| !matches!(c, ',' | '{' | '}' | '[' | ']' | '"' | '\'');
        let (key, colon, is_slip) = key_of(self.is_key, parent.as_deref(), rest, fits)?;
        self.last_key = Some(key.to_owned());
        Some(if is_slip {
            at + self.slip(start + at, rest, colon)
        } else {
            at + colon + 1
        })
    }
}

/// The key at the start of a text, the place of its colon, and whether the colon is a slip.
fn key_of<'l>(
    is_key: &dyn Fn(Option<&str>, &str) -> bool,
    parent: Option<&str>,
    rest: &'l str,
    fits: impl Fn(char) -> bool,
) -> Option<(&'l str, usize, bool)> {
    let head = &rest[..rest.floor_char_boundary(LONGEST_KEY)];
    let colon = head.find([':', '：'])?;
    let key = rest[..colon].trim_end();
    if key.is_empty() || !rest[..colon].chars().all(&fits) {
        return None;
    }
    let after = &rest[colon..];
    let is_right = after
        .strip_prefix(':')
        .is_some_and(|after| after.is_empty() || after.starts_with([' ', '\t']));
    if is_right {
        return Some((key, colon, false));
    }
    if is_key(parent, key) {
        return Some((key, colon, true));
    }
    // The colon belongs to the key or the text; a real one may follow.
    let real = head
        .find(": ")
        .or_else(|| (head.len() == rest.len() && rest.ends_with(':')).then(|| rest.len() - 1))?;
    rest[..real]
        .chars()
        .all(&fits)
        .then(|| (rest[..real].trim_end(), real, false))
}

/// A value without `&anchor` and `!tag` in front of it.
fn without_properties(value: &str) -> &str {
    let mut value = value;
    while value.starts_with(['&', '!']) {
        value = value
            .split_once([' ', '\t'])
            .map_or("", |(_, rest)| rest.trim_start());
    }
    value
}
