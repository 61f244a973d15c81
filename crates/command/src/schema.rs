use clap::Args;

use super::Outcome;
use super::files::print;

/// Prints the JSON Schema of documents, with which text editors and other programs check and complete them.
///
/// The build publishes the same as fact-cards-1.schema.json next to fact-cards.js. Text editors check a document that names it in "$schema"
/// while you write. The subcommand check also compares the document with the article.
#[derive(Args)]
pub(super) struct Arguments {}

pub(super) fn run() -> Outcome {
    print(&document::schema::text())
}
