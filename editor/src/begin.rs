//! The beginning: an article is pasted, dropped or chosen.

use std::rc::Rc;

use editing::{Given, Refusal, Report, Work};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::drafts::{self, Entry};
use crate::facts::Same;
use crate::lines::Line;
use crate::page;
use crate::questions::{BeginAnswer, Question};
use crate::state::{Message, Send};
use crate::words::use_words;
use crate::worker::Worker;

/// The article of the project's own page.
const EXAMPLE: &str = include_str!("../../data/iran-s-400.json");

/// The largest file that is read, in bytes.
const MOST_BYTES: f64 = 20_000_000.0;

/// What is happening.
#[derive(Clone, PartialEq)]
enum Progress {
    Waiting,
    Reading,
    /// There are several documents in it.
    Choosing(Same<Vec<Work>>),
    Refused(String),
}

#[component]
pub fn Begin() -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let worker: Worker = use_context().expect("the app has a worker");
    let progress = use_state(|| Progress::Waiting);
    let typed = use_state(String::new);
    // The text of a file or of the clipboard, and the name of the file.
    let start = {
        let (send, progress) = (send.clone(), progress.clone());
        Callback::from(move |(source, name): (String, String)| {
            progress.set(Progress::Reading);
            let given = match Given::of(&source, &name) {
                Ok(given) => given,
                Err(refusal) => return progress.set(Progress::Refused(refusal.to_string())),
            };
            let (send, progress) = (send.clone(), progress.clone());
            worker.ask(&Question::Begin { given }, move |answer: BeginAnswer| match answer {
                Ok((mut works, report)) if works.len() == 1 => open(works.remove(0), report, &send),
                Ok((works, _)) => progress.set(Progress::Choosing(Same(Rc::new(works)))),
                Err(reason) => progress.set(Progress::Refused(reason)),
            });
        })
    };
    use_bookmarklet(&start);
    let read = {
        let (start, progress) = (start.clone(), progress.clone());
        Callback::from(move |file: web_sys::File| {
            if file.size() > MOST_BYTES {
                return progress.set(Progress::Refused(Refusal::TooLarge(MOST_BYTES as usize).to_string()));
            }
            progress.set(Progress::Reading);
            let (start, name) = (start.clone(), file.name());
            page::read(&file, Callback::from(move |text: String| start.emit((text, name.clone()))));
        })
    };
    let on_paste = {
        let (start, read) = (start.clone(), read.clone());
        Callback::from(move |event: Event| pasted(&event, &start, &read))
    };
    let on_drop = {
        let (start, read) = (start.clone(), read.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            let Some(data) = event.data_transfer() else { return };
            match data.files().and_then(|files| files.get(0)) {
                Some(file) => read.emit(file),
                None => given(&data, &start),
            }
        })
    };
    let on_file = Callback::from(move |event: Event| {
        let file = event.target_unchecked_into::<HtmlInputElement>().files().and_then(|files| files.get(0));
        if let Some(file) = file {
            read.emit(file);
        }
    });
    let on_example = {
        let start = start.clone();
        Callback::from(move |_: MouseEvent| start.emit((example(), String::new())))
    };
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlTextAreaElement>().value()))
    };
    let on_start = {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| start.emit(((*typed).clone(), String::new())))
    };
    html! {
        <main class="begin" ondragover={|event: DragEvent| event.prevent_default()} ondrop={on_drop}>
            <h1>{ words.text(Line::BeginTitle) }</h1>
            <p class="lead">{ words.text(Line::BeginLead) }</p>
            <div class="paste">
                <label for="source">{ words.text(Line::PasteLabel) }</label>
                <textarea id="source" rows="7" dir="auto" placeholder={words.text(Line::PasteHint)} onpaste={on_paste} oninput={on_input} />
                <div class="row">
                    <button class="primary" onclick={on_start} disabled={typed.trim().is_empty()}>{ words.text(Line::MakeCards) }</button>
                    <label class="button file">{ words.text(Line::ChooseFile) }<input type="file" class="visually-hidden" onchange={on_file} /></label>
                    <button onclick={on_example}>{ words.text(Line::TryExample) }</button>
                </div>
                <p class="hint">{ words.text(Line::WhatIsTaken) }</p>
            </div>
            <div role="status" aria-live="polite">
                if *progress == Progress::Reading { <p class="reading">{ words.text(Line::Reading) }</p> }
            </div>
            if let Progress::Choosing(works) = &*progress { <Several works={works.clone()} /> }
            if let Progress::Refused(reason) = &*progress {
                <div class="refusal" role="alert"><p>{ words.text(Line::Refused) }</p><p lang="en">{ reason }</p><p>{ words.text(Line::WhatIsTaken) }</p></div>
            }
            <Kept />
            <p class="bookmarklet"><a href={bookmarklet()} onclick={|event: MouseEvent| event.prevent_default()}>{ words.text(Line::Bookmarklet) }</a>{ " " }{ words.text(Line::BookmarkletHow) }</p>
            <p class="promise">{ words.text(Line::StaysHere) }</p>
        </main>
    }
}

fn open(work: Work, report: Option<Report>, send: &Send) {
    let id = drafts::new_id(&work);
    send.dispatch(Message::Open { id, work: work.into(), report });
}

#[derive(PartialEq, Properties)]
struct SeveralProps {
    works: Same<Vec<Work>>,
}

