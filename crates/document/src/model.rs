//! The document, version 1: an article, the people who speak in it, and what is said.
//!
//! Plain data with public fields. [`crate::decode`] makes it from JSON; serializing it gives the JSON of what was
//! read.

mod date;
mod language;
mod number;
mod speakers;
mod words;

pub use date::{Date, Precision};
pub use language::Language;
pub use number::Number;
pub use speakers::Speakers;
pub use words::Words;

use serde::Serialize;

use crate::web_url::WebUrl;

/// The version of the document format that this release reads and writes.
pub const VERSION: u32 = 1;

/// Everything the cards of one article show.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(into = "Versioned")]
pub struct Document {
    pub article: Article,
    pub speakers: Speakers,
    /// In the order in which the cards stand.
    pub claims: Vec<Claim>,
}

/// The article in which all of it was said.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Article {
    pub headline: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// The language of every text in the document that names no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Where it was filed, as it stands at its head: `MOSCOW, Russia`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// Its paragraphs, character for character, the dateline kept where it stands. Quotes are compared with them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Vec<String>>,
}

/// Someone who says something in the article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Speaker {
    pub name: String,
    #[serde(rename = "type", skip_serializing_if = "SpeakerType::is_person")]
    pub speaker_type: SpeakerType,
    /// What they are, in the article's words: `Turkish Foreign Minister`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What they speak for or belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    /// Address of a portrait, absolute or relative to the document; see [`crate::portraits`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_credit: Option<String>,
}

/// What kind of speaker it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerType {
    #[default]
    Person,
    Organization,
    Group,
}

impl SpeakerType {
    fn is_person(&self) -> bool {
        *self == Self::Person
    }
}

/// One thing that is said in the article, by however many speakers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Claim {
    /// Unique in the document, in kebab case: the claim's address on the page is `#claim-<id>`.
    pub id: String,
    /// What is claimed, in one sentence.
    pub text: String,
    pub statements: Vec<Statement>,
    /// Ratings that fact-checkers gave this claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// One speaker's words that bear on a claim. At least one of `speaker`, `quote`, `reported` and `source` is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Statement {
    /// A key of [`Document::speakers`]; absent where nobody is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// Their role at the time, where it differs from the speaker's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Their organization at the time, where it differs from the speaker's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The speaker's words and nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Words>,
    /// The article's words about what was said; never shown in quotation marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<Words>,
    /// Text right before the quote, where it stands twice (W3C Web Annotation, `TextQuoteSelector`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// Text right after the quote, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// The language of the words, where it is not the article's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The language they were said in, where what is given is a translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translated_from: Option<Language>,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Date>,
    /// When it was said, in the article's own words: `last week`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Shown only where the statements of a claim differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// Where it was said, where that is not the article itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// What a statement does with the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    Affirms,
    Denies,
    Comments,
}

/// Where something was published. At least one field is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Source {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
}

/// A rating that a fact-checker gave, as schema.org's `ClaimReview` and `Rating` have it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Review {
    /// Who gave it.
    pub by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// The rating in their words: `Mostly false`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The rating on their scale from `worst` to `best`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst: Option<Number>,
}

/// What was wrong in an earlier version of this claim, and when that was put right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Correction {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    pub text: String,
}

/// A document as it is written: its version first.
#[derive(Serialize)]
struct Versioned {
    version: u32,
    article: Article,
    speakers: Speakers,
    claims: Vec<Claim>,
}

impl From<Document> for Versioned {
    fn from(document: Document) -> Self {
        let Document { article, speakers, claims } = document;
        Self { version: VERSION, article, speakers, claims }
    }
}
