use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use super::Outcome;
use super::files::{outputs, print, read, write_whole};
use super::ndjson::{self, Line};
use super::report::{complain, note, report};
use document::problem::Problem;
use document::web_url::WebUrl;
use fact_cards::ui::{HeadingLevel, Opening};
use prerender::{Form, Prerendered, Setting, page_policy, policy, prerender};

/// Writes the cards of documents as HTML that is complete without a script.
///
/// The HTML of one document goes to standard output. With --out, which several documents need, article.json becomes article.html in a folder.
/// No file is ever left half-written, and if one fails, the others are still written.
#[derive(Args)]
#[command(after_help = super::CODES)]
pub(super) struct Arguments {
    /// Documents, as JSON; - is standard input
    #[arg(required_unless_present_any = ["policy", "ndjson"], value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The folder to write into; it is made if it does not exist
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Write nothing; list the files in --out that are missing or no longer match their documents
    #[arg(long, requires = "out")]
    check: bool,

    /// HTML without styles and scripts: for newsletters, feeds, systems that remove templates, and as the contents of an element
    #[arg(long, conflicts_with_all = ["page", "stylesheet", "script"])]
    plain: bool,

    /// A whole page for each document
    #[arg(long)]
    page: bool,

    /// The attribute src of the element: where readers' browsers find the document; addresses of pictures are relative to it
    #[arg(long, value_name = "URL")]
    src: Option<String>,

    /// The attribute article of the element: a CSS selector for the article's text in the page, in which the words of
    /// open cards are found
    #[arg(long, value_name = "SELECTOR")]
    article: Option<String>,

    /// The address of the page that will hold the cards: pictures may load from its origin
    #[arg(long, value_name = "URL", value_parser = web_url)]
    page_url: Option<WebUrl>,

    /// Which cards are open at first: none, first or all
    #[arg(long, default_value = "none", value_parser = opening)]
    open: Opening,

    /// The colors: auto, light or dark
    #[arg(long, default_value = "auto", value_parser = ["auto", "light", "dark"])]
    theme: String,

    /// The language of the widget's own texts; default: the document's, or English
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,

    /// The level of the claims' headings, 2 to 6
    #[arg(long, default_value = "3", value_name = "N", value_parser = heading_level)]
    heading_level: HeadingLevel,

    /// Link a style sheet in place of a copy; browsers wait at the cards until it is loaded or has failed
    #[arg(long, value_name = "URL")]
    stylesheet: Option<String>,

    /// Also write the script tag, with this address of fact-cards.js
    #[arg(long, value_name = "URL")]
    script: Option<String>,

    /// For pages that never load the widget: leaves out the buttons that need it
    #[arg(long, conflicts_with_all = ["plain", "script"])]
    no_script: bool,

    /// Print what a content security policy must name in style-src for the style of the cards, and with --page of the page
    #[arg(long)]
    policy: bool,

    /// Read one JSON object a line, {"id": …, "document": …}, and write {"id": …, "html": "…", "problems": […]} a line
    #[arg(long, conflicts_with_all = ["out", "policy"])]
    ndjson: bool,
}

fn web_url(text: &str) -> Result<WebUrl, String> {
    WebUrl::parse(text).ok_or("not an absolute http: or https: URL".to_owned())
}

fn opening(name: &str) -> Result<Opening, String> {
    Opening::read(name).ok_or("expected none, first or all".to_owned())
}

fn heading_level(level: &str) -> Result<HeadingLevel, String> {
    level.parse().ok().and_then(HeadingLevel::new).ok_or("expected a number from 2 to 6".to_owned())
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if arguments.policy {
        return print_policy(arguments.page);
    }
    let setting = setting(arguments);
    let form = match (arguments.plain, arguments.page) {
        (true, _) => Form::Plain,
        (_, true) => Form::Page,
        _ => Form::Element,
    };
    if arguments.ndjson {
        return ndjson::filter(&arguments.files, |line| of_line(line, &setting, form));
    }
    let outputs = match outputs(&arguments.files, arguments.out.as_deref(), "html") {
        Ok(outputs) => outputs,
        Err(fault) => {
            complain(Path::new("fact-cards prerender"), fault);
            return Outcome::Failed;
        }
    };
    if let Some(folder) = arguments.out.as_ref().filter(|_| !arguments.check)
        && let Err(error) = fs::create_dir_all(folder)
    {
        complain(folder, format!("the folder cannot be made: {error}"));
        return Outcome::Failed;
    }
    let each = arguments.files.iter().zip(outputs);
    each.map(|(file, output)| one(file, output.as_deref(), &setting, form, arguments.check)).max().unwrap_or_default()
}

