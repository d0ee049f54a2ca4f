//! Web pages, mails, texts and tables become blocks; hostile ones become faults.

use std::io::{Cursor, Write};

use encoding_rs::GB18030;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::{
    Block, Content, Document, Excess, Fault, Kind, Paper, Particular, Unshown, sniff,
};
use super::fixtures::{chat, png, take};

/// A ZIP archive of these members.
fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The document that a file becomes.
fn read(name: &str, bytes: &[u8]) -> Document {
    match take(name, bytes).unwrap().content {
        Content::Document(document) => document,
        other => panic!("{other:?}"),
    }
}

/// Writes blocks as short lines, to compare them at a glance.
fn short(document: &Document) -> Vec<String> {
    let line = |block: &Block| match block {
        Block::Heading(text) => format!("# {text}"),
        Block::Paragraph(text) => text.clone(),
        Block::Entry(text) => format!("- {text}"),
        Block::Table(table) => {
            let rows: Vec<String> = table.rows.iter().map(|row| row.join("|")).collect();
            format!("{}{}", if table.head { "^" } else { "" }, rows.join("\n"))
        }
        Block::Pictures(place) => format!("{place:?}"),
    };
    document.blocks.iter().map(line).collect()
}

/// A picture that is large enough to be shown.
fn picture() -> Vec<u8> {
    png(&chat(200, 300), |_| {})
}

/// The same as base64.
pub(super) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let three = |part: &[u8]| {
        let number = (0..3).fold(0, |number, at| {
            number << 8 | u32::from(part.get(at).copied().unwrap_or(0))
        });
        let digit = |at: usize| {
            let digit = DIGITS[(number >> (18 - 6 * at) & 63) as usize];
            if at > part.len() {
                '='
            } else {
                char::from(digit)
            }
        };
        (0..4).map(digit).collect::<String>()
    };
    bytes.chunks(3).map(three).collect()
}

#[test]
fn a_web_page_keeps_what_is_seen_and_says_what_is_not() {
    let page = format!(
        "<!DOCTYPE html>\n<!-- saved from url=(0030)https://shop.example/item?id=1 -->\n<html><head>\
         <title>话费充值 &amp; 流量</title><script>if (1<2) document.write('<p>不见</p>')</script>\
         <style>p{{}}</style></head><body><h1>话费\n充值</h1><ul><li>首页<li>流量</ul>\
         <p>付款后<b>10分钟</b>到账<p hidden>隐藏<p>单号<input value=A1><input type=hidden value=B><p style='display: none'>也隐藏</p><p>第二段<br>第二行\
         <table><tr><th>面值<th>售价<tr><td rowspan=2>50元<td>49.90<tr><td>50.00</table>\
         <img src='data:image/png;base64,{}'><img src='https://x.example/a.png' alt='广告'>\
         <video src=a.mp4></video><svg><title>t</title><path/></svg><pre>a  b\n c</pre></body>",
        base64(&picture())
    );
    let document = read("a.html", page.as_bytes());
    assert_eq!(
        document.particulars,
        [
            (Particular::Url, "https://shop.example/item?id=1".to_owned()),
            (Particular::Title, "话费充值 & 流量".to_owned()),
        ]
    );
    assert_eq!(
        short(&document),
        [
            "# 话费 充值",
            "- 首页",
            "- 流量",
            "付款后10分钟到账",
            "单号A1",
            "第二段\n第二行",
            "^面值|售价\n50元|49.90\n|50.00",
            "0..1",
            "［广告］",
            "a b\nc",
        ]
    );
    assert_eq!(
        document.unshown,
        [
            (Unshown::Scripts, 1),
            (Unshown::Styles, 1),
            (Unshown::Media, 1),
            (Unshown::Drawings, 1),
            (Unshown::RemotePictures, 1),
            (Unshown::HiddenText, 2),
        ]
    );
    assert_eq!(document.pictures.len(), 1);
}

