//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};

/// 把一份案情文件变成各投诉渠道所要的文书 / Turn one case file into the filing each complaint channel expects
#[derive(Debug, Parser)]
#[command(name = "tousu", version, arg_required_else_help = true)]
pub(crate) struct Args {
    /// 提示所用的语言 / Language of messages
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    pub(crate) lang: Language,
    /// 用该文件夹里的模板替换同名的内置模板 / Folder whose files override built-in templates
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    /// 要做什么 / What to do
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 生成文书 / Write the filings
    Render(Render),
    /// 检查案情文件，不生成文书 / Check a case file without producing documents
    Check(Check),
    /// 核对文书、附件和原始文件有没有变动 / Compare a filing and its originals with what was filed
    Verify(Verify),
    /// 列出各渠道及其要求 / List the channels and what each requires
    Channels,
    /// 解释一个提示的原因和改法 / Explain a message: cause, example, repair
    Explain {
        /// 方括号里的名称，例如 missing-field / The name in brackets
        code: String,
    },
    /// 供本程序自用：在单独的进程里解读文件 / For the program itself: decode a file apart
    #[command(name = tousu::evidence::SUBCOMMAND, hide = true)]
    DecodePages,
}

/// The arguments of `verify`.
#[derive(Debug, clap::Args)]
pub(crate) struct Verify {
    /// 生成的 PDF / The PDF of a filing
    pub(crate) pdf: PathBuf,
    /// 案情文件夹，默认是 PDF 所在文件夹的上一级 / Folder of the case, by default the one around that of the PDF
    pub(crate) case: Option<PathBuf>,
}

/// The arguments of `render`.
#[derive(Debug, clap::Args)]
pub(crate) struct Render {
    /// 案情文件 / The case file
    #[arg(default_value = "case.yaml")]
    pub(crate) case: PathBuf,
    /// 渠道，可写多个 / Channel; may be given several times
    #[arg(short, long, value_name = "CHANNEL", value_delimiter = ',')]
    pub(crate) channel: Vec<String>,
    /// 所有适用的渠道 / Every channel that applies
    #[arg(long, conflicts_with = "channel")]
    pub(crate) all: bool,
    /// 输出文件夹，默认在案情文件旁的 out / Output folder, by default `out` beside the case
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// 输出格式 / What to write
    #[arg(short, long, value_enum, value_delimiter = ',', default_values_t = [Format::Pdf, Format::Txt, Format::Pictures])]
    pub(crate) format: Vec<Format>,
    /// 提交日期，默认今天（北京时间） / Day of filing, by default today in Beijing
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<NaiveDate>,
    /// 改为输出中间结果 / Write an intermediate result instead
    #[arg(long, value_enum)]
    pub(crate) emit: Option<Emit>,
    /// 与 `--emit typst` 合用：链接未缩小的原图 / With `--emit typst`: link the unshrunk pictures
    #[arg(long, requires = "emit")]
    pub(crate) originals: bool,
}

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// 案情文件 / The case file
    #[arg(default_value = "case.yaml")]
    pub(crate) case: PathBuf,
    /// 渠道，可写多个 / Channel; may be given several times
    #[arg(short, long, value_name = "CHANNEL", value_delimiter = ',')]
    pub(crate) channel: Vec<String>,
    /// 提交日期，默认今天（北京时间） / Day of filing, by default today in Beijing
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<NaiveDate>,
}

/// A language of messages.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// A kind of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The document.
    Pdf,
    /// The texts to paste or read out.
    Txt,
    /// A picture of each page.
    Png,
    /// The exhibits one by one, for a channel that takes pictures.
    Pictures,
}

/// An intermediate result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    /// What the templates see, as JSON.
    Filing,
    /// A folder that plain `typst compile` accepts.
    Typst,
}
