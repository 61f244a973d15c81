//! The people who speak.

use std::rc::Rc;

use draft_document::slug;
use quotes::lower_case;
use serde_json::{Value, json};

use crate::card::{Key, string};
use crate::change::is_said_by;
use crate::places;
use crate::work::Work;

/// The key of the speaker with this name. One that is not known yet is added.
pub fn key_of(work: &mut Work, name: &str) -> String {
    // “JANE ROE” is Jane Roe.
    let small = lower_case(name);
    let named = work.speakers.iter().find(|(_, speaker)| lower_case(string(speaker, "name")) == small);
    if let Some((key, _)) = named {
        return key.clone();
    }
    let key = slug(name, "speaker");
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    let mut all = std::iter::once(key.clone()).chain(numbered);
    let key = all.find(|key| !work.speakers.contains_key(key)).unwrap_or(key);
    Rc::make_mut(&mut work.speakers).insert(key.clone(), json!({ "name": name }));
    key
}

pub fn set(work: &mut Work, key: &str, field: &str, value: Option<&str>) -> Option<()> {
    // A speaker has a name: it cannot be removed.
    if field == "name" && value.is_none() {
        return None;
    }
    let speakers = Rc::make_mut(&mut work.speakers);
    places::set(speakers.get_mut(key)?, field, value.map(|value| Value::String(value.to_owned())));
    Some(())
}

pub fn merge(work: &mut Work, key: &str, into: &str) -> Option<()> {
    if key == into || !work.speakers.contains_key(into) {
        return None;
    }
    let own = Rc::make_mut(&mut work.speakers).shift_remove(key)?;
    name_anew(work, key, Some(into));
    // What only the removed one has is kept.
    if let (Value::Object(own), Some(Value::Object(other))) = (own, Rc::make_mut(&mut work.speakers).get_mut(into)) {
        for (field, value) in own {
            other.entry(field).or_insert(value);
        }
    }
    Some(())
}

pub fn remove(work: &mut Work, key: &str) -> Option<()> {
    Rc::make_mut(&mut work.speakers).shift_remove(key)?;
    name_anew(work, key, None);
    Some(())
}

/// Gives all that a speaker says to another one, or to nobody.
fn name_anew(work: &mut Work, key: &str, into: Option<&str>) {
    let saying = |statements: &[Value]| statements.iter().any(|statement| is_said_by(statement, key));
    let cards: Vec<Key> = work.cards.iter().filter(|card| saying(card.statements())).map(|card| card.key).collect();
    for card in cards {
        work.edit(card, |card| {
            let count = card.statements().len();
            let said: Vec<_> = (0..count).filter(|number| is_said_by(&card.statements()[*number], key)).collect();
            // From behind, because a statement that has nothing else is removed with its speaker.
            for number in said.into_iter().rev() {
                card.set(&format!("statements/{number}/speaker"), into.map(|into| Value::String(into.to_owned())));
            }
        });
    }
}
