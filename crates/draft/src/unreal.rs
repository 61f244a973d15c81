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
    /// “would later say”: what is in quotation marks was probably said, and the rest may be a guess.
    Future,
    Unreal,
}

/// The most tokens before “that” which tell whether what follows is so.
const MOST_BEFORE_THAT: usize = 8;

/// Whether the words of a verb of saying were said. `begin` is where its subject begins, or the verb if that comes first.
pub(crate) fn reality(words: &Words, sentence: &Range<usize>, begin: usize, verb: usize) -> Reality {
    let is_verb_second = words.language.order == Order::VerbSecond;
    let first = clause_start(words, sentence, begin);
    // “May” and “Will” are names.
    let is_name = |at: usize| words.is_capital(at) && (at != first || words.has(at, GIVEN_NAME));
    let is_unreal = |at: usize| words.has(at, UNREAL) && words.is_word(at) && !is_name(at);
    // In German the modal is anywhere in the clause: „Roe könnte morgen sagen“.
    let may_be_modal = |at: &usize| is_verb_second || words.has(*at, BETWEEN) || words.text(*at).ends_with("ly");
    let chain = || (first..verb).rev().take_while(may_be_modal);
    // “would say only that”
    let is_only = |at: usize| matches!(words.text(at), "only" | "nur");
    if chain().any(is_only) || words.is_word(verb + 1) && is_only(verb + 1) {
        return Reality::Said;
    }
    let is_before_subject = [first, first + 1, begin.max(1) - 1].into_iter().any(|at| at < begin && is_unreal(at));
    // “Had Roe said”, “Did Roe say”
    let is_inverted = first + 1 == begin && first == sentence.start && words.has(first, AUXILIARY);
    // “When Roe says”
    let is_habit = words.has(first, BREAK) && words.text(first).ends_with("hen") && words.text(verb).ends_with('s');
    let is_nobody = is_unreal(begin) && begin < verb;
    let is_after_verb = is_verb_second && is_unreal(verb + 1);
    if is_before_subject
        || is_inverted
        || is_habit
        || is_nobody
        || is_after_verb
        || is_untrue(words, sentence, begin, verb)
        || chain().any(is_unreal)
    {
        return Reality::Unreal;
    }
    if chain().any(|at| words.has(at, FUTURE) && !is_name(at)) { Reality::Future } else { Reality::Said }
}

/// Where the part of the sentence begins that contains this token.
pub(crate) fn clause_start(words: &Words, sentence: &Range<usize>, at: usize) -> usize {
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

/// Conjunctions of a clause with which a main clause stands.
const SUBORDINATE: [&str; 18] = [
    "when", "after", "because", "although", "though", "while", "als", "nachdem", "weil", "obwohl", "quand", "lorsque",
    "après", "cuando", "porque", "aunque", "quando", "perché",
];

/// The reported words of a clause that begins with “when” or “who”. They end where the main clause begins or goes on: “When Roe said that it was
/// safe, they laughed.” Nothing if that is not clear.
pub(crate) fn within_subordinate(
    words: &Words,
    sentence: &Range<usize>,
    speaker: &Range<usize>,
    verb: usize,
    clause: Range<usize>,
) -> Option<Range<usize>> {
    let first = clause_start(words, sentence, verb);
    let is_alike = |own: &&str| own.chars().eq(words.text(first).chars().map(lower_char));
    let is_behind = first == sentence.start && first < speaker.start && SUBORDINATE.iter().any(|own| is_alike(&own));
    let is_relative = speaker.start == sentence.start && first >= speaker.end && words.has(first, WHO);
    if clause.start < verb || !(is_behind || is_relative && !words.has(first, DETERMINER)) {
        return Some(clause);
    }
    // What follows another comma belongs to the clause: “, which”, “, “…””
    let is_end = |at: &usize| words.sign(*at) == Sign::Comma && words.is_word(at + 1) && !words.has(at + 1, WHO);
    let mut commas = clause.clone().filter(is_end);
    let end = commas.next().unwrap_or(clause.end);
    commas.next().is_none().then_some(clause.start..end)
}
