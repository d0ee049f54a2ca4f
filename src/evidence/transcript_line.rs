//! What one line of a chat log is.

use chrono::NaiveDate;

use super::stamp::{self, Moment};
use super::transcript_style::Style;

/// A line of a chat log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Nothing.
    Blank,
    /// A rule or a line that the exporting program wrote about the log.
    Header,
    /// A date that holds for what follows.
    Day(NaiveDate),
    /// A message, or the head of one whose text follows.
    Message {
        /// When it was sent.
        at: Option<Moment>,
        /// Who sent it.
        who: Option<&'a str>,
        /// What stands on this line of its text.
        text: &'a str,
    },
    /// Something that the messenger itself said.
    System {
        /// When.
        at: Option<Moment>,
        /// The name under which it said so.
        who: Option<&'a str>,
        /// What it said.
        text: &'a str,
    },
    /// Text that belongs to what is above.
    Plain,
}

/// Starts of lines that exporting programs write about the log.
const HEADERS: [&str; 9] = [
    "消息记录",
    "消息分组",
    "消息对象",
    "聊天记录",
    "导出时间",
    "导出日期",
    "导出自",
    "会话名称",
    "群聊名称",
];

/// Phrases of the messengers themselves.
const SYSTEM: [&str; 9] = [
    "撤回了一条消息",
    "以上是打招呼的内容",
    "以上为历史消息",
    "以上为聊天记录",
    "现在可以开始聊天了",
    "拍了拍",
    "加入了群聊",
    "消息已发出，但被对方拒收了",
    "对方开启了好友验证",
];

/// Returns what a line is, given the layout of the log and whether it starts a paragraph.
pub(super) fn classify(line: &str, style: Style, starts_paragraph: bool) -> Line<'_> {
    let line = line.trim();
    if line.is_empty() {
        return Line::Blank;
    }
    if let Some((date, decorated)) = stamp::day(line)
        && (decorated || starts_paragraph || !style.in_blocks())
    {
        return Line::Day(date);
    }
    if let Some((who, at, text)) = stamp::bracketed(line) {
        let at = Some(at);
        return Line::Message {
            at,
            who: Some(who),
            text,
        };
    }
    if let Some((at, rest)) = stamp::leading(line)
        && (style.has_bare_times() || !is_bare(&at))
    {
        return stamped(at, rest, style);
    }
    if let Some((who, at)) = stamp::trailing(line)
        && !is_header(who)
    {
        return Line::Message {
            at: Some(at),
            who: Some(who),
            text: "",
        };
    }
    if is_header(line) || (stamp::is_rule(line) && starts_paragraph) {
        return Line::Header;
    }
    if is_system(line) {
        return Line::System {
            at: None,
            who: None,
            text: line,
        };
    }
    match name_and_text(line) {
        Some((who, text)) if style == Style::Named => Line::Message {
            at: None,
            who: Some(who),
            text,
        },
        _ => Line::Plain,
    }
}

/// Splits «name: text»; the name is short and no part of a sentence, a time or an address.
pub(super) fn name_and_text(line: &str) -> Option<(&str, &str)> {
    let at = line.find(['：', ':'])?;
    let (name, text) = (
        line[..at].trim(),
        line[at..].trim_start_matches(['：', ':']),
    );
    let sentence =
        name.contains(['。', '！', '？', '，', '；', '!', '?']) || name.chars().count() > 30;
    let address = ["http", "https", "ftp"]
        .iter()
        .any(|word| name.to_ascii_lowercase().ends_with(word));
    let digits = name.ends_with(|c: char| c.is_ascii_digit())
        && text.starts_with(|c: char| c.is_ascii_digit());
    (!name.is_empty() && !sentence && !address && !digits).then(|| (name, text.trim()))
}

/// Reads what follows a stamp.
fn stamped(at: Moment, rest: &str, style: Style) -> Line<'_> {
    let at = Some(at);
    if rest.is_empty() || (is_system(rest) && !is_account(rest)) {
        return Line::System {
            at,
            who: None,
            text: rest,
        };
    }
    let (who, text) = if is_account(rest) {
        (Some(rest), "")
    } else if let Some((who, text)) = name_and_text(rest) {
        (Some(who), text)
    } else if style.in_blocks() {
        (Some(rest), "")
    } else if let Some((who, text)) = rest.split_once(char::is_whitespace) {
        (Some(who), text.trim())
    } else {
        (None, rest)
    };
    match who {
        Some(name) if name.starts_with("系统") => Line::System { at, who, text },
        _ => Line::Message { at, who, text },
    }
}

/// Says whether a stamp has neither a date nor a day of the month.
fn is_bare(at: &Moment) -> bool {
    at.date.is_none() && !at.written.contains(['-', '/', '月'])
}

/// Says whether a name ends with an account in brackets, as QQ writes it: `昵称(12345)` or `昵称<name@example.com>`.
fn is_account(name: &str) -> bool {
    let inner = [('(', ')'), ('（', '）'), ('<', '>')]
        .iter()
        .find_map(|&(open, close)| {
            let head = name.strip_suffix(close)?;
            head.rfind(open).map(|at| &head[at + open.len_utf8()..])
        });
    inner.is_some_and(|account| {
        account.contains('@') || (account.len() >= 5 && account.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Says whether an exporting program wrote this about the log.
fn is_header(line: &str) -> bool {
    let start = line.trim_start_matches(['[', '【', '(', '（']);
    HEADERS.iter().any(|word| start.starts_with(word)) && line.chars().count() <= 60
}

/// Says whether the messenger itself said this.
fn is_system(line: &str) -> bool {
    let short = line.chars().count() <= 40;
    line.starts_with("系统消息")
        || (short && SYSTEM.iter().any(|phrase| line.contains(phrase)))
        || (line.contains("以上为") && line.starts_with(['—', '-', '─', '=', '·']))
}
