//! Spaces, and texts without those around them, as std's `is_whitespace` and `trim` have them: its table and its search for any pattern are more bytes,
//! which readers would load.

/// Whether it is a space or the end of a line (Unicode's `White_Space`).
pub(super) fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r'
            | ' '
            | '\u{85}'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
    )
}

pub(super) fn trim(text: &str) -> &str {
    trim_end(trim_start(text))
}

pub(super) fn trim_start(text: &str) -> &str {
    let mut characters = text.chars();
    loop {
        let rest = characters.as_str();
        if !characters.next().is_some_and(is_blank) {
            return rest;
        }
    }
}

pub(super) fn trim_end(text: &str) -> &str {
    let mut characters = text.chars();
    loop {
        let rest = characters.as_str();
        if !characters.next_back().is_some_and(is_blank) {
            return rest;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn blanks_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_blank(c), c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn texts_are_trimmed_as_std_does() {
        for text in ["", " ", "a", " a b\u{a0}", "\n\u{3000}", "\u{200b} a", "é\u{2028}"] {
            assert_eq!(super::trim(text), text.trim());
            assert_eq!(super::trim_start(text), text.trim_start());
            assert_eq!(super::trim_end(text), text.trim_end());
        }
    }
}
