//! Finds out whether the words beside reported ones say that somebody said them: “confirmed that”. No file that readers load contains this.

use super::clauses::{clause_start, rest_of_clause};
use super::cut::words;
use super::cut_words::small;
use super::turning_words::{OPENERS, SAYINGS, is_in};
use super::{Finding, Grade, Passage, Position, Text};

/// Verbs of saying that something is so, besides the usual ones.
const AFFIRMING: &str = "confirm-,acknowledg-,admit-,conced-,bestätig-,bekräftig-,einräum-,reconnaît,reconnu,admet,confirmó,reconoci-,admit-,\
    conferma-,ammess-,ammett-,confirmou,reconhec-,подтверд-,признал-,أكد,أكدت,doğrula-";

/// The most words of a clause such as “, Ada Low confirmed”, behind reported words.
const MOST_BEHIND: usize = 6;

impl Text {
    /// The words beside reported ones by which somebody says them, at the one place where they were found: “Ada Low confirmed that”.
    pub fn affirmation(&self, finding: &Finding) -> Option<Passage> {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else {
            return None;
        };
        let (first, last) = (place.first()?.start, place.last()?.end);
        let text = &*self.paragraphs[first.paragraph];
        let own = clause_start(text, first.byte);
        // „Ada Low sagte, dass der Damm hält“
        let opener = words(&text[own..first.byte]).next();
        let is_opened = opener.is_some_and(|word| is_in(OPENERS, word)) || text[own..first.byte].trim().is_empty();
        let start = match text[..own].trim_end().strip_suffix(',') {
            Some(before) if is_opened => clause_start(text, before.len()),
            _ => own,
        };
        if affirms(&text[start..first.byte]) {
            return Some(Passage { start: Position { byte: start, ..first }, end: first });
        }
        let text = &*self.paragraphs[last.paragraph];
        let from = last.byte + usize::from(text[last.byte..].starts_with(','));
        let end = rest_of_clause(text, from);
        let is_behind = from > last.byte && words(&text[from..end]).count() <= MOST_BEHIND && affirms(&text[from..end]);
        is_behind.then_some(Passage { start: last, end: Position { byte: end, ..last } })
    }
}

fn affirms(text: &str) -> bool {
    words(text).map(small).any(|word| is_in(SAYINGS, &word) || is_in(AFFIRMING, &word))
}
