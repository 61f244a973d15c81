use std::collections::HashSet;
use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Outcome;
use super::files::{print, read, write_new};
use super::report::{complain, note};
use super::table;
use super::{ndjson, ndjson::Line};
use article::{Metadata, json_ld, metadata};
use document::model::{Article, Date, Document, Language};
use document::problem::Severity;
use document::web_url::WebUrl;
use schema_org::{Imported, Remark, Repair, import_claim_reviews, import_google, import_page, kebab};
use tables::{Columns, Grouping};

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
    #[arg(long, conflicts_with = "out")]
    ndjson: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Auto,
    Claimreview,
    Google,
    Table,
}

/// The most claims that one document gets from a table. The table of an archive needs a column that separates the articles.
const MOST_CLAIMS: usize = 5_000;

/// The most columns that are named if they are not imported.
const MOST_HEADINGS: usize = 20;

/// The longest text of JSON-LD that is read, in bytes: it takes several times as much memory.
const MOST_BYTES: usize = 500_000_000;

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.ndjson {
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
    }
    outcome.max(writing.finish())
}

fn one(file: &Path, arguments: &Arguments, writing: &mut Writing) -> Outcome {
    if arguments.from == Format::Table || arguments.from == Format::Auto && is_table(file) {
        return rows(file, arguments, writing);
    }
    let source = match read(file) {
        Ok(source) => source,
        Err(fault) => {
            complain(file, fault);
            return Outcome::Failed;
        }
    };
    if source.len() > MOST_BYTES {
        complain(file, format!("larger than {} MB, the most that is read at once; split it", MOST_BYTES / 1_000_000));
        return Outcome::Failed;
    }
    match imported(&source, arguments.from) {
        Ok(all) => all.iter().map(|imported| writing.add(file, imported)).max().unwrap_or_default(),
        Err(remarks) => tell(file, &remarks).max(Outcome::Problems),
    }
}

/// Whether a file has the name of a table, or does not begin like JSON, JSON-LD in comments, or a page. Standard input is never a table
/// here, because it can be read only once.
fn is_table(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
    if ["csv", "tsv", "tab"].iter().any(|known| extension == *known) {
        return true;
    }
    if file.as_os_str() == "-" {
        return false;
    }
    let mut start = Vec::new();
    let read = fs::File::open(file).and_then(|file| file.take(1_000).read_to_end(&mut start));
    let text = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start).trim_ascii_start();
    read.is_ok() && text.first().is_some_and(|first| !b"{[</".contains(first))
}

/// The documents in a text of JSON-LD, a page or an answer of the API.
fn imported(source: &str, format: Format) -> Result<Vec<Imported>, Vec<Remark>> {
    let blocks = json_ld(source);
    if !blocks.is_empty() && format != Format::Google {
        let blocks: Vec<_> = blocks.iter().map(String::as_str).collect();
        return import_page(&blocks, article_of(metadata(source))).map(|imported| vec![imported]);
    }
    match format {
        Format::Google => import_google(source),
        Format::Auto if is_google(source) => import_google(source),
        _ => import_claim_reviews(source),
    }
}

/// Whether this is an answer of the API: its property names differ from schema.org's.
fn is_google(source: &str) -> bool {
    source.contains("\"claimReview\"") && !source.contains("\"ClaimReview\"")
}

fn article_of(metadata: Metadata) -> Article {
    let url = metadata.url.as_deref().and_then(WebUrl::parse);
    Article {
        headline: metadata.headline.or_else(|| url.as_ref().map(WebUrl::host)).unwrap_or("ClaimReview".to_owned()),
        url,
        publisher: metadata.publisher,
        published: metadata.published.as_deref().and_then(Date::parse),
        updated: metadata.updated.as_deref().and_then(Date::parse),
        language: metadata.language.as_deref().and_then(Language::parse),
        ..Article::default()
    }
}

