//! Events of the parser → the tree, with limits that hold after every alias is expanded.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::node::{Entry, Node, Value};
use super::repair::Repaired;
use super::{MOST_DEPTH, MOST_TEXT, MOST_VALUES};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Place, SyntaxHint};

/// The tree of the repaired text, with places in the text as it was written; none if the parser had to stop.
pub(super) fn parse(text: &str, repaired: &Repaired, found: &mut Diagnostics) -> Option<Node> {
    let offsets = Offsets::new(repaired);
    let mut builder = Builder::default();
    for event in Parser::new_from_str(&repaired.text) {
        match event {
            Ok((Event::DocumentStart(_), span)) if builder.root.is_some() => {
                let place = first_line(text, offsets.range(&span));
                found.push(Diagnostic::error(Finding::SeveralDocuments).at(Place::Bytes(place)));
                return builder.root;
            }
            Ok((event, span)) => {
                let place = offsets.range(&span);
                if let Err(fault) = builder.take(event, place.clone()) {
                    let place = first_line(text, fault.span.unwrap_or(place));
                    found.push(Diagnostic::error(fault.finding).at(Place::Bytes(place)));
                    return None;
                }
            }
            Err(error) => {
                found.push(syntax_error(text, &offsets, &error));
                return None;
            }
        }
    }
    if builder
        .root
        .as_ref()
        .is_none_or(|root| root.value == Value::Empty)
    {
        found.push(Diagnostic::error(Finding::EmptyFile));
        return None;
    }
    builder.root
}

/// From the parser's character counts in the repaired text to bytes of the text as it was written.
struct Offsets<'r> {
    repaired: &'r Repaired,
    bytes: Vec<usize>,
}

impl<'r> Offsets<'r> {
    fn new(repaired: &'r Repaired) -> Self {
        let ends = std::iter::once(repaired.text.len());
        Self {
            repaired,
            bytes: repaired
                .text
                .char_indices()
                .map(|(at, _)| at)
                .chain(ends)
                .collect(),
        }
    }

    fn byte(&self, index: usize) -> usize {
        let at = self
            .bytes
            .get(index)
            .or(self.bytes.last())
            .copied()
            .unwrap_or(0);
        self.repaired.original(at)
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index()).max(start)
    }
}

/// The part of a range on its first line, without the white space at its end.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or("");
    let line = part.split('\n').next().unwrap_or("").trim_end();
    range.start..range.start + line.len()
}

/// The bracket that opens one level too many; brackets inside of quotation marks count, as only the place is at stake.
fn bracket_too_many(text: &str) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST_DEPTH {
            return Some(at..at + 1);
        }
    }
    None
}

fn syntax_error(text: &str, offsets: &Offsets<'_>, error: &ScanError) -> Diagnostic {
    // The parser has a limit of its own, and gives no place with it.
    if error.info().contains("recursion limit") {
        let deep = Diagnostic::error(Finding::TooDeep { most: MOST_DEPTH });
        return match bracket_too_many(text) {
            Some(place) => deep.at(Place::Bytes(place)),
            None => deep,
        };
    }
    let at = offsets
        .byte(error.marker().index())
        .min(text.trim_end().len());
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length);
    let line = &text[start..end];
    let hint = hint(error.info(), line);
    if let Some((hint, opened)) = offsets.repaired.open.filter(|_| hint != SyntaxHint::Anchor) {
        let finding = Finding::YamlSyntax {
            hint,
            parser: error.info().to_owned(),
        };
        return Diagnostic::error(finding).at(Place::Bytes(opened..opened + 1));
    }
    let from = start + (line.len() - line.trim_start().len());
    let place = if matches!(hint, SyntaxHint::Other | SyntaxHint::Bracket) && at < end {
        at..at + 1
    } else {
        from..end
    };
    let place = if text.is_char_boundary(place.end) {
        place
    } else {
        from..end
    };
    Diagnostic::error(Finding::YamlSyntax {
        hint,
        parser: error.info().to_owned(),
    })
    .at(Place::Bytes(place))
}

/// What a person most likely did where the parser stopped.
fn hint(info: &str, line: &str) -> SyntaxHint {
    let value = line.split_once(": ").map_or("", |(_, value)| value.trim());
    if info.contains("unknown anchor") {
        SyntaxHint::Anchor
    } else if info.contains("quoted scalar") {
        SyntaxHint::Quote
    } else if value.contains(": ")
        || value.starts_with(['@', '`', '%', '*', '&', '!'])
        || info.contains("unexpected character")
    {
        SyntaxHint::Unquoted
    } else if info.contains("flow")
        || info.contains("bracket")
        || info.contains("'}'")
        || info.contains("']'")
    {
        SyntaxHint::Bracket
    } else if info.contains("indent")
        || info.contains("not allowed in this context")
        || info.contains("expected key")
        || info.contains("simple key")
        || info.contains("'-' indicator")
        || info.contains("expected <document start>")
    {
        SyntaxHint::Indentation
    } else {
        SyntaxHint::Other
    }
}

/// What a finished node holds, with aliases expanded.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    values: usize,
    text: usize,
    depth: usize,
}

/// A list or map that is not finished.
struct Open {
    start: Range<usize>,
    anchor: usize,
    depth: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map(Vec<Entry>, Option<(String, Range<usize>)>),
}

/// Why the tree cannot be finished, and where, if not at the event.
struct Fault {
    finding: Finding,
    span: Option<Range<usize>>,
}

