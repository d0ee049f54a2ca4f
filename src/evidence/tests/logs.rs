//! Chat logs of every make become rows, and no line is lost.

use encoding_rs::GB18030;

use super::super::{Content, Encoding, Fault, Notice, Row, Step, Transcript};
use super::fixtures::take;

/// Writes rows as short lines, to compare them at a glance.
fn short(log: &str) -> Vec<String> {
    let rows = Transcript::read(log).rows;
    rows.iter()
        .map(|row| match row {
            Row::Header { text } => format!("# {text}"),
            Row::Day { date, .. } => format!("== {date}"),
            Row::Omitted { from, to } => format!("{from}—{to} …"),
            Row::Message { no, at, who, text } => {
                let at = at.as_ref().map_or("-", |at| &at.written);
                format!("{no} [{at}] {}: {text}", who.as_deref().unwrap_or("-"))
            }
            Row::System { at, who, text } => {
                let at = at.as_ref().map_or("-", |at| &at.written);
                format!("* [{at}] {}: {text}", who.as_deref().unwrap_or("-"))
            }
        })
        .collect()
}

#[test]
fn qq_export() {
    let log = "消息记录（此消息记录为文本格式，不支持重新导入）\n\n\
        ================================================================\n消息分组:我的好友\n\
        ================================================================\n消息对象:客服小绿\n\
        ================================================================\n\n\
        2026-11-01 21:40:05 客服小绿(12345678)\n您好：绿钻已到账\n请查收 21:41 前有效\n\n\
        2026-11-01 9:05:33 我<a@example.com>\n没有到账\n\n\
        2026-11-01 21:42:00 系统消息(10000)\n对方撤回了一条消息\n";
    assert_eq!(
        short(log),
        [
            "# 消息记录（此消息记录为文本格式，不支持重新导入）",
            "# ================================================================",
            "# 消息分组:我的好友",
            "# ================================================================",
            "# 消息对象:客服小绿",
            "# ================================================================",
            "1 [2026-11-01 21:40:05] 客服小绿(12345678): 您好：绿钻已到账\n请查收 21:41 前有效",
            "2 [2026-11-01 9:05:33] 我<a@example.com>: 没有到账",
            "* [2026-11-01 21:42:00] 系统消息(10000): 对方撤回了一条消息",
        ]
    );
}

#[test]
fn name_then_time() {
    let log = "小明 2026-11-01 21:40\n到账了吗？\n\n客服 小绿 2026/11/1 21:41:05\n还没有\n明天 10:30 再看\n\n第二段";
    assert_eq!(
        short(log),
        [
            "1 [2026-11-01 21:40] 小明: 到账了吗？",
            "2 [2026/11/1 21:41:05] 客服 小绿: 还没有\n明天 10:30 再看\n\n第二段",
        ]
    );
}

#[test]
fn one_line_formats() {
    assert_eq!(
        short("2026-11-01 21:40 名字：内容: a\n续行\n2026/11/1 21:40:05 我:好"),
        [
            "1 [2026-11-01 21:40] 名字: 内容: a\n续行",
            "2 [2026/11/1 21:40:05] 我: 好",
        ]
    );
    assert_eq!(
        short("—— 2026年11月1日 ——\n[21:40] 名字: 内容\n[下午9:41] 我: https://example.com/a:b"),
        [
            "== 2026-11-01",
            "1 [21:40] 名字: 内容",
            "2 [下午9:41] 我: https://example.com/a:b",
        ]
    );
    assert_eq!(
        short(
            "2026-11-01 星期日\n21:40 名字 内容 在此\n21:41 我 好的\n对方撤回了一条消息\n21:42 以上为历史消息"
        ),
        [
            "== 2026-11-01",
            "1 [21:40] 名字: 内容 在此",
            "2 [21:41] 我: 好的",
            "* [-] -: 对方撤回了一条消息",
            "* [21:42] -: 以上为历史消息",
        ]
    );
    assert_eq!(
        short("2026/11/1, 21:40 - 名字: 内容\n2026年11月1日 21:41 我：好"),
        [
            "1 [2026/11/1, 21:40] 名字: 内容",
            "2 [2026年11月1日 21:41] 我: 好",
        ]
    );
}

