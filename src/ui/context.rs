//! The article's own sentence around some words. It is taken from the document's `body`, so it needs no page, and screen readers read it.
//!
//! Only words that the body has exactly get a context. The finder and `check` also accept other typography.

use std::ops::Range;

use super::edition::Edition;
use super::element::{Element, visually_hidden};
use document::model::Statement;

/// The most words of the article that are shown before the words, and after them.
const AROUND: usize = 24;

/// The most of the words that are repeated. The card shows all of them just above, but a shorter part would say something else, where it is
/// cut before a “but”.
const REPEATED: usize = 60;

/// A paragraph of the article, and where in it the words are.
pub(super) struct Context<'body> {
    paragraph: &'body str,
    spans: Vec<Range<usize>>,
}

/// The only place in the body that has these words of the statement. `None` if there is no such place, or if there are several.
pub(super) fn context<'edition>(edition: &'edition Edition, statement: &Statement) -> Option<Context<'edition>> {
    let words = statement.quote.as_ref().or(statement.reported.as_ref())?.spans();
    let [prefix, suffix] =
        [&statement.prefix, &statement.suffix].map(|text| text.as_deref().unwrap_or_default().trim_ascii());
    let mut only = None;
    for paragraph in edition.document().article.body.iter().flatten() {
        let mut next = 0;
        while let Some(begin) = find(paragraph, &words[0], next) {
            next = begin + 1;
            let Some(spans) = spans(paragraph, begin, words) else { continue };
            let place = Context { paragraph, spans };
            if place.before().trim_ascii_end().ends_with(prefix) && place.after().trim_ascii_start().starts_with(suffix)
            {
                if only.is_some() {
                    return None;
                }
                only = Some(place);
            }
        }
    }
    only.filter(Context::says_more)
}

/// The first place of a text from this byte on. The search of the standard library is faster, but adds 2 KB to the wasm.
fn find(text: &str, wanted: &str, from: usize) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let first = wanted.first()?;
    let last = text.len().checked_sub(wanted.len())?;
    (from..=last).find(|at| text[*at] == *first && text[*at..].starts_with(wanted))
}

/// The places of all spans, if the first is here and each consists of whole words.
fn spans(paragraph: &str, begin: usize, words: &[String]) -> Option<Vec<Range<usize>>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for span in words {
        let from = found.last().map_or(begin, |before| before.end);
        let at = find(paragraph, span, from)?;
        let place = at..at + span.len();
        let is_whole = !joins(paragraph, place.start) && !joins(paragraph, place.end);
        found.push(place);
        if !is_whole {
            return None;
        }
    }
    Some(found)
}

/// Whether a place is inside a word or a number. Scripts without spaces have no such place.
fn joins(text: &str, at: usize) -> bool {
    let is_part = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    is_part(text.as_bytes()[..at].last()) && is_part(text.as_bytes().get(at))
}

impl Context<'_> {
    fn before(&self) -> &str {
        &self.paragraph[..self.spans[0].start]
    }

    fn after(&self) -> &str {
        &self.paragraph[self.spans[self.spans.len() - 1].end..]
    }

    /// Whether the paragraph has more than the words and their marks.
    fn says_more(&self) -> bool {
        let has_letter =
            |text: &str| text.bytes().any(|byte| byte.is_ascii_alphabetic() || matches!(byte, 0xC3..=0xE1 | 0xE3..));
        has_letter(self.before()) || has_letter(self.after()) || self.spans.len() > 1
    }

    /// The paragraph with the words marked, without the text that is far from them.
    pub(super) fn show(&self, edition: &Edition) -> Element {
        let mut text =
            Element::new("p").set("dir", "auto").set_some("lang", edition.language()).prose(&last_words(self.before()));
        for (index, span) in self.spans.iter().enumerate() {
            text = text.with(Element::new("mark").prose(&first_words(&self.paragraph[span.clone()], REPEATED, " […]")));
            if let Some(next) = self.spans.get(index + 1) {
                text = text.prose(&self.paragraph[span.end..next.start]);
            }
        }
        let label = visually_hidden(edition.phrases().in_the_article());
        Element::classed("div", "context").with(label).with(text.prose(&first_words(self.after(), AROUND, " …")))
    }
}

/// The beginning of a text, with `more` at its end if the text is longer.
fn first_words(text: &str, most: usize, more: &str) -> String {
    match spaces(text).nth(most) {
        Some(end) => [&text[..end], more].concat(),
        None => text.to_owned(),
    }
}

/// The end of a text, with an ellipsis if the text is longer.
fn last_words(text: &str) -> String {
    match spaces(text).nth_back(AROUND) {
        Some(begin) => ["…", &text[begin..]].concat(),
        None => text.to_owned(),
    }
}

fn spaces(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    text.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at)
}
