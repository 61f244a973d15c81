//! Where the clauses of a paragraph begin and end, and what pairs of commas, dashes and brackets set off.

use super::signs::is_clause_end;
use super::words::{Kind, kind};

/// The most bytes of a clause that are read on each side, because texts may have no punctuation.
pub(super) const LONGEST: usize = 1000;

/// The most marks within a pair of commas, dashes or brackets.
const MOST_WITHIN: usize = 10;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    Dash,
    Opens,
    Closes,
    /// The end of a sentence, or a quotation mark.
    End,
}

fn mark(c: char) -> Mark {
    match c {
        ',' | '，' | '،' => Mark::Comma,
        '(' | '[' | '（' => Mark::Opens,
        ')' | ']' | '）' => Mark::Closes,
        c if kind(c) == Kind::Dash => Mark::Dash,
        _ => Mark::End,
    }
}

/// The byte at which the clause begins that goes on at a byte of a paragraph.
pub(super) fn clause_start(text: &str, until: usize) -> usize {
    let from = boundary(text, until.saturating_sub(LONGEST));
    let mut all = text[from..until].char_indices().rev().map(|(at, c)| (from + at, c));
    all.find(|(at, _)| is_clause_end(text, *at)).map_or(from, |(at, c)| at + c.len_utf8())
}

/// The byte at which the clause ends that a byte is in, or that ends right before it.
pub(super) fn clause_end(text: &str, byte: usize) -> usize {
    let last = text[..byte].char_indices().next_back();
    if last.is_some_and(|(at, _)| is_clause_end(text, at)) {
        return byte;
    }
    rest_of_clause(text, byte)
}

/// The same, but for what is right before the byte.
pub(super) fn rest_of_clause(text: &str, byte: usize) -> usize {
    let to = boundary(text, text.len().min(byte + LONGEST));
    let mut all = text[byte..to].char_indices().map(|(at, _)| byte + at);
    all.find(|at| is_clause_end(text, *at)).unwrap_or(to)
}

/// Where the pair of marks begins that ends right before a byte; `None` if there is no such pair in the sentence.
pub(super) fn pair_before(text: &str, byte: usize) -> Option<usize> {
    let mut at = last_mark(text, byte)?;
    let opens = match at.1 {
        Mark::Closes => Mark::Opens,
        Mark::Opens | Mark::End => return None,
        mark => mark,
    };
    for _ in 0..MOST_WITHIN {
        at = last_mark(text, clause_start(text, at.0))?;
        if at.1 == opens {
            return Some(at.0);
        }
        if at.1 == Mark::End {
            return None;
        }
    }
    None
}

/// Where the text goes on behind the pair of marks that begins at a byte; `None` if none does.
pub(super) fn pair_behind(text: &str, byte: usize) -> Option<usize> {
    let first = text[byte..].chars().next()?;
    let closes = match mark(first) {
        Mark::Opens => Mark::Closes,
        Mark::Closes | Mark::End => return None,
        mark => mark,
    };
    let mut at = byte + first.len_utf8();
    for _ in 0..MOST_WITHIN {
        let end = rest_of_clause(text, at);
        let c = text[end..].chars().next()?;
        at = end + c.len_utf8();
        if mark(c) == closes {
            return Some(at);
        }
        if mark(c) == Mark::End {
            return None;
        }
    }
    None
}

fn last_mark(text: &str, byte: usize) -> Option<(usize, Mark)> {
    let (at, c) = text[..byte].char_indices().next_back()?;
    is_clause_end(text, at).then(|| (at, mark(c)))
}

/// The next character boundary from here on.
pub(super) fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
