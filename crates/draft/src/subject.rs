//! Finds the subject of a verb of saying: the words for the speaker.

use std::ops::Range;

use crate::language::Order;
use crate::lexicon::*;
use crate::names::is_particle;
use crate::words::{Sign, Words};

/// The largest number of tokens in a subject.
const LONGEST: usize = 28;
/// The largest number of parts of a sentence between a subject and its verb: “Jane Roe, 54, a teacher, said”.
const MOST_PARTS: usize = 4;

/// The subject that ends before the verb: “Jane Roe, who leads the port, also said”.
pub(crate) fn before(words: &Words, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > sentence.start && is_between(words, end - 1) {
        end -= 1;
    }
    match words.sign(end.checked_sub(1).filter(|at| *at >= sentence.start)?) {
        Sign::Comma => behind_apposition(words, sentence, end - 1),
        Sign::Word | Sign::Number => plain(words, sentence, end),
        _ => None,
    }
}

fn is_between(words: &Words, at: usize) -> bool {
    let is_adverb = || !words.language.has_capital_nouns && !words.is_capital(at) && words.text(at).ends_with("ly");
    words.is_word(at) && !words.has(at, PRONOUN) && (words.has(at, BETWEEN) || is_adverb() || is_time(words, at))
        || words.sign(at) == Sign::Bracket
}

fn is_time(words: &Words, at: usize) -> bool {
    words.has(at, TIME) && !words.has(at, SOMEBODY)
}

/// The subject that ends before token `end`.
fn plain(words: &Words, sentence: &Range<usize>, end: usize) -> Option<Range<usize>> {
    if words.has(end - 1, PRONOUN) && !words.has(end - 1, DETERMINER) {
        return Some(end - 1..end);
    }
    let mut start = end;
    let limit = sentence.start.max(end.saturating_sub(LONGEST));
    while start > limit && goes_on(words, start - 1, end) {
        start -= 1;
    }
    let start = trim(words, start, end).filter(|start| !is_oblique(words, *start))?;
    // “Jane Roe, who said”
    if start + 1 == end && words.has(start, WHO) && !words.has(start, DETERMINER.and(THAT)) && !words.is_capital(start)
    {
        return None;
    }
    if is_relative(words, sentence, start, end) {
        return if words.has(start, DETERMINER) { plain(words, sentence, start - 1) } else { None };
    }
    may_speak(words, start, end).then_some(start..end)
}

/// Whether no subject begins here: „dem Sender“, „der örtlichen Zeitung“.
fn is_oblique(words: &Words, at: usize) -> bool {
    let is_dative = words.language.has_capital_nouns
        && words.has(at, DETERMINER)
        && words.text(at).ends_with('r')
        && words.text(at + 1).ends_with("en")
        && !words.is_capital(at + 1);
    is_dative || words.has(at, OBLIQUE)
}

/// Whether a relative clause begins here: „Paul Roth, der in der Schule …“, „Paul Roth, dessen Rücktritt …“
fn is_relative(words: &Words, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let next = DETERMINER.and(PREPOSITION).and(POSSESSIVE).and(PRONOUN);
    let is_pronoun = words.has(start, WHO) && (!words.has(start, DETERMINER) || words.has(start + 1, next));
    let is_behind_comma = start > sentence.start && words.sign(start - 1) == Sign::Comma && start + 1 < end;
    words.language.order == Order::VerbSecond && is_pronoun && is_behind_comma
}

/// The source that ends before „zufolge“, and where the words for it begin. It is empty if they name nobody: „eigenen Angaben zufolge“.
pub(crate) fn source(words: &Words, sentence: &Range<usize>, end: usize) -> Option<(usize, Range<usize>)> {
    let limit = sentence.start.max(end.saturating_sub(LONGEST));
    let first = (limit..end).rev().take_while(|at| goes_on(words, *at, end)).last()?;
    // „soll einem Sprecher zufolge“
    let begins = |at: &usize| words.is_capital(*at) || words.has(*at, DETERMINER.and(POSSESSIVE));
    let begin = (first..end).find(begins)?;
    // „Angaben der Stadt zufolge“
    let mut start = begin;
    let noun = begin + usize::from(words.has(begin, POSSESSIVE));
    if words.has(noun, STATEMENT) {
        start = (noun + 1..end).find(|at| words.has(*at, DETERMINER) || !words.has(*at, OF)).unwrap_or(end);
    }
    Some((begin, start..end))
}

