//! Finds who and what an article names: people with their roles, organizations, places.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::lexicon::*;
use crate::roles::{self, Role};
use crate::speech;
use crate::words::{Sign, Words};

/// A person or thing with a name.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// The fullest name, where the article first gives it.
    pub(crate) name: Range<usize>,
    pub(crate) kind: NamedKind,
    pub(crate) gender: Gender,
    pub(crate) role: Option<Role>,
    /// The person before with the same surname.
    namesake: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedKind {
    Person,
    Organization,
    Place,
    /// No word next to the name shows what it is.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
    Unknown,
}

impl Gender {
    pub(crate) fn of(classes: Classes) -> Self {
        match (classes.has(MALE), classes.has(FEMALE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        }
    }

    pub(crate) fn may_be(self, other: Gender) -> bool {
        self == other || self == Gender::Unknown || other == Gender::Unknown
    }

    fn or(self, other: Gender) -> Self {
        if self == Gender::Unknown { other } else { self }
    }
}

/// A place in the article where a name is mentioned.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub(crate) tokens: Range<usize>,
    /// The index of the person or thing.
    pub(crate) named: usize,
}

/// Everything that an article names.
#[derive(Default)]
pub(crate) struct Names<'a> {
    pub(crate) all: Vec<Named>,
    /// In the order of the article.
    pub(crate) mentions: Vec<Mention>,
    by_surname: Map<'a>,
    by_full_name: Map<'a>,
    /// Only organizations.
    by_first_word: Map<'a>,
}

type Map<'a> = HashMap<&'a str, usize, BuildHasherDefault<Fnv>>;

/// The hash of Fowler, Noll and Vo. It needs a tenth of the code of the standard hash.
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}

impl<'a> Names<'a> {
    pub(crate) fn of(words: &Words<'a>) -> Self {
        let mut names = Names::default();
        let mut shouted = Vec::new();
        for paragraph in 0..words.paragraphs.len() {
            let mut at = words.starts[paragraph];
            let end = words.starts[paragraph + 1];
            if is_heading(words, at..end) {
                continue;
            }
            while at < end {
                at = match capitals(words, at, end) {
                    Some(run) => {
                        if is_shouted(words, run.clone()) {
                            shouted.push(run.clone());
                        } else {
                            names.read(words, run.clone());
                        }
                        run.end
                    }
                    None => at + 1,
                };
            }
        }
        names.read_shouted(words, &shouted);
        names
    }

    /// Finds the person that a label refers to: “MS ROE”.
    pub(crate) fn labelled(&self, words: &Words<'a>, label: Range<usize>) -> Option<usize> {
        let last = surname(words, &label);
        let own = words.text(last);
        let is_known = |number: &usize| {
            let named = &self.all[*number];
            let other = words.text(surname(words, &named.name));
            let is_same = is_alike(other, own);
            named.kind != NamedKind::Organization && is_same && named.name.start < label.start
        };
        match self.by_surname.get(own).copied().filter(is_known) {
            Some(number) if self.all[number].name.len() > 1 => Some(number),
            _ => (0..self.all.len().min(MOST_LABELLED))
                .find(|number| is_known(number) && self.all[*number].name.len() > 1),
        }
    }

    /// The index of the first mention that begins at or after this token.
    pub(crate) fn from(&self, token: usize) -> usize {
        self.mentions.partition_point(|mention| mention.tokens.start < token)
    }

    /// The mentions within these tokens.
    pub(crate) fn within(&self, tokens: Range<usize>) -> &[Mention] {
        let from = self.from(tokens.start);
        let count = self.mentions[from..].iter().take_while(|mention| mention.tokens.end <= tokens.end).count();
        &self.mentions[from..from + count]
    }

