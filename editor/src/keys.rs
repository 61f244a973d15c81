//! One key for each thing that is done often.

use editing::{Chosen, Decision, End, Passage, is_right_to_left};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::chooser::{self, Use};
use crate::desk::{decide, step};
use crate::page;
use crate::state::{Desk, Message, Panel, Send};
use crate::toolbar::take_as;
use crate::words::Words;

/// Keys that work everywhere but in fields that are typed into; undo works there, too.
pub fn anywhere(event: &web_sys::KeyboardEvent, desk: &Desk, send: &Send, words: &Words) {
    let is_command = event.ctrl_key() || event.meta_key();
    let key = event.key().to_ascii_lowercase();
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_in_field = target.as_ref().is_some_and(page::is_field);
    // What is typed into other fields is no change yet: there, the browser takes the typing back.
    let is_own = !is_in_field || target.as_ref().is_some_and(|target| target.matches(".claim").unwrap_or_default());
    if is_command && (key == "z" || key == "y") {
        if !is_own {
            return;
        }
        event.prevent_default();
        let is_redo = key == "y" || event.shift_key();
        send.dispatch(if is_redo { Message::Redo } else { Message::Undo });
        return;
    }
    // Cards are decided only where they are seen, and by one key alone.
    let shows_cards = matches!(desk.panel, Panel::Article | Panel::Cards);
    let is_letter = key.chars().all(char::is_alphabetic);
    if is_command || event.alt_key() || is_in_field || !shows_cards || is_letter && event.shift_key() {
        return;
    }
    match key.as_str() {
        "a" => decide(desk, send, words, Decision::Accepted),
        "r" => decide(desk, send, words, Decision::Rejected),
        "j" | "n" => step(desk, send, words, 1),
        "k" | "p" => step(desk, send, words, -1),
        "<" => stretch(desk, send, End::Start, true),
        ">" => stretch(desk, send, End::Start, false),
        "[" => stretch(desk, send, End::End, false),
        "]" => stretch(desk, send, End::End, true),
        _ => return,
    }
    event.prevent_default();
}

/// Draws the words of the current statement longer or shorter.
fn stretch(desk: &Desk, send: &Send, end: End, is_longer: bool) {
    let field = chooser::first_field(desk);
    if let Some(action) = field.and_then(|field| chooser::stretched(desk, field, end, is_longer)) {
        send.dispatch(Message::Act(action));
    }
}

/// Keys for choosing words in the article, and for what they become.
pub fn in_article(event: &KeyboardEvent, desk: &Desk, send: &Send, words: &Words) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let work = desk.work();
    let paragraphs = work.paragraphs();
    let first = |number: usize| Passage::first(&paragraphs, number).map(Chosen::from);
    let at = desk.chosen.passages().last().copied();
    let step = |is_next: bool| match at {
        None => first(0),
        Some(_) if event.shift_key() => desk.chosen.stretched(&paragraphs, End::End, is_next),
        Some(passage) => passage.neighbour(&paragraphs, is_next).map(Chosen::from),
    };
    // Where the words run from right to left, so do the keys.
    let text = at.map_or_else(|| work.article("headline"), |passage| paragraphs[passage.paragraph]);
    let is_next = |key: &str| (key == "ArrowRight") != is_right_to_left(text);
    let chosen = match event.key().as_str() {
        key @ ("ArrowRight" | "ArrowLeft") => step(is_next(key)),
        "ArrowDown" => first(at.map_or(0, |passage| passage.paragraph + 1)),
        "ArrowUp" => first(at.map_or(0, |passage| passage.paragraph.saturating_sub(1))),
        "Escape" => return send.dispatch(Message::Choose(Chosen::default())),
        key => {
            let named = Use::ALL.into_iter().find(|what| what.key().eq_ignore_ascii_case(key));
            if let Some(what) = named.filter(|_| !desk.chosen.is_empty()) {
                event.prevent_default();
                event.stop_propagation();
                take_as(desk, send, words, what);
            }
            return;
        }
    };
    event.prevent_default();
    if let Some(chosen) = chosen {
        send.dispatch(Message::Choose(chosen));
        // After the words have been drawn, above the toolbar.
        page::show_later("b.is-chosen");
    }
}
