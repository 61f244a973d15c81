mod page;
mod rows;
mod telling;
mod writing;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::Value;

use super::Outcome;
use super::input::Input;
use super::report::complain;
use super::{ndjson, ndjson::Line};
use article::json_ld;
use document::json::{Node, parse};
use schema_org::{Fault, Imported, Remark, import_claim_reviews, import_google, unread};
use telling::Telling;
use writing::{Writing, value_of};

/// Makes documents from the data that newsrooms have: ClaimReview, answers of Google's Fact Check Tools API, and tables.
///
/// Reviews and rows about the same page become one document. Texts are not changed, except that HTML in them is decoded and spaces around
/// them are removed. Each change is listed under "$import" in the document; what could not be used is reported on standard error.
/// One document goes to standard output; several go there as one in each line, or into the folder of --out.
#[derive(Args)]
#[command(after_help = super::CODES)]
pub(super) struct Arguments {
    /// JSON-LD, HTML pages, answers of the API, or tables as CSV or TSV; - is standard input
    #[arg(required_unless_present = "ndjson", value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The format of the files; auto finds it out for each file
    #[arg(long, default_value = "auto", value_name = "FORMAT")]
    from: Format,

    /// Write a file for each document into this folder; existing files are never changed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// For tables: the heading of a column; rows with the same value there become one document. Default: the article's address
    #[arg(long, value_name = "HEADING")]
    group_by: Option<String>,

    /// Read one JSON object in each line, {"id": …, "source": …}, and write {"id": …, "documents": […]} for each
    #[arg(long, conflicts_with_all = ["out", "group_by"])]
    ndjson: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Auto,
    Claimreview,
    Google,
    Table,
}

/// The most claims that one document gets. The table of an archive needs a column that separates the articles.
const MOST_CLAIMS: usize = 5_000;

/// The longest text of JSON-LD that is read, in bytes: it takes several times as much memory.
const MOST_BYTES: usize = 500_000_000;

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.ndjson {
        if arguments.from == Format::Table {
            complain(Path::new("--ndjson"), "a table has rows, and no JSON in each line; leave --ndjson out");
            return Outcome::Failed;
        }
        return ndjson::filter(&arguments.files, |line| of_line(line, arguments.from));
    }
    if let Some(folder) = &arguments.out
        && let Err(error) = fs::create_dir_all(folder)
    {
        complain(folder, format!("the folder cannot be made: {error}"));
        return Outcome::Failed;
    }
    let mut writing = Writing::new(arguments.out.as_deref());
    let mut outcome = Outcome::Fine;
    for file in &arguments.files {
        outcome = outcome.max(one(file, arguments, &mut writing));
        if writing.is_stopped() {
            break;
        }
    }
    outcome.max(writing.finish())
}

fn one(file: &Path, arguments: &Arguments, writing: &mut Writing) -> Outcome {
    read_one(file, arguments, writing).unwrap_or_else(|fault| {
        complain(file, fault);
        Outcome::Failed
    })
}

fn read_one(file: &Path, arguments: &Arguments, writing: &mut Writing) -> Result<Outcome, String> {
    let input = Input::open(file)?;
    if let Some(what) = no_text(input.start()) {
        return Err(format!("this is {what}; save the table as CSV, or the page as HTML, and import that"));
    }
    if arguments.from == Format::Table || arguments.from == Format::Auto && is_table(file, &input) {
        return rows::read(file, input, arguments, writing);
    }
    if arguments.group_by.is_some() {
        return Err("--group-by is for tables, and this is none".to_owned());
    }
    let source = input.into_text(MOST_BYTES)?;
    if is_ndjson(&source) {
        return Err("this has one JSON object in each line; read it with --ndjson".to_owned());
    }
    let all = match imported(&source, arguments.from) {
        Ok(all) => all,
        Err(_) if is_document(&source) => {
            return Err("this is a document already: fact-cards check reads it".to_owned());
        }
        Err(remarks) => {
            Telling::of(file).add(&remarks);
            return Ok(Outcome::Problems);
        }
    };
    let mut telling = Telling::of(file);
    let mut outcome = Outcome::Fine;
    for imported in &all {
        outcome = outcome.max(telling.add(&imported.remarks)).max(writing.add(file, imported));
        if writing.is_stopped() {
            break;
        }
    }
    Ok(outcome)
}

