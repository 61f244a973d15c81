//! What is asked of Unicode's tables: of the browser's in the wasm, natively of ICU4X's and std's.

pub(super) use tables::{composed, lower_case};

#[cfg(target_arch = "wasm32")]
mod tables {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/platform.js")]
    extern "C" {
        pub fn composed(text: &str) -> String;
        #[wasm_bindgen(js_name = lowerCase)]
        pub fn lower_case(text: &str) -> String;
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod tables {
    /// The text with each letter and its accents as one character where there is one: Unicode's normal form C (UAX #15).
    pub fn composed(text: &str) -> String {
        icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
    }

    pub fn lower_case(text: &str) -> String {
        text.to_lowercase()
    }
}
