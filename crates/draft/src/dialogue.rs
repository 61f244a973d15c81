//! Finds what is said after a dash, and who says it: «—No lo sé —dijo Roe—. Ya veremos.»

use std::ops::Range;

use crate::content::trim_end;
use crate::lexicon::*;
use crate::subject;
use crate::words::{Sign, Words};

/// The parts of a paragraph that begins with a dash.
#[derive(Debug, Default)]
pub(crate) struct Dialogue {
    /// What is said, as tokens.
    pub(crate) speech: Vec<Range<usize>>,
    pub(crate) cue: Option<usize>,
    pub(crate) speaker: Option<Range<usize>>,
}

/// Reads a paragraph. `tokens` are the tokens after its first dash.
pub(crate) fn read(words: &Words, tokens: Range<usize>) -> Dialogue {
    let mut dialogue = Dialogue::default();
    let mut start = tokens.start;
    let mut at = start;
    while at < tokens.end {
        match cue(words, at, &tokens).filter(|_| dialogue.cue.is_none()) {
            Some((verb, end)) => {
                dialogue.add(words, start..at);
                dialogue.cue = Some(verb);
                dialogue.speaker =
                    subject::after(words, &tokens, verb).or_else(|| subject::before(words, &(at + 1..end), verb));
                start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    dialogue.add(words, start..tokens.end);
    dialogue
}

impl Dialogue {
    fn add(&mut self, words: &Words, tokens: Range<usize>) {
        let mut tokens = trim_comma(words, tokens);
        while tokens.start < tokens.end && !words.is_word(tokens.start) && is_edge(words, tokens.start) {
            tokens.start += 1;
        }
        if (tokens.clone()).any(|at| words.is_word(at)) {
            self.speech.push(tokens);
        }
    }
}

fn is_edge(words: &Words, at: usize) -> bool {
    matches!(words.sign(at), Sign::Stop | Sign::Comma | Sign::Dash | Sign::Semicolon | Sign::Colon)
}

/// Removes the comma and the dash before a cue. A full stop is part of what is said.
fn trim_comma(words: &Words, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.start < tokens.end && matches!(words.sign(tokens.end - 1), Sign::Comma | Sign::Dash | Sign::Colon) {
        tokens.end -= 1;
    }
    tokens
}

/// If a cue begins with the sign at this token, returns the verb of the cue, and where speech continues after it.
fn cue(words: &Words, at: usize, tokens: &Range<usize>) -> Option<(usize, usize)> {
    let is_dash = words.sign(at) == Sign::Dash;
    if !is_dash && words.sign(at) != Sign::Comma && words.sign(at) != Sign::Stop {
        return None;
    }
    let near = at + 1..tokens.end.min(at + 5);
    let verb = near.clone().find(|other| words.has(*other, VERBS.and(SO)) && !words.is_capital(*other))?;
    let is_first = verb == at + 1 || is_dash || words.has(at + 1, PRONOUN.and(BETWEEN)) && verb == at + 2;
    if !is_first || (at + 1..verb).any(|other| !words.is_word(other)) {
        return None;
    }
    let closes = |other: &usize| words.sign(*other) == if is_dash { Sign::Dash } else { Sign::Stop };
    let end = (verb + 1..tokens.end).find(closes).unwrap_or(tokens.end);
    let tail = trim_end(words, end..tokens.end);
    Some((verb, if tail.is_empty() { tokens.end } else { end + 1 }))
}
