//! Questions to Unicode's tables: the browser's in the wasm, natively those of ICU4X and std.

pub(super) use tables::{decomposed, lower_case, plain, upper_case};

#[cfg(target_arch = "wasm32")]
mod tables {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/platform.js")]
    extern "C" {
        pub fn decomposed(text: &str) -> String;
        pub fn plain(text: &str) -> String;
        #[wasm_bindgen(js_name = lowerCase)]
        pub fn lower_case(text: &str) -> String;
        #[wasm_bindgen(js_name = upperCase)]
        pub fn upper_case(text: &str) -> String;
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod tables {
    use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

    /// The text with each letter apart from its accents (Unicode's normal form D).
    pub fn decomposed(text: &str) -> String {
        DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
    }

    /// The text with each letter and its accents as one character where there is one (Unicode's normal form C, UAX #15), and with plain
    /// letters in place of ligatures, of the forms of Arabic letters inside words, and of full and half width (form KC). Other
    /// characters do not change: form KC would make 102 of 10².
    pub fn plain(text: &str) -> String {
        let compatible = ComposingNormalizerBorrowed::new_nfkc();
        let mut letters = String::new();
        for c in text.chars() {
            match c {
                '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{ff00}'..='\u{ffef}' => {
                    letters += &compatible.normalize(c.encode_utf8(&mut [0; 4]));
                }
                c => letters.push(c),
            }
        }
        ComposingNormalizerBorrowed::new_nfc().normalize(&letters).into_owned()
    }

    pub fn lower_case(text: &str) -> String {
        text.to_lowercase()
    }

    pub fn upper_case(text: &str) -> String {
        text.to_uppercase()
    }
}
