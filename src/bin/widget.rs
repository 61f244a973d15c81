//! The wasm that Trunk builds. All it has to offer is what `fact_cards::embed` exports.

// A `main` would bring the start-up code of std with it.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
use fact_cards as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("fact-cards-widget runs in a browser: build it with `make build`");
    std::process::exit(2);
}