    /// Records the name in a sequence of capitalized words: “Turkish Presidential Spokesman Ibrahim Kalin”.
    fn read(&mut self, words: &Words<'a>, run: Range<usize>) {
        let Some((name, evidence)) = name(words, run.clone()) else { return self.read_surname(words, run) };
        let text = words.paragraphs[words.tokens[name.start].paragraph];
        let full = &text[words.tokens[name.start].start..words.tokens[name.end - 1].end];
        let kind = kind(words, &name, evidence);
        let role =
            roles::beside(words, name.clone()).filter(|_| !matches!(kind, NamedKind::Organization | NamedKind::Place));
        let gender = gender(words, &name, role.as_ref());
        let known = self.known(words, &name, full, kind, gender);
        let number = known.unwrap_or_else(|| self.introduce(words, &name, full, kind, gender));
        let named = &mut self.all[number];
        named.gender = named.gender.or(gender);
        if named.role.is_none() {
            named.role = role;
        }
        let has_role = named.role.as_ref().is_some_and(|role| !role.words.is_empty());
        if named.kind == NamedKind::Unknown && (kind == NamedKind::Person || has_role) {
            named.kind = NamedKind::Person;
        }
        self.mentions.push(Mention { tokens: name, named: number });
    }

    /// Records names in capitals, “JANE ROE”, of those whom the article also names in small letters, before or after. If it has only their surname
    /// in small letters, the name in capitals is their full name.
    fn read_shouted(&mut self, words: &Words<'a>, shouted: &[Range<usize>]) {
        for run in shouted.iter().take(MOST_LABELLED) {
            let start = run.clone().find(|at| !words.has(*at, TITLE.and(ROLE))).unwrap_or(run.start);
            let name = start..run.end;
            let Some(number) = self.in_capitals(words, &name) else { continue };
            let named = &mut self.all[number];
            if named.name.len() < name.len() {
                named.name = name.clone();
            }
            if named.role.is_none() {
                named.role = roles::beside(words, name.clone());
            }
            let at = self.from(name.start);
            self.mentions.insert(at, Mention { tokens: name, named: number });
        }
    }

    /// The person, or whatever may be one, with this name in small letters.
    fn in_capitals(&self, words: &Words<'a>, name: &Range<usize>) -> Option<usize> {
        let is_alike = |one: usize, other: usize| is_alike(words.text(one), words.text(other));
        let fits = |number: &usize| {
            let Named { name: known, kind, .. } = &self.all[*number];
            let is_full = || {
                known.len() == name.len() && known.clone().zip(name.clone()).all(|(one, other)| is_alike(one, other))
            };
            let is_short = known.len() == 1 && name.len() <= LONGEST_NAME || name.len() == 1;
            let is_surname = || is_short && is_alike(surname(words, known), surname(words, name));
            matches!(kind, NamedKind::Person | NamedKind::Unknown) && (is_full() || is_surname())
        };
        // Of two who fit, the one whose full name is known.
        (0..self.all.len().min(MOST_LABELLED)).filter(fits).max_by_key(|number| self.all[*number].name.len())
    }

    /// Records “Cook” if Jane Cook was named before; otherwise it is a role.
    fn read_surname(&mut self, words: &Words<'a>, run: Range<usize>) {
        let is_role = run.len() == 1 && !(run.start > 0 && words.has(run.start - 1, DETERMINER));
        let known =
            self.by_surname.get(words.text(run.start)).filter(|number| is_role && self.all[**number].name.len() > 1);
        if let Some(number) = known {
            self.mentions.push(Mention { tokens: run, named: *number });
        }
    }