/// The kind of a file that is no text, by its first bytes.
fn no_text(start: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 6] = [
        (b"PK\x03\x04", "an Excel workbook, or another compressed file"),
        (b"\xd0\xcf\x11\xe0", "an Excel workbook of an older form"),
        (b"%PDF", "a PDF"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
    ];
    KINDS.into_iter().find(|(begin, _)| start.starts_with(begin)).map(|(_, what)| what)
}

/// Whether this is one of our own documents.
fn is_document(source: &str) -> bool {
    parse(source).is_ok_and(|node| node.at("version").is_some() && node.at("claims").is_some())
}

/// Whether a file has the name of a table, or has no name that tells and does not begin like JSON, JSON-LD in comments, or a page.
fn is_table(file: &Path, input: &Input) -> bool {
    let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
    let is_one_of = |all: &[&str]| all.iter().any(|known| extension == *known);
    if is_one_of(&["csv", "tsv", "tab"]) {
        return true;
    }
    if is_one_of(&["json", "jsonld", "html", "htm"]) {
        return false;
    }
    // In UTF-16, each ASCII character has a byte that is zero.
    let begin = &input.start()[..input.start().len().min(100)];
    let is_mark = |byte: &u8| matches!(byte, 0xef | 0xbb | 0xbf | 0xfe | 0xff);
    let first = begin.iter().find(|byte| **byte != 0 && !is_mark(byte) && !byte.is_ascii_whitespace());
    first.is_some_and(|first| !b"{[</".contains(first))
}

/// The documents in a text of JSON-LD, a page or an answer of the API.
fn imported(source: &str, format: Format) -> Result<Vec<Imported>, Vec<Remark>> {
    let blocks = json_ld(source);
    if !blocks.is_empty() && format != Format::Google {
        return page::imported(source, &blocks).map(|imported| vec![imported]);
    }
    if blocks.is_empty() && is_page(source) {
        return Err(vec![page::without_blocks(source)]);
    }
    match format {
        Format::Google => import_google(source),
        Format::Auto if is_google(source) => import_google(source),
        _ => {
            let mut all = import_claim_reviews(source)?;
            all[0].remarks.extend(unread(&[source], false));
            Ok(all)
        }
    }
}

/// Whether each of the first lines is an object, so that the whole is not JSON.
fn is_ndjson(source: &str) -> bool {
    let lines = source.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty());
    let first: Vec<_> = lines.take(2).collect();
    first.len() == 2 && first.iter().all(|line| matches!(parse(line), Ok(Node::Object(_))))
}

/// Whether this is HTML, and not JSON in a comment or in CDATA.
fn is_page(source: &str) -> bool {
    let start = source.trim_start_matches('\u{feff}').trim_start();
    let name = start.strip_prefix('<').map(|rest| rest.trim_start_matches(['!', '?', '/']));
    name.and_then(|name| name.chars().next()).is_some_and(|first| first.is_ascii_alphabetic())
}

/// Whether this is an answer of the API: its property names differ from schema.org's.
fn is_google(source: &str) -> bool {
    let has = |name: &str| source.contains(name);
    !has("\"ClaimReview\"") && (has("\"claimReview\"") || has("\"error\"") && has("\"message\"") && !has("\"@type\""))
}

fn of_line(line: &Line, format: Format) -> ndjson::Answer {
    let source = line.json("source");
    let lines = |remarks: &[Remark]| remarks.iter().map(Remark::line).collect::<Vec<_>>();
    let all = imported(&source, format).map_err(|remarks| {
        // Lines of the source are others than those of the input.
        let is_unread = remarks.iter().any(|remark| matches!(remark.fault, Fault::Unreadable(_)));
        let place = match line.has("source") {
            false => "the line has no field \"source\", so it was read as ClaimReview itself: ",
            true if is_unread => "in the source: ",
            true => "",
        };
        place.to_owned() + &lines(&remarks).join("; ")
    })?;
    let outcome = Outcome::of(all.iter().flat_map(|one| one.remarks.iter().map(Remark::severity)));
    let problems: Vec<_> = all.iter().flat_map(|one| lines(&one.remarks)).collect();
    let documents = all.iter().map(value_of).collect::<Result<Vec<Value>, String>>()?;
    Ok((ndjson::fields([("documents", Value::Array(documents)), ("problems", problems.into())]), outcome))
}

/// The beginning of a value, for a message.
fn short(value: &str) -> String {
    const MOST: usize = 80;
    match value.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &value[..at]),
        None => value.to_owned(),
    }
}
