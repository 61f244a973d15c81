//! Speech that did not take place, or may not have: “might say”, “if Roe says”, “it is not true that Roe said”, “nobody said”.

use std::ops::Range;

use crate::language::Order;
use crate::lexicon::*;
use crate::words::{Sign, Words};

/// Whether somebody said the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reality {
    #[default]
    Said,
    /// “would later say”, “When Roe said”, “At no time did Roe say”: the rest may be a guess, but what is in quotation marks was probably said, or the
    /// crate `draft-document` notes that it was not.
    Future,
    Unreal,
}

/// The most tokens before “that” which tell whether what follows is so.
const MOST_BEFORE_THAT: usize = 8;

/// No conjunction of a clause that stands before its main clause is so short: “so”, “yet”.
const SHORT: usize = 3;

/// Whether the words of a verb of saying were said. `begin` is where its subject begins, or the verb if that comes first.
pub(crate) fn reality(words: &Words, sentence: &Range<usize>, begin: usize, verb: usize) -> Reality {
    let is_verb_second = words.language.order == Order::VerbSecond;
    let first = clause_start(words, sentence, begin);
    // “May” and “Will” are names.
    let is_name = |at: usize| words.is_capital(at) && (at != first || words.has(at, GIVEN_NAME));
    let is_unreal = |at: usize| words.has(at, UNREAL) && words.is_word(at) && !is_name(at);
    let mut all = Classes::NONE;
    let (mut is_chain_unreal, mut is_early) = (false, false);
    // “might say”; in German the modal is anywhere in the clause: „Roe könnte morgen sagen“.
    for at in (first..verb).rev() {
        if !is_verb_second && !words.has(at, BETWEEN) {
            break;
        }
        // “would only say that”
        if matches!(words.text(at), "only" | "nur") {
            return Reality::Said;
        }
        is_chain_unreal |= at >= begin && is_unreal(at);
        // „Zu keiner Zeit sagte Roe“
        is_early |= at < begin && is_unreal(at);
        all = all.and(if is_name(at) { Classes::NONE } else { words.tokens[at].classes });
    }
    let is_before =
        begin > first && (is_unreal(first) || begin > first + 1 && is_unreal(first + 1) || is_unreal(begin - 1));
    // “Had Roe said”, “Did Roe say”
    let is_inverted = first + 1 == begin && first == sentence.start && words.has(first, AUXILIARY);
    // “When Roe says that …, nobody listens”: where the words end is not clear, either.
    let is_subordinate = first == sentence.start
        && first < begin
        && words.has(first, BREAK)
        && words.text(first).len() > SHORT
        && !words.has(first, BUT.and(AS));
    let is_nobody = begin < verb && is_unreal(begin);
    let is_other = is_early || is_before || is_inverted || is_nobody;
    if is_chain_unreal || is_untrue(words, sentence, begin, verb) {
        Reality::Unreal
    } else if is_other || all.has(FUTURE) || is_subordinate && !is_verb_second {
        Reality::Future
    } else {
        Reality::Said
    }
}

/// Where the part of the sentence begins that contains this token.
fn clause_start(words: &Words, sentence: &Range<usize>, at: usize) -> usize {
    (sentence.start..at).rev().take_while(|at| words.is_phrase(*at)).last().unwrap_or(at)
}

/// Whether the words before a clause say that it is not so: “rumours that Roe said”, „Gerüchte, Roe habe gesagt“.
fn is_untrue(words: &Words, sentence: &Range<usize>, begin: usize, verb: usize) -> bool {
    if begin < sentence.start + 2 || begin == verb {
        return false;
    }
    let is_unreal = |at: usize| words.has(at, UNREAL) && words.is_word(at);
    let that = begin - 1;
    if words.has(that, THAT) {
        return (sentence.start.max(that.saturating_sub(MOST_BEFORE_THAT))..that).any(is_unreal);
    }
    words.language.order == Order::VerbSecond && words.sign(that) == Sign::Comma && is_unreal(that - 1)
}
