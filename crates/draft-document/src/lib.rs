//! Makes a document from an article, which an editor then finishes.
//!
//! Every name, role, quote and reported text in it is in the article, word for word. The key `$draft`, which the widget ignores, lists what
//! the editor has to check.
//!
//! ```
//! let article = "Is the water safe?\n\n“It is safe to drink again,” said Ada Low, an engineer at City Water.";
//! let drafted = draft_document::draft(article);
//! let speaker = drafted.document.speakers.get("ada-low").unwrap();
//! assert_eq!(speaker.name, "Ada Low");
//! assert_eq!(drafted.document.article.headline, "Is the water safe?");
//! ```

mod claims;
mod denial;
mod head;
mod ids;
mod slug;
mod speakers;

use article::{Metadata, Paragraph, Source};
use document::model::Document;
use draft::{Attribution, Kind, Sureness};
use serde::Serialize;

pub use denial::{Manner, last_place, manner_beside, manner_of_quotation};
use head::Head;
pub use ids::Ids;
pub use slug::slug;

/// The document that was made from an article.
#[derive(Clone, Debug)]
pub struct Drafted {
    pub document: Document,
    /// What the editor has to check, in the order of the document.
    pub open: Vec<Open>,
    /// The paragraphs that were searched, without the headline.
    pub paragraphs: Vec<String>,
    /// The attributions in these paragraphs, in order.
    pub attributions: Vec<Attribution>,
}

/// Something that the editor has to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    /// Its path in the document: `claims[2].text`.
    pub path: String,
    pub why: Why,
    /// The article's words from which it was concluded, if there are any: `he said`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<String>,
}

/// Why something has to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// A text that the article does not have in this form: a proposal made from the article's words.
    Proposed,
    /// A speaker who is not named in full next to the words: there is a pronoun, a surname, or nothing.
    Inferred,
    /// The article does not say clearly who speaks, or has no headline.
    Open,
    /// The article says that the person did not say these words: “never said that”.
    NotSaid,
}

/// The numbers of quotations and reported statements, and of attributions with each degree of sureness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub quotations: usize,
    pub reported: usize,
    pub given: usize,
    pub inferred: usize,
    pub open: usize,
}

/// Makes a document from an article, given as plain text or as an HTML page.
///
/// In plain text, the first line is the headline if a paragraph follows and it does not end like a sentence. If there is none, it is empty.
pub fn draft(source: &str) -> Drafted {
    of_source(&Source::of(source))
}

/// Makes a document from an article that was told apart, and perhaps parsed, before.
pub fn of_source(source: &Source) -> Drafted {
    of_paragraphs(&source.article().paragraphs, &source.metadata())
}

/// The tag of an article's language, as its page says or as its words show, if its words are still to be taught; `None` if they are known, or if
/// there is no file of words for it.
pub fn language_to_teach(source: &Source) -> Option<&'static str> {
    let paragraphs = source.article().paragraphs;
    let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let Head { article, body, .. } = head::head(&texts, &source.metadata());
    let language = article.language.as_ref().map(|language| language.as_str());
    to_teach(body, language)
}

/// The same for paragraphs without a headline, and the language that they are said to be in.
pub fn to_teach(paragraphs: &[&str], language: Option<&str>) -> Option<&'static str> {
    draft::language_to_teach(&draft::Article { paragraphs, language })
}

/// Gives a language its words, where they are not part of the program.
pub use draft::teach;
pub use draft::{detected_language, quoted};

/// Makes a document from an article's paragraphs, and from what its page says about it.
pub fn of_paragraphs(paragraphs: &[Paragraph], metadata: &Metadata) -> Drafted {
    let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let Head { article, body, why } = head::head(&texts, metadata);
    let language = article.language.clone();
    let read = draft::Article { paragraphs: body, language: language.as_ref().map(|language| language.as_str()) };
    let attributions = draft::draft(&read);
    let speakers = speakers::Speakers::of(&read, &attributions);
    let (claims, mut open) = claims::claims(&read, &attributions, &speakers);
    if let Some(why) = why {
        open.insert(0, Open { path: "article.headline".to_owned(), why, cue: None });
    }
    let paragraphs = body.iter().map(|text| (*text).to_owned()).collect();
    Drafted { document: Document { article, speakers: speakers.into_model(), claims }, open, paragraphs, attributions }
}

impl Drafted {
    /// The document as JSON, with the list of what the editor has to check under `$draft`.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct File<'drafted> {
            #[serde(flatten)]
            document: &'drafted Document,
            #[serde(rename = "$draft", skip_serializing_if = "<[Open]>::is_empty")]
            open: &'drafted [Open],
        }
        let file = File { document: &self.document, open: &self.open };
        serde_json::to_string_pretty(&file).expect("texts and numbers can be written") + "\n"
    }

    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for attribution in &self.attributions {
            match attribution.kind {
                Kind::Quoted => counts.quotations += 1,
                Kind::Reported => counts.reported += 1,
            }
            match attribution.sureness {
                Sureness::Given => counts.given += 1,
                Sureness::Inferred => counts.inferred += 1,
                Sureness::Open => counts.open += 1,
            }
        }
        counts
    }
}
