//! Finds what is said: the quotations or the clause that belong to a cue.

use std::ops::Range;

use crate::language::Order;
use crate::lexicon::*;
use crate::speech;
use crate::words::{Sign, Words};

pub(crate) enum Content {
    /// The quotations, as tokens.
    Quotations(Vec<usize>),
    /// A quotation within a sentence: “called the plan “a gift””. The range is everything from the verb on.
    Fragment(Range<usize>),
    /// The article's own words for what is said.
    Clause(Range<usize>),
    /// What is said follows in the next paragraph.
    LeadsOn,
    None,
}

/// The largest number of tokens between a verb and what is said: “told reporters at the port on Monday that”.
const MOST_BETWEEN: usize = 30;

/// Finds what is said after a verb, or after the subject that follows the verb.
pub(crate) fn after(words: &Words, sentence: &Range<usize>, from: usize, verb: Classes) -> Content {
    let mut at = from;
    let is_second = words.language.order == Order::VerbSecond;
    let mut is_apposition = false;
    while at < sentence.end.min(from + MOST_BETWEEN) {
        match words.sign(at) {
            Sign::Quotation(_) if is_apposition => return Content::None,
            Sign::Quotation(number) if is_medium(words, number, at) => (),
            Sign::Quotation(_) if at == from && !verb.has(SAY.and(TELL).and(CLAIM).and(SPLIT)) => {
                return Content::Fragment(from..at + 1);
            }
            Sign::Quotation(_)
                if at > from && !matches!(words.sign(at - 1), Sign::Comma | Sign::Colon | Sign::Dash) =>
            {
                return Content::Fragment(from..at + 1);
            }
            Sign::Quotation(_) => return quotations(words, sentence, at),
            Sign::Colon if at + 1 >= sentence.end => return Content::LeadsOn,
            Sign::Colon if words.quotation(at + 1).is_some() => return quotations(words, sentence, at + 1),
            Sign::Colon => return clause_behind(words, at + 1..sentence.end),
            Sign::Comma if words.quotation(at + 1).is_some() => return quotations(words, sentence, at + 1),
            // “…,” he said, but “…”
            Sign::Comma if words.has(at + 1, AND.and(BUT)) && words.quotation(at + 2).is_some() => {
                return quotations(words, sentence, at + 2);
            }
            Sign::Comma if is_second && words.has(at + 1, THAT) => return clause_behind(words, at + 2..sentence.end),
            Sign::Comma if is_second && is_indirect(words, at + 1..sentence.end, verb) => {
                return clause_behind(words, at + 1..sentence.end);
            }
            // “said, however, that”; “said Jane Roe, a teacher. “…””
            Sign::Comma => is_apposition = true,
            Sign::Stop | Sign::Semicolon => return Content::None,
            Sign::Dash if words.quotation(at + 1).is_none() => return Content::None,
            // “asked whether it was late”
            Sign::Word if words.has(at, THAT) && words.has(at, UNREAL) => return Content::None,
            Sign::Word if words.has(at, THAT) && !is_second => return clause_behind(words, at + 1..sentence.end),
            Sign::Word if !is_apposition && begins_clause(words, from, at, verb) => {
                return clause_behind(words, at..sentence.end);
            }
            Sign::Word if is_apposition && words.has(at, VERBS) && !words.has(at, SOMEBODY) => return Content::None,
            _ => (),
        }
        at += 1;
    }
    Content::None
}

/// „sagte der „Kolder Zeitung“, der Plan sei gut“: whether this quotation is the name of the medium that was told.
fn is_medium(words: &Words, number: usize, at: usize) -> bool {
    if words.language.order != Order::VerbSecond {
        return words.has(at + 1, THAT);
    }
    let is_short = words.is_word(at - 1) && speech::count(words.inside(number)) < 4;
    is_short && words.sign(at + 1) == Sign::Comma && speech::is_called(words, number, at)
}

/// Whether a clause without „dass“ is indirect speech: the verb shows it, or at least the clause is not a relative
/// clause.
fn is_indirect(words: &Words, clause: Range<usize>, verb: Classes) -> bool {
    let is_relative = words.has(clause.start, WHO.and(BREAK).and(PREPOSITION));
    clause.clone().any(|at| words.has(at, SUBJUNCTIVE)) || verb.has(SAY.and(SPLIT)) && !is_relative
}

