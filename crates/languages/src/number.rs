//! Small numbers in words: “Three speakers differ”, as newspapers write.

use crate::plural;

/// The key whose text is the words for the numbers from 2 to 9, with a space between two. A language without it has digits throughout.
pub(crate) const KEY: &str = "numbers";

/// The texts that have these words: those that are read as a sentence. A language whose word for a number depends on what is counted has one form
/// for all of them.
const IN_WORDS: [&str; 3] = ["differ", "speakers", "and-more"];

/// The first number in words. One is left out: most texts have a form of its own for it.
const FIRST: usize = 2;

/// How many numbers are in words: those with one digit.
pub(crate) const COUNT: usize = 8;

pub(crate) fn is_in_words(name: &str) -> bool {
    IN_WORDS.contains(&name)
}

/// The forms of a text for each number that is in words, such as `3=Three claims`. `forms` are its plural forms, each with its name. A form without
/// a gap says the number already.
pub(crate) fn forms(tag: &str, words: &str, forms: &[(&str, String)]) -> Vec<String> {
    let form = |(index, word): (usize, &str)| {
        let number = FIRST + index;
        let name = plural::form_of(tag, number);
        let (_, text) = forms.iter().find(|(known, _)| *known == name)?;
        let word = if text.starts_with("{0}") { capitalized(tag, word) } else { word.to_owned() };
        text.contains("{0}").then(|| format!("{number}={}", text.replace("{0}", &word)))
    };
    words.split(' ').enumerate().filter_map(form).collect()
}

/// The word with a capital letter at its beginning. In Turkish, that of `i` has a dot.
fn capitalized(tag: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some('i') if tag == "tr" => format!("İ{}", letters.as_str()),
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
