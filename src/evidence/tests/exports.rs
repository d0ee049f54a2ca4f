//! The layouts of exporting programs become transcripts, and parts of them keep their numbers.

use super::super::{Content, Excerpt, Fault, Item, Row, Step, Transcript, Treatment, ingest};
use super::fixtures::{darkroom, item, take};

/// The log that a file becomes.
fn log(name: &str, text: &str) -> Transcript {
    match take(name, text.as_bytes()).unwrap().content {
        Content::Transcript(log) => log,
        other => panic!("{other:?}"),
    }
}

/// Writes rows as short lines, to compare them at a glance.
fn short(log: &Transcript) -> Vec<String> {
    let line = |row: &Row| {
        let time = |at: &Option<super::super::Moment>| {
            let at = at.as_ref();
            at.map_or_else(
                || "-".to_owned(),
                |at| match (at.date, at.time) {
                    (Some(date), Some(time)) => format!("{date} {time}"),
                    _ => at.written.clone(),
                },
            )
        };
        match row {
            Row::Header { text } => format!("# {text}"),
            Row::Day { date, .. } => format!("== {date}"),
            Row::Omitted { from, to } => format!("{from}—{to} …"),
            Row::Message { no, at, who, text } => {
                format!(
                    "{no} [{}] {}: {text}",
                    time(at),
                    who.as_deref().unwrap_or("-")
                )
            }
            Row::System { at, text, .. } => format!("* [{}] {text}", time(at)),
        }
    };
    log.rows.iter().map(line).collect()
}

#[test]
fn we_chat_msg_table() {
    let text = "\u{FEFF}localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n\
        1,9,10000,0,0,1793540000,,以上是打招呼的内容,2026-11-01 21:39:50,客服小绿,小绿,wxid_a1\n\
        2,9,1,0,1,1793540010,,\"到账了吗？\n已经十分钟了\",2026-11-01 21:40:05,安之,安之若素,wxid_b2\n\
        3,9,3,0,0,1793540020,,\"<msg><img length=\"\"9\"\"/></msg>\",2026-11-01 21:41:05,客服小绿,小绿,wxid_a1\n\
        4,9,1,0,0,1793540030,,还没有，请稍等,2026-11-01 21:42:05,,小绿,wxid_a1\n";
    assert_eq!(
        short(&log("聊天.csv", text)),
        [
            "* [2026-11-01 21:39:50] 以上是打招呼的内容",
            "1 [2026-11-01 21:40:05] 安之: 到账了吗？\n已经十分钟了",
            "2 [2026-11-01 21:41:05] 客服小绿: ［图片］",
            "3 [2026-11-01 21:42:05] 小绿: 还没有，请稍等",
        ]
    );
}

#[test]
fn memo_trace_and_generic_tables() {
    let text = "消息ID,类型,发送人,时间,内容,备注,昵称,更多信息\n\
        1,文本,客服小绿,2026-11-01 21:40:05,您好,客服小绿,小绿,\n2,图片,安之,2026-11-01 21:41:05,,安之,安之若素,\n\
        3,系统消息,,2026-11-01 21:42:05,对方撤回了一条消息,,,\n";
    assert_eq!(
        short(&log("聊天.csv", text)),
        [
            "1 [2026-11-01 21:40:05] 客服小绿: 您好",
            "2 [2026-11-01 21:41:05] 安之: ［图片］",
            "* [2026-11-01 21:42:05] 对方撤回了一条消息",
        ]
    );
    let text = "CreateTime,talker,content\n1793540405,我,在吗\n1793540465000,客服,在\n";
    assert_eq!(
        short(&log("a.csv", text)),
        [
            "1 [2026-11-01 21:40:05] 我: 在吗",
            "2 [2026-11-01 21:41:05] 客服: 在"
        ]
    );
    let text =
        "time,sender,content\n2026/11/1 21:40,我,\"好的,谢谢\"\n2026/11/1 21:41,客服,不客气\n";
    assert_eq!(
        short(&log("a.csv", text)),
        [
            "1 [2026-11-01 21:40:00] 我: 好的,谢谢",
            "2 [2026-11-01 21:41:00] 客服: 不客气"
        ]
    );
}

