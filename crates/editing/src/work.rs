//! All that is worked on.

use std::collections::HashSet;
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::card::{Card, Decision, Key, Note, string};

/// An article, its speakers and its cards.
///
/// It is never changed in place: an action makes another one, which shares all cards that are still the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The document but for its speakers and claims, which are `null` here, so that their places among the fields are kept.
    pub(crate) frame: Rc<Value>,
    pub(crate) speakers: Rc<Map<String, Value>>,
    pub(crate) cards: Vec<Rc<Card>>,
    /// The key of the next new card.
    pub(crate) next: u32,
    /// Whether readers may have links to its claims: then ids stay as they are.
    pub(crate) is_published: bool,
}

impl Work {
    pub fn cards(&self) -> &[Rc<Card>] {
        &self.cards
    }

    pub fn card(&self, key: Key) -> Option<&Rc<Card>> {
        Some(&self.cards[self.place(key)?])
    }

    /// The place of a card among the others.
    pub fn place(&self, key: Key) -> Option<usize> {
        let is_at = |place: &usize| self.cards.get(*place).is_some_and(|card| card.key == key);
        // Until cards are moved or removed, their keys are their places.
        let first = key.0 as usize;
        Some(first).filter(is_at).or_else(|| (0..self.cards.len()).find(is_at))
    }

    /// By their keys, in the order of the document.
    pub fn speakers(&self) -> &Map<String, Value> {
        &self.speakers
    }

    /// How many cards are in this state.
    pub fn count(&self, decision: Decision) -> usize {
        self.cards.iter().filter(|card| card.decision == decision).count()
    }

    /// The accepted cards with a note for which this is true.
    pub fn accepted_with(&self, is_so: impl Fn(&Note) -> bool) -> Vec<Key> {
        let accepted = self.cards.iter().filter(|card| card.decision == Decision::Accepted);
        accepted.filter(|card| card.notes.iter().any(&is_so)).map(|card| card.key).collect()
    }

    /// A text of the article's fields, such as its headline; empty if there is none.
    pub fn article(&self, field: &str) -> &str {
        self.frame.get("article").map_or("", |article| string(article, field))
    }

    /// The paragraphs of the article. One that is no text is empty, so that all keep their numbers.
    pub fn paragraphs(&self) -> Vec<&str> {
        let body = self.frame.pointer("/article/body").and_then(Value::as_array);
        body.map(|body| body.iter().map(|text| text.as_str().unwrap_or_default()).collect()).unwrap_or_default()
    }

