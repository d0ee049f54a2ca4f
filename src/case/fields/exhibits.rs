//! The keys of an item of evidence.

use super::{Field, Kind, Scalar, Section};
use crate::case::evidence::{EvidenceKind, Link};
use crate::case::words::rows;
use crate::diagnostic::Name;

const FILE_NO: Field = Field::new(
    "file",
    "第几张",
    Kind::Count,
    "是第几个文件，从 1 起",
    "which file of the item, from 1",
)
.also(&["文件序号", "张"]);
const PAGE: Field = Field::new(
    "page",
    "第几页",
    Kind::Count,
    "是文件的第几页，从 1 起",
    "which page of the file, from 1",
)
.also(&["页码"]);
const HIDES: Field = Field::new(
    "hides",
    "所盖",
    Kind::Text,
    "框里盖住的文字；写了，就在生成的文书里逐处核对没有残留",
    "the words under the box; the finished filing is searched for them",
)
.also(&["盖住的文字"])
.many();
const AT: Field = Field::new(
    "at",
    "位置",
    Kind::Length,
    "左、上、宽、高四个数",
    "left, top, width, height",
)
.many();

/// One item.
pub(super) static ITEM: Section = Section {
    name: Name { en: "evidence", zh: "证据" },
    fields: &[
        Field::new("id", "编号", Kind::Text, "别处要引用它时的编号", "the id that other parts refer to"),
        Field::new("files", "文件", Kind::Path, "文件路径，从案情文件所在文件夹算起", "the files, relative to the case file").also(&["file", "path"]).many(),
        Field::new("name", "名称", Kind::Text, "在证据目录里叫什么", "what it is called in the list").also(&["标题", "title"]),
        Field::new("proves", "证明", Kind::Word(rows::<Link>), "证明哪一环：主体、承诺、下单、付款、已发卡密、未履行、未解决、催告", "the link it proves: identity, promised, ordered, paid, delivered_code, breached, unresolved, notified")
            .also(&["证明对象", "证明内容"])
            .many(),
        Field::new("kind", "类别", Kind::Word(rows::<EvidenceKind>), "电子数据、书证、视听资料……", "electronic_data, documentary, audio_visual …").also(&["种类", "type", "证据种类"]),
        Field::new("source", "来源", Kind::Text, "从哪里得来，如 支付宝账单页面截图", "where it comes from"),
        Field::new("captured", "截取时间", Kind::Moment, "什么时候截的图", "when it was captured").also(&["截图时间", "时间", "形成时间", "captured_at"]),
        Field::new("device", "设备", Kind::Text, "在什么设备上截的", "on what device"),
        Field::new("original", "原件所在", Kind::Text, "原件在哪里", "where the original is").also(&["原件", "原始载体"]),
        Field::new("note", "说明", Kind::Text, "这份证据显示了什么", "what it shows").also(&["备注"]),
        Field::new("caption", "图注", Kind::Text, "图片下面的一行字", "line under the picture"),
        Field::new("alt", "图意", Kind::Text, "给看不见图片的人的描述", "what the picture shows, for who cannot see it"),
        Field::new("quote", "原文", Kind::Text, "关键的话，照抄", "decisive words, verbatim").also(&["quotes"]).many(),
        Field::new("readings", "画面所载", Kind::Pairs, "图上的关键内容：标签和值", "what the picture says: label and value").also(&["reading"]),
        Field::new("marks", "框线", Kind::Section(&MARK, Scalar::None), "在关键位置画的框", "frames around decisive places").also(&["mark"]).many(),
        Field::new("redact", "遮盖", Kind::Section(&REDACTION, Scalar::None), "提交的副本里要盖住的地方", "places to cover in the filed copy").also(&["redactions", "打码"]).many(),
        Field::new("hide", "隐去", Kind::Text, "文字记录里要隐去的词", "words to mask in a transcript").also(&["hidden", "hide_words"]).many(),
        Field::new("pages", "页", Kind::Text, "只附哪几页，如 1-3, 8", "which pages are attached, such as 1-3, 8").also(&["页数", "所附页"]).many(),
        Field::new("crop", "裁取", Kind::Section(&CROP, Scalar::None), "只取画面的一部分", "the part of the picture that is attached").also(&["裁剪"]).many(),
        Field::new("rotate", "旋转", Kind::Text, "再顺时针转多少度：90、180、270；几个文件各不相同时逐个写", "degrees clockwise: 90, 180, 270; one for each file where they differ").many(),
        Field::new("password", "密码", Kind::Text, "打开文件的密码，不会写进文书", "what opens the file; it is printed nowhere").also(&["打开密码"]),
        Field::new("per_page", "每页张数", Kind::Count, "一页放几张图", "how many pictures go on a page"),
        Field::new("omit_from", "不附于", Kind::Text, "不附在哪些渠道", "the channels it is not attached to").many(),
        Field::new("transcript", "文字稿", Kind::Section(&SPOKEN, Scalar::Key("text")), "录音录像里说的话，如 00:12 客服：已经登记", "what is said in a recording, such as 00:12 agent: noted").also(&["录音文字", "录音整理", "transcription"]).many(),
        Field::new("range", "节选", Kind::Text, "聊天记录只附哪几条或者哪几天，如 12-40、2026-11-01 至 2026-11-03", "which messages or days of a chat log are attached, such as 12-40").also(&["ranges", "excerpt", "范围"]).many(),
    ],
};