    /// Finds the person or thing that already has this name.
    fn known(
        &mut self,
        words: &Words<'a>,
        name: &Range<usize>,
        full: &'a str,
        kind: NamedKind,
        gender: Gender,
    ) -> Option<usize> {
        if let Some(number) = self.by_full_name.get(full) {
            return Some(*number);
        }
        let is_loud = name.clone().all(|at| words.text(at).len() > 1 && !words.text(at).contains(is_small));
        let in_capitals = || if is_loud { self.in_capitals(words, name) } else { None };
        if matches!(kind, NamedKind::Organization | NamedKind::Place) {
            // “ROBERTS said”, where Jane Roberts was named before.
            let may_be_surname = name.len() == 1 && words.text(name.start).len() > LONGEST_SIGN;
            return if may_be_surname { in_capitals() } else { None };
        }
        if let Some(number) = in_capitals() {
            return Some(number);
        }
        let surname = words.text(surname(words, name));
        let mut next = self.by_surname.get(surname).copied();
        let mut tries = 0;
        while let Some(number) = next.filter(|_| tries < MOST_NAMESAKES) {
            tries += 1;
            let other = &self.all[number];
            if other.gender.may_be(gender) && is_same(words, &other.name, name) {
                if other.name.len() == 1 && name.len() > 1 {
                    self.all[number].name = name.clone();
                    self.by_full_name.insert(full, number);
                }
                return Some(number);
            }
            next = other.namesake;
        }
        self.by_first_word.get(full).copied().filter(|_| name.len() == 1)
    }

    fn introduce(
        &mut self,
        words: &Words<'a>,
        name: &Range<usize>,
        full: &'a str,
        kind: NamedKind,
        gender: Gender,
    ) -> usize {
        let number = self.all.len();
        self.by_full_name.insert(full, number);
        let mut namesake = None;
        if matches!(kind, NamedKind::Person | NamedKind::Unknown) {
            namesake = self.by_surname.insert(words.text(surname(words, name)), number);
            // “Jane” means Jane Roe, unless “Jane” is somebody else's whole name.
            if name.len() > 1 && words.has(name.start, GIVEN_NAME) {
                first(&mut self.by_full_name, words.text(name.start), number);
            }
        }
        // “Norvex” means Norvex Holdings, and „Tobarra“ means Lourdes Tobarra Quesada.
        if kind == NamedKind::Organization
            && name.len() > 1
            && !words.has(name.start, ORGANIZATION.and(NATION).and(PLACE).and(GIVEN_NAME).and(NO_NAME))
        {
            first(&mut self.by_first_word, words.text(name.start), number);
        }
        if kind == NamedKind::Person
            && name.len() == 3
            && !words.has(name.end - 1, SUFFIX)
            && words.is_capital(name.start + 1)
            && words.is_word(name.start + 1)
        {
            first(&mut self.by_surname, words.text(name.start + 1), number);
        }
        self.all.push(Named { name: name.clone(), kind, gender, role: None, namesake });
        number
    }
}

/// Records who has this name, unless it is somebody else's.
fn first<'a>(map: &mut Map<'a>, name: &'a str, number: usize) {
    if !map.contains_key(name) {
        map.insert(name, number);
    }
}

/// The largest number of names that are compared with a label.
const MOST_LABELLED: usize = 200;

/// The most words of a name in capitals of which only the surname is known.
const LONGEST_NAME: usize = 3;

/// The most letters of a word in capitals that is taken for the sign of an organization rather than for a surname: “NATO”, “SPD”.
const LONGEST_SIGN: usize = 4;

/// The largest number of people with one surname that are distinguished.
const MOST_NAMESAKES: usize = 8;

/// Whether two names with the same surname belong to one person: one is only the surname, or both begin with the same
/// word.
fn is_same(words: &Words, known: &Range<usize>, name: &Range<usize>) -> bool {
    if known.len() == 1 || name.len() == 1 {
        return true;
    }
    let (own, other) = (words.text(known.start), words.text(name.start));
    own == other || (own.ends_with('.') || other.ends_with('.')) && own.chars().next() == other.chars().next()
}

/// The last word of a name, except for “Jr.”.
fn surname(words: &Words, name: &Range<usize>) -> usize {
    name.clone().rev().find(|at| words.is_word(*at) && !words.has(*at, SUFFIX)).unwrap_or(name.start)
}

