//! The wasm half of the `<fact-cards>` element: a document in, its cards in a `<div>`.
//!
//! An instance that has trapped is never called again. What must survive a trap is JavaScript, in `element/`: the element, loading,
//! events.

// A `main` would bring the start-up code of std with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use std::cell::RefCell;

use document::decode::{Decoded, decode};
use document::model::{Article, Language};
use document::portraits;
use document::web_url::WebUrl;
use fact_cards::ui::{Edition, FactCards, FactCardsProps, HeadingLevel, Opening, Phrases, View};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::{AppHandle, Callback, Renderer};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// Yew's listeners keep each `<div>` for ever, so an app is mounted once in each, and draws one document after another.
    static APPS: RefCell<Vec<(HtmlElement, AppHandle<FactCards>)>> = const { RefCell::new(Vec::new()) };
    /// The document that was asked for its facts last, which is usually drawn next, with its text.
    static LAST: RefCell<Option<(String, Decoded)>> = const { RefCell::new(None) };
}

/// Draws the cards of a document in `place`, with the attributes of `host`, their `<fact-cards>` element, and calls `rendered`
/// once they are there. `address` is where the document comes from: portraits may load from there, and from `page`. `phrases` is
/// the file of a language, or nothing for English. If the document was made from other data, `reported` has the problems of that data,
/// one in each line, and `dropped` is the number of claims that could not become part of the document.
///
/// Returns how many claims are shown and how many had to be left out. The console gets the problems.
///
/// # Errors
///
/// A string that says why the document cannot be read, or that no claim could be shown. What was drawn before stays.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "an object of them all would weigh more")]
pub fn show(
    place: HtmlElement,
    phrases: Option<String>,
    host: &HtmlElement,
    json: &str,
    address: &str,
    page: &str,
    reported: Option<String>,
    dropped: usize,
    rendered: Function,
) -> Result<Box<[JsValue]>, JsValue> {
    let known = LAST.take().filter(|(text, _)| text == json).map(|(_, decoded)| decoded);
    let decoded = known.map_or_else(|| decode(json), Ok).map_err(|problem| JsValue::from(problem.line()))?;
    let Decoded { mut document, problems, left_out } = decoded;
    let left_out = left_out + dropped;
    portraits::keep_own(&mut document, address, page);
    let edition = Edition::new(document, left_out, read(phrases), heading_level(host));
    let mut lines: String = problems.iter().map(|problem| format!("\n  {}", problem.line())).collect();
    lines.extend(reported);
    if !lines.is_empty() {
        gloo::console::warn!(format!("fact-cards: {address}:{lines}"));
    }
    if edition.shown() == 0 && left_out > 0 {
        return Err("no claim could be shown; see the warning above".into());
    }
    let outcome = [edition.shown(), left_out].map(|claims| JsValue::from_f64(claims as f64));
    draw(place, View::Cards(edition, opening(host)), rendered);
    Ok(Box::new(outcome))
}

/// Returns what is needed before cards are drawn: the document's language and the article's address, each empty if the document has none,
/// then the article's paragraphs. Returns nothing if the document cannot be read, which [`show`] reports.
#[wasm_bindgen]
pub fn facts(json: String) -> Box<[JsValue]> {
    let Ok(decoded) = decode(&json) else { return Box::default() };
    let Article { language, url, body, .. } = &decoded.document.article;
    // As `vec![…]` of the first two, this would weigh 150 bytes more.
    let mut facts: Vec<JsValue> = Vec::new();
    facts.push(language.as_ref().map_or("", Language::as_str).into());
    facts.push(url.as_ref().map_or("", WebUrl::as_str).into());
    for paragraph in body.iter().flatten() {
        facts.push(paragraph.into());
    }
    LAST.set(Some((json, decoded)));
    facts.into_boxed_slice()
}

/// Draws a sentence that says that there are no cards, and a button to try again.
#[wasm_bindgen]
pub fn fail(place: HtmlElement, phrases: Option<String>, rendered: Function) {
    draw(place, View::Failure(read(phrases)), rendered);
}

fn draw(place: HtmlElement, view: View, rendered: Function) {
    let on_rendered = Callback::from(move |()| drop(rendered.call0(&JsValue::NULL)));
    let props = FactCardsProps { view, on_rendered };
    APPS.with_borrow_mut(|apps| match apps.iter_mut().find(|(known, _)| *known == place) {
        Some((_, app)) => app.update(props),
        None => apps.push((place.clone(), Renderer::with_root_and_props(place.into(), props).render())),
    });
}

fn read(phrases: Option<String>) -> Phrases {
    phrases.map(Phrases::read).unwrap_or_default()
}

fn opening(host: &HtmlElement) -> Opening {
    host.get_attribute("open").and_then(|open| Opening::read(&open)).unwrap_or_default()
}

fn heading_level(host: &HtmlElement) -> HeadingLevel {
    let level = host.get_attribute("heading-level").and_then(|level| level.trim().parse().ok());
    level.and_then(HeadingLevel::new).unwrap_or_default()
}

/// Natively there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-widget runs in a browser: build it with `make build`");
    std::process::exit(2);
}
