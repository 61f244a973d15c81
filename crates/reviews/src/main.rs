//! Makes a document from the `ClaimReview` in a page: JSON-LD in, the JSON of a document out. The wasm of the widget
//! then draws the cards.
//!
//! This is a separate program because most pages have a document. Only pages with JSON-LD and no document load it.

// A `main` function would add the start-up code of std.
#![cfg_attr(target_arch = "wasm32", no_main)]

use schema_org::{Imported, import_claim_reviews};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Converts the JSON-LD of an article with this headline. Returns the JSON of a document, the problems as lines for the
/// console, and how many reviews were left out.
///
/// # Errors
///
/// Returns why there is no document, as a string.
#[wasm_bindgen]
pub fn convert(json: &str, headline: &str) -> Result<Box<[JsValue]>, JsValue> {
    let imported = import_claim_reviews(json, headline).map_err(|problem| JsValue::from(problem.line()))?;
    let Imported { document, problems, left_out } = imported;
    let lines: String = problems.iter().map(|problem| format!("\n  {}", problem.line())).collect();
    Ok(Box::new([document.into(), lines.into(), JsValue::from_f64(left_out as f64)]))
}

/// This program does nothing natively.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-reviews runs in a browser: build it with `make build`");
    std::process::exit(2);
}
