//! The tags and texts of a web page, in order.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// A tag, a text or a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super::super) enum Piece {
    /// The start of an element, with its attributes.
    Start(String, Vec<(String, String)>),
    /// The end of an element.
    End(String),
    /// Text, with its entities resolved.
    Text(String),
    /// A comment.
    Comment(String),
}

/// Collects pieces.
#[derive(Default)]
struct Sink {
    pieces: RefCell<Vec<Piece>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut pieces = self.pieces.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let name = tag.name.to_string();
                let raw = match name.as_str() {
                    "script" => Some(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
                    "textarea" | "title" => Some(RawKind::Rcdata),
                    _ => None,
                };
                let attributes = tag.attrs.into_iter();
                let attributes = attributes
                    .map(|one| (one.name.local.to_string(), one.value.to_string()))
                    .collect();
                pieces.push(Piece::Start(name.clone(), attributes));
                if tag.self_closing {
                    // A drawing closes its parts so; of anything else the mark means nothing.
                    if !matches!(name.as_str(), "div" | "span" | "p" | "a" | "td" | "li") {
                        pieces.push(Piece::End(name));
                    }
                } else if let Some(raw) = raw {
                    return TokenSinkResult::RawData(raw);
                }
            }
            Token::TagToken(tag) => pieces.push(Piece::End(tag.name.to_string())),
            Token::CharacterTokens(text) => match pieces.last_mut() {
                Some(Piece::Text(before)) => before.push_str(&text),
                _ => pieces.push(Piece::Text(text.to_string())),
            },
            Token::CommentToken(text) => pieces.push(Piece::Comment(text.to_string())),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Takes a web page apart.
pub(in super::super::super) fn tokens(text: &str) -> Vec<Piece> {
    let input = BufferQueue::default();
    // A tendril holds less than four gigabytes, which the limit on the file keeps.
    input.push_back(StrTendril::from_slice(text));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // A script's end hands control back, as a browser would run it now.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.pieces.take()
}
