use std::cell::RefCell;
use std::rc::Rc;

use yew::AttrValue;

use super::card::{differ, is_denied};
use super::locale;
use super::phrases::Phrases;
use document::model::{Claim, Date, Document, Language, Speaker, Stance, Statement};

/// A document with all that is needed to show it in one place: the widget's own words and the level of its headings.
#[derive(Clone)]
pub struct Edition(Rc<Setting>);

impl PartialEq for Edition {
    /// True only for clones of the same edition.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Setting {
    document: Document,
    /// That of the document's texts.
    language: Option<AttrValue>,
    left_out: usize,
    phrases: Phrases,
    heading_level: HeadingLevel,
    /// The speakers who have a statement, in order of appearance: each by its place among all speakers, with its part in each claim on which
    /// it has a statement.
    speaking: Vec<(usize, Vec<Part>)>,
    /// For each of all speakers its place in `speaking`, if it is there.
    numbers: Vec<Option<usize>>,
    /// For each statement of each claim, how many of the same speaker stand before it in the document.
    said_before: Vec<Vec<usize>>,
    /// The dates that were told, in order, each with its text.
    dates: RefCell<Vec<(Date, AttrValue)>>,
}

impl Edition {
    /// `left_out` is the number of claims that could not be shown.
    pub fn new(document: Document, left_out: usize, phrases: Phrases, heading_level: HeadingLevel) -> Self {
        let mut speaking: Vec<(usize, Vec<Part>)> = Vec::new();
        let mut numbers = vec![None; document.speakers.keys().count()];
        // How many statements were counted for each of all speakers, and for none of them.
        let mut counts = vec![0; numbers.len() + 1];
        let mut said_before = Vec::new();
        for (index, claim) in document.claims.iter().enumerate() {
            let has_stances = differ(claim) || is_denied(claim);
            said_before.push(Vec::new());
            for said in &claim.statements {
                let place = said.speaker.as_deref().and_then(|key| document.speakers.place(key));
                let count = &mut counts[place.unwrap_or(numbers.len())];
                said_before[index].push(*count);
                *count += 1;
                let Some(place) = place else { continue };
                let number = *numbers[place].get_or_insert(speaking.len());
                if number == speaking.len() {
                    speaking.push((place, Vec::new()));
                }
                let part = Part::of(said, index, has_stances);
                let parts = &mut speaking[number].1;
                let mut same = parts.iter_mut().rev().take_while(|known| known.claim == index);
                match same.find(|known| known.stance == part.stance) {
                    Some(known) => known.given = known.given.max(part.given),
                    None => parts.push(part),
                }
            }
        }
        let language = document.article.language.as_ref().map(tag);
        // The usual case: the browser reads a text that is part of the program once, and others each time.
        let language = language.map(|tag| if tag == phrases.language() { phrases.language() } else { tag });
        Self(Rc::new(Setting {
            document,
            language,
            left_out,
            phrases,
            heading_level,
            speaking,
            numbers,
            said_before,
            dates: RefCell::default(),
        }))
    }

    /// How many claims are shown.
    pub fn shown(&self) -> usize {
        self.0.document.claims.len()
    }

    pub(super) fn document(&self) -> &Document {
        &self.0.document
    }

    /// How many claims could not be shown.
    pub fn left_out(&self) -> usize {
        self.0.left_out
    }

    pub(super) fn phrases(&self) -> &Phrases {
        &self.0.phrases
    }

    pub(super) fn heading_level(&self) -> HeadingLevel {
        self.0.heading_level
    }

    pub(super) fn speaker(&self, key: &str) -> Option<&Speaker> {
        self.0.document.speakers.get(key)
    }

    /// Speakers with a statement, in order of appearance: the key, and their part in each claim on which they have a statement.
    pub(super) fn speaking(&self) -> Vec<(&str, &[Part])> {
        let keys: Vec<&str> = self.0.document.speakers.keys().collect();
        self.0.speaking.iter().map(|(place, parts)| (keys[*place], parts.as_slice())).collect()
    }

    /// The speaker's position in order of appearance, from 0.
    pub(super) fn number_of_speaker(&self, key: &str) -> Option<usize> {
        self.0.numbers[self.0.document.speakers.place(key)?]
    }

    /// How many statements of the same speaker stand before this one in the document.
    pub(super) fn said_before(&self, claim: &Claim, statement: &Statement) -> usize {
        self.0.said_before[position(&self.0.document.claims, claim)][position(&claim.statements, statement)]
    }

