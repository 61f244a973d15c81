//! The card that is worked on.

use std::rc::Rc;

use editing::{Action, Card, Decision, Key, Note, Why};
use yew::prelude::*;

use crate::app::typed;
use crate::card_list::{class, decision_line};
use crate::desk::decide;
use crate::details::details;
use crate::lines::{ConcludedFrom, Line};
use crate::mends::problem_row;
use crate::page;
use crate::state::{Desk, Message, Send};
use crate::statement::StatementEditor;
use crate::words::{Words, press, say};

pub fn card_editor(desk: &Desk, card: &Rc<Card>, send: &Send, words: &Words) -> Html {
    let key = card.key;
    let on_sentence = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            send.dispatch(Message::Act(Action::Sentence { card: key, text: typed(&event) }))
        })
    };
    let on_blur = {
        let send = send.clone();
        Callback::from(move |_: FocusEvent| send.dispatch(Message::Pause))
    };
    let statements = (0..card.statements().len())
        .map(|number| html! { <StatementEditor key={number} desk={desk.clone()} card={card.clone()} {number} /> });
    let problems = desk.report.iter().flat_map(|(_, report)| report.of_card(key));
    let problems: Vec<_> = problems.map(|problem| problem_row(problem, None, desk.work(), send, words)).collect();
    let id = format!("sentence-{}", key.0);
    html! {
        <li key={key.0} ~className={format!("card is-open {}", class(card.decision))} id={format!("card-{}", key.0)} aria-current="true" tabindex="-1">
            <div class="over-claim">
                { say("p", "decision", words.text(decision_line(card.decision))) }
                <label class="label" for={id.clone()}>{ words.text(Line::ClaimLabel) }</label>
            </div>
            <div class="grows" data-text={card.text().to_owned()}>
                <textarea {id} class="claim" rows="1" dir="auto" value={card.text().to_owned()} oninput={on_sentence} onblur={on_blur} />
            </div>
            // In an element of its own: a list that becomes shorter would make the field before it anew.
            <div class="notes">{ for notes(card, send, words) }</div>
            { decisions(desk, card.decision, send, words) }
            <ul class="problems">{ for problems }</ul>
            <div class="statements">{ for statements }</div>
            { details(key, &card.claim, send, words) }
            { order(desk, key, send, words) }
        </li>
    }
}

/// What of the card's sentence was only proposed.
fn notes(card: &Card, send: &Send, words: &Words) -> Vec<Html> {
    let notes = card.notes.iter().filter(|note| note.statement.is_none());
    notes.map(|note| note_row(card.key, note, send, words)).collect()
}

/// A note, and a button that says that it is right as it is.
pub fn note_row(card: Key, note: &Note, send: &Send, words: &Words) -> Html {
    let action = Action::Confirm { card, statement: note.statement, why: note.why };
    let send = send.clone();
    let on_click = move |_: MouseEvent| {
        send.dispatch(Message::Act(action.clone()));
        // The button goes with the note.
        page::leave_field("");
        page::take_focus_in_panel();
    };
    html! {
        <p class="note">
            { note_text(note, words) }
            if note.can_be_confirmed() { { " " }{ press("quiet", words.text(Line::ItIsRight), on_click) } }
        </p>
    }
}

fn note_text(note: &Note, words: &Words) -> String {
    match (note.why, note.cue.as_deref()) {
        (Why::Proposed, _) => words.text(Line::SentenceProposed).to_owned(),
        (Why::Inferred, Some(cue)) => words.with(&ConcludedFrom { cue }),
        (Why::Inferred, None) => words.text(Line::SpeakerConcluded).to_owned(),
        (Why::Open, _) => words.text(Line::SpeakerOpen).to_owned(),
        (Why::NotSaid, _) => words.text(Line::NotSaid).to_owned(),
        (Why::Stance, _) => words.text(Line::StanceMoved).to_owned(),
    }
}

fn decisions(desk: &Desk, decision: Decision, send: &Send, words: &Words) -> Html {
    let button = |into: Decision, line: Line, key: &'static str, class: &'static str| {
        let (desk, send, words_) = (desk.clone(), send.clone(), words.clone());
        let is_so = decision == into;
        html! {
            <button ~className={class} aria-pressed={is_so.to_string()} aria-keyshortcuts={key} onclick={move |_: MouseEvent| decide(&desk, &send, &words_, into)}>
                { words.text(line) }{ " " }<kbd aria-hidden="true">{ key }</kbd>
            </button>
        }
    };
    html! {
        <div class="row decide">
            { button(Decision::Accepted, Line::Accept, "A", "primary") }
            { button(Decision::Rejected, Line::Reject, "R", "danger") }
        </div>
    }
}

/// The card among the others.
fn order(desk: &Desk, key: Key, send: &Send, words: &Words) -> Html {
    let cards = desk.work().cards();
    let place = cards.iter().position(|card| card.key == key).unwrap_or_default();
    let button = |line: Line, action: Option<Action>| {
        let send = send.clone();
        let is_disabled = action.is_none();
        let on_click = move |_: MouseEvent| {
            if let Some(action) = &action {
                send.dispatch(Message::Act(action.clone()));
            }
        };
        html! { <button class="quiet" disabled={is_disabled} onclick={on_click}>{ words.text(line) }</button> }
    };
    let above = place.checked_sub(1).map(|above| cards[above].key);
    html! {
        <div class="row order">
            { button(Line::MoveUp, above.map(|_| Action::Move { card: key, by: -1 })) }
            { button(Line::MoveDown, (place + 1 < cards.len()).then_some(Action::Move { card: key, by: 1 })) }
            { button(Line::MergeAbove, above.map(|into| Action::Merge { card: key, into })) }
        </div>
    }
}