#[test]
fn we_chat_msg_page() {
    let text = "<!DOCTYPE html><html><body><script>\nconst chatMessages = [\
        { type:0, text: '2026-11-01 21:40:00',is_send:0,avatar_path:'',timestamp:1793540400,is_chatroom:0,displayname:''},\
        { type:1, text: 'It\\'s &lt;50元&gt;<br>到账了吗',is_send:1,avatar_path:'./avatar/a.png',timestamp:1793540405,is_chatroom:0,displayname:'安之'},\
        { type:3, text: './image/截图1.png',is_send:0,avatar_path:'./avatar/b.png',timestamp:1793540465,is_chatroom:0,displayname:'客服小绿'},\
        { type:34, text: '',is_send:0,avatar_path:'',timestamp:1793540466,is_chatroom:0,displayname:'客服小绿'},\
        ];\nfunction a(){}</script></body></html>";
    assert_eq!(
        short(&log("a.html", text)),
        [
            "1 [2026-11-01 21:40:05] 安之: It's <50元>\n到账了吗",
            "2 [2026-11-01 21:41:05] 客服小绿: ［图片：截图1.png］",
            "3 [2026-11-01 21:41:06] 客服小绿: ［语音］",
        ]
    );
}

#[test]
fn wechat_exporter_page_and_text() {
    let text = "<html><body><div class=\"msg chat-notice\" msgid=\"1\"><div class=\"content-box\"><span class=\"msg-text\">\
        你已添加了客服小绿，现在可以开始聊天了。</span></div></div>\
        <div class=\"msg chat-left\" msgid=\"2\"><div class=\"avatar-box\"><img src=\"a.jpg\" class=\"avatar\"></div>\
        <div class=\"nt-box\"><span class=\"name-left\">客服小绿</span> 2026-11-01 21:40:05</div>\
        <div class=\"content-box msg\"><div class=\"triangle\"></div><span>您好<br/>请稍等</span></div></div>\
        <div class=\"msg media right\" msgid=\"3\"><div class=\"nt-box\"><span class=\"dspname right\">安之</span> 2026-11-01 21:41:05</div>\
        <div class=\"content-box\"><img rawUrl=\"files/12.jpg\" src=\"files/12_thumb.jpg\" class=\"image\"/></div></div></body></html>";
    assert_eq!(
        short(&log("a.html", text)),
        [
            "* [-] 你已添加了客服小绿，现在可以开始聊天了。",
            "1 [2026-11-01 21:40:05] 客服小绿: 您好\n请稍等",
            "2 [2026-11-01 21:41:05] 安之: ［图片：12.jpg］",
        ]
    );
    let text = "客服小绿 (2026-11-01 21:40:05):您好\n请稍等\n安之 (2026-11-01 21:41:05):[图片]\n";
    assert_eq!(
        short(&log("a.txt", text)),
        [
            "1 [2026-11-01 21:40:05] 客服小绿: 您好\n请稍等",
            "2 [2026-11-01 21:41:05] 安之: [图片]"
        ]
    );
}

#[test]
fn wechat_dump_page() {
    let one = |side: &str, time: &str, text: &str| {
        format!(
            "<div class=\"chatItem {side}\"><div class=\"chatItemContent\"><span class=\"avatar\"></span>\
             <div class=\"cloud cloudText\"><div class=\"cloudPannel\" title=\"{time}\"><div class=\"cloudBody\">\
             <div class=\"cloudContent\"><pre>{text}</pre></div></div></div></div></div></div>"
        )
    };
    let text = format!(
        "<html><body>{}{}</body></html>",
        one("you", "2026-11-01 21:40:05", "您好"),
        one("me", "2026-11-01 21:41:05", "到账了吗")
    );
    assert_eq!(
        short(&log("a.html", &text)),
        [
            "1 [2026-11-01 21:40:05] 对方: 您好",
            "2 [2026-11-01 21:41:05] 我: 到账了吗"
        ]
    );
}

