//! Finds out whether a quote begins or ends just beside the “not” of its clause.

use super::signs::{Sign, is_clause_end};
use super::turning_words::{FURTHER_NEGATIONS, OPENERS, UNSPACED_NEGATIONS, is_in};
use super::{Finding, Grade, Passage, Position, Text};

/// The most bytes of a clause that are read on each side, because texts may have no punctuation.
const LONGEST: usize = 1000;

/// Words that a quote leaves out of its clause, with a “not” or a word like it among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub left_out: Passage,
    /// Whether they are before the quote; otherwise they are after it.
    pub is_before: bool,
}

impl Text {
    /// Whether a quote, at the one place where it was found, lacks the “not” of the clause in which it begins or ends: “safe to drink” of “The
    /// water is not safe to drink”. A clause ends at a comma, a dash, a bracket or a quotation mark, and where “and” or “but” follows.
    pub fn cut(&self, finding: &Finding) -> Option<Cut> {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else {
            return None;
        };
        let (first, last) = (place.first()?.start, place.last()?.end);
        let before = Passage { start: Position { byte: self.clause_start(first), ..first }, end: first };
        let behind = Passage { start: last, end: Position { byte: self.clause_end(last), ..last } };
        if self.denies(before, true) {
            Some(Cut { left_out: before, is_before: true })
        } else {
            self.denies(behind, false).then_some(Cut { left_out: behind, is_before: false })
        }
    }

    /// The byte at which the clause begins that goes on at a position.
    fn clause_start(&self, Position { paragraph, byte }: Position) -> usize {
        let text = &self.paragraphs[paragraph];
        let start = |until: usize| {
            let from = boundary(text, until.saturating_sub(LONGEST));
            let mut all = text[from..until].char_indices().rev().map(|(at, c)| (from + at, c));
            all.find(|(at, _)| is_clause_end(text, *at)).map_or(from, |(at, c)| at + c.len_utf8())
        };
        let own = start(byte);
        let first = text[own..].split_whitespace().next().unwrap_or_default();
        // „Ich glaube nicht, dass es sicher ist“: what is denied begins after the comma.
        match text[..own].strip_suffix(',') {
            Some(before) if is_in(OPENERS, first) => start(before.len()),
            _ => own,
        }
    }

    /// The byte at which the clause ends that a position is in, or that ends right before it.
    fn clause_end(&self, Position { paragraph, byte }: Position) -> usize {
        let text = &self.paragraphs[paragraph];
        let last = text[..byte].char_indices().next_back();
        if last.is_some_and(|(at, _)| is_clause_end(text, at)) {
            return byte;
        }
        let to = boundary(text, text.len().min(byte + LONGEST));
        let mut all = text[byte..to].char_indices().map(|(at, _)| byte + at);
        all.find(|at| is_clause_end(text, *at)).unwrap_or(to)
    }

    /// Whether there is a “not” in words beside a quote, and no “and” between it and the quote.
    fn denies(&self, words: Passage, is_before: bool) -> bool {
        let text = &self.paragraphs[words.start.paragraph][words.start.byte..words.end.byte];
        let is_unspaced = UNSPACED_NEGATIONS.split(',').any(|word| match word.strip_suffix('-') {
            // 非常 is “very”, 未来 “future”.
            Some(word) => {
                text.match_indices(word).any(|(at, _)| !text[at + word.len()..].starts_with(['常', '来', '來']))
            }
            None => text.contains(word),
        });
        if is_unspaced {
            return true;
        }
        if !self.is_in_listed_language() {
            let mut all = text.split(|c: char| !c.is_alphanumeric() && c != '\u{200c}');
            return all.any(|word| is_in(FURTHER_NEGATIONS, &word.to_lowercase()));
        }
        let mut signs = self.signs(words);
        if is_before {
            signs.reverse();
        }
        signs.iter().take_while(|sign| **sign != Sign::And).any(|sign| *sign == Sign::Negation)
    }
}

/// The next character boundary from here on.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
