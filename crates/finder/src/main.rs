//! The wasm that looks for quotes in the page around the cards: the article's paragraphs in, the places of quotes out.

// A `main` would bring the start-up code of std with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use quotes::{Quote, Text, is_label};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// An article of the host page.
#[wasm_bindgen]
#[derive(Default)]
pub struct Article {
    text: Text,
}

#[wasm_bindgen]
impl Article {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a paragraph at the end. Answers whether it is text of the article, and not a label such as “Advertisement”.
    pub fn push(&mut self, paragraph: &str) -> bool {
        self.text.push(paragraph);
        !is_label(paragraph)
    }

    /// Looks for a quote. Answers with the number of its grade, in the order of [`quotes::Grade`], and for each passage of each place with the
    /// paragraph and the offset in it of start and end, in UTF-16 code units. Of parts that may say something else together than the article
    /// does, it tells no place.
    pub fn find(&self, spans: Vec<String>, prefix: Option<String>, suffix: Option<String>) -> Vec<u32> {
        let quote = Quote { spans: &spans, prefix: prefix.as_deref(), suffix: suffix.as_deref() };
        let finding = self.text.find(&quote);
        let places = if self.text.doubt(&finding).is_some() { &[] } else { &*finding.places };
        let ends = places.iter().flatten().flat_map(|passage| [passage.start, passage.end]);
        let offsets = ends.flat_map(|end| [end.paragraph as u32, self.text.utf16(end) as u32]);
        [finding.grade as u32].into_iter().chain(offsets).collect()
    }

    /// The text fragment that leads to a quote.
    pub fn fragment(&self, spans: Vec<String>, prefix: Option<String>, suffix: Option<String>) -> Option<String> {
        self.text.fragment(&Quote { spans: &spans, prefix: prefix.as_deref(), suffix: suffix.as_deref() })
    }
}

/// Natively there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-finder runs in a browser: build it with `make build`");
    std::process::exit(2);
}
