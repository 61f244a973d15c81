//! Finds out whether the parts of a quote together may mean something else than the text.
//!
//! Words may be left out. But nobody has said the parts of two people's words as one, or a sentence without its “not”.

use super::signs::{Sign, Sign::*};
use super::{Finding, Grade, Passage, Position, Text};

/// Why the parts together may mean something else than the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They are in different paragraphs, and no quotation continues from one to the other.
    Paragraphs,
    /// They are in different quotations.
    Quotations,
    /// Between them are words such as “she said”.
    Attribution,
    /// Between them is a “not”, or a word like it.
    Negation,
    /// The first ends in the middle of a sentence, the second begins in the middle of another.
    Sentences,
    /// They have only a few words each, and are far apart.
    Distance,
}

/// The doubt that the parts together may mean something else than the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub reason: Reason,
    /// The text between the two parts; empty if one part runs from a quotation into another.
    pub between: Passage,
}

/// A part with this number of words or fewer says little by itself.
const FEW: usize = 2;

/// The most words between two such short parts, and between a short part and a longer one.
const MOST_BETWEEN_FEW: usize = 3;
const MOST_BESIDE_FEW: usize = 20;

/// The most words of an interruption such as “, he said, ”.
const LONGEST_INTERRUPTION: usize = 12;

/// The most bytes between a quotation and the name of its speaker after it.
const LONGEST_REST: usize = 1000;

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

impl Text {
    /// Whether the parts of a quote, at the places where they were found, may together mean something else than the text. Words that were not
    /// found, or that differ, are wrong rather than in doubt.
    pub fn doubt(&self, finding: &Finding) -> Option<Doubt> {
        if !matches!(finding.grade, Grade::Exact | Grade::Typographic | Grade::Ambiguous) {
            return None;
        }
        finding.places.iter().take(MOST_PLACES).find_map(|place| self.doubt_of_place(place))
    }

    fn doubt_of_place(&self, place: &[Passage]) -> Option<Doubt> {
        for part in place {
            if part.start.paragraph < part.end.paragraph && changes_quotation(&self.signs(*part)) {
                let between = Passage { start: part.end, end: part.end };
                return Some(Doubt { reason: Reason::Quotations, between });
            }
        }
        place.windows(2).find_map(|pair| {
            let between = Passage { start: pair[0].end, end: pair[1].start };
            let reason = self.reason(pair[0], between, pair[1])?;
            Some(Doubt { reason, between })
        })
    }

    fn reason(&self, before: Passage, between: Passage, behind: Passage) -> Option<Reason> {
        let signs = self.signs(between);
        let is_one_paragraph = !signs.contains(&Paragraph);
        let is_one_stretch = match unpaired(&signs) {
            (None, None) => true,
            (Some(leaves), Some(enters)) if is_one_paragraph && leaves < enters => {
                let end = self.paragraphs[behind.end.paragraph].len().min(behind.end.byte + LONGEST_REST);
                let end = Position { byte: end, ..behind.end };
                let rest = || self.signs(Passage { start: behind.end, end });
                if !is_interruption(&signs[..leaves], &signs[leaves + 1..enters], rest) {
                    return Some(Reason::Quotations);
                }
                false
            }
            _ => return Some(if is_one_paragraph { Reason::Quotations } else { Reason::Paragraphs }),
        };
        let is_few = |part| count(&self.signs(part)) <= FEW;
        let most = match (is_few(before), is_few(behind)) {
            (true, true) => MOST_BETWEEN_FEW,
            (false, false) => usize::MAX,
            _ => MOST_BESIDE_FEW,
        };
        if is_turned(&signs) {
            Some(Reason::Negation)
        } else if is_one_stretch && names_a_speaker(&signs) {
            Some(Reason::Attribution)
        } else if joins_sentences(&signs) {
            Some(Reason::Sentences)
        } else {
            (count(&signs) > most).then_some(Reason::Distance)
        }
    }
}

/// The number of words.
fn count(signs: &[Sign]) -> usize {
    signs.iter().filter(|sign| matches!(sign, Word | Saying | Negation)).count()
}

