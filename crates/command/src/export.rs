use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::Value;

use super::Outcome;
use super::files::{print, read};
use super::ndjson;
use super::report::{complain, note, report};
use document::decode::{Decoded, decode};
use document::model::Document;
use document::problem::Problem;
use schema_org::{claim_reviews, json_ld};
use tables::{Field, rows};

/// Writes documents in formats that other programs read: schema.org's ClaimReview, the JSON-LD of an article, or a table.
///
/// Several documents become one list of reviews or articles, or one table.
#[derive(Args)]
#[command(after_help = super::CODES)]
pub(super) struct Arguments {
    /// Documents, as JSON; - is standard input
    #[arg(required_unless_present = "ndjson", value_name = "FILE")]
    files: Vec<PathBuf>,

    /// claimreview: each review with its claim; jsonld: the article with all its claims; csv: a row for each statement and review
    #[arg(long, value_name = "FORMAT")]
    to: Format,

    /// Read one JSON object a line, {"id": …, "document": …}, and write {"id": …, "export": …} a line
    #[arg(long)]
    ndjson: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Claimreview,
    Jsonld,
    Csv,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.ndjson {
        return ndjson::filter(&arguments.files, |line| {
            let Decoded { document, problems, .. } =
                decode(&line.json("document")).map_err(|problem| problem.line())?;
            let outcome = Outcome::of(problems.iter().map(|problem| problem.severity));
            let lines = problems.iter().map(Problem::line).chain(left_out(arguments.to, &document));
            let problems = lines.map(Value::String).collect();
            let exported = match arguments.to {
                Format::Csv => Value::String(table(&[document])),
                format => linked(format, &document),
            };
            Ok((ndjson::fields([("export", exported), ("problems", Value::Array(problems))]), outcome))
        });
    }
    let mut outcome = Outcome::Fine;
    let mut documents = Vec::new();
    for file in &arguments.files {
        match one(file) {
            Ok((document, of_file)) => {
                outcome = outcome.max(of_file);
                left_out(arguments.to, &document).into_iter().for_each(|what| note(file, what));
                documents.push(document);
            }
            Err(of_file) => outcome = outcome.max(of_file),
        }
    }
    outcome.max(print(&written(arguments.to, &documents)))
}

fn one(file: &Path) -> Result<(Document, Outcome), Outcome> {
    let json = read(file).map_err(|fault| {
        complain(file, fault);
        Outcome::Failed
    })?;
    let decoded = decode(&json).map_err(|problem| {
        report(file, &json, &[problem]);
        Outcome::Problems
    })?;
    report(file, &json, &decoded.problems);
    Ok((decoded.document, Outcome::of(decoded.problems.iter().map(|problem| problem.severity))))
}

/// What the format cannot hold of a document.
fn left_out(format: Format, document: &Document) -> Option<String> {
    let unreviewed = document.claims.iter().filter(|claim| claim.reviews.is_empty()).count();
    (format == Format::Claimreview && unreviewed > 0)
        .then(|| format!("claims without a review, and so without a ClaimReview: {unreviewed}"))
}

fn linked(format: Format, document: &Document) -> Value {
    if format == Format::Jsonld { json_ld(document) } else { claim_reviews(document) }
}

fn written(format: Format, documents: &[Document]) -> String {
    if format == Format::Csv {
        return table(documents);
    }
    let mut each: Vec<_> = documents.iter().map(|document| linked(format, document)).collect();
    let all = match (format, each.len()) {
        (Format::Claimreview, _) => {
            Value::Array(each.into_iter().flat_map(|one| one.as_array().cloned().unwrap_or_default()).collect())
        }
        (_, 1) => each.remove(0),
        _ => Value::Array(each),
    };
    serde_json::to_string_pretty(&all).expect("texts and numbers can be written") + "\n"
}

fn table(documents: &[Document]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let headings: Vec<_> = Field::all().map(Field::heading).collect();
    let all = std::iter::once(headings.iter().map(|heading| (*heading).to_owned()).collect());
    for row in all.chain(documents.iter().flat_map(rows)) {
        let row: Vec<String> = row;
        writer.write_record(&row).expect("memory can be written");
    }
    String::from_utf8(writer.into_inner().expect("memory can be written")).expect("all cells are UTF-8")
}
