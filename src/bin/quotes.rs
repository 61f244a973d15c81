//! The wasm that looks for quotes in the host page. All it has to offer is what `fact_cards::embed_quotes` exports.

#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
use fact_cards as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-quotes runs in a browser: build it with `make build`");
    std::process::exit(2);
}
