//! The work at its beginning: drafted from an article, or read from a document.

use std::fmt;
use std::rc::Rc;

use document::decode;
use schema_org::{Remark, import_claim_reviews};
use serde_json::{Map, Value};

use crate::card::{Card, Decision, Key, Note, Why};
use crate::places::steps;
use crate::work::Work;

/// The largest article that is taken, in bytes.
const MOST_BYTES: usize = 20_000_000;

/// Why there is nothing to work on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no text in it.
    Empty,
    /// It is not text, but perhaps a picture or a PDF.
    NoText,
    /// It is larger than this number of bytes.
    TooLarge(usize),
    /// The message of the decoder about a document that cannot be read.
    Document(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text of an article in it"),
            Self::NoText => f.write_str("this is not a text"),
            Self::TooLarge(most) => {
                write!(f, "larger than {} MB, the most that is read of an article", most / 1_000_000)
            }
            Self::Document(message) => f.write_str(message),
        }
    }
}

impl Work {
    /// Drafts the cards of an article, given as plain text or as an HTML page.
    ///
    /// # Errors
    ///
    /// If it has no text, or too much.
    pub fn from_article(source: &str) -> Result<Self, Refusal> {
        if source.len() > MOST_BYTES {
            return Err(Refusal::TooLarge(MOST_BYTES));
        }
        if is_binary(source) {
            return Err(Refusal::NoText);
        }
        let drafted = draft_document::draft(source);
        if drafted.paragraphs.is_empty() && drafted.document.article.headline.trim().is_empty() {
            return Err(Refusal::Empty);
        }
        Self::from_document(&drafted.to_json())
    }

    /// Begins with whatever a newsroom has: an article, a document, or `ClaimReview` as JSON-LD or in a page that has no article.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn from_any(source: &str) -> Result<Self, Refusal> {
        let start = source.trim_start_matches('\u{feff}').trim_start();
        if start.starts_with(['{', '[']) {
            let is_review = !start.contains("\"claims\"") && start.contains("ClaimReview");
            return if is_review { Self::from_reviews(start) } else { Self::from_document(start) };
        }
        let drafted = Self::from_article(source);
        if drafted.as_ref().is_ok_and(|work| !work.cards.is_empty()) {
            return drafted;
        }
        let blocks = article::json_ld(source);
        let reviews = blocks.iter().find_map(|block| Self::from_reviews(block).ok());
        reviews.map_or(drafted, Ok)
    }

    fn from_reviews(json: &str) -> Result<Self, Refusal> {
        let lines = |remarks: Vec<Remark>| remarks.iter().map(Remark::line).collect::<Vec<_>>().join("; ");
        let imported = import_claim_reviews(json).map_err(|remarks| Refusal::Document(lines(remarks)))?;
        let first = imported.first().ok_or(Refusal::Empty)?;
        let document = serde_json::to_string(&first.document).expect("texts and numbers can be written");
        Self::from_document(&document)
    }

    /// Opens a document. Cards that its list `$draft` names are proposed, all others accepted.
    ///
    /// # Errors
    ///
    /// If it is no document of which anything could be shown.
    pub fn from_document(json: &str) -> Result<Self, Refusal> {
        let refused = |message: String| Refusal::Document(message);
        decode::draft(json).map_err(|problem| refused(problem.to_string()))?;
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        let mut frame: Value = serde_json::from_str(json).map_err(|error| refused(error.to_string()))?;
        let mut notes = Notes::taken_from(&mut frame);
        let claims = match frame.get_mut("claims").map(Value::take) {
            Some(Value::Array(claims)) => claims,
            _ => Vec::new(),
        };
        let speakers = match frame.get_mut("speakers").map(Value::take) {
            Some(Value::Object(speakers)) => speakers,
            _ => Map::new(),
        };
        let next = claims.len() as u32;
        let is_published = !notes.is_draft;
        let cards = claims.into_iter().enumerate().map(|(number, claim)| {
            let notes = notes.of_claim(number);
            let decision = if notes.is_empty() { Decision::Accepted } else { Decision::Proposed };
            Rc::new(Card { key: Key(number as u32), decision, claim, notes, has_own_id: false })
        });
        let cards = cards.collect();
        Ok(Self { frame: Rc::new(frame), speakers: Rc::new(speakers), cards, next, is_published })
    }
}

/// Whether a text was made of bytes that are none: it has zeros, or many characters that stand for unreadable bytes.
fn is_binary(source: &str) -> bool {
    let unreadable = source.chars().filter(|c| *c == '\u{fffd}').count();
    source.starts_with("%PDF-") || source.contains('\0') || unreadable * 20 > source.len()
}

/// The list `$draft` of a document: what is still to be checked.
struct Notes {
    is_draft: bool,
    of_claims: Vec<(usize, Note)>,
}

impl Notes {
    fn taken_from(document: &mut Value) -> Self {
        let list = match document {
            Value::Object(fields) if fields.get("$draft").is_some_and(Value::is_array) => fields.shift_remove("$draft"),
            _ => None,
        };
        let is_draft = list.is_some();
        let entries = list.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        Self { is_draft, of_claims: entries.iter().filter_map(note).collect() }
    }

    fn of_claim(&mut self, number: usize) -> Vec<Note> {
        self.of_claims.iter().filter(|(claim, _)| *claim == number).map(|(_, note)| note.clone()).collect()
    }
}

fn note(entry: &Value) -> Option<(usize, Note)> {
    let steps = steps(entry.get("path")?.as_str()?);
    let number = |index: usize| steps.get(index)?.parse().ok();
    if steps.first()? != "claims" {
        return None;
    }
    let why = match entry.get("why")?.as_str()? {
        "proposed" => Why::Proposed,
        "inferred" => Why::Inferred,
        _ => Why::Open,
    };
    let cue = entry.get("cue").and_then(Value::as_str).map(str::to_owned);
    let statement = if steps.get(2).is_some_and(|step| step == "statements") { number(3) } else { None };
    Some((number(1)?, Note { statement, why, cue }))
}
