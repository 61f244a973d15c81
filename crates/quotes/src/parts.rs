//! Whether the parts of a quote say together what the text says, or leave out what turns it round.
//!
//! Words may be left out. But parts of two people's words, or of a sentence without its “not”, are nobody's words.

use super::signs::{Sign, Sign::*};
use super::{Finding, Grade, Passage, Position, Text};

/// Why parts may say something else together than the text does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They stand in different paragraphs, and no quotation runs on from one to the other.
    Paragraphs,
    /// They stand in different quotations.
    Quotations,
    /// Between them somebody is said to say something.
    Attribution,
    /// Between them stands a “not”, or a word like it.
    Negation,
    /// The first ends within one sentence, the second begins within another.
    Sentences,
    /// They are a few words each, far apart.
    Distance,
}

/// That parts may say something else together than the text does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub reason: Reason,
    /// What the text has between the two parts; empty where one part runs from a quotation into another.
    pub between: Passage,
}

/// A part of so few words says little by itself.
const FEW: usize = 2;

/// How many words may stand between two parts of a few words, and between one of them and a longer one.
const MOST_BETWEEN_FEW: usize = 3;
const MOST_BESIDE_FEW: usize = 20;

/// How long an interruption such as “, he said, ” is at most, in words.
const LONGEST_INTERRUPTION: usize = 12;

/// How many places of an ambiguous quote are looked at.
const MOST_PLACES: usize = 20;

impl Text {
    /// Whether the parts of a quote, as they were found, may say something else together than the text does. Words that were not found, or
    /// are others in the text, are not doubted: they are wrong.
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
                let rest = Position { byte: self.paragraphs[behind.end.paragraph].len(), ..behind.end };
                let rest = || self.signs(Passage { start: behind.end, end: rest });
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

/// How many words there are.
fn count(signs: &[Sign]) -> usize {
    signs.iter().filter(|sign| matches!(sign, Word | Saying | Negation)).count()
}

/// Where the first mark stands that closes what was open before, and the last that opens and is not closed. Where paragraphs end, a quotation
/// goes on only behind a mark that opens it again; elsewhere, the end of a paragraph is such a place.
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
    // Behind the last letter of a quotation it closes, where another one opens after it.
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

/// Whether what stands between two quotations only says who speaks, and the second goes on with the first: `,” he said, “`. `rest` is what
/// stands behind the second part.
fn is_interruption(before: &[Sign], signs: &[Sign], rest: impl Fn() -> Vec<Sign>) -> bool {
    let is_parted = matches!(before.last(), Some(Pause | End)) || signs.first() == Some(&Pause);
    let sayings = |signs: &[Sign]| signs.iter().filter(|sign| **sign == Saying).count();
    let Some((last, inner)) = signs.split_last() else { return false };
    if !is_parted || count(signs) > LONGEST_INTERRUPTION || sayings(signs) > 1 || inner.contains(&End) {
        return false;
    }
    // Where a sentence has ended, what is quoted next is somebody else's if they are named behind it.
    *last == Pause
        || (*last == End && sayings(signs) == 1 && {
            let rest = rest();
            let closed = unpaired(&rest).0.unwrap_or(rest.len());
            let named = rest[closed..].iter().take_while(|sign| !matches!(sign, End | Opens | OpensSingle));
            !named.into_iter().any(|sign| *sign == Saying)
        })
}

/// Whether there is a “not” in a sentence that one of the parts belongs to. A sentence that is left out as a whole turns nothing.
fn is_turned(signs: &[Sign]) -> bool {
    let first = signs.iter().position(|sign| *sign == End).unwrap_or(signs.len());
    let last = signs.iter().rposition(|sign| *sign == End).unwrap_or(0);
    signs[..first].contains(&Negation) || signs[last..].contains(&Negation)
}

/// Whether somebody is said to say something there, but for what stands between two commas: “, he said, ”.
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
