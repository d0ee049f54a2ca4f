//! `tousu verify`: whether a filing and its originals are what they were.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use tousu::evidence::Fingerprint;
use tousu::files;
use tousu::manifest::{Compared, Manifest, State, Verdict, compare};
use tousu::reread::reread;

use super::{Office, Report, Stop};
use crate::args::Verify;

/// Compares a filing with its manifest, and the manifest with the originals.
pub(crate) fn run(office: &Office<'_>, args: &Verify) -> Result<Report, Stop> {
    let cannot_read = |path: &Path, error: &std::io::Error| {
        Stop(office.say(
            format!("读不了 {}：{error}", path.display()),
            format!("cannot read {}: {error}", path.display()),
        ))
    };
    let pdf = files::read(&args.pdf).map_err(|error| cannot_read(&args.pdf, &error))?;
    let beside = args.pdf.with_extension("manifest.json");
    let (manifest, source) = match files::read(&beside) {
        Ok(bytes) => {
            let manifest = Manifest::read(&bytes).map_err(|error| {
                Stop(office.say(
                    format!("清单 {} 看不懂：{error}", beside.display()),
                    format!("the manifest {} makes no sense: {error}", beside.display()),
                ))
            })?;
            (manifest, beside.display().to_string())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let inside = reread(&pdf).and_then(|read| read.inside());
            let Some(manifest) = inside else {
                return Err(Stop(nothing_to_compare(office, &beside)));
            };
            let source = office.say("PDF 内的清单", "the manifest inside the PDF");
            (manifest, source)
        }
        Err(error) => return Err(cannot_read(&beside, &error)),
    };
    let folder = args.case.clone().unwrap_or_else(|| around(&args.pdf));
    let fingerprint = Fingerprint::of(&pdf);
    let whole = (pdf.as_slice(), fingerprint.sha256.as_str());
    let hash = |bytes: &[u8]| Fingerprint::of(bytes).sha256;
    let verdicts = compare(&manifest, whole, hash, |record| {
        let read = match &record.path {
            Some(path) => files::read_evidence(&folder, path, office.reach)
                .ok()
                .into_iter()
                .collect(),
            // Inside a PDF only the name is told: any file of that name will do, the same one first.
            None => named(&folder, &record.file.name),
        };
        let mut prints = read.iter().map(|bytes| Fingerprint::of(bytes));
        let first = prints.next()?;
        let same = |print: &Fingerprint| print.sha256 == record.file.sha256;
        let best = std::iter::once(first.clone()).chain(prints).find(same);
        let print = best.unwrap_or(first);
        Some((print.bytes, print.sha256))
    });
    let mut stdout = office.say(
        format!("依据：{source}\n"),
        format!("compared with {source}\n"),
    );
    for verdict in &verdicts {
        let _ = writeln!(stdout, "{}", line(office, verdict));
    }
    let failed = verdicts
        .iter()
        .any(|one| matches!(one.state, State::Changed | State::Missing));
    stdout.push_str(&conclusion(office, failed, manifest.pdf.is_some()));
    Ok(Report {
        stdout,
        failed,
        ..Report::default()
    })
}

/// The files of a name below a folder.
fn named(folder: &Path, name: &str) -> Vec<Vec<u8>> {
    let paths = files::named(folder, name);
    paths
        .iter()
        .filter_map(|path| files::read(path).ok())
        .collect()
}

/// The folder around the one that a PDF lies in, which is that of the case unless `-o` said otherwise.
fn around(pdf: &Path) -> PathBuf {
    let own = pdf
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    own.join("..")
}

fn nothing_to_compare(office: &Office<'_>, beside: &Path) -> String {
    office.say(
        format!(
            "没有可以比对的清单：PDF 旁边没有 {}，PDF 里也没有清单\n帮助：把生成时一起写出的 .manifest.json 放在 PDF 旁边",
            beside.display()
        ),
        format!(
            "nothing to compare with: there is no {}, and no manifest inside the PDF\nhelp: put the .manifest.json that was written with the PDF beside it",
            beside.display()
        ),
    )
}

/// `相同　证据3　证据/a.png`.
fn line(office: &Office<'_>, verdict: &Verdict) -> String {
    let state = match verdict.state {
        State::Same => office.say("一致", "same   "),
        State::Changed => office.say("有变动", "CHANGED"),
        State::Missing => office.say("找不到", "MISSING"),
        State::Unknown => office.say("无从比对", "unknown"),
    };
    let what = match &verdict.of {
        Compared::Pdf => office.say("整个 PDF 文件", "the whole PDF"),
        Compared::Inside => office.say(
            "PDF 内的清单与旁边的清单",
            "the manifest inside the PDF and the one beside it",
        ),
        Compared::Pages { no } => {
            office.say(format!("证据{no} 的页码"), format!("pages of exhibit {no}"))
        }
        Compared::Attached { no, name } => office.say(
            format!("证据{no} 附入 PDF 的原始文件 {name}"),
            format!("original of exhibit {no} inside the PDF: {name}"),
        ),
        Compared::Original { no, name } => office.say(
            format!("证据{no} 的原始文件 {name}"),
            format!("original of exhibit {no}: {name}"),
        ),
    };
    format!("{state}　{what}")
}

/// What the comparison proves and what it does not.
fn conclusion(office: &Office<'_>, failed: bool, whole: bool) -> String {
    let mut text = if failed {
        office.say(
            "结论：有文件与生成文书时不同，或者已经不在。\n",
            "Some files are not what they were when the filing was made, or are gone.\n",
        )
    } else {
        office.say(
            "结论：比对过的文件与生成文书时相同。\n",
            "The files that were compared are what they were when the filing was made.\n",
        )
    };
    if !whole {
        text += &office.say(
            "PDF 内的清单不能包含 PDF 自身的校验值，整个 PDF 是否改动过无从比对。\n",
            "A manifest inside a PDF cannot hold the hash of the PDF, so whether the PDF itself was changed cannot be told.\n",
        );
    }
    text + &office.say(
        "这只说明文件从生成清单以来有没有变动；不说明文件内容是否真实、形成于何时，也不能替代公证或者可信时间戳。\n",
        "This tells whether files changed since the manifest was written. It does not tell whether what they show is true or when they came about, and is no notarisation and no trusted timestamp.\n",
    )
}
