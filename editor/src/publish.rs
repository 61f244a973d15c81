//! What is handed to the newsroom's system, each in the form in which it is pasted.

use std::rc::Rc;

use editing::{Action, Decision, Key, Note, Why, file_stem, two_lines};
use gloo::timers::callback::Timeout;
use serde_json::Value;
use yew::prelude::*;

use crate::app::{typed, value_of};
use crate::desk::late;
use crate::details::plain_field;
use crate::facts::Same;
use crate::lines::{CardsShown, Line};
use crate::page;
use crate::questions::{PublishAnswer, Published, Question, Unpublished};
use crate::state::{Desk, Message, Panel, Send};
use crate::words::{Words, press, say, use_words};
use crate::worker::Worker;

#[derive(PartialEq, Properties)]
pub struct PublishProps {
    pub desk: Desk,
}

#[component]
pub fn Publish(PublishProps { desk }: &PublishProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let script = use_state(|| {
        Some(page::remembered(SCRIPT)).filter(|text| !text.is_empty()).unwrap_or("fact-cards.js".to_owned())
    });
    let src = use_state(|| format!("{}.json", file_stem(desk.work().article("headline"))));
    let json = Rc::<str>::from(desk.work().to_publish());
    // Blanks at the ends are part of no address, but those between words are typed one letter after the other.
    let address = src.trim().to_owned();
    let made = use_made(desk, &json, &address, &send);
    // What was made of an older state may have what was taken back since.
    let made = made.as_ref().filter(|((of, at), _)| (of, at) == (&json, &address)).map(|(_, answer)| answer);
    let on_src = {
        let src = src.setter();
        Callback::from(move |event: InputEvent| src.set(typed(&event)))
    };
    let on_script = {
        let script = script.setter();
        Callback::from(move |event: InputEvent| {
            let text = typed(&event);
            page::remember(SCRIPT, text.trim());
            script.set(text);
        })
    };
    let published = made.and_then(|made| made.as_ref().ok());
    html! {
        <section class="publish">
            { say("h2", "", words.text(Line::TabPublish)) }
            { open(desk, &send, &words) }
            { headline(desk, &send, &words) }
            { language(desk, &send, &words) }
            <label class="field">{ say("span", "", words.text(Line::FileName)) }<input value={(*src).clone()} oninput={on_src} /></label>
            <label class="field">{ say("span", "", words.text(Line::ScriptAddress)) }<input value={(*script).clone()} oninput={on_script} /></label>
            if desk.work().count(Decision::Accepted) == 0 {
                { say("p", "hint", words.text(Line::NothingAccepted)) }
            } else {
                { state(desk, made, &send, &words) }
                { outputs(desk, &json, (&address, script.trim()), published, &words) }
            }
        </section>
    }
}

/// What was made for pasting, of this document and address or, until that has come, of those before.
#[hook]
fn use_made(desk: &Desk, json: &Rc<str>, address: &str, send: &Send) -> UseStateHandle<Option<Made>> {
    let worker: Worker = use_context().expect("the app has a worker");
    let made = use_state(|| None::<Made>);
    let (setter, send, work) = (made.setter(), send.clone(), desk.work().clone());
    use_effect_with((json.clone(), address.to_owned(), desk.attempts), move |(json, src, _)| {
        let question = Question::Publish { json: json.to_string(), src: src.clone() };
        let of = (json.clone(), src.clone());
        let ask = move || {
            let late = late(&work, &send);
            worker.ask(&question, move |answer: PublishAnswer| {
                drop(late);
                setter.set(Some((of, answer)));
            });
        };
        let timer = Timeout::new(150, ask);
        move || drop(timer)
    });
    made
}

/// How far it is: what readers will see, or why nothing can be pasted yet.
fn state(desk: &Desk, made: Option<&PublishAnswer>, send: &Send, words: &Words) -> Html {
    match made {
        None => say("p", "hint", words.text(Line::Reading)),
        Some(Ok(published)) => shown(desk, published, send, words),
        Some(Err(Unpublished::NothingToShow)) => say("p", "refusal", words.text(Line::NothingToShow)),
        Some(Err(Unpublished::Offline)) => {
            let send = send.clone();
            let again = move |_: MouseEvent| send.dispatch(Message::AskAgain);
            html! { <div class="refusal">{ say("p", "", words.text(Line::Offline)) }{ press("", words.text(Line::TryAgain), again) }</div> }
        }
    }
}

/// What was made for pasting, with the document and the address that it was made of.
type Made = ((Rc<str>, String), PublishAnswer);

/// Under which name the browser remembers where the site has the widget.
const SCRIPT: &str = "fact-cards-editor-script";

fn headline(desk: &Desk, send: &Send, words: &Words) -> Html {
    let send = send.clone();
    let on_change = Callback::from(move |text: String| {
        let value = Some(Value::String(text.trim().to_owned()));
        send.dispatch(Message::Act(Action::SetArticle { field: "headline".to_owned(), value }));
    });
    let text = desk.work().article("headline").to_owned();
    html! { <div id="headline">{ plain_field(words.text(Line::HeadlineLabel), text, &on_change, true) }</div> }
}

