//! The app: the beginning, or the desk with a draft.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::begin::Begin;
use crate::desk::DeskView;
use crate::drafts;
use crate::lines::Line;
use crate::page;
use crate::state::{Message, Send, State};
use crate::words::{Words, say};
use crate::worker::Worker;

#[derive(PartialEq, Properties)]
pub struct AppProps {
    pub worker: Worker,
    pub words: Words,
}

#[component]
pub fn App(AppProps { worker, words }: &AppProps) -> Html {
    let state = use_reducer(State::default);
    let send: Send = state.dispatcher();
    {
        let (send, words) = (send.clone(), words.clone());
        use_effect_with((), move |()| {
            let root = gloo::utils::document().document_element();
            if let Some(root) = root {
                let _ = root.set_attribute("lang", words.language());
            }
            go(&send);
        });
    }
    use_address(&state, &send, words);
    let body = match &state.desk {
        Some(desk) => html! { <DeskView key={desk.id.clone()} desk={desk.clone()} /> },
        None => {
            html! { <><header class="masthead"><p class="wordmark">{ "Fact cards" }</p>{ say("p", "motto", words.text(Line::Motto)) }</header><Begin /></> }
        }
    };
    html! {
        <ContextProvider<Words> context={words.clone()}>
            <ContextProvider<Worker> context={worker.clone()}>
                <ContextProvider<Send> context={send}>{ body }</ContextProvider<Send>>
            </ContextProvider<Worker>>
        </ContextProvider<Words>>
    }
}

/// Goes to what the address names: a draft, or the beginning.
fn go(send: &Send) {
    let id = id_in_address();
    send.dispatch(match drafts::load_with_changes(&id) {
        Some(history) => Message::Open { id, history: history.into(), report: None },
        None => Message::Close,
    });
}

fn id_in_address() -> String {
    let id = gloo::utils::window().location().hash().unwrap_or_default();
    id.trim_start_matches('#').to_owned()
}

/// The address names the draft, so that it is there again after the page is loaded again, and the browser can go back and forth.
#[hook]
fn use_address(state: &State, send: &Send, words: &Words) {
    // It is known before the desk, which names it in the address, has been drawn.
    let open = use_mut_ref(String::new);
    *open.borrow_mut() = state.desk.as_ref().map(|desk| desk.id.clone()).unwrap_or_default();
    let (send, question) = (send.clone(), words.text(Line::AskLeave).to_owned());
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
            let open = open.borrow();
            if id_in_address() != *open {
                let is_nowhere_else = !open.is_empty() && drafts::text(&open).is_none();
                if is_nowhere_else || !page::may_leave(&question) {
                    // It is nowhere but here, so it stays.
                    let _ = gloo::utils::window().location().set_hash(&open);
                    return;
                }
                // What stands in a field is handed on before.
                page::leave_field("");
                let send = send.clone();
                Timeout::new(0, move || go(&send)).forget();
            }
        });
        move || drop(listener)
    });
}

/// What stands in a field after somebody has typed.
pub fn typed(event: &InputEvent) -> String {
    value_of(event)
}

/// What stands in the field that an event comes from.
pub fn value_of(event: &Event) -> String {
    let target = event.target();
    let Some(target) = target else { return String::new() };
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    let select = || target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    input.or_else(area).or_else(select).unwrap_or_default()
}
