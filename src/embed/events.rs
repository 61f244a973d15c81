//! What an element tells its page: one event and, where something is wrong, one line in the console.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::load::LoadError;
use crate::problem::Problem;

/// `fact-cards-ready`: the cards are there. `detail`: `claims`, how many are shown, and `leftOut`, how many could not be.
pub(super) fn ready(host: &HtmlElement, claims: usize, left_out: usize) {
    let counts = [("claims", claims), ("leftOut", left_out)];
    dispatch(host, "fact-cards-ready", counts.map(|(name, count)| (name, JsValue::from_f64(count as f64))));
}

/// `fact-cards-error`: there are no cards. `detail`: `code`, which is stable, and `message`, for the newsroom.
pub(super) fn failed(host: &HtmlElement, address: &str, error: &LoadError) {
    let place = if address.is_empty() { String::new() } else { format!("{address}: ") };
    gloo::console::error!(format!("fact-cards: {place}{}", error.message));
    let detail = [("code", error.code.into()), ("message", error.message.as_str().into())];
    dispatch(host, "fact-cards-error", detail);
}

/// The console line about what is wrong with a document whose cards are shown.
pub(super) fn problems(address: &str, problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    let mut line = format!("fact-cards: {address}:");
    for problem in problems {
        line.push_str(&format!("\n  {problem}"));
    }
    gloo::console::warn!(line);
}

fn dispatch<const N: usize>(host: &HtmlElement, name: &str, fields: [(&str, JsValue); N]) {
    let detail = Object::new();
    for (name, value) in fields {
        drop(Reflect::set(&detail, &name.into(), &value));
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        drop(host.dispatch_event(&event));
    }
}