/// Whether a word belongs to the subject that continues after it.
fn goes_on(words: &Words, at: usize, end: usize) -> bool {
    match words.sign(at) {
        Sign::Number | Sign::Genitive | Sign::Bracket => true,
        Sign::Quotation(_) => words.is_phrase(at),
        Sign::Other => words.text(at) == "&",
        Sign::Word if words.is_capital(at) && !words.has(at, NO_NAME.and(BREAK)) => true,
        Sign::Word if words.has(at, PRONOUN) => words.has(at, DETERMINER),
        Sign::Word if words.has(at, AND) => at + 1 < end && (joins_names(words, at) || joins_fields(words, at)),
        Sign::Word if words.has(at, BREAK.and(THAT)) => words.has(at, WHO) && !words.has(at, THAT),
        Sign::Word if words.has(at, BETWEEN) => words.has(at, PREPOSITION),
        Sign::Word => !words.has(at, VERBS) || words.has(at, SOMEBODY),
        _ => false,
    }
}

/// Whether “and” joins two names: “Roe and Doe”, but not “he left and Doe”.
fn joins_names(words: &Words, and: usize) -> bool {
    let is_name = |at: usize| words.is_word(at) && (words.is_capital(at) || words.has(at, SOMEBODY.and(DETERMINER)));
    and > 0 && is_name(and - 1) && is_name(and + 1) && !words.has(and - 1, TIME.and(PLACE))
}

/// Whether “and” joins two fields of work: “experts on rivers and coasts”
fn joins_fields(words: &Words, and: usize) -> bool {
    let next = and + 1;
    let is_plain = words.is_word(next) && !words.is_capital(next);
    let is_clause = words.has(next, DETERMINER.and(PRONOUN).and(VERBS).and(BETWEEN).and(POSSESSIVE).and(TIME));
    is_plain && !is_clause && (and.saturating_sub(8)..and).any(|at| words.has(at, GROUP))
}

/// Removes words about time and place from the beginning: “On Monday Jane Roe”.
fn trim(words: &Words, mut start: usize, end: usize) -> Option<usize> {
    let is_verb_second = words.language.order == Order::VerbSecond;
    while start < end {
        let is_small = words.has(start, PREPOSITION.and(AND).and(BREAK)) && !words.has(start, DETERMINER);
        let is_adverb = words.has(start, NO_NAME.and(BETWEEN).and(TIME))
            && !words.has(start, DETERMINER.and(PRONOUN).and(POSSESSIVE).and(SOMEBODY));
        if !is_small && !is_adverb {
            return Some(start);
        }
        if is_verb_second {
            return None;
        }
        start += 1;
        // The object of the preposition.
        if is_small && !words.has(start - 1, AND.and(BREAK)) {
            let begins = |at: &usize| {
                *at > start
                    && (words.is_capital(*at) && !words.is_capital(at - 1) || words.has(*at, DETERMINER.and(PRONOUN)))
            };
            start = match (start..end).find(|at| words.has(*at, TIME)) {
                Some(time) => time + 1,
                None => (start..end).find(begins).unwrap_or(end),
            };
        }
    }
    None
}

fn may_speak(words: &Words, start: usize, end: usize) -> bool {
    let first = words.tokens[start];
    first.is_capital
        || first.sign == Sign::Number
        || first.classes.has(DETERMINER.and(POSSESSIVE).and(PRONOUN).and(NATION))
        || (start..end).any(|at| words.has(at, SOMEBODY) || words.is_capital(at))
}

/// The subject before other parts of the sentence: “Jane Roe, a spokeswoman for the port, said”.
fn behind_apposition(words: &Words, sentence: &Range<usize>, comma: usize) -> Option<Range<usize>> {
    let mut end = comma;
    for _ in 0..MOST_PARTS {
        let limit = sentence.start.max(end.saturating_sub(LONGEST));
        let is_end = |at: &usize| !words.is_phrase(*at);
        let stop = (limit..end).rev().find(is_end);
        let start = stop.map_or(limit, |at| at + 1);
        if start == end {
            return None;
        }
        let is_last_part = stop.is_none_or(|at| words.sign(at) != Sign::Comma || at == sentence.start);
        if is_last_part || !is_apposition(words, start, end) {
            let is_small = words.has(start, PREPOSITION.and(BREAK).and(WHO)) && !words.has(start, DETERMINER.and(BUT));
            let is_clause = is_last_part && is_small;
            return if is_clause { None } else { plain(words, sentence, end) };
        }
        end = start - 1;
    }
    None
}

