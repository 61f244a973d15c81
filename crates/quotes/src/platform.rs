//! Questions to Unicode's tables: the browser's in the wasm, natively those of ICU4X and std.

pub(super) use tables::{decomposed, lower_case, plain, upper_case};

#[cfg(target_arch = "wasm32")]
mod tables {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/platform.js")]
    extern "C" {
        pub fn decomposed(text: &str) -> String;
        #[wasm_bindgen(js_name = inForm)]
        fn in_form(text: &str, which: u32) -> String;
    }

    pub fn plain(text: &str) -> String {
        in_form(text, 0)
    }

    pub fn lower_case(text: &str) -> String {
        in_form(text, 1)
    }

    pub fn upper_case(text: &str) -> String {
        in_form(text, 2)
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
    /// letters in place of ligatures, of the forms of Arabic letters inside words, of full and half width, and of digits above or below
    /// the line behind a letter (form KC): CO2 of CO₂. Other characters do not change: form KC would make 102 of 10².
    pub fn plain(text: &str) -> String {
        let compatible = ComposingNormalizerBorrowed::new_nfkc();
        let mut letters = String::new();
        let mut is_behind_letter = false;
        for c in text.chars() {
            let is_shifted = matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉');
            is_behind_letter = if is_shifted { is_behind_letter } else { c.is_alphabetic() };
            match c {
                _ if is_shifted && is_behind_letter => letters += &compatible.normalize(c.encode_utf8(&mut [0; 4])),
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
