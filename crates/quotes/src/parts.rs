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

/// The most words of a label such as “Mayor Ann Lee:”.
const LONGEST_LABEL: usize = 4;

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
        // The second part, and what follows it.
        let second = || {
            let mut end = self.paragraphs[behind.end.paragraph].len().min(behind.end.byte + LONGEST_REST);
            while !self.paragraphs[behind.end.paragraph].is_char_boundary(end) {
                end -= 1;
            }
            self.signs(Passage { start: behind.start, end: Position { byte: end, ..behind.end } })
        };
        let is_one_stretch = match unpaired(&signs) {
            (None, None) => true,
            (Some(leaves), Some(enters)) if is_one_paragraph && leaves < enters => {
                let first = [&self.signs(before), &signs[..leaves]].concat();
                let second = [&signs[enters + 1..], &second()].concat();
                if !is_interruption(&first, &signs[leaves + 1..enters], &second) {
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
        } else if is_one_stretch && (names_a_speaker(&signs) || names_another(&signs, second)) {
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
    signs.iter().filter(|sign| sign.is_word()).count()
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

/// Whether the text between two quotations only says who speaks, and the second continues the first: `,” he said, “`. `before` is the text up to
/// the closing mark; `second` is the second quotation, and the text after it.
fn is_interruption(before: &[Sign], signs: &[Sign], second: &[Sign]) -> bool {
    let is_parted = matches!(before.last(), Some(Pause | End)) || signs.first() == Some(&Pause);
    let Some((last, inner)) = signs.split_last() else { return false };
    // A mark or the end of a sentence is only there if more than one quotation is interrupted.
    let mut inner_marks = inner.iter().skip_while(|sign| **sign == Closes);
    let is_whole = inner_marks.any(|sign| sign.is_mark() || matches!(sign, End | Colon));
    if !is_parted || is_whole || count(signs) > LONGEST_INTERRUPTION || sayings(inner) > 1 {
        return false;
    }
    let begins_anew = second.iter().find(|sign| sign.is_word()) == Some(&Capital);
    match last {
        // If a sentence begins, it may be somebody else's.
        Pause => !turns_to_another(inner, begins_anew) && !(begins_anew && belongs_to_another(second)),
        End => sayings(inner) == 1 && !belongs_to_another(second),
        _ => false,
    }
}

fn sayings(signs: &[Sign]) -> usize {
    signs.iter().filter(|sign| **sign == Saying).count()
}

/// Whether the text before a quotation names first the speaker of the one before, and then another: `Lee said, but Brandt, “`.
fn turns_to_another(signs: &[Sign], begins_anew: bool) -> bool {
    let mut clauses = signs.split(|sign| *sign == Pause).filter(|clause| !clause.is_empty());
    let first = clauses.next().unwrap_or_default();
    let last = clauses.next_back();
    let is_joined = |clause: &[Sign]| clause.first() == Some(&And);
    match last {
        Some(last) => is_joined(last) || clauses.any(is_joined) || (begins_anew && !last.contains(&Saying)),
        None => begins_anew && first.contains(&And),
    }
}

/// Whether a speaker may be named after a quotation. `signs` begin inside it.
fn belongs_to_another(signs: &[Sign]) -> bool {
    let closed = unpaired(signs).0.unwrap_or(signs.len());
    let (inside, behind) = signs.split_at(closed);
    let named = behind.iter().skip_while(|sign| !sign.is_word());
    let named: Vec<_> = named.take_while(|sign| !matches!(sign, End | Opens | OpensSingle)).copied().collect();
    let begins = behind.iter().find(|sign| sign.is_word() || matches!(sign, End | Opens | OpensSingle));
    match begins {
        // A sentence of the article: `“We stay.” The others left.`
        Some(Capital | And | Negation) if inside.last() == Some(&End) => named.contains(&Saying),
        Some(And) => named.iter().any(|sign| matches!(sign, Capital | Saying)),
        Some(sign) => sign.is_word(),
        None => false,
    }
}

/// Whether text without marks names one speaker, and then another for the second part.
fn names_another(signs: &[Sign], second: impl Fn() -> Vec<Sign>) -> bool {
    // `LEE: We go. BRANDT: We stay.`
    let is_label = |at: usize| {
        let names = signs[at + 1..].iter().take_while(|sign| **sign == Capital).count();
        (1..=LONGEST_LABEL).contains(&names) && signs.get(at + 1 + names) == Some(&Colon)
    };
    if (0..signs.len()).any(|at| matches!(signs[at], End | Paragraph) && is_label(at)) {
        return true;
    }
    let Some(said) = signs.iter().rposition(|sign| *sign == Saying) else { return false };
    let last = signs.iter().rposition(|sign| *sign == Pause).unwrap_or(0);
    if last > said && signs[last..].contains(&Capital) {
        return true;
    }
    let second = second();
    let sentence = second.iter().position(|sign| matches!(sign, End | Closes)).unwrap_or(second.len());
    let mut clauses = second[..sentence].split(|sign| *sign == Pause);
    clauses.next();
    clauses.any(|clause| clause.contains(&Saying) || (signs.contains(&End) && clause.contains(&Capital)))
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
    let mut seen = signs.iter().filter(|sign| sign.is_word() || matches!(sign, Pause | End | Colon));
    let is_cut = |sign: Option<&Sign>| !matches!(sign, Some(End | Colon));
    signs.contains(&End) && is_cut(seen.next()) && is_cut(seen.next_back())
}