/// Whether this part of a sentence describes the name before it, rather than being a name.
fn is_apposition(words: &Words, start: usize, end: usize) -> bool {
    let is_residence = end - start == 1
        && (words.has(start, PLACE)
            || words.text(start).as_bytes().get(1) == Some(&b'-')
            || words.text(start).ends_with('.'));
    let is_small =
        DETERMINER.and(PREPOSITION).and(WHO).and(BREAK).and(BETWEEN).and(POSSESSIVE).and(VERBS).and(SUFFIX).and(TIME);
    let is_role = words.has(start, ROLE)
        && !(start..end - 1).any(|at| words.is_capital(at + 1) && words.has(at, ROLE) && words.is_capital(at));
    // “Ann Low, European Central Bank chief, said”
    let is_office = words.has(end - 1, ROLE) && !words.is_capital(end - 1);
    is_residence || is_office || !words.is_capital(start) || words.has(start, is_small) || is_role
}

/// The subject after its verb: “said Jane Roe”.
pub(crate) fn after(words: &Words, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let mut start = verb + 1;
    while start < sentence.end
        && words.has(start, BETWEEN.and(TIME))
        && !words.has(start, PRONOUN.and(DETERMINER).and(SOMEBODY))
    {
        start += 1;
    }
    // „räumte ein Sprecher ein“, but „sagte ein Sprecher“
    let is_article =
        |at: usize| words.has(at, DETERMINER) && !words.language.lexicon.is_pair(words.text(verb), words.text(at));
    let is_second = words.language.order == Order::VerbSecond;
    if start < sentence.end && is_second && words.has(start, OTHER_PART) && !is_article(start) {
        start += 1;
    }
    // „sagte dem Sender Jane Roe“
    if is_oblique(words, start) {
        let begins = |at: &usize| {
            words.is_capital(*at) && words.is_capital(at - 1) || words.has(*at, DETERMINER) && !words.has(*at, OBLIQUE)
        };
        let limit = sentence.end.min(start + 6);
        let end = (start + 1..limit).find(|at| !words.is_word(*at)).unwrap_or(limit);
        start = (start + 2..end).find(begins)?;
    }
    from(words, sentence, start)
}

/// The subject or source that begins here.
pub(crate) fn from(words: &Words, sentence: &Range<usize>, start: usize) -> Option<Range<usize>> {
    let begins = DETERMINER.and(POSSESSIVE).and(NATION).and(TITLE).and(SOMEBODY).and(PRONOUN);
    let is_beginning = words.is_word(start) && (words.is_capital(start) || words.has(start, begins))
        || words.sign(start) == Sign::Number;
    if start >= sentence.end || !is_beginning || words.has(start, THAT) && !words.has(start, DETERMINER) {
        return None;
    }
    if words.has(start, PRONOUN) && !words.has(start, DETERMINER) {
        return Some(start..start + 1);
    }
    let mut end = start + 1;
    let limit = sentence.end.min(start + LONGEST);
    while end < limit && goes_on_after(words, start, end) {
        end += 1;
    }
    // “…,” said another.
    let is_end = || matches!(words.sign(end), Sign::Stop | Sign::Comma);
    let is_anybody = || words.has(start, DETERMINER) && !words.has(start, DEFINITE) && is_end();
    (end > start + 1 || words.is_capital(start) || words.has(start, SOMEBODY) || is_anybody()).then_some(start..end)
}

