//! What each action does to the work.

use std::rc::Rc;

use draft_document::{Ids, Manner, slug};
use quotes::capitalized;
use serde_json::{Value, json};

use crate::action::Action;
use crate::card::{Card, Decision, Field, Key, Note, Why, spans, string, words};
use crate::passage::Context;
use crate::places;
use crate::report::Voice;
use crate::speakers;
use crate::work::Work;

impl Work {
    /// The work after an action; `None` if the action changes nothing.
    pub(crate) fn with(&self, action: &Action) -> Option<Self> {
        let mut work = self.clone();
        work.apply(action)?;
        (work != *self).then_some(work)
    }

    fn apply(&mut self, action: &Action) -> Option<()> {
        match action {
            Action::Decide { card, decision } => self.edit(*card, |card| card.decision = *decision),
            Action::Sentence { card, text } => self.sentence(*card, text),
            Action::Set { card, place, value } => self.set(*card, place, value),
            Action::Words { card, statement, field, spans, context } => {
                let number = *statement;
                self.statement(*card, number)?;
                self.edit(*card, |card| set_words(card, number, *field, spans.clone(), context.as_ref()))
            }
            Action::Add { before, field, spans, context, voice } => {
                self.add(*before, *field, spans, context.as_ref(), voice.as_ref())
            }
            Action::RemoveStatement { card, statement, field } => {
                self.take(*card, *statement, *field)?;
                Some(())
            }
            Action::Turn { card, statement, into } => self.turn(*card, *statement, *into),
            Action::Move { card, by } => self.shift(*card, *by),
            Action::Merge { card, into } => self.merge(*card, *into),
            Action::Split { card, statement, field } => self.split(*card, *statement, *field),
            Action::Confirm { card, statement, why } => {
                let stays = |note: &Note| (note.statement, note.why) != (*statement, *why) || !note.can_be_confirmed();
                self.edit(*card, |card| card.notes.retain(stays))
            }
            Action::NameSpeaker { card, statement, name } => self.name_speaker(*card, *statement, name),
            Action::SetSpeaker { speaker, field, value } => speakers::set(self, speaker, field, value.as_deref()),
            Action::MergeSpeakers { speaker, into } => speakers::merge(self, speaker, into),
            Action::RemoveSpeaker { speaker } => speakers::remove(self, speaker),
            Action::SetArticle { field, value } => {
                let place = format!("article/{field}");
                places::set(Rc::make_mut(&mut self.frame), &place, value.clone());
                Some(())
            }
            Action::Publish => {
                self.is_published = true;
                Some(())
            }
        }
    }

    pub(crate) fn edit(&mut self, key: Key, change: impl FnOnce(&mut Card)) -> Option<()> {
        let place = self.place(key)?;
        change(Rc::make_mut(&mut self.cards[place]));
        Some(())
    }

    fn statement(&self, key: Key, number: usize) -> Option<&Value> {
        self.card(key)?.statements().get(number)
    }

    fn sentence(&mut self, key: Key, text: &str) -> Option<()> {
        let follows = !self.is_published && !self.card(key)?.has_own_id;
        let id = follows.then(|| self.free_id(text, Some(key)));
        self.edit(key, |card| {
            let before = card.text().to_owned();
            card.set("text", Some(Value::String(text.to_owned())));
            if let Some(id) = id {
                card.set("id", Some(Value::String(id)));
            }
            let count = card.notes.len();
            card.notes.retain(|note| note.statement.is_some());
            if card.notes.len() < count {
                card.proposed = Some(before);
            }
            // Typed back letter for letter, it is what was proposed.
            if card.proposed.as_deref() == Some(text) {
                card.proposed = None;
                card.notes.insert(0, Note::default());
            }
        })
    }

    fn set(&mut self, key: Key, place: &str, value: &Option<Value>) -> Option<()> {
        self.edit(key, |card| {
            card.set(place, value.clone());
            card.has_own_id |= place == "id";
            // Who says what the speaker did with the claim has dealt with words that were not said, too.
            if place.ends_with("/stance") {
                let is_done = |note: &Note| {
                    matches!(note.why, Why::NotSaid | Why::Stance)
                        && note.statement.is_some_and(|n| place == format!("statements/{n}/stance"))
                };
                card.notes.retain(|note| !is_done(note));
            }
        })
    }

    /// An id that no other card has.
    pub(crate) fn free_id(&self, text: &str, own: Option<Key>) -> String {
        let others = self.cards.iter().filter(|card| Some(card.key) != own);
        others.map(|card| card.id()).collect::<Ids>().take(slug(text, "claim"))
    }

    fn new_key(&mut self) -> Key {
        self.next += 1;
        Key(self.next - 1)
    }

