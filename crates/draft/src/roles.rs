//! Finds the roles of people, in the words next to a name: “Jane Roe, a spokeswoman for the port”.

use std::ops::Range;

use crate::lexicon::*;
use crate::words::{Sign, Words};

/// A role, and the organization in which the person has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    /// Empty if the article gives only the organization.
    pub(crate) words: Range<usize>,
    /// The noun: “spokeswoman”.
    pub(crate) noun: usize,
    pub(crate) organization: Option<Range<usize>>,
}

/// The largest number of tokens in a role.
const LONGEST: usize = 25;
/// The largest number of tokens before its noun.
const MOST_BEFORE_NOUN: usize = 6;

/// Words that cannot be part of a role before its noun.
const ENDS_ROLE: Classes = Classes(
    DETERMINER.0
        | POSSESSIVE.0
        | PREPOSITION.0
        | BREAK.0
        | AND.0
        | BETWEEN.0
        | TIME.0
        | WHO.0
        | THAT.0
        | HE.0
        | SHE.0
        | THEY.0
        | TITLE.0
        | ACCORDING.0,
);

/// Returns the role of the name at these tokens, if it is next to the name.
pub(crate) fn beside(words: &Words, name: Range<usize>) -> Option<Role> {
    let before = before(words, name.start);
    // “General Roe, the army's chief of staff”
    let is_rank = before.as_ref().is_some_and(|role| words.has(role.noun, RANK) && role.words.len() == 1);
    let office =
        if is_rank { after(words, name.end).or_else(|| before_comma(words, name.start, name.end)) } else { None };
    let role =
        office.or(before).or_else(|| after(words, name.end)).or_else(|| before_comma(words, name.start, name.end));
    match role {
        Some(role) if role.organization.is_some() => Some(role),
        role => {
            let organization = behind(words, &name);
            match role {
                Some(role) => Some(Role { organization, ..role }),
                None => organization.map(|own| Role {
                    words: name.end..name.end,
                    noun: name.start,
                    organization: Some(own),
                }),
            }
        }
    }
}

/// “Lionel Hatch of the University of Merrow”
fn behind(words: &Words, name: &Range<usize>) -> Option<Range<usize>> {
    let mut start = name.end + usize::from(words.sign(name.end) == Sign::Comma);
    if !words.is_word(start) || !words.has(start, OF) {
        return None;
    }
    while words.has(start, OF.and(DETERMINER)) {
        start += 1;
    }
    let limit = words.starts[words.tokens[name.start].paragraph + 1];
    let goes_on = |at: &usize| {
        let is_small =
            words.has(*at, OF) && words.text(*at).len() < 4 || words.has(*at, DETERMINER) && words.has(at - 1, OF);
        let is_noun = !words.has(*at, VERBS.and(PREPOSITION).and(BREAK).and(BETWEEN).and(AND).and(TIME))
            || words.has(*at, ORGANIZATION);
        words.is_word(*at) && (words.is_capital(*at) || is_small || is_noun)
    };
    let end = (start..limit.min(start + 8)).find(|at| !goes_on(at)).unwrap_or(limit.min(start + 8));
    // Up to its last noun that means an organization, or its last name.
    let noun = (start..end).rev().find(|at| words.is_capital(*at) || words.has(*at, ORGANIZATION))?;
    // “Roe in a statement”
    let is_body = |at| words.has(at, ORGANIZATION) && !words.has(at, STATEMENT);
    (start..noun + 1).any(is_body).then_some(start..noun + 1)
}

/// “Turkish Presidential Spokesman Ibrahim Kalin”
fn before(words: &Words, name: usize) -> Option<Role> {
    let mut end = name;
    while end > 0 && words.has(end - 1, TITLE) && !words.has(end - 1, ROLE) {
        end -= 1;
    }
    let noun = end.checked_sub(1).filter(|at| is_noun(words, *at) && is_same_paragraph(words, *at, name))?;
    let mut start = noun;
    while start > 0 && noun - start < MOST_BEFORE_NOUN && goes_before(words, start - 1, noun) {
        start -= 1;
    }
    // “His neighbour Jane Roe”: this is not a role.
    if words.has(noun, KIN) {
        return None;
    }
    Some(with_owner(words, start, noun, end))
}

