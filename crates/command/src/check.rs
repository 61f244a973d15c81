use std::io::Write as _;
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};

use super::Outcome;
use super::files::{check_article, print, read};
use super::listing::{Listing, Report};
use super::ndjson::{self, Line};
use super::report::{complain, position};
use super::snippet::{excerpt, visible};
use check::{Checked, Kind, Original, Remark, check};
use document::problem::Severity;
use quotes::Grade;
use source_map::{Places, Span};

/// Finds every problem of documents, and compares their quotes with the article, word for word.
///
/// Problems go to standard error, with the place and the line underlined. The article is what stands in article.body, or
/// what --article names. Words that the article does not have are an error.
#[derive(Args)]
#[command(after_help = super::CODES)]
pub(super) struct Arguments {
    /// Documents, as JSON; - is standard input
    #[arg(required_unless_present = "ndjson", value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Compare quotes with this text file or HTML page, not with article.body; - is standard input
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,

    /// How problems are told: text for people; on standard output, json, one object; github, a workflow command for each; or
    /// sarif, for code scanning
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    format: Format,

    /// Read one JSON object a line, {"id": …, "document": …, "article": "text or page, where there is one"}, and write
    /// {"id": …, "errors": …, "warnings": …, "problems": […], "quotes": […]} a line
    #[arg(long, conflicts_with_all = ["article", "format"])]
    ndjson: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Github,
    Sarif,
}

impl Format {
    /// What goes to standard output; nothing where all has been told.
    fn written(self, listing: &Listing) -> Option<String> {
        match self {
            Self::Text => None,
            Self::Json => Some(listing.to_json()),
            Self::Github => Some(listing.to_github()),
            Self::Sarif => Some(listing.to_sarif()),
        }
    }

    /// To standard error, except where a name or a fault with a line break in it would be read as a workflow command.
    fn complain(self, file: &Path, fault: &str) {
        if self != Self::Github {
            complain(file, fault);
        }
    }
}

/// What is to be said about the document in a line.
fn of_line(line: &Line) -> ndjson::Answer {
    let article = line.text("article").map(|source| Original::from(article::article(source)));
    let json = line.json("document");
    let checked = check(&json, article.as_ref());
    let outcome = if checked.errors() > 0 { Outcome::Problems } else { Outcome::Fine };
    Ok((Report::of_line(&checked), outcome))
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.ndjson {
        return ndjson::filter(&arguments.files, of_line);
    }
    let article = match article(arguments) {
        Ok(article) => article,
        Err((file, fault)) => {
            arguments.format.complain(&file, &fault);
            let listing = Listing { files: vec![Report::failed(&file, fault)] };
            if let Some(written) = arguments.format.written(&listing) {
                print(&written);
            }
            return Outcome::Failed;
        }
    };
    let mut listing = Listing::default();
    let mut outcome = Outcome::Fine;
    for file in &arguments.files {
        let (report, of_file) = one(file, article.as_ref(), arguments.format);
        listing.files.extend(report);
        outcome = outcome.max(of_file);
    }
    match arguments.format.written(&listing) {
        Some(written) => outcome.max(print(&written)),
        None => outcome,
    }
}

/// The article that all documents are compared with, if one is named; or the file that is at fault, and why.
fn article(arguments: &Arguments) -> Result<Option<Original>, (PathBuf, String)> {
    let is_stdin = |file: &&PathBuf| file.as_os_str() == "-";
    if arguments.files.iter().chain(&arguments.article).filter(is_stdin).count() > 1 {
        return Err(("fact-cards check".into(), "standard input can be read only once".to_owned()));
    }
    let Some(file) = &arguments.article else { return Ok(None) };
    let refused = |fault| (file.clone(), fault);
    let source = read(file).map_err(refused)?;
    check_article(&source).map_err(refused)?;
    let article = article::article(&source);
    if article.paragraphs.is_empty() {
        return Err(refused("there is no text in it to compare quotes with".to_owned()));
    }
    Ok(Some(article.into()))
}

