//! `tousu render`: writes the filings of a case.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use tousu::case::reading::Reading;
use tousu::channel::{Channel, Templates};
use tousu::diagnostic::{Diagnostics, Outcome, Severity};
use tousu::files::{self, Draft};
use tousu::manifest::Manifest;
use tousu::pipeline::{self, Bounds, Desk, Papers, Volume, Watch};
use tousu::render;

use super::progress::Progress;
use super::{Office, Report, Stop, check, once};
use crate::args::{Emit, Format, Render};

/// Writes the filings.
pub(crate) fn run(office: &Office<'_>, args: &Render) -> Result<Report, Stop> {
    let templates = office.templates()?;
    warm_up(&templates);
    let all = office.channels(&templates)?;
    if args.channel.is_empty() && !args.all {
        let names: Vec<&str> = all.iter().map(|channel| channel.id.as_str()).collect();
        return Err(Stop(office.say(
            format!(
                "请用 --channel 写明渠道（{}），或者用 --all 生成所有适用的文书",
                names.join("、")
            ),
            format!(
                "name a channel with --channel ({}), or use --all",
                names.join(", ")
            ),
        )));
    }
    if args.originals && args.emit != Some(Emit::Typst) {
        return Err(Stop(office.say(
            "--originals 与 --emit typst 合用",
            "--originals goes with --emit typst",
        )));
    }
    let chosen = if args.all {
        let filed = |channel: &&Channel| !channel.self_use;
        all.iter().filter(filed).cloned().collect()
    } else {
        office.named(&all, &args.channel)?
    };
    let opened = office.open(&templates, &args.case)?;
    let today = args.date.unwrap_or(office.today);
    let Some(mut desk) = opened.desk(&templates, today) else {
        let asked = if args.all { &[][..] } else { &chosen };
        return Ok(check::rejected(office, &templates, &opened, today, asked));
    };
    let progress = Progress::new(office);
    let told = |done, of| progress.show(done, of);
    desk.watch = Watch::new(&told);
    desk.bounds = Bounds {
        bytes: args.max_size,
        pages: args.max_pages,
        files: args.max_files,
    };
    let job = Job {
        office,
        args,
        out: args
            .out
            .clone()
            .unwrap_or_else(|| opened.folder.join("out")),
        desk: &desk,
    };
    let mut found = opened.reading.outcome.diagnostics.clone();
    found.extend(pipeline::channel_names(&desk, &all));
    job.run(&opened.reading, &chosen, found)
}

/// Lets another core pay for the first use of the faces while the case is read; nobody waits for it.
fn warm_up(templates: &Templates) {
    let templates = templates.clone();
    let builder = std::thread::Builder::new().stack_size(16 * 1024 * 1024);
    drop(builder.spawn(move || pipeline::warm_up(&templates)));
}

/// One run of `render`.
struct Job<'a> {
    office: &'a Office<'a>,
    args: &'a Render,
    out: PathBuf,
    desk: &'a Desk<'a>,
}

