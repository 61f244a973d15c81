//! Where the condition stands that words depend on: “If it rains, [we stay]”. What a condition is, readers are told by the same code; no file that they
//! load contains this.

use super::beside::begins_with_condition;
use super::clauses::{clause_end, clause_start, rest_of_clause};
use super::signs::Sign;
use super::{Cut, Finding, Grade, Passage, Position, Text};

impl Text {
    /// Whether words, at the one place where they were found, leave out the condition that their clause depends on, or the rest of the condition
    /// that they are in: “If the tunnel is built, [the yard will close]”, “[The yard will close] if the tunnel is built”.
    pub fn condition(&self, finding: &Finding) -> Option<Cut> {
        let ([place], Grade::Exact | Grade::Typographic) = (finding.places.as_slice(), finding.grade) else {
            return None;
        };
        let (first, last) = (place.first()?.start, place.last()?.end);
        if let Some(byte) = self.condition_before(*place.first()?) {
            let left_out = Passage { start: Position { byte, ..first }, end: first };
            return Some(Cut { left_out, is_before: true });
        }
        let byte = self.condition_behind(last)?;
        Some(Cut { left_out: Passage { start: last, end: Position { byte, ..last } }, is_before: false })
    }

    /// The byte at which the condition begins.
    fn condition_before(&self, part: Passage) -> Option<usize> {
        let first = part.start;
        let text = &*self.paragraphs[first.paragraph];
        let signs = |byte| self.signs_with_denials(Passage { start: Position { byte, ..first }, end: first });
        let own = clause_start(text, first.byte);
        // “We stay if it rains and [we have water]”
        let own_signs = signs(own);
        if own_signs.rsplit(|sign| *sign == Sign::And).next()?.contains(&Sign::Condition) {
            return Some(own);
        }
        let (comma, _) = text[..own].char_indices().next_back()?;
        let start = clause_start(text, comma);
        self.depends_on_condition(part, &signs(start)).then_some(start)
    }

    /// The byte at which the condition ends.
    fn condition_behind(&self, last: Position) -> Option<usize> {
        let text = &*self.paragraphs[last.paragraph];
        let signs = |byte| self.signs_with_denials(Passage { start: last, end: Position { byte, ..last } });
        let end = clause_end(text, last.byte);
        let own = signs(end);
        if own.split(|sign| *sign == Sign::And).next()?.contains(&Sign::Condition) {
            return Some(end);
        }
        let mark = text[end..].chars().next().filter(|_| own.is_empty())?;
        let end = rest_of_clause(text, end + mark.len_utf8());
        begins_with_condition(&signs(end)).then_some(end)
    }
}
