//! Fact cards: who said what in a news article, in which role and in which words.
//!
//! The layers, lowest first; each knows only those above it in this list.

pub mod json;
pub mod problem;
pub mod web_url;

pub mod quotes;

pub mod model;

pub mod decode;
pub mod interchange;
pub mod portraits;

#[cfg(not(target_arch = "wasm32"))]
pub mod article_text;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod json_ld;
#[cfg(not(target_arch = "wasm32"))]
pub mod place;

pub mod ui;

#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;

#[cfg(not(target_arch = "wasm32"))]
pub mod command;

#[cfg(all(target_arch = "wasm32", feature = "cards"))]
pub mod embed;
#[cfg(all(target_arch = "wasm32", feature = "quotes"))]
pub mod embed_quotes;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
