//! What can be made of the words that are chosen in the article.

use editing::{Action, Chosen, End, Field, is_right_to_left};
use yew::prelude::*;

use crate::chooser::{self, Use};
use crate::lines::{HasWords, LeavesOut, Line};
use crate::state::{Desk, Message, Panel, Send};
use crate::words::{Words, press, say};

/// The toolbar for the words that are chosen.
pub fn toolbar(desk: &Desk, send: &Send, words: &Words) -> Html {
    let uses = Use::ALL.map(|what| button(desk, what, send, words));
    let close = {
        let send = send.clone();
        move |_: MouseEvent| send.dispatch(Message::Choose(Chosen::default()))
    };
    let text = desk.chosen.text(&desk.work().paragraphs());
    let dir = direction(&text);
    html! {
        <div class="toolbar" role="toolbar" aria-label={words.text(Line::ToolbarLabel)}>
            <p class="chosen-words" dir="auto">{ text }</p>
            { known(desk, send, words) }
            if let Some(text) = leaves_out(desk, words) { <p class="known">{ text }</p> }
            <div class="uses">{ for uses }</div>
            <div class="ends" {dir}>
                { ends(desk, send, words) }
                { press("quiet", words.text(Line::NoWordsChosen), close) }
            </div>
        </div>
    }
}

/// Which way words run, for the buttons that draw them longer.
pub fn direction(text: &str) -> &'static str {
    if is_right_to_left(text) { "rtl" } else { "ltr" }
}

/// Says that a card has chosen words already, and leads there.
fn known(desk: &Desk, send: &Send, words: &Words) -> Html {
    let Some(key) = chooser::card_with(desk, &desk.chosen) else { return html! {} };
    let number = desk.work().place(key).map_or(0, |place| place + 1).to_string();
    let send = send.clone();
    let on_click = move |_: MouseEvent| {
        send.dispatch(Message::Select(key, 0));
        send.dispatch(Message::Choose(Chosen::default()));
        send.dispatch(Message::Show(Panel::Cards));
    };
    html! { <p class="known">{ words.with(&HasWords { number: &number }) }{ " " }{ press("quiet", words.text(Line::ShowPlace), on_click) }</p> }
}

/// Says which of the chosen words a quotation leaves out.
fn leaves_out(desk: &Desk, words: &Words) -> Option<String> {
    let left_out = desk.chosen.left_out(&desk.work().paragraphs());
    let shortened = match left_out.char_indices().nth(MOST_LEFT_OUT) {
        Some((end, _)) => format!("{} …", &left_out[..end]),
        None => left_out,
    };
    (!shortened.is_empty()).then(|| words.with(&LeavesOut { words: &shortened }))
}

/// How many characters are shown of the words that a quotation leaves out.
const MOST_LEFT_OUT: usize = 50;

fn line(what: Use) -> Line {
    match what {
        Use::Quotation => Line::UseQuotation,
        Use::Reported => Line::UseReported,
        Use::Part => Line::UsePart,
        Use::Speaker => Line::UseSpeaker,
        Use::Role => Line::UseRole,
        Use::Sentence => Line::UseSentence,
    }
}

fn button(desk: &Desk, what: Use, send: &Send, words: &Words) -> Html {
    let is_disabled = chooser::action(desk, &desk.chosen, what).is_none();
    let (desk, send, words_) = (desk.clone(), send.clone(), words.clone());
    let on_click = move |_: MouseEvent| take_as(&desk, &send, &words_, what);
    html! {
        <button onclick={on_click} disabled={is_disabled} aria-keyshortcuts={what.key()}>
            { words.text(line(what)) }{ " " }<kbd aria-hidden="true">{ what.key() }</kbd>
        </button>
    }
}

/// Uses the chosen words, and tells so.
pub fn take_as(desk: &Desk, send: &Send, words: &Words, what: Use) {
    let Some(action) = chooser::action(desk, &desk.chosen, what) else { return };
    let is_quotation =
        matches!(&action, Action::Add { field: Field::Quote, .. } | Action::Words { field: Field::Quote, .. });
    let left_out = leaves_out(desk, words).filter(|_| is_quotation);
    send.dispatch(Message::Act(action));
    send.dispatch(Message::Pause);
    send.dispatch(Message::Choose(Chosen::default()));
    send.dispatch(Message::Say(format!("{}. {}", words.text(line(what)), left_out.unwrap_or_default())));
}

/// Four buttons that draw the chosen words longer or shorter, by a word at one end.
fn ends(desk: &Desk, send: &Send, words: &Words) -> Html {
    let all = [
        (End::Start, true, "⇤", Line::StartLonger),
        (End::Start, false, "↦", Line::StartShorter),
        (End::End, false, "↤", Line::EndShorter),
        (End::End, true, "⇥", Line::EndLonger),
    ];
    let paragraphs = desk.work().paragraphs();
    let buttons = all.map(|(end, is_longer, sign, name)| {
        let next = desk.chosen.stretched(&paragraphs, end, is_longer);
        let send = send.clone();
        let is_disabled = next.is_none();
        let on_click = move |_: MouseEvent| {
            if let Some(next) = &next {
                send.dispatch(Message::Choose(next.clone()));
            }
        };
        let name = words.text(name);
        html! { <button class="end" disabled={is_disabled} aria-label={name} title={name} onclick={on_click}>{ sign }</button> }
    });
    both_ends(buttons, words)
}

/// The buttons that move the beginning and the end of words, with words before them: their signs alone say too little.
pub fn both_ends([earlier, later, shorter, longer]: [Html; 4], words: &Words) -> Html {
    html! {
        <>
            { say("span", "", words.text(Line::EndsStart)) }{ earlier }{ later }
            { say("span", "", words.text(Line::EndsEnd)) }{ shorter }{ longer }
        </>
    }
}