impl From<Finding> for Box<Fault> {
    fn from(finding: Finding) -> Self {
        Self::new(Fault {
            finding,
            span: None,
        })
    }
}

/// The tree under construction.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    anchors: BTreeMap<usize, (Node, Weight)>,
    total: Weight,
    root: Option<Node>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), Box<Fault>> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let weight = Weight {
                    values: 1,
                    text: text.len(),
                    depth: 0,
                };
                self.count(weight)?;
                let node = Node {
                    span,
                    value: scalar(text.into_owned(), style),
                };
                self.finish(node, anchor, weight)
            }
            Event::SequenceStart(anchor, _) => self.begin(Content::List(Vec::new()), anchor, span),
            Event::MappingStart(anchor, _) => {
                self.begin(Content::Map(Vec::new(), None), anchor, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&span),
            Event::Alias(anchor) => {
                let (node, weight) = self.anchors.get(&anchor).ok_or(Finding::AliasToItself)?;
                let (value, weight) = (node.value.clone(), *weight);
                self.count(weight)?;
                self.finish(Node { span, value }, 0, weight)
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    /// Adds to the totals before anything is copied.
    fn count(&mut self, weight: Weight) -> Result<(), Box<Fault>> {
        self.total.values += weight.values;
        self.total.text += weight.text;
        if self.open.len() + weight.depth > MOST_DEPTH {
            return Err(Finding::TooDeep { most: MOST_DEPTH }.into());
        }
        if self.total.values > MOST_VALUES || self.total.text > MOST_TEXT {
            return Err(Finding::TooManyValues { most: MOST_VALUES }.into());
        }
        Ok(())
    }

    fn begin(
        &mut self,
        content: Content,
        anchor: usize,
        start: Range<usize>,
    ) -> Result<(), Box<Fault>> {
        if let Some(Open {
            content: Content::Map(_, None),
            ..
        }) = self.open.last()
        {
            return Err(Finding::KeyNotText.into());
        }
        self.count(Weight {
            values: 1,
            text: 0,
            depth: 1,
        })?;
        self.open.push(Open {
            start,
            anchor,
            depth: 1,
            content,
        });
        Ok(())
    }

    fn end(&mut self, span: &Range<usize>) -> Result<(), Box<Fault>> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let value = match open.content {
            Content::List(items) => Value::List(items),
            Content::Map(entries, _) => Value::Map(merge(entries)?),
        };
        let node = Node {
            span: open.start.start..span.end.max(open.start.end),
            value,
        };
        let mut weight = Weight {
            depth: open.depth,
            ..Weight::default()
        };
        if open.anchor > 0 {
            weigh(&node, &mut weight);
        }
        if let Some(outer) = self.open.last_mut() {
            outer.depth = outer.depth.max(open.depth + 1);
        }
        self.finish(node, open.anchor, weight)
    }

    fn finish(&mut self, node: Node, anchor: usize, weight: Weight) -> Result<(), Box<Fault>> {
        if anchor > 0 {
            // The copy that is kept counts as well: anchors around anchors would multiply it.
            self.count(Weight { depth: 0, ..weight })?;
            self.anchors.insert(anchor, (node.clone(), weight));
        }
        let Some(outer) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        outer.depth = outer.depth.max(weight.depth + 1);
        match &mut outer.content {
            Content::List(items) => items.push(node),
            Content::Map(entries, key) => match key.take() {
                Some((key, key_span)) => entries.push(Entry {
                    key,
                    key_span,
                    value: node,
                    merged: false,
                }),
                None => match node.value {
                    Value::Text(text) => *key = Some((text, node.span)),
                    Value::Empty => *key = Some((String::new(), node.span)),
                    Value::List(_) | Value::Map(_) => return Err(Finding::KeyNotText.into()),
                },
            },
        }
        Ok(())
    }
}

fn scalar(text: String, style: ScalarStyle) -> Value {
    match style {
        ScalarStyle::Plain if matches!(text.as_str(), "" | "~" | "null") => Value::Empty,
        _ => Value::Text(text),
    }
}

/// Counts the values and text of a tree.
fn weigh(node: &Node, weight: &mut Weight) {
    weight.values += 1;
    match &node.value {
        Value::Empty => {}
        Value::Text(text) => weight.text += text.len(),
        Value::List(items) => items.iter().for_each(|item| weigh(item, weight)),
        Value::Map(entries) => {
            for entry in entries {
                weight.values += 1;
                weight.text += entry.key.len();
                weigh(&entry.value, weight);
            }
        }
    }
}

/// Puts the entries of every `<<` at the end of the map.
fn merge(entries: Vec<Entry>) -> Result<Vec<Entry>, Box<Fault>> {
    if !entries.iter().any(|entry| entry.key == "<<") {
        return Ok(entries);
    }
    let (merges, mut own): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|entry| entry.key == "<<");
    for entry in merges {
        let maps = match entry.value.value {
            Value::List(items) => items,
            other => vec![Node {
                span: entry.value.span,
                value: other,
            }],
        };
        for map in maps {
            let Value::Map(entries) = map.value else {
                return Err(Box::new(Fault {
                    finding: Finding::BadMerge,
                    span: Some(map.span),
                }));
            };
            own.extend(entries.into_iter().map(|entry| Entry {
                merged: true,
                ..entry
            }));
        }
    }
    Ok(own)
}
