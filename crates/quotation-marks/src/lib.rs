//! The project's only table of quotation marks: which characters they are, and whether each opens or closes.
//!
//! ```
//! use quotation_marks::{Facing, Family, family};
//!
//! assert_eq!(family('„'), Some((Family::Double, Facing::Opens)));
//! assert_eq!(family('a'), None);
//! ```

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