    /// A date for people. Most cards of an article tell the same few, and the browser takes long for each.
    pub(super) fn date(&self, date: &Date) -> AttrValue {
        let mut dates = self.0.dates.borrow_mut();
        match dates.binary_search_by(|(known, _)| known.as_str().cmp(date.as_str())) {
            Ok(at) => dates[at].1.clone(),
            Err(at) => {
                let text = AttrValue::from(locale::date(date, &self.phrases().language()));
                dates.insert(at, (date.clone(), text.clone()));
                text
            }
        }
    }

    /// Who made the statement, in which role.
    pub(super) fn attribution<'edition>(&'edition self, statement: &'edition Statement) -> Attribution<'edition> {
        let known = statement.speaker.as_deref().and_then(|key| Some((key, self.speaker(key)?)));
        let speaker = known.map(|(_, speaker)| speaker);
        let own = |field: fn(&Speaker) -> &Option<String>| speaker.and_then(|speaker| field(speaker).as_deref());
        Attribution {
            key: known.map(|(key, _)| key),
            name: speaker.map(|speaker| speaker.name.as_str()),
            role: statement.role.as_deref().or_else(|| own(|speaker| &speaker.role)),
            organization: statement.organization.as_deref().or_else(|| own(|speaker| &speaker.organization)),
        }
    }

    /// The language of a statement's words.
    pub(super) fn language_of(&self, statement: &Statement) -> Option<AttrValue> {
        statement.language.as_ref().map(tag).or_else(|| self.language())
    }

    /// The language of the document's texts.
    pub(super) fn language(&self) -> Option<AttrValue> {
        self.0.language.clone()
    }
}

/// The position of one of the items, from 0.
pub(super) fn position<Item>(items: &[Item], one: &Item) -> usize {
    (std::ptr::from_ref(one).addr() - items.as_ptr().addr()) / size_of::<Item>()
}

fn tag(language: &Language) -> AttrValue {
    language.as_str().into()
}

/// What a speaker says about one claim. A speaker who says different things about it has a part for each.
pub(super) struct Part {
    /// The claim's position in the document, from 0.
    claim: usize,
    pub(super) given: Given,
    /// Only if the speakers of the claim differ.
    pub(super) stance: Option<Stance>,
}

/// What is known of the words that somebody said; the most comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Given {
    Nothing,
    Reported,
    OwnWords,
}

impl Part {
    fn of(said: &Statement, claim: usize, has_stances: bool) -> Self {
        let given = match (&said.quote, &said.reported) {
            (Some(_), _) => Given::OwnWords,
            (None, Some(_)) => Given::Reported,
            (None, None) => Given::Nothing,
        };
        Self { claim, given, stance: said.stance.filter(|_| has_stances) }
    }

    /// The classes of its dot: filled for own words, dotted without any, and with a shape of its own for each stance. Speakers who affirm
    /// have the usual shape.
    pub(super) fn class(&self) -> &'static str {
        match (self.given, self.stance) {
            (Given::OwnWords, Some(Stance::Denies)) => "dot own denies",
            (Given::OwnWords, Some(Stance::Comments)) => "dot own comments",
            (Given::OwnWords, _) => "dot own",
            (Given::Reported, Some(Stance::Denies)) => "dot denies",
            (Given::Reported, Some(Stance::Comments)) => "dot comments",
            (Given::Reported, _) => "dot",
            (Given::Nothing, Some(Stance::Denies)) => "dot bare denies",
            (Given::Nothing, Some(Stance::Comments)) => "dot bare comments",
            (Given::Nothing, _) => "dot bare",
        }
    }
}

/// Who said something, in which role and for which organization, as far as the document says.
#[derive(PartialEq)]
pub(super) struct Attribution<'edition> {
    /// The speaker's key in the document.
    pub(super) key: Option<&'edition str>,
    pub(super) name: Option<&'edition str>,
    pub(super) role: Option<&'edition str>,
    pub(super) organization: Option<&'edition str>,
}

/// The level of the claims' headings, 2 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    /// `None` outside 2 to 6.
    pub fn new(level: u8) -> Option<Self> {
        (2..=6).contains(&level).then_some(Self(level))
    }

    pub fn number(self) -> u8 {
        self.0
    }

    /// The tag of a claim's heading.
    pub(super) fn claim_tag(self) -> &'static str {
        ["h2", "h3", "h4", "h5", "h6"][usize::from(self.0 - 2)]
    }

    /// The tag of the heading above the claims. There is no heading if the claims are one level below the page's own heading.
    pub(super) fn title_tag(self) -> &'static str {
        ["p", "h2", "h3", "h4", "h5"][usize::from(self.0 - 2)]
    }
}

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(3)
    }
}
