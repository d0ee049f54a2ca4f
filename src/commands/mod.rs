//! What each command does: from arguments and files to what is printed.

pub(crate) mod archive;
pub(crate) mod channels;
pub(crate) mod check;
pub(crate) mod decode_pages;
pub(crate) mod explain;
pub(crate) mod law;
pub(crate) mod plan;
mod progress;
pub(crate) mod render;
pub(crate) mod verify;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use tousu::bilingual::Bilingual;
use tousu::case::Case;
use tousu::case::reading::{self, Listing, Reading};
use tousu::channel::{self, Channel, Templates};
use tousu::diagnostic::{Diagnostics, Lang};
use tousu::files::cache::Cache;
use tousu::files::{self, Reach};
use tousu::filing::{self, Vocabulary};
use tousu::moment::Moment;
use tousu::pipeline::{Bounds, Desk, Watch};

use crate::args::Language;

/// What every command works with.
pub(crate) struct Office<'a> {
    /// The language of messages.
    pub(crate) lang: Lang,
    /// A folder of the user's templates.
    pub(crate) templates: Option<&'a Path>,
    /// This program, to be started for files that are decoded apart.
    pub(crate) program: Option<&'a Path>,
    /// The folder for prepared evidence, where there is one.
    pub(crate) cache: Option<PathBuf>,
    /// Where evidence may lie.
    pub(crate) reach: Reach,
    /// Today in Beijing.
    pub(crate) today: NaiveDate,
    /// The time in Beijing.
    pub(crate) now: Moment,
}

/// What a command has to say.
#[derive(Default)]
pub(crate) struct Report {
    /// For standard output: paths, lists.
    pub(crate) stdout: String,
    /// For standard error: everything else.
    pub(crate) stderr: String,
    /// Whether the case has errors.
    pub(crate) failed: bool,
}

/// A case that was opened.
pub(crate) struct Opened {
    /// The folder that the case file lies in.
    pub(crate) folder: PathBuf,
    /// The case file, read.
    pub(crate) reading: Reading,
    program: Option<PathBuf>,
    cache: Option<Cache>,
    reach: Reach,
    vocabulary: Vocabulary,
}

impl Opened {
    /// Everything that filings are made from, unless the case file has errors.
    pub(crate) fn desk<'a>(
        &'a self,
        templates: &'a Templates,
        today: NaiveDate,
    ) -> Option<Desk<'a>> {
        let case = self.reading.outcome.value.as_ref()?;
        Some(self.desk_for(case, templates, today))
    }

    /// The same for a case, or for the sketch of one.
    pub(crate) fn desk_for<'a>(
        &'a self,
        case: &'a Case,
        templates: &'a Templates,
        today: NaiveDate,
    ) -> Desk<'a> {
        Desk {
            case,
            places: &self.reading.places,
            folder: &self.folder,
            program: self.program.as_deref(),
            cache: self.cache.as_ref(),
            reach: self.reach,
            templates,
            vocabulary: &self.vocabulary,
            today,
            bounds: Bounds::default(),
            watch: Watch::default(),
        }
    }
}

/// Wrong usage, or files that cannot be read or written.
pub(crate) struct Stop(pub(crate) String);

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}

