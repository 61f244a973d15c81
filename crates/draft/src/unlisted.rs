//! Verbs of saying that no list has, known by their place: behind a quotation, beside the name of who said it.
//!
//! “…,” chided Paul Moore. “…,” Moore grumbled. « …, s'emporte Jeanne Roux. »

use std::ops::Range;

use crate::language::Order;
use crate::lexicon::*;
use crate::speech;
use crate::words::{Sign, Words};

/// The fewest words of a quotation behind which such a verb is looked for. Fewer may be a title: “Dune,” starring Paul Moore.
const FEWEST: usize = 3;

/// The fewest letters of such a verb.
const SHORTEST: usize = 4;

/// The largest number of words between a quotation and the verb.
const MOST_BEFORE: usize = 8;

/// Gives such verbs the class of a verb of saying that reports with a quotation only.
pub(crate) fn mark(words: &mut Words) {
    for at in 0..words.tokens.len() {
        if let Some(verb) = verb_behind(words, at) {
            words.tokens[verb].classes = CLAIM.and(with_pronoun(words.text(verb)).1);
        }
    }
}

/// Whether a verb was marked so. It may be no verb of saying: « La Nuit des temps », adapte Paul Moreau.
pub(crate) fn is_guessed(words: &Words, verb: usize) -> bool {
    let own = words.language.lexicon.classes(words.text(verb)).without(PHRASE);
    words.is_word(verb) && words.has(verb, CLAIM) && own == Classes::NONE
}

fn verb_behind(words: &Words, quotation: usize) -> Option<usize> {
    let inside = words.inside(words.quotation(quotation)?);
    let is_outside = words.sign(quotation + 1) == Sign::Comma;
    let leads_on = is_outside || inside.ends_with([',', '?', '!']);
    // “As fans chanted “…,” Moore smirked.”
    let is_first = quotation == words.starts[words.tokens[quotation].paragraph]
        || matches!(words.sign(quotation - 1), Sign::Stop | Sign::Quotation(_));
    if !is_first || !leads_on || speech::count(inside) < FEWEST || speech::is_title(words, inside.trim_end_matches(','))
    {
        return None;
    }
    let start = quotation + 1 + usize::from(is_outside);
    let end = words.tokens.len().min(start + MOST_BEFORE);
    before_name(words, start..end).or_else(|| behind_name(words, start..end))
}

/// “…,” chided Paul Moore. « … », tempête-t-elle.
fn before_name(words: &Words, tokens: Range<usize>) -> Option<usize> {
    let verb = tokens.clone().find(|at| !words.has(*at, BETWEEN)).filter(|at| is_unknown(words, *at))?;
    let has_pronoun = with_pronoun(words.text(verb)).1 != Classes::NONE && ends(words, verb + 1);
    // “…,” retired general Paul Moore said.
    let has_verb = || (verb + 1..).take_while(|at| words.is_phrase(*at)).any(|at| words.has(at, VERBS));
    (has_pronoun || is_name(words, verb + 1) && !has_verb()).then_some(verb)
}

/// “…,” the coach, Paul Moore, grumbled. Only in English, where such verbs have one ending.
fn behind_name(words: &Words, tokens: Range<usize>) -> Option<usize> {
    let subject = HE.and(SHE).and(THEY).and(TITLE).and(ROLE);
    let is_comma = |at: usize| words.sign(at) == Sign::Comma && (words.is_capital(at - 1) || words.is_capital(at + 1));
    let is_subject = |at: &usize| {
        words.is_capital(*at) || words.has(*at, subject.and(DETERMINER)) || *at > tokens.start && is_comma(*at)
    };
    let verb = tokens.clone().find(|at| !is_subject(at)).filter(|at| is_unknown(words, *at))?;
    let has_subject = (tokens.start..verb).any(|at| words.is_capital(at) || words.has(at, subject));
    let is_english = words.language.order == Order::SubjectFirst && words.text(verb).ends_with("ed");
    (has_subject && is_english && ends(words, verb + 1)).then_some(verb)
}

/// Whether it may be a verb that is not in the lexicon.
fn is_unknown(words: &Words, at: usize) -> bool {
    words.is_word(at) && words.tokens[at].classes.without(PHRASE) == Classes::NONE && may_be_verb(words.text(at))
}

/// Whether a word that the lexicon does not have ends as a verb may in the third person.
pub(crate) fn may_be_verb(word: &str) -> bool {
    // The bytes at the end are those of ò and ó.
    let is_third_person = matches!(word.as_bytes().last(), Some(b'a' | b'e' | b't' | b'd' | b's' | 0xb2 | 0xb3));
    let is_third_person = is_third_person || with_pronoun(word).1 != Classes::NONE;
    word.starts_with(is_small) && word.len() >= SHORTEST && is_third_person
}

/// Whether a part of the sentence ends here.
fn ends(words: &Words, at: usize) -> bool {
    matches!(words.sign(at), Sign::Comma | Sign::Stop | Sign::Colon)
}

/// Whether a name begins here: of two words, or one word before a sign.
fn is_name(words: &Words, at: usize) -> bool {
    let is_part = |at: usize| words.is_word(at) && words.is_capital(at) && !words.has(at, TIME.and(PLACE).and(NO_NAME));
    words.has(at, TITLE) || is_part(at) && (is_part(at + 1) || ends(words, at + 1) && !words.language.has_capital_nouns)
}