/// The language that the document names: readers get the cards' own words and the quotation marks in it.
fn language(desk: &Desk, send: &Send, words: &Words) -> Html {
    let own = desk.work().article("language").to_owned();
    let mut all = page::widget_languages(words.language());
    // A page may name another one, such as `de-AT`.
    if !own.is_empty() && all.iter().all(|(tag, _)| *tag != own) {
        all.push((own.clone(), own.clone()));
    }
    let options = all.into_iter().map(|(tag, name)| {
        let selected = tag == own;
        html! { <option value={tag} {selected}>{ name }</option> }
    });
    let send = send.clone();
    let on_change = move |event: Event| {
        let value = Some(value_of(&event)).filter(|tag| !tag.is_empty()).map(Value::String);
        send.dispatch(Message::Act(Action::SetArticle { field: "language".to_owned(), value }));
        send.dispatch(Message::Pause);
    };
    html! {
        <div id="language">
            <label class="field">{ say("span", "", words.text(Line::LanguageOfArticle)) }
                <select onchange={on_change}><option value="" selected={own.is_empty()}>{ words.text(Line::LanguageNone) }</option>{ for options }</select>
            </label>
        </div>
    }
}

/// How many of the accepted cards readers see; the others by name, each leading to its place.
fn shown(desk: &Desk, published: &Published, send: &Send, words: &Words) -> Html {
    let accepted: Vec<_> =
        desk.work().cards().iter().filter(|card| card.decision == Decision::Accepted).cloned().collect();
    let total = accepted.len();
    let count = total.saturating_sub(published.left_out.len()).to_string();
    let left_out = published.left_out.iter().filter_map(|number| accepted.get(*number)).map(|card| {
        let (send, key) = (send.clone(), card.key);
        let on_click = move |_: MouseEvent| {
            send.dispatch(Message::Select(key, 0));
            send.dispatch(Message::Show(Panel::Cards));
        };
        html! { <li><button class="saying" dir="auto" onclick={on_click}>{ card.text() }</button></li> }
    });
    html! {
        <div class="shown">
            { say("p", "", words.with(&CardsShown { shown: &count, total: &total.to_string() })) }
            if !published.left_out.is_empty() { <>{ say("p", "is-error", words.text(Line::LeftOut)) }<ul>{ for left_out }</ul></> }
        </div>
    }
}

/// Whether a line is about a note.
type IsMeant = fn(&Note) -> bool;

/// What of accepted cards nobody has looked at, as far as the editor can know, and which notes say so.
const UNREAD: [(Line, IsMeant); 3] = [
    (Line::SentencesAsProposed, |note| note.statement.is_none()),
    (Line::SpeakersUnchecked, |note| note.statement.is_some() && note.why != Why::Stance),
    (Line::StancesUnchecked, |note| note.why == Why::Stance),
];

/// What no check can find: cards that are not decided, and what nobody has looked at.
pub fn undone(desk: &Desk, send: &Send, words: &Words) -> Vec<Html> {
    let open = desk.work().count(Decision::Proposed);
    let cards = show(Panel::Cards, send);
    let undecided = html! { <li>{ words.count(open, Line::Open) }{ " " }{ press("quiet", words.text(Line::ShowPlace), cards) }</li> };
    let unread = UNREAD.into_iter().filter_map(|(line, is_so)| {
        let cards = desk.work().accepted_with(is_so);
        let (send, first) = (send.clone(), *cards.first()?);
        let noted = desk.work().card(first)?.notes.iter().find(|note| is_so(note))?.statement;
        let show = move |_: MouseEvent| {
            send.dispatch(Message::Select(first, noted.unwrap_or_default()));
            send.dispatch(Message::Show(Panel::Cards));
            // What is to be looked at: the sentence, or whose words they are.
            let Key(key) = first;
            let field = noted.map_or(format!("#sentence-{key}"), |statement| format!("#who-{key}-{statement}"));
            Timeout::new(50, move || page::focus(&field)).forget();
        };
        Some(html! { <li>{ words.count(cards.len(), line) }{ " " }{ press("quiet", words.text(Line::ShowPlace), show) }</li> })
    });
    (open > 0).then_some(undecided).into_iter().chain(unread).collect()
}

fn show(panel: Panel, send: &Send) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_: MouseEvent| send.dispatch(Message::Show(panel)))
}

