//! The wasm half of the `<fact-cards>` element: a document in, its cards in a `<div>`.
//!
//! An instance that has trapped is never called again. What has to outlive it is JavaScript, in `embed/`: the element, loading,
//! events.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::{AppHandle, Callback, Renderer};

use crate::decode::{Decoded, decode};
use crate::interchange::claim_reviews;
use crate::portraits;
use crate::ui::{Cause, Edition, FactCards, FactCardsProps, HeadingLevel, Opening, Phrases, View};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Where the cards of one document at a time are drawn.
///
/// Yew's listeners never let go of the `<div>` they are given, so there is one for each element in the page at a time,
/// and it goes from one to the next.
#[wasm_bindgen]
pub struct Stage {
    place: HtmlElement,
    app: Option<AppHandle<FactCards>>,
}

#[wasm_bindgen]
impl Stage {
    #[wasm_bindgen(constructor)]
    pub fn new(place: HtmlElement) -> Self {
        Self { place, app: None }
    }

    /// Draws the cards of a document, with the attributes of their `<fact-cards>` element, and calls `rendered` once they
    /// are in the `<div>`. `address` is where the document is from: portraits may load from there, and from `page`. With a
    /// `headline`, the text is JSON-LD of an article of that name.
    ///
    /// Returns how many claims are shown and how many had to be left out. The console gets the problems.
    ///
    /// # Errors
    ///
    /// What makes the document unreadable, as a string. What was drawn before stays.
    pub fn show(
        &mut self,
        host: &HtmlElement,
        json: &str,
        address: &str,
        page: &str,
        headline: Option<String>,
        rendered: Function,
    ) -> Result<Box<[JsValue]>, JsValue> {
        let decoded = match headline {
            Some(headline) => claim_reviews(json, &headline),
            None => decode(json),
        };
        let Decoded { mut document, problems, left_out } =
            decoded.map_err(|problem| JsValue::from(problem.to_string()))?;
        portraits::keep_own(&mut document, address, page);
        let edition = Edition::new(document, left_out, Phrases, heading_level(host));
        if !problems.is_empty() {
            let lines: String = problems.iter().map(|problem| format!("\n  {problem}")).collect();
            gloo::console::warn!(format!("fact-cards: {address}:{lines}"));
        }
        let outcome = [edition.shown(), left_out].map(|claims| JsValue::from_f64(claims as f64));
        self.draw(View::Cards(edition, opening(host)), calling(rendered), Callback::noop());
        Ok(Box::new(outcome))
    }

    /// Draws why there are no cards, and a button that calls `retry`.
    pub fn fail(&mut self, cause: &str, rendered: Function, retry: Function) {
        let cause = match cause {
            "missing" => Cause::Missing,
            "too-slow" => Cause::TooSlow,
            "too-large" => Cause::TooLarge,
            "unreadable" => Cause::Unreadable,
            _ => Cause::Unreachable,
        };
        self.draw(View::Failure(Phrases, cause), calling(rendered), calling(retry));
    }

    /// Draws that cards are about to come.
    pub fn wait(&mut self) {
        self.draw(View::Loading(Phrases), Callback::noop(), Callback::noop());
    }

    fn draw(&mut self, view: View, on_rendered: Callback<()>, on_retry: Callback<()>) {
        let props = FactCardsProps { view, on_rendered, on_retry };
        match &mut self.app {
            Some(app) => app.update(props),
            None => self.app = Some(Renderer::with_root_and_props(self.place.clone().into(), props).render()),
        }
    }
}

fn calling(function: Function) -> Callback<()> {
    Callback::from(move |()| drop(function.call0(&JsValue::NULL)))
}

fn opening(host: &HtmlElement) -> Opening {
    match host.get_attribute("open").as_deref() {
        Some("first") => Opening::First,
        Some("all") => Opening::All,
        _ => Opening::None,
    }
}

fn heading_level(host: &HtmlElement) -> HeadingLevel {
    let level = host.get_attribute("heading-level").and_then(|level| level.trim().parse().ok());
    level.and_then(HeadingLevel::new).unwrap_or_default()
}
