//! What stands beside words in the clause that they are taken from.

use super::edges::{asks, is_asked, is_sentence};
use super::parts::boundary;
use super::sign_sets::{MARKS, PAUSE, Set, behind_last, first, has, set};
use super::signs::Sign;
use super::turning_words::{OPENERS, is_in};
use super::{Finding, Passage, Position, Text};

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

/// The most words of “, which he denies”, behind reported words.
const MOST_BEHIND: usize = 6;

/// The most words between one such as “invented” and the colon before a quotation.
const MOST_BEHIND_INVENTED: usize = 2;

/// The most bytes that are read on each side.
const FARTHEST: usize = 1000;

/// What ends a sentence or a quotation.
const ENDS: Set = MARKS | set([Sign::End, Sign::Question, Sign::Colon, Sign::Undecided]);

/// What stands between words and the narrator's.
const GAP: Set = MARKS | PAUSE;

const OPENING: Set = set([Sign::Opens, Sign::OpensSingle]);

impl Text {
    /// Whether readers are told nothing of words, although the text has them: their parts together, or the words without what is beside them, may say
    /// something else than the text. `is_said`: whether somebody has said the words, and not denied them.
    pub fn is_withheld(&self, finding: &Finding, is_said: bool) -> bool {
        self.doubt(finding).is_some() || self.is_cut_at_edge(finding) || self.is_beside_negation(finding, is_said)
    }

    /// Whether the clause in which words begin or end has a word such as “not” or “denied” outside of them: “safe to drink” of “The water is not
    /// safe to drink”, “the water was safe” of “Ada Low denied that the water was safe”. Or their quotation is one that nobody said: “never said “the water
    /// is safe””. Of words that somebody has denied it asks whether they did: “did not deny that”.
    ///
    /// This is a short form of [`Text::cut`], [`Text::denial`] and [`super::unsaid`] for the pages of readers, who should load little. It knows fewer
    /// words and fewer ways in which a clause ends, so that it also takes a few fair words for cut ones.
    pub fn is_beside_negation(&self, finding: &Finding, is_said: bool) -> bool {
        finding.places.iter().take(MOST_PLACES).any(|place| {
            let (Some(first), Some(last)) = (place.first(), place.last()) else { return false };
            let end = last.end;
            // A quotation that ends a sentence has nothing behind it in its sentence.
            let is_end = is_sentence(&self.paragraphs[end.paragraph][..end.byte]);
            let [before, behind] = self.signs_around(Passage { start: first.start, end });
            let is_ended = is_end && behind.first() == Some(&Sign::Closes);
            self.has_negation_before(*first, &before, is_said)
                || is_said && self.depends_on_condition(*first, &before)
                || has_negation_behind(&behind, is_said)
                || !is_end && (asks(&behind) || is_asked(&before, &behind))
                || is_said && is_unsaid(&before, if is_ended { &[] } else { &behind })
        })
    }

    /// The signs before a passage in its paragraph, and those behind it.
    pub(super) fn signs_around(&self, Passage { start, end }: Passage) -> [Vec<Sign>; 2] {
        let (before, behind) = (&*self.paragraphs[start.paragraph], &*self.paragraphs[end.paragraph]);
        let from = Position { byte: boundary(before, start.byte.saturating_sub(FARTHEST)), ..start };
        let to = Position { byte: boundary(behind, end.byte + FARTHEST), ..end };
        let before = self.signs_with_denials(Passage { start: from, end: start });
        [before, self.signs_with_denials(Passage { start: end, end: to })]
    }

    /// Whether the clause in which a part begins follows its condition: “If it rains, [we stay]”. `signs` are those before the part.
    pub(super) fn depends_on_condition(&self, part: Passage, signs: &[Sign]) -> bool {
        let own = behind_last(signs, ENDS | PAUSE);
        let before = before_interruption(signs).unwrap_or(&signs[..own]);
        let before = &before[..behind_last(before, !PAUSE)];
        let mut from = behind_last(before, ENDS | PAUSE);
        // „Wenn er sagt, dass es regnet, [gehen wir]“
        if before.get(from) == Some(&Sign::Opener) {
            from = behind_last(&before[..from.saturating_sub(1)], ENDS | PAUSE);
        }
        let condition = &before[from..];
        // “We stay if it rains, and [we have water]”
        let first = signs.get(own).copied().or_else(|| self.signs(part).first().copied());
        has(condition, const { set([Sign::Condition]) }) && first != Some(Sign::And)
    }

