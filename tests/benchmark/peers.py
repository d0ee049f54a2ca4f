"""The same complaint for other typesetting programs: one text, three source formats.

`html`, `tex` and `fodt` take the pictures and return a document with the text of `TEXT`, laid
out as headings, tables and paragraphs, and each picture on a page of its own with a line over it.
"""

import html as markup
import re
from pathlib import Path

from PIL import Image

FONTS = Path(__file__).resolve().parents[2] / "fonts"
TITLE = "消费者投诉书"

# Headings are strings; a list is a table; a tuple is a run of paragraphs.
TEXT = [
    "投诉人信息",
    [
        ("姓名", "许临川"),
        ("联系电话", "19900002468"),
        ("联系地址", "浙江省云汀市南屏区槐荫路20号3幢502室"),
        ("电子邮箱", "xu.linchuan@mail.example"),
        ("公示与调解", "不同意公示投诉信息；同意委托调解"),
    ],
    "被投诉人信息",
    [
        ("名称", "澜江市远帆网络科技有限公司"),
        ("住所", "广东省澜江市海棠区望潮路68号2幢1106室"),
        ("法定代表人", "顾望舒"),
        ("客服电话", "0900-5550188"),
        ("网站", "www.yuanfan-card.example"),
        ("备案号", "粤ICP备99003456号-1"),
        ("身份来源", "国家企业信用信息公示系统，2026年11月18日查询"),
    ],
    "消费情况",
    [
        ("商品", "《星海远征》5000星晶直充，1件"),
        ("付款金额", "486.00元"),
        ("付款时间", "2026-10-18 20:13:27"),
        ("平台订单号", "YF20261018201147306825"),
        ("支付宝交易号", "2026101822001407741438205519"),
        ("商户单号", "YFP20261018201327990048"),
        ("用途", "本人游戏角色使用，为生活消费，未转售"),
    ],
    "争议事实",
    [
        ("2026-10-18 20:03", "付款前，游戏钱包余额为120星晶。"),
        ("2026-10-18 20:07", "商品页写明：“付款后10分钟内自动到账，超时未到账全额退款”。"),
        ("2026-10-18 20:13", "投诉人提交订单，通过支付宝付款486.00元。账单所载商户单号与订单页一致。"),
        ("2026-10-18 20:16", "订单页显示“充值成功”。发货详情没有上游流水号，也没有游戏方回执。"),
        ("2026-10-18 20:52", "投诉人联系客服（工号A07），客服答复“已提交上游核实，请您等待24小时”。"),
        ("2026-10-20 09:03", "距付款已逾36小时，余额仍为120星晶，10月18日起没有新增充值。"),
        ("2026-10-20 09:05", "投诉人要求提供流水号和回执。客服（工号A12）答复“上游没有给回执”。"),
        ("2026-10-20 09:18", "投诉人要求按页面承诺全额退款。客服答复“虚拟商品售出后不退”。"),
        ("2026-10-21 09:30", "投诉人提交工单GD20261021093015，请求全额退款。"),
        ("2026-10-23 16:02", "工单答复：“本工单不予退款，现予关闭。”"),
        ("2026-11-02 14:30", "投诉人致电客服（工号A03），答复“以工单结果为准，不再受理”。"),
        ("2026-11-17 09:12", "再次查询，余额仍为120星晶，没有充值记录。至今未到账，也未退款。"),
    ],
    "投诉请求",
    (
        "一、退还已付价款486.00元，原路退回支付宝账户。",
        "二、就处理结果作出书面答复，并说明订单所载“充值成功”的依据。",
    ),
    "依据",
    (
        "《民法典》第五百零九条：当事人应当按照约定全面履行自己的义务。",
        "《民法典》第五百七十七条：当事人一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。",
        "《消费者权益保护法》第五十三条：经营者以预收款方式提供商品或者服务的，应当按照约定提供；未按照约定提供的，应当按照消费者的要求履行约定或者退回预付款。",
    ),
    "其他机构处理情况",
    ("投诉人曾向平台提交工单，平台于2026年10月23日关闭。除此以外，未就本争议向其他机构投诉，也未起诉或申请仲裁。",),
    "声明与落款",
    (
        "以上内容属实，所附材料与原件一致，投诉人愿对真实性负责。",
        "投诉人：许临川　　　　2026年11月22日",
    ),
]


def label(number):
    """The line over exhibit `number`."""
    return f"证据{number}　来源：本人手机　原件：本人手机，可供核对"


def upright(path):
    """The width and height of a picture as a person sees it."""
    with Image.open(path) as picture:
        width, height = picture.size
        return (height, width) if picture.getexif().get(0x0112, 1) >= 5 else (width, height)


def fitted(path):
    """The width and height in millimetres that fit a page: a screenshot is as wide as a phone."""
    width, height = upright(path)
    limit = 77 if path.suffix == ".png" else 156
    scale = min(limit / width, 220 / height)
    return width * scale, height * scale