impl Job<'_> {
    fn run(
        &self,
        reading: &Reading,
        chosen: &[Channel],
        mut found: Diagnostics,
    ) -> Result<Report, Stop> {
        let office = self.office;
        let mut report = Report::default();
        let mut remarks = String::new();
        let blocked = found.has_errors();
        for channel in chosen {
            let title = office.pick(&channel.title);
            if let Some(why) = self.reasons_to_skip(channel) {
                let _ = writeln!(
                    remarks,
                    "{}",
                    office.say(
                        format!("没有生成 {title}：{}", why.join("；")),
                        format!("skipped {title}: {}", why.join("; "))
                    )
                );
                continue;
            }
            let Outcome { value, diagnostics } = if blocked {
                Outcome::new(None, Diagnostics::new())
            } else {
                pipeline::file(self.desk, channel)
            };
            match value {
                Some(papers) if !diagnostics.has_errors() => {
                    for paper in papers {
                        let proof =
                            self.write(channel, &paper, &mut report.stdout, &mut remarks)?;
                        found.extend(proof);
                        // Thousands of frames take their time to go, and nobody waits for them.
                        rayon::spawn(move || drop(paper));
                    }
                    for words in channel
                        .afterwards
                        .iter()
                        .filter(|_| self.args.emit.is_none())
                    {
                        let _ = writeln!(remarks, "{}", office.pick(words));
                    }
                }
                _ => {
                    report.failed = true;
                    let _ = writeln!(remarks, "{}", self.not_written(channel));
                }
            }
            found.extend(diagnostics);
        }
        let found = once(found);
        report.failed |= found.has_errors();
        if !found.is_empty() {
            report.stderr = check::shown(office, reading, &found) + "\n";
        }
        report.stderr.push_str(&remarks);
        Ok(report)
    }

    fn not_written(&self, channel: &Channel) -> String {
        let title = self.office.pick(&channel.title);
        self.office.say(
            format!("{title} 没有生成"),
            format!("{title} was not written"),
        )
    }

    /// With `--all`, what a channel lacks that this case does not fit; a fault of a file is no reason to skip.
    fn reasons_to_skip(&self, channel: &Channel) -> Option<Vec<String>> {
        let lacks = once(pipeline::check(self.desk, channel));
        (self.args.all && lacks.has_errors()).then(|| {
            lacks
                .iter()
                .filter(|lack| lack.severity == Severity::Error)
                .map(|lack| lack.message(self.office.lang))
                .collect()
        })
    }

    fn write(
        &self,
        channel: &Channel,
        papers: &Papers,
        stdout: &mut String,
        remarks: &mut String,
    ) -> Result<Diagnostics, Stop> {
        let mut found = Diagnostics::new();
        match self.args.emit {
            Some(Emit::Filing) => {
                let json = serde_json::to_string_pretty(&papers.filing)
                    .map_err(|error| Stop(error.to_string()))?;
                return self
                    .put(
                        &format!("{}.filing.json", papers.stem),
                        json.as_bytes(),
                        stdout,
                    )
                    .map(|_| found);
            }
            Some(Emit::Typst) => {
                for volume in &papers.volumes {
                    self.emit_typst(volume, stdout)?;
                }
                return Ok(found);
            }
            None => {}
        }
        let wants = |format| self.args.format.contains(&format);
        let mut finished = Vec::new();
        if wants(Format::Pdf) {
            for volume in &papers.volumes {
                let path = self.out.join(format!("{}.pdf", volume.stem));
                let written = self.export(channel, volume);
                let (draft, exported) =
                    written.map_err(|error| self.cannot_write(&path, &error))?;
                let manifest = exported.collect_into(&mut found);
                finished.extend(manifest.map(|manifest| (draft, path, manifest)));
            }
            // All volumes or none: a part of a filing is no filing.
            if found.has_errors() {
                let _ = writeln!(remarks, "{}", self.not_written(channel));
                return Ok(found);
            }
        }
        let mut size = 0;
        let mut manifests = Vec::new();
        for (volume, (draft, path, manifest)) in papers.volumes.iter().zip(finished) {
            let written = manifest.written();
            let written = written.map_err(|error| Stop(error.to_string()))?;
            manifests.push((format!("{}.manifest.json", volume.stem), written));
            size += manifest.pdf.map_or(0, |pdf| pdf.bytes);
            let kept = draft.keep(&path);
            kept.map_err(|error| self.cannot_write(&path, &error))?;
            let _ = writeln!(stdout, "{}", path.display());
        }
        if wants(Format::Txt) && !papers.texts.is_empty() {
            self.put(
                &format!("{}.txt", papers.stem),
                self.text_file(papers).as_bytes(),
                stdout,
            )?;
        }
        if wants(Format::Pictures) {
            for (index, picture) in papers.pictures.iter().enumerate() {
                self.put(
                    &format!("{}-{:02}.jpg", papers.stem, index + 1),
                    picture,
                    stdout,
                )?;
            }
        }
        if wants(Format::Png) {
            for volume in &papers.volumes {
                let pages = volume
                    .document
                    .png()
                    .map_err(|error| Stop(error.messages.join("\n")))?;
                for (index, page) in pages.iter().enumerate() {
                    self.put(&format!("{}-{}.png", volume.stem, index + 1), page, stdout)?;
                }
            }
        }
        for (name, manifest) in manifests {
            self.put(&name, manifest.as_bytes(), stdout)?;
        }
        let _ = writeln!(remarks, "{}", self.account(channel, papers, size));
        Ok(found)
    }

    /// Writes the PDF of a volume beside the place that it is meant for.
    fn export(&self, channel: &Channel, volume: &Volume) -> io::Result<(Draft, Outcome<Manifest>)> {
        let mut draft = Draft::new(&self.out)?;
        let exported = pipeline::export(self.desk, channel, volume, &mut draft)?;
        Ok((draft, exported))
    }

    /// The texts one after another, each under its heading with its length.
    fn text_file(&self, papers: &Papers) -> String {
        let mut file = String::new();
        for text in &papers.texts {
            let length = self.office.say(
                format!("{} 字", text.count),
                format!("{} characters", text.count),
            );
            let _ = write!(file, "【{}】{length}\n{}\n\n", text.title, text.text);
        }
        file.trim_end().to_owned() + "\n"
    }

    /// `平台工单：5 页，证据 5 份，1.2 MB`.
    fn account(&self, channel: &Channel, papers: &Papers, size: u64) -> String {
        let (pages, exhibits) = (papers.page_count(), papers.exhibits);
        let title = self.office.pick(&channel.title);
        let megabytes = if size == 0 {
            String::new()
        } else {
            format!("，{}.{} MB", size / 1_000_000, size % 1_000_000 / 100_000)
        };
        let lengths: Vec<String> = papers
            .texts
            .iter()
            .map(|text| text.count.to_string())
            .collect();
        let texts = if lengths.is_empty() {
            String::new()
        } else {
            self.office.say(
                format!("；文字 {} 字", lengths.join("、")),
                format!("; texts of {} characters", lengths.join(", ")),
            )
        };
        self.office.say(
            format!("{title}：{pages} 页，证据 {exhibits} 份{megabytes}{texts}"),
            format!(
                "{title}: {pages} pages, {exhibits} exhibits{}{texts}",
                megabytes.replace('，', ", ")
            ),
        )
    }

    /// Writes the Typst source with everything it reads but the faces; with those of `fonts/`, `typst compile` gives
    /// the same pages.
    fn emit_typst(&self, volume: &Volume, stdout: &mut String) -> Result<(), Stop> {
        let folder = format!("{}-typst", volume.stem);
        let manuscript = volume.document.manuscript();
        let mut main = manuscript.main.clone();
        for (path, bytes) in &manuscript.files {
            if let Some(enclosed) = volume.enclosed.iter().find(|one| one.name == *path) {
                let bytes = self.original(&enclosed.path)?;
                self.put_quietly(&format!("{folder}/{path}"), &bytes)?;
                continue;
            }
            match volume.originals.get(path).filter(|_| self.args.originals) {
                None => drop(self.put_quietly(&format!("{folder}/{path}"), bytes)?),
                Some(original) => {
                    let bytes = self.original(original)?;
                    let (stem, _) = path.rsplit_once('.').unwrap_or((path, ""));
                    let ending = original
                        .rsplit('.')
                        .next()
                        .unwrap_or_default()
                        .to_lowercase();
                    let (from, to) = (
                        literal_path(&format!("{stem}.svg")),
                        literal_path(&format!("{stem}.{ending}")),
                    );
                    main = main.replace(&from, &to);
                    self.put_quietly(&format!("{folder}/{stem}.{ending}"), &bytes)?;
                }
            }
        }
        self.put(&format!("{folder}/main.typ"), main.as_bytes(), stdout)?;
        Ok(())
    }

    /// The bytes of a file of the case.
    fn original(&self, path: &str) -> Result<Vec<u8>, Stop> {
        files::read_evidence(self.desk.folder, path, self.desk.reach)
            .map_err(|_| Stop(path.to_owned()))
    }

    fn put(&self, name: &str, bytes: &[u8], stdout: &mut String) -> Result<usize, Stop> {
        let path = self.put_quietly(name, bytes)?;
        let _ = writeln!(stdout, "{}", path.display());
        Ok(bytes.len())
    }

    fn put_quietly(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Stop> {
        let path = self.out.join(name);
        files::write_whole(&path, bytes).map_err(|error| self.cannot_write(&path, &error))?;
        Ok(path)
    }

    fn cannot_write(&self, path: &Path, error: &io::Error) -> Stop {
        Stop(self.office.say(
            format!("写不了 {}：{error}", path.display()),
            format!("cannot write {}: {error}", path.display()),
        ))
    }
}

/// A path of the manuscript as its source writes it.
fn literal_path(path: &str) -> String {
    render::literal(&serde_json::Value::String(format!("/{path}")))
}
