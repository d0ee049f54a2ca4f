//! The build script: turns the data of the crate into static tables.
#![expect(
    clippy::print_stderr,
    reason = "cargo shows what a failing build script writes there"
)]

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

#[path = "build/basis.rs"]
mod basis;
#[path = "../calendar/build.rs"]
mod calendar;
#[path = "build/check.rs"]
mod check;
#[expect(
    dead_code,
    unreachable_pub,
    reason = "a module of the library, of which folding needs one function"
)]
#[path = "../chinese.rs"]
mod chinese;
#[path = "../deadline/build/mod.rs"]
mod deadline;
#[path = "../channel/embed.rs"]
mod embed;
#[path = "../facts/build/mod.rs"]
mod facts;
#[path = "text/fold.rs"]
mod fold;
#[path = "../plan/build/mod.rs"]
mod plan;
#[path = "build/read.rs"]
mod read;
#[path = "build/words.rs"]
mod words;
#[path = "build/write.rs"]
mod write;

/// Runs each duty of the build script and fails the build if one of them finds a fault.
fn main() -> ExitCode {
    match law().and_then(|data| templates().and_then(|()| time(&data))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                eprintln!("error: {fault}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Writes the tables of the `law` module and returns its data, or every fault found in it.
fn law() -> Result<read::Data, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law");
    println!("cargo::rerun-if-changed={}", folder.join("build").display());
    println!("cargo::rerun-if-changed={}", folder.join("data").display());
    let data = read::Data::read(&folder.join("data"))?;
    check::check(&data)?;
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    fs::write(Path::new(&out).join("law.rs"), write::tables(&data))
        .map_err(|error| vec![format!("cannot write law.rs: {error}")])?;
    Ok(data)
}

/// Writes the table of the built-in templates.
fn templates() -> Result<(), Vec<String>> {
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    embed::templates(Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(&out))
        .map_err(|error| vec![format!("cannot embed the templates: {error}")])
}

/// Writes the tables of what rules of time and of order are written in and counted by.
fn time(law: &read::Data) -> Result<(), Vec<String>> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: &str| {
        let path = source.join(path);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(&path).map_err(|error| vec![format!("{}: {error}", path.display())])
    };
    let write = |name: &str, text: String| {
        let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
        fs::write(Path::new(&out).join(name), text)
            .map_err(|error| vec![format!("cannot write {name}: {error}")])
    };
    let calendar = calendar::tables(&read("calendar/data/calendar.yaml")?)
        .map_err(|error| vec![format!("src/calendar/data/calendar.yaml: {error}")])?;
    write("calendar.rs", calendar)?;
    let words: facts::words::Words = serde_yaml::from_str(&read("facts/data/words.yaml")?)
        .map_err(|error| vec![format!("src/facts/data/words.yaml: {error}")])?;
    write("words.rs", words.write())?;
    let limits: deadline::Deadlines = serde_yaml::from_str(&read("deadline/data/deadlines.yaml")?)
        .map_err(|error| vec![format!("src/deadline/data/deadlines.yaml: {error}")])?;
    let steps: plan::Plan = serde_yaml::from_str(&read("plan/data/plan.yaml")?)
        .map_err(|error| vec![format!("src/plan/data/plan.yaml: {error}")])?;
    let language = facts::language::Language {
        words: &words,
        groups: &limits.groups,
        guards: &steps.guards,
        deadlines: &limits.ids(),
        states: &steps.states(),
        law,
    };
    write("deadlines.rs", deadline::tables(&limits, &language)?)?;
    write("plan.rs", plan::tables(&steps, &language)?)
}