#[test]
fn tables_that_only_place_things_fall_apart() {
    let page = "<html><table><tr><td><h2>标题</h2><td>一<table><tr><td>甲<td>乙<tr><td>1<td>2</table></table>";
    assert_eq!(
        short(&read("a.html", page.as_bytes())),
        ["# 标题", "一", "甲|乙\n1|2"]
    );
}

#[test]
fn pages_in_chinese_encodings_are_read() {
    let page = "<html><meta charset=gbk><p>到账了吗</p></html>";
    let document = read("a.htm", &GB18030.encode(page).0);
    assert_eq!(short(&document), ["到账了吗"]);
    let document = read("a.htm", format!("\u{FEFF}{page}").as_bytes());
    assert_eq!(short(&document), ["到账了吗"]);
}

#[test]
fn hostile_pages_end_soon() {
    let deep = format!("<html>{}内容", "<div>".repeat(10_000));
    let what = Excess::Nesting;
    assert!(
        matches!(take("a.html", deep.as_bytes()), Err(Fault::TooMuch { what: found, .. }) if found == what)
    );
    let flat = format!("<html>{}</html>", "<p>段".repeat(30_000));
    assert!(matches!(
        take("a.html", flat.as_bytes()),
        Err(Fault::TooMuch {
            what: Excess::Cells | Excess::Blocks,
            ..
        })
    ));
    let ends = format!("<html><p>{}内容", "</div></td><br/>".repeat(20_000));
    assert_eq!(short(&read("a.html", ends.as_bytes())), ["内容"]);
    let covers =
        "<html><table><tr><td colspan=99999999 rowspan=99999999>甲<td>乙<tr><td>丙</table>";
    assert_eq!(read("a.html", covers.as_bytes()).blocks.len(), 1);
    assert_eq!(
        take("a.html", b"<html><body></body></html>").unwrap_err(),
        Fault::Blank
    );
    for text in [
        "<html><p>a<script>",
        "<html><!--",
        "<html><td><td></table><tr>x",
        "<html><p title='",
    ] {
        let _ = take("a.html", text.as_bytes());
    }
}

/// A saved page with a picture beside it.
fn saved_page() -> String {
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://shop.example/1\r\nSubject: t\r\n\
         Date: Sat, 21 Nov 2026 09:30:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; \
         type=\"text/html\"; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html\r\n\
         Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://shop.example/1\r\n\r\n\
         <html><title>=E5=95=86=E5=93=81</title><p>=E5=88=B0=E8=B4=A6</p><img src=3D\"https://shop.example/a.png\">\
         </html>\r\n--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Location: https://shop.example/a.png\r\n\r\n{}\r\n--B--\r\n",
        base64(&picture())
    )
}

#[test]
fn a_saved_page_brings_its_pictures() {
    let document = read("a.mhtml", saved_page().as_bytes());
    assert_eq!(
        document.particulars,
        [
            (Particular::Url, "https://shop.example/1".to_owned()),
            (Particular::Title, "商品".to_owned()),
            (Particular::Saved, "2026-11-21 09:30:00 +08:00".to_owned()),
        ]
    );
    assert_eq!(short(&document), ["到账", "0..1"]);
    assert_eq!(document.unshown, []);
}

/// A mail of these parts.
fn mail(parts: &[&str]) -> String {
    format!(
        "From: =?GBK?B?v823/g==?= <kefu@shop.example>\r\nTo: he@mail.example\r\nCc: a@x.example, b@x.example\r\n\
         Date: Sat, 21 Nov 2026 09:30:00 +0800\r\nSubject: =?UTF-8?B?5Zue5aSN?=\r\nMessage-ID: <1@shop.example>\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n{}\r\n--B--\r\n",
        parts.join("\r\n--B\r\n")
    )
}

