//! The command line program: arguments, clock, printing and exit codes.

mod args;
mod commands;

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{TimeDelta, Timelike as _, Utc};
use clap::Parser as _;
use etcetera::BaseStrategy as _;

use tousu::files::Reach;
use tousu::moment::Moment;

use args::{Args, Command};
use commands::{Report, Stop};

fn main() -> ExitCode {
    // A decoder that panics on a file is told of as a fault of that file, in words for people.
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !tousu::evidence::is_guarded() {
            report(panic);
        }
    }));
    let args = Args::parse();
    let program = env::current_exe().ok();
    let now = now_in_beijing();
    let office = commands::Office {
        program: program.as_deref(),
        cache: if args.no_cache { None } else { cache_folder() },
        reach: if args.allow_outside {
            Reach::Anywhere
        } else {
            Reach::Inside
        },
        lang: args.lang.into(),
        templates: args.templates.as_deref(),
        today: now.date,
        now,
    };
    let report = match &args.command {
        Command::Render(render) => commands::render::run(&office, render),
        Command::Check(check) => commands::check::run(&office, check),
        Command::Plan(plan) => commands::plan::run(&office, plan),
        Command::Archive(render) => commands::archive::run(&office, render),
        Command::Verify(verify) => commands::verify::run(&office, verify),
        Command::Channels => commands::channels::run(&office),
        Command::Law(law) => commands::law::run(&office, law, io::stdin().lock()),
        Command::Explain { code } => commands::explain::run(&office, code),
        Command::DecodePages => {
            commands::decode_pages::run(io::stdin().lock(), io::stdout().lock())
        }
    };
    let (report, stopped) = match report {
        Ok(report) => (report, false),
        Err(Stop(message)) => {
            let stderr = format!("{message}\n");
            (
                Report {
                    stderr,
                    ..Report::default()
                },
                true,
            )
        }
    };
    match (print(&report), stopped, report.failed) {
        (Ok(()), false, false) => ExitCode::SUCCESS,
        (Ok(()), false, true) => ExitCode::from(1),
        (Err(_), _, _) | (_, true, _) => ExitCode::from(2),
    }
}

/// Prints a report; a reader that has gone away is no reason to panic.
fn print(report: &Report) -> io::Result<()> {
    io::stderr().write_all(report.stderr.as_bytes())?;
    let mut stdout = io::stdout().lock();
    stdout.write_all(report.stdout.as_bytes())?;
    stdout.flush()
}

/// The folder for prepared evidence: what `TOUSU_CACHE` names, of which an empty one is none, or else a folder among
/// the user's caches.
fn cache_folder() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("TOUSU_CACHE") {
        return (!folder.is_empty()).then(|| folder.into());
    }
    let caches = etcetera::base_strategy::choose_native_strategy()
        .ok()?
        .cache_dir();
    // Windows has one folder for caches and for what programs cannot do without.
    let name = if cfg!(windows) {
        "tousu/cache"
    } else {
        "tousu"
    };
    Some(caches.join(name))
}

/// The time in Beijing, which keeps no summer time, to the minute.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock is read here, at the edge, and nowhere else"
)]
fn now_in_beijing() -> Moment {
    let now = (Utc::now() + TimeDelta::hours(8)).naive_utc();
    Moment {
        date: now.date(),
        time: now
            .time()
            .with_second(0)
            .and_then(|time| time.with_nanosecond(0)),
    }
}
