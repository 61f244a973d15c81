//! A problem with the buttons that mend it.

use editing::{Mend, MendKind, Problem, Work};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::field::Field;
use crate::lines::{Line, UseWords, WriteWords};
use crate::page;
use crate::state::{Message, Panel, Send};
use crate::words::{Words, press, say};

/// A problem. In a list of all, `place` says what it is about, and a button leads there.
pub fn problem_row(problem: &Problem, place: Option<String>, work: &Work, send: &Send, words: &Words) -> Html {
    let field = Field::of(problem, work);
    let buttons = problem.mends.iter().map(|mend| mend_button(mend, send, words));
    let selector = field.as_ref().and_then(|field| field.selector.clone());
    let leads = place.is_some() || selector.is_some();
    let severity = if problem.is_error { Line::Error } else { Line::Warning };
    html! {
        <li key={format!("{} {}", problem.code, problem.path)} ~className={if problem.is_error { "problem is-error" } else { "problem is-warning" }}>
            <p>{ say("b", "", words.text(severity)) }{ " " }{ words.text(heading(&problem.code)) }</p>
            if let Some(place) = &place { <p class="where" dir="auto">{ place }</p> }
            if let Some(Field { name, value, .. }) = &field { { told(words.text(*name), value) } }
            if let Some(nearest) = &problem.nearest { { told(words.text(Line::ArticleHas), nearest) } }
            if let Some(left_out) = &problem.left_out { { told(words.text(Line::WordsLeftOut), left_out) } }
            <div class="row">
                { for buttons }
                if leads { { press("quiet", words.text(Line::ShowPlace), show(problem, selector, send)) } }
            </div>
            { technical(problem, words) }
        </li>
    }
}

/// Words of the article or of a field, with what they are.
fn told(name: &str, value: &str) -> Html {
    html! { <p class="nearest" dir="auto">{ name }{ " " }if !value.is_empty() { <q>{ value }</q> }</p> }
}

fn mend_button(mend: &Mend, send: &Send, words: &Words) -> Html {
    let (send, action, done) = (send.clone(), mend.action.clone(), words.text(Line::Mended).to_owned());
    let on_click = move |_: MouseEvent| {
        send.dispatch(Message::Act(action.clone()));
        send.dispatch(Message::Pause);
        send.dispatch(Message::Say(done.clone()));
        // The button goes with the problem.
        page::leave_field("");
        page::take_focus_in_panel();
    };
    let text = text(mend, words);
    // Of a place in the article, the words themselves stand out from those around them.
    let parts = text.split('\0').enumerate().map(|(number, part)| match number {
        1 => html! { <b>{ part.to_owned() }</b> },
        _ => part.into(),
    });
    html! { <button class="mend" onclick={on_click}>{ for parts }</button> }
}

/// Leads to the card, the speaker or the panel that a problem is about, and there to this field.
fn show(problem: &Problem, selector: Option<String>, send: &Send) -> Callback<MouseEvent> {
    let (card, statement) = (problem.card, problem.statement.unwrap_or_default());
    let (panel, otherwise) = match (card, &problem.speaker) {
        (Some(_), _) => (Panel::Cards, None),
        (None, Some(speaker)) => {
            // Not a name that would end the selector.
            let is_plain = speaker.chars().all(|c| c.is_alphanumeric() || c == '-');
            (Panel::Speakers, is_plain.then(|| format!("#voice-{speaker}")))
        }
        (None, None) => (Panel::Publish, Some("#headline textarea".to_owned())),
    };
    let (send, selector) = (send.clone(), selector.or(otherwise));
    Callback::from(move |_: MouseEvent| {
        if let Some(card) = card {
            send.dispatch(Message::Select(card, statement));
        }
        send.dispatch(Message::Show(panel));
        // After the panel has been drawn.
        if let Some(selector) = selector.clone() {
            Timeout::new(50, move || page::focus(&selector)).forget();
        }
    })
}

/// The message of the command has words of the document's format, which an editor need not know.
fn technical(problem: &Problem, words: &Words) -> Html {
    html! {
        <details class="technical">
            { say("summary", "", words.text(Line::TechnicalDetails)) }
            <p lang="en">{ &problem.message }</p>
            <p><code>{ &problem.path }</code></p>
        </details>
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
