//! The cards in their order: the selected one is worked on, the others are a line or two.

use std::rc::Rc;

use editing::{Card, Decision};
use yew::prelude::*;

use crate::card::card_editor;
use crate::details::stance_line;
use crate::facts::{Voice, portrait};
use crate::lines::{DecidedOf, Line};
use crate::state::{Desk, Message, Send};
use crate::words::{Words, say, use_words};

pub fn card_list(desk: &Desk, send: &Send, words: &Words) -> Html {
    let work = desk.work();
    let cards = work.cards().iter().map(|card| {
        if desk.selected == Some(card.key) {
            return card_editor(desk, card, send, words);
        }
        let problems = desk.report.as_ref().map_or(0, |(_, report)| report.of_card(card.key).count());
        html! { <ClosedCard key={card.key.0} card={card.clone()} voice={Voice::of_card(work, card)} {problems} /> }
    });
    html! {
        <section class="cards" aria-label={words.text(Line::TabCards)}>
            { progress(desk, words) }
            if work.cards().is_empty() { { say("p", "hint", words.text(Line::NoCards)) } }
            <ol class="list">{ for cards }</ol>
            <details class="help">
                { say("summary", "", words.text(Line::KeysTitle)) }
                { say("p", "", words.text(Line::KeysDecide)) }
                { say("p", "", words.text(Line::KeysWords)) }
                { say("p", "", words.text(Line::KeysChoose)) }
            </details>
        </section>
    }
}

/// How many cards are decided, in words and as a row of strokes.
fn progress(desk: &Desk, words: &Words) -> Html {
    let work = desk.work();
    let total = work.cards().len();
    let open = work.count(Decision::Proposed);
    let strokes = work.cards().iter().take(60).map(|card| html! { <i ~className={class(card.decision)}></i> });
    html! {
        <div class="progress">
            { say("p", "", words.with(&DecidedOf { decided: &(total - open).to_string(), total: &total.to_string() })) }
            <span class="strokes" aria-hidden="true">{ for strokes }</span>
        </div>
    }
}

pub fn class(decision: Decision) -> &'static str {
    match decision {
        Decision::Proposed => "is-proposed",
        Decision::Accepted => "is-accepted",
        Decision::Rejected => "is-rejected",
    }
}

pub fn decision_line(decision: Decision) -> Line {
    match decision {
        Decision::Proposed => Line::Proposed,
        Decision::Accepted => Line::Accepted,
        Decision::Rejected => Line::Rejected,
    }
}

#[derive(PartialEq, Properties)]
struct ClosedCardProps {
    card: Rc<Card>,
    voice: Option<Voice>,
    problems: usize,
}

#[component]
fn ClosedCard(ClosedCardProps { card, voice, problems }: &ClosedCardProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let key = card.key;
    let on_click = move |_: MouseEvent| send.dispatch(Message::Select(key, 0));
    let stance = card.statements().first().and_then(stance_line);
    let text = if card.text().is_empty() { words.text(Line::NoSentence) } else { card.text() };
    html! {
        <li ~className={format!("card is-closed {}", class(card.decision))} id={format!("card-{}", key.0)}>
            <button class="card-head" onclick={on_click}>
                { portrait(voice.as_ref()) }
                <span class="who">
                    { voice.as_ref().map_or(words.text(Line::NobodyNamed), |voice| voice.name.as_str()) }
                    if let Some(line) = stance { { " " }{ say("span", "stance", words.text(line)) } }
                </span>
                { say("span", "decision", words.text(decision_line(card.decision))) }
                <span class="claim" dir="auto">{ text }</span>
                if *problems > 0 { { say("span", "problem-count", words.count(*problems, Line::Problems)) } }
            </button>
        </li>
    }
}
