//! `tousu archive`: everything that a filing was made of, in a dated folder that stays as it is.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use tousu::case::Case;
use tousu::channel::Templates;
use tousu::diagnostic::Place;
use tousu::files::{self, Reach};
use tousu::law;

use super::{Office, Opened, Report, Stop, render};
use crate::args::Render;

/// What stands in the place of a password.
const REMOVED: &str = "\"\"";

/// Writes the filings into a new folder, together with what they were made of.
pub(crate) fn run(office: &Office<'_>, args: &Render) -> Result<Report, Stop> {
    if args.emit.is_some() {
        return Err(Stop(
            office.say("归档不与 --emit 合用", "archive does not go with --emit"),
        ));
    }
    let templates = office.templates()?;
    let opened = office.open(&templates, &args.case)?;
    let today = args.date.unwrap_or(office.today);
    let home = args
        .out
        .clone()
        .unwrap_or_else(|| opened.folder.join("archive"));
    let target = free(&home, &today.to_string());
    let work = files::scratch(&home).map_err(|error| cannot_write(office, &home, &error))?;
    let written = render::run(
        office,
        &Render {
            out: Some(work.path().join("out")),
            date: Some(today),
            ..args.clone()
        },
    )?;
    let Some(case) = opened.reading.outcome.value.as_ref() else {
        return Ok(written);
    };
    if written.failed {
        return Ok(written);
    }
    let keep = |name: &str, bytes: &[u8]| {
        let path = work.path().join(name);
        files::write_whole(&path, bytes).map_err(|error| cannot_write(office, &path, &error))
    };
    keep(
        "case.yaml",
        without_passwords(office, &opened, case)?.as_bytes(),
    )?;
    for path in case.evidence.iter().flat_map(|item| &item.files) {
        let bytes = files::read_evidence(&opened.folder, path, Reach::Inside).map_err(|_| {
            Stop(office.say(
                format!("归档要求证据都在案情文件夹之内：{path}"),
                format!("an archive needs all evidence inside the folder of the case: {path}"),
            ))
        })?;
        keep(path, &bytes)?;
    }
    for (name, text) in templates.iter() {
        keep(&format!("templates/{name}"), text.as_bytes())?;
    }
    for (name, text) in law::SOURCES {
        keep(&format!("law/{name}"), text.as_bytes())?;
    }
    let options = options(args, &templates);
    let record = json!({
        "program": concat!("tousu ", env!("CARGO_PKG_VERSION")),
        "date": today.to_string(),
        "options": options,
    });
    let record = serde_json::to_string_pretty(&record).map_err(|error| Stop(error.to_string()))?;
    keep("archive.json", (record + "\n").as_bytes())?;
    keep(
        "README.txt",
        readme(&options, &today.to_string()).as_bytes(),
    )?;
    files::seal(work, &target).map_err(|error| cannot_write(office, &target, &error))?;
    let mut stderr = written.stderr;
    let _ = writeln!(
        stderr,
        "{}",
        office.say(
            format!("已归档，只读：{}", target.display()),
            format!("archived, read-only: {}", target.display()),
        )
    );
    Ok(Report {
        stdout: format!("{}\n", target.display()),
        stderr,
        failed: false,
    })
}

/// A folder of a name that is not there yet.
fn free(home: &Path, name: &str) -> PathBuf {
    let numbered = (2..).map(|number| home.join(format!("{name}-{number}")));
    std::iter::once(home.join(name))
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| home.join(name))
}

/// The case file without what opens its files.
fn without_passwords(office: &Office<'_>, opened: &Opened, case: &Case) -> Result<String, Stop> {
    let reading = &opened.reading;
    let mut text = reading.text.clone();
    let mut ranges: Vec<std::ops::Range<usize>> = case
        .evidence
        .iter()
        .filter(|item| item.password.is_some())
        .filter_map(|item| {
            let place = Place::value(format!("evidence[{}].password", item.listed));
            reading.places.range(&place)
        })
        .collect();
    ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
    for range in ranges {
        text.replace_range(range, REMOVED);
    }
    let mut passwords = case
        .evidence
        .iter()
        .filter_map(|item| item.password.as_ref());
    if passwords.any(|password| text.contains(password.as_str())) {
        return Err(Stop(office.say(
            "密码还写在案情文件的别处（例如注释、名称），没有归档",
            "a password also stands elsewhere in the case file (a comment, a name); nothing was archived",
        )));
    }
    Ok(text)
}

/// The options that make the same filing again.
fn options(args: &Render, templates: &Templates) -> Vec<String> {
    let mut options = Vec::new();
    if args.all {
        options.push("--all".to_owned());
    }
    for channel in &args.channel {
        options.extend(["--channel".to_owned(), channel.clone()]);
    }
    let limits = [
        ("--max-size", args.max_size),
        ("--max-pages", args.max_pages.map(|most| most as u64)),
        ("--max-files", args.max_files.map(|most| most as u64)),
    ];
    for (name, most) in limits {
        if let Some(most) = most {
            options.extend([name.to_owned(), most.to_string()]);
        }
    }
    if templates.iter().next().is_some() {
        options.extend(["--templates".to_owned(), "templates".to_owned()]);
    }
    options
}

/// What is in the folder and how to make the filing again.
fn readme(options: &[String], date: &str) -> String {
    format!(
        "out/ 提交的文书、文字和清单（.manifest.json）；case.yaml 案情文件（密码已删去）；\n\
         templates/ 所用模板；law/ 所用法律数据；其余为原始文件。\n\
         用同一版本的程序在本文件夹中运行下面的命令，得到逐字节相同的文书；\n\
         有密码的文件，先把密码写回 case.yaml 的副本。\n\n\
         tousu render case.yaml --date {date} {} -o 另一个文件夹\n\
         tousu verify out/12315.pdf .\n",
        options.join(" ")
    )
}

fn cannot_write(office: &Office<'_>, path: &Path, error: &std::io::Error) -> Stop {
    Stop(office.say(
        format!("写不了 {}：{error}", path.display()),
        format!("cannot write {}: {error}", path.display()),
    ))
}