#[test]
fn a_mail_shows_its_head_its_text_its_pictures_and_names_the_rest() {
    let plain = "Content-Type: text/plain; charset=utf-8\r\n\r\n您好：\r\n\r\n第一行\r\n第二行";
    let shown = format!(
        "Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        base64(&picture())
    );
    let other = "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"收据.pdf\"\r\n\r\n%PDF-1.4";
    let document = read("a.eml", mail(&[plain, &shown, other]).as_bytes());
    let told: Vec<&str> = document
        .particulars
        .iter()
        .map(|(_, value)| value.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "客服 <kefu@shop.example>",
            "he@mail.example",
            "a@x.example、b@x.example",
            "2026-11-21 09:30:00 +08:00",
            "回复",
            "1@shop.example",
        ]
    );
    assert_eq!(short(&document), ["您好：", "第一行\n第二行", "0..1"]);
    assert_eq!(document.attachments, [("收据.pdf".to_owned(), 8)]);
}

#[test]
fn a_mail_without_plain_text_shows_its_page() {
    let page = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>到账</p><img src='cid:1'>";
    let shown = format!(
        "Content-Type: image/png\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        base64(&picture())
    );
    let document = read("a.eml", mail(&[page, &shown]).as_bytes());
    assert_eq!(short(&document), ["到账", "0..1"]);
    assert_eq!(document.attachments, []);
}

#[test]
fn broken_mails_never_panic() {
    let whole = mail(&["Content-Type: text/plain\r\n\r\nhi", &saved_page()]);
    for at in (0..whole.len()).step_by(whole.len() / 60 + 1) {
        let _ = take("a.eml", &whole.as_bytes()[..at]);
    }
    let nested = "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n".repeat(3000);
    let _ = take(
        "a.eml",
        format!("From: a\r\nMessage-ID: <1>\r\nMIME-Version: 1.0\r\n{nested}").as_bytes(),
    );
}

/// A text of Word with this body.
fn word(body: &str) -> Vec<u8> {
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    archive(&[
        ("word/document.xml", body.as_bytes()),
        (
            "word/styles.xml",
            "<w:styles><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
                .as_bytes(),
        ),
        (
            "word/header1.xml",
            "<w:hdr><w:p><w:r><w:t>合同</w:t></w:r></w:p></w:hdr>".as_bytes(),
        ),
        (
            "word/_rels/document.xml.rels",
            b"<Relationships><Relationship Id=\"r1\" Target=\"media/1.png\"/></Relationships>",
        ),
        ("word/media/1.png", &picture()),
    ])
}

#[test]
fn a_text_of_word_keeps_its_order() {
    let text = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr>{}</w:p><w:p>{}<w:del><w:r><w:delText>旧</w:delText></w:r>\
         </w:del><w:ins>{}</w:ins></w:p><w:p><w:pPr><w:numPr/></w:pPr>{}</w:p><w:tbl><w:tr><w:tc><w:tcPr>\
         <w:gridSpan w:val=\"2\"/></w:tcPr><w:p>{}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}\
         </w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r></w:p>\
         <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:p>{}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        text("退款协议"),
        text("甲 &amp; &#x4E59;"),
        text("新"),
        text("三日内退款"),
        text("合计"),
        text("话费"),
        text("50元"),
        text("框"),
        text("框"),
    );
    let document = read("a.docx", &word(&body));
    assert_eq!(
        document.particulars,
        [(Particular::Header, "合同".to_owned())]
    );
    assert_eq!(
        short(&document),
        [
            "# 退款协议",
            "甲 & 乙新",
            "- 三日内退款",
            "合计|\n话费|50元",
            "0..1",
            "框"
        ]
    );
    assert_eq!(
        document.unshown,
        [(Unshown::HiddenText, 1), (Unshown::Deletions, 1)]
    );
}