/// Answers a line with the cards of its document.
fn of_line(line: &Line, setting: &Setting, form: Form) -> ndjson::Answer {
    let lines = |problems: &[Problem]| problems.iter().map(Problem::line).collect::<Vec<_>>();
    let prerendered = prerender(&line.json("document"), setting, form);
    let Prerendered { html, problems, .. } = prerendered.map_err(|problems| lines(&problems).join("; "))?;
    let outcome = Outcome::of(problems.iter().map(|problem| problem.severity));
    Ok((ndjson::fields([("html", Value::String(html)), ("problems", lines(&problems).into())]), outcome))
}

fn print_policy(with_page: bool) -> Outcome {
    let hashes = if with_page { format!("{} {}", policy(), page_policy()) } else { policy() };
    print(&format!("{hashes}\n"))
}

fn setting(arguments: &Arguments) -> Setting {
    Setting {
        open: arguments.open,
        theme: Some(arguments.theme.clone()).filter(|theme| theme != "auto"),
        lang: arguments.lang.clone(),
        heading_level: arguments.heading_level,
        src: arguments.src.clone(),
        article: arguments.article.clone(),
        page_url: arguments.page_url.clone(),
        stylesheet: arguments.stylesheet.clone(),
        script: arguments.script.clone(),
        without_script: arguments.no_script,
    }
}

fn one(file: &Path, output: Option<&Path>, setting: &Setting, form: Form, check: bool) -> Outcome {
    let json = match read(file) {
        Ok(json) => json,
        Err(fault) => {
            complain(file, fault);
            return Outcome::Failed;
        }
    };
    let Prerendered { html, problems, left_out } = match prerender(&json, setting, form) {
        Ok(prerendered) => prerendered,
        Err(problems) => {
            report(file, &json, &problems);
            return Outcome::Problems;
        }
    };
    report(file, &json, &problems);
    let written = match output {
        Some(output) if check => matches(output, &html),
        Some(output) => write(file, output, &html),
        None => print(&html),
    };
    if left_out > 0 {
        note(file, format!("{left_out} of its claims cannot be shown; the others can, with a line that says so"));
    }
    written.max(Outcome::of(problems.iter().map(|problem| problem.severity)))
}

/// Replaces a file in one step. Files that this command has not written are never replaced.
fn write(file: &Path, output: &Path, html: &str) -> Outcome {
    // If it is a symbolic link, the file that it leads to is written.
    let target = fs::canonicalize(output).unwrap_or(output.to_owned());
    if fs::canonicalize(file).is_ok_and(|file| file == target) {
        complain(output, "this is the document itself; write into another folder with --out");
        return Outcome::Failed;
    }
    let before = fs::read(&target).ok();
    if before.is_some_and(|before| !is_ours(&before)) {
        complain(output, "this file was not written by fact-cards; move it, or write into another folder with --out");
        return Outcome::Failed;
    }
    match write_whole(&target, html) {
        Ok(()) => Outcome::Fine,
        Err(error) => {
            complain(output, format!("cannot be written: {error}"));
            Outcome::Failed
        }
    }
}

/// Whether a text looks like the output of this command, in any release.
fn is_ours(html: &[u8]) -> bool {
    let html = String::from_utf8_lossy(html);
    html.trim().is_empty() || html.contains("<fact-cards") || html.starts_with("<section lang=")
}

/// Whether the file holds this text, apart from the kind of line ends. If not, lists the file on standard output.
fn matches(output: &Path, html: &str) -> Outcome {
    let fault = match fs::read_to_string(output) {
        Ok(text) if text.replace("\r\n", "\n") == html => return Outcome::Fine,
        Err(error) if error.kind() == io::ErrorKind::NotFound => "missing",
        Err(error) if error.kind() != io::ErrorKind::InvalidData => {
            complain(output, format!("cannot be read: {error}"));
            return Outcome::Failed;
        }
        _ => "no longer matches its document",
    };
    print(&format!("{}: {fault}\n", output.display())).max(Outcome::Problems)
}
