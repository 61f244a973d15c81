//! Fact cards: who said what in a news article, in which role and in which words. This is the front end.
//!
//! [`ui`] makes HTML of a document. The binary beside it is the wasm that draws the cards of `<fact-cards>` elements.

pub mod ui;
