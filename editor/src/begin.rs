//! The beginning: an article is pasted, dropped or chosen.

use std::cell::RefCell;
use std::rc::Rc;

use editing::{Given, History, Refusal, Report, Work};
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::brought::Brought;
use crate::drafts::{self, Entry};
use crate::facts::Same;
use crate::lines::Line;
use crate::page;
use crate::questions::{BeginAnswer, OFFLINE, Question, reason};
use crate::state::{Message, Send};
use crate::words::{Words, press, say, use_words};
use crate::worker::Worker;

/// The largest file that is read, in bytes.
const MOST_BYTES: f64 = 20_000_000.0;

/// What is happening.
#[derive(Clone, PartialEq)]
enum Progress {
    Waiting,
    Reading,
    /// There are several documents in it; or it is a table with columns that are not imported, with their headings; or a page whose reviews are
    /// not among them, because what reads them did not come.
    Choosing(Same<Vec<Work>>, String, bool),
    /// With the reason, as the worker gives it.
    Refused(String),
    /// A file of the editor did not come; and whether what was brought waits for it.
    Offline(bool),
    /// What was brought is still there; and whether the editor has failed at it.
    Held(bool),
}

#[component]
pub fn Begin() -> Html {
    let words = use_words();
    let worker: Worker = use_context().expect("the app has a worker");
    let held = use_memo((), |()| Brought::held());
    let progress = use_state(|| if held.is_some() { Progress::Held(false) } else { Progress::Waiting });
    let brought = use_state(|| (*held).clone().unwrap_or_default());
    let typed = use_state(|| brought.shown.clone());
    let start = use_start(&progress, &brought, &typed);
    use_bookmarklet(&start);
    let bringing = Bringing { read: reading(&start, &progress), progress, brought, typed, start };
    let status = if *bringing.progress == Progress::Reading { words.text(Line::Reading) } else { "" };
    html! {
        <main class="begin" ondrop={bringing.on_drop()}>
            { say("h1", "", words.text(Line::BeginTitle)) }
            { say("p", "lead", words.text(Line::BeginLead)) }
            <div class="paste">
                { bringing.field(&words) }
                { bringing.buttons(&words) }
                { say("p", "hint", words.text(Line::WhatIsTaken)) }
            </div>
            <div role="status" aria-live="polite">
                if !status.is_empty() { <p class="reading">{ status }</p> }
            </div>
            <div>{ told(&bringing.progress, &words, bringing.stop(worker), bringing.again()) }</div>
            <Kept />
            <p class="bookmarklet"><a href={bookmarklet()} onclick={|event: MouseEvent| event.prevent_default()}>{ words.text(Line::Bookmarklet) }</a>{ " " }{ words.text(Line::BookmarkletHow) }</p>
            { say("p", "promise", words.text(Line::StaysHere)) }
        </main>
    }
}

/// The ways to bring an article.
struct Bringing {
    progress: UseStateHandle<Progress>,
    /// What was brought last.
    brought: UseStateHandle<Brought>,
    /// What stands in the field.
    typed: UseStateHandle<String>,
    /// Begins with what was brought.
    start: Callback<Brought>,
    /// Reads a file, and begins with it.
    read: Callback<File>,
}

impl Bringing {
    /// What is pasted into the field is begun with at once, what is typed there by the button.
    fn field(&self, words: &Words) -> Html {
        let on_paste = {
            let (start, read, brought) = (self.start.clone(), self.read.clone(), self.brought.clone());
            Callback::from(move |event: Event| pasted(&event, &brought.shown, &start, &read))
        };
        let on_input = {
            let typed = self.typed.setter();
            Callback::from(move |event: InputEvent| {
                typed.set(event.target_unchecked_into::<HtmlTextAreaElement>().value())
            })
        };
        let value = (*self.typed).clone();
        html! {
            <>
                <label for="source">{ words.text(Line::PasteLabel) }</label>
                <textarea id="source" rows="7" dir="auto" {value} placeholder={words.text(Line::PasteHint)} onpaste={on_paste} oninput={on_input} />
            </>
        }
    }

