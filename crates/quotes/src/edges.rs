//! What stands right beside words and changes what they say: a question mark, or the rest of a number. `check` warns of such words, and readers are not
//! told of them: both ask this.

use super::words::{Kind, kind};
use super::{Cut, Finding, Passage, Position, Text};

/// Signs that belong to a number, before it or behind it: “€40”, “40 %”, “≤5”, “3億”.
const SIGNS: &str = "%‰٪％°€$£¥₹₺₽₩₪＄￥<>≤≥≠~≈±万億亿萬兆千百";

/// Signs between the digits of one number, besides dashes: “5:30”, “2/3”, “٥٫٢”.
const JOINS: &str = ",.:/'’·×⁄∕٫٬^～〜";

/// The zeros of those scripts in which the cards have words; the other digits follow each.
const ZEROS: &str = "0٠۰०০๐０";

/// How many places of an ambiguous quote are examined.
const MOST_PLACES: usize = 20;

impl Text {
    /// Whether words begin or end within a number, or lack the question mark of their sentence, in one of their places.
    pub fn is_cut_at_edge(&self, finding: &Finding) -> bool {
        finding.places.iter().take(MOST_PLACES).flatten().any(|part| {
            let [(before, at), (behind, end)] =
                [part.start, part.end].map(|at| (&*self.paragraphs[at.paragraph], at.byte));
            is_within_number(before, at) || is_within_number(behind, end) || is_before_question_mark(behind, end)
        })
    }

    /// What a part of a quote leaves out of such a number or sentence.
    pub fn edge(&self, part: Passage) -> Option<Cut> {
        let Passage { start, end } = part;
        let [before, behind] = [start, end].map(|at| &*self.paragraphs[at.paragraph]);
        if is_within_number(before, start.byte) {
            let from = Position { byte: number_start(&before[..start.byte]), ..start };
            return Some(Cut { left_out: Passage { start: from, end: start }, is_before: true });
        }
        let rest = &behind[end.byte..];
        let length = if is_within_number(behind, end.byte) {
            number_end(rest)
        } else if is_before_question_mark(behind, end.byte) {
            rest.find(is_question_mark).map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8))
        } else {
            return None;
        };
        let to = Position { byte: end.byte + length, ..end };
        Some(Cut { left_out: Passage { start: end, end: to }, is_before: false })
    }
}

/// Whether a place of a text is between the digits of one number, or between a number and a sign that belongs to it.
fn is_within_number(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let (before, behind) = (before.trim_end_matches(is_unseen), behind.trim_start_matches(is_unseen));
    joins_digits(before, behind)
        || behind.starts_with(is_digit) && before.chars().next_back().is_some_and(|sign| belongs_to_next(before, sign))
        || before.ends_with(is_digit) && begins_with_sign(behind)
}

/// Whether a sign at the end of a text belongs to the number behind it. A dash is a minus sign only if no word and no number is right before it.
fn belongs_to_next(text: &str, sign: char) -> bool {
    let is_minus = |c: char| c == '+' || (kind(c) == Kind::Dash && !matches!(c, '—' | '―'));
    SIGNS.contains(sign) || is_minus(sign) && !text.trim_end_matches(is_minus).ends_with(is_of_word)
}

/// Whether a text begins with a sign that belongs to the number before it, and not to another one behind it: “In 2019 $5 were”.
fn begins_with_sign(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    text.starts_with(is_sign) && !text.trim_start_matches(is_sign).starts_with(is_digit)
}

/// Whether one number goes on from one text to the next.
fn joins_digits(before: &str, behind: &str) -> bool {
    let is_beside = |c: char| !is_of_word(c);
    let (left, right) = (before.trim_end_matches(is_beside), behind.trim_start_matches(is_beside));
    if !left.ends_with(is_digit) || !right.starts_with(is_digit) {
        return false;
    }
    let mut between = before[left.len()..].chars().chain(behind[..behind.len() - right.len()].chars());
    match (between.next(), between.next()) {
        (None, _) => true,
        (Some(sign), None) if kind(sign) == Kind::Space => is_group(left, right) || right.starts_with(is_fraction),
        (Some(sign), None) => kind(sign) == Kind::Dash || JOINS.contains(sign) || is_sign(sign),
        _ => false,
    }
}

/// Whether a space divides the digits of a number into groups of three: “3 500”.
fn is_group(left: &str, right: &str) -> bool {
    let first = left.trim_end_matches(is_digit);
    let [left, right] = [&left[first.len()..], right].map(|text| text.chars().take_while(|c| is_digit(*c)).count());
    right == 3 && left <= 3 && !first.ends_with(is_of_word)
}

/// Whether a text lacks at this place the question mark that follows: “Is it safe…?”.
fn is_before_question_mark(text: &str, at: usize) -> bool {
    let is_between = |c: char| c == '!' || is_blank(c) || kind(c) == Kind::Dot;
    !text[..at].ends_with(is_question_mark) && text[at..].trim_start_matches(is_between).starts_with(is_question_mark)
}

fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟')
}

fn is_digit(c: char) -> bool {
    is_fraction(c) || ZEROS.chars().any(|zero| (c as u32).wrapping_sub(zero as u32) < 10)
}

/// Whether it is such as ½, or a digit above or below the line.
fn is_fraction(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '¼'..='¾' | '⁰'..='₉' | '⅐'..='⅞')
}

fn is_sign(c: char) -> bool {
    SIGNS.contains(c)
}

fn is_of_word(c: char) -> bool {
    matches!(kind(c), Kind::Letter | Kind::Alone)
}

fn is_blank(c: char) -> bool {
    kind(c) == Kind::Space || is_unseen(c)
}

fn is_unseen(c: char) -> bool {
    kind(c) == Kind::Invisible
}

/// The byte at which the end of a number begins with which a text ends: “3 ”, “−”.
fn number_start(text: &str) -> usize {
    let left = text.trim_end_matches(|c| !is_of_word(c) || is_sign(c));
    let is_end = left.ends_with(is_digit);
    let first = if is_end { left.trim_end_matches(is_digit) } else { left };
    first.len()
}

/// The byte at which the beginning of a number ends with which a text begins: “ 500”, “ %”.
fn number_end(text: &str) -> usize {
    let rest = match begins_with_sign(text) {
        true => text.trim_start_matches(is_blank).trim_start_matches(is_sign),
        false => text.trim_start_matches(|c| !is_of_word(c)).trim_start_matches(is_digit),
    };
    text.len() - rest.len()
}
