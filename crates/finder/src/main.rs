//! The wasm that looks for quotes in the page around the cards: the article's paragraphs in, the places of quotes out.

// A `main` would bring the start-up code of std with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use quotes::{Passage, Quote, Text, is_label};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What stands between the parts of a quote: no character of a text.
const BETWEEN: u8 = 0;

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

    /// Adds a paragraph at the end. Returns whether it is text of the article, and not a label such as “Advertisement”.
    pub fn push(&mut self, paragraph: &str) -> bool {
        self.text.push(paragraph);
        !is_label(paragraph)
    }

    /// Looks for a quote. Returns the number of its grade, in the order of [`quotes::Grade`], then for each passage of each place four numbers:
    /// paragraph and offset of its start, paragraph and offset of its end. Offsets are in UTF-16 code units. No place is returned for words
    /// that [`Text::is_withheld`] keeps from readers.
    pub fn find(&self, parts: String, prefix: Option<String>, suffix: Option<String>, is_said: bool) -> Vec<u32> {
        let spans = spans(&parts);
        let quote = Quote { spans: &spans, prefix: prefix.as_deref(), suffix: suffix.as_deref() };
        let finding = self.text.locate(&quote);
        let places = if self.text.is_withheld(&finding, is_said) { &[] } else { &*finding.places };
        // Loops: chained iterators would add 0.7 KB to the wasm.
        let mut answer = vec![finding.grade as u32];
        for place in places {
            for Passage { start, end } in place {
                for at in [start, end] {
                    answer.push(at.paragraph as u32);
                    answer.push(self.text.utf16(*at) as u32);
                }
            }
        }
        answer
    }

    /// The text fragment that leads to a quote.
    pub fn fragment(&self, parts: String, prefix: Option<String>, suffix: Option<String>) -> Option<String> {
        let spans = spans(&parts);
        self.text.fragment(&Quote { spans: &spans, prefix: prefix.as_deref(), suffix: suffix.as_deref() })
    }
}

/// The parts of a quote. They come as one text, because a list of texts would take 0.6 KB of code.
fn spans(parts: &str) -> Vec<String> {
    let mut spans = Vec::new();
    let mut from = 0;
    for (at, byte) in parts.bytes().chain([BETWEEN]).enumerate() {
        if byte == BETWEEN {
            spans.push(parts[from..at].to_owned());
            from = at + 1;
        }
    }
    spans
}

/// Natively there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-finder runs in a browser: build it with `make build`");
    std::process::exit(2);
}
