use std::fs;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use draft::Kind;
use draft_document::{Counts, Drafted, draft};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;

use super::Outcome;
use super::files::{check_article, outputs, print, read, write_new};
use super::ndjson::{self, Line};
use super::report::{complain, note};

/// Makes documents from articles: finds each quotation and each reported statement, who said it, and in which role.
///
/// All words are the article's own. The list "$draft" in the document names what an editor has to check: proposed sentences, speakers who
/// are not named next to their words, and words without a speaker. `fact-cards check` compares the finished document with the article.
/// One document goes to standard output: `fact-cards draft article.html > article.json`; several need --out.
#[derive(Args)]
#[command(after_help = super::CODES)]
pub(super) struct Arguments {
    /// Articles, as plain text or HTML pages; - is standard input
    #[arg(required_unless_present = "ndjson", value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Write a file into this folder for each article, such as article.json for article.html; existing files are never changed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// document, or json: a list of what was found, with the places in the article
    #[arg(long, default_value = "document", value_name = "FORMAT")]
    format: Format,

    /// Read one JSON object a line, {"id": …, "article": "text or page"}, and write {"id": …, "document": …} a line
    #[arg(long, conflicts_with_all = ["out", "format"])]
    ndjson: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Document,
    Json,
}

/// The output of `draft --format json`. Its names are public: they change only with a major version.
#[derive(Serialize)]
struct Listing {
    files: Vec<Found>,
}

#[derive(Serialize)]
struct Found {
    file: String,
    /// Why the article could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<String>,
    attributions: Vec<Attribution>,
}

#[derive(Serialize)]
struct Attribution {
    spans: Vec<Words>,
    speaker: Option<String>,
    role: Option<String>,
    organization: Option<String>,
    kind: &'static str,
    sureness: &'static str,
    cue: Option<String>,
}

/// A place. Paragraphs count from 0, and positions in them are UTF-16 code units, as browsers count.
#[derive(Serialize)]
struct Words {
    text: String,
    paragraph: usize,
    start: usize,
    end: usize,
}

/// The document of the article in a line.
fn of_line(line: &Line) -> ndjson::Answer {
    let article = line.text("article").ok_or("article: expected the article's text or page as a string")?;
    let json = drafted_from(article)?.to_json();
    let document = serde_json::from_str(&json).expect("what was written can be read");
    Ok((ndjson::fields([("document", document)]), Outcome::Fine))
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.ndjson {
        return ndjson::filter(&arguments.files, of_line);
    }
    let needs_folder = arguments.format == Format::Document;
    if !needs_folder && arguments.out.is_some() {
        complain(Path::new("fact-cards draft"), "--format json lists all files on standard output; leave --out out");
        return Outcome::Failed;
    }
    let outputs = match outputs(&arguments.files, arguments.out.as_deref().filter(|_| needs_folder), "json") {
        Ok(outputs) => outputs,
        // The listing is one text for all files, so it needs no folder.
        Err(_) if !needs_folder => vec![None; arguments.files.len()],
        Err(fault) => {
            complain(Path::new("fact-cards draft"), fault);
            return Outcome::Failed;
        }
    };
    if let Some(folder) = arguments.out.as_ref().filter(|_| needs_folder)
        && let Err(error) = fs::create_dir_all(folder)
    {
        complain(folder, format!("the folder cannot be made: {error}"));
        return Outcome::Failed;
    }
    let progress = progress(arguments.files.len());
    let each: Vec<(PathBuf, Option<PathBuf>)> = arguments.files.iter().cloned().zip(outputs).collect();
    let done: Vec<_> = each
        .par_iter()
        .map(|(file, output)| {
            let found = drafted(file);
            let outcome = found.as_ref().map_or(Outcome::Failed, |drafted| match output {
                Some(output) => written(output, drafted),
                None => Outcome::Fine,
            });
            progress.inc(1);
            (found, outcome)
        })
        .collect();
    progress.finish_and_clear();
    let outcome = done.iter().map(|(_, outcome)| *outcome).max().unwrap_or_default();
    tell(arguments, &each, done, outcome)
}

