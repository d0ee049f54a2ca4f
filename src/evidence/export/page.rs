//! Pages that look like the messenger: `WechatExporter`, `wechat-dump`, and the saved pages of QQ.

use super::super::Transcript;
use super::super::document::{Piece, tokens};
use super::super::stamp;
use super::{Log, script, sent};

/// Reads the page of an export; any other page is none.
pub(in super::super) fn page(text: &str) -> Option<Transcript> {
    let has = |word: &str| text.contains(word);
    if has("const chatMessages = [") {
        let script = tokens(text).into_iter().find_map(|piece| match piece {
            Piece::Text(text) if text.contains("const chatMessages = [") => Some(text),
            _ => None,
        });
        script::messages(&script?)
    } else if has("class=\"nt-box\"") && has("class=\"content-box") {
        messages(text, &BLUE)
    } else if has("chatItemContent") && has("cloudContent") {
        messages(text, &DUMP)
    } else if has("消息记录") && has("消息对象") && has("<table") {
        qq(text)
    } else {
        None
    }
}

/// The classes that a program gives to the parts of a message.
struct Layout {
    /// Of the whole message.
    message: &'static str,
    /// Of the name and time.
    head: Option<&'static str>,
    /// Of what is said.
    body: &'static str,
    /// Of a line of the messenger.
    notice: &'static str,
    /// Of what holds the time in its title.
    titled: Option<&'static str>,
}

/// `WechatExporter`.
const BLUE: Layout = Layout {
    message: "msg",
    head: Some("nt-box"),
    body: "content-box",
    notice: "chat-notice",
    titled: None,
};

/// `wechat-dump`.
const DUMP: Layout = Layout {
    message: "chatItem",
    head: None,
    body: "cloudContent",
    notice: "notice",
    titled: Some("cloudPannel"),
};

/// A message that is being read.
#[derive(Default)]
struct Message {
    head: String,
    body: String,
    who: String,
    is_notice: bool,
}

/// Which part of a message is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Body,
}

/// Reads the messages of a page by their classes.
fn messages(text: &str, layout: &Layout) -> Option<Transcript> {
    let mut log = Log::default();
    let mut message = Message::default();
    let mut part = None;
    // How many elements are open, and at which depth the part began.
    let (mut depth, mut began) = (0_usize, 0);
    for piece in tokens(text) {
        match piece {
            Piece::Start(name, attributes) => {
                let get = |key: &str| {
                    let mut found = attributes.iter().filter(|(known, _)| known == key);
                    found.next().map_or("", |(_, value)| value.as_str())
                };
                let classes: Vec<&str> = get("class").split_whitespace().collect();
                let is_void = matches!(
                    name.as_str(),
                    "img" | "br" | "input" | "meta" | "link" | "hr"
                );
                let starts =
                    |class: Option<&str>| class.is_some_and(|class| classes.contains(&class));
                if part.is_none() {
                    if starts(Some(layout.message)) && !starts(Some(layout.body)) {
                        end(&mut log, &mut message);
                        message.is_notice = starts(Some(layout.notice));
                        side(&classes).clone_into(&mut message.who);
                    }
                    if starts(layout.titled) {
                        get("title").clone_into(&mut message.head);
                        let name = ["nickname", "data-nickname", "name"].map(get);
                        if let Some(name) = name.iter().find(|name| !name.is_empty()) {
                            (*name).clone_into(&mut message.who);
                        }
                    }
                    if starts(layout.head) {
                        (part, began) = (Some(Part::Head), depth);
                    } else if starts(Some(layout.body)) {
                        (part, began) = (Some(Part::Body), depth);
                    }
                }
                match name.as_str() {
                    "br" if part == Some(Part::Body) => message.body.push('\n'),
                    "img" if part == Some(Part::Body) => {
                        let path = [get("rawurl"), get("src")]
                            .into_iter()
                            .find(|path| !path.is_empty());
                        message
                            .body
                            .push_str(&sent("图片", path.unwrap_or_default()));
                    }
                    "audio" | "video" if part == Some(Part::Body) => {
                        let what = if name == "audio" { "语音" } else { "视频" };
                        message.body.push_str(&sent(what, get("src")));
                    }
                    _ => {}
                }
                depth += usize::from(!is_void);
            }
            Piece::End(name)
                if !matches!(
                    name.as_str(),
                    "img" | "br" | "input" | "meta" | "link" | "hr"
                ) =>
            {
                depth = depth.saturating_sub(1);
                if depth <= began {
                    part = None;
                }
            }
            Piece::Text(text) => match part {
                Some(Part::Head) => message.head.push_str(&text),
                Some(Part::Body) => message.body.push_str(&text),
                None => {}
            },
            Piece::End(_) | Piece::Comment(_) => {}
        }
    }
    end(&mut log, &mut message);
    log.finish()
}

