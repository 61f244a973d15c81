//! A statement of the card that is worked on: who says what.

use std::rc::Rc;

use editing::{Action, Card, End, Field, Key, spans, string};
use serde_json::Value;
use yew::prelude::*;

use crate::card::note_row;
use crate::chooser;
use crate::details::{Typed, stance_line};
use crate::facts::{Voice, portrait};
use crate::lines::Line;
use crate::state::{Desk, Message, Send};
use crate::toolbar::{both_ends, direction};
use crate::words::{Words, press, say, use_words};

#[derive(PartialEq, Properties)]
pub struct StatementProps {
    pub desk: Desk,
    pub card: Rc<Card>,
    pub number: usize,
}

#[component]
pub fn StatementEditor(StatementProps { desk, card, number }: &StatementProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let is_typing = use_state(|| None::<Field>);
    let (key, number) = (card.key, *number);
    let Some(statement) = card.statements().get(number) else { return html! {} };
    let sends = send.clone();
    let select = move |_: FocusEvent| sends.dispatch(Message::Select(key, number));
    let notes = card.notes.iter().filter(|note| note.statement == Some(number));
    let notes = notes.map(|note| note_row(key, note, &send, &words));
    let has_words = |field: &Field| !spans(statement, field.name()).is_empty();
    let fields: Vec<Field> = Field::ALL.into_iter().filter(has_words).collect();
    let is_current = desk.statement == number;
    // What is on a card of its own already cannot be taken out of it.
    let can_leave = fields.len() > 1 || card.statements().len() > 1;
    let leave = |field: Option<Field>| {
        if can_leave {
            leave(key, number, field, &send, &words)
        } else {
            html! {}
        }
    };
    let rows = fields.iter().map(|field| {
        let (field, is_typed) = (*field, *is_typing == Some(*field));
        let toggle = {
            let is_typing = is_typing.setter();
            move |_: MouseEvent| is_typing.set((!is_typed).then_some(field))
        };
        html! {
            <div key={field.name()} class="words">
                if is_typed { { typed_words(statement, key, number, field, &send, &words) } } else { { shown_words(desk, statement, field, &words) } }
                <div class="row tools">
                    if is_current { { ends(desk, statement, field, &send, &words) } }
                    if fields.len() == 1 { { turn(key, number, field, &send, &words) } }
                    <button class="quiet" aria-pressed={is_typed.to_string()} onclick={toggle}>{ words.text(Line::TypeWords) }</button>
                    { leave((fields.len() > 1).then_some(field)) }
                </div>
            </div>
        }
    });
    html! {
        <section ~className={if is_current { "statement is-current" } else { "statement" }} onfocusin={select}>
            { who(desk, statement, key, number, &send, &words) }
            <div class="notes">{ for notes }</div>
            <div>{ for rows }</div>
            if fields.is_empty() { <div class="row tools">{ leave(None) }</div> }
        </section>
    }
}

/// A button for an action.
fn button(line: Line, action: Action, send: &Send, words: &Words) -> Html {
    let send = send.clone();
    let on_click = move |_: MouseEvent| send.dispatch(Message::Act(action.clone()));
    press("quiet", words.text(line), on_click)
}

/// Two buttons that take the statement, or one kind of its words, out of the card.
fn leave(card: Key, statement: usize, field: Option<Field>, send: &Send, words: &Words) -> Html {
    html! {
        <>
            { button(Line::SplitOff, Action::Split { card, statement, field }, send, words) }
            { button(Line::RemoveStatement, Action::RemoveStatement { card, statement, field }, send, words) }
        </>
    }
}

/// A button that makes quoted words reported ones, or the other way round.
fn turn(card: Key, statement: usize, field: Field, send: &Send, words: &Words) -> Html {
    let (into, line) = match field {
        Field::Quote => (Field::Reported, Line::TurnReported),
        Field::Reported => (Field::Quote, Line::TurnQuote),
    };
    button(line, Action::Turn { card, statement, into }, send, words)
}

