//! Names of people, compared loosely: “Low”, “A. Low” and “Dr. Ada Low” may be one person.

use std::collections::HashMap;

use quotes::lower_case;

/// A name, word by word, in small letters.
struct Name<'text> {
    text: &'text str,
    words: Vec<Vec<char>>,
}

impl<'text> Name<'text> {
    fn of(text: &'text str) -> Self {
        Self { text, words: words(text).into_iter().map(|word| lower_case(word).chars().collect()).collect() }
    }

    /// Whether one of its words may stand for others than itself; a name without words is like any other.
    fn is_loose(&self) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| word.len() == 1 || word.iter().any(is_accented))
    }
}

/// How two names are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// All words of one are in the other.
    Same,
    /// They share a surname, which is the last word of one of them.
    Related,
}

/// The most names that are compared with another one, of those that share a word with it, and of those with an initial or an accent. More
/// are not compared, because that would take time that grows with the square of their number.
const MOST_COMPARED: usize = 200;

/// Names, so that those like another one are found without comparing all.
#[derive(Default)]
pub(super) struct Names<'text> {
    all: Vec<Name<'text>>,
    by_word: HashMap<String, Vec<usize>>,
    loose: Vec<usize>,
}

impl<'text> FromIterator<&'text str> for Names<'text> {
    fn from_iter<I: IntoIterator<Item = &'text str>>(texts: I) -> Self {
        let mut names = Self::default();
        for text in texts {
            let (name, number) = (Name::of(text), names.all.len());
            for word in &name.words {
                add(names.by_word.entry(word.iter().collect()).or_default(), number);
            }
            if name.is_loose() {
                add(&mut names.loose, number);
            }
            names.all.push(name);
        }
        names
    }
}

fn add(numbers: &mut Vec<usize>, number: usize) {
    if numbers.len() < MOST_COMPARED && numbers.last() != Some(&number) {
        numbers.push(number);
    }
}

impl<'text> Names<'text> {
    /// The first name that is like another one in one of these ways, and that is meant.
    pub(super) fn first(&self, other: &str, is_meant: impl Fn(&'text str, Likeness) -> bool) -> Option<&'text str> {
        let other = Name::of(other);
        let is_found = |number: &usize| {
            let name = &self.all[*number];
            [Likeness::Same, Likeness::Related]
                .into_iter()
                .any(|how| is_like(name, &other, how) && is_meant(name.text, how))
        };
        let found = if other.is_loose() {
            (0..self.all.len().min(MOST_COMPARED)).find(is_found)
        } else {
            let shared =
                other.words.iter().filter_map(|word| self.by_word.get(&word.iter().collect::<String>())).flatten();
            shared.chain(&self.loose).copied().filter(is_found).min()
        };
        found.map(|number| self.all[number].text)
    }
}

fn is_like(one: &Name, other: &Name, how: Likeness) -> bool {
    let has = |name: &Name, word: &Vec<char>| name.words.iter().any(|own| is_alike(word, own));
    let is_in = |few: &Name, many: &Name| few.words.iter().all(|word| has(many, word));
    let has_last = |some: &Name, others: &Name| some.words.last().is_some_and(|last| has(others, last));
    match how {
        Likeness::Same => is_in(one, other) || is_in(other, one),
        Likeness::Related => has_last(one, other) || has_last(other, one),
    }
}

/// Whether two names are alike in this way.
pub(super) fn are_like(one: &str, other: &str, how: Likeness) -> bool {
    is_like(&Name::of(one), &Name::of(other), how)
}

pub(super) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Whether two words of names are the same, perhaps without accents, or one of them shortened to its first letter.
fn is_alike(one: &[char], other: &[char]) -> bool {
    let is_letter = |(one, other): (&char, &char)| one == other || is_accented(one) || is_accented(other);
    let is_short = one.len() == 1 || other.len() == 1;
    (is_short || one.len() == other.len()) && one.iter().zip(other).all(is_letter)
}

/// An accented letter of the Latin script is like any other.
fn is_accented(c: &char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}')
}
