//! What the page asks the worker, and what it answers, as JSON.

use document::decode::{Decoded, decode};
use document::problem::{Problem, Severity};
use editing::{Given, Refusal, Report, Work};
use prerender::{Form, Loaded, Setting, prerender_with};
use schema_org::claim_reviews;
use serde::{Deserialize, Serialize};

use crate::page;

#[derive(Serialize, Deserialize)]
pub enum Question {
    /// To draft or open whatever was given.
    Begin { given: Given },
    /// To check the work, given as JSON.
    Check { work: String },
    /// To write the document, given as JSON, as HTML. `src` is where readers' browsers will find it.
    Publish { json: String, src: String },
}

/// What was begun, or why there is nothing: see [`reason`], or [`OFFLINE`]. If it is one work, with its report.
pub type BeginAnswer = Result<(Vec<Work>, Option<Report>), String>;

/// A file of the editor did not come.
pub const OFFLINE: &str = "offline";

/// Why something is refused: a name for each kind, or the message about a document.
pub fn reason(refusal: Refusal) -> String {
    let name = match refusal {
        Refusal::Empty => "empty",
        Refusal::NoText => "no-text",
        Refusal::TooLarge(_) => "too-large",
        Refusal::TooMuch => "too-much",
        Refusal::Document(message) => return message,
    };
    name.to_owned()
}

/// The document in other forms, or why there are none.
pub type PublishAnswer = Result<Published, Unpublished>;

/// Why a document cannot be had in other forms.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Unpublished {
    /// A file of the editor did not come.
    Offline,
    /// Errors of the document leave nothing that readers could see.
    NothingToShow,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// What `fact-cards prerender --src` writes.
    pub html: String,
    /// What `fact-cards prerender --plain` writes.
    pub plain: String,
    /// The reviews of the claims as JSON-LD, if there are any.
    pub claim_review: Option<String>,
    /// The numbers of the claims that readers do not see, because of errors.
    pub left_out: Vec<usize>,
}

/// Answers a question, both as JSON.
pub async fn answered(question: &str) -> String {
    let written = match serde_json::from_str(question).expect("the page asks what it can") {
        Question::Begin { given } => serde_json::to_string(&begun(&given).await),
        Question::Check { work } => serde_json::to_string(&checked(&work).await),
        Question::Publish { json, src } => serde_json::to_string(&published(&json, src).await),
    };
    written.expect("texts and numbers can be written")
}

async fn checked(work: &str) -> Option<Report> {
    let work = Work::from_json(work)?;
    // Without them, nothing is said of who speaks.
    let _ = teach(work.language_to_teach()).await;
    Some(Report::of(&work))
}

async fn teach(language: Option<&'static str>) -> Result<(), String> {
    if let Some(language) = language {
        Given::teach(language, page::words_for_drafts(language).await.ok_or(OFFLINE)?);
    }
    Ok(())
}

async fn begun(given: &Given) -> BeginAnswer {
    teach(given.language()).await?;
    let works = Work::all_of(given).map_err(reason)?;
    let report = if let [work] = works.as_slice() { Some(Report::of(work)) } else { None };
    Ok((works, report))
}

async fn published(json: &str, src: String) -> PublishAnswer {
    let setting = Setting { src: Some(src).filter(|src| !src.is_empty()), ..Setting::default() };
    let nothing = Unpublished::NothingToShow;
    let Decoded { document, problems, .. } = decode(json).map_err(|_| nothing)?;
    let language = document.article.language.as_ref().map_or("en", |language| language.as_str());
    let words = page::words_of_widget(language).await.ok_or(Unpublished::Offline)?;
    let sheet = page::sheet_of_cards().await.ok_or(Unpublished::Offline)?;
    let loaded = Loaded { words: Some(words.as_str()).filter(|words| !words.is_empty()), sheet: &sheet };
    let html = prerender_with(loaded, json, &setting, Form::Element).await.map_err(|_| nothing)?.html;
    let plain = prerender_with(loaded, json, &Setting::default(), Form::Plain).await.map_err(|_| nothing)?.html;
    let has_reviews = document.claims.iter().any(|claim| !claim.reviews.is_empty());
    let claim_review =
        has_reviews.then(|| serde_json::to_string_pretty(&claim_reviews(&document)).unwrap_or_default() + "\n");
    Ok(Published { html, plain, claim_review, left_out: left_out(&problems) })
}

/// A claim with an error is left out as a whole.
fn left_out(problems: &[Problem]) -> Vec<usize> {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    let number = |problem: &Problem| problem.path.strip_prefix("claims[")?.split(']').next()?.parse().ok();
    let mut numbers: Vec<usize> = errors.filter_map(number).collect();
    numbers.dedup();
    numbers
}