/// Whether a clause without “that” begins at this token.
fn begins_clause(words: &Words, from: usize, at: usize, verb: Classes) -> bool {
    if words.language.order != Order::SubjectFirst || !verb.has(SAY.and(TELL).and(PARTICIPLE)) {
        return false;
    }
    let is_pronoun =
        words.has(at, PRONOUN.without(SPEAKER_SELF)) || words.has(at, SPEAKER_SELF) && words.is_capital(at);
    // “said about 20 people”
    let is_number = words.sign(at + 1) == Sign::Number;
    let is_small =
        words.has(at, PREPOSITION.and(TIME).and(TO).and(BREAK).and(AND)) && !words.has(at, DETERMINER) && !is_number;
    if verb.has(TELL) {
        let listener = from..at;
        // “asked not to be named because she …”
        return at > from
            && !listener.clone().any(|at| words.has(at, BREAK.and(NOT)))
            && (is_pronoun
                || words.has(at, DETERMINER)
                    && !listener.clone().any(|at| words.has(at, PREPOSITION))
                    && !words.has(at - 1, AND));
    }
    let is_start = (from..at).all(|at| words.has(at, TIME.and(BETWEEN)));
    let is_behind_time = words.has(at - 1, TIME) && words.has(at, DETERMINER);
    let is_adverb = words.has(at, TIME.and(BETWEEN)) && !words.has(at, DETERMINER.and(PRONOUN));
    // “announced it on Monday”
    let ends = !words.is_word(at + 1) && words.sign(at + 1) != Sign::Genitive && words.quotation(at + 1).is_none()
        || words.has(at + 1, PREPOSITION.and(TIME).and(AND).and(BREAK)) && !words.has(at + 1, BETWEEN);
    let is_object = words.text(at) == "it" && ends;
    let is_clause = !is_object && (verb.has(SURE) || has_verb(words, at));
    (is_start && !is_small && !is_adverb || is_pronoun && at > from || is_behind_time) && words.is_word(at) && is_clause
}

/// Whether a verb follows: “confirmed it had arrived”, but not “confirmed the arrival”.
fn has_verb(words: &Words, at: usize) -> bool {
    let is_end = |at: &usize| !words.is_word(*at) && words.sign(*at) != Sign::Genitive;
    let end = (at..at + 12).find(is_end).unwrap_or(at + 12);
    (at..end).any(|at| words.has(at, BETWEEN.and(PRONOUN)) && !words.has(at, TIME.and(TO)))
}

/// What is said behind a verb of saying: up to the speaker's next verb, or somebody else's words.
fn clause_behind(words: &Words, tokens: Range<usize>) -> Content {
    let is_next = |at: &usize| is_next_verb(words, tokens.start, *at) || is_next_statement(words, *at, tokens.end);
    let end = (tokens.start + FEWEST_BEFORE_CONTRAST..tokens.end).find(is_next).unwrap_or(tokens.end);
    clause(words, tokens.start..end)
}

fn clause(words: &Words, tokens: Range<usize>) -> Content {
    let tokens = trim(words, tokens);
    let is_other = |at: &usize| words.sign(*at) == Sign::Comma && words.has(at + 1, CONTRAST);
    // “…, while the minister spoke of a mistake”: these are the article's own words again.
    let end = (tokens.start + FEWEST_BEFORE_CONTRAST..tokens.end).find(is_other).unwrap_or(tokens.end);
    // “denied that it was closed: “It is open.””: the quotation stands for itself.
    let is_colon = |at: &usize| {
        let Some(number) = words.quotation(at + 1) else { return false };
        // “the plan — “Project Fear” — was dead”
        let is_aside = words.sign(at + 2) == Sign::Dash && speech::count(words.inside(number)) < 4;
        let is_dash = words.sign(*at) == Sign::Dash && !is_aside;
        is_dash || words.sign(*at) == Sign::Colon && at + 3 >= end
    };
    // But in “said that Doe had said: “It is open.””, it is Doe's.
    let colon = (tokens.start + 1..end).find(is_colon);
    let end = colon.filter(|colon| !(tokens.start..*colon).any(|at| words.has(at, VERBS))).unwrap_or(end);
    let tokens = tokens.start..end;
    match tokens.len() {
        0 => Content::None,
        1 if words.quotation(tokens.start).is_some() => Content::Quotations(vec![tokens.start]),
        1 => Content::None,
        _ => Content::Clause(tokens),
    }
}

/// Whether somebody else's words follow: “said the ward was full; Ben Roe denied it”.
fn is_next_statement(words: &Words, semicolon: usize, end: usize) -> bool {
    let is_verb = |at: usize| words.has(at, VERBS) && !words.has(at - 1, WHO.and(TO).and(THAT).and(DETERMINER));
    words.sign(semicolon) == Sign::Semicolon && !words.has(semicolon + 1, AND) && (semicolon + 1..end).any(is_verb)
}

