//! Why an original cannot be checked in full, in words.

use serde::{Deserialize, Serialize};

/// Why an original cannot be checked in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unclear {
    /// Files of its kind are not checked.
    Kind,
    /// It carries a picture of its own that cannot be compared with the one that is shown, such as a cover.
    Preview,
    /// It carries a small picture of itself that shows something else than the picture does now.
    Older,
    /// It holds a second picture, such as one for bright screens or one of a series.
    Second,
    /// A film is appended to it, as phones do.
    Film,
    /// It holds how far away everything is, or the picture before it was blurred by that.
    Depth,
    /// It holds data of a program for pictures, such as a preview from before the last change.
    Editor,
    /// Something follows after its end: a moving picture, or what an editor cut away.
    AfterEnd,
    /// It holds a part that nobody knows.
    Part,
    /// It holds what no page of the filing shows.
    Unshown,
    /// It is encrypted.
    Encrypted,
    /// It holds earlier versions of itself.
    Versions,
    /// It holds text that cannot be read as characters.
    Glyphs,
    /// It could not be read again.
    Unread,
}

impl Unclear {
    /// The reason in Chinese and English, after the name of the file.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Kind => ("这类文件无法逐项检查", "of a kind that is not checked"),
            Self::Preview => (
                "内含预览图或者封面，无法与画面核对",
                "carries a preview or a cover that cannot be compared with the picture",
            ),
            Self::Older => (
                "内嵌的缩略图与画面不一致，可能是裁剪、涂改之前的样子",
                "its thumbnail differs from the picture and may show it before it was cropped or edited",
            ),
            Self::Second => (
                "内含第二张图片",
                "holds a second picture beside the one that is shown",
            ),
            Self::Film => (
                "末尾附有一段视频（动态照片）",
                "followed by a film, as a motion photo",
            ),
            Self::Depth => ("内含景深数据", "holds a map of depth"),
            Self::Editor => (
                "含有修图软件留下的数据，可能有修改前的预览",
                "holds data of an image editor, which may show an earlier state",
            ),
            Self::AfterEnd => ("文件末尾之后还有数据", "followed by data after its end"),
            Self::Part => ("含有无法识别的附加数据", "holds data of an unknown kind"),
            Self::Unshown => ("含有页面没有印出的内容", "holds what no page shows"),
            Self::Encrypted => ("已加密", "encrypted"),
            Self::Versions => ("还留着改动之前的版本", "holds earlier versions of itself"),
            Self::Glyphs => (
                "有文字读不出来，无法检查",
                "holds text that cannot be read as characters",
            ),
            Self::Unread => ("没有读出来", "could not be read"),
        }
    }
}
