//! Which characters are quotation marks, and which way each faces: the one table of them.
//!
//! ```
//! use quotation_marks::{Facing, Family, family};
//!
//! assert_eq!(family('„'), Some((Family::Double, Facing::Opens)));
//! assert_eq!(family('a'), None);
//! ```

/// Marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Double,
    /// Also apostrophes.
    Single,
    /// Two single marks that stand for a double one: ``so''. No character is of this family by itself.
    Twin,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

/// Which way a mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    Opens,
    Closes,
    Unknown,
}

/// The family of a mark, and which way it faces if nothing around it tells.
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