#[test]
fn qq_saved_page() {
    let row = |who: &str, time: &str, text: &str| {
        format!(
            "<tr><td><div style=color:#006EFE;padding-left:10px;><div style=float:left;margin-right:6px;>{who}</div>\
             {time}</div><div style=padding-left:20px;><font style=\"font-size:9pt\" color='000000'>{text}</font></div></td></tr>"
        )
    };
    let page = format!(
        "<html><head><title>QQ Message</title></head><body><table width=100%><tr><td><div>消息记录（此消息记录为mht格式，不支持重新导入）</div>\
         </td></tr><tr><td><div>消息对象:客服小绿</div></td></tr><tr><td style=border-bottom-width:1px;>日期: 2026-11-01</td></tr>{}{}\
         <tr><td>日期: 2026-11-02</td></tr>{}</table></body></html>",
        row("客服小绿", "21:40:05", "您好，绿钻已到账"),
        row("安之", "21:41:05", "没有<br><IMG src=\"{A1B2}.dat\">"),
        row("客服小绿", "9:05:33", "请稍等"),
    );
    let file = format!(
        "From: <Save by Tencent MsgMgr>\r\nSubject: Tencent IM Message\r\nMIME-Version: 1.0\r\n\
         Content-Type:multipart/related;\r\n\tcharset=\"utf-8\"\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_B\"\r\n\r\n\
         ------=_B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding:7bit\r\n\r\n{page}\r\n\r\n------=_B--\r\n"
    );
    assert_eq!(
        short(&log("a.mht", &file)),
        [
            "# 消息记录（此消息记录为mht格式，不支持重新导入）",
            "# 消息对象:客服小绿",
            "1 [2026-11-01 21:40:05] 客服小绿: 您好，绿钻已到账",
            "2 [2026-11-01 21:41:05] 安之: 没有\n［图片：{A1B2}.dat］",
            "3 [2026-11-02 09:05:33] 客服小绿: 请稍等",
        ]
    );
}

#[test]
fn broken_exports_never_panic() {
    for text in [
        "<html><script>const chatMessages = [{type:1,text:'a",
        "<html><script>const chatMessages = [{a",
        "<html><script>const chatMessages = [{type:1, text:'\\",
        "<html><div class=\"nt-box\"><p class=\"content-box\">",
        "<html>消息记录 消息对象<table><tr><td>日期:<tr>",
        "<html><p>chatItemContent cloudContent</p>",
    ] {
        let _ = take("a.html", text.as_bytes());
    }
}

/// A log of two days, taken with these parts.
fn part(excerpts: &[Excerpt]) -> Result<(Vec<String>, Vec<Step>), Fault> {
    let text = "== 2026-11-01 ==\n21:40 我：一\n21:41 客服：二\n== 2026-11-02 ==\n09:00 我：三\n对方撤回了一条消息\n09:01 客服：四\n09:02 我：五\n";
    let item = item("a.txt", text.as_bytes(), &[]);
    let item = Item {
        treatment: Treatment {
            excerpts: excerpts.to_vec(),
            ..item.treatment
        },
        ..item
    };
    let made = ingest(&[item], &darkroom()).remove(0)?;
    let Content::Transcript(log) = made.content else {
        panic!("no log")
    };
    Ok((short(&log), made.steps))
}

#[test]
fn parts_keep_their_numbers_and_say_what_is_left_out() {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let (rows, steps) = part(&[Excerpt::Numbers(2, 2), Excerpt::Numbers(4, 4)]).unwrap();
    assert_eq!(
        rows,
        [
            "1—1 …",
            "== 2026-11-01",
            "2 [21:41] 客服: 二",
            "3—3 …",
            "== 2026-11-02",
            "* [-] 对方撤回了一条消息",
            "4 [09:01] 客服: 四",
            "5—5 …",
        ]
    );
    assert!(steps.contains(&Step::Excerpted { omitted: 3 }));
    let (rows, _) = part(&[Excerpt::Days(day(1), day(1))]).unwrap();
    assert_eq!(
        rows,
        [
            "== 2026-11-01",
            "1 [21:40] 我: 一",
            "2 [21:41] 客服: 二",
            "3—5 …"
        ]
    );
    let (rows, steps) = part(&[Excerpt::Numbers(1, 9)]).unwrap();
    assert_eq!((rows.len(), steps.len()), (8, 1));
    assert_eq!(
        part(&[Excerpt::Numbers(6, 9)]).unwrap_err(),
        Fault::NothingSelected { messages: 5 }
    );
    assert!(part(&[Excerpt::Days(day(3), day(4))]).is_err());
}
