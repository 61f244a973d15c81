//! The work at its beginning: drafted from an article, or read from a document, from reviews or from a table.

use std::fmt;
use std::rc::Rc;

use article::{Source, other_format};
use document::decode::{self, decode};
use document::json;
use document::model::{Article, Document, Language};
use document::web_url::WebUrl;
use draft_document::{Ids, slug};
use serde_json::{Map, Value};
use tables::{Columns, Grouping, Rows};

use crate::card::{Card, Decision, Key, Note, Why};
use crate::language;
use crate::places::steps;
use crate::work::Work;

/// The largest article that is taken, in bytes.
const MOST_BYTES: usize = 20_000_000;

/// The most cards that are drafted of one article. An article has far fewer; with more, each change would take long.
const MOST_CARDS: usize = 1_000;

/// Why there is nothing to work on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no text in it.
    Empty,
    /// It is not text, but perhaps a picture, a PDF or a file of a program for writing.
    NoText,
    /// It is larger than this number of bytes.
    TooLarge(usize),
    /// It has more text, or more quotations, than one document can have.
    TooMuch,
    /// What is wrong with a document, with reviews or with a table.
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
            Self::TooMuch => write!(
                f,
                "more than {MOST_CARDS} quotations, or more text than the {} MB of a document; split the article",
                json::MOST_BYTES / 1_000_000
            ),
            Self::Document(message) => f.write_str(message),
        }
    }
}

/// What somebody has brought, told apart by how it begins. It can be handed to a worker, which could not parse a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A document or `ClaimReview`.
    Json(String),
    Table {
        text: String,
        /// The headline of documents whose rows have none.
        name: String,
    },
    Article(Source),
}

impl Given {
    /// Tells apart what is in a file with this name, or what was pasted; then the name is empty. A table is known by its first line, which
    /// has at least two headings.
    ///
    /// # Errors
    ///
    /// If it has no text, or too much.
    pub fn of(text: &str, file: &str) -> Result<Self, Refusal> {
        if text.len() > MOST_BYTES {
            return Err(Refusal::TooLarge(MOST_BYTES));
        }
        if is_binary(text) {
            return Err(Refusal::NoText);
        }
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let is_named = |names: &[&str]| names.iter().any(|known| extension.eq_ignore_ascii_case(known));
        if is_json(start) || is_named(&["json", "jsonld"]) {
            return Ok(Self::Json(start.to_owned()));
        }
        if !start.contains(char::is_alphabetic) || ["null", "true", "false"].contains(&start.trim_end()) {
            return Err(Refusal::Empty);
        }
        if is_named(&["csv", "tsv", "tab"]) || !start.starts_with('<') && has_headings(start) {
            let name = if stem.is_empty() { "Table" } else { stem };
            return Ok(Self::Table { text: start.to_owned(), name: name.to_owned() });
        }
        Ok(Self::Article(Source::of(text)))
    }
}

impl Given {
    /// As it is handed to a worker.
    pub fn to_value(&self) -> Value {
        let (kind, text, name) = match self {
            Self::Json(text) => ("json", text.as_str(), ""),
            Self::Table { text, name } => ("table", text.as_str(), name.as_str()),
            Self::Article(source) => match source.handed() {
                (true, page) => ("page", page, ""),
                (false, text) => ("text", text, ""),
            },
        };
        Value::Array([kind, text, name].map(Value::from).into())
    }

    /// Reads what [`Self::to_value`] has made.
    pub fn of_value(value: &Value) -> Option<Self> {
        let text = |index: usize| value.get(index).and_then(Value::as_str).map(str::to_owned);
        let given = text(1)?;
        Some(match text(0)?.as_str() {
            "json" => Self::Json(given),
            "table" => Self::Table { text: given, name: text(2)? },
            kind => Self::Article(Source::received(kind == "page", given)),
        })
    }