#[test]
fn hostile_archives_are_faults() {
    let bomb = vec![b' '; 300_000_000];
    let file = archive(&[("word/document.xml", b"<w:document/>"), ("a", &bomb)]);
    assert!(file.len() < 1_000_000);
    let fault = take("a.docx", &file).unwrap_err();
    assert!(
        matches!(
            fault,
            Fault::TooMuch {
                what: Excess::Unpacked,
                ..
            }
        ),
        "{fault:?}"
    );

    let deep = "<w:tbl>".repeat(10_000);
    let fault = take("a.docx", &word(&deep)).unwrap_err();
    assert!(
        matches!(
            fault,
            Fault::TooMuch {
                what: Excess::Nesting,
                ..
            }
        ),
        "{fault:?}"
    );

    let whole = word("<w:p><w:r><w:t>一</w:t></w:r></w:p>");
    for at in (30..whole.len()).step_by(whole.len() / 40 + 1) {
        assert!(take("a.docx", &whole[..at]).is_err(), "{at}");
        let mut broken = whole.clone();
        broken[at] ^= 0x5A;
        let _ = take("a.docx", &broken);
    }
}

/// A workbook with one sheet of this data, an empty one and a hidden one.
fn workbook(data: &str) -> Vec<u8> {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook {space} xmlns:r=\"{relations}\"><sheets><sheet name=\"十一月\" sheetId=\"1\" r:id=\"r1\"/>\
         <sheet name=\"空\" sheetId=\"2\" r:id=\"r2\"/><sheet name=\"底稿\" sheetId=\"3\" state=\"hidden\" r:id=\"r2\"/>\
         </sheets></workbook>"
    );
    let links: String = [
        ("r1", "worksheet", "worksheets/1.xml"),
        ("r2", "worksheet", "worksheets/2.xml"),
        ("r3", "styles", "styles.xml"),
    ]
    .iter()
    .map(|(id, kind, target)| {
        format!("<Relationship Id=\"{id}\" Type=\"{relations}/{kind}\" Target=\"{target}\"/>")
    })
    .collect();
    let links = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>"
    );
    let styles = format!(
        "<styleSheet {space}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
    );
    let sheet =
        |data: &str| format!("<worksheet {space}><sheetData>{data}</sheetData></worksheet>");
    let start = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    archive(&[
        ("_rels/.rels", start.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/1.xml", sheet(data).as_bytes()),
        ("xl/worksheets/2.xml", sheet("").as_bytes()),
        ("xl/media/image1.png", &picture()),
    ])
}

#[test]
fn a_workbook_becomes_a_table_for_each_sheet() {
    let text = |place: &str, text: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let data = format!(
        "<row r=\"1\">{}{}{}</row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46346.5</v></c><c r=\"B2\"><v>2026112012033100881</v></c>\
         <c r=\"C2\"><v>50.5</v></c></row><row r=\"3\"><c r=\"C3\"><f>SUM(C2:C2)</f><v>50.5</v></c></row>\
         <row r=\"4\"><c r=\"C4\"><f>C3*2</f></c></row>",
        text("A1", "日期"),
        text("B1", "订单号"),
        text("C1", "金额"),
    );
    let document = read("a.xlsx", &workbook(&data));
    assert_eq!(
        document.particulars,
        [(Particular::Sheets, "十一月、空".to_owned())]
    );
    let blocks = short(&document);
    assert_eq!(blocks[0], "# 十一月");
    let rows: Vec<&str> = blocks[1].lines().collect();
    assert_eq!(
        (rows[0], rows[2], rows[3]),
        ("^日期|订单号|金额", "||50.5", "||=C3*2")
    );
    assert!(
        rows[1].starts_with("2026-11-20 12:00:00|20261120120331008"),
        "{}",
        rows[1]
    );
    assert_eq!(blocks[2..], ["# 空", "（空表）", "0..1"]);
    assert_eq!(
        document.unshown,
        [
            (Unshown::Formulas, 2),
            (Unshown::Rounded, 1),
            (Unshown::HiddenSheets, 1)
        ]
    );
}