#[test]
fn moments_are_read_as_written() {
    let log = Transcript::read("2026-11-01 下午9:40 我：好\n11-02 08:05 我：早");
    let times: Vec<_> = log
        .rows
        .iter()
        .map(|row| match row {
            Row::Message { at: Some(at), .. } => {
                (at.date.map(|d| d.to_string()), at.time.unwrap().to_string())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        times,
        [
            (Some("2026-11-01".to_owned()), "21:40:00".to_owned()),
            (None, "08:05:00".to_owned())
        ]
    );
    assert_eq!(log.speakers(), ["我"]);
    // Impossible times are text.
    assert_eq!(
        short("2026-02-30 21:40 甲：乙"),
        ["1 [-] -: 2026-02-30 21:40 甲：乙"]
    );
}

#[test]
fn names_without_times_and_no_structure_at_all() {
    assert_eq!(
        short("我：在吗\n客服：在的\n我：没到账"),
        ["1 [-] 我: 在吗", "2 [-] 客服: 在的", "3 [-] 我: 没到账",]
    );
    assert_eq!(
        short("第一行\n\n第二行"),
        ["1 [-] -: 第一行", "2 [-] -: 第二行"]
    );
}

#[test]
fn encodings() {
    let text = "2026-11-01 21:40 小明😀：到账了吗？\r\n\t没有\u{7}";
    let expect = |bytes: &[u8], encoding| {
        let taken = take("chat.txt", bytes).unwrap();
        assert_eq!(taken.steps, [Step::Decoded { encoding }]);
        assert_eq!(taken.notices, [Notice::ControlsDropped { characters: 1 }]);
        let Content::Transcript(log) = taken.content else {
            panic!("no transcript")
        };
        assert_eq!(
            log,
            Transcript::read("2026-11-01 21:40 小明😀：到账了吗？\n没有")
        );
    };
    expect(text.as_bytes(), Encoding::Utf8);
    expect(format!("\u{FEFF}{text}").as_bytes(), Encoding::Utf8);
    expect(&GB18030.encode(text).0, Encoding::Gb18030);
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter()
            .chain(text.encode_utf16().flat_map(bytes))
            .collect()
    };
    expect(&utf16([0xFF, 0xFE], u16::to_le_bytes), Encoding::Utf16Le);
    expect(&utf16([0xFE, 0xFF], u16::to_be_bytes), Encoding::Utf16Be);
}

#[test]
fn what_is_no_text_is_named_with_its_place() {
    assert_eq!(
        take("a.txt", b"abc\xFF\xFFdef").unwrap_err(),
        Fault::NotText { offset: 3 }
    );
    assert_eq!(
        take("a.txt", b"\xEF\xBB\xBFab\xC3(").unwrap_err(),
        Fault::NotText { offset: 5 }
    );
}

/// A small generator of numbers, so that the test needs no clock.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Pieces of which random logs are made, separated by line feeds.
const PIECES: &str = "2026-11-01\n2026/11/1\n2026年11月1日\n11-01\n21:40\n21:40:05\n9:5\n25:61\n下午9:40\n[\n]\n【\n】\n——\n====\n星期日\n小明\n\
    客服(12345678)\n系统消息\n撤回了一条消息\n以上为历史消息\n消息记录\n消息对象:甲\n：\n:\n\u{20}\n \n内容\nhttps://a.b/c\n😀\n(\n12345\n日期：\n-";

/// Returns what is visible of a text, in alphabetical order.
fn visible(text: &str) -> Vec<char> {
    let frame = "：:[]【】()（）-–—,，|";
    let mut chars: Vec<char> = text
        .chars()
        .filter(|c| !c.is_whitespace() && !frame.contains(*c))
        .collect();
    chars.sort_unstable();
    chars
}

#[test]
fn no_character_of_any_line_is_lost() {
    let pieces: Vec<&str> = PIECES.split('\n').collect();
    let mut dice = Dice(7);
    for _ in 0..4000 {
        let mut log = String::new();
        for _ in 0..=dice.roll(7) {
            for _ in 0..dice.roll(7) {
                log.push_str(pieces[dice.roll(pieces.len())]);
            }
            log.push('\n');
        }
        let mut out = String::new();
        let mut expected = 1;
        for row in Transcript::read(&log).rows {
            let (at, who, text) = match row {
                Row::Header { text } | Row::Day { written: text, .. } => (None, None, text),
                Row::Message { no, at, who, text } => {
                    assert_eq!(no, expected);
                    expected += 1;
                    (at, who, text)
                }
                Row::Omitted { .. } => panic!("a whole log leaves nothing out"),
                Row::System { at, who, text } => (at, who, text),
            };
            out.push_str(&at.map(|at| at.written).unwrap_or_default());
            out.push_str(&who.unwrap_or_default());
            out.push_str(&text);
        }
        assert_eq!(visible(&out), visible(&log), "{log}");
    }
}
