//! A problem with the buttons that mend it.

use editing::{Mend, MendKind, Problem};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::lines::{Line, UseWords, WriteWords};
use crate::page;
use crate::state::{Message, Panel, Send};
use crate::words::Words;

/// A problem. In a list of all, `place` says what it is about, and a button leads there.
pub fn problem_row(problem: &Problem, place: Option<String>, send: &Send, words: &Words) -> Html {
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
    // The message of the command has words of the document's format, which an editor need not know.
    let details = html! {
        <details class="technical">
            <summary>{ words.text(Line::TechnicalDetails) }</summary>
            <p lang="en">{ &problem.message }</p>
            <p><code>{ &problem.path }</code></p>
        </details>
    };
    let severity = if problem.is_error { Line::Error } else { Line::Warning };
    html! {
        <li key={format!("{} {}", problem.code, problem.path)} class={classes!("problem", if problem.is_error { "is-error" } else { "is-warning" })}>
            <p><b>{ words.text(severity) }</b>{ " " }{ words.text(heading(&problem.code)) }</p>
            if let Some(place) = &place { <p class="where" dir="auto">{ place }</p> }
            if let Some(nearest) = &problem.nearest { <p class="nearest" dir="auto">{ words.text(Line::ArticleHas) }{ " " }<q>{ nearest }</q></p> }
            if let Some(left_out) = &problem.left_out { <p class="nearest" dir="auto">{ words.text(Line::WordsLeftOut) }{ " " }<q>{ left_out }</q></p> }
            <div class="row">
                { for buttons }
                if place.is_some() { <button class="quiet" onclick={show}>{ words.text(Line::ShowPlace) }</button> }
            </div>
            { details }
        </li>
    }
}

/// What is wrong, in the editor's language. The message of the command, which is in English, has the details.
fn heading(code: &str) -> Line {
    match code {
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
        "marks-left-out" => Line::ProblemMarksLeftOut,
        "body" => Line::ProblemOldBody,
        "role" => Line::ProblemOtherRole,
        "other-speaker" => Line::ProblemOtherSpeaker,
        "several-speakers" => Line::ProblemSeveralSpeakers,
        "half-marks" => Line::ProblemHalfMarks,
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
        _ => Line::ProblemOther,
    }
}

fn text(mend: &Mend, words: &Words) -> String {
    let line = match mend.kind {
        MendKind::UseArticle => Line::UseArticle,
        MendKind::MakeReported => Line::TurnReported,
        MendKind::MakeQuote => Line::TurnQuote,
        MendKind::OnlyQuoted => Line::OnlyQuoted,
        MendKind::RemoveMarks => Line::RemoveMarks,
        MendKind::RemoveCharacters => Line::RemoveCharacters,
        MendKind::Remove => Line::Remove,
        MendKind::RemoveSpeaker => Line::RemoveSpeaker,
        MendKind::ThisPlace => return words.with(&UseWords { words: &mend.text }),
        MendKind::Write => return words.with(&WriteWords { words: &mend.text }),
    };
    words.text(line).to_owned()
}

#[cfg(test)]
mod tests {
    use super::heading;
    use crate::lines::Line;

    /// The codes in the tables of these sections of the documentation.
    fn codes(sections: &[&str]) -> Vec<&'static str> {
        let documentation = include_str!("../../docs/problems.md");
        let sections =
            documentation.split("\n## ").filter(|section| sections.iter().any(|name| section.starts_with(name)));
        let cells =
            sections.flat_map(|section| section.lines().filter_map(|line| line.strip_prefix("| `")?.split('|').next()));
        cells.flat_map(|cell| cell.split(", ")).map(|code| code.trim_matches([' ', '`'])).collect()
    }

    #[test]
    fn every_problem_that_a_work_can_have_is_told_in_the_editors_language() {
        let codes = codes(&["The document", "The comparison"]);
        assert!(codes.len() > 30, "{codes:?}");
        // Texts with these are refused at the beginning.
        let refused = ["too-large", "no-json", "markup", "syntax"];
        let is_told = |code: &str| refused.contains(&code) || !matches!(heading(code), Line::ProblemOther);
        let untold: Vec<_> = codes.into_iter().filter(|code| !is_told(code)).collect();
        assert_eq!(untold, [""; 0]);
    }
}