    /// Whether a part is in what somebody does or does not think, behind a comma, a dash or a mark: “, that [it is safe]”.
    fn is_carried(&self, part: Passage) -> bool {
        let text = &*self.paragraphs[part.start.paragraph];
        let bytes = text.as_bytes();
        // The second byte of dashes is that of other marks, too: their third tells.
        let is_pause = |at: &usize| bytes[*at] == b',' || bytes[*at] == 0xe2 && matches!(bytes[at + 2], 0x93 | 0x94);
        let from = part.start.byte.saturating_sub(FARTHEST);
        let Some(pause) = (from..part.start.byte).rev().find(is_pause) else { return false };
        // Behind blanks, dashes and quotation marks.
        let begins = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0xc3 && byte != 0xe2;
        let from = text.bytes().skip(pause).position(begins).map_or(text.len(), |at| pause + at);
        let to = text.bytes().skip(from).position(|byte| byte == b' ').map_or(text.len(), |at| from + at);
        let opener = &text[from..to];
        opener == "that" || is_in(OPENERS, opener)
    }

    /// `signs` are those before the words, in their paragraph.
    pub(super) fn has_negation_before(&self, part: Passage, signs: &[Sign], is_said: bool) -> bool {
        // “I do not think, honestly, that it is safe”: what is denied begins after a comma.
        let is_carried = self.is_carried(part);
        let behind = self.signs(part).first().copied().unwrap_or(Sign::Word);
        // “I do not believe,” she said, “that [it is safe]”
        let own = &signs[behind_last(signs, ENDS | PAUSE)..];
        let goes_on = is_carried && !has(own, const { set([Sign::And]) });
        let before = before_interruption(signs).filter(|_| goes_on);
        denies(signs, behind, is_carried, is_said)
            || before.is_some_and(|before| denies(before, Sign::Word, true, is_said))
    }
}

/// Whether the last of these signs deny what stands behind them, of which the first sign is given.
fn denies(signs: &[Sign], mut behind: Sign, is_carried: bool, is_said: bool) -> bool {
    // „Ada Low wies den Vorwurf zurück, sie habe gelogen“, but not “We do not lie, the water is safe”
    let begins = signs.last() == Some(&Sign::Pause);
    let mut is_denied = is_said;
    for (back, sign) in signs.iter().copied().rev().enumerate() {
        let is_near = !begins || is_carried;
        let is_negative = match sign {
            Sign::Denial | Sign::Invented => true,
            Sign::Negation => is_near || back == 1,
            Sign::FurtherNegation | Sign::Condition | Sign::Concession => is_near,
            _ => false,
        };
        let ends = match sign {
            Sign::Pause => !is_carried && back > 0,
            // “We do not lie, and he knows it”
            Sign::And => matches!(behind, Sign::Capital | Sign::Article | Sign::Relative | Sign::Saying),
            _ => is_end(sign),
        };
        if ends || is_negative && is_denied {
            return !ends;
        }
        // Of two, the first takes back the second: “did not deny that”.
        is_denied |= is_negative;
        behind = sign;
    }
    false
}

/// Whether a condition is added behind a comma: “[We stay], provided that it rains”, “[We stay],” said Ada Low, “if it rains”.
pub(super) fn begins_with_condition(signs: &[Sign]) -> bool {
    let gap = first(signs, !GAP);
    let added = &signs[gap..];
    // “[We stay],” said Ada Low, “if it rains”; « [Nous restons], a dit Ada Low, s’il pleut »
    let is_marked = has(&signs[..gap], MARKS);
    let end = first(added, if is_marked { OPENING } else { ENDS | PAUSE });
    let is_narrated = is_narrators(&added[..end], is_marked);
    let begun = if is_narrated { &added[end + first(&added[end..], !GAP)..] } else { added };
    gap > 0 && (is_narrated || !is_marked) && begun.first() == Some(&Sign::Condition)
}

/// The signs before the narrator's words in a quotation, which its last clause goes on behind: “If it rains,” said Ada Low, “we stay”.
pub(super) fn before_interruption(signs: &[Sign]) -> Option<&[Sign]> {
    let signs = &signs[..behind_last(signs, ENDS | PAUSE)];
    let (before, gap) = signs.split_at(behind_last(signs, !GAP));
    let is_marked = has(gap, MARKS);
    // « Si nous avons l’argent, a dit Ada Low, nous restons »
    let (start, ends) = if is_marked { (const { set([Sign::Closes]) }, GAP) } else { (ENDS | PAUSE, PAUSE) };
    let (before, narrators) = before.split_at(behind_last(before, start));
    // “We stay if it rains,” she said, explaining why it rains
    let end = behind_last(before, !ends);
    (end < before.len() && !gap.is_empty() && is_narrators(narrators, is_marked)).then_some(&before[..end])
}

