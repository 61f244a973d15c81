//! What a card may say besides: stance, date, source, review, correction, its id.

use editing::{Action, Key, string};
use gloo::timers::callback::Timeout;
use serde_json::Value;
use yew::prelude::*;

use crate::app::value_of;
use crate::lines::Line;
use crate::page;
use crate::state::{Message, Send};
use crate::words::{Words, say};

/// The fields of a statement, and what they are called.
const OF_STATEMENT: [(&str, Line); 6] = [
    ("said", Line::SaidLabel),
    ("when", Line::WhenLabel),
    ("source/title", Line::SourceTitle),
    ("source/url", Line::SourceUrl),
    ("source/publisher", Line::SourcePublisher),
    ("source/published", Line::SourcePublished),
];

const OF_CLAIM: [(&str, Line); 7] = [
    ("reviews/0/by", Line::ReviewBy),
    ("reviews/0/label", Line::ReviewLabel),
    ("reviews/0/url", Line::ReviewUrl),
    ("reviews/0/published", Line::ReviewPublished),
    ("correction/text", Line::CorrectionText),
    ("correction/date", Line::CorrectionDate),
    ("id", Line::IdLabel),
];

pub fn details(card: Key, claim: &Value, send: &Send, words: &Words) -> Html {
    let count = claim.get("statements").and_then(Value::as_array).map_or(0, Vec::len);
    let statements = (0..count).map(|number| {
        let name = if count > 1 {
            format!("{} {}", words.text(Line::Statement), number + 1)
        } else {
            words.text(Line::Statement).to_owned()
        };
        let fields = OF_STATEMENT.iter().map(|(field, line)| {
            text_field(card, claim, format!("statements/{number}/{field}"), words.text(*line), send)
        });
        html! {
            <fieldset>
                <legend>{ name }</legend>
                { stance(card, claim, number, send, words) }
                { for fields }
            </fieldset>
        }
    });
    let of_claim =
        OF_CLAIM.iter().map(|(place, line)| text_field(card, claim, (*place).to_owned(), words.text(*line), send));
    html! {
        <details key={card.0} class="more">
            { say("summary", "", words.text(Line::More)) }
            <div>{ for statements }</div>
            <fieldset>
                <legend>{ words.text(Line::ClaimFields) }</legend>
                { for of_claim }
            </fieldset>
        </details>
    }
}

/// What a field is called, by its place in the claim. A place above several fields has the name of their first.
pub fn name(place: &str) -> Option<Line> {
    let within = place.strip_prefix("statements/").and_then(|rest| rest.split_once('/'));
    let (fields, place) = match within {
        Some((_, "stance")) => return Some(Line::StanceLabel),
        Some((_, place)) => (&OF_STATEMENT[..], place),
        None => (&OF_CLAIM[..], place),
    };
    let is_at = |field: &str| field.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    fields.iter().find_map(|(field, line)| is_at(field).then_some(*line))
}

/// What a field is called in the page's markup.
pub fn id(card: Key, place: &str) -> String {
    format!("{}/{place}", card.0)
}

