//! Exports as tables: each row a message, the columns named by the program.

use super::super::Transcript;
use super::super::document::Records;
use super::{Log, clock, kind_of, sent};

/// The names of a column that holds something, in the order of preference.
const TIME: &[&str] = &[
    "strtime",
    "时间",
    "发送时间",
    "消息时间",
    "time",
    "datetime",
    "date",
    "timestamp",
    "createtime",
];
const WHO: &[&str] = &[
    "发送人",
    "发送者",
    "发言人",
    "发件人",
    "remark",
    "备注",
    "nickname",
    "昵称",
    "sender",
    "name",
    "who",
    "from",
    "talker",
];
const TEXT: &[&str] = &[
    "strcontent",
    "内容",
    "消息内容",
    "content",
    "text",
    "message",
];
const KIND: &[&str] = &["type", "类型", "消息类型"];

/// Reads a table of messages; a table of anything else is none.
pub(in super::super) fn table(records: &Records) -> Option<Transcript> {
    let names: Vec<String> = records.rows[records.head]
        .iter()
        .map(|name| name.trim_start_matches('\u{FEFF}').to_lowercase())
        .collect();
    let column = |known: &[&str]| -> Vec<usize> {
        let places = known
            .iter()
            .filter_map(|name| names.iter().position(|one| one == name));
        places.collect()
    };
    let (time, who, text) = (column(TIME), column(WHO), column(TEXT));
    let (time, text) = (*time.first()?, *text.first()?);
    if who.is_empty() {
        return None;
    }
    let kind = column(KIND).first().copied();
    let mut log = Log::default();
    for row in &records.rows[..records.head] {
        log.header(&row.join(" "));
    }
    for row in &records.rows[records.head + 1..] {
        let field = |at: usize| row.get(at).map_or("", String::as_str);
        let who = who
            .iter()
            .map(|at| field(*at))
            .find(|name| !name.is_empty());
        let (at, text, kind) = (
            field(time),
            field(text),
            kind.map(field).unwrap_or_default(),
        );
        let at = &clock(at).unwrap_or_else(|| at.to_owned());
        if matches!(kind, "10000" | "10002" | "系统消息" | "系统") {
            log.system(at, text);
        } else {
            log.message(at, who.unwrap_or_default(), &said(kind, text));
        }
    }
    log.finish()
}

/// What a message says; the inside of a picture or a link is data of the messenger.
fn said(kind: &str, text: &str) -> String {
    match kind_of(kind) {
        Some(what) if text.is_empty() || text.starts_with('<') => sent(what, ""),
        Some(what) if !text.contains(char::is_whitespace) && text.contains('.') => sent(what, text),
        _ if text.is_empty() && !kind.is_empty() => format!("［{kind}］"),
        _ => text.to_owned(),
    }
}
