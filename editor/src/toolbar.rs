//! What can be made of the words that are chosen in the article.

use editing::{End, Passage};
use yew::prelude::*;

use crate::chooser::{self, Use};
use crate::lines::Line;
use crate::state::{Desk, Message, Send};
use crate::words::{Words, use_words};

#[derive(PartialEq, Properties)]
pub struct ToolbarProps {
    pub desk: Desk,
    pub chosen: Passage,
}

#[component]
pub fn Toolbar(ToolbarProps { desk, chosen }: &ToolbarProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let paragraphs = desk.work().paragraphs();
    let uses = Use::ALL.map(|what| button(desk, *chosen, what, &send, &words));
    let close = {
        let send = send.clone();
        move |_: MouseEvent| send.dispatch(Message::Choose(None))
    };
    html! {
        <div class="toolbar" role="toolbar" aria-label={words.text(Line::ToolbarLabel)}>
            <p class="chosen-words" dir="auto">{ chosen.text(&paragraphs).to_owned() }</p>
            <div class="uses">{ for uses }</div>
            <div class="ends">
                { ends(desk, *chosen, &send, &words) }
                <button class="quiet" onclick={close}>{ words.text(Line::NoWordsChosen) }</button>
            </div>
        </div>
    }
}

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

fn button(desk: &Desk, chosen: Passage, what: Use, send: &Send, words: &Words) -> Html {
    let is_disabled = chooser::action(desk, chosen, what).is_none();
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
    let Some(action) = desk.chosen.and_then(|chosen| chooser::action(desk, chosen, what)) else { return };
    send.dispatch(Message::Act(action));
    send.dispatch(Message::Pause);
    send.dispatch(Message::Choose(None));
    send.dispatch(Message::Say(words.text(line(what)).to_owned()));
}

/// Four buttons that draw the chosen words longer or shorter, by a word at one end.
fn ends(desk: &Desk, chosen: Passage, send: &Send, words: &Words) -> Html {
    let all = [
        (End::Start, true, "⇤", Line::StartLonger),
        (End::Start, false, "↦", Line::StartShorter),
        (End::End, false, "↤", Line::EndShorter),
        (End::End, true, "⇥", Line::EndLonger),
    ];
    let paragraphs = desk.work().paragraphs();
    let buttons = all.map(|(end, is_longer, sign, name)| {
        let next = chosen.stretched(&paragraphs, end, is_longer);
        let send = send.clone();
        let on_click = move |_: MouseEvent| {
            if next.is_some() {
                send.dispatch(Message::Choose(next));
            }
        };
        let name = words.text(name);
        html! { <button class="end" disabled={next.is_none()} aria-label={name} title={name} onclick={on_click}>{ sign }</button> }
    });
    html! { <>{ for buttons }</> }
}