#[test]
fn a_workbook_with_cells_at_the_far_end_is_small() {
    let far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    assert_eq!(short(&read("a.xlsx", &workbook(far)))[1], "1|\n|2");
    let many: String = (1..=20_001)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"))
        .collect();
    let fault = take("a.xlsx", &workbook(&many)).unwrap_err();
    assert_eq!(
        fault,
        Fault::TooMuch {
            what: Excess::Cells,
            limit: 20_000
        }
    );
}

#[test]
fn bills_keep_their_remarks_and_every_digit() {
    let bill = "支付宝交易记录明细查询\r\n账号:[h***@mail.example]\r\n起始日期:[2026-11-01]    终止日期:[2026-11-30]\r\n\
        ---------------交易记录明细列表---------------\r\n交易号       ,付款时间          ,金额（元）   ,收/支   ,备注 ,\r\n\
        2026112022001455010388120946\t,2026-11-20 12:04:10 ,50.00   ,支出      ,     ,\r\n\
        2026112022001455010388120947\t,2026-11-20 12:05:10 ,\"1,050.00\"   ,支出      ,     ,\r\n\
        ------------------------------\r\n共2笔记录\r\n";
    for bytes in [
        bill.as_bytes().to_vec(),
        GB18030.encode(bill).0.into_owned(),
        format!("\u{FEFF}{bill}").into_bytes(),
    ] {
        for name in ["账单.csv", "账单.txt"] {
            assert_eq!(
                short(&read(name, &bytes)),
                [
                    "支付宝交易记录明细查询",
                    "账号:[h***@mail.example]",
                    "起始日期:[2026-11-01]    终止日期:[2026-11-30]",
                    "---------------交易记录明细列表---------------",
                    "^交易号|付款时间|金额（元）|收/支|备注\n\
                     2026112022001455010388120946|2026-11-20 12:04:10|50.00|支出|\n\
                     2026112022001455010388120947|2026-11-20 12:05:10|1,050.00|支出|",
                    "------------------------------",
                    "共2笔记录",
                ]
            );
        }
    }
    // A wallet fills its remarks up with commas.
    let bill = "微信支付账单明细,,,,\n微信昵称：[甲],,,,\n----微信支付账单明细列表----,,,,\n交易时间,交易类型,金额(元),交易单号,备注\n\
        2026-11-20 12:04:10,商户消费,¥50.00,\"4200001234202611201234567890\t\",\"/\"\n";
    let blocks = short(&read("账单.csv", bill.as_bytes()));
    assert_eq!(blocks[..2], ["微信支付账单明细", "微信昵称：[甲]"]);
    assert!(
        blocks[3].ends_with("2026-11-20 12:04:10|商户消费|¥50.00|4200001234202611201234567890|/")
    );
}

#[test]
fn a_chat_with_commas_stays_a_chat() {
    for log in [
        "2026-11-01 21:40 我：好的,可以,谢谢\n2026-11-01 21:41 客服：稍等,请提供单号\n2026-11-01 21:42 我：单号,1,2,3\n",
        "我：在吗\n客服：在的,请说\n我：没到账",
        "第一行\n\n第二行",
    ] {
        let taken = take("聊天.txt", log.as_bytes()).unwrap();
        assert!(matches!(taken.content, Content::Transcript(_)), "{log}");
    }
}

#[test]
fn the_content_tells_the_kind() {
    for (start, paper) in [
        (
            &b"PK\x03\x04....[Content_Types].xml....word/document.xml"[..],
            Paper::Word,
        ),
        (b"PK\x03\x04....xl/workbook.xml", Paper::Workbook),
        (b"\r\n<!DOCTYPE HTML><html>", Paper::Html),
        (b"<!-- saved --><html>", Paper::Html),
        (
            b"From: a@example.com\r\nMessage-ID: <1>\r\n\r\nhi",
            Paper::Mail,
        ),
        (
            b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
            Paper::Mhtml,
        ),
        (
            b"From: x\r\nTo: y\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
            Paper::Mail,
        ),
    ] {
        assert_eq!(sniff(start), Kind::Document(paper));
        assert!(!paper.name().is_empty());
    }
}