    /// The language of the article, if its words are needed for telling who speaks in it; `None` if they are known, or if there are none of this
    /// language.
    pub fn language_to_teach(&self) -> Option<&'static str> {
        let language = self.article("language");
        draft_document::to_teach(&self.paragraphs(), Some(language).filter(|language| !language.is_empty()))
    }

    /// The document with the cards for which this is true. Speakers who speak only in other cards are left out.
    pub(crate) fn document_with(&self, is_in: impl Fn(&Card) -> bool) -> Value {
        let (mut claims, mut speaking, mut others) = (Vec::new(), HashSet::new(), HashSet::new());
        for card in &self.cards {
            let names = card.statements().iter().map(|statement| string(statement, "speaker"));
            if is_in(card) {
                speaking.extend(names);
                claims.push(card.claim.clone());
            } else {
                others.extend(names);
            }
        }
        let mut speakers = (*self.speakers).clone();
        speakers.retain(|key, _| speaking.contains(key.as_str()) || !others.contains(key.as_str()));
        let mut document = (*self.frame).clone();
        if let Value::Object(fields) = &mut document {
            fields.insert("speakers".to_owned(), Value::Object(speakers));
            fields.insert("claims".to_owned(), Value::Array(claims));
        }
        document
    }

    /// Every card that was not rejected, as a document that is opened with the same decisions: its list `$draft` has what is not decided.
    pub fn draft_document(&self) -> Value {
        let is_in = |card: &Card| card.decision != Decision::Rejected;
        let mut document = self.document_with(is_in);
        if self.is_published {
            return document;
        }
        let cards = self.cards.iter().filter(|card| is_in(card)).enumerate();
        let open = cards.filter(|(_, card)| card.decision == Decision::Proposed).flat_map(|(number, card)| {
            let notes = card.notes.iter().map(move |note| note.entry(number));
            let sentence = card.notes.is_empty().then(|| Note::default().entry(number));
            notes.chain(sentence).collect::<Vec<_>>()
        });
        let open = open.collect();
        if let Value::Object(fields) = &mut document {
            fields.insert("$draft".to_owned(), Value::Array(open));
        }
        document
    }

    /// The document that is published, as JSON: the accepted cards.
    pub fn to_publish(&self) -> String {
        written(&self.document_with(|card| card.decision == Decision::Accepted))
    }

    /// The JSON of the document that is checked, and the cards that its claims belong to: all but the rejected ones.
    pub(crate) fn to_check(&self) -> (String, Vec<Key>) {
        let is_in = |card: &Card| card.decision != Decision::Rejected;
        let keys = self.cards.iter().filter(|card| is_in(card)).map(|card| card.key).collect();
        (self.document_with(is_in).to_string(), keys)
    }

    /// Where the article has these words first: the paragraph, and the byte in it.
    pub(crate) fn place_of(&self, words: &str) -> Option<(usize, usize)> {
        let paragraphs = self.paragraphs();
        paragraphs.iter().enumerate().find_map(|(number, text)| text.find(words).map(|at| (number, at)))
    }

    /// Adds a part to those of a statement, in the order of the article; at the end, if its place is not known.
    pub fn insert_part(&self, parts: &mut Vec<String>, new: String, place: Option<(usize, usize)>) {
        let is_before = |part: &&String| place.is_none_or(|own| self.place_of(part).is_none_or(|other| other < own));
        let before = parts.iter().take_while(is_before).count();
        parts.insert(before, new);
    }

    /// All of it as JSON, for keeping it.
    pub fn to_json(&self) -> String {
        let Self { frame, cards, next, is_published, .. } = self;
        let cards: Vec<_> = cards.iter().map(|card| card.to_json()).collect();
        let (cards, speakers) = (cards.join(","), self.speakers_as_json());
        format!(
            r#"{{"frame":{frame},"speakers":{speakers},"cards":[{cards}],"next":{next},"is_published":{is_published}}}"#
        )
    }

    pub(crate) fn speakers_as_json(&self) -> String {
        let entry = |(key, speaker): (&String, &Value)| format!("{}:{speaker}", Value::from(key.as_str()));
        format!("{{{}}}", self.speakers.iter().map(entry).collect::<Vec<_>>().join(","))
    }

    /// Reads what [`Self::to_json`] has written; `None` if the text is anything else.
    pub fn from_json(json: &str) -> Option<Self> {
        Self::of_value(serde_json::from_str(json).ok()?)
    }

    /// The same, where the text is parsed already.
    pub fn of_value(mut value: Value) -> Option<Self> {
        let mut taken = |name: &str| value.get_mut(name).map(Value::take);
        let (Value::Object(speakers), Value::Array(cards)) = (taken("speakers")?, taken("cards")?) else { return None };
        let cards = cards.into_iter().map(|card| Card::of_value(card).map(Rc::new));
        Some(Self {
            frame: taken("frame")?.into(),
            speakers: speakers.into(),
            cards: cards.collect::<Option<_>>()?,
            next: taken("next")?.as_u64()? as u32,
            is_published: taken("is_published")?.as_bool()?,
        })
    }
}

/// A document as files have it.
fn written(document: &Value) -> String {
    serde_json::to_string_pretty(document).expect("texts and numbers can be written") + "\n"
}
