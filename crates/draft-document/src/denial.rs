//! Finds out whether the article says that somebody denied what is reported, or that they did not say it.

use std::ops::Range;

use draft::{Article, Attribution, Kind, Span};
use quotes::{denies, is_taken_back, unsaid, unsays};

/// How the article reports some words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    #[default]
    Said,
    Denied,
    /// “never said that”: neither.
    NotSaid,
}

/// How the article reports these words. Words in quotation marks are never denied: what is denied is not in the speaker's own words.
pub fn manner(article: &Article, attribution: &Attribution) -> Manner {
    let span = attribution.spans[0];
    if attribution.kind == Kind::Quoted {
        let of = |span: Span| manner_of_quotation(article.paragraphs[span.paragraph], span.start..span.end);
        // What stands behind the last part is about all of them.
        let last = attribution.spans[attribution.spans.len() - 1];
        return if of(span) == Manner::Said { of(last) } else { Manner::NotSaid };
    }
    let Some(cue) = attribution.cue else { return Manner::Said };
    let start = if span.paragraph == cue.paragraph { span.start } else { 0 };
    match manner_of(article.paragraphs[cue.paragraph], cue.start..cue.end, start) {
        Manner::Denied if is_name_of_it(article.text(span)) => Manner::Said,
        manner => manner,
    }
}

/// How a paragraph reports a quotation at this place of it.
pub fn manner_of_quotation(paragraph: &str, quotation: Range<usize>) -> Manner {
    if unsaid(paragraph, quotation).is_some() { Manner::NotSaid } else { Manner::Said }
}

/// How a paragraph reports the words that start at this byte, if they are reported by this cue: `denied`, `did not say`.
pub fn manner_beside(paragraph: &str, cue: &str, start: usize) -> Manner {
    let (before, after) = paragraph.split_at_checked(start).unwrap_or((paragraph, ""));
    let found = last_place(before, cue).or_else(|| after.find(cue).map(|at| before.len() + at));
    found.map_or(Manner::Said, |at| manner_of(paragraph, at..at + cue.len(), start))
}

/// How many bytes at the end of a text are searched first.
const NEAR: usize = 300;

/// Where words stand last in a text. The search of std from behind is code of its own. More and more of the text is searched, because the words of
/// each of many voices stand near their place in one long paragraph.
pub fn last_place(text: &str, words: &str) -> Option<usize> {
    let mut length = NEAR + words.len();
    loop {
        let mut from = text.len().saturating_sub(length);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        let found = text[from..].match_indices(words).last();
        if found.is_some() || from == 0 {
            return found.map(|(at, _)| from + at);
        }
        length *= 2;
    }
}

fn manner_of(paragraph: &str, cue: Range<usize>, start: usize) -> Manner {
    // What stands between the cue and the words belongs to it: “rejected claims that”.
    let until = start.max(cue.end);
    let own = &paragraph[cue.start..until];
    // Who does not deny something has not said it, either; and who denies having said something may still believe it.
    let with_last = &paragraph[last_word(paragraph, cue.start)..until];
    if is_taken_back(paragraph, cue) || unsays(own) {
        Manner::NotSaid
    } else if denies(with_last) {
        Manner::Denied
    } else {
        Manner::Said
    }
}

/// The byte at which the last word before a byte begins: “denied [claims]”.
fn last_word(paragraph: &str, until: usize) -> usize {
    let before = paragraph[..until].trim_end();
    before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8))
}

/// Whether reported words are what somebody calls a claim: “[dismissed] the claims as “nonsense””. That is said, and not denied.
fn is_name_of_it(reported: &str) -> bool {
    let (before, _) = reported.split_once(['“', '"', '„', '«', '‘', '»']).unwrap_or_default();
    let last = before.split_whitespace().next_back();
    last.is_some_and(|word| ["as", "als", "comme", "como", "come"].contains(&word))
}