/// Whether signs are words such as “said Ada Low”: between two quotations, or, within one, those of a clause that begins like this.
fn is_narrators(signs: &[Sign], is_marked: bool) -> bool {
    let said = first(signs, const { set([Sign::Saying]) });
    said < signs.len() && (is_marked || said < 3) && !has(signs, ENDS)
}

/// `signs` are those behind the words, in their paragraph.
fn has_negation_behind(signs: &[Sign], is_said: bool) -> bool {
    // “…, which he denies”
    let is_added = signs.first() == Some(&Sign::Pause);
    let clause = clause(&signs[usize::from(is_added)..]);
    let count = clause.iter().filter(|sign| is_negative(**sign)).count();
    let is_denied = match clause.last() {
        Some(last) if is_added => {
            clause.len() <= MOST_BEHIND && (has(clause, const { set([Sign::Denial]) }) || *last == Sign::Negation)
        }
        _ => count > 0,
    };
    let is_conditional = is_said && begins_with_condition(signs);
    is_conditional || is_denied && (is_said || count > 1)
}

/// Whether the words are in a quotation that the words before or behind it take back: “never said “the water is safe””.
fn is_unsaid(before: &[Sign], behind: &[Sign]) -> bool {
    let mut inner = 0;
    for (at, sign) in before.iter().enumerate().rev() {
        match sign {
            Sign::Closes => inner += 1,
            Sign::Opens | Sign::OpensSingle if inner == 0 => {
                return unsays_behind(behind) || unsays_before(&before[..at], false);
            }
            Sign::Opens | Sign::OpensSingle => inner -= 1,
            _ => (),
        }
    }
    false
}

/// `is_certain`: whether there must be a verb of saying. Readers are rather told too little.
pub(super) fn unsays_before(signs: &[Sign], is_certain: bool) -> bool {
    // Between a denial and a colon, there is a verb of saying: not “He denied it: “The water is safe””. „bestritt, „gelogen“ zu haben“
    let last = signs.last();
    let is_apart = matches!(last, Some(Sign::Pause | Sign::Colon));
    let mut says = !is_apart && !is_certain;
    let signs = &signs[..signs.len() - usize::from(is_apart)];
    let mut next = Sign::Word;
    for (back, sign) in signs.iter().copied().rev().enumerate() {
        if is_negative(sign)
            && (says || back == 0 && !is_certain && (last == Some(&Sign::Pause) || sign != Sign::Denial))
            || sign == Sign::Invented && (says || back < MOST_BEHIND_INVENTED)
        {
            return true;
        }
        // „bestritt, dass sie „gelogen“ gesagt habe“
        let ends = sign == Sign::Pause && next != Sign::Opener;
        if ends || is_end(sign) || sign == Sign::And && says {
            break;
        }
        says |= sign == Sign::Saying;
        next = sign;
    }
    false
}

pub(super) fn unsays_behind(signs: &[Sign]) -> bool {
    let mut inner = 0;
    let end = signs.iter().position(|sign| {
        match sign {
            Sign::Opens | Sign::OpensSingle => inner += 1,
            Sign::Closes => inner -= 1,
            _ => (),
        }
        inner < 0
    });
    let Some(end) = end.filter(|end| *end == 0 || !matches!(signs[end - 1], Sign::End | Sign::Question)) else {
        return false;
    };
    let behind = &signs[end + 1..];
    let clause = clause(&behind[usize::from(behind.first() == Some(&Sign::Pause))..]);
    // „sagte sie nie“, “is what she never said”
    (0..clause.len()).any(|at| {
        is_negative(clause[at])
            && clause[at] != Sign::Condition
            // “are not her words”, „sagte sie nie“
            && ((clause[at] != Sign::Denial && (at == 1 || at + 2 >= clause.len()))
                || clause[at] == Sign::FurtherNegation
                || has(&clause[at..], const { set([Sign::Saying]) })
                || at + 1 == clause.len() && has(clause, const { set([Sign::Saying]) }))
            || clause[at] == Sign::Invented
    })
}

/// The clause with which these signs begin.
fn clause(signs: &[Sign]) -> &[Sign] {
    &signs[..first(signs, ENDS | PAUSE | const { set([Sign::And]) })]
}

fn is_negative(sign: Sign) -> bool {
    sign.is_in(const { set([Sign::Negation, Sign::FurtherNegation, Sign::Denial, Sign::Condition]) })
}

fn is_end(sign: Sign) -> bool {
    sign.is_in(ENDS)
}
