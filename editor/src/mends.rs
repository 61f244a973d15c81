//! A problem with the buttons that mend it.

use editing::{Mend, MendKind, Problem};
use yew::prelude::*;

use crate::lines::{Line, UseWords, WriteWords};
use crate::state::{Message, Panel, Send};
use crate::words::{Words, use_words};

#[derive(PartialEq, Properties)]
pub struct ProblemProps {
    pub problem: Problem,
    /// Within its card, nothing leads there.
    #[prop_or_default]
    pub is_in_card: bool,
}

#[component]
pub fn ProblemRow(ProblemProps { problem, is_in_card }: &ProblemProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let buttons = problem.mends.iter().map(|mend| {
        let (send, action, done) = (send.clone(), mend.action.clone(), words.text(Line::Mended).to_owned());
        let on_click = move |_: MouseEvent| {
            send.dispatch(Message::Act(action.clone()));
            send.dispatch(Message::Pause);
            send.dispatch(Message::Say(done.clone()));
        };
        html! { <button class="mend" onclick={on_click}>{ text(mend, &words) }</button> }
    });
    let show = {
        let (send, card, statement, speaker) = (send.clone(), problem.card, problem.statement, problem.speaker.clone());
        move |_: MouseEvent| match (card, &speaker) {
            (Some(card), _) => {
                send.dispatch(Message::Select(card, statement.unwrap_or_default()));
                send.dispatch(Message::Show(Panel::Cards));
            }
            (_, Some(_)) => send.dispatch(Message::Show(Panel::Speakers)),
            _ => {
                send.dispatch(Message::Show(Panel::Publish));
                gloo::timers::callback::Timeout::new(50, || crate::page::focus("#headline input")).forget();
            }
        }
    };
    let severity = if problem.is_error { Line::Error } else { Line::Warning };
    html! {
        <li class={classes!("problem", if problem.is_error { "is-error" } else { "is-warning" })}>
            <p><b>{ words.text(severity) }</b>{ " " }<span lang="en">{ &problem.message }</span></p>
            if let Some(nearest) = &problem.nearest { <p class="nearest" dir="auto">{ words.text(Line::ArticleHas) }{ " “" }{ nearest }{ "”" }</p> }
            <div class="row">
                { for buttons }
                if !is_in_card { <button class="quiet" onclick={show}>{ words.text(Line::ShowPlace) }</button> }
            </div>
            if !is_in_card { <p class="path"><code>{ &problem.path }</code></p> }
        </li>
    }
}

fn text(mend: &Mend, words: &Words) -> String {
    let line = match mend.kind {
        MendKind::UseArticle => Line::UseArticle,
        MendKind::MakeReported => Line::TurnReported,
        MendKind::MakeQuote => Line::TurnQuote,
        MendKind::RemoveMarks => Line::RemoveMarks,
        MendKind::RemoveCharacters => Line::RemoveCharacters,
        MendKind::Remove => Line::Remove,
        MendKind::RemoveSpeaker => Line::RemoveSpeaker,
        MendKind::ThisPlace => return words.with(&UseWords { words: &mend.text }),
        MendKind::Write => return words.with(&WriteWords { words: &mend.text }),
    };
    words.text(line).to_owned()
}
