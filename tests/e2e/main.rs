//! Tests of what readers get: the built `dist/` in a real browser. `make test` builds it and installs the browser.
#![cfg(not(target_arch = "wasm32"))]

mod accessibility;
mod article;
mod bad_input;
mod bench;
mod browser;
mod controls;
mod demo;
mod edited;
mod editor;
mod editor_begin;
mod editor_input;
mod editor_use;
mod frame;
mod host;
mod hostile_platform;
mod isolation;
mod languages;
mod late_files;
mod layout;
mod life_cycle;
mod own_markup;
mod passages;
mod pictures;
mod prerendered;
mod quotes;
mod reading;
mod reviews;
mod sharing;
mod sight;
mod sources;
mod stress;
mod strict_host;
mod themes;
mod tools;
mod trap;
