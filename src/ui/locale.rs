//! Dates and names of languages as readers of a language write them: the browser's `Intl` does it.

use crate::model::{Date, Language};

/// The day as it is written in the document, without conversion between time zones: `February 11, 2019` in
/// English.
pub(super) fn date(date: &Date, language: &str) -> String {
    platform::date(date.day(), language)
}

/// `Russian` for `ru`, in English.
pub(super) fn language_name(named: &Language, language: &str) -> String {
    platform::language_name(named.as_str(), language)
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/ui/locale.js")]
    extern "C" {
        pub(super) fn date(day: &str, language: &str) -> String;
        #[wasm_bindgen(js_name = languageName)]
        pub(super) fn language_name(tag: &str, language: &str) -> String;
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    pub(super) fn date(day: &str, _language: &str) -> String {
        day.to_owned()
    }

    pub(super) fn language_name(tag: &str, _language: &str) -> String {
        tag.to_owned()
    }
}