fn is_same_paragraph(words: &Words, at: usize, other: usize) -> bool {
    words.tokens[at].paragraph == words.tokens[other].paragraph
}

fn is_noun(words: &Words, at: usize) -> bool {
    words.has(at, ROLE) && words.is_word(at)
}

/// Whether a word is part of the role whose noun follows it.
fn goes_before(words: &Words, at: usize, noun: usize) -> bool {
    // “Year 9 pupil”
    if words.sign(at) == Sign::Number {
        return at > 0 && words.is_capital(at - 1) && is_same_paragraph(words, at - 1, noun);
    }
    let is_plain = words.is_word(at) && is_same_paragraph(words, at, noun);
    if !is_plain || words.has(at, ENDS_ROLE.and(VERBS)) && !words.has(at, ROLE.and(NATION)) {
        return false;
    }
    let is_first = at == 0 || !is_same_paragraph(words, at - 1, noun) || words.sign(at - 1) == Sign::Stop;
    // „Lauterbrucks Trainer“
    if words.language.has_capital_nouns && words.text(at).ends_with('s') && !words.has(at, ROLE.and(NATION)) {
        return false;
    }
    if words.is_capital(at) || words.has(at, NATION.and(ROLE)) {
        return !(is_first && words.has(at, NO_NAME));
    }
    // A word in lower case may be the verb of the sentence: “to jail Mayor Roe”, “they met Mayor Roe”.
    let is_introduced = !is_first && words.has(at - 1, DETERMINER.and(NATION));
    let is_subject = |at: usize| {
        words.is_capital(at) && words.is_capital(noun) && !words.has(at, PLACE.and(ORGANIZATION).and(NO_NAME))
            || words.has(at, TO.and(BETWEEN).and(PRONOUN))
    };
    let is_verb = || words.text(at).ends_with("ed") || !is_first && is_subject(at - 1);
    match words.language.order {
        crate::language::Order::SubjectFirst => is_introduced || !is_verb(),
        _ => is_introduced,
    }
}

/// Reads the role from this token, and its organization if that comes first: “Norvex’s chief executive”.
fn with_owner(words: &Words, start: usize, noun: usize, end: usize) -> Role {
    let mut organization = None;
    if start > 1 && words.sign(start - 1) == Sign::Genitive {
        let mut from = start - 1;
        while from > 0 && words.is_capital(from - 1) && words.is_word(from - 1) && !words.has(from - 1, NO_NAME) {
            from -= 1;
        }
        let is_place = (from..start - 1).any(|at| words.has(at, PLACE.and(TIME).and(GIVEN_NAME)));
        if from < start - 1 && !is_place {
            organization = Some(from..start - 1);
        } else if from == start - 1 && words.has(from.saturating_sub(1), ORGANIZATION) {
            organization = Some(from - 1..from);
        }
    }
    Role { words: start..end, noun, organization }
}

/// “Jane Roe, 54, a spokeswoman for the port,”
fn after(words: &Words, name: usize) -> Option<Role> {
    let mut at = name;
    if words.sign(at) == Sign::Bracket {
        at += 1;
    }
    if words.sign(at) != Sign::Comma {
        return None;
    }
    at += 1;
    if words.sign(at) == Sign::Number && words.sign(at + 1) == Sign::Comma {
        at += 2;
    }
    role(words, at, name)
}

