//! Where the condition stands that words depend on, “If it rains, [we stay]”, and what takes a quotation back. Readers are told nothing of such words by the
//! same code; no file that they load contains what is said here.

use super::beside::{before_interruption, begins_with_condition, unsays_before, unsays_behind};
use super::clauses::{LONGEST, clause_end, clause_start, rest_of_clause};
use super::edges::is_sentence;
use super::signs::Sign;
use super::{Cut, Finding, Grade, Passage, Position, Text};

/// How many clauses are between words and their condition, with marks and blanks, `,” said Ada Low, “`, unless they are longer than one is read.
const MOST_CLAUSES: usize = 6;

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

    /// The words beside a quotation that take it back: “never said”. The passage is what is between the quotation marks.
    pub fn taken_back(&self, quotation: Passage) -> Option<Cut> {
        let Passage { start, end } = quotation;
        let text = self.paragraphs.get(start.paragraph).filter(|_| start.paragraph == end.paragraph)?;
        let [before, behind] = self.signs_around(quotation);
        let Some(Sign::Opens | Sign::OpensSingle) = before.last() else { return None };
        if unsays_before(&before[..before.len() - 1], self.is_in_listed_language()) {
            let mark = text[..start.byte].char_indices().next_back()?.0;
            let byte = clause_start(text, text[..mark].trim_end_matches(|c: char| !c.is_alphanumeric()).len());
            return Some(Cut { left_out: Passage { start: Position { byte, ..start }, end: start }, is_before: true });
        }
        if is_sentence(text[..end.byte].trim_end()) || !unsays_behind(&behind) {
            return None;
        }
        let first = end.byte + text[end.byte..].find(char::is_alphanumeric)?;
        let byte = rest_of_clause(text, first);
        Some(Cut { left_out: Passage { start: end, end: Position { byte, ..end } }, is_before: false })
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
        self.clauses_before(part).find(|start| self.depends_on_condition(part, &signs(*start)))
    }

    /// The byte at which the words begin that deny, before an interruption, what goes on behind it: “I do not believe,” she said, “that [it is safe]”.
    pub(super) fn denial_across(&self, part: Passage) -> Option<usize> {
        let signs = |byte| self.signs_with_denials(Passage { start: Position { byte, ..part.start }, end: part.start });
        self.clauses_before(part).find(|start| {
            let signs = signs(*start);
            before_interruption(&signs).is_some() && self.has_negation_before(part, &signs, true)
        })
    }

    /// Where the clauses before that of a part begin, the nearest first.
    fn clauses_before(&self, part: Passage) -> impl Iterator<Item = usize> {
        let first = part.start;
        let text = &*self.paragraphs[first.paragraph];
        let before = move |start: usize| {
            let (mark, _) = text[..start].char_indices().next_back().filter(|_| first.byte - start < LONGEST)?;
            Some(clause_start(text, mark))
        };
        std::iter::successors(before(clause_start(text, first.byte)), move |start| before(*start)).take(MOST_CLAUSES)
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
        let mut end = end;
        for _ in 0..MOST_CLAUSES {
            if end - last.byte >= LONGEST {
                return None;
            }
            end = rest_of_clause(text, end + text[end..].chars().next()?.len_utf8());
            if begins_with_condition(&signs(end)) {
                return Some(end);
            }
        }
        None
    }
}
