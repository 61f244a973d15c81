//! What the page asks the worker, and what it answers, as JSON.

use document::decode::{Decoded, decode};
use document::problem::{Problem, Severity};
use editing::{Given, Refusal, Report, Work};
use prerender::{Loaded, Setting, prerender_with};
use schema_org::claim_reviews;
use serde_json::Value;

use crate::page;

pub enum Question {
    /// To draft or open whatever was given.
    Begin { given: Given },
    /// To check the work, given as JSON.
    Check { work: String },
    /// To write the document, given as JSON, as HTML. `src` is where readers' browsers will find it.
    Publish { json: String, src: String },
}

impl Question {
    pub fn to_json(&self) -> String {
        let list = match self {
            Self::Begin { given } => vec![given.to_value()],
            Self::Check { work } => vec![work.as_str().into()],
            Self::Publish { json, src } => vec![json.as_str().into(), src.as_str().into()],
        };
        Value::Array(list).to_string()
    }

    /// Reads what [`Self::to_json`] has written: a list for what is given, one text to be checked, or two for publishing.
    fn of_json(json: &str) -> Option<Self> {
        let list: Value = serde_json::from_str(json).ok()?;
        let text = |index: usize| list.get(index).and_then(Value::as_str).map(str::to_owned);
        Some(match (text(0), text(1)) {
            (Some(json), Some(src)) => Self::Publish { json, src },
            (Some(work), None) => Self::Check { work },
            _ => Self::Begin { given: Given::of_value(list.get(0)?)? },
        })
    }
}

/// What comes back for a question, as JSON has it.
pub trait Answer: Sized + 'static {
    /// `None` if it is anything else.
    fn of_value(value: Value) -> Option<Self>;
}

/// What was begun, or why there is nothing: see [`reason`], or [`OFFLINE`]. If it is one work, with its report.
pub type BeginAnswer = Result<Begun, String>;

pub struct Begun {
    pub works: Vec<Work>,
    pub report: Option<Report>,
    /// Whether the reviews of the page are not among them, because what reads them did not come.
    pub lacks_reviews: bool,
}

impl Answer for BeginAnswer {
    fn of_value(value: Value) -> Option<Self> {
        match value {
            Value::String(reason) => Some(Err(reason)),
            mut value => {
                let Value::Array(works) = value.get_mut(0)?.take() else { return None };
                let works = works.into_iter().map(Work::of_value).collect::<Option<_>>()?;
                let report = Option::of_value(value.get_mut(1)?.take())?;
                Some(Ok(Begun { works, report, lacks_reviews: value.get(2)?.as_bool()? }))
            }
        }
    }
}

fn begin_answer(answer: BeginAnswer) -> String {
    let Begun { works, report, lacks_reviews } = match answer {
        Ok(begun) => begun,
        Err(reason) => return Value::String(reason).to_string(),
    };
    let works: Vec<_> = works.iter().map(Work::to_json).collect();
    format!("[[{}],{},{lacks_reviews}]", works.join(","), check_answer(report))
}

impl Answer for Option<Report> {
    fn of_value(value: Value) -> Option<Self> {
        Some(if value.is_null() { None } else { Some(value.into()) })
    }
}

fn check_answer(report: Option<Report>) -> Value {
    report.map_or(Value::Null, Value::from)
}

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
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unpublished {
    /// A file of the editor did not come.
    Offline,
    /// Errors of the document leave nothing that readers could see.
    NothingToShow,
}

#[derive(Clone, Debug, PartialEq)]
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

impl Answer for PublishAnswer {
    fn of_value(value: Value) -> Option<Self> {
        if value.is_string() {
            return Some(Err(if value == OFFLINE { Unpublished::Offline } else { Unpublished::NothingToShow }));
        }
        let text = |index: usize| value.get(index)?.as_str().map(str::to_owned);
        let left_out = value.get(3)?.as_array()?.iter().filter_map(|number| Some(number.as_u64()? as usize));
        Some(Ok(Published { html: text(0)?, plain: text(1)?, claim_review: text(2), left_out: left_out.collect() }))
    }
}

fn publish_answer(answer: PublishAnswer) -> Value {
    match answer {
        Err(Unpublished::Offline) => OFFLINE.into(),
        Err(Unpublished::NothingToShow) => "".into(),
        Ok(Published { html, plain, claim_review, left_out }) => {
            let left_out = left_out.into_iter().map(|number| Value::from(number as u32)).collect();
            Value::Array(vec![html.into(), plain.into(), claim_review.into(), Value::Array(left_out)])
        }
    }
}

/// Answers a question, both as JSON.
pub async fn answered(question: &str) -> String {
    match Question::of_json(question).expect("the page asks what it can") {
        Question::Begin { given } => begin_answer(begun(&given).await),
        Question::Check { work } => check_answer(checked(&work).await).to_string(),
        Question::Publish { json, src } => publish_answer(published(&json, src).await).to_string(),
    }
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
    let json_ld = given.json_ld();
    let reviews = match &json_ld {
        Some(json_ld) => page::documents_of_reviews(json_ld).await,
        None => None,
    };
    let lacks_reviews = json_ld.is_some() && reviews.is_none();
    // Without them, an article is still one.
    if lacks_reviews && !matches!(given, Given::Article(_)) {
        return Err(OFFLINE.to_owned());
    }
    let works = Work::all_of(given, reviews).map_err(reason)?;
    let report = if let [work] = works.as_slice() { Some(Report::of(work)) } else { None };
    Ok(Begun { works, report, lacks_reviews })
}

async fn published(json: &str, src: String) -> PublishAnswer {
    let setting = Setting { src: Some(src).filter(|src| !src.is_empty()), ..Setting::default() };
    let nothing = Unpublished::NothingToShow;
    let Decoded { document, problems, .. } = decode(json).map_err(|_| nothing)?;
    let language = document.article.language.as_ref().map_or("en", |language| language.as_str());
    let words = page::words_of_widget(language).await.ok_or(Unpublished::Offline)?;
    let sheet = page::sheet_of_cards().await.ok_or(Unpublished::Offline)?;
    let loaded = Loaded { words: Some(words.as_str()).filter(|words| !words.is_empty()), sheet: &sheet };
    let html = prerender_with(loaded, json, &setting, false).map_err(|_| nothing)?;
    let plain = prerender_with(loaded, json, &Setting::default(), true).map_err(|_| nothing)?;
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
