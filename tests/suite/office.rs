//! What the tests need to make filings: examples, channels, a fixed day.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use tousu::case::Reading;
use tousu::case::reading::{Listing, read_beside};
use tousu::channel::{self, Channel, Templates};
use tousu::diagnostic::{Lang, Outcome};
use tousu::files::Draft;
use tousu::filing;
use tousu::manifest::Manifest;
use tousu::pipeline::{self, Desk, Papers, Volume};

/// The day of filing in every test.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the examples.
pub const EXAMPLES: [&str; 3] = ["game-card", "green-diamond", "minimal"];

/// The folder of an example.
pub fn example(name: &str) -> PathBuf {
    root().join("examples").join(name)
}

/// Every built-in channel.
pub fn channels() -> Vec<Channel> {
    channel::load(&Templates::built_in()).unwrap()
}

/// Every built-in channel whose paper is filed.
pub fn filed() -> Vec<Channel> {
    let mut all = channels();
    all.retain(|channel| !channel.self_use);
    all
}

/// A built-in channel.
pub fn channel(id: &str) -> Channel {
    channels()
        .into_iter()
        .find(|channel| channel.id == id)
        .unwrap()
}

/// Reads a case text, beside an empty folder `空/` and one with two pictures and another folder, `聊天/`.
pub fn reading(text: &str) -> Reading {
    let listed = |files: &[&str], left_out: &[&str]| {
        let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        Some(Listing {
            files: owned(files),
            left_out: owned(left_out),
        })
    };
    read_beside("case.yaml", text.as_bytes(), &|path| match path {
        "空/" => listed(&[], &[]),
        "聊天/" => listed(&["聊天/1.png", "聊天/2.png"], &["聊天/更早"]),
        _ => None,
    })
}

/// Reads the case of an example.
pub fn example_reading(name: &str) -> Reading {
    reading(&std::fs::read_to_string(example(name).join("case.yaml")).unwrap())
}

/// Makes the filings of a case on a channel.
pub fn file(reading: &Reading, folder: &Path, channel: &Channel) -> Outcome<Vec<Papers>> {
    with_desk(reading, folder, |desk| pipeline::file(desk, channel))
}

/// Calls a step of the pipeline with the desk of a case, which has to be in order.
pub fn with_desk<T>(reading: &Reading, folder: &Path, step: impl FnOnce(&Desk<'_>) -> T) -> T {
    let templates = Templates::built_in();
    let vocabulary = filing::vocabulary(&templates).unwrap();
    let case = reading
        .outcome
        .value
        .as_ref()
        .unwrap_or_else(|| panic!("{}", reading.show(Lang::Zh)));
    step(&Desk {
        case,
        places: &reading.places,
        folder,
        program: Some(Path::new(env!("CARGO_BIN_EXE_tousu"))),
        cache: None,
        templates: &templates,
        vocabulary: &vocabulary,
        today: today(),
        bounds: pipeline::Bounds::default(),
        reach: tousu::files::Reach::Inside,
        watch: pipeline::Watch::default(),
    })
}

/// The one filing of an example on a channel, with its PDF.
pub fn finished(example_name: &str, id: &str) -> Option<(Papers, Vec<u8>)> {
    let reading = example_reading(example_name);
    let outcome = file(&reading, &example(example_name), &channel(id));
    let papers = outcome.value?.into_iter().next()?;
    let pdf = papers.volumes[0]
        .document
        .pdf(&papers.stem, today())
        .unwrap();
    Some((papers, pdf))
}

/// What the export of a volume gives and says: its PDF as it was written, and its manifest.
pub fn exported(
    desk: &Desk<'_>,
    channel: &Channel,
    volume: &Volume,
) -> Outcome<(Vec<u8>, Manifest)> {
    let folder = tempfile::tempdir().unwrap();
    let mut draft = Draft::new(folder.path()).unwrap();
    let outcome = pipeline::export(desk, channel, volume, &mut draft).unwrap();
    outcome.map(|manifest| (draft.read_back().unwrap(), manifest))
}

/// Compares a text with a golden file; `UPDATE=1` writes it, and a missing one fails.
pub fn golden(path: &str, text: &str, wrong: &mut Vec<String>) {
    let path = root().join("tests/golden").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if expected != text {
        let first = expected.lines().zip(text.lines()).find(|(a, b)| a != b);
        wrong.push(format!("{}: {first:?}", path.display()));
    }
}
