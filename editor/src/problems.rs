//! Every problem of the document, as `fact-cards check` tells it.

use yew::prelude::*;

use crate::lines::Line;
use crate::mends::problem_row;
use crate::state::{Desk, Send};
use crate::words::Words;

pub fn problems(desk: &Desk, send: &Send, words: &Words) -> Html {
    let Some((_, report)) = &desk.report else { return html! { <p class="hint">{ words.text(Line::Checking) }</p> } };
    let rows = |is_error: bool| {
        let problems = report.problems.iter().filter(move |problem| problem.is_error == is_error);
        problems.map(|problem| problem_row(problem, false, send, words))
    };
    html! {
        <section>
            <h2 class="problems-title" tabindex="-1">{ words.text(Line::TabProblems) }</h2>
            if report.problems.is_empty() { <p class="fine">{ words.text(Line::NoProblems) }</p> }
            <ul class="problems">{ for rows(true) }{ for rows(false) }</ul>
        </section>
    }
}