    fn add(
        &mut self,
        before: Option<Key>,
        field: Field,
        spans: &[String],
        context: Option<&Context>,
        voice: Option<&Voice>,
    ) -> Option<()> {
        let mut statement = json!({});
        if let Some(voice) = voice.filter(|voice| !voice.name.is_empty()) {
            statement["speaker"] = speakers::key_of(self, &voice.name).into();
        }
        statement[field.name()] = words(spans.to_vec())?;
        let manner = match (field, voice.map_or(Manner::Said, |voice| voice.manner)) {
            // What somebody denied is not in their own words.
            (Field::Quote, Manner::Denied) => Manner::NotSaid,
            (_, manner) => manner,
        };
        if manner == Manner::Denied {
            statement["stance"] = "denies".into();
        }
        for (name, text) in Context::fields(context) {
            places::set(&mut statement, name, text.map(|text| Value::String(text.to_owned())));
        }
        // An editor who selects words wants them, but the sentence is still to be written.
        let not_said = (manner == Manner::NotSaid).then_some(Note { statement: Some(0), why: Why::NotSaid, cue: None });
        let note = voice.map(|voice| not_said.or_else(|| voice.note.clone()));
        let decision = if note == Some(None) { Decision::Accepted } else { Decision::Proposed };
        let place = before.and_then(|key| self.place(key)).unwrap_or(self.cards.len());
        let notes = note.flatten().into_iter().collect();
        self.insert(place, sentence_of(spans.first()?), statement, notes, decision);
        Some(())
    }

    /// A new card with one statement, and the notes about it. The card's sentence is only proposed.
    fn insert(&mut self, place: usize, text: String, statement: Value, mut notes: Vec<Note>, decision: Decision) {
        let id = self.free_id(&text, None);
        let key = self.new_key();
        let mut claim = json!({ "id": id, "text": text });
        claim["statements"] = vec![statement].into();
        notes.insert(0, Note { statement: None, why: Why::Proposed, cue: None });
        self.cards.insert(place, Rc::new(Card { key, decision, claim, notes, has_own_id: false, proposed: None }));
    }

    fn turn(&mut self, key: Key, number: usize, into: Field) -> Option<()> {
        let from = into.other();
        let statement = self.statement(key, number)?;
        let owned = |field: Field| spans(statement, field.name()).into_iter().map(str::to_owned);
        let moved: Vec<_> = owned(from).collect();
        if moved.is_empty() {
            return None;
        }
        let mut spans: Vec<_> = owned(into).collect();
        for part in moved {
            let place = self.place_of(&part);
            self.insert_part(&mut spans, part, place);
        }
        self.edit(key, |card| {
            let place = format!("statements/{number}");
            // What goes last is removed last, so that the statement is never empty meanwhile.
            card.set(&format!("{place}/{}", into.name()), words(spans));
            card.set(&format!("{place}/{}", from.name()), None);
        })
    }

    fn shift(&mut self, key: Key, by: isize) -> Option<()> {
        let place = self.place(key)?;
        let to = place.checked_add_signed(by).filter(|to| *to < self.cards.len())?;
        let card = self.cards.remove(place);
        self.cards.insert(to, card);
        Some(())
    }

    fn merge(&mut self, key: Key, into: Key) -> Option<()> {
        self.card(into).filter(|_| key != into)?;
        let card = self.cards.remove(self.place(key)?);
        let moved = card.statements().to_vec();
        // What somebody denied was the sentence of their card.
        let is_same = self.card(into)?.text() == card.text();
        let is_moved = |statement: &Value| !is_same && statement.get("stance").is_some();
        let stances = moved.iter().enumerate().filter(|(_, statement)| is_moved(statement));
        let stances: Vec<_> = stances.map(|(number, _)| Note::of_stance(number)).collect();
        let decision = if stances.is_empty() { card.decision } else { Decision::Proposed };
        let is_new = |note: &&Note| !stances.contains(note);
        let notes = card.notes.iter().filter(is_new).chain(&stances).cloned().collect::<Vec<_>>().into_iter();
        self.edit(into, |into| {
            // What was rejected, or not decided yet, must not be published with what was accepted.
            if into.decision != decision {
                into.decision = Decision::Proposed;
            }
            let before = into.statements().len();
            let later = notes.filter_map(|note| Some(Note { statement: Some(note.statement? + before), ..note }));
            into.notes.extend(later);
            push_statements(into, moved);
        })
    }