static SPOKEN: Section = Section {
    name: Name {
        en: "transcript",
        zh: "文字稿",
    },
    fields: &[
        Field::new(
            "at",
            "时点",
            Kind::Text,
            "从开头起的分和秒，如 00:12、1:02:03",
            "minutes and seconds from the start, such as 00:12",
        )
        .also(&["时间", "time"]),
        Field::new("who", "说话人", Kind::Text, "谁说的", "who speaks")
            .also(&["发言人", "speaker"]),
        Field::new(
            "text",
            "内容",
            Kind::Text,
            "说了什么，照录",
            "what is said, word for word",
        )
        .also(&["原话", "words"]),
    ],
};

static MARK: Section = Section {
    name: Name {
        en: "marks",
        zh: "框线",
    },
    fields: &[
        AT,
        Field::new("no", "序号", Kind::Count, "框的序号", "its number"),
        FILE_NO,
        PAGE,
    ],
};

static CROP: Section = Section {
    name: Name {
        en: "crop",
        zh: "裁取",
    },
    fields: &[
        AT,
        Field::new("unit", "单位", Kind::Text, "px 或 %", "px or %"),
        FILE_NO,
        PAGE,
    ],
};

static REDACTION: Section = Section {
    name: Name {
        en: "redact",
        zh: "遮盖",
    },
    fields: &[
        AT,
        Field::new(
            "why",
            "原因",
            Kind::Text,
            "为什么盖住，如 卡密",
            "why, such as 卡密",
        )
        .also(&["reason", "理由"]),
        FILE_NO,
        PAGE,
        HIDES,
        Field::new("unit", "单位", Kind::Text, "px 或 %", "px or %"),
        Field::new(
            "boxes",
            "方框",
            Kind::Section(&BOX, Scalar::None),
            "几个框",
            "several boxes",
        )
        .also(&["box", "区域", "框"])
        .many(),
        Field::new(
            "only",
            "仅限",
            Kind::Text,
            "只在这些渠道盖住",
            "only for these channels",
        )
        .also(&["channels", "渠道"])
        .many(),
        Field::new(
            "except",
            "除外",
            Kind::Text,
            "这些渠道不盖",
            "for all but these channels",
        )
        .many(),
    ],
};

static BOX: Section = Section {
    name: Name {
        en: "boxes",
        zh: "方框",
    },
    fields: &[
        AT,
        Field::new("why", "原因", Kind::Text, "为什么盖住", "why").also(&["reason", "理由"]),
        FILE_NO,
        PAGE,
        HIDES,
        Field::new("unit", "单位", Kind::Text, "px 或 %", "px or %"),
    ],
};