    fn buttons(&self, words: &Words) -> Html {
        let on_start = {
            let (start, typed, brought) = (self.start.clone(), self.typed.clone(), self.brought.clone());
            Callback::from(move |_: MouseEvent| {
                // What was pasted has its markup, unless it has been changed here.
                let is_unchanged = !brought.shown.is_empty() && brought.shown == *typed;
                start.emit(if is_unchanged { (*brought).clone() } else { Brought::text((*typed).clone()) });
            })
        };
        let read = self.read.clone();
        let on_file = move |event: Event| {
            let file = event.target_unchecked_into::<HtmlInputElement>().files().and_then(|files| files.get(0));
            if let Some(file) = file {
                read.emit(file);
            }
        };
        html! {
            <div class="row">
                <button class="primary" onclick={on_start} disabled={self.typed.trim().is_empty()}>{ words.text(Line::MakeCards) }</button>
                <label class="button file">{ words.text(Line::ChooseFile) }<input type="file" class="visually-hidden" onchange={on_file} /></label>
                { press("", words.text(Line::TryExample), self.on_example()) }
            </div>
        }
    }

    fn on_example(&self) -> Callback<MouseEvent> {
        let (start, progress) = (self.start.clone(), self.progress.setter());
        Callback::from(move |_: MouseEvent| {
            let (start, progress) = (start.clone(), progress.clone());
            spawn_local(async move {
                match page::example().await {
                    Some(text) => start.emit(Brought::text(text)),
                    None => progress.set(Progress::Offline(false)),
                }
            });
        })
    }

    /// Takes what is dropped anywhere in the page: `browser.js` hands it over.
    fn on_drop(&self) -> Callback<DragEvent> {
        let (start, read, progress) = (self.start.clone(), self.read.clone(), self.progress.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            let Some(data) = event.data_transfer() else { return };
            let files = data.files();
            match files.as_ref().map_or(0, FileList::length) {
                0 => given(&data, &start),
                1 => files.and_then(|files| files.get(0)).into_iter().for_each(|file| read.emit(file)),
                _ => progress.set(Progress::Refused("several".to_owned())),
            }
        })
    }

    /// Begins with the same once more.
    fn again(&self) -> Callback<MouseEvent> {
        let (start, brought) = (self.start.clone(), self.brought.clone());
        Callback::from(move |_: MouseEvent| start.emit((*brought).clone()))
    }

    /// Ends the reading; what was brought is still there.
    fn stop(&self, worker: Worker) -> Callback<MouseEvent> {
        let (progress, typed, brought) = (self.progress.setter(), self.typed.setter(), self.brought.clone());
        Callback::from(move |_: MouseEvent| {
            worker.stop();
            typed.set(brought.shown.clone());
            progress.set(Progress::Held(false));
        })
    }
}

fn reading(start: &Callback<Brought>, progress: &UseStateHandle<Progress>) -> Callback<File> {
    let (start, progress) = (start.clone(), progress.setter());
    Callback::from(move |file: File| {
        if file.size() > MOST_BYTES {
            return progress.set(Progress::Refused(reason(Refusal::TooLarge(MOST_BYTES as usize))));
        }
        progress.set(Progress::Reading);
        let (start, name) = (start.clone(), file.name());
        let done = move |source: String| {
            start.emit(Brought { source, name: name.clone(), shown: String::new() });
        };
        page::read(&file, Callback::from(done));
    })
}

/// Begins with what was brought. Until a draft of it is kept, it is held.
#[hook]
fn use_start(
    progress: &UseStateHandle<Progress>,
    brought: &UseStateHandle<Brought>,
    typed: &UseStateHandle<String>,
) -> Callback<Brought> {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let worker: Worker = use_context().expect("the app has a worker");
    let (progress, held, typed) = (progress.setter(), brought.setter(), typed.setter());
    let is_reading = use_reading(&worker);
    Callback::from(move |brought: Brought| {
        if is_reading.take() {
            worker.stop();
        }
        brought.hold();
        progress.set(Progress::Reading);
        held.set(brought.clone());
        let given = match Given::of(&brought.source, &brought.name) {
            Ok(given) => given,
            Err(refusal) => return progress.set(refused(reason(refusal))),
        };
        let left_out = given.columns_left_out().join(", ");
        is_reading.replace(true);
        let (is_reading, send, words) = (is_reading.clone(), send.clone(), words.clone());
        let (progress, typed) = (progress.clone(), typed.clone());
        worker.try_to_ask(&Question::Begin { given }, move |answer: Option<BeginAnswer>| {
            is_reading.replace(false);
            if !matches!(answer, Some(Ok(_))) {
                typed.set(brought.shown);
            }
            progress.set(match answer {
                Some(Ok(mut begun)) if begun.works.len() == 1 && left_out.is_empty() && !begun.lacks_reviews => {
                    open(begun.works.remove(0), begun.report, &send, &words);
                    return true;
                }
                Some(Ok(begun)) => Progress::Choosing(Same(Rc::new(begun.works)), left_out, begun.lacks_reviews),
                Some(Err(reason)) => refused(reason),
                None => Progress::Held(true),
            });
            true
        });
    })
}

