//! The document, version 1: an article, the people who speak in it, and what is said.
//!
//! Plain data with public fields. [`crate::decode`] makes it from JSON, and serializing it gives the same data as JSON
//! again.
//!
//! The comments of types and fields are published with the JSON Schema, in `docs/document.md` and in `fact-cards.d.ts`
//! (see `schema.rs`). So they are written for editors, use the terms of JSON, and do not link to Rust items.

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

#[cfg(feature = "schema")]
use schemars::JsonSchema;
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
    /// In the order in which the cards are shown.
    pub claims: Vec<Claim>,
}

/// The article that the claims come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Article {
    /// The headline of the article.
    pub headline: String,
    /// The address of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    /// Who published the article, for example a newspaper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When the article was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// When the article was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// The language of every text in the document. A statement in another language has a `language` of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The place at the beginning of the article, as it is written there: `MOSCOW, Russia`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// The paragraphs of the article, one text each, exactly as they were published. A dateline stays where it is.
    /// Each quote is compared with these texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Vec<String>>,
}

/// Somebody who says something in the article: a person, an organization or a group of people.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Speaker {
    /// The name that readers see.
    pub name: String,
    /// What kind of speaker this is. Without it, a person.
    #[serde(rename = "type", skip_serializing_if = "SpeakerType::is_person")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "person")))]
    pub speaker_type: SpeakerType,
    /// What the speaker does, in the words of the article: `Turkish Foreign Minister`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The organization that the speaker belongs to or speaks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The address of a page about the speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    /// The address of a portrait: a full address, or one relative to the address of the document. A portrait is shown
    /// only if it comes from the same website as the document or the page; otherwise the initials of the speaker are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Who made the portrait, or who has the rights to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_credit: Option<String>,
}

/// What kind of speaker it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum SpeakerType {
    /// One person.
    #[default]
    Person,
    /// A company, an authority, a party or another organization.
    Organization,
    /// Several people who are not an organization, for example witnesses.
    Group,
}

impl SpeakerType {
    fn is_person(&self) -> bool {
        *self == Self::Person
    }
}

/// One thing that is said in the article. It becomes one card.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Claim {
    /// The name of the claim in addresses: `#claim-` and the id, at the end of the address of a page, open this card.
    /// Small letters a to z, digits, and single hyphens between them. No other claim in the document has the same id.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// What is claimed, in one sentence.
    pub text: String,
    /// Who said what about the claim, in the order in which the card shows it. There is at least one statement.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub statements: Vec<Statement>,
    /// What fact-checkers have published about the claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review>,
    /// What was wrong in an earlier version of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// What one speaker said about a claim. It has at least one of `speaker`, `quote`, `reported` and `source`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(extend("anyOf" = crate::schema::needs_one_of(&["speaker", "quote", "reported", "source"]))))]
pub struct Statement {
    /// Who said it: the key of one of the `speakers` of the document. Without it, the card says that nobody is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// The role of the speaker when this was said, if it differs from the role given in `speakers`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The organization of the speaker when this was said, if it differs from the one given in `speakers`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The exact words of the speaker and nothing else. The card adds the quotation marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Words>,
    /// The words of the article about what was said. The card never puts quotation marks around them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<Words>,
    /// The text right before the quote in the article. It tells which one is meant if the same words appear more than
    /// once (as in `TextQuoteSelector` of the W3C Web Annotation standard).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// The text right after the quote in the article. It serves the same purpose as `prefix`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// The language of `quote` and `reported`, if it is not the language of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The language in which it was said, if `quote` or `reported` is a translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translated_from: Option<Language>,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<Date>,
    /// When it was said, in the words of the article: `last week`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Whether the speaker supports the claim. The card shows it where the statements of the claim differ in this, and always where a speaker denies it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// Where it was said or published, if that is not the article itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// What a statement does with the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// The speaker says that the claim is true.
    Affirms,
    /// The speaker says that the claim is false.
    Denies,
    /// The speaker says something about the claim, but neither of these.
    Comments,
}

/// Where something was said or published. It has at least one field.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(extend("anyOf" = crate::schema::needs_one_of(&["title", "url", "publisher", "published"]))))]
pub struct Source {
    /// The title of the publication or the name of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The address of the publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
}

/// A rating that a fact-checker gave the claim (as in `ClaimReview` and `Rating` of schema.org).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Review {
    /// The name of the fact-checker.
    pub by: String,
    /// The address of the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebUrl>,
    /// When the review was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// The rating in the words of the fact-checker: `Mostly false`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The rating as a number on the scale of the fact-checker, from `worst` to `best`. The digits are shown as they are
    /// written here: `4.50` stays `4.50`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The number that means the best rating on that scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<Number>,
    /// The number that means the worst rating on that scale. It must be less than `best`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst: Option<Number>,
}

/// What was wrong in an earlier version of the card.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Correction {
    /// When the card was corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What was wrong, and what is right.
    pub text: String,
}

/// Who said what in one news article, in which role and in which words. Each claim becomes one card.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Document"))]
pub(crate) struct Versioned {
    /// The version of this format. It is always 1.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::version"))]
    version: u32,
    /// The article that the claims come from.
    article: Article,
    /// Everybody who says something in the article. The keys are names of your choice, by which statements refer to
    /// speakers.
    speakers: Speakers,
    /// The claims, in the order in which the cards are shown. There is at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    claims: Vec<Claim>,
}

impl From<Document> for Versioned {
    fn from(document: Document) -> Self {
        let Document { article, speakers, claims } = document;
        Self { version: VERSION, article, speakers, claims }
    }
}