/// The first mark that closes a quotation opened before, and the last mark that opens one without closing it. A quotation continues after the
/// end of a paragraph only if a mark opens it again; otherwise the end of the paragraph closes it.
fn unpaired(signs: &[Sign]) -> (Option<usize>, Option<usize>) {
    let (mut leaves, mut undecided, mut open) = (None, None, Vec::new());
    for (at, sign) in signs.iter().enumerate() {
        let is_first = at > 0 && signs[at - 1] == Paragraph;
        match sign {
            Opens | OpensSingle if !is_first => open.push(at),
            Closes if open.pop().is_none() => leaves = leaves.or(Some(at)),
            Undecided if open.last().is_some_and(|last| signs[*last] == OpensSingle) => drop(open.pop()),
            Undecided => undecided = undecided.or(Some(at)),
            Paragraph if !matches!(signs.get(at + 1), Some(Opens | OpensSingle)) => leaves = leaves.or(Some(at)),
            _ => (),
        }
    }
    let enters = open.last().copied();
    // After the last letter of a quotation it closes it, if another one opens later.
    (leaves.or(undecided.filter(|at| enters > Some(*at))), enters)
}

/// Whether a quotation ends with its paragraph, and another begins with the next.
fn changes_quotation(signs: &[Sign]) -> bool {
    let mut from = 0;
    signs.iter().enumerate().filter(|(_, sign)| **sign == Paragraph).any(|(at, _)| {
        // Nothing where a paragraph is empty.
        let ends = signs.get(from..at).is_some_and(|signs| unpaired(signs).0.is_some());
        from = at + 2;
        ends && matches!(signs.get(at + 1), Some(Opens | OpensSingle))
    })
}

/// Whether the text between two quotations only says who speaks, and the second continues the first: `,” he said, “`. `rest` is the text
/// after the second part.
fn is_interruption(before: &[Sign], signs: &[Sign], rest: impl Fn() -> Vec<Sign>) -> bool {
    let is_parted = matches!(before.last(), Some(Pause | End)) || signs.first() == Some(&Pause);
    let sayings = |signs: &[Sign]| signs.iter().filter(|sign| **sign == Saying).count();
    let Some((last, inner)) = signs.split_last() else { return false };
    if !is_parted || count(signs) > LONGEST_INTERRUPTION || sayings(signs) > 1 || inner.contains(&End) {
        return false;
    }
    // If a sentence has ended, and a speaker is named after the next quotation, that one may be somebody else's.
    *last == Pause
        || (*last == End && sayings(signs) == 1 && {
            let rest = rest();
            let closed = unpaired(&rest).0.unwrap_or(rest.len());
            let named = rest[closed..].iter().take_while(|sign| !matches!(sign, End | Opens | OpensSingle));
            !named.into_iter().any(|sign| *sign == Saying)
        })
}

/// Whether there is a “not” in a sentence that one of the parts belongs to. A whole sentence may be left out with its “not”.
fn is_turned(signs: &[Sign]) -> bool {
    let first = signs.iter().position(|sign| *sign == End).unwrap_or(signs.len());
    let last = signs.iter().rposition(|sign| *sign == End).unwrap_or(0);
    signs[..first].contains(&Negation) || signs[last..].contains(&Negation)
}

/// Whether there are words such as “she said”, except between two commas: “, he said, ”.
fn names_a_speaker(signs: &[Sign]) -> bool {
    let near = |at: usize| (&signs[at.saturating_sub(LONGEST_INTERRUPTION)..at], &signs[at..]);
    signs.iter().enumerate().any(|(at, sign)| {
        let (before, behind) = near(at);
        let is_between = before.contains(&Pause) && behind[..behind.len().min(LONGEST_INTERRUPTION)].contains(&Pause);
        *sign == Saying && !is_between
    })
}

/// Whether the beginning of one sentence is joined to the end of another.
fn joins_sentences(signs: &[Sign]) -> bool {
    let mut seen = signs.iter().filter(|sign| matches!(sign, Word | Saying | Negation | Pause | End | Colon));
    let is_cut = |sign: Option<&Sign>| !matches!(sign, Some(End | Colon));
    signs.contains(&End) && is_cut(seen.next()) && is_cut(seen.next_back())
}