/// “the Russian ambassador to Iran, Levan Dzhagaryan,”
fn before_comma(words: &Words, mut name: usize, end: usize) -> Option<Role> {
    while name > 0 && words.has(name - 1, TITLE.and(RANK)) {
        name -= 1;
    }
    let comma = name.checked_sub(1).filter(|at| words.sign(*at) == Sign::Comma)?;
    let is_apposition = !words.is_word(end) || words.has(end, VERBS.and(BETWEEN).and(PREPOSITION));
    if !is_apposition {
        return None;
    }
    let from = comma.saturating_sub(LONGEST).max(words.starts[words.tokens[comma].paragraph]);
    let is_sign = |at: &usize| !words.is_word(*at) && !matches!(words.sign(*at), Sign::Genitive | Sign::Bracket);
    let from = (from..comma).rev().find(is_sign).map_or(from, |at| at + 1);
    let begins =
        |at: &usize| words.has(*at, DETERMINER.and(POSSESSIVE)) || words.sign(*at) == Sign::Genitive || *at == from;
    let start = (from..comma).rev().filter(begins).find(|at| {
        let head = at + 1..(at + 2 + MOST_BEFORE_NOUN).min(comma);
        let is_inner = |other: &usize| words.has(*other, PREPOSITION.and(VERBS)) && !words.has(*other, ROLE);
        let end = head.clone().find(is_inner).unwrap_or(head.end);
        (*at..end).any(|other| is_noun(words, other))
    })?;
    let skipped = usize::from(words.has(start, DETERMINER.and(POSSESSIVE)) || words.sign(start) == Sign::Genitive);
    let role = role(words, start + skipped, comma)?;
    let owner = with_owner(words, role.words.start, role.noun, role.words.end);
    Some(Role { organization: role.organization.or(owner.organization), ..role })
}

/// Reads the role that begins here, possibly after “a” or “the”, and its organization.
fn role(words: &Words, from: usize, name: usize) -> Option<Role> {
    // “Jane Roe, thanked the witness”
    let is_verb =
        words.is_word(from) && words.text(from).ends_with("ed") && words.has(from + 1, DETERMINER.and(POSSESSIVE));
    if is_verb || words.has(from, WHO) && !words.has(from, DETERMINER) {
        return None;
    }
    let start = from + usize::from(words.has(from, DETERMINER.and(POSSESSIVE)));
    let end = end(words, start, name);
    // “Jane Roe, shaking her head,”
    let is_object = |at: usize| at > start && words.has(at, POSSESSIVE);
    let noun =
        (start..end.min(start + MOST_BEFORE_NOUN + 1)).take_while(|at| !is_head_over(words, *at) && !is_object(*at));
    // The last noun before “of”: “managing director”.
    let noun = noun.filter(|at| is_noun(words, *at)).last().filter(|at| !words.has(*at, KIN))?;
    let end = (noun + 1..end).find(|at| is_over(words, *at, end)).unwrap_or(end);
    // What a preposition or an article was to lead to is no part of the role, so neither is that.
    let leads_on = |at: &usize| !words.has(*at, OF.and(PREPOSITION).and(DETERMINER)) || words.has(*at, ROLE);
    let end = (noun..end).rev().find(leads_on).map_or(end, |last| last + 1);
    Some(split(words, start..end, noun))
}

/// Whether the role ends here: “a dentist in the capital”, “a teacher travelling with pupils”, “a geologist and author
/// of”.
fn is_over(words: &Words, at: usize, end: usize) -> bool {
    let is_verb = words.language.order == crate::language::Order::SubjectFirst
        && words.text(at).ends_with("ing")
        && !words.is_capital(at)
        && !words.has(at - 1, PREPOSITION.and(DETERMINER).and(AND));
    let is_other = words.has(at, AND)
        && (words.has(at + 1, DETERMINER.and(NOT))
            || words.text(at + 1) == "no"
            || (at + 1..end.min(at + 4)).any(|at| is_noun(words, at)));
    let is_place = words.has(at, PREPOSITION) && !words.has(at, OF);
    words.is_word(at) && (is_verb || is_other || is_place)
}

fn is_head_over(words: &Words, at: usize) -> bool {
    words.has(at, PREPOSITION) && !words.has(at, ROLE)
}

