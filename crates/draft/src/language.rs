//! The languages: for each, a file in `languages/` contains the words that show who speaks.

use std::sync::OnceLock;

use crate::letters::is_letter;
use crate::lexicon::Lexicon;

/// A language and its words.
pub(crate) struct Language {
    pub(crate) lexicon: Lexicon,
    /// The word order, which decides where a verb's subject is.
    pub(crate) order: Order,
    /// Whether a dash at the beginning of a paragraph means speech.
    pub(crate) has_dialogue_dashes: bool,
    /// The signs before a cue within the marks: « Non, dit-il, jamais. », «No —dijo él—. Jamás.»
    pub(crate) incises: &'static [char],
    /// Whether all nouns begin with a capital, as in German. Then a capital does not show that a word is a name.
    pub(crate) has_capital_nouns: bool,
}

/// The position of the verb in a plain sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// After its subject: “Roe said”. The order is reversed only next to a quotation.
    SubjectFirst,
    /// In second place, whatever comes first: „Gestern sagte Roe“.
    VerbSecond,
    /// At the end, after what is said: “…” dedi.
    VerbLast,
}

/// A language whose words are known, or can be taught. They are parsed when they are first needed.
struct Source {
    tag: &'static str,
    /// What its file contains; nothing without the feature `languages`.
    words: Option<&'static str>,
    read: OnceLock<Language>,
}

#[cfg(feature = "languages")]
macro_rules! languages {
    ($($tag:literal),*) => {
        [$(Source { tag: $tag, words: Some(include_str!(concat!("languages/", $tag, ".txt"))), read: OnceLock::new() }),*]
    };
}

#[cfg(not(feature = "languages"))]
macro_rules! languages {
    ($($tag:literal),*) => {
        [$(Source { tag: $tag, words: None, read: OnceLock::new() }),*]
    };
}

static LANGUAGES: [Source; 7] = languages!["en", "de", "fr", "es", "pt", "it", "tr"];
/// All languages share one list of given names.
#[cfg(feature = "languages")]
static NAMES: &str = include_str!("languages/names.txt");
#[cfg(not(feature = "languages"))]
static NAMES: &str = "";
/// The commonest words of each language, a line for each.
static COMMON: &str = include_str!("languages/common.txt");
/// Used for languages without a file: quotations are found, but not their speakers.
static UNKNOWN: OnceLock<Language> = OnceLock::new();

/// The tag of the language with this tag or, without a tag, of the language detected in the text; `None` if there is no file for it, or if its
/// words are known already.
pub(crate) fn to_teach(tag: Option<&str>, paragraphs: &[&str]) -> Option<&'static str> {
    let source = source(tag, paragraphs)?;
    (source.words.is_none() && source.read.get().is_none()).then_some(source.tag)
}

/// Gives a language its words: the list of names and its own file, one after the other. What is known already stays.
pub(crate) fn teach(tag: &str, words: String) {
    if let Some(source) = LANGUAGES.iter().find(|source| source.tag == tag && source.read.get().is_none()) {
        // Once for each language, and for as long as the program runs.
        source.read.get_or_init(|| Language::read(String::leak(words), ""));
    }
}

/// The tag of the language that is detected in the text.
pub(crate) fn detected(paragraphs: &[&str]) -> Option<&'static str> {
    detect(paragraphs).map(|source| source.tag)
}

fn source(tag: Option<&str>, paragraphs: &[&str]) -> Option<&'static Source> {
    let Some(tag) = tag else { return detect(paragraphs) };
    let own = tag.split(['-', '_']).next().unwrap_or(tag);
    LANGUAGES.iter().find(|source| source.tag.eq_ignore_ascii_case(own))
}

impl Language {
    /// Returns the language with this tag or, without a tag, the language detected in the text.
    pub(crate) fn of(tag: Option<&str>, paragraphs: &[&str]) -> &'static Language {
        let known = source(tag, paragraphs).and_then(|source| match source.words {
            Some(words) => Some(source.read.get_or_init(|| Language::read(words, NAMES))),
            None => source.read.get(),
        });
        known.unwrap_or_else(|| UNKNOWN.get_or_init(|| Language::read("= dashes speech", "")))
    }

    /// Whether there is a file for this language.
    pub(crate) fn is_known(&self) -> bool {
        !self.lexicon.is_empty()
    }

    fn read(words: &'static str, names: &'static str) -> Self {
        let order = match setting(words, "order") {
            Some("verb-second") => Order::VerbSecond,
            Some("verb-last") => Order::VerbLast,
            _ => Order::SubjectFirst,
        };
        Self {
            lexicon: Lexicon::read(&[names, words]),
            order,
            has_dialogue_dashes: setting(words, "dashes") == Some("speech"),
            incises: match setting(words, "incises") {
                Some("commas") => &[',', '?', '!'],
                Some("dashes") => &['—'],
                _ => &[],
            },
            has_capital_nouns: setting(words, "nouns") == Some("capital"),
        }
    }
}

/// Returns the value of a line `= name value`.
fn setting<'a>(words: &'a str, name: &str) -> Option<&'a str> {
    let lines = words.lines().filter_map(|line| line.strip_prefix("= "));
    lines.filter_map(|line| line.split_once(' ')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The commonest words of a language.
fn common(tag: &str) -> &'static str {
    let mut lines = COMMON.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(own, _)| *own == tag).map_or("", |(_, words)| words)
}

/// The number of words that are examined to detect the language.
const ENOUGH: usize = 400;

/// Returns the language whose common words occur most often, if the difference to the others is large enough.
fn detect(paragraphs: &[&str]) -> Option<&'static Source> {
    let mut counts = [0usize; LANGUAGES.len()];
    let mut total = 0;
    let common: Vec<&str> = LANGUAGES.iter().map(|source| common(source.tag)).collect();
    let letters = |word: &&str| !word.is_empty();
    let words = paragraphs.iter().flat_map(|text| text.split(|c: char| !is_letter(c)).filter(letters));
    for word in words.take(ENOUGH) {
        total += 1;
        for (count, common) in counts.iter_mut().zip(&common) {
            *count += usize::from(common.split(' ').any(|other| other == word));
        }
    }
    let (best, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    // At least a tenth of the words of any text are common words of its language.
    (count * 12 > total && *count > 2).then(|| &LANGUAGES[best])
}