    /// The language of an article, if its words are needed for drafting; `None` if they are known, or if there are none of this language.
    pub fn language(&self) -> Option<&'static str> {
        match self {
            Self::Article(source) => draft_document::language_to_teach(source),
            Self::Json(_) | Self::Table { .. } => None,
        }
    }

    /// The JSON-LD with claims in it, if there is any.
    pub fn json_ld(&self) -> Option<JsonLd> {
        match self {
            Self::Json(json) if !json.contains("\"claims\"") && json.contains("ClaimReview") => {
                Some(JsonLd { blocks: vec![json.clone()], is_page: false })
            }
            Self::Article(source) => {
                let blocks = source.json_ld();
                // Types may have a prefix.
                let has_claim = |block: &String| block.contains("Claim\"") || block.contains("ClaimReview\"");
                blocks.iter().any(has_claim).then_some(JsonLd { blocks, is_page: true })
            }
            _ => None,
        }
    }

    /// The headings of a table's columns that are not imported, because no field has such a name.
    pub fn columns_left_out(&self) -> Vec<String> {
        let Self::Table { text, .. } = self else { return Vec::new() };
        opened(text, false).map_or(Vec::new(), |(_, columns)| columns.unknown().map(str::to_owned).collect())
    }

    /// Gives a language its words, where they are not part of the program.
    pub fn teach(language: &str, words: String) {
        draft_document::teach(language, words);
    }
}

/// JSON-LD with claims in it. A program of its own makes documents of it, because most of what is brought has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonLd {
    /// The texts that are read together: those of a page, or a single one.
    pub blocks: Vec<String>,
    /// Whether they are the scripts of a page.
    pub is_page: bool,
}

/// What was made of [`JsonLd`]: the JSON of a document for each page that its claims are on, or why there is none.
pub type Reviews = Result<Vec<String>, String>;

/// Whether a text begins as JSON does. An article may begin with a bracket, too: “[Updated]”.
fn is_json(start: &str) -> bool {
    let first_within = |bracket| start.strip_prefix(bracket).map(|rest: &str| rest.trim_start().chars().next());
    matches!(first_within('{'), Some(None | Some('"' | '}')))
        || matches!(first_within('['), Some(None | Some('"' | '{' | '[' | ']')))
}

/// The rows of a table below its headings, and the columns that these name.
fn opened(text: &str, is_first: bool) -> Result<(Rows<&[u8]>, Columns), String> {
    let mut rows = Rows::open(text.as_bytes(), || text.as_bytes())?;
    let (columns, _) = tables::headings(&mut rows, None, is_first)?;
    Ok((rows, columns))
}

fn has_headings(text: &str) -> bool {
    let Ok((mut rows, _)) = opened(text, true) else { return false };
    let count = rows.cells().len();
    // An article may begin with a line such as `Claim, review`, but its next line has other cells.
    count > 1 && rows.read() == Ok(true) && rows.cells().len() == count
}

impl Work {
    /// Drafts the cards of an article, given as plain text or as an HTML page. The reviews of a page are left out.
    ///
    /// # Errors
    ///
    /// If it has no text, or too much.
    pub fn from_article(source: &str) -> Result<Self, Refusal> {
        let works = match Given::of(source, "")? {
            Given::Article(source) => Self::of_source(&source, Vec::new(), false),
            Given::Json(text) | Given::Table { text, .. } => Self::of_source(&Source::Text(text), Vec::new(), false),
        };
        works.map(|mut works| works.swap_remove(0))
    }