/// Whether the speaker's next verb follows, which is not what is said: “said the plant would close but declined to say when”. Not where the clause
/// would say something else without it: “no one had come forward and admitted it”, “those who came and asked for help got none”.
fn is_next_verb(words: &Words, start: usize, and: usize) -> bool {
    if words.language.order != Order::SubjectFirst || !words.has(and, AND.and(BUT)) || words.is_capital(and + 1) {
        return false;
    }
    let verb = and + 1;
    let is_past = || words.text(verb).ends_with("ed") || words.has(verb, SURE);
    let is_verb =
        words.has(verb, NOT) || words.has(verb, VERBS) && !words.has(verb, SOMEBODY.and(PARTICIPLE)) && is_past();
    // “was approved and announced”
    let is_participle = |at: usize| words.text(at).ends_with("ed") && words.has(at - 1, PASSIVE);
    let is_passive = !words.has(verb, NOT) && is_participle(and - 1);
    let turns = |at: usize| {
        words.has(at, WHO.and(THAT).and(UNREAL))
            || matches!(words.text(at), "not" | "no" | "never" | "ne" | "pas" | "non")
    };
    is_verb && !is_passive && !(start..and).any(turns)
}

/// The quotation at this token, and the quotations that follow it in a list: “…”, “…” and “…”.
fn quotations(words: &Words, sentence: &Range<usize>, at: usize) -> Content {
    let mut all = vec![at];
    let mut next = at + 1;
    while next < sentence.end {
        if words.quotation(next).is_some() {
            all.push(next);
        } else if words.sign(next) != Sign::Comma && !words.has(next, AND) {
            break;
        }
        next += 1;
    }
    Content::Quotations(all)
}

/// Finds what is said before the subject, or before the verb if the verb comes first.
pub(crate) fn before(words: &Words, sentence: &Range<usize>, begin: usize) -> Content {
    let mut at = begin;
    // “…,” but he said; „…“, wie er sagte
    while at > sentence.start
        && words.is_word(at - 1)
        && words.has(at - 1, TIME.and(BETWEEN).and(AND).and(BREAK).and(AS))
    {
        at -= 1;
    }
    let is_comma = at > sentence.start && words.sign(at - 1) == Sign::Comma;
    let last = at - usize::from(is_comma);
    if last <= sentence.start {
        return Content::None;
    }
    let last = last - 1;
    if words.quotation(last).is_some() {
        return quotations_before(words, sentence, last);
    }
    let is_closed = is_comma || words.sign(last) == Sign::Dash;
    let own = trim(words, clause_start(words, sentence)..last + 1);
    match own.len() {
        // “Wages, she added, were …”
        1 if is_closed && words.is_word(own.start) => Content::Clause(own),
        _ if is_closed => clause(words, own),
        _ => Content::None,
    }
}

/// The quotation that ends here with those before it in a list, or the clause that contains it.
fn quotations_before(words: &Words, sentence: &Range<usize>, last: usize) -> Content {
    let mut all = vec![last];
    let mut at = last;
    while at > sentence.start
        && (words.sign(at - 1) == Sign::Comma || words.has(at - 1, AND) || words.quotation(at - 1).is_some())
    {
        at -= 1;
        if words.quotation(at).is_some() {
            all.insert(0, at);
        }
    }
    let first = all[0];
    // “On “Good Morning,” Roe said …”
    let is_title = |number| first > sentence.start && speech::is_called(words, number, first);
    if words.sign(first.saturating_sub(1)) == Sign::Genitive && words.quotation(first).is_some_and(is_title) {
        return Content::None;
    }
    let is_part = first > sentence.start && words.is_word(first - 1) && !words.has(first - 1, AND.and(VERBS));
    if is_part { clause(words, clause_start(words, sentence)..last + 1) } else { Content::Quotations(all) }
}

/// A reported clause has more tokens than this.
const FEWEST_BEFORE_CONTRAST: usize = 3;

/// Returns where a clause begins if its cue follows it: after “but”.
pub(crate) fn clause_start(words: &Words, sentence: &Range<usize>) -> usize {
    sentence.clone().find(|at| !words.has(*at, AND)).unwrap_or(sentence.end)
}

/// Removes signs at both ends.
pub(crate) fn trim(words: &Words, tokens: Range<usize>) -> Range<usize> {
    let mut tokens = trim_end(words, tokens);
    while tokens.start < tokens.end && is_edge(words, tokens.start) {
        tokens.start += 1;
    }
    tokens
}

pub(crate) fn trim_end(words: &Words, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.start < tokens.end
        && (is_edge(words, tokens.end - 1) || words.has(tokens.end - 1, AND.and(BUT)) && words.is_word(tokens.end - 1))
    {
        tokens.end -= 1;
    }
    tokens
}

fn is_edge(words: &Words, at: usize) -> bool {
    matches!(words.sign(at), Sign::Stop | Sign::Comma | Sign::Colon | Sign::Semicolon | Sign::Dash)
}
