//! E-mails and saved web pages, which are built alike: parts with headers.

use mail_parser::{
    Address, DateTime, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::super::fault::{Excess, Fault};
use super::gallery::Gallery;
use super::{Block, Document, Particular, Unshown, corrupt, html, paragraphs, within};

/// The most parts of a message.
const MOST_PARTS: usize = 2000;

/// Reads an e-mail: the plain text if it has one, else the page; pictures and names of the other attachments.
pub(super) fn letter(bytes: &[u8], gallery: &mut Gallery<'_>) -> Result<Document, Fault> {
    let message = parsed(bytes)?;
    let mut document = Document::default();
    document.tell(Particular::From, message.from().map(addresses));
    document.tell(Particular::To, message.to().map(addresses));
    document.tell(Particular::Cc, message.cc().map(addresses));
    document.tell(Particular::Date, message.date().map(written));
    document.tell(Particular::Subject, message.subject());
    document.tell(Particular::MessageId, message.message_id());
    let plain = message.text_body.iter().any(|part| {
        let body = message.part(*part).map(|part| &part.body);
        matches!(body, Some(PartType::Text(text)) if !text.trim().is_empty())
    });
    let bodies = if plain {
        &message.text_body
    } else {
        &message.html_body
    };
    for part in bodies.iter().filter_map(|part| message.part(*part)) {
        match &part.body {
            PartType::Text(text) => document.blocks.extend(paragraphs(text)),
            PartType::Html(page) => {
                let page = html::page(page, gallery, &|source| found(&message, source))?;
                document.blocks.extend(page.blocks);
                for (what, count) in page.unshown {
                    document.miss(what, count);
                }
            }
            _ => {}
        }
    }
    for (index, part) in message.parts.iter().enumerate().skip(1) {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        if !is_body(&message, index) {
            attach(&mut document, part, gallery);
        }
    }
    garbled(&mut document, &message);
    Ok(document)
}

/// Reads a web page that was saved with its pictures.
pub(super) fn page(bytes: &[u8], gallery: &mut Gallery<'_>) -> Result<Document, Fault> {
    let message = parsed(bytes)?;
    let body = message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(page) => Some((part, page)),
        _ => None,
    });
    let (part, text) = body.ok_or(Fault::Truncated)?;
    let mut document = html::page(text, gallery, &|source| found(&message, source))?;
    let url = match message.header("Snapshot-Content-Location") {
        Some(HeaderValue::Text(url)) => Some(url.trim().to_owned()),
        _ => None,
    };
    let url = url.or_else(|| part.content_location().map(str::to_owned));
    let known = document
        .particulars
        .iter()
        .any(|(what, _)| *what == Particular::Url);
    if let Some(url) = url.filter(|_| !known) {
        document.particulars.insert(0, (Particular::Url, url));
    }
    document.tell(Particular::Saved, message.date().map(written));
    garbled(&mut document, &message);
    Ok(document)
}

/// The texts of all pages inside a saved page or a mail.
pub(in super::super) fn pages(bytes: &[u8]) -> Option<Vec<String>> {
    let message = parsed(bytes).ok()?;
    let pages = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(page) => Some(page.to_string()),
        _ => None,
    });
    Some(pages.collect())
}

fn parsed(bytes: &[u8]) -> Result<Message<'_>, Fault> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| corrupt("no message"))?;
    within(message.parts.len(), MOST_PARTS, Excess::Members)?;
    Ok(message)
}

/// `客服 <kefu@x.example>、b@x.example`.
fn addresses(addresses: &Address<'_>) -> String {
    let one = |address: &mail_parser::Addr<'_>| match (&address.name, &address.address) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(one), None) | (None, Some(one)) => one.to_string(),
        (None, None) => String::new(),
    };
    addresses.iter().map(one).collect::<Vec<_>>().join("、")
}

/// `2026-11-02 10:05:00 +08:00`, as the mail has it.
fn written(date: &DateTime) -> String {
    let sign = if date.tz_before_gmt { '-' } else { '+' };
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02} {sign}{:02}:{:02}",
        date.year,
        date.month,
        date.day,
        date.hour,
        date.minute,
        date.second,
        date.tz_hour,
        date.tz_minute
    )
}

/// Whether a part is one of the texts of the mail, or only holds others; pictures between texts are neither.
fn is_body(message: &Message<'_>, index: u32) -> bool {
    let text = message.text_body.contains(&index) || message.html_body.contains(&index);
    message.part(index).is_some_and(|part| match part.body {
        PartType::Text(_) | PartType::Html(_) => text,
        PartType::Multipart(_) => true,
        _ => false,
    })
}

/// The bytes of the part that a page names by its id or address.
fn found(message: &Message<'_>, source: &str) -> Option<Vec<u8>> {
    message
        .parts
        .iter()
        .find(|part| answers(part, source))
        .and_then(binary)
        .map(<[u8]>::to_vec)
}

/// Whether a part has the id or address that a page names.
fn answers(part: &MessagePart<'_>, source: &str) -> bool {
    let by_id = source.strip_prefix("cid:").is_some_and(|id| {
        part.content_id()
            .is_some_and(|own| own.trim_matches(['<', '>']) == id)
    });
    by_id || part.content_location() == Some(source)
}

/// The bytes of a part that is no text.
fn binary<'m>(part: &'m MessagePart<'_>) -> Option<&'m [u8]> {
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(bytes),
        _ => None,
    }
}

/// Shows an attachment that is a picture, and lists any other.
fn attach(document: &mut Document, part: &MessagePart<'_>, gallery: &mut Gallery<'_>) {
    let shown = binary(part).and_then(|bytes| gallery.hang(bytes).ok());
    if let Some(place) = shown {
        let block = Block::Pictures(place);
        if !document.blocks.contains(&block) {
            document.blocks.push(block);
        }
        return;
    }
    let name = part.attachment_name().map(str::to_owned).or_else(|| {
        let kind = part.content_type()?;
        Some(format!(
            "{}/{}",
            kind.ctype(),
            kind.subtype().unwrap_or("?")
        ))
    });
    let length = match &part.body {
        PartType::Text(text) | PartType::Html(text) => text.len(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.len(),
        PartType::Message(message) => message.raw_message.len(),
        PartType::Multipart(_) => 0,
    };
    let name = name.unwrap_or_else(|| "?".to_owned());
    document.attachments.push((name, length as u64));
}

/// Counts the parts whose encoding is wrong.
fn garbled(document: &mut Document, message: &Message<'_>) {
    let parts = message.parts.iter();
    document.miss(
        Unshown::Garbled,
        parts.filter(|part| part.is_encoding_problem).count(),
    );
}
