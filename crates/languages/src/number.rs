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

/// The words as the form `other` of a text has them. `forms` are its plural forms, each with its name.
pub(crate) fn words(tag: &str, words: &str, forms: &[(&str, String)]) -> String {
    let is_first = forms.last().is_some_and(|(_, other)| begins(other));
    let word = |word| if is_first { capitalized(tag, word) } else { String::from(word) };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The forms of a text for single numbers, such as `3=Three claims`, whose word would be wrong as the form `other` has it: they begin with the
/// number, and `other` does not, or the other way round. A form without a gap says the number already.
pub(crate) fn forms(tag: &str, words: &str, forms: &[(&str, String)]) -> Vec<String> {
    let form = |(index, word): (usize, &str)| {
        let number = FIRST + index;
        let name = plural::form_of(tag, number);
        let (_, text) = forms.iter().find(|(known, _)| *known == name)?;
        let is_wrong = forms.last().is_some_and(|(_, other)| begins(other) != begins(text));
        let word = if begins(text) { capitalized(tag, word) } else { word.to_owned() };
        (is_wrong && text.contains("{0}")).then(|| format!("{number}={}", text.replace("{0}", &word)))
    };
    words.split(' ').enumerate().filter_map(form).collect()
}

/// Whether a form begins with its number.
fn begins(text: &str) -> bool {
    text.starts_with("{0}")
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
