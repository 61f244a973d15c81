use clap::Args;

use super::Outcome;
use super::files::print;

/// Prints the JSON Schema of documents, with which text editors and other programs check and complete them.
///
/// The build publishes the same as fact-cards-1.schema.json beside fact-cards.js. A document that names it in "$schema" is
/// checked while it is written. What only a comparison with the article shows, the subcommand check finds.
#[derive(Args)]
pub(super) struct Arguments {}

pub(super) fn run() -> Outcome {
    print(&document::schema::text())
}
