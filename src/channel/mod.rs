//! Where a case is filed: a channel is a folder under `templates/` with a `channel.yaml`.
//!
//! Everything that is particular to a channel is data here or wording in its templates; no channel has Rust
//! of its own, and nothing here knows a case.

pub mod privacy;
pub mod templates;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::bilingual::Bilingual;

pub use privacy::{Privacy, Shown};
pub use templates::Templates;

/// A complaint channel (投诉渠道).
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of `channel.yaml`"
)]
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// The name of its folder and of the files it writes.
    pub id: String,
    /// Where it stands in lists, smallest first.
    pub order: u32,
    /// What people call it.
    pub title: Bilingual,
    /// Other names it answers to.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What the document is called (文书名称).
    pub document: String,
    /// What it is for, in one line.
    pub about: Bilingual,
    /// Which list of provisions fits its reader.
    pub door: Door,
    /// How many provisions it prints at most.
    pub citations: usize,
    /// What the parties and the like are called here.
    pub words: BTreeMap<String, String>,
    /// What its reader may see of private data.
    pub privacy: Privacy,
    /// The payment method that it takes, where it takes only one: then each payment is a filing of its own.
    #[serde(default)]
    pub takes_payments_by: Option<String>,
    /// Disputes that it does not take.
    #[serde(default)]
    pub refuses: Vec<Refusal>,
    /// What it requires or wants.
    pub requires: Vec<Requirement>,
    /// The plain texts that `filing.txt` is cut into, in the order they are written.
    #[serde(default)]
    pub texts: Vec<TextSize>,
    /// Where the reader takes pictures one by one: the links of the chain, the weightiest first. The pictures are
    /// written beside the document in this order.
    #[serde(default)]
    pub pictures: Option<Vec<String>>,
    /// Whether its paper is for the user alone (自用) and never submitted: it shows the gaps of the case, and no exhibits
    /// go along.
    #[serde(default)]
    pub self_use: bool,
    /// Whether the bundle ends with the list of original files and their SHA-256.
    pub hash_list: bool,
    /// Whether the originals go along inside the PDF, as far as nothing of them is to be hidden; only where the reader
    /// is known to want them.
    #[serde(default)]
    pub attach: bool,
    /// Whether the exhibit list is signed, and so gets lines for that.
    #[serde(default)]
    pub signed_list: bool,
    /// What the reader can take in; a value that is not verified is absent and never enforced.
    pub limits: Limits,
    /// What the user should know or do besides, after the documents are written.
    #[serde(default)]
    pub afterwards: Vec<Bilingual>,
}

/// Who reads, as far as the choice of provisions goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Door {
    /// The seller or the site.
    Platform,
    /// The market regulator.
    Samr,
    /// A court.
    Court,
    /// A payment institution.
    Payment,
}

/// A dispute that a channel does not take.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// The problem type, by its English word.
    pub problem: String,
    /// The rule on what is to be done instead, by its id.
    #[serde(default)]
    pub basis: Option<String>,
    /// Why not.
    pub why: Bilingual,
    /// The right door.
    pub help: Bilingual,
}

/// Something that a channel requires or wants.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// What is needed, a word that the drafting knows.
    pub need: String,
    /// Whether the filing is refused without it.
    pub level: Level,
    /// The provision that says so, where one does.
    #[serde(default)]
    pub basis: Option<String>,
    /// Why it matters, where no provision says so.
    #[serde(default)]
    pub why: Option<Bilingual>,
    /// What to do about it.
    #[serde(default)]
    pub help: Option<Bilingual>,
}

/// How much a requirement weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The receiving office itself requires it: without it, no filing.
    Error,
    /// The filing is weaker without it.
    Warning,
}

/// One plain text beside the document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextSize {
    /// Its name in templates.
    pub id: String,
    /// Its heading in the file.
    pub title: String,
    /// The section of `filing.txt` that it is cut from.
    pub from: String,
    /// The longest it may be, as web forms count it.
    #[serde(default)]
    pub limit: Option<usize>,
}

/// What a reader can take in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Characters of text.
    pub text: Limit,
    /// Files or pictures.
    pub files: Limit,
    /// Bytes of one file.
    pub file_bytes: Limit,
    /// File formats, such as `pdf`.
    pub formats: Formats,
}

/// A number that a reader sets.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The number; absent where it is not verified.
    #[serde(default)]
    pub most: Option<u64>,
    /// Where it was read.
    pub source: String,
    /// When it was read.
    pub checked: String,
    /// How sure that is, A to C, or U for not verified.
    pub confidence: String,
}

/// The formats that a reader takes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formats {
    /// The formats; absent where they are not verified.
    #[serde(default)]
    pub any_of: Option<Vec<String>>,
    /// Where they were read.
    pub source: String,
    /// When they were read.
    pub checked: String,
    /// How sure that is, A to C, or U for not verified.
    pub confidence: String,
}

/// Why a folder is no channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelError {
    /// The file.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl Channel {
    /// Whether the channel answers to a name.
    pub fn is_called(&self, name: &str) -> bool {
        self.id == name || self.title.zh == name || self.aliases.iter().any(|alias| alias == name)
    }

    /// What the channel calls something, or nothing where it has no word for it.
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }
}

/// Every channel of a set of templates, in the order of lists.
pub fn load(templates: &Templates) -> Result<Vec<Channel>, ChannelError> {
    let mut channels = Vec::new();
    for (path, text) in templates.iter() {
        let Some(folder) = path.strip_suffix("/channel.yaml") else {
            continue;
        };
        let error = |message: String| ChannelError {
            path: path.to_owned(),
            message,
        };
        let channel: Channel = serde_yaml::from_str(text).map_err(|e| error(e.to_string()))?;
        if channel.id != folder {
            return Err(error(format!(
                "id `{}` is not the name of the folder",
                channel.id
            )));
        }
        channels.push(channel);
    }
    channels.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    Ok(channels)
}
