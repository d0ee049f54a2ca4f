//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use tousu::moment::Moment;

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
    /// 允许读取案情文件夹以外的证据 / Read evidence outside the folder of the case
    #[arg(long, global = true)]
    pub(crate) allow_outside: bool,
    /// 不用缓存里处理好的证据，也不存入 / Neither use nor keep prepared evidence in the cache folder
    #[arg(long, global = true)]
    pub(crate) no_cache: bool,
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
    /// 接下来做什么：向哪里提出、用什么文书、什么期限 / What to do next: where, with which document, until when
    Plan(Plan),
    /// 生成文书，连同案情、原件、模板、法律数据一起归档，只读 / Write the filings and keep all they were made of
    Archive(Render),
    /// 核对文书、附件和原始文件有没有变动 / Compare a filing and its originals with what was filed
    Verify(Verify),
    /// 列出各渠道及其要求 / List the channels and what each requires
    Channels,
    /// 查法条的写法、内容、效力和出处，或者检查文字里的引用 / Look up the law, or judge the citations of a text
    Law(Law),
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
#[derive(Debug, Clone, clap::Args)]
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
    /// 每个文件最大多少，如 10MB（1MB = 100 万字节） / Largest file, such as 10MB
    #[arg(long, value_name = "SIZE", value_parser = bytes)]
    pub(crate) max_size: Option<u64>,
    /// 最多多少页 / Most pages of a document
    #[arg(long, value_name = "N")]
    pub(crate) max_pages: Option<usize>,
    /// 单独上传的图片最多几张 / Most pictures that are uploaded one by one
    #[arg(long, value_name = "N")]
    pub(crate) max_files: Option<usize>,
    /// 改为输出中间结果 / Write an intermediate result instead
    #[arg(long, value_enum)]
    pub(crate) emit: Option<Emit>,
    /// 与 `--emit typst` 合用：链接未缩小的原图 / With `--emit typst`: link the unshrunk pictures
    #[arg(long, requires = "emit")]
    pub(crate) originals: bool,
}

/// The arguments of `law`.
#[derive(Debug, clap::Args)]
pub(crate) struct Law {
    /// 词、编号或者引用，例如 退款、civil-code-577、民法典577条 / A word, an id or a citation
    #[arg(value_name = "WORD|ID")]
    pub(crate) words: Vec<String>,
    /// 检查这段文字、这个文件或者标准输入（-）里引用的法条 / Judge what a text, a file or standard input (-) cites
    #[arg(
        long,
        value_name = "TEXT-OR-FILE",
        conflicts_with = "words",
        allow_hyphen_values = true
    )]
    pub(crate) check: Option<String>,
    /// 以哪一天有效的法律为准，默认今天（北京时间） / The day that decides, by default today in Beijing
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<NaiveDate>,
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
    /// 输出格式：给人看的文字，或者 json、sarif / Output: words for people, or json or sarif
    #[arg(long, value_enum, default_value_t = Listing::Text)]
    pub(crate) format: Listing,
}

/// The arguments of `plan`.
#[derive(Debug, clap::Args)]
pub(crate) struct Plan {
    /// 案情文件 / The case file
    #[arg(default_value = "case.yaml")]
    pub(crate) case: PathBuf,
    /// 以哪一天为准，默认今天（北京时间） / The day to reckon from, by default today in Beijing
    #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "now")]
    pub(crate) date: Option<NaiveDate>,
    /// 以哪一刻为准，按小时计的期限用 / The moment to reckon from, for limits in hours
    #[arg(long, value_name = "YYYY-MM-DD HH:MM", value_parser = moment)]
    pub(crate) now: Option<Moment>,
    /// 把期限写成日历文件 / Write the time limits to a calendar file
    #[arg(long, value_name = "FILE")]
    pub(crate) ics: Option<PathBuf>,
    /// 写成什么：text 文字，pdf 另写一页行动单 / How to write it: text, or pdf for one page besides
    #[arg(short, long, value_enum, default_value_t = PlanFormat::Text)]
    pub(crate) format: PlanFormat,
    /// 行动单的文件夹，默认在案情文件旁的 out / Folder for the page, by default `out` beside the case
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

/// How a plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlanFormat {
    /// Words on standard output.
    Text,
    /// The same, and one page `plan.pdf`.
    Pdf,
}

/// Reads a point in time.
fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).map_err(|_| "YYYY-MM-DD HH:MM".to_owned())
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listing {
    /// Words for people, on standard error.
    Text,
    /// One JSON object on standard output.
    Json,
    /// A SARIF 2.1.0 log on standard output.
    Sarif,
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

/// `10MB`, `500 KB` or a number of bytes; units are powers of a thousand, as sites count them.
fn bytes(text: &str) -> Result<u64, String> {
    let wrong = || "写成 10MB、500KB / write 10MB or 500KB".to_owned();
    let text = text.trim().to_ascii_uppercase();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == ' ');
    let unit = match text[digits.len()..].trim() {
        "" | "B" => 1,
        "K" | "KB" => 1_000,
        "M" | "MB" => 1_000_000,
        "G" | "GB" => 1_000_000_000,
        _ => return Err(wrong()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let number = |digits: &str| digits.parse::<u64>().map_err(|_| wrong());
    let tenths = match part {
        "" => 0,
        part if part.len() == 1 => number(part)?,
        _ => return Err(wrong()),
    };
    let whole = number(whole)?.checked_mul(unit).ok_or_else(wrong)?;
    match whole + tenths * unit / 10 {
        0 => Err(wrong()),
        bytes => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn sizes() {
        assert_eq!(bytes("10MB"), Ok(10_000_000));
        assert_eq!(bytes("2.5 m"), Ok(2_500_000));
        assert_eq!(bytes("500kb"), Ok(500_000));
        assert_eq!(bytes("123"), Ok(123));
        for wrong in [
            "",
            "0",
            "MB",
            "10 MiB",
            "1.25MB",
            "-1",
            "99999999999999999999",
            "9999999999999999GB",
        ] {
            assert!(bytes(wrong).is_err(), "{wrong}");
        }
    }
}