/// Whether something is being read. Whoever opens another draft meanwhile stays with that.
#[hook]
fn use_reading(worker: &Worker) -> Rc<RefCell<bool>> {
    let is_reading = use_mut_ref(|| false);
    let (ends, worker) = (is_reading.clone(), worker.clone());
    use_effect_with((), move |()| {
        move || {
            if ends.take() {
                worker.stop();
            }
        }
    });
    is_reading
}

/// Why nothing can be begun. Without a connection, what was brought is still held, and may be tried again.
fn refused(reason: String) -> Progress {
    if reason == OFFLINE {
        return Progress::Offline(true);
    }
    Brought::release();
    Progress::Refused(reason)
}

/// What is told below the field, and what can be done.
fn told(progress: &Progress, words: &Words, stop: Callback<MouseEvent>, again: Callback<MouseEvent>) -> Html {
    match progress {
        Progress::Waiting => html! {},
        Progress::Reading => press("stop", words.text(Line::Stop), stop),
        Progress::Choosing(works, left_out, lacks_reviews) => html! {
            <>
                if *lacks_reviews { { again_or_not(Some(Line::Offline), Some(again), words) } }
                <Several works={works.clone()} left_out={left_out.clone()} />
            </>
        },
        Progress::Refused(reason) => {
            let (line, details) = match &**reason {
                "empty" => (Line::RefusedEmpty, None),
                "no-text" => (Line::RefusedNoText, None),
                "too-large" => (Line::RefusedTooLarge, None),
                "several" => (Line::RefusedSeveral, None),
                "too-much" => (Line::RefusedTooMuch, None),
                message => (Line::RefusedForm, Some(message)),
            };
            html! {
                <div class="refusal" role="alert">
                    <p>{ words.text(Line::Refused) }{ " " }{ words.text(line) }</p>
                    if let Some(details) = details { <details class="technical">{ say("summary", "", words.text(Line::TechnicalDetails)) }<p lang="en">{ details }</p></details> }
                    { say("p", "", words.text(Line::WhatIsTaken)) }
                </div>
            }
        }
        Progress::Offline(is_held) => again_or_not(Some(Line::Offline), is_held.then_some(again), words),
        Progress::Held(has_failed) => again_or_not(has_failed.then_some(Line::HasFailed), Some(again), words),
    }
}

/// What has happened. Where something was brought, it is still there, and can be tried `again`.
fn again_or_not(happened: Option<Line>, again: Option<Callback<MouseEvent>>, words: &Words) -> Html {
    html! {
        <div class="refusal" role="alert">
            if let Some(line) = happened { { say("p", "", words.text(line)) } }
            if let Some(again) = again {
                { say("p", "", words.text(Line::StillHere)) }
                { press("", words.text(Line::TryAgain), again) }
            }
        </div>
    }
}

/// Opens the desk, and says how many cards there are. The focus is on the first of them.
fn open(work: Work, report: Option<Report>, send: &Send, words: &Words) {
    open_draft(drafts::new_id(&work), History::of(work), report, send, words);
}

fn open_draft(id: String, history: History, report: Option<Report>, send: &Send, words: &Words) {
    let (send, count) = (send.clone(), words.count(history.now().cards().len(), Line::CountOfCards));
    send.dispatch(Message::Open { id, history: history.into(), report });
    // After the desk has been drawn.
    let say = move || {
        page::take_focus(".card.is-open");
        page::take_focus("#panel");
        send.dispatch(Message::Say(count));
    };
    Timeout::new(60, say).forget();
}

#[derive(PartialEq, Properties)]
struct SeveralProps {
    works: Same<Vec<Work>>,
    /// The headings of columns that are not imported; empty if there are none.
    left_out: String,
}