/// Who speaks, as far as the side of the page tells.
fn side(classes: &[&str]) -> &'static str {
    let has = |class: &str| classes.contains(&class);
    if has("me") || has("chat-right") || has("right") {
        "我"
    } else if has("you") || has("chat-left") || has("left") {
        "对方"
    } else {
        ""
    }
}

/// Adds the message that was read.
fn end(log: &mut Log, message: &mut Message) {
    let Message {
        head,
        body,
        who,
        is_notice,
    } = std::mem::take(message);
    let head = head.split_whitespace().collect::<Vec<_>>().join(" ");
    if body.trim().is_empty() && head.is_empty() {
        return;
    }
    // Name and time stand in one line, or the time alone.
    let (name, at) = match stamp::trailing(&head) {
        Some((name, moment)) => (name.to_owned(), moment.written),
        None => (String::new(), head),
    };
    if is_notice {
        log.system(&at, &body);
    } else {
        log.message(&at, if name.is_empty() { &who } else { &name }, &body);
    }
}

/// Reads the saved page of QQ: a table with a row for each message and each day.
fn qq(text: &str) -> Option<Transcript> {
    let mut log = Log::default();
    let mut lines: Vec<String> = vec![String::new()];
    for piece in tokens(text) {
        match piece {
            Piece::Start(name, _) if name == "tr" => lines = vec![String::new()],
            Piece::Start(name, _) if name == "div" || name == "br" => lines.push(String::new()),
            Piece::Start(name, attributes) if name == "img" => {
                let mut sources = attributes.iter().filter(|(key, _)| key == "src");
                let source = sources.next().map_or("", |(_, source)| source.as_str());
                if let Some(line) = lines.last_mut() {
                    line.push_str(&sent("图片", source));
                }
            }
            Piece::Text(text) => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(&text.replace(['\u{A0}', '\n', '\r'], " "));
                }
            }
            Piece::End(name) if name == "tr" => row(&mut log, &std::mem::take(&mut lines)),
            Piece::End(name) if name == "div" => lines.push(String::new()),
            _ => {}
        }
    }
    log.finish()
}

/// Adds a row: the name, the time, and what was said; or the day; or a line above all.
fn row(log: &mut Log, lines: &[String]) {
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    let Some(first) = lines.first() else { return };
    if let Some(day) = first
        .strip_prefix("日期")
        .map(|day| day.trim_start_matches([':', '：', ' ']))
    {
        day.clone_into(&mut log.day);
        return;
    }
    let clock = |line: &str| {
        let mut marks = line.bytes();
        line.len() >= 7
            && line.len() <= 19
            && marks.all(|byte| byte.is_ascii_digit() || b":-/ ".contains(&byte))
    };
    match lines.as_slice() {
        [who, at, said @ ..] if clock(at) => log.message(at, who, &said.join("\n")),
        [head, said @ ..] => match stamp::trailing(head) {
            Some((who, moment)) => log.message(&moment.written, who, &said.join("\n")),
            None => log.header(&lines.join(" ")),
        },
        [] => {}
    }
}
