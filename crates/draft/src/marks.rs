//! Quotation marks ▶ quotations.
//!
//! Whether a mark opens or closes depends on the language, and often only on the spaces around it: `»so«`, `« ainsi »`,
//! `„so“`, `“so”` and `”så”`. A pair never extends beyond its paragraph, so a stray mark affects one paragraph at most.

use std::ops::Range;

use quotation_marks::{Beside, Facing, Family, MOST_TOGETHER, around, family, is_within_word};

use crate::letters::is_letter;

/// The text between two marks in one paragraph. Marks within it are part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The first byte of the opening mark.
    pub(crate) open: usize,
    /// The words, without blanks at their ends.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The byte after the closing mark, or the end of the paragraph.
    pub(crate) close: usize,
    pub(crate) is_closed: bool,
}

const FAMILIES: usize = 7;

#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    length: usize,
    family: Family,
    facing: Facing,
    /// A single mark typed as `'`.
    is_straight: bool,
    /// Possibly an apostrophe after the last letter: the ministers’ plan. Or a sign for inches: 5".
    is_doubtful: bool,
}

/// The kinds of marks that an article uses for speech.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    /// British style: ‘so’, and “so” within it.
    has_single: bool,
    /// Whether ‘so’ is marked in any style. For drafts, it is not: it may be irony, and an apostrophe looks the same.
    has_curved: bool,
}

impl Style {
    pub(crate) fn of(paragraphs: &[&str]) -> Self {
        let (mut double, mut single) = (0, 0);
        let all = Style { has_single: true, has_curved: false };
        for mark in paragraphs.iter().flat_map(|paragraph| marks(paragraph, all)) {
            match (mark.family, mark.facing) {
                (Family::Single, Facing::Opens) => single += 1,
                (Family::Single, _) => (),
                (_, Facing::Opens) => double += 1,
                _ => (),
            }
        }
        Style { has_single: single > double, has_curved: false }
    }
}

/// What stands before a mark that closes, and never before an apostrophe.
const BEFORE_CLOSING: [char; 5] = [',', '.', '!', '?', '…'];

/// What stands between quotation marks in a paragraph, in order, also in ‘curved’ ones. None is within another. A paragraph may go on with a
/// quotation, or leave one open.
pub(crate) fn quoted(paragraph: &str, style: Style) -> Vec<Range<usize>> {
    let style = Style { has_curved: true, ..style };
    let mut all: Vec<_> = quotations(paragraph, style).iter().map(|found| found.start..found.end).collect();
    let marks = marks(paragraph, style);
    // A single mark right behind a letter may be an apostrophe.
    let may_close = |mark: &&Mark| mark.family != Family::Single || paragraph[..mark.at].ends_with(BEFORE_CLOSING);
    let may_open = |mark: &&Mark| mark.family != Family::Single || style.has_single;
    let is_outside = |at: usize| all.iter().all(|found| !(found.start..found.end).contains(&at));
    let first = marks.first().filter(may_close).filter(|mark| mark.facing == Facing::Closes && is_outside(mark.at));
    let last = marks.last().filter(may_open).filter(|mark| mark.facing == Facing::Opens && is_outside(mark.at));
    let (begins, ends) = (first.map(|mark| 0..mark.at), last.map(|mark| mark.at + mark.length..paragraph.len()));
    all.extend(ends.filter(|open| all.last().is_none_or(|last| last.end < open.start)));
    all.splice(0..0, begins);
    all
}

/// Finds the quotations of a paragraph, in order. None is within another.
pub(crate) fn quotations(paragraph: &str, style: Style) -> Vec<Quotation> {
    let marks = marks(paragraph, style);
    let is_balanced = balance(&marks);
    let mut last_closing = [None; FAMILIES];
    for (number, mark) in marks.iter().enumerate() {
        if mark.facing != Facing::Opens {
            last_closing[mark.family as usize] = Some(number);
        }
    }
    let mut quotations = Vec::new();
    let mut open: Option<(Mark, usize)> = None;
    for (number, mark) in marks.iter().enumerate() {
        let Some((opening, depth)) = &mut open else {
            if mark.facing != Facing::Closes {
                let is_closed = last_closing[mark.family as usize].is_some_and(|last| last > number);
                // ‘Tis “so”, says the ministers’ plan.
                let is_apart = mark.family == Family::Single && !style.has_single;
                let is_next = || marks.get(number + 1).is_some_and(|next| next.family == Family::Single);
                if (is_closed || may_go_on(paragraph, mark)) && (!is_apart || is_closed && is_next()) {
                    open = Some((*mark, 0));
                }
            }
            continue;
        };
        // ‘It's embarrassin', I'll not deny it’
        if mark.family == Family::Single && mark.is_straight != opening.is_straight {
            continue;
        }
        if mark.family != opening.family || (mark.is_doubtful && closes_later(&marks[number + 1..], mark.family)) {
            continue;
        }
        match mark.facing {
            Facing::Opens if is_balanced[mark.family as usize] => *depth += 1,
            // The quotation before has no closing mark.
            Facing::Opens => {
                quotations.extend(Quotation::between(paragraph, opening, mark.at, None));
                open = Some((*mark, 0));
            }
            _ if *depth > 0 => *depth -= 1,
            _ => {
                quotations.extend(Quotation::between(paragraph, opening, mark.at, Some(mark)));
                open = None;
            }
        }
    }
    if let Some((opening, _)) = open {
        quotations.extend(Quotation::between(paragraph, &opening, paragraph.len(), None));
    }
    quotations
}

