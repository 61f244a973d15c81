//! The widget's own words: compiles the files that translators edit into what the widget reads.
//!
//! A file holds one language, as lines `key = text`. The order of the keys in English is the order of the lines that the widget
//! reads; there is no other list of keys. Every fault is found here, while the project is built:
//!
//! ```
//! use languages::{File, compile};
//!
//! let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
//! let english = file("en.properties", "# How it is written.\ndirection = ltr\n# A rating.\nout-of = {value} out of {best}\n");
//! let turkish = file("tr.properties", "direction = ltr\nout-of = {best} üzerinden {value}\n");
//! let languages = compile(&[english.clone(), turkish]).unwrap();
//! assert_eq!(languages.all[1].cards, "tr\nltr\n{1} üzerinden {0}\n");
//!
//! let faults = compile(&[english, file("tr.properties", "direction = ltr\nout-of = {value}\n")]).unwrap_err();
//! assert_eq!(
//!     faults[0].to_string(),
//!     "languages/tr.properties:2: out-of: the gap {best} is missing; add it (in English: {value} out of {best})"
//! );
//! ```

mod check;
mod fault;
mod file;
mod folder;
mod key;
mod number;
mod plural;
mod rust;

pub use fault::Fault;
pub use file::File;
pub use folder::{read, write};
pub use key::Key;

use file::{Entry, stem};

/// The file that defines which keys there are, their order and their gaps.
pub const ORIGINAL: &str = "en.properties";

/// The keys of the finder's words begin with this. They come last; the other keys are for the cards.
const OF_PASSAGES: &str = "passage.";

/// All languages, English first.
#[derive(Debug)]
pub struct Languages {
    pub keys: Vec<Key>,
    pub all: Vec<Language>,
}

/// One language, compiled: the words of the cards and those of the finder, which are loaded later. In both, the first line is the language tag, and
/// after it there is one line for each key.
#[derive(Debug)]
pub struct Language {
    pub tag: String,
    pub cards: String,
    pub passages: String,
}

/// Checks all files and compiles them.
///
/// # Errors
///
/// Returns every fault in any of the files.
pub fn compile(files: &[File]) -> Result<Languages, Vec<Fault>> {
    let mut faults = Vec::new();
    let Some(original) = files.iter().find(|file| file.name == ORIGINAL) else {
        return Err(vec![Fault::of_file(ORIGINAL, "this file is missing; all other languages follow it")]);
    };
    let english = file::entries(original, &mut faults);
    check::original(&english, &mut faults);
    let keys = key::keys(&english);

    let mut all = vec![compact(original, &keys, &english)];
    for file in files.iter().filter(|file| file.name != ORIGINAL) {
        if !file::is_named(file, &mut faults) {
            continue;
        }
        let entries = file::entries(file, &mut faults);
        check::translation(file, &entries, &keys, &english, &mut faults);
        all.push(compact(file, &keys, &entries));
    }
    if faults.is_empty() { Ok(Languages { keys, all }) } else { Err(faults) }
}

fn compact(file: &File, keys: &[Key], entries: &[Entry]) -> Language {
    let tag = stem(&file.name).to_owned();
    let lines = |of_passages: bool| -> String {
        let keys = keys.iter().filter(|key| key.name.starts_with(OF_PASSAGES) == of_passages);
        keys.map(|key| line(&tag, key, entries) + "\n").collect()
    };
    let [cards, passages] = [false, true].map(|of_passages| format!("{tag}\n{}", lines(of_passages)));
    Language { tag, cards, passages }
}

/// What the widget reads for a key: its text, or for a plural `one={0} claim` and so on, with a tab between two forms. A form that is the same as
/// `other`, the last, is left out, because `other` stands for all that are not there. The words for small numbers follow after two tabs; a form for
/// a single number whose word is written otherwise, such as `3=Three claims`, comes first.
fn line(tag: &str, key: &Key, entries: &[Entry]) -> String {
    let find = |name: &str| Some(numbered(key, entries.iter().find(|entry| entry.key == name)?));
    if !key.is_plural {
        return find(&key.name).unwrap_or_default();
    }
    let form = |name: &'static str| Some((name, find(&format!("{}.{name}", key.name))?));
    let forms: Vec<_> = plural::NAMES.into_iter().filter_map(form).collect();
    let words = entries.iter().find(|entry| entry.key == number::KEY).filter(|_| number::is_in_words(&key.name));
    let mut line = words.map(|words| number::forms(tag, &words.text, &forms)).unwrap_or_default();
    let is_needed =
        |(name, text): &&(&str, String)| *name == plural::OTHER || forms.last().is_none_or(|(_, other)| other != text);
    line.extend(forms.iter().filter(is_needed).map(|(name, text)| format!("{name}={text}")));
    let words = words.map(|words| format!("\t\t{}", number::words(tag, &words.text, &forms)));
    line.join("\t") + &words.unwrap_or_default()
}

/// Replaces the names of the gaps with numbers.
fn numbered(key: &Key, entry: &Entry) -> String {
    let named = key.gaps.iter().enumerate();
    named
        .fold(entry.text.clone(), |text, (number, name)| text.replace(&format!("{{{name}}}"), &format!("{{{number}}}")))
}