/// The documents that are in a file: one of them is opened.
#[component]
fn Several(SeveralProps { works: Same(works) }: &SeveralProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let rows = works.iter().map(|work| {
        let on_click = {
            let (work, send) = (work.clone(), send.clone());
            move |_: MouseEvent| open(work.clone(), None, &send)
        };
        let count = words.count(work.cards().len(), Line::CountOfCards);
        html! { <li><button class="draft" onclick={on_click}><b dir="auto">{ work.article("headline").to_owned() }</b><span>{ count }</span></button></li> }
    });
    html! {
        <section class="kept several" role="alert">
            <h2>{ words.count(works.len(), Line::SeveralTitle) }</h2>
            <p class="hint">{ words.text(Line::SeveralHow) }</p>
            <ul>{ for rows }</ul>
        </section>
    }
}

/// What is on the clipboard: a file, a part of a page with its paragraphs, or text.
fn pasted(event: &Event, start: &Callback<(String, String)>, read: &Callback<web_sys::File>) {
    let Some(data) =
        wasm_bindgen::JsCast::dyn_ref::<web_sys::ClipboardEvent>(event).and_then(|event| event.clipboard_data())
    else {
        return;
    };
    // Where something has been typed, what is pasted goes on with it.
    let field = event.target_dyn_into::<HtmlTextAreaElement>();
    if field.is_some_and(|field| !field.value().trim().is_empty()) {
        return;
    }
    event.prevent_default();
    let text = data.get_data("text/plain").unwrap_or_default();
    match data.files().and_then(|files| files.get(0)) {
        // Programs for writing put a picture of the text beside it.
        Some(file) if text.is_empty() => read.emit(file),
        _ => given(&data, start),
    }
}

fn given(data: &web_sys::DataTransfer, start: &Callback<(String, String)>) {
    let of = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
    let text = of("text/plain");
    // Somebody who copies the source of a page, a document or cells of a spreadsheet means what it says.
    let is_table = |text: &str| matches!(Given::of(text, ""), Ok(Given::Table { .. }));
    let is_source =
        text.as_deref().is_some_and(|text| text.trim_start().starts_with(['<', '{', '[']) || is_table(text));
    let source = if is_source { text } else { of("text/html").or(text) };
    if let Some(source) = source {
        start.emit((source, String::new()));
    }
}

/// A link that opens the editor from any page, and hands that page over when the editor is ready.
fn bookmarklet() -> String {
    let location = gloo::utils::window().location();
    let address = location.href().unwrap_or_default();
    let address = address.split(['#', '?']).next().unwrap_or_default();
    let origin = location.origin().unwrap_or_default();
    format!(
        "javascript:(()=>{{const editor=open('{address}');addEventListener('message',(event)=>{{if(event.source===editor&&\
         event.data==='fact-cards-editor-ready')editor.postMessage(document.documentElement.outerHTML,'{origin}')}})}})()"
    )
}

/// The article of the example, as plain text.
fn example() -> String {
    let document: serde_json::Value = serde_json::from_str(EXAMPLE).expect("the document of this project");
    let article = &document["article"];
    let body = article["body"].as_array().into_iter().flatten().filter_map(|text| text.as_str());
    let parts: Vec<_> = article["headline"].as_str().into_iter().chain(body).collect();
    parts.join("\n\n")
}

/// A page that the bookmarklet hands over. Whoever opened the editor is told that it is ready, and asked before anything is read.
#[hook]
fn use_bookmarklet(start: &Callback<(String, String)>) {
    let words = use_words();
    let start = start.clone();
    use_effect_with((), move |()| {
        let listener = page::tell_opener().then(|| {
            gloo::events::EventListener::new(&gloo::utils::window(), "message", move |event| {
                let Some(event) = wasm_bindgen::JsCast::dyn_ref::<web_sys::MessageEvent>(event) else { return };
                let Some(source) = event.data().as_string().filter(|source| source.starts_with('<')) else { return };
                let question = words.with(&crate::lines::AskTake { site: &event.origin() });
                if gloo::utils::window().confirm_with_message(&question).unwrap_or_default() {
                    start.emit((source, String::new()));
                }
            })
        });
        move || drop(listener)
    });
}

/// The drafts that are kept in this browser.
#[component]
fn Kept() -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let entries = use_state(drafts::all);
    if entries.is_empty() {
        return html! {};
    }
    let rows = entries.iter().map(|entry: &Entry| {
        let open = {
            let (send, id) = (send.clone(), entry.id.clone());
            move |_: MouseEvent| {
                if let Some(work) = drafts::load(&id) {
                    send.dispatch(Message::Open { id: id.clone(), work: work.into(), report: None });
                }
            }
        };
        let delete = {
            let (entries, id) = (entries.clone(), entry.id.clone());
            let question = words.with(&crate::lines::AskDelete { title: &entry.title });
            move |_: MouseEvent| {
                if gloo::utils::window().confirm_with_message(&question).unwrap_or_default() {
                    drafts::delete(&id);
                    entries.set(drafts::all());
                }
            }
        };
        html! {
            <li key={entry.id.clone()}>
                <button class="draft" onclick={open}><b dir="auto">{ &entry.title }</b><span>{ page::told(entry.changed, words.language()) }</span></button>
                <button class="quiet" onclick={delete} aria-label={format!("{}: {}", words.text(Line::Delete), entry.title)}>{ words.text(Line::Delete) }</button>
            </li>
        }
    });
    html! { <section class="kept"><h2>{ words.text(Line::KeptTitle) }</h2><ul>{ for rows }</ul></section> }
}