/// Whether the subject that begins at `start` continues with this token.
fn goes_on_after(words: &Words, start: usize, at: usize) -> bool {
    match words.sign(at) {
        Sign::Genitive | Sign::Bracket => true,
        Sign::Number => !words.is_capital(at - 1),
        Sign::Other => words.text(at) == "&",
        Sign::Quotation(number) => {
            words.is_capital(at + 1) && words.inside(number).len() < 30 && words.is_capital(at - 1)
        }
        Sign::Word if words.is_capital(at) => !words.has(at, TIME) && !words.has(at, OTHER_PART),
        Sign::Word if words.has(at, AND) => joins_names(words, at),
        Sign::Word if is_particle(words, at) && is_within_name(words, at) => true,
        Sign::Word if words.has(at, NOT) => false,
        Sign::Word if words.has(at, PREPOSITION) => is_inner(words, start, at),
        Sign::Word if words.has(at, BREAK.and(THAT).and(TIME).and(OTHER_PART)) => false,
        Sign::Word if words.has(at, PRONOUN.and(BETWEEN)) => words.has(at, DETERMINER),
        // A second article (“a”, “the”) begins another part of the sentence.
        Sign::Word if words.has(at, DETERMINER) => {
            words.has(at - 1, PREPOSITION.and(DETERMINER).and(AND)) || words.has(at, OF)
        }
        Sign::Word if words.has(at, SOMEBODY) => !words.has(at, VERBS) || !words.language.has_capital_nouns,
        // « la Commission européenne »
        Sign::Word if words.has(at - 1, ORGANIZATION) && words.language.has_dialogue_dashes => {
            words.tokens[at].classes.without(PHRASE.and(NATION)) == Classes::NONE
        }
        // “Linwick law professor”, but not “Roe left”.
        Sign::Word if words.is_capital(at - 1) => {
            let is_past = words.text(at).ends_with("ed");
            !words.language.has_capital_nouns
                && (at..at + 3).any(|at| words.has(at, SOMEBODY))
                && !words.has(at, VERBS.and(MADE))
                && !is_past
        }
        Sign::Word => !words.has(at, VERBS),
        _ => false,
    }
}

/// Whether it is a small word within a name, such as “van der” between capitals.
fn is_within_name(words: &Words, at: usize) -> bool {
    let is_before = words.is_capital(at - 1) || words.has(at - 1, PARTICLE) && at > 1 && words.is_capital(at - 2);
    let next = at + 1 + usize::from(words.has(at + 1, PARTICLE) && !words.is_capital(at + 1));
    is_before && words.is_capital(next)
}

/// Returns where the description before a name begins: “The port's spokeswoman, Jane Roe”.
pub(crate) fn with_role(words: &Words, sentence: &Range<usize>, name: usize) -> usize {
    let comma = name.saturating_sub(1);
    if name < sentence.start + 2 || words.sign(comma) != Sign::Comma || !words.is_word(comma - 1) {
        return name;
    }
    let limit = sentence.start.max(comma.saturating_sub(LONGEST));
    let is_end = |at: &usize| !words.is_phrase(*at);
    let start = (limit..comma).rev().find(is_end).map_or(limit, |at| at + 1);
    let has_role = (start..comma).any(|at| words.has(at, ROLE));
    let is_clause = (start..comma)
        .any(|at| words.has(at, VERBS.and(BETWEEN).and(BREAK)) && !words.has(at, SOMEBODY.and(DETERMINER)));
    if has_role && !is_clause { start } else { name }
}

/// Whether the description of the speaker continues with this preposition: “a spokesman for the port”, but not “Roe at
/// a meeting”.
fn is_inner(words: &Words, start: usize, at: usize) -> bool {
    let mut object = at + 1;
    while words.has(object, DETERMINER.and(POSSESSIVE).and(OF)) {
        object += 1;
    }
    let is_elsewhere =
        words.has(object, TIME.and(PLACE)) || words.sign(object) == Sign::Number || !words.is_word(object);
    let is_named = if words.language.has_capital_nouns {
        words.text(at) != "von" && (start..at).any(|at| words.has(at, GIVEN_NAME))
    } else {
        words.is_capital(at - 1) && !(start..at).any(|at| words.has(at, ORGANIZATION))
    };
    let has_role = (start..at).any(|at| words.has(at, SOMEBODY));
    let is_of = words.text(at) == "of";
    // “the ambassador to Iran”
    let is_office = words.has(at - 1, ROLE)
        && words.has(object, PLACE)
        && matches!(words.text(at), "of" | "to" | "for" | "de" | "von");
    if is_office {
        return true;
    }
    words.has(at, OF) && !is_elsewhere && (!is_named || is_of) && (has_role || is_of)
}