/// What is listed of a document, where it is listed and not told.
fn one(file: &Path, article: Option<&Original>, format: Format) -> (Option<Report>, Outcome) {
    let json = match read(file) {
        Ok(json) => json,
        Err(fault) => {
            format.complain(file, &fault);
            return (Some(Report::failed(file, fault)), Outcome::Failed);
        }
    };
    let checked = check(&json, article);
    let places = Places::of(&json);
    let mut remarks: Vec<_> = checked.remarks.iter().map(|remark| (spans(&places, remark), remark)).collect();
    remarks.sort_by_key(|(spans, _)| spans.first().map(|span| span.start));
    let outcome = match checked.errors() {
        0 => Outcome::Fine,
        _ => Outcome::Problems,
    };
    if format != Format::Text {
        return (Some(Report::of(file, &checked, &remarks, &places)), outcome);
    }
    let told = remarks.iter().map(|(spans, remark)| tell(file, &places, spans, remark));
    let told: String = told.chain([summary(file, &checked)]).collect();
    // Where nobody listens, the exit code has to do.
    let _ = anstream::stderr().write_all(told.as_bytes());
    (None, outcome)
}

/// What is to be underlined, or at least the value that is meant.
fn spans(places: &Places<'_>, remark: &Remark) -> Vec<Span> {
    let marks = remark.marks.iter().filter_map(|mark| places.of_words(&mark.path, mark.words.clone()));
    let marks: Vec<_> = marks.collect();
    if marks.is_empty() { places.span_of(&remark.path, remark.about()).into_iter().collect() } else { marks }
}

/// A problem as compilers tell it, with the line it stands in.
fn tell(file: &Path, places: &Places<'_>, spans: &[Span], remark: &Remark) -> String {
    let style = match remark.severity {
        Severity::Error => AnsiColor::BrightRed.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
    };
    let position = position(file, spans.first().map(|span| span.start));
    let bold = Style::new().bold();
    let excerpt = excerpt(places, spans, remark, &Renderer::styled());
    format!(
        "{bold}{position}{bold:#}{style}{}[{}]{style:#}: {}\n{excerpt}",
        remark.severity.name(),
        remark.fault.code(),
        visible(&remark.to_string())
    )
}

/// How it went, in one line: `a.json: 1 error; 13 quotes: 12 exact, 1 altered`.
fn summary(file: &Path, checked: &Checked<'_>) -> String {
    let count = |count, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let warnings = checked.remarks.len() - checked.errors();
    let problems: Vec<_> =
        [count(checked.errors(), "error"), count(warnings, "warning")].into_iter().flatten().collect();
    let mut parts = vec![if problems.is_empty() { "no problems".to_owned() } else { problems.join(", ") }];
    parts.extend([Kind::Quote, Kind::Reported].into_iter().filter_map(|kind| grades(checked, kind)));
    if checked.article.is_none() && checked.is_readable {
        parts.push("quotes not compared: there is no article.body, and no --article".to_owned());
    }
    if checked.undecided > 0 {
        let places = if checked.undecided == 1 { "place" } else { "places" };
        parts.push(format!("{} {places} to look at under $draft", checked.undecided));
    }
    format!("{}{}\n", position(file, None), parts.join("; "))
}

/// `13 quotes: 12 exact, 1 altered`
fn grades(checked: &Checked<'_>, kind: Kind) -> Option<String> {
    use Grade::*;
    let grades = [Exact, Typographic, Altered, NotFound, Ambiguous, NotChecked];
    let counts: Vec<_> = grades.into_iter().map(|grade| (checked.count(kind, grade), grade)).collect();
    let all: usize = counts.iter().map(|(count, _)| count).sum();
    let what = match (kind, all) {
        (_, 0) => return None,
        (Kind::Quote, 1) => "quote",
        (Kind::Quote, _) => "quotes",
        (Kind::Reported, _) => "reported",
    };
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<_> = counts.map(|(count, grade)| format!("{count} {}", grade.name().replace('-', " "))).collect();
    Some(format!("{all} {what}: {}", counts.join(", ")))
}