fn text_at(claim: &Value, place: &str) -> String {
    claim.pointer(&format!("/{place}")).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn text_field(card: Key, claim: &Value, place: String, label: &'static str, send: &Send) -> Html {
    let (value, id) = (text_at(claim, &place), id(card, &place));
    let on_change = {
        let send = send.clone();
        Callback::from(move |text: String| {
            let text = text.trim().to_owned();
            let value = (!text.is_empty()).then_some(Value::String(text));
            send.dispatch(Message::Act(Action::Set { card, place: place.clone(), value }));
        })
    };
    html! { <label class="field"><span>{ label }</span><Typed {id} {value} {on_change} is_live=true /></label> }
}

const STANCES: [(&str, Line); 3] =
    [("affirms", Line::StanceAffirms), ("denies", Line::StanceDenies), ("comments", Line::StanceComments)];

/// What a speaker does with the claim, beside the speaker's name; nothing where the statement does not tell.
pub fn stance_line(statement: &Value) -> Option<Line> {
    let stance = string(statement, "stance");
    STANCES.into_iter().find_map(|(name, line)| (name == stance).then_some(line))
}

fn stance(card: Key, claim: &Value, number: usize, send: &Send, words: &Words) -> Html {
    let place = format!("statements/{number}/stance");
    let (value, id) = (text_at(claim, &place), id(card, &place));
    let send = send.clone();
    let on_change = Callback::from(move |event: Event| {
        let value = Some(value_of(&event)).filter(|stance| !stance.is_empty()).map(Value::String);
        send.dispatch(Message::Act(Action::Set { card, place: place.clone(), value }));
        send.dispatch(Message::Pause);
    });
    let choices = [("", Line::StanceNone)].into_iter().chain(STANCES);
    let options = choices
        .map(|(name, line)| html! { <option value={name} selected={value == name}>{ words.text(line) }</option> });
    html! { <label class="field">{ say("span", "", words.text(Line::StanceLabel)) }<select {id} onchange={on_change}>{ for options }</select></label> }
}

/// A text field of a speaker or the article.
pub fn plain_field(label: &'static str, value: String, on_change: &Callback<String>, is_live: bool) -> Html {
    // As high as its text, which is one line for the document.
    let on_change = on_change.reform(|text: String| text.replace('\n', " "));
    html! {
        <label class="field"><span>{ label }</span>
            <span class="grows plain" data-text={value.clone()}><Typed area={label} {value} {on_change} {is_live} /></span>
        </label>
    }
}

/// The text in a field of a speaker.
pub fn of_speaker(speaker: &Value, field: &str) -> String {
    string(speaker, field).to_owned()
}

/// A field whose text is handed on when it is left. What is typed meanwhile stays, however often the page is drawn again.
#[derive(PartialEq, Properties)]
pub struct TypedProps {
    pub value: String,
    pub on_change: Callback<String>,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub class: &'static str,
    /// The id of a list of proposals.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The name of a field of several lines, which has no label beside it.
    #[prop_or_default]
    pub area: Option<AttrValue>,
    /// Whether each letter is handed on, too, so that nothing is lost with the page.
    #[prop_or_default]
    pub is_live: bool,
}

#[component]
pub fn Typed(props: &TypedProps) -> Html {
    let typed = use_state(|| None::<String>);
    let send: Send = use_context().expect("the app sends");
    let on_input = {
        let (typed, on_change) = (typed.clone(), props.is_live.then(|| props.on_change.clone()));
        Callback::from(move |event: InputEvent| {
            let text = value_of(&event);
            typed.set(Some(text.clone()));
            on_change.iter().for_each(|on_change| on_change.emit(text.clone()));
        })
    };
    let on_change = {
        let (typed, on_change) = (typed.clone(), props.on_change.clone());
        Callback::from(move |event: Event| {
            typed.set(None);
            on_change.emit(value_of(&event));
        })
    };
    // Where the text is the same in the end as in the beginning, there is no change.
    let on_blur = {
        let (typed, id) = (typed.clone(), props.id.clone());
        Callback::from(move |event: FocusEvent| {
            typed.set(None);
            send.dispatch(Message::Pause);
            // The button to which the focus goes may be gone then, as “It is right” is once the speaker is named.
            if let Some(id) = id.clone().filter(|_| event.related_target().is_some()) {
                Timeout::new(0, move || page::take_focus(&format!("#{id}"))).forget();
            }
        })
    };
    let value = (*typed).clone().unwrap_or_else(|| props.value.clone());
    if let Some(name) = &props.area {
        return html! { <textarea aria-label={name.clone()} dir="auto" rows="1" {value} oninput={on_input} onchange={on_change} onblur={on_blur} /> };
    }
    html! {
        <input id={props.id.clone()} ~className={props.class} list={props.list.clone()} dir="auto" {value}
            placeholder={props.placeholder.clone()} oninput={on_input} onchange={on_change} onblur={on_blur} />
    }
}
