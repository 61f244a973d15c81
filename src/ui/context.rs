//! The article's own sentence around some words. It is taken from the document's `body`, so it needs no page, and screen readers read it.
//!
//! Only words that the body has exactly get a context. The finder and `check` also accept other typography.

use std::ops::Range;

use super::edition::Edition;
use super::element::{Element, visually_hidden};
use super::words::Length;
use document::model::Statement;

/// About how many words of the article are shown before the words, and after them. The sentence that has the words is always shown as a whole,
/// because what is left out could deny them; only whole sentences are left out.
const AROUND: usize = 24;

/// Fewer words than this are never left out: an ellipsis would save no line.
const FEW: usize = 12;

/// A paragraph of the article, where in it the words are, and what is shown of it.
pub(super) struct Context<'body> {
    paragraph: &'body str,
    spans: Vec<Range<usize>>,
    shown: Range<usize>,
    /// Long words are not repeated: the card shows all of them just above.
    is_long: bool,
}

/// The only place in the body that has these words of the statement. `None` if there is no such place, or if there are several.
pub(super) fn context<'edition>(edition: &'edition Edition, statement: &Statement) -> Option<Context<'edition>> {
    let words = statement.quote.as_ref().or(statement.reported.as_ref())?;
    let is_long = Length::of(words).is_long();
    let words = words.spans();
    let [prefix, suffix] =
        [&statement.prefix, &statement.suffix].map(|text| text.as_deref().unwrap_or_default().trim_ascii());
    let mut only = None;
    for paragraph in edition.document().article.body.iter().flatten() {
        let mut next = 0;
        while let Some(begin) = find(paragraph, &words[0], next) {
            next = begin + 1;
            let Some(spans) = spans(paragraph, begin, words) else { continue };
            let place = Context { paragraph, spans, shown: 0..paragraph.len(), is_long };
            if place.before().trim_ascii_end().ends_with(prefix) && place.after().trim_ascii_start().starts_with(suffix)
            {
                if only.is_some() {
                    return None;
                }
                only = Some(place);
            }
        }
    }
    only.map(Context::without_far_sentences).filter(Context::says_more)
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

    /// Leaves out the sentences that are far from the words.
    fn without_far_sentences(self) -> Self {
        let paragraph = self.paragraph;
        let starts = sentences(paragraph);
        let [first, last] = [self.spans[0].start, paragraph.len() - self.after().len()];
        let is_near = |text: &str| words(text) <= AROUND;
        // The sentence that has the words begins at the nearest start before them. Further ones are shown if they are near.
        let mut before = starts.iter().copied().filter(|at| *at <= first);
        let begin = before.clone().find(|at| is_near(&paragraph[*at..first])).or(before.next_back());
        let begin = begin.filter(|at| !is_near(&paragraph[..first]) && words(&paragraph[..*at]) >= FEW);
        let mut after = starts.iter().copied().filter(|at| *at > last);
        let end = after.clone().rfind(|at| is_near(&paragraph[last..*at])).or(after.next());
        let end = end.filter(|at| !is_near(&paragraph[last..]) && words(&paragraph[*at..]) >= FEW);
        let shown = begin.unwrap_or(0)..end.unwrap_or(paragraph.len());
        Self { shown, ..self }
    }

    /// What is shown before the words, between them, and after them.
    fn around(&self) -> Vec<&str> {
        let mut around = Vec::new();
        let mut begin = self.shown.start;
        for span in &self.spans {
            around.push(&self.paragraph[begin..span.start]);
            begin = span.end;
        }
        around.push(&self.paragraph[begin..self.shown.end]);
        around
    }

    /// Whether it shows more than the words and their marks, which the card has just above. A question mark is more.
    fn says_more(&self) -> bool {
        let is_more = |c: char| match c {
            '"' | '\'' | ',' | '.' => false,
            // Marks and spaces of Latin scripts, and of all scripts.
            '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' => false,
            c => c > ' ',
        };
        self.around().into_iter().any(|text| text.contains(is_more))
    }

    /// The paragraph with the words marked. The signs for what is left out never stand alone on a line.
    pub(super) fn show(&self, edition: &Edition) -> Element {
        let around = self.around();
        let mut text = Element::new("p").set("dir", "auto").set_some("lang", edition.language());
        if self.shown.start > 0 {
            text = text.text("…\u{a0}");
        }
        for (index, part) in around.iter().enumerate() {
            let is_cut = index == self.spans.len() && self.shown.end < self.paragraph.len();
            text = text.prose(if is_cut { part.trim_ascii_end() } else { part });
            if is_cut {
                text = text.text("\u{a0}…");
            }
            if let Some(span) = self.spans.get(index) {
                let words = if self.is_long { "[…]" } else { &self.paragraph[span.clone()] };
                text = text.with(Element::new("mark").prose(words));
            }
        }
        let label = visually_hidden(edition.phrases().in_the_article());
        Element::classed("div", "context").with(label).with(text)
    }
}

/// About how many words a text has; none in scripts without spaces.
fn words(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b' ').count()
}

/// Where a sentence surely begins, except for the first. Where it is not sure, as after “Dr.” and “U.S.”, there is none: then more is shown.
pub(super) fn sentences(text: &str) -> Vec<usize> {
    let spaces = text.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    spaces.map(|(at, _)| at + 1).filter(|at| ends(&text[..*at - 1]) && begins(&text[*at..])).collect()
}

/// The least letters of a word that is no abbreviation.
const WORD: usize = 5;

fn ends(text: &str) -> bool {
    const CLOSING: [char; 8] = ['”', '’', '"', '\'', '»', '“', ')', ']'];
    let inside = text.trim_end_matches(CLOSING);
    // “Is it safe?” goes on with who asked so.
    let is_quoted = inside.len() < text.len();
    match inside.chars().next_back() {
        Some('?' | '؟') => !is_quoted,
        Some(full_stop @ ('.' | '।' | '۔')) => {
            let word = inside[..inside.len() - full_stop.len_utf8()].trim_end_matches(CLOSING);
            let letters = word.chars().rev().take_while(|letter| !letter.is_ascii() || letter.is_ascii_alphabetic());
            letters.count() >= WORD || full_stop != '.'
        }
        _ => false,
    }
}

fn begins(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|first| first.is_ascii_uppercase() || !first.is_ascii() && !matches!(first, '–' | '—' | '…'))
}
