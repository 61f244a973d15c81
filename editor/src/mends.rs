//! A problem with the buttons that mend it.

use editing::{Mend, MendKind, Problem};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::lines::{Line, UseWords, WriteWords};
use crate::page;
use crate::state::{Message, Panel, Send};
use crate::words::Words;

/// A problem. Within its card, nothing leads there.
pub fn problem_row(problem: &Problem, is_in_card: bool, send: &Send, words: &Words) -> Html {
    let buttons = problem.mends.iter().map(|mend| {
        let (send, action, done) = (send.clone(), mend.action.clone(), words.text(Line::Mended).to_owned());
        let on_click = move |_: MouseEvent| {
            send.dispatch(Message::Act(action.clone()));
            send.dispatch(Message::Pause);
            send.dispatch(Message::Say(done.clone()));
            // The button goes with the problem.
            page::leave_field("");
            page::take_focus_in_panel();
        };
        html! { <button class="mend" onclick={on_click}>{ text(mend, words) }</button> }
    });
    let show = {
        let (send, card, statement, speaker) = (send.clone(), problem.card, problem.statement, problem.speaker.clone());
        move |_: MouseEvent| match (card, &speaker) {
            (Some(card), _) => {
                send.dispatch(Message::Select(card, statement.unwrap_or_default()));
                send.dispatch(Message::Show(Panel::Cards));
            }
            (_, Some(speaker)) => {
                send.dispatch(Message::Show(Panel::Speakers));
                // Not a name that would end the selector.
                let id = speaker.chars().all(|c| c.is_alphanumeric() || c == '-').then(|| format!("#voice-{speaker}"));
                Timeout::new(50, move || id.iter().for_each(|id| page::focus(id))).forget();
            }
            _ => {
                send.dispatch(Message::Show(Panel::Publish));
                Timeout::new(50, || page::focus("#headline textarea")).forget();
            }
        }
    };
    let severity = if problem.is_error { Line::Error } else { Line::Warning };
    html! {
        <li class={classes!("problem", if problem.is_error { "is-error" } else { "is-warning" })}>
            <p><b>{ words.text(severity) }</b>{ " " }{ heading(&problem.code).map(|line| words.text(line)) }</p>
            <p class="message" lang="en">{ &problem.message }</p>
            if let Some(nearest) = &problem.nearest { <p class="nearest" dir="auto">{ words.text(Line::ArticleHas) }{ " " }<q>{ nearest }</q></p> }
            <div class="row">
                { for buttons }
                if !is_in_card { <button class="quiet" onclick={show}>{ words.text(Line::ShowPlace) }</button> }
            </div>
            if !is_in_card { <p class="path"><code>{ &problem.path }</code></p> }
        </li>
    }
}

/// What is wrong, in the editor's language. The message of the command, which is in English, has the details.
fn heading(code: &str) -> Option<Line> {
    Some(match code {
        "altered" => Line::ProblemOtherWords,
        "not-found" => Line::ProblemNoSuchWords,
        "outside-article" => Line::ProblemOutsideArticle,
        "ambiguous" => Line::ProblemSeveralPlaces,
        "no-words" | "no-words-in-part" => Line::ProblemNoWord,
        "parts" => Line::ProblemPartsApart,
        "cut" => Line::ProblemCut,
        "context" => Line::ProblemWordsBeside,
        "unquoted" => Line::ProblemNotInMarks,
        "quoted" => Line::ProblemInMarks,
        "marks" => Line::ProblemOwnMarks,
        "invisible" | "bidirectional" => Line::ProblemUnseen,
        "role" => Line::ProblemOtherRole,
        "other-speaker" => Line::ProblemOtherSpeaker,
        "no-speaker" => Line::ProblemNoSpeaker,
        "unused-speaker" => Line::ProblemSaysNothing,
        "scale" => Line::ProblemOffScale,
        "missing" | "empty" | "no-claims" => Line::ProblemMissing,
        "type" | "duplicate-field" | "unknown-field" | "choice" | "version" => Line::ProblemWrongField,
        "url" => Line::ProblemNoAddress,
        "date" => Line::ProblemNoDate,
        "language" => Line::ProblemNoLanguage,
        "unknown-speaker" | "faulty-speaker" => Line::ProblemNoSuchSpeaker,
        "no-statements" | "empty-statement" => Line::ProblemNothingSaid,
        "empty-source" => Line::ProblemNoSource,
        "id-missing" | "id-form" | "id-taken" | "id-type" => Line::ProblemWrongId,
        _ => return None,
    })
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
