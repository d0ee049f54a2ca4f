//! What a fault or a notice is called, and what to do about it.

use super::{Excess, Fault, Foreign, Kind, Loss, Notice, Remedy};
use crate::bilingual::Bilingual;

impl Fault {
    /// What is wrong, as the end of a sentence about the file.
    pub fn what(&self) -> Bilingual {
        match self {
            Self::Empty => Bilingual::new("是空文件", "is empty"),
            Self::Blank => Bilingual::new(
                "里没有可以附上的文字或者图片",
                "holds no text and no picture that could be attached",
            ),
            Self::Unsupported {
                kind: Foreign::Unknown,
            } => Bilingual::new("是无法识别的文件", "is a file of an unknown kind"),
            Self::Unsupported { kind } => Bilingual::new(
                format!("是 {} 文件，目前不能直接附入", kind.name()),
                format!(
                    "is a {} file, which cannot be attached as it is",
                    kind.name()
                ),
            ),
            Self::Truncated => Bilingual::new("不完整，后半部分缺失", "is cut off"),
            Self::Corrupt { reason } => Bilingual::new(
                format!("已损坏（{reason}）"),
                format!("is damaged ({reason})"),
            ),
            Self::TooLarge {
                width,
                height,
                limit,
            } => Bilingual::new(
                format!("像素过多（{width}×{height}，上限 {} 万）", limit / 10_000),
                format!("has too many pixels ({width}×{height}; at most {limit})"),
            ),
            Self::TooLong { bytes, limit } => Bilingual::new(
                format!("过长（{bytes} 字节，上限 {limit}）"),
                format!("is too long ({bytes} bytes; at most {limit})"),
            ),
            Self::Animated => Bilingual::new("是动图", "is animated"),
            Self::TooManyPages { limit } => Bilingual::new(
                format!("页数过多（上限 {limit} 页）"),
                format!("has too many pages (at most {limit})"),
            ),
            Self::NoSuchPage { page, pages } => Bilingual::new(
                format!("没有第 {page} 页，一共 {pages} 页"),
                format!("has no page {page}; it has {pages}"),
            ),
            Self::CropOutside {
                page,
                width,
                height,
            } => Bilingual::new(
                format!("第 {page} 页要裁取的部分不在画面内（画面 {width}×{height}）"),
                format!("has nothing where page {page} is to be cut (it is {width}×{height})"),
            ),
            Self::NotText { offset } => Bilingual::new(
                format!("既不是图片，也不是可读的文本（第 {offset} 字节起）"),
                format!("is neither a picture nor readable text (from byte {offset})"),
            ),
            Self::NeedsPassword => Bilingual::new("有密码，打不开", "is locked with a password"),
            Self::WrongPassword => Bilingual::new(
                "用所给的密码打不开",
                "does not open with the password given",
            ),
            Self::PageIncomplete { page, loss } => loss.on(*page),
            Self::TooSlow { seconds } => Bilingual::new(
                format!("解读过慢（{seconds} 秒没有结果，已停止）"),
                format!("takes too long to decode (stopped after {seconds} s without a result)"),
            ),
            Self::GaveUp => Bilingual::new(
                "无法解读（所需内存过多，或者文件异常）",
                "cannot be decoded (it needs too much memory, or is malformed)",
            ),
            Self::TooMuch { what, limit } => what.words(*limit),
            Self::NothingSelected { messages } => Bilingual::new(
                format!("在「节选」的范围里没有消息（全部有 {messages} 条）"),
                format!("has no message inside `range` (it has {messages} in all)"),
            ),
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Bilingual {
        match self {
            Self::Empty | Self::Truncated => Bilingual::new(
                "重新从手机复制，或者重新下载",
                "copy it from the phone or download it again",
            ),
            Self::Blank => Bilingual::new(
                "打开看一看是不是这一份；内容只在软件里看得到的，截图作证据",
                "see whether it is the right file; take screenshots of what only its program shows",
            ),
            Self::Unsupported { kind } => kind.remedy().help(),
            Self::Corrupt { .. } => Bilingual::new(
                "在手机上打开后重新保存或者截图，再用新的文件",
                "open it on the phone, save it again or take a screenshot, and use that file",
            ),
            Self::TooLarge { .. } => {
                Bilingual::new("分成几张，或者缩小后另存", "split it, or save it smaller")
            }
            Self::TooLong { .. } => Bilingual::new(
                "只保留与争议有关的日期，另存为一个文件",
                "keep the days that matter in a file of their own",
            ),
            Self::NothingSelected { .. } => Bilingual::new(
                "先不写「节选」生成一次，按页上的序号和日期写",
                "render once without `range`, and take numbers and days from the page",
            ),
            Self::TooMuch { .. } => Bilingual::new(
                "只保留与争议有关的部分，另存为一个文件；或者对有关内容截图",
                "keep what matters in a file of its own, or take screenshots of it",
            ),
            Self::TooManyPages { .. } => Bilingual::new(
                "用「页」写明需要的几页，如 页: 1-3, 8",
                "name the pages that matter with `pages`, such as `pages: 1-3, 8`",
            ),
            Self::NoSuchPage { .. } => {
                Bilingual::new("核对「页」里的页码", "correct the numbers under `pages`")
            }
            Self::CropOutside { .. } => Bilingual::new(
                "裁取和遮盖的位置按转正之后的原图量，重新量一次",
                "measure it again on the upright picture",
            ),
            Self::Animated => Bilingual::new(
                "对关键的一帧截图",
                "take a screenshot of the frame that matters",
            ),
            Self::NotText { .. } => Bilingual::new(
                "聊天记录请另存为 UTF-8 文本（.txt）；其他文件请截图",
                "save a chat log as UTF-8 text (.txt); take screenshots of anything else",
            ),
            Self::NeedsPassword | Self::WrongPassword => Bilingual::new(
                "在「密码」里写上打开文件的密码；密码不会写入提交的文书",
                "give its password under `password`; no filing contains it",
            ),
            Self::PageIncomplete { .. } | Self::TooSlow { .. } | Self::GaveUp => Bilingual::new(
                "用阅读器打开后打印成新的 PDF；仍不行的，把该页截图，用截图作证据",
                "open it in a reader and print it into a new PDF; failing that, use screenshots of the pages",
            ),
        }
    }
}

impl Loss {
    /// What is lost on a page, as the end of a sentence about the file.
    fn on(&self, page: u32) -> Bilingual {
        let (zh, en) = match self {
            Self::Page => ("无法解读".to_owned(), "cannot be read".to_owned()),
            Self::Everything => (
                "有内容，画出来却是空白".to_owned(),
                "has content and yet comes out blank".to_owned(),
            ),
            Self::Text { text } => (
                format!("有画不出来的文字“{text}”（文件没有嵌入相应的字体）"),
                format!("has text that no font can draw: “{text}”"),
            ),
            Self::Font => (
                "有无法解读的字体".to_owned(),
                "has a font that cannot be read".to_owned(),
            ),
            Self::Picture => (
                "有无法解读的图片".to_owned(),
                "has a picture that cannot be read".to_owned(),
            ),
            Self::Annotation { kind, text } => {
                let (zh, en) = if text.is_empty() {
                    (String::new(), String::new())
                } else {
                    (format!("，内容“{text}”"), format!(": `{text}`"))
                };
                (
                    format!("有一处批注或者表单域没有外观数据，画不出来（{kind}{zh}）"),
                    format!(
                        "has an annotation or form field that does not say how it looks ({kind}{en})"
                    ),
                )
            }
        };
        Bilingual::new(format!("第 {page} 页{zh}"), format!("page {page} {en}"))
    }
}

impl Excess {
    /// The same as the end of a sentence about the file.
    fn words(self, limit: u64) -> Bilingual {
        match self {
            Self::Nesting => Bilingual::new(
                format!("嵌套过深（上限 {limit} 层）"),
                format!("is nested too deep (at most {limit} levels)"),
            ),
            Self::Cells => Bilingual::new(
                format!("表格过大（上限 {limit} 格）"),
                format!("has too many cells (at most {limit})"),
            ),
            Self::Columns => Bilingual::new(
                format!("表格过宽（上限 {limit} 列）"),
                format!("has too many columns (at most {limit})"),
            ),
            Self::Blocks => Bilingual::new(
                format!("过长（上限 {limit} 段）"),
                format!("has too many paragraphs (at most {limit})"),
            ),
            Self::Members => Bilingual::new(
                format!("内含的文件过多（上限 {limit} 个）"),
                format!("holds too many files (at most {limit})"),
            ),
            Self::Unpacked => Bilingual::new(
                format!("解压后过大（上限 {} MB）", limit / 1_000_000),
                format!(
                    "is too large when unpacked (at most {} MB)",
                    limit / 1_000_000
                ),
            ),
        }
    }
}

impl Remedy {
    /// The same as a sentence.
    fn help(self) -> Bilingual {
        match self {
            Self::SaveAsPicture => {
                Bilingual::new("用看图软件另存为 JPG 或者 PNG", "save it as JPG or PNG")
            }
            Self::PagesAsPictures => Bilingual::new(
                "把每一页另存为图片（JPG 或者 PNG），在「文件」里依次列出",
                "save each page as a picture (JPG or PNG) and list them under `file`",
            ),
            Self::Unlock => Bilingual::new(
                "用 Office 或者 WPS 打开，去掉密码后另存，再用新的文件",
                "open it, take the password away, save it again and use that file",
            ),
            Self::Screenshots => Bilingual::new(
                "对有关内容截图，用截图作证据",
                "take screenshots of what matters",
            ),
            Self::Unpack => Bilingual::new(
                "解压后把里面的文件逐个列出",
                "unpack it and name the files in it",
            ),
            Self::StillsAndWords => Bilingual::new(
                "另存为 MP4；或者截取关键画面，并把说的话整理成文字（.txt）",
                "save it as MP4, or give still pictures and write down what is said",
            ),
            Self::Words => Bilingual::new(
                "另存为 MP3 或者 WAV；或者把说的话整理成文字（.txt）",
                "save it as MP3 or WAV, or write down what is said as a text file",
            ),
            Self::ExportText => Bilingual::new(
                "把聊天记录导出为文本（.txt）",
                "export the chat as a text file (.txt)",
            ),
        }
    }
}

impl Notice {
    /// Whether something meant to be hidden may be visible, so that no filing may be written.
    pub fn is_serious(&self) -> bool {
        matches!(
            self,
            Self::BoxOutside { .. }
                | Self::BoxEmpty { .. }
                | Self::BoxOnNoPage { .. }
                | Self::BoxesOnText { .. }
        )
    }

    /// What was noticed, as the end of a sentence about the file.
    pub fn what(&self) -> Bilingual {
        match self {
            Self::BoxOutside { no, width, height } => Bilingual::new(
                format!("第 {} 处遮盖不在图片范围内（{width}×{height}）", no + 1),
                format!(
                    "redaction {} lies outside the picture ({width}×{height})",
                    no + 1
                ),
            ),
            Self::BoxClipped { no, width, height } => Bilingual::new(
                format!(
                    "第 {} 处遮盖超出图片边缘，已按边缘截断（{width}×{height}）",
                    no + 1
                ),
                format!(
                    "redaction {} reaches over the edge and was cut there ({width}×{height})",
                    no + 1
                ),
            ),
            Self::Edited { program } => Bilingual::new(
                format!("里记着曾用修图软件 {program} 保存"),
                format!("says that {program} has saved it, which edits pictures"),
            ),
            Self::BoxEmpty { no } => Bilingual::new(
                format!("第 {} 处遮盖没有宽度或者高度", no + 1),
                format!("redaction {} has no width or no height", no + 1),
            ),
            Self::BoxOnNoPage { page } => Bilingual::new(
                format!("没有附第 {page} 页，写在这一页上的遮盖或者裁取不起作用"),
                format!(
                    "is filed without page {page}, on which something was to be covered or cut"
                ),
            ),
            Self::BoxesOnText { .. } => Bilingual::new(
                "不是图片，不能用方框遮盖",
                "is no picture and has no pixels to cover",
            ),
            Self::Mislabelled { extension, kind } => {
                let is = kind.name();
                Bilingual::new(
                    format!("扩展名是 .{extension}，内容是 {is}，按内容处理"),
                    format!("is called .{extension} but is {is}; the content was believed"),
                )
            }
            Self::ControlsDropped { characters } => Bilingual::new(
                format!("含 {characters} 个控制字符，已去掉"),
                format!("had {characters} control characters, which were taken out"),
            ),
            Self::FontsReplaced { names } => Bilingual::new(
                format!(
                    "没有嵌入字体（{}），已用宋体画出，字形可能与原件不同",
                    names.join("、")
                ),
                format!(
                    "does not contain its fonts ({}); another face was used, and letters may look different",
                    names.join(", ")
                ),
            ),
            Self::BlankPages { pages } => {
                let list = |comma: &str| {
                    let numbers: Vec<String> = pages.iter().map(u32::to_string).collect();
                    numbers.join(comma)
                };
                Bilingual::new(
                    format!("第 {} 页是空白页", list("、")),
                    format!("has blank pages: {}", list(", ")),
                )
            }
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<Bilingual> {
        match self {
            Self::BoxOutside { .. } | Self::BoxClipped { .. } => Some(Bilingual::new(
                "在正放的原图上重新量一遍：左、上、宽、高",
                "measure again on the upright picture: left, top, width, height",
            )),
            Self::BoxEmpty { .. } => {
                Some(Bilingual::new("写出宽和高", "give it a width and a height"))
            }
            Self::BoxOnNoPage { .. } => Some(Bilingual::new(
                "核对「页」和遮盖、裁取的「第几页」",
                "compare `pages` with the `page` of the box",
            )),
            Self::BoxesOnText { .. } => Some(Bilingual::new(
                "用「隐去」写出要隐去的文字；文档里的图片另存成图片文件，单独附上再遮盖",
                "name the words under `hide`; save pictures in documents as files of their own and cover them there",
            )),
            Self::Edited { .. } => Some(Bilingual::new(
                "附没有编辑过的原图，要遮盖的地方用「遮盖」；只有这一份的，在 `说明` 里写明改动了什么",
                "attach the picture as it was taken and cover places with `redact`; if there is no other, say under `note` what was changed",
            )),
            Self::FontsReplaced { .. } => Some(Bilingual::new(
                "与阅读器里显示的对照一遍",
                "compare it with what a reader shows",
            )),
            Self::Mislabelled { .. } | Self::ControlsDropped { .. } | Self::BlankPages { .. } => {
                None
            }
        }
    }
}

impl Kind {
    /// The name by which people know the kind.
    fn name(self) -> &'static str {
        match self {
            Self::Empty => "空文件",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Bmp => "BMP",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF",
            Self::Heic => "HEIC",
            Self::Pdf => "PDF",
            Self::Text => "TXT",
            Self::Foreign(kind) => kind.name(),
            Self::Recording(medium) => medium.name(),
            Self::Document(paper) => paper.name(),
        }
    }
}
