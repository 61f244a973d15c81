//! Who said what in a news article, with the places of the words.

mod attribution;
mod content;
mod cues;
mod dialogue;
mod draft;
mod incise;
mod interview;
mod language;
mod letters;
mod lexicon;
mod marks;
mod names;
mod roles;
mod sentences;
mod speech;
mod subject;
mod voice;
mod words;

pub use attribution::{Article, Attribution, Kind, Span, Speaker, SpeakerKind, Sureness};

/// Finds the attributions of an article, in the order of the article.
pub fn draft(article: &Article) -> Vec<Attribution> {
    let language = language::Language::of(article.language, article.paragraphs);
    let words = words::Words::of(article.paragraphs, language);
    let names = names::Names::of(&words);
    draft::Draft::new(&words, &names).finish()
}