    /// Begins with whatever a newsroom has: an article, a document, `ClaimReview` as JSON-LD or in a page, or a table. Reviews and rows about
    /// several pages are one work each; where a page has both quotations and reviews, these are different works, too. `reviews` is what was
    /// made of its [`Given::json_ld`], if it has any.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn all_of(given: &Given, reviews: Option<Reviews>) -> Result<Vec<Self>, Refusal> {
        let json_ld = if reviews.is_some() { given.json_ld() } else { None };
        // Those of an exported document are in the addresses of its claims.
        let give_ids = json_ld.is_some_and(|json_ld| json_ld.blocks.iter().any(|block| block.contains("#claim-")));
        match given {
            Given::Json(json) => match reviews {
                Some(reviews) => {
                    let models = models(reviews.map_err(Refusal::Document)?)?;
                    models.iter().map(|model| Self::from_reviews(model, give_ids)).collect()
                }
                None => Ok(vec![Self::from_document(json)?]),
            },
            Given::Table { text, name } => of_table(text, name),
            // Of a page with reviews of which nothing can be read, the article is left.
            Given::Article(source) => {
                Self::of_source(source, models(reviews.and_then(Result::ok).unwrap_or_default())?, give_ids)
            }
        }
    }

    /// What is drafted of the text comes first, then the reviews of the page.
    fn of_source(source: &Source, reviews: Vec<Document>, give_ids: bool) -> Result<Vec<Self>, Refusal> {
        let mut drafted = draft_document::of_source(source);
        // Readers get the cards' own words in the language that the document names.
        let language = || language::of(&drafted.paragraphs).and_then(Language::parse);
        drafted.document.article.language = drafted.document.article.language.take().or_else(language);
        if drafted.document.claims.len() > MOST_CARDS {
            return Err(Refusal::TooMuch);
        }
        let mut works = of_reviews(reviews, &drafted.document.article, give_ids)?;
        if works.is_empty() && drafted.paragraphs.is_empty() && drafted.document.article.headline.trim().is_empty() {
            return Err(Refusal::Empty);
        }
        let has_quotations = !drafted.document.claims.is_empty();
        if has_quotations {
            // Cards that are in the page already say what they are made of, too, but have no ratings to be lost.
            works.retain(|work| work.cards().iter().any(|card| card.claim.get("reviews").is_some()));
        }
        if works.is_empty() || has_quotations {
            works.insert(0, Self::from_written(&drafted.to_json())?);
        }
        Ok(works)
    }

    fn from_model(document: &Document) -> Result<Self, Refusal> {
        // With the same writer as drafts: a second one would be code for each field once more.
        Self::from_written(&serde_json::to_string_pretty(document).expect("texts and numbers can be written"))
    }

    /// What was made of reviews. Ids that these do not give are made as those of drafts are: readers' browsers, which use the same program for
    /// reviews, have no letters for other alphabets.
    fn from_reviews(document: &Document, give_ids: bool) -> Result<Self, Refusal> {
        let mut work = Self::from_model(document)?;
        let mut ids = Ids::default();
        for card in work.cards.iter_mut().filter(|_| !give_ids) {
            let id = ids.take(slug(card.text(), "claim"));
            Rc::make_mut(card).set("id", Some(Value::String(id)));
        }
        Ok(work)
    }

    /// Opens a document that was made here.
    fn from_written(json: &str) -> Result<Self, Refusal> {
        if json.len() > json::MOST_BYTES { Err(Refusal::TooMuch) } else { Self::from_document(json) }
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
        let notes = Notes::taken_from(&mut frame);
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
            Rc::new(Card { key: Key(number as u32), decision, claim, notes, has_own_id: false, proposed: None })
        });
        let cards = cards.collect();
        Ok(Self { frame: Rc::new(frame), speakers: Rc::new(speakers), cards, next, is_published })
    }
}

/// The documents that were made of reviews.
fn models(reviews: Vec<String>) -> Result<Vec<Document>, Refusal> {
    let model = |json: &String| match decode(json) {
        Ok(decoded) => Ok(decoded.document),
        Err(_) if json.len() > json::MOST_BYTES => Err(Refusal::TooMuch),
        Err(problem) => Err(Refusal::Document(problem.to_string())),
    };
    reviews.iter().map(model).collect()
}

