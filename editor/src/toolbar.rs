//! What can be made of the words that are chosen in the article.

use editing::{Chosen, End};
use yew::prelude::*;

use crate::chooser::{self, Use};
use crate::lines::Line;
use crate::state::{Desk, Message, Send};
use crate::words::Words;

/// The toolbar for the words that are chosen.
pub fn toolbar(desk: &Desk, send: &Send, words: &Words) -> Html {
    let uses = Use::ALL.map(|what| button(desk, what, send, words));
    let close = {
        let send = send.clone();
        move |_: MouseEvent| send.dispatch(Message::Choose(Chosen::default()))
    };
    html! {
        <div class="toolbar" role="toolbar" aria-label={words.text(Line::ToolbarLabel)}>
            <p class="chosen-words" dir="auto">{ desk.chosen.text(&desk.work().paragraphs()) }</p>
            <div class="uses">{ for uses }</div>
            <div class="ends">
                { ends(desk, send, words) }
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
    send.dispatch(Message::Act(action));
    send.dispatch(Message::Pause);
    send.dispatch(Message::Choose(Chosen::default()));
    send.dispatch(Message::Say(words.text(line(what)).to_owned()));
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
    html! { <>{ for buttons }</> }
}
