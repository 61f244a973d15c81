//! What several components show of a speaker.

use std::rc::Rc;

use editing::{Card, Work, string};
use js_sys::JsString;
use serde_json::Value;
use yew::prelude::*;

/// Something shared that is the same only if it is the same object, which is quick to tell.
pub struct Same<T>(pub Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How many colors there are for speakers.
const TONES: usize = 6;

/// A speaker as the editor shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    pub name: String,
    /// Role and organization.
    pub role: String,
    /// The number of the speaker's color.
    pub tone: usize,
}

impl Voice {
    pub fn of(work: &Work, key: &str) -> Option<Self> {
        let speaker = work.speakers().get(key)?;
        let told = [string(speaker, "role"), string(speaker, "organization")];
        let role = told.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
        Some(Self { name: string(speaker, "name").to_owned(), role, tone: place(work, key) % TONES })
    }

    /// Whoever makes a statement.
    pub fn of_statement(work: &Work, statement: &Value) -> Option<Self> {
        Self::of(work, string(statement, "speaker"))
    }

    /// The first who speaks on a card.
    pub fn of_card(work: &Work, card: &Card) -> Option<Self> {
        card.statements().iter().find_map(|statement| Self::of_statement(work, statement))
    }

    fn initials(&self) -> String {
        let mut names = self.name.split_whitespace().filter_map(|name| name.chars().find(|c| c.is_alphabetic()));
        let first = names.next();
        let initials: String = first.into_iter().chain(names.next_back()).collect();
        // Asked of the browser: the tables of std would add kilobytes.
        JsString::from(initials).to_upper_case().into()
    }
}

/// The number of a speaker, in the order in which they come in the cards: it tells the color, which is that of the published card as long as
/// no speaker before is left out.
fn place(work: &Work, key: &str) -> usize {
    let mut seen: Vec<&str> = Vec::new();
    for name in work.cards().iter().flat_map(|card| card.statements()).map(|statement| string(statement, "speaker")) {
        if name == key {
            break;
        }
        if !name.is_empty() && !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen.len()
}

/// The initials of a speaker in the speaker's color.
pub fn portrait(voice: Option<&Voice>) -> Html {
    let class = voice.map_or("portrait tone-none".to_owned(), |voice| format!("portrait tone-{}", voice.tone));
    let initials = voice.map_or("?".to_owned(), Voice::initials);
    html! { <span ~className={class} aria-hidden="true">{ initials }</span> }
}