/// The speaker, with all others to choose from; a new name is typed.
fn who(desk: &Desk, statement: &Value, key: Key, number: usize, send: &Send, words: &Words) -> Html {
    let speaker = string(statement, "speaker");
    let voice = Voice::of(desk.work(), speaker);
    let role = voice.as_ref().map(|voice| voice.role.clone()).unwrap_or_default();
    let on_change = {
        let send = send.clone();
        Callback::from(move |name: String| {
            let action = Action::NameSpeaker { card: key, statement: number, name };
            send.dispatch(Message::Act(action));
        })
    };
    let id = format!("who-{}-{number}", key.0);
    let list = format!("{id}-all");
    let names =
        desk.work().speakers().values().map(|speaker| html! { <option value={string(speaker, "name").to_owned()} /> });
    let name = voice.as_ref().map_or_else(|| speaker.to_owned(), |voice| voice.name.clone());
    html! {
        <div class="who-row">
            { portrait(voice.as_ref()) }
            <div>
                <label class="visually-hidden" for={id.clone()}>{ words.text(Line::SpeakerLabel) }</label>
                <Typed {id} class="name" list={list.clone()} value={name} placeholder={words.text(Line::NobodyNamed)} {on_change} />
                <datalist id={list}>{ for names }</datalist>
                <p class="role" dir="auto">{ role }</p>
                if let Some(line) = stance_line(statement) { { say("p", "stance", words.text(line)) } }
            </div>
        </div>
    }
}

fn shown_words(desk: &Desk, statement: &Value, field: Field, words: &Words) -> Html {
    let all = spans(statement, field.name()).join(" […] ");
    match field {
        Field::Quote => {
            html! { <blockquote class="quote" dir="auto" lang={language(desk)}><q>{ all }</q></blockquote> }
        }
        Field::Reported => {
            html! { <p class="reported" dir="auto">{ say("b", "", words.text(Line::ReportedLabel)) }{ " " }{ all }</p> }
        }
    }
}

/// The language of the article, whose quotation marks the browser knows.
fn language(desk: &Desk) -> Option<AttrValue> {
    Some(desk.work().article("language").to_owned()).filter(|language| !language.is_empty()).map(AttrValue::from)
}

/// Words that are typed: the check compares them with the article. Each line is a part.
fn typed_words(statement: &Value, key: Key, number: usize, field: Field, send: &Send, words: &Words) -> Html {
    let all = spans(statement, field.name()).join("\n");
    let send = send.clone();
    let on_change = Callback::from(move |typed: String| {
        let spans = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        send.dispatch(Message::Act(Action::Words { card: key, statement: number, field, spans, context: None }));
    });
    let label = words.text(if field == Field::Quote { Line::QuoteLabel } else { Line::ReportedLabel });
    html! {
        <div class="grows typed" data-text={all.clone()}>
            <Typed area={label} value={all} {on_change} />
        </div>
    }
}

/// Four buttons that draw the words longer or shorter, a word at a time.
fn ends(desk: &Desk, statement: &Value, field: Field, send: &Send, words: &Words) -> Html {
    // The keys are about the first words alone.
    let has_keys = chooser::first_field(desk) == Some(field);
    let button = |end: End, is_longer: bool, sign: &'static str, key: &'static str, line: Line| {
        let action = chooser::stretched(desk, field, end, is_longer);
        let send = send.clone();
        let is_disabled = action.is_none();
        let on_click = move |_: MouseEvent| {
            if let Some(action) = &action {
                send.dispatch(Message::Act(action.clone()));
            }
        };
        html! { <button class="end" disabled={is_disabled} aria-keyshortcuts={has_keys.then_some(key)} aria-label={words.text(line)} title={words.text(line)} onclick={on_click}>{ sign }</button> }
    };
    let buttons = [
        button(End::Start, true, "⇤", "<", Line::StartLonger),
        button(End::Start, false, "↦", ">", Line::StartShorter),
        button(End::End, false, "↤", "[", Line::EndShorter),
        button(End::End, true, "⇥", "]", Line::EndLonger),
    ];
    let own = spans(statement, field.name()).concat();
    html! {
        <span class="ends" role="group" aria-label={words.text(Line::EndsLabel)} dir={direction(&own)}>
            { both_ends(buttons, words) }
        </span>
    }
}
