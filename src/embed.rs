//! The `<fact-cards>` element's wasm half: finds the document, loads it, and keeps the cards in the element's shadow root.
//!
//! The other half, `embed/fact-cards.js`, defines the element and starts this one.

mod events;
mod load;
mod widget;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Shows the cards of a `<fact-cards>` element. What its shadow root holds stays until they are ready.
///
/// Throws where the element has no open shadow root.
#[wasm_bindgen]
pub fn mount(host: HtmlElement) {
    let root = host.shadow_root().expect_throw("the element has no open shadow root");
    widget::mount(host, root);
}