fn of_line(line: &Line, format: Format) -> ndjson::Answer {
    let source = line.json("source");
    let lines = |remarks: &[Remark]| remarks.iter().map(Remark::line).collect::<Vec<_>>();
    let all = imported(&source, format).map_err(|remarks| lines(&remarks).join("; "))?;
    let has_errors = all.iter().any(|one| worst(&one.remarks) == Outcome::Problems);
    let problems: Vec<_> = all.iter().flat_map(|one| lines(&one.remarks)).collect();
    let documents: Vec<Value> =
        all.iter().map(|one| serde_json::to_value(File::of(one)).expect("texts and numbers can be written")).collect();
    let answer = [("documents", Value::Array(documents)), ("problems", problems.into())];
    Ok((
        Map::from_iter(answer.map(|(key, value)| (key.to_owned(), value))),
        if has_errors { Outcome::Problems } else { Outcome::Fine },
    ))
}

/// Writes the documents of a table, each as soon as its rows end, so that a table of any size needs the memory of one document.
fn rows(file: &Path, arguments: &Arguments, writing: &mut Writing) -> Outcome {
    match read_rows(file, arguments, writing) {
        Ok(outcome) => outcome,
        Err(fault) => {
            complain(file, fault);
            Outcome::Failed
        }
    }
}

fn read_rows(file: &Path, arguments: &Arguments, writing: &mut Writing) -> Result<Outcome, String> {
    let unreadable = |error: &dyn std::fmt::Display| format!("cannot be read: {error}");
    let mut table = table::open(file).map_err(|error| unreadable(&error))?;
    let mut row = csv::StringRecord::new();
    if !table.reader.read_record(&mut row).map_err(|error| unreadable(&error))? {
        return Err("empty: there is no table in it".to_owned());
    }
    let columns = Columns::of(&row.iter().collect::<Vec<_>>(), arguments.group_by.as_deref())
        .map_err(|fault| fault.to_string())?;
    tell_unknown(file, &columns);
    let name = file.file_stem().map_or_else(|| "table".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let progress = progress(table.size);
    let mut done = Apart::default();
    let mut outcome = Outcome::Fine;
    let mut group: Option<(String, Grouping)> = None;
    while table.reader.read_record(&mut row).map_err(|error| unreadable(&error))? {
        let position = row.position().map_or((0, 0), |position| (position.line() as usize, position.byte()));
        if position.0.is_multiple_of(1_000) {
            progress.set_position(position.1);
        }
        let cells: Vec<_> = row.iter().collect();
        let key = columns.group(&cells).unwrap_or_default();
        if group.as_ref().is_none_or(|(known, _)| known != key) {
            if done.again(key) {
                let fault = "the rows of this document are not next to each other; sort the table by the column that separates the documents";
                return Err(format!("line {}: \"{key}\": {fault}", position.0));
            }
            outcome = outcome.max(group.take().map_or(Outcome::Fine, |(_, group)| writing.rows(file, group)));
        }
        let (_, grouping) = group.get_or_insert_with(|| {
            let name = if key.is_empty() || WebUrl::parse(key).is_some() { &name } else { key };
            (key.to_owned(), Grouping::new(&columns, name))
        });
        grouping.add(&cells, position.0);
        if grouping.claims() > MOST_CLAIMS {
            let fault = if columns.has_groups() {
                "split the table"
            } else {
                "name the column that tells the articles apart with --group-by"
            };
            return Err(format!("more than {MOST_CLAIMS} claims for one document; {fault}"));
        }
    }
    progress.finish_and_clear();
    if group.is_none() {
        return Err("there are no rows below the headings".to_owned());
    }
    Ok(outcome.max(group.map_or(Outcome::Fine, |(_, group)| writing.rows(file, group))))
}

/// Names the columns that are not imported, the first of many.
fn tell_unknown(file: &Path, columns: &Columns) {
    let mut unknown = columns.unknown();
    for heading in unknown.by_ref().take(MOST_HEADINGS) {
        note(file, format!("the column \"{heading}\" is not imported"));
    }
    match unknown.count() {
        0 => (),
        more => note(file, format!("{more} further columns are not imported")),
    }
}

/// The documents that are done, as a hash of eight bytes each: their names would need as much memory as the table.
#[derive(Default)]
struct Apart {
    hasher: RandomState,
    done: HashSet<u64>,
}

impl Apart {
    /// Whether this one was there before.
    fn again(&mut self, key: &str) -> bool {
        !self.done.insert(self.hasher.hash_one(key))
    }
}

/// A progress bar, if the output is a terminal.
fn progress(bytes: Option<u64>) -> ProgressBar {
    let Some(bytes) = bytes.filter(|bytes| *bytes > 10_000_000 && std::io::stderr().is_terminal()) else {
        return ProgressBar::hidden();
    };
    let style = ProgressStyle::with_template("{bar:30} {percent} %, {eta} left").expect("a sound template");
    ProgressBar::new(bytes).with_style(style)
}

/// A document with the list of changes.
#[derive(Serialize)]
struct File<'imported> {
    #[serde(flatten)]
    document: &'imported Document,
    #[serde(rename = "$import", skip_serializing_if = "Option::is_none")]
    import: Option<Import<'imported>>,
}

