//! A paragraph's tokens ▶ its sentences.

use std::ops::Range;

use crate::lexicon::{PARTICLE, ROLE, TITLE, VERBS, is_capital};
use crate::words::{Sign, Words};

/// The sentences of a paragraph, as ranges of tokens. A quotation alone does not end a sentence.
pub(crate) fn sentences(words: &Words, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = tokens.start;
    for at in tokens.clone() {
        if at + 1 == tokens.end || ends(words, at, tokens.end) || at - start >= LONGEST {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    sentences
}

/// The largest number of tokens in a sentence. A longer one is cut, because searching it for every verb would take time
/// proportional to the square of its length.
const LONGEST: usize = 400;

/// What stands at the end of something said, and not of a title or a nickname.
const ENDS: [char; 4] = ['.', ',', '!', '?'];

/// Whether a sentence ends with this token. There must be a token after it.
fn ends(words: &Words, at: usize, end: usize) -> bool {
    let next = words.sign(at + 1);
    match words.sign(at) {
        Sign::Stop => match next {
            Sign::Word => words.is_capital(at + 1) || words.text(at) == "。",
            Sign::Number | Sign::Quotation(_) | Sign::Dash => true,
            Sign::Bracket => words.text(at + 1).ends_with(".)"),
            Sign::Other => !words.text(at + 1).starts_with([')', ']', '\'', '’']),
            _ => false,
        },
        // “at 9 a.m. “I was there,” he said”
        Sign::Word if words.text(at).ends_with('.') && !words.has(at, TITLE.and(ROLE)) => {
            let speaks = |number| words.inside(number).starts_with(is_capital) && words.inside(number).ends_with(ENDS);
            words.quotation(at + 1).is_some_and(speaks)
        }
        Sign::Quotation(number) => {
            let inside = words.inside(number);
            let is_sentence = inside.ends_with(['.', '!', '?', '…', '。']);
            let goes_on = !inside.ends_with('.') && verb_follows(words, at + 1, end);
            is_sentence
                && match next {
                    Sign::Word => words.is_capital(at + 1) && !goes_on,
                    Sign::Quotation(_) | Sign::Number => true,
                    _ => false,
                }
        }
        _ => false,
    }
}

/// “Why?” Jane Roe asked.
fn verb_follows(words: &Words, from: usize, end: usize) -> bool {
    let may_be_name = |at: &usize| words.is_capital(*at) || words.has(*at, PARTICLE.and(TITLE).and(ROLE));
    (from..end.min(from + 7)).find(|at| !may_be_name(at)).is_some_and(|at| words.has(at, VERBS))
}