    fn split(&mut self, key: Key, number: usize, field: Option<Field>) -> Option<()> {
        let place = self.place(key)?;
        let Card { decision, notes, .. } = (*self.cards[place]).clone();
        let sentence = self.cards[place].text().to_owned();
        let mut statement = self.take(key, number, field)?;
        let said = [Field::Reported, Field::Quote]
            .into_iter()
            .find_map(|field| spans(&statement, field.name()).first().copied());
        let text = sentence_of(said.unwrap_or_default());
        // Nobody denies the own words that become the sentence; reported words may be those of a denial.
        if statement.get("reported").is_none() {
            places::set(&mut statement, "stance", None);
        }
        // Who speaks is not more certain there.
        let is_about =
            |note: &Note| note.statement == Some(number) && !(field == Some(Field::Quote) && note.is_of_report());
        let notes = notes.into_iter().filter(is_about).map(|note| Note { statement: Some(0), ..note });
        let mut notes: Vec<_> = notes.filter(|note| note.why != Why::Stance).collect();
        let is_moved = statement.get("stance").is_some() && text != sentence;
        notes.extend(is_moved.then(|| Note::of_stance(0)));
        let decision = if is_moved { Decision::Proposed } else { decision };
        self.insert(place + 1, text, statement, notes, decision);
        Some(())
    }

    /// Takes a statement out of a card, or one of its two kinds of words. Something has to stay on the card.
    fn take(&mut self, key: Key, number: usize, field: Option<Field>) -> Option<Value> {
        let card = self.card(key)?;
        let statement = card.statements().get(number)?.clone();
        match field {
            None if card.statements().len() > 1 => {
                self.edit(key, |card| drop(take_statement(card, number)))?;
                Some(statement)
            }
            Some(field) if has_both(&statement) => {
                let rest = without(&statement, field);
                self.edit(key, |card| {
                    card.set(&format!("statements/{number}"), Some(rest));
                    let is_gone = |note: &Note| note.statement == Some(number) && note.is_of_report();
                    card.notes.retain(|note| field != Field::Reported || !is_gone(note));
                })?;
                Some(without(&statement, field.other()))
            }
            _ => None,
        }
    }

    fn name_speaker(&mut self, key: Key, number: usize, name: &str) -> Option<()> {
        self.statement(key, number)?;
        let name = name.trim();
        let speaker = (!name.is_empty()).then(|| Value::String(speakers::key_of(self, name)));
        self.edit(key, |card| {
            // First in its statement, where documents have it.
            let place = format!("/statements/{number}");
            if let Some(Value::Object(fields)) = card.claim.pointer_mut(&place) {
                match speaker {
                    Some(speaker) => drop(fields.shift_insert(0, "speaker".to_owned(), speaker)),
                    None => drop(fields.shift_remove("speaker")),
                }
            }
            // A name does not settle whether the words were said at all, nor what was done with the claim.
            let stays = |note: &Note| matches!(note.why, Why::NotSaid | Why::Stance);
            card.notes.retain(|note| note.statement != Some(number) || stays(note));
        })
    }
}

fn set_words(card: &mut Card, number: usize, field: Field, spans: Vec<String>, context: Option<&Context>) {
    let place = format!("statements/{number}");
    if let Some(words) = words(spans) {
        card.set(&format!("{place}/{}", field.name()), Some(words));
    }
    let has_quote = card.statements().get(number).is_some_and(|statement| statement.get("quote").is_some());
    if field == Field::Reported && has_quote {
        return;
    }
    for (name, text) in Context::fields(context) {
        card.set(&format!("{place}/{name}"), text.map(|text| Value::String(text.to_owned())));
    }
}

fn push_statements(card: &mut Card, mut new: Vec<Value>) {
    match card.claim.get_mut("statements") {
        Some(Value::Array(statements)) => statements.append(&mut new),
        _ => card.set("statements", Some(Value::Array(new))),
    }
}

fn has_both(statement: &Value) -> bool {
    Field::ALL.iter().all(|field| statement.get(field.name()).is_some())
}

/// A statement without one of its two kinds of words.
fn without(statement: &Value, field: Field) -> Value {
    let mut rest = statement.clone();
    // What stands beside the words tells the place of a quote.
    let names: &[&str] = if field == Field::Quote { &["quote", "prefix", "suffix"] } else { &["reported"] };
    names.iter().for_each(|name| places::set(&mut rest, name, None));
    rest
}

/// Takes a statement out of a card, and the notes about it.
fn take_statement(card: &mut Card, number: usize) -> Option<Value> {
    let Some(Value::Array(statements)) = card.claim.get_mut("statements") else { return None };
    if number >= statements.len() {
        return None;
    }
    let taken = statements.remove(number);
    card.notes.retain(|note| note.statement != Some(number));
    for note in &mut card.notes {
        note.statement = note.statement.map(|other| if other > number { other - 1 } else { other });
    }
    Some(taken)
}

/// Words as a sentence that an editor rewrites: with a capital, and without the mark at its end.
fn sentence_of(words: &str) -> String {
    capitalized(words.trim().trim_end_matches(['.', ',', ';', ':', ' ']))
}

/// Whether a statement names this speaker.
pub(crate) fn is_said_by(statement: &Value, speaker: &str) -> bool {
    string(statement, "speaker") == speaker
}
