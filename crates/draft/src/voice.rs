//! Words for the speaker ▶ who that is: somebody with a name, a pronoun, a description.

use std::ops::Range;

use crate::attribution::{Speaker, SpeakerKind, Sureness};
use crate::language::Order;
use crate::lexicon::*;
use crate::names::{Gender, Mention, NamedKind, Names};
use crate::roles;
use crate::words::{Sign, Words};

/// A speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The index of a name in the article.
    Named(usize),
    /// Somebody without a name in the article: “a spokesman for the port”.
    Described(Range<usize>),
}

/// The people and groups that the article mentioned recently.
pub(crate) struct Recent<'a> {
    words: &'a Words<'a>,
    names: &'a Names<'a>,
    /// The people who spoke or were the subject of a sentence; the most recent comes last.
    people: Vec<usize>,
    /// Somebody without a name, and how many people were recorded before.
    unnamed: Option<(Voice, usize)>,
    /// The group that “they” and “it” may refer to.
    group: Option<Voice>,
}

/// How many names back a pronoun or “the mayor” may refer.
const REACH: usize = 40;

impl<'a> Recent<'a> {
    pub(crate) fn new(words: &'a Words<'a>, names: &'a Names<'a>) -> Self {
        Self { words, names, people: Vec::new(), unnamed: None, group: None }
    }

    /// Records the person that a sentence is about.
    pub(crate) fn note(&mut self, voice: &Voice) {
        match voice {
            Voice::Named(named) if self.is_group(*named) => self.group = Some(voice.clone()),
            Voice::Named(named) => {
                self.people.push(*named);
            }
            Voice::Described(tokens) => {
                self.group = Some(voice.clone());
                if tokens.clone().any(|at| self.words.has(at, ROLE)) {
                    self.unnamed = Some((voice.clone(), self.people.len()));
                }
            }
        }
    }

    fn is_group(&self, named: usize) -> bool {
        matches!(self.names.all[named].kind, NamedKind::Organization | NamedKind::Place)
    }

    /// Returns the speaker that the words refer to, and how sure that is.
    pub(crate) fn voice(&self, tokens: Range<usize>) -> Option<(Voice, Sureness)> {
        self.voice_of(tokens, None)
    }

    /// The same, but a pronoun does not refer to anybody in the reported clause: „Die Höfe stünden vor dem Aus, warnte
    /// er.“
    pub(crate) fn voice_of(
        &self,
        mut tokens: Range<usize>,
        clause: Option<&Range<usize>>,
    ) -> Option<(Voice, Sureness)> {
        let words = self.words;
        if tokens.is_empty() {
            return None;
        }
        // “a driver who said”
        while tokens.len() > 1
            && words.has(tokens.end - 1, WHO.and(PREPOSITION))
            && !words.has(tokens.end - 1, DETERMINER)
        {
            tokens.end -= 1;
        }
        let first = words.tokens[tokens.start];
        if tokens.len() == 1 && first.classes.has(PRONOUN) && !(first.is_capital && self.name_in(&tokens).is_some()) {
            return self.pronoun(tokens.start, clause).map(|voice| (voice, Sureness::Inferred));
        }
        if let Some(mention) = self.name_in(&tokens) {
            let named = &self.names.all[mention.named];
            let is_full = named.name.len() == mention.tokens.len();
            return Some((Voice::Named(mention.named), if is_full { Sureness::Given } else { Sureness::Inferred }));
        }
        if let Some(named) = self.apposition(&tokens) {
            return Some((Voice::Named(named), Sureness::Given));
        }
        if let Some(named) = self.described(&tokens).or_else(|| self.organization(&tokens)) {
            return Some((Voice::Named(named), Sureness::Inferred));
        }
        let is_somebody = |at: usize| {
            let is_adverb = tokens.len() == 1 && words.has(at, NO_NAME.and(BETWEEN).and(TIME));
            (words.is_capital(at) || words.has(at, SOMEBODY.and(DETERMINER))) && !is_adverb
        };
        let is_known = tokens.clone().any(is_somebody)
            || words.sign(tokens.start) == Sign::Number
            || !words.language.has_capital_nouns;
        // “another said”, „sagte ein anderer“: nobody whom a card could name
        let is_anybody = |at: usize| words.has(at, DETERMINER.and(NO_NAME)) && !words.has(at, SOMEBODY);
        (is_known && !tokens.clone().all(is_anybody)).then_some((Voice::Described(tokens), Sureness::Given))
    }

