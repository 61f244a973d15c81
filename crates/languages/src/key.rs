use crate::file::Entry;
use crate::number;
use crate::plural::NAMES;

/// The key of one line in each language.
#[derive(Debug)]
pub struct Key {
    /// For a text that depends on a number, without the name of the form: `claims` for `claims.one` and `claims.other`.
    pub name: String,
    /// Whether the text depends on a number, so that it has a plural form for each kind of number that the language tells apart.
    pub is_plural: bool,
    /// The names of its gaps. In the compiled text, the first gap is written `{0}` and the second `{1}`. In a plural, the first is `number`.
    pub gaps: Vec<String>,
}

/// The keys of the English entries, in their order: one for all forms of a plural. The words of numbers are no line: they become part of others.
pub(crate) fn keys(english: &[Entry]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for entry in english.iter().filter(|entry| entry.key != number::KEY) {
        let (name, is_plural) = form(&entry.key).map_or((entry.key.as_str(), false), |(name, _)| (name, true));
        let mut gaps = entry.gaps.clone();
        // The number comes first, wherever it stands in the text: it is filled in where the form is chosen.
        gaps.sort_by_key(|gap| !is_plural || gap != "number");
        match keys.iter_mut().find(|key| is_plural && key.name == name) {
            // A form for a single number may leave the number out.
            Some(key) if key.gaps.len() < gaps.len() => key.gaps = gaps,
            Some(_) => {}
            None => keys.push(Key { name: name.to_owned(), is_plural, gaps }),
        }
    }
    keys
}

/// A key that ends in the name of a plural form, in two.
pub(crate) fn form(key: &str) -> Option<(&str, &str)> {
    key.rsplit_once('.').filter(|(_, form)| NAMES.contains(form))
}
