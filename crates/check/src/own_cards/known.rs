//! What the cards of a document say.

use std::collections::{HashMap, HashSet};

use document::model::{Claim, Document, Speaker, Statement, Words};
use quotes::lower_case;

/// The most words of a label before words, such as “Reported:”.
const LONGEST_LABEL: usize = 3;

/// The words of a document's cards, for looking them up.
pub(super) struct Known<'document> {
    pub(super) document: &'document Document,
    /// The numbers of the claims whose statements have these words, by their letters and digits alone.
    claims: HashMap<String, Vec<usize>>,
    /// The words of each claim, in small letters.
    words: Vec<HashSet<String>>,
}

impl<'document> Known<'document> {
    pub(super) fn of(document: &'document Document) -> Self {
        let mut claims: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, claim) in document.claims.iter().enumerate() {
            for words in claim.statements.iter().flat_map(words_of) {
                let numbers = claims.entry(letters(&words.spans().concat())).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
        claims.remove("");
        let words = document.claims.iter().map(|claim| small_words(&claim.text).collect()).collect();
        Self { document, claims, words }
    }

    pub(super) fn claim(&self, number: usize) -> &'document Claim {
        &self.document.claims[number]
    }

    /// The claims whose statements have these words and nothing else, but for marks around them and a label before them.
    pub(super) fn claims_of_words(&self, text: &str) -> &[usize] {
        let written = without_remark(text);
        let found = self.claims.get(&letters(&written));
        let found = found.or_else(|| {
            let (label, words) = written.split_once([':', '：'])?;
            let is_label = label.split_whitespace().count() <= LONGEST_LABEL && !self.names_somebody(label);
            is_label.then(|| self.claims.get(&letters(words)))?
        });
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether a line is this claim, perhaps worded a little differently: a card that was made before the claim was changed.
    pub(super) fn is_like(&self, line: &str, claim: usize) -> bool {
        let text = self.claim(claim).text.trim();
        let ends = |text: &str| {
            text.chars().next_back().filter(|c| matches!(c, '.' | '!' | '?' | '…' | ':' | '؟' | '。' | '？'))
        };
        let own = &self.words[claim];
        if ends(line) != ends(text) || line.len() > 2 * text.len() + 40 {
            return false;
        }
        let words: HashSet<_> = small_words(line).collect();
        let shared = words.intersection(own).count();
        shared >= 2 && 3 * shared >= 2 * own.len() && 2 * shared >= words.len()
    }

    /// Those who speak to a claim.
    pub(super) fn speakers(&self, claim: usize) -> impl Iterator<Item = &'document Speaker> + use<'document> {
        let document = self.document;
        let statements = document.claims[claim].statements.iter();
        statements.filter_map(|statement| document.speakers.get(statement.speaker.as_ref()?))
    }

    pub(super) fn names(&self, claim: usize) -> impl Iterator<Item = &'document str> + use<'document> {
        self.speakers(claim).map(|speaker| &*speaker.name)
    }

    fn names_somebody(&self, label: &str) -> bool {
        let mut names = self.document.speakers.values().map(|speaker| &*speaker.name);
        names.any(|name| small_words(label).any(|word| small_words(name).any(|other| word == other)))
    }
}

/// The quote and the reported words of a statement.
pub(super) fn words_of(statement: &Statement) -> impl Iterator<Item = &Words> {
    [&statement.quote, &statement.reported].into_iter().flatten()
}

/// The letters and digits of a text, in small letters.
fn letters(text: &str) -> String {
    lower_case(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A text without what a card says to screen readers behind “[…]”: “(words left out)”.
fn without_remark(text: &str) -> String {
    let mut parts = text.split("[…]");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
        written.push_str(rest.map_or(part, |(_, rest)| rest));
    }
    written
}

pub(super) fn small_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(lower_case)
}
