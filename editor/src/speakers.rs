//! The speakers: their names, what they do, and all they say.

use editing::{Action, string};
use serde_json::Value;
use yew::prelude::*;

use crate::app::value_of;
use crate::details::{of_speaker, plain_field};
use crate::facts::{Voice, portrait};
use crate::lines::Line;
use crate::mends::problem_row;
use crate::state::{Desk, Message, Panel, Send};
use crate::words::{Words, say};

pub fn speakers(desk: &Desk, send: &Send, words: &Words) -> Html {
    let rows = desk.work().speakers().iter().map(|(key, speaker)| row(desk, key, speaker, send, words));
    html! {
        <section>
            { say("h2", "", words.text(Line::TabSpeakers)) }
            if desk.work().speakers().is_empty() { { say("p", "hint", words.text(Line::NoSpeakers)) } }
            <ul class="voices">{ for rows }</ul>
        </section>
    }
}

fn row(desk: &Desk, key: &str, speaker: &Value, send: &Send, words: &Words) -> Html {
    let set = |field: &'static str| {
        let (send, speaker) = (send.clone(), key.to_owned());
        Callback::from(move |text: String| {
            let value = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            send.dispatch(Message::Act(Action::SetSpeaker {
                speaker: speaker.clone(),
                field: field.to_owned(),
                value,
            }));
        })
    };
    let field =
        |name: &'static str, line: Line| plain_field(words.text(line), of_speaker(speaker, name), &set(name), true);
    let problems = desk.report.iter().flat_map(|(_, report)| &report.problems);
    let problems = problems.filter(|problem| problem.speaker.as_deref() == Some(key));
    html! {
        <li key={key.to_owned()} id={format!("voice-{key}")} class="voice" tabindex="-1">
            <div class="who-row">{ portrait(Voice::of(desk.work(), key).as_ref()) }<b class="name">{ of_speaker(speaker, "name") }</b></div>
            { field("name", Line::NameLabel) }
            { field("role", Line::RoleLabel) }
            { field("organization", Line::OrganizationLabel) }
            { kinds(speaker, &set("type"), words) }
            { others(desk, key, send, words) }
            <ul class="problems">{ for problems.map(|problem| problem_row(problem, None, desk.work(), send, words)) }</ul>
            { sayings(desk, key, send) }
        </li>
    }
}

fn kinds(speaker: &Value, set: &Callback<String>, words: &Words) -> Html {
    let kind = string(speaker, "type");
    let choices = [("", Line::KindPerson), ("organization", Line::KindOrganization), ("group", Line::KindGroup)];
    let is_so = |name: &str| name == kind || name.is_empty() && kind == "person";
    let options =
        choices.map(|(name, line)| html! { <option value={name} selected={is_so(name)}>{ words.text(line) }</option> });
    let on_change = set.reform(|event: Event| value_of(&event));
    html! { <label class="field">{ say("span", "", words.text(Line::KindLabel)) }<select onchange={on_change}>{ for options }</select></label> }
}

/// The same person under another name.
fn others(desk: &Desk, key: &str, send: &Send, words: &Words) -> Html {
    let all = desk.work().speakers().iter().filter(|(other, _)| other.as_str() != key);
    let options: Vec<_> = all
        .map(|(other, speaker)| html! { <option value={other.clone()}>{ of_speaker(speaker, "name") }</option> })
        .collect();
    if options.is_empty() {
        return html! {};
    }
    let (send, speaker) = (send.clone(), key.to_owned());
    let on_change = Callback::from(move |event: Event| {
        let into = value_of(&event);
        if !into.is_empty() {
            send.dispatch(Message::Act(Action::MergeSpeakers { speaker: speaker.clone(), into }));
        }
    });
    html! {
        <label class="field">{ say("span", "", words.text(Line::SameAs)) }
            <select onchange={on_change}><option value="" selected=true>{ words.text(Line::NobodyElse) }</option>{ for options }</select>
        </label>
    }
}

/// Every card in which they speak; each leads there.
fn sayings(desk: &Desk, key: &str, send: &Send) -> Html {
    let cards = desk.work().cards().iter().filter_map(|card| {
        let statement = card.statements().iter().position(|statement| string(statement, "speaker") == key)?;
        Some((card, statement))
    });
    let rows = cards.map(|(card, statement)| {
        let (send, card_key) = (send.clone(), card.key);
        let on_click = move |_: MouseEvent| {
            send.dispatch(Message::Select(card_key, statement));
            send.dispatch(Message::Show(Panel::Cards));
        };
        html! { <li><button class="saying" dir="auto" onclick={on_click}>{ card.text() }</button></li> }
    });
    html! { <ul class="sayings">{ for rows }</ul> }
}
