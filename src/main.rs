//! The command line program: arguments, clock, printing and exit codes.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the only place that prints"
)]

mod args;
mod commands;

use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use clap::Parser as _;

use args::{Args, Command};
use commands::{Report, Stop};

fn main() -> ExitCode {
    let args = Args::parse();
    let office = commands::Office {
        lang: args.lang.into(),
        templates: args.templates.as_deref(),
        today: beijing(&Utc::now()),
    };
    let report = match &args.command {
        Command::Render(render) => commands::render::run(&office, render),
        Command::Check(check) => commands::check::run(&office, check),
        Command::Channels => commands::channels::run(&office),
        Command::Explain { code } => commands::explain::run(&office, code),
    };
    match report {
        Ok(Report {
            stdout,
            stderr,
            failed,
        }) => {
            eprint!("{stderr}");
            print!("{stdout}");
            if failed {
                ExitCode::from(1)
            } else {
                ExitCode::SUCCESS
            }
        }
        Err(Stop(message)) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// The day in Beijing, which keeps no summer time.
fn beijing(now: &DateTime<Utc>) -> NaiveDate {
    (*now + TimeDelta::hours(8)).date_naive()
}