/// What is still open. Nothing is forbidden.
fn open(desk: &Desk, send: &Send, words: &Words) -> Html {
    // What was found in an older state says nothing of this one.
    let report = desk.report.as_ref().filter(|(of, _)| *of == Same(desk.work().clone())).map(|(_, report)| report);
    let errors = report.map_or(0, |report| report.errors());
    let warnings = report.map_or(0, |report| report.problems.len() - errors);
    let undone = undone(desk, send, words);
    let is_fine = errors == 0 && warnings == 0 && undone.is_empty() && report.is_some();
    html! {
        <ul class="open">
            if errors > 0 { <li class="is-error">{ words.count(errors, Line::Errors) }{ " " }{ press("quiet", words.text(Line::ShowPlace), show(Panel::Problems, send)) }</li> }
            if warnings > 0 { <li>{ words.count(warnings, Line::Warnings) }{ " " }{ press("quiet", words.text(Line::ShowPlace), show(Panel::Problems, send)) }</li> }
            { for undone }
            if report.is_none() { <li>{ words.text(Line::Checking) }</li> }
            if is_fine { <li class="fine">{ words.text(Line::NothingOpen) }</li> }
        </ul>
    }
}

/// All forms of the document; the document alone, if nothing of it can be shown to readers yet. `src` and `script` are the addresses of the document
/// and of the widget.
fn outputs(desk: &Desk, json: &str, (src, script): (&str, &str), published: Option<&Published>, words: &Words) -> Html {
    let name = src.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".json").unwrap_or(name);
    let stem = if stem.is_empty() { "cards" } else { stem };
    let output = |title: Line, how: Line, name: String, media_type: &'static str, text: String| {
        // Each keeps what it said of copying when others come or go.
        let key = name.clone();
        html! {
            <Output {key} title={words.text(title)} how={words.text(how)} {name} {media_type} {text} />
        }
    };
    let mut all = vec![output(
        Line::DocumentTitle,
        Line::DocumentHow,
        format!("{stem}.json"),
        "application/json",
        json.to_owned(),
    )];
    if let Some(Published { html, plain, claim_review, .. }) = published {
        let lines = two_lines(script, src, desk.work());
        all.insert(0, output(Line::HtmlTitle, Line::HtmlHow, format!("{stem}.html"), "text/html", html.clone()));
        all.insert(1, output(Line::LinesTitle, Line::LinesHow, format!("{stem}-embed.html"), "text/html", lines));
        all.push(output(Line::PlainTitle, Line::PlainHow, format!("{stem}-plain.html"), "text/html", plain.clone()));
        all.extend(claim_review.as_ref().map(|reviews| {
            let name = format!("{stem}-claimreview.json");
            output(Line::ReviewsTitle, Line::ReviewsHow, name, "application/ld+json", reviews.clone())
        }));
    }
    html! { <div class="outputs">{ for all }</div> }
}

/// How long a button says that its text was copied, in milliseconds.
const COPIED: u32 = 3000;

#[derive(PartialEq, Properties)]
struct OutputProps {
    title: &'static str,
    /// What to paste where.
    how: &'static str,
    name: String,
    media_type: &'static str,
    text: String,
}

#[component]
fn Output(props: &OutputProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    // Whether the text was copied just now; that it was not stays.
    let answer = use_state(|| None::<bool>);
    {
        let setter = answer.setter();
        use_effect_with(*answer, move |answer| {
            let timer = (*answer == Some(true)).then(|| Timeout::new(COPIED, move || setter.set(None)));
            move || drop(timer)
        });
    }
    let on_copy = {
        let (send, text, words, answer) = (send.clone(), props.text.clone(), words.clone(), answer.setter());
        Callback::from(move |_: MouseEvent| {
            let (send, words, answer) = (send.clone(), words.clone(), answer.clone());
            send.dispatch(Message::Act(Action::Publish));
            page::copy(
                &text,
                Callback::from(move |is_copied| {
                    answer.set(Some(is_copied));
                    let line = if is_copied { Line::Copied } else { Line::NotCopied };
                    send.dispatch(Message::Say(words.text(line).to_owned()));
                }),
            );
        })
    };
    let copy = words.text(if *answer == Some(true) { Line::Copied } else { Line::Copy });
    let on_download = {
        let (send, name, media_type, text) = (send, props.name.clone(), props.media_type, props.text.clone());
        Callback::from(move |_: MouseEvent| {
            send.dispatch(Message::Act(Action::Publish));
            page::download(&name, media_type, &text);
        })
    };
    html! {
        <article class="output">
            <h3>{ props.title }</h3>
            <p>{ props.how }</p>
            <div class="row">
                <button class="primary" onclick={on_copy} aria-label={format!("{copy}: {}", props.title)}>{ copy }</button>
                <button onclick={on_download} aria-label={format!("{}: {}", words.text(Line::Download), props.name)}>{ words.text(Line::Download) }</button>
                <span class="count">{ &props.name }</span>
            </div>
            <div class="failed">if *answer == Some(false) { { say("p", "", words.text(Line::NotCopied)) } }</div>
            <details>{ say("summary", "", words.text(Line::LookAtIt)) }<textarea class="code" readonly=true rows="8" aria-label={props.title} value={props.text.clone()} /></details>
        </article>
    }
}
