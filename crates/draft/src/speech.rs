//! Decides whether somebody said the words in quotation marks, if there is no cue. They may also be a title, a nickname
//! or a phrase.

use std::ops::Range;

use crate::lexicon::*;
use crate::words::{Sign, Words};

/// A fragment with fewer words is rarely worth a card.
const FEWEST: usize = 4;
/// The largest number of words in a name that is not a title.
const LONGEST_NAME: usize = 5;

/// Counts the words.
pub(crate) fn count(text: &str) -> usize {
    // Chinese and Japanese have no spaces between words; two characters count as a word.
    if text.contains(|c| matches!(c, '\u{3040}'..='\u{9fff}')) {
        return text.chars().count() / 2;
    }
    text.split_whitespace().filter(|word| word.contains(is_letter)).count()
}

/// Whether a quotation within a sentence has enough words to be quoted alone.
pub(crate) fn is_fragment(words: &Words, quotation: usize, at: usize) -> bool {
    count(words.inside(quotation)) >= FEWEST && !is_called(words, quotation, at)
}

/// Whether a quotation within a sentence is the name of something: the film “A Spoon”, the “Coalition for Unity” party.
pub(crate) fn is_called(words: &Words, quotation: usize, at: usize) -> bool {
    let inside = words.inside(quotation);
    let before = at.saturating_sub(1);
    let is_noun = words.is_word(before) && !words.has(before, VERBS.and(THAT).and(BREAK).and(ACCORDING));
    let is_short =
        count(inside) <= LONGEST_NAME && inside.starts_with(is_capital) && !inside.ends_with(['.', '!', '?', ',']);
    is_title(words, inside.trim_end_matches([',', '.']))
        || is_work(words, at)
        || is_noun && is_short && !words.has(before, SOMEBODY.and(PRONOUN))
}

/// Whether the word before shows that the quotation is a title.
pub(crate) fn is_work(words: &Words, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let is_title = || words.quotation(at).is_some_and(|number| !words.inside(number).ends_with(['.', '!', '?']));
    let is_apart = words.sign(before) == Sign::Comma || words.sign(before) == Sign::Colon && is_title();
    let work = before.saturating_sub(usize::from(is_apart));
    words.has(work, WORK) && words.tokens[work].paragraph == words.tokens[at].paragraph
}

/// Whether somebody said the quotation, which is this token.
pub(crate) fn is_speech(words: &Words, quotation: usize, at: usize, sentence: &Range<usize>) -> bool {
    let inside = words.inside(quotation);
    let is_first = at == sentence.start;
    let is_introduced = !is_first && matches!(words.sign(at - 1), Sign::Colon);
    if !is_first && (is_work(words, at) || !is_introduced && is_called(words, quotation, at)) {
        return false;
    }
    // A quoted heading: “We ate the evidence”: inside the trial
    if is_first && words.sign(at + 1) == Sign::Colon || is_note(inside) {
        return false;
    }
    if count(inside) < FEWEST {
        return (is_first || is_introduced) && is_sentence(words, quotation, at) || is_led_in(words, quotation, at);
    }
    !is_title(words, inside)
}

/// Words that lead in what somebody says, in languages without a file of words that write small words and the next as one, so that few words say
/// much: “that” in Arabic and Hebrew.
const LEADING_IN: [&str; 8] = ["أن", "إن", "أنّ", "إنّ", "بأن", "وأن", "وإن", "כי"];

/// In a language without a file of words, whether a few words are led in and end with a sentence.
fn is_led_in(words: &Words, quotation: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| words.tokens[*before].paragraph == words.tokens[at].paragraph)
    else {
        return false;
    };
    let is_led = words.sign(before) == Sign::Colon || LEADING_IN.contains(&words.text(before));
    let is_end = matches!(words.sign(at + 1), Sign::Stop | Sign::Comma) || is_sentence(words, quotation, at);
    !words.language.is_known() && is_led && is_end && count(words.inside(quotation)) > 1
}

/// Whether it is a note in a transcript: “(APPLAUSE)”
pub(crate) fn is_note(inside: &str) -> bool {
    inside.starts_with('(') && inside.trim_end_matches('.').ends_with(')')
}

/// Whether it is a whole sentence.
pub(crate) fn is_sentence(words: &Words, quotation: usize, at: usize) -> bool {
    let inside = words.inside(quotation);
    let is_closed = inside.ends_with(['.', '!', '?', '…', ',', '—', '-', '–']);
    let is_alone = words.starts.binary_search(&(at + 1)).is_ok();
    is_closed || is_alone
}

/// Whether it looks like a title: the longer words begin with capitals, as in “The Old Man and the Sea”.
pub(crate) fn is_title(words: &Words, inside: &str) -> bool {
    // Two German nouns are not enough to show that.
    let fewest = if words.language.has_capital_nouns { 3 } else { 1 };
    let longer = || inside.split_whitespace().filter(|word| word.chars().count() > 3);
    let is_named = longer().all(|word| word.starts_with(|c: char| is_capital(c) || !is_letter(c)));
    is_named && count(inside) > 1 && longer().count() >= fewest && !inside.ends_with(['.', '!', '?', ','])
}

/// Whether it may be a nickname: Phil “Spanner” Dunmore
pub(crate) fn is_nickname(inside: &str) -> bool {
    count(inside) <= 3 && !inside.ends_with([',', '.', '!', '?'])
}
