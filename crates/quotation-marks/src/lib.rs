//! The project's only table of quotation marks: which characters they are, and whether each opens or closes in a text.
//!
//! ```
//! use quotation_marks::{Facing, Family, family};
//!
//! assert_eq!(family('„'), Some((Family::Double, Facing::Opens)));
//! assert_eq!(family('a'), None);
//! ```

use std::ops::Range;

/// A kind of quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Double,
    /// Also used as apostrophes.
    Single,
    /// Two single marks that replace a double one: ``so''. No single character belongs to this family.
    Twin,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

/// Whether a mark opens or closes a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    Opens,
    Closes,
    Unknown,
}

/// Returns the family of a mark, and whether it opens or closes if the characters around it do not show that.
pub fn family(c: char) -> Option<(Family, Facing)> {
    Some(match c {
        '"' | '＂' => (Family::Double, Facing::Unknown),
        '“' | '„' | '‟' | '〝' => (Family::Double, Facing::Opens),
        '”' | '〞' | '〟' => (Family::Double, Facing::Closes),
        '\'' => (Family::Single, Facing::Unknown),
        '‘' | '‚' | '‛' => (Family::Single, Facing::Opens),
        '’' => (Family::Single, Facing::Closes),
        '«' => (Family::Guillemet, Facing::Opens),
        '»' => (Family::Guillemet, Facing::Closes),
        '‹' => (Family::SingleGuillemet, Facing::Opens),
        '›' => (Family::SingleGuillemet, Facing::Closes),
        '「' => (Family::Corner, Facing::Opens),
        '」' => (Family::Corner, Facing::Closes),
        '『' => (Family::WhiteCorner, Facing::Opens),
        '』' => (Family::WhiteCorner, Facing::Closes),
        _ => return None,
    })
}

/// Whether a straight mark at a byte of a text is part of a word, as Hebrew writes abbreviations: צה"ל.
///
/// ```
/// let text = "צה\"ל";
/// assert!(quotation_marks::is_within_word(text, text.find('"').unwrap()));
/// assert!(!quotation_marks::is_within_word("said\"yes", 4));
/// ```
pub fn is_within_word(text: &str, at: usize) -> bool {
    let is_hebrew = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{5d0}'..='\u{5ea}'));
    let (before, behind) = text.split_at_checked(at).unwrap_or_default();
    behind
        .strip_prefix('"')
        .is_some_and(|behind| is_hebrew(before.chars().next_back()) && is_hebrew(behind.chars().next()))
}

/// The kind of character next to a mark, if it shows whether the mark opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// A space, or the beginning or end of the paragraph.
    Space,
    /// An opening bracket or a dash.
    Opener,
    /// An article that has lost its vowel: `l’« affaire »`.
    Elision,
    /// A letter, or a sign that begins a word: `“$5”`.
    Letter,
    Punctuation,
}

/// The largest number of adjacent marks that are skipped. More are not speech, and to skip all of them would take the square of their number in
/// time.
pub const MOST_TOGETHER: usize = 8;

/// Returns what stands before and after the mark from one byte of a paragraph to another. Marks next to it are skipped, because adjacent marks all open or
/// all close.
///
/// `is_letter` says which characters form words.
pub fn around(paragraph: &str, mark: Range<usize>, is_letter: fn(char) -> bool) -> (Beside, Beside) {
    let is_other = |c: &char| family(*c).is_none();
    let (head, _) = paragraph.split_at_checked(mark.start).unwrap_or_default();
    let (_, tail) = paragraph.split_at_checked(mark.end).unwrap_or_default();
    let before = match head.strip_suffix(['\'', '’', 'ʼ']) {
        Some(head) if head.ends_with(is_letter) => Beside::Elision,
        _ => beside(head.chars().rev().take(MOST_TOGETHER).find(is_other), is_letter),
    };
    (before, beside(tail.chars().take(MOST_TOGETHER).find(is_other), is_letter))
}

fn beside(c: Option<char>, is_letter: fn(char) -> bool) -> Beside {
    match c {
        None => Beside::Space,
        Some(c) if c.is_whitespace() => Beside::Space,
        Some('(' | '[' | '{' | '/' | '¿' | '¡' | '-' | '\u{2010}'..='\u{2015}') => Beside::Opener,
        Some(c) if is_letter(c) || matches!(c, '$' | '£' | '€' | '#' | '@') => Beside::Letter,
        _ => Beside::Punctuation,
    }
}

/// Returns whether a mark opens or closes, from what stands [`around`] it. `itself` is what the mark alone says. Single marks need further rules, because they are
/// also apostrophes.
///
/// ```
/// use quotation_marks::{Facing, around, facing};
///
/// let text = "»So«, sagte sie.";
/// let (before, after) = around(text, 0..2, char::is_alphanumeric);
/// assert_eq!(facing(before, after, Facing::Closes), Facing::Opens);
/// ```
pub fn facing(before: Beside, after: Beside, itself: Facing) -> Facing {
    let opens = matches!(before, Beside::Space | Beside::Opener | Beside::Elision) && after != Beside::Space;
    let closes = !matches!(before, Beside::Space | Beside::Elision)
        && matches!(after, Beside::Space | Beside::Punctuation | Beside::Opener);
    match (opens, closes) {
        // The characters next to the mark mislead in l’« affaire », and in « oui », where a space is before the closing mark.
        _ if before == Beside::Elision && itself != Facing::Unknown => itself,
        _ if (before, after) == (Beside::Space, Beside::Punctuation) && itself != Facing::Unknown => itself,
        (true, false) => Facing::Opens,
        (false, true) => Facing::Closes,
        _ => itself,
    }
}
