//! Makes a document from the `ClaimReview` in a page: JSON-LD in, the JSON of a document out. The wasm of the widget
//! then draws the cards.
//!
//! This is a separate program because most pages have a document. Only pages with JSON-LD and no document load it.

// A `main` function would add the start-up code of std.
#![cfg_attr(target_arch = "wasm32", no_main)]

mod written;

use document::model::Article;
use schema_org::{Imported, Remark, import_page};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads the JSON-LD blocks of an article with this headline. A character 0 separates the blocks. Returns the JSON of a
/// document, the problems as lines for the console, and how many reviews were left out. If the page says in which language it is, the document
/// does not: what the page says near the cards counts.
///
/// # Errors
///
/// Returns why there is no document, as a string.
#[wasm_bindgen]
pub fn convert(json: &str, headline: &str, has_language: bool) -> Result<Box<[JsValue]>, JsValue> {
    let blocks: Vec<_> = json.split('\0').collect();
    let article = Article { headline: headline.to_owned(), ..Article::default() };
    let imported = import_page(&blocks, article);
    let Imported { mut document, remarks, left_out, .. } =
        imported.map_err(|remarks| JsValue::from(remarks.iter().map(Remark::line).collect::<Vec<_>>().join("\n  ")))?;
    if has_language {
        document.article.language = None;
    }
    let document = written::document(&document).to_string();
    let lines: String = remarks.iter().map(|remark| format!("\n  {}", remark.line())).collect();
    Ok(Box::new([document.into(), lines.into(), JsValue::from_f64(left_out as f64)]))
}

/// This program does nothing natively.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-reviews runs in a browser: build it with `make build`");
    std::process::exit(2);
}
