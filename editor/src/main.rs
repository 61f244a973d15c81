//! The editor: from an article to cards in the page, in the browser.
//!
//! The same wasm runs in the page, where [`begin()`] draws the app, and in a worker, where [`answer`] drafts, checks and writes HTML.

// A `main` function would add the start-up code of std.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]

mod app;
mod article;
mod begin;
mod brought;
mod card;
mod card_list;
mod chooser;
mod desk;
mod details;
mod drafts;
mod facts;
mod field;
mod keys;
mod mends;
mod page;
mod preview;
mod problems;
mod publish;
mod questions;
mod speakers;
mod state;
mod statement;
mod toolbar;
mod words;
mod worker;

use words::Gaps;

/// From `languages/`: all texts, the line of each key, and a type for each text with gaps.
mod lines {
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Draws the app into the page. `ask` takes a question for the worker, and a function for its answer; `stop` ends the worker's work. `words` is
/// the file of the language, or empty for English. Returns what is said, line by line, when the page has stopped.
#[wasm_bindgen]
pub fn begin(ask: js_sys::Function, stop: js_sys::Function, words: String) -> String {
    let root = gloo::utils::document().get_element_by_id("editor").expect("index.html has a place for the editor");
    root.set_text_content(None);
    let words = words::Words::of(words);
    let stopped = [lines::Line::Stopped, lines::Line::StoppedKept, lines::Line::LoadAgain]
        .map(|line| words.text(line))
        .join("\n");
    let props = app::AppProps { worker: worker::Worker::new(ask, stop), words };
    yew::Renderer::<app::App>::with_root_and_props(root, props).render();
    stopped
}

/// Answers a question of the page, in the worker. Both are JSON.
#[wasm_bindgen]
pub async fn answer(question: String) -> String {
    questions::answered(&question).await
}

/// This program does nothing natively.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-editor runs in a browser: build it with `make build`");
    std::process::exit(2);
}
