//! The items of evidence as the case states them; the files themselves are read elsewhere.

use chrono::NaiveDate;

use crate::case::choice::Choice;
use crate::moment::Moment;

/// One item of evidence (证据材料), with the exhibit number that it has in every filing.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The exhibit number (证据N), from 1, the same in every filing of the case.
    pub number: u32,
    /// Its position in the list of the case file, from 0.
    pub listed: usize,
    /// The id that other parts refer to (编号).
    pub id: Option<String>,
    /// The files (文件), relative to the case file, as written.
    pub files: Vec<String>,
    /// What it is called (名称); the name of the first file without its ending where nobody said.
    pub name: String,
    /// What it proves (证明); empty where nobody said.
    pub proves: Vec<Link>,
    /// The part of the story it belongs to, derived from what it proves.
    pub phase: Phase,
    /// Its class as evidence (种类).
    pub kind: EvidenceKind,
    /// Where it comes from (来源).
    pub source: Option<String>,
    /// When it was captured (截取时间).
    pub captured: Option<Moment>,
    /// On what device (设备).
    pub device: Option<String>,
    /// Where the original is (原件所在).
    pub original: Option<String>,
    /// What it shows, in the writer's words (说明).
    pub note: Option<String>,
    /// Line under the picture (图注).
    pub caption: Option<String>,
    /// What the picture shows, for readers who cannot see it (图意).
    pub alt: Option<String>,
    /// Decisive words, verbatim (原文).
    pub quotes: Vec<String>,
    /// What the picture says, as text (画面所载): label and value.
    pub readings: Vec<(String, String)>,
    /// Frames around decisive places (框线).
    pub marks: Vec<Mark>,
    /// Places to cover in the filed copy (遮盖).
    pub redactions: Vec<Redaction>,
    /// Words and numbers to mask in a transcript (隐去).
    pub hidden_words: Vec<String>,
    /// The pages that are attached, as first and last of each run, from 1 (页); all where nobody said.
    pub pages: Vec<(u32, u32)>,
    /// What is cut out of its pictures (裁取).
    pub crops: Vec<Crop>,
    /// Quarter turns clockwise, 0 to 3 (旋转): one for all files, or one for each; none where nobody said.
    pub turns: Vec<u8>,
    /// What opens its files (密码).
    pub password: Option<String>,
    /// How many pictures go on a page (每页张数).
    pub per_page: Option<u32>,
    /// Ids or aliases of the channels that it is not attached to (不附于).
    pub omit_from: Vec<String>,
    /// What is said in a recording (文字稿), in the order in which it is said.
    pub transcript: Vec<Spoken>,
    /// The parts of a chat log that are attached (节选); all of it where nobody said.
    pub range: Vec<Excerpt>,
}

/// Something said in a recording (文字稿).
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken {
    /// When, in seconds from the start (时点).
    pub at: u32,
    /// Who speaks (说话人).
    pub who: Option<String>,
    /// What is said (内容).
    pub text: String,
}

impl Spoken {
    /// `00:12`, or `1:02:03` from an hour on.
    pub fn clock(seconds: u32) -> String {
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours == 0 {
            format!("{minutes:02}:{seconds:02}")
        } else {
            format!("{hours}:{minutes:02}:{seconds:02}")
        }
    }
}

/// A part of a chat log (节选).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excerpt {
    /// From one message to another, by their numbers in the whole log.
    Numbers(u32, u32),
    /// From one day to another.
    Days(NaiveDate, NaiveDate),
}

/// A frame around a decisive place (框线).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Which file of the item, from 1 (第几张).
    pub file: u32,
    /// Which page of the file, from 1 (第几页).
    pub page: u32,
    /// Left, top, width and height in hundredths of a percent of the upright picture (位置).
    pub at: [u32; 4],
    /// Its number (序号).
    pub no: Option<u32>,
}

/// A place to cover in the filed copy (遮盖).
#[derive(Debug, Clone, PartialEq)]
pub struct Redaction {
    /// Which file of the item, from 1 (第几张).
    pub file: u32,
    /// Which page of the file, from 1 (第几页).
    pub page: u32,
    /// Left, top, width and height of the upright, uncropped picture (位置).
    pub at: [Length; 4],
    /// Why (原因).
    pub why: Option<String>,
    /// The words under the box (所盖).
    pub hides: Vec<String>,
    /// For which channels it holds.
    pub scope: Scope,
}

/// A part of a picture that is filed instead of all of it (裁取).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crop {
    /// Which file of the item, from 1 (第几张).
    pub file: u32,
    /// Which page of the file, from 1 (第几页).
    pub page: u32,
    /// Left, top, width and height of the upright, uncropped picture (位置).
    pub at: [Length; 4],
}

/// A length in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// In pixels.
    Pixels(u32),
    /// In hundredths of a percent of the width or height.
    Percent(u32),
}

/// Which channels something holds for.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Scope {
    /// Every channel.
    #[default]
    All,
    /// Only the channels with these ids or aliases (仅限).
    Only(Vec<String>),
    /// Every channel but those with these ids or aliases (除外).
    Except(Vec<String>),
}

/// A link of the chain that an item proves (证明).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// 主体.
    Identity,
    /// 承诺.
    Promised,
    /// 下单.
    Ordered,
    /// 付款.
    Paid,
    /// 已发卡密.
    DeliveredCode,
    /// 未履行.
    Breached,
    /// 未解决.
    Unresolved,
    /// 催告到达.
    Notified,
}

impl Choice for Link {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::Identity, "identity", &["主体"]),
        (Self::Promised, "promised", &["承诺"]),
        (Self::Ordered, "ordered", &["下单"]),
        (Self::Paid, "paid", &["付款"]),
        (Self::DeliveredCode, "delivered_code", &["已发卡密", "发货"]),
        (Self::Breached, "breached", &["未履行"]),
        (Self::Unresolved, "unresolved", &["未解决"]),
        (Self::Notified, "notified", &["催告", "已催告"]),
    ];
}

/// The part of the story that an exhibit belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// 主体.
    Party,
    /// 交易前.
    Before,
    /// 交易中.
    During,
    /// 交易后.
    After,
    /// 其他.
    Other,
}

impl Phase {
    /// The heading in the exhibit list.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Party => "主体",
            Self::Before => "交易前",
            Self::During => "交易中",
            Self::After => "交易后",
            Self::Other => "其他",
        }
    }
}

/// The class of an item as evidence (种类), 《民事诉讼法》第六十六条.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceKind {
    /// 电子数据.
    ElectronicData,
    /// 书证.
    Documentary,
    /// 视听资料.
    AudioVisual,
    /// 物证.
    Physical,
    /// 证人证言.
    Testimony,
}

impl Choice for EvidenceKind {
    const WORDS: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::ElectronicData, "electronic_data", &["电子数据"]),
        (Self::Documentary, "documentary", &["书证"]),
        (Self::AudioVisual, "audio_visual", &["视听资料"]),
        (Self::Physical, "physical", &["物证"]),
        (Self::Testimony, "testimony", &["证人证言"]),
    ];
}