impl Office<'_> {
    /// One of two texts, by the language of messages.
    pub(crate) fn say(&self, zh: impl Into<String>, en: impl Into<String>) -> String {
        match self.lang {
            Lang::Zh => zh.into(),
            Lang::En => en.into(),
        }
    }

    /// The text in the language of messages.
    pub(crate) fn pick<'b>(&self, text: &'b Bilingual) -> &'b str {
        match self.lang {
            Lang::Zh => &text.zh,
            Lang::En => &text.en,
        }
    }

    /// The templates: built in, with the user's over them.
    pub(crate) fn templates(&self) -> Result<Templates, Stop> {
        let built_in = Templates::built_in();
        let Some(folder) = self.templates else {
            return Ok(built_in);
        };
        let own = files::read_templates(folder).map_err(|error| {
            Stop(self.say(
                format!("读不了模板文件夹 {}：{error}", folder.display()),
                format!("cannot read the templates in {}: {error}", folder.display()),
            ))
        })?;
        Ok(built_in.overridden_by(own))
    }

    /// Every channel of the templates.
    pub(crate) fn channels(&self, templates: &Templates) -> Result<Vec<Channel>, Stop> {
        channel::load(templates).map_err(|error| {
            Stop(self.say(
                format!("模板 {} 有误：{}", error.path, error.message),
                format!("template {}: {}", error.path, error.message),
            ))
        })
    }

    /// The channels that go by the given names.
    pub(crate) fn named(
        &self,
        channels: &[Channel],
        names: &[String],
    ) -> Result<Vec<Channel>, Stop> {
        let mut found: Vec<Channel> = Vec::new();
        for name in names {
            let channel = channels
                .iter()
                .find(|channel| channel.is_called(name))
                .ok_or_else(|| self.unknown_channel(channels, name))?;
            if !found.iter().any(|known| known.id == channel.id) {
                found.push(channel.clone());
            }
        }
        Ok(found)
    }

    fn unknown_channel(&self, channels: &[Channel], name: &str) -> Stop {
        let names = channels
            .iter()
            .flat_map(|channel| std::iter::once(&channel.id).chain(&channel.aliases));
        let nearest = names
            .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
        let all = channels
            .iter()
            .map(|channel| format!("{}（{}）", channel.id, channel.title.zh))
            .collect::<Vec<_>>()
            .join("、");
        let hint = nearest
            .filter(|near| strsim::jaro_winkler(near, name) > 0.6)
            .map(|near| {
                self.say(
                    format!("，是不是“{near}”？"),
                    format!("; did you mean `{near}`?"),
                )
            })
            .unwrap_or_default();
        Stop(self.say(
            format!("没有渠道“{name}”{hint}\n可用的渠道：{all}"),
            format!("no channel `{name}`{hint}\nchannels: {all}"),
        ))
    }

    /// Opens a case: its file, its folder, and the words for its values. A folder stands for the `case.yaml` in it.
    pub(crate) fn open(&self, templates: &Templates, path: &Path) -> Result<Opened, Stop> {
        let path = if path.is_dir() {
            path.join("case.yaml")
        } else {
            path.to_path_buf()
        };
        let bytes = files::read(&path).map_err(|error| self.cannot_read(&path, &error))?;
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        let folder = files::folder_of(&path);
        let listing = |path: &str| match files::spread(&folder, path) {
            files::Spread::One => None,
            files::Spread::Several { mut files, folders } => {
                // A pattern for everything means the evidence and not this file.
                files.retain(|path| *path != name);
                Some(Listing {
                    files,
                    left_out: folders,
                })
            }
        };
        Ok(Opened {
            reading: reading::read_beside(&name, &bytes, &listing),
            folder,
            program: self.program.map(Path::to_path_buf),
            cache: self
                .cache
                .as_ref()
                .and_then(|folder| Cache::open(folder, self.program?)),
            reach: self.reach,
            vocabulary: filing::vocabulary(templates).map_err(Stop)?,
        })
    }

    fn cannot_read(&self, path: &Path, error: &std::io::Error) -> Stop {
        let shown = path.display();
        Stop(if error.kind() == std::io::ErrorKind::NotFound {
            self.say(
                format!("找不到案情文件 {shown}\n帮助：写上文件的路径，例如 tousu render 文件夹/case.yaml --channel 12315；案情文件的写法见 README"),
                format!("no case file {shown}\nhelp: give its path, for example tousu render folder/case.yaml --channel 12315; the README shows how to write one"),
            )
        } else {
            self.say(
                format!("读不了 {shown}：{error}"),
                format!("cannot read {shown}: {error}"),
            )
        })
    }
}

/// The diagnostics of several steps, each once.
pub(crate) fn once(diagnostics: Diagnostics) -> Diagnostics {
    let mut kept: Vec<tousu::diagnostic::Diagnostic> = Vec::new();
    for diagnostic in diagnostics {
        if !kept.contains(&diagnostic) {
            kept.push(diagnostic);
        }
    }
    kept.into_iter().collect()
}
