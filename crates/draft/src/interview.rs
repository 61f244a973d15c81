//! Finds speech without quotation marks: after the label of the speaker, as in transcripts and interviews, or after a
//! dash.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use crate::language::Language;
use crate::lexicon::*;
use crate::names::Fnv;
use crate::words::{Sign, Words};

/// A paragraph of speech with a label.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The label, without its colon.
    pub(crate) label: Range<usize>,
    /// What is said, as tokens.
    pub(crate) speech: Range<usize>,
}

/// The largest number of bytes, and of words, in a label.
const LONGEST_LABEL: usize = 60;
const MOST_WORDS: usize = 6;

/// For each paragraph, its label and speech, if it has a label. A label counts if it occurs again, if it is in
/// capitals, or if it is “Q” or “A”.
pub(crate) fn lines(words: &Words) -> Vec<Option<Line>> {
    let all: Vec<Option<Line>> = (0..words.paragraphs.len()).map(|paragraph| line(words, paragraph)).collect();
    let mut counts: HashMap<&str, usize, BuildHasherDefault<Fnv>> = HashMap::default();
    let mut total = 0;
    for line in all.iter().flatten() {
        let count = counts.get(text(words, line)).map_or(1, |count| count + 1);
        counts.insert(text(words, line), count);
        total += usize::from(is_shouted(text(words, line)));
    }
    let recurs = |line: &Line| counts.get(text(words, line)).is_some_and(|count| *count > 1);
    // “Photo: …” occurs several times, too, but nobody answers.
    let is_answer = |pair: &&[Option<Line>]| match pair {
        [Some(one), Some(other)] => recurs(one) && recurs(other) && text(words, one) != text(words, other),
        _ => false,
    };
    let is_conversation = all.windows(2).filter(is_answer).count() > 1;
    let is_kept = |line: &Line| recurs(line) && is_conversation || is_shouted(text(words, line)) && total > 1;
    all.iter().map(|line| line.clone().filter(|line| is_kept(line))).collect()
}

fn text<'a>(words: &Words<'a>, line: &Line) -> &'a str {
    let first = words.tokens[line.label.start];
    &words.paragraphs[first.paragraph][first.start..words.tokens[line.label.end - 1].end]
}

fn is_shouted(label: &str) -> bool {
    !label.contains(is_small) && label.contains(is_letter)
}

fn line(words: &Words, paragraph: usize) -> Option<Line> {
    let Range { start, end } = words.starts[paragraph]..words.starts[paragraph + 1];
    let colon = (start..end.min(start + MOST_WORDS + 1)).find(|at| words.sign(*at) == Sign::Colon)?;
    let is_part = |at: usize| {
        let is_small = words.has(at, PARTICLE.and(DETERMINER).and(PREPOSITION).and(ROLE));
        words.sign(at) == Sign::Bracket || words.is_word(at) && (words.is_capital(at) || at > start && is_small)
    };
    let is_label = colon > start && colon + 1 < end && (start..colon).all(is_part) && words.is_word(start);
    let is_quoted = words.quotation(colon + 1).is_some() && colon + 2 >= end && !is_shouted(words.text(start));
    (is_label && !is_quoted).then_some(Line { label: start..colon, speech: colon + 1..end })
}

/// The length in bytes of a label in capitals at the beginning of a quotation: “ROE: Let us begin …”
pub(crate) fn label_within(inside: &str) -> Option<usize> {
    let mut limit = LONGEST_LABEL.min(inside.len());
    while !inside.is_char_boundary(limit) {
        limit -= 1;
    }
    let length = inside[..limit].find(':')?;
    let label = &inside[..length];
    let is_label = label.split(' ').count() <= MOST_WORDS && is_shouted(label) && label.len() > 1;
    (is_label && inside[length + 1..].starts_with(' ')).then_some(length)
}

/// The token after the dash, if a paragraph begins with a dash and the language uses dashes for speech.
pub(crate) fn dialogue(words: &Words, language: &Language, paragraph: usize) -> Option<usize> {
    let Range { start, end } = words.starts[paragraph]..words.starts[paragraph + 1];
    let is_dash = start + 1 < end && words.sign(start) == Sign::Dash;
    let is_speech = is_dash
        && (words.is_word(start + 1) || words.sign(start + 1) == Sign::Other || words.sign(start + 1) == Sign::Number);
    // English and German use quotation marks; a dash at the beginning means a list.
    (is_speech && language.has_dialogue_dashes).then_some(start + 1)
}