/// The documents that are in a file, of which one is opened, and what is left out of them.
#[component]
fn Several(SeveralProps { works: Same(works), left_out }: &SeveralProps) -> Html {
    let words = use_words();
    let send: Send = use_context().expect("the app sends");
    let rows = works.iter().map(|work| {
        let on_click = {
            let (work, send, words) = (work.clone(), send.clone(), words.clone());
            move |_: MouseEvent| open(work.clone(), None, &send, &words)
        };
        let count = words.count(work.cards().len(), Line::CountOfCards);
        // What is drafted of a page, and its reviews, are about the same article.
        let of_reviews = work.cards().iter().any(|card| card.claim.get("reviews").is_some());
        html! { <li><button class="draft" onclick={on_click}><b dir="auto">{ drafts::title(work) }</b><span>{ count }{ if of_reviews { " · ClaimReview" } else { "" } }</span></button></li> }
    });
    html! {
        <section class="kept several" role="alert">
            { say("h2", "", words.count(works.len(), Line::SeveralTitle)) }
            if !left_out.is_empty() { <p>{ words.text(Line::ColumnsLeftOut) }{ " " }<b dir="auto">{ left_out }</b></p> }
            if works.len() > 1 { { say("p", "hint", words.text(Line::SeveralHow)) } }
            <ul>{ for rows }</ul>
        </section>
    }
}

/// What is on the clipboard: a file, a part of a page with its paragraphs, or text. `shown` is what stands in the field of what was brought before.
fn pasted(event: &Event, shown: &str, start: &Callback<Brought>, read: &Callback<File>) {
    let Some(data) =
        wasm_bindgen::JsCast::dyn_ref::<web_sys::ClipboardEvent>(event).and_then(|event| event.clipboard_data())
    else {
        return;
    };
    // Where something has been typed, what is pasted goes on with it.
    let field = event.target_dyn_into::<HtmlTextAreaElement>();
    if field.map(|field| field.value()).is_some_and(|value| !value.trim().is_empty() && value != shown) {
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

fn given(data: &web_sys::DataTransfer, start: &Callback<Brought>) {
    // Somebody who copies the source of a page, a document or cells of a spreadsheet means what it says.
    let is_source = |text: &str| {
        text.trim_start().starts_with('<')
            || matches!(Given::of(text, ""), Ok(Given::Json(_) | Given::Table { .. }) | Err(Refusal::NoText))
    };
    if let Some(brought) = Brought::of(data, is_source) {
        start.emit(brought);
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

/// A page that the bookmarklet hands over. Whoever opened the editor is told that it is ready, and asked before anything is read.
#[hook]
fn use_bookmarklet(start: &Callback<Brought>) {
    let words = use_words();
    let start = start.clone();
    use_effect_with((), move |()| {
        let listener = page::tell_opener().then(|| {
            gloo::events::EventListener::new(&gloo::utils::window(), "message", move |event| {
                let Some(event) = wasm_bindgen::JsCast::dyn_ref::<web_sys::MessageEvent>(event) else { return };
                let Some(source) = event.data().as_string().filter(|source| source.starts_with('<')) else { return };
                let question = words.with(&crate::lines::AskTake { site: &event.origin() });
                if gloo::utils::window().confirm_with_message(&question).unwrap_or_default() {
                    start.emit(Brought { source, ..Brought::default() });
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
    // A draft that could not be read.
    let unread = use_state(|| None::<String>);
    if entries.is_empty() {
        return html! {};
    }
    let rows = entries.iter().map(|entry: &Entry| {
        let open = {
            let (send, words, id, unread) = (send.clone(), words.clone(), entry.id.clone(), unread.setter());
            move |_: MouseEvent| match drafts::load_with_changes(&id) {
                Some(history) => open_draft(id.clone(), history, None, &send, &words),
                None => unread.set(Some(id.clone())),
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
                <button class="draft" onclick={open}><b dir="auto">{ &entry.title }</b>if let Some(changed) = &entry.changed { <span>{ page::told(&changed.to_string(), words.language()) }</span> }</button>
                if unread.as_ref() == Some(&entry.id) { <p class="unread" role="alert">{ words.text(Line::UnreadDraft) }{ " " }{ press("quiet", words.text(Line::Download), save(&entry.id)) }</p> }
                <button class="quiet" onclick={delete} aria-label={format!("{}: {}", words.text(Line::Delete), entry.title)}>{ words.text(Line::Delete) }</button>
            </li>
        }
    });
    html! { <section class="kept">{ say("h2", "", words.text(Line::KeptTitle)) }<ul>{ for rows }</ul></section> }
}

/// Hands a stored draft over as a file, as it is.
fn save(id: &str) -> impl Fn(MouseEvent) + use<> {
    let id = id.to_owned();
    move |_| page::download(&format!("{id}.json"), "application/json", &drafts::text(&id).unwrap_or_default())
}