def html(pictures):
    """For WeasyPrint."""

    def block(part):
        if isinstance(part, str):
            return f"<h2>{part}</h2>"
        if isinstance(part, list):
            rows = "".join(f"<tr><th>{a}<td>{markup.escape(b)}" for a, b in part)
            return f"<table>{rows}</table>"
        return "".join(f"<p>{markup.escape(text)}</p>" for text in part)

    def face(family, file, weight):
        source = (FONTS / file).as_uri()
        return f"@font-face{{font-family:{family};src:url({source});font-weight:{weight}}}"

    style = (
        face("Song", "NotoSerifSC-Regular.ttf", 400)
        + face("Song", "NotoSerifSC-Bold.ttf", 700)
        + face("Hei", "NotoSansSC-Bold.ttf", 700)
        + "@page{size:A4;margin:31mm 25.4mm 25mm 28mm;@bottom-center{content:counter(page)}}"
        "body{font:12pt/1.72 Song;text-align:justify}h1,h2,th{font-family:Hei}"
        "h1{font-size:22pt;text-align:center}h2{font-size:14pt}p{text-indent:2em;margin:0}"
        "table{width:100%;border-collapse:collapse;font-size:10.5pt}"
        "th,td{border:.5pt solid;padding:5pt;text-align:left}th{width:9em}"
        "figure{break-before:page;margin:0}figcaption{font-size:9pt}"
        "img{image-orientation:from-image}"
    )
    body = "".join(map(block, TEXT))
    for number, path in enumerate(pictures, 1):
        width, height = fitted(path)
        body += (
            f"<figure><figcaption>{label(number)}</figcaption><img src='{path.as_uri()}' "
            f"alt='证据{number}' style='width:{width:.1f}mm;height:{height:.1f}mm'></figure>"
        )
    return (
        f"<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{TITLE}</title>"
        f"<style>{style}</style><h1>{TITLE}</h1>{body}"
    )


def tex(pictures):
    """For XeLaTeX with ctex. It does not turn photos: only their size is as of the others."""

    def escape(text):
        return re.sub(r"([#$%&_{}])", r"\\\1", text)

    def block(part):
        if isinstance(part, str):
            return f"\\section*{{{part}}}"
        if isinstance(part, list):
            rows = "".join(f"{a}&{escape(b)}\\\\\\hline\n" for a, b in part)
            return (
                "\\noindent\\begin{longtable}{|p{32mm}|p{115mm}|}\\hline\n"
                f"{rows}\\end{{longtable}}"
            )
        return "\n\n".join(map(escape, part))

    body = "\n".join(map(block, TEXT))
    for number, path in enumerate(pictures, 1):
        width, height = fitted(path)
        body += (
            f"\n\\clearpage\\noindent {label(number)}\\par\\noindent"
            f"\\includegraphics[width={width:.1f}mm,height={height:.1f}mm]{{{path}}}"
        )
    fonts = f"Path={FONTS}/"
    return f"""\\documentclass[UTF8,fontset=none,a4paper,zihao=-4]{{ctexart}}
\\usepackage[left=28mm,right=25.4mm,top=31mm,bottom=25mm]{{geometry}}
\\usepackage{{longtable,graphicx,hyperref}}
\\hypersetup{{pdftitle={{{TITLE}}}}}
\\setmainfont[{fonts},BoldFont=NotoSerifSC-Bold.ttf]{{NotoSerifSC-Regular.ttf}}
\\setCJKmainfont[{fonts},BoldFont=NotoSerifSC-Bold.ttf]{{NotoSerifSC-Regular.ttf}}
\\setCJKsansfont[{fonts}]{{NotoSansSC-Bold.ttf}}
\\begin{{document}}
\\begin{{center}}\\Huge\\sffamily {TITLE}\\end{{center}}
{body}
\\end{{document}}
"""


def fodt(pictures):
    """For LibreOffice. It uses the fonts that the system has."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    prefixes = {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }
    declared = " ".join(f'xmlns:{key}="{space}{name}:1.0"' for key, name in prefixes.items())

    def paragraph(text, style="Standard"):
        return f'<text:p text:style-name="{style}">{markup.escape(text)}</text:p>'

    def block(part):
        if isinstance(part, str):
            return f'<text:h text:outline-level="1">{part}</text:h>'
        if isinstance(part, list):
            rows = "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in row)
                + "</table:table-row>"
                for row in part
            )
            return f'<table:table><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>'
        return "".join(map(paragraph, part))

    body = f'<text:h text:outline-level="1">{TITLE}</text:h>' + "".join(map(block, TEXT))
    for number, path in enumerate(pictures, 1):
        width, height = fitted(path)
        body += paragraph(label(number), "Page") + (
            f'<text:p><draw:frame text:anchor-type="as-char" svg:width="{width:.1f}mm" '
            f'svg:height="{height:.1f}mm"><draw:image xlink:href="{path.as_uri()}" '
            'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
        )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {declared} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:line-height="172%"/><style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" fo:language="zh" fo:country="CN"/></style:style>
<style:style style:name="Page" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="28mm" fo:margin-right="25.4mm" fo:margin-top="31mm" fo:margin-bottom="25mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""
