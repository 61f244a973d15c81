//! `fact-cards`: the command that newsrooms run on their own machines.

mod check;
mod draft;
mod files;
mod listing;
mod prerender;
mod report;
mod schema;
mod snippet;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Who said what in a news article: drafts, checks and prerenders documents of fact cards, and prints their JSON Schema.
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
    Prerender(prerender::Arguments),
    Schema(schema::Arguments),
}

/// How a run ended. The worst outcome of several is the exit code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    #[default]
    Fine,
    /// Something is wrong with a document.
    Problems,
    /// A file could not be read or written.
    Failed,
}

/// Runs the command with the arguments of this process.
fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Draft(arguments) => draft::run(&arguments),
        Command::Prerender(arguments) => prerender::run(&arguments),
        Command::Schema(schema::Arguments {}) => schema::run(),
    };
    ExitCode::from(outcome as u8)
}
