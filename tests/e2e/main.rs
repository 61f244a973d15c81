//! What readers get: the built `dist/` in a real browser. `make test` builds it and sets the browser up.
#![cfg(not(target_arch = "wasm32"))]

mod accessibility;
mod article;
mod bad_input;
mod browser;
mod host;
mod layout;
mod strict_host;
