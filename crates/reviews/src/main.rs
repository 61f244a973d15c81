//! Makes a document from the `ClaimReview` in a page: JSON-LD in, the JSON of a document out. The wasm of the widget
//! then draws the cards.
//!
//! This is a separate program because most pages have a document. Only pages with JSON-LD and no document load it, and the editor, where
//! somebody brings it JSON-LD.

// A `main` function would add the start-up code of std.
#![cfg_attr(target_arch = "wasm32", no_main)]

mod written;

use document::model::Article;
use schema_org::{Imported, Remark, import_page, import_pages};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads JSON-LD: the blocks of a page (`is_page`), with a character 0 between two, or a text of its own. With a headline, makes one document,
/// of the page's article; otherwise one for each page that the reviews say they are on. Returns the JSON of the documents, with a character
/// 0 between two, the problems as lines for the console, and how many reviews were left out. If the page says in which
/// language it is (`has_language`), the documents do not: what the page says near the cards counts.
///
/// # Errors
///
/// Returns why there is no document, as a string.
#[wasm_bindgen]
pub fn convert(
    json: &str,
    headline: Option<String>,
    is_page: bool,
    has_language: bool,
) -> Result<Box<[JsValue]>, JsValue> {
    let blocks: Vec<_> = json.split('\0').collect();
    let imported = match headline {
        Some(headline) => import_page(&blocks, Article { headline, ..Article::default() }).map(|one| vec![one]),
        None => import_pages(&blocks, is_page),
    };
    let imported = imported.map_err(|remarks| JsValue::from(lines(&remarks).split_off(BETWEEN.len())))?;
    let (mut documents, mut problems, mut all_left_out) = (String::new(), String::new(), 0);
    for Imported { mut document, remarks, left_out, .. } in imported {
        if !documents.is_empty() {
            documents.push('\0');
        }
        if has_language {
            document.article.language = None;
        }
        documents += &written::document(&document).to_string();
        problems += &lines(&remarks);
        all_left_out += left_out;
    }
    Ok(Box::new([documents.into(), problems.into(), JsValue::from_f64(all_left_out as f64)]))
}

/// What stands before each problem.
const BETWEEN: &str = "\n  ";

fn lines(remarks: &[Remark]) -> String {
    let mut lines = String::new();
    for remark in remarks {
        lines += BETWEEN;
        lines += &remark.line();
    }
    lines
}

/// This program does nothing natively.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-reviews runs in a browser: build it with `make build`");
    std::process::exit(2);
}