/// Prints the output for standard output, and a line about each file.
fn tell(
    arguments: &Arguments,
    each: &[(PathBuf, Option<PathBuf>)],
    done: Vec<(Result<Drafted, String>, Outcome)>,
    mut outcome: Outcome,
) -> Outcome {
    for ((file, output), (found, _)) in each.iter().zip(&done) {
        match found {
            Err(fault) => complain(file, fault),
            Ok(drafted) => {
                if arguments.format == Format::Document && output.is_none() {
                    outcome = outcome.max(print(&drafted.to_json()));
                }
                note(file, summary(drafted.counts()));
            }
        }
    }
    if arguments.format == Format::Json {
        let files = each.iter().zip(done).map(|((file, _), (found, _))| Found::of(file, found)).collect();
        let json = serde_json::to_string_pretty(&Listing { files }).expect("texts and numbers can be written");
        outcome = outcome.max(print(&(json + "\n")));
    }
    outcome
}

/// Returns the draft of an article, or why it could not be read.
fn drafted(file: &Path) -> Result<Drafted, String> {
    drafted_from(&read(file)?)
}

fn drafted_from(source: &str) -> Result<Drafted, String> {
    check_article(source)?;
    if source.contains('\0') {
        return Err("this is not a text: give the article as plain text or HTML".to_owned());
    }
    if source.trim().is_empty() {
        return Err("empty: there is no article in it".to_owned());
    }
    let drafted = draft(source);
    match drafted.paragraphs.is_empty() && drafted.document.article.headline.trim().is_empty() {
        true => Err("there is no text of an article in it".to_owned()),
        false => Ok(drafted),
    }
}

fn written(output: &Path, drafted: &Drafted) -> Outcome {
    match write_new(output, &drafted.to_json()) {
        Ok(()) => Outcome::Fine,
        Err(fault) => {
            complain(output, fault);
            Outcome::Failed
        }
    }
}

/// Writes, for example, `12 quotations, 7 reported; 9 given, 8 inferred, 2 open`.
fn summary(counts: Counts) -> String {
    let Counts { quotations, reported, given, inferred, open } = counts;
    if quotations + reported == 0 {
        return "no quotations and no reported speech were found".to_owned();
    }
    let s = if quotations == 1 { "" } else { "s" };
    format!("{quotations} quotation{s}, {reported} reported; {given} given, {inferred} inferred, {open} open")
}

/// A progress bar, if the output is a terminal and the work takes more than a moment.
fn progress(files: usize) -> ProgressBar {
    if files < 2 || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} articles, {eta} left").expect("a sound template");
    ProgressBar::new(files as u64).with_style(style)
}

impl Found {
    fn of(file: &Path, found: Result<Drafted, String>) -> Self {
        let file = file.display().to_string();
        match found {
            Err(failure) => Self { file, failure: Some(failure), attributions: Vec::new() },
            Ok(drafted) => {
                let paragraphs: Vec<_> = drafted.paragraphs.iter().map(String::as_str).collect();
                let article = draft::Article { paragraphs: &paragraphs, ..draft::Article::default() };
                let attributions = drafted.attributions.iter().map(|one| Attribution::of(&article, one)).collect();
                Self { file, failure: None, attributions }
            }
        }
    }
}

impl Attribution {
    fn of(article: &draft::Article, attribution: &draft::Attribution) -> Self {
        let text = |span: Option<draft::Span>| span.map(|span| article.text(span).to_owned());
        let words = |span: &draft::Span| {
            let (start, end) = article.utf16(*span);
            Words { text: article.text(*span).to_owned(), paragraph: span.paragraph, start, end }
        };
        let speaker = attribution.speaker;
        Self {
            spans: attribution.spans.iter().map(words).collect(),
            speaker: text(speaker.map(|speaker| speaker.name)),
            role: text(speaker.and_then(|speaker| speaker.role)),
            organization: text(speaker.and_then(|speaker| speaker.organization)),
            kind: match attribution.kind {
                Kind::Quoted => "quoted",
                Kind::Reported => "reported",
            },
            sureness: match attribution.sureness {
                draft::Sureness::Given => "given",
                draft::Sureness::Inferred => "inferred",
                draft::Sureness::Open => "open",
            },
            cue: text(attribution.cue),
        }
    }
}