#[derive(Serialize)]
struct Import<'imported> {
    repairs: Vec<Changed<'imported>>,
}

#[derive(Serialize)]
struct Changed<'imported> {
    kind: &'static str,
    path: &'imported str,
    before: &'imported str,
    after: &'imported str,
}

impl<'imported> File<'imported> {
    fn of(imported: &'imported Imported) -> Self {
        let changed = |repair: &'imported Repair| {
            let Repair { kind, path, before, after } = repair;
            Changed { kind: kind.code(), path, before, after }
        };
        let repairs: Vec<_> = imported.repairs.iter().map(changed).collect();
        let import = (!repairs.is_empty()).then_some(Import { repairs });
        Self { document: &imported.document, import }
    }
}

/// The place where documents are written.
struct Writing<'arguments> {
    folder: Option<&'arguments Path>,
    names: Apart,
    /// The first document, until it is known whether it is the only one.
    first: Option<Value>,
    count: usize,
}

impl<'arguments> Writing<'arguments> {
    fn new(folder: Option<&'arguments Path>) -> Self {
        Self { folder, names: Apart::default(), first: None, count: 0 }
    }

    fn rows(&mut self, file: &Path, group: Grouping) -> Outcome {
        group.finish().map_or(Outcome::Problems, |imported| self.add(file, &imported))
    }

    fn add(&mut self, file: &Path, imported: &Imported) -> Outcome {
        let outcome = tell(file, &imported.remarks);
        let written = serde_json::to_value(File::of(imported)).expect("texts and numbers can be written");
        self.count += 1;
        if let Some(folder) = self.folder {
            let target = folder.join(self.name(&imported.document) + ".json");
            let Err(fault) = write_new(&target, &pretty(&written)) else { return outcome };
            complain(&target, fault);
            return Outcome::Failed;
        }
        if self.count == 1 {
            self.first = Some(written);
            return outcome;
        }
        let first = self.first.take().map(|first| format!("{first}\n")).unwrap_or_default();
        outcome.max(print(&format!("{first}{written}\n")))
    }

    /// The last part of the article's address, or its headline, with a number if another document has this name.
    fn name(&mut self, document: &Document) -> String {
        let page = document.article.url.as_ref().map(|url| url.page().split('?').next().unwrap_or_default());
        let last = page.and_then(|page| page.split('/').skip(3).filter(|part| !part.is_empty()).last());
        let stem = last.map(kebab).filter(|name| !name.is_empty()).unwrap_or_else(|| kebab(&document.article.headline));
        let stem = if stem.is_empty() { "document".to_owned() } else { stem };
        let mut name = stem.clone();
        let mut number = 2;
        while self.names.again(&name) {
            name = format!("{stem}-{number}");
            number += 1;
        }
        name
    }

    fn finish(self) -> Outcome {
        self.first.map_or(Outcome::Fine, |first| print(&pretty(&first)))
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("texts and numbers can be written") + "\n"
}

/// Reports what is missing in a document, or not as it should be.
fn tell(file: &Path, remarks: &[Remark]) -> Outcome {
    for remark in remarks {
        super::report::remark(file, &remark.line());
    }
    worst(remarks)
}

fn worst(remarks: &[Remark]) -> Outcome {
    match remarks.iter().any(|remark| remark.severity() == Severity::Error) {
        true => Outcome::Problems,
        false => Outcome::Fine,
    }
}