/// The words that show what a name refers to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// A title or a role is before the name.
    Introduced,
    None,
}

fn kind(words: &Words, name: &Range<usize>, evidence: Evidence) -> NamedKind {
    let has = |classes| name.clone().any(|at| words.has(at, classes));
    if name.clone().any(|at| words.text(at) == "&") {
        NamedKind::Organization
    } else if evidence == Evidence::Introduced && !(words.language.has_capital_nouns && name.len() == 1 && has(PLACE)) {
        NamedKind::Person
    } else if has(ORGANIZATION) {
        NamedKind::Organization
    } else if name.len() > 1 && words.has(name.start, GIVEN_NAME) {
        NamedKind::Person
    } else if has(PLACE) {
        NamedKind::Place
    } else if name.len() == 1 && words.text(name.start).chars().skip(1).all(is_capital) {
        NamedKind::Organization
    } else {
        NamedKind::Unknown
    }
}

fn gender(words: &Words, name: &Range<usize>, role: Option<&Role>) -> Gender {
    let title = name.start.checked_sub(1).filter(|at| words.has(*at, TITLE));
    let by_title = title.map_or(Gender::Unknown, |at| Gender::of(words.tokens[at].classes));
    let first = words.tokens[name.start].classes;
    let by_name = if first.has(GIVEN_NAME) { Gender::of(first) } else { Gender::Unknown };
    let by_role = role.map_or(Gender::Unknown, |role| Gender::of(words.tokens[role.noun].classes));
    by_title.or(if words.language.has_capital_nouns { by_role.or(by_name) } else { by_name.or(by_role) })
}

/// Whether this is a heading, in which capitals do not show names: “Mayor Says Port Will Open in May”.
fn is_heading(words: &Words, tokens: Range<usize>) -> bool {
    if tokens.len() > LONGEST_HEADING || words.language.has_capital_nouns {
        return false;
    }
    let is_verb = |at: usize| words.has(at, VERBS) && !words.is_capital(at);
    if tokens.clone().any(is_verb) {
        return false;
    }
    let long = |at: &usize| words.is_word(*at) && words.text(*at).len() > 3;
    let longer = tokens.clone().filter(long).count();
    let capitals = tokens.filter(long).filter(|at| words.is_capital(*at)).count();
    longer > 3 && capitals * 10 > longer * 9
}

/// The largest number of tokens in a heading.
const LONGEST_HEADING: usize = 25;

/// The largest number of tokens in a sequence of capitalized words.
const LONGEST: usize = 16;

/// The sequence of capitalized words that begins here, including the small words between them.
fn capitals(words: &Words, at: usize, end: usize) -> Option<Range<usize>> {
    let is_part = |at: usize| words.is_word(at) && words.is_capital(at) && !words.has(at, TIME.and(ACCORDING));
    if !is_part(at) {
        return None;
    }
    let mut last = at + 1;
    let limit = end.min(at + LONGEST);
    while last < limit {
        let is_small = words.is_word(last) && is_particle(words, last);
        // „Gewerkschaft Buch und Brett“
        let is_joined =
            words.language.has_capital_nouns && words.has(last, AND) && words.has(at, ORGANIZATION) && last > at + 1;
        let is_and = words.text(last) == "&" || is_joined || is_of_organization(words, at, last);
        let is_nickname = words.quotation(last).is_some_and(|number| speech::is_nickname(words.inside(number)));
        let reaches = |step: usize| last + step <= limit && is_part(last + step - 1);
        let is_second_small = is_small && words.has(last + 1, PARTICLE) || is_and && words.has(last + 1, DETERMINER);
        last += match () {
            _ if is_part(last) || words.has(last, SUFFIX) && words.is_word(last) => 1,
            _ if (is_small || is_and || is_nickname) && reaches(2) => 2,
            _ if is_second_small && reaches(3) => 3,
            _ if is_plural_genitive(words, last, limit) || is_suffix(words, last, limit) => 2,
            _ => break,
        };
    }
    Some(at..last)
}

