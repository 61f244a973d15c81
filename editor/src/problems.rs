//! Every problem of the document, as `fact-cards check` tells it, and below what no check can find.

use editing::{Problem, string};
use yew::prelude::*;

use crate::lines::{Line, NowAt};
use crate::mends::problem_row;
use crate::publish::undone;
use crate::state::{Desk, Send};
use crate::words::{Words, say};

pub fn problems(desk: &Desk, send: &Send, words: &Words) -> Html {
    let Some((_, report)) = &desk.report else { return say("p", "hint", words.text(Line::Checking)) };
    let rows = |is_error: bool| {
        let problems = report.problems.iter().filter(move |problem| problem.is_error == is_error);
        problems.map(|problem| problem_row(problem, Some(place(desk, problem, words)), desk.work(), send, words))
    };
    let undone = undone(desk, send, words);
    let class = if undone.is_empty() { "no-problem fine" } else { "no-problem hint" };
    html! {
        <section>
            <h2 class="problems-title" tabindex="-1">{ words.text(Line::TabProblems) }</h2>
            if report.problems.is_empty() { <p ~className={class}>{ words.text(Line::NoProblems) }</p> }
            <ul class="problems">{ for rows(true) }{ for rows(false) }</ul>
            <ul class="open">{ for undone }</ul>
        </section>
    }
}

/// What a problem is about: a card, a speaker, or the article.
fn place(desk: &Desk, problem: &Problem, words: &Words) -> String {
    let work = desk.work();
    if let Some(card) = problem.card.and_then(|key| work.card(key)) {
        let number = work.place(card.key).map_or(0, |place| place + 1).to_string();
        return words.with(&NowAt { number: &number, text: card.text() });
    }
    let speaker = problem.speaker.as_ref().and_then(|key| work.speakers().get(key));
    speaker.map_or(words.text(Line::TabArticle), |speaker| string(speaker, "name")).to_owned()
}