/// Returns where the part of the sentence that begins here ends.
fn end(words: &Words, start: usize, name: usize) -> usize {
    let last = words.starts[words.tokens[name.min(words.tokens.len() - 1)].paragraph + 1];
    let goes_on = |at: &usize| match words.sign(*at) {
        Sign::Word => {
            // „bei den Stadtwerken“: behind a preposition, the same word is an article.
            let is_article = words.has(*at, DETERMINER) && *at > start && words.has(at - 1, OF.and(PREPOSITION));
            let is_relative = words.has(*at, WHO) && !words.has(*at, OF) && !is_article;
            !is_relative && (!words.has(*at, VERBS) || words.has(*at, ROLE.and(STATEMENT).and(GROUP)))
        }
        Sign::Number | Sign::Genitive => true,
        Sign::Other => matches!(words.text(*at), "&" | "/"),
        _ => false,
    };
    (start..last.min(start + LONGEST)).find(|at| !goes_on(at)).unwrap_or(last.min(start + LONGEST))
}

/// Separates the organization from the role: “spokeswoman” and “port” from “spokeswoman for the port”.
pub(crate) fn split(words: &Words, tokens: Range<usize>, noun: usize) -> Role {
    if let Some(genitive) = (tokens.start + 1..noun).find(|at| words.sign(*at) == Sign::Genitive) {
        let owner = tokens.start..genitive;
        if !owner.clone().all(|at| words.has(at, PLACE.and(NATION).and(TIME))) && !words.has(tokens.start, POSSESSIVE) {
            let rest = split(words, genitive + 1..tokens.end, noun);
            return Role { organization: rest.organization.or(Some(owner)), ..rest };
        }
    }
    // „Trainer FC Lauterbruck“
    if words.language.has_capital_nouns
        && noun + 1 < tokens.end
        && words.has(noun + 1, ORGANIZATION)
        && words.is_capital(noun + 1)
    {
        return Role { words: tokens.start..noun + 1, noun, organization: Some(noun + 1..tokens.end) };
    }
    let is_noun = |object: &Range<usize>| object.clone().any(|at| words.has(at, ORGANIZATION));
    let has_noun = is_noun(&(noun + 1..tokens.end));
    for preposition in (noun + 1..tokens.end).rev().filter(|at| words.has(*at, OF)) {
        let mut from = preposition + 1;
        while from < tokens.end && words.has(from, DETERMINER.and(OF).and(POSSESSIVE)) {
            from += 1;
        }
        let next = (from..tokens.end).find(|at| words.has(*at, OF)).unwrap_or(tokens.end);
        // “the fruit importer Roe & Daughters”
        if !has_noun && words.has(noun, BUSINESS) && !words.is_capital(from) && !words.language.has_capital_nouns {
            from = (from..next).find(|at| words.is_capital(*at) && !words.has(*at, PLACE.and(NATION))).unwrap_or(from);
        }
        if from < next && (!has_noun || is_noun(&(from..next))) && is_organization(words, from..next, preposition, noun)
        {
            let mut end = preposition;
            while end > noun + 1 && words.has(end - 1, OF) {
                end -= 1;
            }
            return Role { words: tokens.start..end, noun, organization: Some(from..tokens.end) };
        }
    }
    Role { words: tokens, noun, organization: None }
}

/// Whether the words after a preposition are an organization, rather than a place or a field of work.
fn is_organization(words: &Words, object: Range<usize>, preposition: usize, noun: usize) -> bool {
    if object.clone().any(|at| words.has(at, ORGANIZATION)) {
        return true;
    }
    let is_name =
        words.is_capital(object.start) && !object.clone().any(|at| words.has(at, PLACE.and(NATION).and(TIME)));
    let is_nouns = words.language.has_capital_nouns && object.len() < 2;
    is_name
        && !is_nouns
        && (words.has(noun, BUSINESS) || matches!(words.text(preposition), "at" | "for" | "with" | "bei" | "beim"))
}
