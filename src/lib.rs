//! Fact cards: who said what in a news article, in which role and in which words. This is the front end.
//!
//! [`ui`] makes HTML from a document. The binary in `main.rs` is the wasm that draws the cards of `<fact-cards>` elements.

pub mod ui;