/// Whether it is a small word that may be within a name. German „der“, „den“ and „zu“ are so only behind another one, „von der“, and „zu“ behind a
/// given name.
pub(crate) fn is_particle(words: &Words, at: usize) -> bool {
    let is_other = words.language.has_capital_nouns && words.has(at, DETERMINER.and(TO));
    let before = if words.has(at, TO) { PARTICLE.and(GIVEN_NAME) } else { PARTICLE };
    words.has(at, PARTICLE) && !words.is_capital(at) && (!is_other || words.has(at - 1, before))
}

/// “Tenants’ Union”
fn is_plural_genitive(words: &Words, at: usize, limit: usize) -> bool {
    let is_plural = words.sign(at) == Sign::Genitive && words.text(at).chars().count() == 1;
    is_plural && at + 1 < limit && words.is_capital(at + 1) && words.has(at + 1, ORGANIZATION)
}

/// “Martin Roe, Jr.”
fn is_suffix(words: &Words, at: usize, limit: usize) -> bool {
    at + 1 < limit
        && words.sign(at) == Sign::Comma
        && words.has(at + 1, SUFFIX)
        && words.text(at + 1).starts_with(['J', 'S'])
}

/// “Department of Justice”
fn is_of_organization(words: &Words, first: usize, of: usize) -> bool {
    words.has(of, OF) && matches!(words.text(of), "of" | "de" | "di" | "do" | "da" | "for") && {
        let before = first..of;
        before.clone().any(|at| words.has(at, ORGANIZATION)) && !before.clone().any(|at| words.has(at, ROLE.and(GROUP)))
    }
}

/// The name within a sequence of capitalized words, and whether a title or a role is before it.
fn name(words: &Words, run: Range<usize>) -> Option<(Range<usize>, Evidence)> {
    let Range { mut start, mut end } = run;
    let is_first = start == words.starts[words.tokens[start].paragraph]
        || matches!(words.sign(start - 1), Sign::Stop | Sign::Colon | Sign::Quotation(_) | Sign::Dash);
    while start < end && is_first && words.has(start, NO_NAME) && !words.has(start, GIVEN_NAME.and(TITLE)) {
        start += 1;
    }
    while start < end && words.has(start, DETERMINER.and(PREPOSITION.and(POSSESSIVE)).and(AND)) {
        start += 1;
    }
    // “Premier League”
    let is_of_name = |at: usize| at == start && at + 2 == end && words.has(at + 1, ORGANIZATION);
    let is_office =
        |at: &usize| words.has(*at, ROLE.and(TITLE)) && !is_own_name(words, start, *at, end) && !is_of_name(*at);
    let office = (start..end).rev().find(|at| at + 1 < end && is_office(at));
    let mut evidence = Evidence::None;
    if let Some(office) = office {
        (start, evidence) = (office + 1, Evidence::Introduced);
    } else if start > 0
        && words.has(start - 1, ROLE.and(TITLE))
        && words.is_word(start - 1)
        && !starts_paragraph(words, start)
    {
        evidence = Evidence::Introduced;
    }
    // “Russian”, but “European Commission”
    let is_organization = !words.language.has_capital_nouns && (start + 1..end).any(|at| words.has(at, ORGANIZATION));
    while start < end && words.has(start, NATION) && (end - start > 1 || evidence == Evidence::None) && !is_organization
    {
        start += 1;
    }
    if words.language.has_capital_nouns {
        // „Senderchef Paul Roth“: the nouns before a given name are no part of the name.
        let given = (start..end.max(1) - 1).find(|at| words.has(*at, GIVEN_NAME));
        if let Some(given) = given.filter(|_| !words.has(start, ORGANIZATION)) {
            start = given;
        }
        end = end_of_name(words, start, end, evidence);
    }
    while end > start && words.has(end - 1, PARTICLE.and(AND)) && !words.is_capital(end - 1) {
        end -= 1;
    }
    if start >= end {
        return None;
    }
    let last = end - 1;
    // “Attorney General”, “Republicans”: these are not names.
    // „Leiterin Ylva Bachmeister“
    let is_introduced = words.language.has_capital_nouns && evidence == Evidence::Introduced && end - start > 1;
    let is_office =
        words.has(last, ROLE.and(GROUP).and(TITLE)) && !is_introduced && !is_own_name(words, start, last, end);
    (!is_office && (evidence == Evidence::Introduced || is_name(words, start, end))).then_some((start..end, evidence))
}

