//! Finds out whether the article says that somebody denied what is reported, or that they did not say it.

use std::ops::Range;

use draft::{Article, Attribution, Kind};
use quotes::{is_denial, is_negation};

/// Words that take back the verb beside them, and that elsewhere mean something else too often to be taken for a “not”: Italian “never”, French “May”.
const FURTHER_NEGATIONS: [&str; 1] = ["mai"];

/// How the article reports some words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    #[default]
    Said,
    Denied,
    /// “never said that”: neither.
    NotSaid,
}

/// How the article reports these words. Words in quotation marks were always said.
pub fn manner(article: &Article, attribution: &Attribution) -> Manner {
    let (Kind::Reported, Some(cue)) = (attribution.kind, attribution.cue) else { return Manner::Said };
    let paragraph = article.paragraphs[cue.paragraph];
    let span = attribution.spans[0];
    let start = if span.paragraph == cue.paragraph { span.start } else { 0 };
    manner_of(paragraph, cue.start..cue.end, start)
}

/// How a paragraph reports the words that start at this byte, if they are reported by this cue: `denied`, `did not say`.
pub fn manner_beside(paragraph: &str, cue: &str, start: usize) -> Manner {
    let (before, after) = paragraph.split_at_checked(start).unwrap_or((paragraph, ""));
    let found = before.rfind(cue).or_else(|| after.find(cue).map(|at| before.len() + at));
    found.map_or(Manner::Said, |at| manner_of(paragraph, at..at + cue.len(), start))
}

fn manner_of(paragraph: &str, cue: Range<usize>, start: usize) -> Manner {
    // What stands between the cue and the words belongs to it: “rejected claims that”.
    let until = start.max(cue.end);
    let before = words(&paragraph[..cue.start]).next_back();
    let own: Vec<String> = words(&paragraph[cue.start..until]).collect();
    let is_denied = |word: &String| is_denial(word);
    // German “nie” before a cue is “never”.
    let is_negated = |word: &String| is_negation(word) || FURTHER_NEGATIONS.contains(&&**word);
    if before.as_ref().is_some_and(is_negated) {
        // Who does not deny something has not said it, either.
        Manner::NotSaid
    } else if own.iter().chain(&before).any(is_denied) {
        Manner::Denied
    } else if own.iter().any(is_negated) {
        Manner::NotSaid
    } else {
        Manner::Said
    }
}

/// The words of a text in small letters, with their apostrophes.
fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    let all = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    all.filter(|word| !word.is_empty()).map(str::to_lowercase)
}
