//! Small and capital letters. Those beyond ASCII are asked of the browser: the tables of std would add seven kilobytes to the editor's wasm.

use super::platform;

/// The text in small letters.
pub fn lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { platform::lower_case(text) }
}

/// The text in capital letters. One may become several: `ß` becomes `SS`.
pub fn upper_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { platform::upper_case(text) }
}

/// The text without accents and other marks on Latin, Greek and Cyrillic letters.
pub fn without_marks(text: &str) -> String {
    let is_mark = |c: &char| matches!(c, '\u{300}'..='\u{36f}');
    platform::decomposed(text).chars().filter(|c| !is_mark(c)).collect()
}

/// The text with a capital letter at its beginning.
pub fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|c| upper_case(c.encode_utf8(&mut [0; 4]))).unwrap_or_default();
    first + characters.as_str()
}