impl Quotation {
    fn between(paragraph: &str, opening: &Mark, end: usize, closing: Option<&Mark>) -> Option<Self> {
        let from = opening.at + opening.length;
        let inside = paragraph.get(from..end)?;
        let start = end - inside.trim_start().len();
        let end_of_words = from + inside.trim_end().len();
        inside.contains(is_letter).then(|| Quotation {
            open: opening.at,
            start,
            end: end_of_words,
            close: closing.map_or(end, |mark| mark.at + mark.length),
            is_closed: closing.is_some(),
        })
    }
}

/// For each family, whether every mark in this paragraph has a partner. Then marks of the family may be nested.
fn balance(marks: &[Mark]) -> [bool; FAMILIES] {
    let mut depths = [0i32; FAMILIES];
    let mut balanced = [true; FAMILIES];
    for mark in marks {
        let depth = &mut depths[mark.family as usize];
        match mark.facing {
            Facing::Opens => *depth += 1,
            Facing::Closes => *depth -= 1,
            Facing::Unknown => balanced[mark.family as usize] = false,
        }
        balanced[mark.family as usize] &= *depth >= 0;
    }
    for (family, depth) in depths.into_iter().enumerate() {
        balanced[family] &= depth == 0;
    }
    balanced
}

/// Whether an unclosed quotation may continue in the next paragraph: in a long quotation, each paragraph has an opening
/// mark, and only the last one has a closing mark.
fn may_go_on(paragraph: &str, mark: &Mark) -> bool {
    let (head, tail) = (&paragraph[..mark.at], &paragraph[mark.at + mark.length..]);
    let before = head.trim_end();
    let is_first = before.is_empty();
    let leads_in = before.ends_with([':', ',', '.', '!', '?', '…']) && tail.trim_end().ends_with(['.', '!', '?', '…']);
    let is_apostrophe = mark.family == Family::Single && mark.is_straight;
    !is_apostrophe && (is_first || (leads_in && tail.starts_with(is_letter)))
}

/// Whether the next mark of this family closes, too.
fn closes_later(marks: &[Mark], family: Family) -> bool {
    marks
        .iter()
        .take(MOST_TOGETHER)
        .find(|mark| mark.family == family)
        .is_some_and(|mark| mark.facing == Facing::Closes)
}

fn marks(paragraph: &str, style: Style) -> Vec<Mark> {
    let bytes = paragraph.as_bytes();
    let mut marks = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        // No mark begins with another byte. This check skips most of the text quickly.
        if !matches!(bytes[at], b'"' | b'\'' | b'`' | 0xC2 | 0xE2 | 0xE3 | 0xEF) {
            at += 1;
            continue;
        }
        let Some(c) = paragraph[at..].chars().next() else { break };
        let mut length = c.len_utf8();
        let is_twin = matches!(c, '\'' | '`' | '’' | '‘') && paragraph[at + length..].starts_with(c);
        if is_twin {
            length *= 2;
        }
        let family = if is_twin { Some(twin(c)) } else { family(c) };
        if let Some((family, itself)) = family
            && (family != Family::Single || style.has_single || (style.has_curved && c != '\''))
            && !is_within_word(paragraph, at)
        {
            marks.extend(facing(paragraph, at, length, family, itself));
        }
        at += length;
    }
    marks
}

fn twin(c: char) -> (Family, Facing) {
    let facing = match c {
        '`' | '‘' => Facing::Opens,
        '’' => Facing::Closes,
        _ => Facing::Unknown,
    };
    (Family::Twin, facing)
}

/// Returns the mark at this byte and whether it opens or closes. `None` for an apostrophe or an inch sign.
fn facing(paragraph: &str, at: usize, length: usize, family: Family, itself: Facing) -> Option<Mark> {
    let is_doubtful = is_inches(&paragraph[..at], family, itself);
    let mark = |facing| Some(Mark { at, length, family, facing, is_straight: false, is_doubtful });
    if matches!(family, Family::Corner | Family::WhiteCorner) {
        return mark(itself);
    }
    let (before, after) = around(paragraph, at..at + length, is_letter);
    if family == Family::Single {
        let before = if before == Beside::Elision { Beside::Letter } else { before };
        return single(paragraph, at, length, before, after, itself);
    }
    mark(quotation_marks::facing(before, after, itself))
}

/// Whether a straight mark may be a sign for inches: 5".
fn is_inches(head: &str, family: Family, itself: Facing) -> bool {
    (family, itself) == (Family::Double, Facing::Unknown) && head.ends_with(|c: char| c.is_ascii_digit())
}

fn single(paragraph: &str, at: usize, length: usize, before: Beside, after: Beside, itself: Facing) -> Option<Mark> {
    let (head, tail) = (&paragraph[..at], &paragraph[at + length..]);
    let is_abbreviated = tail.starts_with(|c: char| c.is_ascii_digit()) && itself != Facing::Opens;
    let facing = match (before, after) {
        (Beside::Letter, Beside::Letter) => return None,
        (Beside::Space | Beside::Opener, Beside::Letter | Beside::Punctuation) if itself != Facing::Closes => {
            if is_abbreviated {
                return None;
            }
            Facing::Opens
        }
        // ’tis, and the ’90s.
        (Beside::Space | Beside::Opener, _) => return None,
        _ if itself == Facing::Opens => return None,
        _ => Facing::Closes,
    };
    let is_doubtful = facing == Facing::Closes && head.ends_with(['s', 'z', 'x']) && tail.starts_with(' ');
    let is_straight = itself == Facing::Unknown;
    Some(Mark { at, length, family: Family::Single, facing, is_straight, is_doubtful })
}