    /// Returns the speaker for a label that is not one of the article's names: “The Chair”.
    pub(crate) fn description(&self, tokens: Range<usize>) -> (Voice, Sureness) {
        match self.described(&tokens) {
            Some(named) => (Voice::Named(named), Sureness::Inferred),
            None => (Voice::Described(tokens), Sureness::Given),
        }
    }

    /// The name that is the head of these words: “Roe” in “Roe of Linwick”, none in “a spokesman for Roe”.
    fn name_in(&self, tokens: &Range<usize>) -> Option<&'a Mention> {
        let words = self.words;
        let inner =
            |at: &usize| *at > tokens.start && words.has(*at, PREPOSITION.and(WHO).and(OF)) && !words.is_capital(*at);
        let mut head = tokens.start..tokens.clone().find(inner).unwrap_or(tokens.end);
        let mentions = self.names.within(tokens.clone());
        let has_capital_nouns = words.language.has_capital_nouns;
        // „der Chef des Senders Paul Roth“, but „der Sprecher der Ministerin Paula Roth“
        if has_capital_nouns
            && let Some(Range { start, end }) = mentions.last().map(|last| last.tokens.clone())
            && (end == tokens.end && words.has(start, GIVEN_NAME) && start > tokens.start)
            && words.is_capital(start - 1)
            && !words.has(start - 1, ROLE.and(TITLE))
        {
            head.end = end;
        }
        let is_in_head = |mention: &&Mention| mention.tokens.start < head.end;
        let mention = mentions.iter().take_while(is_in_head).last()?;
        let end = mention.tokens.end;
        let is_last = end >= head.end
            || words.sign(end) == Sign::Bracket && end + 1 >= head.end
            || words.has(end, SUFFIX.and(AND));
        // „eine Mitteilung der Stadt“: a noun, not a name
        let is_noun = has_capital_nouns
            && self.names.all[mention.named].kind == NamedKind::Unknown
            && mention.tokens.len() == 1
            && (mention.tokens.start > tokens.start || end < tokens.end && words.is_word(end));
        (is_last && !is_noun).then_some(mention)
    }

    fn pronoun(&self, at: usize, clause: Option<&Range<usize>>) -> Option<Voice> {
        let classes = self.words.tokens[at].classes;
        if classes.has(HE.and(SHE)) {
            let gender = Gender::of(classes);
            let before = self.sentence_mentions(at, clause);
            let fits = |named: &usize| self.may_be_person(*named) && self.names.all[*named].gender.may_be(gender);
            let found = before.chain(self.people.iter().rev().copied().take(REACH)).find(fits);
            // „Der Kämmerer verteidigte die Pläne. …, sagte er.“
            if let Some((voice @ Voice::Described(tokens), count)) = &self.unnamed
                && *count == self.people.len()
                && self.gender(tokens).may_be(gender)
            {
                return Some(voice.clone());
            }
            if found.is_some() || !classes.has(THEY) {
                return found.map(Voice::Named);
            }
        }
        if classes.has(THEY) { self.group.clone() } else { None }
    }

    fn gender(&self, tokens: &Range<usize>) -> Gender {
        let role = tokens.clone().find(|at| self.words.has(*at, ROLE));
        role.map_or(Gender::Unknown, |at| Gender::of(self.words.tokens[at].classes))
    }

    /// Whether this is a person, or has a name of two words and may be a person.
    pub(crate) fn may_be_person(&self, named: usize) -> bool {
        let named = &self.names.all[named];
        named.kind == NamedKind::Person || named.kind == NamedKind::Unknown && named.name.len() > 1
    }

    /// The names mentioned before a token in its sentence, in order.
    fn sentence_mentions(&self, at: usize, clause: Option<&Range<usize>>) -> impl Iterator<Item = usize> {
        let words = self.words;
        let first = words.starts[words.tokens[at].paragraph];
        let is_end = |other: &usize| words.sign(*other) == Sign::Stop || words.quotation(*other).is_some();
        let start = (first.max(at.saturating_sub(60))..at).rev().find(is_end).map_or(first, |end| end + 1);
        // “In a letter to Jane Roe, he said”
        let is_object = |at: usize| at > 0 && words.has(at - 1, PREPOSITION.and(OBLIQUE));
        let is_outside = move |mention: &&Mention| {
            !is_object(mention.tokens.start) && clause.is_none_or(|clause| !clause.contains(&mention.tokens.start))
        };
        self.names.within(start..at).iter().filter(is_outside).map(|mention| mention.named)
    }

    /// The person that “the mayor” refers to.
    fn described(&self, tokens: &Range<usize>) -> Option<usize> {
        let words = self.words;
        if !words.has(tokens.start, DEFINITE) {
            return None;
        }
        let inner =
            |at: &usize| *at > tokens.start && words.has(*at, PREPOSITION.and(WHO)) && !words.has(*at, DEFINITE);
        let end = tokens.clone().find(inner).unwrap_or(tokens.end);
        let noun = end - 1;
        // “the Italian said”
        let is_italian =
            words.has(noun, NATION) && words.text(noun).ends_with('n') && !words.language.has_capital_nouns;
        if is_italian && tokens.len() == 2 {
            return self.people.last().copied();
        }
        if words.has(noun, AGED) {
            // „die Schotten“ are several; „der 58-Jährige“ and „der Schotte“ are one.
            let own = if words.text(tokens.start).ends_with('r') { Gender::Male } else { Gender::Female };
            let is_one = Gender::of(words.tokens[noun].classes).may_be(own);
            let fits = |named: &usize| {
                is_one && self.names.all[*named].gender.may_be(own) && self.names.all[*named].kind == NamedKind::Person
            };
            return self.people.iter().rev().copied().take(REACH).find(fits);
        }
        if !words.has(noun, ROLE) || words.has(noun, ORGANIZATION) {
            return None;
        }
        let own = words.text(noun);
        let before = &self.names.mentions[..self.names.from(tokens.start)];
        let has_role = |named: usize| {
            let role = self.names.all[named].role.as_ref();
            let role = role.filter(|role| role.words.start < tokens.start && words.has(role.noun, ROLE))?;
            let other = words.text(role.noun);
            (is_ending(other, own) || is_ending(own, other)).then_some(named)
        };
        before.iter().rev().take(4 * REACH).find_map(|mention| has_role(mention.named))
    }

    /// The person named after a description: “the owner, Niko Stavrides”
    fn apposition(&self, tokens: &Range<usize>) -> Option<usize> {
        let words = self.words;
        if words.sign(tokens.end) != Sign::Comma {
            return None;
        }
        let mut start = tokens.end + 1;
        while words.has(start, TITLE.and(RANK).and(ROLE)) {
            start += 1;
        }
        let mention =
            self.names.mentions.get(self.names.from(start)).filter(|mention| mention.tokens.start == start)?;
        let role = roles::beside(words, mention.tokens.clone())?;
        // “the lawyer for the port, attorney Jane Roe,”
        let has_role = || tokens.clone().any(|at| words.has(at, ROLE));
        let is_own = words.has(tokens.start, DEFINITE) && !words.is_word(mention.tokens.end) && has_role();
        (words.has(role.noun, ROLE) && (is_own || tokens.contains(&role.noun))).then_some(mention.named)
    }

    /// The organization that “the board” refers to.
    fn organization(&self, tokens: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let noun = tokens.end - 1;
        if tokens.len() != 2 || !words.has(tokens.start, DEFINITE) || !words.has(noun, ORGANIZATION) {
            return None;
        }
        let own = words.text(noun);
        let is_any = words.has(noun, ANY_ORGANIZATION);
        let before = &self.names.mentions[..self.names.from(tokens.start)];
        let has_noun = |mention: &Mention| {
            let named = &self.names.all[mention.named];
            let is_organization = named.kind == NamedKind::Organization;
            let mut parts = named.name.clone();
            (is_organization && (is_any || parts.any(|at| is_ending(words.text(at), own)))).then_some(mention.named)
        };
        before.iter().rev().take(2 * REACH).find_map(has_noun)
    }

    /// Makes the speaker for the draft.
    pub(crate) fn speaker(&self, voice: &Voice) -> Speaker {
        let words = self.words;
        match voice {
            Voice::Named(named) => {
                let named = &self.names.all[*named];
                let role = named.role.as_ref();
                Speaker {
                    name: words.span(named.name.clone()),
                    kind: match named.kind {
                        NamedKind::Organization | NamedKind::Place => SpeakerKind::Organization,
                        _ => SpeakerKind::Person,
                    },
                    role: role.filter(|role| !role.words.is_empty()).map(|role| words.span(role.words.clone())),
                    organization: role.and_then(|role| role.organization.clone()).map(|tokens| words.span(tokens)),
                }
            }
            Voice::Described(tokens) => self.unnamed(tokens),
        }
    }

    fn unnamed(&self, tokens: &Range<usize>) -> Speaker {
        let words = self.words;
        let start = tokens.start + usize::from(words.has(tokens.start, DETERMINER.and(POSSESSIVE)) && tokens.len() > 1);
        let inner = |at: &usize| words.has(*at, PREPOSITION) && !words.has(*at, ROLE);
        let end = (start..tokens.end).find(inner).unwrap_or(tokens.end);
        let is_noun = |classes| (start..end).find(|at| words.has(*at, classes));
        let last = (start..end).rev().find(|at| words.has(*at, ORGANIZATION));
        // „ein Sprecher der Stadtwerke“, but “Stadtwerke officials”.
        let noun = is_noun(ROLE.and(GROUP)).or(last);
        let is = |classes| noun.is_some_and(|at| words.has(at, classes));
        let kind = match () {
            _ if is(GROUP) => SpeakerKind::Group,
            _ if is(ORGANIZATION) && !is(ROLE) => SpeakerKind::Organization,
            _ => SpeakerKind::Person,
        };
        let is_organization = kind == SpeakerKind::Organization;
        let organization = noun
            .filter(|_| !is_organization)
            .and_then(|noun| roles::split(words, start..tokens.end, noun).organization);
        let is_name = is_organization && words.is_capital(start);
        // “A shopkeeper reached by telephone”
        let is_verb = |at: &usize| {
            let text = words.text(*at);
            !words.is_capital(*at)
                && (text.ends_with("ing") || text.ends_with("ed"))
                && !words.has(*at, ROLE.and(GROUP))
        };
        let is_subject_first = words.language.order == Order::SubjectFirst;
        let behind = noun.filter(|_| is_subject_first).and_then(|noun| (noun + 1..tokens.end).find(is_verb));
        let end = behind.filter(|at| words.has(*at + 1, PREPOSITION)).unwrap_or(tokens.end);
        let name = if is_name { start..end } else { tokens.start..end };
        Speaker {
            name: words.span(name),
            kind,
            role: None,
            organization: organization.map(|tokens| words.span(tokens)),
        }
    }
}

/// Whether one word is the ending of the other: „Umweltministerin“ ends with „Ministerin“.
fn is_ending(long: &str, short: &str) -> bool {
    long.get(long.len().wrapping_sub(short.len())..).is_some_and(|end| is_alike(end, short))
}
