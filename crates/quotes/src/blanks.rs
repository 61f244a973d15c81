//! Texts without the spaces around them, as std's `trim` has them: its search for any pattern has more code, which readers would load.

pub(super) fn trim(text: &str) -> &str {
    trim_end(trim_start(text))
}

pub(super) fn trim_start(text: &str) -> &str {
    let mut characters = text.chars();
    loop {
        let rest = characters.as_str();
        if !characters.next().is_some_and(char::is_whitespace) {
            return rest;
        }
    }
}

pub(super) fn trim_end(text: &str) -> &str {
    let mut characters = text.chars();
    loop {
        let rest = characters.as_str();
        if !characters.next_back().is_some_and(char::is_whitespace) {
            return rest;
        }
    }
}