/// Returns where the name ends: „Tabea Roe von der Universität“, „die Ingenieurin Tabea Roe Brücken“. It ends before
/// another noun.
fn end_of_name(words: &Words, start: usize, end: usize, evidence: Evidence) -> usize {
    let is_person = evidence == Evidence::Introduced || words.has(start, GIVEN_NAME);
    let has_noun =
        words.has(end - 1, ORGANIZATION.and(ROLE).and(GROUP)) || (start..end).any(|at| words.has(at, ORGANIZATION));
    let particle = (start + 1..end).find(|at| words.has(*at, PARTICLE) && !words.is_capital(*at));
    // „Paul Roth von der Bank“, but „Paul von Roth“
    let is_full = |at: usize| words.has(at, OF) && at > start + 1 && !words.has(at - 1, GIVEN_NAME);
    match particle {
        Some(particle) if is_person && has_noun || is_full(particle) => particle,
        None if is_person && end - start > 2 => {
            let is_given =
                |at: usize| words.has(at, GIVEN_NAME) || words.text(at).ends_with('.') || words.quotation(at).is_some();
            let more = (start + 1..end - 1).take_while(|at| is_given(*at)).count();
            let is_noun = words.quotation(start + 1).is_none();
            if is_noun { start + 2 + more } else { end }
        }
        _ => end,
    }
}

/// “READ MORE HERE”
fn is_shouted(words: &Words, run: Range<usize>) -> bool {
    let is_loud = |at: usize| words.text(at).len() > 1 && !words.text(at).contains(is_small);
    run.len() > 1 && run.clone().filter(|at| words.text(*at).len() > 3).count() > 0 && run.into_iter().all(is_loud)
}

fn starts_paragraph(words: &Words, at: usize) -> bool {
    words.starts[words.tokens[at].paragraph] == at
}

/// “Cook” in “Jane Cook”, and “King” in “John King Jr.”
fn is_own_name(words: &Words, start: usize, at: usize, end: usize) -> bool {
    let is_last = at + 1 == end || words.has(at + 1, SUFFIX);
    let is_given = |at: usize| words.has(at, GIVEN_NAME) || words.text(at).ends_with('.');
    let is_behind_name = at > start && (is_given(at - 1) || is_given(start)) && !words.has(at - 1, ROLE);
    is_last && is_behind_name && !words.has(at, TITLE)
}

/// Whether the words are a name. In languages where all nouns have capitals, a capital is not enough.
fn is_name(words: &Words, start: usize, end: usize) -> bool {
    if !words.language.has_capital_nouns {
        return !words.has(start, NO_NAME.and(VERBS))
            || end - start > 1
            || words.has(start, GIVEN_NAME.and(ORGANIZATION));
    }
    let is_noun = |at: usize| words.has(at, ROLE.and(GROUP).and(ORGANIZATION).and(STATEMENT));
    let is_determined = start > 0 && words.has(start - 1, DETERMINER);
    let is_adjective = words.has(start, NO_NAME.and(BETWEEN).and(TIME)) && end - start == 1;
    words.has(start, GIVEN_NAME)
        || !is_noun(start) && !is_adjective && (end - start > 1 || words.has(start, PLACE) || !is_determined)
}