/// A work for each page that the reviews of a page say they are on; most have those of one page, their own.
fn of_reviews(documents: Vec<Document>, article: &Article, give_ids: bool) -> Result<Vec<Work>, Refusal> {
    let are_own = documents.len() == 1;
    let page = |article: &Article| article.url.as_ref().map(|url| url.page().to_owned());
    let works = documents.into_iter().map(|document| {
        // Reviews that name no page, or this one, are about this article.
        let is_own = are_own || page(&document.article).is_none_or(|own| Some(own) == page(article));
        let article = if is_own { article.clone() } else { document.article };
        Work::from_reviews(&Document { article: named(article), ..document }, give_ids)
    });
    works.collect()
}

/// The article of a page with reviews. Its documents need a headline.
fn named(article: Article) -> Article {
    let headline = match article.headline.trim() {
        "" => article.url.as_ref().map_or("ClaimReview".to_owned(), WebUrl::host),
        _ => article.headline,
    };
    Article { headline, ..article }
}

/// The most claims that one document gets.
const MOST_CLAIMS: usize = 5_000;

/// A work for each article that the rows of a table are about, in the order of their first rows.
fn of_table(text: &str, name: &str) -> Result<Vec<Work>, Refusal> {
    let refused = Refusal::Document;
    let (mut rows, columns) = opened(text, false).map_err(refused)?;
    let mut groups: Vec<(String, Grouping)> = Vec::new();
    while rows.read().map_err(refused)? {
        let cells = rows.cells();
        let key = columns.group(&cells).unwrap_or_default();
        let known = groups.iter().rposition(|(known, _)| known == key).unwrap_or_else(|| {
            let name = if key.is_empty() || WebUrl::parse(key).is_some() { name } else { key };
            groups.push((key.to_owned(), Grouping::with_ids(&columns, name, |text| slug(text, "claim"))));
            groups.len() - 1
        });
        groups[known].1.add(&cells, rows.line());
        if groups[known].1.claims() > MOST_CLAIMS {
            return Err(refused(format!("more than {MOST_CLAIMS} claims for one article; split the table")));
        }
    }
    let (mut works, mut remarks) = (Vec::new(), Vec::new());
    for (_, group) in groups {
        match group.finish() {
            Ok(imported) => works.push(Work::from_model(&imported.document)?),
            Err(more) => remarks.extend(more),
        }
    }
    match (works.is_empty(), remarks.is_empty()) {
        (false, _) => Ok(works),
        (true, false) => Err(refused(remarks.iter().map(|remark| remark.line()).collect::<Vec<_>>().join("; "))),
        (true, true) => Err(refused("there are no rows below the headings".to_owned())),
    }
}

/// Whether a text is none to read: it is of another format, has zeros, or many characters that stand for unreadable bytes.
fn is_binary(source: &str) -> bool {
    let unreadable = source.chars().filter(|c| *c == '\u{fffd}').count();
    other_format(source).is_some() || source.contains('\0') || unreadable * 20 > source.len()
}

/// The list `$draft` of a document: what is still to be checked.
struct Notes {
    is_draft: bool,
    /// In the order of the claims.
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
        let mut of_claims: Vec<_> = entries.iter().filter_map(note).collect();
        of_claims.sort_by_key(|(claim, _)| *claim);
        Self { is_draft, of_claims }
    }

    fn of_claim(&self, number: usize) -> Vec<Note> {
        let from = self.of_claims.partition_point(|(claim, _)| *claim < number);
        let own = self.of_claims[from..].iter().take_while(|(claim, _)| *claim == number);
        own.map(|(_, note)| note.clone()).collect()
    }
}

fn note(entry: &Value) -> Option<(usize, Note)> {
    let steps = steps(entry.get("path")?.as_str()?);
    let number = |index: usize| steps.get(index)?.parse().ok();
    if steps.first()? != "claims" {
        return None;
    }
    let why = Why::named(entry.get("why")?.as_str()?);
    let cue = entry.get("cue").and_then(Value::as_str).map(str::to_owned);
    let statement = if steps.get(2).is_some_and(|step| step == "statements") { number(3) } else { None };
    Some((number(1)?, Note { statement, why, cue }))
}
