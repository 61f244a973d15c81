//! `fact-cards`: the command that newsrooms run on their machines.

mod check;
mod draft;
mod export;
mod files;
mod import;
mod input;
mod listing;
mod ndjson;
mod prerender;
mod report;
mod schema;
mod snippet;
mod table;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use document::problem::Severity;

/// Who said what in a news article: drafts, imports, checks, prerenders and exports documents of fact cards, and prints their JSON Schema.
#[derive(Parser)]
#[command(name = "fact-cards", version, after_help = CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const CODES: &str = "Exit codes: 0 fine, 1 problems found, 2 could not run.";

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    Draft(draft::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
    Prerender(prerender::Arguments),
    Schema(schema::Arguments),
}

/// How a run ended. If several files end differently, the worst counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    #[default]
    Fine,
    /// Something is wrong with a document.
    Problems,
    /// A file could not be read or written.
    Failed,
}

impl Outcome {
    /// What the problems of a document come to: warnings alone are fine.
    fn of(problems: impl IntoIterator<Item = Severity>) -> Self {
        match problems.into_iter().any(|severity| severity == Severity::Error) {
            true => Self::Problems,
            false => Self::Fine,
        }
    }
}

/// Runs the subcommand that the arguments name.
fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Draft(arguments) => draft::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Prerender(arguments) => prerender::run(&arguments),
        Command::Schema(schema::Arguments {}) => schema::run(),
    };
    ExitCode::from(outcome as u8)
}
