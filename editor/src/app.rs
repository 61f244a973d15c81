//! The app: the beginning, or the desk with a draft.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::begin::Begin;
use crate::desk::DeskView;
use crate::drafts;
use crate::lines::Line;
use crate::state::{Message, Send, State};
use crate::words::Words;
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
            // The address names the draft, so that it is there again after the page is loaded again.
            let id = gloo::utils::window().location().hash().unwrap_or_default();
            let id = id.trim_start_matches('#').to_owned();
            if let Some(work) = drafts::load(&id) {
                send.dispatch(Message::Open { id, work: work.into(), report: None });
            }
        });
    }
    let body = match &state.desk {
        Some(desk) => html! { <DeskView key={desk.id.clone()} desk={desk.clone()} /> },
        None => {
            html! { <><header class="masthead"><p class="wordmark">{ "Fact cards" }</p><p class="motto">{ words.text(Line::Motto) }</p></header><Begin /></> }
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
