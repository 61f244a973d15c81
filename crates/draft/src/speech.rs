//! Whether words in quotation marks were said by somebody, where nothing beside them tells: or a title, a nickname, a phrase.

use std::ops::Range;

use crate::lexicon::{WORK, is_capital};
use crate::words::{Sign, Words};

/// A fragment of fewer words is seldom worth a card.
const FEWEST: usize = 4;

/// How many words there are.
pub(crate) fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Whether words in the course of a sentence are enough to be quoted alone.
pub(crate) fn is_fragment(inside: &str) -> bool {
    count(inside) >= FEWEST && !is_title(inside)
}

/// Whether the quotation, which is this token, was said.
pub(crate) fn is_speech(words: &Words, quotation: usize, at: usize, sentence: &Range<usize>) -> bool {
    let inside = words.inside(quotation);
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start);
    if before.is_some_and(|before| words.has(before, WORK)) || words.sign(at + 1) == Sign::Colon && at == sentence.start
    {
        return false;
    }
    if count(inside) < FEWEST {
        return at == sentence.start && is_sentence(words, quotation, at);
    }
    !is_title(inside)
}

/// Whether it is a sentence of its own.
pub(crate) fn is_sentence(words: &Words, quotation: usize, at: usize) -> bool {
    let inside = words.inside(quotation);
    let is_closed = inside.ends_with(['.', '!', '?', '…', ',', '—', '-', '–']);
    let is_alone = words.starts.binary_search(&(at + 1)).is_ok();
    is_closed || is_alone
}

/// “The Old Man and the Sea”: its longer words begin with capitals.
pub(crate) fn is_title(inside: &str) -> bool {
    let longer = || inside.split_whitespace().filter(|word| word.chars().count() > 3);
    let is_named = longer().all(|word| word.starts_with(|c: char| is_capital(c) || !c.is_alphabetic()));
    is_named && count(inside) > 1 && longer().next().is_some() && !inside.ends_with(['.', '!', '?', ','])
}
