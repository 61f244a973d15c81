//! The wasm that makes a document of a page's `ClaimReview`: JSON-LD in, the JSON of a document out, for the wasm that draws cards.
//!
//! It is a program of its own because most pages have a document: only those that have JSON-LD instead load it.

// A `main` would bring the start-up code of std with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use schema_org::{Imported, import_claim_reviews};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads the JSON-LD of an article with this headline. Returns the JSON of a document, the problems as lines for the console, and
/// how many reviews are left out.
///
/// # Errors
///
/// Why there is no document, as a string.
#[wasm_bindgen]
pub fn convert(json: &str, headline: &str) -> Result<Box<[JsValue]>, JsValue> {
    let imported = import_claim_reviews(json, headline).map_err(|problem| JsValue::from(problem.line()))?;
    let Imported { document, problems, left_out } = imported;
    let lines: String = problems.iter().map(|problem| format!("\n  {}", problem.line())).collect();
    Ok(Box::new([document.into(), lines.into(), JsValue::from_f64(left_out as f64)]))
}

/// Natively there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-reviews runs in a browser: build it with `make build`");
    std::process::exit(2);
}
